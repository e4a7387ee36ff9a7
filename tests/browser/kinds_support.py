"""A page of every kind: the longest of each template, and what an address makes of those that a script fills."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kennisbank.outputs.templates import OF_PAGES, templates
from kennisbank.pages.ingetrokken.view import IngetrokkenView
from kennisbank.pages.site import NOT_FOUND, Site
from kennisbank.parts import rendering
from tests.support import content

PLACES = tuple(place.partition("*")[0] for place in OF_PAGES)
"""Where the templates of pages lie."""
ABSENT = {IngetrokkenView.template}
"""Templates of which the site has no page now: nothing was withdrawn."""
PROGRAMME = "v=1&t=60&n=30&f=evaluatie&b=13:30&p=i5,w50.leeroogst,c15.trots-in-meppel,e5.x"
FILLED = {
    "zoeken": ("?q=gesprek&schooltype=po&schooltype=vso", "?schooltype=po&regio=oost-groningen"),
    "kaarten": ("?kaart=plek.2,lege-ruimte.1,kind.3&dicht=kind&apart=twijfel.1&v=1&functie=x",),
    "selectie": ("?v=1&s=vitrinekastjes-van-ezinge,trots-in-meppel&w=kinderdialoog",),
    "uitdelen": ("?verhaal=vitrinekastjes-van-ezinge", "?werkvorm=kinderdialoog"),
    "sessie": (f"?{PROGRAMME}",),
    "nu": (f"?{PROGRAMME}",),
    "lezen": (f"?{PROGRAMME}&q=x",),
    "werkvormen": ("?f=verdieping",),
    "offline": ("?van=over/privacy/",),
}
"""What stands behind the address of a kind of page that a script fills: then there is more of it."""


@cache
def by_template() -> dict[str, list[str]]:
    """Return the addresses of the pages of each template, by its name: `verhaal`, of the real content."""
    site = Site(content())
    found: dict[str, list[str]] = {"404": [NOT_FOUND]}
    for address, uri in site.by_address.items():
        found.setdefault(site.head(uri)["template"].removesuffix(".html"), []).append(address)
    return found


def expected() -> set[str]:
    """Return the name of every template of a page that there is: one that gets no page is seen."""
    there = {template.names["view"].template for template in templates() if template.name.startswith(PLACES)}
    assert {rendering.place(name).suffix for name in there} == {".html"}
    return {name.removesuffix(".html") for name in there - ABSENT}


def kinds(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield a name and an address for every kind of page of a built site: the longest of each template.

    Where one template has many pages the shortest too: what there is room for in a long page may be lost there.
    """
    for name, addresses in sorted(by_template().items()):
        longest = sorted(addresses, key=lambda address: (_size(folder, address), address))
        yield name, longest[-1]
        if len(longest) > 2:
            yield f"{name}, kort", longest[0]
        for number, behind in enumerate(FILLED.get(name, ())):
            yield f"{name}, gevuld {number + 1}", longest[-1] + behind


def _size(folder: Path, address: str) -> int:
    file = folder / address
    return (file if file.suffix else file / "index.html").stat().st_size
