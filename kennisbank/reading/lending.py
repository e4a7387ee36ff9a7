"""What a site takes from the tool: texts that were written beside other stories and ruimtes, made to fit this site."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kennisbank import LENDER
from kennisbank.model import kinds, urls
from kennisbank.model.numbers import in_words
from kennisbank.model.project import Project
from kennisbank.model.vocabulary import Term
from kennisbank.reading import files, markup
from kennisbank.reading.values import Context

ANY = "een verhaal"
"""What stands in a way to do it (`LABEL`) where that names a story that this site does not have."""
LABEL = re.compile(r"\s*(?:[-*]|\d+\.)\s+\*\*")
"""How an item of a list begins that has a name: what it says is to be done here too."""
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u00c0-\u00de\[*'‘\"])")
"""Between two sentences of a paragraph."""
GOES_ON = re.compile(r"(?:Later|Alle andere|Door te proberen|De verteller zegt er dan|Dat wij daar)\b")
"""How a sentence begins that goes on about the story in the one before."""
NINE = 9
COUNTED = re.compile(r"\b([Nn])egen(?= (?:ruimtes|kaarten|woorden|namen|vakken|bij|mensen deel)\b)")
"""How many ruimtes there are, in a text that was written for nine; and what else follows from their number."""
HALVES = "de een er vier en de ander vijf"
NEXT = "een tiende kaart"


def lenders(root: Path, kind: kinds.Kind, project: Project, *, own: bool) -> tuple[Path, ...]:
    """Return the roots that have the texts of a kind, the `own` one first: what can be borrowed comes from the tool.

    That is so where a root has no such folder, and where its settings say that it borrows beside its own.
    """
    if kind.borrowed and not own:
        return (LENDER,)
    return (root, LENDER) if kind.folder in project.borrowed and root != LENDER else (root,)


def fitted(text: str, path: str, stories: Container[str], ruimtes: Sequence[str]) -> str:
    """Return a text that was borrowed, of which each paragraph is a line, as it can stand on this site.

    A sentence about a story that is not among `stories` (paths) goes, with the question before it and what goes on
    about it; the `ruimtes` that
    there are, are counted. Links to what else is not here lose their address when the page is made, as in any text.
    """
    uri = urls.uri(path)

    def known(target: str) -> bool:
        place = urls.resolve(target, uri)
        return place is None or not place.startswith(f"{kinds.STORIES}/") or place in stories

    text = _counted(text, len(ruimtes))
    lines = (line if markup.unlink(line, known) == line else _told(line, known) for line in text.split("\n"))
    return "\n".join(line for line in lines if line is not None)


def _counted(text: str, number: int) -> str:
    """Return a text that was written for nine ruimtes, with as many as there are."""
    if number == NINE:
        return text
    words, half = in_words(number), number // 2
    text = COUNTED.sub(lambda found: words.capitalize() if found[1] == "N" else words, text)
    halves = f"de een er {in_words(half)} en de ander {in_words(number - half)}"
    return text.replace(HALVES, halves).replace(NEXT, "een eigen kaart")


def _told(line: str, known: Callable[[str], bool]) -> str | None:
    """Return what is left of a paragraph that names stories which are not `known`; None where nothing is."""
    kept: list[str] = []
    gone = False
    for sentence in SENTENCE.split(line):
        without = markup.unlink(sentence, known, ANY)
        if gone and GOES_ON.match(sentence):
            continue
        gone = without != sentence and not LABEL.match(sentence)
        if not gone:
            kept.append(without)
        elif kept and kept[-1].endswith("?"):
            kept.pop()
    return " ".join(kept) or None


def wider(context: Context, ruimtes: Sequence[str]) -> Context:
    """Return what values are judged against, with the ruimtes for which a text that is borrowed was written."""
    known = context.vocabularies["ruimte"]
    more = [source.slug for source in files.scan(LENDER, kinds.RUIMTE.folder, images=False)[0]]
    terms = (*known.terms, *(Term(slug, slug) for slug in more if slug not in ruimtes))
    return Context({**context.vocabularies, "ruimte": replace(known, terms=terms)}, context.today)


def without(record: Any, ruimtes: Sequence[str]) -> Any:
    """Return a record that was borrowed with the ruimtes of this site alone; None when it is about none of them."""
    named = getattr(record, "ruimtes", ())
    kept = tuple(slug for slug in named if slug in ruimtes or slug in kinds.NO_RUIMTE)
    if kept == named:
        return record
    return replace(record, ruimtes=kept) if kept else None
