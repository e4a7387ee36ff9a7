"""A page that was built as one file: it opens by a double click, without a server, and asks for nothing.

Its styles, letters and pictures stand in it. Scripts are left out, so it is the page as who has none gets it.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import ClassVar, Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kennisbank.parts.assets import Assets
from kennisbank.parts.fileviews import FileView
from kennisbank.parts.rendering import render

TYPES: Final = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""What of others than text can stand in a page, by the end of its name."""
STYLES = "link[rel~=stylesheet]"
GONE = "script, template, link:not([rel~=icon]):not([rel~=canonical]), source"
"""What fetches something else, or is there for a script."""
URL: Final = re.compile(r"""url\(["']?(?!data:|#)([^"')]+)["']?\)""")
Read = Callable[[str], bytes]
"""Returns the file of a site at an address below its root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LosView(FileView):
    """What a page that is one file has besides: its styles, and what a reader must know of it.

    `online` says that its links lead to the site as it is now; otherwise they are words. `lijst` is the name of the
    file with all pages.
    """

    template: ClassVar[str] = "kijken/los.html"
    stijl: str
    online: bool
    lijst: str


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around pages that are one file.

    `names` are the names of those files, by the address of the page; `site` is the address of the site that is online,
    which ends with `/`, or nothing; `listed` is the name of the file that lists them.
    """

    names: Mapping[str, str]
    site: str
    listed: str


def single(html: str, address: str, read: Read, around: Around, assets: Assets) -> str:
    """Return the page at an address as one file, with a word above it of what it is. Raises what `read` does."""
    page = LexborHTMLParser(html)
    more = _filled(page, address, read, LosView(stijl=assets.alone, online=bool(around.site), lijst=around.listed))
    for node in page.css("a[href], area[href]"):
        _lead(node, "href", address, around)
    for node in page.css("form[action]"):
        _lead(node, "action", address, around)
        if "action" not in node.attributes:
            node.attrs["inert"] = ""
    for main in page.css("main > *")[:1]:
        for node in more.css("body > *"):
            main.insert_before(node)
    return str(page.html)


def bare(html: str, read: Read) -> str:
    """Return a page that is of no site as one file: what it asks for stands at the root of one. Its links stay."""
    page = LexborHTMLParser(html)
    _filled(page, "", read, LosView(stijl="", online=False, lijst=""))
    return str(page.html)


def _filled(page: LexborHTMLParser, address: str, read: Read, view: LosView) -> LexborHTMLParser:
    """Put all that a page would fetch into it, and take away what fetches more; returns what else a view has for it."""
    css = [_sheet(_place(address, _given(link, "href")), read) for link in page.css(STYLES)]
    for node in page.css(GONE):
        node.decompose()
    page.unwrap_tags(["noscript"], delete_empty=True)
    for node in page.css("img, link[rel~=icon]"):
        name = "src" if node.tag == "img" else "href"
        node.attrs[name] = _data(_place(address, _given(node, name)), read)
        for other in {"srcset", "sizes"} & node.attributes.keys():
            del node.attrs[other]
    more = LexborHTMLParser(render(replace(view, stijl="".join([*css, view.stijl]))))
    # What a browser may fetch stands before anything that could ask for it, behind the encoding.
    for after, wanted in ((page.css("meta[charset]")[0], "meta"), (page.css("head > *")[-1], "style")):
        for node in more.css(f"head > {wanted}"):
            after.insert_after(node)
    return more


def title(html: str) -> str:
    """Return what stands above a page."""
    heading = LexborHTMLParser(html).css_first("h1")
    return " ".join(heading.text().split()) if heading else ""


def _given(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _place(address: str, target: str) -> str:
    """Return the address below the root of the site that a page at `address` means by a path."""
    path = unquote(urlsplit(target).path)
    found = posixpath.normpath(posixpath.join("/", posixpath.dirname(address), path))[1:]
    folder = posixpath.basename(path) in {"", ".", ".."}
    return f"{found}/" if folder and found else found


def _lead(node: LexborNode, name: str, address: str, around: Around) -> None:
    """Let a link lead to the file of its page, or to the site that is online; without either it leads nowhere."""
    target = urlsplit(_given(node, name))
    if target.scheme or target.netloc:
        return
    own = not target.path
    place = address if own else _place(address, target.path)
    query = f"?{target.query}" if target.query else ""
    behind = f"#{target.fragment}" if target.fragment else ""
    if own or place == address:
        node.attrs[name] = behind or "#"
    elif place in around.names:
        node.attrs[name] = around.names[place] + behind
    elif around.site:
        node.attrs[name] = around.site + place + query + behind
    else:
        del node.attrs[name]


def _sheet(address: str, read: Read) -> str:
    """Return a style sheet with all that it asks for in it."""
    css = read(address).decode()
    return URL.sub(lambda found: f'url("{_data(_place(address, found[1]), read)}")', css)


def _data(address: str, read: Read) -> str:
    """Return a file of the site as an address that has it all."""
    kind = TYPES[PurePosixPath(address).suffix.lower()]
    return f"data:{kind};base64,{base64.b64encode(read(address)).decode()}"
