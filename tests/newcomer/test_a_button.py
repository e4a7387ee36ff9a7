"""A newcomer changes what buttons look like: their style lies in one folder, and every page has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.newcomer.copy_support import Task, copied, replaced, site, started, text
from tests.styles.classes import styled
from tests.styles.ours import sheets

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

FOLDER = "kennisbank/parts/knop"


def test_what_a_button_looks_like_is_one_folder(tmp_path: Path) -> None:
    root = copied(tmp_path)
    task = Task(root)
    replaced(root / FOLDER / "style.css", "\n\n.rb-knop {\n", "\n\n.rb-knop {\n  text-transform: lowercase;\n")
    touched = task.touched()
    assert touched.changed == [f"{FOLDER}/style.css"]
    assert (touched.new, touched.gone) == ([], [])

    built = site(root)
    for page in ("index.html", "verhalen/trots-in-meppel/index.html", "sessie/index.html", "404.html"):
        named = re.findall(r'<link rel="stylesheet" href="[^"]*(assets/site-[^"]+)"', text(built / page))
        assert len(named) == 1, page
        assert ".rb-knop{text-transform:lowercase;" in text(built / named[0])


def test_the_looks_of_a_button_stand_nowhere_else() -> None:
    assert [name for name, css in sheets().items() if "rb-knop" in styled(css)] == ["parts/knop"]


def test_a_sheet_that_styles_the_button_of_another_is_refused(tmp_path: Path) -> None:
    """As `make lint` says it, in a copy with its tests."""
    root = copied(tmp_path)
    (root / "tests").symlink_to(Path(__file__).parents[1])
    sheet = root / "kennisbank" / "pages" / "home" / "style.css"
    sheet.write_text(f"{text(sheet)}\n.rb-welkom .rb-knop {{\n  color: red;\n}}\n", encoding="utf-8")
    status, words = started(root, "-m", "tests.styles")
    assert status == 1
    assert "pages/home and parts/knop: .rb-knop is styled by more than one component." in words
