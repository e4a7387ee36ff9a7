"""One file of the content read as one kind of record: what it says, its links, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kennisbank.model.records import Bundel, Source, Verhaal
from kennisbank.problems.problem import Problem, problem
from kennisbank.reading import files, markup, outline, pictures, schema
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.values import Context


def kind(path: str, record: type[Any]) -> type[Any]:
    """Return what a file of a folder is: among the hand-written pages those in `bundels/` are bundels."""
    return Bundel if path.startswith("docs/bundels/") and path != "docs/bundels/index.md" else record


def read_file(source: Source, record: type[Any], context: Context) -> tuple[Any, list[markup.Link], list[Problem]]:
    """Read one file as one kind of record: the record or None, its local links, its problems."""
    text, problems = files.read_text(source)
    if problems:
        return None, [], problems
    try:
        front = fm.read(text, source.path)
    except fm.Refused as refused:
        return None, [], [refused.problem]
    described = pictures.described(front.fields) if front.fields else ()
    own = source.path.startswith("docs/")
    links, found = markup.examine(
        front.body, source.path, front.body_line, private=record is Verhaal, own=own, described=described
    )
    found += front.problems
    if front.fields is None:
        return None, links, found
    if record is Verhaal:
        found += _personal(front.fields, source.path)
    found += outline.unanswered(front.body, source.path, front.body_line)
    if not front.body.strip():
        found.append(problem("tekst-leeg", source.path, "Onder de kop staat geen tekst.", line=front.body_line - 1))
    read, wrong = schema.build(record, front.fields, front, source, context)
    return read, links, wrong + found


def _personal(fields: fm.Mapping, path: str, within: str = "") -> Iterator[Problem]:
    """Yield the data of persons among the fields of a story."""
    for name, (_, node) in fields.entries.items():
        for value in node.items if isinstance(node, fm.Sequence) else (node,):
            if isinstance(value, fm.Mapping):  # what is said of a picture
                yield from _personal(value, path, f"{name}.")
            if not isinstance(value, fm.Scalar) or len(value.text) < markup.SHORTEST:
                continue
            for _, message in markup.personal(value.text):
                yield problem("privacy", path, message, line=value.line, column=value.column, field=within + name)
