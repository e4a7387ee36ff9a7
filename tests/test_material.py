"""What README says of Material for MkDocs: a site has nothing of it, and when its maintenance ends."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from datetime import datetime
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from kennisbank import PROJECT

README = " ".join((PROJECT / "README.md").read_text(encoding="utf-8").split())
OWN = PROJECT / "kennisbank" / "theme"
ROOMS = tuple(PROJECT / "kennisbank" / name for name in ("theme", "parts", "pages"))


def material() -> Path:
    """Return the folder with the templates and assets of Material."""
    found = importlib.util.find_spec("material")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "templates"


@pytest.mark.apart
def test_of_its_files_a_site_has_none(real_site: Path) -> None:
    ours = {path.relative_to(real_site).as_posix() for path in (real_site / "assets").rglob("*") if path.is_file()}
    theirs = {path.relative_to(material()).as_posix() for path in material().rglob("*") if path.is_file()}
    assert len(theirs) > 1000
    assert ours & theirs == set()


def test_of_its_templates_a_page_has_none() -> None:
    """Whatever ours are made of is ours too, and so is the page that MkDocs makes of a theme beside those."""
    environment = Environment(loader=FileSystemLoader(ROOMS), autoescape=True)
    named = {
        node.template.value
        for room in ROOMS
        for file in room.rglob("*.html")
        for node in environment.parse(file.read_text(encoding="utf-8")).find_all(
            (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
        )
        if isinstance(node.template, nodes.Const)
    }
    own = {f"{file.parent.name}.html" for file in (PROJECT / "kennisbank" / "pages").glob("*/template.html")}
    assert {
        name for name in named - own if not any((folder / name).exists() for folder in (*ROOMS, PROJECT / "kennisbank"))
    } == set()
    assert (OWN / "404.html").exists()


def test_the_day_on_which_it_ends_is_the_one_that_it_names_itself() -> None:
    about = str(importlib.metadata.metadata("mkdocs-material").get_payload())
    (day,) = re.findall(r"end of life on (\w+ \d+, \d{4})", about)
    end = datetime.strptime(day, "%B %d, %Y")
    assert f"ends on {end.day} {end:%B %Y}" in README
