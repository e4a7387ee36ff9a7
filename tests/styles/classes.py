"""The classes of the site: which sheet styles each, and which template, script or extension of Markdown uses it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

SILENT = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)
PRELUDE = re.compile(r"([^{};]+)\{")
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
ATTRIBUTE = re.compile(r"""\sclass="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\}|\{(?![{%]))*)\"""", re.DOTALL)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
QUOTED = re.compile(r"""["'](rb-[\w-]+(?: rb-[\w-]+)*)["']""")
SET = re.compile(r"""(?:classList\.\w+\(|className\s*=|\bclass:|"class",)\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)""")
COMPARED = re.compile(r"""[!=]= *(?:"[^"]*"|'[^']*')""")
WORD = re.compile(r"\brb-[\w-]+")
OPEN = "\0"
"""Where the rest of a name is not known before a page is made."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a class, where, in English: it is said to who writes code."""

    name: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: .{self.name} {self.message}"


def styled(css: str) -> set[str]:
    """Return the classes that the selectors of a style sheet name."""
    rules = (found[1] for found in PRELUDE.finditer(SILENT.sub(" ", css)))
    return {name for rule in rules if not rule.strip().startswith("@") for name in CLASS.findall(rule)}


def in_template(html: str) -> set[str]:
    """Return the classes that a template gives, those in its expressions too; one that ends with `OPEN` goes on."""
    found: set[str] = set()
    for text in ATTRIBUTE.findall(html):
        expressions = COMPARED.sub("", " ".join(JINJA.findall(text)))
        found |= {
            word for words in re.findall(r"\"([^\"]*)\"|'([^']*)'", expressions) for word in " ".join(words).split()
        }
        plain = re.sub(r"\{%.*?%\}", " " if re.search(r"\s\{%|%\}\s", text) else "", text)
        found |= {*re.sub(r"\{\{.*?\}\}|\{[a-z_.]+\}", OPEN, plain, flags=re.DOTALL).split()}
    for piece in JINJA.findall(html):
        found |= {word for words in QUOTED.findall(piece) for word in words.split()}
    return {re.sub(f"{OPEN}.*", OPEN, name) for name in found if name != OPEN and not name.startswith(OPEN)}


def in_script(text: str) -> set[str]:
    """Return the classes that a script gives to what it makes, or changes."""
    flat = re.sub(r"\$\{[^{}]*\}", OPEN, re.sub(r"\$\{[^{}]*\$\{[^{}]*\}[^{}]*\}", OPEN, text))
    given = ("".join(found) for found in SET.findall(flat))
    words = (word for names in given for word in names.split())
    return {re.sub(f"{OPEN}.*", OPEN, word) for word in words if not word.startswith(OPEN)}


def faults(
    sheets: Mapping[str, str],
    templates: Mapping[str, str],
    scripts: Mapping[str, str],
    others: Collection[str],
    hooks: Collection[str],
) -> Iterator[Fault]:
    """Yield each class that more than one component styles, that nobody uses, or that no sheet has.

    `sheets`, `templates` and `scripts` are texts by name; the sheets of a component are those with its name before the
    colon. `others` are the words in code that may be classes, and `hooks` the classes without a style.
    """
    owners: dict[str, set[str]] = {}
    for sheet, css in sheets.items():
        for name in styled(css):
            owners.setdefault(name, set()).add(sheet.partition(":")[0])
    for name, found in sorted(owners.items()):
        if len(found) > 1:
            yield Fault(name, " and ".join(sorted(found)), "is styled by more than one component.")
    given = [(where, name) for where, html in templates.items() for name in in_template(html)]
    given += [(where, name) for where, text in scripts.items() for name in in_script(text)]
    used = {*others, *(word for text in scripts.values() for word in WORD.findall(text))}
    whole = {*used, *(name for _, name in given if not name.endswith(OPEN))}
    begun = {name.rstrip(OPEN) for _, name in given if name.endswith(OPEN)}
    starts = tuple(begun)
    for name in sorted(owners.keys() - whole):
        if not name.startswith(starts):
            yield Fault(name, " and ".join(sorted(owners[name])), "is styled, and nothing uses it.")
    for where, name in sorted(given):
        if not _has(name, owners, hooks):
            yield Fault(name.rstrip(OPEN), where, "has no style. Take it away, or list it as a hook.")
    for name in sorted({*hooks} & owners.keys()):
        yield Fault(name, " and ".join(sorted(owners[name])), "is listed as a hook without style.")
    for name in sorted({*hooks} - {name for _, name in given}):
        yield Fault(name, "the list of hooks", "is given by nothing.")


def _has(name: str, owners: Iterable[str], hooks: Collection[str]) -> bool:
    """Tell whether a class, or one that begins so, is in a sheet or among the hooks."""
    if name.endswith(OPEN):
        return any(owner.startswith(name.rstrip(OPEN)) for owner in owners)
    return name in owners or name in hooks
