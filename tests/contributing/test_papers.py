"""The files for GitHub: what they say is true, what they ask is right, and the check sees when they fall behind."""

from __future__ import annotations

import dataclasses
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kennisbank import PROJECT
from kennisbank.cli import check
from kennisbank.contributing import papers
from kennisbank.contributing.papers import PAPERS
from kennisbank.model import kinds, urls
from kennisbank.model.fields import specs
from kennisbank.model.records import Verhaal, Werkvorm
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.pages.site import Site
from kennisbank.problems.problem import problem
from kennisbank.reading import settings, withdrawal
from kennisbank.reading.loader import Loaded, lists
from tests.site_support import SETTINGS, run
from tests.support import GOED, project, read, write

LISTS: dict[str, Vocabulary] = lists(PROJECT)[0]
HOME = dataclasses.replace(settings.read(), site="https://kennis.internal/")
"""As in the project, of which the site stands somewhere."""
MADE = dict(papers.papers(LISTS, HOME))
KEPT = dict(papers.papers(LISTS, settings.read()))
FORMS = sorted(path for path in PAPERS if "/ISSUE_TEMPLATE/" in path and not path.endswith("config.yml"))
OWN = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "ONLINE.md")
MARKDOWN = sorted(path for path in (*PAPERS, *OWN) if path.endswith(".md"))
READMES = {"stories/README.md": Verhaal, "werkvormen/README.md": Werkvorm}
BY_HAND = {path: (PROJECT / path).read_text(encoding="utf-8") for path in OWN}
TEXTS = MADE | BY_HAND
OTHERS = (
    "https://developers.cloudflare.com/pages/", "https://docs.astral.sh/uv/", "https://docs.github.com/en/pages/",
    "https://docs.netlify.com/", "https://pre-commit.com", "https://schema.org", "https://www.gnu.org/software/parallel/",
    "https://www.sitemaps.org/",
)  # fmt: skip
"""Where a program of others is explained, or what a host takes."""

# "Syntax for issue forms" and "Syntax for GitHub's form schema" in GitHub's documentation.
WORDS = {"type": "string", "pattern": r"\S"}
REQUIRED = {"type": "object", "additionalProperties": False, "properties": {"required": {"type": "boolean"}}}


def element(kind: str, required: list[str], more: dict[str, Any], identified: bool = True) -> dict[str, Any]:
    """Return the schema of one kind of element of a form."""
    attributes = {"label": WORDS, "description": WORDS} | more if identified else more
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["type", "attributes"] + ["id"] * identified,
        "properties": {
            "type": {"const": kind},
            "attributes": {
                "type": "object",
                "additionalProperties": False,
                "required": required,
                "properties": attributes,
            },
        }
        | ({"id": {"type": "string", "pattern": r"^[A-Za-z0-9_-]+$"}, "validations": REQUIRED} if identified else {}),
    }


OPTIONS = {"type": "array", "minItems": 1, "uniqueItems": True}
BOX = {
    "type": "object",
    "additionalProperties": False,
    "required": ["label"],
    "properties": {"label": WORDS, "required": {"type": "boolean"}},
}
FORM = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "description", "body"],
    "properties": {
        "name": WORDS,
        "description": WORDS,
        "title": WORDS,
        "labels": {"type": "array", "items": WORDS, "uniqueItems": True},
        "body": {
            "type": "array",
            "minItems": 1,
            "items": {
                "oneOf": [
                    element("markdown", ["value"], {"value": WORDS}, identified=False),
                    element("input", ["label"], {"placeholder": WORDS, "value": WORDS}),
                    element("textarea", ["label"], {"placeholder": WORDS, "value": WORDS, "render": WORDS}),
                    element(
                        "dropdown",
                        ["label", "options"],
                        {"multiple": {"type": "boolean"}, "options": OPTIONS | {"items": WORDS}},
                    ),
                    element("checkboxes", ["label", "options"], {"options": OPTIONS | {"items": BOX}}),
                ]
            },
        },
    },
}
PERSONAL = re.compile(
    r"\b(jouw naam|je naam|voornaam|achternaam|e-?mail|telefoonnummer|woonplaats|geboorte|reden)", re.IGNORECASE
)


@pytest.fixture(scope="module")
def real() -> Loaded:
    loaded = project()
    assert loaded.knowledge is not None, loaded.problems
    return loaded


def form(path: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(MADE[path])
    return found


def asked(path: str) -> list[dict[str, Any]]:
    """Return what a form asks, without the texts between."""
    return [part for part in form(path)["body"] if part["type"] != "markdown"]


# What they list


def test_the_same_lists_give_the_same_bytes() -> None:
    assert list(MADE) == list(PAPERS)
    assert dict(papers.papers(LISTS, HOME)) == MADE
    assert all(text.endswith("\n") and not text.endswith("\n\n") for text in MADE.values())


@pytest.mark.parametrize("path", READMES)
def test_every_field_is_named(path: str) -> None:
    for name in specs(READMES[path]):
        assert f"`{name}`" in MADE[path]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *(("stories/README.md", name) for name in ("ruimte", "regio", "schooltype", "partnertype")),
        *(("werkvormen/README.md", name) for name in ("ruimte", "functie")),
    ],
)
def test_every_value_of_the_main_lists_is_named(path: str, name: str) -> None:
    rows = [f"| `{term.slug}` | {term.label} |" for term in LISTS[name].terms]
    assert "\n".join(rows) in MADE[path]


@pytest.mark.parametrize("name", ["regio", "schooltype", "partnertype"])
def test_who_brings_a_story_chooses_from_the_lists(name: str) -> None:
    question = next(part for part in asked(".github/ISSUE_TEMPLATE/verhaal-aandragen.yml") if part["id"] == name)
    assert question["attributes"]["options"] == [term.label for term in LISTS[name].terms]
    assert question["attributes"].get("multiple", False) == specs(Verhaal)[name].many


def test_a_proposal_for_a_word_names_every_list() -> None:
    options = asked(".github/ISSUE_TEMPLATE/waarde-voorstellen.yml")[0]["attributes"]["options"]
    used = {spec.vocabulary for record in READMES.values() for spec in specs(record).values() if spec.vocabulary}
    assert {LISTS[name].plural for name in used} <= set(options)


# What they say


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("stories/README.md", GOED),
        ("werkvormen/README.md", "werkvormen/x.md"),
        ("stories/kort/README.md", "stories/kort/x.md"),
    ],
)
def test_the_example_passes_the_check(tmp_path: Path, path: str, target: str) -> None:
    examples = re.findall(r"^```markdown\n(.*?)^```$", MADE[path], re.MULTILINE | re.DOTALL)
    assert len(examples) == 1
    loaded = read(write(tmp_path, {target: examples[0]}))
    assert [found for found in loaded.problems if found.path == target] == []
    assert ("\n## " in examples[0]) == (kinds.of(target).words is None)


def linked(text: str) -> Iterator[str]:
    yield from re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`]*`", "", text))
    yield from re.findall(r"^\s+url: (\S+)", text, re.MULTILINE)


@pytest.mark.parametrize("path", TEXTS)
def test_every_address_on_the_site_exists(path: str, real: Loaded) -> None:
    assert real.knowledge is not None
    known = {*Site(real.knowledge).by_address, *urls.OVERVIEWS, f"{urls.VERHALEN}naam-van-het-verhaal/"}
    for address in re.findall(rf"{re.escape(HOME.site)}[\w/-]*", TEXTS[path]):
        assert address.removeprefix(HOME.site) in known


def headings(text: str) -> set[str]:
    """Return the anchors that a forge gives the headings of a text."""
    return {
        re.sub(r"[^\w -]", "", heading.casefold()).replace(" ", "-") for heading in re.findall(r"(?m)^#+ (.+)$", text)
    }


@pytest.mark.parametrize("path", TEXTS)
def test_every_file_that_is_linked_exists(path: str) -> None:
    for target in linked(TEXTS[path]):
        if target.startswith(HOME.forge.adres):
            assert target == f"{HOME.forge.adres}/issues/new/choose"
        elif target.startswith("mailto:"):
            assert HOME.contact is not None
            assert target == HOME.contact.adres
        elif not target.startswith(("http://127.0.0.1:8000", HOME.site, *OTHERS)):
            name, _, heading = target.partition("#")
            file = (PROJECT / path).parent.joinpath(name) if name else PROJECT / path
            assert file.exists(), target
            assert not heading or heading in headings(file.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("path", MARKDOWN)
def test_every_command_and_path_exists(path: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = TEXTS[path]
    assert set(re.findall(r"(?:`|^ {4})make ([a-z]+)", text, re.MULTILINE)) <= targets
    for named in re.findall(r"(?<![\w/.-])((?:kennisbank|scripts|tests|hooks)/[\w/.-]*\w/?|pyproject\.toml)", text):
        assert (PROJECT / named).exists(), named


def test_contributing_names_commands_and_paths_at_all() -> None:
    text = BY_HAND["CONTRIBUTING.md"]
    assert {"serve", "test", "papieren", "lock", "bench"} <= set(re.findall(r"make ([a-z]+)", text))
    assert "kennisbank/model/records.py" in text


# The forms


@pytest.mark.parametrize("path", FORMS)
def test_a_form_is_as_github_wants_it(path: str) -> None:
    found = form(path)
    jsonschema.validate(found, FORM)
    parts = asked(path)
    assert parts, "a form that asks nothing is refused"
    for key in ("id", "label"):
        names = [(part if key == "id" else part["attributes"])[key].casefold() for part in parts]
        assert len(names) == len(set(names))
    for part in parts:
        options = part["attributes"].get("options", [])
        shown = [option["label"] if isinstance(option, dict) else option for option in options]
        assert len({option.casefold() for option in shown}) == len(shown)
        assert "none" not in {option.casefold() for option in shown}


def test_forms_have_names_of_their_own() -> None:
    assert len({form(path)["name"] for path in FORMS}) == len(FORMS) == 4


@pytest.mark.parametrize("path", FORMS)
def test_a_form_warns_and_asks_no_personal_data(path: str) -> None:
    told = " ".join(part["attributes"]["value"] for part in form(path)["body"] if part["type"] == "markdown")
    assert "Iedereen kan dit bericht lezen" in told
    for part in asked(path):
        about = part["attributes"]
        assert not PERSONAL.search(f"{about['label']} {about.get('description', '')} {about.get('placeholder', '')}")


def test_withdrawing_asks_no_more_than_which_story() -> None:
    parts = asked(".github/ISSUE_TEMPLATE/verhaal-terugtrekken.yml")
    assert [part["type"] for part in parts] == ["input", "checkboxes"]
    assert [part["id"] for part in parts if part.get("validations", {}).get("required")] == ["verhaal"]


def test_who_wants_another_form_is_shown_the_guide() -> None:
    found = form(".github/ISSUE_TEMPLATE/config.yml")
    assert found["blank_issues_enabled"] is False
    assert f"{HOME.site}{urls.MEEDOEN}" in {link["url"] for link in found["contact_links"]}
    assert all(set(link) == {"name", "url", "about"} for link in found["contact_links"])


def test_code_owners_are_teams_of_the_owner_of_the_repository() -> None:
    lines = [line.split() for line in MADE[".github/CODEOWNERS"].splitlines() if line and not line.startswith("#")]
    assert lines[0][0] == "*"
    for path, *owners in lines:
        assert owners and all(re.fullmatch(rf"@{HOME.forge.owner}/[a-z]+", owner) for owner in owners)
        assert path in {"*", f"/{withdrawal.FILE}"} or (PROJECT / path.strip("/")).is_dir(), path


# Falling behind


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in KEPT.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_kept_is_what_would_be_made() -> None:
    assert list(papers.drift(PROJECT, LISTS)) == []


def test_line_ends_of_windows_are_no_difference(root: Path) -> None:
    file = root / "stories/README.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert list(papers.drift(root, LISTS)) == []


def test_a_file_that_was_changed_is_named_with_its_line(root: Path) -> None:
    file = root / "stories/README.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    line = lines.index("| `westerkwartier` | Westerkwartier |")
    file.write_text("\n".join(lines[:line] + lines[line + 1 :]), encoding="utf-8")
    found = list(papers.drift(root, LISTS))
    assert [(p.path, p.line, p.code) for p in found] == [("stories/README.md", line + 1, "gemaakt-verouderd")]
    assert '"kennisbank/templates/papieren/stories/README.md"' in found[0].message
    assert "make papieren" in found[0].hint


def test_a_line_too_many_at_the_end_is_seen(root: Path) -> None:
    file = root / ".github/CODEOWNERS"
    file.write_text(file.read_text(encoding="utf-8") + "meer\n", encoding="utf-8")
    found = list(papers.drift(root, LISTS))
    assert [(p.path, p.line) for p in found] == [
        (".github/CODEOWNERS", len(KEPT[".github/CODEOWNERS"].splitlines()) + 1)
    ]


def test_a_file_that_is_missing_or_unreadable_is_named(root: Path) -> None:
    (root / ".github/CODEOWNERS").unlink()
    (root / ".github/pull_request_template.md").write_bytes(b"\xff\xfe")
    found = {p.path: p.line for p in papers.drift(root, LISTS)}
    assert found == {".github/CODEOWNERS": 1, ".github/pull_request_template.md": 1}


def test_a_new_value_makes_every_file_that_lists_it_fall_behind(root: Path) -> None:
    term = dataclasses.replace(LISTS["schooltype"].terms[0], slug="nieuw", label="Nieuw")
    schooltype = dataclasses.replace(LISTS["schooltype"], terms=(*LISTS["schooltype"].terms, term))
    found = {p.path for p in papers.drift(root, {**LISTS, "schooltype": schooltype})}
    assert found == {
        "stories/README.md", "werkvormen/README.md", ".github/ISSUE_TEMPLATE/verhaal-aandragen.yml",
    }  # fmt: skip


def test_another_address_is_one_problem(root: Path) -> None:
    """It changes nearly all of them, and there is one thing to do."""
    (root / settings.FILE).write_text(SETTINGS, encoding="utf-8")
    assert settings.read(root).site != settings.read().site
    (found,) = papers.drift(root, LISTS)
    assert (found.path, found.code) == ("stories/README.md", "gemaakt-verouderd")
    assert settings.FILE in found.message and "make papieren" in found.hint


def test_the_script_mends_what_fell_behind_and_nothing_else(root: Path) -> None:
    shutil.copytree(PROJECT / "ruimtes", root / "ruimtes")
    (root / "werkvormen/README.md").write_text("oud\n", encoding="utf-8")
    (root / ".github/CODEOWNERS").unlink()
    result = run("papers.py", "--root", root)
    assert (result.returncode, result.stdout.split()) == (0, ["werkvormen/README.md", ".github/CODEOWNERS"])
    assert list(papers.drift(root, LISTS)) == []


def test_the_check_of_this_project_looks_at_them_and_that_of_another_root_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    behind = problem("gemaakt-verouderd", "stories/README.md", "Deze regel is oud.", line=3)
    monkeypatch.setattr(papers, "drift", lambda root, vocabularies: [behind])
    for root, seen in ((PROJECT, True), (write(tmp_path, {}), False)):
        monkeypatch.setattr(sys, "argv", ["check.py", "--root", str(root)])
        check.main()
        assert ("stories/README.md:3:1" in capsys.readouterr().out) is seen


# Where the site is


def test_while_the_site_stands_nowhere_the_papers_lead_to_what_it_is_made_of() -> None:
    home = dataclasses.replace(HOME, site="")
    made = dict(papers.papers(LISTS, home))
    places = {link for text in made.values() for link in linked(text) if link.startswith(f"{home.forge.adres}/tree/")}
    assert len(places) > 1
    for link in places:
        assert (PROJECT / link.removeprefix(f"{home.forge.adres}/tree/{home.forge.tak}/")).exists(), link
    assert not [text for text in made.values() if "](/" in text or "url: /" in text or HOME.site in text]


def test_addresses_come_from_the_configuration(tmp_path: Path) -> None:
    text = SETTINGS.replace("https://ruimte.example/", "https://site.voorbeeld.nl")
    (tmp_path / settings.FILE).write_text(text)
    home = settings.read(tmp_path)
    assert (home.site, home.forge.adres) == ("https://site.voorbeeld.nl/", "https://github.com/team/kennis")
    assert home.forge.owner == "team"
    assert "@team/redactie" in dict(papers.papers(LISTS, home))[".github/CODEOWNERS"]
