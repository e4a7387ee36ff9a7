"""Every address that was ever published is promised an answer: the list of them as a file, and which have none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kennisbank.model import kinds, urls
from kennisbank.model.addresses import FACET_OF, Answers, lost, present, values
from kennisbank.model.facets import Facet
from kennisbank.model.published import FILE, Published, parse
from kennisbank.model.records import Record, Source
from kennisbank.model.vocabulary import SLUG, Vocabulary, fold, nearest
from kennisbank.problems.problem import Problem, Spot, named, problem, quote
from kennisbank.reading.files import RESERVED, slugify
from kennisbank.reading.references import Dead
from kennisbank.reading.withdrawal import FILE as WITHDRAWN
from kennisbank.reading.withdrawal import Withdrawn

GONE = frozenset({"adres-weg", "bestand-weg"})
"""The problems of what is not there (any more)."""
FEWEST = 2
"""Files that name what is not there from which it is taken for gone; one of them may well have a typing error."""
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
    lists: Mapping[str, str], hidden: Iterable[str] = (), broken: Container[str] = (), dead: Iterable[Dead] = (),
) -> Iterator[Problem]:  # fmt: skip
    """Yield for every published address without an answer what to write where, and what is `dead`.

    All that names one such address is said with it, and so is what several files name that nobody published: that a
    text was taken away or renamed is the cause, and one line mends it.

    `lists` are the paths of the closed lists by their names.
    `titles` are those of the stories of the last site by slug: a story of the same title at a new address is that
    story. Texts at `hidden` addresses are no new place for anything, for they are not shown. What is lost because its
    list is `broken` (paths) is no problem of its own.
    """
    naming: dict[str, list[Dead]] = defaultdict(list)
    for each in dead:
        naming[each.address].append(each)
    own = {urls.of(record.origin.path, record.origin.slug): record for record in records}
    fresh = sorted(answers.present - published.addresses.keys() - set(urls.OVERVIEWS) - set(hidden))
    renamed = {own[address].title: own[address] for address in fresh if address in own}
    for address in lost(published.addresses, answers):
        path = _file_of(address, lists, published.addresses)
        spots = _spots(naming.pop(address, ()))
        if path in broken:
            continue
        folder, _, slug = address.rstrip("/").rpartition("/")
        record = renamed.get(titles.get(slug, "")) if folder == kinds.VERHAAL.address else None
        if record is not None and kinds.VERHAAL.has(record.origin.path):
            message = f"Dit verhaal stond eerst op het adres {quote(slug)}."
            hint = f"Voeg toe: {_line(record, slug)}"
            yield problem("adres-veranderd", record.origin.path, message, field="eerder", hint=hint, places=spots)
            continue
        message = f"Het adres {quote('/' + address)} is gepubliceerd, en nu staat er niets meer.{_said(spots)}"
        if path.endswith(".md"):
            message = f"Is {quote(path)} ingetrokken of hernoemd? {message}"
        hint = _cure(address, path, _others(fresh, spots, own), own, lists, bool(published.addresses))
        yield problem("adres-weg", path, message, hint=hint, places=spots)
    for address, found in naming.items():
        spots = _spots(found)
        name = address.rstrip("/").rpartition("/")[2]
        if not SLUG.fullmatch(name) or len({spot.path for spot in spots}) < FEWEST:
            yield from (each.problem for each in found)
        elif (path := _file_of(address, lists, published.addresses)) not in broken:
            message = f"Is {quote(path)} ingetrokken of hernoemd? Het is er niet.{_said(spots)}"
            hint = _cure(address, path, _others(fresh, spots, own), own, lists, bool(published.addresses))
            yield problem("bestand-weg", path, message, hint=hint, places=spots)


def _others(fresh: Iterable[str], spots: Iterable[Spot], own: Mapping[str, Record]) -> list[str]:
    """Return the new addresses that can be of what is gone: a text that names it is another."""
    naming = {spot.path for spot in spots}
    return [address for address in fresh if address not in own or own[address].origin.path not in naming]


def _spots(naming: Iterable[Dead]) -> list[Spot]:
    return sorted({Spot(each.problem.path, each.problem.line) for each in naming})


def _said(spots: Sequence[Spot]) -> str:
    """Return a sentence about the places that name what is gone, or nothing."""
    if not spots:
        return ""
    return f" {f'{len(spots)} plekken noemen' if len(spots) > 1 else '1 plek noemt'} het: {named(spots)}."


def _cure(
    address: str, path: str, fresh: list[str], own: Mapping[str, Record], lists: Mapping[str, str], listed: bool
) -> str:
    """Return what to write where: for what was renamed, and for what is gone.

    Where there is a list of addresses (`listed`), the only new one beside it is taken for what it is called now.
    """
    if not address.endswith("/"):
        return "Zet het bestand terug: anderen lezen het op dat adres."
    folder, _, slug = address.rstrip("/").rpartition("/")
    beside = [other for other in fresh if other.rstrip("/").rpartition("/")[0] == folder and other.endswith("/")]
    moved = [other for other in fresh if other in own and other.rstrip("/").rpartition("/")[2] == slug]
    only = beside[0] if len(beside) == 1 and listed else None
    guess = _guess(slug, beside, own) or next(iter(moved), None) or only
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


def _guess(slug: str, beside: Sequence[str], own: Mapping[str, Record]) -> str | None:
    """Return which of some new addresses a text with this name most likely has now: by its name, or by its title."""
    names = {address.rstrip("/").rpartition("/")[2]: address for address in beside}
    for address in sorted(own.keys() & set(beside)):
        names.setdefault(slugify(own[address].title), address)
    alike = {name: len(set(slug.split("-")) & {word for word in name.split("-") if len(word) > 3}) for name in names}
    best = max(alike, key=lambda name: alike[name], default="")
    known = {fold(name): address for name, address in names.items()}
    return names[best] if alike.get(best) else nearest(slug, known, cutoff=0.7)


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
    if not address.endswith("/") and address:
        return urls.PUBLISHED
    if folder in kinds.BY_ADDRESS:
        return f"{kinds.BY_ADDRESS[folder].folder}/{slug}.md"
    if folder in FACET_OF:
        return lists.get(FACET_OF[folder], "")
    part = any(other.startswith(address) and other != address for other in known)
    return f"{kinds.PAGES}/{address}index.md" if part or not address else f"{kinds.PAGES}/{address.rstrip('/')}.md"


def paths(address: str) -> list[str]:
    """Return every path at which the text of an address can stand."""
    file = _file_of(address, {})
    stem = file.removesuffix(".md")
    return [file, f"{stem}/index.md"] if file.endswith(".md") else []
