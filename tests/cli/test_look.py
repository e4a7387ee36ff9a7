"""The command that shows what a proposal changes: what it asks of git, what it writes, and what it leaves alone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kennisbank.cli import look
from tests.site_support import build, mini_root

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings

STORY = "stories/klooster.md"


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def begun(folder: Path) -> Path:
    """Return the small knowledge base in git, on its main branch."""
    root = mini_root(folder)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "begin")
    return root


def add(root: Path, path: str, more: str = "\nEen zin erbij.\n") -> None:
    file = root / path
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small site, as it was built."""
    folder = tmp_path_factory.mktemp("klein")
    result = build(mini_root(folder), folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return begun(tmp_path)


def looked(root: Path, site: Path, *more: str) -> set[str]:
    """Return the names of what there is to see in the folder `kijken` beside a root."""
    out = root.parent / "kijken"
    assert look.main(["--root", str(root), "--site", str(site), "--out", str(out), *more]) == 0
    told = json.loads((out / "paginas.json").read_text(encoding="utf-8"))
    made = {page["bestand"] for page in told["bladen"]}
    assert {file.name for file in out.iterdir()} - {"site"} == {*made, "index.html", "paginas.json"}
    return made


def test_what_was_changed_or_added_and_is_in_no_commit_yet(
    root: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root, STORY)
    git(root, "rm", "--quiet", "--cached", "docs/over/eerste.md")
    git(root, "commit", "--quiet", "-m", "zonder")
    assert looked(root, site) == {"verhalen--klooster.html", "over--eerste.html"}
    assert "Pagina's om te bekijken: 2." in capsys.readouterr().out


def test_a_branch_shows_all_that_it_changes_and_a_merge_what_it_brought(root: Path, site: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "voorstel")
    add(root, STORY)
    git(root, "commit", "--quiet", "-am", "voorstel")
    assert looked(root, site) == {"verhalen--klooster.html"}
    git(root, "checkout", "--quiet", "main")
    assert looked(root, site) == set()
    git(root, "merge", "--quiet", "--no-ff", "-m", "samen", "voorstel")
    assert looked(root, site, "--sinds", "HEAD~1") == {"verhalen--klooster.html"}


def test_what_was_there_to_see_before_goes_and_nothing_else(root: Path, site: Path) -> None:
    (root.parent / "kijken" / "site").mkdir(parents=True)
    (root.parent / "kijken" / "site" / "index.html").touch()
    add(root, STORY)
    assert looked(root, site)
    git(root, "checkout", "--quiet", ".")
    assert looked(root, site) == set()
    assert (root.parent / "kijken" / "site" / "index.html").exists()


def test_a_text_that_is_not_on_the_site_is_named(root: Path, site: Path) -> None:
    file = root / STORY
    text = file.read_text(encoding="utf-8")
    file.with_name("half.md").write_text(text.replace("\n", "\nconcept: true\n", 1), encoding="utf-8")
    assert looked(root, site) == set()
    assert "<li>stories/half.md</li>" in (root.parent / "kijken" / "index.html").read_text(encoding="utf-8")


def test_wrong_content_is_said_and_nothing_is_made(root: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / STORY).write_text("geen verhaal", encoding="utf-8")
    out = root.parent / "kijken"
    assert look.main(["--root", str(root), "--site", str(site), "--out", str(out)]) == 1
    assert f"{STORY}:1" in capsys.readouterr().out
    assert not out.exists()


def test_another_folder_is_left_alone(root: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (site, root.parent / "leeg"):
        with pytest.raises(SystemExit) as ended:
            look.main(["--root", str(root), "--site", str(folder), "--out", str(site)])
        assert ended.value.code == 2
    said = capsys.readouterr().err
    assert f"in {site} staat iets anders; die map overschrijf ik niet" in said
    assert f"in {root.parent / 'leeg'} staat geen site; geef eerst de opdracht ruimte build" in said


def test_without_git_it_says_so(tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "zonder"
    folder.mkdir()
    loose, known = mini_root(folder), begun(tmp_path)
    for root, more in ((loose, []), (known, ["--sinds=--output=x"]), (known, ["--sinds=ergens"])):
        assert look.main([f"--root={root}", f"--site={site}", f"--out={tmp_path / 'uit'}", *more]) == 2
        assert "Dit werkt alleen met git" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_the_summary_of_a_check_says_where_it_is_and_writes_a_title_as_it_is(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root, STORY)
    looked(root, site)
    out = root.parent / "kijken"
    told = json.loads((out / "paginas.json").read_text(encoding="utf-8"))
    told["bladen"][0]["titel"] = "[klik](https://elders.nl) <img src=x>"
    (out / "paginas.json").write_text(json.dumps(told), encoding="utf-8")
    summary = root.parent / "samenvatting.md"
    summary.write_text("### Geen problemen gevonden.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    capsys.readouterr()
    address = "https://bewaarplaats.nl/team/kennis/actions/runs/1/artifacts/2"
    assert look.main(["--out", str(out), "--vindplaats", address]) == 0
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("### Geen problemen gevonden.\n") and f"[Download het voorbeeld]({address})" in text
    assert r"\[klik\]\(https\:\/\/elders\.nl\) \<img src\=x\> (`verhalen--klooster.html`)" in text
    assert capsys.readouterr().out == ""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert look.main(["--out", str(out), "--vindplaats", address]) == 0
    assert "Open in die map het bestand" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        look.main(["--out", str(root), "--vindplaats", address])


def test_any_name_of_a_file_is_read_as_it_is(root: Path) -> None:
    for name in ("één twee.jpg", "met\nregel.jpg", "weg.jpg"):
        (root / "stories" / name).write_bytes(b"oud")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "beelden")
    (root / "stories" / "één twee.jpg").write_bytes(b"nieuw")
    (root / "stories" / "weg.jpg").unlink()
    (root / "stories" / "erbij\n.jpg").write_bytes(b"nieuw")
    assert look.changes(root, "HEAD") == ["stories/erbij\n.jpg", "stories/weg.jpg", "stories/één twee.jpg"]
    assert look.changes(root / "stories", "HEAD") == ["erbij\n.jpg", "weg.jpg", "één twee.jpg"]
