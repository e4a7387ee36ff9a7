"""How the site is built: made in a folder by an engine, read back, and put in the old one's place when it is right.

A build is strict: anything wrong leaves the old site. Only where the old site still has a story that was withdrawn, or
whose consent was taken back, what stands in the way is passed over (`passing`).
"""

from __future__ import annotations

import contextlib
import gc
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from kennisbank.building import parts as joined
from kennisbank.building import publish, stock
from kennisbank.building.facts import Facts, telling
from kennisbank.building.fingerprint import code
from kennisbank.building.making import Made, Making
from kennisbank.building.passing import Fault, Hopeless, settle
from kennisbank.building.stock import Stock
from kennisbank.building.verify import base, gather, judge
from kennisbank.contributing import papers
from kennisbank.engines.contract import Engine, Page
from kennisbank.finding import indexing
from kennisbank.model import kinds, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import cache, gallery, listing, moved, offline
from kennisbank.outputs.gallery import Unmade
from kennisbank.pages.site import Site
from kennisbank.parts import rendering
from kennisbank.parts.sentences import count
from kennisbank.problems import failure
from kennisbank.problems.problem import Problem
from kennisbank.problems.report import as_text
from kennisbank.reading import files, kept, landkaart, parallel, settings, standins, wordlists
from kennisbank.reading.frontmatter import Refused
from kennisbank.reading.history import Last
from kennisbank.reading.loader import Loaded, home, load
from kennisbank.reading.settings import counted
from kennisbank.reading.withdrawal import revoked

NOT_MADE = "dit had de motor van de site moeten maken, en het is er niet."
MOST_NOTICES = 20
"""Notices that a build gives in full: what is refused, and whether it went well, must not be lost among them."""


class Stopped(Exception):
    """The site cannot be built; the message is for the contributor, in Dutch."""


@dataclass(frozen=True)
class Job:
    """What is to be built: the content below `root`, in the empty folder `folder`, for the site `out`.

    `making` names what makes its pages: another makes other bytes. With `part` only that part is made (from 1, of so
    many), and `out` is a folder for it. `last` is the last site (`history.last`); `printed` prints what is offered as
    PDF; `step` is called for each thing done, `finish` after a part of the work, and `tell` gets what is no problem.
    """

    root: Path
    folder: Path
    out: Path
    last: Last
    engine: Engine
    printed: Callable[[Site], dict[str, bytes]]
    step: parallel.Step
    finish: Callable[[], None]
    tell: Callable[[str], None]
    making: str = ""
    part: tuple[int, int] | None = None


def build(job: Job) -> str:
    """Build the site and put it in the place of the old one; returns what there is to say of it.

    Raises `Stopped` or whatever went wrong, `Hopeless` when a withdrawal could not be carried out for it.
    """
    if job.last.unknown:
        if not revoked(job.root):
            raise Stopped("Wat er nu online staat, is niet bekend. Zonder dat te weten wordt de site niet vernieuwd.")
        job.tell(
            "Let op: wat er nu online staat, is niet bekend. Er zijn verhalen ingetrokken, en die mogen niet wachten."
        )
    if job.part:
        return _part(job, *job.part)
    try:
        site, begun = _strict(job)
        report = ""
    except Exception as error:
        urgent = pending(job.root, job.last)
        if not urgent:
            raise
        site, report = _around(job, urgent, error)
        begun = Stock(job.folder / "0")
    _publish(job, site, begun)
    return f"{report}Klaar: {count(len(site.knowledge.verhalen))} in {job.out}"


def _part(job: Job, number: int, of: int) -> str:
    """Make a part of a site and put it in its place; it goes around nothing, for the other parts would not."""
    same = joined.made_of(job.root, job.last, job.making)
    site, begun = _strict(job)
    if joined.content(job.root) != same["inhoud"]:
        raise Stopped("De inhoud is veranderd terwijl dit deel werd gebouwd. Bouw het opnieuw.")
    same["gedrukt"] = joined.printed(site.printed)
    told = joined.reading(site) if number == 1 else None
    joined.write(joined.Part(number, of, same, *joined.weight(begun.folder), told), begun.folder)
    _publish(job, site, begun)
    return f"Klaar: deel {number} van {of} in {job.out}"


def _publish(job: Job, site: Site, begun: Stock) -> None:
    """Put what was made in its place, and keep for the next build what that may use."""
    begun.remember(job.out, publish.exchange(begun.folder, job.out))
    gallery.remember(site.made, cache.folder("beelden"), job.root, all_of_it=True)


def pending(root: Path, last: Last) -> list[str]:
    """Return the stories of the last site that may not be on it any more: all of those, where it is not known."""
    gone = revoked(root)
    return sorted(gone if last.unknown else gone.intersection(last.titles))


def unfinished(urgent: Sequence[str], site: str, out: Path) -> str:
    """Return what is to be said first when a withdrawal could not be carried out: what to do at once.

    `site` is the address of the site.
    """
    places = "".join(f"  {site}{urls.verhaal(slug)} (de map {out / urls.verhaal(slug)})\n" for slug in urgent)
    return (
        f"DE INTREKKING VAN {', '.join(urgent)} IS NOG NIET VERWERKT. Op de site staat nog:\n{places}"
        "Haal deze mappen nu met de hand weg van de plek waar de site staat. Lijsten, het zoeken en pagina's op een "
        "eerder adres noemen het verhaal dan nog.\nLukt dat niet meteen, zet dan de hele site uit (op GitHub: "
        "Settings, Pages, Unpublish site).\n"
        "Los daarna op wat hieronder staat, en bouw opnieuw.\n"
    )


def _strict(job: Job) -> tuple[Site, Stock]:
    """Make the site in the folder of the job, and nothing less than all of it; returns it, and what was begun with."""
    loaded = load(job.root, drift=papers.drift, last=job.last, each=lambda: job.step("Inhoud controleren"))
    job.finish()
    for notice in loaded.notices[:MOST_NOTICES]:
        job.tell(f"Let op: {notice}")
    if rest := len(loaded.notices[MOST_NOTICES:]):
        job.tell(f"Let op: en nog {rest} van zulke regels; ruimte check geeft ze allemaal.")
    if loaded.problems:
        raise Stopped(_report(loaded.problems, job.root))
    site = Site(_content(loaded, job.root))
    home = site.knowledge.project.site  # what a page says of its links is of a site at one address
    begun = stock.begin(job.out, job.folder / "0", kept.digest(code(), home))
    if faults := dict.fromkeys(map(str, _make(job, site, begun, careful=False))):
        number = "1 fout" if len(faults) == 1 else f"{len(faults)} fouten"
        raise Stopped("\n".join(faults) + f"\nDe gebouwde site heeft {number}.")
    return site, begun


def _around(job: Job, urgent: Sequence[str], error: Exception) -> tuple[Site, str]:
    """Make the site without what stands in the way; returns it, and the report that says so."""
    last: list[tuple[Site, Loaded]] = []

    def attempt(without: frozenset[str]) -> Sequence[Fault]:
        for left in job.folder.iterdir():
            shutil.rmtree(left, ignore_errors=True)
        try:
            loaded = load(
                job.root, around=True, without=without, last=job.last, each=lambda: job.step("Inhoud controleren")
            )
            job.finish()
            site = Site(_content(loaded, job.root))
            last[:] = [(site, loaded)]
            return _make(job, site, stock.none(job.folder / "0"), careful=True)
        except Exception as stumbled:
            job.finish()
            return [Fault(reason(stumbled, job.out))]

    first = reason(error, job.out)
    settled = settle(attempt, candidates(job.root))
    site, loaded = last[0]
    said = [*first.splitlines(), *as_text(loaded.problems).splitlines(), *map(str, settled.faults)]
    lines = list(dict.fromkeys(said))
    passed = sorted(loaded.passed)
    instead = f"zonder {'dit bestand' if len(passed) == 1 else 'deze bestanden'}:" if passed else "met alles wat er is."
    lines.append(f"Een intrekking gaat voor ({', '.join(urgent)}): de site is vernieuwd {instead}")
    lines += [f"  {path}" for path in passed]
    return site, "\n".join(lines) + "\n"


def candidates(root: Path) -> list[str]:
    """Return the path of everything that can be passed over: first what other things rest upon, the stories last."""
    found = [*wordlists.places(root).values()]
    with contextlib.suppress(Refused):
        project = settings.of(root)
        found += [landkaart.place(project), *map(standins.path, project.ruimtes)]
    for kind in reversed([kind for kind in kinds.WHOLE if kind is not kinds.RUIMTE]):
        sources, _, _ = files.scan(home(root, kind), kind.folder, images=kind.pictures, nested=kind.nested)
        found += sorted(source.path for source in sources)
    return found


def reason(error: Exception, out: Path) -> str:
    """Return in Dutch why a build stopped."""
    if isinstance(error, Stopped | Hopeless | Unmade | publish.Unwritable | joined.Unfit):
        return str(error)
    if isinstance(error, parallel.Failed):
        return f"Een deel van het bouwen is mislukt: {error}"
    if isinstance(error, OSError):
        return f"Schrijven of lezen lukte niet: {failure.reason(error)} ({error.filename or out})."
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"Sjabloon {error.name}, regel {error.lineno}: dit is niet te lezen. Jinja meldt: {error.message}"
    if isinstance(error, jinja2.UndefinedError):
        return str(error)
    return f"Onverwachte fout: {type(error).__name__}: {error}"


def _report(problems: Sequence[Problem], root: Path) -> str:
    return as_text(problems) + counted(len(problems), root)


def _content(loaded: Loaded, root: Path) -> KnowledgeBase:
    if loaded.knowledge is None:  # a load that passes over has always something
        raise Stopped(_report(loaded.problems, root))
    return loaded.knowledge


def _make(job: Job, site: Site, begun: Stock, *, careful: bool) -> list[Fault]:
    """Make a site from what was `begun` with, and read it back; returns what is wrong.

    A part of a site is not read back: whoever joins the parts does so.
    """
    gc.set_threshold(20_000, 20, 20)  # a build makes millions of small objects; the defaults look too often
    try:
        site.made = gallery.make(site.originals(), cache.folder("beelden"), job.folder / "beelden", job.step)
    except Unmade as unmade:
        return [Fault(why, path) for path, why in sorted(unmade.why.items())]
    finally:
        job.finish()
    site.printed = job.printed(site)
    written = job.folder / "bladen"
    for uri, text in site.by_hand():
        page = written / uri
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    written.mkdir(exist_ok=True)
    number, of = job.part or (1, 1)
    parts = parallel.processes(site.prepare() // of)
    if not begun.entries:  # otherwise few are made, and each process reads the templates that it needs
        rendering.prepare()
    gc.collect()
    gc.freeze()  # the records stay until the end: no use looking through them time and again
    works = parts + (parts > 1)  # the index of the finder takes a process of its own, where there are more
    index = job.folder / "index"
    index.mkdir()
    making = Making(site, written, begun, job.engine, job.making, careful)

    def work(part: int, step: parallel.Step) -> Made:
        try:
            made = making.share(number - 1 + of * part, of * parts, step) if part < parts else Made()
            if part == works - 1 and number == of:
                indexing.write(site.knowledge, index, site.openings())
        except OSError as error:
            return Made([Page(reason(error, job.out))])
        return made

    try:
        found = parallel.run(work, works, job.step)
    finally:
        job.finish()
    if faults := [Fault(said.message, site.file(said.uri)) for part in found for said in part.said]:
        return faults
    put = {address: key for part in found for address, key in part.beside.items()}
    made = {address: key for part in found for address, key in part.pages.items()} | put
    made |= begun.take(index)
    begun.rest(made)
    if job.part:
        begun.note(made, put, {})
        return []
    return _judged(job, making, made, put)


def _judged(job: Job, making: Making, made: dict[str, bytes], put: dict[str, bytes]) -> list[Fault]:
    """Name the build and read it back, when all else that is `made` is there; returns what is wrong, and notes it."""
    site, begun = making.site, making.begun
    digests = listing.digests(begun.folder, put | begun.known(made))
    if lost := made.keys() - digests.keys():
        return [_fault(site, file, f"{file}: {NOT_MADE}") for file in sorted(lost)]
    offline.name_build(begun.folder, offline.fixed(site.assets), digests)
    made[urls.VERSION] = b""
    facts = begun.facts_of(made)
    facts |= gather(begun.folder, (n for n in made if telling(n) and n not in facts), base(making.address), job.step)
    wrong = list(_read_back(site, facts, made))
    if not making.careful:  # otherwise the check has said so, and it is passed over as all that is wrong
        wrong += (Fault(moved.sentence(lost)) for lost in moved.unanswered(made, site.knowledge.published))
    job.finish()
    begun.note(made, digests, facts)
    return wrong


def _read_back(site: Site, facts: Mapping[str, Facts], files: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of what was built, each with the file that its page was written in."""
    kb = site.knowledge
    for fault in judge(facts, files, joined.told(site), kb.project.written_to):
        yield _fault(site, fault.page, str(fault))


def _fault(site: Site, page: str, message: str) -> Fault:
    """Return a fault with the file that its page was written in."""
    return Fault(message, site.file(site.by_address.get(page.removesuffix("index.html"), "")))
