"""The closed lists as files: read with what is wrong in them, and made to fit together where they must.

A list of the root itself (`lijsten/`) comes before the one that the tool brings.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kennisbank import PACKAGE, PROJECT
from kennisbank.model import kinds
from kennisbank.model.examples import LIST
from kennisbank.model.fields import specs
from kennisbank.model.vocabulary import NEAR, NUMBERS, SLUG, Reference, Term, Vocabulary, fold, nearest
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.files import leftover

FOLDER = PACKAGE / "vocabularies"
OWN_FOLDER = "lijsten"
"""Where the lists of a root lie: those with words of its own region, and any other that it has in its own way."""
LIMIT = 1024 * 1024
"""Bytes of the longest list."""


def _named() -> Iterator[str]:
    """Yield the list of each field of each kind of text, and of what stands in a field."""
    for kind in kinds.KINDS:
        for spec in specs(kind.record).values():
            yield spec.vocabulary
            yield from (inner.vocabulary for inner in (specs(spec.of).values() if spec.of else ()))


BESIDE = ("begrip", "plaats", "provincie", LIST)
"""Lists that no field takes its values from."""
NAMES = sorted({*BESIDE, *_named()} - {"", kinds.RUIMTE.one})
"""All lists: what a site that must be built at once counts on, also when a file is not there."""


OWN = frozenset({"slug", "label", "definitie", "synoniemen", "eronder", "eerder"})
"""What every value can have; the rest belongs to its list (`Term.extra`)."""


NUMBER = re.compile(r"-?\d{1,3}(?:\.\d+)?")


WHOLE = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/[^\s\"<>]*")


ADDRESSES = ("adres", "begrippenkader")
"""What of a value is the address of something elsewhere: of the text of a licence, of the same value in the Dutch
Begrippenkader (onderwijsbegrippenkader.nl)."""


NEEDED = {"regio": ("provincie",), "plaats": ("regio", *NUMBERS)}
"""What a value of a list has to have beside its slug and its label."""


MAY_BE_EMPTY = ("begrip",)
"""Lists without a value: a site can explain no word at all."""


LISTED = ("provincie", "regio")
"""What of that is a value of another list, by the name of that list."""


def home(root: Path) -> Path:
    """Return the root of which the own lists count: this project where a root has no folder of them."""
    return root if (root / OWN_FOLDER).exists() or (root / OWN_FOLDER).is_symlink() else PROJECT


def place(name: str, root: Path = PROJECT) -> str:
    """Return the path of a list of a root: among its own, or of the tool; one that is nowhere belongs to its own."""
    own = f"{OWN_FOLDER}/{name}.yml"
    of_tool = not (home(root) / own).exists() and (FOLDER / f"{name}.yml").is_file()
    return f"kennisbank/vocabularies/{name}.yml" if of_tool else own


def places(root: Path = PROJECT) -> dict[str, str]:
    """Return the path of every list of a root by its name."""
    return {name: place(name, root) for name in NAMES}


def load(root: Path = PROJECT, without: Container[str] = ()) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """Return every list of a root by its name, with all that is wrong: a value that is wrong is left out of its list.

    The lists whose paths are in `without` are not read.
    """
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for name, path in places(root).items():
        if path in without:
            continue
        file = home(root) / path if path.startswith(f"{OWN_FOLDER}/") else FOLDER / f"{name}.yml"
        if not file.exists() and not file.is_symlink():
            message = f"De lijst {quote(name)} is er niet."
            problems.append(problem("lijst-ontbreekt", path, message))
            continue
        if found := read(file, path, problems):
            vocabularies[name] = found
    return vocabularies, [*problems, *_shared(vocabularies)]


def _shared(vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """Yield a problem for each region with the address of a province: their pages lie in one folder."""
    if "provincie" not in vocabularies or "regio" not in vocabularies:
        return
    provinces, regions = vocabularies["provincie"], vocabularies["regio"]
    taken = {slug for term in provinces.terms for slug in (term.slug, *term.former)}
    for term in regions.terms:
        for slug in dict.fromkeys((term.slug, *term.former)):
            if slug in taken:
                message = f"{quote(slug)} is al het adres van een provincie, in {provinces.path}."
                hint = f"Geef de regio een andere slug, bijvoorbeeld: {slug}-streek."
                if slug != term.slug:
                    hint = "Haal het weg bij eerder: op dat adres staat de provincie."
                line = regions.lines[term.slug]
                yield problem("adres-dubbel", regions.path, message, line=line, field=term.slug, hint=hint)


def read(file: Path, path: str, problems: list[Problem]) -> Vocabulary | None:
    """Read one list, of which `path` is what problems call it; those go into `problems`. None when nothing is right."""
    try:
        text = _written(file, path)
    except fm.Refused as refused:
        problems.append(refused.problem)
        return None
    made, found = _made(file.stem, text, path)
    problems += found
    return made


@functools.lru_cache(maxsize=128)
def _made(name: str, text: str, path: str) -> tuple[Vocabulary | None, tuple[Problem, ...]]:
    """Make a list of its text. A preview reads them all again at every change, and most are as they were."""
    problems: list[Problem] = []
    try:
        node, found = fm.parse(text, path)
        problems += found
        return _vocabulary(name, node, path, problems), tuple(problems)
    except fm.Refused as refused:
        return None, (*problems, refused.problem)


def parsed(file: Path, path: str, problems: list[Problem]) -> fm.Node:
    """Return what a file of lists holds, and add what is wrong in it to `problems`. Raises `fm.Refused`."""
    node, found = fm.parse(_written(file, path), path)
    problems += found
    return node


def _written(file: Path, path: str) -> str:
    """Return the text of a file of lists. Raises `fm.Refused`."""
    try:
        if file.is_symlink():
            raise fm.Refused(problem("bestand-link", path, "Dit is een symbolische link."))
        if not file.is_file():
            raise fm.Refused(problem("bestand-bijzonder", path, "Dit is geen gewoon bestand."))
        with file.open("rb") as opened:
            data = opened.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise fm.Refused(problem("bestand-groot", path, "De lijst is veel te groot.", hint="Kort die in."))
        return data.decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        raise fm.Refused(problem("bestand-onleesbaar", path, "De lijst is niet te lezen.")) from None


def strangers(root: Path, beside: Container[str]) -> Iterator[Problem]:
    """Yield a problem for each file among the lists of a root that is no list; `beside` are names of other files."""
    folder = root / OWN_FOLDER
    if not folder.exists() and not folder.is_symlink():
        return  # it has those of this project
    if folder.is_symlink() or not folder.is_dir():
        yield problem("map-ontbreekt", OWN_FOLDER, f"Hier hoort een map {quote(OWN_FOLDER)} te staan.")
        return
    for file in sorted(folder.iterdir()):
        if file.name in beside or leftover(file.name) or (file.suffix == ".yml" and file.stem in NAMES):
            continue
        guess = nearest(file.stem, NAMES)
        meant = f" Bedoelde je {quote(f'{guess}.yml')}?" if guess else ""
        message = f"{quote(file.name)} is geen lijst die de site kent.{meant}"
        yield problem("bestand-naam", f"{OWN_FOLDER}/{file.name}", message, hint=f"Kies uit: {', '.join(NAMES)}.")


def fitted(lists: Mapping[str, Vocabulary], ruimtes: Container[str], own: str) -> dict[str, Vocabulary]:
    """Return lists that name no ruimte but these; those in the folder `own` are left as they were written."""

    def fit(found: Vocabulary) -> Vocabulary:
        kept = tuple(r for r in found.references if r.field != "ruimtes" or r.target in ruimtes)
        return found if own and found.path.startswith(f"{own}/") else replace(found, references=kept)

    return {name: fit(found) for name, found in lists.items()}


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
    nothing = isinstance(values, fm.Scalar) and not values.text.strip()
    items = values.items if isinstance(values, fm.Sequence) else ()
    if not items and not ((nothing or isinstance(values, fm.Sequence)) and name in MAY_BE_EMPTY):
        hint = "Zet er minstens één waarde in, met een slug en een label."
        raise fm.Refused(problem("waarde-leeg", path, "De lijst heeft geen waarden.", line=values.line, hint=hint))
    texts = {"label": name.capitalize(), "meervoud": name.capitalize(), "uitleg": ""}
    for key in texts:
        try:
            texts[key] = _text(_mapping(node, path, (key,))[key], path)
        except fm.Refused as refused:
            problems.append(refused.problem)
    terms: list[Term] = []
    lines: dict[str, int] = {}
    references = [*_references(head, path)]
    taken: dict[str, str] = {}
    for item in items:
        try:
            term = _term(item, path, NEEDED.get(name, ()))
            forms = (term.slug, term.label, *term.former, *term.synonyms)
            words = {fold(word) for word in (forms if name != LIST else (term.slug,))}  # what an example says is free
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
        lines[term.slug] = item.line
    known = {term.slug for term in terms}
    for term in terms:
        for slug in term.near:
            if slug == term.slug or slug not in known:
                guess = nearest(slug, sorted(known - {slug}))
                meant = f" Bedoelde je {quote(guess)}?" if guess and slug not in known else ""
                message = f"{quote(slug)} is geen andere waarde van deze lijst.{meant}"
                problems.append(problem("waarde-onbekend", path, message, line=lines[term.slug], field=NEAR))
    label, plural, explanation = texts.values()
    return Vocabulary(name, label, plural, explanation, tuple(terms), tuple(references), path, lines)


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
    synonyms, former = _several(entries.get("synoniemen"), path), entries.get("eerder")
    narrower = _several(entries.get("eronder"), path)
    names = {fold(word): "label" for word in (slug, _text(entries["label"], path))}
    names |= {fold(word): "synoniemen" for word in synonyms}
    for word in narrower:
        if other := names.get(fold(word)):
            message = f"{quote(word)} staat bij {other} en bij eronder."
            hint = "Betekent het hetzelfde als de waarde, haal het dan weg bij eronder. Is het er maar een deel van, "
            hint += "dan hoort het alleen bij eronder."
            line = entries["eronder"].line
            raise fm.Refused(problem("waarde-dubbel", path, message, line=line, field="eronder", hint=hint))
    if former is not None and not isinstance(former, fm.Sequence):
        message = "Hier hoort een lijst te staan, bijvoorbeeld [oude-naam]."
        raise fm.Refused(problem("waarde-soort", path, message, line=former.line, field="eerder"))
    for name in NUMBERS:
        if name in needed and not NUMBER.fullmatch(_text(entries[name], path)):
            message = f"{quote(_text(entries[name], path))} is geen getal in graden."
            hint = f'Schrijf het zo: {name}: "53.21".'
            line, column = entries[name].line, entries[name].column
            raise fm.Refused(problem("waarde-soort", path, message, line=line, column=column, field=name, hint=hint))
    for name in ADDRESSES:
        if name in entries and not WHOLE.fullmatch(_text(entries[name], path)):
            message = f"{quote(_text(entries[name], path))} is geen heel webadres."
            hint = f'Begin met https:// of http://, zoals: {name}: "https://voorbeeld.nl/lijst/woord".'
            line, column = entries[name].line, entries[name].column
            raise fm.Refused(problem("waarde-soort", path, message, line=line, column=column, field=name, hint=hint))
    return Term(
        slug=slug,
        label=_text(entries["label"], path),
        definition=_text(entries["definitie"], path) if "definitie" in entries else "",
        synonyms=synonyms,
        narrower=narrower,
        extra={k: _text(v, path) for k, v in entries.items() if k not in OWN},
        former=tuple(_slug(word, path, "eerder") for word in former.items) if former else (),
    )


def _several(node: fm.Node | None, path: str) -> tuple[str, ...]:
    """Return the words of a list; nothing, or what is no list, has none."""
    return tuple(_text(word, path) for word in node.items) if isinstance(node, fm.Sequence) else ()


def _slug(node: fm.Node, path: str, field: str) -> str:
    slug = _text(node, path)
    if not SLUG.fullmatch(slug):
        raise fm.Refused(
            problem("bestand-naam", path, f"{quote(slug)} is geen bruikbaar adres.", line=node.line, field=field)
        )
    return slug
