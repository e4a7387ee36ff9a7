"""What the command line doors share: Dutch help and the words of their reports."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from kennisbank import PROJECT, problems, settings, urls
from kennisbank.frontmatter import Refused

ARGPARSE_DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "bestanden",
    "options": "keuzes",
    "show this help message and exit": "toon deze uitleg",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet; kies uit %(choices)s",
    "unrecognized arguments: %s": "onbekend: %s",
    "expected one argument": "hier hoort een waarde achter",
    "the following arguments are required: %s": "verplicht: %s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch and knows --root; argparse takes its texts from a translation function."""

    def __init__(self, **more: Any) -> None:
        argparse._ = lambda text: ARGPARSE_DUTCH.get(text, text)  # type: ignore[attr-defined]
        super().__init__(**more)
        explanation = "de map met de map stories erin (standaard: dit project)"
        self.add_argument("--root", type=Path, default=PROJECT, metavar="MAP", help=explanation)

    def parse(self) -> tuple[argparse.Namespace, Path]:
        """Return the arguments and the root of the content; ends with status 2 when that is no folder."""
        arguments = self.parse_args()
        root: Path = arguments.root.resolve()
        if not root.is_dir():
            self.error(f"de map {arguments.root} is er niet")
        return arguments, root

    def error(self, message: str) -> NoReturn:
        """End with status 2, the usage and one sentence."""
        super().error(message)


def counted(number: int) -> str:
    """Return the last line of a check: how many problems, and where each is explained."""
    line = problems.counted(number)
    return f"{line} Uitleg met voorbeelden: {explained()}" if number else line


def explained() -> str:
    """Return the address of the page with every message."""
    return site_address() + urls.FOUTMELDINGEN


def site_address() -> str:
    """Return the address of the site; a slash where it has none yet."""
    try:
        return settings.read().site
    except Refused:
        return "/"
