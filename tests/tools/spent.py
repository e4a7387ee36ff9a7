"""Tell on which part of its work a build in one process spends its CPU seconds, while it runs.

    python -m tests.tools.spent REPORT [arguments of the build]

Some hundred times per CPU second it looks at what the process is doing. Each look counts for the CPU seconds since the
one before: a long stretch of C, in which Python looks at nothing, gets all of its own. The parts are those of a build
(`OUTER`), and within the making of pages those that take turns (`INNER`). REPORT gets JSON: CPU seconds by part.
"""

from __future__ import annotations

import functools
import json
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType

from kennisbank import PROJECT
from kennisbank.cli import build

EACH = 0.005
"""CPU seconds between looks."""
OTHER, IMPORTS, WRITING = "the rest", "imports", "writing, moving and clearing away"
WRITES = frozenset(
    "write_text write_bytes write_file write mkdir makedirs replace rename link symlink unlink rmtree _rmtree_safe_fd "
    "copy copyfile copy2 copytree merge exchange take drop _equal".split()
)
"""Functions of the libraries, and of those of our own that move files, that change what is on the disk."""
DISK = (
    "/pathlib.py",
    "/pathlib/",
    "/shutil.py",
    "/os.py",
    "<frozen os>",
    "/mkdocs/utils/",
    "kennisbank/building/publish.py",
    "kennisbank/building/stock.py",
    "kennisbank/building/tree.py",
)
OUTER = {
    "kennisbank/reading/loader.py": "loading: reading and judging",
    "kennisbank/building/verify.py": "read-back",
    "kennisbank/building/whole.py:_judged": "read-back",
    "kennisbank/finding/indexing.py": "index of the finder",
    "kennisbank/outputs/": "files beside the pages",
}
"""What a look belongs to, whatever is called there: part of the path of a file, or that and a function. The outermost
counts."""
INNER = {
    "/markdown/": "Markdown",
    "/jinja2/": "templates",
    ".html": "templates",
    ".xml": "templates",
    "kennisbank/pages/": "views",
    "kennisbank/finding/": "views",
    "kennisbank/model/": "views",
    "kennisbank/parts/": "views",
    "/mkdocs/": "the engine",
    "kennisbank/engines/": "the engine",
}
"""The same, where the innermost counts."""


@functools.cache
def _outer(file: str, function: str) -> str:
    if "importlib" in file:
        return IMPORTS
    ours = file.removeprefix(f"{PROJECT}/")
    return next((part for start, part in OUTER.items() if f"{ours}:{function}".startswith(start)), "")


@functools.cache
def _inner(file: str) -> str:
    ours = file.removeprefix(f"{PROJECT}/")
    return next(
        (
            part
            for piece, part in INNER.items()
            if (ours.startswith(piece) if piece.startswith("kennis") else piece in ours)
        ),
        "",
    )


def part(stack: Sequence[tuple[str, str]]) -> str:
    """Return the part of the work to which a stack belongs: (file, function) of each frame, the innermost first."""
    file, function = stack[0]
    if function in WRITES and any(place in file for place in DISK):
        return WRITING
    outer = next(filter(None, (_outer(*frame) for frame in reversed(stack))), "")
    return outer or next(filter(None, (_inner(file) for file, _ in stack)), OTHER)


def watched(work: Callable[[], int]) -> tuple[int, dict[str, float]]:
    """Do some work; returns what it returns, and the CPU seconds of this process by part of the work."""
    last = time.process_time()
    spent = {IMPORTS: last}

    def look(_: int, frame: FrameType | None) -> None:
        nonlocal last
        stack = []
        while frame:
            stack.append((frame.f_code.co_filename, frame.f_code.co_name))
            frame = frame.f_back
        now = time.process_time()
        belongs = part(stack)
        spent[belongs] = spent.get(belongs, 0) + now - last
        last = time.process_time()

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EACH, EACH)
    try:
        return work(), spent
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def read(report: Path) -> dict[str, float]:
    """Return what a report says: CPU seconds by part."""
    found: dict[str, float] = json.loads(report.read_text(encoding="utf-8"))
    return found


def table(what: str, builds: Sequence[str], found: Sequence[Mapping[str, float]]) -> str:
    """Return a Markdown table of builds: CPU seconds by part and their share, the largest part of the first on top."""
    head = [what, *(f"{name}: CPU seconds" for name in builds)]
    lines = [head, ["---", *["---:"] * len(builds)]]
    parts = sorted({name for each in found for name in each}, key=lambda name: (-found[0].get(name, 0), name))
    for name in parts:
        shares = (f"{each.get(name, 0):.2f} ({each.get(name, 0) / sum(each.values()):.0%})" for each in found)
        lines.append([name, *shares])
    lines.append(["all of it", *(f"{sum(each.values()):.2f}" for each in found)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    report, *arguments = sys.argv[1:]
    status, spent = watched(lambda: build.main(arguments))
    Path(report).write_text(json.dumps(spent), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
