"""The command `ruimte`: lists what can be done, and passes what follows a name to the module of that name."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

NAME = "ruimte"
NAMES = "init check new serve build samen stage look withdraw papers addresses links previous staged bench".split()
"""The commands, in the order in which they are shown: each is a module beside this one."""
USE = f"gebruik: {NAME} OPDRACHT ..."
MORE = f"Meer over een opdracht: {NAME} OPDRACHT --help"
MISSING = "Er ontbreken onderdelen. Geef één keer de opdracht make check; die zet alles klaar."


class Command(Protocol):
    """What the module of a command has."""

    ABOUT: str
    """What it does: one Dutch sentence."""

    def main(self, given: Sequence[str] | None = None, prog: str | None = None) -> int:
        """Do it with the arguments `given` (or those of the process), as `prog`; returns the exit status."""


def main(given: Sequence[str] | None = None) -> int:
    """Run the command that the first argument names; without one, list them all. Returns the exit status."""
    name, *rest = (sys.argv[1:] if given is None else given) or ["--help"]
    try:
        if name in {"-h", "--help"}:
            print(overview())
            return 0
        if name in NAMES:
            return command(name).main(rest, f"{NAME} {name}")
    except ModuleNotFoundError as missing:
        if os.environ.get("KENNISBANK_DEBUG") or f"{missing.name}.".startswith("kennisbank."):
            raise
        print(MISSING, file=sys.stderr)
        return 2
    meant = "".join(f' Bedoelde je "{guess}"?' for guess in difflib.get_close_matches(name, NAMES, 1))
    print(f'{USE}\n{NAME}: de opdracht "{name}" is er niet.{meant} Alle opdrachten: {NAME} --help', file=sys.stderr)
    return 2


def command(name: str) -> Command:
    """Return the module of a command; only then is what it needs imported."""
    return cast(Command, importlib.import_module(f"kennisbank.cli.{name}"))


def overview() -> str:
    """Return what `ruimte` alone shows: each command with its sentence."""
    width = max(map(len, NAMES))
    lines = [f"  {name:{width}}  {command(name).ABOUT}" for name in NAMES]
    return "\n".join([USE, "", "opdrachten:", *lines, "", MORE])
