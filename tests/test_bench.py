"""The benchmark measures what it says, and says what it measured; a program of a few lines stands in for our build."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.site_support import PROJECT
from tests.tools import builds, spent
from tests.tools.builds import Cost, Row, Turn

STAND_IN = """
import sys
from pathlib import Path
root, out = Path(sys.argv[2]), Path(sys.argv[4])
for story in root.glob("stories/*.md"):
    page = out / "verhalen" / story.stem / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(story.read_text())
"""
FORGETFUL = STAND_IN.replace("    page.write_text", "    page.exists() or page.write_text")


def program(folder: Path, text: str) -> list[str | Path]:
    file = folder / "program.py"
    file.write_text(text, encoding="utf-8")
    return [sys.executable, "-S", file]


def test_three_stories_are_measured_beside_hugo(tmp_path: Path) -> None:
    row = builds.measure(
        3, 1, builds.hugo_program(), tmp_path / "corpus", True,
        build=program(tmp_path, STAND_IN), check=[sys.executable, "-S", "-c", ""], browse=lambda *_: (123_456, 0.5),
    )  # fmt: skip
    assert (row.stories, row.pages, row.search, row.seen) == (3, 3, 123_456, 0.5)
    assert all(cost.seconds > 0 and cost.cpu > 0 and cost.memory > 1e6 for cost in (*row.checks, row.ours.title))
    head, _, ours, *hugo = builds.table([row]).splitlines()
    assert len({line.count("|") for line in (head, ours, *hugo)}) == 1
    assert ours.startswith("| 3 | ours |") and "| 0.50 | 123 | 3 |" in ours
    assert [line.startswith("|  | Hugo |") for line in hugo] == [True] * (row.hugo is not None)


def test_a_program_that_does_not_show_a_change_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="does not show that a sentence of verhaal-00001 changed"):
        builds.measure(2, 1, None, tmp_path / "corpus", True, build=program(tmp_path, FORGETFUL))


def test_a_program_that_leaves_a_story_out_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="did not make a page for every one of 2 stories"):
        builds.measure(2, 1, None, tmp_path / "corpus", True, build=[sys.executable, "-S", "-c", ""])


def test_a_program_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(SystemExit, match="no room left"):
        builds.run([sys.executable, "-S", "-c", "raise SystemExit('no room left')"])


def turn(times: float) -> Turn:
    return Turn(Cost(10 * times, 20 * times, 1e8 * times), Cost(1, 2, 1e7), Cost(2, 4, 1e7))


def test_ratios_are_of_what_was_measured() -> None:
    check = Cost(1, 1, 1e7)
    small = Row(1000, 9, 500.0, turn(1), turn(2), (check, check), 100.0, None)
    large = Row(5000, 9, 500.0, turn(4), None, (check, check), 150.0, None)
    assert builds.beside(small) == (
        "1,000 stories, ours / Hugo, seconds (CPU): whole 0.50 (0.50), sentence 1.00 (1.00), title 1.00 (1.00); "
        "memory 0.50."
    )
    assert builds.beside(large) == ""
    assert builds.growth(small, large) == (
        "From 1,000 to 5,000 stories (5.0 times): 4.0 times the seconds (4.0 CPU) of a whole build, 1.0 times the "
        "seconds (1.0 CPU) after a sentence, 4.0 times the memory, 1.00 times the bytes of a story page, 1.50 times "
        "those of a search."
    )


@pytest.mark.parametrize(
    ("stack", "part"),
    [
        ([("/lib/jinja2/runtime.py", "call"), ("pages/site.py", "x")], "templates"),
        ([("pages/site.py", "shown"), ("/lib/jinja2/runtime.py", "call")], "views"),
        ([("parts/kop/template.html", "root"), ("engines/mkdocs/showing.py", "x")], "templates"),
        ([("/lib/markdown/core.py", "convert"), ("/lib/mkdocs/pages.py", "render")], "Markdown"),
        ([("reading/values.py", "x"), ("reading/loader.py", "load")], "loading: reading and judging"),
        ([("/lib/jinja2/x.py", "x"), ("outputs/beside.py", "x"), ("engines/mkdocs/events.py", "x")], "files beside"),
        ([("finding/words.py", "x"), ("finding/indexing.py", "write")], "index of the finder"),
        ([("finding/related.py", "x"), ("pages/verhaal/view.py", "x")], "views"),
        ([("building/verify.py", "x"), ("building/whole.py", "_make")], "read-back"),
        ([("/lib/python3/pathlib.py", "write_text"), ("outputs/feeds.py", "x")], "writing"),
        ([("<frozen importlib._bootstrap>", "_load"), ("cli/build.py", "main")], "imports"),
        ([("building/whole.py", "build"), ("cli/build.py", "main")], "the rest"),
    ],
)
def test_each_part_of_the_work_is_known_by_who_called_whom(stack: list[tuple[str, str]], part: str) -> None:
    ours = [(file if file[0] in "/<" else f"{PROJECT}/kennisbank/{file}", name) for file, name in stack]
    assert spent.part(ours).startswith(part)


def test_the_places_by_which_work_is_known_are_there() -> None:
    for place in (*spent.OUTER, *spent.INNER, *spent.DISK):
        file, _, function = place.partition(":")
        if file.startswith("kennisbank/"):
            assert (PROJECT / file).exists()
            assert not function or f"def {function}(" in (PROJECT / file).read_text(encoding="utf-8")


def test_all_the_time_of_some_work_is_told() -> None:
    def work() -> int:
        end = time.process_time() + 0.1
        while time.process_time() < end:
            sum(range(1000))
        return 7

    status, found = spent.watched(work)
    assert status == 7
    assert found["the rest"] == pytest.approx(0.1, abs=0.05)
    first, second, *parts = spent.table("corpus", ["once", "again"], [found, {"the rest": 1.0}]).splitlines()
    assert first == "| corpus | once: CPU seconds | again: CPU seconds |" and second == "| --- | ---: | ---: |"
    assert any(line.startswith("| the rest | 0.") and line.endswith("| 1.00 (100%) |") for line in parts)
