"""What a page shows in MkDocs: its text and its meta, as late and as briefly as can be."""

from __future__ import annotations

from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.pages import generated
from kennisbank.pages.page import Blad, Kader, Shown
from kennisbank.pages.site import Site
from kennisbank.parts import rendering, scripts
from kennisbank.parts.cards import Link
from kennisbank.parts.told import Told


def read(page: Page, config: MkDocsConfig) -> str | None:
    """Give the text that was read strictly. The empty line keeps MkDocs from taking "Vraag: ..." for metadata."""
    text: str | None = config.extra["kennisbank"].text(page.file.src_uri)
    return None if text is None else "\n" + text


def prepare(page: Page, config: MkDocsConfig) -> None:
    """Hand the extensions of Markdown what they need for one page, and the page its head."""
    site, uri, home = config.extra["kennisbank"], page.file.src_uri, config.extra["home"]
    told = config.extra.setdefault("told", {})[uri] = Told()  # until the page is shown
    page.meta = site.head(uri)
    config.mdx_configs |= {
        "kennisbank.parts.figures": {**site.figures(uri), "told": told},
        "kennisbank.contributing.ownlinks": {"home": home, "uri": uri, "addresses": site.addresses, "told": told},
        "kennisbank.parts.prose": {"words": site.views.words, "explained": site.explained(uri), "told": told},
    }


def rendered(page: Page, config: MkDocsConfig) -> None:
    """Let go of the Markdown: five thousand stories need not be in memory twice. (None would take away the title.)"""
    page.markdown = ""
    _step(config, "Lezen")


def escape(env: jinja2.Environment) -> jinja2.Environment:
    """Escape all that the templates show, which are all ours, and refuse a name that they do not get."""
    env.autoescape = True
    env.undefined = rendering.Unknown
    env.filters["json"] = scripts.json
    return env


def page(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the template of a page what it shows, and nothing else that it could miss without anybody seeing it."""
    site: Site = config.extra["kennisbank"]
    uri = page.file.src_uri
    view = site.view(uri)
    blad = site.blad(
        uri,
        view,
        page.content or "",
        config.extra["told"].pop(uri),
        config.extra["home"],
        root=_root(context),
        canonical=page.canonical_url or "",
        edit=page.edit_url or "",
    )
    return context | _named(Shown(view, _frame(config, nav), blad))


def file(context: dict[str, Any], config: MkDocsConfig) -> dict[str, Any]:
    """Give the same to the page that stands at every address that is none: to MkDocs it is no page."""
    shown = Shown(
        generated.not_found(),
        _frame(config, context["nav"]),
        Blad(adres="404.html", wortel=_root(context), bewaarplaats=config.extra["home"].forge.view("")),
    )
    return context | _named(shown)


def _root(context: dict[str, Any]) -> str:
    return str(context["base_url"]).rstrip("/")


def _named(shown: Shown) -> dict[str, Any]:
    return {"view": shown.view, "site": shown.site, "blad": shown.blad}


def _frame(config: MkDocsConfig, nav: Navigation) -> Kader:
    knowledge: KnowledgeBase = config.extra["kennisbank"].knowledge
    return Kader(
        naam=knowledge.project.name,
        zin=knowledge.project.sentence,
        adres=config.site_url or "/",
        rechten=knowledge.project.rights,
        streek=knowledge.streek,
        aantal=in_words(len(knowledge.ruimtes)),
        rapport=knowledge.project.report,
        menu=tuple(Link(item.title or "", item.file.url) for item in nav.pages),
    )


def written(page: Page, config: MkDocsConfig) -> None:
    """Let go of what has been written, so that memory does not grow with the site."""
    page.content, page.meta, page.toc = "", {}, None  # type: ignore[assignment]
    _step(config, "Schrijven")


def _step(config: MkDocsConfig, name: str) -> None:
    step = config.extra.get("voortgang")
    if step:
        step(name)
