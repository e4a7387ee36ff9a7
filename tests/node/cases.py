"""What the tests of scripts are given: what Python knows of the site, and cases that Python judges in another way."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown

from kennisbank import PROJECT
from kennisbank.finding import search
from kennisbank.finding.compared import plain
from kennisbank.finding.synonyms import terms
from kennisbank.model import course
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Uitreiking, Werkvorm
from kennisbank.pages.bundel import view as bundels
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.site import Site
from kennisbank.parts.commonmark import CommonMark
from kennisbank.parts.knipvel import view as knipvel
from kennisbank.parts.scripts import data
from kennisbank.reading import cleaning, files, judge
from kennisbank.reading.record import words_in
from tests.finding.test_related import corpus
from tests.oordelen import judgements
from tests.parts.test_commonmark import TEXTS, own_texts
from tests.parts.test_commonmark import made as made_in_a_hurry
from tests.reading.test_judge import INNOCENT, REFUSED
from tests.support import RUIMTES, read_table

FUNCTIES = ("orientatie", "verdieping", "evaluatie")
SEEDS = 300
FEW = 13
"""People for whom whole sheets are compared: of more it is the numbers."""
TITLES = (
    "De vitrinekastjes van Ezinge", "Pompeï – ‘één’ café!", "ﬁlm & kunst", "🎨", "ÆØß Ł", "a--b__c", "½ Ｋunst", "",
    "-x-",
)  # fmt: skip
SIGNS = [
    *"aAzZ09 ._-–’'&€½²ﬁÉëÏñçßøÆŁœıİσςΣжЖ日本한ก่ा١٢",
    "e\u0301",
    "\u0301",
    "🎨",
    "\u00ad",
    "\u200b",
    "\u00a0",
    "ⅷ",
    "①",
]
PIECES = (
    "een", "twee-drie", " ", " ", "\n", "\n\n", "## Kop ", "### ", "- ", "1. ", "> ", "**vet**", "_scheef_", "*",
    "`code`", "[tekst](https://x.nl)", "[twee woorden](<https://x.nl/a b>)", "![](y.png)", "[^1]", "[^1]: noot", "---",
    "| a | b |", "|---|", "–", "…", "🎨", "½", "é", "a_b_c", "\\*", "(haakje)", "<https://x.nl>", "[los]", "3 < 4", ":",
    "#tag", "www.museum.nl", "[x](museum.nl)", "TODO: af", "[[weg]]", "~x~", "[^1]:", "\n    - ", "citeturn0search3",
    "[naam]", "{{ x }}", "%%x%%", "\n#\n", "\n# Kop\n", "[](https://x.nl)", "[www.x.nl](https://x.nl)",
    ":tada:", "==x==", "{{< x >}}", "[b]x[/b]",
    "Fout! Bladwijzer", "ChatGPT zei: x", "[nog invullen]", "\nKop\n===\n",
)  # fmt: skip


def made(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return all of it, as JSON can hold it."""
    return {
        "ruimtes": RUIMTES,
        "kaarten": read_table(PROJECT / "tests" / "kaarten.yml"),
        "geschud": list(_shuffles()),
        "uitgedeeld": list(_handed_out(knowledge)),
        "verloop": [
            {"verloop": [asdict(step) for step in steps], "duur": werkvorm.duur}
            for werkvorm in knowledge.werkvormen
            if (steps := course.timed(course.steps(werkvorm.origin.body)))
        ],
        "plan": data(sessie.data(knowledge, Site(knowledge).views)),
        "bundels": [
            {
                "slug": bundel.origin.slug,
                "titel": bundel.title,
                "functie": bundels.function(knowledge, bundel),
                "verhalen": list(bundel.verhalen),
                "werkvormen": list(bundel.werkvormen),
            }
            for bundel in knowledge.bundels
        ],
        "formulieren": {name: data(schrijven.data(knowledge, name)) for name in schrijven.FORMS},
        "bladzijden": [asdict(entry) for entry in search.entries(knowledge)],
        "waarden": [
            {"facet": value[0], "slug": value[1], "namen": [term.label, *term.synonyms], "eronder": term.narrower}
            for value, term in terms(knowledge)
        ],
        "begrippen": [[term.label, *term.synonyms] for term in knowledge.vocabularies["begrip"].terms],
        "vergeleken": [[text, plain(text).split()] for text in _compared(knowledge)],
        "keuzes": _choices(),
        "oordelen": judgements(),
        "adressen": [[title, files.slugify(title)] for title in TITLES],
        "gezuiverd": [[text, cleaning.clean(text)] for text in _typed()],
        "geteld": [[text, words_in(text)] for text in _counted(knowledge)],
        "beoordeeld": [
            [text, [[one.code, one.line - 1, one.message] for one in judge.judge(text, "x.md", 1)]] for text in _read()
        ],
        "gelezen": [[text, _shown(_parsed(text))] for text in _read()],
    }


def _handed_out(knowledge: KnowledgeBase) -> Iterator[dict[str, Any]]:
    """Yield what every werkvorm asks to hand out, and others that were made up, with their sheets for some people."""
    chance = random.Random(6)
    real = [werkvorm for werkvorm in knowledge.werkvormen if werkvorm.uitreiken]
    for werkvorm in [*real, *(_made_up(chance, chance.choice(real)) for _ in range(SEEDS))]:
        for people in {1, 2, 12, 13, chance.randint(1, 200)}:
            yield {
                "mensen": people,
                "werkvorm": {
                    "titel": werkvorm.title,
                    "hoogstens": werkvorm.hoogstens,
                    "samen": course.size(werkvorm.vorm),
                    "uitreiken": [asdict(thing) for thing in werkvorm.uitreiken],
                },
                "kringen": course.circles(people, werkvorm.hoogstens),
                "nodig": [course.needed(thing, werkvorm, people) for thing in werkvorm.uitreiken],
                "stukken": [course.pieces(thing) for thing in werkvorm.uitreiken],
                "vellen": [asdict(sheet) for sheet in knipvel.made(werkvorm, people)] if people <= FEW else None,
            }


def _made_up(chance: random.Random, werkvorm: Werkvorm) -> Werkvorm:
    things = tuple(
        Uitreiking(
            wat="een ding",
            soort=chance.choice(("kaarten", "stroken", "blad", "rollen")),
            per=chance.choice(("persoon", "tweetal", "groepje", "groep", "vel")),
            aantal=chance.randint(1, 12),
            regels=tuple("é🎨"[chance.randint(0, 1)] * chance.randint(1, 200) for _ in range(chance.randint(0, 12))),
        )
        for _ in range(chance.randint(1, 3))
    )
    vorm = chance.choice(("plenair", "tweetallen", "groepjes van 3", "groepjes van 8"))
    return replace(werkvorm, uitreiken=things, vorm=vorm, hoogstens=chance.choice((None, 2, 7, 30)))


def _typed() -> Iterator[str]:
    """Yield lines of which the form must make what the check reads."""
    for sign, written in cleaning.WRITTEN.items():
        yield f"een{sign}twee"
        if written:
            yield f"Kijk {sign}s"
    for bullet in cleaning.BULLETS:
        yield f"{bullet} een"


def _read() -> Iterator[str]:
    """Yield texts of which the preview of the form must have the structure of the site."""
    yield from (*TEXTS, *own_texts(), *(text for text, _ in REFUSED), *INNOCENT)
    chance = random.Random(20261128)
    yield from (made_in_a_hurry(chance) for _ in range(5 * SEEDS))
    for _ in range(10 * SEEDS):
        yield "".join(chance.choices([*PIECES, *SIGNS[:40], "€", "🎨"], k=chance.randint(1, 14)))


def _parsed(text: str) -> Element:
    root = Markdown(extensions=[CommonMark()]).parser.parseDocument(text.split("\n")).getroot()
    assert root is not None
    return root


def _shown(element: Element) -> list[Any]:
    """Return an element as JSON: its tag, what it says of itself, and what is in it."""
    told = {name: value for name, value in element.attrib.items() if name not in {"id", "style"}}
    match told.pop("class", ""):
        case "footnote-ref":
            told = {"noot": told["href"].removeprefix("#fn:")}
        case "footnote-backref":
            told = {"terug": told["href"].partition(":")[2]}
        case "":
            pass
        case "footnote":
            told["soort"] = "noten"
        case language:
            told["taal"] = language.removeprefix("language-")
    if element.tag == "li" and "id" in element.attrib:
        told["noot"] = element.attrib["id"].removeprefix("fn:")
    if style := element.get("style"):
        told["stand"] = style.removeprefix("text-align: ").removesuffix(";")
    found: list[Any] = [element.tag, told]
    for text, child in ((element.text, None), *((child.tail, child) for child in element)):
        found += [_shown(child)] if child is not None else []
        found += [text] if text else []
    return found


def _choices() -> dict[str, Any]:
    """Return the choices of stories that were made up: the tables, and by story its values."""
    made_up = corpus(4, 120)
    return {
        "tabellen": {name: data(table) for name, table in search.selection(made_up).items()},
        "verhalen": [search.choices(made_up, verhaal) for verhaal in made_up.verhalen],
    }


def _compared(knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield texts that Python and scripts must cut in the same words, or an index is read as it was not written."""
    for entry in search.entries(knowledge):
        yield from (entry.title, entry.label, entry.summary, entry.text, *entry.names)
    yield from TITLES
    chance = random.Random(9)
    for _ in range(SEEDS):
        yield "".join(chance.choices(SIGNS, k=chance.randint(1, 12)))


def _counted(knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield texts of which the words are counted: those of this site, and pieces that mean something at random."""
    yield from (text.origin.body for kind in (knowledge.verhalen, knowledge.werkvormen) for text in kind)
    yield from (text.origin.body for text in knowledge.voorbeelden)
    chance = random.Random(8)
    for _ in range(SEEDS):
        yield "".join(chance.choices(PIECES, k=chance.randint(1, 12)))


# The shuffle, as pages/kaarten/script/shuffle.js describes it -------------------------------------------------------


def _fnv(text: str) -> int:
    value = 0x811C9DC5
    for byte in text.encode("ascii"):
        value = (value ^ byte) * 0x01000193 % 2**32
    return value


def _mulberry(start: int) -> Iterator[int]:
    step = start
    while True:
        step = (step + 0x6D2B79F5) % 2**32
        value = (step ^ (step >> 15)) * (step | 1) % 2**32
        value ^= (value + (value ^ (value >> 7)) * (value | 61)) % 2**32
        yield value ^ (value >> 14)


def shuffled(seed: str) -> list[str]:
    """Return the ruimtes in the order of a seed."""
    numbers = _mulberry(_fnv(seed))
    found = sorted(RUIMTES)
    for last in range(len(found) - 1, 0, -1):
        other = next(numbers) % (last + 1)
        found[last], found[other] = found[other], found[last]
    return found


def question(seed: str, function: str, slug: str) -> int:
    """Return the number of the question, of three, that a card shows when it is drawn."""
    return 1 + next(_mulberry(_fnv(f"{seed}.{function}.{slug}"))) % 3


def _shuffles() -> Iterator[dict[str, Any]]:
    chance = random.Random(5)
    for number in range(SEEDS):
        seed = "".join(chance.choices(string.ascii_lowercase + string.digits, k=1 + number % 16))
        function = FUNCTIES[number % 3]
        drawn = [f"{slug}.{question(seed, function, slug)}" for slug in shuffled(seed)]
        yield {"zaad": seed, "functie": function, "kaart": drawn}
