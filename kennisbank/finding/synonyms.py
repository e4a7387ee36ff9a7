"""What words mean to the finder: values of the closed lists, other words for the same, and what says nothing.

Values are in the index by themselves (`inverted.value`); that "tekenles" stands for "Beeldend" is not: five thousand
stories with thirty synonyms for each of fifteen values would double it. The finder looks up what somebody types in one
table, and searches what it stands for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.finding import nearest
from kennisbank.finding.compared import plain
from kennisbank.finding.words import Words
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Waarde:
    """A value: its facet, slug and label, how many stories have it, and the numbers of the values nearest to it."""

    facet: str
    slug: str
    label: str
    verhalen: int
    dichtbij: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordenboek:
    """What words mean. Every word, or group of words, is written as it is compared.

    `woorden` names for a word the values that it means, and `eronder` those that are broader than it: numbers in
    `waarden`. `gelijk` are groups of words that mean the same, and `ruimer` broader words for a word that no list has.
    `vormen` are forms of a word that no rule makes, `klein` the words that say nothing of what is looked for, and
    `soorten` those that ask for one kind of page. `fouten` are typing errors that no rule mends, with the word meant.
    `letters` have a table of words to mend to. `nederlands` are the beginnings of common Dutch words, which are no
    errors: each has a table of them.
    """

    for_scripts: ClassVar[bool] = True
    waarden: tuple[Waarde, ...]
    woorden: Mapping[str, tuple[int, ...]]
    eronder: Mapping[str, tuple[int, ...]]
    gelijk: tuple[tuple[str, ...], ...]
    ruimer: Mapping[str, tuple[str, ...]]
    vormen: Mapping[str, tuple[str, ...]]
    klein: tuple[str, ...]
    soorten: Mapping[str, tuple[str, ...]]
    fouten: Mapping[str, str]
    letters: str
    nederlands: tuple[str, ...]
    gewoon: str


def terms(knowledge: KnowledgeBase) -> Iterator[tuple[Value, Term]]:
    """Yield every value by which stories are chosen; a province is a value of `regio`."""
    vocabularies = knowledge.vocabularies
    for name in (facet.name for facet in knowledge.facets):
        yield from (((name, term.slug), term) for term in vocabularies[name].terms)
    yield from ((("regio", term.slug), term) for term in vocabularies["provincie"].terms)


def meant(knowledge: KnowledgeBase) -> dict[str, list[Value]]:
    """Return the values that each word or group of words means, in the order of the lists; the words in theirs."""
    return _by_word((value, (term.label, *term.synonyms)) for value, term in terms(knowledge))


def broader(knowledge: KnowledgeBase) -> dict[str, list[Value]]:
    """Return the values that are broader than a word or a group of words: "gymnasium" is part of `vo`."""
    return _by_word((value, term.narrower) for value, term in terms(knowledge))


def _by_word(forms: Iterable[tuple[Value, Iterable[str]]]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = defaultdict(list)
    for value, words in forms:
        for form in dict.fromkeys(map(plain, words)):
            if form:
                found[form].append(value)
    return dict(sorted(found.items()))


def table(
    knowledge: KnowledgeBase, words: Words, letters: str, dutch: tuple[str, ...], everyday: Iterable[str]
) -> Woordenboek:
    """Return what the finder needs: `words` are those of every day, `letters` and beginnings in `dutch` have tables."""
    rows = list(terms(knowledge))
    number = {value: index for index, (value, _) in enumerate(rows)}

    def numbers(found: Mapping[str, Iterable[Value]]) -> dict[str, tuple[int, ...]]:
        return {word: tuple(number[value] for value in values) for word, values in found.items()}

    return Woordenboek(
        waarden=tuple(
            Waarde(
                *value, term.label, _stories(knowledge, value), tuple(number[near] for near in _near(knowledge, value))
            )
            for value, term in rows
        ),
        woorden=numbers(meant(knowledge)),
        eronder=numbers(broader(knowledge)),
        gelijk=words.gelijk,
        ruimer=words.ruimer,
        vormen=words.vormen,
        klein=words.klein,
        soorten=words.soorten,
        fouten={wrong: meant for meant, errors in words.fouten.items() for wrong in errors},
        letters=letters,
        nederlands=dutch,
        gewoon=" ".join(everyday),
    )


def _stories(knowledge: KnowledgeBase, value: Value) -> int:
    name, slug = value
    if name == "regio" and slug in knowledge.provinces:
        return len(list(knowledge.in_province(slug)))
    return len(knowledge.values.get(value, []))


def _near(knowledge: KnowledgeBase, value: Value) -> tuple[Value, ...]:
    """Return the values that stand in for one without stories: of the main facets, or those that its list names.

    That two values of another list are of one group says too little.
    """
    name, slug = value
    if name == "regio" and slug in knowledge.provinces:
        return ()
    main = name in {facet.name for facet in FACETS}
    return nearest.close(knowledge, value) if main or knowledge.term(name, slug).near else ()


def groups(knowledge: KnowledgeBase, words: Words) -> Iterator[str]:
    """Yield every word and group of words that means something to the finder."""
    yield from meant(knowledge)
    yield from broader(knowledge)
    for same in words.gelijk:
        yield from same
    for word, others in words.ruimer.items():
        yield from (word, *others)
