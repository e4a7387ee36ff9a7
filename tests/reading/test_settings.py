"""What is of this site: read strictly, and each thing that is wrong is one Dutch sentence with its line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank import PROJECT
from kennisbank.model.facets import FACETS, OPTIONAL
from kennisbank.reading import settings, wordlists
from kennisbank.reading.frontmatter import Refused
from tests.site_support import SETTINGS
from tests.support import GOED, VERHAAL, changed, own_lists, read, write

NAMES = "omgeving, richting, discipline, thema, activiteit, reden, rol, team, leren, opbrengst, borging"
KEYS = (
    "naam, zin, adres, rechten, bewaarplaats, contact, kaart, ruimtes, rapport, facetten, kleur, leent, beheer,"
    " beveiliging, host"
)


def said(root: Path, text: str | bytes) -> list[tuple[str, str, int, str]]:
    """Return code, field, line and message of all that is wrong with a text as the settings of a root."""
    (root / settings.FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = settings.load(root)
    assert (found is None) == bool(problems)
    return [(p.code, p.field, p.line, p.message) for p in problems]


def line(key: str, text: str = SETTINGS) -> int:
    return 1 + next(number for number, row in enumerate(text.split("\n")) if row.startswith(key))


def test_the_settings_of_the_project_are_complete() -> None:
    found = settings.read(PROJECT)
    assert found.optional == OPTIONAL
    assert found.facets == FACETS + OPTIONAL
    assert found.cited("§ 1") == f"{found.report}, § 1"


def test_what_may_be_left_out(tmp_path: Path) -> None:
    text = re.sub(r"(?m)^rapport: .*\n", "", SETTINGS)
    assert said(tmp_path, text) == []
    found = settings.read(tmp_path)
    assert (found.report, found.cited("§ 1"), found.optional) == ("", "", OPTIONAL)


def test_the_contact(tmp_path: Path) -> None:
    assert said(tmp_path, SETTINGS) == []
    found = settings.read(tmp_path).contact
    assert found is not None and found.mail == "hulp@kennis.internal"
    without = re.sub(r"(?m)^contact: .*\n", "", SETTINGS)
    assert said(tmp_path, without) == []
    assert settings.read(tmp_path).contact is None
    misspelt = without + "contakt: mailto:hulp@kennis.internal\n"
    message = 'De sleutel "contakt" kennen we niet. Bedoelde je "contact"?'
    assert said(tmp_path, misspelt) == [("veld-onbekend", "contakt", line("contakt", misspelt), message)]


def test_a_site_may_stand_nowhere_yet(tmp_path: Path) -> None:
    for text in (re.sub(r"(?m)^adres: .*\n", "", SETTINGS), re.sub(r"(?m)^adres: .*$", "adres:", SETTINGS)):
        assert said(tmp_path, text) == []
        found = settings.read(tmp_path)
        assert found.site == ""
        (missing,) = found.missing()
        assert missing.startswith("ruimte.yml, adres: niet ingevuld.")
        assert settings.counted(1, tmp_path).endswith("Uitleg met voorbeelden: op de site, bij Foutmeldingen.")


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ("  naam: Stichting Proefsite\n", "", "beheer.naam", 'Bij "beheer" ontbreekt "naam".'),
        ("  naam: Stichting Proefsite\n", "  nam: x\n", "beheer.nam", 'De sleutel "nam" kennen we niet.'),
        ("  naam: Stichting Proefsite", "  naam: ''", "beheer.naam", 'Bij "beheer.naam" staat niets.'),
        ("https://proefsite.internal/over/", "proefsite", "beheer.adres", '"proefsite" is geen webadres'),
        ("mailto:veilig@kennis.internal", "veilig", "beveiliging.contact", '"veilig" is geen mailadres'),
        ("  verloopt: 2099-12-31\n", "", "beveiliging.verloopt", 'Bij "beveiliging" ontbreekt "verloopt".'),
        ("2099-12-31", "31-12-2099", "beveiliging.verloopt", '"31-12-2099" is geen dag'),
        ("2099-12-31", "2099-02-30", "beveiliging.verloopt", '"2099-02-30" is geen dag'),
    ],
)
def test_who_keeps_the_site_and_who_is_warned_are_read_strictly(
    old: str, new: str, key: str, words: str, tmp_path: Path
) -> None:
    assert old in SETTINGS
    found = said(tmp_path, SETTINGS.replace(old, new))
    assert key in {where for _, where, _, _ in found}
    assert any(message.startswith(words) for _, _, _, message in found)


def test_a_host_is_one_that_we_know(tmp_path: Path) -> None:
    assert said(tmp_path, SETTINGS + "host: nginx\n") == []
    assert settings.read(tmp_path).host == "nginx"
    ((code, key, _, message),) = said(tmp_path, SETTINGS + "host: ngnix\n")
    assert (code, key) == ("waarde-onbekend", "host")
    assert message == 'Voor de host "ngnix" hebben we geen bestand. Bedoelde je "nginx"?'


def test_facets_come_in_their_own_order(tmp_path: Path) -> None:
    assert said(tmp_path, SETTINGS + "facetten: [thema, discipline]\n") == []
    assert [facet.name for facet in settings.read(tmp_path).optional] == ["discipline", "thema"]
    assert said(tmp_path, SETTINGS + "facetten: []\n") == []
    assert settings.read(tmp_path).facets == FACETS


@pytest.mark.parametrize("key", [key for key in settings.HELP if key not in settings.FREE])
def test_a_key_that_is_missing(key: str, tmp_path: Path) -> None:
    text = re.sub(rf"(?m)^{key}:.*\n(?:  .*\n)*", "", SETTINGS)
    first = line("naam" if key != "naam" else "zin", text)
    assert said(tmp_path, text) == [("veld-ontbreekt", key, first, f'De sleutel "{key}" ontbreekt.')]


@pytest.mark.parametrize(
    ("old", "new", "code", "field", "message"),
    [
        ("zin:", "zinn:", "veld-onbekend", "zinn", 'De sleutel "zinn" kennen we niet. Bedoelde je "zin"?'),
        ("  tak:", "  takk: x\n  tak:", "veld-onbekend", "bewaarplaats.takk", 'De sleutel "takk" kennen we niet.'),
        ("naam: Ruimte", "naam: [a]", "waarde-soort", "naam", "Hier hoort één tekst."),
        ("\ncontact: mailto:", "\ncontact: ", "waarde-soort", "contact", '"hulp@kennis.internal" is geen mailadres'),
        ("contact: mailto:hulp@kennis.internal", "contact:", "waarde-leeg", "contact", 'Bij "contact" staat niets.'),
        ("\ncontact: mailto:", "\ncontact: [x] #", "waarde-soort", "contact", "Hier hoort één tekst."),
        ("naam: Ruimte", "naam:", "waarde-leeg", "naam", 'Bij "naam" staat niets.'),
        ("naam: Ruimte", f"naam: {'x' * 301}", "waarde-lengte", "naam", "De tekst telt 301 tekens; hooguit 300 mag."),
        ("https://ruimte.example/", "ruimte.example", "waarde-soort", "adres", '"ruimte.example" is geen webadres'),
        ("https://ruimte.example/", "https://", "waarde-soort", "adres", '"https://" is geen webadres'),
        ("https://ruimte.example/", "'https://[/'", "waarde-soort", "adres", '"https://[/" is geen webadres'),
        ("https://ruimte.example/", "https://ruimte.example/a\\b/", "waarde-soort", "adres", 'In "https://ruimte.exa'),
        ("https://ruimte.example/", "https://ruimte.example/%zz/", "waarde-soort", "adres", 'In "https://ruimte.exa'),
        ("https://ruimte.example/", "https://ik:geheim@a.nl/", "waarde-soort", "adres", "Er staat een gebruikersnaam"),
        ("https://ruimte.example/", "https://ik@a.nl/", "waarde-soort", "adres", "Er staat een gebruikersnaam"),
        ("https://ruimte.example/", "https://ruimte.example:65536/", "waarde-soort", "adres", 'In "https://ruimte.exa'),
        ("https://ruimte.example/", "https://ruimte.example:0/", "waarde-soort", "adres", 'In "https://ruimte.exa'),
        ("https://ruimte.example/", "https://ruimte.example/a/../b/", "waarde-soort", "adres", 'In "https://ruimte.'),
        ("https://ruimte.example/", "https://ruimte.example/%2E%2e/b/", "waarde-soort", "adres", 'In "https://ruimte.'),
        ("https://ruimte.example/", '"https://a\\u200b.nl/"', "waarde-soort", "adres", 'In "https://a\\u200b.nl/"'),
        ("  adres: https://git", "  adres: https://ik:geheim@git", "waarde-soort", "bewaarplaats.adres", "Er staat"),
        ("naam: Ruimte", 'naam: "\\u200b"', "waarde-leeg", "naam", '"\\u200b" heeft geen letter of cijfer.'),
        ("naam: Ruimte", "naam: ~", "waarde-leeg", "naam", '"~" heeft geen letter of cijfer.'),
        ("zin: ", "zin: '...' #", "waarde-leeg", "zin", '"..." heeft geen letter of cijfer.'),
        ("kaart: omtrek.yml", "kaart: ../omtrek.yml", "waarde-soort", "kaart", '"../omtrek.yml" is geen naam'),
        ("ruimtes: [", "ruimtes: plek #[", "waarde-soort", "ruimtes", "Hier hoort een lijst."),
        ("ruimtes: [drijfveer", "ruimtes: [De Plek", "waarde-soort", "ruimtes", '"De Plek" is geen naam van'),
        ("ruimtes: [drijfveer", "ruimtes: [kind", "waarde-dubbel", "ruimtes", '"kind" staat er al.'),
        ("ruimtes: [drijfveer", "ruimtes: [alle, drijfveer", "waarde-soort", "ruimtes", '"alle" kan geen ruimte heten'),
        ("ruimtes: [drijfveer", "ruimtes: [index, drijfveer", "waarde-soort", "ruimtes", '"index" kan geen ruimte'),
        ("kaart:", "facetten: [temha]\nkaart:", "waarde-onbekend", "facetten", 'Het kenmerk "temha" bestaat niet.'),
        ("kaart:", "facetten: [regio]\nkaart:", "waarde-dubbel", "facetten", 'Het kenmerk "regio" laat elke'),
        ("kaart:", "facetten: thema\nkaart:", "waarde-soort", "facetten", "Hier hoort een lijst."),
        ("kaart:", "kleur: groen\nkaart:", "waarde-soort", "kleur", "Hier hoort een lijst."),
        ("kaart:", "kleur: [groen]\nkaart:", "waarde-kleur", "kleur", '"groen" is geen kleur.'),
        ("kaart:", 'kleur: ["#1f5f5b", "#8fd3cb", "#000000"]\nkaart:', "waarde-aantal", "kleur", "Hier horen een of"),
        ("kaart:", 'kleur: ["#ffd400"]\nkaart:', "kleur-contrast", "kleur", 'De kleur "#ffd400" is op een licht'),
        ("kaart:", "leent: [werkvorm]\nkaart:", "waarde-onbekend", "leent", 'De map "werkvorm" is niet te leen. Bed'),
        ("naam: Ruimte", "naam: Ruimte\nnaam: Twee", "kop-dubbel", "naam", ""),
        ("naam: Ruimte", "naam: &a Ruimte", "kop-anker", "", ""),
        ("naam: Ruimte", "naam:\tRuimte", "kop-tab", "", "In de kop staat een tab."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_line(
    old: str, new: str, code: str, field: str, message: str, tmp_path: Path
) -> None:
    assert SETTINGS.count(old) == 1
    text = SETTINGS.replace(old, new)
    found = [row for row in said(tmp_path, text) if row[0] == code]
    assert len(found) == 1
    assert found[0][1] in {field, ""}
    rows = zip(text.split("\n"), SETTINGS.split("\n"), strict=False)
    first = next(number for number, (now, before) in enumerate(rows, 1) if now != before)
    assert found[0][2] == first
    assert found[0][3].startswith(message)


def test_every_cure_says_what_is_allowed(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text(SETTINGS.replace("kaart:", "facetten: [temha]\nkart:"))
    problems = {problem.code: problem.hint for problem in settings.load(tmp_path)[1]}
    assert problems["waarde-onbekend"] == f"Kies uit: {NAMES}."
    assert problems["veld-onbekend"] == f"Kies uit: {KEYS}."
    assert problems["veld-ontbreekt"].startswith("Voeg toe: het bestand in lijsten/")


@pytest.mark.parametrize("text", [b"", b"- a\n", b"x", b"\xff\xfe", b"a: [", b"a" * 70_000, b"ruimtes: []\n"])
def test_what_is_no_file_of_settings_is_a_problem(text: bytes, tmp_path: Path) -> None:
    assert said(tmp_path, text)
    with pytest.raises(Refused):
        settings.read(tmp_path)


@given(text=st.text(st.sampled_from("naam:zi [],{}\n\"'#&*!-0adres"), max_size=60) | st.binary(max_size=40))
def test_anything_at_all_is_read_or_refused(text: str | bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert said(tmp_path_factory.mktemp("root"), text)


def test_a_link_or_nothing_is_a_problem(tmp_path: Path) -> None:
    assert [p.code for p in settings.load(tmp_path)[1]] == ["bestand-onleesbaar"]
    (tmp_path / settings.FILE).symlink_to("/etc/passwd")
    assert [p.code for p in settings.load(tmp_path)[1]] == ["bestand-link"]
    assert [p.code for p in read(write(tmp_path, {})).problems] == ["bestand-link"]


def test_a_root_without_has_those_of_the_project(tmp_path: Path) -> None:
    assert settings.of(tmp_path) == settings.read(PROJECT)


# What the settings name


def test_a_ruimte_that_is_not_there_is_named_at_its_line(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "ruimtes", tmp_path / "ruimtes")
    text = SETTINGS.replace("[drijfveer, kind", "[drijfveer, kinderen")
    problems = [p for p in read(write(tmp_path, {settings.FILE: text})).problems if p.code == "ruimtes-rij"]
    assert [(p.path, p.line, p.field) for p in problems] == [
        (settings.FILE, line("ruimtes"), "ruimtes"), ("ruimtes/kind.md", 1, ""),
    ]  # fmt: skip
    message = 'Van de ruimte "kinderen" is er geen bestand "ruimtes/kinderen.md". Bedoelde je "kind"?'
    assert problems[0].message == message
    assert problems[1].message.startswith('De ruimte "kind" staat niet in de rij: drijfveer, kinderen, ')


def test_a_place_in_the_row_that_a_ruimte_names_itself_must_be_its_own(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "ruimtes", tmp_path / "ruimtes")
    file = tmp_path / "ruimtes" / "plek.md"
    text = file.read_text(encoding="utf-8")
    for place, wrong in ((5, False), (4, True)):
        file.write_text(text.replace("voorheen:", f"volgorde: {place}\nvoorheen:", 1), encoding="utf-8")
        found = [p for p in read(write(tmp_path, {})).problems if p.code == "ruimtes-rij"]
        assert [(p.path, p.line, p.field) for p in found] == [("ruimtes/plek.md", 3, "volgorde")] * wrong
        assert [p.message for p in found] == ["In de rij van ruimte.yml is dit ruimte 5, en hier staat 4."] * wrong


def test_a_site_has_the_ruimtes_that_it_names_and_no_other(tmp_path: Path) -> None:
    text = re.sub(r"(?m)^ruimtes: .*$", "ruimtes: [plek, kind, twijfel]", SETTINGS)
    loaded = read(write(tmp_path, {settings.FILE: text}))
    assert loaded.problems == ()
    assert loaded.knowledge is not None
    assert [r.origin.slug for r in loaded.knowledge.ruimtes] == ["plek", "kind", "twijfel"]
    assert loaded.knowledge.vocabularies["ruimte"].explanation == "De drie ruimtes van de tool Ruimte."
    other = read(write(tmp_path, {GOED: changed({"[plek, kind]": "[plek, dynamiek]"})})).problems
    assert [(p.code, p.field) for p in other] == [("waarde-onbekend", "ruimtes")]


def test_a_map_that_is_not_there_is_named_at_its_line(tmp_path: Path) -> None:
    text = SETTINGS.replace("omtrek.yml", "eiland.yml")
    (found,) = read(write(tmp_path, {settings.FILE: text})).problems
    assert (found.code, found.path, found.line, found.field) == (
        "lijst-ontbreekt",
        settings.FILE,
        line("kaart"),
        "kaart",
    )
    assert found.message == 'Het bestand met de omtrek van de provincies, "lijsten/eiland.yml", is er niet.'


# The lists of a root


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    lists = own_lists(tmp_path)
    (lists / "regio.yml").unlink()
    (found,) = read(write(tmp_path, {})).problems
    assert (found.code, found.path, found.message) == (
        "lijst-ontbreekt",
        "lijsten/regio.yml",
        'De lijst "regio" is er niet.',
    )


@pytest.mark.parametrize(
    ("change", "field", "message", "hint"),
    [
        (
            {"slug: noord-drenthe": "slug: drenthe"}, "drenthe",
            '"drenthe" is al het adres van een provincie, in lijsten/provincie.yml.',
            "Geef de regio een andere slug, bijvoorbeeld: drenthe-streek.",
        ),
        (
            {"slug: noord-drenthe": "eerder: [drenthe]\n    slug: noord-drenthe"}, "noord-drenthe",
            '"drenthe" is al het adres van een provincie, in lijsten/provincie.yml.',
            "Haal het weg bij eerder: op dat adres staat de provincie.",
        ),
    ],
)  # fmt: skip
def test_a_region_with_the_address_of_a_province(
    change: dict[str, str], field: str, message: str, hint: str, tmp_path: Path
) -> None:
    file = own_lists(tmp_path) / "regio.yml"
    text = changed(change, file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    found = next(p for p in read(write(tmp_path, {})).problems if p.code == "adres-dubbel")
    at = next(number for number, row in enumerate(text.split("\n"), 1) if next(iter(change.values()))[:8] in row)
    assert (found.path, found.line, found.field) == ("lijsten/regio.yml", at, field)
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("regios.yml", '"regios.yml" is geen lijst die de site kent. Bedoelde je "regio.yml"?'),
        ("plaats.yaml", '"plaats.yaml" is geen lijst die de site kent. Bedoelde je "plaats.yml"?'),
        ("foto.png", '"foto.png" is geen lijst die de site kent.'),
    ],
)
def test_a_file_that_is_no_list(name: str, message: str, tmp_path: Path) -> None:
    (own_lists(tmp_path) / name).write_text("x")
    (found,) = read(write(tmp_path, {})).problems
    assert (found.path, found.message) == (f"lijsten/{name}", message)


def test_a_list_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    lists = own_lists(tmp_path)
    (lists / "begrip.yml").unlink()
    (lists / "begrip.yml").symlink_to("/etc/passwd")
    (found,) = read(write(tmp_path, {})).problems
    assert (found.code, found.path) == ("bestand-link", "lijsten/begrip.yml")


def test_a_list_of_the_root_comes_before_that_of_the_tool(tmp_path: Path) -> None:
    lists = own_lists(tmp_path)
    text = (
        (wordlists.FOLDER / "omgeving.yml")
        .read_text(encoding="utf-8")
        .replace("slug: dorp", "slug: gehucht")
        .replace('"dorp"', "gehucht")
    )
    (lists / "omgeving.yml").write_text(text, encoding="utf-8")
    kb = read(write(tmp_path, {}, borrowed=True)).knowledge
    assert kb is not None
    assert "gehucht" in kb.vocabularies["omgeving"].by_slug
    assert (kb.vocabularies["omgeving"].path, kb.vocabularies["thema"].path) == (
        "lijsten/omgeving.yml", "kennisbank/vocabularies/thema.yml",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "field", "message"),
    [
        ({'breedte: "53.309"': 'breedte: "6.443"'}, "plaats-kaart", "ezinge", "Ezinge ligt op lengte 6.443"),
        ({'lengte: "6.443"': 'lengte: "noord"'}, "waarde-soort", "lengte", '"noord" is geen getal in graden.'),
        ({'lengte: "6.443"': 'lengte: "nan"'}, "waarde-soort", "lengte", '"nan" is geen getal in graden.'),
    ],
)  # fmt: skip
def test_a_place_that_the_map_cannot_show(
    change: dict[str, str], code: str, field: str, message: str, tmp_path: Path
) -> None:
    lists = own_lists(tmp_path)
    text = changed(change, (lists / "plaats.yml").read_text(encoding="utf-8"))
    (lists / "plaats.yml").write_text(text, encoding="utf-8")
    (found,) = read(write(tmp_path, {})).problems
    rows = text.split("\n")
    assert (found.code, found.path, found.field) == (code, "lijsten/plaats.yml", field)
    assert "ezinge" in " ".join(rows[found.line - 5 : found.line]), "the line is that of the value, or of its number"
    assert found.message.startswith(message)


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("http://purl.edustandaard.nl/begrippenkader/512e4729-03a4-43a2-95ba-758071d1b725", True),
        ("https://begrippen.example/po", True),
        ("purl.edustandaard.nl/begrippenkader/512e4729", False),
        ("javascript:alert(1)", False),
        ("https://begrippen", False),
        ("https://begrippen.example/een woord", False),
    ],
)
def test_the_address_of_a_value_elsewhere_is_a_whole_one(address: str, right: bool, tmp_path: Path) -> None:
    lists = own_lists(tmp_path)
    text = (wordlists.FOLDER / "schooltype.yml").read_text(encoding="utf-8")
    (lists / "schooltype.yml").write_text(
        re.sub(r'begrippenkader: ".*"', f'begrippenkader: "{address}"', text, count=1), encoding="utf-8"
    )
    problems = [found for found in read(write(tmp_path, {}, borrowed=True)).problems if found.field == "begrippenkader"]
    assert [(found.code, found.message) for found in problems] == (
        [] if right else [("waarde-soort", f'"{address}" is geen heel webadres.')]
    )


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("- a\n", "kop-lijst", "Hier horen provincies te staan"),
        ("groningen: [[6, 52], [6, 54], [8, 54]]\n", "veld-ontbreekt", 'De omtrek van "drenthe" ontbreekt.'),
        ("drente: []\n", "waarde-onbekend", 'De provincie "drente" bestaat niet. Bedoelde je "drenthe"?'),
        ("drenthe: [[6, 52], [6, 54]]\n", "waarde-soort", "Een omtrek heeft minstens 3 punten."),
        ("drenthe: [[6, 52], [6, 54], [x, 54]]\n", "waarde-soort", "Dit is geen punt van een lengte en een breedte"),
        ("drenthe: [[6, 52], [6, 54], [6, 54, 5]]\n", "waarde-soort", "Dit is geen punt van een lengte en een breedte"),
        ("drenthe: [[6, 52], [6, 54], [600, 54]]\n", "waarde-soort", "Dit is geen punt van een lengte en een breedte"),
        ("drenthe: [[6, 52], [6, 54], [6, 53]]\n", "waarde-soort", "Binnen deze omtrek is geen plaats."),
        ("drenthe: x\n", "waarde-soort", "Een omtrek heeft minstens 3 punten."),
        ("drenthe: [\n", "kop-yaml", ""),
    ],
)
def test_an_outline_that_is_wrong(text: str, code: str, message: str, tmp_path: Path) -> None:
    (own_lists(tmp_path) / "omtrek.yml").write_text(text)
    found = [p for p in read(write(tmp_path, {})).problems if p.code == code and p.message.startswith(message)]
    assert [p.path for p in found] == ["lijsten/omtrek.yml"]


@pytest.mark.parametrize(
    ("change", "code", "message"),
    [
        ({"label: Meppel\n": "label: Mepel\n"}, "waarde-onbekend", '"Mepel" staat niet in de lijst van plaatsen.'),
        ({"label: Meppel\n": "label: Delfzijl\n"}, "plaats-regio", "Deze plaats ligt in dezelfde regio"),
        ({"slug: elders": "slug: ergens"}, "veld-ontbreekt", 'Het voorbeeld "elders" ontbreekt.'),
        (
            {"slug: bron\n": "slug: brron\n    label: x\n  - slug: bron\n"}, "veld-onbekend",
            'Het voorbeeld "brron" gebruikt de site nergens. Bedoelde je "bron"?',
        ),
        ({"label: plek\n": "label: plek\n    lable: x\n"}, "veld-onbekend", 'De sleutel "lable" kennen we hier niet.'),
        ({"label: plek\n": "label: plekken\n"}, "waarde-onbekend", 'De ruimte "plekken" bestaat niet.'),
    ],
)  # fmt: skip
def test_an_example_that_the_site_does_not_have(
    change: dict[str, str], code: str, message: str, tmp_path: Path
) -> None:
    file = own_lists(tmp_path) / "voorbeeld.yml"
    file.write_text(changed(change, file.read_text(encoding="utf-8")), encoding="utf-8")
    problems = read(write(tmp_path, {})).problems
    assert {problem.path for problem in problems} == {"lijsten/voorbeeld.yml"}
    (found,) = [problem for problem in problems if problem.code == code]
    assert found.message.startswith(message)
    assert found.line > 1 or code == "veld-ontbreekt"


def test_an_example_of_a_story_that_is_not_on_the_site_is_said(tmp_path: Path) -> None:
    file = own_lists(tmp_path) / "voorbeeld.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("label: trots-in-meppel", "label: goedd").replace("label: klooster-van-ter-apel", "label: nee")
    file.write_text(text, encoding="utf-8")
    hidden = changed({'toestemming: ja\ntoestemming_kenmerk: "archief 2026-12"': "toestemming: nee"})
    loaded = read(write(tmp_path, {"stories/nee.md": hidden}))
    assert loaded.problems == ()
    lines = [1 + number for number, row in enumerate(text.split("\n")) if "slug: verhaal" in row]
    assert [(n.line, n.message) for n in loaded.notices if n.path == "lijsten/voorbeeld.yml"] == [
        (lines[0], '"goedd" is geen verhaal op deze site. Bedoelde je "goed"? Kies een verhaal dat er wel is.'),
        (lines[1], '"nee" is geen verhaal op deze site. Kies een verhaal dat er wel is.'),
    ]
    file.write_text(text.replace("label: goedd", "label: goed").replace("label: nee", "label: goed"), encoding="utf-8")
    assert [n.path for n in read(tmp_path).notices] == ["stories/nee.md"]


@pytest.mark.parametrize("values", ["", " []", " ~ []", " x"])
def test_a_site_can_explain_no_word(values: str, tmp_path: Path) -> None:
    lists = own_lists(tmp_path)
    empty = f"label: L\nmeervoud: M\nuitleg: U\nwaarden:{values}\n"
    (lists / "begrip.yml").write_text(empty, encoding="utf-8")
    loaded = read(write(tmp_path, {}))
    if values in {"", " []"}:
        assert loaded.knowledge is not None
        assert loaded.knowledge.vocabularies["begrip"].terms == ()
    else:
        assert [p.path for p in loaded.problems] == ["lijsten/begrip.yml"]
    (lists / "plaats.yml").write_text(empty, encoding="utf-8")
    found = next(p for p in read(tmp_path).problems if p.path == "lijsten/plaats.yml")
    if values in {"", " []"}:
        assert found.hint == "Zet er minstens één waarde in, met een slug en een label."


def test_a_withdrawal_does_not_wait_for_a_map(tmp_path: Path) -> None:
    """The outline cannot be read and a place lies nowhere: the stories are there all the same, none on the map."""
    lists = own_lists(tmp_path)
    (lists / "omtrek.yml").write_text("- a\n")
    root = write(tmp_path, {"ingetrokken.txt": "weg\n"})
    kb = read(root, around=True).knowledge
    assert kb is not None
    assert (list(kb.verhaal), kb.outlines) == (["goed"], {})


def test_a_place_that_no_list_has_is_said_and_stays(tmp_path: Path) -> None:
    loaded = read(write(tmp_path, {GOED: VERHAAL.replace("Ezinge", "Klein Dorp")}))
    assert loaded.problems == ()
    (notice,) = loaded.notices
    assert (notice.path, notice.line) == (GOED, 6)
    assert notice.message == (
        '"Klein Dorp" staat niet in de lijst van plaatsen, en dus niet op de kaart.'
        " Klopt de plaats, zet die dan in lijsten/plaats.yml."
    )
