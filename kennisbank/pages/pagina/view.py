"""A page that is a text with little beside it: one written by hand, and any text of a kind without a template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import kinds, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Pagina, Record
from kennisbank.model.vocabulary import fold
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import TOOL, Views
from kennisbank.parts.cards import Link, Uitleg


@dataclass(frozen=True, slots=True)
class Hoofdstuk(Link):
    """A page of a part of the site; `hier` says that it is the one that is shown."""

    hier: bool = False


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the site: its pages in their order."""

    titel: str
    paginas: tuple[Hoofdstuk, ...]


@dataclass(frozen=True, slots=True)
class Tegel(Link):
    """A ruimte as a small card: its name, its colour and its one question."""

    vraag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginaView(PageView):
    """A text with nothing of its own beside it: `onder` are pages that it leads to, `deel` is the part it is in.

    That about the tool opens with `tegels`, its ruimtes, and `trek` leads to a card that is drawn.
    """

    template: ClassVar[str] = "pagina.html"
    bron: str = ""
    onder: tuple[Uitleg, ...] = ()
    deel: Deel | None = None
    vorige: Link | None = None
    volgende: Link | None = None
    tegels: tuple[Tegel, ...] = ()
    trek: str = ""


def made(knowledge: KnowledgeBase, views: Views, record: Record) -> PaginaView:
    """Return what a page shows that has nothing of its own beside its text; of a hand-written one its place too."""
    if isinstance(record, Pagina):
        return _by_hand(knowledge, views, record)
    kind = kinds.BY_RECORD[type(record)]
    return PaginaView(
        title=record.title,
        description=record.samenvatting,
        kruimels=(Link(kind.many.capitalize(), urls.OTHERS[kind.one]),) if kind.address else (),
        bron=getattr(record, "bron", None) or "",
        verder=views.onward(getattr(record, "ruimtes", ())),
    )


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[PaginaView]]:
    """Yield a plain list of the texts of each kind that has no overview of its own."""
    for name, address in urls.OTHERS.items():
        if address == urls.VOORBEELDEN:
            continue  # has a list of its own
        kind = kinds.BY_NAME[name]
        records = sorted(knowledge.of(kind), key=lambda record: (fold(record.title), record.origin.slug))
        view = PaginaView(
            title=kind.many.capitalize(),
            description=f"Alle {kind.many} op deze site.",
            onder=tuple(
                Uitleg(record.title, urls.of(record.origin.path, record.origin.slug), uitleg=record.samenvatting)
                for record in records
            ),
            verder=views.onward(),
        )
        yield Page(address, view)


def _by_hand(knowledge: KnowledgeBase, views: Views, pagina: Pagina) -> PaginaView:
    """Return all that a hand-written page shows beside its text.

    The first page of a folder lists the others; each other has the one before and after it.
    """
    uri = urls.uri(pagina.origin.path)
    leads = not uri.startswith(urls.MEEDOEN)  # who is adding something has a task at hand
    view = PaginaView(
        title=pagina.title,
        description=pagina.samenvatting,
        bron=pagina.bron or "",
        verder=views.onward(pagina.ruimtes, pagina.werkvormen, views.stories(pagina.verhalen)) if leads else None,
    )
    if uri == TOOL:
        tiles = tuple(
            Tegel(r.title, urls.value("ruimte", r.origin.slug), r.origin.slug, r.kernvraag or "")
            for r in knowledge.ruimtes
        )
        view = replace(view, tegels=tiles, trek=urls.DRAWN, verder=replace(views.onward(), ruimtes=()))
    head, rest = views.folders[uri.rpartition("/")[0]]
    if pagina is head:
        return replace(view, onder=tuple(Uitleg(p.title, _address(p), uitleg=p.samenvatting) for p in rest))
    number = rest.index(pagina)
    return replace(
        view,
        kruimels=(_entry(head),) if head else (),
        deel=Deel(
            head.title if head else "Meer pagina's",
            tuple(Hoofdstuk(p.title, _address(p), hier=p is pagina) for p in rest),
        ),
        vorige=_entry(rest[number - 1]) if number else None,
        volgende=_entry(rest[number + 1]) if number + 1 < len(rest) else None,
    )


def _address(pagina: Pagina) -> str:
    return urls.page(urls.uri(pagina.origin.path))


def _entry(pagina: Pagina) -> Link:
    return Link(pagina.title, _address(pagina))
