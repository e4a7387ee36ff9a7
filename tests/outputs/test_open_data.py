"""The open data: read back by others as they say of themselves, the same each time, and without what is private."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank import PROJECT
from kennisbank.model import open_data
from kennisbank.model.fields import Kind
from kennisbank.model.open_data import Column, Type
from kennisbank.outputs import gallery
from kennisbank.outputs.columns import cell, cells, line
from kennisbank.outputs.open_data import OpenData, word_count
from kennisbank.pages.site import Site
from kennisbank.reading import markup
from tests import open_data_support as others
from tests.support import BEELDEN, VERHAAL, VOORBEELD, changed, content, picture, read, read_table, write

SITE = "https://kennis.test/"
KEYS: dict[str, Any] = read_table(PROJECT / "tests" / "open-data.yml")
TYPES = {"string", "integer", "number", "date", "boolean"}
"""Those that every version of the standard and of its programs knows."""


def made(site: Site) -> dict[str, bytes]:
    """Return the open data of a site by their addresses."""
    return {address: b"".join(pieces) for address, pieces in OpenData(site, SITE, "Kennis").files()}


def pictured(site: Site, folder: Path) -> Site:
    """Return a site of which the pictures have been made, as a build has it."""
    site.made = gallery.make(site.originals(), folder / "kept", folder / "spare")
    return site


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(pictured(Site(content()), tmp_path_factory.mktemp("beelden")))


def root(folder: Path, texts: dict[str, Any]) -> Site:
    loaded = read(write(folder, texts))
    assert loaded.knowledge is not None, loaded.problems
    return Site(loaded.knowledge)


def test_all_files_are_there_that_the_addresses_promise(files: dict[str, bytes]) -> None:
    assert tuple(sorted(files)) == tuple(sorted(open_data.FILES))
    assert {table.name for table in open_data.tables(content().vocabularies)} == set(open_data.NAMES)


# Read back by others --------------------------------------------------------------------------------------------------


def test_every_table_is_as_its_schema_says(files: dict[str, bytes]) -> None:
    assert others.faults(files) == []
    rows = others.tables(files)
    assert {name: len(rows[name]) for name in ("verhalen", "werkvormen", "ruimtes", "bundels")} == {
        "verhalen": len(content().verhalen),
        "werkvormen": len(content().werkvormen),
        "ruimtes": len(content().ruimtes),
        "bundels": len(content().bundels),
    }
    assert len(rows["teksten"]) == sum(len(content().of(kind)) for kind in open_data.OPEN)


def test_what_is_wrong_in_a_table_would_be_seen(files: dict[str, bytes]) -> None:
    for table, before, after in (
        ("verhalen", b";po | ", b";;"),
        ("kenmerken", b";ruimte;", b";ruimten;"),
        ("werkvormen", b";verdieping;", b";verdiept;"),
        ("uitreiken", b"werkvorm;", b"werkvormen;"),
    ):
        broken = files[f"data/{table}.csv"].replace(before, after, 1)
        assert broken != files[f"data/{table}.csv"], table
        try:
            assert others.faults({**files, f"data/{table}.csv": broken}), table
        except AssertionError:
            assert table == "verhalen", "a row that is longer than the others"


@pytest.mark.parametrize("table", open_data.IN_JSON)
def test_every_json_file_is_as_its_schema_says(files: dict[str, bytes], table: str) -> None:
    data, schema = json.loads(files[f"data/{table}.json"]), json.loads(files[f"data/{table}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    checked = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checked.iter_errors(data)] == []
    assert data["$schema"] == schema["$id"] == f"{SITE}data/{table}.schema.json"
    assert data["aantal"] == len(data["rijen"]) > 0
    spoilt = [
        {**data["rijen"][0], "vreemd": 1},
        {key: value for key, value in data["rijen"][0].items() if key != "slug"},
    ]
    for row in spoilt:
        assert not checked.is_valid({**data, "rijen": [row]})


@pytest.mark.parametrize("table", open_data.IN_JSON)
def test_csv_and_json_say_the_same(files: dict[str, bytes], table: str) -> None:
    """Nothing is lost on the way to a cell and back: not a line, not a sign that a spreadsheet would calculate."""
    rows = others.tables(files)[table]
    for flat, whole in zip(rows, json.loads(files[f"data/{table}.json"])["rijen"], strict=True):
        assert {name: _hard(whole[name]) for name in flat} == {name: _hard(value) for name, value in flat.items()}


def _hard(value: Any) -> Any:
    """Return a value with one kind of space: one that does not part stands for one that would part an item in two."""
    return json.loads(json.dumps(value).replace("\\u00a0", " "))


def test_the_package_has_what_the_standard_asks(files: dict[str, bytes]) -> None:
    """https://datapackage.org/standard/data-package/, and the same for resources and tables."""
    package = others.package(files)
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"]) and re.fullmatch(r"\d+\.\d+\.\d+", package["version"])
    for one in package["licenses"]:
        assert one["path"].startswith("https://creativecommons.org/licenses/by/4.0/") and one["title"]
    assert package["contributors"] and all(one["title"] for one in package["contributors"])
    assert package["sources"] == [{"title": content().project.report}]
    named = [resource["name"] for resource in package["resources"]]
    assert len(set(named)) == len(named) == len(open_data.NAMES) + len(open_data.IN_JSON)
    for resource in package["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert "data" not in resource and not resource["path"].startswith(("/", "..")), "a path below the descriptor"
        file = files[f"data/{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (len(file), f"sha256:{hashlib.sha256(file).hexdigest()}")
        if resource.get("type") == "table":
            fields = resource["schema"]["fields"]
            assert len({one["name"] for one in fields}) == len({one["title"] for one in fields}) == len(fields)
            assert {one["type"] for one in fields} <= TYPES
            assert all(one["title"] and one["description"].endswith((".", "?")) for one in fields)
        else:
            assert f"data/{resource['jsonSchema']}" in files


def test_a_site_that_stands_nowhere_yet_names_no_address() -> None:
    pieces = OpenData(Site(content()), "/", "Kennis").files()
    files = {address: b"".join(each) for address, each in pieces}
    assert others.faults(files) == []
    package = others.package(files)
    assert {"id", "homepage"}.isdisjoint(package) and "path" not in package["contributors"][0]
    row = json.loads(files["data/verhalen.json"])["rijen"][0]
    assert row["adres"] == f"/verhalen/{row['slug']}/"


# As a spreadsheet opens it --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", open_data.NAMES)
def test_a_dutch_excel_opens_it(files: dict[str, bytes], table: str) -> None:
    """It takes UTF-8 by its mark, parts at `;`, and ends lines as Windows does; `sep=;` would undo the first."""
    written = files[f"data/{table}.csv"]
    assert written.startswith(b"\xef\xbb\xbf") and written.count(b"\xef\xbb\xbf") == 1
    assert written.endswith(b"\r\n") and not written.lower().startswith(b"\xef\xbb\xbfsep=")
    bare = re.sub(rb'"(?:[^"]|"")*"', b"", written)
    assert bare.count(b"\n") == bare.count(b"\r\n"), "what is in a cell may have lines, quoted"
    head = bare.partition(b"\r\n")[0]
    assert all(line.count(b";") == head.count(b";") for line in bare.removesuffix(b"\r\n").split(b"\r\n"))
    rows = [*csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")]
    numbers = re.compile(r"-?\d+(?:,\d+)?")
    for row in rows:
        for one in row:
            assert not one.startswith(("=", "+", "@", "\t", "\r")) and (one[:1] != "-" or numbers.fullmatch(one)), one
            assert not re.fullmatch(r"\d{1,2}[-/]\d{1,2}", one), f"{one} would be a day"
            assert len(one) <= 32_767, "the most that a cell of Excel holds"


@given(st.text())
def test_a_text_in_a_cell_is_no_formula_and_comes_back(text: str) -> None:
    found = cell(text, Column(name="x", label="", about=""))
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert others.text(found) == text


@given(st.lists(st.text(min_size=1), min_size=1))
def test_a_list_in_a_cell_comes_back(items: list[str]) -> None:
    found = cell([*items], Column(name="x", label="", about="", many=True))
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
    back = others.value(found, {"scheiding": open_data.SEPARATOR})
    assert [item.replace("\u00a0", " ") for item in back] == [item.replace("\u00a0", " ") for item in items]


@pytest.mark.parametrize(
    ("value", "type_", "found"),
    [
        (None, Type.TEXT, ""),
        ("'t Zandt", Type.TEXT, "'t Zandt"),
        ("'s-Gravenmoer", Type.TEXT, "'s-Gravenmoer"),
        ("=SOM(A1)", Type.TEXT, "'=SOM(A1)"),
        ("'=x", Type.TEXT, "''=x"),
        ("-20%", Type.TEXT, "'-20%"),
        (-3, Type.WHOLE, "-3"),
        (53.219, Type.NUMBER, "53,219"),
        (True, Type.YES, "ja"),
        (False, Type.YES, "nee"),
    ],
)
def test_what_stands_in_a_cell(value: Any, type_: Type, found: str) -> None:
    assert cell(value, Column(name="x", label="", about="", type=type_)) == found


SIGNS = st.text(st.sampled_from("a;\"\r\n,='- |") | st.characters(exclude_categories=["Cs"]), max_size=6)


@given(st.lists(SIGNS, min_size=2))
def test_a_line_is_as_the_library_writes_it(row: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(row)
    assert line(row) == written.getvalue()


@given(st.lists(SIGNS | st.none() | st.booleans() | st.integers() | st.lists(SIGNS), min_size=1))
def test_a_row_has_the_cell_of_each_value(values: list[Any]) -> None:
    columns = [Column(name="x", label="", about="")] * len(values)
    assert cells(values, columns) == [cell(value, column) for value, column in zip(values, columns, strict=True)]


@pytest.mark.parametrize(("words", "many"), [("", 0), ("een – twee", 2), ("1 kant-en-klaar, § & … 'n", 3), ("_ -", 0)])
def test_a_word_has_a_letter_or_a_digit(words: str, many: int) -> None:
    assert word_count(words) == many


def test_words_that_were_kept_make_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "cache"))
    found = root(tmp_path / "bron", {"stories/goed.md": VERHAAL})
    monkeypatch.setenv("KENNISBANK_ZONDER_CACHE", "1")
    without = made(found)
    monkeypatch.delenv("KENNISBANK_ZONDER_CACHE")
    assert made(found) == without
    assert [*(tmp_path / "cache" / "woorden").iterdir()]
    monkeypatch.setattr(markup, "paragraphs", None)
    assert made(found) == without


# What is in it --------------------------------------------------------------------------------------------------------


def test_a_title_that_looks_like_a_formula_is_a_text_in_both(tmp_path: Path) -> None:
    title = """=2+3; of 'anders' gezegd"""
    files = made(root(tmp_path, {"stories/goed.md": changed({"title: Het goede verhaal": f'title: "{title}"'})}))
    assert others.faults(files) == []
    assert f';"\'{title}";'.encode() in files["data/verhalen.csv"]
    assert others.tables(files)["verhalen"][0]["title"] == title
    assert json.loads(files["data/verhalen.json"])["rijen"][0]["title"] == title


def test_what_changed_last_is_the_newest(tmp_path: Path) -> None:
    """In the files, and in what machines are told of them: one day for both."""
    site = root(tmp_path, {"stories/goed.md": changed({"bron:": "bijgewerkt: 2026-11-20\nbron:"})})
    assert json.loads(made(site)["data/verhalen.json"])["nieuwste"] == "2026-11-20"
    assert site.knowledge.latest == date(2026, 11, 20)


def test_a_text_is_whole_and_its_links_lead_somewhere(files: dict[str, bytes]) -> None:
    for table in map(open_data.name, open_data.OPEN):
        for row in json.loads(files[f"data/{table}.json"])["rijen"]:
            assert row["adres"].startswith(SITE) and row["tekst"] and row["tekst_markdown"]
            for target in re.findall(r"\]\(<?([^)\s>]*)", row["tekst_markdown"]):
                assert target.startswith(("https://", "http://", "#")), (row["slug"], target)
            assert "](" not in row["tekst"] and "**" not in row["tekst"], row["slug"]
            assert not re.search(r"(?m)^(?:#|[-*] )", row["tekst"]), row["slug"]


def test_of_all_that_is_chosen_the_table_of_values_has_a_row(files: dict[str, bytes]) -> None:
    rows, told = others.tables(files), {}
    for row in rows["kenmerken"]:
        told.setdefault((row["soort"], row["slug"], row["veld"]), []).append(row["waarde"])
    every = [ruimte.origin.slug for ruimte in content().ruimtes]
    for kind in open_data.OPEN:
        chosen = [name for name, spec in open_data.shown(kind.record).items() if spec.kind is Kind.CHOICE]
        for row in rows[open_data.name(kind)]:
            for name in chosen:
                value = row[name] if isinstance(row[name], list) else [row[name]] if row[name] else []
                assert told.get((kind.one, row["slug"], name), []) == (every if value == ["alle"] else value)


def test_beside_each_value_stands_its_label(files: dict[str, bytes]) -> None:
    names = {(row["lijst"], row["slug"]): row["label"] for row in others.tables(files)["waarden"]}
    for kind in open_data.OPEN:
        for name, spec in open_data.shown(kind.record).items():
            if spec.kind is Kind.CHOICE:
                for row in json.loads(files[open_data.json(open_data.name(kind))])["rijen"]:
                    value, label = row[name], row[f"{name}_label"]
                    found = [names.get((spec.vocabulary, slug), slug) for slug in (value if spec.many else [value])]
                    assert label == (found if spec.many else found[0] if value else None)


def test_what_stands_in_a_field_of_a_text_has_a_table(tmp_path: Path) -> None:
    site = root(
        tmp_path,
        {
            "stories/kast/index.md": changed({"bron:": f"{BEELDEN}bron:", "op pad.": "op pad.\n\n![](kastje.jpg)"}),
            "stories/kast/kastje.jpg": picture("kastje.jpg"),
        },
    )
    files = made(pictured(site, tmp_path))
    assert others.faults(files) == []
    (row,) = others.tables(files)["beelden"]
    kast = next(row for row in json.loads(files["data/verhalen.json"])["rijen"] if row["slug"] == "kast")
    (inner,) = kast["beelden"]
    assert {name: row[name] for name in inner} == inner
    assert (row["soort"], row["slug"], row["nummer"]) == ("verhaal", "kast", 1)
    assert "toestemming" not in inner
    assert f"![]({SITE}{next(site.pictures()).target})" in kast["tekst_markdown"], "a text is read elsewhere"


# The same each time ---------------------------------------------------------------------------------------------------


def test_the_same_content_gives_the_same_bytes_and_other_content_another_version(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    assert made(pictured(Site(content()), tmp_path / "beelden")) == files
    versions = []
    for number, text in enumerate(
        (VERHAAL, VERHAAL, changed({"De kinderen gingen op pad.": "Zij gingen **op** pad."}))
    ):
        found = made(root(tmp_path / str(number), {"stories/goed.md": text}))
        versions.append(json.loads(found["data/verhalen.json"])["versie"])
    assert versions[0] == versions[1] != versions[2]


def test_it_is_made_piece_by_piece() -> None:
    """A file is never whole in memory: each row comes by itself."""
    for address, pieces in OpenData(Site(content()), SITE, "Kennis").files():
        sizes = [len(piece) for piece in pieces]
        if address == open_data.csv("werkvormen"):
            assert len(sizes) >= len(content().werkvormen) and max(sizes) < sum(sizes) / 10


def test_no_name_goes_unless_the_version_of_the_shape_says_so(files: dict[str, bytes]) -> None:
    """What others build on: who takes a name away, or makes it another thing, raises the first number of `SHAPE`."""
    assert open_data.SHAPE.split(".")[0] == str(KEYS["vorm"])
    fields = {
        resource["name"]: {
            one["name"]: "list" if "scheiding" in one else one["type"] for one in resource["schema"]["fields"]
        }
        for resource in others.package(files)["resources"]
        if resource.get("type") == "table"
    }
    for table, promised in KEYS["tabellen"].items():
        assert {name: fields[table].get(name) for name in promised} == promised, table
    for table, promised in KEYS["json"].items():
        rows = json.loads(files[f"data/{table}.json"])["rijen"]
        assert set(promised) <= set(rows[0]), table
    head = json.loads(files["data/verhalen.json"]).keys()
    assert set(KEYS["kop"]) <= head


# What is private ------------------------------------------------------------------------------------------------------


SECRET = "verstopwoord"
"""Stands in all that nobody may read in the data."""


def test_nothing_private_is_in_any_file(tmp_path: Path) -> None:
    site = root(
        tmp_path,
        {
            "stories/goed.md": changed(
                {
                    'toestemming_kenmerk: "': f'toestemming_kenmerk: "{SECRET} ',
                    "bron:": f"zoekwoorden: [{SECRET}]\nbron:",
                }
            ),
            "stories/schets.md": changed({"title: ": f"title: {SECRET} ", "bron:": "concept: true\nbron:"}),
            "stories/nee.md": changed({"title: ": f"title: {SECRET} ", "toestemming: ja": "toestemming: nee"}),
            "stories/kort/naamloos.md": changed(
                {"bron:": f"zoekwoorden: [{SECRET}]\neerder: [{SECRET}]\nbron:"}, VOORBEELD
            ),
        },
    )
    files = made(site)
    rows = others.tables(files)
    assert [row["slug"] for row in rows["verhalen"]] == ["goed"]
    assert [row["slug"] for row in rows["praktijkvoorbeelden"]] == ["naamloos"]
    for address, found in files.items():
        assert SECRET.encode() not in found, address


def test_a_draft_is_left_out_of_a_preview_too(tmp_path: Path) -> None:
    written = write(
        tmp_path, {"stories/goed.md": VERHAAL, "stories/schets.md": changed({"bron:": "concept: true\nbron:"})}
    )
    knowledge = read(written, drafts=True).knowledge
    assert knowledge is not None and len(knowledge.verhalen) == 2
    assert [row["slug"] for row in others.tables(made(Site(knowledge)))["verhalen"]] == ["goed"]
