"""What the finder searches: a record for each page with a text, and the words by which it mends a typing error.

Plain data. Which program indexes it is a matter of `indexing`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import ClassVar

from kennisbank.finding.synonyms import Synonyms, plain
from kennisbank.model import kinds, urls
from kennisbank.model.facets import Text
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Record, Verhaal, Werkvorm
from kennisbank.parts.scripts import Given
from kennisbank.parts.sentences import happened
from kennisbank.reading import markup
from kennisbank.reading.markup import WORD

SHORTEST_PART = 5
"""Letters of the shortest last part of a compound that is worth finding: shorter ones stand in too many words."""
UNSTRESSED = frozenset("ver ont her mis onder over aan door voor".split())
"""What makes another verb of a verb, not a compound of two nouns: "verspelen" is no "spelen"."""
SHORTEST_WORD = 4
"""Letters of the shortest word that a typing error is mended to."""
MOST_OF_A_LETTER = 4000
"""Words with the same first letter that a typing error can be mended to: the most common ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """What the finder shows of a page, and what it looks at to see whether a word is really there.

    `speelde` says when a story happened, as its card does.
    """

    for_scripts: ClassVar[bool] = True
    url: str
    titel: str
    label: str
    samenvatting: str
    tekst: str
    namen: tuple[str, ...]
    delen: str
    speelde: str


@dataclass(frozen=True, slots=True)
class Keuzetabel:
    """The choices of a facet: the different `sets` of values that texts have, and by story the number of its set.

    `voorbeelden` and `werkvormen` have the same of those, in the order of the table of that name. Stories are in their
    own order. A number for each, not its values: that is a byte on the wire. Pagefind has filters too, but those take
    three times as much, and a query of their own for the numbers of each facet.
    """

    for_scripts: ClassVar[bool] = True
    sets: tuple[tuple[str, ...], ...]
    verhalen: tuple[int, ...]
    voorbeelden: tuple[int, ...] = ()
    werkvormen: tuple[int, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A page as the finder knows it.

    `names` are what it is called by beside its text: the labels of its values, its schools and partners, or other
    words for it. `keywords` are searched but not shown: parts of words that stand in the text or the names. `label` is
    the place of a story, or the kind of another page. `number` is the place of a story among all, the newest is 0, and
    `row` that of a text of another kind that can be chosen: its table, and its place there. `when` says when a story
    happened.
    """

    address: str
    title: str
    summary: str
    text: str
    keywords: str
    label: str
    number: int | None = None
    names: tuple[str, ...] = ()
    row: tuple[str, int] | None = None
    when: str = ""

    def words(self) -> tuple[list[str], list[str]]:
        """Return each word once, sorted: those of the summary, and the others of the text and what is beside it.

        Once, for the index: where each of ten times stands would make it four times as large.
        """
        first = set(WORD.findall(self.summary.lower()))
        others = " ".join([self.text, self.keywords, *self.names]).lower()
        return sorted(first), sorted(set(WORD.findall(others)) - first)

    def shown(self) -> Vondst:
        """Return what the finder shows of the page."""
        return Vondst(
            url=self.address,
            titel=self.title,
            label=self.label,
            samenvatting=self.summary,
            tekst=self.text,
            namen=self.names,
            delen=self.keywords,
            speelde=self.when,
        )


def entries(knowledge: KnowledgeBase) -> Iterator[Entry]:
    """Yield every page that can be found: the stories first, in their own order, and then what is beside them."""
    words = Keywords(knowledge)
    for number, verhaal in enumerate(knowledge.verhalen):
        text = markup.plain(verhaal.origin.body)
        address = urls.verhaal(verhaal.origin.slug)
        names = words.names(verhaal)
        parts = words.of(verhaal, text, names)
        when = happened(verhaal.speelde)
        yield Entry(address, verhaal.title, verhaal.samenvatting, text, parts, verhaal.plaats, number, names, when=when)
    rows = {each.origin.path: ("voorbeelden", number) for number, each in enumerate(knowledge.voorbeelden)}
    rows |= {each.origin.path: ("werkvormen", number) for number, each in enumerate(knowledge.werkvormen)}
    for kind in (kind for kind in kinds.KINDS if kind.found):
        for record in knowledge.of(kind):
            address = urls.of(record.origin.path, record.origin.slug)
            if address != urls.HOME:
                text = markup.plain(record.origin.body)
                row = rows.get(record.origin.path)
                entry = Entry(address, record.title, record.samenvatting, text, "", kind.found, row=row)
                if isinstance(record, Praktijkvoorbeeld):
                    names = words.names(record)
                    parts = words.of(record, text, names)
                    entry = replace(entry, keywords=parts, names=names)
                yield entry
    for term in knowledge.vocabularies["begrip"].terms:
        yield Entry(urls.begrip(term.slug), term.label, term.definition, "", "", "Begrip", names=term.synonyms)


def choices(knowledge: KnowledgeBase, text: Text) -> dict[str, list[str]]:
    """Return the values by which a text is chosen, by facet; a region brings its province.

    Of a werkvorm those are its ruimtes, and where it was used.
    """
    found = {facet.name: list(facet.of(text)) for facet in knowledge.facets}
    if isinstance(text, Werkvorm):
        found |= {name: list(slugs) for name, slugs in knowledge.used[text.origin.slug].values.items()}
        if "alle" in text.ruimtes:
            found["ruimte"] = [ruimte.origin.slug for ruimte in knowledge.ruimtes]
    found["regio"] += dict.fromkeys(knowledge.province(slug).slug for slug in found["regio"])
    return {name: slugs for name, slugs in found.items() if slugs}


def selection(knowledge: KnowledgeBase) -> dict[str, Keuzetabel]:
    """Return the choices of each facet that any story, short example or werkvorm has a value of."""
    kinds_of: tuple[Sequence[Text], ...] = (knowledge.verhalen, knowledge.voorbeelden, knowledge.werkvormen)
    of_each = [[choices(knowledge, text) for text in texts] for texts in kinds_of]
    found = {}
    for facet in knowledge.facets:
        rows = [[tuple(values.get(facet.name, ())) for values in texts] for texts in of_each]
        sets = sorted({values for row in rows for values in row})
        if sets not in ([], [()]):
            number = {values: index for index, values in enumerate(sets)}
            found[facet.name] = Keuzetabel(tuple(sets), *(tuple(number[values] for values in row) for row in rows))
    return found


class Keywords:
    """The words that stand for a story or a short example beside those of its text."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._parts: dict[str, tuple[str, ...]] = {}

    def names(self, text: Verhaal | Praktijkvoorbeeld) -> tuple[str, ...]:
        """Return the labels of its values, its schools and partners, and the titles of its werkvormen; each once."""
        kb = self.knowledge
        shown = [self._label((name, slug)) for name, slugs in choices(kb, text).items() for slug in slugs]
        shown += [*text.scholen, *text.partners] if isinstance(text, Verhaal) else []
        shown += [kb.werkvorm[slug].title for slug in text.werkvormen if slug in kb.werkvorm]
        return tuple(dict.fromkeys(shown))

    def of(self, record: Record, text: str, names: Iterable[str]) -> str:
        """Return the parts of the compounds in its text and its names that are no words of it themselves.

        The engine finds "muziekles" by its beginning, but not by its end.
        """
        written = set(plain(f"{record.samenvatting} {text} {record.title} {' '.join(names)}").split())
        return " ".join(sorted({part for word in written for part in self.parts(word)} - written))

    def _label(self, value: tuple[str, str]) -> str:
        vocabularies = self.knowledge.vocabularies
        return (vocabularies[value[0]].by_slug.get(value[1]) or vocabularies["provincie"].by_slug[value[1]]).label

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the closed lists that are long enough to be looked for at the end of another word.

        Not those of places and regions: "stemmen" holds no "Emmen".
        """
        names = [*(facet.name for facet in self.knowledge.facets if facet.name != "regio"), "begrip"]
        terms = [term for name in names for term in self.knowledge.vocabularies[name].terms]
        words = {word for term in terms for form in (term.label, *term.synonyms) for word in plain(form).split()}
        return frozenset(word for word in words if len(word) >= SHORTEST_PART)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words at the end of a compound, as they stand in the closed lists: "kringgesprek": "gesprek"."""
        found = self._parts.get(word)
        if found is None:
            ends = (word[start:] for start in range(3, len(word) - SHORTEST_PART + 1) if word[:start] not in UNSTRESSED)
            found = self._parts[word] = tuple(form for end in ends for form in _forms(end) if form in self.known)
        return found


def _forms(word: str) -> Iterator[str]:
    """Yield a word, and what it is when it is a plural: "gesprekken": "gesprek", "tafels": "tafel"."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("en"):
        yield word[:-2]
        if word[-3:-2] == word[-4:-3]:
            yield word[:-3]


def spelling(found: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Return the words of the stories by their first letter without its accent, the most common first.

    A typing error is mended to the nearest of these. Words of one story count as much as any: a name can be rare.
    """
    number: Counter[str] = Counter()
    for entry in found:
        if entry.number is not None:
            words = {*chain(*entry.words()), *WORD.findall(f"{entry.title} {entry.label}".lower())}
            number.update(word for word in words if len(word) >= SHORTEST_WORD)
    letters: dict[str, list[str]] = defaultdict(list)
    for word in sorted(number, key=lambda word: (-number[word], word)):
        if (letter := plain(word)[0]).isascii() and letter.isalpha():
            letters[letter].append(word)
    return {letter: tuple(words[:MOST_OF_A_LETTER]) for letter, words in sorted(letters.items())}


def tables(knowledge: KnowledgeBase, found: Sequence[Entry]) -> dict[str, Given]:
    """Return by name what the finder reads beside its index.

    That is the choices of each facet, the synonyms, and by letter the words that a typing error is mended to.
    """
    words = spelling(found)
    return {
        "synoniemen": Synonyms(knowledge).table("".join(words)),
        **{f"keuzes/{name}": table for name, table in selection(knowledge).items()},
        **{f"woorden/{letter}": of_letter for letter, of_letter in words.items()},
    }
