"""The reference of fields: every field of every text, with its form, its limits and an example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.contributing import wording
from kennisbank.model import kinds, urls
from kennisbank.model.examples import told
from kennisbank.model.fields import FieldSpec
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages import reference
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link

BEYOND = {field: (f"Alle {kind.many}", f"{kind.address}/") for field, kind in kinds.BY_FIELD.items()}
"""Where the names stand that a field takes and no closed list has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A field: how it is written (`vorm`, `lijst`, `grenzen`), an example, and where more is (`zie`)."""

    id: str
    naam: str
    label: str
    uitleg: str
    verplicht: bool
    vorm: str
    lijst: Link | None
    grenzen: str
    voorbeeld: str
    zie: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A kind of text, where its file stands and the address of its form, if it has them, and its fields."""

    naam: str
    titel: str
    bestand: str
    formulier: str
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VeldenView(PageView):
    """All fields; `waarden` is the address of the values."""

    template: ClassVar[str] = "velden.html"
    teksten: tuple[Soort, ...]
    waarden: str


def page(knowledge: KnowledgeBase, views: Views) -> Page[VeldenView]:
    """Return the reference of fields; its size does not depend on the stories."""
    texts = (
        Soort(
            naam=text.name,
            titel=text.title,
            bestand=f"{text.folder}/<naam>.md" if text.folder else "",
            formulier=urls.SCHRIJVEN.get(text.name, ""),
            velden=tuple(
                _field(knowledge, text.name, *item) for item in told(text.record, knowledge.vocabularies).items()
            ),
        )
        for text in reference.PARTS
    )
    view = VeldenView(
        title="Alle velden",
        description="Wat je invult als je iets toevoegt, van een verhaal tot een bundel: elk veld, met een voorbeeld.",
        kruimels=reference.crumbs(views),
        teksten=tuple(texts),
        waarden=urls.WAARDEN,
        verder=views.onward(),
    )
    return Page(urls.VELDEN, view)


def _field(knowledge: KnowledgeBase, text: str, name: str, spec: FieldSpec) -> Veld:
    label, url = BEYOND.get(spec.kind, ("", ""))
    source = wording.source(spec, knowledge.vocabularies)
    if spec.of is not None:
        label, url = reference.WITHIN[spec.of].title, f"{urls.VELDEN}#{reference.WITHIN[spec.of].name}"
    return Veld(
        id=f"{text}-{name}",
        naam=name,
        label=spec.label,
        uitleg=spec.help,
        verplicht=spec.required,
        vorm=wording.form(spec),
        lijst=Link(source, reference.values(spec.vocabulary)) if source else None,
        grenzen=wording.limits(spec),
        voorbeeld=wording.written(name, spec),
        zie=Link(label, url) if url else None,
    )
