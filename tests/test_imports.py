"""What the package keeps away from, and that each room and module says what it is for.

Which room may import which is held by import-linter (`[tool.importlinter]` in `pyproject.toml`, `make lint`); here it
is shown to hold it.
"""

from __future__ import annotations

import ast
import functools
import shutil
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from kennisbank import PACKAGE

pytestmark = pytest.mark.apart  # it looks at code only

MODULES = {
    file.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): file
    for file in sorted(PACKAGE.rglob("*.py"))
}
ENGINE = "kennisbank.engines.mkdocs"
"""The room of the site engine, where it may be imported, and listened to."""
OUTSIDE = [name for name in MODULES if not f"{name}.".startswith(f"{ENGINE}.")]

COMMANDS = "kennisbank.cli."
ENTRY = "kennisbank.__main__"

FORBIDDEN = {"mkdocs", "properdocs", "material", "materialx", "logging", "warnings"}
SILENCED = {"kennisbank.outputs.imaging": {"warnings"}, "kennisbank.reading.pictures": {"warnings"}}
"""They keep the warnings of another library from being printed."""
MOST = 16
"""Entries of the package: what a newcomer can take in."""


@functools.cache
def parsed(name: str) -> ast.Module:
    """Return the tree of a module: made when a test asks, for every process of a run imports this file."""
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """Return the full names of all that a module imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "an import names its whole package"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def siblings(tree: ast.Module) -> set[str]:
    """Return the modules of the package that a module imports."""
    names = imported(tree)
    return (names | {name.rpartition(".")[0] for name in names}) & MODULES.keys() - {"kennisbank"}


def test_imports_make_no_circle() -> None:
    list(TopologicalSorter({name: siblings(parsed(name)) for name in MODULES}).static_order())


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_module_knows_no_engine_and_keeps_silent(name: str) -> None:
    """The room of the commands speaks, and only the entry of the package ends with the status of one."""
    tree = parsed(name)
    assert {full.split(".")[0] for full in imported(tree)} & FORBIDDEN == SILENCED.get(name, set())
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    spoken = {"print"} if name.startswith(COMMANDS) else {"sys.exit"} if name == ENTRY else set()
    assert calls & {"print", "exit", "quit", "sys.exit", "os._exit", "os.abort", "breakpoint"} <= spoken
    raised = {
        ast.unparse(node.exc).partition("(")[0] for node in ast.walk(tree) if isinstance(node, ast.Raise) and node.exc
    }
    assert raised & {"SystemExit", "KeyboardInterrupt"} == set()


@pytest.mark.parametrize("name", MODULES)
def test_a_room_and_a_module_say_what_they_are_for(name: str) -> None:
    about = ast.get_docstring(parsed(name))
    assert about and about.split("\n")[0].endswith((".", ";", ","))


def test_the_package_has_few_entries() -> None:
    entries = [path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"]
    assert len(entries) <= MOST, sorted(entries)


def test_a_room_has_a_door_of_its_own_and_no_code_in_it() -> None:
    for folder in {Path(file).parent for file in PACKAGE.rglob("*.py")} - {PACKAGE}:
        own = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
        assert [type(node) for node in own.body] == [ast.Expr], folder


@pytest.fixture(name="copy")
def fixture_copy(tmp_path: Path) -> Path:
    """Return a copy of the package, with the contract."""
    shutil.copytree(
        PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("theme", "templates", "__pycache__")
    )
    shutil.copy(PACKAGE.parent / "pyproject.toml", tmp_path)
    return tmp_path


def judged(root: Path) -> tuple[int, str]:
    """Return the status and the words of import-linter, run in a folder as `make lint` runs it."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-logo", "--no-cache"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return result.returncode, " ".join(result.stdout.split())


def test_imports_go_one_way(copy: Path) -> None:
    assert judged(copy)[0] == 0
    with (copy / "kennisbank" / "model" / "fields.py").open("a", encoding="utf-8") as file:
        file.write("from kennisbank.pages import site\n")
    status, said = judged(copy)
    assert (status, "kennisbank.model.fields -> kennisbank.pages.site" in said) == (1, True)


def test_a_new_room_must_get_its_place(copy: Path) -> None:
    (copy / "kennisbank" / "kelder").mkdir()
    (copy / "kennisbank" / "kelder" / "__init__.py").write_text('"""What nobody has placed."""\n', encoding="utf-8")
    status, said = judged(copy)
    assert (status, "kelder" in said) == (1, True)


def test_the_contract_has_no_exceptions() -> None:
    settings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = settings["contracts"]
    assert contract["exhaustive"] is True
    assert not {key for key in contract if "ignore" in key} and not {key for key in settings if "exclude" in key}


EVENTS = parsed(f"{ENGINE}.events")
CALLED = [node for node in EVENTS.body if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("event", CALLED, ids=lambda event: event.name)
def test_an_event_of_the_engine_is_one_call(event: ast.FunctionDef) -> None:
    (only,) = event.body
    assert isinstance(only, ast.Return | ast.Expr) and isinstance(only.value, ast.Call)


def test_a_door_for_the_engine_by_hand_is_a_few_of_those_events() -> None:
    """All of them together, each once: what is built by hand is what the package builds."""
    named = []
    for file in sorted((PACKAGE.parent / "hooks").glob("*.py")):
        about, taken, offered = ast.parse(file.read_text(encoding="utf-8")).body
        assert isinstance(about, ast.Expr) and isinstance(taken, ast.ImportFrom) and isinstance(offered, ast.Assign)
        assert taken.module == f"{ENGINE}.events"
        assert ast.literal_eval(offered.value) == [alias.name for alias in taken.names]
        named += [alias.name for alias in taken.names]
    assert sorted(named) == sorted(event.name for event in CALLED)


TOOLS = {
    "bench": "builds",
    "bench_corpus": "corpus",
    "bench_felt": "felt",
    "bench_finder": "finder",
    "bench_preview": "saved",
    "copied": "copied",
    "drawings": "drawings",
    "screenshots": "screens",
}
"""Scripts that are no command for who writes, and the tool of developers that each leads to: they measure this project,
or make pictures and data of it."""


@pytest.mark.parametrize(
    "file",
    [file for file in sorted((PACKAGE.parent / "scripts").glob("*.py")) if file.stem != "own_python"],
    ids=lambda file: file.stem,
)
def test_a_script_is_a_door_to_the_command_of_its_name(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    name = TOOLS.get(file.stem, file.stem)
    assert f"{'tests.tools' if file.stem in TOOLS else 'kennisbank.cli'}.{name}" in imported(tree)
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert len(tree.body) <= 9 and f"{name}.main()" in ast.unparse(tree.body[-1])


def test_the_tests_of_a_room_lie_in_a_folder_of_its_name() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    tests = Path(__file__).parent
    folders = {file.parent.relative_to(tests).as_posix() for file in tests.rglob("test_*.py")}
    beside = {".", "browser", "doors", "newcomer", "styles", "views"}  # the whole, pages, scripts, first tasks, ...
    assert folders - rooms == beside
