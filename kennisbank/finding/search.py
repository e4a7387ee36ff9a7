"""What the finder searches: a record for each page that can answer, and the choices of each facet.

Plain data. How it is indexed is a matter of `inverted`, and where it is written of `indexing`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import yaml

from kennisbank.finding.compared import plain
from kennisbank.finding.synonyms import terms
from kennisbank.model import kinds, urls
from kennisbank.model.facets import Text
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Bundel, Praktijkvoorbeeld, Record, Ruimte, Verhaal, Werkvorm
from kennisbank.model.urls import Value
from kennisbank.parts.omslag.view import Omslag
from kennisbank.parts.sentences import happened
from kennisbank.reading import markup

OVERVIEWS = Path(__file__).with_name("overzichten.yml")
STORY, OVERVIEW, VALUE, WORD = "verhaal", "uitleg", "waarde", "begrip"
"""What a page can be to the finder, beside what the kinds of texts are called there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """What the finder shows of a page, and what it looks at to see which of the words that were meant are there.

    `namen` are what the page is called by beside its text, and `delen` the parts of compounds in it, as they are
    compared. `speelde` says when a story happened, and `omslag` is its opening picture, as its card has them.
    """

    for_scripts: ClassVar[bool] = True
    url: str
    titel: str
    label: str
    samenvatting: str
    tekst: str
    namen: tuple[str, ...]
    delen: tuple[str, ...]
    speelde: str
    omslag: Omslag | None


@dataclass(frozen=True, slots=True)
class Keuzetabel:
    """The choices of a facet: the different `sets` of values that texts have, and by story the number of its set.

    `voorbeelden` and `werkvormen` have the same of those. All are in the order of the documents of the index. A number
    for each, not its values: that is a byte on the wire.
    """

    for_scripts: ClassVar[bool] = True
    sets: tuple[tuple[str, ...], ...]
    verhalen: tuple[int, ...]
    voorbeelden: tuple[int, ...] = ()
    werkvormen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Titels:
    """What is suggested while somebody types, beside words and values.

    `titels` are by kind the pages that can be suggested, each with its address and title. `geschreven` are words as
    they are written, by what they are compared as, where those differ by more than capitals: "poëzie".
    """

    for_scripts: ClassVar[bool] = True
    titels: Mapping[str, tuple[tuple[str, str], ...]]
    geschreven: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page as the finder knows it.

    `kind` is what it is to the finder: a story, what its kind of text is called there, a value, or a word explained.
    `names` are what it is called by beside its text: the labels of its values, its schools and partners, or other
    words for it; `hidden` are such words that no reader sees. `label` is the place of a story, or the kind of another
    page; `values` are those by which it is chosen, `stories` the numbers of the stories that a question names, and
    `when` says when a story happened.
    """

    address: str
    kind: str
    title: str
    summary: str
    text: str = ""
    label: str = ""
    names: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    stories: tuple[int, ...] = ()
    when: str = ""

    def shown(self, parts: Iterable[str], omslag: Omslag | None = None) -> Vondst:
        """Return what the finder shows of the page: `parts` are those of its compounds, `omslag` is its picture."""
        return Vondst(
            url=self.address,
            titel=self.title,
            label=self.label,
            samenvatting=self.summary,
            tekst=self.text,
            namen=self.names,
            delen=tuple(parts),
            speelde=self.when,
            omslag=omslag,
        )


def entries(knowledge: KnowledgeBase, read: Callable[[str], str] = markup.plain) -> list[Entry]:
    """Return every page that can be found, kind by kind: the stories first, the newest of them in front.

    Short examples and werkvormen are in the order that the table of choices has them in (`selection`). `read` gives the
    words of a text without its marks.
    """
    written = [*_stories(knowledge, read), *_texts(knowledge, read)]
    return [*written, *_overviews(knowledge), *_values(knowledge), *_words(knowledge)]


def _stories(knowledge: KnowledgeBase, read: Callable[[str], str]) -> Iterator[Entry]:
    labels = Labels(knowledge)
    for verhaal in knowledge.verhalen:
        chosen = choices(knowledge, verhaal)
        ways = (getattr(verhaal, name) for name in WAYS)
        yield Entry(
            address=urls.verhaal(verhaal.origin.slug),
            kind=STORY,
            title=verhaal.title,
            summary=verhaal.samenvatting,
            text=" ".join([read(verhaal.origin.body), *filter(None, ways)]),
            label=verhaal.plaats,
            names=names(knowledge, verhaal, chosen, labels),
            hidden=verhaal.zoekwoorden,
            values=chosen,
            when=happened(verhaal.speelde),
        )


WAYS = ("aanpak_trekker", "aanpak_tijd", "aanpak_groep", "aanpak_geld", "aanpak_eerste_stap")
"""What the page of a story says beside its text of how it was done."""


def _texts(knowledge: KnowledgeBase, read: Callable[[str], str]) -> Iterator[Entry]:
    """Yield what is written and no story; examples and werkvormen in their own order."""
    ordered: dict[type[Record], tuple[Record, ...]] = {
        Praktijkvoorbeeld: knowledge.voorbeelden,
        Werkvorm: tuple(knowledge.werkvormen),
    }
    number = {verhaal.origin.slug: n for n, verhaal in enumerate(knowledge.verhalen)}
    labels = Labels(knowledge)
    for kind in (kind for kind in kinds.KINDS if kind.found):
        for record in ordered.get(kind.record) or knowledge.of(kind):
            address = urls.of(record.origin.path, record.origin.slug)
            if address != urls.HOME:
                chosen = choices(knowledge, record) if isinstance(record, Praktijkvoorbeeld | Werkvorm) else {}
                yield Entry(
                    address=address,
                    kind=kind.found.lower(),
                    title=record.title,
                    summary=record.samenvatting,
                    text=read(record.origin.body),
                    label=kind.found,
                    names=names(knowledge, record, chosen, labels)
                    if isinstance(record, Praktijkvoorbeeld)
                    else _others(record),
                    hidden=getattr(record, "zoekwoorden", ()),
                    values=chosen,
                    stories=tuple(number[slug] for slug in record.verhalen if slug in number)
                    if isinstance(record, Bundel)
                    else (),
                )


def _others(record: Record) -> tuple[str, ...]:
    """Return the other words for a ruimte; of a bundel what is asked in it."""
    if isinstance(record, Ruimte):
        return record.synoniemen
    return record.vragen if isinstance(record, Bundel) else ()


def _overviews(knowledge: KnowledgeBase) -> Iterator[Entry]:
    """Yield the pages that the site makes of all others; a list of which there is nothing is none."""
    empty = {urls.VOORBEELDEN: not knowledge.voorbeelden, urls.BUNDELS: not knowledge.bundels}
    for address, said in overviews().items():
        if not empty.get(address):
            yield Entry(
                address=address,
                kind=OVERVIEW,
                title=said["titel"],
                summary=said["zin"],
                label="Pagina",
                hidden=tuple(said["zoekwoorden"]),
            )


@cache
def overviews() -> Mapping[str, Any]:
    """Return by address what the finder knows of the pages that the site makes of all others."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(OVERVIEWS.read_text(encoding="utf-8"), loader)
    return found


def _values(knowledge: KnowledgeBase) -> Iterator[Entry]:
    """Yield the page of every value but those of the ruimtes, which have one of their own."""
    for (name, slug), term in terms(knowledge):
        if name != kinds.RUIMTE.one:
            yield Entry(
                address=urls.value(name, slug),
                kind=VALUE,
                title=term.label,
                summary=term.definition,
                label=knowledge.vocabularies[name].label,
                names=(*term.synonyms, *term.narrower),
            )


def _words(knowledge: KnowledgeBase) -> Iterator[Entry]:
    for term in knowledge.vocabularies["begrip"].terms:
        yield Entry(
            address=urls.begrip(term.slug),
            kind=WORD,
            title=term.label,
            summary=term.definition,
            label="Begrip",
            names=term.synonyms,
        )


def choices(knowledge: KnowledgeBase, text: Text) -> dict[str, list[str]]:
    """Return the values by which a text is chosen, by facet; a region brings its province.

    Of a werkvorm those are its ruimtes, and where it was used.
    """
    found = {facet.name: list(slugs) for facet in knowledge.facets if (slugs := facet.of(text))}
    if isinstance(text, Werkvorm):
        found |= {name: list(slugs) for name, slugs in knowledge.used[text.origin.slug].values.items()}
        if "alle" in text.ruimtes:
            found["ruimte"] = [ruimte.origin.slug for ruimte in knowledge.ruimtes]
    if "regio" in found:
        found["regio"] += dict.fromkeys(knowledge.province(slug).slug for slug in found["regio"])
    return {name: slugs for name, slugs in found.items() if slugs}


def selection(knowledge: KnowledgeBase, found: Sequence[Entry] | None = None) -> dict[str, Keuzetabel]:
    """Return the choices of each facet that any story, short example or werkvorm has a value of.

    `found` are its entries, where somebody has them: those have the choices.
    """
    texts = (STORY, *(kinds.BY_RECORD[kind].found.lower() for kind in (Praktijkvoorbeeld, Werkvorm)))
    every = entries(knowledge) if found is None else found
    of_each = [[entry.values for entry in every if entry.kind == kind] for kind in texts]
    tables = {}
    for facet in knowledge.facets:
        rows = [[tuple(values.get(facet.name, ())) for values in texts] for texts in of_each]
        sets = sorted({values for row in rows for values in row})
        if sets not in ([], [()]):
            number = {values: index for index, values in enumerate(sets)}
            tables[facet.name] = Keuzetabel(tuple(sets), *(tuple(number[values] for values in row) for row in rows))
    return tables


SUGGESTED = 200
"""The titles of a kind with so many pages are not suggested: they would weigh more than the answer."""
ACCENTED = re.compile(r"(?<![a-zß-öø-ÿ])[a-z]*+[ß-öø-ÿ][a-zß-öø-ÿ]*")
STRESSED = re.compile("[a-záéíóú]+")
WRITTEN = 300
"""The most words of which it is told how they are written."""


def titles(found: Iterable[Entry], written: Iterable[Iterable[str]], everyday: Iterable[str]) -> Titels:
    """Return the titles that are suggested while somebody types; values are suggested by their labels.

    `written` are the words of each page that are written with an accent (`accented`). A word of `everyday` has an acute
    accent to stress it ("één"), and is suggested without one.
    """
    plain_words = set(everyday)
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for entry, words in zip(found, written, strict=True):
        if entry.kind != VALUE:
            by_kind[entry.kind].append((entry.address, entry.title))
        for word in words:
            if plain(word) not in plain_words or not STRESSED.fullmatch(word):
                spelled[plain(word)][word] += 1
    common = sorted(spelled, key=lambda bare: (-spelled[bare].total(), bare))[:WRITTEN]
    return Titels(
        titels={kind: tuple(pages) for kind, pages in by_kind.items() if len(pages) < SUGGESTED},
        geschreven={bare: min(spelled[bare], key=lambda word: (-spelled[bare][word], word)) for bare in sorted(common)},
    )


def accented(entry: Entry) -> frozenset[str]:
    """Return the words of a page that are written with an accent."""
    said = " ".join((entry.title, entry.summary, entry.text, *entry.names))
    return frozenset() if said.isascii() else frozenset(ACCENTED.findall(said.lower()))


class Labels(dict[Value, str]):
    """The label of each value, looked up once: thousands of texts have the same values."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        super().__init__()
        self._vocabularies = knowledge.vocabularies

    def __missing__(self, value: Value) -> str:
        name, slug = value
        term = self._vocabularies[name].by_slug.get(slug) or self._vocabularies["provincie"].by_slug[slug]
        self[value] = term.label
        return term.label


def names(
    knowledge: KnowledgeBase,
    text: Verhaal | Praktijkvoorbeeld,
    chosen: Mapping[str, Sequence[str]],
    labels: Mapping[Value, str],
) -> tuple[str, ...]:
    """Return the labels of its choices, its schools and partners, and the titles of its werkvormen; each once."""
    shown = [labels[name, slug] for name, slugs in chosen.items() for slug in slugs]
    shown += [*text.scholen, *text.partners] if isinstance(text, Verhaal) else []
    shown += [knowledge.werkvorm[slug].title for slug in text.werkvormen if slug in knowledge.werkvorm]
    return tuple(dict.fromkeys(shown))
