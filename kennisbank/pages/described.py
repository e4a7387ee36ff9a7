"""What machines are told of each kind of page: a table by its view; of any that it lacks, that it is a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kennisbank.pages import machine
from kennisbank.pages.begrippen import machine as begrippen
from kennisbank.pages.begrippen.view import BegrippenView
from kennisbank.pages.bundel import view as bundel
from kennisbank.pages.bundels import view as bundels
from kennisbank.pages.data import machine as data
from kennisbank.pages.data.view import DataView
from kennisbank.pages.facet import machine as facet
from kennisbank.pages.facet.view import FacetView
from kennisbank.pages.home import machine as home
from kennisbank.pages.home.view import HomeView
from kennisbank.pages.jaren import view as jaren
from kennisbank.pages.kaart import view as kaart
from kennisbank.pages.kenmerken import view as kenmerken
from kennisbank.pages.machine import Leaf
from kennisbank.pages.page import PageView
from kennisbank.pages.pagina import machine as pagina
from kennisbank.pages.pagina.view import PaginaView
from kennisbank.pages.praktijkvoorbeeld import machine as praktijkvoorbeeld
from kennisbank.pages.praktijkvoorbeeld.view import PraktijkvoorbeeldView, VoorbeeldenView
from kennisbank.pages.ruimtes.view import RuimtesView
from kennisbank.pages.tabel import view as tabel
from kennisbank.pages.verhaal import machine as verhaal
from kennisbank.pages.verhaal.view import VerhaalView
from kennisbank.pages.waarde import machine as waarde
from kennisbank.pages.waarde.view import WaardeView
from kennisbank.pages.werkvorm import machine as werkvorm
from kennisbank.pages.werkvorm.view import WerkvormView
from kennisbank.pages.werkvormen import view as werkvormen
from kennisbank.parts.cards import Link
from kennisbank.parts.machine import Node

Told = Callable[[Leaf[Any]], Iterator[Node]]


def _page(leaf: Leaf[PageView]) -> Iterator[Node]:
    yield machine.page(leaf)


def _list(listed: Callable[[Any], Iterable[Link]]) -> Told:
    """Return what is told of a page that is a list of what `listed` yields of its view."""

    def told(leaf: Leaf[PageView]) -> Iterator[Node]:
        yield machine.collection(leaf, listed(leaf.view))

    return told


TOLD: dict[type[PageView], Told] = {
    PageView: _page,
    PaginaView: pagina.nodes,
    HomeView: home.nodes,
    VerhaalView: verhaal.nodes,
    WerkvormView: werkvorm.nodes,
    PraktijkvoorbeeldView: praktijkvoorbeeld.nodes,
    VoorbeeldenView: praktijkvoorbeeld.of_list,
    WaardeView: waarde.nodes,
    FacetView: facet.nodes,
    RuimtesView: facet.of_ruimtes,
    BegrippenView: begrippen.nodes,
    DataView: data.nodes,
    bundel.BundelView: _list(bundel.listed),
    bundels.BundelsView: _list(bundels.listed),
    kenmerken.KenmerkenView: _list(kenmerken.listed),
    werkvormen.WerkvormenView: _list(werkvormen.listed),
    tabel.TabelView: _list(tabel.listed),
    kaart.LandkaartView: _list(kaart.listed),
    jaren.JarenView: _list(jaren.listed),
}
"""What is told of a page, by its view: one that is made of another is told of as that."""


def nodes(leaf: Leaf[PageView]) -> Iterable[Node]:
    """Return what is told of a page; nothing of one that is found by nobody, as the notice of what was withdrawn."""
    if leaf.view.verborgen:
        return ()
    kind = next(kind for kind in type(leaf.view).__mro__ if kind in TOLD)
    return TOLD[kind](leaf)
