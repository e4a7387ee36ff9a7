"""The record of a picture beside a text, and the field of that text which describes it."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.fields import Kind, field


@dataclass(frozen=True, kw_only=True)
class Beeld:
    """A picture in the folder of a text: what is to be seen, who made it, and that it may be shown."""

    bestand: str = field(
        Kind.FILE, "Bestand", "De naam van de afbeelding, die in dezelfde map staat als de tekst.", "kastje.jpg",
        required=True, maximum=120,
    )  # fmt: skip
    alt: str = field(
        Kind.TEXT, "Wat er te zien is", "Voor wie de afbeelding niet ziet: beschrijf wat erop staat.",
        '"Een houten kastje met drie voorwerpen achter glas."', required=True, minimum=5, maximum=300,
    )  # fmt: skip
    maker: str = field(
        Kind.TEXT, "Maker",
        "Wie maakte de afbeelding? De naam van een persoon zet je er alleen met toestemming van die persoon bij.",
        '"Voorbeeldmuseum"', required=True, minimum=2, maximum=120,
    )  # fmt: skip
    licentie: str = field(
        Kind.CHOICE, "Licentie", "Wat mogen anderen met de afbeelding doen?", "cc-by", required=True,
        vocabulary="licentie",
    )  # fmt: skip
    toestemming: bool = field(
        Kind.GRANTED, "Toestemming",
        "Mag de afbeelding op de site: van de maker, en van wie erop te herkennen is? Anders hoort zij niet in de map.",
        "ja", required=True,
    )  # fmt: skip
    bijschrift: str | None = field(
        Kind.TEXT, "Bijschrift", "Wat er onder de afbeelding komt te staan.", '"De kast van groep 5."', minimum=3,
        maximum=200,
    )  # fmt: skip


BEELDEN = (
    Kind.BEELDEN,
    "Beelden",
    "Alle afbeeldingen die bij deze tekst in de map staan, ook die je in de tekst een plaats geeft.",
    """
  - bestand: kastje.jpg
    alt: "Een houten kastje met drie voorwerpen achter glas."
    maker: "Voorbeeldmuseum"
    licentie: cc-by
    toestemming: ja""",
)
"""What every text that can have pictures says of them: kind, label, help and example of the field."""
MOST = 30
"""Pictures beside one text."""
