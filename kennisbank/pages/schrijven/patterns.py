"""The regular expressions of the check as JavaScript reads them, so that the form refuses what the check refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\\.|[*+?}]\+|.", re.DOTALL)
CLASSES = {r"\w": r"\p{L}\p{N}_", r"\d": r"\p{Nd}"}
"""What a class of Python means: letters and digits of every script, where JavaScript knows those of ASCII."""
EDGE = r"(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))"
r"""What `\b` means for words of every script, where JavaScript knows those of ASCII."""
SAME = re.compile(r"\\[sStnux1-9^$\\.*+?()\[\]{}|/-]")
"""Escapes that are the same in both (under the flag u). JavaScript's white space also has U+FEFF, but lacks control
characters; a form takes both out before it compares."""


@dataclass(frozen=True, slots=True)
class Patroon:
    """A regular expression of JavaScript: its source and its flags."""

    bron: str
    vlaggen: str


def javascript(pattern: re.Pattern[str]) -> Patroon:
    """Return the same expression in JavaScript.

    A possessive quantifier becomes a greedy one: only for an expression that nothing after it can make fail.
    Raises `ValueError` for what cannot be said in JavaScript.
    """
    flags = "u" + "i" * bool(pattern.flags & re.IGNORECASE) + "m" * bool(pattern.flags & re.MULTILINE)
    if pattern.flags & (re.DOTALL | re.VERBOSE | re.ASCII) or "(?P" in pattern.pattern:
        raise ValueError(f"no way to say this in JavaScript: {pattern.pattern}")
    made: list[str] = []
    inside = False
    for token in TOKEN.findall(pattern.pattern):
        if token in CLASSES:
            made.append(CLASSES[token] if inside else f"[{CLASSES[token]}]")
        elif token == r"\b" and not inside:
            made.append(EDGE)
        elif token[0] == "\\":
            if not SAME.fullmatch(token):
                raise ValueError(f"no way to say {token} in JavaScript")
            made.append(token)
        elif inside or len(token) == 1:
            inside = token != "]" if inside else token == "["
            made.append(token)
        else:
            made.append(token[0])
    return Patroon("".join(made), flags)
