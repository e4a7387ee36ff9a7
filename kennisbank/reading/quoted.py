"""Whether words stand so in a text: between quotation marks, or as a whole sentence of it."""

from __future__ import annotations

import re

from kennisbank.reading import markup

SIGN = re.compile("[\"'`´‘’‚‛“”„‟«»‹›]")
"""Every sign that opens or closes a quotation: which one somebody types says nothing."""
OPENS = re.compile(r"[^\w']'$")
"""What stands before words that are quoted: a sign that is not the apostrophe in a word."""
CLOSES = re.compile(r"^[,.!?…]?'(?!\w)")
"""What stands after them."""
BEGINS = re.compile(r"[.!?…:]'? '?$")
"""What stands before a sentence: the end of another."""
FULL = re.compile(r"[.!?…]'?$")
"""How a whole sentence ends."""
ENDS = re.compile("^'? ")
"""What stands after it."""
NEAR = 4
"""How many signs each of these patterns looks at, at most."""


def spoken(body: str, words: str) -> bool | None:
    """Tell whether words stand between quotation marks in a text (True), or are a sentence of it (False).

    None says that they do not stand there so.
    """
    text, wanted = f". {_folded(markup.plain(body))} ", bare(_folded(words))
    sentence: bool | None = None
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        before, after = text[max(0, at - NEAR) : at], text[at + len(wanted) :][:NEAR]
        if OPENS.search(before) and CLOSES.search(after):
            return True
        if BEGINS.search(before) and FULL.search(wanted) and ENDS.search(after):
            sentence = False
        at = text.find(wanted, at + 1)
    return sentence


def bare(words: str) -> str:
    """Return words without the quotation marks around them: the page has its own."""
    around = len(words) > 1 and SIGN.fullmatch(words[0]) and SIGN.fullmatch(words[-1])
    return words[1:-1].strip() if around else words


def _folded(text: str) -> str:
    """Return a text on one line, with one sign for all quotation marks."""
    return " ".join(SIGN.sub("'", text).split())
