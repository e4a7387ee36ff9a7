"""The cutting of a long list of stories in pages that link to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.records import Verhaal
from kennisbank.pages.page import Bladeren, Bladzijde, Page, PageView
from kennisbank.parts.cards import ONWARD, Cards, Gebruikt, Link, Telling, Voorbeelden
from kennisbank.parts.kaartje.view import Kaartje

PER_PAGE = 50
"""Stories on one page of a list."""


@dataclass(frozen=True, slots=True)
class Kruising:
    """The values of one facet that share stories with the value of the page."""

    titel: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaardeView(PageView):
    """A list of stories: of a value, a pair of values, a province, or all of them.

    `soort` says what kind of list it is, `telling` how many stories it has, of which `kaarten` are those on this page.
    `kruisingen` and `buren` lead to other values, `kanten` to the two of a pair, `meer` to what the background says of
    the list, `zoek` to the finder with these stories chosen. `nabij` stands in for a list without stories. `vaak` is in
    how many leergemeenschappen the research found the value, and `voorbeelden` are short examples, apart from stories;
    `gebruikt` are the werkvormen that were used with it.
    """

    template: ClassVar[str] = "waarde.html"
    soort: str
    telling: str = ""
    kaarten: tuple[Kaartje, ...] = ()
    zoek: str = ""
    kruisingen: tuple[Kruising, ...] = ()
    buren: tuple[Link, ...] = ()
    buren_titel: str = ""
    kanten: tuple[Telling, ...] = ()
    meer: Link | None = None
    bron: str = ""
    vaak: str = ""
    nabij: tuple[Kaartje, ...] = ()
    nabij_titel: str = ""
    voorbeelden: Voorbeelden | None = None
    gebruikt: Gebruikt | None = None


def count(number: int) -> str:
    """Return a number of stories in words: "1 verhaal", "7 verhalen"."""
    return "1 verhaal" if number == 1 else f"{number} verhalen"


def paginate(
    views: Cards, address: str, view: WaardeView, verhalen: Sequence[Verhaal], *, feed: bool = False
) -> list[Page[WaardeView]]:
    """Cut a list of stories in pages that link to each other; the first page alone has all of `view`.

    Every page leads on to the ruimtes that most of its stories have, and to the werkvormen that fit those.
    """
    total = max(1, -(-len(verhalen) // PER_PAGE))
    rest = replace(
        view,
        kruisingen=(),
        buren=(),
        kanten=(),
        meer=None,
        nabij=(),
        nabij_titel="",
        vaak="",
        bron="",
        voorbeelden=None,
        gebruikt=None,
    )  # that which only the first page of a list shows
    pages = []
    for number in range(1, total + 1):
        part = verhalen[(number - 1) * PER_PAGE : number * PER_PAGE]
        shown = replace(
            view if number == 1 else rest,
            title=view.title if number == 1 else f"{view.title}, pagina {number}",
            kruimels=view.kruimels if number == 1 else (*view.kruimels, Link(view.title, address)),
            telling=count(len(verhalen)),
            kaarten=views.cards(part),
            bladeren=pager(address, number, total),
            feed=urls.feed(address) if feed else "",
        )
        if part or view.verder is None:
            common = Counter(slug for verhaal in part for slug in verhaal.ruimtes).most_common(ONWARD)
            shown = replace(shown, verder=replace(views.onward([slug for slug, _ in common]), verhalen=()))
        pages.append(Page(urls.numbered(address, number), shown))
    return pages


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
