"""What a page shows in MkDocs: its text and its meta, as late and as briefly as can be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import jinja2

from kennisbank.engines.mkdocs import texts
from kennisbank.pages.site import Site
from kennisbank.parts import rendering

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def read(page: Page, config: MkDocsConfig) -> str | None:
    """Give the text that was read strictly. The empty line keeps MkDocs from taking "Vraag: ..." for metadata."""
    text: str | None = config.extra["kennisbank"].text(page.file.src_uri)
    return None if text is None else "\n" + text


def prepare(page: Page, config: MkDocsConfig) -> None:
    """Give a page its head, and have its text read as all others are: with one reader, and its own extensions."""
    page.meta = config.extra["kennisbank"].head(page.file.src_uri)
    page.render = partial(texts.render, page)  # type: ignore[method-assign]  # MkDocs asks it next


def rendered(page: Page, config: MkDocsConfig) -> None:
    """Let go of the Markdown: five thousand stories need not be in memory twice. (None would take away the title.)"""
    page.markdown = ""
    _step(config, "Lezen")


def templates() -> jinja2.Environment:
    """Give the templates of this project instead of those of the theme: no page is of another."""
    return rendering.pages()


def page(context: dict[str, Any], page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Give the template of a page what it shows, and nothing else that it could miss without anybody seeing it."""
    site: Site = config.extra["kennisbank"]
    shown = site.shown(page.file.src_uri, page.content or "", config.extra["home"], config.extra["kader"])
    return dict(shown.named())


def file(context: dict[str, Any], config: MkDocsConfig) -> dict[str, Any]:
    """Give the same to the page that stands at every address that is none: to MkDocs it is no page."""
    site: Site = config.extra["kennisbank"]
    return context | site.missing(config.extra["home"], config.extra["kader"]).named()


def written(page: Page, config: MkDocsConfig) -> None:
    """Let go of what has been written, so that memory does not grow with the site."""
    page.content, page.meta, page.toc = "", {}, None  # type: ignore[assignment]
    _step(config, "Schrijven")


def _step(config: MkDocsConfig, name: str) -> None:
    step = config.extra.get("voortgang")
    if step:
        step(name)
