"""The overviews: all stories, werkvormen, ruimtes, questions, characteristics and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import FACETS, USED
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.model.vocabulary import Term, fold
from kennisbank.pages.listing import WaardeView, paginate
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.pagina import view as pagina
from kennisbank.pages.views import Views
from kennisbank.parts.cards import BundelKaartje, Gebruiktelling, Link, RuimteKaartje, Telling, Uitleg, WerkvormKaartje


@dataclass(frozen=True, slots=True)
class WerkvormGroep:
    """The werkvormen of a function, with what it is for."""

    titel: str
    uitleg: str
    werkvormen: tuple[WerkvormKaartje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormenView(PageView):
    """All werkvormen; `gebruikt` says where how many of them were used."""

    template: ClassVar[str] = "werkvormen.html"
    groepen: tuple[WerkvormGroep, ...]
    gebruikt: tuple[Gebruiktelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuimtesView(PageView):
    """All ruimtes; `tool` leads to the page about the tool."""

    template: ClassVar[str] = "ruimtes.html"
    ruimtes: tuple[RuimteKaartje, ...]
    tool: Link | None


@dataclass(frozen=True, slots=True)
class BundelGroep:
    """Questions of one kind."""

    titel: str
    bundels: tuple[BundelKaartje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelsView(PageView):
    """All questions."""

    template: ClassVar[str] = "bundels.html"
    groepen: tuple[BundelGroep, ...]


@dataclass(frozen=True, slots=True)
class Lijst(Uitleg):
    """A facet, what it is about, and its values where there are few enough to show."""

    waarden: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KenmerkenView(PageView):
    """All facets."""

    template: ClassVar[str] = "kenmerken.html"
    lijsten: tuple[Lijst, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """A word that is explained: its former names, other forms of it, the source, and what says more."""

    slug: str
    eerder: tuple[str, ...]
    label: str
    uitleg: str
    vormen: tuple[str, ...]
    bron: str
    zie: Link | None


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with a letter."""

    letter: str
    begrippen: tuple[Woord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BegrippenView(PageView):
    """All words that are explained."""

    template: ClassVar[str] = "begrippen.html"
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class WaardeGroep:
    """Values that belong together: those of a province, or of a group of a list. The rest have no title."""

    titel: str
    url: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView(PageView):
    """All values of a facet; `meer` leads to what the background says of them."""

    template: ClassVar[str] = "facet.html"
    groepen: tuple[WaardeGroep, ...]
    meer: Link | None


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[PageView]]:
    """Yield every overview, always in the same order."""
    yield from _verhalen(knowledge, views)
    yield Page(urls.WERKVORMEN, _werkvormen(knowledge, views))
    yield Page(urls.RUIMTES, _ruimtes(knowledge, views))
    yield Page(urls.BUNDELS, _bundels(knowledge, views))
    yield Page(urls.KENMERKEN, _kenmerken(knowledge, views))
    yield Page(urls.BEGRIPPEN, _begrippen(knowledge, views))
    for facet in knowledge.facets:
        if facet.name != "ruimte":
            yield Page(urls.overview(facet.name), _facet(knowledge, views, facet.name))
    yield from pagina.generate(knowledge, views)


def _verhalen(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[WaardeView]]:
    view = WaardeView(
        title="Alle verhalen",
        soort="Verhalen",
        description=f"Uit de praktijk van leergemeenschappen in {knowledge.streek}, de nieuwste eerst.",
        voorbeelden=views.voorbeelden(knowledge.voorbeelden),
    )
    yield from paginate(views, urls.VERHALEN, view, knowledge.verhalen, feed=True)


def _werkvormen(knowledge: KnowledgeBase, views: Views) -> WerkvormenView:
    by_duration = sorted(knowledge.werkvormen, key=lambda w: w.duur)  # ties by title
    groups = (
        WerkvormGroep(
            term.label, term.definition, views.werkvorm_cards(w for w in by_duration if w.functie == term.slug)
        )
        for term in knowledge.vocabularies["functie"].terms
    )
    return WerkvormenView(
        title="Werkvormen",
        description="Ga met de ruimtes aan de slag: aan het begin, onderweg en aan het eind. De kortste eerst.",
        groepen=tuple(groups),
        gebruikt=views.used_counts(USED),
        verder=replace(views.onward(), werkvormen=()),
    )


def _ruimtes(knowledge: KnowledgeBase, views: Views) -> RuimtesView:
    number = in_words(len(knowledge.ruimtes))
    return RuimtesView(
        title=f"De {number} ruimtes",
        description=f"De tool Ruimte heeft {number} ruimtes: {number} manieren om naar jullie samenwerking te kijken.",
        ruimtes=tuple(map(views.ruimte_card, knowledge.ruimtes)),
        tool=views.page_link("ruimte/index.md"),
        verder=replace(views.onward(), ruimtes=()),
    )


def _bundels(knowledge: KnowledgeBase, views: Views) -> BundelsView:
    asked = views.bundel_cards(b for b in knowledge.bundels if b.gevraagd)
    others = views.bundel_cards(b for b in knowledge.bundels if not b.gevraagd)
    return BundelsView(
        title="Vragen",
        description="Wat leergemeenschappen van elkaar willen weten. Bij elke vraag vind je verhalen en werkvormen.",
        groepen=(
            BundelGroep("Gevraagd in leergemeenschappen", asked),
            BundelGroep("Vragen waar de verhalen op antwoorden", others),
        ),
        verder=views.onward(),
    )


def _kenmerken(knowledge: KnowledgeBase, views: Views) -> KenmerkenView:
    rows = []
    for facet in knowledge.facets:
        vocabulary = knowledge.vocabularies[facet.name]
        shown = tuple(views.link((facet.name, term.slug)) for term in vocabulary.terms if facet in FACETS)
        rows.append(Lijst(vocabulary.plural, urls.overview(facet.name), uitleg=vocabulary.explanation, waarden=shown))
    return KenmerkenView(
        title="Kenmerken",
        description="Zoek een verhaal op wat jullie gemeen hebben: de school, de streek, de partner of iets anders.",
        lijsten=tuple(rows),
        verder=views.onward(),
    )


def _begrippen(knowledge: KnowledgeBase, views: Views) -> BegrippenView:
    letters: dict[str, list[Woord]] = {}
    for term in sorted(knowledge.vocabularies["begrip"].terms, key=lambda term: fold(term.label)):
        word = Woord(
            slug=term.slug,
            eerder=tuple(term.former),
            label=term.label,
            uitleg=term.definition,
            vormen=_forms(term),
            bron=term.extra.get("bron", ""),
            zie=views.page_link(term.extra.get("zie", "")),
        )
        letters.setdefault(term.label[0].upper(), []).append(word)
    return BegrippenView(
        title="Begrippen",
        description="Woorden die in de verhalen en op andere pagina's voorkomen, in gewone taal uitgelegd.",
        letters=tuple(Letter(letter, tuple(words)) for letter, words in letters.items()),
        verder=views.onward(),
    )


def _forms(term: Term) -> tuple[str, ...]:
    """Return the other forms of a word that say something new: not its plural or another spelling."""
    start = fold(term.label)[:4]
    return tuple(form for form in term.synonyms if not fold(form).startswith(start))


def _facet(knowledge: KnowledgeBase, views: Views, name: str) -> FacetView:
    vocabulary = knowledge.vocabularies[name]
    groups: dict[str, list[Telling]] = {}
    for term in vocabulary.terms:
        head = knowledge.province(term.slug).slug if name == "regio" else term.extra.get("groep", "")
        groups.setdefault(head, []).append(views.counted((name, term.slug), uitleg=True))
    rows = (
        WaardeGroep(
            knowledge.term("provincie", head).label if name == "regio" else head.capitalize(),
            urls.value("regio", head) if name == "regio" else "",
            tuple(values),
        )
        for head, values in groups.items()
    )
    of_list = [v for term in vocabulary.terms for v in knowledge.values.get((name, term.slug), [])[:1]]
    return FacetView(
        title=vocabulary.plural,
        description=vocabulary.explanation,
        groepen=tuple(rows),
        kruimels=(Link("Kenmerken", urls.KENMERKEN),),
        meer=views.about(name),
        verder=views.onward_of(name, of_list),
    )
