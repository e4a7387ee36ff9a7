"""The scripts of a page as one file: its modules, each after what it asks for, so that a browser fetches them at once.

A module becomes a function that gives what it exports; a name of one is no name of another. What others made stays a
file of its own, and so does what a page only fetches when it needs that.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final

MAIN = "main.js"
"""The script in a folder that a page asks for; the others are its parts."""
OF_A_PART: Final = re.compile(rf"parts/[^/]+/script/{re.escape(MAIN)}")
"""The scripts of every page, which begin before its own."""
OF_EVERY_PAGE = "blad.js"
"""The file of a page that has no script of its own."""
OF_A_PAGE: Final = re.compile(rf"pages/([^/]+)/script/{re.escape(MAIN)}")
BARE = frozenset({"ingesloten"})
"""The kinds of page that have no scripts of every page: they stand on the site of somebody else."""
OTHERS = "/derden/"
"""What is in the address of a script of others."""
IMPORT: Final = re.compile(r'(?m)^import (?:\{([^}]*)\} from )?"(\.\.?/[^"]+)";\n?')
"""What a module asks for at once, with the names that it wants of it."""
LATER: Final = re.compile(r'\bimport\("(\.\.?/[^"]+)"\)')
"""What it asks for when it needs that."""
EXPORT: Final = re.compile(r"(?m)^export (?=(?:(?:async function|function|const|class) (\w+)|const \[([\w, ]+)\] = ))")
EXPORTED: Final = re.compile(r"(?m)^export \{([^}]*)\};\n?")
ELSE: Final = re.compile(r"(?m)^(?:import\b(?!\()|export\b).*")
"""What a module says in another way, which this does not understand."""
ALIAS: Final = re.compile(r"\s(?<!\s\s)\s*as\s+")


class Misunderstood(Exception):
    """A module that cannot be joined with others; the message says which, and what it says."""


def name(template: str) -> str:
    """Return the file of the scripts of a kind of page with this template."""
    return f"{template.removesuffix('.html')}.js"


def bundles(modules: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file that a page asks for; `modules` are texts by their address.

    Raises `Misunderstood`.
    """
    shared = tuple(sorted(filter(OF_A_PART.fullmatch, modules)))
    yield OF_EVERY_PAGE, _joined(modules, shared)
    for address in modules:
        if found := OF_A_PAGE.fullmatch(address):
            yield name(found[1]), _joined(modules, (address,) if found[1] in BARE else (*shared, address))


def beside(bundle: str, folder: str) -> Iterator[str]:
    """Yield the addresses of what others made that such a file asks for; it lies in `folder`."""
    for found in re.findall(r'(?m)^import \* as \w+ from "\./([^"]+)";', bundle):
        yield f"{folder}/{found}"


def _joined(modules: Mapping[str, str], begins: tuple[str, ...]) -> str:
    order: list[str] = []
    for address in begins:
        _place(modules, address, order, ())
    names = {address: f"m{number}" for number, address in enumerate(order)}
    outside = [f'import * as {names[one]} from "./{one}";\n' for one in order if OTHERS in f"/{one}"]
    inside = [_wrapped(modules[one], one, names, one in begins) for one in order if OTHERS not in f"/{one}"]
    return "".join([*outside, *inside])


def _place(modules: Mapping[str, str], address: str, order: list[str], above: tuple[str, ...]) -> None:
    """Add a module to an order, after what it asks for."""
    if address in order:
        return
    if address in above:
        raise Misunderstood(f"{address}: modules ask for each other in a circle: {' > '.join(above)}")
    if OTHERS not in f"/{address}":
        for _, other in IMPORT.findall(modules[address]):
            _place(modules, _at(address, other), order, (*above, address))
    order.append(address)


def _at(address: str, other: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), other))


def _wrapped(text: str, address: str, names: Mapping[str, str], begins: bool) -> str:
    """Return a module as a function that is called at once.

    Where one begins, whatever goes wrong in it goes wrong there alone, as in a module; and it may wait.
    """
    wanted, given = [], [one or several for one, several in EXPORT.findall(text)]
    for asked, other in IMPORT.findall(text):
        if asked.strip():
            parts = ", ".join(ALIAS.sub(": ", part.strip()) for part in asked.split(",") if part.strip())
            wanted.append(f"const {{ {parts} }} = {names[_at(address, other)]};\n")
    for exported in EXPORTED.findall(text):
        given += [": ".join(reversed(ALIAS.split(part.strip()))) for part in exported.split(",") if part.strip()]
    body = EXPORTED.sub("", EXPORT.sub("", IMPORT.sub("", text)))
    body = LATER.sub(lambda found: f'import("./{_at(address, found[1])}")', body)
    if said := ELSE.search(body):
        raise Misunderstood(f"{address}: {said[0]}")
    opened, back = ("(async () => {", "") if begins else (f"const {names[address]} = (() => {{", _returned(given))
    return f"{opened}\n{''.join(wanted)}{body.rstrip()}\n{back}}})();\n"


def _returned(given: list[str]) -> str:
    return f"return {{ {', '.join(given)} }};\n" if given else ""
