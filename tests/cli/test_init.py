"""`ruimte init`: it asks, writes a site as a whole or nothing, and never over what is there."""

from __future__ import annotations

import builtins
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kennisbank.cli import init
from kennisbank.contributing import begin
from kennisbank.reading import settings

QUIET = ["--niet-vragen"]


def there(folder: Path) -> list[str]:
    """Return what lies in a folder, hidden or not, and beside it."""
    return sorted(path.name for path in folder.iterdir())


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str | type[BaseException]) -> list[str]:
    """Let somebody at a screen type these answers; returns the questions, as they come."""
    given, asked = iter(answers), []

    def typed(question: str = "") -> str:
        asked.append(question)
        answer = next(given)
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.setattr(builtins, "input", typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    return asked


def test_five_times_enter_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answering(monkeypatch, *[""] * 5)
    assert init.main([str(tmp_path / "mijn-site")]) == 0
    assert len(asked) == 5
    assert all(question.endswith("] ") for question in asked), "each says what Enter means"
    assert there(tmp_path) == ["mijn-site"], "and nothing beside it"
    found = ".gitignore README.md docs lijsten ruimte.yml ruimtes stories".split()
    assert there(tmp_path / "mijn-site") == found
    said = capsys.readouterr().out
    assert "ruimte serve" in said
    assert "make" not in said


def test_a_wrong_answer_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answering(monkeypatch, "Keunst", "1234", "Fryslân", "", "", "")
    assert init.main([str(tmp_path / "site")]) == 0
    assert asked[1] == asked[2]
    assert '  "1234" is geen naam van een provincie.' in capsys.readouterr().out
    assert settings.read(tmp_path / "site").name == "Keunst"


def test_what_is_given_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "", "", "")
    given = ["--naam", "Keunst", "--provincies", "Fryslân en Flevoland"]
    assert init.main([str(tmp_path / "site"), *given]) == 0
    assert len(asked) == 3
    assert settings.read(tmp_path / "site").sentence == "Praktijkverhalen over cultuureducatie in Fryslân en Flevoland"


@pytest.mark.parametrize("lines", ["", "Keunst\nFryslân\n", "Keunst\nFryslân\n\n\n\nmeer\n"])
def test_without_a_screen_answers_are_read_and_the_rest_is_standard(
    lines: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert init.main([str(tmp_path / "site")]) == 0
    assert settings.read(tmp_path / "site").name == ("Keunst" if lines else "Kennisbank cultuureducatie")


def test_without_a_screen_a_wrong_answer_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Keunst\n1234\n"))
    with pytest.raises(SystemExit) as ended:
        init.main([str(tmp_path / "site")])
    assert ended.value.code == 2
    assert '"1234" is geen naam van een provincie.' in capsys.readouterr().err
    assert there(tmp_path) == []


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert init.main([str(site), *QUIET]) == 0
    (site / "README.md").write_text("van mij", encoding="utf-8")
    for folder in (site, site / "README.md", tmp_path):
        with pytest.raises(SystemExit) as ended:
            init.main([str(folder), *QUIET])
        assert ended.value.code == 2
    said = capsys.readouterr().err
    assert f"in de map {site} staat al iets; kies een lege map of een nieuwe naam" in said
    assert "is geen gewone map" in said
    assert (site / "README.md").read_text(encoding="utf-8") == "van mij"


def test_an_empty_folder_is_taken_also_the_one_where_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    assert init.main([".", *QUIET]) == 0
    assert settings.read(tmp_path / "hier").ruimtes


@pytest.mark.parametrize("empty", [True, False], ids=["in an empty folder", "in a new folder"])
@pytest.mark.parametrize(
    "why", [KeyboardInterrupt, OSError(28, "No space left on device", "x")], ids=["Ctrl-C", "full"]
)
def test_who_stops_it_finds_nothing_half(
    empty: bool, why: BaseException | type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = tmp_path / "site"
    if empty:
        folder.mkdir()
    move: Callable[..., Any] = shutil.move

    def half(source: Path, target: Path) -> None:
        if source.name == "ruimtes":
            raise why
        move(source, target)

    monkeypatch.setattr(shutil, "move", half)
    assert init.main([str(folder), *QUIET]) == 1
    assert "Er is niets gemaakt." in capsys.readouterr().out
    assert there(tmp_path) == (["site"] if empty else [])
    assert not empty or there(folder) == []


def test_who_stops_while_it_asks_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "Keunst", KeyboardInterrupt)
    assert init.main([str(tmp_path / "site")]) == 1
    assert capsys.readouterr().out.endswith("\nAfgebroken. Er is niets gemaakt.\n")
    assert there(tmp_path) == []


def test_a_site_that_the_check_refuses_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = begin.made
    monkeypatch.setattr(begin, "made", lambda *given: {**made(*given), "stories/X.md": ""})
    assert init.main([str(tmp_path / "site"), *QUIET]) == 1
    said = capsys.readouterr().out
    assert said.startswith("stories/X.md:1")
    assert said.endswith("Met deze antwoorden is geen goede site te maken. Er is niets gemaakt.\n")
    assert there(tmp_path) == []
