"""The page that explains every message of the check: what it means, an example, and what is better."""

from __future__ import annotations

from typing import Any

from kennisbank.model import kinds, urls
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.problems.problem import CODES, GROUPS, Code, Example, problem
from kennisbank.problems.report import as_text

WHERE = {"kop": "in de kop van een {}", "tekst": "in de tekst van een {}", "naam": "van de naam van een bestand"}
"""Where the mistake of an example stands; another place is the path of a file."""
SAMPLE = problem(
    "waarde-onbekend",
    kinds.VERHAAL.paths("voorbeeld")[0],
    '"noord-gronigen" bestaat niet. Bedoelde je "noord-groningen"?',
    line=5,
    column=8,
    field="regio",
    hint="Kies uit: groningen-stad, noord-groningen, …",
)
"""A message as the check prints it, to explain its parts."""


def page(views: Views) -> Page[Any]:
    """Return the page of error messages: all of `problem.GROUPS` in their order, each code with its own anchor."""
    meta = {
        "template": "foutmeldingen.html",
        "title": "Foutmeldingen",
        "description": "Elke melding van de controle: wat er mis is, een voorbeeld, en hoe je het verbetert.",
        "kruimels": [link] if (link := views.page_link(urls.source(urls.MEEDOEN))) else [],
        "melding": as_text([SAMPLE]).strip(),
        "delen": _parts(),
        "groepen": [
            {
                "naam": group.name,
                "titel": group.title,
                "uitleg": group.meaning,
                "fouten": [_fault(code, about) for code, about in group.codes.items()],
            }
            for group in GROUPS
        ],
        "aantal": len(CODES),
        "verder": views.onward(),
    }
    return Page(urls.FOUTMELDINGEN, Loose(meta))


def _parts() -> list[Any]:
    """Return the parts of the sample message, each with what it tells."""
    found = SAMPLE
    return [
        {"deel": found.path, "uitleg": "het bestand"},
        {"deel": f"{found.line}:{found.column}", "uitleg": "de regel, en het hoeveelste teken op die regel"},
        {"deel": f"[{found.field}]", "uitleg": "het veld, als de fout in een veld staat"},
        {"deel": found.message, "uitleg": "wat er mis is, en wat je misschien bedoelde"},
        {"deel": found.hint, "uitleg": "wat je eraan doet"},
        {"deel": f"({found.code})", "uitleg": "de naam van de melding, waarmee je haar op deze pagina vindt"},
    ]


def _fault(code: str, about: Code) -> Any:
    example = about.example
    said = example.place == "zin"
    return {
        "code": code,
        "titel": about.title,
        "uitleg": about.meaning,
        "herstel": about.cure,
        "zin": example.wrong if said else "",
        "waar": "" if said else _where(example),
        "fout": "" if said else example.wrong,
        "goed": example.better,
    }


def _where(example: Example) -> str:
    return WHERE.get(example.place, f"in {example.place}").format(example.record)
