"""The cutting of a long list in pages that link to each other."""

from __future__ import annotations

from kennisbank.model import urls
from kennisbank.pages.page import Bladeren, Bladzijde

PER_PAGE = 50
"""Texts on one page of a list."""


def pager(address: str, number: int, total: int) -> Bladeren | None:
    """Return links to the previous and next page, the first, the last and those around this one.

    A gap is a row without an address, so that a page does not grow with the number of pages. One page has none.
    """
    if total == 1:
        return None
    near = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    rows: list[Bladzijde] = []
    for before, shown in zip([0, *near], near, strict=False):
        if shown - before > 1:
            rows.append(Bladzijde())
        rows.append(Bladzijde(shown, urls.numbered(address, shown), huidig=shown == number))
    return Bladeren(
        paginas=tuple(rows),
        nummer=number,
        totaal=total,
        vorige=urls.numbered(address, number - 1) if number > 1 else "",
        volgende=urls.numbered(address, number + 1) if number < total else "",
    )
