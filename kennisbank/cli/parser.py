"""What the commands share: Dutch help, and Dutch words for wrong use."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from kennisbank import PROJECT
from kennisbank.parts.sentences import listing

# What argparse says of wrong use, in the words of every Python that this project runs on, and what we say instead.
ARGPARSE_DUTCH = (
    (r"invalid choice: (.+?)(?:, maybe you meant .+)? \(choose from (.+)\)", r"\1 kan niet; kies uit \2"),
    (r"unrecognized arguments: (.+)", r"onbekend: \1"),
    (r"expected one argument", r"hier hoort een waarde achter"),
    (r"ignored explicit argument (.+)", r"hier hoort geen waarde achter, dus ook niet \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 kan meer dan één ding zijn: \2"),
    (r"the following arguments are required: (.+)", r"verplicht: \1"),
)


def spoken(root: Path, make: str, command: str) -> str:
    """Return how somebody gives a command: with `make` in the folder of the tool itself, elsewhere as `command`."""
    return f"make {make}" if (root / "Makefile").is_file() and (root / "kennisbank").is_dir() else f"ruimte {command}"


class _Formatter(argparse.HelpFormatter):
    """Says "gebruik" where argparse says "usage"."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch: its own titles, its own --help, its own errors.

    It knows --root, unless the command makes one (`rooted`).
    """

    def __init__(self, *, rooted: bool = True, **more: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **more)
        self.files = self.add_argument_group("bestanden")
        self.choices = self.add_argument_group("keuzes")
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")
        if rooted:
            explanation = "de map met de map stories erin (standaard: dit project)"
            self.add_argument("--root", type=Path, default=PROJECT, metavar="MAP", help=explanation)

    def add_argument(self, *names: Any, **more: Any) -> argparse.Action:
        """Add an argument below the Dutch title for its kind; names and the rest are those of argparse."""
        return (self.choices if names[0].startswith("-") else self.files).add_argument(*names, **more)

    def add_engine(self, names: Sequence[str], default: str) -> None:
        """Add the choice of what makes the pages: one of `names`."""
        explanation = f"wat de pagina's maakt: {listing(names)} (standaard: {default})"
        self.add_argument("--engine", choices=names, default=default, metavar="NAAM", help=explanation)

    def need(self, engine: str, lacking: str) -> None:
        """End with status 2 where a package is lacking that the chosen engine needs, and say how to get it."""
        if lacking:
            self.error(
                f"{engine} is hier niet geïnstalleerd. Zet het erbij met: {sys.executable} -m pip install {lacking}"
            )

    def parse(self, given: Sequence[str] | None = None) -> tuple[argparse.Namespace, Path]:
        """Return the arguments and the root of the content; ends with status 2 when that is no folder.

        Without `given` the arguments are those of the process.
        """
        arguments = self.parse_args(given)
        root: Path = arguments.root.resolve()
        if not root.is_dir():
            self.error(f"de map {arguments.root} is er niet")
        return arguments, root

    def error(self, message: str) -> NoReturn:
        """End with status 2, the usage and one sentence: ours as it is, one of argparse in Dutch."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {_dutch(message)}\n")


def _dutch(message: str) -> str:
    """Return a message of argparse in Dutch, after the name of the argument that it is about; another one as it is."""
    name = re.match(r"argument (.+?: )", message)
    about, said = (name[1], message[name.end() :]) if name else ("", message)
    for english, dutch in ARGPARSE_DUTCH:
        if match := re.fullmatch(english, said, re.DOTALL):
            return about + match.expand(dutch)
    return message
