"""The pages that are generated, what the home page shows, and which lists have a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Record, Verhaal
from kennisbank.pages import overviews, reference, surveys, valuepages
from kennisbank.pages.foutmeldingen import view as foutmeldingen
from kennisbank.pages.kaarten import view as kaarten
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.praktijkvoorbeeld import view as praktijkvoorbeeld
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.selectie import view as selectie
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.views import Views
from kennisbank.pages.zoeken import view as zoeken
from kennisbank.parts.cards import BundelKaartje, Link, RuimteKaartje, Telling, WerkvormKaartje
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import every

WITHDRAWN = "Wie aan een verhaal meewerkte, mag het altijd intrekken. Een reden is daar niet voor nodig."
CHOICES = 9
"""Values of a facet that the home page offers to begin with: those with most stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngetrokkenView(PageView):
    """The notice at an address whose text is not on the site."""

    template: ClassVar[str] = "ingetrokken.html"
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGevondenView(PageView):
    """What stands at every address that is none."""

    template: ClassVar[str] = "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """The values of a facet to begin with, and where all of them are."""

    titel: str
    alle: str
    url: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The home page; `alle` says how many stories there are, `kaarten` are the newest."""

    template: ClassVar[str] = "home.html"
    keuzes: tuple[Keuze, ...]
    kaarten: tuple[Kaartje, ...]
    alle: str
    bundels: tuple[BundelKaartje, ...]
    werkvormen: tuple[WerkvormKaartje, ...]
    ruimtes: tuple[RuimteKaartje, ...]


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[PageView]]:
    """Yield every generated page, always in the same order. The pages of the ruimtes themselves are files."""
    yield from overviews.generate(knowledge, views)
    yield from valuepages.generate(knowledge, views)
    yield from praktijkvoorbeeld.generate(knowledge, views)
    yield from surveys.generate(knowledge, views)
    yield zoeken.page(knowledge, views)
    yield from kaarten.generate(knowledge, views)
    yield sessie.page(knowledge, views)
    yield from selectie.generate(knowledge, views)
    yield from reference.generate(knowledge, views)
    yield foutmeldingen.page(views)
    yield from schrijven.generate(knowledge, views)
    yield from withdrawn(knowledge)


def withdrawn(knowledge: KnowledgeBase) -> Iterator[Page[PageView]]:
    """Yield the notice at each address of what was withdrawn, or was published and is being worked on.

    The words are the same at every one of a kind: they do not tell what was there.
    """
    for address in knowledge.withdrawn:
        yield _notice(address, "is ingetrokken", "die hier stond, staat niet meer op deze site", WITHDRAWN)
    for address in knowledge.resting:
        yield _notice(address, "staat nu niet op de site", "die hier stond, komt later misschien terug", "")


def _notice(address: str, state: str, sentence: str, why: str) -> Page[PageView]:
    story = address.startswith(urls.VERHALEN)
    what = "Dit verhaal" if story else "Deze pagina"
    about = f"Het verhaal {sentence.replace('die', 'dat', 1)}." if story else f"De pagina {sentence}."
    view = IngetrokkenView(
        title=f"{what} {state}",
        description=about,
        kruimels=(Link("Verhalen", urls.VERHALEN),) if story else (),
        uitleg=why if story else "",
        verborgen=True,
    )
    return Page(address, view)


def not_found() -> NietGevondenView:
    """Return what an address shows that is none."""
    return NietGevondenView(title="Pagina niet gevonden", description="")


def home(knowledge: KnowledgeBase, views: Views, text: Record | None = None) -> HomeView:
    """Return what the home page shows beside its text, where a root has one."""
    choices = []
    for facet in (*FACETS[1:], FACETS[0]):
        vocabulary = knowledge.vocabularies[facet.name]
        filled = [value for value in knowledge.values if value[0] == facet.name]
        filled.sort(key=lambda value: (-len(knowledge.values[value]), vocabulary.order[value[1]]))
        choices.append(
            Keuze(
                titel=vocabulary.label,
                alle=f"Alle {vocabulary.plural.lower()}",
                url=urls.overview(facet.name),
                waarden=tuple(views.counted(value, zoek=True) for value in filled[:CHOICES]),
            )
        )
    return HomeView(
        title=text.title if text else "Zoek een voorbeeld dat op jullie lijkt",
        description=text.samenvatting if text else f"{knowledge.project.sentence}.",
        keuzes=tuple(choices),
        kaarten=views.cards(knowledge.verhalen[:6]),
        alle=every(len(knowledge.verhalen)),
        bundels=views.bundel_cards(sorted(knowledge.bundels, key=lambda b: not b.gevraagd)[:6]),
        werkvormen=views.onward().werkvormen,
        ruimtes=tuple(map(views.ruimte_card, knowledge.ruimtes)),
        feed=urls.feed(urls.VERHALEN),
    )


def feeds(knowledge: KnowledgeBase) -> Iterator[tuple[str, str, Sequence[Verhaal | Praktijkvoorbeeld]]]:
    """Yield for every feed the address of its list, its title and its texts: stories, but for one feed of examples."""
    yield urls.VERHALEN, "Alle verhalen", knowledge.verhalen
    yield urls.VOORBEELDEN, "Alle praktijkvoorbeelden", knowledge.voorbeelden
    for facet in knowledge.facets:
        for term in knowledge.vocabularies[facet.name].terms:
            yield urls.value(facet.name, term.slug), term.label, knowledge.values.get((facet.name, term.slug), [])
    for term in knowledge.vocabularies["provincie"].terms:
        yield urls.value("regio", term.slug), f"Provincie {term.label}", list(knowledge.in_province(term.slug))
