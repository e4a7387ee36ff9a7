"""What is refused of a text because of what it becomes on the site, at its line; and what is innocent."""

from __future__ import annotations

import pytest

from kennisbank.reading.judge import judge
from kennisbank.reading.markup import personal

INNOCENT = [
    "Onderwijs = kunst, en 5 < 6.",
    "Wat een feest!!! Ja [sic] hoor, zei ze [lachend].",
    "Het duurt ~5 minuten, of 5 ~ 10, en ~~geen~~ uur.",
    "Zet { en } om woorden heen, zoals {dit}, {{ dit }} en {% dit %}.",
    "`[[code]]` en `TODO` en `{{ x }}` zijn code, net als `%%`.",
    "```\nTODO: [[dit]] %%is%% code\n::: en dit\n```",
    "Lees [dit](ander.md), [dat](https://nl.wikipedia.org/wiki/Kunst_(beeldend)) of <https://museum.nl/a?b=c>.",
    "Museum.nl schrijven ze zonder meer, en 100% van 50% ook.",
    "Het is 10:30 uur: op naar :: het dubbele punt.",
    "- een\n  - twee\n    - drie\n\n> citaat\n",
    "Tekst[^1].\n\n[^1]: Noot.\n",
    "| a = b | c |\n|---|---|\n| d | [e](f.md) |\n",
    "## __search\n\nTekst.",
    "-------\n\nTekst\n\n=====\n",
    "De methode van de todo-lijst en een xtbdx.",
    "Zij citeerden een turn uit de gymles.",
    "\\[geen link\\](x) en 1\\. geen lijst",
    "Natuurlijk, hier is alles anders: zeker als het regent.",
    "Wij werkten met een AI-model dat tekeningen maakt.",
    "Om 10:30:15 begon het; zie :) en het is 4 == 4, of a == b.",
    "Ze moesten nog invullen wie er kwam [en dat duurde even].",
    "[TOC]",
    "Kijk op [www.museum.nl](https://www.museum.nl).",
    "[naam](https://museum.nl) en [bron][1]\n\n[1]: https://museum.nl/bron\n",
    "Voor \u20ac 5 en \u2018zo\u2019 en S\u00e3o Paulo, \u00c2ngela.",
    "De h2. Dat is een toets. Klik hier.",
]

REFUSED = [
    ("Een.\n\nTwee.\n<<<<<<< HEAD\nDrie.\n=======\nVier.\n>>>>>>> x\n", [("rest-conflict", 4)]),
    ("Een.\nTwee %%niet laten zien%% en\ndrie [[weg]].\n", [("rest-notitie", 2), ("rest-wikilink", 3)]),
    ("Zie ![[plaatje.png]].", [("rest-wikilink", 1)]),
    ("> [!tip]- Doe dit\n> Nu.", [("rest-kader", 1)]),
    ("??? vraag", [("rest-kader", 1)]),
    ("{{% kader %}} en {{< film >}}", [("rest-sjabloon", 1), ("rest-sjabloon", 1)]),
    ("[woord]{.smallcaps} en\n::::: kader", [("rest-pandoc", 1), ("rest-pandoc", 2)]),
    ("Kop {#eigen-naam}", [("rest-pandoc", 1)]),
    ("Dat klopt. citeturn0search3", [("rest-praatprogramma", 1)]),
    ("Dat klopt【4†bron】.", [("rest-praatprogramma", 1)]),
    ("[bron](https://museum.nl/x?utm_source=chatgpt.com)", [("rest-praatprogramma", 1)]),
    ("FIXME\n\nOp [datum] kwam [naam].", [("rest-te-doen", 1), ("rest-te-doen", 3), ("rest-te-doen", 3)]),
    ("Een[^1] twee\ndrie[^b].\n\n[^b]: noot\n\n[^c]: weg\n", [("noot-zonder-tekst", 1), ("noot-zonder-teken", 6)]),
    ("1. Een\n   - ## Kop\n\n> ### Kop\n", [("tekst-kop-binnen", 2), ("tekst-kop-binnen", 4)]),
    ("> Kop\n> ===\n", [("tekst-kop-binnen", 1)]),
    ("- 1. - 1. - 1. - diep\n", [("tekst-diep", 1)]),
    ("Een\ntwee [x](museum.nl/nu) en www.museum.nl.", [("link-zonder-https", 2), ("link-zonder-https", 2)]),
    ("[x](https:///museum) [y](https://bank.nl@evil.nl) [z](https://museum.nl?wie=a@b.nl)",
     [("link-adres", 1), ("link-adres", 1), ("privacy", 1)]),
    ("![x][b]\n![y](&#104;ttps://a.nl/b.jpg)\n\n[b]: //a.nl/b.jpg\n", [("beeld-elders", 1), ("beeld-elders", 2)]),
    ("[x](https://museum.nl/een adres)", [("link-stuk", 1)]),
    ("Het was ~niet~ zo.", [("tekst-doorhalen", 1)]),
    ("Een {>>vraag<<} en\n{++erbij++} en ==geel==.", [("rest-notitie", 1), ("rest-pandoc", 2), ("rest-pandoc", 2)]),
    ("[b]vet[/b] en '\'\'dik\'\'\'", [("rest-pandoc", 1), ("rest-pandoc", 1)]),
    ("#+TITLE: x\n\n.. note:: x\n\nh2. Kop", [("rest-pandoc", 1), ("rest-pandoc", 3), ("rest-pandoc", 5)]),
    ("[gallery ids=\"1\"] en {% embed url=\"x\" %}", [("rest-sjabloon", 1), ("rest-sjabloon", 1)]),
    ("ChatGPT zei: dag.\n\nAls AI-taalmodel kan ik dat niet.",
     [("rest-praatprogramma", 1), ("rest-praatprogramma", 3)]),
    ("Natuurlijk! Hier is een verbeterde versie van je tekst:", [("rest-praatprogramma", 1)]),
    ("[beeld](https://museum.nl) sandbox:/mnt/data/x.png en <|im_end|>", [("rest-praatprogramma", 1)] * 2),
    ("Zie Fout! Verwijzingsbron niet gevonden.\nKlik of tik om tekst in te voeren.",
     [("rest-tekstverwerker", 1), ("rest-tekstverwerker", 2)]),
    ("Feest :tada:", [("rest-emoji", 1)]),
    ("todo: bellen\n\n[nog invullen] en NOG NAKIJKEN", [("rest-te-doen", 1), ("rest-te-doen", 3), ("rest-te-doen", 3)]),
]  # fmt: skip


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_innocent_passes(text: str) -> None:
    assert [(one.code, one.message) for one in judge(text, "x.md", 1)] == []


@pytest.mark.parametrize(("text", "found"), REFUSED)
def test_what_is_left_behind_or_misread_is_refused_at_its_line(text: str, found: list[tuple[str, int]]) -> None:
    assert sorted((one.code, one.line) for one in judge(text, "x.md", 1)) == sorted(found)


def test_the_line_is_that_of_the_file_and_the_column_that_of_the_word() -> None:
    (one,) = judge("Een.\n\nTwee TODO: drie.\n", "x.md", 11)
    assert (one.path, one.line, one.column) == ("x.md", 13, 6)


NUMBERS = [
    "van 08.30 - 10.00 - 11.30 uur", "0 1 2 3 4 5 6 7 8 9", "ISBN 0-415-20281-1", "ISBN 90-123-4567-8",
    "NL91 ABNA 0417 1643 00", "projectnummer 0612345678", "dossier 111222333", "@kunst@sociaal.voorbeeld.nl",
]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_of_something_else_is_not_personal(text: str) -> None:
    assert list(personal(f"Zie {text}.")) == []


def test_a_desk_gets_the_advice_to_link_to_its_page() -> None:
    assert "contactpagina" in next(personal("info@museum.nl"))[1]
    assert "contactpagina" not in next(personal("jan@museum.nl"))[1]
