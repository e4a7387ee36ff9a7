"""The words of the finder: which mean the same, which are wider, how they bend, and which say nothing by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kennisbank.finding.compared import plain
from kennisbank.reading import frontmatter as fm

FILE = Path(__file__).with_name("woorden.yml")
KINDS = ("verhaal", "voorbeeld", "werkvorm", "vraag", "ruimte", "waarde", "uitleg", "begrip")
"""The kinds of pages that a word can ask for, as the finder names its hits."""


class Wrong(ValueError):
    """A file of words that cannot be used: says the key, the word, and what is the matter."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the finder knows of words, each as `plain` writes it. The file explains its keys.

    `gelijk` are groups of equals. `ruimer` has wider words of a word, `vormen` the other forms of a word, and `soorten`
    the words that ask for a kind of page; `klein` are those that are not looked for. `fouten` has for a word how people
    write it who write what they hear.
    """

    gelijk: tuple[tuple[str, ...], ...]
    ruimer: Mapping[str, tuple[str, ...]]
    vormen: Mapping[str, tuple[str, ...]]
    klein: tuple[str, ...]
    soorten: Mapping[str, tuple[str, ...]]
    fouten: Mapping[str, tuple[str, ...]]


@cache
def read() -> Words:
    """Return the words of the file that comes with the tool. Raises `Wrong` when it cannot be used."""
    return parsed(FILE.read_text(encoding="utf-8"))


def parsed(text: str) -> Words:
    """Return the words that a text in YAML holds.

    Raises `Wrong` for a key that is unknown, missing or given twice, a word that is empty or stands twice in one place,
    a group of one word, a word that is wider than itself or a form of itself, a form of two words, or an unknown kind.
    """
    try:
        node, problems = fm.parse(text, FILE.name)
    except fm.Refused as refused:
        problems = [refused.problem]
    if problems:
        raise Wrong(f"line {problems[0].line}: {problems[0].message}")
    given = _entries(node, "the file")
    known = [field.name for field in fields(Words)]
    for key in given:
        if key not in known:
            raise Wrong(f"{key}: unknown key; known are {', '.join(known)}")
    for key in known:
        if key not in given:
            raise Wrong(f"{key}: this key is missing")
    found = Words(
        gelijk=tuple(_words(group, "gelijk") for group in _items(given["gelijk"], "gelijk")),
        ruimer=_of_each(given["ruimer"], "ruimer"),
        vormen=_of_each(given["vormen"], "vormen"),
        klein=_words(given["klein"], "klein"),
        soorten=_of_each(given["soorten"], "soorten"),
        fouten=_of_each(given["fouten"], "fouten"),
    )
    for fault in _faults(found):
        raise Wrong(fault)
    return found


def _faults(found: Words) -> Iterator[str]:
    """Yield what is the matter with words that can be read."""
    for group in found.gelijk:
        if len(group) < 2:
            yield f"gelijk: {list(group)} is a group of one word; it has no equal"
    for key, of_each in (("ruimer", found.ruimer), ("vormen", found.vormen)):
        for word, others in of_each.items():
            if word in others:
                yield f"{key}: {word!r} stands among its own words"
    yield from _twice("vormen", (form for forms in found.vormen.values() for form in forms), "is a form of two words")
    yield from _twice("soorten", (word for words in found.soorten.values() for word in words), "asks for two kinds")
    for kind in found.soorten:
        if kind not in KINDS:
            yield f"soorten: {kind!r} is no kind; known are {', '.join(KINDS)}"


def _twice(key: str, words: Iterable[str], what: str) -> Iterator[str]:
    yield from (f"{key}: {word!r} {what}" for word, number in Counter(words).items() if number > 1)


def _of_each(node: fm.Node, key: str) -> dict[str, tuple[str, ...]]:
    """Return the words that stand with each word below a key."""
    found: dict[str, tuple[str, ...]] = {}
    for written, words in _entries(node, key).items():
        word = _plain(written, key)
        if word in found:
            raise Wrong(f"{key}: {word!r} stands in it twice")
        found[word] = _words(words, f"{key}: {word}")
    return found


def _words(node: fm.Node, where: str) -> tuple[str, ...]:
    """Return a list of words; the same word twice in it is refused, also when it is written in another way."""
    found = tuple(_plain(item.text if isinstance(item, fm.Scalar) else "", where) for item in _items(node, where))
    for fault in _twice(where, found, "stands in it twice"):
        raise Wrong(fault)
    return found


def _plain(written: str, where: str) -> str:
    word = plain(written)
    if not word:
        raise Wrong(f"{where}: {written!r} is no word")
    return word


def _items(node: fm.Node, where: str) -> tuple[fm.Node, ...]:
    if not isinstance(node, fm.Sequence) or not node.items:
        raise Wrong(f"{where}: a list belongs here, for example [leraar, leerkracht]")
    return node.items


def _entries(node: fm.Node, where: str) -> dict[str, fm.Node]:
    if not isinstance(node, fm.Mapping):
        raise Wrong(f"{where}: words with a list of words belong here")
    return {name: value for name, (_, value) in node.entries.items()}
