"""The records of the knowledge base: frozen, complete, and described field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Protocol

from kennisbank.model.fields import EVERY, Kind, field, like

Position = tuple[int, int]
"""Line and column in a file, both from 1."""

EERDER = (
    Kind.ADDRESS,
    "Eerdere adressen",
    "Op welk adres stond deze tekst eerst? Noem de oude naam; stond hij in een andere map, dan met die map ervoor.",
    "[oude-naam]",
)
"""The former addresses of any text (`urls.former`): who follows an old link still finds it."""
MOST_FORMER = 20

ZOEKWOORDEN = (
    Kind.TEXT,
    "Zoekwoorden",
    "Op welke woorden zou iemand zoeken die niet in deze tekst staan? Lezers zien ze niet.",
)
"""The words of any text by which somebody would look for it: the finder has them, the page does not."""
MOST_WORDS = 30

BRON_VOORBEELD = '"{bron}"'


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a record comes from.

    `path` is relative to the root with `/`; `slug` is its address; `file` is the file itself; `body` is the
    Markdown under the front matter and `body_line` the line it starts on; `positions` tells where each field and each
    item of a list stands: `("regio", 0)` is the first value of `regio`, `("regio", -1)` the field itself.
    """

    path: str
    slug: str
    file: Path
    body: str
    body_line: int
    positions: Mapping[tuple[str, int], Position]


@dataclass(frozen=True)
class Source:
    """A text file of the content: `path` relative to the root with `/`, `slug` its address, and the file itself."""

    path: str
    slug: str
    file: Path


class Record(Protocol):
    """What every text is, of whatever kind: it says where it comes from, and what lists show of it."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def origin(self) -> Origin: ...
    @property
    def title(self) -> str: ...
    @property
    def samenvatting(self) -> str: ...
    @property
    def eerder(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, kw_only=True)
class Beeld:
    """A picture in the folder of a text: what is to be seen, who made it, and that it may be shown."""

    bestand: str = field(
        Kind.FILE, "Bestand", "De naam van de afbeelding, zonder de map ervoor.", "kastje.jpg",
        required=True, maximum=120, open_data=True,
    )  # fmt: skip
    alt: str = field(
        Kind.TEXT, "Wat er te zien is", "Voor wie de afbeelding niet ziet: beschrijf wat erop staat.",
        '"Een houten kastje met drie voorwerpen achter glas."', required=True, minimum=5, maximum=300, open_data=True,
    )  # fmt: skip
    maker: str = field(
        Kind.TEXT, "Maker",
        "Wie maakte de afbeelding? De naam van een persoon zet je er alleen met toestemming van die persoon bij.",
        '"Voorbeeldmuseum"', required=True, minimum=2, maximum=120, open_data=True,
    )  # fmt: skip
    licentie: str = field(
        Kind.CHOICE, "Licentie", "Wat mogen anderen met de afbeelding doen?", "cc-by", required=True,
        vocabulary="licentie", open_data=True,
    )  # fmt: skip
    toestemming: bool = field(
        Kind.GRANTED, "Toestemming",
        "Mag de afbeelding op de site: van de maker, en van wie erop te herkennen is? Anders hoort die niet in de map.",
        "ja", required=True, open_data=False,
    )  # fmt: skip
    bijschrift: str | None = field(
        Kind.TEXT, "Bijschrift", "Wat er onder de afbeelding komt te staan.", '"De kast van groep 5."', minimum=3,
        maximum=200, open_data=True,
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
MOST_PICTURES = 30
"""Pictures beside one text."""


@dataclass(frozen=True, kw_only=True)
class Verhaal:
    """A practice story of a leergemeenschap."""

    origin: Origin
    title: str = field(
        Kind.TEXT, "Titel", "Kort en herkenbaar.", "{titel}", required=True, minimum=3, maximum=120, open_data=True
    )
    samenvatting: str = field(
        Kind.TEXT, "Samenvatting", "Waar gaat het over, in een of twee zinnen?",
        '"School en museum vragen kinderen wat zij bijzonder vinden aan hun dorp."', required=True, minimum=40,
        maximum=300, open_data=True,
    )  # fmt: skip
    ruimtes: tuple[str, ...] = field(
        Kind.CHOICE, "Ruimtes", "Welke van de {aantal} ruimtes laat het verhaal zien?", "[{ruimte}, {ruimte-twee}]",
        required=True, many=True, vocabulary="ruimte", most=EVERY, open_data=True,
    )  # fmt: skip
    regio: str = field(
        Kind.CHOICE, "Regio", "In welk deel van {streek}?", "{regio}", required=True,
        vocabulary="regio", open_data=True,
    )  # fmt: skip
    plaats: str = field(
        Kind.TEXT, "Plaats", "Het dorp of de stad.", "{plaats}", required=True, minimum=2, maximum=60, open_data=True
    )
    schooltype: tuple[str, ...] = field(
        Kind.CHOICE, "Schooltype", "Welke soort school of opvang?", "[po]", required=True, many=True,
        vocabulary="schooltype", most=9, open_data=True,
    )  # fmt: skip
    partnertype: tuple[str, ...] = field(
        Kind.CHOICE, "Culturele partner", "Welke soort culturele partner?", "[museum]", required=True, many=True,
        vocabulary="partnertype", most=11, open_data=True,
    )  # fmt: skip
    scholen: tuple[str, ...] = field(
        Kind.TEXT, "Scholen", "Namen van scholen, alleen met toestemming.", "[{school}]", many=True,
        minimum=2, maximum=120, most=30, open_data=True,
    )  # fmt: skip
    partners: tuple[str, ...] = field(
        Kind.TEXT, "Partners", "Namen van culturele partners, alleen met toestemming.", "[{partner}]",
        many=True, minimum=2, maximum=120, most=30, open_data=True,
    )  # fmt: skip
    sites: tuple[str, ...] = field(
        Kind.SITE, "Sites", "Adressen van de sites van scholen en partners. Ze beginnen met https://.",
        '["https://www.voorbeeld.nl/"]', many=True, maximum=200, most=10, open_data=True,
    )  # fmt: skip
    datum: date = field(
        Kind.DATE, "Datum", "De dag van publicatie op deze site.", "2026-11-01", required=True, open_data=True
    )
    bijgewerkt: date | None = field(
        Kind.CHANGED, "Bijgewerkt",
        "Op welke dag veranderde er iets wat wie dit eerder las wil weten? Een tikfout telt niet. Wie nieuwe verhalen"
        " volgt, ziet dit dan opnieuw.", "2026-11-20", open_data=True,
    )  # fmt: skip
    speelde: tuple[int, int] | None = field(
        Kind.PERIOD, "Speelde", "Tussen welke jaren speelde dit? De lezer ziet dan hoe oud het verhaal is.",
        "2017-2021", open_data=True,
    )  # fmt: skip
    periode: tuple[int, int] | None = field(
        Kind.PERIOD, "Periode", "In welke jaren precies? Alleen als je het zeker weet, binnen de jaren van speelde.",
        "2018-2021", open_data=True,
    )  # fmt: skip
    toestemming: bool = field(
        Kind.CONSENT, "Toestemming", "Is er toestemming om dit verhaal te publiceren?", "ja", required=True,
        open_data=False,
    )  # fmt: skip
    toestemming_kenmerk: str | None = field(
        Kind.TEXT, "Kenmerk van de toestemming",
        "Verplicht bij ja: waar de toestemming ligt, nooit het formulier zelf.", '"rapport § 2.3.2"', minimum=2,
        maximum=120, open_data=False,
    )  # fmt: skip
    bron: str = field(
        Kind.TEXT, "Bron", "Waar komt dit verhaal vandaan?", BRON_VOORBEELD, required=True, minimum=3, maximum=300,
        open_data=True,
    )  # fmt: skip
    omgeving: str | None = field(
        Kind.CHOICE, "Omgeving", "In wat voor omgeving ligt de school?", "dorp", vocabulary="omgeving", open_data=True
    )
    richting: tuple[str, ...] = field(
        Kind.CHOICE, "Richting", "Openbaar, christelijk of samen?", "[openbaar]", many=True, vocabulary="richting",
        most=3, open_data=True,
    )  # fmt: skip
    disciplines: tuple[str, ...] = field(
        Kind.CHOICE, "Disciplines", "Welke kunstvormen doen mee?", "[erfgoed]", many=True, vocabulary="discipline",
        most=11, open_data=True,
    )  # fmt: skip
    redenen: tuple[str, ...] = field(
        Kind.CHOICE, "Redenen", "Waarom wilden jullie samen werken en leren?", "[steun-aan-elkaar]", many=True,
        vocabulary="reden", most=12, open_data=True,
    )  # fmt: skip
    rollen: tuple[str, ...] = field(
        Kind.CHOICE, "Rollen", "Welke rollen had de culturele partner?", "[liaison]", many=True, vocabulary="rol",
        most=12, open_data=True,
    )  # fmt: skip
    themas: tuple[str, ...] = field(
        Kind.CHOICE, "Thema's", "Welke gedeelde thema's raakt het verhaal?", "[taal]", many=True, vocabulary="thema",
        most=5, open_data=True,
    )  # fmt: skip
    activiteiten: tuple[str, ...] = field(
        Kind.CHOICE, "Kernactiviteiten", "Wat deed de leergemeenschap vooral?", "[band-met-de-omgeving]", many=True,
        vocabulary="activiteit", most=20, open_data=True,
    )  # fmt: skip
    team: tuple[str, ...] = field(
        Kind.CHOICE, "Het team betrekken", "Hoe werd het schoolteam betrokken?", "[meebeslissen]", many=True,
        vocabulary="team", most=16, open_data=True,
    )  # fmt: skip
    leren: tuple[str, ...] = field(
        Kind.CHOICE, "Leren", "Wat leerden jullie, met wie en hoe?", "[kleine-stapjes]", many=True, vocabulary="leren",
        most=44, open_data=True,
    )  # fmt: skip
    opbrengsten: tuple[str, ...] = field(
        Kind.CHOICE, "Wat blijft", "Wat is er blijvend veranderd?", "[leerlijn]", many=True, vocabulary="opbrengst",
        most=11, open_data=True,
    )  # fmt: skip
    borging: tuple[str, ...] = field(
        Kind.CHOICE, "Borging", "Hoe zorgden jullie dat het blijft?", "[partner-blijft]", many=True,
        vocabulary="borging", most=5, open_data=True,
    )  # fmt: skip
    werkvormen: tuple[str, ...] = field(
        Kind.WERKVORM, "Werkvormen", "Welke werkvormen zijn gebruikt of passen erbij?", "[kinderdialoog]", many=True,
        most=20, open_data=True,
    )  # fmt: skip
    aanpak_trekker: str | None = field(
        Kind.TEXT, "Trekker", "Wie trok het, en met wie samen? Noem een rol, geen naam.",
        '"De icc\'er, samen met de museumdocent."', minimum=2, maximum=200, open_data=True,
    )  # fmt: skip
    aanpak_tijd: str | None = field(
        Kind.TEXT, "Tijd", "Hoeveel tijd kostte het?", '"Acht lessen, en drie keer overleg."', minimum=2, maximum=200,
        open_data=True,
    )  # fmt: skip
    aanpak_groep: str | None = field(
        Kind.TEXT, "Groep", "Met welke groepen, en hoeveel kinderen?", '"Groep 5 en 6, samen veertig kinderen."',
        minimum=2, maximum=200, open_data=True,
    )  # fmt: skip
    aanpak_geld: str | None = field(
        Kind.TEXT, "Geld", "Wat kostte het, en wie betaalde?", '"De uren van de partner, uit subsidie."', minimum=2,
        maximum=200, open_data=True,
    )  # fmt: skip
    aanpak_eerste_stap: str | None = field(
        Kind.TEXT, "Eerste stap", "Waarmee begonnen jullie?", '"Een middag waarop de kinderen vertelden."', minimum=2,
        maximum=200, open_data=True,
    )  # fmt: skip
    citaat: str | None = field(
        Kind.CITAAT, "Citaat",
        "Welke woorden uit de tekst laat de pagina groot zien? Ze staan daar precies zo: tussen aanhalingstekens, of"
        " als hele zin.", '"Ze beginnen met luisteren."', minimum=10, maximum=150, open_data=True,
    )  # fmt: skip
    gesprek: tuple[str, ...] = field(
        Kind.TEXT, "Gesprek", "Drie vragen over dit verhaal, om samen te bespreken.",
        '["Wat herken je?", "Wat zou bij jullie anders gaan?", "Wat neem je mee?"]', many=True, least=3, most=3,
        minimum=5, maximum=200, open_data=True,
    )  # fmt: skip
    gedeelde_drijfveer: str | None = field(
        Kind.TEXT, "Gedeelde drijfveer", "Wat stond bij alles in het midden? Het komt in het hart van de tekening.",
        '"Kinderen zijn trots op hun dorp"', minimum=3, maximum=60, open_data=True,
    )  # fmt: skip
    gedeelde_praktijk: tuple[str, ...] = field(
        Kind.TEXT, "Gedeelde praktijk", "Wat deelden de partners rond hun drijfveer?", "[{praktijk}]",
        many=True, minimum=2, maximum=80, most=20, open_data=True,
    )  # fmt: skip
    verwant: tuple[str, ...] = field(
        Kind.VERHAAL, "Verwante verhalen", "Welke verhalen passen hierbij?", "[{verhaal}]", many=True, most=10,
        open_data=True,
    )  # fmt: skip
    zoekwoorden: tuple[str, ...] = field(
        *ZOEKWOORDEN, "[collega die weggaat, dorpsschool]", many=True, minimum=2, maximum=60, most=MOST_WORDS,
        open_data=False,
    )  # fmt: skip
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=True)
    beelden: tuple[Beeld, ...] = field(*BEELDEN, many=True, most=MOST_PICTURES, of=Beeld, open_data=True)
    concept: bool = field(
        Kind.FLAG, "Concept", "true houdt het verhaal uit de site; de voorvertoning (make serve) laat het wel zien.",
        "true", open_data=False,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Uitreiking:
    """Something that a host hands out: what it is, for whom, how many, and what is printed on it.

    With `regels` each piece has one of them, in turn; a single piece, and every sheet (`blad`), has them all. Without,
    it is blank: to be written on. `course.pieces` says what stands on each.
    """

    wat: str = field(
        Kind.TEXT, "Wat", "Hoe noem je wat je uitreikt?", "stellingen", required=True, minimum=2, maximum=60,
        open_data=True,
    )  # fmt: skip
    soort: str = field(
        Kind.CHOICE, "Soort", "Wat voor papier is het?", "stroken", required=True, vocabulary="papier", open_data=True
    )
    per: str = field(
        Kind.CHOICE, "Voor wie", "Voor wie is een stapeltje?", "groep", required=True, vocabulary="uitdeelwijze",
        open_data=True,
    )  # fmt: skip
    aantal: int = field(
        Kind.NUMBER, "Aantal", "Hoeveel stuks krijgt ieder van hen?", "2", required=True, minimum=1, maximum=40,
        open_data=True,
    )  # fmt: skip
    regels: tuple[str, ...] = field(
        Kind.TEXT, "Regels",
        "Wat staat erop? Elk stuk krijgt één regel; op een blad, of als er maar één is, staan ze er allemaal op. Laat"
        " dit weg als het leeg is.",
        '["We praten veel over kinderen en weinig met hen.", "Eerst doen, dan pas een plan."]',
        many=True, minimum=1, maximum=200, most=40, open_data=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Werkvorm:
    """A working method for a meet-up."""

    origin: Origin
    title: str = field(
        Kind.TEXT, "Titel", "De naam van de werkvorm.", "De kinderdialoog", required=True, minimum=3, maximum=120,
        open_data=True,
    )  # fmt: skip
    samenvatting: str = field(
        Kind.TEXT, "Samenvatting", "Wat doe je en wat levert het op?",
        '"Nodig een paar leerlingen uit en luister naar hun ervaringen."', required=True, minimum=40, maximum=300,
        open_data=True,
    )  # fmt: skip
    functie: str = field(
        Kind.CHOICE, "Functie", "Waarvoor gebruik je de werkvorm?", "verdieping", required=True, vocabulary="functie",
        open_data=True,
    )  # fmt: skip
    moment: str | None = field(
        Kind.CHOICE, "Moment", "Waar in een bijeenkomst staat de werkvorm? Zonder dit veld bij verdiepen, en bij"
        " oriëntatie bij vraag.", "verhaal", vocabulary="moment", open_data=True,
    )  # fmt: skip
    ruimtes: tuple[str, ...] = field(
        Kind.CHOICE, "Ruimtes", "Bij welke ruimtes past de werkvorm? alle mag ook.", "[{ruimte-twee}, {ruimte}]",
        required=True, many=True, vocabulary="ruimte", most=EVERY, extra=("alle",), open_data=True,
    )  # fmt: skip
    duur: tuple[int, int] = field(
        Kind.RANGE, "Duur", "In minuten.", '"30-45"', required=True, minimum=5, maximum=480, open_data=True
    )
    groep: tuple[int, int] = field(
        Kind.RANGE, "Groep", "Met hoeveel mensen lukt het met één begeleider?", '"2-10"', required=True, minimum=1,
        maximum=200, open_data=True,
    )  # fmt: skip
    hoogstens: int | None = field(
        Kind.NUMBER, "Hoogstens in een kring",
        "Hoeveel mensen kunnen er in één kring? Met meer maak je er een kring bij.", "10", minimum=2, maximum=200,
        open_data=True,
    )  # fmt: skip
    vorm: str | None = field(
        Kind.VORM, "Vorm", "Hoe zit je het langst: met z'n allen, in tweetallen of in groepjes? Een groepje heeft 3 tot"
        " en met 8 mensen.", '"groepjes van 3"', open_data=True,
    )  # fmt: skip
    energie: str | None = field(
        Kind.CHOICE, "Energie", "Hoe gaat het eraan toe?", "rustig", vocabulary="energie", open_data=True
    )
    delen: int | None = field(
        Kind.NUMBER, "Delen",
        "Over hoeveel bijeenkomsten is de werkvorm verdeeld? Alleen als het er meer zijn dan één.", "2", minimum=2,
        maximum=4, open_data=True,
    )  # fmt: skip
    met_kinderen: bool = field(
        Kind.YES, "Met kinderen", "Doen er kinderen mee? Laat het veld anders weg.", "ja", open_data=True
    )
    vooraf: str | None = field(
        Kind.TEXT, "Vooraf", "Wat moet er dagen of weken van tevoren gebeuren? Begin met hoelang van tevoren.",
        '"een week: vraag iedereen om een voorwerp mee te nemen"', minimum=3, maximum=200, open_data=True,
    )  # fmt: skip
    materiaal: tuple[str, ...] = field(
        Kind.TEXT, "Materiaal", "Wat leg je klaar?", "[papier, stiften]", many=True, minimum=2, maximum=80, most=20,
        open_data=True,
    )  # fmt: skip
    voorbereiding: str | None = field(
        Kind.TEXT, "Voorbereiding", "Wat doe je vlak voordat het begint?", '"Leg de kaarten klaar."', minimum=3,
        maximum=300, open_data=True,
    )  # fmt: skip
    uitreiken: tuple[Uitreiking, ...] = field(
        Kind.UITREIKEN, "Uitreiken", "Wat deel je uit, voor wie en hoeveel?",
        """
  - wat: twijfels
    soort: stroken
    per: persoon
    aantal: 2""", many=True, most=12, of=Uitreiking, open_data=True,
    )  # fmt: skip
    bron: str = field(
        Kind.TEXT, "Bron", "Waar komt de werkvorm vandaan?", BRON_VOORBEELD, required=True, minimum=3, maximum=300,
        open_data=True,
    )  # fmt: skip
    regio: tuple[str, ...] = field(
        Kind.CHOICE, "Regio", "In welk deel van {streek} is de werkvorm gebruikt?", "[{regio}]", many=True,
        vocabulary="regio", most=EVERY, open_data=True,
    )  # fmt: skip
    schooltype: tuple[str, ...] = field(
        Kind.CHOICE, "Schooltype", "Bij welke soort school of opvang is de werkvorm gebruikt?", "[po]", many=True,
        vocabulary="schooltype", most=EVERY, open_data=True,
    )  # fmt: skip
    partnertype: tuple[str, ...] = field(
        Kind.CHOICE, "Culturele partner", "Met welke soort culturele partner?", "[museum]", many=True,
        vocabulary="partnertype", most=EVERY, open_data=True,
    )  # fmt: skip
    zoekwoorden: tuple[str, ...] = field(
        *ZOEKWOORDEN, "[kennismaken, energizer]", many=True, minimum=2, maximum=60, most=MOST_WORDS, open_data=False
    )
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=True)
    beelden: tuple[Beeld, ...] = field(*BEELDEN, many=True, most=MOST_PICTURES, of=Beeld, open_data=True)


@dataclass(frozen=True, kw_only=True)
class Ruimte:
    """One of the spaces of the tool Ruimte; which there are, and in what order, `Project.ruimtes` says."""

    origin: Origin
    title: str = field(
        Kind.TEXT, "Titel", "De naam van de ruimte.", '"De plek"', required=True, minimum=3, maximum=60, open_data=True
    )
    volgorde: int | None = field(
        Kind.NUMBER, "Volgorde", "De plaats in de rij van ruimte.yml; je mag die weglaten.", "5", minimum=1, maximum=99,
        open_data=False,
    )  # fmt: skip
    voorheen: str | None = field(
        Kind.TEXT, "Voorheen", "Hoe de ruimte eerder heette.", '"de vakinhoud"', minimum=3, maximum=60, open_data=True
    )
    samenvatting: str = field(
        Kind.TEXT, "Samenvatting", "Wat de ruimte betekent.",
        '"De plek waar het gebeurt: de school, het dorp, het museum."', required=True, minimum=40, maximum=300,
        open_data=True,
    )  # fmt: skip
    kernvraag: str | None = field(
        Kind.TEXT, "Kernvraag", "De ruimte in één korte vraag, voor op een klein kaartje.", '"Waar zijn we?"',
        minimum=5, maximum=40, open_data=True,
    )  # fmt: skip
    kleur: tuple[str, ...] = field(
        Kind.COLOUR, "Kleur", "De kleur van het vakje en van de naam. Een tweede kleur geldt op een donker scherm. Geef"
        " je die niet, dan maakt de site er een.", '["#357339", "#8dcd8e"]', many=True, most=2,
        open_data=True,
    )  # fmt: skip
    synoniemen: tuple[str, ...] = field(
        Kind.TEXT, "Synoniemen", "Woorden waarop mensen zoeken.", "[omgeving]", many=True, minimum=2, maximum=60,
        most=30, open_data=True,
    )  # fmt: skip
    vragen: Mapping[str, tuple[str, ...]] = field(
        Kind.QUESTIONS, "Vragen", "Vragen per functie, om aan tafel te stellen.",
        '{orientatie: ["Waar dan?"], verdieping: ["Hoe dan?"], evaluatie: ["Wat bleef?"]}', required=True, minimum=5,
        maximum=200, most=9, vocabulary="functie", open_data=True,
    )  # fmt: skip
    bron: str = field(
        Kind.TEXT, "Bron", "Waar komt de tekst vandaan?", BRON_VOORBEELD, required=True, minimum=3, maximum=300,
        open_data=True,
    )  # fmt: skip
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=True)


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """A hand-written page of the site."""

    origin: Origin
    title: str = field(
        Kind.TEXT, "Titel", "De titel van de pagina.", '"Over deze kennisbank"', required=True, minimum=3, maximum=120,
        open_data=False,
    )  # fmt: skip
    samenvatting: str = field(
        Kind.TEXT, "Samenvatting", "Waar gaat de pagina over?",
        '"Wat deze kennisbank is, voor wie, en hoe verhalen erin komen."', required=True, minimum=40, maximum=300,
        open_data=False,
    )  # fmt: skip
    volgorde: int | None = field(
        Kind.NUMBER, "Volgorde", "De plaats tussen de pagina's van dezelfde map.", "3", minimum=0, maximum=99,
        open_data=False,
    )  # fmt: skip
    bron: str | None = field(
        Kind.TEXT, "Bron", "Waar komt de tekst vandaan?", BRON_VOORBEELD, minimum=3, maximum=300, open_data=False
    )
    verhalen: tuple[str, ...] = field(
        Kind.VERHAAL, "Verhalen", "Welke verhalen laten dit zien?", "[{verhaal}]", many=True, most=10, open_data=False
    )
    werkvormen: tuple[str, ...] = field(
        Kind.WERKVORM, "Werkvormen", "Welke werkvormen passen hierbij?", "[kinderdialoog]", many=True, most=10,
        open_data=False,
    )  # fmt: skip
    ruimtes: tuple[str, ...] = field(
        Kind.CHOICE, "Ruimtes", "Bij welke ruimtes hoort deze pagina?", "[{ruimte}]", many=True, vocabulary="ruimte",
        most=EVERY, open_data=False,
    )  # fmt: skip
    zoekwoorden: tuple[str, ...] = field(
        *ZOEKWOORDEN, "[AVG, persoonsgegevens]", many=True, minimum=2, maximum=60, most=MOST_WORDS, open_data=False
    )
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=False)
    beelden: tuple[Beeld, ...] = field(*BEELDEN, many=True, most=MOST_PICTURES, of=Beeld, open_data=False)


@dataclass(frozen=True, kw_only=True)
class Bundel:
    """A question that communities ask, with hand-picked stories and werkvormen: the case list of a meet-up."""

    origin: Origin
    title: str = field(
        Kind.TEXT, "Vraag", "De vraag, zoals mensen hem stellen.", '"Hoe krijg je het team mee?"', required=True,
        minimum=3, maximum=120, open_data=True,
    )  # fmt: skip
    samenvatting: str = field(
        Kind.TEXT, "Samenvatting", "Waar gaat de vraag over?",
        '"Drie scholen die het team stap voor stap betrokken, en wat daarbij hielp."', required=True, minimum=40,
        maximum=300, open_data=True,
    )  # fmt: skip
    gevraagd: str | None = field(
        Kind.TEXT, "Gevraagd door", "Wie stelde deze vraag echt, en waar staat dat?",
        '"gesteld door deelnemers (§ 4.1)"', minimum=3, maximum=200, open_data=True,
    )  # fmt: skip
    verhalen: tuple[str, ...] = field(
        Kind.VERHAAL, "Verhalen", "Welke verhalen geven antwoord, in de volgorde van lezen?",
        "[{verhaal}, {verhaal-twee}]", required=True, many=True, least=2, most=20, open_data=True,
    )  # fmt: skip
    werkvormen: tuple[str, ...] = field(
        Kind.WERKVORM, "Werkvormen", "Welke werkvormen passen bij de vraag?", "[kinderdialoog, tijdlijn]",
        required=True, many=True, least=2, most=10, open_data=True,
    )  # fmt: skip
    voorbeelden: tuple[str, ...] = field(
        Kind.PRAKTIJKVOORBEELD, "Praktijkvoorbeelden", "Welke korte praktijkvoorbeelden geven ook antwoord?",
        "[oefenen-met-een-kunstenaar]", many=True, most=10, open_data=True,
    )  # fmt: skip
    ruimtes: tuple[str, ...] = field(
        Kind.CHOICE, "Ruimtes", "Bij welke ruimtes hoort de vraag?", "[{ruimte}]", required=True, many=True,
        vocabulary="ruimte", most=EVERY, open_data=True,
    )  # fmt: skip
    vragen: tuple[str, ...] = field(
        Kind.TEXT, "Vragen", "Drie vragen om samen te bespreken.",
        '["Wat herken je?", "Wat zou je anders doen?", "Wat neem je mee?"]', required=True, many=True, least=3, most=3,
        minimum=5, maximum=200, open_data=True,
    )  # fmt: skip
    bron: str = field(
        Kind.TEXT, "Bron", "Waar komt de vraag vandaan?", BRON_VOORBEELD, required=True, minimum=3, maximum=300,
        open_data=True,
    )  # fmt: skip
    zoekwoorden: tuple[str, ...] = field(
        *ZOEKWOORDEN, "[collega's overtuigen]", many=True, minimum=2, maximum=60, most=MOST_WORDS, open_data=False
    )
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=True)
    beelden: tuple[Beeld, ...] = field(*BEELDEN, many=True, most=MOST_PICTURES, of=Beeld, open_data=True)


@dataclass(frozen=True, kw_only=True)
class Praktijkvoorbeeld:
    """A short example of practice; without consent it is anonymous: it names no school, no partner and no place."""

    origin: Origin
    title: str = like(Verhaal, "title", example="Oefenen met een kunstenaar")
    samenvatting: str = like(
        Verhaal, "samenvatting",
        help="Wat gebeurde er, in een zin? Zonder toestemming noem je geen school, partner of plaats bij naam.",
        example='"Een kunstenaar oefent met leraren, die daarna zelf lesgeven."',
    )  # fmt: skip
    ruimtes: tuple[str, ...] = like(Verhaal, "ruimtes", help="Welke van de {aantal} ruimtes laat het voorbeeld zien?")
    schooltype: tuple[str, ...] = like(Verhaal, "schooltype", required=False)
    partnertype: tuple[str, ...] = like(Verhaal, "partnertype", required=False)
    omgeving: tuple[str, ...] = like(Verhaal, "omgeving", example="[dorp]", many=True, most=EVERY)
    disciplines: tuple[str, ...] = like(Verhaal, "disciplines")
    redenen: tuple[str, ...] = like(Verhaal, "redenen", help="Waarom wilden ze samen werken en leren?")
    rollen: tuple[str, ...] = like(Verhaal, "rollen")
    themas: tuple[str, ...] = like(Verhaal, "themas", help="Welke gedeelde thema's raakt het voorbeeld?")
    activiteiten: tuple[str, ...] = like(Verhaal, "activiteiten")
    team: tuple[str, ...] = like(Verhaal, "team")
    leren: tuple[str, ...] = like(Verhaal, "leren", help="Wat leerden ze, met wie en hoe?")
    opbrengsten: tuple[str, ...] = like(Verhaal, "opbrengsten")
    borging: tuple[str, ...] = like(Verhaal, "borging", help="Hoe zorgden ze dat het blijft?")
    werkvormen: tuple[str, ...] = like(Verhaal, "werkvormen")
    gesprek: tuple[str, ...] = like(
        Verhaal, "gesprek", help="Een tot drie vragen over dit voorbeeld, om samen te bespreken.",
        example='["Wat herken je?", "Wat zou bij jullie anders gaan?"]', least=1,
    )  # fmt: skip
    datum: date = like(Verhaal, "datum")
    bijgewerkt: date | None = like(Verhaal, "bijgewerkt")
    bron: str = like(Verhaal, "bron", help="Waar komt dit voorbeeld vandaan?")
    toestemming: bool | None = like(
        Verhaal, "toestemming", help="Alleen als er toestemming is om namen te noemen; zonder dit veld is het anoniem.",
        required=False,
    )  # fmt: skip
    toestemming_kenmerk: str | None = like(Verhaal, "toestemming_kenmerk")
    zoekwoorden: tuple[str, ...] = like(Verhaal, "zoekwoorden")
    eerder: tuple[str, ...] = field(*EERDER, many=True, most=MOST_FORMER, open_data=False)


def changed(text: Verhaal | Praktijkvoorbeeld) -> date:
    """Return the day on which something changed in a text that who read it before wants to know."""
    return text.bijgewerkt or text.datum
