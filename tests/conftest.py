"""Sites that many tests look at: built once in a test run, whatever the number of its processes."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from tests.node import running as node
from tests.site_support import EXAMPLE, build, real_root
from tests.tools import corpus as stories

settings.register_profile("ruimte", deadline=None)  # what else a machine does is no fault of ours
settings.load_profile("ruimte")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
TESTS = Path(__file__).parent
LONGEST = (
    "test_launch.py", "test_browser_paper.py", "test_a_proposal.py", "test_browser_large.py",
    "test_node.py", "test_browser_still.py", "test_views.py", "test_build.py",
)  # fmt: skip
"""The first runs most of the tests once more, elsewhere; in the second a Firefox waits at every side that it prints."""
SIZE = 300
"""Stories of the large site: more than fit on one page of a list."""


def pytest_configure(config: pytest.Config) -> None:
    """Let nothing be kept from one test to another, and each process of a run read files of its own first.

    What one compiled, the others find in `__pycache__`. To compile all tests takes longer than to read them, and all
    processes would do it, one beside the other.
    """
    os.environ["KENNISBANK_ZONDER_CACHE"] = "1"
    worker = getattr(config, "workerinput", None)
    if worker and [Path(place).absolute() for place in config.args] == [TESTS]:
        files = sorted(str(file) for file in TESTS.rglob("test_*.py"))
        first = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
        config.args[:] = files[first:] + files[:first]


def dealt(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """Return all items in the order in which so many processes of a run should have them.

    Each begins with an equal share of the list, from its first process on. So each share begins with files that take
    long: else one process works on those when the others have nothing left to do. What is left is by path, as all
    processes must have one order, whichever files they read first.
    """
    long = {name: [item for item in items if item.path.name == name] for name in LONGEST}
    rest = sorted((item for item in items if item.path.name not in LONGEST), key=lambda item: str(item.path))
    found: list[pytest.Item] = []
    for number in range(processes):
        own = [item for name in LONGEST[number::processes] for item in long[name]]
        share = max(0, (len(items) - len(found)) // (processes - number) - len(own))
        found += own + rest[:share]
        rest = rest[share:]
    return found + rest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let what takes longest begin first."""
    items[:] = dealt(items, getattr(config, "workerinput", {"workercount": 1})["workercount"])


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str, Callable[[Path], None]], Path]:
    """Return a function that makes a folder, or waits until another process of this run has made it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.klaar"
        with (shared / f"{name}.slot").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                folder.mkdir(exist_ok=True)
                fill(folder)
                done.touch()
        return folder

    return make


def _build(root: Path, out: Path, **environment: str) -> None:
    result = build(root, out, **environment)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="session")
def real_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder of the site itself, with the settings of the tests: nobody writes in it."""
    return once("echt", lambda folder: _build(real_root(folder), folder / "site", CHROMIUM=CHROMIUM)) / "site"


@pytest.fixture(scope="session")
def example_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder of the site as it is while the settings are an example: nobody writes in it."""
    return once("nog-niet", lambda folder: _build(real_root(folder, EXAMPLE), folder / "site")) / "site"


@pytest.fixture(scope="session")
def given(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder with what the tests of scripts are given: nobody writes in it."""
    return once("gegevens", node.write)


@pytest.fixture(scope="session")
def corpus(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the root of `SIZE` stories that were made up, with their site in the folder `site`."""

    def fill(folder: Path) -> None:
        stories.write(SIZE, folder, seed=7)
        _build(folder, folder / "site")

    return once("zoeken", fill)
