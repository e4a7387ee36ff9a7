"""Links and fields that name a text as it was called before, or by another place: they lead to it all the same.

A text is meant by the address that a file of that name would have. So who renames a text writes one line (`eerder`) in
it, and `x.md` can become `x/index.md` or the reverse, and nobody else's text has to change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from kennisbank.model import kinds, urls
from kennisbank.model.addresses import Answers
from kennisbank.model.records import Record, Source
from kennisbank.problems.problem import Notice, Spot, named, quote
from kennisbank.reading import markup
from kennisbank.reading.markup import Link


@dataclass
class _Texts:
    """What there is, and where an address leads; `said` gathers who used a former name, by the path of the text."""

    files: frozenset[str]
    by_address: Mapping[str, str]
    slugs: Mapping[str, str]
    answers: Answers
    said: dict[str, list[tuple[str, Spot]]]

    def now(self, address: str) -> str:
        """Return the path of the text to which an address leads, or nothing."""
        if not address:  # of no text; that of the front page is empty too, and that is never called otherwise
            return ""
        end = self.answers.end(address)
        return "" if end in self.answers.withdrawn else self.by_address.get(end, "")


def follow(
    sources: Mapping[str, Source], records: Sequence[Record], links: Mapping[str, list[Link]], answers: Answers,
) -> tuple[list[Record], dict[str, list[Link]], list[Notice]]:  # fmt: skip
    """Return the records and their links as they are when everything is named as it is called today, and for each text
    that is still named otherwise where that is.
    """
    by_address = {urls.of(source.path, source.slug): path for path, source in sources.items()}
    slugs = {path: source.slug for path, source in sources.items()}
    texts = _Texts(frozenset(map(urls.uri, sources)), by_address, slugs, answers, defaultdict(list))
    led: dict[str, list[Link]] = {}
    changes: dict[str, dict[str, str]] = {}
    bodies = {record.origin.path: record.origin.body for record in records}
    for path, found in links.items():
        changes[path] = _changes(found, path, bodies.get(path, ""), texts)
        led[path] = [replace(link, target=changes[path].get(link.target, link.target)) for link in found]
    followed = [_record(record, changes.get(record.origin.path, {}), texts) for record in records]
    return followed, led, [*_notices(texts)]


def address_of(target: str, uri: str) -> str:
    """Return the address of the text that a link of the file `uri` names, there or not; nothing for no text."""
    found = urls.resolve(unquote(target), uri)
    if found is None or not found.endswith(".md"):
        return ""
    folder, nested, _ = found.partition("/")
    if folder in kinds.FOLDERS and nested:
        kind = kinds.of(found)
        slug = found.removeprefix(f"{kind.folder}/").removesuffix("/index.md").removesuffix(".md")
        return urls.content(found, slug)
    return "" if folder in kinds.BY_ADDRESS else urls.page(found)


def _changes(links: Iterable[Link], path: str, body: str, texts: _Texts) -> dict[str, str]:
    """Return for the links of a text that name another as it was how they name it today.

    A link of which the address cannot be found in the text as it stands there is left as it is: a dead one.
    """
    old = [(link, new) for link in links if (new := _target(link, path, texts))]
    written = markup.named(body) if old else ()
    changes = {}
    for link, new in old:
        if link.target in written:
            changes[link.target] = new
            address = address_of(link.target, urls.uri(path))
            if address not in texts.by_address:
                texts.said[texts.now(address)].append((address, Spot(path, link.line)))
    return changes


def _target(link: Link, path: str, texts: _Texts) -> str:
    """Return how a link would name a text today, or nothing when it does so, or names none."""
    if link.image or urls.resolve(unquote(link.target), urls.uri(path)) in texts.files:
        return ""
    address = address_of(link.target, urls.uri(path))
    there = texts.now(address)
    if not there:
        return ""
    _, mark, place = link.target.partition("#")
    return f"/{urls.uri(there)}{mark}{place}"


def _record(record: Record, targets: Mapping[str, str], texts: _Texts) -> Record:
    """Return a record with the names of today in its fields and its text."""
    changed: dict[str, Any] = {}
    for field, kind in kinds.naming(type(record)):
        slugs = getattr(record, field)
        now = [_slug(slug, kind, record, field, index, texts) for index, slug in enumerate(slugs)]
        if now != [*slugs]:
            changed[field] = tuple(dict.fromkeys(now))
    if targets:
        body = markup.relink(record.origin.body, targets)
        changed["origin"] = replace(record.origin, body=body)
    return replace(record, **changed) if changed else record


def _slug(slug: str, kind: kinds.Kind, record: Record, field: str, index: int, texts: _Texts) -> str:
    address = urls.content(f"{kind.folder}/{slug}.md", slug)
    if address in texts.by_address:
        return slug
    there = texts.now(address)
    if not there or not kind.has(there):
        return slug
    path = record.origin.path
    texts.said[there].append((address, Spot(path, record.origin.positions[field, index][0])))
    return texts.slugs[there]


def _notices(texts: _Texts) -> Iterator[Notice]:
    for path, found in sorted(texts.said.items()):
        names = ", ".join(dict.fromkeys(quote(address.rstrip("/").rpartition("/")[2]) for address, _ in found))
        spots = [*dict.fromkeys(spot for _, spot in found)]
        where = "1 plek noemt" if len(spots) == 1 else f"{len(spots)} plekken noemen"
        message = f"{where} deze tekst nog bij de oude naam {names}: {named(spots)}. De site leidt lezers goed."
        yield Notice(path, 1, message)
