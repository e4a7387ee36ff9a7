"""The templates of pages, of what the site has beside them, and of files that are no web page."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from kennisbank import PACKAGE
from kennisbank.parts import macros, scripts
from kennisbank.parts.fileviews import FileView

TEMPLATES = PACKAGE / "templates"
THEME = PACKAGE / "theme"
PARTS = PACKAGE / "parts"
PAGES = PACKAGE / "pages"
INDENT = re.compile(r"(?m)^[ \t]+")
ALONE = re.compile(r"(?m)^((?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})+)$")
"""What the template of a page has for who writes it: spaces before a line, and lines that show nothing themselves."""
KEPT = frozenset(
    "aantal begrip glyph kaartje kop kruimels offline terzijde uitklap verder voet werkvormen zoekvak".split()
)
"""The macros of which many pages show the same: each is rendered once for all of them (`macros.kept`)."""


class Unknown(jinja2.StrictUndefined):
    """A name that a template uses and does not get: showing it, or asking it anything, stops in Dutch."""

    __slots__ = ("_undefined_place",)

    def __init__(
        self,
        hint: str | None = None,
        obj: object = jinja2.utils.missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        self._undefined_place = _place()  # where it is named: it may well be used elsewhere, in a macro

    @property
    def _undefined_message(self) -> str:
        name, where = repr(str(self._undefined_name)), self._undefined_place
        if self._undefined_hint:  # something else than a name: what Jinja itself says of it
            return f"{where}: {self._undefined_hint}"
        if self._undefined_obj is jinja2.utils.missing:
            return f"{where}: {name} is er niet."
        return f"{where}: {type(self._undefined_obj).__name__} heeft geen {name}."


def _place() -> str:
    """Return the template that is being shown, and its line: Jinja keeps them beside the code that it makes of it."""
    frame = sys._getframe().f_back
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template):
            return f"Sjabloon {template.name}, regel {template.get_corresponding_lineno(frame.f_lineno)}"
        frame = frame.f_back
    return "In een sjabloon"


def place(template: str) -> Path:
    """Return the file of the template of a page: `verhaal.html` is that of the kind in `pages/verhaal/`."""
    own = THEME / template
    return own if own.exists() else PAGES / template.removesuffix(".html") / "template.html"


def _of_a_page(template: str) -> tuple[str, str, None] | None:
    """Return the text of the template of a page and its file, for Jinja; None where it is no such template."""
    file = place(template)
    return (tight(file.read_text(encoding="utf-8")), str(file), None) if file.is_file() else None


environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader([TEMPLATES, THEME, PARTS, PACKAGE]),  # the others have parts of pages
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=Unknown,
)
"""For what a browser or a feed reader gets: all that a template shows is escaped."""
environment.filters["json"] = scripts.json


class _Parts(jinja2.FileSystemLoader):
    """Reads templates of parts of pages, as `_of_a_page` reads those of pages."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        text, file, current = super().get_source(environment, template)
        return tight(text), file, current


def tight(template: str) -> str:
    """Return the text of the template of a page without the white space that is there for who writes it.

    Between two things that a browser puts beside each other some remains, and every line stays the line that it was.
    """
    return ALONE.sub(_alone, INDENT.sub("", template))


def _alone(line: re.Match[str]) -> str:
    said = line[1]
    return said if said.endswith(("-%}", "-#}")) else f"{said[:-2]}-{said[-2:]}"


class _Compiled(jinja2.BytecodeCache):
    """Keeps what Jinja makes of a template, by its text: one that did not change is not compiled again."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.known[bucket.key, bucket.checksum] = bucket.code


_compiled = _Compiled()


def pages() -> jinja2.Environment:
    """Return what renders the templates of pages: all that they show is escaped. Anew for each build, as they are."""
    parts, whole = _Parts([PARTS, PACKAGE]), jinja2.FunctionLoader(_of_a_page)
    loader = jinja2.ChoiceLoader([whole, parts])
    found = macros.Environment(KEPT, loader=loader, auto_reload=False, undefined=Unknown, bytecode_cache=_compiled)
    found.filters["json"] = scripts.json
    return found


def prepare() -> None:
    """Compile the templates of pages: a build does it before it splits, so that none of its processes has to."""
    environment = pages()
    whole = [f"{file.parent.name}.html" for file in PAGES.glob("*/template.html")]
    parts = [file.relative_to(PARTS).as_posix() for file in PARTS.glob("*/*.html")]
    for name in sorted((*whole, *parts, *(file.name for file in THEME.glob("*.html")))):
        environment.get_template(name)


plain = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=False,  # Markdown and YAML: an &amp; would be shown as it stands
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=Unknown,
)
"""For Markdown and YAML, from our own lists only; `tekst` makes a string of YAML of anything."""
plain.filters["tekst"] = lambda value: json.dumps(str(value), ensure_ascii=False)


def render(view: FileView) -> str:
    """Return a file for a browser or a feed reader: what its template makes of a view."""
    return environment.get_template(view.template).render(view=view)


def render_plain(view: FileView, template: str = "") -> str:
    """Return a file in Markdown or YAML: what the template of a view makes of it, or the one that is named."""
    return plain.get_template(template or view.template).render(view=view)
