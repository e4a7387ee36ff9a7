"""Every template is known, with the types of the names that it gets."""

from __future__ import annotations

from typing import ClassVar

import pytest

from kennisbank import PACKAGE
from kennisbank.contributing.papers import PapierView
from kennisbank.outputs.feeds import FeedView
from kennisbank.outputs.templates import Template, Unmatched, templates
from kennisbank.pages.home.view import HomeView
from kennisbank.pages.page import Blad, Kader
from kennisbank.parts.fileviews import FileView


def test_every_template_is_there_with_its_view() -> None:
    found = templates()
    assert Template("pages/home/template.html", {"view": HomeView, "site": Kader, "blad": Blad}) in found
    assert Template("templates/feed.xml", {"view": FeedView}) in found
    assert Template("templates/papieren/stories/README.md", {"view": PapierView}) in found
    names = [template.name for template in found]
    assert names == sorted(set(names)), "a template has one view"
    pages = {path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "pages").glob("*/template.html")}
    beside = {path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "templates").rglob("*") if path.is_file()}
    assert set(names) == pages | {"theme/404.html"} | beside
    for template in found:
        gets = {"view", "site", "blad"} if template.name.startswith(("pages/", "theme/")) else {"view"}
        assert set(template.names) == gets


def test_a_view_of_a_template_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HomeView, "template", "voorpagina.html")
    with pytest.raises(Unmatched, match=r"^kennisbank/pages/voorpagina/template.html is er niet, en HomeView noemt"):
        templates()


def test_a_template_that_no_view_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FeedView, "template", "")
    with pytest.raises(Unmatched, match=r"^kennisbank/templates/feed.xml: geen view noemt deze sjabloon\."):
        templates()


def test_a_class_that_is_no_part_of_a_module_is_passed_over() -> None:
    class Proef(FileView):
        template: ClassVar[str] = "proef.html"

    assert Proef.templates() == ("proef.html",)
    assert "templates/proef.html" not in {template.name for template in templates()}
