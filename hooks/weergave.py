"""Door into MkDocs for what a page shows: its text and its meta, as late and as briefly as can be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kennisbank.contributing import ownlinks

THEME = Path(__file__).parent.parent / "kennisbank" / "theme"


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give the text that was read strictly. The empty line keeps MkDocs from taking "Vraag: ..." for metadata."""
    text = config.extra["kennisbank"].text(page.file.src_uri)
    return None if text is None else "\n" + text


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    site, uri, home = config.extra["kennisbank"], page.file.src_uri, config.extra["home"]
    page.meta = site.head(uri)
    config.mdx_configs["kennisbank.parts.figures"] = site.figures(uri)
    config.mdx_configs["kennisbank.contributing.ownlinks"] = {"home": home, "uri": uri, "addresses": site.addresses}
    config.mdx_configs["kennisbank.parts.prose"] = {"words": site.views.words, "explained": site.explained(uri)}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let go of the Markdown: five thousand stories need not be in memory twice. (None would take away the title.)"""
    page.markdown = ""
    _step(config, "Lezen")
    return html


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Escape all that the templates of this project show; those of Material count on it being off."""
    own = frozenset(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))
    env.autoescape = lambda name: name in own
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    site, home = config.extra["kennisbank"], config.extra["home"]
    page.meta = site.meta(page.file.src_uri)
    if "formulier" in page.meta:
        page.meta["bewaarplaats"] = home.forge.view(page.meta["map"])
    page.meta["wacht"] = ownlinks.waiting(home, page.file.src_uri, page.content or "")
    page.meta["beelden"] = site.unplaced(page.file.src_uri, page.content)
    page.meta["begrippen"] = site.words(page.meta, page.content)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of what has been written, so that memory does not grow with the site."""
    page.content, page.meta, page.toc = "", {}, None  # type: ignore[assignment]
    _step(config, "Schrijven")
    return output


def _step(config: MkDocsConfig, name: str) -> None:
    step = config.extra.get("voortgang")
    if step:
        step(name)
