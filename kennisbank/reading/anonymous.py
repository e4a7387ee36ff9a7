"""What a praktijkvoorbeeld without consent may not tell: a name, a place, a link to a story; and what it resembles."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from kennisbank.model import kinds, urls
from kennisbank.model.records import Praktijkvoorbeeld, Record, Verhaal
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.parts.sentences import listing
from kennisbank.problems.problem import Notice, Problem, problem, quote
from kennisbank.reading.markup import WORD, Link, Places

KINDS_OF = ("schooltype", "partnertype", "rol")
"""The lists of which a label is a kind of school or partner, also where a story has it as a name."""
PLACES = ("plaats", "regio", "provincie")
"""The lists of which no value may be named."""
ON_SITE = re.compile(rf"\b{kinds.VERHAAL.address}/([a-z0-9-]+)")
"""The address of a story, as it stands on the site."""
ACCENT = re.compile(r"[\u0300-\u036f]")
SHORT = 3
"""Letters of a word at the beginning of a name that may be left out: an article, "OBS", "Dr."."""
FEW = 3
"""In how many texts a word stands at most that is uncommon."""
ALIKE = 3
"""From how many uncommon words on that an example shares with a story, a reader could know which school it is about."""
LONG = 5
"""Letters of the shortest word that counts for that."""


@dataclass(frozen=True)
class _Name:
    """A name as its words; `loose` says that capitals make no difference, `why` whose it is, `cure` what to write."""

    words: tuple[str, ...]
    loose: bool
    why: str
    cure: str


class Names:
    """Finds names in a text, in time that does not grow with how many there are."""

    def __init__(self, names: Iterable[_Name]) -> None:
        self._by_words: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
        for name in names:
            self._by_words[tuple(map(_plain, name.words))].append(name)
        self._first = {words[0] for words in self._by_words}
        self._lengths = sorted({len(words) for words in self._by_words}, reverse=True)

    def find(self, text: str) -> Iterator[tuple[int, str, _Name]]:
        """Yield each name that stands in a text: where, how it is written, and which it is; the longest, and once."""
        found = [*WORD.finditer(text)]
        words = [match.group() for match in found]
        plain = [_plain(word) for word in words]
        seen: set[_Name] = set()
        number = 0
        while number < len(words):
            name = self._at(number, words, plain) if plain[number] in self._first else None
            last = number + (len(name.words) if name else 1) - 1
            if name and name not in seen:
                seen.add(name)
                yield found[number].start(), text[found[number].start() : found[last].end()], name
            number = last + 1

    def _at(self, number: int, words: Sequence[str], plain: Sequence[str]) -> _Name | None:
        """Return the longest name that begins at a word of a text."""
        for length in self._lengths:
            for name in self._by_words.get(tuple(plain[number : number + length]), ()):
                there = words[number : number + length]
                if name.loose or [word[0].isupper() for word in there] == [word[0].isupper() for word in name.words]:
                    return name
        return None


def _plain(text: str) -> str:
    """Return a text as it is compared: small letters, without accents."""
    text = text.casefold()
    return text if text.isascii() else ACCENT.sub("", unicodedata.normalize("NFKD", text))


def check(
    records: Iterable[Record], links: Mapping[str, Sequence[Link]], vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """Yield what anonymous examples tell of where they come from. `links` are those of every text, by its path."""
    records = [*records]
    examples = [*_anonymous(records)]
    if not examples:
        return
    stories = [record for record in records if isinstance(record, Verhaal)]
    slugs = {story.origin.slug for story in stories}
    names = Names([*_names(stories, vocabularies), *_places(vocabularies)])
    for example in examples:
        yield from _named(example, names)
        uri = urls.uri(example.origin.path)
        for link in links.get(example.origin.path, ()):
            target = urls.resolve(unquote(link.target), uri)
            if target and kinds.VERHAAL.has(target):
                message = f"De link {quote(link.target)} leidt naar een verhaal, en dit voorbeeld is anoniem."
                yield problem("anoniem-link", example.origin.path, message, line=link.line, column=link.column)
        place = Places(example.origin.body, example.origin.body_line)
        for match in ON_SITE.finditer(example.origin.body):
            if match[1] in slugs:
                message = f"{quote(match.group())} is het adres van een verhaal, en dit voorbeeld is anoniem."
                yield problem("anoniem-link", example.origin.path, message, **place(match.start()))


def _anonymous(records: Iterable[Record]) -> Iterator[Praktijkvoorbeeld]:
    return (record for record in records if isinstance(record, Praktijkvoorbeeld) and not record.toestemming)


def _named(example: Praktijkvoorbeeld, names: Names) -> Iterator[Problem]:
    """Yield each name in the fields of an example that a reader sees, and in its text."""
    origin = example.origin
    parts = [("title", -1, example.title), ("samenvatting", -1, example.samenvatting)]
    parts += [("gesprek", number, asked) for number, asked in enumerate(example.gesprek)]
    for field, number, text in parts:
        for _, written, name in names.find(text):
            line, column = origin.positions[field, number]
            yield problem(
                "anoniem-naam", origin.path, _said(written, name), line=line, column=column, field=field, hint=name.cure
            )
    place = Places(origin.body, origin.body_line)
    for index, written, name in names.find(origin.body):
        yield problem("anoniem-naam", origin.path, _said(written, name), **place(index), hint=name.cure)


def _said(written: str, name: _Name) -> str:
    return f"{quote(written)} is {name.why}, en dit voorbeeld is anoniem."


def _names(stories: Iterable[Verhaal], vocabularies: Mapping[str, Vocabulary]) -> Iterator[_Name]:
    """Yield the schools and partners that stories name; one that a list has as a kind ("Cultuurcoach") is no name."""
    kinds_of = {_plain(term.label) for name in KINDS_OF for term in vocabularies[name].terms}
    for field, what, cure in (
        ("scholen", "een school", "Schrijf wat voor school het is, of zet toestemming: ja erbij als die er is."),
        ("partners", "een partner", "Schrijf wat voor partner het is, of zet toestemming: ja erbij als die er is."),
    ):
        known = dict.fromkeys(name for story in stories for name in getattr(story, field))
        for name in known:
            words = tuple(WORD.findall(name))
            if not words or _plain(name) in kinds_of:
                continue
            for form in dict.fromkeys((words, _short(words))):
                loose = any(word[0].isupper() for word in form[1:])
                yield _Name(form, loose, f"de naam van {what} uit een verhaal", cure)


def _short(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the short words that it begins with; of "De Brug" that is "Brug", with its capital."""
    for number, word in enumerate(words[:-1]):
        if len(word) > SHORT:
            return words[number:]
    return words[-1:]


def _places(vocabularies: Mapping[str, Vocabulary]) -> Iterator[_Name]:
    for name in PLACES:
        what = {"plaats": "een plaats", "regio": "een regio", "provincie": "een provincie"}[name]
        for label in dict.fromkeys(term.label for term in vocabularies[name].terms):
            words = tuple(WORD.findall(label))
            cure = "Laat het weg, of zeg in wat voor omgeving het was: een dorp, een stad."
            if words:
                yield _Name(words, len(words) > 1, what, cure)


def resembling(records: Iterable[Record]) -> Iterator[Notice]:
    """Yield for each anonymous example a story that names a school and shares uncommon words with it.

    Uncommon is what few of all texts have: so no list of common words is needed, and each of them is in few stories.
    """
    records = [*records]
    examples = [*_anonymous(records)]
    if not examples:
        return
    told = {example.origin.path: frozenset(filter(_long, _words(example))) for example in examples}
    wanted = frozenset().union(*told.values())
    words = {record.origin.path: wanted.intersection(_words(record)) for record in records}
    number = Counter(word for found in words.values() for word in found)
    stories: dict[str, list[Verhaal]] = defaultdict(list)
    for record in records:
        if isinstance(record, Verhaal) and record.scholen:
            for word in words[record.origin.path]:
                if number[word] <= FEW:
                    stories[word].append(record)
    for example in examples:
        shared: dict[str, list[str]] = defaultdict(list)
        for word in sorted(told[example.origin.path] & stories.keys()):
            for story in stories[word]:
                shared[story.origin.path].append(word)
        for path, found in sorted(shared.items(), key=lambda row: (-len(row[1]), row[0]))[:1]:
            if len(found) >= ALIKE:
                message = (
                    f"dit lijkt op {path}, dat een school noemt: beide hebben {listing(map(quote, found[:5]))}."
                    " Kan iemand zo zien welke school dit is, schrijf het dan algemener."
                )
                body = example.origin.body
                line = example.origin.body_line + len(body) - len(body.lstrip("\n"))
                yield Notice(example.origin.path, line, message)


def _words(record: Record) -> list[str]:
    return WORD.findall(_plain(f"{record.title} {record.samenvatting} {record.origin.body}"))


def _long(word: str) -> bool:
    return len(word) >= LONG and word.isalpha()
