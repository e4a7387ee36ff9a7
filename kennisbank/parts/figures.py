"""Pictures on a page: what is shown of each, and its place in the text.

The place is made by an extension of Python-Markdown, as in `prose`. A picture in the text becomes a figure with its
caption; one that the text does not place is shown after it, by the template.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kennisbank.model import urls
from kennisbank.model.made import Made, Variant
from kennisbank.model.records import Beeld
from kennisbank.model.vocabulary import Term
from kennisbank.parts.told import Told

TYPES = {"avif": "image/avif", "webp": "image/webp"}
COLUMN = 42
"""Width of a text in rem, at most: a picture is never shown wider."""
HIGHEST = 40
"""Height of a picture in rem, at most."""
FOLDABLE = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt"})
"""Elements that can hold no figure: it is put after, or between the two parts of, such a one."""


@dataclass(frozen=True, slots=True)
class Reeks:
    """One kind of picture in its widths: the address and the width (pixels) of each."""

    soort: str
    reeks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Licentie:
    """A licence, and the address of its text, where it has one."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """What a page shows of a picture; every address is relative to the root of the site.

    `breed` and `hoog` are pixels, at most as tall as is seen at once: attributes say it, for a host may forbid style in
    a page. `maat` is what a browser chooses a file by.
    """

    bestand: str
    url: str
    breed: int
    hoog: int
    bronnen: tuple[Reeks, ...]
    maat: str
    alt: str
    bijschrift: str
    maker: str
    licentie: Licentie


def view(beeld: Beeld, made: Made, path: str, licentie: Term) -> Figuur:
    """Return what a page shows of the picture at `path`."""
    own = address(path, made)
    widest = max(v.width for v in made.variants)
    shape = made.fallback.width / made.fallback.height
    tall = min(made.fallback.height, HIGHEST * 16)
    return Figuur(
        bestand=beeld.bestand,
        url=own,
        breed=round(tall * shape),
        hoog=tall,
        bronnen=tuple(
            Reeks(TYPES[kind], tuple((variant(own, v), v.width) for v in made.variants if v.format == kind))
            for kind in dict.fromkeys(v.format for v in made.variants)
        ),
        maat=f"min(92vw, {min(COLUMN, HIGHEST * shape, widest / 16):.4g}rem)",
        alt=beeld.alt,
        bijschrift=beeld.bijschrift or "",
        maker=beeld.maker,
        licentie=Licentie(licentie.label, licentie.extra.get("adres", "")),
    )


def address(path: str, made: Made) -> str:
    """Return where a picture stands on the site: at its own name, unless what is made of it is of another kind."""
    own = urls.picture(path)
    stem, suffix = posixpath.splitext(own)
    same = suffix in {".jpg", ".jpeg"} if made.fallback.format == "jpg" else suffix == f".{made.fallback.format}"
    return own if same else f"{stem}.{made.fallback.format}"


def variant(address: str, made: Variant) -> str:
    """Return where a picture stands in another width or format, beside its own address: `kastje-480.avif`."""
    return f"{posixpath.splitext(address)[0]}-{made.width}.{made.format}"


class Figures(Extension):
    """`beelden` are the views of the pictures of a page by their place among the pages (`urls.resolve`), `uri` is the
    place of the page itself, and `wortel` leads from its address to the root of the site (`../../`). `told` is given
    the names of those that the text shows.
    """

    def __init__(self, **kwargs: object) -> None:
        self.config = {"beelden": [{}, "views"], "uri": ["", "page"], "wortel": ["", "path"], "told": ["", "Told"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that the library calls)
        """After words have been explained (3), so that captions stay as they are; before an engine resolves links (0).

        The address of the picture itself is left as it was written: that is for the engine, as with any link.
        """
        if beelden := self.getConfig("beelden"):
            place = _Place(
                md, beelden, self.getConfig("uri"), self.getConfig("wortel"), self.getConfig("told") or Told()
            )
            md.treeprocessors.register(place, "kennisbank_figures", 2)


def makeExtension(**kwargs: object) -> Figures:  # noqa: N802 (the name that the library calls)
    return Figures(**kwargs)


class _Place(Treeprocessor):
    """Makes of every picture in a text a figure."""

    def __init__(self, md: Markdown, beelden: Mapping[str, Figuur], uri: str, root: str, told: Told) -> None:
        super().__init__(md)
        self.beelden = beelden
        self.uri = uri
        self.root = root
        self.told = told

    def run(self, root: Element) -> None:
        self._walk(root)

    def _walk(self, parent: Element) -> None:
        parts: list[Element] = []
        for child in list(parent):
            if child.tag in FOLDABLE:
                parts += self._fold(child)
                continue
            if figure := self._figure(child):
                child = figure
            else:
                self._walk(child)
            parts.append(child)
        parent[:] = parts

    def _fold(self, block: Element) -> list[Element]:
        """Return a block without its pictures, and the figures of those: between its parts, or after a heading."""
        parts: list[Element] = []
        rest = Element(block.tag, block.attrib)
        rest.text = block.text
        for child in block:
            figure = self._figure(child)
            if figure is None:
                rest.append(child)
            elif block.tag == "p":
                parts += [rest, figure]
                rest = Element(block.tag)
                rest.text, figure.tail = (figure.tail or "").lstrip(), None
            else:
                parts.append(figure)
                _add_text(rest, figure.tail or "")
                figure.tail = None
        if not parts:
            return [block]
        parts = [*parts, rest] if block.tag == "p" else [rest, *parts]
        parts = [part for part in parts if part.tag == "figure" or len(part) or (part.text or "").strip()]
        parts[-1].tail = block.tail
        return parts

    def _figure(self, element: Element) -> Element | None:
        """Return the figure of a picture, or of something inline around one, such as a link; else nothing.

        What stood behind that stands behind the figure.
        """
        image = element if element.tag == "img" else next(element.iter("img"), None)
        if image is None or (element is not image and element.tag not in {"a", "em", "strong"}):
            return None
        beeld = self.beelden.get(urls.resolve(unquote(image.get("src", "")), self.uri) or "")
        if beeld is None:
            return None
        self.told.placed.add(beeld.bestand)
        figure = Element("figure", {"class": "rb-beeld", "data-bestand": beeld.bestand})
        figure.tail = element.tail
        caption = image.get("title") or beeld.bijschrift
        picture = _picture(beeld, image, self.root)
        if element is image:
            figure.append(picture)
        else:
            _replace(element, image, picture)
            element.tail = None
            figure.append(element)
        figure.append(_caption(beeld, caption))
        return figure


def _picture(beeld: Figuur, image: Element, root: str) -> Element:
    picture = Element("picture")
    for source in beeld.bronnen:
        reeks = ", ".join(f"{root}{url} {width}w" for url, width in source.reeks)
        SubElement(picture, "source", {"type": source.soort, "srcset": reeks, "sizes": beeld.maat})
    attributes = {
        "src": image.get("src", ""),
        "width": str(beeld.breed),
        "height": str(beeld.hoog),
        "alt": (image.get("alt") or "").strip() or beeld.alt,
        "loading": "lazy",
        "decoding": "async",
    }
    SubElement(picture, "img", attributes)
    return picture


def _caption(beeld: Figuur, text: str) -> Element:
    caption = Element("figcaption")
    if text:
        SubElement(caption, "span", {"class": "rb-beeld__bijschrift"}).text = text
    credit = SubElement(caption, "span", {"class": "rb-beeld__maker"})
    credit.text = f"Beeld: {beeld.maker} · "
    licentie = beeld.licentie
    if licentie.url:
        SubElement(credit, "a", {"href": licentie.url, "rel": "license"}).text = licentie.label
    else:
        credit.text += licentie.label
    return caption


def _replace(around: Element, old: Element, new: Element) -> None:
    for parent in around.iter():
        for number, child in enumerate(parent):
            if child is old:
                new.tail = old.tail
                parent[number] = new
                return


def _add_text(element: Element, text: str) -> None:
    """Add a text behind all that an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
