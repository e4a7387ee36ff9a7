"""What a text is cleaned of, because it is clear what was meant: by the check here, and by the form in the same way.

What cannot be guessed is refused by name (`files.decode`): a letter that was lost, a character that nobody sees.
"""

from __future__ import annotations

import re
import unicodedata

WRITTEN = {
    "\u00ad": "",  # soft hyphen: where a word may be broken in another program
    "\u200b": "",  # zero-width space
    "\u200c": "",  # zero-width non-joiner
    "\u200e": "",  # marks of direction
    "\u200f": "",
    "\u2060": "",  # word joiner
    "\u0132": "IJ",
    "\u0133": "ij",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u00a0": " ",  # no-break spaces: a sign of a paragraph gets its own when a page is made
    "\u2007": " ",
    "\u202f": " ",
}
"""A character, and what is written instead."""
BULLETS = "\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf02d\u2022\u2023\u25aa\u25e6\u25cf"
"""What Word and others show as the sign of an item of a list; the first ones only in their own letters."""
ITEM = re.compile(rf"^([ \t]*)[{BULLETS}][ \t]*", re.MULTILINE)
"""Such a sign where a line begins."""
SECOND = "\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u201e\u2020-\u2022\u2026-\u203a\u20ac\u2122"
"""How Windows-1252 shows the second byte of a letter in UTF-8."""
MISREAD = (
    f"[\u00c3\u00c2](?:[{SECOND}]|(?=[ \\n]))"
    "|\u00e2\u20ac[\u0080-\u00bf\u0153\u02dc\u201c\u201d\u2018-\u201a\u2122\u00a6]?"
)
"""A letter or a sign of which each byte was read as a letter of its own: an A with a tilde and more for an é."""
LOST = re.compile(f"\ufffd|[\ue000-\uf8ff]|[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{{3,}}|{MISREAD}")
"""What stands where a letter was: that of who could not read it, of one program alone, marks heaped on a letter."""
LOST_SIGN = re.compile("[\ufffd\ue000-\uf8ff\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff\u00c3\u00c2\u00e2]")
"""The first character of each of those."""
PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])
"""What a text is made of for the most part."""
CHARACTERS = re.compile(f"[{''.join(WRITTEN)}]")


def clean(text: str) -> str:
    """Return a text with what was meant: each line stays a line."""
    if text.isascii():
        return text
    text = CHARACTERS.sub(lambda match: WRITTEN[match.group()], text)
    return unicodedata.normalize("NFC", ITEM.sub(r"\1- ", text))


def rare(text: str) -> str:
    """Return the characters of a text that are not plain ASCII, in their order: few, to look for more in."""
    return text.encode("utf-8", "surrogatepass").translate(None, PLAIN).decode("utf-8", "surrogatepass")


def named(text: str) -> str:
    """Return what to call a character that is no letter."""
    if text[0].isalpha() and text[0] < "\u0100":  # read wrongly: it can be seen
        return text
    first = f"U+{ord(text[0]):04X}"
    return f"{first} (�)" if text == "\ufffd" else f"{first} ({len(text)} tekens op elkaar)" if len(text) > 1 else first
