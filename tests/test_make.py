"""What the README says of `make`: what it sets up, the order of its tests, and what it says where a thing misses."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from kennisbank import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
RECIPES = {
    name: body
    for name, body in re.findall(r"(?m)^([a-z]+):[^\n]*\n((?:\t[^\n]*\n|[ \t]*\n)*)", MAKEFILE)
    if body.strip()
}
TOOLS = "sh env cat ls rm mkdir touch awk sed dirname basename head id make test expr"


def folder_of_programs(folder: Path, *names: str, **scripts: str) -> Path:
    """Make a folder with programs of this machine, and with scripts of the shell by their name."""
    folder.mkdir()
    for name in names:
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    for name, text in scripts.items():
        file = folder / name.replace("_", "-")
        file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        file.chmod(0o755)
    return folder


def chromium(programs: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", PROJECT / "scripts" / "chromium.sh", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(programs)} | environment,
    )


def test_a_chromium_that_is_there_is_used(tmp_path: Path) -> None:
    programs = folder_of_programs(tmp_path / "bin", chromium="exit 0", chromium_headless_shell="exit 0")
    result = chromium(programs)
    assert (result.returncode, result.stdout) == (0, f"{programs}/chromium-headless-shell\n")


def test_a_missing_chromium_is_installed(tmp_path: Path) -> None:
    """As root, and with sudo for whoever is not."""
    for number, (user, more) in enumerate({"0": {}, "1000": {"sudo": 'echo sudo >&2; exec "$@"'}}.items()):
        programs = tmp_path / f"bin{number}"
        install = (
            'case "$*" in update*) exit 0 ;; esac; for last; do :; done\n'
            '[ "$last" = chromium ] || exit 100\n'
            f'printf "#!/bin/sh\\n" >{programs}/chromium; chmod 755 {programs}/chromium'
        )
        folder_of_programs(programs, "sh", "chmod", "printf", "env", apt_get=install, id=f"echo {user}", **more)
        result = chromium(programs)
        assert (result.returncode, result.stdout) == (0, f"{programs}/chromium\n"), result.stderr
        assert ("sudo" in result.stderr) == (user != "0")


@pytest.mark.parametrize(
    "scripts", [{}, {"apt_get": "exit 0", "id": "echo 1000"}, {"apt_get": "exit 100", "id": "echo 0"}]
)
def test_where_it_cannot_be_installed_it_says_what_to_do(tmp_path: Path, scripts: dict[str, str]) -> None:
    """No apt-get; nobody who may use it; and a machine without the internet."""
    result = chromium(folder_of_programs(tmp_path / "bin", "sh", **scripts))
    assert (result.returncode, result.stdout) == (1, "")
    assert "apt-get install chromium" in result.stderr
    assert "brew install --cask chromium" in result.stderr
    assert "set CHROMIUM to the path" in result.stderr


def test_a_build_looks_for_a_chromium_and_installs_none(tmp_path: Path) -> None:
    result = chromium(folder_of_programs(tmp_path / "bin", apt_get="echo installed >&2; exit 1", id="echo 0"), "--zoek")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_chromium_that_was_named_wrongly_is_not_passed_over(tmp_path: Path) -> None:
    programs = folder_of_programs(tmp_path / "bin", chromium="exit 0")
    result = chromium(programs, CHROMIUM="/nergens/chrome")
    assert result.returncode == 1
    assert "/nergens/chrome" in result.stderr


def made(folder: Path, programs: Path, target: str) -> subprocess.CompletedProcess[str]:
    """Run `make` on this Makefile in a folder where nothing is set up."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder / name)
    return subprocess.run(
        [programs / "make", target],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(programs)},
    )


@pytest.mark.parametrize("command", [name for name in RECIPES if name not in {"help", "soort", "lock"}])
def test_every_command_that_needs_python_sets_it_up(command: str) -> None:
    assert re.search(rf"(?m)^{command}: \$\(READY\)", MAKEFILE)


@pytest.mark.parametrize("command", ["help", "soort", "lock"])
def test_a_command_that_needs_no_python_does_not_wait_for_it(command: str) -> None:
    assert "$(PY)" not in RECIPES[command]
    assert "$(VENV)" not in RECIPES[command]


@pytest.mark.parametrize("python", [None, "echo Python 3.9.2; exit 1"])
def test_without_a_python_that_will_do_it_says_which_and_how(tmp_path: Path, python: str | None) -> None:
    """A machine without Python, and one with a Python that is too old."""
    programs = folder_of_programs(tmp_path / "bin", *TOOLS.split(), **({"python3": python} if python else {}))
    result = made(tmp_path, programs, "check")
    assert result.returncode != 0
    assert "needs Python 3.11 or newer" in result.stderr
    assert "apt-get install python3 python3-venv" in result.stderr
    assert not (tmp_path / ".venv" / ".ready").exists()


def test_a_setup_that_failed_is_begun_anew(tmp_path: Path) -> None:
    """Debian without python3-venv: the environment fails, and nothing says that it is ready."""
    old = "case $1 in -c) exit 0 ;; --version) echo Python 3.12.1 ;; -m) mkdir -p .venv/bin; exit 1 ;; esac"
    programs = folder_of_programs(tmp_path / "bin", *TOOLS.split(), python3=old)
    for _ in range(2):
        result = made(tmp_path, programs, "check")
        assert result.returncode != 0
        assert "Making .venv with python3 (Python 3.12.1)" in result.stderr
        assert not (tmp_path / ".venv" / ".ready").exists()


def test_make_test_goes_in_the_order_of_the_readme_and_stops_at_the_first_failure() -> None:
    lines = [line.strip() for line in RECIPES["test"].splitlines()]
    order = ["ruff check", "ruff format", "zizmor", "actionlint", "mypy", "scripts/check.py", "pytest"]
    places = [next(i for i, line in enumerate(lines) if word in line) for word in order]
    assert places == sorted(places)
    assert not [line for line in lines if line.startswith("-") or "|| true" in line]  # a failure would go on


def test_live_reload_watches_all_that_is_written_by_hand() -> None:
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    watched = next(yaml.safe_load(part)["watch"] for part in re.split(r"\n(?=\w)", config) if part.startswith("watch:"))
    assert {"stories", "werkvormen", "ruimtes", "kennisbank"} <= set(watched)  # MkDocs watches docs/ by itself


def test_what_is_downloaded_as_a_folder_is_checked_without_git(tmp_path: Path) -> None:
    """As the guide says: a ZIP of the repository has no git, and a computer need not have it."""
    root = tmp_path / "ruimte"
    root.mkdir()
    for name in ("stories", "werkvormen", "ruimtes", "docs", "kennisbank", "scripts", "hooks", ".github"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "ingetrokken.txt", "README.md"):
        shutil.copy(PROJECT / name, root / name)
    programs = folder_of_programs(tmp_path / "bin", *TOOLS.split())
    result = subprocess.run(
        [PROJECT / ".venv" / "bin" / "python", "scripts/check.py"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(programs), "PYTHONPATH": str(root), "LC_ALL": "C"},
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "Geen problemen gevonden.\n")
