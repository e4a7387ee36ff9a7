"""Every template of this project with the types of the names that it gets, as the check of templates wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import jinja2

from kennisbank import PROJECT
from kennisbank.outputs.templates import BESIDE, Template, templates
from kennisbank.parts import rendering
from tests.views.shapes import Shape
from tests.views.strict import Checker, Given, Report, joined
from tests.views.unread import Reads, python_reads, sentences, usage

CODE = ("kennisbank", "hooks", "scripts")
"""Where Python reads views."""


@dataclass(frozen=True)
class Part:
    """The templates of one environment, and what checks them."""

    checker: Checker
    givens: Sequence[Given]

    def shapes(self) -> list[Shape]:
        """Return the types of all that its templates get."""
        return [shape for given in self.givens for shape in self.checker.context(given).values()]


def parts() -> list[Part]:
    """Return the templates of the three environments: pages, files for a browser, and plain files.

    Raises `Unmatched`, when a template and its view do not know each other.
    """
    found = templates()
    of_files = [template for template in found if template.name.startswith(f"{BESIDE}/")]
    of_pages = [template for template in found if template not in of_files]
    for_browsers = [template for template in of_files if template.name.endswith((".html", ".xml"))]
    rest = [template for template in of_files if template not in for_browsers]
    return [
        _part(rendering.pages(), of_pages),
        _part(rendering.environment, for_browsers),
        _part(rendering.plain, rest),
    ]


def _part(environment: jinja2.Environment, found: Sequence[Template]) -> Part:
    checker = Checker(environment, filters={"json": str, "tekst": str})
    return Part(checker, [Given(_asked(template.name), template.names) for template in found])


def _asked(name: str) -> str:
    """Return the name by which a template is asked for: that of a kind of page is named after its folder."""
    return f"{PurePosixPath(name).parent.name}.html" if name.startswith("pages/") else name.partition("/")[2]


def reads() -> Reads:
    """Return what Python code reads of views."""
    return python_reads(file for folder in CODE for file in (PROJECT / folder).rglob("*.py"))


def report(found: Sequence[Part]) -> Report:
    """Return what the check finds in all of it: parts of pages that a file for a browser shares count as one."""
    return joined(part.checker.report(part.givens) for part in found)


def faults() -> list[str]:
    """Return a sentence for each fault in a template, and for each field of a view that nobody reads."""
    found = parts()
    whole = report(found)
    types = found[0].checker.types
    used = usage(types, [shape for part in found for shape in part.shapes()], whole, reads())
    return [*map(str, whole.faults), *sentences(types, used.nobody)]
