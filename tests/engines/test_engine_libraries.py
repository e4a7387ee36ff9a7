"""Whatever the package is that the engine comes in, and whatever theme lies below ours, the site is the same."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank.cli import commands
from kennisbank.engines import contract
from kennisbank.engines.mkdocs.running import SETTINGS
from tests.site_support import MINI, QUIET, fingerprint

WITHOUT = """
import sys
from pathlib import Path
for name in {without!r}:
    sys.modules[name] = None
from kennisbank.cli import build
from kennisbank.engines.mkdocs import running
running.SETTINGS = Path({settings!r})
status = build.main(["--engine", {engine!r}, "--root", {root!r}, "--out", {out!r}])
sys.exit(status or any(sys.modules.get(name) for name in {without!r}))
"""
"""A build in which some packages cannot be imported, with the settings of a file."""


def built(engine: str, out: Path, *without: str, settings: Path = SETTINGS) -> dict[str, str]:
    """Return the hash of each file of the small site, built by an engine without some packages."""
    code = WITHOUT.format(engine=engine, root=str(MINI), out=str(out), without=without, settings=str(settings))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=QUIET)
    assert done.returncode == 0, done.stdout + done.stderr
    return fingerprint(out)


@pytest.fixture(scope="module", name="plain")
def fixture_plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the site that everybody gets: by MkDocs, with no theme below ours."""
    found = built("mkdocs", tmp_path_factory.mktemp("gewoon") / "site", "material", "materialx", "properdocs")
    assert "verhalen/klooster/index.html" in found
    return found


@pytest.mark.apart
def test_properdocs_makes_the_same_bytes_where_there_is_no_mkdocs(tmp_path: Path, plain: dict[str, str]) -> None:
    assert built("properdocs", tmp_path / "site", "mkdocs", "material", "materialx") == plain


@pytest.mark.apart
def test_with_material_below_ours_the_bytes_are_the_same(tmp_path: Path, plain: dict[str, str]) -> None:
    text = SETTINGS.read_text(encoding="utf-8")
    assert text.count("\n  name: null\n") == 1
    for place in ("../../theme", "events.py", "../.."):
        assert (SETTINGS.parent / place).exists()
        text = text.replace(f" {place}\n", f" {SETTINGS.parent / place}\n").replace(
            f"[{place}]", f"[{SETTINGS.parent / place}]"
        )
    chosen = tmp_path / SETTINGS.name
    chosen.write_text(text.replace("\n  name: null\n", "\n  name: material\n"), encoding="utf-8")
    assert built("mkdocs", tmp_path / "site", settings=chosen) == plain


@pytest.mark.parametrize("command", ["build", "serve"])
def test_an_engine_that_is_not_installed_is_said_in_dutch(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "properdocs" else found(name))
    with pytest.raises(SystemExit) as ended:
        commands.main([command, "--engine", "properdocs", "--root", str(MINI)])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.endswith(
        "properdocs is hier niet geïnstalleerd. Zet het erbij met: " + f"{sys.executable} -m pip install properdocs\n"
    )


def test_the_engines_that_there_are() -> None:
    assert contract.names() == ["mkdocs", "properdocs"] == contract.names("preview")
    assert contract.DEFAULT in contract.names()
    assert [contract.lacking(name) for name in contract.names()] == ["", ""]
