"""The papers of the house: README is short, what is made in both is as the files say, and nothing is left out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kennisbank import PACKAGE, PROJECT
from kennisbank.contributing import house
from tests.site_support import run

pytestmark = pytest.mark.apart  # it looks at code, and at the papers that are about code

README = (PROJECT / "README.md").read_text(encoding="utf-8").splitlines()
ARCHITECTURE = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8")
LONGEST = 150
SCREEN = 25
"""Lines that are read before anybody scrolls."""


def test_readme_is_short_and_begins_with_the_two_commands() -> None:
    assert len(README) <= LONGEST
    first = "\n".join(README[:SCREEN])
    assert "\n    make serve" in first and "\n    make test" in first


@pytest.mark.parametrize(("path", "part"), [("README.md", "rooms"), ("ARCHITECTURE.md", "tree")])
def test_what_is_made_in_a_paper_is_what_would_be_made(path: str, part: str) -> None:
    text = (PROJECT / path).read_text(encoding="utf-8")
    assert f"<!-- {part}: made by make papieren" in text and f"<!-- /{part} -->" in text
    assert dict(house.papers(PROJECT))[path] == text, "run: make papieren"


def test_the_line_of_the_makefile_is_made_too() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert house.renewed(makefile.replace("CONTENT := stories", "CONTENT := elders"), PROJECT) == makefile


def test_each_room_has_a_row_and_each_module_a_line() -> None:
    for room in PACKAGE.iterdir():
        if (room / "__init__.py").exists():
            assert any(line.startswith(f"| `{room.name}/` | ") for line in README), room
    for file in PACKAGE.rglob("*.py"):
        path = file.parent if file.name == "__init__.py" else file
        about = house.sentence(file)
        assert f"]({path.relative_to(PROJECT).as_posix()}): {about}\n" in ARCHITECTURE, path


@pytest.mark.skipif(not (PROJECT / ".git").exists() or not shutil.which("git"), reason="a copy without git")
def test_each_folder_is_in_the_tree() -> None:
    command = ["git", "ls-files"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    folders = {line.split("/")[0] for line in listed if "/" in line}
    assert [name for name in sorted(folders) if f"\n- [`{name}/`]({name}): " not in ARCHITECTURE] == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.py", '#!/x\n"""What it\nis for, in `b`. And more."""\nx = 1\n', "What it is for, in `b`."),
        ("a.py", '"""For a. b and 1.5 c."""\n', "For a. b and 1.5 c."),
        ("a.py", "x = 1\n", ""),
        ("a.js", '// Draws: a line that\n// goes on. "More".\n//\n// Rest\nx();\n', "Draws: a line that goes on."),
        ("a.js", "x();\n// no head\n", ""),
        ("a.css", "/* The top.\n   More of it. */\n\na {}\n", "The top."),
        ("a.sh", "#!/bin/sh\n# Print it. When not, stop.\nset -e\n", "Print it."),
    ],
)
def test_the_first_sentence_of_a_file(tmp_path: Path, name: str, text: str, said: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert house.sentence(file) == said


@pytest.fixture(name="copy")
def fixture_copy(tmp_path: Path) -> Path:
    """Return a copy of what the papers of the house are made of."""
    for name in [*house.PAPERS, *(name for name in house.SAYS if "/" not in name)]:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def test_a_new_module_gets_its_line_by_the_command(copy: Path) -> None:
    (copy / "kennisbank" / "model" / "zolder.py").write_text('"""What nobody needs today. Later, maybe."""\n')
    result = run("papers.py", "--root", copy)
    assert (result.returncode, result.stdout.split()) == (0, ["ARCHITECTURE.md"])
    line = "    - [`zolder.py`](kennisbank/model/zolder.py): What nobody needs today.\n"
    assert line in (copy / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["kennisbank/kelder/", "kennisbank/parts/script/kelder/", "kennisbank/kelder.py"])
def test_what_does_not_say_what_it_is_for_is_named(copy: Path, name: str) -> None:
    (copy / name).mkdir() if name.endswith("/") else (copy / name).touch()
    before = (copy / "ARCHITECTURE.md").read_text(encoding="utf-8")
    result = run("papers.py", "--root", copy)
    assert result.returncode == 1
    assert result.stderr.startswith(f"{name.rstrip('/')}: nergens staat waar dit voor is.")
    assert (copy / "ARCHITECTURE.md").read_text(encoding="utf-8") == before
