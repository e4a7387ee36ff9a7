"""What stops a build halfway: a mistake of ours in a hook, Ctrl-C, a place where nothing can be written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site_support import PROJECT, QUIET, build, fingerprint, mini_root

pytestmark = pytest.mark.apart

RAISE = """
import importlib, runpy, sys
sys.path.insert(0, {project!r})
module = importlib.import_module("kennisbank.{module}")

def stop(*arguments, **more):
    raise {error}

module.{name} = stop
sys.argv = ["build.py", "--root", {root!r}, "--out", {out!r}]
runpy.run_path({project!r} + "/scripts/build.py", run_name="__main__")
"""
"""A build in which something that a hook or a step calls fails."""


@pytest.fixture(name="root")
def fixture_root(tmp_path: Path) -> Path:
    return mini_root(tmp_path)


@pytest.fixture(name="out")
def fixture_out(tmp_path: Path) -> Path:
    """A folder that passes for the site of an earlier build."""
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("de oude site", encoding="utf-8")
    return out


def untouched(out: Path) -> bool:
    """Tell whether the old site stands as it did, and nothing was left beside it but the file of the lock."""
    names = {path.name for path in out.parent.iterdir() if path.name.startswith(".")}
    whole = (out / "index.html").read_text(encoding="utf-8") == "de oude site"
    return whole and fingerprint(out).keys() == {"index.html"} and names <= {f".{out.name}.slot"}


@pytest.mark.parametrize(
    ("module", "name", "processes"),
    [
        ("pages.site", "Site.mounts", "1"),
        ("pages.site", "Site.text", "2"),
        ("pages.site", "Site.view", "1"),
        ("outputs.offered", "outputs", "2"),
        ("finding.indexing", "write", "2"),
        ("building.whole", "judge", "1"),
        ("building.publish", "exchange", "2"),
    ],
)
def test_an_exception_anywhere_leaves_the_old_site(
    root: Path, out: Path, module: str, name: str, processes: str
) -> None:
    code = RAISE.format(
        module=module, name=name, project=str(PROJECT), root=str(root), out=str(out), error="ValueError('onverwacht')"
    )
    environment = {key: value for key, value in QUIET.items() if key != "KENNISBANK_DEBUG"}
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=environment | {"KENNISBANK_PROCESSES": processes},
    )
    assert result.returncode == 1
    assert "onverwacht" in result.stdout
    assert "De oude site staat er nog." in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert untouched(out)


@pytest.mark.parametrize(("number", "processes"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "2")])
def test_a_build_that_is_broken_off_leaves_the_old_site(
    root: Path, out: Path, number: signal.Signals, processes: str
) -> None:
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--root", str(root), "--out", str(out)]
    environment = QUIET | {"KENNISBANK_PROCESSES": processes}
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("Lezen"):
            process.send_signal(number)
            break
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in stdout + stderr
    if number == signal.SIGINT:
        assert "Afgebroken." in stdout
        assert untouched(out)
    assert (out / "index.html").read_text(encoding="utf-8") == "de oude site"
    if number == signal.SIGTERM:
        assert build(root, out).returncode == 0  # what was left behind is no hindrance


@pytest.fixture(name="closed")
def fixture_closed(tmp_path: Path) -> Iterator[Path]:
    """A folder with a site that nobody may write in: a disk for reading only, or a folder without rights."""
    disk = tmp_path / "dicht"
    (disk / "site").mkdir(parents=True)
    if os.geteuid() == 0:
        command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
        if sys.platform != "linux" or subprocess.run(command, check=False).returncode:
            pytest.skip("this machine mounts no disks")
        (disk / "site").mkdir()
    (disk / "site" / "index.html").write_text("de oude site", encoding="utf-8")
    if os.geteuid() == 0:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    else:
        disk.chmod(0o555)
    try:
        yield disk
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(disk)], check=True)
        else:
            disk.chmod(0o755)


def test_a_target_for_reading_only_is_said(root: Path, closed: Path) -> None:
    result = build(root, closed / "site")
    assert result.returncode == 1
    assert "is niet te beschrijven: " in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert untouched(closed / "site")
