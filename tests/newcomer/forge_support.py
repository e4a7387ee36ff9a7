"""A forge on this computer: a repository with proposals, which runs the jobs of our own workflows, step by step.

What a step does is read from `.github/workflows/`: its commands run as they stand there. Only what GitHub itself
does for a step (`uses`) is done here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kennisbank import PROJECT

PROGRAMS = "sh bash env git make cat ls rm mkdir touch awk sed grep dirname basename head id test expr uname".split()
"""What a machine of a workflow has, as far as a step needs it; a browser is not among them."""
DOWNLOAD = "https://forge.example/artifacts/1"
PYTHON = """\
#!/bin/sh
if [ "$3" = previous ]; then
  shift 2
  PYTHONPATH=. exec "{python}" "{network}" "{online}" "$@"
fi
exec "{python}" "$@"
"""
"""The Python of a machine: this one, with a stand-in for the network."""
NETWORK = """\
import sys
from pathlib import Path

from kennisbank import PROJECT
from kennisbank.cli import commands
from kennisbank.contributing import web
from kennisbank.reading.settings import site_address


def ask(address, *, agent, limit):
    file = Path(sys.argv[1], address.removeprefix(site_address(PROJECT)))
    return web.Reply(200, file.read_bytes()[:limit]) if file.is_file() else web.Reply(404)


web.ask = ask
sys.exit(commands.main(sys.argv[2:]))
"""
"""What is online is a folder."""


def git(folder: Path, *arguments: str | Path) -> str:
    """Give a command of git, which must succeed; returns what it says."""
    identity = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl", "-c", "commit.gpgsign=false"]
    command = ["git", *identity, *map(str, arguments)]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{command} {result.stdout} {result.stderr}"
    return result.stdout


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow as it is written: `on` stays a word and `false` too."""
    text = (PROJECT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return found


@dataclass
class Ran:
    """What came of a job: the names of the steps that were done, and of the one that failed, if any; what they said.

    `keeps` are the folders that the next run of the job begins with.
    """

    done: list[str] = field(default_factory=list)
    failed: str = ""
    said: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    artifact: Path | None = None
    keeps: list[str] = field(default_factory=list)


class Forge:
    """The repository of the team below a folder, and the site that it puts online."""

    def __init__(self, folder: Path, start: Path) -> None:
        """Begin with a project (`start`, with its first commit on main)."""
        self.folder = folder
        self.team = folder / "team.git"
        self.online = folder / "online"
        self.kept = folder / "onthouden"
        self.number = 0
        self.programs = folder / "programma's"
        self.programs.mkdir()
        for name in PROGRAMS:
            if found := shutil.which(name):
                (self.programs / name).symlink_to(found)
        (folder / "netwerk.py").write_text(NETWORK, encoding="utf-8")
        git(folder, "clone", "--quiet", "--bare", start, self.team)

    def fork(self) -> Path:
        """Return the folder of somebody's own copy, as main is now."""
        self.number += 1
        copy = self.folder / f"kopie-{self.number}"
        git(self.folder, "clone", "--quiet", self.team, copy)
        git(copy, "checkout", "--quiet", "-b", "patch-1")
        return copy

    def propose(self, copy: Path) -> Ran:
        """Propose what stands in a copy, or propose it anew; returns what the check makes of it."""
        git(copy, "add", "--all")
        git(copy, "commit", "--quiet", "-m", "voorstel")
        git(self.team, "fetch", "--quiet", copy, "+patch-1:refs/pull/1/head")
        place = self.folder / "samen"
        shutil.rmtree(place, ignore_errors=True)
        git(self.folder, "clone", "--quiet", self.team, place)
        git(place, "fetch", "--quiet", "origin", "refs/pull/1/head")
        git(place, "merge", "--quiet", "--no-ff", "-m", "samen", "FETCH_HEAD")
        git(place, "push", "--quiet", "--force", "origin", "HEAD:refs/pull/1/merge")
        return self.run("controle", "inhoud")

    def merge(self) -> tuple[Ran, Ran]:
        """Take the proposal over; returns what building and publishing make of it."""
        git(self.team, "update-ref", "refs/heads/main", "refs/pull/1/merge")
        return self.publish()

    def publish(self) -> tuple[Ran, Ran]:
        built = self.run("publiceren", "bouwen")
        return built, self.run("publiceren", "online", given=built.artifact)

    def run(self, name: str, job: str, given: Path | None = None) -> Ran:
        """Run a job on a new machine; `given` is what another job handed over."""
        self.number += 1
        machine = self.folder / f"machine-{self.number}"
        machine.mkdir()
        ran = Ran(artifact=given)
        steps: dict[str, dict[str, str]] = {}
        for step in workflow(name)["jobs"][job]["steps"]:
            if not self._wanted(step.get("if", ""), steps):
                continue
            output = machine / "uit.txt"
            output.write_text("", encoding="utf-8")
            status = self._use(step, machine, ran) if "uses" in step else self._command(step, machine, ran, steps)
            said = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
            if "upload-artifact" in step.get("uses", ""):
                said["artifact-url"] = DOWNLOAD
            steps[step.get("id", "")] = said
            ran.outputs |= said
            if status and "continue-on-error" not in step:
                ran.failed = step["name"]
                break
            ran.done.append(step["name"])
        for folder in [] if ran.failed else ran.keeps:
            shutil.rmtree(self.kept / folder, ignore_errors=True)
            shutil.copytree(machine / folder, self.kept / folder)
        summary = machine / "samenvatting.md"
        ran.summary = summary.read_text(encoding="utf-8") if summary.exists() else ""
        return ran

    def _wanted(self, condition: str, steps: dict[str, dict[str, str]]) -> bool:
        """Tell whether a step is done: all conditions of ours compare an output, or ask what nobody chose."""
        if not condition or condition == "${{ !inputs.zonder_vergelijken }}":
            return True
        found = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+) == '(\w+)'", condition)
        assert found, condition
        return steps[found[1]].get(found[2]) == found[3]

    def _command(self, step: dict[str, Any], machine: Path, ran: Ran, steps: dict[str, dict[str, str]]) -> int:
        """Run a command as it stands in the workflow; returns its status."""

        def value(text: str) -> str:
            text = text.replace("${{ github.workspace }}", str(machine))
            return re.sub(r"\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}", lambda found: steps[found[1]][found[2]], text)

        environment = {
            "PATH": str(self.programs),
            "HOME": str(machine),
            "CI": "true",
            "GITHUB_OUTPUT": str(machine / "uit.txt"),
            "GITHUB_STEP_SUMMARY": str(machine / "samenvatting.md"),
            **{name: value(text) for name, text in step.get("env", {}).items()},
        }
        result = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=machine / step.get("working-directory", "."),
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        ran.said += result.stdout + result.stderr
        return result.returncode

    def _use(self, step: dict[str, Any], machine: Path, ran: Ran) -> int:
        """Do what GitHub does for a step."""
        action, options = step["uses"].partition("@")[0], step.get("with", {})
        place = machine / options.get("path", ".")
        if action == "actions/checkout":
            default = "refs/pull/1/merge" if (machine / "code").exists() else "refs/heads/main"
            reference = "refs/heads/main" if options.get("ref") == "${{ github.base_ref }}" else default
            place.mkdir(exist_ok=True)
            git(place, "init", "--quiet")
            depth = options.get("fetch-depth", "1")
            git(place, "fetch", "--quiet", "--depth", depth, self.team.as_uri(), reference)
            git(place, "checkout", "--quiet", "--detach", "FETCH_HEAD")
        elif action == "actions/setup-python":
            self._set_up((machine / options["python-version-file"]).parent)
        elif action in {"actions/upload-artifact", "actions/upload-pages-artifact"}:
            ran.artifact = machine / "bewaard"
            shutil.copytree(place, ran.artifact)
        elif action == "actions/cache":
            ran.keeps += options["path"].split()
            for folder in ran.keeps:
                if (self.kept / folder).exists():
                    shutil.copytree(self.kept / folder, machine / folder)
        elif action == "actions/deploy-pages":
            assert ran.artifact
            shutil.rmtree(self.online, ignore_errors=True)
            shutil.copytree(ran.artifact, self.online)
        else:
            raise AssertionError(f"what is {action}?")
        return 0

    def _set_up(self, project: Path) -> None:
        """Give a checkout a `.venv` with what is installed here, as if make had just made it."""
        python = project / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        network = self.folder / "netwerk.py"
        text = PYTHON.format(python=sys.executable, network=network, online=self.online)
        python.write_text(text, encoding="utf-8")
        python.chmod(0o755)
        (project / ".venv" / ".ready").touch()
