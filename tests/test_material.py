"""What README says of Material, the theme below ours: what it still supplies, and when its maintenance ends."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, nodes

from kennisbank import PROJECT

README = " ".join((PROJECT / "README.md").read_text(encoding="utf-8").split())
OWN = PROJECT / "kennisbank" / "theme"


def material() -> Path:
    """Return the folder with the templates and assets of Material."""
    found = importlib.util.find_spec("material")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "templates"


def test_of_its_files_a_site_has_one_style_sheet(real_site: Path) -> None:
    shared = {
        path.relative_to(material()).as_posix()
        for path in (material() / "assets").rglob("*")
        if path.is_file() and (real_site / path.relative_to(material())).exists()
    }
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".*.", path) for path in shared] == ["assets/stylesheets/main.*.min.css"]


def test_of_its_templates_a_page_has_none() -> None:
    """Whatever ours are made of is ours too, and so is the page that MkDocs makes of a theme beside those."""
    environment = Environment(loader=FileSystemLoader(OWN), autoescape=True)
    named = {
        node.template.value
        for file in OWN.rglob("*.html")
        for node in environment.parse(file.read_text(encoding="utf-8")).find_all(
            (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
        )
        if isinstance(node.template, nodes.Const)
    }
    assert {name for name in named if not (OWN / name).exists()} == set()
    assert (OWN / "404.html").exists()


def test_the_day_on_which_it_ends_is_the_one_that_it_names_itself() -> None:
    about = str(importlib.metadata.metadata("mkdocs-material").get_payload())
    (day,) = re.findall(r"end of life on (\w+ \d+, \d{4})", about)
    end = datetime.strptime(day, "%B %d, %Y")
    assert f"ends on {end.day} {end:%B %Y}" in README
