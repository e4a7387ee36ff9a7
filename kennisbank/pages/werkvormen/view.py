"""The list of all werkvormen, by what they are for, with what a host chooses by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.facets import USED
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Werkvorm
from kennisbank.pages.kaarten.view import first_sentence
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.sessie.view import ONLINE
from kennisbank.pages.views import Views
from kennisbank.pages.werkvorm.view import seated
from kennisbank.parts.cards import Gebruiktelling, Link, WerkvormKaartje


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormKeus:
    """A werkvorm to choose: what its card says, and by what it is found.

    `minuten` are the fewest that it takes, `minst` and `meest` for how many people it is. `online` says that its page
    tells how it goes online, `kinderen` that children take part, `vooraf` that it asks for days of lead time.
    `kenmerken` say the same in words, and `programma` begins a programme with it. `zin` is what it is in one sentence,
    `rest` what its card says after that.
    """

    kaartje: WerkvormKaartje
    zin: str
    rest: str
    slug: str
    minuten: int
    minst: int
    meest: int
    online: bool
    kinderen: bool
    vooraf: bool
    kenmerken: tuple[str, ...]
    programma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormGroep:
    """The werkvormen of a function, with what it is for."""

    slug: str
    titel: str
    uitleg: str
    werkvormen: tuple[WerkvormKeus, ...]


@dataclass(frozen=True, slots=True)
class Aantallen:
    """How many werkvormen there are, and of how many each wish is true that is a matter of yes or no."""

    alle: int
    online: int
    kinderen: int
    nu: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormenView(PageView):
    """All werkvormen; `gebruikt` says where how many of them were used, and `aantallen` how many fit each wish."""

    template: ClassVar[str] = "werkvormen.html"
    groepen: tuple[WerkvormGroep, ...]
    aantallen: Aantallen
    gebruikt: tuple[Gebruiktelling, ...]


def page(knowledge: KnowledgeBase, views: Views) -> Page[WerkvormenView]:
    """Return the list of all werkvormen: those of a function together, the shortest first."""
    by_duration = sorted(knowledge.werkvormen, key=lambda w: w.duur)  # ties by title
    groups = tuple(
        WerkvormGroep(
            slug=term.slug,
            titel=term.label,
            uitleg=term.definition,
            werkvormen=tuple(choice(knowledge, views, w) for w in by_duration if w.functie == term.slug),
        )
        for term in knowledge.vocabularies["functie"].terms
    )
    number = len(knowledge.werkvormen)
    every = [w for group in groups for w in group.werkvormen]
    ways = "1 manier" if number == 1 else f"{number} manieren"
    view = WerkvormenView(
        title="Werkvormen",
        zoektitel=f"Werkvormen: {ways} om als school en culturele partner in gesprek te gaan" if number else "",
        zoekzin=f"{ways} om als school en culturele partner samen te leren: aan het begin, "
        "onderweg en aan het eind, met duur, groep en stappen."
        if number
        else "",
        description="Kies wat past bij jullie tijd, groep en moment. De kortste staat vooraan.",
        groepen=groups,
        aantallen=Aantallen(
            alle=number,
            online=sum(w.online for w in every),
            kinderen=sum(w.kinderen for w in every),
            nu=sum(not w.vooraf for w in every),
        ),
        gebruikt=views.used_counts(USED),
        verder=replace(views.onward(), werkvormen=()),
    )
    return Page(urls.WERKVORMEN, view)


def choice(knowledge: KnowledgeBase, views: Views, werkvorm: Werkvorm) -> WerkvormKeus:
    """Return what the list shows of a werkvorm, and by what it is found there."""
    slug, (least, most) = werkvorm.origin.slug, werkvorm.groep
    first = first_sentence(werkvorm.samenvatting)
    return WerkvormKeus(
        kaartje=views.werkvorm_card(werkvorm),
        zin=first,
        rest=werkvorm.samenvatting.removeprefix(first).strip(),
        slug=slug,
        minuten=werkvorm.duur[0],
        minst=least,
        meest=most,
        online=bool(ONLINE.search(werkvorm.origin.body)),
        kinderen=werkvorm.met_kinderen,
        vooraf=werkvorm.vooraf is not None,
        kenmerken=tuple(_traits(knowledge, werkvorm)),
        programma=urls.chosen(urls.SESSIE, (), (slug,)),
    )


def _traits(knowledge: KnowledgeBase, werkvorm: Werkvorm) -> Iterator[str]:
    """Yield how it goes, in a few words each: "in groepjes van 4", "ook online", "een week vooraf"."""
    if werkvorm.vorm:
        yield seated(werkvorm.vorm)
    if werkvorm.energie:
        yield f"energie: {knowledge.term('energie', werkvorm.energie).label.lower()}"
    if ONLINE.search(werkvorm.origin.body):
        yield "ook online"
    if werkvorm.met_kinderen:
        yield "kinderen doen mee"
    if werkvorm.delen:
        yield f"over {werkvorm.delen} bijeenkomsten"
    if werkvorm.vooraf:
        when, colon, _ = werkvorm.vooraf.partition(":")
        yield f"{when} vooraf" if colon else "werk vooraf"


def listed(view: WerkvormenView) -> Iterator[Link]:
    """Yield every werkvorm, as the page has them."""
    cards = (choice.kaartje for group in view.groepen for choice in group.werkvormen)
    yield from (Link(card.titel, card.url) for card in cards)
