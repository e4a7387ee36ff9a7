"""The package has all that an engine needs: it builds any root, also where the repository does not lie beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from kennisbank import PACKAGE
from kennisbank.engines.mkdocs import events
from kennisbank.engines.mkdocs.running import SETTINGS
from tests.site_support import PROJECT, QUIET, fingerprint

PLACES = {"config_file_path", "docs_dir", "site_dir", "hooks", "plugins", "watch", "theme"}
"""Settings that name a place, and what is made of those."""


def test_by_hand_mkdocs_has_the_settings_of_the_package() -> None:
    """Those in the root of the repository only say where things lie, for who gives the commands of MkDocs himself."""
    hand, own = (load_config(str(file), docs_dir=str(PROJECT / "docs")) for file in (PROJECT / "mkdocs.yml", SETTINGS))
    assert {name for name in own if own[name] != hand[name]} <= PLACES
    assert [*map(os.path.normpath, hand.theme.dirs)] == [*map(os.path.normpath, own.theme.dirs)]
    assert {name: hand.theme[name] for name in hand.theme} == {name: own.theme[name] for name in own.theme}
    assert called(own.hooks) == called(hand.hooks) == {name for name in vars(events) if name.startswith("on_")}
    assert {Path(os.path.normpath(path)) for path in (*own.watch, *hand.watch)} == {PACKAGE, PROJECT / "hooks"}


def called(hooks: dict[str, object]) -> set[str]:
    """Return the events that the files of some hooks have."""
    return {name for hook in hooks.values() for name in vars(hook) if name.startswith("on_")}


@pytest.mark.apart
def test_alone_it_builds_the_site_of_the_folder_where_it_is_told_to(tmp_path: Path) -> None:
    """As one that was installed does: no repository lies beside it, and what a build keeps is of the folder."""
    elsewhere, root = tmp_path / "elders", tmp_path / "bron"
    shutil.copytree(PACKAGE, elsewhere / PACKAGE.name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copytree(PROJECT / "tests" / "elders", root)
    before = fingerprint(elsewhere)
    environment = QUIET | {"PYTHONPATH": str(elsewhere), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", PACKAGE.name, "build"]
    built = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=environment)
    assert (built.returncode, "Klaar: 3 verhalen" in built.stdout) == (0, True), built.stdout + built.stderr
    assert (root / "site" / "verhalen" / "zingen-in-de-molen" / "index.html").is_file()
    assert fingerprint(elsewhere) == before
