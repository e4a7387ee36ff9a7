"""How the repository is cited: the file is what the Citation File Format asks, and says what the settings say."""

from __future__ import annotations

import dataclasses
from typing import Any

import jsonschema
import pytest
import yaml

from kennisbank import PROJECT
from kennisbank.contributing import citation
from kennisbank.contributing.papers import papers
from kennisbank.model.forge import reserved
from kennisbank.model.project import Project
from kennisbank.reading import settings
from kennisbank.reading.loader import lists

LISTS = lists(PROJECT)[0]
ELDERS = PROJECT / "tests" / "elders"
WORDS = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
ENTITIES = {
    "type": "array",
    "minItems": 1,
    "uniqueItems": True,
    "items": {"type": "object", "required": ["name"], "properties": {"name": WORDS}, "additionalProperties": False},
}
# What CFF 1.2.0 says of the keys that we write; no other is allowed here (schema.json of citation-file-format 1.2.0).
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["authors", "cff-version", "message", "title"],
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": WORDS,
        "type": {"enum": ["dataset", "software"]},
        "title": WORDS,
        "abstract": WORDS,
        "authors": ENTITIES,
        "license": {"enum": ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]},
        "url": ADDRESS,
        "repository-code": ADDRESS,
        "references": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["authors", "title", "type"],
                "properties": {
                    "type": {"const": "report"},
                    "title": WORDS,
                    "authors": ENTITIES,
                    "year": {"type": "integer"},
                    "notes": WORDS,
                },
            },
        },
    },
}


def made(project: Project) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(dict(papers(LISTS, project))[citation.FILE])
    jsonschema.validate(found, SCHEMA)
    return found


def test_the_file_of_this_repository_is_valid_and_says_what_the_settings_say() -> None:
    project = settings.read()
    found = yaml.safe_load((PROJECT / citation.FILE).read_text(encoding="utf-8"))
    assert found == made(project)
    assert found["license"] == "CC-BY-4.0"
    (report,) = found["references"]
    assert report["title"] == project.report == f"{report['authors'][0]['name']}, {report['year']}"
    licence = (PROJECT / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert f'"{found["title"]}, naar {project.report}"' in licence


def test_a_site_elsewhere_has_its_own() -> None:
    found = made(settings.read(ELDERS))
    assert found["title"] == f"Kennisbank {settings.read(ELDERS).name}"
    assert settings.read(ELDERS).sentence in found["abstract"]
    assert settings.read().report not in str(found)


def test_addresses_are_named_when_they_are_no_examples() -> None:
    example = settings.read(ELDERS)
    assert reserved(example.site) and example.forge.example
    assert not {"url", "repository-code"} & made(example).keys()
    forge = dataclasses.replace(example.forge, adres="https://github.com/team/kennis")
    found = made(dataclasses.replace(example, site="https://kunst.nl/ruimte/", forge=forge))
    assert (found["url"], found["repository-code"]) == ("https://kunst.nl/ruimte/", "https://github.com/team/kennis")


@pytest.mark.parametrize("name", ['Kunst: "samen" #1', "'t Hogeland\\", "- ja", "{x}", "Łódź & co"])
def test_whatever_a_site_is_called_is_read_back(name: str) -> None:
    found = made(dataclasses.replace(settings.read(), name=name, sentence=name, report=name))
    assert found["title"] == f"Kennisbank {name}"
    assert found["references"][0]["authors"] == [{"name": name}]
    assert "year" not in found["references"][0]


def test_without_a_report_or_a_known_licence_nothing_is_said_of_them() -> None:
    found = made(dataclasses.replace(settings.read(), report="", rights="Alle rechten voorbehouden"))
    assert not {"references", "license"} & found.keys()


@pytest.mark.parametrize(
    ("rights", "licence"),
    [
        ("Teksten CC BY-SA 4.0, foto's CC BY 4.0", "CC-BY-SA-4.0"),
        ("CC0 1.0", "CC0-1.0"),
        ("Code MIT, teksten CC BY 4.0", "CC-BY-4.0"),
    ],
)
def test_the_licence_is_the_first_that_is_named(rights: str, licence: str) -> None:
    assert citation.spdx(rights, LISTS["licentie"]) == licence


@pytest.mark.parametrize(
    ("cited", "who", "year"),
    [
        ("Jansen & Co (2021)", "Jansen & Co", "2021"),
        ("Jansen, 2021", "Jansen", "2021"),
        ("Het rapport", "Het rapport", ""),
    ],
)
def test_who_wrote_the_report_and_when(cited: str, who: str, year: str) -> None:
    found = citation.report(cited)
    assert found is not None
    assert (found.auteur, found.jaar) == (who, year)
