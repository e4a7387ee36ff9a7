"""The workflows of GitHub: what they may do, whose code they run, and that they run nothing but commands of make."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from kennisbank.cli.staged import CONTENT
from kennisbank.reading import settings
from tests.site_support import PROJECT, run

FOLDER = PROJECT / ".github" / "workflows"
TEXTS = {file.name: file.read_text(encoding="utf-8") for file in sorted(FOLDER.iterdir())}
# As it is written: `on` stays a word and `false` too.
WORKFLOWS: dict[str, dict[str, Any]] = {name: yaml.load(text, yaml.BaseLoader) for name, text in TEXTS.items()}
JOBS = [(name, job, what) for name, workflow in WORKFLOWS.items() for job, what in workflow["jobs"].items()]
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
TARGETS = frozenset(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
VARIABLES = frozenset(re.findall(r"^([A-Z]+) :?\??=", MAKEFILE, re.MULTILINE))
ON_MAIN = "github.ref == 'refs/heads/main'"


def steps() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, job, what in JOBS:
        for step in what["steps"]:
            yield name, job, step


RUNS = [(name, job, step) for name, job, step in steps() if "run" in step]


def test_only_harmless_events() -> None:
    """Never pull_request_target or workflow_run: those give strangers a token that may write."""
    assert {name: sorted(workflow["on"]) for name, workflow in WORKFLOWS.items()} == {
        "controle.yml": ["pull_request"],
        "links.yml": ["schedule", "workflow_dispatch"],
        "publiceren.yml": ["push", "workflow_dispatch"],
    }
    assert WORKFLOWS["publiceren.yml"]["on"]["push"] == {"branches": ["main"]}


def test_only_publishing_keeps_things_from_one_run_to_the_next() -> None:
    """What is kept is what a build made of main; a proposal reads none of it, and brings none."""
    kept = [(name, step) for name, _, job in JOBS for step in job["steps"] if "actions/cache" in step.get("uses", "")]
    assert [name for name, _ in kept] == ["publiceren.yml"]
    folders = kept[0][1]["with"]["path"].split()
    steps = WORKFLOWS["publiceren.yml"]["jobs"]["bouwen"]["steps"]
    [build] = [step for step in steps if "make site" in step.get("run", "")]
    assert steps.index(kept[0][1]) < steps.index(build)
    assert build["env"]["KENNISBANK_CACHE"] == f"${{{{ github.workspace }}}}/{folders[0]}"
    assert folders[1] == "site"


def test_each_job_may_do_the_least() -> None:
    assert [workflow["permissions"] for workflow in WORKFLOWS.values()] == [{}] * len(WORKFLOWS)
    assert {job: what["permissions"] for _, job, what in JOBS} == {
        "inhoud": {"contents": "read"},
        "code": {"contents": "read"},
        "links": {"contents": "read"},
        "bouwen": {"contents": "read"},
        "online": {"pages": "write", "id-token": "write"},
    }


@pytest.mark.parametrize("name", TEXTS)
def test_no_secrets(name: str) -> None:
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN", TEXTS[name])


def test_every_action_is_pinned_and_one_version_of_each_is_used() -> None:
    pins: dict[str, set[str]] = {}
    for text in TEXTS.values():
        for line in re.findall(r"uses: *(.+)", text):
            pin = re.fullmatch(r"(actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
            assert pin, line
            pins.setdefault(pin[1], set()).add(pin[2])
    assert {action: len(versions) for action, versions in pins.items()} == dict.fromkeys(pins, 1)


def test_no_checkout_leaves_a_token_behind() -> None:
    checkouts = [step["with"] for _, _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == 5
    assert {options["persist-credentials"] for options in checkouts} == {"false"}


@pytest.mark.parametrize(("name", "job", "step"), RUNS)
def test_a_step_runs_one_command_of_make(name: str, job: str, step: dict[str, Any]) -> None:
    """What a proposal says never becomes a part of a command; every command works on any machine."""
    command = re.fullmatch(r'make ([a-z]+)((?: [A-Z]+=[\w./~]+)*)(?: >> "\$GITHUB_OUTPUT")?', step["run"])
    assert command, step["run"]
    assert command[1] in TARGETS
    assert {setting.partition("=")[0] for setting in command[2].split()} <= VARIABLES
    assert step.get("env", {}) in (
        {},
        {"VOORBEELD": "${{ steps.voorbeeld.outputs.artifact-url }}"},
        {"KENNISBANK_CACHE": "${{ github.workspace }}/.cache"},
    )


@pytest.mark.parametrize(("name", "job", "what"), JOBS)
def test_a_job_ends_and_has_names(name: str, job: str, what: dict[str, Any]) -> None:
    assert 5 <= int(what["timeout-minutes"]) <= 60
    assert what["name"]
    assert all(step["name"] for step in what["steps"])


def test_a_newer_proposal_stops_the_check_of_the_older_and_a_deploy_is_finished() -> None:
    assert WORKFLOWS["controle.yml"]["concurrency"]["cancel-in-progress"] == "true"
    assert WORKFLOWS["publiceren.yml"]["concurrency"]["cancel-in-progress"] == "false"


def test_only_main_is_published() -> None:
    jobs = WORKFLOWS["publiceren.yml"]["jobs"]
    assert [job["if"] for job in jobs.values()] == [ON_MAIN, ON_MAIN]
    deploys = [(name, job) for name, job, step in steps() if "deploy-pages" in step.get("uses", "")]
    assert deploys == [("publiceren.yml", "online")]
    assert jobs["online"]["environment"]["name"] == "github-pages"


def test_content_is_judged_by_the_code_it_is_for() -> None:
    """All that runs before it is known what a proposal changes, and all that judges its content, is not of itself."""
    job = WORKFLOWS["controle.yml"]["jobs"]["inhoud"]
    base, proposal, soort, *rest = job["steps"]
    assert (base["with"]["ref"], base["with"]["path"]) == ("${{ github.base_ref }}", "code")
    assert (proposal["with"]["path"], "ref" in proposal["with"]) == ("voorstel", False)
    assert [step["working-directory"] for step in job["steps"] if "run" in step] == ["code"] * 5
    assert soort["run"].startswith("make soort ROOT=../voorstel")
    assert {step["if"] for step in rest} == {"steps.soort.outputs.code == 'nee'"}
    assert WORKFLOWS["controle.yml"]["jobs"]["code"]["if"] == "needs.inhoud.outputs.code == 'ja'"


@pytest.mark.parametrize("job", ["inhoud", "code"])
def test_what_a_proposal_changes_is_kept_to_look_at_and_it_is_said_where(job: str) -> None:
    """The loose pages beside the whole site, in one download that goes away by itself."""
    steps = WORKFLOWS["controle.yml"]["jobs"][job]["steps"]
    proposal = next(step for step in steps if step["name"] == "Haal het voorstel op")
    assert proposal["with"]["fetch-depth"] == "2"  # what it changes is seen beside its first parent
    keep = next(step for step in steps if "upload-artifact" in step.get("uses", ""))
    assert keep["id"] == keep["with"]["name"] == keep["with"]["path"] == "voorbeeld"
    assert int(keep["with"]["retention-days"]) <= 7
    before, after = (steps[steps.index(keep) + there] for there in (-1, 1))
    assert re.fullmatch(r"make kijk (ROOT=\S+ )?SITE=\S*voorbeeld/site OUT=\S*voorbeeld SINDS=HEAD~1", before["run"])
    assert after["run"].startswith("make vindplaats ") and "VOORBEELD" in after["env"]


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def soort(root: Path) -> tuple[int, str]:
    result = subprocess.run(
        ["make", "--no-print-directory", "soort", f"ROOT={root}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A project with a commit, ready for a proposal."""
    root = tmp_path / "voorstel"
    for path in ("stories/a.md", "docs/index.md", "scripts/check.py", "kennisbank/vocabularies/rol.yml"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("oud\n", encoding="utf-8")
    git(root.parent, "init", "--quiet", "--initial-branch", "main", str(root))
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "begin")
    return root


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("stories/b.md", "nee"),
        ("stories/b/foto.jpg", "nee"),
        ("werkvormen/w.md", "nee"),
        ("ingetrokken.txt", "nee"),
        ("lijsten/plaats.yml", "nee"),
        ("ruimte.yml", "ja"),
        ("docs/over/index.md", "nee"),
        ("scripts/check.py", "ja"),
        ("kennisbank/vocabularies/rol.yml", "ja"),
        (".github/workflows/controle.yml", "ja"),
        ("mkdocs.yml", "ja"),
        ("storiesx/b.md", "ja"),
        ("sub/stories/b.md", "ja"),
        ("Makefile", "ja"),
        (".gitattributes", "ja"),
    ],
)
def test_what_a_proposal_changes(proposal: Path, path: str, kind: str) -> None:
    (proposal / path).parent.mkdir(parents=True, exist_ok=True)
    (proposal / path).write_text("nieuw\n", encoding="utf-8")
    (proposal / "docs" / "index.md").write_text("nieuw\n", encoding="utf-8")
    git(proposal, "checkout", "--quiet", "-b", "voorstel")
    git(proposal, "add", ".")
    git(proposal, "commit", "--quiet", "-m", "voorstel")
    git(proposal, "checkout", "--quiet", "main")
    git(proposal, "merge", "--quiet", "--no-ff", "-m", "samen", "voorstel")
    assert soort(proposal) == (0, f"code={kind}\n")


def test_code_that_is_moved_into_content_is_code(proposal: Path) -> None:
    git(proposal, "mv", "scripts/check.py", "docs/check.md")
    git(proposal, "commit", "--quiet", "-m", "verplaatst")
    assert soort(proposal) == (0, "code=ja\n")


def test_without_a_parent_nothing_is_said(proposal: Path) -> None:
    status, said = soort(proposal)
    assert (status != 0, said) == (True, "")


def test_content_is_the_same_everywhere() -> None:
    named = re.search(r"^CONTENT := (.+)$", MAKEFILE, re.MULTILINE)
    assert named
    assert {*named[1].split(), settings.FILE} == {*CONTENT}, (
        "settings are checked with a commit, and are more than content"
    )


def test_a_proposal_of_this_project_is_checked_whole(tmp_path: Path) -> None:
    """What the closed lists name, and what is made from them, must be there in a copy of the project too."""
    root = tmp_path / "voorstel"
    for folder in ("stories", "werkvormen", "ruimtes", "docs", "lijsten", "kennisbank/vocabularies", ".github"):
        shutil.copytree(PROJECT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "CITATION.cff", root)

    def output() -> tuple[int, str]:
        result = run("check.py", "--root", root, "--format", "github")
        return result.returncode, result.stdout

    assert output() == (0, "")
    (root / "werkvormen" / "twaalf-rollen.md").unlink()
    status, said = output()
    assert status == 1
    assert "::error file=kennisbank/vocabularies/rol.yml,line=" in said


def test_the_lock_agrees_with_the_bounds() -> None:
    """Dependabot changes the bounds only: without `make lock` nothing would be newer."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = [one for names in project["optional-dependencies"].values() for one in names]
    site, tools = (pinned(name) for name in ("requirements.lock", "requirements-tools.lock"))
    for lock, bounds in ((site, project["dependencies"]), (tools, [*project["dependencies"], *extra])):
        for bound in map(Requirement, bounds):
            assert lock[bound.name.lower()] in bound.specifier, f"{bound}: run make lock"
    assert site.items() < tools.items(), "run make lock"
    wanted = {Requirement(bound).name.lower() for bound in project["dependencies"]}
    assert not site.keys() & {Requirement(bound).name.lower() for bound in extra} - wanted


def pinned(name: str) -> dict[str, str]:
    """Return the version of each package that a lock pins, each with its hashes and without a registry."""
    lock = (PROJECT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    packages = re.split(r"(?m)^(?=[\w.-]+==)", lock)[1:]
    assert all("--hash=sha256:" in package for package in packages)
    return {package.partition("==")[0]: re.split(r"[ ;]", package.partition("==")[2])[0] for package in packages}


def test_the_lock_of_node_agrees_and_names_no_registry() -> None:
    """Every package has its hash, and comes from whatever registry the machine uses."""
    root, *packages = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"].values()
    wanted = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    assert root["devDependencies"] == wanted["devDependencies"], "run make lock"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted["devDependencies"].values())
    assert len(packages) > 20
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages), "run make lock"
