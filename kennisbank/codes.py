"""Every kind of problem: its code, what it is called, and how to mend it (in Dutch, for contributors)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """`title` names the kind of problem in a few words; `cure` is one sentence that says what to do."""

    title: str
    cure: str


CODES: dict[str, Code] = {
    # bytes
    "bytes-utf8": Code("Geen UTF-8", "Bewaar het bestand opnieuw als UTF-8."),
    "bytes-utf16": Code("UTF-16 in plaats van UTF-8", "Kies in je tekstprogramma bij Opslaan als de codering UTF-8."),
    "bytes-teken": Code("Verboden teken", "Haal het onzichtbare teken weg: typ de regel opnieuw zonder te plakken."),
    # files
    "bestand-leeg": Code("Leeg bestand", "Vul het bestand, of haal het weg."),
    "bestand-groot": Code("Te groot bestand", "Kort de tekst in of splits het verhaal in tweeën."),
    "beeld-groot": Code("Te grote afbeelding", "Verklein de afbeelding tot hooguit 5 MB."),
    "bestand-soort": Code(
        "Soort bestand dat hier niet hoort", "Zet hier alleen tekst (.md) en afbeeldingen (.jpg, .png, .webp) neer."
    ),
    "bestand-bijzonder": Code("Geen gewoon bestand", "Vervang het door een gewoon bestand."),
    "bestand-link": Code("Symbolische link", "Zet het bestand zelf in de map, geen verwijzing ernaar."),
    "bestand-map": Code(
        "Map die hier niet hoort", "Een verhaal met afbeeldingen staat in <naam>/index.md, niet dieper."
    ),
    "bestand-naam": Code("Onbruikbare bestandsnaam", "Gebruik kleine letters, cijfers en streepjes."),
    "bestand-dubbel": Code("Twee bestanden met dezelfde naam", "Geef een van de twee een andere naam."),
    "bestand-onleesbaar": Code("Bestand is niet te lezen", "Controleer de rechten van het bestand."),
    "map-ontbreekt": Code("Map ontbreekt", "Maak de map, of geef met --root de juiste map op."),
    # front matter
    "kop-ontbreekt": Code(
        "Geen kop met gegevens", "Begin het bestand met een regel ---, dan de velden, dan weer een regel ---."
    ),
    "kop-lege-regel": Code("Lege regel voor de kop", "Haal alles voor de eerste regel --- weg."),
    "kop-open": Code("Kop is niet afgesloten", "Zet na het laatste veld een regel met alleen ---."),
    "kop-lijst": Code("Kop is geen lijst met velden", "Schrijf elk veld als naam: waarde, elk op een eigen regel."),
    "kop-tab": Code("Tab in de kop", "Vervang de tab door spaties."),
    "kop-yaml": Code("Kop is niet te lezen", "Kijk naar de regel zelf en de regel erboven."),
    "kop-dubbel": Code("Veld staat er twee keer", "Houd een van de twee over."),
    "kop-hekje": Code(
        "Waarde die bij # ophoudt",
        'Zet de hele waarde tussen "aanhalingstekens". Is het een opmerking? Zet die op een eigen regel.',
    ),
    "kop-anker": Code("Anker of verwijzing in de kop", "Schrijf de waarde voluit, of zet hem tussen aanhalingstekens."),
    "kop-tag": Code(
        "Type-aanduiding in de kop", "Haal het deel dat met ! begint weg, of zet de waarde tussen aanhalingstekens."
    ),
    "kop-diep": Code("Kop is te diep genest", "Gebruik gewone velden en lijsten zonder niveaus daaronder."),
    "veld-onbekend": Code("Onbekend veld", "Verbeter de naam of haal het veld weg."),
    # values
    "veld-ontbreekt": Code("Verplicht veld ontbreekt", "Voeg het veld toe in de kop."),
    "waarde-leeg": Code("Veld is leeg", "Vul het veld in, of haal het weg als het niet verplicht is."),
    "waarde-soort": Code("Verkeerde vorm", "Kijk naar het voorbeeld."),
    "waarde-lengte": Code("Te kort of te lang", "Pas de lengte aan."),
    "waarde-onbekend": Code("Waarde die niet in de lijst staat", "Kies een waarde uit de lijst."),
    "waarde-synoniem": Code("Ander woord voor een waarde", "Neem de waarde over zoals die in de lijst staat."),
    "waarde-dubbel": Code("Waarde staat er twee keer", "Haal de tweede weg."),
    "waarde-aantal": Code("Te veel of te weinig waarden", "Houd de belangrijkste over."),
    "waarde-datum": Code("Datum klopt niet", "Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2026-11-01."),
    "waarde-periode": Code("Periode klopt niet", "Schrijf een jaar (2019) of twee jaren (2018-2021)."),
    "waarde-bereik": Code("Getal of bereik klopt niet", "Schrijf een getal (30) of een bereik (30-45)."),
    "plaats-regio": Code("Plaats ligt in een andere regio", "Verbeter de plaats of de regio."),
    "adres-dubbel": Code("Adres is al bezet", "Geef een van de twee een ander adres."),
    "adres-veranderd": Code("Adres is veranderd", "Zet het oude adres in het veld eerder, dan blijven links werken."),
    "adres-ingetrokken": Code(
        "Adres van een ingetrokken verhaal",
        "Kies een andere naam: het adres van een ingetrokken verhaal komt niet terug.",
    ),
    "intrekking": Code(
        "Intrekking is niet te lezen",
        "Zet op elke regel van ingetrokken.txt één adres: kleine letters, cijfers en streepjes.",
    ),
    "verwijzing": Code("Verwijzing naar iets dat er niet is", "Verbeter de verwijzing of haal hem weg."),
    "verwijzing-zelf": Code("Verwijzing naar zichzelf", "Haal de verwijzing weg."),
    "ruimtes-negen": Code(
        "Geen negen ruimtes", "De tool heeft negen ruimtes, elk met een eigen plaats van 1 tot en met 9."
    ),
    "tekst-leeg": Code("Geen tekst onder de kop", "Schrijf onder de kop de tekst zelf."),
    # consent
    "toestemming": Code("Toestemming is niet duidelijk", "Schrijf toestemming: ja of toestemming: nee."),
    "toestemming-kenmerk": Code(
        "Kenmerk van de toestemming ontbreekt",
        'Zet erbij waar ze ligt, bijvoorbeeld toestemming_kenmerk: "archief 2026-12". Nooit het formulier zelf.',
    ),
    # injection
    "html": Code("HTML in de tekst", "Gebruik gewone tekst en Markdown. Een los < schrijf je als &lt;."),
    "link-schema": Code(
        "Link met een verboden begin", "Gebruik een adres dat met https:// begint, of een bestand van deze site."
    ),
    "opmaak-attribuut": Code("Opmaak met code", "Haal het deel tussen { en } weg."),
    "invoegen": Code("Tekst van elders invoegen", "Neem de tekst zelf op."),
    # text
    "tekst-kop1": Code("Titel in de tekst", "Begin een tussenkop met ## ; de titel staat al boven het verhaal."),
    "link-dood": Code(
        "Link naar een bestand dat er niet is", "Verbeter de link. Verwijs naar het bestand zelf, met .md."
    ),
    "link-anker": Code(
        "Link naar een kop die er niet is", "Neem de kop over in kleine letters, met streepjes in plaats van spaties."
    ),
    # privacy
    "beeld-alt": Code(
        "Afbeelding zonder beschrijving", "Schrijf tussen de haken [ ] wat er op de afbeelding te zien is."
    ),
    "beeld-elders": Code(
        "Afbeelding van een andere site", "Zet de afbeelding in de map van het verhaal en verwijs naar dat bestand."
    ),
    "beeld-onbeschreven": Code(
        "Afbeelding zonder gegevens in de kop",
        "Zet de afbeelding bij beelden in de kop, met alt, maker, licentie en toestemming.",
    ),
    "beeld-ontbreekt": Code("Afbeelding is er niet", "Zet de afbeelding in de map van de tekst, of verbeter de naam."),
    "beeld-stuk": Code(
        "Afbeelding is niet te lezen", "Bewaar de afbeelding opnieuw als .jpg, .png of .webp en zet haar er weer in."
    ),
    "beeld-locatie": Code(
        "Afbeelding met een plaatsbepaling", "Haal de locatie uit de foto, of maak een schermafbeelding ervan."
    ),
    "beeld-toestemming": Code(
        "Afbeelding zonder toestemming", "Schrijf toestemming: ja als die er is. Haal anders de afbeelding weg."
    ),
    "privacy": Code("Persoonlijk gegeven", "Haal het weg: op de site staan geen gegevens van personen."),
    # what is made from the closed lists
    "gemaakt-verouderd": Code(
        "Gemaakt bestand is verouderd",
        "Maak het opnieuw met de opdracht make papieren, en neem het mee in je voorstel.",
    ),
    # build
    "geen-verhalen": Code("Geen enkel verhaal", "Zet in de map stories minstens één verhaal met toestemming: ja."),
    "verhalen-weg": Code(
        "Veel minder verhalen dan de vorige keer",
        "Zet ze terug, of trek ze in met toestemming: nee. Klopt het echt? Verwijder dan de oude map van de site.",
    ),
}
