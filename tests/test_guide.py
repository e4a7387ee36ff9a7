"""The guide for contributors: one short page per task, and everything that it names is there."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image

from kennisbank import PROJECT
from kennisbank.model import forge, kinds, urls
from kennisbank.model.fields import specs
from kennisbank.model.records import Beeld, Bundel, Pagina, Verhaal, Werkvorm
from kennisbank.problems.problem import CODES
from tests.support import VERHAAL, WERKVORM, changed, content, read, write
from tests.tools import screens
from tests.tools.screens import SCENES

FOLDER = PROJECT / "docs" / "meedoen"
TASKS = (
    "verhaal-toevoegen verbeteren afbeelding-toevoegen werkvorm-toevoegen bundel-maken intrekken woord-toevoegen"
    " voorstel-nakijken eerste-voorstel computer"
).split()
PAGES = ["index", *TASKS]
GITHUB = {
    "Fork this repository", "Commit changes", "Commit changes...", "Propose changes", "Create pull request",
    "Files changed", "Edit file", "Delete file", "Delete directory", "Add file", "Upload files", "Details", "Summary",
    "Conversation", "Approve workflows to run", "Merge pull request", "Confirm merge", "Code",
    "Download ZIP",
}  # fmt: skip
"""The words of GitHub's own screens, exactly as they stand there."""
MOST_WORDS = 230
HEAVIEST = 60 * 1024
"""Bytes of a picture."""
GENERATED = {*urls.SCHRIJVEN.values(), urls.VELDEN, urls.WAARDEN, urls.FOUTMELDINGEN}

BOLD = re.compile(r"\*\*(.+?)\*\*")
ITALIC = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
BLOCK = re.compile(r"(?:^(?: {4}.*)?\n)+", re.MULTILINE)


def split(name: str) -> tuple[dict[str, object], str]:
    """Return the fields and the text of a page of the guide."""
    _, head, body = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def blocks(body: str) -> list[str]:
    """Return what stands in blocks to copy, each without its indent."""
    found = []
    for match in BLOCK.finditer(body):
        lines = match.group().strip("\n").split("\n")
        if lines[0].startswith("    "):
            indent = len(lines[0]) - len(lines[0].lstrip())
            found.append("\n".join(line[indent:] for line in lines) + "\n")
    return found


def prose(body: str) -> str:
    """Return a text without the blocks to copy."""
    return BLOCK.sub("\n", body)


TEXTS = {name: split(name)[1] for name in PAGES if (FOLDER / f"{name}.md").exists()}


@pytest.fixture(scope="module")
def words_of_the_site() -> str:
    """All that the templates and the forms for GitHub say, with the name of the forge filled in."""
    folders = (
        *(PROJECT / "kennisbank" / room for room in ("theme", "parts", "pages")),
        PROJECT / ".github" / "ISSUE_TEMPLATE",
    )
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in {".html", ".yml"})
    name = forge.KINDS["github"].name  # the guide describes its screens, whatever forge is filled in
    return re.sub(
        r"\{\{ (?:blad\.bewaarplaats|b)\.naam \}\}", name, "\n".join(file.read_text(encoding="utf-8") for file in files)
    )


def test_there_is_a_page_for_every_task_and_no_other() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.md")) == sorted(PAGES)
    assert [name for _, name in sorted((split(name)[0]["volgorde"], name) for name in PAGES)] == PAGES


@pytest.mark.parametrize("name", TASKS)
def test_a_page_is_one_task_under_a_page_long(name: str) -> None:
    text = prose(TEXTS[name])
    assert re.search(r"(?m)^1\. ", text), "the steps have numbers"
    assert len(re.findall(r"[^\W_]+", LINK.sub(r"\1", text))) <= MOST_WORDS
    assert text.count("![](") <= 2


def test_the_index_leads_to_the_form_first_and_then_to_all_that_the_guide_has() -> None:
    addresses = [target for _, target in LINK.findall(TEXTS["index"])]
    assert addresses[0] == f"/{urls.source(urls.SCHRIJVEN['verhaal'])}"
    assert {f"/{urls.source(address)}" for address in GENERATED} <= set(addresses)
    site = content()
    assert site is not None
    listed = [p.origin.path for p in site.paginas if p.origin.path.startswith("docs/meedoen/")]
    assert sorted(listed) == sorted(f"docs/meedoen/{name}.md" for name in PAGES), "the template lists these"


@pytest.mark.parametrize("name", PAGES)
def test_every_command_is_there(name: str) -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)", TEXTS[name]):
        assert re.search(rf"(?m)^{target}:", makefile), f"make {target}"
    for script in re.findall(r"scripts/\w+\.(?:py|sh)", TEXTS[name]):
        assert (PROJECT / script).is_file(), script


def fields() -> set[str]:
    return {field for record in (Verhaal, Werkvorm, Bundel, Pagina, Beeld) for field in specs(record)}


NAMES = {
    # invented by a page
    "kastje.jpg", "![](ons-dorp/kastje.jpg)", "wat-doet-de-partner.md", "ons-dorp.md", "ons-dorp",
    "naam-van-het-verhaal",
    # written in a file
    "---", ".md", "slug", "definitie", "synoniemen", "eronder", "plenair", "tweetallen", "groepjes van 4",
    "1. **Kies een kaart (10 minuten).**", "(10 minuten; kort 5)", "(10 minuten; kort: sla over)",
    # of GitHub, of the preview, of a computer
    "patch-1", "voorbeeld", "index.html", "kijken/index.html", "site", "make", "--alles",
    # of the example of a proposal
    "voorbeeld-van-een-voorstel.md", "voorbeeld-van-een-voorstel", "noord-groningen",
    "verhalen--voorbeeld-van-een-voorstel.html",
}  # fmt: skip
"""What stands in code and is no field or path of the project: names that a page invents, and what others make."""


def is_there(code: str) -> bool:
    """Tell whether code in a page is a field (with its value), a kind of problem, or a path of the project."""
    places = (PROJECT, PROJECT / "lijsten", PROJECT / "kennisbank" / "vocabularies")
    return code.partition(":")[0] in fields() or code in CODES or any((place / code).exists() for place in places)


@pytest.mark.parametrize("name", PAGES)
def test_every_field_and_path_in_code_is_there(name: str) -> None:
    commands = ("http://127.0.0.1", "python3 scripts/", "make ")
    unknown = [
        code for code in CODE.findall(prose(TEXTS[name])) if not code.startswith(commands) and not is_there(code)
    ]
    assert set(unknown) <= NAMES, unknown


def test_no_name_is_listed_in_vain() -> None:
    named = {code for text in TEXTS.values() for code in CODE.findall(prose(text))}
    assert named >= NAMES


def test_the_preview_has_the_name_that_the_guide_gives() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "controle.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    artifacts = {step["with"]["name"] for step in steps if "upload-artifact" in step.get("uses", "")}
    assert artifacts == {"voorbeeld"}
    assert "`voorbeeld`" in TEXTS["voorstel-nakijken"]


@pytest.mark.parametrize("name", PAGES)
def test_the_words_of_the_site_are_quoted_as_they_are(name: str, words_of_the_site: str) -> None:
    """Bold without a stop behind it is what the site says; italic is what GitHub says."""
    for bold in BOLD.findall(LINK.sub(r"\1", TEXTS[name])):
        if not CODE.fullmatch(bold) and bold[-1] not in ".?:":
            assert re.search(rf"(?:>|name: |: ){re.escape(bold)}(?:<|$)", words_of_the_site, re.MULTILINE), bold
    headings = {section.heading for kind in kinds.KINDS for section in kind.outline}
    for italic in ITALIC.findall(BOLD.sub("", TEXTS[name])):
        assert italic in GITHUB | headings | {"Wat komt uit het onderzoek"}, italic


def test_no_word_of_github_is_listed_in_vain() -> None:
    named = {italic for text in TEXTS.values() for italic in ITALIC.findall(text)}
    assert named >= GITHUB


def test_the_guide_leads_to_the_repository_by_its_settings_alone() -> None:
    """The check looks whether what a `bewaarplaats:` link names is there."""
    targets = [target for text in TEXTS.values() for _, target in LINK.findall(text)]
    assert [target for target in targets if target.startswith("http")] == []
    assert len([target for target in targets if target.startswith(forge.SCHEME)]) >= 10


def test_every_picture_is_made_by_the_script_described_and_shown() -> None:
    shown, described = [], []
    for name in PAGES:
        head, body = split(name)
        shown += re.findall(r"!\[\]\((\S+)\)", CODE.sub("", body))
        for beeld in head.get("beelden", []):
            described.append(beeld["bestand"])
            assert beeld["maker"] == "Kennisbank Ruimte"
            assert len(beeld["alt"]) >= 40, "it says what is to be seen"
    assert sorted(shown) == sorted(described) == sorted(f"{name}.png" for name in SCENES)
    assert sorted(file.name for file in FOLDER.glob("*.png")) == sorted(shown)


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_is_light_and_fits_a_page(name: str) -> None:
    file = FOLDER / f"{name}.png"
    assert file.stat().st_size < HEAVIEST
    with Image.open(file) as picture:
        assert picture.format == "PNG"
        assert not picture.info.keys() & {"exif", "Description", "Comment"}
        assert picture.width <= 1200
        assert picture.height <= 900


def examples() -> Iterator[tuple[str, str]]:
    for name, text in TEXTS.items():
        for block in blocks(text):
            yield name, block


def test_the_guide_has_an_example_of_a_bundel_of_pictures_and_of_a_word() -> None:
    assert {"bundel-maken", "afbeelding-toevoegen", "woord-toevoegen"} <= {name for name, _ in examples()}


def problems(root: Path) -> list[str]:
    return [str(found) for found in read(root).problems]


def test_the_bundel_of_the_guide_is_right(tmp_path: Path) -> None:
    (example,) = [block for name, block in examples() if name == "bundel-maken"]
    named = {kind: re.search(rf"(?m)^{kind}: \[(.+)\]$", example) for kind in ("verhalen", "werkvormen")}
    files = {"docs/bundels/wat-doet-de-partner.md": example}
    for kind, text in (("verhalen", VERHAAL), ("werkvormen", WERKVORM)):
        found = named[kind]
        assert found is not None
        for slug in found[1].split(", "):
            folder = "stories" if kind == "verhalen" else "werkvormen"
            assert (PROJECT / folder / f"{slug}.md").exists(), "a name that somebody can look up"
            files[f"{folder}/{slug}.md"] = text
    assert problems(write(tmp_path, files)) == []


def test_the_pictures_of_the_guide_are_right(tmp_path: Path) -> None:
    (example,) = [block for name, block in examples() if name == "afbeelding-toevoegen"]
    story = changed({'bron: "eigen verhaal"\n': f'bron: "eigen verhaal"\n{example}', "Ezinge": "Ezinge"})
    story = story.replace("De kinderen gingen op pad.", "De kinderen gingen op pad.\n\n![](ons-dorp/kastje.jpg)")
    root = write(tmp_path, {"stories/ons-dorp.md": story})
    (root / "stories" / "ons-dorp").mkdir()
    Image.new("RGB", (40, 30), "white").save(root / "stories" / "ons-dorp" / "kastje.jpg")
    assert problems(root) == []


def test_the_word_of_the_guide_is_right() -> None:
    (example,) = [block for name, block in examples() if name == "woord-toevoegen"]
    (term,) = yaml.safe_load(example)
    begrippen = PROJECT / "lijsten" / "begrip.yml"
    there = yaml.safe_load(begrippen.read_text(encoding="utf-8"))["waarden"]
    assert term.keys() <= {key for other in there for key in other}
    assert [other["slug"] for other in there] == sorted(other["slug"] for other in there), "the guide says by alphabet"


@pytest.mark.parametrize(("colour", "other"), [((12, 12, 12), False), ((0, 13, 0), True)])
def test_a_picture_is_written_anew_when_somebody_sees_the_difference(
    colour: tuple[int, int, int], other: bool, tmp_path: Path
) -> None:
    file = tmp_path / "a.png"
    Image.new("RGB", (9, 9)).save(file)
    shown = io.BytesIO()
    Image.new("RGB", (9, 9), colour).save(shown, "PNG")
    assert screens.write(shown.getvalue(), file) is other
    assert (file.read_bytes() == shown.getvalue()) is other
