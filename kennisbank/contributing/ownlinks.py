"""The links of texts that an engine does not know: to the repository, to an address as text, to a value that moved.

An extension of Python-Markdown, so that it goes along to any engine that uses that library.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kennisbank.model import forge, urls
from kennisbank.model.project import Home
from kennisbank.parts.told import Told
from kennisbank.reading import markup

NOT_THERE = "(nog niet ingevuld)"
"""What stands for the name or the address of somebody whom the settings do not name."""
GUIDE = "meedoen/"
"""The pages about taking part: all of it goes by way of the repository."""


class OwnLinks(Extension):
    """`home` says where site and repository are, `uri` is the place of the page, and `addresses` are those of all pages
    by their place. `told` hears whether the text leads to the repository, or speaks of it.
    """

    def __init__(self, **kwargs: object) -> None:
        self.config = {
            "home": ["", "Home"], "uri": ["", "page"], "addresses": [{}, "addresses"], "told": ["", "Told"]
        }  # fmt: skip
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that the library calls)
        """Before words are explained (3), for what is no link may be explained, and an engine resolves links (0)."""
        if home := self.getConfig("home"):
            told = self.getConfig("told") or Told()
            links = _Links(md, home, self.getConfig("uri"), self.getConfig("addresses"), told)
            md.treeprocessors.register(links, "kennisbank_ownlinks", 5)


def makeExtension(**kwargs: object) -> OwnLinks:  # noqa: N802 (the name that the library calls)
    return OwnLinks(**kwargs)


def waiting(home: Home, uri: str, told: Told) -> bool:
    """Tell whether the text of a page sends somebody to a repository that is not there yet: it has to say so too."""
    return home.forge.example and (uri.startswith(GUIDE) or told.repository)


class _Links(Treeprocessor):
    """Gives links with a scheme of ours the address that the settings say."""

    def __init__(self, md: Markdown, home: Home, uri: str, addresses: Mapping[str, str], told: Told) -> None:
        super().__init__(md)
        self.home = home
        self.uri = uri
        self.addresses = addresses
        self.told = told

    def run(self, root: Element) -> None:
        self.told.repository = self.home.forge.naam in "".join(root.itertext())
        for link in root.iter("a"):
            scheme, _, target = link.get("href", "").partition(":")
            if f"{scheme}:" == forge.SCHEME:
                self._to_repository(link, target)
            elif f"{scheme}:" == markup.SITE:
                self._to_site(link, target)
            elif found := urls.renamed(unquote(link.get("href", "")), self.uri):
                link.set("href", f"/{found}{''.join(link.get('href', '').partition('#')[1:])}")

    def _to_repository(self, link: Element, target: str) -> None:
        """A link to a repository that is an example would lead nowhere: its words stay, as text."""
        if target in forge.PEOPLE:
            name, address = self.home.person(target)
            if not len(link) and not (link.text or "").strip():
                link.text = name or NOT_THERE
        elif unquote(target) == forge.HELP:
            address = self.home.help()
        else:
            self.told.repository = True
            address = "" if self.home.forge.example else self.home.forge.place(unquote(target)) or ""
        if address:
            link.set("href", address)
        else:
            _unlink(link)

    def _to_site(self, link: Element, target: str) -> None:
        """The link is that to the file, as any other; without words it shows the whole address."""
        found = self.addresses.get(urls.resolve(unquote(target), self.uri) or "")
        empty = not len(link) and not (link.text or "").strip()
        if found is None:
            _unlink(link)
            link.text = markup.NOWHERE if empty else link.text
            return
        link.set("href", target)
        if empty:
            mark, place = ("#", target.partition("#")[2]) if "#" in target else ("", "")
            link.text = f"{self.home.site or '/'}{found}{mark}{place}"


def _unlink(link: Element) -> None:
    link.tag = "span"
    link.attrib.clear()
