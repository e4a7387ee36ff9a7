"""The rules that need more than one file: references, addresses, links, and places in their regions."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from kennisbank import urls
from kennisbank.facets import FACETS
from kennisbank.files import RESERVED, Source
from kennisbank.markup import Link
from kennisbank.problems import Place, Problem, problem, quote
from kennisbank.records import Record, Verhaal
from kennisbank.vocabulary import Vocabulary, fold, nearest

GENERATED = frozenset({"verhalen/index.md", "werkvormen/index.md", "ruimtes/index.md"})
"""Overviews that a link may name although no file is there."""


def check(
    sources: Mapping[str, Source], records: list[Record], links: Mapping[str, list[Link]], images: list[str],
    vocabularies: Mapping[str, Vocabulary],
) -> list[Problem]:  # fmt: skip
    """Return the problems between files.

    A file that has problems of its own is still known by its address, so that one mistake does not
    make every file that refers to it wrong.
    """
    verhalen = [record for record in records if isinstance(record, Verhaal)]
    slugs = {
        folder: {fold(s.slug): s.slug for s in sources.values() if s.path.startswith(f"{folder}/")}
        for folder in ("stories", "werkvormen")
    }
    problems = [found for verhaal in verhalen for found in _references(verhaal, slugs["stories"], slugs["werkvormen"])]
    problems += _addresses(verhalen, sources)
    problems += _places(verhalen, vocabularies["plaats"])
    problems += _links(sources, links, images, vocabularies)
    return problems


def _at(verhaal: Verhaal, field: str, index: int) -> Place:
    line, column = verhaal.origin.positions[field, index]
    return {"line": line, "column": column}


def _references(verhaal: Verhaal, verhalen: dict[str, str], werkvormen: dict[str, str]) -> Iterator[Problem]:
    path = verhaal.origin.path
    for field, slugs, known in (("verwant", verhaal.verwant, verhalen), ("werkvormen", verhaal.werkvormen, werkvormen)):
        for index, slug in enumerate(slugs):
            if field == "verwant" and slug == verhaal.origin.slug:
                yield problem(
                    "verwijzing-zelf",
                    path,
                    f"{quote(slug)} is dit verhaal zelf.",
                    field=field,
                    **_at(verhaal, field, index),
                )
            elif known.get(fold(slug)) != slug:
                guess = nearest(slug, known)
                meant = f" Bedoelde je {quote(guess)}?" if guess else ""
                yield problem(
                    "verwijzing", path, f"{quote(slug)} bestaat niet.{meant}", field=field, **_at(verhaal, field, index)
                )


def _addresses(verhalen: list[Verhaal], sources: Mapping[str, Source]) -> Iterator[Problem]:
    taken = {source.slug: source.path for source in sources.values() if source.path.startswith("stories/")}
    for verhaal in verhalen:
        for index, slug in enumerate(verhaal.eerder):
            if RESERVED.fullmatch(slug):
                message = f"Het adres {quote(slug)} is van de site zelf."
                yield problem(
                    "adres-dubbel",
                    verhaal.origin.path,
                    message,
                    field="eerder",
                    hint="Haal het weg.",
                    **_at(verhaal, "eerder", index),
                )
                continue
            other = taken.setdefault(slug, verhaal.origin.path)
            if other != verhaal.origin.path:
                message = f"Het adres {quote(slug)} hoort al bij {quote(other)}."
                yield problem(
                    "adres-dubbel", verhaal.origin.path, message, field="eerder", **_at(verhaal, "eerder", index)
                )
            elif slug == verhaal.origin.slug:
                message = f"{quote(slug)} is het adres dat het verhaal nu heeft."
                yield problem(
                    "verwijzing-zelf", verhaal.origin.path, message, field="eerder", **_at(verhaal, "eerder", index)
                )


def _places(verhalen: list[Verhaal], places: Vocabulary) -> Iterator[Problem]:
    known = {fold(term.label): term for term in places.terms}
    for verhaal in verhalen:
        term = known.get(fold(verhaal.plaats))
        if term and term.extra["regio"] != verhaal.regio:
            message = f"{term.label} ligt in {quote(term.extra['regio'])}, niet in {quote(verhaal.regio)}."
            yield problem("plaats-regio", verhaal.origin.path, message, field="plaats", **_at(verhaal, "plaats", -1))


def targets(paths: Iterable[str], vocabularies: Mapping[str, Vocabulary]) -> frozenset[str]:
    """Return all that a link may name: the files of `paths` and the generated overviews and value pages."""
    known = {urls.uri(path) for path in paths} | GENERATED
    known |= {urls.source(urls.overview(facet.name)) for facet in FACETS}
    known |= {urls.source(urls.value("regio", term.slug)) for term in vocabularies["provincie"].terms}
    known |= {
        urls.source(urls.value(facet.name, term.slug)) for facet in FACETS for term in vocabularies[facet.name].terms
    }
    return frozenset(known)


def _links(
    sources: Mapping[str, Source],
    links: Mapping[str, list[Link]],
    images: list[str],
    vocabularies: Mapping[str, Vocabulary],
) -> Iterator[Problem]:
    known = targets([*sources, *images], vocabularies)
    names = {fold(posixpath.basename(uri)): uri for uri in sorted(known)}
    for path, found in links.items():
        for link in found:
            target = urls.resolve(unquote(link.target), urls.uri(path))
            if target not in known:
                index = f"{target}/index.md"  # the folder was meant
                guess = index if index in known else nearest(posixpath.basename(target or link.target), names)
                meant = f" Bedoelde je {quote('/' + guess)}?" if guess else ""
                message = (
                    f"De link {quote(link.target)} leidt nergens heen.{meant}"
                    if link.target
                    else "Deze link heeft geen adres."
                )
                yield problem("link-dood", path, message, line=link.line, column=link.column)
