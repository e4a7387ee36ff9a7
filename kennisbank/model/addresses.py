"""Where each address leads: to a page, to where that moved, or to the word that it was withdrawn; or to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kennisbank.model import open_data, urls
from kennisbank.model.facets import ALL, BY_NAME, Facet
from kennisbank.model.published import Published
from kennisbank.model.records import Record, Source
from kennisbank.model.vocabulary import Vocabulary

NUMBERED = re.compile(r"(.*/)pagina-\d+/")
MADE = re.compile(rf"{re.escape(urls.preview(''))}[01]+\.png|{'|'.join(map(re.escape, urls.KAARTEN_PDF.values()))}")
"""Files that a build can always make, also when no page asks for them any more."""
LONGEST = 50
"""Moves that are followed: a page that moved more often than that moves in a circle."""
FACET_OF = {folder: facet.name for facet in ALL for folder in facet.folders}
"""The facet by the first part of its addresses, of today and before."""


@dataclass(frozen=True)
class Answers:
    """What is there (`present`), what moved (`moved`: from an address to the next), and what was withdrawn."""

    present: frozenset[str]
    moved: Mapping[str, str] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()

    def lead(self, address: str) -> str | None:
        """Return the address where an old one leads: a page or file that is there, or one that was withdrawn.

        A list that has become shorter leads to its beginning, a pair of values without a page of its own to the first
        value that has one, a list on another site to that of today. None means nowhere.
        """
        last = self.end(address)
        if last in self.withdrawn or last in self.present:
            return last
        return self._derived(last) if last not in self.moved else None

    def end(self, address: str) -> str:
        """Return the last address of a row of moves: one that is there, was withdrawn, or moved no further."""
        for _ in range(LONGEST):
            if address in self.withdrawn or address in self.present or address not in self.moved:
                break
            address = self.moved[address]
        return address

    def _derived(self, address: str) -> str | None:
        if MADE.fullmatch(address):
            return address
        if match := NUMBERED.fullmatch(address):
            page = self.lead(match[1])
            same = f"{page}{address.removeprefix(match[1])}"
            return same if same in self.present else page
        if address.startswith(urls.EMBED):  # whoever shows a list that is none any more shows all stories
            page = self.lead(address.removeprefix(urls.EMBED))
            same = urls.embedded(page or "")
            return same if same in self.present else urls.embedded(urls.VERHALEN)
        if followed := urls.followed(address):
            page, name = self.lead(followed), address.removeprefix(followed)
            return page + name if page is not None and page + name in self.present else page
        if values := pair(address):
            first, second = map(self.lead, values)
            if first is not None and second is not None and first + second in self.present:
                return first + second
            return next((found for found in (first, second) if found in self.present), first or second)
        return None


def pair(address: str) -> tuple[str, str] | None:
    """Return the addresses of both values of a pair (`urls.pair`), or None for any other address."""
    parts = address.split("/")
    if len(parts) == 5 and parts[0] in FACET_OF and parts[2] in FACET_OF:
        return f"{parts[0]}/{parts[1]}/", f"{parts[2]}/{parts[3]}/"
    return None


def values(vocabularies: Mapping[str, Vocabulary], facets: Iterable[Facet] = ALL) -> Iterator[tuple[str, str]]:
    """Yield the address of every value of some facets and of every province, and one it had before, or nothing."""
    for name, facet in [*((facet.name, facet) for facet in facets), ("provincie", BY_NAME["regio"])]:
        for term in vocabularies[name].terms:
            address = urls.value(facet.name, term.slug)
            yield address, ""
            yield from ((address, urls.value(facet.name, slug)) for slug in term.former)
            for folder in facet.former:
                yield from ((address, f"{folder}/{slug}/") for slug in (term.slug, *term.former))


def present(
    sources: Iterable[Source], vocabularies: Mapping[str, Vocabulary], facets: Sequence[Facet] = ALL
) -> frozenset[str]:
    """Return every address that is there whatever the stories say: of texts, lists, values, feeds and files.

    Of the values there are those of the `facets` that the site shows.
    """
    of_values = {address for address, _ in values(vocabularies, facets)}
    of_texts = {urls.of(source.path, source.slug) for source in sources}
    feeds = {feed for address in (urls.VERHALEN, urls.VOORBEELDEN, *of_values) for feed in urls.feeds(address)}
    frames = {urls.embedded(address) for address in (urls.VERHALEN, urls.SELECTIE, *of_values)}
    of_site = {urls.HOME, *urls.overviews(facets), *urls.FILES, *open_data.FILES}
    return frozenset({*of_site, *of_values, *of_texts, *feeds, *frames})


def former(
    records: Iterable[Record], vocabularies: Mapping[str, Vocabulary], facets: Iterable[Facet] = ALL
) -> dict[str, str]:
    """Return for every former address that a text, a value or a facet names the one that it has now."""
    moved = urls.MOVED | {before: address for address, before in values(vocabularies, facets) if before}
    for record in records:
        own = urls.of(record.origin.path, record.origin.slug)
        moved |= {urls.former(own, name): own for name in record.eerder}
    return moved


def answers(
    sources: Iterable[Source], records: Iterable[Record], vocabularies: Mapping[str, Vocabulary],
    published: Published, withdrawn: Iterable[str], facets: Sequence[Facet] = ALL,
) -> Answers:  # fmt: skip
    """Return where addresses lead on a site of these texts.

    A text that says what its former addresses are knows better than the list; the list still knows what a text no
    longer says.
    """
    recorded = {old: new for old, new in published.addresses.items() if new}
    moved = recorded | former(records, vocabularies, facets)
    return Answers(present(sources, vocabularies, facets), moved, frozenset(withdrawn))


def lost(published: Iterable[str], answers: Answers) -> list[str]:
    """Return the published addresses that lead nowhere.

    Of what follows from another (a second page, a feed, a pair of values) it is that other one, published or not: when
    that has an answer, so has what follows from it.
    """
    return sorted({_origin(address, answers) for address in published if answers.lead(address) is None})


def _origin(address: str, answers: Answers) -> str:
    """Return the address from which a lost one follows, or itself."""
    last = answers.end(address)
    if urls.code(address):  # its text is lost, and that is said
        return last
    if match := NUMBERED.fullmatch(last):
        return _origin(match[1], answers)
    if followed := urls.followed(last):
        return _origin(followed, answers)
    if values := pair(last):
        return _origin(values[0], answers)
    return address
