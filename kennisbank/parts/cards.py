"""What lists show of a record, and where a page leads on to: frozen views, so that any engine can show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kennisbank.model import urls
from kennisbank.model.facets import Facet
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.made import Made
from kennisbank.model.records import Bundel, Praktijkvoorbeeld, Ruimte, Verhaal, Werkvorm
from kennisbank.model.urls import Value
from kennisbank.parts.glyph import view as glyph
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.kaartje import view as kaartje
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.omslag import view as omslag
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.sentences import span
from kennisbank.parts.words import CLOSING, Words


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads, relative to the root of the site; nowhere when `url` is empty.

    That of a ruimte has its slug too, by which it gets its colour.
    """

    label: str
    url: str = ""
    ruimte: str = ""


@dataclass(frozen=True, slots=True)
class Telling(Link):
    """A value with its number of stories, and of short examples, which count apart.

    `zoek` leads to the finder with this value chosen. Where the value has one story, `verhaal` is its title.
    """

    aantal: int = 0
    zoek: str = ""
    verhaal: str = ""
    uitleg: str = ""
    voorbeelden: int = 0

    @property
    def empty(self) -> bool:
        """Tell whether nothing has this value."""
        return not self.aantal and not self.voorbeelden


@dataclass(frozen=True, slots=True)
class Uitleg(Link):
    """A link with a sentence that says what is there."""

    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormKaartje:
    """What a list shows of a werkvorm."""

    titel: str
    url: str
    samenvatting: str
    functie: str
    duur: str
    groep: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelKaartje:
    """What a list shows of a bundel."""

    titel: str
    url: str
    samenvatting: str


@dataclass(frozen=True, slots=True)
class Voorbeelden:
    """Short examples, each with its sentence, under a head that says where they are from.

    `meer` leads to the others, where not all of them are shown.
    """

    kop: str
    voorbeelden: tuple[Uitleg, ...]
    meer: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruikt:
    """Werkvormen that were used with something, under a head that says with what; `meer` leads to the others.

    `afgeleid` says that stories and short examples tell it, not all of these werkvormen themselves.
    """

    kop: str
    werkvormen: tuple[Link, ...]
    meer: Link | None
    afgeleid: bool


@dataclass(frozen=True, slots=True)
class Gebruiktelling:
    """The values of a facet, each with the number of werkvormen that were used with it."""

    titel: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuimteKaartje:
    """What a list shows of a ruimte, with its number of stories."""

    titel: str
    ruimte: str
    url: str
    samenvatting: str
    aantal: int
    glyph: Glyph


@dataclass(frozen=True, slots=True, kw_only=True)
class Verder:
    """Where a page leads on to."""

    ruimtes: tuple[Link, ...] = ()
    werkvormen: tuple[WerkvormKaartje, ...] = ()
    verhalen: tuple[Kaartje, ...] = ()


@dataclass(frozen=True, slots=True)
class Stukje:
    """A piece of a sentence; one that opens the explanation of a word has its slug, and the signs that close it."""

    tekst: str
    slug: str = ""
    sluit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    """The explanation of a word as a page opens it; `zie` leads to a page that says more, where there is one."""

    slug: str
    label: str
    uitleg: str
    zie: str
    url: str


PHRASES = {"ruimte": "over {}", "thema": "rond {}", "rol": "met de partner als {}"}
"""How a value without a phrase of its own stands in a sentence; {} is its label."""
ONWARD = 3
"""Stories and werkvormen to which a page leads on."""
RESEARCH = "Uit het onderzoek"
"""What stands above short examples from the report."""
METHODS = 8
"""Werkvormen that a page of a value names as used with it."""
EXAMPLES = 5
"""Short examples that a page shows."""


class Cards:
    """Makes the cards of one knowledge base; one is made once and shared by every page that shows it."""

    def __init__(self, knowledge: KnowledgeBase, made: Mapping[str, Made] | None = None) -> None:
        """`made` is what has been made of each picture, by its path: nothing of one is shown without."""
        self.knowledge = knowledge
        self.made = made or {}
        self._cards: dict[str, Kaartje] = {}
        self._links: dict[Value, Link] = {}
        self._glyphs: dict[frozenset[str], Glyph] = {}
        self.order = [ruimte.origin.slug for ruimte in knowledge.ruimtes]
        self._fits: dict[frozenset[str], list[Werkvorm]] = {}
        self.words = Words(knowledge.vocabularies["begrip"])

    def link(self, value: Value) -> Link:
        """Return label and address of a value: one for all texts that have it."""
        if value not in self._links:
            self._links[value] = Link(self.knowledge.term(*value).label, urls.value(*value), _ruimte(value))
        return self._links[value]

    def counted(self, value: Value, *, zoek: bool = False, uitleg: bool = False) -> Telling:
        """Return a value with its number of stories, with the finder that has it chosen or with what it means."""
        term = self.knowledge.term(*value)
        return Telling(
            term.label,
            urls.value(*value),
            _ruimte(value),
            aantal=len(self.knowledge.values.get(value, ())),
            zoek=urls.search(value) if zoek else "",
            uitleg=term.definition if uitleg else "",
            voorbeelden=len(self.knowledge.examples.get(value, ())),
        )

    def glyph(self, ruimtes: Iterable[str]) -> Glyph:
        """Return the glyph of these ruimtes; stories with the same ruimtes share one."""
        filled = frozenset(ruimtes)
        if filled not in self._glyphs:
            self._glyphs[filled] = glyph.made(filled, self.knowledge.ruimtes)
        return self._glyphs[filled]

    def card(self, verhaal: Verhaal) -> Kaartje:
        """Return what a list shows of a story."""
        slug = verhaal.origin.slug
        if slug not in self._cards:
            glyph, omslag = self.glyph(verhaal.ruimtes), self.omslag(verhaal)
            self._cards[slug] = kaartje.made(self.knowledge, verhaal, glyph, omslag)
        return self._cards[slug]

    def omslag(self, verhaal: Verhaal) -> Omslag | None:
        """Return the opening picture of a story, where it has one."""
        return omslag.made(self.knowledge, verhaal, self.made)

    def cards(self, verhalen: Iterable[Verhaal]) -> tuple[Kaartje, ...]:
        return tuple(map(self.card, verhalen))

    def werkvorm_card(self, werkvorm: Werkvorm) -> WerkvormKaartje:
        return WerkvormKaartje(
            titel=werkvorm.title,
            url=urls.werkvorm(werkvorm.origin.slug),
            samenvatting=werkvorm.samenvatting,
            functie=self.knowledge.term("functie", werkvorm.functie).label,
            duur=span(*werkvorm.duur, " minuten", "–"),
            groep=span(*werkvorm.groep, " mensen", "–"),
        )

    def werkvorm_cards(self, werkvormen: Iterable[Werkvorm]) -> tuple[WerkvormKaartje, ...]:
        return tuple(map(self.werkvorm_card, werkvormen))

    def bundel_card(self, bundel: Bundel) -> BundelKaartje:
        return BundelKaartje(
            titel=bundel.title, url=urls.page(urls.uri(bundel.origin.path)), samenvatting=bundel.samenvatting
        )

    def bundel_cards(self, bundels: Iterable[Bundel]) -> tuple[BundelKaartje, ...]:
        return tuple(map(self.bundel_card, bundels))

    def voorbeelden(self, found: Sequence[Praktijkvoorbeeld], most: int = EXAMPLES) -> Voorbeelden | None:
        """Return the first of these examples, with where all of them are when there are more; None without any."""
        if not found:
            return None
        kb, rest = self.knowledge, len(found) - most
        more = f"Nog {rest} hiervan, in de lijst van alle praktijkvoorbeelden" if rest > 0 else ""
        shown = (
            Uitleg(each.title, urls.praktijkvoorbeeld(each.origin.slug), uitleg=each.samenvatting) for each in found
        )
        head = RESEARCH if all(kb.project.reported(each.bron) for each in found[:most]) else "Praktijkvoorbeelden"
        return Voorbeelden(head, tuple(islice(shown, most)), Link(more, urls.VOORBEELDEN) if more else None)

    def used_with(self, *values: Value) -> Gebruikt | None:
        """Return the werkvormen that were used with a value, or with both of a pair; None without any."""
        kb = self.knowledge
        one = len(values) == 1
        found = kb.methods.get(values[0], []) if one else kb.method_pairs.get((values[0], values[1]), [])
        if not found:
            return None
        rest = len(found) - METHODS
        names = [name for name, _ in values]
        return Gebruikt(
            kop=f"Werkvormen, gebruikt {self.phrase(values[0])}" if one else "Werkvormen, gebruikt bij deze combinatie",
            werkvormen=tuple(Link(w.title, urls.werkvorm(w.origin.slug)) for w in found[:METHODS]),
            meer=Link(f"Nog {rest}, bij alle werkvormen", urls.WERKVORMEN) if rest > 0 else None,
            afgeleid=any(not kb.used[w.origin.slug].derived.isdisjoint(names) for w in found),
        )

    def used_counts(self, facets: Iterable[Facet]) -> tuple[Gebruiktelling, ...]:
        """Return for each facet its values that werkvormen were used with, and with how many."""
        kb = self.knowledge
        rows = []
        for facet in facets:
            vocabulary = kb.vocabularies[facet.name]
            found = [
                Telling(term.label, urls.value(facet.name, term.slug), aantal=len(methods))
                for term in vocabulary.terms
                if (methods := kb.methods.get((facet.name, term.slug)))
            ]
            rows += [Gebruiktelling(vocabulary.plural, tuple(found))] if found else []
        return tuple(rows)

    def ruimte_card(self, ruimte: Ruimte) -> RuimteKaartje:
        slug = ruimte.origin.slug
        return RuimteKaartje(
            titel=ruimte.title,
            ruimte=slug,
            url=urls.value("ruimte", slug),
            samenvatting=ruimte.samenvatting,
            aantal=len(self.knowledge.values.get(("ruimte", slug), ())),
            glyph=self.glyph([slug]),
        )

    def onward(
        self, ruimtes: Iterable[str] = (), werkvormen: Iterable[str] = (), verhalen: Iterable[Verhaal] = ()
    ) -> Verder:
        """Return where a page leads on to: ruimtes, werkvormen and stories.

        What is not given follows: the werkvormen that fit the ruimtes, the newest stories, all ruimtes. Names of what
        is not on this site are left out.
        """
        kb = self.knowledge
        chosen = list(ruimtes) or [r.origin.slug for r in kb.ruimtes]
        named = self.named(werkvormen)
        return Verder(
            ruimtes=tuple(self.link(("ruimte", slug)) for slug in chosen),
            werkvormen=self.werkvorm_cards(named or self.fitting(chosen)),
            verhalen=self.cards(list(verhalen) or kb.verhalen[:ONWARD]),
        )

    def fitting(self, ruimtes: Iterable[str]) -> list[Werkvorm]:
        """Return for each function the werkvorm that names most of these ruimtes.

        One for all ruimtes comes after those that name any, and first where no ruimte is left out.
        """
        wanted = frozenset(ruimtes)
        of_all = len(wanted) if len(wanted) == len(self.knowledge.ruimtes) else 0.5
        if wanted not in self._fits:
            self._fits[wanted] = [
                max(own, key=lambda w: of_all if "alle" in w.ruimtes else len(wanted.intersection(w.ruimtes)))
                for term in self.knowledge.vocabularies["functie"].terms
                if (own := [w for w in self.knowledge.werkvormen if w.functie == term.slug])
            ]
        return self._fits[wanted]

    def stories(self, slugs: Iterable[str]) -> list[Verhaal]:
        """Return the stories of these names; those that are not on the site are left out."""
        return [self.knowledge.verhaal[slug] for slug in slugs if slug in self.knowledge.verhaal]

    def named(self, slugs: Iterable[str]) -> list[Werkvorm]:
        """Return the werkvormen of these names that are on the site."""
        return [self.knowledge.werkvorm[slug] for slug in slugs if slug in self.knowledge.werkvorm]

    def intro(self, text: str) -> tuple[Stukje, ...]:
        """Cut a text in pieces: the first of each word that is explained is one by itself."""
        parts: list[Stukje] = []
        last = 0
        for start, end, term in self.words.find(text):
            signs = CLOSING.match(text, end)
            parts += [Stukje(text[last:start]), Stukje(text[start:end], term.slug, signs[0] if signs else "")]
            last = signs.end() if signs else end
        return tuple(part for part in [*parts, Stukje(text[last:])] if part.tekst)

    def word(self, slug: str) -> Begrip:
        """Return what the page shows when a word is opened."""
        term = self.knowledge.term("begrip", slug)
        more = self.page_link(term.extra.get("zie", ""))
        return Begrip(
            slug=slug, label=term.label, uitleg=term.definition, zie=more.url if more else "", url=urls.begrip(slug)
        )

    def page_link(self, uri: str) -> Link | None:
        """Return label and address of a hand-written page, or nothing where this site does not have it."""
        return Link(self._titles[uri], urls.page(uri)) if uri in self._titles else None

    @cached_property
    def _titles(self) -> dict[str, str]:
        pages = {urls.uri(pagina.origin.path): pagina.title for pagina in self.knowledge.paginas}
        return pages | {urls.uri(bundel.origin.path): bundel.title for bundel in self.knowledge.bundels}

    def phrase(self, value: Value) -> str:
        """Return a value as it stands in "2 verhalen over de plek, met een museum": `zin` of its list, if any."""
        own = self.knowledge.term(*value).extra.get("zin")
        return own or PHRASES.get(value[0], "met {}").format(self.inside(value))

    def inside(self, value: Value) -> str:
        """Return a label as it stands inside a sentence: with a small letter, but for the name of a region."""
        label = self.knowledge.term(*value).label
        return label if value[0] == "regio" else label[0].lower() + label[1:]


def _ruimte(value: Value) -> str:
    return value[1] if value[0] == "ruimte" else ""
