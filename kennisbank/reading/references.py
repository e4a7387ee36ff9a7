"""The rules that need more than one file: references, addresses, links, and places in their regions."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kennisbank import PROJECT
from kennisbank.model import forge, kinds, urls
from kennisbank.model.addresses import FACET_OF
from kennisbank.model.examples import LIST, NEEDED, PLACES, STORIES, gaps
from kennisbank.model.facets import ALL, Facet
from kennisbank.model.fields import specs
from kennisbank.model.records import Record, Source, Verhaal
from kennisbank.model.vocabulary import Vocabulary, fold, nearest
from kennisbank.problems.problem import Notice, Place, Problem, Spot, problem, quote
from kennisbank.reading import markup, renamed
from kennisbank.reading.markup import Link
from kennisbank.reading.schema import written
from kennisbank.reading.wordlists import LISTED

TAKEN = frozenset(urls.OVERVIEWS)
OWN = frozenset({*kinds.FOLDERS, *kinds.BY_ADDRESS, *FACET_OF, "assets", "schema", "templates"} - {kinds.PAGES}).union(
    address.rstrip("/") for address in urls.OVERVIEWS if address.count("/") == 1 and address != urls.BUNDELS
)
"""Folders among the pages that the site fills itself; MkDocs leaves out `templates` without a word."""


LETTER = "[A-Za-z\u00c0-\u024f]"
NAME = re.compile(
    rf"(?:\d+e )?{LETTER}{{2}}[^\d_?!;:/@#<>]*|{LETTER}['’][^\d_?!;:/@#<>]*|['’][a-z][ -][^\d_?!;:/@#<>]+"
)
"""What a name of a place looks like: Ter Apel, 2e Exloërmond, 't Zandt; not a postcode, a question or a number."""
SOMEWHAT = 0.7
"""How alike they are when it is worth asking."""
ALIKE = 0.83
"""How alike a place and one of the list are when it is taken for a typing error (`nearest`)."""


MOST_GUESSES = 100
"""Dead links of one file for which it is guessed what was meant: comparing takes time, and more helps nobody."""


@dataclass(frozen=True)
class Dead:
    """A link or a field that names what is not there: the problem, and the address that it would have, or nothing."""

    problem: Problem
    address: str = ""


def check(
    sources: Mapping[str, Source], records: list[Record], links: Mapping[str, list[Link]],
    vocabularies: Mapping[str, Vocabulary],
) -> list[Problem]:  # fmt: skip
    """Return the problems between files, but for what is not there (`dead`)."""
    verhalen = [record for record in records if isinstance(record, Verhaal)]
    return [
        *_selves(records),
        *_taken(sources),
        *_places(verhalen, vocabularies["plaats"]),
        *_anchors(records, links, vocabularies),
    ]


def dead(
    sources: Mapping[str, Source], records: list[Record], links: Mapping[str, list[Link]], images: list[str],
    vocabularies: Mapping[str, Vocabulary], absent: Iterable[str] = (), facets: Iterable[Facet] = ALL,
) -> list[Dead]:  # fmt: skip
    """Return the links and the fields that name what is not there. The site shows these `facets`.

    To name a text of `absent` (paths) is no problem: of a withdrawn one the name is left out of the site, for who
    withdraws must not be kept waiting by another's text.

    A file that has problems of its own is still known by its address, so that one mistake does not
    make every file that refers to it wrong.
    """
    slugs: dict[str, dict[str, str]] = {kind.folder: {} for kind in kinds.KINDS}
    for source in sources.values():
        slugs[kinds.of(source.path).folder][fold(source.slug)] = source.slug
    absent = [*absent]
    for path in absent:
        folder = kinds.of(path).folder
        name = _name(path, folder)
        slugs[folder][fold(name)] = name
    known = targets([*sources, *images, *absent], vocabularies, facets)
    return [*(found for record in records for found in _references(record, slugs)), *_links(known, links)]


def _at(record: Record, field: str, index: int) -> Place:
    line, column = record.origin.positions[field, index]
    return {"line": line, "column": column}


def _named(record: Record) -> Iterator[tuple[str, int, str, kinds.Kind]]:
    """Yield the field, the place in it, the name and the kind of every text that the fields of a record name."""
    for field, kind in kinds.naming(type(record)):
        for index, slug in enumerate(getattr(record, field)):
            yield field, index, slug, kind


def _selves(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield the fields in which a record names itself."""
    for record in records:
        for field, index, slug, kind in _named(record):
            if slug == record.origin.slug and kind.has(record.origin.path):
                message = f"{quote(slug)} is {kind.this} zelf."
                place = _at(record, field, index)
                yield problem("verwijzing-zelf", record.origin.path, message, field=field, **place)


def _references(record: Record, slugs: Mapping[str, Mapping[str, str]]) -> Iterator[Dead]:
    """Yield the fields of one record that name a text that is not there."""
    for field, index, slug, kind in _named(record):
        known = slugs[kind.folder]
        if known.get(fold(slug)) != slug:
            place = _at(record, field, index)
            found = problem("verwijzing", record.origin.path, _unknown(slug, known), field=field, **place)
            yield Dead(found, urls.content(f"{kind.folder}/{slug}.md", slug))


def _name(path: str, folder: str) -> str:
    """Return the name of a text by its path in a folder."""
    return path.removeprefix(f"{folder}/").removesuffix("/index.md").removesuffix(".md")


def _unknown(name: str, known: Mapping[str, str]) -> str:
    guess = nearest(name, known)
    return f"{quote(name)} bestaat niet." + (f" Bedoelde je {quote(guess)}?" if guess else "")


def lists(
    paths: Iterable[str], vocabularies: Mapping[str, Vocabulary], judged: Callable[[str], bool] = bool
) -> Iterator[Problem]:
    """Yield the references of closed lists to what is not among these paths; `judged` tells of which path of a list."""
    known: dict[str, dict[str, str]] = {folder: {} for folder in kinds.FOLDERS}
    for path in paths:
        kind = kinds.of(path)
        folder = kinds.home(kind).folder if kind.by_hand else kind.folder
        name = urls.uri(path) if kind.by_hand else _name(path, folder)
        known.setdefault(folder, {})[fold(name)] = name
    for name in vocabularies.keys() & set(LISTED):
        known[name] = {fold(slug): slug for slug in vocabularies[name].by_slug}
    for vocabulary in vocabularies.values():
        for found in vocabulary.references if judged(vocabulary.path) else ():
            names = known.get(found.field, known[kinds.PAGES])
            if names.get(fold(found.target)) != found.target:
                yield problem(
                    "verwijzing",
                    vocabulary.path,
                    _unknown(found.target, names),
                    line=found.line,
                    column=found.column,
                    field=found.field,
                )


def naming(
    records: Iterable[Record], links: Mapping[str, list[Link]], gone: Container[str]
) -> Iterator[tuple[Spot, kinds.Kind]]:
    """Yield the place of every field and every link that names a text at one of these addresses, and its kind."""
    for record in records:
        for field, index, slug, kind in _named(record):
            if urls.content(f"{kind.folder}/{slug}.md", slug) in gone:
                yield Spot(record.origin.path, record.origin.positions[field, index][0]), kind
    for path, found in links.items():
        for link in found:
            address = renamed.address_of(link.target, urls.uri(path))
            if address and address in gone:
                kind = kinds.BY_ADDRESS.get(address.partition("/")[0], kinds.BY_FOLDER[kinds.PAGES])
                yield Spot(path, link.line), kind


def _places(verhalen: list[Verhaal], places: Vocabulary) -> Iterator[Problem]:
    """Yield the places in another region than the story says, those that look like a typing error, and what is none."""
    names = places.labels
    for verhaal in verhalen:
        term = places.by_label.get(fold(verhaal.plaats))
        if not verhaal.plaats.isprintable():  # that is said of it already
            continue
        if term is None and not NAME.fullmatch(verhaal.plaats):
            message = f"{quote(verhaal.plaats)} is geen naam van een dorp of stad."
            hint = f"Schrijf alleen de naam, zoals in {places.path}."
            place = _at(verhaal, "plaats", -1)
            yield problem("plaats-onbekend", verhaal.origin.path, message, field="plaats", hint=hint, **place)
        elif term is None and (guess := nearest(verhaal.plaats, names, cutoff=ALIKE)):
            message = f"{quote(verhaal.plaats)} staat niet in de lijst van plaatsen. Bedoelde je {quote(guess)}?"
            hint = f"Is het een andere plaats? Zet die dan in {places.path}, met haar regio, breedte en lengte."
            place = _at(verhaal, "plaats", -1)
            yield problem("plaats-onbekend", verhaal.origin.path, message, field="plaats", hint=hint, **place)
        if term and term.extra["regio"] != verhaal.regio:
            message = f"{term.label} ligt in {quote(term.extra['regio'])}, niet in {quote(verhaal.regio)}."
            yield problem("plaats-regio", verhaal.origin.path, message, field="plaats", **_at(verhaal, "plaats", -1))


def unmapped(verhaal: Verhaal, places: Vocabulary) -> Notice | None:
    """Return what there is to know of the place of a story: that the list has it otherwise, or not at all.

    Of a place that the list does not have no map shows the story; one that it has is shown as the story spells it.
    """
    names = places.labels
    line = verhaal.origin.positions["plaats", -1][0]
    if label := names.get(fold(verhaal.plaats)):
        message = f"{quote(verhaal.plaats)} heet in de lijst van plaatsen {quote(label)}. Schrijf het hier ook zo."
        return None if label == verhaal.plaats else Notice(verhaal.origin.path, line, message)
    guess = nearest(verhaal.plaats, names, cutoff=SOMEWHAT)
    meant = f" Bedoelde je {quote(guess)}?" if guess else ""
    message = f"{quote(verhaal.plaats)} staat niet in de lijst van plaatsen, en dus niet op de kaart.{meant}"
    return Notice(verhaal.origin.path, line, f"{message} Klopt de plaats, zet die dan in {places.path}.")


def undated(verhaal: Verhaal) -> Notice | None:
    """Return that a story does not say when it happened, with the line to add: a reader takes it for today's."""
    if verhaal.speelde:
        return None
    line = verhaal.origin.positions["periode" if verhaal.periode else "datum", -1][0]
    example = written(verhaal.periode) if verhaal.periode else specs(Verhaal)["speelde"].example
    such = "" if verhaal.periode else ", bijvoorbeeld"
    message = f"niemand ziet wanneer dit speelde. Voeg toe{such}: speelde: {example}"
    return Notice(verhaal.origin.path, line, message)


def unshown(vocabularies: Mapping[str, Vocabulary], slugs: Iterable[str]) -> Iterator[Notice]:
    """Yield the stories that the list of examples names and that are not among those of the site (`slugs`)."""
    found, known = vocabularies[LIST], {slug: slug for slug in slugs}
    for name in STORIES:
        if (term := found.by_slug.get(name)) and term.label not in known:
            guess = nearest(term.label, known)
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            message = f"{quote(term.label)} is geen verhaal op deze site.{meant} Kies een verhaal dat er wel is."
            yield Notice(found.path, found.lines.get(name, 1), message)


def examples(vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """Yield what the list of examples lacks or has too much, and its places that no list has or in the wrong region."""
    found = vocabularies[LIST]
    places = {fold(term.label): term for term in vocabularies["plaats"].terms}
    for slug in NEEDED:
        if slug not in found.by_slug:
            message = f"Het voorbeeld {quote(slug)} ontbreekt."
            hint = f"Voeg een waarde toe met slug: {slug}."
            yield problem("veld-ontbreekt", found.path, message, field=slug, hint=hint)
    for each in found.terms:
        line = found.lines.get(each.slug, 1)
        if each.slug not in NEEDED:
            guess = nearest(each.slug, NEEDED)
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            message = f"Het voorbeeld {quote(each.slug)} gebruikt de site nergens.{meant}"
            yield problem("veld-onbekend", found.path, message, line=line, field=each.slug)
        for key in each.extra:
            message = f"De sleutel {quote(key)} kennen we hier niet."
            hint = "Kies uit: slug, label, definitie."
            yield problem("veld-onbekend", found.path, message, line=line, field=each.slug, hint=hint)
    for slug in PLACES:
        if (term := found.by_slug.get(slug)) and fold(term.label) not in places:
            guess = nearest(term.label, {name: place.label for name, place in places.items()})
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            message = f"{quote(term.label)} staat niet in de lijst van plaatsen.{meant}"
            hint = f"Kies een plaats uit {vocabularies['plaats'].path}."
            line = found.lines.get(slug, 1)
            yield problem("waarde-onbekend", found.path, message, line=line, field=slug, hint=hint)
    for slug in ("ruimte", "ruimte-twee"):
        if (term := found.by_slug.get(slug)) and term.label not in vocabularies["ruimte"].by_slug:
            message = f"De ruimte {_unknown(term.label, {s: s for s in vocabularies['ruimte'].by_slug})}"
            hint = f"Kies uit: {', '.join(vocabularies['ruimte'].by_slug)}."
            line = found.lines.get(slug, 1)
            yield problem("waarde-onbekend", found.path, message, line=line, field=slug, hint=hint)
    known = gaps(vocabularies)
    if len(vocabularies["regio"].terms) > 1 and known.get("regio") and known.get("regio") == known.get("elders-regio"):
        message = "Deze plaats ligt in dezelfde regio als het voorbeeld plaats."
        line = found.lines.get("elders", 1)
        yield problem("plaats-regio", found.path, message, line=line, field="elders", hint="Kies een andere plaats.")


def _generated(vocabularies: Mapping[str, Vocabulary], facets: Iterable[Facet]) -> Iterator[str]:
    """Yield the overviews and value pages: a link may name them although no file is there."""
    yield from map(urls.source, urls.overviews(facets))
    for facet in facets:
        for term in vocabularies[facet.name].terms:
            yield urls.source(urls.value(facet.name, term.slug))
    for term in vocabularies["provincie"].terms:
        yield urls.source(urls.value("regio", term.slug))


def _taken(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Yield the hand-written pages at the address of a generated one, or in a folder that the site fills itself."""
    for path in sources:
        if not path.startswith(f"{kinds.PAGES}/"):
            continue
        folder, nested, _ = urls.uri(path).partition("/")
        if nested and folder in OWN:
            message = f"De map {quote(f'{kinds.PAGES}/{folder}')} is van de site zelf."
            yield problem("bestand-map", path, message, hint="Zet de pagina in een andere map.")
        elif urls.page(urls.uri(path)) in TAKEN:
            yield problem("adres-dubbel", path, "Deze pagina maakt de site al zelf.", hint="Geef het een andere naam.")


def paths(slugs: Iterable[str]) -> list[str]:
    """Return every path at which stories with these addresses can stand."""
    return [path for slug in slugs for path in kinds.VERHAAL.paths(slug)]


def targets(
    paths: Iterable[str], vocabularies: Mapping[str, Vocabulary], facets: Iterable[Facet] = ALL
) -> frozenset[str]:
    """Return all that a link may name: the files of `paths` and the generated overviews and value pages."""
    return frozenset({*map(urls.uri, paths), *_generated(vocabularies, facets)})


def _links(known: frozenset[str], links: Mapping[str, list[Link]]) -> Iterator[Dead]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for uri in sorted(known):
        names[posixpath.dirname(uri)][fold(posixpath.basename(uri).removesuffix(".md"))] = uri
    everywhere = {name: uri for folder in names.values() for name, uri in folder.items()}
    for path, found in links.items():
        guesses: dict[str, str] = {}
        for link in found:
            if link.image or link.target.startswith(forge.SCHEME):  # those have rules of their own
                continue
            target = urls.resolve(unquote(link.target), urls.uri(path))
            if target not in known:
                if (target or "") not in guesses and len(guesses) < MOST_GUESSES:
                    guesses[target or ""] = _guess(target or link.target, known, names, everywhere)
                guess = guesses.get(target or "", "")
                meant = f" Bedoelde je {quote('/' + guess)}?" if guess else ""
                message = (
                    f"De link {quote(link.target)} leidt nergens heen.{meant}"
                    if link.target
                    else "Deze link heeft geen adres."
                )
                dead = problem("link-dood", path, message, line=link.line, column=link.column)
                yield Dead(dead, renamed.address_of(link.target, urls.uri(path)))


def _guess(
    target: str, known: frozenset[str], names: Mapping[str, Mapping[str, str]], everywhere: Mapping[str, str]
) -> str:
    """Return the file that a link most likely means: what is alike in that folder, or elsewhere; or nothing."""
    index = f"{target.removesuffix('.md')}/index.md"  # the folder was meant
    folder, _, name = target.removesuffix(".md").rpartition("/")
    return (
        index if index in known else nearest(name, names.get(folder, {})) or nearest(name, everywhere, cutoff=0.8) or ""
    )


def repository(links: Mapping[str, list[Link]], root: Path) -> Iterator[Problem]:
    """Yield the links to a place in the repository that no forge has, or where nothing is.

    What another root lacks is looked for in this project: the repository has all of it.
    """
    for path, found in links.items():
        for link in found:
            if not link.target.startswith(forge.SCHEME):
                continue
            there = forge.place(unquote(link.target.removeprefix(forge.SCHEME)))
            if there is None:
                message, hint = f"De link {quote(link.target)} noemt geen plek in de bewaarplaats.", None
            else:
                kind, place = forge.PLACES[there[0]], there[1]
                folder, name = posixpath.split(place)
                known = {file.name for home in (root, PROJECT) for file in (home / folder).glob("*") if _is(file, kind)}
                if not place or name in known:
                    continue
                guess = nearest(name, sorted(known))
                meant = f" Bedoelde je {quote(posixpath.join(folder, guess))}?" if guess else ""
                message, hint = f"In de bewaarplaats is geen {kind} {quote(place)}.{meant}", "Verbeter de link."
            yield problem("link-bewaarplaats", path, message, line=link.line, column=link.column, hint=hint)


def _is(file: Path, kind: str) -> bool:
    return file.is_dir() if kind == "map" else file.is_file()


def _anchors(
    records: list[Record], links: Mapping[str, list[Link]], vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """Yield the links to a heading that is not there, in a text or in the list of words explained."""
    texts = {urls.uri(record.origin.path): record.origin.body for record in records}
    words = frozenset(vocabularies["begrip"].by_slug)
    known: dict[str, frozenset[str]] = {urls.source(urls.BEGRIPPEN): words}
    for path, found in links.items():
        for link in found:
            place = unquote(link.target.partition("#")[2])
            target = urls.resolve(unquote(link.target), urls.uri(path)) if place else None
            if target in texts and target not in known:
                known[target] = markup.anchors(texts[target])
            if target in known and place not in known[target]:
                guess = nearest(place, known[target])
                meant = f" Bedoelde je {quote('#' + guess)}?" if guess else ""
                message = f"De link {quote(link.target)} noemt een kop die er niet is.{meant}"
                yield problem("link-anker", path, message, line=link.line, column=link.column)
