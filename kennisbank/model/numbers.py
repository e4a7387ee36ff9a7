"""Numbers in Dutch words, as a sentence has them."""

from __future__ import annotations

WORDS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien twintig"
).split()


def in_words(number: int) -> str:
    """Return a number in words: "negen"; above twenty in figures."""
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)
