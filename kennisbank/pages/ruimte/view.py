"""The page of a ruimte: that of a value, with its text, its questions and its werkvormen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Ruimte
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import view as waarde
from kennisbank.pages.waarde.view import WaardeView
from kennisbank.parts.cards import BundelKaartje, Link, WerkvormKaartje
from kennisbank.parts.glyph.view import Glyph


@dataclass(frozen=True, slots=True)
class Vragen:
    """The questions of a ruimte for one function."""

    functie: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuimteView(WaardeView):
    """A ruimte: the list of its stories, its text, its questions and its werkvormen.

    `voorheen` is what it was called before, and `voor_alle` are the werkvormen for every ruimte.
    """

    template: ClassVar[str] = "ruimte.html"
    glyph: Glyph
    ruimte: str
    voorheen: str
    vragen: tuple[Vragen, ...]
    werkvormen: tuple[WerkvormKaartje, ...]
    voor_alle: tuple[Link, ...]
    bundels: tuple[BundelKaartje, ...]


def made(knowledge: KnowledgeBase, views: Views, ruimte: Ruimte) -> RuimteView:
    """Return what the page of a ruimte shows: that of a value, and its own questions and werkvormen."""
    slug = ruimte.origin.slug
    own = waarde.pages(knowledge, views, ("ruimte", slug))[0].view
    former = ruimte.voorheen if ruimte.voorheen and ruimte.voorheen.casefold() != ruimte.title.casefold() else ""
    return RuimteView(
        title=own.title,
        description=own.description,
        zoektitel=own.zoektitel,
        zoekzin=own.zoekzin,
        kruimels=own.kruimels,
        glyph=views.glyph([slug]),
        feed=own.feed,
        bladeren=own.bladeren,
        soort=own.soort,
        telling=own.telling,
        kaarten=own.kaarten,
        zoek=own.zoek,
        waarden=own.waarden,
        kruisingen=own.kruisingen,
        buren=own.buren,
        lege_buren=own.lege_buren,
        buren_titel=own.buren_titel,
        meer=own.meer,
        bron=ruimte.bron,
        vaak=own.vaak,
        nabij=own.nabij,
        voorbeelden=own.voorbeelden,
        insluiten=own.insluiten,
        ruimte=slug,
        voorheen=former,
        vragen=tuple(
            Vragen(term.label, asked)
            for term in knowledge.vocabularies["functie"].terms
            if (asked := tuple(ruimte.vragen[term.slug]))  # a stand-in has none
        ),
        werkvormen=views.werkvorm_cards(w for w in knowledge.werkvormen if slug in w.ruimtes),
        voor_alle=tuple(
            Link(w.title, urls.werkvorm(w.origin.slug)) for w in knowledge.werkvormen if "alle" in w.ruimtes
        ),
        bundels=views.bundel_cards(b for b in knowledge.bundels if slug in b.ruimtes),
    )
