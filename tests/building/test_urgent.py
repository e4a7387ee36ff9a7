"""A withdrawal waits for nothing: whatever the check or the build finds elsewhere is passed over, once, and said."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest

from kennisbank.building import publish, stock, whole
from kennisbank.building.passing import Hopeless
from kennisbank.building.whole import Job
from kennisbank.engines import contract
from kennisbank.engines.contract import Page
from kennisbank.engines.mkdocs import running
from kennisbank.model import urls
from kennisbank.model.made import Made
from kennisbank.outputs import gallery, imaging
from kennisbank.pages.page import PageView
from kennisbank.pages.site import NOT_FOUND, Site
from kennisbank.problems.problem import CODES
from kennisbank.reading import loader, markup, record, references, settings, standins, withdrawal
from kennisbank.reading.history import Last
from kennisbank.reading.wordlists import place
from tests.building.test_interruptions import RAISE
from tests.building.test_verify import WRONG
from tests.pages.test_faults import TOGETHER, laid
from tests.site_support import PROJECT, QUIET, build, mini_root, run
from tests.support import BEELDEN, VERHAAL, WERKVORM, changed, own_lists, picture, read, withdrawn_texts, write

pytestmark = pytest.mark.apart  # slow, and no text of the project makes a difference

ROW = settings.read().ruimtes
SLUG = "trots-in-meppel"
GONE = {withdrawal.FILE: f"{SLUG}\n"}
"""A root in which a story of the last site has been withdrawn, and everything else is right."""


@contextlib.contextmanager
def job(
    root: Path, out: Path, run_engine: contract.Engine, before: Sequence[str] = (SLUG,), last: Last | None = None
) -> Iterator[Job]:
    """Give a build in this process, after a site that had the stories `before`, or after `last`."""
    with publish.staging(out) as folder:
        yield Job(
            root=root, folder=folder, out=out, last=last or Last(dict.fromkeys(before, "x")), engine=run_engine,
            printed=lambda site: {}, step=lambda name: None, finish=lambda: None, tell=lambda text: None,
        )  # fmt: skip


class Engine:
    """Writes a small page for all that there is; `faults` and `html` say what is wrong with some, by their file."""

    HTML = '<!doctype html><html lang="nl"><head><title>x</title></head><body><h1 id="top">x</h1>{}</body></html>'

    def __init__(self, faults: dict[str, str] | None = None, html: dict[str, str] | None = None) -> None:
        self.faults, self.html = faults or {}, html or {}
        self.builds = 0

    def __call__(
        self, site: Site, written: Path, folder: Path, share: contract.Share, step: Any, careful: bool
    ) -> tuple[str, list[Page]]:
        self.builds += 1
        for address, uri in site.by_address.items():
            if uri in share.pages:
                page = folder / address / "index.html"
                page.parent.mkdir(parents=True, exist_ok=True)
                html = self.html.get(uri, self.HTML).format("")
                record = site.record(uri)
                page.write_text(html.replace(">x</h1>", f">{escape(record.title if record else 'x')}</h1>"), "utf-8")
        (folder / NOT_FOUND).write_text(self.HTML.format(""), encoding="utf-8")
        return "/", [Page(message, uri) for uri, message in self.faults.items() if site.has(uri)]


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("KENNISBANK_CACHE", str(folder))
    monkeypatch.setenv("KENNISBANK_PROCESSES", "1")
    return folder


# What only a build finds. The check refuses most of it in a text before; here it lets all through (`unchecked`).
BUILD_FAULTS = {
    "anker-weg": ("[Daar](goed.md#nergens)", "leidt naar een plek die er niet is"),
    "link-schema": ("[x](mailto:x@voorbeeld.nl)", "begint met iets wat niet mag"),
    "kop1": ("# Nog een", "de pagina heeft 2 titels"),
    "beeld-elders": ("![x](https://elders.example/x.png)", "haalt iets op bij een ander"),
    "engine-waarschuwt": ("![x](/weg.png)", "MkDocs meldt: Doc file"),
    "tekst-van-ons-faalt": ("Tekst.", "Error reading page"),
    "sjabloon-weg": ("Tekst.", "Error building page"),
    "weergave-faalt": ("Tekst.", "Error building page"),
    "beeld-niet-te-maken": ("Tekst.", "De afbeelding is niet te maken: ValueError."),
}


@pytest.fixture(scope="module")
def urgent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The real site, and the report, of a root with a story for every fault that a build can find."""
    base = tmp_path_factory.mktemp("bouwfouten")
    files: dict[str, Any] = {f"stories/{name}.md": _story(body) for name, (body, _) in BUILD_FAULTS.items()}
    del files["stories/beeld-niet-te-maken.md"]
    files["stories/beeld-niet-te-maken/index.md"] = changed({"bron:": f"{BEELDEN}bron:"})
    files["stories/beeld-niet-te-maken/kastje.jpg"] = picture("kastje.jpg")
    files |= {
        "docs/los.html": "<p>los",
        "docs/geheim.txt": {"link": "/etc/hostname"},
        "docs/zoeken/index.md": _page("Zoeken"),
    }
    files |= {"docs/over/goed.md": _page("Over ons"), "docs/pijp.txt": {"fifo": True}, "docs/index.md": "geen kop"}
    root = write(base / "bron", GONE | files)
    text, head, view, make = Site.text, Site.head, Site.view, imaging.make

    def failing_text(site: Site, uri: str) -> str | None:
        return str(1 // 0) if uri == "stories/tekst-van-ons-faalt.md" else text(site, uri)

    def failing_head(site: Site, uri: str) -> dict[str, str]:
        return head(site, uri) | ({"template": "weg.html"} if uri == "stories/sjabloon-weg.md" else {})

    def failing_view(site: Site, uri: str) -> PageView:
        return 1 // 0 if uri == "stories/weergave-faalt.md" else view(site, uri)  # type: ignore[return-value]

    def failing_make(file: Path, folder: Path) -> Made:
        if "beeld-niet-te-maken" in file.parts:
            raise ValueError("an encoder of another library")
        return make(file, folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KENNISBANK_CACHE", str(base / "cache"))
        patch.setenv("KENNISBANK_PROCESSES", "1")
        patch.setattr(markup, "examine", lambda *_, **__: ([], []))  # unchecked: all of it gets as far as the build
        patch.setattr(record, "judge", lambda *_, **__: [])
        patch.setattr(record, "local", lambda *_, **__: [])
        patch.setattr(references, "_taken", lambda sources: [])
        patch.setattr(Site, "text", failing_text)
        patch.setattr(Site, "head", failing_head)
        patch.setattr(Site, "view", failing_view)
        patch.setattr(imaging, "make", failing_make)
        with job(root, base / "site", functools.partial(running.run, settings.read())) as work:
            return base / "site", whole.build(work)


def _story(body: str) -> str:
    return changed({"De kinderen gingen op pad.": body.replace("{", "{{")})


def _page(title: str) -> str:
    summary = "Wat deze kennisbank is, voor wie, en hoe verhalen erin komen."
    return f'---\ntitle: {title}\nsamenvatting: "{summary}"\n---\n\nTekst.\n'


@pytest.mark.parametrize("name", BUILD_FAULTS)
def test_what_a_build_finds_is_passed_over_and_said(name: str, urgent: tuple[Path, str]) -> None:
    site, report = urgent
    path = "stories/beeld-niet-te-maken/index.md" if name == "beeld-niet-te-maken" else f"stories/{name}.md"
    assert f"  {path}\n" in report
    said = [line for line in report.splitlines() if f"stories/{name}" in line and BUILD_FAULTS[name][1] in line]
    assert said, "the fault itself is said, with its file"
    assert not (site / urls.verhaal(name)).exists()


def test_the_story_is_gone_and_the_rest_stands(urgent: tuple[Path, str]) -> None:
    site, report = urgent
    assert "ingetrokken" in (site / urls.verhaal(SLUG) / "index.html").read_text(encoding="utf-8")
    assert (site / urls.verhaal("goed") / "index.html").exists()
    assert (site / "over" / "goed" / "index.html").exists()
    assert f"Een intrekking gaat voor ({SLUG}): de site is vernieuwd zonder deze bestanden:" in report
    assert "Klaar: 1 verhaal" in report
    assert json.loads((site / "inhoud.json").read_text(encoding="utf-8"))["verhalen"].keys() == {"goed"}


def test_a_page_in_the_place_of_a_made_one_is_named(urgent: tuple[Path, str]) -> None:
    site, report = urgent
    assert "docs/zoeken/index.md: MkDocs meldt: Er is al een bestand met het adres van een gemaakte pagina" in report
    assert "  docs/zoeken/index.md\n" in report
    assert (site / "zoeken" / "index.html").exists()


def test_what_does_not_belong_among_the_pages_is_not_published(urgent: tuple[Path, str]) -> None:
    """MkDocs copies every file that it finds; what was passed over, it does not find."""
    site, report = urgent
    for name in ("los.html", "geheim.txt", "pijp.txt"):
        assert f"docs/{name}:" in report
        assert not (site / name).exists()
    assert (site / "index.html").exists(), "a site whose own first page is broken has one that is made"


def test_every_fault_of_the_reading_back_is_passed_over(tmp_path: Path) -> None:
    """All that `test_verify` has, each on the page of a story of its own."""
    html = {f"stories/fout-{number}.md": Engine.HTML.format(body) for number, (body, _) in enumerate(WRONG)}
    root = write(tmp_path / "bron", GONE | dict.fromkeys(html, VERHAAL))
    with job(root, tmp_path / "site", Engine(html=html)) as work:
        report = whole.build(work).splitlines()
    assert sorted(line.strip() for line in report if line.startswith("  ")) == sorted(html)
    for path, (_, fault) in zip(html, WRONG, strict=True):
        assert any(line.startswith(f"{path}: ") and line.endswith(fault[-20:]) for line in report), fault


OF_THE_WHOLE_PAGE = [
    ('lang="nl" ontbreekt.', Engine.HTML.replace('lang="nl"', 'lang="en"')),
    ("de pagina heeft geen titel (title).", Engine.HTML.replace("<title>x</title>", "")),
]


@pytest.mark.parametrize(("message", "html"), OF_THE_WHOLE_PAGE)
def test_a_fault_of_a_whole_page(message: str, html: str, tmp_path: Path) -> None:
    root = write(tmp_path / "bron", GONE | {"stories/stuk.md": VERHAAL})
    with job(root, tmp_path / "site", Engine(html={"stories/stuk.md": html})) as work:
        report = whole.build(work)
    assert f"stories/stuk.md: verhalen/stuk/index.html: {message}" in report
    assert report.splitlines()[-2] == "  stories/stuk.md"


def test_a_build_that_is_not_urgent_is_as_strict_as_ever(tmp_path: Path) -> None:
    root = write(tmp_path / "bron", GONE | {"stories/stuk.md": VERHAAL})
    stuck = Engine({"stories/stuk.md": "MkDocs meldt: iets."})
    with job(root, tmp_path / "site", stuck, before=["goed"]) as work, pytest.raises(whole.Stopped, match="iets"):
        whole.build(work)
    assert stuck.builds == 1
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("paths", "number"), [(["stories/goed.md"], "1 fout"), (["stories/goed.md", "stories/stuk.md"], "2 fouten")]
)
def test_faults_are_counted_as_they_are_said(paths: list[str], number: str, tmp_path: Path) -> None:
    root = write(tmp_path / "bron", {"stories/stuk.md": VERHAAL})
    stuck = Engine({path: f"{path} is stuk." for path in paths})
    with job(root, tmp_path / "site", stuck, before=[]) as work, pytest.raises(whole.Stopped) as stopped:
        whole.build(work)
    assert str(stopped.value).splitlines()[-1] == f"De gebouwde site heeft {number}."


@pytest.mark.parametrize("path", ["stories/stuk.md", "werkvormen/stuk.md", "docs/over/stuk.md"])
def test_what_nobody_can_name_is_found(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is made of many texts fails, for one of them: an exception that tells nothing."""
    others = {f"stories/ander-{number}.md": VERHAAL for number in range(5)}
    text = {"stories": VERHAAL, "werkvormen": WERKVORM, "docs": _page("Stuk")}[path.partition("/")[0]]
    root = write(tmp_path / "bron", GONE | others | {path: text, "werkvormen/goed.md": WERKVORM})
    prepare = Site.prepare

    def failing(site: Site) -> int:
        if any(site.file(uri) == path for uri in site.by_address.values()):
            raise KeyError("niemand weet van welk verhaal")
        return prepare(site)

    monkeypatch.setattr(Site, "prepare", failing)
    with job(root, tmp_path / "site", Engine()) as work:
        report = whole.build(work)
    assert "Onverwachte fout: KeyError: 'niemand weet van welk verhaal'" in report
    assert "geen-verhalen" not in report, "what was wrong only while looking is not said"
    assert [line for line in report.splitlines() if line.startswith("  ")] == [f"  {path}"]


@pytest.mark.parametrize("part", ["references", "pictures", "reading", "withdrawal"])
def test_a_check_that_stumbles_is_passed_over_too(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "bron", GONE | {"stories/stuk.md": VERHAAL, "stories/ander.md": VERHAAL})
    monkeypatch.setattr(*_stumbling(part))
    with job(root, tmp_path / "site", Engine()) as work:
        report = whole.build(work)
    assert "RecursionError" in report
    assert [line for line in report.splitlines() if line.startswith("  ")] == ["  stories/stuk.md"]


def _stumbling(part: str) -> tuple[Any, str, Callable[..., Any]]:
    """Return a function of ours, by its module and name, that fails as soon as it sees one story."""
    module, name = {"reading": (loader, "read_file")}.get(part, (getattr(loader, part, None), "check"))
    own = getattr(module, name)

    @functools.wraps(own)
    def failing(*arguments: Any, **more: Any) -> Any:
        records = [item for argument in arguments for item in (argument if isinstance(argument, list) else [argument])]
        if any("stories/stuk.md" in (getattr(getattr(r, "origin", r), "path", "")) for r in records):
            raise RecursionError
        return own(*arguments, **more)

    return module, name, failing


def test_every_kind_of_problem_of_the_check_is_passed_over(tmp_path: Path) -> None:
    """Each example of the page of messages is a story of one root; the real script builds it."""
    files: dict[str, Any] = {"stories/ander-voorbeeld.md": VERHAAL, "stories/voorbeeld.md": VERHAAL}
    for code in TOGETHER:
        files |= laid(code, CODES[code].example, CODES[code].example.wrong, code)
    files |= {"stories/leeg.md": b"", "stories/diep/er/x.md": VERHAAL, "stories/los.png": picture("los.png")}
    files |= {
        "stories/groot.md": {"size": 300_000},
        "stories/utf16.md": b"\xff\xfe---\n",
        "stories/pijp.md": {"fifo": 1},
    }
    files |= {"docs/zoeken/index.md": _page("Zoeken"), "docs/verhalen/x.md": _page("X")}
    files |= {"ruimtes/plek.md": "geen kop", "ruimtes/tiende.md": "x", "werkvormen/x.md": "x"}
    files |= {withdrawal.FILE: f"{SLUG}\nEen Zin\nwerkvormen/x.md\n\xe9\n".encode("latin-1")}
    root = write(tmp_path / "bron", files)
    manifest = tmp_path / "inhoud.json"
    manifest.write_text(json.dumps({"verhalen": {SLUG: "x", **{f"weg-{n}": "y" for n in range(9)}}}), encoding="utf-8")
    result = run("build.py", "--root", root, "--out", tmp_path / "site", "--vorige", manifest, KENNISBANK_PROCESSES="2")
    assert result.returncode == 0, result.stdout + result.stderr
    for code in TOGETHER:
        assert f"({code})\n" in result.stdout
    for code in ("bestand-leeg", "bestand-map", "bytes-utf16", "bestand-bijzonder", "intrekking", "adres-weg"):
        assert f"({code})\n" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    site = tmp_path / "site"
    shown = json.loads((site / "inhoud.json").read_text(encoding="utf-8"))["verhalen"].keys()
    assert shown == {"goed", "voorbeeld", "ander-voorbeeld"}
    assert (site / urls.verhaal(SLUG) / "index.html").exists()
    assert [(site / urls.value("ruimte", slug) / "index.html").exists() for slug in ROW] == [True] * 9
    assert standins.SENTENCE in (site / "ruimtes" / "plek" / "index.html").read_text(encoding="utf-8")


def test_the_row_is_that_of_the_ruimtes_themselves() -> None:
    kb = read(PROJECT).knowledge
    assert kb is not None
    assert tuple(ruimte.origin.slug for ruimte in kb.ruimtes) == ROW


@pytest.mark.parametrize(
    "files",
    [
        {"ruimtes/x.md": "geen kop\n"},
        {"ruimtes": {"link": "/tmp"}},
        {"ruimtes": "een bestand"},
        {f"ruimtes/{slug}.md": (PROJECT / f"ruimtes/{slug}.md").read_bytes() for slug in ROW[1:]},
        {f"ruimtes/{slug}.md": (PROJECT / "ruimtes/plek.md").read_bytes() for slug in (*ROW, "tiende")},
        {"werkvormen": "een bestand", "docs": {"link": "/tmp"}},
        {withdrawal.FILE: f"{SLUG}\n\u200b!?\n"},
    ],
    ids=["broken", "link", "no folder", "eight", "ten, all alike", "other folders", "the list"],
)
def test_what_everything_rests_upon_stands_in_no_way(files: dict[str, Any], tmp_path: Path) -> None:
    root = write(tmp_path, GONE | files)
    assert read(root).knowledge is None
    kb = read(root, around=True).knowledge
    assert kb is not None
    assert [ruimte.origin.slug for ruimte in kb.ruimtes] == [*ROW]
    assert list(kb.verhaal) == ["goed"]
    assert withdrawn_texts(kb) == (urls.verhaal(SLUG),)


@pytest.mark.parametrize("name", ["stories weg", "leeg", "concept"])
def test_a_site_without_stories(name: str, tmp_path: Path) -> None:
    files = {"leeg": {"stories/x.md": "x"}, "concept": {"stories/x.md": changed({"bron:": "concept: true\nbron:"})}}
    root = write(tmp_path, GONE | {"stories/goed.md": None} | files.get(name, {}))
    if name == "stories weg":
        (root / "stories").rmdir()
    kb = read(root, around=True).knowledge
    assert kb is not None
    assert kb.verhalen == ()


@pytest.fixture(name="lists")
def fixture_lists(tmp_path: Path) -> Path:
    """The closed lists of the root `bron`, some of the tool too."""
    return own_lists(tmp_path / "bron", "functie", "leren")


def test_a_value_that_is_wrong_is_dropped_and_who_uses_it_is_passed_over(lists: Path, tmp_path: Path) -> None:
    file = lists / "regio.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("slug: noord-groningen", "slug: Noord Groningen"))
    other = changed({"noord-groningen": "zuidwest-drenthe", "Ezinge": "Meppel"})
    root = write(tmp_path / "bron", GONE | {"stories/ander.md": other})
    assert {found.code for found in read(root).problems} == {"bestand-naam"}
    around = read(root, around=True)
    assert around.knowledge is not None
    assert list(around.knowledge.verhaal) == ["ander"]
    assert around.passed == {place("regio"), "stories/goed.md"}
    assert "noord-groningen" not in around.knowledge.vocabularies["regio"].by_slug


@pytest.mark.parametrize("damage", ["a: [", "- x", None], ids=["no YAML", "no list", "gone"])
@pytest.mark.parametrize("name", ["provincie", "functie", "begrip"])
def test_a_list_that_cannot_be_read_is_empty(name: str, damage: str | None, lists: Path, tmp_path: Path) -> None:
    (lists / f"{name}.yml").write_text(damage) if damage else (lists / f"{name}.yml").unlink()
    root = write(tmp_path / "bron", GONE)
    with job(root, tmp_path / "site", Engine()) as work:
        report = whole.build(work)
    assert damage is None or f"lijsten/{name}.yml" in report
    assert (tmp_path / "site" / urls.verhaal(SLUG) / "index.html").exists()


def test_a_site_of_which_nothing_is_left_is_right(tmp_path: Path) -> None:
    """The last resort: no list, no ruimte, no text. The real engine builds it without a fault."""
    root = write(tmp_path / "bron", GONE)
    without = frozenset(whole.candidates(root))
    assert {"stories/goed.md", "werkvormen/tijdlijn.md", "ruimtes/plek.md", place("regio")} <= without
    kb = read(root, around=True, without=without).knowledge
    assert kb is not None
    with job(root, tmp_path / "site", functools.partial(running.run, settings.read())) as work:
        assert whole._make(work, Site(kb), stock.none(work.folder / "0"), careful=False) == []
        assert (work.folder / "0" / urls.verhaal(SLUG) / "index.html").exists()


def test_of_a_withdrawn_story_that_still_stands_the_former_addresses_go_too(tmp_path: Path) -> None:
    eerder = changed({"bron:": "eerder: [oude-trots, goed, ander]\nbron:"})
    ander = changed({"bron:": "eerder: [ooit]\nbron:"})
    root = write(tmp_path, GONE | {f"stories/{SLUG}.md": eerder, "stories/ander.md": ander})
    kb = read(root, around=True).knowledge
    assert kb is not None
    assert withdrawn_texts(kb) == (urls.verhaal("oude-trots"), urls.verhaal(SLUG)), (
        "and not the address of another story"
    )


@pytest.mark.parametrize(
    "text",
    [
        changed({"toestemming: ja": "toestemming: nee", "regio: noord-groningen": "regio: mars"}),
        changed({"toestemming: ja": "toestemming: Nee"}),
        changed({"toestemming: ja": 'toestemming: "nee"', "title: Het": "title: [Het"}),
        changed({"toestemming: ja": "toestemming: false"}).replace("\n", "\r\n"),
        b"\xff\xfe" + changed({"toestemming: ja": "toestemming: nee"}).encode("utf-16-le"),
    ],
    ids=["another mistake", "a capital", "no YAML", "another word", "UTF-16"],
)
def test_consent_that_was_taken_back_is_seen_whatever_else_is_wrong(text: str | bytes, tmp_path: Path) -> None:
    root = write(tmp_path, {f"stories/{SLUG}.md": text})
    assert whole.pending(root, Last({SLUG: "x", "goed": "x"})) == [SLUG]
    assert SLUG in read(root, around=True).revoked


def test_what_a_text_says_of_consent_is_no_withdrawal(tmp_path: Path) -> None:
    said = changed({"De kinderen gingen op pad.": "toestemming: nee"})
    root = write(
        tmp_path, {f"stories/{SLUG}.md": said, "stories/beeld.md": changed({"bron:": "toestemmingen: nee\nbron:"})}
    )
    assert whole.pending(root, Last({SLUG: "x", "beeld": "x"})) == []


LONG = "".join(f"adres-{number}\n" for number in range(withdrawal.MOST_LINES + 5))


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"\xe9\nweg\n", {"weg"}),
        (b"# caf\xe9\r\nweg\r\n", {"weg"}),
        ("\ufeffweg\nhttps://x.example/verhalen/oud/\n".encode("utf-16"), {"oud"}),
        ("weg\nstories/oud.md\nzes\u200b\nHet Dorp\n".encode(), {"weg", "oud", "zes"}),
        (b"weg\n" + b"a" * 253 + b"\n" + b"b " * 200 + b"\n", {"weg"}),
        (LONG.encode(), set(LONG.split()[: withdrawal.MOST_LINES])),
        (b"weg\n" + b"#" * 300_000 + b"\nlater\n", {"weg"}),
    ],
    ids=["no UTF-8", "a remark", "UTF-16", "in other words", "longer than a name", "too many lines", "too large"],
)
def test_a_wrong_line_keeps_no_other_from_working(data: bytes, lines: set[str], tmp_path: Path) -> None:
    root = write(tmp_path, {withdrawal.FILE: data})
    found = withdrawal.read(root)
    assert found.lines.keys() - {"\ufeffweg"} >= lines and len(found.lines) <= max(len(lines), 2)
    assert found.problems and {problem.path for problem in found.problems} == {withdrawal.FILE}
    withdrawal.write(root, ["nieuw"])
    if len(data) < 1000:
        assert withdrawal.read(root).lines.keys() >= {*lines, "nieuw"}


def test_what_a_line_could_mean_counts_where_it_cannot_wait(tmp_path: Path) -> None:
    root = write(tmp_path / "bron", {withdrawal.FILE: "Trots in Meppel\n", f"stories/{SLUG}.md": VERHAAL})
    assert read(root).withheld == frozenset(), "the check asks for a better line, and takes nothing away"
    with job(root, tmp_path / "site", Engine()) as work:
        report = whole.build(work)
    assert 'Bedoel je "trots-in-meppel"? Schrijf dan dat.' in report
    assert "Klaar: 1 verhaal" in report


def test_what_cannot_be_passed_over_is_said_first(tmp_path: Path) -> None:
    """A fault of our own in every page: the withdrawal is not carried out, and what to do comes before all else."""
    root, out = mini_root(tmp_path), tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("de oude site", encoding="utf-8")
    (out / "inhoud.json").write_text(json.dumps({"verhalen": {SLUG: "x"}}), encoding="utf-8")
    (root / withdrawal.FILE).write_text(f"{SLUG}\n", encoding="utf-8")
    code = RAISE.format(
        module="pages.site",
        name="Site.mounts",
        project=str(PROJECT),
        root=str(root),
        out=str(out),
        error="ValueError('ach')",
    )
    environment = {key: value for key, value in QUIET.items() if key != "KENNISBANK_DEBUG"}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    assert result.returncode == 1
    first = result.stdout.splitlines()[:3]
    assert first[0].startswith(f"DE INTREKKING VAN {SLUG} IS NOG NIET VERWERKT.")
    assert f"verhalen/{SLUG}/ (de map {out}/verhalen/{SLUG})" in first[1]
    assert first[2].startswith("Haal deze mappen nu met de hand weg")
    assert "ach" in result.stdout and "De oude site staat er nog." in result.stdout
    assert (out / "index.html").read_text(encoding="utf-8") == "de oude site"
    with publish.staging(out):
        busy = build(root, out)
    assert busy.returncode == 2
    assert busy.stdout.startswith(f"DE INTREKKING VAN {SLUG} IS NOG NIET VERWERKT.")


def test_a_withdrawal_does_not_wait_until_it_is_known_what_is_online(tmp_path: Path) -> None:
    """The site online cannot be asked: all that was withdrawn may be there still. Without any, nothing goes online."""
    root = write(tmp_path / "bron", GONE | {"stories/stuk.md": "geen kop\n"})
    with job(root, tmp_path / "site", Engine(), last=Last(unknown=True)) as work:
        assert f"Een intrekking gaat voor ({SLUG})" in whole.build(work)
    (root / withdrawal.FILE).unlink()
    (root / "stories/stuk.md").unlink()
    with (
        job(root, tmp_path / "ander", Engine(), last=Last(unknown=True)) as work,
        pytest.raises(whole.Stopped, match="is niet bekend"),
    ):
        whole.build(work)


def test_what_is_wrong_without_any_text_stops_after_three_attempts(tmp_path: Path) -> None:
    broken = Engine(html={"verhalen/trots-in-meppel.md": "<p>geen pagina</p>{}"})
    with job(write(tmp_path / "bron", GONE), tmp_path / "site", broken) as work, pytest.raises(Hopeless):
        whole.build(work)
    assert broken.builds == 3, "strict, going on, and without any text"


def test_pictures_leave_the_cache_with_their_story(tmp_path: Path, cache_of_its_own: Path) -> None:
    """Withdrawn by hand: the next build takes what was made of its pictures away; what others show stays."""
    same, own = picture("kastje.jpg", 60, 40), picture("kastje.jpg", 50, 40)
    with_picture = changed({"bron:": f"{BEELDEN}bron:"})
    files = {f"stories/{slug}/index.md": with_picture for slug in (SLUG, "blijft", "ander")}
    files_of = {SLUG: own, "blijft": same, "ander": same}
    root = write(tmp_path / "bron", files | {f"stories/{slug}/kastje.jpg": data for slug, data in files_of.items()})
    with job(root, tmp_path / "site", Engine(), before=[]) as work:
        whole.build(work)
    kept = cache_of_its_own / "beelden"
    assert len(_folders(kept)) == 2
    (root / withdrawal.FILE).write_text(f"{SLUG}\nander\n", encoding="utf-8")
    for slug in (SLUG, "ander"):
        for file in (root / "stories" / slug).iterdir():
            file.unlink()
    with job(root, tmp_path / "site", Engine(), before=[SLUG, "ander", "blijft", "goed"]) as work:
        whole.build(work)
    assert len(_folders(kept)) == 1
    assert SLUG not in "".join(file.read_text(encoding="utf-8") for file in kept.glob("*.json"))
    assert gallery.make({"x": root / "stories/blijft/kastje.jpg"}, kept, tmp_path / "reserve")[
        "x"
    ].fallback.file.is_file()
    assert len(_folders(kept)) == 1, "what is still shown was kept"


def test_the_script_takes_the_pictures_from_the_cache(tmp_path: Path, cache_of_its_own: Path) -> None:
    files = {f"stories/{SLUG}/index.md": changed({"bron:": f"{BEELDEN}bron:"})}
    root = write(tmp_path / "bron", files | {f"stories/{SLUG}/kastje.jpg": picture("kastje.jpg")})
    with job(root, tmp_path / "site", Engine(), before=[]) as work:
        whole.build(work)
    kept = cache_of_its_own / "beelden"
    assert len(_folders(kept)) == 1
    result = run("withdraw.py", SLUG, "--root", root, KENNISBANK_CACHE=str(cache_of_its_own))
    assert result.returncode == 0, result.stdout + result.stderr
    assert _folders(kept) == []


def test_what_two_roots_show_is_kept_for_the_other(tmp_path: Path) -> None:
    kept, file = tmp_path / "cache", tmp_path / "a.jpg"
    file.write_bytes(picture("a.jpg"))
    for root in ("een", "twee"):
        gallery.remember(gallery.make({"a": file}, kept, tmp_path / "x"), kept, tmp_path / root, all_of_it=True)
    gallery.remember({}, kept, tmp_path / "een", all_of_it=False)
    gallery.remember({}, kept, tmp_path / "een", all_of_it=True)
    assert len(_folders(kept)) == 1
    gallery.remember({}, kept, tmp_path / "twee", all_of_it=True)
    assert _folders(kept) == []


@pytest.mark.parametrize("damage", ["{", "[]", '{"a": "../../weg"}', '{"a": 1}'])
def test_a_damaged_list_of_the_cache_takes_nothing_away(damage: str, tmp_path: Path) -> None:
    kept = tmp_path / "cache"
    (kept / "blijft").mkdir(parents=True)
    gallery._list(kept, tmp_path).write_text(damage, encoding="utf-8")
    gallery.remember({}, kept, tmp_path, all_of_it=True)
    assert _folders(kept) == ["blijft"]


def _folders(kept: Path) -> list[str]:
    return [entry.name for entry in os.scandir(kept) if entry.is_dir()]
