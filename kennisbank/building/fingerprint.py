"""What a page is made from, as one short name: as long as that is the same, so is the page."""

from __future__ import annotations

import dataclasses
import functools
import io
import operator
import pickle
import re
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import jinja2

from kennisbank.model.project import Home
from kennisbank.pages.page import Kader
from kennisbank.pages.site import NOT_FOUND, Inputs, Site
from kennisbank.parts import rendering
from kennisbank.reading import kept, memo

LIBRARIES = ("jinja2", "markdown", "markupsafe", "pyyaml")
"""What makes pages besides our own code and the engine: another version may make other bytes."""


CALLING = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+(?:["']([^"']+)["']|\S)""")
"""Where a template calls in another, and by which name if it says so."""


def code() -> bytes:
    """Return a digest of what makes pages beside the engine: the package, but for its templates, and the libraries."""
    return kept.digest(memo.code(""), *map(version, LIBRARIES))


class Fingerprints:
    """Names the pages of one site at one address, as one engine makes them."""

    def __init__(self, site: Site, home: Home, frame: Kader, engine: str) -> None:
        words = site.views.words.vocabulary
        explained = [site.views.word(term.slug) for term in words.terms]
        self._same = code() + engine.encode() + plain((home, frame, words, explained))
        self._templates = rendering.pages()
        self._given = (site, home, frame)

    def of(self, uri: str) -> bytes:
        """Return the name of a page by its file among the pages, or of what stands at every address that is none."""
        site, home, frame = self._given
        if uri == NOT_FOUND:
            return kept.digest(self._shared(NOT_FOUND), plain(site.missing(home, frame)))
        return self.page(site.inputs(uri, home, frame))

    def page(self, inputs: Inputs) -> bytes:
        """Return the name of a page by what it is made from."""
        return kept.digest(self._shared(inputs.template), plain(inputs))

    @functools.cache  # noqa: B019 (lives as long as one build)
    def _shared(self, template: str) -> bytes:
        """Return what all pages of a template are made from."""
        return kept.digest(self._same, sources(self._templates, template))


def sources(templates: jinja2.Environment, first: str) -> bytes:
    """Return the text of a template and of all that it can call in, each with its name.

    Where the name of one is only known as the page is made, all there are count. Raises `jinja2.TemplateNotFound`.
    """
    found: dict[str, str] = {}
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name not in found:
            assert templates.loader is not None
            found[name] = templates.loader.get_source(templates, name)[0]
            waiting += called(found[name])
    return "".join(f"{name}\0{text}\0" for name, text in sorted(found.items())).encode()


def called(template: str) -> list[str]:
    """Return the names of the templates that one calls in. Not asked of Jinja, which takes ten times as long.

    A name that is only known as the page is made stands for all there are.
    """
    names: list[str] = []
    for literal in CALLING.findall(template):
        names += [literal] if literal else _every()
    return names


def _every() -> list[str]:
    """Return the names of all templates of parts."""
    return sorted(f.relative_to(rendering.PARTS).as_posix() for f in rendering.PARTS.rglob("*.html"))


def plain(value: object) -> bytes:
    """Return a value as bytes: equal values of the same classes give the same, whatever objects they share.

    For what views are made of: frozen dataclasses of strings, numbers, dates, and lists and mappings of those.
    """
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.fast = True  # each thing is written out: which of them are the same object is chance
    pickler.dispatch_table = _FIELDS
    pickler.dump(value)
    return written.getvalue()


class _Fields(dict[type, Callable[[Any], Any]]):
    """How an object of each class is taken apart: a dataclass into its fields."""

    def __missing__(self, cls: type) -> Callable[[Any], Any]:
        if not dataclasses.is_dataclass(cls):
            raise KeyError(cls)  # as pickle does it
        names = [field.name for field in dataclasses.fields(cls)]
        name = f"{cls.__module__}.{cls.__qualname__}"
        if len(names) > 1:
            values = operator.attrgetter(*names)
            self[cls] = lambda value: (_object, (name, *values(value)))
        else:
            self[cls] = lambda value: (_object, (name, *(getattr(value, only) for only in names)))
        return self[cls]


_FIELDS = _Fields()


def _object(*fields: object) -> object:
    """Stands for an object with these fields; what `plain` gives is never read."""
    raise NotImplementedError
