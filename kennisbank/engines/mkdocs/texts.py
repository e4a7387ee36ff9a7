"""From the text of a page to HTML, as MkDocs does it, with one reader for all texts of a build."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown import Markdown

from kennisbank.engines.mkdocs import library
from kennisbank.pages.site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Do what `Page.render` of MkDocs does: give a page its HTML, and note the places that it has and links to.

    That makes a reader with all its extensions anew for each page, also for one without a text: here most of it is
    made once, and of a page that has no text nothing is asked.
    """
    structure, text = library.part(library.of(config), "structure.pages"), page.markdown or ""
    raw, anchors = structure._RawHTMLPreprocessor(), structure._ExtractAnchorsTreeprocessor(page.file, files, config)
    links, title = (
        structure._RelativePathTreeprocessor(page.file, files, config),
        structure._ExtractTitleTreeprocessor(),
    )
    page.content = ""
    if text.strip():
        site: Site = config.extra["kennisbank"]
        md = _reader(tuple(config.markdown_extensions), site.extensions(page.file.src_uri, config.extra["home"]))
        for own in (raw, anchors, links, title):
            own._register(md)
        page.content = md.convert(text)
    page._title_from_render = title.title
    page.present_anchor_ids = anchors.present_anchor_ids | raw.present_anchor_ids
    page.links_to_anchors = links.links_to_anchors


def _reader(names: tuple[str, ...], own: Mapping[str, dict[str, Any]]) -> Markdown:
    """Return what reads a text with these extensions, of which `own` are set for one page; it is the same each time."""
    md, before, tree, after = _shared(tuple(name for name in names if name not in own))
    md.reset()
    md.preprocessors, md.treeprocessors, md.postprocessors = before[:], tree[:], after[:]
    for name in names:
        if name in own:
            importlib.import_module(name).makeExtension(**own[name]).extendMarkdown(md)
    return md


@cache
def _shared(names: tuple[str, ...]) -> tuple[Markdown, Any, Any, Any]:
    """Return a reader with what all pages share, and what works on a text and on its tree before any page adds to it.

    Those that are set for one page come behind all others, as they do in the list of extensions.
    """
    md = Markdown(extensions=list(names))
    return md, md.preprocessors, md.treeprocessors, md.postprocessors
