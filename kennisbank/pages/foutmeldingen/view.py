"""The page that explains every message of the check: what it means, an example, and what is better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import examples, kinds, urls
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.problems.problem import CODES, GROUPS, Code, Example, Problem, problem
from kennisbank.problems.report import as_text

WHERE = {"kop": "in de kop van een {}", "tekst": "in de tekst van een {}", "naam": "van de naam van een bestand"}
"""Where the mistake of an example stands; another place is the path of a file."""


def sample(vocabularies: Mapping[str, Vocabulary]) -> Problem:
    """Return a message as the check prints it, to explain its parts: a region that somebody mistyped."""
    regions = list(vocabularies["regio"].by_slug)
    meant = examples.gaps(vocabularies).get("regio") or next(iter(regions), "regio")
    return problem(
        "waarde-onbekend",
        kinds.VERHAAL.paths("voorbeeld")[0],
        f'"{meant[:-4]}{meant[-3:]}" bestaat niet. Bedoelde je "{meant}"?',
        line=5,
        column=8,
        field="regio",
        hint=f"Kies uit: {', '.join(regions[:2])}, …",
    )


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of a message, and what it tells."""

    deel: str
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fout:
    """A kind of problem, and its example: a sentence (`zin`), or what stands somewhere (`waar`) and is wrong (`fout`).

    `goed` is what is better, where that can be shown.
    """

    code: str
    titel: str
    uitleg: str
    herstel: str
    zin: str
    waar: str
    fout: str
    goed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Foutgroep:
    """Kinds of problems that belong together."""

    naam: str
    titel: str
    uitleg: str
    fouten: tuple[Fout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoutmeldingenView(PageView):
    """All messages; `melding` is one as the check prints it, and `delen` its parts."""

    template: ClassVar[str] = "foutmeldingen.html"
    melding: str
    delen: tuple[Onderdeel, ...]
    groepen: tuple[Foutgroep, ...]
    aantal: int


def page(views: Views) -> Page[FoutmeldingenView]:
    """Return the page of error messages: all of `problem.GROUPS` in their order, each code with its own anchor."""
    guide = views.page_link(urls.source(urls.MEEDOEN))
    vocabularies = views.knowledge.vocabularies
    found, known = sample(vocabularies), examples.gaps(vocabularies)
    groups = (
        Foutgroep(
            naam=group.name,
            titel=group.title,
            uitleg=group.meaning,
            fouten=tuple(_fault(code, about, known) for code, about in group.codes.items()),
        )
        for group in GROUPS
    )
    view = FoutmeldingenView(
        title="Foutmeldingen",
        description="Elke melding van de controle: wat er mis is, een voorbeeld, en hoe je het verbetert.",
        kruimels=(guide,) if guide else (),
        melding=as_text([found]).strip(),
        delen=tuple(_parts(found)),
        groepen=tuple(groups),
        aantal=len(CODES),
        verder=views.onward(),
    )
    return Page(urls.FOUTMELDINGEN, view)


def _parts(found: Problem) -> Iterator[Onderdeel]:
    """Yield the parts of the sample message, each with what it tells."""
    yield Onderdeel(found.path, "het bestand")
    yield Onderdeel(f"{found.line}:{found.column}", "de regel, en het hoeveelste teken op die regel")
    yield Onderdeel(f"[{found.field}]", "het veld, als de fout in een veld staat")
    yield Onderdeel(found.message, "wat er mis is, en wat je misschien bedoelde")
    yield Onderdeel(found.hint or "", "wat je eraan doet")
    yield Onderdeel(f"({found.code})", "de naam van de melding, waarmee je die op deze pagina vindt")


def _fault(code: str, about: Code, known: Mapping[str, str]) -> Fout:
    example = about.example
    said = example.place == "zin"
    return Fout(
        code=code,
        titel=about.title,
        uitleg=about.meaning,
        herstel=about.cure,
        zin=example.wrong if said else "",
        waar="" if said else _where(example),
        fout="" if said else examples.filled(example.wrong, known),
        goed=examples.filled(example.better, known),
    )


def _where(example: Example) -> str:
    return WHERE.get(example.place, f"in {example.place}").format(example.record)
