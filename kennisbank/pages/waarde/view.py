"""A list of stories: of a value, of a pair of values, of a province, or of all; and what that page says beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kennisbank.finding.nearest import nearest
from kennisbank.finding.related import REASON
from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase, Pair
from kennisbank.model.records import Verhaal
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term
from kennisbank.pages.listing import PER_PAGE, pager
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import found
from kennisbank.parts.cards import ONWARD, Gebruikt, Link, Telling, Voorbeelden
from kennisbank.parts.insluiten import view as insluiten
from kennisbank.parts.insluiten.view import Insluiten
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import count, listing

FEWEST_FOR_PAIR = 2
"""A pair of values gets a page of its own from this many stories on; below that the story itself is the answer."""


@dataclass(frozen=True, slots=True)
class Kruising:
    """The values of one facet that share stories with the value of the page."""

    titel: str
    waarden: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaardeView(PageView):
    """A list of stories: of a value, a pair of values, a province, or all of them.

    `soort` says what kind of list it is, `telling` how many stories it has, of which `kaarten` are those on this page.
    `kruisingen` and `buren` lead to other values (`lege_buren` to those that nothing has), `kanten` to the two of a
    pair, `meer` to what the background says of the list, `zoek` to the finder with these stories chosen. `nabij` are
    the stories nearest to a value that has none, each with the reason. `vaak` is in
    how many leergemeenschappen the research found the value, and `voorbeelden` are short examples, apart from stories;
    `gebruikt` are the werkvormen that were used with it, `waarden` are the values that all of its stories have, and
    `insluiten` offers the list to other sites.
    """

    template: ClassVar[str] = "waarde.html"
    soort: str
    telling: str = ""
    kaarten: tuple[Kaartje, ...] = ()
    zoek: str = ""
    kruisingen: tuple[Kruising, ...] = ()
    buren: tuple[Telling, ...] = ()
    lege_buren: tuple[Telling, ...] = ()
    buren_titel: str = ""
    kanten: tuple[Telling, ...] = ()
    meer: Link | None = None
    bron: str = ""
    vaak: str = ""
    nabij: tuple[Kaartje, ...] = ()
    voorbeelden: Voorbeelden | None = None
    gebruikt: Gebruikt | None = None
    waarden: tuple[Value, ...] = ()
    insluiten: Insluiten | None = None


def all_stories(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[WaardeView]]:
    """Yield the list of all stories."""
    title, text = found.of_all(knowledge)
    view = WaardeView(
        title="Alle verhalen",
        zoektitel=title,
        zoekzin=text,
        soort="Verhalen",
        description=f"Uit de praktijk van leergemeenschappen in {knowledge.streek}, de nieuwste eerst.",
        voorbeelden=views.voorbeelden(knowledge.voorbeelden),
        insluiten=_offered(views, "", urls.VERHALEN, knowledge.verhalen),
    )
    yield from _paginate(views, urls.VERHALEN, view, knowledge.verhalen, feed=True)


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[WaardeView]]:
    """Yield the page of every value, province and pair, always in the same order.

    The first page of a ruimte is a file; only the rest of its list is made here.
    """
    for facet in knowledge.facets:
        for term in knowledge.vocabularies[facet.name].terms:
            first, *rest = pages(knowledge, views, (facet.name, term.slug))
            yield from rest if facet.name == "ruimte" else (first, *rest)
    for province in knowledge.vocabularies["provincie"].terms:
        yield from _province(knowledge, views, province.slug)
    for pair, verhalen in sorted(knowledge.pairs.items()):
        if len(verhalen) >= FEWEST_FOR_PAIR:
            yield from _pair(knowledge, views, pair, verhalen)


def pages(knowledge: KnowledgeBase, views: Views, value: Value) -> list[Page[WaardeView]]:
    """Return the page of a value and the rest of its list."""
    verhalen = knowledge.values.get(value, [])
    return _paginate(views, urls.value(*value), made(knowledge, views, value), verhalen, feed=True)


def made(knowledge: KnowledgeBase, views: Views, value: Value) -> WaardeView:
    """Return what the page of a value shows, but for its stories."""
    vocabulary, term = knowledge.vocabularies[value[0]], knowledge.term(*value)
    verhalen = knowledge.values.get(value, [])
    crumbs = [Link(vocabulary.plural, urls.overview(value[0]))]
    if value[0] != "ruimte":
        crumbs.insert(0, Link("Kenmerken", urls.KENMERKEN))
    if value[0] == "regio":
        province = knowledge.province(value[1])
        crumbs.append(Link(province.label, urls.value("regio", province.slug)))
    group = term.extra.get("groep")
    beside = [other for other in vocabulary.terms if other is not term and other.extra.get("groep") == group]
    counted = [views.counted((value[0], other.slug)) for other in beside]
    near = () if verhalen else _nearby(knowledge, views, value)
    title, text = found.of_value(knowledge, views, value, verhalen, len(near))
    return WaardeView(
        title=term.label,
        zoektitel=title,
        zoekzin=text,
        description=term.definition,
        soort=f"{vocabulary.label}: {group}" if group else vocabulary.label,
        kruimels=tuple(crumbs),
        kruisingen=_crossings(knowledge, views, value),
        zoek=urls.search(value),
        buren=tuple(other for other in counted if not other.empty),
        lege_buren=tuple(other for other in counted if other.empty),
        buren_titel=f"Andere {vocabulary.plural.lower()}" if not group else "Ook in deze groep",
        meer=views.about(value[0]),
        bron=_source(knowledge, term),
        vaak=term.extra.get("vaak", ""),
        verder=replace(views.onward_of(value[0]), verhalen=()),
        nabij=near,
        stil=not verhalen and value[0] != "ruimte",
        voorbeelden=views.voorbeelden(knowledge.examples.get(value, [])),
        gebruikt=views.used_with(value),
        waarden=(value,),
        insluiten=_offered(views, found.behind(knowledge, views, value), urls.value(*value), verhalen),
    )


def _source(knowledge: KnowledgeBase, term: Term) -> str:
    """Return where in the report a definition comes from, as it is cited; nothing where it does not."""
    return knowledge.project.cited(term.extra.get("bron", ""))


def _nearby(knowledge: KnowledgeBase, views: Views, value: Value) -> tuple[Kaartje, ...]:
    """Return the stories nearest to a value that has none, each with what it has instead."""
    why = f"Ook in {knowledge.province(value[1]).label}" if value[0] == "regio" else "Dichtbij"
    beside = nearest(knowledge, value)
    values = [listing(list(map(views.inside, near.values[:REASON]))) for near in beside]
    cards = (views.card(near.verhaal) for near in beside)
    return tuple(replace(card, reden=f"{why}: {shared}.") for card, shared in zip(cards, values, strict=True))


def _crossings(knowledge: KnowledgeBase, views: Views, value: Value) -> tuple[Kruising, ...]:
    """Return per other facet the values that share stories: to their pair, or to the story where there is one."""
    rows: dict[str, list[Telling]] = {facet.name: [] for facet in FACETS if facet.name != value[0]}
    for other, pair in knowledge.crossings.get(value, []):
        shared = knowledge.pairs[pair]
        single = len(shared) < FEWEST_FOR_PAIR
        rows[other[0]].append(
            Telling(
                knowledge.term(*other).label,
                urls.verhaal(shared[0].origin.slug) if single else urls.pair(*pair),
                aantal=len(shared),
                verhaal=shared[0].title if single else "",
            )
        )
    return tuple(Kruising(knowledge.vocabularies[name].label, tuple(shared)) for name, shared in rows.items() if shared)


def _pair(
    knowledge: KnowledgeBase, views: Views, pair: Pair, verhalen: Sequence[Verhaal]
) -> Iterator[Page[WaardeView]]:
    phrases = [views.phrase(value) for value in pair]
    first = knowledge.vocabularies[pair[0][0]]
    title, text = found.of_pair(knowledge, views, pair, verhalen)
    view = WaardeView(
        zoektitel=title,
        zoekzin=text,
        title=f"{knowledge.term(*pair[0]).label}, {views.phrase(pair[1])}",
        soort="Combinatie",
        description=f"{count(len(verhalen))} {', '.join(phrases)}.",
        zoek=urls.search(*pair),
        kruimels=(Link(first.plural, urls.overview(pair[0][0])), views.link(pair[0])),
        kanten=tuple(views.counted(value, uitleg=True) for value in pair),
        voorbeelden=views.voorbeelden(knowledge.example_pairs.get(pair, [])),
        gebruikt=views.used_with(*pair),
        waarden=pair,
    )
    yield from _paginate(views, urls.pair(*pair), view, verhalen, feed=True)


def _province(knowledge: KnowledgeBase, views: Views, slug: str) -> Iterator[Page[WaardeView]]:
    term = knowledge.term("provincie", slug)
    regions = tuple(views.counted(("regio", regio.slug)) for regio in knowledge.provinces[slug])
    others = [other for other in knowledge.vocabularies["provincie"].terms if other is not term]
    verhalen = list(knowledge.in_province(slug))
    title, text = found.of_province(knowledge, slug, verhalen)
    view = WaardeView(
        title=f"Provincie {term.label}",
        zoektitel=title,
        zoekzin=text,
        description=term.definition,
        soort="Provincie",
        kruimels=(
            Link("Kenmerken", urls.KENMERKEN),
            Link(knowledge.vocabularies["regio"].plural, urls.overview("regio")),
        ),
        zoek=urls.search(("regio", slug)),
        kruisingen=(Kruising("Regio", regions),),
        buren=tuple(
            Telling(other.label, urls.value("regio", other.slug), aantal=len(list(knowledge.in_province(other.slug))))
            for other in others
        ),
        buren_titel="Andere provincie",
        waarden=(("provincie", slug),),
        insluiten=_offered(views, found.behind_province(term), urls.value("regio", slug), verhalen),
    )
    yield from _paginate(views, urls.value("regio", slug), view, verhalen, feed=True)


def _offered(views: Views, behind: str, address: str, verhalen: Sequence[Verhaal]) -> Insluiten | None:
    """Return the offer of a list to other sites; one without a story is offered to nobody."""
    return insluiten.made(views, found.heading(behind), address) if verhalen else None


def _paginate(
    views: Views, address: str, view: WaardeView, verhalen: Sequence[Verhaal], *, feed: bool = False
) -> list[Page[WaardeView]]:
    """Cut a list of stories in pages that link to each other; the first page alone has all of `view`.

    Every page leads on to the ruimtes that most of its stories have, and to the werkvormen that fit those.
    """
    total = max(1, -(-len(verhalen) // PER_PAGE))
    rest = replace(
        view,
        kruisingen=(),
        buren=(),
        lege_buren=(),
        kanten=(),
        meer=None,
        nabij=(),
        vaak="",
        bron="",
        voorbeelden=None,
        gebruikt=None,
        insluiten=None,
    )  # that which only the first page of a list shows
    cut = []
    for number in range(1, total + 1):
        head, text = found.on_page(view.zoektitel, view.zoekzin, number, total)
        part = verhalen[(number - 1) * PER_PAGE : number * PER_PAGE]
        shown = replace(
            view if number == 1 else rest,
            title=view.title if number == 1 else f"{view.title}, pagina {number}",
            zoektitel=head,
            zoekzin=text,
            kruimels=view.kruimels if number == 1 else (*view.kruimels, Link(view.title, address)),
            telling=count(len(verhalen)),
            kaarten=views.cards(part),
            bladeren=pager(address, number, total),
            feed=urls.feed(address) if feed and verhalen else "",
        )
        if part or view.verder is None:
            common = Counter(slug for verhaal in part for slug in verhaal.ruimtes).most_common(ONWARD)
            shown = replace(shown, verder=replace(views.onward([slug for slug, _ in common]), verhalen=()))
        cut.append(Page(urls.numbered(address, number), shown))
    return cut
