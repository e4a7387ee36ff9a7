"""What a reader takes along: the page of a selection, and a story on one side of paper to hand out.

Both are filled by a script from what the browser keeps or the address says; the stories come from their own pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kennisbank.contributing import wording
from kennisbank.model import kinds, urls
from kennisbank.model.fields import Kind, specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Bundel
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.reading.outline import UNANSWERED

TALK = "verdieping"
"""The function whose questions go with a story: those that let people tell of their own practice."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[Any]]:
    """Yield both pages. Their size grows with the ruimtes, not with the stories or werkvormen."""
    questions = _questions(knowledge)
    yield Page(
        urls.SELECTIE,
        Loose(
            {
                "template": "selectie.html",
                "title": "Mijn selectie",
                "description": "De verhalen en werkvormen die je bewaarde voor een bijeenkomst. Zet ze op volgorde, "
                "schrijf er iets bij, deel ze en druk ze af als boekje.",
                "kruimels": (),
                "formulier": "bundel",
                "map": wording.TEXTS["bundel"].folder,
                "velden": [_field(name) for name in ("title", "samenvatting", "bron")],
                "gegevens": {"ruimtes": questions, **_bundel()},
                "eerder": knowledge.former,
            }
        ),
    )
    yield Page(
        urls.UITDELEN,
        Loose(
            {
                "template": "uitdelen.html",
                "title": "Uitdeelblad",
                "description": "Een verhaal op één kant van een vel papier: waar het over gaat, drie vragen voor het "
                "gesprek en een QR-code naar het hele verhaal.",
                "kruimels": (),
                "gegevens": {"ruimtes": questions},
                "eerder": knowledge.former,
            }
        ),
    )


def _questions(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return the questions of each ruimte that go with its stories."""
    return {r.origin.slug: {"titel": r.title, "vragen": list(r.vragen[TALK])} for r in knowledge.ruimtes}


def _field(name: str) -> Any:
    """Return a field of a bundel that the reader fills in; the others follow from the selection."""
    spec = specs(Bundel)[name]
    return {
        "naam": name,
        "label": spec.label,
        "hulp": spec.help,
        "meeste": spec.maximum,
        "vak": (spec.maximum or 0) > 200,
    }


def _bundel() -> dict[str, Any]:
    """Return how the file of a bundel is written; a question that is not answered yet is refused by the check."""
    fields = {name: spec for name, spec in specs(Bundel).items() if spec.kind is not Kind.BEELDEN}
    return {
        "velden": [[name, {"soort": spec.kind.name.lower(), "veel": spec.many}] for name, spec in fields.items()],
        "delen": [
            {
                "naam": section.name,
                "kop": section.heading,
                "vragen": [f"{UNANSWERED} {question}" for question in section.questions],
            }
            for section in kinds.BY_RECORD[Bundel].outline
        ],
    }
