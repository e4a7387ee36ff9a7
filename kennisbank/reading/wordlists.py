"""The closed lists as files: read with what is wrong in them, and made to fit together where they must."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kennisbank import PACKAGE
from kennisbank.model.vocabulary import SLUG, Reference, Term, Vocabulary, fold
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import frontmatter as fm

FOLDER = PACKAGE / "vocabularies"


NAMES = (
    "activiteit begrip borging discipline functie leren licentie omgeving opbrengst partnertype plaats provincie reden "
    "regio richting rol schooltype team thema"
).split()
"""All lists: what a site that must be built at once counts on, also when a file is not there."""


OWN = frozenset({"slug", "label", "definitie", "synoniemen", "eerder"})
"""What every value can have; the rest belongs to its list (`Term.extra`)."""


NUMBER = re.compile(r"-?\d{1,3}(?:\.\d+)?")


NEEDED = {"regio": ("provincie",), "plaats": ("regio", "lengte", "breedte")}
"""What a value of a list has to have beside its slug and its label."""


LISTED = ("provincie", "regio")
"""What of that is a value of another list, by the name of that list."""


def load(folder: Path = FOLDER, without: Container[str] = ()) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """Read every list of a folder by its name, with its problems: a value that is wrong is left out of its list.

    The lists whose paths are in `without` are not read.
    """
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yml")):
        path = place(file.stem)
        if path in without:
            continue
        try:
            node, found = fm.parse(file.read_text(encoding="utf-8").replace("\r\n", "\n"), path)
            problems += found
            vocabularies[file.stem] = _vocabulary(file.stem, node, path, problems)
        except fm.Refused as refused:
            problems.append(refused.problem)
        except (OSError, UnicodeDecodeError):
            problems.append(problem("bestand-onleesbaar", path, "De lijst is niet te lezen."))
    return vocabularies, problems


def place(name: str) -> str:
    """Return the path of a list."""
    return f"kennisbank/vocabularies/{name}.yml"


def whole(lists: Mapping[str, Vocabulary], names: Iterable[str], ruimtes: Container[str]) -> dict[str, Vocabulary]:
    """Return lists that fit together whatever is missing, for a site that must be built at once.

    A list of `names` that is not there is empty. Values and references that name what another list, or the row of
    `ruimtes`, does not have are left out.
    """
    found = {name: lists.get(name) or Vocabulary(name, name.capitalize(), name.capitalize(), "", ()) for name in names}

    def fits(name: str, term: Term) -> bool:
        over = {"regio": "provincie", "plaats": "regio"}.get(name)
        numbers = ("breedte", "lengte") if name == "plaats" else ()
        return (not over or term.extra.get(over) in found[over].by_slug) and all(
            NUMBER.fullmatch(term.extra.get(number, "")) for number in numbers
        )

    for name in ("regio", "plaats", *found):  # the regions first: the places are of a region
        vocabulary = found[name]
        references = tuple(r for r in vocabulary.references if r.field != "ruimtes" or r.target in ruimtes)
        terms = tuple(term for term in vocabulary.terms if fits(name, term))
        found[name] = replace(vocabulary, terms=terms, references=references)
    return found


def _text(node: fm.Node, path: str) -> str:
    if isinstance(node, fm.Scalar) and node.text.strip():
        return " ".join(node.text.split())
    raise fm.Refused(
        problem("waarde-soort", path, "Hier hoort een tekst te staan.", line=node.line, column=node.column)
    )


def _vocabulary(name: str, node: fm.Node, path: str, problems: list[Problem]) -> Vocabulary:
    """Build one list of what is right in it; `problems` get the rest. Raises `fm.Refused` when nothing is."""
    head = _mapping(node, path, ("waarden",))
    values = head["waarden"]
    if not isinstance(values, fm.Sequence) or not values.items:
        raise fm.Refused(problem("waarde-leeg", path, "De lijst heeft geen waarden.", line=values.line))
    texts = {"label": name.capitalize(), "meervoud": name.capitalize(), "uitleg": ""}
    for key in texts:
        try:
            texts[key] = _text(_mapping(node, path, (key,))[key], path)
        except fm.Refused as refused:
            problems.append(refused.problem)
    terms: list[Term] = []
    references = [*_references(head, path)]
    taken: dict[str, str] = {}
    for item in values.items:
        try:
            term = _term(item, path, NEEDED.get(name, ()))
            words = {fold(word) for word in (term.slug, term.label, *term.former, *term.synonyms)}
            for word in words:
                if taken.get(word, term.slug) != term.slug:
                    message = f"{quote(word)} hoort al bij {quote(taken[word])}."
                    raise fm.Refused(problem("waarde-dubbel", path, message, line=item.line, field=term.slug))
            named = item.entries if isinstance(item, fm.Mapping) else {}
            references += _references({key: named[key][1] for key in ("zie", *LISTED) if key in named}, path)
        except fm.Refused as refused:
            problems.append(refused.problem)
            continue
        taken |= dict.fromkeys(words, term.slug)
        terms.append(term)
    label, plural, explanation = texts.values()
    return Vocabulary(name, label, plural, explanation, tuple(terms), tuple(references))


def _references(fields: Mapping[str, fm.Node], path: str) -> Iterator[Reference]:
    for name in ("ruimtes", "werkvormen", "pagina", "zie", *LISTED):
        if node := fields.get(name):
            for item in node.items if isinstance(node, fm.Sequence) else (node,):
                yield Reference(name, _text(item, path), item.line, item.column)


def _mapping(node: fm.Node, path: str, required: tuple[str, ...]) -> dict[str, fm.Node]:
    if not isinstance(node, fm.Mapping):
        raise fm.Refused(problem("kop-lijst", path, "Hier horen velden met een waarde te staan.", line=node.line))
    for name in required:
        if name not in node.entries:
            raise fm.Refused(
                problem("veld-ontbreekt", path, f"Het veld {quote(name)} ontbreekt.", line=node.line, field=name)
            )
    return {name: value for name, (_, value) in node.entries.items()}


def _term(node: fm.Node, path: str, needed: tuple[str, ...]) -> Term:
    entries = _mapping(node, path, ("slug", "label", *needed))
    slug = _slug(entries["slug"], path, "slug")
    synonyms, former = entries.get("synoniemen"), entries.get("eerder")
    if former is not None and not isinstance(former, fm.Sequence):
        message = "Hier hoort een lijst te staan, bijvoorbeeld [oude-naam]."
        raise fm.Refused(problem("waarde-soort", path, message, line=former.line, field="eerder"))
    return Term(
        slug=slug,
        label=_text(entries["label"], path),
        definition=_text(entries["definitie"], path) if "definitie" in entries else "",
        synonyms=tuple(_text(word, path) for word in synonyms.items) if isinstance(synonyms, fm.Sequence) else (),
        extra={k: _text(v, path) for k, v in entries.items() if k not in OWN},
        former=tuple(_slug(word, path, "eerder") for word in former.items) if former else (),
    )


def _slug(node: fm.Node, path: str, field: str) -> str:
    slug = _text(node, path)
    if not SLUG.fullmatch(slug):
        raise fm.Refused(
            problem("bestand-naam", path, f"{quote(slug)} is geen bruikbaar adres.", line=node.line, field=field)
        )
    return slug
