"""From folders to a knowledge base, or every problem at once."""

from __future__ import annotations

import functools
import itertools
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from kennisbank import LENDER
from kennisbank.model import addresses, kinds, urls
from kennisbank.model.addresses import Answers
from kennisbank.model.codes import Codes, assign, seniority
from kennisbank.model.drawings import Tekening
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.model.project import Project
from kennisbank.model.published import Published
from kennisbank.model.records import Bundel, Pagina, Record, Ruimte, Source, Verhaal, Werkvorm
from kennisbank.model.vocabulary import Term, Vocabulary, nearest
from kennisbank.parts.atlas import Outline
from kennisbank.problems.problem import Notice, Problem, ordered, problem, quote
from kennisbank.reading import (
    anonymous,
    contrast,
    drawings,
    files,
    kept,
    landkaart,
    lending,
    limits,
    markup,
    paper,
    parallel,
    pictures,
    promised,
    references,
    renamed,
    running,
    settings,
    standins,
    values,
    withdrawal,
    wordlists,
)
from kennisbank.reading.history import NOTHING, Last
from kennisbank.reading.kept import Kept, Read
from kennisbank.reading.record import read_file
from kennisbank.reading.values import Context
from kennisbank.reading.withdrawal import Withdrawn
from kennisbank.reading.wordlists import OWN_FOLDER

Drift = Callable[[Path, Mapping[str, Vocabulary]], Iterable[Problem]]
"""What else can be wrong in a whole project, once its lists can be trusted: of a root and its closed lists."""

OWN_PLACE = (Verhaal, Werkvorm, Ruimte, Pagina, Bundel)
"""Kinds with a place of their own in the knowledge base, each in its own order."""
TOGETHER = 25
"""Files that are read before the limits to memory are set anew: what is kept of those counts for nothing."""
MANY = 400
"""Files, of which nothing is known from before, that are worth more than one process."""
TOLD = (references.undated, paper.too_long)
"""What tells of a story by itself what its writer should know."""
R = TypeVar("R", Verhaal, Werkvorm)
UNNAMED = "een verhaal dat niet meer op deze site staat"
"""What stands where a text links to a story without consent."""


@dataclass(frozen=True)
class Loaded:
    """What came of loading: the knowledge base, or problems; both where files with problems were passed over.

    `notices` are no problem; `withheld` the addresses of stories that stay out of the site,
    and `revoked` those for which there is no consent (any more). `passed` are the paths of what was passed over.
    """

    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...] = ()
    withheld: frozenset[str] = frozenset()
    revoked: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()


@dataclass
class _Gathered:
    """What has been read so far, of a project: every text by path, the records, their local links, and the problems.

    `without` are the files that are not read; `denied` the stories that cannot be read and say that there is no
    consent; `former` the earlier addresses of withdrawn stories; `listed` the addresses of the list of the root itself;
    `lent` are the paths of what is borrowed. `kept` is what was read before, and is kept for the next time.
    """

    project: Project
    sources: dict[str, Source] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    links: dict[str, list[markup.Link]] = field(default_factory=dict)
    images: list[str] = field(default_factory=list)
    tekeningen: Mapping[str, Tekening] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    withdrawn: Withdrawn = field(default_factory=lambda: Withdrawn({}, ()))
    published: Published = field(default_factory=Published)
    listed: frozenset[str] = frozenset()
    around: bool = False
    without: frozenset[str] = frozenset()
    denied: set[str] = field(default_factory=set)
    former: frozenset[str] = frozenset()
    lent: set[str] = field(default_factory=set)
    kept: Kept | None = None

    @property
    def row(self) -> tuple[str, ...]:
        return self.project.ruimtes

    @property
    def verhalen(self) -> list[Verhaal]:
        return [record for record in self.records if isinstance(record, Verhaal)]

    @property
    def revoked(self) -> frozenset[str]:
        without = {verhaal.origin.slug for verhaal in self.verhalen if not verhaal.toestemming}
        return frozenset(without.union(self.denied, self.withdrawn.lines))

    def answers(self, vocabularies: Mapping[str, Vocabulary], withdrawn: Iterable[str] = ()) -> Answers:
        """Return where every address leads on a site of what has been read; `withdrawn` are more that were."""
        return addresses.answers(
            self.sources.values(),
            self.records,
            vocabularies,
            self.published,
            (self.withdrawn.addresses - addresses.present((), vocabularies, self.project.facets)).union(
                withdrawn, (urls.short(code) for code, first in self.published.codes.items() if not first)
            ),
            self.project.facets,
        )


def home(root: Path, kind: kinds.Kind) -> Path:
    """Return the root that has texts of a kind: what can be borrowed comes from the tool when a root has none."""
    return root if os.path.lexists(root / kind.folder) or not kind.borrowed else LENDER


def load(
    root: Path, *, drafts: bool = False, today: date | None = None, each: Callable[[], None] | None = None,
    around: bool = False, without: frozenset[str] = frozenset(), last: Last = NOTHING,
    drift: Drift | None = None,
) -> Loaded:  # fmt: skip
    """Read everything below `root`.

    `drafts` keeps stories with `concept: true`; `today` is the last day that a date may be; `each` is called after
    every file. `around` passes over what has problems, and the files of `without` unread: that is for a story that must
    go from the site and may not wait for another to be mended. There is a knowledge base then, whatever is wrong: a
    ruimte has a stand-in, a list what is right in it. `last` is the site that is there now, or that is online: its
    addresses must keep an answer, as those of the root's own list must. `drift` judges what is made of the content of a
    whole project and kept beside it. Never raises for what is in a file; problems
    come in the order in which to mend them (`problem.ordered`).
    """
    withdrawn, listed = withdrawal.read(root), promised.read(root)
    if around:
        told = listed.addresses.keys() | last.published.addresses.keys()
        withdrawn = replace(withdrawn, lines=withdrawn.meant(root, told))
    project, found = settings.load(settings.home(root))
    if project is None:
        return Loaded(None, tuple(found))
    gathered = _Gathered(
        project,
        withdrawn=withdrawn,
        published=listed.joined(last.published),
        listed=frozenset(listed.addresses),
        around=around,
        without=without,
    )
    vocabularies, outlines = _lists(gathered, root)
    if gathered.problems and not around:
        return Loaded(None, ordered(gathered.problems))
    context = Context(vocabularies, today or values.today())
    gathered.kept = Kept(root, context.today) if kept.on() else None
    context = _read_texts(gathered, root, context, each or (lambda: None))
    problems = gathered.problems
    known = gathered.published.addresses
    answers = gathered.answers(context.vocabularies)
    gathered.records, gathered.links, misnamed = renamed.follow(
        gathered.sources, gathered.records, gathered.links, answers
    )
    own = {path: links for path, links in gathered.links.items() if path not in gathered.lent}
    problems += [*gathered.withdrawn.problems, *gathered.published.problems]
    problems += promised.check(gathered.records, gathered.sources.values(), context.vocabularies)
    hidden = [urls.verhaal(v.origin.slug) for v in gathered.verhalen if not _on_site(v, drafts=False)]
    broken_lists = without.union(found.path for found in gathered.problems)
    places = {**wordlists.places(root), "ruimte": kinds.RUIMTE.folder}
    absent = _absent(gathered, answers)
    dead = references.dead(
        gathered.sources, gathered.records, own, gathered.images, context.vocabularies, absent, project.facets
    )
    problems += promised.problems(
        gathered.published, answers, last.titles, gathered.records, places, hidden, broken_lists, dead
    )
    problems += [
        *promised.withdrawn(gathered.withdrawn, context.vocabularies, project.facets),
        *references.check(gathered.sources, gathered.records, own, context.vocabularies),
        *references.repository(own, root),
        *anonymous.check(gathered.records, gathered.links, context.vocabularies),
        *contrast.check(record for record in gathered.records if isinstance(record, Ruimte)),
    ]
    images = {path: (LENDER if path in gathered.lent else root) / path for path in gathered.images}
    problems += pictures.check(gathered.records, gathered.sources, own, images, {found.path for found in problems})
    gathered.tekeningen = _drawings(gathered, root)
    problems += withdrawal.check(gathered.withdrawn, gathered.sources.values(), gathered.records, known)
    if not around:
        gone = [path for address in addresses.lost(known, answers) for path in promised.paths(address)]
        problems += _fit(root, context.vocabularies, [*gathered.sources, *absent, *gone])
        unsure = any(f.path.startswith(kinds.RUIMTE.folder) or f.code == "ruimtes-rij" for f in problems)
        if drift is not None and _is_whole(root) and not unsure:
            problems += drift(root, context.vocabularies)
    broken = any(kinds.VERHAAL.has(found.path) and found.code not in promised.GONE for found in problems)
    if not broken and not any(_on_site(verhaal, drafts) for verhaal in gathered.verhalen):
        why = (
            "Elk verhaal is een concept of heeft toestemming: nee."
            if gathered.verhalen
            else f"De map {kinds.VERHAAL.folder} bevat geen verhalen."
        )
        problems.append(problem("geen-verhalen", kinds.VERHAAL.folder, why))
    result = Loaded(
        None,
        ordered(problems),
        (
            *_notices(gathered, answers, context.vocabularies["plaats"], drafts),
            *misnamed,
            *(_unshown(gathered, context.vocabularies, drafts) if _own(root) else ()),
        ),
        _withheld(gathered, drafts),
        gathered.revoked,
    )
    if gathered.kept:
        gathered.kept.save()
    if around:
        result = replace(result, passed=_pass_over(gathered, root))
    elif problems:
        return result
    knowledge = _knowledge(gathered, context.vocabularies, outlines, drafts, result.revoked)
    return replace(result, knowledge=knowledge, withheld=_withheld(gathered, drafts))


def _drawings(gathered: _Gathered, root: Path) -> dict[str, Tekening]:
    """Return the drawings of a root; what is wrong with them is gathered.

    A story that cannot be read, or has a wrong name, is one of which there is a file.
    """
    paths = {*gathered.sources, *(found.path for found in gathered.problems)}
    names = (path.removeprefix(f"{kinds.VERHAAL.folder}/") for path in paths if kinds.VERHAAL.has(path))
    found, problems = drawings.read(root, {name.partition("/")[0].removesuffix(".md") for name in names})
    gathered.problems += problems
    return found


def _absent(gathered: _Gathered, answers: Answers) -> list[str]:
    """Return the paths of what may be named and is not there: what was withdrawn, and a ruimte that is missed."""
    return [*_paths(_withdrawn(gathered, answers)), *map(standins.path, gathered.row)]


def _withdrawn(gathered: _Gathered, answers: Answers) -> set[str]:
    """Return the addresses that were withdrawn, with those that lead to one of them: its former names."""
    old = {*gathered.published.addresses, *answers.moved}
    return {address for address in old if address.endswith("/") and answers.lead(address) in answers.withdrawn}.union(
        answers.withdrawn
    )


def _paths(addresses: Iterable[str]) -> list[str]:
    """Return every path at which the texts of these addresses can stand."""
    return [path for address in sorted(addresses) for path in promised.paths(address)]


def lists(root: Path) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """Return the closed lists with the ruimtes of a root among them, for who needs no more, and what is wrong there."""
    project, problems = settings.load(settings.home(root))
    if project is None:
        return {}, problems
    vocabularies, problems = wordlists.load(root)
    if problems:
        return vocabularies, problems
    gathered = _Gathered(project=project)
    _read_folder(gathered, root, Context(vocabularies, values.today()), lambda: None, kinds.RUIMTE)
    return {**vocabularies, "ruimte": _ruimtes(gathered, root)}, gathered.problems


def _is_whole(root: Path) -> bool:
    """Tell whether a root has the tool in it too, and so all that is made of its lists."""
    return (root / "kennisbank" / "vocabularies").is_dir()


def _own(root: Path) -> bool:
    """Tell whether the lists of a root are its own: what they name must be there."""
    return _is_whole(root) or wordlists.home(root) == root


def _lists(gathered: _Gathered, root: Path) -> tuple[dict[str, Vocabulary], dict[str, Outline]]:
    """Read the closed lists of a root and the outlines of its map; what is wrong in them is gathered.

    There may be none of either where anything is wrong, unless files with problems are passed over.
    """
    project, without = gathered.project, gathered.without
    vocabularies, problems = wordlists.load(root, without)
    gathered.problems += [*problems, *wordlists.strangers(root, [project.map])]
    if gathered.around:
        vocabularies = wordlists.whole(vocabularies, wordlists.NAMES, project.ruimtes)
    elif problems:
        return vocabularies, {}
    if not _is_whole(root):  # a list of the tool may name ruimtes that another site does not have
        own = OWN_FOLDER if wordlists.home(root) == root else ""
        vocabularies = wordlists.fitted(vocabularies, project.ruimtes, own)
    outlines, problems = landkaart.read(root, project, vocabularies["provincie"], without)
    if not problems:
        problems += landkaart.beyond(vocabularies["plaats"], outlines, landkaart.place(project))
    gathered.problems += problems
    return vocabularies, outlines


def _fit(root: Path, vocabularies: Mapping[str, Vocabulary], paths: Iterable[str]) -> Iterator[Problem]:
    """Yield what the lists that a root has itself name and these paths, or its other lists, do not have."""
    whole = _is_whole(root)
    if _own(root):
        yield from references.lists(paths, vocabularies, lambda path: whole or path.startswith(f"{OWN_FOLDER}/"))
        yield from references.examples(vocabularies)


def _pass_over(gathered: _Gathered, root: Path) -> frozenset[str]:
    """Leave out the records of the files with problems, and the pictures beside them; returns what was left out.

    Of a withdrawn story whose file still stands the former addresses are withdrawn too.
    """
    broken = gathered.without.union(found.path for found in gathered.problems)
    kept = [r for r in gathered.records if broken.isdisjoint((r.origin.path, *pictures.paths(r)))]
    passed = {r.origin.path for r in gathered.records} - {r.origin.path for r in kept}
    passed |= {path for path in broken if "/" in path}  # not the folders themselves, nor the list of withdrawn stories
    ruimtes = [record for record in kept if isinstance(record, Ruimte)]
    gathered.records = [r for r in kept if not isinstance(r, Ruimte)]
    gathered.records += standins.whole(gathered.row, ruimtes, home(root, kinds.RUIMTE))
    shown = {kinds.beside(record.origin.path) for record in gathered.records}
    gathered.images = [path for path in gathered.images if path not in broken and path.rpartition("/")[0] in shown]
    gathered.former = withdrawal.former(gathered.withdrawn, gathered.sources.values(), gathered.verhalen)
    return frozenset(passed)


def _withheld(gathered: _Gathered, drafts: bool) -> frozenset[str]:
    """Return the addresses of stories that are there, or were once, and stay out of the site."""
    shown = {verhaal.origin.slug for verhaal in gathered.verhalen if _on_site(verhaal, drafts)}
    there = {source.slug for source in gathered.sources.values() if kinds.VERHAAL.has(source.path)}
    return frozenset(there.union(gathered.withdrawn.lines) - shown)


def _read_texts(gathered: _Gathered, root: Path, context: Context, each: Callable[[], None]) -> Context:
    """Read every text of a root; returns what its values were judged against, with its ruimtes among the lists."""
    _read_folder(gathered, root, context, each, kinds.RUIMTE)  # first: the others choose from them
    context = Context({**context.vocabularies, "ruimte": _ruimtes(gathered, root)}, context.today)
    for kind in kinds.WHOLE:
        if kind is not kinds.RUIMTE and not (kind.optional and not os.path.lexists(root / kind.folder)):
            _read_folder(gathered, root, context, each, kind)
    return context


def _read_folder(gathered: _Gathered, root: Path, context: Context, each: Callable[[], None], kind: kinds.Kind) -> None:
    folder, there = kind.folder, os.path.lexists(root / kind.folder)
    for place in lending.lenders(root, kind, gathered.project, own=there):
        if not (place / folder).exists() and not (place / folder).is_symlink():
            gathered.problems.append(problem("map-ontbreekt", folder, f"De map {quote(folder)} is er niet."))
            return
        sources, pictures, problems = files.scan(place, folder, images=kind.pictures, nested=kind.nested)
        if place != root:
            _borrow(gathered, kind, sources, pictures, context, each, fits=settings.home(root) == root)
            continue
        gathered.images += pictures
        gathered.problems += problems
        for source, (read, links, found) in _read_each(gathered, sources, context):
            gathered.sources[source.path] = source
            gathered.links[source.path] = links
            gathered.problems += found
            if read is not None:
                gathered.records.append(read)
            elif kinds.of(source.path).record is Verhaal and withdrawal.says_no(source):
                gathered.denied.add(source.slug)
            each()


def _borrow(
    gathered: _Gathered, kind: kinds.Kind, sources: list[Source], pictures: list[str], context: Context,
    each: Callable[[], None], *, fits: bool,
) -> None:  # fmt: skip
    """Read what a root takes from the tool, as far as its own has no text of that name.

    Where it must fit (`fits`: a site with settings of its own), one that does not is left out.
    """
    if kind is kinds.RUIMTE:  # a site has those that it names
        sources = [source for source in sources if source.slug in gathered.row]
    else:
        context = lending.wider(context, gathered.row)
    stories = frozenset(gathered.sources)
    change = functools.partial(lending.fitted, stories=stories, ruimtes=gathered.row) if kind.lent else None
    others = [source for source in sources if source.path not in gathered.sources]
    against = kept.digest(*sorted(stories), *gathered.row) if change else b""
    for source, (read, links, found) in _read_each(gathered, others, context, change, against):
        if read is not None and kind is not kinds.RUIMTE:
            read = lending.without(read, gathered.row)
        if fits and (found or read is None):
            continue
        gathered.sources[source.path] = source
        gathered.lent.add(source.path)
        gathered.links[source.path] = links
        gathered.problems += found
        if read is not None:
            gathered.records.append(read)
            beside = [path for path in pictures if path.rpartition("/")[0] == kinds.beside(source.path)]
            gathered.images += beside
            gathered.lent.update(beside)
        each()


def _read_each(
    gathered: _Gathered, sources: Sequence[Source], context: Context, change: Callable[..., str] | None = None,
    against: bytes = b"",
) -> Iterator[tuple[Source, Read]]:  # fmt: skip
    """Yield files with what came of reading them; what is known of one that did not change is not read again.

    `change` makes of a text, and its path, what is read of it; `against` is a digest of what it does that by.
    """
    judged = kept.digest(context.digest, against)
    some = functools.partial(_read_some, gathered, context, change, judged)
    unknown = len(sources) - (gathered.kept.known(sources) if gathered.kept else 0)
    alone = unknown < MANY or threading.current_thread() is not threading.main_thread()
    if (parts := 1 if alone else parallel.processes(unknown)) > 1:
        try:
            yield from zip(sources, _split(gathered, sources, some, parts), strict=True)
            return
        except parallel.Failed:  # a process that was ended by the system is no fault of a text
            pass
    yield from zip(sources, some(sources), strict=True)


def _read_some(
    gathered: _Gathered, context: Context, change: Callable[..., str] | None, judged: bytes, sources: Sequence[Source]
) -> Iterator[Read]:
    """Yield what comes of each file, within the limits to time and memory."""
    for start in range(0, len(sources), TOGETHER):
        with limits.sparing(), limits.clock() as alarm:
            read = [
                _read_or_known(gathered, source, context, change, alarm, judged)
                for source in sources[start : start + TOGETHER]
            ]
        yield from read


def _split(
    gathered: _Gathered, sources: Sequence[Source], some: Callable[[Sequence[Source]], Iterator[Read]], parts: int
) -> Iterator[Read]:
    """Return what comes of many files, of which each process reads a part. Raises `parallel.Failed`, before the first.

    What a process read comes here as it is kept: to make a record of that takes a fraction of what reading takes.
    """
    share = ceil(len(sources) / parts)

    def work(part: int, step: parallel.Step) -> list[tuple[bytes, bytes]]:
        mine = sources[part * share : (part + 1) * share]
        return [kept.packed(gathered.kept, source, read) for source, read in zip(mine, some(mine), strict=True)]

    done = itertools.chain.from_iterable(parallel.run(work, parts, lambda name: None))
    return (kept.unpacked(gathered.kept, source, *given) for source, given in zip(sources, done, strict=True))


def _read_or_known(
    gathered: _Gathered, source: Source, context: Context, change: Callable[..., str] | None,
    alarm: Callable[[float], None], judged: bytes,
) -> Read:  # fmt: skip
    """Return what is known of a file, or what comes of reading it; nothing of one that must be passed over."""
    if source.path in gathered.without:
        return None, [], []
    if gathered.kept is None or (data := files.read_bytes(source)) is None:
        return _read_one(source, context, change, alarm)
    if known := gathered.kept.find(source, judged, data):
        return known
    read = _read_one(source, context, change, alarm, data)
    gathered.kept.keep(source, judged, data, read)
    return read


def _read_one(
    source: Source, context: Context, change: Callable[..., str] | None, alarm: Callable[[float], None],
    data: bytes | None = None,
) -> Read:  # fmt: skip
    """Read one file, or pass over it: one that takes too much, or on which our own rules stumble."""
    record = kinds.of(source.path).record
    try:
        alarm(limits.SECONDS)
        try:
            return read_file(source, record, context, change and functools.partial(change, path=source.path), data)
        finally:
            alarm(0)
    except limits.TooSlow:
        message = f"De controle was na {limits.SECONDS} seconden nog niet klaar met dit bestand."
        return None, [], [problem("bestand-traag", source.path, message)]
    except MemoryError:
        message = "Om dit bestand te lezen is meer geheugen nodig dan er voor één bestand is."
        return None, [], [problem("bestand-geheugen", source.path, message)]
    except Exception as error:  # a mistake of ours; who wrote the text is told which, and the others are read
        message = f"Op dit bestand loopt de controle vast ({type(error).__name__})."
        return None, [], [problem("bestand-vast", source.path, message)]


def _ruimtes(gathered: _Gathered, root: Path) -> Vocabulary:
    """Make the vocabulary of the ruimtes; one with a problem in its file is still a known word for others."""
    ruimtes = [record for record in gathered.records if isinstance(record, Ruimte)]
    place = {slug: number for number, slug in enumerate(gathered.row, 1)}
    ruimtes.sort(key=lambda ruimte: (place.get(ruimte.origin.slug, len(place)), ruimte.origin.slug))
    if not gathered.problems:  # of one that cannot be read its own problem is said
        gathered.problems += _row(gathered, root, ruimtes, place)
    if gathered.around:
        ruimtes = standins.whole(gathered.row, ruimtes, home(root, kinds.RUIMTE))
        gathered.records = [*ruimtes]
        for record in ruimtes:
            source = Source(record.origin.path, record.origin.slug, record.origin.file)
            gathered.sources.setdefault(record.origin.path, source)
    terms = [
        Term(r.origin.slug, r.title, r.samenvatting, r.synoniemen, former=tuple(n for n in r.eerder if "/" not in n))
        for r in ruimtes
    ]
    known = {term.slug for term in terms}
    others = () if gathered.around else gathered.sources.values()
    broken = [source.slug for source in others if source.slug not in known]
    broken += gathered.row  # one that is missing is a problem already; the stories that name it are not wrong
    terms += [Term(slug, slug) for slug in dict.fromkeys(broken) if slug not in known]
    explanation = f"De {in_words(len(gathered.row))} ruimtes van de tool Ruimte."
    return Vocabulary("ruimte", "Ruimte", "Ruimtes", explanation, tuple(terms))


def _row(gathered: _Gathered, root: Path, ruimtes: list[Ruimte], place: Mapping[str, int]) -> Iterator[Problem]:
    """Yield where the files of the ruimtes are not the row that the settings name."""
    there = {ruimte.origin.slug for ruimte in ruimtes}
    own = settings.home(root) == root
    for slug in place:
        if slug not in there:
            guess = nearest(slug, there - place.keys())
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            message = f"Van de ruimte {quote(slug)} is er geen bestand {quote(standins.path(slug))}.{meant}"
            where = settings.position(root, "ruimtes", slug) if own else {"line": 1, "column": 1}
            path = settings.FILE if own else kinds.RUIMTE.folder
            yield problem("ruimtes-rij", path, message, field="ruimtes", **where)
    for ruimte in ruimtes:
        path, number = ruimte.origin.path, place.get(ruimte.origin.slug)
        if number is None:
            message = f"De ruimte {quote(ruimte.origin.slug)} staat niet in de rij: {', '.join(place)}."
            yield problem("ruimtes-rij", path, message)
        elif ruimte.volgorde not in (None, number):
            line, column = ruimte.origin.positions["volgorde", -1]
            message = f"In de rij van {settings.FILE} is dit ruimte {number}, en hier staat {ruimte.volgorde}."
            hint = "Haal het veld weg: de rij zegt het al."
            yield problem("ruimtes-rij", path, message, line=line, column=column, field="volgorde", hint=hint)


def _on_site(verhaal: Verhaal, drafts: bool) -> bool:
    return verhaal.toestemming and (drafts or not verhaal.concept)


def _told(gathered: _Gathered, record: R, tellers: Iterable[Callable[[R], Notice | None]]) -> tuple[Notice, ...]:
    """Return what there is to say of a record by itself, as it was said before or as it is told now."""

    def tell() -> tuple[Notice, ...]:
        return tuple(filter(None, (teller(record) for teller in tellers)))

    return gathered.kept.told(record, tell) if gathered.kept else tell()


def _notices(gathered: _Gathered, answers: Answers, places: Vocabulary, drafts: bool) -> Iterator[Notice]:
    broken = {found.path for found in gathered.problems}
    for verhaal in gathered.verhalen:
        path, positions = verhaal.origin.path, verhaal.origin.positions
        if not verhaal.toestemming:
            line = positions["toestemming", -1][0]
            yield Notice(path, line, "toestemming is nee, dus dit verhaal komt niet op de site.")
        elif not _on_site(verhaal, drafts):
            yield Notice(path, positions["concept", -1][0], "dit is een concept en komt nog niet op de site.")
        elif path not in broken:
            yield from _told(gathered, verhaal, (lambda v: references.unmapped(v, places), *TOLD))
    for record in gathered.records:
        if isinstance(record, Werkvorm) and record.origin.path not in broken:
            yield from _told(gathered, record, (running.unsaid,))
    for notice in anonymous.resembling(gathered.records):
        if notice.path not in broken:
            yield notice
    for spot, kind in references.naming(gathered.records, gathered.links, _withdrawn(gathered, answers)):
        message = f"dit noemt een ingetrokken {kind.one}. Op de site staat het niet; haal het ook hier weg."
        yield Notice(spot.path, spot.line, message)
    for address in sorted(gathered.published.addresses.keys() - gathered.listed - answers.withdrawn):
        # Only the site online knew it, and that keeps no trace of what was withdrawn: the next build would not know it.
        lead, slug = answers.lead(address), address.removeprefix(urls.VERHALEN).rstrip("/")
        if lead in answers.withdrawn and address == urls.verhaal(slug):
            line = gathered.withdrawn.lines.get(lead.removeprefix(urls.VERHALEN).rstrip("/"), 1)
            yield Notice(
                withdrawal.FILE, line, f"dit verhaal stond ook op {quote(slug)}. Zet er op een nieuwe regel bij: {slug}"
            )


def _unshown(gathered: _Gathered, vocabularies: Mapping[str, Vocabulary], drafts: bool) -> Iterator[Notice]:
    """Yield the examples that are no story of the site; one with a problem in its file is a story all the same."""
    there = {source.slug for source in gathered.sources.values() if kinds.VERHAAL.has(source.path)}
    silent = {verhaal.origin.slug for verhaal in gathered.verhalen if not _on_site(verhaal, drafts)}
    return references.unshown(vocabularies, sorted(there.difference(silent, gathered.withdrawn.lines)))


def _silenced(record: Record, links: list[markup.Link], silent: frozenset[str]) -> Record:
    """Return a record in whose text no link names a story without consent: that can be its title."""
    uri = urls.uri(record.origin.path)
    if not any(urls.resolve(unquote(link.target), uri) in silent for link in links):
        return record
    body = markup.unlink(record.origin.body, lambda target: urls.resolve(unquote(target), uri) not in silent, UNNAMED)
    return replace(record, origin=replace(record.origin, body=body))


def _codes(gathered: _Gathered, records: Iterable[Record], answers: Answers, withdrawn: AbstractSet[str]) -> Codes:
    """Return the codes of the texts that are shown; `withdrawn` are all the addresses that were withdrawn."""
    texts = []
    for record in records:
        if kinds.BY_RECORD[type(record)].short:
            own = urls.of(record.origin.path, record.origin.slug)
            first = urls.former(own, record.eerder[0]) if record.eerder else own
            texts.append((getattr(record, "datum", date.min).isoformat(), first, own))
    closed = {code: "" for address in gathered.withdrawn.pages if (code := urls.code(address))}
    ledger = gathered.published.codes | closed
    later = {answers.moved.get(address) for address in withdrawn}
    gone = {address for address in withdrawn - later if urls.has_short(address)}
    ends = {address: answers.end(address) for address in gone.union(ledger.values()) if address}
    return assign(seniority(texts), ledger, ends, gone)


def _knowledge(
    gathered: _Gathered, vocabularies: Mapping[str, Vocabulary], outlines: Mapping[str, Outline], drafts: bool,
    without: frozenset[str],
) -> KnowledgeBase:  # fmt: skip
    """Make the knowledge base of what is left; `without` are the stories for which there is no consent."""
    listed, known = gathered.former.union(gathered.withdrawn.lines), gathered.published.addresses
    revoked = {urls.verhaal(slug) for slug in gathered.former}
    revoked |= {address for address in map(urls.verhaal, without) if address in known}
    answers = gathered.answers(vocabularies, revoked)
    withdrawn = _withdrawn(gathered, answers)
    stories = [address for address in withdrawn if address.startswith(urls.VERHALEN)]
    silent = frozenset([*references.paths(without), *_paths(stories)])
    records = [_silenced(record, gathered.links.get(record.origin.path, []), silent) for record in gathered.records]
    shown = [r for r in records if isinstance(r, Verhaal) and _on_site(r, drafts) and r.origin.slug not in listed]
    here = {record.origin.path for record in records if not isinstance(record, Verhaal)}
    withheld = gathered.sources.keys() - here - {verhaal.origin.path for verhaal in shown}
    hidden = {kinds.beside(path) for path in withheld if kinds.VERHAAL.has(path)}
    old = [address for address in {*known, *answers.moved} if address.endswith("/")]
    ends = {answers.end(address) for address in old}
    away = {urls.of(path, gathered.sources[path].slug) for path in withheld} & (known.keys() | ends)
    resting = away.union(address for address in addresses.lost(known, answers) if address.endswith("/")) - withdrawn
    images = tuple(sorted(image for image in gathered.images if image.rpartition("/")[0] not in hidden))
    codes = _codes(gathered, [*shown, *(r for r in records if not isinstance(r, Verhaal))], answers, withdrawn)
    withdrawn |= {urls.short(code) for code in codes.closed}
    short = {urls.short(code): codes.first[address] for address, code in codes.own.items()}  # what the list remembers
    return KnowledgeBase(
        verhalen=tuple(sorted(shown, key=lambda v: (-v.datum.toordinal(), v.origin.slug))),
        werkvormen=tuple(
            sorted((r for r in records if isinstance(r, Werkvorm)), key=lambda w: (w.title.casefold(), w.origin.slug))
        ),
        ruimtes=tuple(
            sorted((r for r in records if isinstance(r, Ruimte)), key=lambda r: gathered.row.index(r.origin.slug))
        ),
        paginas=tuple(sorted((r for r in records if isinstance(r, Pagina)), key=lambda p: p.origin.path)),
        bundels=tuple(sorted((r for r in records if isinstance(r, Bundel)), key=lambda b: b.origin.path)),
        others=tuple(sorted((r for r in records if not isinstance(r, OWN_PLACE)), key=lambda r: r.origin.path)),
        vocabularies=vocabularies,
        project=gathered.project,
        outlines=outlines,
        images=images,
        tekeningen={v.origin.slug: found for v in shown if (found := gathered.tekeningen.get(v.origin.slug))},
        withdrawn=tuple(sorted(withdrawn)),
        resting=tuple(sorted(resting)),
        published=known,
        moved={**short, **answers.moved},
        codes=codes,
        unlisted=tuple(sorted(withdrawn & known.keys() - gathered.listed - gathered.withdrawn.addresses)),
        lent=frozenset(gathered.lent),
        targets=references.targets(
            [path for path in (*gathered.sources, *images) if path not in withheld],
            vocabularies,
            gathered.project.facets,
        ),
    )
