"""What our papers say of `make`: what it sets up, the order of its tests, and what it says where a thing misses."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from mkdocs.config import load_config

from kennisbank import PROJECT
from kennisbank.engines.mkdocs.content import configure
from kennisbank.model import kinds

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


def find(browser: str, programs: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", PROJECT / "scripts" / "browser.sh", browser, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(programs)} | environment,
    )


@pytest.mark.parametrize(
    ("browser", "first"),
    [("chromium", "chromium-headless-shell"), ("firefox", "firefox-esr")],
    ids=["chromium", "firefox"],
)
def test_of_the_browsers_that_are_there_debians_comes_first(tmp_path: Path, browser: str, first: str) -> None:
    """It is the one that installing gives: the tests are the same everywhere."""
    there = {"chromium": "", "chromium_headless_shell": "", "firefox": "", "firefox_esr": ""}
    programs = folder_of_programs(tmp_path / "bin", "grep", **there)
    result = find(browser, programs)
    assert (result.returncode, result.stdout) == (0, f"{programs}/{first}\n")


@pytest.mark.parametrize("user", ["0", "1000"], ids=["root", "sudo"])
@pytest.mark.parametrize(
    ("browser", "package"),
    [("chromium", "chromium-headless-shell"), ("chromium", "chromium"), ("firefox", "firefox-esr")],
)
def test_a_missing_browser_is_installed(tmp_path: Path, browser: str, package: str, user: str) -> None:
    """As root, and with sudo for whoever is not; where the first package is not known, the other."""
    programs = tmp_path / "bin"
    install = (
        'case "$*" in update*) exit 0 ;; esac; for last; do :; done\n'
        f'[ "$last" = {package} ] || exit 100\n'
        f'printf "#!/bin/sh\\n" >{programs}/{package}; chmod 755 {programs}/{package}'
    )
    sudo = {} if user == "0" else {"sudo": 'echo sudo >&2; exec "$@"'}
    folder_of_programs(programs, "sh", "chmod", "printf", "env", "grep", apt_get=install, id=f"echo {user}", **sudo)
    result = find(browser, programs)
    assert (result.returncode, result.stdout) == (0, f"{programs}/{package}\n"), result.stderr
    assert ("sudo" in result.stderr) == (user != "0")


@pytest.mark.parametrize(
    "scripts",
    [{}, {"apt_get": "exit 0", "id": "echo 1000"}, {"apt_get": "exit 100", "id": "echo 0"}],
    ids=["no apt-get", "nobody who may use it", "no internet"],
)
@pytest.mark.parametrize(("browser", "status"), [("chromium", 1), ("firefox", 0)])
def test_where_it_cannot_be_installed_it_says_what_to_do(
    tmp_path: Path, browser: str, status: int, scripts: dict[str, str]
) -> None:
    """Without a Chromium the tests stop; without a Firefox they go on, and it is said what they leave out."""
    result = find(browser, folder_of_programs(tmp_path / "bin", "sh", "grep", **scripts))
    assert (result.returncode, result.stdout) == (status, "")
    assert f"apt-get install {browser}" in result.stderr
    assert f"brew install --cask {browser}" in result.stderr
    assert f"set {browser.upper()} to the path" in result.stderr


@pytest.mark.parametrize("command", ["site", "test"])
def test_a_build_looks_for_a_chromium_and_the_tests_install_one(command: str) -> None:
    """That it then installs nothing is tested with the script (`test_tools`)."""
    assert ("browser.sh chromium --zoek" in RECIPES[command]) == (command == "site")
    assert ("tools" in needed(command)) == (command == "test")
    for name in ("chromium", "firefox"):
        assert f"sh scripts/browser.sh {name} >" in RECIPES["tools"]


def made(folder: Path, programs: Path, target: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `make` on this Makefile in a folder where nothing is set up."""
    locks = ("requirements.lock", "requirements-tools.lock", "package-lock.json")
    for name in ("Makefile", "pyproject.toml", "package.json", *locks):
        shutil.copy(PROJECT / name, folder / name)
    return subprocess.run(
        [programs / "make", target],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(programs)} | environment,
    )


def needed(command: str) -> list[str]:
    """Return what a command of make has done first."""
    found = re.search(rf"(?m)^{command}:([^#\n]*)", MAKEFILE)
    return found[1].split() if found else []


@pytest.mark.parametrize("command", [name for name in RECIPES if name not in {"help", "soort", "lock"}])
def test_every_command_that_needs_python_sets_it_up(command: str) -> None:
    first = needed(command)
    assert {"$(READY)", "$(TOOLS)"} & {*first, *(other for name in first for other in needed(name))}
    assert re.search(r"(?m)^\$\(TOOLS\):.* \$\(READY\)$", MAKEFILE)


@pytest.mark.parametrize("command", [name for name in RECIPES if name not in {"help", "soort", "lock"}])
def test_what_tests_and_lint_need_is_set_up_for_those_alone(command: str) -> None:
    """Whoever reads or writes waits for what the site needs, and no longer."""
    light = {"serve", "site", "kijk", "vindplaats", "check", "links", "vorige", "adressen", "papieren"}
    first = needed(command)
    assert ("$(TOOLS)" in {*first, *(other for name in first for other in needed(name))}) == (command not in light)


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


@pytest.mark.parametrize("npm", ["exit 1", ":"], ids=["no internet", "installed"])
@pytest.mark.parametrize("ci", ["", "true"])
def test_without_the_packages_of_node_it_is_said_and_where_all_must_be_tested_it_fails(
    tmp_path: Path, npm: str, ci: str
) -> None:
    browsers = {"chromium": "", "firefox": ""}
    programs = folder_of_programs(tmp_path / "bin", *TOOLS.split(), "grep", **browsers)
    (tmp_path / "scripts").mkdir()
    shutil.copy(PROJECT / "scripts" / "browser.sh", tmp_path / "scripts")
    (tmp_path / "node" / "lib").mkdir(parents=True)
    folder_of_programs(tmp_path / "node" / "bin", node=npm)
    (tmp_path / ".venv").mkdir()
    folder_of_programs(tmp_path / ".venv" / "bin", python=f"echo {tmp_path}/node")
    (tmp_path / "node_modules").mkdir()  # as npm makes it, whatever comes of it
    result = made(tmp_path, programs, "tools", CI=ci)
    missing = npm != ":"
    assert (result.returncode != 0) == (missing and bool(ci)), result.stderr
    assert ("tested in Chromium only" in result.stderr) == missing


def test_where_all_must_be_tested_lint_does_not_go_on_without_the_packages_of_node(tmp_path: Path) -> None:
    programs = folder_of_programs(tmp_path / "bin", *TOOLS.split())
    (tmp_path / "node" / "lib").mkdir(parents=True)
    folder_of_programs(tmp_path / "node" / "bin", node="exit 1")
    (tmp_path / ".venv").mkdir()
    folder_of_programs(tmp_path / ".venv" / "bin", python=f"echo {tmp_path}/node")
    result = made(tmp_path, programs, "lint", CI="true")
    assert result.returncode != 0
    assert "npm could not install them" in result.stderr and "scripts are not linted" in result.stderr
    assert "ruff" not in result.stdout
    assert "ruff" in made(tmp_path, programs, "lint", CI="").stdout  # elsewhere the rest is judged


def test_make_test_goes_in_the_order_of_the_readme_and_stops_at_the_first_failure() -> None:
    assert re.search(r"(?m)^test: .*\blint\b", MAKEFILE)  # goes before
    lines = [line.strip() for name in ("lint", "test") for line in RECIPES[name].splitlines()]
    order = [
        "ruff check", "ruff format", "importlinter", "zizmor", "actionlint", "mypy", "bin/tsc", "biome lint",
        "kennisbank check", "pytest",
    ]  # fmt: skip
    places = [next(i for i, line in enumerate(lines) if word in line) for word in order]
    assert places == sorted(places)
    assert not [line for line in lines if line.startswith("-") or "|| true" in line]  # a failure would go on


def test_live_reload_watches_all_that_is_written_by_hand() -> None:
    config = configure(load_config(str(PROJECT / "mkdocs.yml")))
    watched = {Path(path).relative_to(PROJECT).as_posix() for path in [*config.watch, config.docs_dir]}
    assert watched == {*kinds.FOLDERS, "hooks", "kennisbank", "lijsten", "ruimte.yml"}


def test_what_is_downloaded_as_a_folder_is_checked_without_git(tmp_path: Path) -> None:
    """As the guide says: a ZIP of the repository has no git, and a computer need not have it."""
    root = tmp_path / "ruimte"
    root.mkdir()
    for name in ("stories", "werkvormen", "ruimtes", "lijsten", "docs", "kennisbank", "scripts", "hooks", ".github"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "ruimte.yml", "ingetrokken.txt", "README.md", "CITATION.cff"):
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
