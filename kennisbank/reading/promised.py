"""Every address that was ever published is promised an answer: the list of them as a file, and which have none."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kennisbank.model import kinds, urls
from kennisbank.model.addresses import FACET_OF, Answers, lost, present, values
from kennisbank.model.facets import Facet
from kennisbank.model.published import FILE, Published, parse
from kennisbank.model.records import Record, Source
from kennisbank.model.vocabulary import Vocabulary, nearest
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading.files import RESERVED
from kennisbank.reading.withdrawal import FILE as WITHDRAWN
from kennisbank.reading.withdrawal import Withdrawn

LIMIT = 20_000_000
"""Bytes of the longest list: some 150 of them are of one story."""


def read(root: Path) -> Published:
    """Read the list of a root; without the file nothing was published."""
    file = root / FILE
    if file.is_symlink():
        return Published(problems=(problem("bestand-link", FILE, "Dit is een symbolische link."),))
    if not file.exists():
        return Published()
    try:
        with file.open("rb") as opened:
            data = opened.read(LIMIT + 1)
    except OSError:
        return Published(problems=(problem("bestand-onleesbaar", FILE, "Het bestand is niet te lezen."),))
    if len(data) > LIMIT:
        return Published(problems=(problem("adressen-lijst", FILE, "Het bestand is veel te groot."),))
    return parse(data.decode("utf-8", errors="replace"))


def check(
    records: Iterable[Record], sources: Iterable[Source], vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """Yield the former addresses that are of another text or value, of the site itself, or the address now."""
    lists = {name: vocabulary.path for name, vocabulary in vocabularies.items()}
    taken = {urls.of(source.path, source.slug): source.path for source in sources}
    own_of_site = {*urls.OVERVIEWS, *(address for address, _ in values(vocabularies))} - taken.keys()
    for address, before in values(vocabularies):
        if before:
            taken.setdefault(before, _file_of(address, lists))
    for record in records:
        path, own = record.origin.path, urls.of(record.origin.path, record.origin.slug)
        for index, name in enumerate(record.eerder):
            line, column = record.origin.positions["eerder", index]
            address = urls.former(own, name)
            code, message, hint = "", "", None
            if RESERVED.fullmatch(name.rpartition("/")[2]) or address in own_of_site:
                code, message, hint = "adres-dubbel", f"Het adres {quote(name)} is van de site zelf.", "Haal het weg."
            elif address == own:
                code, message = "verwijzing-zelf", f"{quote(name)} is het adres dat deze tekst nu heeft."
            elif (other := taken.setdefault(address, path)) != path:
                code, message = "adres-dubbel", f"Het adres {quote(name)} hoort al bij {quote(other)}."
            if code:
                yield problem(code, path, message, line=line, column=column, field="eerder", hint=hint)


def problems(
    published: Published, answers: Answers, titles: Mapping[str, str], records: Iterable[Record],
    lists: Mapping[str, str], hidden: Iterable[str] = (), broken: Container[str] = (),
) -> Iterator[Problem]:  # fmt: skip
    """Yield for every published address without an answer what to write where.

    `lists` are the paths of the closed lists by their names.
    `titles` are those of the stories of the last site by slug: a story of the same title at a new address is that
    story. Texts at `hidden` addresses are no new place for anything, for they are not shown. What is lost because its
    list is `broken` (paths) is no problem of its own.
    """
    own = {urls.of(record.origin.path, record.origin.slug): record for record in records}
    fresh = sorted(answers.present - published.addresses.keys() - set(urls.OVERVIEWS) - set(hidden))
    renamed = {own[address].title: own[address] for address in fresh if address in own}
    for address in lost(published.addresses, answers):
        path = _file_of(address, lists, published.addresses)
        if path in broken:
            continue
        folder, _, slug = address.rstrip("/").rpartition("/")
        record = renamed.get(titles.get(slug, "")) if folder == kinds.VERHAAL.address else None
        if record is not None and kinds.VERHAAL.has(record.origin.path):
            message = f"Dit verhaal stond eerst op het adres {quote(slug)}."
            hint = f"Voeg toe: {_line(record, slug)}"
            yield problem("adres-veranderd", record.origin.path, message, field="eerder", hint=hint)
            continue
        message = f"Het adres {quote('/' + address)} is gepubliceerd, en nu staat er niets meer."
        yield problem("adres-weg", path, message, hint=_cure(address, path, fresh, own, lists))


def _cure(address: str, path: str, fresh: list[str], own: Mapping[str, Record], lists: Mapping[str, str]) -> str:
    """Return what to write where: for what was renamed, and for what is gone."""
    if not address.endswith("/"):
        return "Zet het bestand terug: anderen lezen het op dat adres."
    folder, _, slug = address.rstrip("/").rpartition("/")
    beside = [other for other in fresh if other.rstrip("/").rpartition("/")[0] == folder and other.endswith("/")]
    moved = [other for other in fresh if other in own and other.rstrip("/").rpartition("/")[2] == slug]
    guess = nearest(address, beside) or next(iter(moved), None) or (beside[0] if len(beside) == 1 else None)
    record = own.get(guess) if guess else None
    there = guess is not None and guess.rstrip("/").rpartition("/")[0] == folder
    name = slug if there or not folder or folder in kinds.BY_ADDRESS or path in lists.values() else f"{folder}/{slug}"
    if path in lists.values():
        more = f" (een provincie: {lists['provincie']})" if path == lists["regio"] else ""
        where = f"{path}{more} bij de waarde die ervoor in de plaats komt"
    else:
        where = record.origin.path if record else "het nieuwe bestand"
    withdrawn = slug if folder == kinds.VERHAAL.address else address if folder else f"/{address}"
    line = _line(record, name) if record else f"eerder: [{name}]"
    return f"Is het hernoemd? Zet dan in {where}: {line}. Is het weg? Zet dan in {WITHDRAWN}: {withdrawn}"


def _line(record: Record, name: str) -> str:
    """Return the field with one former address more."""
    return f"eerder: [{', '.join((*record.eerder, name))}]"


def withdrawn(
    withdrawn: Withdrawn, vocabularies: Mapping[str, Vocabulary], facets: Sequence[Facet]
) -> Iterator[Problem]:
    """Yield the lines that would withdraw a page of the site itself: a list, a value, the finder."""
    for address in sorted(withdrawn.pages.keys() & present((), vocabularies, facets)):
        value = any(address == found for found, _ in values(vocabularies, facets))
        hint = "Haal eerst de waarde uit de lijst, of haal deze regel weg." if value else "Haal deze regel weg."
        message = f"Op {quote('/' + address)} staat een pagina van de site zelf."
        yield problem("adres-ingetrokken", WITHDRAWN, message, line=withdrawn.pages[address], hint=hint)


def _file_of(address: str, lists: Mapping[str, str], known: Iterable[str] = ()) -> str:
    """Return the file that a page at an address is, or would be, written in.

    `lists` are the paths of the closed lists; `known` tells which pages begin a part.
    """
    folder, _, slug = address.rstrip("/").rpartition("/")
    if folder in kinds.BY_ADDRESS:
        return f"{kinds.BY_ADDRESS[folder].folder}/{slug}.md"
    if folder in FACET_OF:
        return lists.get(FACET_OF[folder], "")
    if not address.endswith("/") and address:
        return urls.PUBLISHED
    part = any(other.startswith(address) and other != address for other in known)
    return f"{kinds.PAGES}/{address}index.md" if part or not address else f"{kinds.PAGES}/{address.rstrip('/')}.md"


def paths(address: str) -> list[str]:
    """Return every path at which the text of an address can stand."""
    file = _file_of(address, {})
    stem = file.removesuffix(".md")
    return [file, f"{stem}/index.md"] if file.endswith(".md") else []
