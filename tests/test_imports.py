"""The direction of imports, and what the package keeps away from."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import kennisbank

PACKAGE = Path(kennisbank.__file__).parent
MODULES = {file.stem: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.glob("*.py"))}

# Each line may import from the lines above it. A module that is not here stands at the end: nothing here may import it.
ORDER = [
    "problem rendering forge parallel cache passing failure fields", "report publish printing verify vocabulary",
    "records frontmatter", "facets", "urls standins wordlists", "published",
    "files markup values words web settings patterns",
    "links schema prose outline forms wording addresses figures", "withdrawal knowledge", "promised cli",
    "history references synonyms pictures papers scaffold ownlinks", "reading imaging",
    "loader search gallery",
    "related drawing preview indexing", "atlas cards", "views", "listing", "valuepages",
    "overviews surveys finder deck faults reference selection session writing", "pages", "outputs site",
    "moved contract", "building",
]  # fmt: skip
PLACE = {name: number for number, names in enumerate(ORDER) for name in names.split()}

FORBIDDEN = {"mkdocs", "material", "materialx", "logging", "warnings"}
SILENCED = {"imaging": {"warnings"}, "pictures": {"warnings"}}
"""They keep the warnings of another library from being printed."""


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
    parts = [name.split(".") for name in imported(tree) if name.startswith("kennisbank.")]
    return {part[1] for part in parts if part[1] in MODULES}


def test_the_order_names_modules_that_exist() -> None:
    assert PLACE.keys() <= MODULES.keys()


@pytest.mark.parametrize("name", PLACE)
def test_imports_go_one_way(name: str) -> None:
    assert {other for other in siblings(MODULES[name]) if PLACE.get(other, len(ORDER)) >= PLACE[name]} == set()


def test_imports_make_no_circle() -> None:
    list(TopologicalSorter({name: siblings(tree) for name, tree in MODULES.items()}).static_order())


@pytest.mark.parametrize("name", MODULES)
def test_a_module_knows_no_engine_and_keeps_silent(name: str) -> None:
    tree = MODULES[name]
    assert {full.split(".")[0] for full in imported(tree)} & FORBIDDEN == SILENCED.get(name, set())
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert calls & {"print", "exit", "quit", "sys.exit", "os._exit", "os.abort", "breakpoint"} == set()
    raised = {
        ast.unparse(node.exc).partition("(")[0] for node in ast.walk(tree) if isinstance(node, ast.Raise) and node.exc
    }
    assert raised & {"SystemExit", "KeyboardInterrupt"} == set()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for(name: str) -> None:
    about = ast.get_docstring(MODULES[name])
    assert about and about.split("\n")[0].endswith((".", ";", ","))
