"""The project as whoever puts it online and merges the first proposals has it: other settings, and more content."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kennisbank import PROJECT
from kennisbank.contributing.papers import PAPERS
from kennisbank.contributing.wording import ASKED, TEXTS
from kennisbank.model import urls
from kennisbank.model.facets import ALL
from kennisbank.reading import settings, wordlists
from tests.contributing.test_scaffold import filled
from tests.support import RUNS, VERHAAL, picture
from tests.test_guide import examples

pytestmark = pytest.mark.apart  # or it would run itself

SITE = "https://leren.github.io/kennisbank/"
FORGE = "https://github.com/leren/kennisbank"
CONTACT = "mailto:hulp@kennis.internal"
MADE = {".git", ".venv", ".hypothesis", "node_modules", "site", "kijken", "voorbeeld", "vorige.json"}
"""What a clone does not have, beside caches."""
STRUCTURAL = {"ruimte", "regio"}
"""Lists of which a value is more than a word: there are nine ruimtes, and a region has a province and places."""
VALUE = """\
  - slug: nieuw-{0}
    label: Nieuw bij {0}
    definitie: "Een nieuwe waarde."
    synoniemen: [nieuwwoord {0}]
"""
STEP = "1. **Ga op pad (45 minuten; kort 30).** Vertel wat je ziet.\n"
"""A step that says how long it takes, in the whole route and in the short one."""
FORMER = "eerder-dan-dit"
"""The address that the word of the guide had before."""
OWN_WORDS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "ONLINE.md", "Makefile")


def made(folder: str, names: list[str]) -> set[str]:
    """Return the names in a folder of the project that a clone does not have, for `shutil.copytree`.

    What Python compiled goes along, or the copy would do it again: but for what another process just writes.
    """
    top = MADE if Path(folder) == PROJECT else set()
    return {name for name in names if name in top or ".pyc." in name or (name[0] == "." and "cache" in name)}


def configure(root: Path, site: str, forge: str) -> None:
    """Fill in where the site and its repository stand, as the README says."""
    file = root / settings.FILE
    text, sites = re.subn(r"(?m)^(?:# )?adres: .*$", f"adres: {site}", file.read_text(encoding="utf-8"))
    text, forges = re.subn(r"(?m)^  adres: .*$", f"  adres: {forge}", text)
    text, desks = re.subn(r"(?m)^contact: .*$", f"contact: {CONTACT}", text)
    assert (sites, forges, desks) == (1, 1, 1)
    text += "beheer:\n  naam: Stichting Leren\n"
    file.write_text(text, encoding="utf-8")


def fenced(path: str) -> str:
    """Return the example that a README prints."""
    (example,) = re.findall(r"```markdown\n(.*?)```", (PROJECT / path).read_text(encoding="utf-8"), re.DOTALL)
    return str(example)


def guided() -> dict[str, str]:
    """Return the examples of the guide that are a file, or a part of one, by their page."""
    wanted = {"bundel-maken", "afbeelding-toevoegen", "woord-toevoegen"}
    found = {name: block for name, block in examples() if name in wanted}
    assert found.keys() == wanted
    return found


def additions() -> Iterator[tuple[str, str | bytes]]:
    """Yield path and text of every documented example, and of one new text of each kind."""
    yield "stories/nieuw-uit-de-readme.md", fenced("stories/README.md")
    yield "werkvormen/nieuw-uit-de-readme.md", fenced("werkvormen/README.md")
    yield "stories/nieuw-kort.md", VERHAAL
    yield "werkvormen/nieuw-kort.md", RUNS
    yield "docs/bundels/nieuw-uit-de-gids.md", guided()["bundel-maken"]
    field = 'bron: "eigen verhaal"\n'
    story = VERHAAL.replace(field, field + guided()["afbeelding-toevoegen"])
    yield "stories/nieuw-met-beeld/index.md", story.replace("op pad.", "op pad.\n\n![](kastje.jpg)")
    yield "stories/nieuw-met-beeld/kastje.jpg", picture("kastje.jpg")


def script(root: Path, name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script of a copy of the project."""
    command = [sys.executable, root / "scripts" / name, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"CHROMIUM": ""})


def add_value(root: Path, name: str) -> None:
    file = root / wordlists.place(name)
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(f"{text}\n{VALUE.format(name)}", encoding="utf-8")


def add_word(root: Path) -> None:
    """Put the word of the guide in its list, in the order of the alphabet, and give it a former address."""
    (term,) = yaml.safe_load(guided()["woord-toevoegen"])
    file = root / wordlists.place("begrip")
    text = file.read_text(encoding="utf-8")
    slugs = {match[1]: match.start() for match in re.finditer(r"(?m)^  - slug: (\S+)$", text)}
    if term["slug"] not in slugs:
        after = min((place for slug, place in slugs.items() if slug > term["slug"]), default=len(text))
        word = "".join(f"  {line}\n" for line in guided()["woord-toevoegen"].rstrip("\n").split("\n"))
        text = text[:after] + word + text[after:]
    slug = f"  - slug: {term['slug']}\n"
    file.write_text(text.replace(slug, f"{slug}    eerder: [{FORMER}]\n"), encoding="utf-8")


@pytest.fixture(scope="module")
def launched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of a copy with other settings and with everything added that the documentation shows."""
    root = tmp_path_factory.mktemp("online") / "kennisbank"
    shutil.copytree(PROJECT, root, ignore=made)
    (root / ".venv").symlink_to(sys.prefix)
    configure(root, SITE, FORGE)
    for path, content in additions():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    for text in TEXTS.values():
        result = script(root, "new.py", text.name, "Nieuw van de opdracht")
        assert result.returncode == 0, result.stdout + result.stderr
        file = root / text.folder / "nieuw-van-de-opdracht.md"
        asked = re.sub(rf"(?m)^#({'|'.join(ASKED)}):", r"\1:", file.read_text(encoding="utf-8"))
        whole = filled(text, asked)
        file.write_text(whole.replace("## Stappen\n", f"## Stappen\n\n{STEP}"), encoding="utf-8")
    for name in sorted({facet.name for facet in ALL} - STRUCTURAL):
        add_value(root, name)
    add_word(root)
    papers = script(root, "papers.py")
    assert papers.returncode == 0, papers.stdout + papers.stderr
    return root


def test_the_check_accepts_it(launched: Path) -> None:
    result = script(launched, "check.py")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_site_stands_where_the_settings_say(launched: Path, tmp_path: Path) -> None:
    result = script(launched, "build.py", "--out", tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Nog in te vullen" not in result.stderr
    site, here = tmp_path / "site", settings.read()
    old = [address.encode() for address in (here.site, here.forge.adres) if address]
    for file in site.rglob("*"):
        if file.suffix in {".html", ".xml", ".json", ".js", ".txt"}:
            assert not any(address in file.read_bytes() for address in old), file
    story = (site / "verhalen/nieuw-kort/index.html").read_text(encoding="utf-8")
    assert f'<a href="{FORGE}/edit/main/stories/nieuw-kort.md">' in story
    assert f'<link rel="canonical" href="{SITE}verhalen/nieuw-kort/">' in story
    assert f'data-nieuw="{FORGE}/new/main?' in (site / urls.SCHRIJVEN["verhaal"] / "index.html").read_text()
    assert f'href="{FORGE}/issues/new/choose"' in (site / "meedoen/verbeteren/index.html").read_text()
    assert f'id="{FORMER}"' in (site / urls.BEGRIPPEN / "index.html").read_text()
    assert f">{SITE}verhalen/trots-in-meppel/</a>" in (site / "over/citeren/index.html").read_text()


def test_the_tests_hold_there_too(launched: Path) -> None:
    """All that depend on settings or content; those marked `apart` bring their own, and no browser prints again."""
    chosen = ["--ignore", "tests/browser", "-m", "not apart and not browser", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "tests", "-q", *chosen]
    around = os.environ | {"CHROMIUM": ""}
    result = subprocess.run(command, cwd=launched, capture_output=True, text=True, check=False, env=around)
    assert result.returncode == 0, result.stdout[-8000:] + result.stderr


def test_the_addresses_are_named_in_one_place() -> None:
    """The settings have them, and the papers that are made of the settings."""
    here = settings.read()
    folders = ("docs", "stories", "werkvormen", "ruimtes", "lijsten", "kennisbank", "hooks", "scripts")
    files = [PROJECT / name for name in (*OWN_WORDS, "mkdocs.yml")]
    files += [file for folder in folders for file in (PROJECT / folder).rglob("*") if file.is_file()]
    papers = {PROJECT / path for path in PAPERS}
    for file in files:
        if file not in papers and "__pycache__" not in file.parts:
            data = file.read_bytes()
            assert not here.site or here.site.encode() not in data, file
            assert here.forge.adres.encode() not in data, file
