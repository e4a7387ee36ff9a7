"""The page of the finder, as it is without a script: every value that has stories, with a link to its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import Term
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link
from kennisbank.parts.glyph.view import GlyphCel, cells
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.scripts import Eerder
from kennisbank.parts.sentences import every, listing, practice, short
from kennisbank.parts.slots import slots

WORD, CONTACT = "meedoen/woord-toevoegen.md", "meedoen/index.md"
"""The pages about proposing a word, and about all that a visitor can let us know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keus(Link):
    """A value with its number of stories; one that is `heel` is a whole province, before its regions."""

    slug: str
    aantal: int
    heel: bool = False


@dataclass(frozen=True, slots=True)
class KeusGroep:
    """Values that belong together: those of a province, or of a group of a list. Others have no title."""

    titel: str
    waarden: tuple[Keus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """A facet with its values; a main one is `open`."""

    naam: str
    titel: str
    open: bool
    groepen: tuple[KeusGroep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoekGegevens:
    """What the finder is given: the cells of all ruimtes, for the glyph of what is found."""

    for_scripts: ClassVar[bool] = True
    cellen: tuple[GlyphCel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoekenView(PageView):
    """The finder.

    `sjabloon` is the card of what is found, as a template; `alle` says how many stories there are. Who found nothing
    is led on to `woord` (to propose a word) and `contact` (to let us know), where the site has those pages.
    """

    template: ClassVar[str] = "zoeken.html"
    kenmerken: tuple[Kenmerk, ...]
    sjabloon: Kaartje
    gegevens: ZoekGegevens
    alle: str
    eerder: Eerder
    woord: Link | None
    contact: Link | None


def page(knowledge: KnowledgeBase, views: Views) -> Page[ZoekenView]:
    """Return the finder. Its size grows with the closed lists, not with the stories."""
    first = [facet.name for facet in (*FACETS[1:], FACETS[0])]
    names = first + [facet.name for facet in knowledge.facets if facet not in FACETS]
    facets = [_facet(knowledge, name, name in first) for name in names]
    there = listing(
        words(len(texts)) for words, texts in ((practice, knowledge.verhalen), (short, knowledge.voorbeelden)) if texts
    )
    view = ZoekenView(
        title="Zoeken",
        zoektitel=f"Zoeken in {there}" if there else "",
        zoekzin=f"Zoek op een woord in {there}, of kies een kenmerk dat bij jullie past, zoals schooltype of regio."
        if there
        else "",
        description="Zoek op een woord, of kies wat bij jullie past.",
        kenmerken=tuple(facet for facet in facets if facet.groepen),
        sjabloon=slots(Kaartje),
        gegevens=ZoekGegevens(cellen=cells(knowledge.ruimtes)),
        alle=every(len(knowledge.verhalen)),
        eerder=knowledge.former,
        woord=views.page_link(WORD),
        contact=views.page_link(CONTACT),
        verder=views.onward(),
    )
    return Page(urls.ZOEKEN, view)


def _facet(knowledge: KnowledgeBase, name: str, main: bool) -> Kenmerk:
    vocabulary = knowledge.vocabularies[name]
    if name == "regio":
        groups = [
            _group(knowledge, name, "", [knowledge.term("provincie", province), *regions])
            for province, regions in knowledge.provinces.items()
        ]
    else:
        titles = dict.fromkeys(term.extra.get("groep", "") for term in vocabulary.terms)
        groups = [
            _group(knowledge, name, title, [t for t in vocabulary.terms if t.extra.get("groep", "") == title])
            for title in titles
        ]
    filled = tuple(group for group in groups if group.waarden)
    return Kenmerk(naam=name, titel=vocabulary.label, open=main, groepen=filled)


def _group(knowledge: KnowledgeBase, name: str, title: str, terms: Iterable[Term]) -> KeusGroep:
    rows = []
    for term in terms:
        province = term.slug in knowledge.provinces
        found = list(knowledge.in_province(term.slug)) if province else knowledge.values.get((name, term.slug), [])
        if found:
            rows.append(
                Keus(
                    label=f"Heel {term.label}" if province else term.label,
                    url=urls.value(name, term.slug),
                    ruimte=term.slug if name == "ruimte" else "",
                    slug=term.slug,
                    aantal=len(found),
                    heel=province,
                )
            )
    return KeusGroep(title, tuple(rows))
