"""What a page shows in MkDocs: its text and its meta, as late and as briefly as can be."""

from __future__ import annotations

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from kennisbank import PACKAGE
from kennisbank.contributing import ownlinks

THEME = PACKAGE / "theme"


def read(page: Page, config: MkDocsConfig) -> str | None:
    """Give the text that was read strictly. The empty line keeps MkDocs from taking "Vraag: ..." for metadata."""
    text: str | None = config.extra["kennisbank"].text(page.file.src_uri)
    return None if text is None else "\n" + text


def prepare(page: Page, config: MkDocsConfig) -> None:
    """Hand the extensions of Markdown what they need for one page, and the page its head."""
    site, uri, home = config.extra["kennisbank"], page.file.src_uri, config.extra["home"]
    page.meta = site.head(uri)
    config.mdx_configs["kennisbank.parts.figures"] = site.figures(uri)
    config.mdx_configs["kennisbank.contributing.ownlinks"] = {"home": home, "uri": uri, "addresses": site.addresses}
    config.mdx_configs["kennisbank.parts.prose"] = {"words": site.views.words, "explained": site.explained(uri)}


def rendered(page: Page, config: MkDocsConfig) -> None:
    """Let go of the Markdown: five thousand stories need not be in memory twice. (None would take away the title.)"""
    page.markdown = ""
    _step(config, "Lezen")


def escape(env: jinja2.Environment) -> jinja2.Environment:
    """Escape all that the templates of this project show; those of Material count on it being off."""
    own = frozenset(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))
    env.autoescape = lambda name: name in own
    return env


def show(page: Page, config: MkDocsConfig) -> None:
    """Give a page all that its template shows."""
    site, home = config.extra["kennisbank"], config.extra["home"]
    page.meta = site.meta(page.file.src_uri)
    if "formulier" in page.meta:
        page.meta["bewaarplaats"] = home.forge.view(page.meta["map"])
    page.meta["wacht"] = ownlinks.waiting(home, page.file.src_uri, page.content or "")
    page.meta["beelden"] = site.unplaced(page.file.src_uri, page.content)
    page.meta["begrippen"] = site.words(page.meta, page.content)


def written(page: Page, config: MkDocsConfig) -> None:
    """Let go of what has been written, so that memory does not grow with the site."""
    page.content, page.meta, page.toc = "", {}, None  # type: ignore[assignment]
    _step(config, "Schrijven")


def _step(config: MkDocsConfig, name: str) -> None:
    step = config.extra.get("voortgang")
    if step:
        step(name)
