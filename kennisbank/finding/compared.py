"""How words are compared: as the scripts of the finder compare them (`pages/zoeken/script/words.js`)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kennisbank.reading.markup import WORD

ACCENT = re.compile(r"[\u0300-\u036f]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
APART = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
"""What stands in the place of each sign of ASCII: Python looks a text up in it without a step for each sign."""


def plain(text: str) -> str:
    """Return a text as it is compared: small letters without accents, one space between words, no other signs."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Return the words of a text in their order, each as it is compared."""
    text = text.lower()
    if not text.isascii():
        # A text has few signs that are not in ASCII: to replace each is cheaper than to take all of the text apart.
        for sign in set(NOT_ASCII.findall(text)):
            text = text.replace(sign, _bare(sign))
        if not text.isascii():  # letters that are none of the alphabet with an accent: "ø"
            return WORD.findall(text)
    return text.translate(APART).split()


@cache
def _bare(sign: str) -> str:
    """Return what a sign is as it is compared: a letter without its accent, a space where it is no part of a word."""
    bare = ACCENT.sub("", unicodedata.normalize("NFKD", sign))
    return "".join(one if one.isascii() or one.isalnum() else " " for one in bare)
