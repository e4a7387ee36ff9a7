"""Pieces of Markdown that every engine reads alike: a link, a list, a heading, fields at the head of a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

MARKS = re.compile(r"([\\`*_\[\]])")
STARTS = re.compile(r"^(#+\s|[-+]\s|>|\d+(?=[.)]\s))")
ENTITY = re.compile(r"&(?=#?\w+;)")


def words(text: str) -> str:
    """Return a text of which no sign means anything to Markdown, nor to HTML: not every reader knows `\\<`."""
    marked = MARKS.sub(r"\\\1", ENTITY.sub("&amp;", " ".join(text.split())).replace("<", "&lt;"))
    found = STARTS.match(marked)
    if not found:
        return marked
    return f"{found[1]}\\{marked[found.end() :]}" if found[1].isdigit() else f"\\{marked}"


def heading(level: int, text: str) -> str:
    return f"{'#' * level} {words(text)}"


def bullets(items: Iterable[str]) -> str:
    """Return a list; nothing where there are no items."""
    return "\n".join(f"- {item}" for item in items if item)


def numbers(items: Iterable[str]) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def together(blocks: Iterable[str]) -> str:
    """Return blocks with an empty line between them; those that are empty are left out."""
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"


def section(title: str, *blocks: str, level: int = 2) -> str:
    """Return blocks under a heading; nothing where none of them says anything."""
    body = together(blocks).strip("\n")
    return f"{heading(level, title)}\n\n{body}" if body else ""


def headed(fields: Mapping[str, Any], text: str) -> str:
    """Return a text with its fields before it, as YAML between two lines of three hyphens."""
    head = "".join(
        yaml.safe_dump(
            {name: value},
            allow_unicode=True,
            sort_keys=False,
            width=10_000,
            default_flow_style=None if isinstance(value, list | dict) else False,
        )
        for name, value in fields.items()
    )
    return f"---\n{head}---\n\n{text}"


@dataclass(frozen=True)
class Places:
    """Where each page lies: `files` by address, below the folder of the pages; `here` is the file that is written."""

    files: Mapping[str, str]
    here: str = ""

    def at(self, address: str) -> Places:
        """Return the same for the page at an address."""
        return Places(self.files, self.files[address])

    def to(self, address: str) -> str:
        """Return the way from here to the page at an address; nothing where there is none."""
        found = self.files.get(address.partition("#")[0])
        return self.beside(found) if found and "?" not in address else ""

    def beside(self, file: str) -> str:
        """Return the way from here to a file."""
        return posixpath.relpath(file, posixpath.dirname(self.here) or ".")

    def link(self, label: str, address: str) -> str:
        """Return a link to the page at an address; where there is none, its label."""
        target = self.to(address) if address else ""
        return f"[{words(label)}]({target})" if target else words(label)
