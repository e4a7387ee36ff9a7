"""What other programs leave behind in a text, and what a writer had still to do: each kind by its pattern.

A text that is shown as code says nothing by itself; who asks has taken that out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kennisbank.parts.commonmark import signs
from kennisbank.problems.problem import quote


@dataclass(frozen=True)
class Remain:
    """One kind: the code of its problem, how it looks, and what is said of it after what was found.

    `needs` are parts of a text: whatever the pattern finds has one of them in it (`possible`).
    """

    code: str
    pattern: re.Pattern[str]
    said: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Left:
    """What was found: the code, the sentence that says so, and where it stands in the text."""

    code: str
    message: str
    start: int
    text: str


EMOJI = (
    "smile smiley grin joy wink blush heart heart_eyes tada thumbsup thumbsdown +1 -1 clap wave ok_hand "
    "muscle pray fire star sparkles rocket bulb warning white_check_mark heavy_check_mark x question "
    "exclamation point_right arrow_right art musical_note book books school calendar eyes sweat_smile "
    "thinking"
).split()
"""Names that other programs show as a picture."""
REMAINS = (
    Remain(
        "rest-notitie",
        re.compile(r"%%[^%\n]{0,500}(?:%%)?|\{>>[^\n]{0,500}"),
        "is een notitie voor jezelf, zoals een ander programma die verbergt",
        ("%%", "{>>"),
    ),
    Remain(
        "rest-wikilink",
        re.compile(r"!?\[\[[^\[\]\n]{1,200}\]\]|\(\([0-9a-f]{8}-[0-9a-f-]{20,40}\)\)"),
        "is een link van een ander programma",
        ("[[", "(("),
    ),
    Remain(
        "rest-kader",
        re.compile(r"^\[!\w{1,30}\][+-]?.*|^(?:!!!|\?\?\?)\+? ?\w.*", re.MULTILINE),
        "maakt hier geen kader",
        ("[!", "!!!", "???"),
    ),
    Remain(
        "rest-sjabloon",
        re.compile(
            r"\{\{[<%].{0,200}?[>%]\}\}|\{%-? {0,5}[a-z]\w{0,30} [^%\n]{1,200}%\}"
            r"|\[/?(?:caption|gallery|embed|youtube|vimeo|video|audio|playlist|vc_\w{1,30})"
            r"(?:[ =][^\]\n]{0,200})?\](?!\()"
        ),
        "is een opdracht van een ander programma",
        ("{{<", "{{%", "{%", "["),
    ),
    Remain(
        "rest-praatprogramma",
        re.compile(
            r":?contentReference\S*|\boaicite\S*|\boai_citation\S*|\b(?:cite)?turn\d+(?:search|view|news|image|file)\d+"
            r"|【[^】\n]{0,60}†[^】\n]{0,60}】|\[\d{1,3}†[^\]\n]{0,60}\]|\[cite:[^\]\n]{0,40}\]|\bgrok_(?:card|render)\S*"
            r"|sandbox:/mnt/\S*|<\|\w{1,30}\|>|[?&]utm_source=(?:chatgpt|openai|copilot|perplexity|gemini|claude)[^&#\s]*"
            r"|^(?:ChatGPT|Copilot|Gemini|Claude)(?: (?:zei|said))?:.{0,40}"
            r"|\b[Aa]ls (?:een )?(?:AI|KI)(?:-taalmodel|-model| taalmodel),? (?:kan|heb|ben) ik\b"
            r"|\bAs an AI (?:language )?model, I\b"
            r"|^(?:Natuurlijk|Zeker|Uiteraard)[!,] [Hh]ier (?:is|volgt) (?:een|de|je|jouw) (?:(?:herschreven|verbeterde"
            r"|aangepaste|kortere|vloeiende) )?(?:tekst|versie|samenvatting|verhaal)\b.{0,40}",
            re.MULTILINE,
        ),
        "is achtergebleven van een praatprogramma",
        (
            *("contentReference", "oaicite", "oai_citation", "turn", "†", "[cite:", "grok_", "sandbox:/mnt/", "|>"),
            *("utm_source=", "ls AI", "ls KI", "ls een AI", "ls een KI", "As an AI "),
            *(
                f"{name}{said}:"
                for name in ("ChatGPT", "Copilot", "Gemini", "Claude")
                for said in ("", " zei", " said")
            ),
            *(
                f"{yes}{sign} {here}ier "
                for yes in ("Natuurlijk", "Zeker", "Uiteraard")
                for sign in "!,"
                for here in "Hh"
            ),
        ),
    ),
    Remain(
        "rest-tekstverwerker",
        re.compile(
            r"\b(?:Fout|Error)! (?:Bladwijzer|Verwijzingsbron|Bookmark|Reference source|Hyperlink)[^\n]{0,40}"
            r"|\b[Kk]lik(?: hier)?(?: of tik)? (?:om tekst in te voeren|als u tekst wilt invoeren)"
            r"|\bClick (?:here )?(?:or tap )?(?:here )?to enter text"
        ),
        "is een melding van een tekstverwerker",
        ("Fout! ", "Error! ", "om tekst in te voeren", "als u tekst wilt invoeren", "to enter text"),
    ),
    Remain(
        "rest-pandoc",
        re.compile(
            r"^:{3,}.*|\[[^\[\]\n]{0,200}\]\{[^{}\n]{1,100}\}|\{[.#:][^{}\n]{1,100}\}"
            r"|\{(?:\+\+|--|~~|==)[^\n}]{0,200}\}?|==[^\s=](?:[^=\n]{0,200}[^\s=])?==(?!=)"
            r"|^\.\. \w[\w-]{0,30}::.*|^#\+\w{1,30}:.*"
            r"|\[(b|i|u|s|url|img|quote|size|color|center)(?:=[^\]\n]{0,100})?\][^\[\]\n]{0,200}\[/\1\]|'''[^'\n]{1,200}'''"
            r"|^h[1-6]\. \S.{0,40}",
            re.MULTILINE,
        ),
        "is opmaak van een ander programma",
        (
            *(":::", "]{", "{.", "{#", "{:", "{++", "{--", "{~~", "{==", "==", ".. ", "#+", "[/", "'''"),
            *(f"h{number}. " for number in range(1, 7)),
        ),
    ),
    Remain(
        "rest-emoji",
        re.compile(r"(?<![\w:]):(?:" + "|".join(EMOJI).replace("+", r"\+") + r"):(?![\w:])"),
        "wordt hier geen plaatje",
        tuple(f":{name}:" for name in EMOJI),
    ),
    Remain(
        "rest-te-doen",
        re.compile(
            r"(?:\b|@)(?:TODO|FIXME|TBD|TBA)\b.{0,60}|^(?:[Tt]odo|@todo)\b ?:?.{0,60}|\bXXX+\b.{0,40}"
            r"|\bNOG (?:INVULLEN|AANVULLEN|NAKIJKEN|DOEN)\b.{0,40}"
            r"|\[(?:[Nn]aam|[Dd]atum|[Pp]laats|[Vv]ul (?:in|aan)|[Bb]ron|[Tt]itel|[Ss]chool)\](?![(\[:])"
            r"|\[[^\[\]\n]{0,40}\b(?:[Ii]nvullen|[Aa]anvullen|[Nn]akijken|[Oo]pzoeken|[Nn]avragen)\b[^\[\]\n]{0,40}\](?![(\[:])"
            r"|\b[Ll]orem ipsum\b.{0,40}",
            re.MULTILINE,
        ),
        "moet nog gebeuren",
        (
            *("TODO", "FIXME", "TBD", "TBA", "todo", "Todo", "XXX", "NOG ", "orem ipsum"),
            *("aam]", "atum]", "laats]", "ul in]", "ul aan]", "ron]", "itel]", "chool]"),
            *("nvullen", "akijken", "pzoeken", "avragen"),
        ),
    ),
)
"""In this order: what was named as one kind is not named again as another."""
SUSPECT = re.compile(
    r"[\[{%!?【<=†'#]|::|\.\.|: |\(\(|[:@]\w|[Tt]odo|TODO|FIXME|TB[DA]|XXX|NOG |cite|turn\d|grok|orem ipsum|utm_"
    r"|sandbox|AI|KI|ChatGPT|Copilot|Gemini|Claude|Natuurlijk|Zeker|Uiteraard|[Kk]lik|Click|^h\d",
    re.MULTILINE,
)
"""What any of the patterns needs: most texts have none of it."""


def _by_sign() -> dict[str, list[tuple[str, str, int]]]:
    """Return by a sign what needs that: its signs, the part itself, and the number of its kind."""
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for number, kind in enumerate(REMAINS):
        for need in kind.needs:
            few = signs(need)
            rarest = min(few, key=lambda sign: (sign.isalpha(), sign in ".:,-!", sign), default="")
            found[rarest].append((few, need, number))
    return dict(found)


NEEDS = _by_sign()
"""What the kinds need, by one of its signs; by none what has only small letters."""
MOST = 20
"""Remains that are named of one block of text: more of the same helps nobody."""


def possible(text: str) -> tuple[Remain, ...]:
    """Return the kinds of which something can be in a text, or in a part of it: none of most texts.

    The patterns are slow, and this is not: it is asked once of a whole text.
    """
    few = signs(text)
    near = [NEEDS[sign] for sign in (NEEDS.keys() & set(few)) | {""}]
    there = {number for needs in near for some, need, number in needs if some in few and need in text}
    return tuple(REMAINS[number] for number in sorted(there))


def find(text: str, written: str = "", kinds: Sequence[Remain] | None = None) -> Iterator[Left]:
    """Yield what was left behind in the words of a text, first by kind and then by place.

    `written` is the text as it was typed, with its marks: what stands there with a \\ in it was meant. `kinds` are
    those that are possible, where somebody knows.
    """
    kinds = possible(text) if kinds is None else kinds
    if not kinds or not SUSPECT.search(text):
        return
    named: list[range] = []
    for kind in kinds:
        for match in kind.pattern.finditer(text):
            if written and match.group() not in written:
                continue
            if any(match.start() < taken.stop and taken.start < match.end() for taken in named):
                continue
            named.append(range(*match.span()))
            if len(named) > MOST:
                return
            yield Left(kind.code, f"{quote(match.group(), 50)} {kind.said}.", match.start(), match.group())
