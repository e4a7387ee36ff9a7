"""The knowledge base itself: immutable, with the indexes that everything else asks for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations, product

from kennisbank.model import examples, kinds, urls
from kennisbank.model.addresses import FACET_OF, Answers
from kennisbank.model.codes import Codes
from kennisbank.model.drawings import Tekening
from kennisbank.model.facets import FACETS, USED, Facet
from kennisbank.model.project import Project
from kennisbank.model.records import Bundel, Pagina, Praktijkvoorbeeld, Record, Ruimte, Verhaal, Werkvorm, changed
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term, Vocabulary, fold

Pair = tuple[Value, Value]
KINDS = FACET_OF | {kind.address: kind.one for kind in kinds.BY_FIELD.values()}
"""What the first part of an address says of the slug behind it."""
DEED = re.compile(r"deed(?:\.[a-z-]+)?$")
"""The end of the address of a summary of a licence: `https://creativecommons.org/licenses/by/4.0/deed.nl`."""


@dataclass(frozen=True)
class Used:
    """Where a werkvorm was used: its values by facet, in the order of the lists.

    `derived` are the facets of which it says nothing itself: their values are those of the texts that name it. `pairs`
    are the values that go together, in one text or because it says so itself; there its ruimtes count too.
    """

    values: Mapping[str, tuple[str, ...]]
    derived: frozenset[str]
    pairs: frozenset[Pair]


@dataclass(frozen=True, kw_only=True)
class KnowledgeBase:
    """All that is on the site.

    `verhalen` are newest first, ties by slug; `werkvormen` by title; `ruimtes` in their fixed order;
    `others` are the texts of the kinds beside these;
    `images` are the paths of pictures, `tekeningen` the drawings by the slug of their story; `withdrawn` the addresses
    that keep a notice of that, `resting` those of stories that were published and are being worked on; `published`
    every address that was ever published, with the one that it moved to or nothing, and `moved` every address that
    leads on to another; `unlisted` are withdrawn addresses that no file of the repository knows; `targets` is all that
    a link may name: a text can link to a story that has been kept out of the site since, and then only the words of the
    link remain. `codes` are what short addresses and feeds are made of. `project` is what is of this site and of no
    other, and `outlines` the outline of each province, of which the map is drawn. `lent` are the paths of what the site
    has of the tool: nobody changes that here.
    """

    verhalen: tuple[Verhaal, ...]
    werkvormen: tuple[Werkvorm, ...]
    ruimtes: tuple[Ruimte, ...]
    paginas: tuple[Pagina, ...]
    bundels: tuple[Bundel, ...]
    vocabularies: Mapping[str, Vocabulary]
    project: Project
    outlines: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    others: tuple[Record, ...] = ()
    images: tuple[str, ...] = ()
    tekeningen: Mapping[str, Tekening] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    resting: tuple[str, ...] = ()
    published: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    unlisted: tuple[str, ...] = ()
    codes: Codes = field(default_factory=Codes)
    targets: frozenset[str] = frozenset()
    lent: frozenset[str] = frozenset()

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every text, of whatever kind."""
        return (*self.verhalen, *self.werkvormen, *self.ruimtes, *self.paginas, *self.bundels, *self.others)

    @cached_property
    def latest(self) -> date | None:
        """The day on which something last changed in a text that says so (`records.changed`); None where none does."""
        texts: tuple[Verhaal | Praktijkvoorbeeld, ...] = (*self.verhalen, *self.voorbeelden)
        return max((changed(text) for text in texts), default=None)

    def of(self, kind: kinds.Kind) -> tuple[Record, ...]:
        """Return the texts of one kind, in their order."""
        return tuple(record for record in self.records if type(record) is kind.record)

    def short(self, record: Record) -> str:
        """Return the short address of a text, or nothing for one without."""
        code = self.codes.own.get(urls.of(record.origin.path, record.origin.slug))
        return urls.short(code) if code else ""

    @cached_property
    def voorbeelden(self) -> tuple[Praktijkvoorbeeld, ...]:
        """The short examples, newest first, ties by slug."""
        found = [record for record in self.others if isinstance(record, Praktijkvoorbeeld)]
        return tuple(sorted(found, key=lambda each: (-each.datum.toordinal(), each.origin.slug)))

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that the site shows: the four main ones, and those that it chose."""
        return self.project.facets

    @cached_property
    def streek(self) -> str:
        """The provinces, as a sentence has them."""
        return examples.streek(self.vocabularies)

    @cached_property
    def licence(self) -> str:
        """The address of the licence of the texts: of the one in the lists that `rights` names; nothing without one."""
        named = (term for term in self.vocabularies["licentie"].terms if term.label in self.project.rights)
        return next((licence(term) for term in named), "")

    @cached_property
    def verhaal(self) -> dict[str, Verhaal]:
        """Stories by slug."""
        return {v.origin.slug: v for v in self.verhalen}

    @cached_property
    def voorbeeld(self) -> dict[str, Praktijkvoorbeeld]:
        """Short examples by slug."""
        return {voorbeeld.origin.slug: voorbeeld for voorbeeld in self.voorbeelden}

    @cached_property
    def werkvorm(self) -> dict[str, Werkvorm]:
        """Werkvormen by slug."""
        return {w.origin.slug: w for w in self.werkvormen}

    @cached_property
    def former(self) -> dict[str, dict[str, str]]:
        """By kind (a facet, `verhaal`, `werkvorm`, `functie`) the slug of today of each that was in use before.

        What was withdrawn is not among them: nothing tells what it was.
        """
        found: dict[str, dict[str, str]] = defaultdict(dict)
        answers = Answers(frozenset(), self.moved, frozenset(self.withdrawn))
        for address in self.moved:
            lead = answers.end(address)
            if lead not in answers.withdrawn and (kind := KINDS.get(address.partition("/")[0])):
                (old, new) = (part.strip("/").split("/")[1:] for part in (address, lead))
                if len(old) == len(new) == 1 and old != new and KINDS.get(lead.partition("/")[0]) == kind:
                    found[kind][old[0]] = new[0]
        for term in self.vocabularies["functie"].terms:
            found["functie"] |= dict.fromkeys(term.former, term.slug)
        return {kind: dict(sorted(slugs.items())) for kind, slugs in sorted(found.items()) if slugs}

    @cached_property
    def values(self) -> dict[Value, list[Verhaal]]:
        """The stories of each value that has any, newest first."""
        index: dict[Value, list[Verhaal]] = defaultdict(list)
        for verhaal in self.verhalen:
            for facet in self.facets:
                for slug in facet.of(verhaal):
                    index[facet.name, slug].append(verhaal)
        return dict(index)

    @cached_property
    def pairs(self) -> dict[Pair, list[Verhaal]]:
        """The stories of each pair of values of different facets that has any; the pair in the order of `FACETS`."""
        index: dict[Pair, list[Verhaal]] = defaultdict(list)
        for verhaal in self.verhalen:
            for first, second in combinations(features(verhaal), 2):
                for pair in product(first, second):
                    index[pair].append(verhaal)
        return dict(index)

    @cached_property
    def examples(self) -> dict[Value, list[Praktijkvoorbeeld]]:
        """The short examples of each value that has any, newest first; they are counted apart from the stories."""
        index: dict[Value, list[Praktijkvoorbeeld]] = defaultdict(list)
        for voorbeeld in self.voorbeelden:
            for facet in self.facets:
                for slug in facet.of(voorbeeld):
                    index[facet.name, slug].append(voorbeeld)
        return dict(index)

    @cached_property
    def example_pairs(self) -> dict[Pair, list[Praktijkvoorbeeld]]:
        """The short examples of each pair of values that has any, as `pairs` has the stories."""
        index: dict[Pair, list[Praktijkvoorbeeld]] = defaultdict(list)
        for voorbeeld in self.voorbeelden:
            for first, second in combinations(features(voorbeeld), 2):
                for pair in product(first, second):
                    index[pair].append(voorbeeld)
        return dict(index)

    @cached_property
    def users(self) -> dict[str, list[Verhaal | Praktijkvoorbeeld]]:
        """The texts that name each werkvorm: the stories first, each newest first."""
        index: dict[str, list[Verhaal | Praktijkvoorbeeld]] = defaultdict(list)
        texts: list[Verhaal | Praktijkvoorbeeld] = [*self.verhalen, *self.voorbeelden]
        for text in texts:
            for slug in text.werkvormen:
                index[slug].append(text)
        return dict(index)

    @cached_property
    def used(self) -> dict[str, Used]:
        """Where each werkvorm was used, by its slug."""
        return {werkvorm.origin.slug: self._used(werkvorm) for werkvorm in self.werkvormen}

    def _used(self, werkvorm: Werkvorm) -> Used:
        texts = self.users.get(werkvorm.origin.slug, [])
        own = {facet: facet.of(werkvorm) for facet in USED}
        told = {facet: own[facet] or tuple({slug for text in texts for slug in facet.of(text)}) for facet in USED}
        order = {facet: self.vocabularies[facet.name].order for facet in USED}
        ruimtes = [("ruimte", r.origin.slug) for r in self.ruimtes if {"alle", r.origin.slug} & set(werkvorm.ruimtes)]
        together = {tuple(own[facet] or facet.of(text) for facet in USED) for text in texts} | {tuple(own.values())}
        pairs: set[Pair] = set()
        for found in together:
            sides = [[(facet.name, slug) for slug in slugs] for facet, slugs in zip(USED, found, strict=True)]
            for first, second in combinations([ruimtes, *sides], 2):
                pairs.update(product(first, second))
        return Used(
            {facet.name: tuple(sorted(slugs, key=order[facet].__getitem__)) for facet, slugs in told.items() if slugs},
            frozenset(facet.name for facet in USED if told[facet] and not own[facet]),
            frozenset(pairs),
        )

    @cached_property
    def methods(self) -> dict[Value, list[Werkvorm]]:
        """The werkvormen that were used with each value of `USED` that has any, by title."""
        index: dict[Value, list[Werkvorm]] = defaultdict(list)
        for werkvorm in self.werkvormen:
            for name, slugs in self.used[werkvorm.origin.slug].values.items():
                for slug in slugs:
                    index[name, slug].append(werkvorm)
        return dict(index)

    @cached_property
    def method_pairs(self) -> dict[Pair, list[Werkvorm]]:
        """The werkvormen that were used with each pair of values that has any, by title."""
        index: dict[Pair, list[Werkvorm]] = defaultdict(list)
        for werkvorm in self.werkvormen:
            for pair in self.used[werkvorm.origin.slug].pairs:
                index[pair].append(werkvorm)
        return dict(index)

    @cached_property
    def crossings(self) -> dict[Value, list[tuple[Value, Pair]]]:
        """For each value those that share a story with it, and their pair: most stories first, ties in list order."""
        index: dict[Value, list[tuple[Value, Pair]]] = defaultdict(list)
        for pair in self.pairs:
            index[pair[0]].append((pair[1], pair))
            index[pair[1]].append((pair[0], pair))
        for rows in index.values():
            rows.sort(key=lambda row: (-len(self.pairs[row[1]]), self.vocabularies[row[0][0]].order[row[0][1]]))
        return dict(index)

    @cached_property
    def provinces(self) -> dict[str, list[Term]]:
        """The regions of each province, in order."""
        index: dict[str, list[Term]] = {term.slug: [] for term in self.vocabularies["provincie"].terms}
        for term in self.vocabularies["regio"].terms:
            index[term.extra["provincie"]].append(term)
        return index

    @cached_property
    def _places(self) -> dict[str, Term]:
        return {fold(term.label): term for term in self.vocabularies["plaats"].terms}

    def place(self, name: str) -> Term | None:
        """Return what is known of a place: its region and coordinates."""
        return self._places.get(fold(name))

    def term(self, vocabulary: str, slug: str) -> Term:
        return self.vocabularies[vocabulary].by_slug[slug]

    def province(self, regio: str) -> Term:
        return self.term("provincie", self.term("regio", regio).extra["provincie"])

    def in_province(self, province: str) -> Iterator[Verhaal]:
        """Yield the stories of a province, newest first."""
        slugs = {term.slug for term in self.provinces[province]}
        return (verhaal for verhaal in self.verhalen if verhaal.regio in slugs)


def features(text: Verhaal | Praktijkvoorbeeld) -> list[list[Value]]:
    """Return the values of a text in each main facet, in the order of `FACETS`."""
    return [[(facet.name, slug) for slug in facet.of(text)] for facet in FACETS]


def licence(term: Term) -> str:
    """Return the address that means a licence: that of Creative Commons, not of its summary for readers; or nothing."""
    return DEED.sub("", term.extra.get("adres", ""))
