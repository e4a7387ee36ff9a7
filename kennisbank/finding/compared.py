"""How words are compared: as the scripts of the finder compare them (`pages/zoeken/script/words.js`)."""

from __future__ import annotations

import re
import unicodedata

from kennisbank.reading.markup import WORD

ACCENT = re.compile(r"[\u0300-\u036f]")


def plain(text: str) -> str:
    """Return a text as it is compared: small letters without accents, one space between words, no other signs."""
    text = text.lower()
    if not text.isascii():
        text = ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(WORD.findall(text))
