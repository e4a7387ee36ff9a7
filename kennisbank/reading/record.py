"""One file of the content read as one kind of record: what it says, its links, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from kennisbank.model import kinds
from kennisbank.model.records import Source, Werkvorm
from kennisbank.parts import commonmark
from kennisbank.problems.problem import Problem, problem
from kennisbank.reading import files, markup, outline, pictures, remains, running, schema
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.judge import in_code, judge, local, site_of_others
from kennisbank.reading.values import Context, has_words

CONFLICT = "rest-conflict"
TITLE = "tekst-kop1"
CONSEQUENCES = frozenset({"beeld-elders", "link-stuk", "rest-pandoc"})
"""What a text also looks like when something else on its line is refused."""


def read_file(
    source: Source,
    record: type[Any],
    context: Context,
    change: Callable[[str], str] | None = None,
    data: bytes | None = None,
) -> tuple[Any, list[markup.Link], list[Problem]]:
    """Read one file as one kind of record: the record or None, its local links, its problems.

    `change` makes of its text what is read: what is borrowed must fit the site. `data` are its bytes, where somebody
    has them already.
    """
    text, problems = files.read_text(source) if data is None else files.decode(data, source.path)
    if problems:
        return None, [], problems
    try:
        front = fm.read(change(text) if change else text, source.path)
    except fm.Refused as refused:
        return None, [], [refused.problem]
    described = pictures.described(front.fields) if front.fields else ()
    kind = kinds.BY_RECORD[record]
    links, found = markup.examine(
        front.body, source.path, front.body_line, private=kind.private, own=kind.by_hand, described=described
    )
    tokens = commonmark.read(front.body)
    judged = list(judge(front.body, source.path, front.body_line, tokens))
    if any(one.code == CONFLICT for one in judged):  # whatever else is wrong comes of that
        return None, [], judged
    found = [one for one in found if one.code != TITLE or not in_code(tokens, one.line - front.body_line)]
    found += _besides(found, judged)
    seen = {unquote(link.target) for link in links}
    links += [link for link in local(tokens, front.body_line) if unquote(link.target) not in seen]
    links = [link for link in links if not site_of_others(link.target)]
    found += front.problems
    if front.fields is None:
        return None, links, found
    if kind.private:
        found += _personal(front.fields, source.path)
    found += _left(front.fields, source.path)
    found += outline.unanswered(front.body, source.path, front.body_line)
    if not front.body.strip():
        found.append(problem("tekst-leeg", source.path, "Onder de kop staat geen tekst.", line=front.body_line - 1))
    elif kind.words and outline.UNANSWERED not in front.body:
        found += _length(front.body, kind.words, source.path, front.body_line)
    read, wrong = schema.build(record, front.fields, front, source, context)
    if isinstance(read, Werkvorm):
        found += running.check(read)
    return read, links, wrong + found


def _besides(found: list[Problem], more: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is wrong besides what was found: not the same again, nor what comes of it on the same line."""
    same = {(one.code, one.line) for one in found}
    lines = {one.line for one in found}
    for one in more:
        if (one.code, one.line) not in same and not (one.code in CONSEQUENCES and one.line in lines):
            yield one


def words_in(body: str) -> int:
    """Return how many words a text has as readers count them: without its marks, and without loose signs."""
    return sum(map(has_words, markup.plain(body).split()))


def _length(body: str, words: tuple[int, int], path: str, line: int) -> Iterator[Problem]:
    """Yield that a text has fewer or more words than one of its kind can have."""
    least, most = words
    number = words_in(body)
    if not least <= number <= most:
        said = "1 woord" if number == 1 else f"{number} woorden"
        limit = f"minstens {least} zijn nodig" if number < least else f"hooguit {most} mag"
        cure = "Vertel wat meer." if number < least else "Kort de tekst in, of maak er een verhaal van."
        first = line + len(body) - len(body.lstrip("\n"))
        yield problem("tekst-woorden", path, f"De tekst telt {said}; {limit}.", line=first, hint=cure)


def _scalars(fields: fm.Mapping, within: str = "") -> Iterator[tuple[str, fm.Scalar]]:
    """Yield each value of the fields with the name of its field, also of what is said within one."""
    for name, (_, node) in fields.entries.items():
        for value in node.items if isinstance(node, fm.Sequence) else (node,):
            if isinstance(value, fm.Mapping):  # what is said of a picture
                yield from _scalars(value, f"{within}{name}.")
            elif isinstance(value, fm.Scalar):
                yield within + name, value


def _left(fields: fm.Mapping, path: str) -> Iterator[Problem]:
    """Yield what other programs left behind in the fields of a text, and what is still to be done there."""
    scalars = [*_scalars(fields)]
    kinds = remains.possible("\n".join([value.text for _, value in scalars]))
    for name, value in scalars if kinds else ():
        for left in remains.find(value.text, kinds=kinds):
            yield problem(left.code, path, left.message, line=value.line, column=value.column, field=name)


def _personal(fields: fm.Mapping, path: str) -> Iterator[Problem]:
    """Yield the data of persons among the fields of a text that may have none."""
    for name, value in _scalars(fields):
        if len(value.text) >= markup.SHORTEST:
            for _, message in markup.personal(value.text):
                yield problem("privacy", path, message, line=value.line, column=value.column, field=name)
