"""What machines are told of the open data: a data set with all its files, and the page around it."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model import open_data
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages import machine
from kennisbank.pages.data.view import DataView, named
from kennisbank.pages.machine import Leaf
from kennisbank.parts.machine import Address, AdministrativeArea, DataDownload, Dataset, Node, Ref, WebPage

CSV, JSON = "text/csv", "application/json"


def nodes(leaf: Leaf[DataView]) -> Iterator[Node]:
    """Yield the data set and its page."""
    knowledge = leaf.knowledge
    tables = open_data.tables(knowledge.vocabularies)
    provinces = knowledge.vocabularies["provincie"].terms
    measured = (column.label for table in tables if table.kind for column in table.columns if column.vocabulary)
    yield Dataset(
        id=Address(leaf.address),
        url=Address(leaf.address),
        name=f"{leaf.view.title} van {knowledge.project.name}",
        description=f"{leaf.view.description} {knowledge.project.sentence}.",
        version=open_data.SHAPE,
        date_modified=knowledge.latest,
        temporal_coverage=_years(knowledge),
        spatial_coverage=tuple(
            AdministrativeArea(id=machine.place(("provincie", term.slug)), name=term.label) for term in provinces
        ),
        variable_measured=tuple(dict.fromkeys(measured)),
        creator=machine.organization(knowledge),
        publisher=machine.PUBLISHER,
        distribution=tuple(downloads(knowledge)),
        **machine.sourced(knowledge, knowledge.project.report),
    )
    yield WebPage(
        id=leaf.content,
        name=leaf.view.title,
        description=leaf.summary,
        is_part_of=machine.SITE,
        main_entity=Ref(leaf.address),
        breadcrumb=machine.crumbs(leaf),
    )


def _years(knowledge: KnowledgeBase) -> str:
    """Return the first and the last year in which a story happened; nothing where none says it."""
    years = [year for verhaal in knowledge.verhalen if verhaal.speelde for year in verhaal.speelde]
    return "/".join(dict.fromkeys(map(str, (min(years), max(years))))) if years else ""


def downloads(knowledge: KnowledgeBase) -> Iterator[DataDownload]:
    """Yield all files that hold data or say what is in them."""
    for table in open_data.tables(knowledge.vocabularies):
        yield DataDownload(
            name=f"{named(table)} (CSV)", content_url=Address(open_data.csv(table.name)), encoding_format=CSV
        )
        if table.in_json:
            yield DataDownload(
                name=f"{named(table)} (JSON)", content_url=Address(open_data.json(table.name)), encoding_format=JSON
            )
    yield DataDownload(name="Data Package", content_url=Address(open_data.PACKAGE), encoding_format=JSON)
