"""What texts have beside their pages: a file for each line of a table.

Another file for every story is a module that makes it (`gegevens` is one) and a line in `OUTPUTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kennisbank.model import kinds, urls
from kennisbank.model.records import Record
from kennisbank.outputs import bronnen, drawn, gegevens
from kennisbank.pages.site import Site


@dataclass(frozen=True)
class Output:
    """A file beside the page of a text.

    `file` is its name; `made` gives its text or its bytes, or nothing for a text without it; `moved` what stands where
    a text was before, from the slug that it has now: without it nothing stands there. `inputs` gives what it is made
    from, or nothing for a text without it, where that takes much less than to make it.
    """

    file: str
    made: Callable[[Site, Record], str | bytes | None]
    moved: Callable[[str], str | bytes] | None = None
    inputs: Callable[[Site, Record], bytes | None] | None = None


@dataclass(frozen=True)
class Lazy:
    """A file that need not be made when it is there, made from the same: `inputs` are what it is made from."""

    inputs: bytes
    made: Callable[[], str | bytes | None]


OUTPUTS: tuple[Output, ...] = (
    Output(urls.GEGEVENS, gegevens.made, gegevens.moved, gegevens.inputs),
    Output(urls.TEKENING, drawn.svg),
    Output(urls.TEKENING_PNG, drawn.png),
    Output(urls.BRON_BIB, bronnen.bib_of),
    Output(urls.BRON_RIS, bronnen.ris_of),
)  # fmt: skip


def files(site: Site, part: int = 0, parts: int = 1) -> Iterator[tuple[str, str | bytes]]:
    """Yield the address and the content of each file, or of one part of them: every text is of one part.

    Those are parts of pages: no address is promised for them, and what is withdrawn or rests has none.
    """
    for address, content in lazily(site, part, parts):
        made = content.made() if isinstance(content, Lazy) else content
        if made is not None:
            yield address, made


def lazily(site: Site, part: int = 0, parts: int = 1) -> Iterator[tuple[str, str | bytes | Lazy]]:
    """Yield the same, but what a file is made from where that is known, and not yet its content."""
    for output in OUTPUTS:
        for record in site.knowledge.records[part::parts]:
            address = urls.of(record.origin.path, record.origin.slug) + output.file
            if output.inputs is None:
                if (content := output.made(site, record)) is not None:
                    yield address, content
            elif (inputs := output.inputs(site, record)) is not None:
                yield address, Lazy(inputs, partial(output.made, site, record))
    if part == 0:
        yield from _moved(site)


def _moved(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Yield what stands beside the pages that lead on to where a text is now."""
    for one, slugs in site.knowledge.former.items():
        kind = kinds.BY_NAME.get(one)
        there = {record.origin.slug: record for record in site.knowledge.of(kind)} if kind else {}
        for old, new in slugs.items():
            for output in OUTPUTS:
                if kind and output.moved and old not in there and new in there and output.made(site, there[new]):
                    yield f"{kind.address}/{old}/{output.file}", output.moved(new)
