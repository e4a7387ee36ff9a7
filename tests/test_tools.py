"""What `make tools` says and does where a browser is missing: nobody may think that it was tested."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_support import PROJECT

Find = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Return a function that looks for a browser on a machine that has the programs `has` only."""

    def look(*arguments: str, has: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[str]:
        for name in has:
            program = tmp_path / name
            program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
            program.chmod(0o755)
        for name in ("sh", "id", "grep"):
            place = shutil.which(name)
            assert place
            (tmp_path / name).symlink_to(place)
        return subprocess.run(
            [tmp_path / "sh", PROJECT / "scripts" / "browser.sh", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": str(tmp_path)} | environment,
        )

    return look


@pytest.mark.parametrize(
    ("browser", "program"), [("chromium", "chromium"), ("firefox", "firefox"), ("firefox", "firefox-esr")]
)
def test_a_browser_that_is_there_is_found(find: Find, tmp_path: Path, browser: str, program: str) -> None:
    result = find(browser, has=(program,))
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{tmp_path / program}\n", "")


def test_a_snap_is_no_firefox(find: Find, tmp_path: Path) -> None:
    snap = tmp_path / "firefox"
    snap.write_text('#!/bin/sh\nexec /snap/bin/firefox "$@"\n', encoding="utf-8")
    snap.chmod(0o755)
    assert find("firefox", "--zoek").stdout == ""


@pytest.mark.parametrize(("browser", "variable"), [("chromium", "CHROMIUM"), ("firefox", "FIREFOX")])
def test_one_that_was_named_is_taken_or_it_is_an_error(find: Find, tmp_path: Path, browser: str, variable: str) -> None:
    result = find(browser, has=("eigen", "chromium", "firefox"), **{variable: str(tmp_path / "eigen")})
    assert (result.returncode, result.stdout) == (0, f"{tmp_path / 'eigen'}\n")


@pytest.mark.parametrize(("browser", "variable"), [("chromium", "CHROMIUM"), ("firefox", "FIREFOX")])
def test_one_that_was_named_and_is_not_there_is_an_error(find: Find, browser: str, variable: str) -> None:
    result = find(browser, has=("chromium", "firefox"), **{variable: "/nergens/browser"})
    assert (result.returncode, result.stdout) == (1, "")
    assert f'{variable} is "/nergens/browser"' in result.stderr


@pytest.mark.parametrize(
    ("browser", "has", "ci", "status"),
    [
        ("chromium", (), "", 1),
        ("firefox", (), "", 0),
        ("firefox", (), "true", 0),
        ("firefox", ("apt-get",), "", 0),
        ("firefox", ("apt-get",), "true", 1),
    ],
)
def test_without_a_browser_it_is_said_and_where_all_must_be_tested_it_fails(
    find: Find, browser: str, has: tuple[str, ...], ci: str, status: int
) -> None:
    result = find(browser, has=has, CI=ci)
    assert (result.returncode, result.stdout) == (status, "")
    assert f"apt-get install {'chromium-headless-shell' if browser == 'chromium' else 'firefox-esr'}" in result.stderr
    assert ("tested in Chromium only" in result.stderr) == (browser == "firefox")


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_only_looking_installs_nothing_and_is_no_error(find: Find, browser: str) -> None:
    result = find(browser, "--zoek", has=("apt-get",), CI="true")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
