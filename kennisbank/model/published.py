"""The list of every address that was ever published: each keeps an answer, so that no link of anybody ends in nothing.

It is a text: an address on each line, from the root of the site and with a slash before it; where the page has moved,
the address that it moved to stands behind it. The list of the repository (`adressen.txt`) and that of the site that is
online are put together; neither ever loses a line, but for what was withdrawn, of which a site keeps no trace but its
short address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kennisbank.model import urls
from kennisbank.problems.problem import Problem, problem, quote

FILE = urls.PUBLISHED
HEAD = """\
# Elk adres dat ooit op de site stond, één op elke regel; erachter waar de pagina nu staat, als die verhuisde.
# Haal er nooit een regel weg: wie een oude link volgt, krijgt zo altijd antwoord. Bijwerken: make adressen.
"""
ADDRESS = re.compile(r"/(?:[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*/?)?")


@dataclass(frozen=True)
class Published:
    """What was published: for each address the one it moved to, or nothing; relative to the root, as in `urls`.

    `lines` tells where an address stands in the list of the repository.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def codes(self) -> dict[str, str]:
        """The codes that were given out, each with the address for which it was made, or nothing: that is withdrawn."""
        return {code: new for old, new in self.addresses.items() if (code := urls.code(old))}

    def joined(self, other: Published) -> Published:
        """Return both lists as one; where each says that a page moved, this one knows better.

        Of a short address the other knows better: it is the list of the site online, of which people have paper. One
        that either list has with nothing behind it was withdrawn, and stays so.
        """
        addresses = {
            **other.addresses,
            **{old: new or other.addresses.get(old, "") for old, new in self.addresses.items()},
        }
        both = filter(urls.code, self.addresses.keys() & other.addresses.keys())
        addresses |= {old: self.addresses[old] and other.addresses[old] for old in both}
        return Published(addresses, self.lines or other.lines, self.problems + other.problems)


def parse(text: str) -> Published:
    """Read the text of a list; a line that is no address is a problem, and the others still count."""
    addresses: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        if len(words) > 2 or not all(map(ADDRESS.fullmatch, words)):
            message = f"{quote(line.strip())} is geen adres van de site."
            problems.append(problem("adressen-lijst", FILE, message, line=number))
            continue
        old, new = (word[1:] for word in (*words, "/")[:2])
        addresses[old] = new if new != old else ""
        lines.setdefault(old, number)
    return Published(addresses, lines, tuple(problems))


def written(addresses: Mapping[str, str], but: Iterable[str] = ()) -> str:
    """Return the text of a list, in order of the addresses; those of `but` are left out, and what leads to them.

    A short address that leads to one of them stays, with nothing behind it: it may never be given to another text, and
    no one can tell what it was.
    """
    without = frozenset(but)
    bare = {old: "" for old, new in addresses.items() if urls.code(old) and not without.isdisjoint((old, new))}
    addresses = {**addresses, **bare}
    without -= bare.keys()
    rows = [
        f"/{old} /{new}" if new else f"/{old}"
        for old, new in sorted(addresses.items())
        if without.isdisjoint((old, new or old))
    ]
    return HEAD + "".join(f"{row}\n" for row in rows)
