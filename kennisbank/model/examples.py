"""The fields of a text as this site tells them: examples of its own region, as many values as its lists have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kennisbank.model.fields import EVERY, FieldSpec, specs
from kennisbank.model.numbers import in_words
from kennisbank.model.vocabulary import Vocabulary, fold

LIST = "voorbeeld"
"""The list with the names that examples have: the label of a value stands in the gap of its slug."""
PLACES = {"plaats": "regio", "buurplaats": "buurregio", "elders": "elders-regio"}
"""The gaps that name a place, and for each that of its region."""
STORIES = ("verhaal", "verhaal-twee")
"""The gaps that name a story."""
NEEDED = (
    *PLACES,
    "titel",
    "bestand",
    "school",
    "partner",
    "praktijk",
    *STORIES,
    "bron",
    "ruimte",
    "ruimte-twee",
)
"""The gaps that fields and messages have: the list fills each of them."""
GAP = re.compile(r"\{([a-z-]+)\}")


def gaps(vocabularies: Mapping[str, Vocabulary]) -> dict[str, str]:
    """Return what stands in each gap of an example, by its name.

    `streek` are the provinces, as in "Noordland of Zuidland", and `aantal` how many ruimtes there are, in words. A gap
    of which the lists do not know what belongs there is not among them.
    """
    found = {term.slug: term.label for term in vocabularies[LIST].terms} if LIST in vocabularies else {}
    regions = {fold(term.label): term.extra["regio"] for term in vocabularies["plaats"].terms}
    for place, region in PLACES.items():
        if fold(found.get(place, "")) in regions:
            found[region] = regions[fold(found[place])]
    if "ruimte" in vocabularies:
        found["aantal"] = in_words(len(vocabularies["ruimte"].terms))
    return found | {"streek": streek(vocabularies, "of")}


def streek(vocabularies: Mapping[str, Vocabulary], word: str = "en") -> str:
    """Return the provinces as a sentence has them, with `word` before the last."""
    *first, last = [term.label for term in vocabularies["provincie"].terms] or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def filled(text: str, known: Mapping[str, str]) -> str:
    """Return a text with its gaps filled; one that nobody knows stays as it is."""
    return GAP.sub(lambda gap: known.get(gap[1], gap[0]), text)


def told(record: type[Any], vocabularies: Mapping[str, Vocabulary]) -> dict[str, FieldSpec]:
    """Return the fields of a record by name, in its order, with the gaps of help and example filled.

    `most` of a field that may have every value of its list is their number.
    """
    known = gaps(vocabularies)
    return {name: _told(spec, known, vocabularies) for name, spec in specs(record).items()}


def _told(spec: FieldSpec, known: Mapping[str, str], vocabularies: Mapping[str, Vocabulary]) -> FieldSpec:
    most = len(vocabularies[spec.vocabulary].terms) if spec.most == EVERY else spec.most
    return replace(spec, help=filled(spec.help, known), example=filled(spec.example, known), most=most)
