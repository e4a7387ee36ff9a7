"""The one command: it lists what can be done, says in Dutch how, and does what the script of that name does."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kennisbank import PACKAGE
from kennisbank.cli import bench, commands
from kennisbank.engines.mkdocs import preview
from tests.site_support import MINI, PROJECT, QUIET, fingerprint, mini_root, run

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings

DUTCH = [name for name in commands.NAMES if name != "bench"]
"""The commands with an explanation of their own: that of the benchmark is for developers, and English."""
SENTENCE = re.compile(r"[A-Z][^.]+\.")


def ruimte(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own; never raises for its exit status."""
    command = [sys.executable, "-m", "kennisbank", *map(str, arguments)]
    return subprocess.run(
        command, cwd=PROJECT, capture_output=True, text=True, check=False, env=QUIET | {"NO_COLOR": "1"} | environment
    )


def given(door: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Give a command in a folder."""
    return subprocess.run([door, *arguments], cwd=folder, capture_output=True, text=True, check=False, env=QUIET)


def test_every_module_of_a_command_is_listed() -> None:
    modules = {file.stem for file in (PACKAGE / "cli").glob("*.py")} - {"__init__", "commands", "parser"}
    assert sorted(commands.NAMES) == sorted(modules)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]], ids=["nothing", "--help", "-h"])
def test_alone_it_lists_each_command_with_one_dutch_sentence(arguments: list[str]) -> None:
    result = ruimte(*arguments)
    assert (result.returncode, result.stderr) == (0, "")
    rows = dict(re.findall(r"(?m)^  ([a-z]+) +(\S.*)$", result.stdout))
    assert list(rows) == commands.NAMES
    for name, sentence in rows.items():
        plain = re.sub(r"\b\w+\.txt\b", "een bestand", sentence)
        assert SENTENCE.fullmatch(plain), name
    assert result.stdout.startswith("gebruik: ruimte OPDRACHT")


@pytest.mark.parametrize("name", DUTCH)
def test_every_command_explains_itself_in_dutch(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with pytest.raises(SystemExit) as ended:
        commands.main([name, "--help"])
    said = capsys.readouterr()
    assert (ended.value.code, said.err) == (0, "")
    assert said.out.startswith(f"gebruik: ruimte {name} [-h]")
    assert commands.command(name).ABOUT in " ".join(said.out.split())
    explained = re.findall(r"(?m)^  (?:-\w, )?(-*[\w-]+)(?: [A-Z]+| \{.*\})?(?:$|  )", said.out)
    assert "--help" in explained
    for english in ("usage", "options", "positional", "show this", "arguments"):
        assert english not in said.out


@pytest.mark.parametrize(
    ("said", "meant"), [("chek", ' Bedoelde je "check"?'), ("withdrow", ' Bedoelde je "withdraw"?'), ("--root", "")]
)
def test_another_word_gets_one_dutch_sentence(said: str, meant: str) -> None:
    result = ruimte(said)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "gebruik: ruimte OPDRACHT ...\n"
        f'ruimte: de opdracht "{said}" is er niet.{meant} Alle opdrachten: ruimte --help\n'
    )


CASES = {
    "check": ["check"],
    "check in another form": ["check", "--format", "json"],
    "check of one file": ["check", "--format", "github", "stories/klooster.md"],
    "check of what is not there": ["check", "stories/bestaat-niet.md"],
    "new": ["new", "verhaal", "Een lange dag in het dorp"],
    "new where there is one": ["new", "verhaal", "Goed", "--adres", "klooster"],
    "new of what is not known": ["new", "boek", "Een lange dag"],
    "withdraw": ["withdraw", "klooster"],
    "withdraw of nothing": ["withdraw", "bestaat-niet"],
    "addresses": ["addresses"],
    "papers": ["papers"],
    "stage": ["stage"],
    "staged": ["staged"],
}


@pytest.mark.parametrize("case", CASES)
def test_the_script_and_the_command_do_the_same(case: str, tmp_path: Path) -> None:
    """The same words, the same status and the same files; only its own name differs."""
    root = mini_root(tmp_path)
    story = root / "stories" / "klooster.md"
    story.write_text(story.read_text(encoding="utf-8").replace("[vo]", "[gymnasium]"), encoding="utf-8")
    if case == "addresses":  # writes nothing while there is a problem
        shutil.rmtree(root)
        mini_root(tmp_path)
    shutil.copytree(root, tmp_path / "eerst")
    name, *rest = CASES[case]
    cache = str(tmp_path / "cache")
    script = run(f"{name}.py", *rest, "--root", root, NO_COLOR="1", KENNISBANK_CACHE=cache)
    files = fingerprint(root)
    shutil.rmtree(root)
    shutil.move(tmp_path / "eerst", root)
    command = ruimte(name, *rest, "--root", root, KENNISBANK_CACHE=cache)
    assert (command.returncode, command.stdout) == (script.returncode, script.stdout)
    own, other = (
        " ".join(text.replace(said, "NAAM").split())  # the usage is broken into lines by the length of the name
        for text, said in ((command.stderr, f"ruimte {name}"), (script.stderr, f"{name}.py"))
    )
    assert own == other
    assert fingerprint(root) == files
    assert command.stdout + command.stderr


def test_the_benchmark_gets_what_follows_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "bench.py"
    monkeypatch.setattr(bench, "SCRIPT", script)
    assert commands.main(["bench"]) == 2
    assert capfd.readouterr().err == "Meten kan alleen in de map van het project.\n"
    script.write_text("import sys\nprint(sys.argv[1:])\nsys.exit(3)\n", encoding="utf-8")
    assert commands.main(["bench", "--runs", "2"]) == 3
    assert capfd.readouterr().out == "['--runs', '2']\n"


def test_without_its_libraries_it_says_what_to_do(tmp_path: Path) -> None:
    code = "import sys; sys.modules['yaml'] = None; from kennisbank.cli.commands import main; sys.exit(main(['check']))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False, env=QUIET
    )
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"{commands.MISSING}\n")


def test_installing_gives_the_command() -> None:
    """Which files it brings, and that it works alone, tests/test_package.py tells."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["scripts"] == {"ruimte": f"{commands.__name__}:main"}


def test_the_command_that_make_sets_up_works_from_any_folder_and_after_a_move(tmp_path: Path) -> None:
    """It runs the Python beside it, and the package of that one, whatever lies in the folder where it is given."""
    door = PROJECT / ".venv" / "bin" / "ruimte"
    (tmp_path / "bin").mkdir()
    shutil.copy(door, tmp_path / "bin")
    python = tmp_path / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    elsewhere = tmp_path / "elders"
    (elsewhere / "kennisbank").mkdir(parents=True)
    (elsewhere / "kennisbank" / "__main__.py").write_text("raise RuntimeError\n", encoding="utf-8")
    told = given(tmp_path / "bin" / "ruimte", elsewhere, "new", "verhaal", "Een titel")
    assert told.stdout == "-P -m kennisbank new verhaal Een titel\n"
    result = given(door, elsewhere, "check", "--root", str(PROJECT / "tests" / "site"))
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.endswith("Geen problemen gevonden.\n")


def test_a_package_that_was_installed_works_on_the_folder_where_the_command_is_given(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    shutil.copytree(PACKAGE, installed / "kennisbank", ignore=shutil.ignore_patterns("__pycache__"))
    here = tmp_path / "hier"
    shutil.copytree(PROJECT / "tests" / "site", here)
    code = "import kennisbank; print(kennisbank.PROJECT)"
    environment = QUIET | {"PYTHONPATH": str(installed)}
    told = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=here, capture_output=True, text=True, check=True, env=environment
    )
    assert told.stdout == f"{here}\n"


def test_the_preview_says_where_it_can_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(["serve", "--root", str(tmp_path)])
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("staat geen ruimte.yml; ga eerst naar de map van het project\n")


def test_the_preview_shows_this_project_at_the_address_that_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, str]] = []
    monkeypatch.setattr(preview, "serve", lambda *given: asked.append(given) or 0)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert commands.main(["serve", "--adres", f"127.0.0.1:{port}"]) == 0
    assert commands.main(["serve", "--adres", f"localhost:{port}", "--root", str(MINI)]) == 0
    assert asked == [(PROJECT, f"127.0.0.1:{port}"), (MINI, f"localhost:{port}")]


@pytest.mark.parametrize(
    "address", ["127.0.0.1:99999", "127.0.0.1:80a", "127.0.0.1:0", "127.0.0.1:-1", "x", "", "x:80", ":80", "[::1]"]
)
def test_the_preview_refuses_what_is_no_address(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "serve", lambda *given: pytest.fail("MkDocs was started"))
    with pytest.raises(SystemExit) as ended:
        commands.main(["serve", f"--adres={address}"])
    assert ended.value.code == 2
    said = f'"{address}" is geen adres op deze computer: schrijf een IP-adres, een dubbele punt en een poort'
    assert said in capsys.readouterr().err


def test_the_preview_says_that_its_port_is_in_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "serve", lambda *given: pytest.fail("MkDocs was started"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        assert commands.main(["serve", "--adres", address]) == 1
    said = f"Op {address} kan de site niet te zien zijn: die poort is al in gebruik."
    assert capsys.readouterr().err.startswith(said)


def test_the_preview_says_that_this_computer_is_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address is of documentation only (RFC 5737): no computer has it."""
    monkeypatch.setattr(preview, "serve", lambda *given: pytest.fail("MkDocs was started"))
    assert commands.main(["serve", "--adres", "192.0.2.1:8000"]) == 1
    assert capsys.readouterr().err.endswith("niet te zien zijn: deze computer heeft dat adres niet.\n")
