"""A new text to fill in: every field explained in its place, and the questions that the text answers."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from kennisbank.contributing import wording
from kennisbank.contributing.wording import ASKED, Text
from kennisbank.model import kinds, urls
from kennisbank.model.examples import told
from kennisbank.model.fields import TICKED, FieldSpec, Kind, specs
from kennisbank.model.records import Source
from kennisbank.model.vocabulary import SLUG, Vocabulary, fold
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render_plain
from kennisbank.problems.problem import quote
from kennisbank.reading import files, withdrawal
from kennisbank.reading.files import RESERVED
from kennisbank.reading.frontmatter import FORBIDDEN
from kennisbank.reading.outline import UNANSWERED
from kennisbank.reading.schema import CONSENTED
from kennisbank.reading.values import READERS, Context, Invalid

WIDTH = 100
"""Characters on a line of explanation."""
LONG = 20
"""Values from which on a list has only their names, close together."""


@dataclass(frozen=True, slots=True)
class NieuwVeld:
    """A field of a new text: the lines that explain it, and its own line."""

    uitleg: tuple[str, ...]
    regel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwView(FileView):
    """A new text: `nieuwe` is what it is called, `waarden` where the meaning of every value stands.

    `velden` is where all fields stand, unless the text has them all (then it is empty). `invullen` marks a question of
    the outline that is still to be answered.
    """

    template: ClassVar[str] = "nieuw.md"
    nieuwe: str
    waarden: str
    velden: str
    verplicht: tuple[NieuwVeld, ...]
    vrij: tuple[NieuwVeld, ...]
    opbouw: tuple[kinds.Section, ...]
    invullen: str


class Unusable(Exception):
    """A title or an address that cannot be used; the message says in Dutch why, and what can be done."""


def title(written: str, text: Text, context: Context) -> str:
    """Return a title as it is kept; raises `Unusable` when the check would refuse it."""
    try:
        written.encode()
    except UnicodeEncodeError:
        raise Unusable("De titel is niet te lezen.") from None
    if FORBIDDEN.search(written):
        raise Unusable("In de titel staat een onzichtbaar teken. Typ de titel zonder te plakken.")
    try:
        return str(READERS[Kind.TEXT](written, specs(text.record)["title"], context))
    except Invalid as error:
        raise Unusable(f"De titel kan niet. {error.message} {error.hint or ''}".strip()) from None


def address(of: str, chosen: str | None = None) -> str:
    """Return the address that fits a title, or the one that was chosen; raises `Unusable` when there is none."""
    if chosen is not None:
        if not SLUG.fullmatch(chosen):
            hint = f" Bedoelde je {quote(files.slugify(chosen))}?" if _letters(chosen) else ""
            raise Unusable(f"{quote(chosen)} is geen adres: gebruik kleine letters, cijfers en streepjes.{hint}")
        return chosen
    if not _letters(of):
        raise Unusable("Van deze titel is geen adres te maken. Geef er zelf een op met --adres.")
    return files.slugify(of)


def _letters(name: str) -> bool:
    """Tell whether an address can be made of a name: something of it must be left in ASCII."""
    return files.slugify(f"{name} x") != "x"


def place(root: Path, text: Text, slug: str) -> Path:
    """Return the path of the file, relative to the root; raises `Unusable` when its address cannot be given away."""
    path = Path(text.folder, f"{slug}.md")
    if RESERVED.fullmatch(slug):
        raise Unusable(f"Het adres {quote(slug)} is al bezet, door de site of door de computer.")
    for other in (root / text.folder).glob("*"):
        if fold(other.name.removesuffix(".md")) == fold(slug):
            raise Unusable(f"{other.relative_to(root).as_posix()} is er al.")
    if text.name == kinds.VERHAAL.one:
        if slug in withdrawal.read(root).lines:
            raise Unusable(
                f"Op het adres {quote(slug)} stond een verhaal dat is ingetrokken; dat adres komt niet terug."
            )
        if owner := _former(root, slug):
            raise Unusable(f"{quote(slug)} is een eerder adres van {owner}, en leidt nu daarheen.")
    return path


def page(path: Path) -> str:
    """Return the address of the page that a file becomes."""
    return urls.of(path.as_posix(), path.stem)


def _former(root: Path, slug: str) -> str:
    """Return the path of the story that had this address before, or nothing."""
    for file in sorted((root / kinds.VERHAAL.folder).rglob("*.md")):
        source = Source(file.relative_to(root).as_posix(), file.stem, file)
        content, _ = files.read_text(source)
        if slug in content and slug in withdrawal.told(content, source.path).eerder:
            return source.path
    return ""


def scaffold(
    text: Text, named: str, vocabularies: Mapping[str, Vocabulary], today: date, site: str, *, everything: bool = False
) -> str:
    """Return the file of a new text with this title: what is required is empty, what the check asks for commented out.

    With `everything` all that may be left out is there too, commented out. `site` is the address of the site, where the
    meaning of every value stands.
    """
    known = told(text.record, vocabularies)
    filled = {"title": _quoted(named), "datum": today.isoformat()}
    rows = {
        name: NieuwVeld(
            tuple(_explained(name, spec, text, vocabularies, site)),
            f"{name}: {filled.get(name) or _empty(spec)}".rstrip(),
        )
        for name, spec in known.items()
    }
    required = [name for name, spec in known.items() if spec.required]
    if CONSENTED in known and "toestemming" in required:
        required.insert(required.index("toestemming") + 1, CONSENTED)
    view = NieuwView(
        nieuwe=kinds.BY_RECORD[text.record].new,
        waarden=site + urls.WAARDEN,
        velden="" if everything else site + urls.VELDEN,
        verplicht=tuple(rows[name] for name in required),
        vrij=tuple(rows[name] for name in _free(known, everything) if name not in required),
        opbouw=text.outline,
        invullen=UNANSWERED,
    )
    return render_plain(view)


def _free(known: Mapping[str, FieldSpec], everything: bool) -> Iterator[str]:
    """Yield what may be left out: first what the check asks for."""
    yield from (name for name in known if name in ASKED)
    yield from (name for name in known if everything and name not in ASKED)


def _quoted(value: str) -> str:
    """Return a text between quotes, as YAML reads it: single ones where that is easier to read."""
    return f"'{value}'" if '"' in value and "'" not in value else json.dumps(value, ensure_ascii=False)


def _empty(spec: FieldSpec) -> str:
    """Return what stands for a value that has not been filled in."""
    if spec.kind in TICKED:
        return "true" if spec.kind is Kind.FLAG else "ja"
    return "[]" if spec.many and spec.of is None else ""


def _explained(
    name: str, spec: FieldSpec, text: Text, vocabularies: Mapping[str, Vocabulary], site: str
) -> Iterator[str]:
    """Yield the lines that explain a field."""
    form = " ".join(filter(None, (wording.form(spec), wording.source(spec, vocabularies))))
    yield from _wrapped(f"{spec.label}: {spec.help}")
    yield from _wrapped(f"Schrijf {'; '.join(filter(None, (form, wording.limits(spec))))}.")
    if spec.vocabulary:
        yield from _choices(vocabularies[spec.vocabulary], spec.extra, site)
    if spec.of is not None:
        # Beside a text there can be a folder with its images.
        if spec.kind is Kind.BEELDEN and not kinds.BY_RECORD[text.record].nested:
            place = f"{text.folder}/naam"
            yield from _wrapped(f"Ze staan in een map met de naam van de tekst: bij {place}.md in de map {place}.")
        yield "Bijvoorbeeld:"
        yield from wording.written(name, spec).split("\n")
    elif spec.kind not in {Kind.CONSENT, *TICKED} and name != "title":
        yield f"Bijvoorbeeld: {wording.written(name, spec)}"


def _choices(vocabulary: Vocabulary, extra: tuple[str, ...], site: str) -> Iterator[str]:
    if len(vocabulary.terms) <= LONG:
        wide = max(len(term.slug) for term in vocabulary.terms)
        yield from (f"  {term.slug:<{wide}}  {term.label}" for term in vocabulary.terms)
        yield from (f"  {slug}" for slug in extra)
        return
    groups: dict[str, list[str]] = {}
    for term in vocabulary.terms:
        groups.setdefault(term.extra.get("groep", ""), []).append(term.slug)
    for head, slugs in groups.items():
        yield from _wrapped(f"{head}: {', '.join(slugs)}".removeprefix(": "), "  ")
    yield f"Wat ze betekenen: {site}{urls.WAARDEN}#{vocabulary.name}"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  " * bool(indent),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
