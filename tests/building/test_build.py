"""The build never breaks the site: problems, kills, two at once, and the same bytes for the same input."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kennisbank.building import publish
from kennisbank.building.whole import MOST_NOTICES
from kennisbank.reading import settings
from tests.site_support import PROJECT, QUIET, build, fingerprint, mini_root, run
from tests.tools.corpus import write as write_corpus

pytestmark = pytest.mark.apart


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini_root(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small knowledge base, built once."""
    folder = tmp_path_factory.mktemp("gebouwd")
    result = build(mini_root(folder), folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


@pytest.fixture
def out(tmp_path: Path, built: Path) -> Path:
    """A site that has been built before."""
    return shutil.copytree(built, tmp_path / "site")


def leftovers(out: Path) -> list[str]:
    return [
        path.name
        for path in out.parent.iterdir()
        if path.name.startswith(f".{out.name}.") and path.name != f".{out.name}.slot"
    ]


def test_many_notices_do_not_hide_how_it_went(root: Path, tmp_path: Path) -> None:
    text = (root / "stories" / "klooster.md").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(?:speelde|eerder|periode):.*\n", "", text)
    for number in range(MOST_NOTICES + 5):
        (root / "stories" / f"kopie-{number:02}.md").write_text(text, encoding="utf-8")
    said = build(root, tmp_path / "site").stderr
    notices = [line for line in said.splitlines() if line.startswith("Let op: ")]
    assert len(notices) == MOST_NOTICES + 1, said
    assert re.fullmatch(r"Let op: en nog \d+ van zulke regels; ruimte check geeft ze allemaal\.", notices[-1])


def test_any_problem_leaves_the_old_site(root: Path, out: Path) -> None:
    before = fingerprint(out)
    story = root / "stories" / "klooster.md"
    story.write_text(
        story.read_text(encoding="utf-8")
        .replace("regio: oost-groningen", "regio: noord holland")
        .replace("[vo]", "[vmbo]"),
        encoding="utf-8",
    )
    (root / "stories" / "leeg.md").write_bytes(b"")
    result = build(root, out)
    assert result.returncode == 1
    assert [line.split(" ")[0] for line in result.stdout.splitlines()[:3]] == [
        "stories/klooster.md:5:8",
        "stories/klooster.md:7:14",
        "stories/leeg.md:1:1",
    ]
    assert "De oude site staat er nog." in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert fingerprint(out) == before
    assert leftovers(out) == []


def test_no_stories_is_refused(root: Path, out: Path) -> None:
    before = fingerprint(out)
    for story in (root / "stories").glob("*.md"):
        story.unlink()
    result = build(root, out)
    assert (result.returncode, "(geen-verhalen)" in result.stdout) == (1, True)
    assert fingerprint(out) == before


def test_stories_that_vanish_are_refused(root: Path, out: Path) -> None:
    before = fingerprint(out)
    (root / "stories" / "dansen-op-school.md").unlink()
    result = build(root, out)
    assert result.returncode == 1
    assert 'Het adres "/verhalen/dansen-op-school/" is gepubliceerd, en nu staat er niets meer.' in result.stdout
    assert fingerprint(out) == before


def test_a_withdrawn_story_is_no_loss(root: Path, out: Path) -> None:
    story = root / "stories" / "dansen-op-school.md"
    story.write_text(story.read_text(encoding="utf-8").replace("toestemming: ja", "toestemming: nee"), encoding="utf-8")
    result = build(root, out)
    assert result.returncode == 0, result.stdout
    notice = (out / "verhalen" / "dansen-op-school" / "index.html").read_text(encoding="utf-8")
    assert "Dit verhaal is ingetrokken" in notice
    assert "Zet in ingetrokken.txt op een nieuwe regel: dansen-op-school." in result.stdout, "so that it stays there"


def test_a_changed_address_needs_the_old_one(root: Path, out: Path) -> None:
    old = root / "stories" / "dansen-op-school.md"
    new = old.with_name("dansen-in-de-klas.md")
    old.rename(new)
    result = build(root, out)
    assert result.returncode == 1
    assert (
        'stories/dansen-in-de-klas.md:1:1 [eerder] Dit verhaal stond eerst op het adres "dansen-op-school". '
        "Voeg toe: eerder: [dansen-op-school]" in result.stdout
    )
    new.write_text(
        new.read_text(encoding="utf-8").replace("toestemming: ja", "eerder: [dansen-op-school]\ntoestemming: ja"),
        encoding="utf-8",
    )
    assert build(root, out).returncode == 0
    assert "verhuisd" in (out / "verhalen" / "dansen-op-school" / "index.html").read_text(encoding="utf-8")


def test_the_engine_stopping_leaves_the_old_site(root: Path, out: Path) -> None:
    before = fingerprint(out)
    page = root / "docs" / "over" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("#wat-er-gebeurde", "#bestaat-niet"), encoding="utf-8")
    result = build(root, out)
    assert result.returncode == 1
    assert "bestaat-niet" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert fingerprint(out) == before


def test_same_input_same_bytes(root: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "andersom"
    for path in sorted(
        root.rglob("*.md"), reverse=True
    ):  # written in another order, with other line ends and a byte order mark
        target = other / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    shutil.copy(root / settings.FILE, other)
    result = build(
        other, tmp_path / "tweede", PYTHONHASHSEED="77", TZ="Pacific/Kiritimati", LC_ALL="C", SOURCE_DATE_EPOCH=""
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert fingerprint(tmp_path / "tweede") == fingerprint(out)


def test_a_split_build_gives_the_same_bytes(root: Path, out: Path, tmp_path: Path) -> None:
    result = build(root, tmp_path / "verdeeld", KENNISBANK_PROCESSES="3")
    assert result.returncode == 0, result.stdout + result.stderr
    assert fingerprint(tmp_path / "verdeeld") == fingerprint(out)


def test_a_fault_in_any_part_of_a_split_build_stops_it(root: Path, out: Path) -> None:
    before = fingerprint(out)
    for number in range(3):  # whichever part they fall in
        story = root / "stories" / f"fout-{number}.md"
        text = (root / "stories" / "klooster.md").read_text(encoding="utf-8")
        story.write_text(text + f"\n[Niets](dansen-op-school.md#nergens-{number})\n", encoding="utf-8")
    result = build(root, out, KENNISBANK_PROCESSES="3")
    assert result.returncode == 1
    for number in range(3):
        assert f"nergens-{number}" in result.stdout
    assert fingerprint(out) == before
    assert leftovers(out) == []


@pytest.mark.parametrize(
    ("part", "processes"), [("Inhoud", "1"), ("Lezen", "2"), ("Schrijven", "2"), ("Pagina's", "1")]
)
def test_a_kill_at_any_moment_leaves_the_old_site(root: Path, out: Path, part: str, processes: str) -> None:
    before = fingerprint(out)
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--root", str(root), "--out", str(out)]
    environment = QUIET | {"KENNISBANK_PROCESSES": processes}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(part):
            os.kill(process.pid, signal.SIGKILL)
            break
    assert process.wait() == -signal.SIGKILL
    assert fingerprint(out) == before
    if part == "Schrijven":  # then most is left behind; the next build clears it away
        assert leftovers(out) != []
        assert build(root, out).returncode == 0
        assert fingerprint(out) == before
        assert leftovers(out) == []


def test_kills_around_the_swap_never_show_half_a_site(root: Path, out: Path) -> None:
    """Kill at moments spread over the whole build: after each, one whole site stands."""
    before = fingerprint(out)
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--root", str(root), "--out", str(out)]
    start = time.monotonic()
    subprocess.run(command, capture_output=True, check=True, env=QUIET)
    whole = time.monotonic() - start
    for step in range(4):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=QUIET)
        time.sleep(whole * (0.72 + step * 0.09))
        process.kill()
        process.wait()
        assert fingerprint(out) == before


def test_the_second_of_two_builds_stops(root: Path, out: Path) -> None:
    before = fingerprint(out)
    with publish.staging(out):
        result = build(root, out)
    assert result.returncode == 2
    assert "Er wordt al een site gebouwd" in result.stderr
    assert fingerprint(out) == before


def test_a_folder_that_is_no_site_is_not_overwritten(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "belangrijk"
    target.mkdir()
    (target / "werk.txt").write_text("niet kwijtraken", encoding="utf-8")
    result = build(root, target)
    assert result.returncode == 2
    assert "die map overschrijf ik niet" in result.stderr
    assert (target / "werk.txt").exists()


def test_a_target_that_cannot_be_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    result = build(root, tmp_path / "bestand" / "site")
    assert result.returncode == 1
    assert "niet te beschrijven: er staat een bestand waar een map moet komen." in result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a small disk")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_full_disk_leaves_the_old_site(root: Path, tmp_path: Path, processes: str) -> None:
    disk = tmp_path / "schijf"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], check=False).returncode:
        pytest.skip("this machine mounts no disks")
    try:
        (disk / "site").mkdir()
        (disk / "site" / "index.html").write_text("de oude site", encoding="utf-8")
        result = build(root, disk / "site", KENNISBANK_PROCESSES=processes)
        assert result.returncode == 1
        assert "de schijf is vol" in result.stdout
        assert "Traceback" not in result.stdout + result.stderr
        assert fingerprint(disk / "site").keys() == {"index.html"}
        assert leftovers(disk / "site") == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_wrong_use_is_said_in_dutch(tmp_path: Path) -> None:
    result = run("build.py", "--root", tmp_path / "nergens")
    assert result.returncode == 2
    assert result.stderr.startswith("gebruik: ")
    assert "is er niet" in result.stderr


def test_a_list_of_the_last_site_that_is_not_there_is_said(tmp_path: Path) -> None:
    said = f"Let op: het bestand {tmp_path / 'nope'} is er niet. Ik ga verder alsof er nog geen site online staat.\n"
    root = mini_root(tmp_path)
    (root / "stories" / "leeg.md").write_bytes(b"")
    result = run("build.py", "--root", root, "--out", tmp_path / "site", "--vorige", tmp_path / "nope")
    assert (result.returncode, said in result.stderr) == (1, True)
    result = run("addresses.py", "--root", root, "--vorige", tmp_path / "nope")
    assert (result.returncode, result.stderr) == (1, said)


def test_long_lists_have_pages_of_fifty(tmp_path: Path) -> None:
    write_corpus(120, tmp_path / "groot")
    write_corpus(20, tmp_path / "klein")
    for name in ("groot", "klein"):
        result = build(tmp_path / name, tmp_path / f"{name}-site")
        assert result.returncode == 0, result.stdout + result.stderr
    lists = [tmp_path / "groot-site" / "verhalen" / part / "index.html" for part in ("", "pagina-2", "pagina-3")]
    texts = [file.read_text(encoding="utf-8") for file in lists]
    listed = [text.partition('id="rb-verder-lezen"')[0].count('<li class="rb-kaart">') for text in texts]
    assert listed == [50, 50, 20]
    assert not (tmp_path / "groot-site" / "verhalen" / "pagina-4").exists()
    assert '../verhalen/pagina-2/" rel="next"' in texts[0]
    assert '../../verhalen/" rel="prev"' in texts[1]

    # The page of a story does not grow with their number: all that may differ is which stories are related.
    sizes = []
    for name in ("klein", "groot"):
        story = next((tmp_path / name / "stories").glob("*0001.md")).stem
        html = (tmp_path / f"{name}-site" / "verhalen" / story / "index.html").read_text(encoding="utf-8")
        related = html.index('id="rb-herkenbaar"'), html.index("rb-vertelling__bron")
        sizes.append(len(html[: related[0]]) + len(html[related[1] :]))
    assert sizes[0] == sizes[1]
