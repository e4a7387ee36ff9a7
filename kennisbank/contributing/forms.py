"""The forms in words: their steps, the fields of each, and help for who fills in a form instead of a file."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model import kinds


@dataclass(frozen=True)
class Step:
    """A part of the form: its fields by name.

    `body` adds the text itself, above them, and `address` the address of its page.
    """

    title: str
    text: str
    fields: tuple[str, ...] = ()
    body: bool = False
    address: bool = False


@dataclass(frozen=True)
class Group:
    """Fields that may stay empty and belong together."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """One of the forms: its words, and its steps, in which all stands that must be filled in.

    What may stay empty comes after them, each field folded: in the groups of `extra`, and those that no group names in
    a last one. `more` says why somebody would fill those in.
    """

    title: str
    description: str
    it: str
    steps: tuple[Step, ...]
    more: str
    extra: tuple[Group, ...] = ()


EXTRA = "Dit helpt anderen je te vinden"
"""What the part is called with all that may stay empty."""
REST = "Meer kenmerken"
"""What the last group in it is called."""
FORMS = {
    "verhaal": Form(
        "Schrijf een verhaal",
        "Vertel hoe school en culturele partner bij jullie samenwerken. Je vult het formulier in, kijkt het na en"
        " stuurt het in.",
        "het verhaal",
        (
            Step(
                "Waar gaat het over?",
                "Begin met het verhaal in het klein. Aan de titel en de samenvatting ziet een lezer of het over een"
                " school als de zijne gaat.",
                ("title", "samenvatting", "ruimtes"),
            ),
            Step(
                "Waar speelt het, en met wie?",
                "Hiermee vinden anderen jullie verhaal terug.",
                ("plaats", "regio", "schooltype", "partnertype", "speelde"),
            ),
            Step(
                "Het verhaal",
                "Schrijf zoals je het een collega vertelt. De vragen helpen je op weg; een deel dat niet past, laat je"
                " leeg.",
                body=True,
            ),
            Step(
                "Toestemming en bron",
                "Zonder toestemming komt een verhaal niet op de site.",
                ("toestemming", "toestemming_kenmerk", "bron", "datum"),
                address=True,
            ),
        ),
        "Niets hier is verplicht. Vul in wat je weet, en sla de rest over.",
        (
            Group("Wie, en wanneer", ("scholen", "partners", "sites", "periode")),
            Group(
                "Hoe pakten jullie het aan?",
                ("aanpak_trekker", "aanpak_tijd", "aanpak_groep", "aanpak_geld", "aanpak_eerste_stap", "gesprek"),
            ),
            Group("Wat eruit springt", ("citaat",)),
        ),
    ),
    "werkvorm": Form(
        "Schrijf een werkvorm",
        "Heb je een manier om met een groep in gesprek te gaan? Beschrijf het zo dat een ander er morgen mee aan de"
        " slag kan.",
        "de werkvorm",
        (
            Step(
                "Wat is het?",
                "Aan de titel en de samenvatting ziet een begeleider of dit past bij de bijeenkomst.",
                ("title", "samenvatting", "functie", "ruimtes"),
            ),
            Step("Wat heb je nodig?", "Tijd, mensen en spullen.", ("duur", "groep", "materiaal")),
            Step(
                "De werkvorm",
                "Schrijf voor iemand die er niet bij was. De vragen helpen je op weg; een deel dat niet past, laat je"
                " leeg.",
                body=True,
            ),
            Step("Bron", "Waar komt de werkvorm vandaan, en waar komt die te staan?", ("bron",), address=True),
        ),
        "Niets hier is verplicht. Wie een programma maakt, kiest hiermee wat past.",
        (
            Group("Hoe het gaat", ("moment", "hoogstens", "vorm", "energie", "delen", "met_kinderen")),
            Group("Wat je klaarzet", ("voorbereiding", "vooraf")),
        ),
    ),
    "praktijkvoorbeeld": Form(
        "Schrijf een praktijkvoorbeeld",
        "Heb je iets kleins meegemaakt waar een ander wat aan heeft? Schrijf het op in een paar zinnen. Namen zijn niet"
        " nodig.",
        "het praktijkvoorbeeld",
        (
            Step(
                "Waar gaat het over?",
                "Noem geen namen van scholen, partners of plaatsen: dan is er geen toestemming nodig. Of er toch een"
                " naam in staat, ziet dit formulier niet. Lees het zelf na; de controle kijkt ernaar als je het"
                " instuurt.",
                ("title", "samenvatting", "ruimtes"),
            ),
            Step(
                "Het voorbeeld",
                "Schrijf dertig tot honderdvijftig woorden. De vragen helpen je op weg.",
                body=True,
            ),
            Step(
                "Bron",
                "Waar komt het voorbeeld vandaan, en waar komt het te staan?",
                ("bron", "datum"),
                address=True,
            ),
        ),
        "Niets hier is verplicht. Hoe meer je kiest, hoe beter anderen het voorbeeld vinden.",
        (
            Group("Als je namen noemt", ("toestemming", "toestemming_kenmerk")),
            Group("Om over te praten", ("gesprek",)),
        ),
    ),
}
kinds.required("form", "FORMS in kennisbank/contributing/forms.py", FORMS, of=lambda kind: kind.form)
HELP = {
    "verhaal": {
        "scholen": "Namen van scholen, alleen met toestemming. Zet elke naam op een eigen regel.",
        "partners": "Namen van culturele partners, alleen met toestemming. Zet elke naam op een eigen regel.",
        "sites": "Adressen van de sites van scholen en partners. Zet elk adres op een eigen regel; het begint met"
        " https://.",
        "speelde": "Tussen welke jaren speelde dit? Schrijf een jaar (2019) of twee jaren (2017-2021). De lezer ziet"
        " dan hoe oud het verhaal is.",
        "periode": "In welke jaren precies? Vul dit alleen in als je het zeker weet: een jaar (2019) of twee jaren"
        " (2018-2021), binnen de jaren hierboven.",
        "gesprek": "Drie vragen over jullie verhaal, om samen te bespreken. Zet elke vraag op een eigen regel.",
        "toestemming_kenmerk": "Waar is de toestemming bewaard? Noem alleen de plek, bijvoorbeeld: archief 2026-12."
        " Stuur nooit het formulier zelf.",
        "bron": "Waar komt dit verhaal vandaan? Bijvoorbeeld: eigen verhaal van de leergemeenschap. Staat het in een"
        " boek of rapport, noem dan waar.",
        "gedeelde_praktijk": "Wat deelden de partners rond hun drijfveer? Zet elk ding op een eigen regel.",
        "concept": "Zet dit verhaal nog niet op de site. Wat je voorstelt, kan iedereen wel lezen.",
    },
    "werkvorm": {
        "ruimtes": "Bij welke ruimtes past de werkvorm?",
        "duur": "In minuten. Schrijf een getal (30) of een bereik (30-45).",
        "groep": "Met hoeveel mensen lukt het met één begeleider? Schrijf een getal (8) of een bereik (2-10).",
        "vorm": "Hoe zit je het langst? Schrijf plenair, tweetallen of groepjes van 3 (tot en met 8).",
        "vooraf": "Wat moet er dagen of weken van tevoren gebeuren? Begin met hoelang van tevoren, bijvoorbeeld: een"
        " week: vraag iedereen om een voorwerp mee te nemen.",
        "met_kinderen": "Doen er kinderen mee?",
        "materiaal": "Wat leg je klaar? Zet elk ding op een eigen regel.",
        "bron": "Waar komt de werkvorm vandaan? Bijvoorbeeld: zelf bedacht. Staat hij in een boek of rapport, noem dan"
        " waar.",
    },
    "praktijkvoorbeeld": {
        "toestemming": "Kies alleen ja als er toestemming is om namen te noemen. Laat het anders leeg: dan is het"
        " voorbeeld anoniem.",
        "toestemming_kenmerk": "Nodig als je hierboven ja koos. Waar is de toestemming bewaard? Noem alleen de plek,"
        " bijvoorbeeld: archief 2026-12. Stuur nooit het formulier zelf.",
        "gesprek": "Een tot drie vragen over dit voorbeeld, om samen te bespreken. Zet elke vraag op een eigen regel.",
        "bron": "Waar komt dit voorbeeld vandaan? Bijvoorbeeld: eigen ervaring. Staat het in een boek of rapport, noem"
        " dan waar.",
    },
}
"""Where the words for who fills in a file do not fit who fills in a form."""
FREE = {"toestemming_kenmerk": "verplicht bij ja"}
"""What stands beside the name of a field that need not always be filled in."""
