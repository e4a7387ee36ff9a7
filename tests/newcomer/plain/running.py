"""Builds the pages of a site with Python-Markdown and Jinja alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kennisbank.engines.contract import Page, Share
from kennisbank.model import urls
from kennisbank.model.project import Home
from kennisbank.pages.page import Shown
from kennisbank.pages.site import EXTENSIONS, NOT_FOUND, Site
from kennisbank.parts import rendering
from kennisbank.reading import parallel


def run(
    home: Home, site: Site, written: Path, folder: Path, share: Share, step: parallel.Step, careful: bool
) -> tuple[str, list[Page]]:
    """Build a share of the pages into `folder`; returns the address of the site, and what is wrong."""
    frame, templates, wrong = site.frame(home.site), rendering.pages(), list[Page]()
    places = site.addresses | {picture.source: picture.target for picture in site.pictures()}

    def write(address: str, template: str, shown: Shown) -> None:
        file = folder / address / "index.html" if address.endswith("/") or not address else folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(templates.get_template(template).render(shown.named()), encoding="utf-8")

    for uri in sorted(share.pages):
        try:
            text = Markdown(
                extensions=[*EXTENSIONS, _ToPages(uri, places)], extension_configs=site.extensions(uri, home)
            )
            shown = site.shown(uri, text.convert(site.text(uri) or ""), home, frame)
            write(site.addresses[uri], site.head(uri)["template"], shown)
        except Exception as error:
            if not careful:
                raise
            wrong.append(Page(str(error), uri))
        step("Schrijven")
    if share.rest:
        write(NOT_FOUND, NOT_FOUND, site.missing(home, frame))
    return home.site, wrong


class _ToPages(Extension):
    """Lets the links of a text, which name files, lead to their addresses."""

    def __init__(self, uri: str, places: Mapping[str, str]) -> None:
        super().__init__()
        self.uri, self.places = uri, places

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that the library calls)
        md.treeprocessors.register(_Links(md, self.uri, self.places), "pages", 0)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, uri: str, places: Mapping[str, str]) -> None:
        super().__init__(md)
        self.uri, self.places = uri, places

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in {"href", "src"}.intersection(element.keys()):
                target, mark, place = element.get(name, "").partition("#")
                found = self.places.get(urls.resolve(unquote(target), self.uri) or "") if target else None
                if found is not None:
                    up = "../" * self.places[self.uri].count("/")
                    query = "".join(target.partition("?")[1:])
                    element.set(name, f"{up}{found}{query}{mark}{place}" or "./")
