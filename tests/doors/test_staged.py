"""The check before a commit: it looks at what stands ready in git, and at nothing else in the folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site_support import PROJECT, mini_root, run

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings

STORY = "stories/klooster.md"


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small knowledge base, in git."""
    root = mini_root(tmp_path)
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "begin")
    return root


def staged(root: Path) -> tuple[int, list[str]]:
    result = run("staged.py", "--root", root)
    return result.returncode, result.stdout.splitlines()


def spoil(root: Path, path: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(text.replace("regio: ", "regio: noord holland"), encoding="utf-8")


def test_good_content(root: Path) -> None:
    shutil.copy(root / STORY, root / "stories" / "nieuw.md")
    git(root, "add", ".")
    assert staged(root) == (0, [])


def test_bad_content_is_refused_in_dutch(root: Path) -> None:
    spoil(root, STORY)
    git(root, "add", ".")
    status, lines = staged(root)
    assert status == 1
    assert lines[0].startswith(f'{STORY}:5:8 [regio] "noord holland')
    assert lines[1].startswith("1 probleem gevonden.")
    assert lines[2:] == ["Verbeter dit en zet de bestanden opnieuw klaar met git add."]


def test_what_does_not_stand_ready_does_not_count(root: Path) -> None:
    """Neither a half-written text beside it, nor what was changed after `git add`, nor what is only announced."""
    shutil.copy(root / STORY, root / "stories" / "nieuw.md")
    git(root, "add", ".")
    spoil(root, "stories/nieuw.md")
    (root / "stories" / "half.md").write_text("half", encoding="utf-8")
    (root / "stories" / "straks.md").write_text("straks", encoding="utf-8")
    git(root, "add", "--intent-to-add", "stories/straks.md")
    assert staged(root) == (0, [])


def test_a_link_to_what_is_not_in_the_commit_is_refused(root: Path) -> None:
    shutil.copy(root / STORY, root / "stories" / "ander.md")
    story = root / STORY
    story.write_text(story.read_text(encoding="utf-8") + "\nZie [een ander](ander.md).\n", encoding="utf-8")
    git(root, "add", STORY)
    status, lines = staged(root)
    assert (status, lines[0].endswith("(link-dood)")) == (1, True)


def test_taking_a_text_away_is_refused_where_others_name_it(root: Path) -> None:
    story = root / "stories" / "opmaak.md"
    story.write_text(story.read_text(encoding="utf-8") + "\nZie [het klooster](klooster.md).\n", encoding="utf-8")
    git(root, "commit", "--quiet", "-am", "link")
    git(root, "rm", "--quiet", STORY)
    status, lines = staged(root)
    assert status == 1
    assert lines[0].startswith(f'{STORY}:1:1 Is "{STORY}" ingetrokken of hernoemd?')
    assert "plekken noemen het" in lines[0] and lines[0].endswith("(bestand-weg)")


def test_a_symbolic_link_is_refused(root: Path) -> None:
    (root / "stories" / "geheim.md").symlink_to("/etc/passwd")
    git(root, "add", ".")
    status, lines = staged(root)
    assert (status, lines[0].split(" ")[0]) == (1, "stories/geheim.md:1:1")


def test_a_commit_without_content_passes_whatever_the_content_is(root: Path) -> None:
    spoil(root, STORY)
    git(root, "commit", "--quiet", "-am", "stuk")
    assert staged(root)[0] == 1  # nothing stands ready: all is checked
    (root / "code.py").write_text("", encoding="utf-8")
    git(root, "add", "code.py")
    assert staged(root) == (0, [])


def test_the_first_commit_of_all(tmp_path: Path) -> None:
    root = mini_root(tmp_path)
    git(root, "init", "--quiet")
    git(root, "add", ".")
    assert staged(root) == (0, [])


def test_without_git(tmp_path: Path) -> None:
    result = run("staged.py", "--root", mini_root(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert "Dit werkt alleen met git" in result.stderr


def test_a_fresh_clone_says_what_to_do(tmp_path: Path) -> None:
    """The hook is run by any Python 3; without `.venv` it cannot check, and says how to make one."""
    clone = tmp_path / "kloon"
    shutil.copytree(PROJECT / "scripts", clone / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "kennisbank", clone / "kennisbank", ignore=shutil.ignore_patterns("__pycache__", "theme"))
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(
        [sys.executable, "-S", "scripts/staged.py"], cwd=clone, capture_output=True, text=True, check=False, env=bare
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "Er ontbreken onderdelen. Geef één keer de opdracht make check; die zet alles klaar.\n"
