"""What the site needs is enough to check, build and serve it: nothing of it imports what tests and lint need."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

import pytest

from tests.site_support import MINI, PROJECT, QUIET

pytestmark = pytest.mark.apart

OF_TOOLS = {
    "scripts/screenshots.py",
    "scripts/bench.py",
    "scripts/bench_finder.py",
    "scripts/bench_corpus.py",
    "scripts/drawings.py",
}
"""Doors to tools of developers (`tests/tools`)."""
FOR_TYPES = {"_typeshed"}
"""Modules that only mypy knows."""
FIND = """
import importlib.util, sys
sys.path.append("scripts")
print(*[name for name in sys.argv[1:] if not importlib.util.find_spec(name)])
"""
"""Says which of the modules that are named are not there."""


def light(folder: Path) -> Path:
    """Make an environment with the packages of `requirements.lock` that are installed here; returns its Python."""
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    for name in re.findall(r"(?m)^([\w.-]+)==", lock):
        try:
            files = importlib.metadata.distribution(name).files or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another sort of machine
        for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
            here = Path(str(importlib.metadata.distribution(name).locate_file(top)))
            if here.exists() and not (site / top).exists():
                (site / top).symlink_to(here)
    (site / "kennisbank.pth").write_text(f"{PROJECT}\n", encoding="utf-8")
    return folder / "bin" / "python"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return light(tmp_path_factory.mktemp("licht"))


def said(python: Path, *arguments: str | Path) -> str:
    """Run Python, which must succeed; returns all that it says."""
    command = [python, "-P", *map(str, arguments)]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, env=QUIET)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


def imported() -> dict[str, set[str]]:
    """Return what is imported anywhere in the code, inside functions too, with the files that do."""
    names: dict[str, set[str]] = {}
    for folder in ("kennisbank", "hooks", "scripts"):
        for file in sorted((PROJECT / folder).rglob("*.py")):
            path = file.relative_to(PROJECT).as_posix()
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.level == 0:
                    names.setdefault((node.module or "").partition(".")[0], set()).add(path)
                elif isinstance(node, ast.Import):
                    for alias in node.names:
                        names.setdefault(alias.name.partition(".")[0], set()).add(path)
    return {name: files for name, files in names.items() if name not in FOR_TYPES}


def test_no_module_imports_more(python: Path) -> None:
    names = sorted(name for name, files in imported().items() if not files <= OF_TOOLS)
    missing = said(python, "-c", FIND, *names).split()
    assert not missing, {name: sorted(imported()[name]) for name in missing}
    assert said(python, "-c", FIND, "pytest", "mkdocs", "playwright").split() == ["pytest", "playwright"]


def test_it_checks_and_builds(python: Path, tmp_path: Path) -> None:
    assert "Geen problemen gevonden." in said(python, "-m", "kennisbank", "check", "--root", MINI)
    said(python, "-m", "kennisbank", "build", "--root", MINI, "--out", tmp_path / "site")
    assert (tmp_path / "site" / "verhalen" / "index.html").exists()


def test_it_serves(python: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [python, "-P", "-m", "kennisbank", "serve", "--adres", address]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=QUIET) as server:
        try:
            assert "<h1" in page(f"http://{address}/", server)
        finally:
            server.terminate()


def page(address: str, server: subprocess.Popen[bytes]) -> str:
    """Return a page as soon as it is there; fails when its server has ended, or after two minutes."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            assert server.poll() is None, server.communicate()[0].decode()
            time.sleep(0.2)
    raise AssertionError("no answer")
