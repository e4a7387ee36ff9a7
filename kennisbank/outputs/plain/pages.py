"""What each kind of page says, as blocks of plain Markdown: lists of links, facts, questions; no script is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from kennisbank.model import kinds, urls
from kennisbank.outputs.plain.writing import Places, bullets, heading, numbers, section, words
from kennisbank.pages.begrippen.view import BegrippenView
from kennisbank.pages.bundel.view import BundelView
from kennisbank.pages.bundels.view import BundelsView
from kennisbank.pages.facet.view import FacetView
from kennisbank.pages.foutmeldingen.view import FoutmeldingenView
from kennisbank.pages.home.view import HomeView
from kennisbank.pages.jaren.view import JarenView
from kennisbank.pages.kaart.view import LandkaartView
from kennisbank.pages.kenmerken.view import KenmerkenView
from kennisbank.pages.page import PageView
from kennisbank.pages.pagina.view import PaginaView
from kennisbank.pages.praktijkvoorbeeld.view import PraktijkvoorbeeldView, VoorbeeldenView
from kennisbank.pages.ruimte.view import RuimteView
from kennisbank.pages.ruimtes.view import RuimtesView
from kennisbank.pages.tabel.view import TabelView
from kennisbank.pages.velden.view import VeldenView
from kennisbank.pages.verhaal.view import VerhaalView
from kennisbank.pages.waarde.view import WaardeView
from kennisbank.pages.waarden.view import WaardenView
from kennisbank.pages.werkvorm.view import WerkvormView
from kennisbank.pages.werkvormen.view import WerkvormenView
from kennisbank.parts.cards import (
    BundelKaartje,
    Gebruikt,
    Gebruiktelling,
    Link,
    RuimteKaartje,
    Telling,
    Uitleg,
    Voorbeelden,
    WerkvormKaartje,
)
from kennisbank.parts.feiten.view import Feit
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import count, sentence, short
from kennisbank.parts.vertelling.view import Regel

Write = Callable[[Any, str, Places], Iterator[str]]
"""Yields the blocks of a page: of its view, its text, and where the other pages lie."""
WRITERS: dict[type[PageView], Write] = {}
"""How each kind of page is written. One that is not among them is nothing without a script, or of this tool alone."""
V = TypeVar("V", bound=PageView)


def _writes(kind: type[V]) -> Callable[[Callable[[V, str, Places], Iterator[str]]], Write]:
    def kept(write: Callable[[V, str, Places], Iterator[str]]) -> Write:
        WRITERS[kind] = write
        return write

    return kept


def _links(places: Places, links: Iterable[Link]) -> str:
    return bullets(places.link(link.label, link.url) for link in links)


def _explained(places: Places, links: Iterable[Uitleg]) -> str:
    return bullets(_said(places.link(link.label, link.url), link.uitleg) for link in links)


def _said(link: str, text: str) -> str:
    return f"{link}: {words(text)}" if text else link


def _counted(places: Places, values: Iterable[Telling]) -> str:
    return bullets(_said(_numbered(places, value), value.uitleg) for value in values)


def _numbered(places: Places, value: Telling) -> str:
    """Return a value with how many stories and short examples it has, or with its only story."""
    link = places.link(value.label, value.url)
    if value.verhaal:
        return f"{words(value.label)}: {places.link(value.verhaal, value.url)}"
    told = [count(value.aantal)] if value.aantal else []
    told += [short(value.voorbeelden)] if value.voorbeelden else []
    return f"{link} ({', '.join(told)})" if told else link


def _stories(places: Places, cards: Iterable[Kaartje]) -> str:
    return bullets(
        f"{places.link(card.titel, card.url)} ({words(card.plaats)}): {words(card.samenvatting)}"
        + (f" {words(card.reden)}" if card.reden else "")
        for card in cards
    )


def _methods(places: Places, cards: Iterable[WerkvormKaartje]) -> str:
    return bullets(
        f"{places.link(card.titel, card.url)} ({words(card.functie)}, {words(card.duur)}, {words(card.groep)}):"
        f" {words(card.samenvatting)}"
        for card in cards
    )


def _titled(places: Places, cards: Iterable[BundelKaartje | RuimteKaartje]) -> str:
    return bullets(_said(places.link(card.titel, card.url), card.samenvatting) for card in cards)


def _rules(places: Places, rules: Iterable[Regel]) -> str:
    return bullets(
        places.link(rule.titel, rule.url)
        + (f" ({words(rule.duur)})" if rule.duur else "")
        + (f": {words(rule.zin)}" if rule.zin else "")
        for rule in rules
    )


def _facts(places: Places, facts: Iterable[Feit]) -> str:
    return bullets(
        f"**{words(fact.label)}**: {', '.join(places.link(value.label, value.url) for value in fact.waarden)}"
        for fact in facts
    )


def _examples(places: Places, found: Voorbeelden | None) -> str:
    if found is None:
        return ""
    more = places.link(found.meer.label, found.meer.url) if found.meer else ""
    return section(found.kop, _explained(places, found.voorbeelden), more)


def _used(places: Places, found: Gebruikt | None) -> str:
    if found is None:
        return ""
    told = "Dat volgt uit de verhalen en voorbeelden die deze werkvormen noemen." if found.afgeleid else ""
    more = places.link(found.meer.label, found.meer.url) if found.meer else ""
    return section(found.kop, _links(places, found.werkvormen), more, told)


def _uses(places: Places, found: Iterable[Gebruiktelling]) -> str:
    rows = [
        section(each.titel, bullets(f"{places.link(v.label, v.url)} ({v.aantal})" for v in each.waarden), level=3)
        for each in found
    ]
    return section("Waar werkvormen zijn gebruikt", *rows)


def _source(text: str) -> str:
    return f"Bron: {words(sentence(text))}" if text else ""


def _next(view: PageView, places: Places) -> str:
    if view.bladeren is None:
        return ""
    before = places.link("Vorige pagina", view.bladeren.vorige) if view.bladeren.vorige else ""
    after = places.link("Volgende pagina", view.bladeren.volgende) if view.bladeren.volgende else ""
    return " · ".join(filter(None, (before, after)))


@_writes(VerhaalView)
def _verhaal(view: VerhaalView, text: str, places: Places) -> Iterator[str]:
    yield text
    yield section("Om samen te bespreken", numbers(map(words, view.gesprek)))
    yield section("Zo pakten ze het aan", _facts(places, view.aanpak))
    if view.tekening:
        yield section("De gedeelde praktijk", words(view.tekening.zin), bullets(map(words, view.tekening.delen)))
    sites = ", ".join(f"[{words(site.naam)}]({site.adres})" for site in view.sites)
    yield section(
        "In het kort",
        _facts(places, view.feiten),
        f"Site van school of partner: {sites}" if sites else "",
        words(view.speelde),
    )
    yield section("Meer kenmerken", _facts(places, view.meer_feiten))
    yield section("Werkvormen die hierbij passen", _rules(places, view.werkvormen))
    yield section("Vragen waar dit verhaal bij helpt", _rules(places, view.bundels))
    other = (
        f"Juist anders: {places.link(view.anders.titel, view.anders.url)}. {words(view.anders.reden)}"
        if view.anders
        else ""
    )
    yield section("Verhalen die hierop lijken", _stories(places, view.verwant), other)
    yield f"{_source(view.bron)} Op deze site sinds {view.datum.tekst}."


@_writes(PraktijkvoorbeeldView)
def _praktijkvoorbeeld(view: PraktijkvoorbeeldView, text: str, places: Places) -> Iterator[str]:
    yield text
    yield section("Om samen te bespreken", numbers(map(words, view.gesprek)))
    yield section("In het kort", _facts(places, view.feiten))
    yield section("Meer kenmerken", _facts(places, view.meer_feiten))
    yield section("Werkvormen die hierbij passen", _rules(places, view.werkvormen))
    yield f"{_source(view.bron)} Op deze site sinds {view.datum.tekst}."


@_writes(WerkvormView)
def _werkvorm(view: WerkvormView, text: str, places: Places) -> Iterator[str]:
    yield section("In het kort", _facts(places, view.feiten))
    yield text
    if view.uitreiken:
        pieces = (f"{words(each.wat)}: {words(each.stuks)} ({words(each.voor)})" for each in view.uitreiken.stapeltjes)
        yield section("Uitreiken", words(view.uitreiken.bij), bullets(pieces))
    yield section(view.kop, _stories(places, view.kaarten)) if view.kop else ""
    yield _examples(places, view.voorbeelden)
    yield section("Vragen", _titled(places, view.bundels))
    yield section("Andere werkvormen met deze functie", _links(places, view.andere))
    yield _source(view.bron)


@_writes(RuimteView)
def _ruimte(view: RuimteView, text: str, places: Places) -> Iterator[str]:
    yield f"Deze ruimte heette eerder: {words(sentence(view.voorheen))}" if view.voorheen else ""
    yield text
    yield section(
        "Vragen bij deze ruimte",
        *(section(each.functie, bullets(map(words, each.vragen)), level=3) for each in view.vragen),
    )
    yield section("Werkvormen bij deze ruimte", _methods(places, view.werkvormen))
    yield section("Werkvormen voor alle ruimtes", _links(places, view.voor_alle))
    yield section("Vragen", _titled(places, view.bundels))
    yield from _list(view, places)


@_writes(BundelView)
def _bundel(view: BundelView, text: str, places: Places) -> Iterator[str]:
    yield f"De vraag: {words(sentence(view.gevraagd))}" if view.gevraagd else ""
    yield text
    yield section("Om samen te bespreken", numbers(map(words, view.vragen)))
    yield section("De verhalen", _stories(places, view.delen.verhalen))
    yield _examples(places, view.voorbeelden)
    yield section("De werkvormen", _methods(places, view.delen.werkvormen))
    yield section("Ruimtes", _links(places, view.delen.ruimtes))
    yield section("Andere vragen", _links(places, view.andere))
    yield _source(view.bron)


@_writes(PaginaView)
def _pagina(view: PaginaView, text: str, places: Places) -> Iterator[str]:
    yield bullets(_said(places.link(each.label, each.url), each.vraag) for each in view.tegels)
    yield text
    yield _explained(places, view.onder)
    yield _source(view.bron)


@_writes(HomeView)
def _home(view: HomeView, text: str, places: Places) -> Iterator[str]:
    yield text
    first = (view.uitgelicht,) if view.uitgelicht else ()
    yield section(
        "Verhalen",
        _stories(places, (*first, *view.kaarten)),
        places.link(view.alle[:1].upper() + view.alle[1:], urls.VERHALEN),
    )
    yield section("Vragen", _titled(places, view.vragen))
    for choice in view.keuzes:
        yield section(choice.titel, _counted(places, choice.waarden), places.link(choice.alle, choice.url))
    yield section("Ruimtes", _links(places, view.ruimtes))
    yield section("Werkvormen om mee te beginnen", _links(places, view.werkvormen))


@_writes(WaardeView)
def _waarde(view: WaardeView, text: str, places: Places) -> Iterator[str]:
    yield f"In het onderzoek kwam dit in {words(view.vaak)} leergemeenschappen voor." if view.vaak else ""
    yield f"Meer hierover: {places.link(view.meer.label, view.meer.url)}" if view.meer else ""
    yield text
    yield from _list(view, places)


def _list(view: WaardeView, places: Places) -> Iterator[str]:
    """Yield a list of stories, and what stands beside it."""
    yield section(view.telling if view.kaarten else "Nog geen verhaal", _stories(places, view.kaarten) or "Nog geen.")
    yield _next(view, places)
    yield section("Wel dichtbij", _stories(places, view.nabij))
    yield _examples(places, view.voorbeelden)
    yield _used(places, view.gebruikt)
    yield section("Deze combinatie bestaat uit", _counted(places, view.kanten))
    yield section(
        "Verder kijken",
        *(section(each.titel, _counted(places, each.waarden), level=3) for each in view.kruisingen),
    )
    yield section(view.buren_titel or "Ook in deze lijst", _counted(places, (*view.buren, *view.lege_buren)))
    yield f"Bron van de uitleg: {words(sentence(view.bron))}" if view.bron else ""


@_writes(FacetView)
def _facet(view: FacetView, text: str, places: Places) -> Iterator[str]:
    yield f"Meer hierover: {places.link(view.meer.label, view.meer.url)}" if view.meer else ""
    for group in view.groepen:
        values = _counted(places, (*group.waarden, *group.leeg))
        if group.titel and values:
            yield f"## {places.link(group.titel, group.url)}"
        yield values


@_writes(KenmerkenView)
def _kenmerken(view: KenmerkenView, text: str, places: Places) -> Iterator[str]:
    for each in view.lijsten:
        yield f"## {places.link(each.label, each.url)}"
        yield words(each.uitleg)
        yield _counted(places, each.waarden)


@_writes(WerkvormenView)
def _werkvormen(view: WerkvormenView, text: str, places: Places) -> Iterator[str]:
    for group in view.groepen:
        yield section(group.titel, words(group.uitleg), _methods(places, (each.kaartje for each in group.werkvormen)))
    yield _uses(places, view.gebruikt)


@_writes(BundelsView)
def _bundels(view: BundelsView, text: str, places: Places) -> Iterator[str]:
    for group in view.groepen:
        yield section(group.titel, _titled(places, group.bundels)) if group.titel else _titled(places, group.bundels)


@_writes(VoorbeeldenView)
def _voorbeelden(view: VoorbeeldenView, text: str, places: Places) -> Iterator[str]:
    yield words(view.telling)
    yield _explained(places, view.voorbeelden)
    yield _next(view, places)


@_writes(RuimtesView)
def _ruimtes(view: RuimtesView, text: str, places: Places) -> Iterator[str]:
    yield bullets(
        f"{places.link(each.titel, each.url)} ({count(each.aantal)}): {words(each.samenvatting)}"
        for each in view.ruimtes
    )
    yield places.link(view.tool.label, view.tool.url) if view.tool else ""


@_writes(BegrippenView)
def _begrippen(view: BegrippenView, text: str, places: Places) -> Iterator[str]:
    for letter in view.letters:
        for word in letter.begrippen:
            yield heading(2, word.label)
            yield words(word.uitleg)
            yield f"Ook: {words(', '.join(word.vormen))}." if word.vormen else ""
            yield f"Meer hierover: {places.link(word.zie.label, word.zie.url)}" if word.zie else ""
            yield _source(word.bron)


@_writes(TabelView)
def _tabel(view: TabelView, text: str, places: Places) -> Iterator[str]:
    yield words(sentence(view.onderschrift))
    for row in view.namen:
        yield f"## {places.link(row.label, row.url)}"
        yield bullets(_said(places.link(each.label, each.url), each.bij) for each in row.verhalen)
    for line in view.rijen:
        cells = zip(view.kolommen, line.cellen, strict=True)
        yield section(
            line.label,
            bullets(
                f"{words(column.label)}: {places.link(count(cell.aantal), cell.url)}"
                for column, cell in cells
                if cell.aantal
            ),
        )
    yield section("Andere overzichten", _links(places, (*view.andere, *view.soorten)))


@_writes(JarenView)
def _jaren(view: JarenView, text: str, places: Places) -> Iterator[str]:
    for year in view.jaren:
        more = f"En nog {count(year.meer)}." if year.meer else ""
        yield section(year.jaar, _links(places, year.verhalen), more)
    yield words(view.zonder)


@_writes(LandkaartView)
def _landkaart(view: LandkaartView, text: str, places: Places) -> Iterator[str]:
    yield bullets(f"{words(each.plaats)}: {places.link(each.label, each.url)}" for each in view.plaatsen)


@_writes(WaardenView)
def _waarden(view: WaardenView, text: str, places: Places) -> Iterator[str]:
    for part in view.delen:
        for each in part.lijsten:
            groups = (
                section(
                    group.titel or "Waarden",
                    bullets(
                        f"`{value.slug}` {places.link(value.label, value.url)}: {words(value.uitleg)}"
                        for value in group.waarden
                    ),
                    level=3,
                )
                for group in each.groepen
            )
            yield section(each.titel, words(each.uitleg), *groups)


@_writes(VeldenView)
def _velden(view: VeldenView, text: str, places: Places) -> Iterator[str]:
    for kind in view.teksten:
        yield section(
            kind.titel,
            bullets(
                f"`{each.naam}` ({'verplicht' if each.verplicht else 'mag weg'}): {words(each.uitleg)}"
                for each in kind.velden
            ),
        )


@_writes(FoutmeldingenView)
def _foutmeldingen(view: FoutmeldingenView, text: str, places: Places) -> Iterator[str]:
    for group in view.groepen:
        told = bullets(
            _said(f"**{words(each.titel)}**", " ".join(filter(None, (each.uitleg, each.herstel))))
            for each in group.fouten
        )
        yield section(group.titel, words(group.uitleg), told)


kinds.required(
    "page in plain Markdown",
    "WRITERS of kennisbank/outputs/plain/pages.py",
    {view.template for view in WRITERS},
    by=lambda kind: kind.page,
)


def blocks(view: PageView, text: str, places: Places) -> Iterator[str]:
    """Yield what a page says under its title: the sentence about it, and the rest. Raises `KeyError` as `WRITERS`."""
    yield words(view.description)
    yield from WRITERS[type(view)](view, text, places)
