"""What `pip install .` gives holds all that a site needs, with no repository beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank import PACKAGE, PROJECT

LENT = ("ruimtes", "werkvormen")


@pytest.fixture(name="installed", scope="module")
def fixture_installed(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return a folder with the package as a wheel has it: what setup.py takes of the repository, and nothing else."""

    def fill(folder: Path) -> None:
        for name in ("kennisbank", *LENT):
            (folder / name).symlink_to(PROJECT / name)
        shutil.copy(PROJECT / "setup.py", folder)  # without pyproject.toml: no library of a build is needed
        command = [sys.executable, "setup.py", "-q", "build_py", "--build-lib", "lib"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)

    pytest.importorskip("setuptools")
    return once("pakket", fill) / "lib"


def names(folder: Path) -> set[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.mark.apart
def test_it_has_every_file_of_the_package_and_what_is_lent(installed: Path) -> None:
    own = names(PACKAGE)
    assert len([name for name in own if not name.endswith(".py")]) > 200
    lent = {f"lent/{folder}/{name}" for folder in LENT for name in names(PROJECT / folder) if name != "README.md"}
    assert names(installed / "kennisbank") == own | lent
    assert {path.name for path in installed.iterdir()} == {"kennisbank"}


@pytest.mark.apart
def test_alone_it_begins_a_site_checks_it_and_builds_it(installed: Path, tmp_path: Path) -> None:
    around = {**os.environ, "PYTHONPATH": str(installed), "CHROMIUM": ""}

    def ruimte(*given: str, folder: Path = tmp_path) -> str:
        command = [sys.executable, "-P", "-m", "kennisbank", *given]
        done = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = "import kennisbank; print(kennisbank.__file__, kennisbank.LENDER)"
    found = subprocess.check_output([sys.executable, "-P", "-c", where], cwd=tmp_path, env=around, text=True)
    assert found.split() == [str(installed / "kennisbank" / name) for name in ("__init__.py", "lent")]
    ruimte("init", "site", "--niet-vragen")
    site = tmp_path / "site"
    ruimte("check", folder=site)
    assert "Klaar: 1 verhaal" in ruimte("build", folder=site)
    assert (site / "site" / "werkvormen" / "kaarten-op-tafel" / "index.html").is_file()
    assert (site / "site" / "verhalen" / "voorbeeld-van-een-verhaal" / "index.html").is_file()
