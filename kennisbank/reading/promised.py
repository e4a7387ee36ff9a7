"""Every address that was ever published is promised an answer: the list of them as a file, and which have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kennisbank.model import kinds, urls
from kennisbank.model.addresses import FACET_OF, Answers, lost, values
from kennisbank.model.published import FILE, Published, parse
from kennisbank.model.records import Record, Source
from kennisbank.model.vocabulary import Vocabulary, nearest
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading.files import RESERVED
from kennisbank.reading.withdrawal import FILE as WITHDRAWN

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
    taken = {urls.of(source.path, source.slug): source.path for source in sources}
    own_of_site = {*urls.OVERVIEWS, *(address for address, _ in values(vocabularies))} - taken.keys()
    for address, before in values(vocabularies):
        if before:
            taken.setdefault(before, _file_of(address))
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
    published: Published, answers: Answers, titles: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield for every published address without an answer what to write where.

    `titles` are those of the stories of the last site by slug, `now` those of the stories there are, by the same: a
    story of the same title at a new address is that story.
    """
    fresh = sorted(answers.present - published.addresses.keys() - set(urls.OVERVIEWS))
    renamed = {title: slug for slug, title in now.items() if urls.verhaal(slug) in fresh}
    for address in lost(published.addresses, answers):
        folder, _, slug = address.rstrip("/").rpartition("/")
        path = _file_of(address)
        if folder == "verhalen" and (other := renamed.get(titles.get(slug, ""))):
            message = f"Dit verhaal stond eerst op het adres {quote(slug)}."
            hint = f"Voeg toe: eerder: [{slug}]"
            yield problem("adres-veranderd", _file_of(urls.verhaal(other)), message, field="eerder", hint=hint)
            continue
        beside = [other for other in fresh if other.rstrip("/").rpartition("/")[0] == folder and other.endswith("/")]
        message = f"Het adres {quote('/' + address)} is gepubliceerd, en nu staat er niets meer."
        yield problem("adres-weg", path, message, hint=_cure(address, folder, slug, path, beside))


def _cure(address: str, folder: str, slug: str, path: str, beside: list[str]) -> str:
    if not address.endswith("/"):
        return "Zet het bestand terug: anderen lezen het op dat adres."
    guess = nearest(address, beside) or (beside[0] if len(beside) == 1 else None)
    if path.startswith("kennisbank/"):
        where = f"{path} bij de waarde die ervoor in de plaats komt"
    else:
        where = _file_of(guess) if guess else "het nieuwe bestand"
    withdrawn = slug if folder == "verhalen" else address if folder else f"/{address}"
    return f"Is het hernoemd? Zet dan in {where}: eerder: [{slug}]. Is het weg? Zet dan in {WITHDRAWN}: {withdrawn}"


def _file_of(address: str) -> str:
    """Return the file that a page at an address is, or would be, written in."""
    folder, _, slug = address.rstrip("/").rpartition("/")
    if folder in kinds.BY_ADDRESS:
        return f"{kinds.BY_ADDRESS[folder].folder}/{slug}.md"
    if folder in FACET_OF:
        return f"kennisbank/vocabularies/{FACET_OF[folder]}.yml"
    return (
        f"{kinds.PAGES}/{address.rstrip('/') or 'index'}.md" if address.endswith("/") or not address else urls.PUBLISHED
    )


def paths(address: str) -> list[str]:
    """Return every path at which the text of an address can stand."""
    file = _file_of(address)
    return [file, f"{file.removesuffix('.md')}/index.md"] if file.endswith(".md") else []
