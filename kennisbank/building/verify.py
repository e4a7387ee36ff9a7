"""The check of what was built: every page as it should be, every link and anchor to something that is there."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from urllib.parse import urlsplit

from kennisbank.building.facts import Data, Facts, facts, telling
from kennisbank.building.page import Link, Page
from kennisbank.model import urls
from kennisbank.outputs.listing import content, listed
from kennisbank.reading import parallel


@dataclass(frozen=True)
class Fault:
    """What is wrong with a page: its file below the site, and a Dutch sentence."""

    page: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.message}"


def verify(
    site: Path, site_url: str, step: parallel.Step = lambda name: None, told: Collection[str] = (),
    contacts: Collection[str] = (), known: Mapping[str, Facts] | None = None,
) -> list[Fault]:  # fmt: skip
    """Return every fault in the files of a site, in order of their pages.

    `site_url` is the address it will have: a path that starts with a slash is looked up below it; `step` is called
    after every page. `told` are the addresses of the pages that have data beside them, for scripts: no other has, but
    for where such a page stood before. `contacts` are the mail addresses that the pages may lead to (`mailto:`).
    `known` are the facts of files that need not be read, by their path: with this address, and as they are now.
    """
    names, known = listed(site), known or {}
    said = gather(site, (name for name in names if telling(name) and name not in known), base(site_url), step)
    there = {name: fact for name in names if (fact := said.get(name) or known.get(name))}
    return judge(there, names, told, contacts)


def base(site_url: str) -> str:
    """Return the path of a site below its host."""
    return urlsplit(site_url).path or "/"


def gather(site: Path, names: Iterable[str], base: str, step: parallel.Step = lambda name: None) -> dict[str, Facts]:
    """Return the facts of files of a site, by their path; `step` is called after every page."""
    names = list(names)
    parts = parallel.processes(len(names))
    root = os.fspath(site)

    def work(part: int, step: parallel.Step) -> dict[str, Facts]:
        found = {}
        for name in names[part::parts]:
            found[name] = facts(content(f"{root}/{name}"), name, base)
            if name.endswith(".html"):
                step("Pagina's nakijken")
        return found

    return {name: fact for part in parallel.run(work, parts, step) for name, fact in part.items()}


def judge(
    there: Mapping[str, Facts], files: Collection[str], told: Collection[str], contacts: Collection[str]
) -> list[Fault]:
    """Return every fault of a site with these files, of which those that say anything have facts; else as `verify`."""
    pages = {name: fact for name, fact in sorted(there.items()) if isinstance(fact, Page)}
    data = {name: fact for name, fact in there.items() if isinstance(fact, Data)}
    told, whole = frozenset(told), _Whole(frozenset(files), frozenset(contacts))
    faults = list(_moved(data, told))
    for name, page in pages.items():
        beside = _beside(page, data.get(name.removesuffix("index.html") + urls.GEGEVENS))
        said = [*page.first, *(beside if name.removesuffix("index.html") in told else ()), *page.then]
        faults += (Fault(name, fault) for fault in (*said, *_links(name, page, whole)))
    faults.sort(key=attrgetter("page"))
    for (file, anchor), source in sorted(whole.wanted.items()):
        if file not in pages or not any(anchor in anchors for anchors in pages[file].anchors):
            faults.append(Fault(source, f"de link naar {file}#{anchor} leidt naar een plek die er niet is."))
    return faults


@dataclass(frozen=True)
class _Whole:
    """What is known of the whole site: its files, the addresses of mail, and what is found while its pages are judged.

    `right` are the links that are, `groups` those of which all are (by their `id`), and `wanted` the places in other
    pages that are led to, each with the first page that does.
    """

    files: frozenset[str]
    contacts: frozenset[str]
    right: set[Link] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)


def _moved(data: Mapping[str, Data], told: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with data that stands beside no page that has any: it leads to the data of today."""
    for name, said in sorted(data.items()):
        address = name.removesuffix(urls.GEGEVENS)
        lead = f"{posixpath.dirname(address.rstrip('/'))}/{said.moved}/"
        if address not in told and (said.moved is None or lead not in told):
            yield Fault(name, "dit bestand hoort bij geen verhaal, geen werkvorm en geen praktijkvoorbeeld.")


def _beside(page: Page, data: Data | None) -> tuple[str, ...]:
    """Return what is wrong with the data beside a page."""
    if page.title is None or data is None or data.title != page.title:
        return (f"{urls.GEGEVENS} naast de pagina ontbreekt, of heeft een andere titel.",)
    return ()


def _links(name: str, page: Page, whole: _Whole) -> Iterator[str]:
    """Yield what is wrong with the links of a page, and note the places in other pages that they want."""
    whole.wanted.update({(name, anchor): whole.wanted.get((name, anchor), name) for anchor in page.lost})
    wrong = False
    for group in page.links:
        if id(group) in whole.groups:
            continue
        fresh = [link for link in group if link not in whole.right and not _right(name, link, whole)]
        wrong = wrong or bool(fresh)
        if not fresh:
            whole.groups.add(id(group))
    if wrong:
        yield from _wrong(page, whole)


def _right(name: str, link: Link, whole: _Whole) -> bool:
    """Tell whether a link is right, and note that, with the place that it wants."""
    if link.file is None:
        right = not _of_another(link, whole.contacts)
    else:
        found = _found(link.file, whole.files)
        right = found is not None
        if found is not None and link.anchor:
            whole.wanted.setdefault((found, link.anchor), name)
    if right:
        whole.right.add(link)
    return right


def _wrong(page: Page, whole: _Whole) -> Iterator[str]:
    """Yield the fault of each target in a page that has one; a target that is fetched once is fetched."""
    targets: dict[str, Link] = {}
    for link in (link for group in page.links for link in group):
        targets[link.target] = link if link.fetches else targets.get(link.target, link)
    for link in targets.values():
        if link.file is None:
            fault = _of_another(link, whole.contacts)
        else:
            fault = "" if _found(link.file, whole.files) is not None else f"de link {link.target} leidt nergens heen."
        if fault:
            yield fault


def _of_another(link: Link, contacts: Collection[str]) -> str:
    """Return what is wrong with a link to another site, or nothing."""
    if link.fetches:
        return f"de pagina haalt iets op bij een ander: {link.target}"
    known = urlsplit(link.target).scheme in {"http", "https"}
    if known or link.target.partition("#")[0].partition("?")[0] in contacts:
        return ""
    return f"de link {link.target} begint met iets wat niet mag."


def _found(file: str, files: Collection[str]) -> str | None:
    """Return the file that a path below the site means, or None when there is no such file."""
    if file in files:
        return file
    index = posixpath.join(file, "index.html")
    return index if index in files else None
