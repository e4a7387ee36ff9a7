"""What machines are told of pages of several kinds: of the site, the page itself, its list, its values, its text.

The address of a page means what it shows: the story, the werkvorm, the value, or else the page itself. A page with
something of its own has `CONTENT` behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypedDict

from kennisbank.model import knowledge as known
from kennisbank.model import urls
from kennisbank.model.facets import FIELDS, Facet
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Record, Verhaal
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term
from kennisbank.pages.page import View_co
from kennisbank.parts import machine
from kennisbank.parts.cards import Link
from kennisbank.parts.figures import Figuur
from kennisbank.parts.machine import Address, DefinedTerm, ListItem, Ref, WebPage
from kennisbank.parts.omslag.view import Deelbeeld

CONTENT = "#rb-inhoud"
"""Where on every page its content begins (`theme/main.html`)."""
SITE = Ref(urls.HOME)
PUBLISHER = Ref(f"{urls.HOME}#organisatie")
"""The organisation behind the site: no page is its own."""
LEVEL, REGIO, PROVINCIE = "schooltype", "regio", "provincie"
"""The list that says for which school a text is, and those that say where it was: told apart from what it is about."""
BESIDE = frozenset(
    {LEVEL, REGIO, "partnertype", "omgeving", "richting", "reden", "rol", "team", "leren", "opbrengst", "borging"}
)
"""The lists of which no text is about the values: they say who took part, and how it went. The page of each value
tells which stories have it."""
ELSEWHERE = "begrippenkader"
"""What a value calls the same one of the Dutch Begrippenkader: its address there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[View_co]):
    """A page: its address and view, its one sentence, and the text that somebody wrote, where it has one.

    `picture` is what others show beside a link to it, and `photo` the first of its own.
    """

    address: str
    view: View_co
    knowledge: KnowledgeBase
    summary: str
    record: Record | None = None
    picture: Deelbeeld | None = None
    photo: Figuur | None = None

    @property
    def content(self) -> Ref:
        """The page as such, where its address means what it shows."""
        return Ref(self.address + CONTENT)


class Sourced(TypedDict):
    """What is told of any text of this site."""

    is_part_of: Ref
    is_based_on: machine.CreativeWork | None
    citation: str
    license: Address | None


def sourced(knowledge: KnowledgeBase, bron: str = "") -> Sourced:
    """Return what a text is a part of, where it comes from as it says so itself (`bron`), and its licence."""
    report = knowledge.project.report
    return Sourced(
        is_part_of=SITE,
        is_based_on=machine.CreativeWork(name=report) if knowledge.project.reported(bron) else None,
        citation=bron,
        license=Address(knowledge.licence) if knowledge.licence else None,
    )


def organization(knowledge: KnowledgeBase) -> machine.Organization:
    """Return the organisation behind the site, by the name of the site: it is known by no other."""
    return machine.Organization(id=PUBLISHER, name=knowledge.project.name, url=Address(urls.HOME))


def term(knowledge: KnowledgeBase, value: Value) -> DefinedTerm:
    """Return a value as other pages than its own name it."""
    return DefinedTerm(id=place(value), name=knowledge.term(*value).label)


def place(value: Value) -> Address:
    """Return the address of the page of a value; those of the provinces are among the regions."""
    return Address(urls.value(REGIO if value[0] == PROVINCIE else value[0], value[1]))


def about(knowledge: KnowledgeBase, text: Record) -> tuple[DefinedTerm, ...]:
    """Return the values that a text is about: of every facet that the site shows, but for those of `BESIDE`."""
    facets = [facet for facet in knowledge.facets if facet.name not in BESIDE]
    return tuple(term(knowledge, (facet.name, slug)) for facet in facets for slug in _slugs(knowledge, facet, text))


def _slugs(knowledge: KnowledgeBase, facet: Facet, text: Record) -> Sequence[str]:
    """Return the values of a text of any kind in a facet: "alle" is none of them."""
    given = getattr(text, FIELDS[facet.name], None)
    slugs = given if isinstance(given, tuple) else (given,)
    return [slug for slug in slugs if slug in knowledge.vocabularies[facet.name].by_slug]


def levels(knowledge: KnowledgeBase, slugs: Iterable[str]) -> tuple[DefinedTerm, ...]:
    """Return kinds of school, each also as the Begrippenkader has it, where its value says so."""
    found = []
    for slug in slugs:
        found.append(term(knowledge, (LEVEL, slug)))
        if other := knowledge.term(LEVEL, slug).extra.get(ELSEWHERE):
            scheme = other.rpartition("/")[0]
            found.append(DefinedTerm(id=Address(other), in_defined_term_set=Address(scheme)))
    return tuple(found)


def concept(knowledge: KnowledgeBase, value: Value, scheme: str) -> machine.Concept:
    """Return a value of a list with all that is told of it; `scheme` is the address of its list."""
    name, slug = value
    found = knowledge.term(name, slug)
    others = _others(found)
    elsewhere = found.extra.get(ELSEWHERE)
    broader, narrower = _around(knowledge, value)
    kind = machine.Region if name in {REGIO, PROVINCIE} else machine.Concept
    made = kind(
        id=place(value),
        name=found.label,
        description=found.definition,
        alternate_name=others,
        term_code=slug,
        in_defined_term_set=Address(scheme),
        skos_pref_label=found.label,
        skos_alt_label=others,
        skos_definition=found.definition,
        skos_in_scheme=Ref(scheme),
        skos_top_concept_of=None if broader else Ref(scheme),
        skos_broader=broader,
        skos_narrower=narrower,
        skos_close_match=Ref(elsewhere) if elsewhere else None,
    )
    return replace(made, contained_in_place=broader) if isinstance(made, machine.Region) else made


def named(found: Term, where: Address, scheme: str, *, explained: bool = False) -> machine.Concept:
    """Return a value as its list names it, with what it means where it is `explained` nowhere else.

    `where` is its own address, and `scheme` that of its list.
    """
    told = machine.Concept(id=where, name=found.label, skos_pref_label=found.label, skos_in_scheme=Ref(scheme))
    if not explained:
        return told
    text = found.definition
    return replace(told, description=text, skos_definition=text, skos_alt_label=_others(found))


def _others(found: Term) -> tuple[str, ...]:
    """Return the other words for a value: SKOS wants none of them to be its label."""
    return tuple(word for word in dict.fromkeys(found.synonyms) if word != found.label)


def _around(knowledge: KnowledgeBase, value: Value) -> tuple[Ref | None, tuple[Ref, ...]]:
    """Return the province of a region, and the regions of a province: no other values lie within each other."""
    name, slug = value
    if name == REGIO:
        return Ref(place((PROVINCIE, knowledge.province(slug).slug)).path), ()
    if name == PROVINCIE:
        return None, tuple(Ref(place((REGIO, term.slug)).path) for term in knowledge.provinces[slug])
    return None, ()


def crumbs(leaf: Leaf[View_co]) -> machine.BreadcrumbList | None:
    """Return where a page stands: what it shows of that, and itself at the end. Without crumbs there is nothing."""
    if not leaf.view.kruimels:
        return None
    rows = (Link("Home", urls.HOME), *leaf.view.kruimels)
    above = [ListItem(position=number, name=row.label, item=Ref(row.url)) for number, row in enumerate(rows, 1)]
    return machine.BreadcrumbList(item_list_element=(*above, ListItem(position=len(above) + 1, name=leaf.view.title)))


def items(links: Iterable[Link]) -> machine.ItemList | None:
    """Return what a page lists, each address once; nothing where that is nothing."""
    rows = {link.url: link.label for link in links if link.url}
    if not rows:
        return None
    found = tuple(
        ListItem(position=number, name=name, url=Address(url)) for number, (url, name) in enumerate(rows.items(), 1)
    )
    return machine.ItemList(number_of_items=len(found), item_list_element=found)


def page(leaf: Leaf[View_co], kind: type[WebPage] = WebPage) -> WebPage:
    """Return a page with nothing of its own beside its text, with what that says of itself."""
    text = leaf.record
    return kind(
        id=Address(leaf.address),
        name=leaf.view.title,
        description=leaf.summary,
        about=about(leaf.knowledge, text) if text else (),
        breadcrumb=crumbs(leaf),
        **sourced(leaf.knowledge, getattr(text, "bron", None) or ""),
    )


def collection(leaf: Leaf[View_co], links: Iterable[Link], values: Iterable[DefinedTerm] = ()) -> WebPage:
    """Return a page that lists what is on it (`links`), with the values that all of it has."""
    text = leaf.record
    return machine.CollectionPage(
        id=Address(leaf.address),
        name=leaf.view.title,
        description=leaf.summary,
        about=(*values, *(about(leaf.knowledge, text) if text else ())),
        main_entity=items(links),
        breadcrumb=crumbs(leaf),
        **sourced(leaf.knowledge, getattr(text, "bron", None) or ""),
    )


def around(leaf: Leaf[View_co], links: Iterable[Link] = ()) -> WebPage:
    """Return the page around a value or a list of values, with what it lists beside that (`links`)."""
    return machine.CollectionPage(
        id=leaf.content,
        name=leaf.view.zoektitel or leaf.view.title,
        description=leaf.summary,
        is_part_of=SITE,
        about=(Ref(leaf.address),),
        main_entity=items(links),
        breadcrumb=crumbs(leaf),
    )


def image(leaf: Leaf[View_co]) -> machine.ImageObject | None:
    """Return the picture that stands for a text: its first photograph with its maker, or what links are shown with."""
    if photo := leaf.photo:
        licence = known.DEED.sub("", photo.licentie.url)
        return machine.ImageObject(
            content_url=Address(photo.url),
            width=photo.breed,
            height=photo.hoog,
            description=photo.alt,
            caption=photo.bijschrift,
            credit_text=photo.maker,
            license=Address(licence) if licence else None,
        )
    if shown := leaf.picture:
        return machine.ImageObject(
            content_url=Address(shown.url), width=shown.breed, height=shown.hoog, description=shown.alt
        )
    return None


class Written(Sourced):
    """What is told of every text to learn from."""

    id: Address
    description: str
    learning_resource_type: str
    image: machine.ImageObject | None
    author: machine.Organization
    publisher: Ref
    main_entity_of_page: WebPage


def written(leaf: Leaf[View_co], sort: str, bron: str) -> Written:
    """Return what is told of a text to learn from: of which sort it is, and where it comes from.

    Who wrote it is nowhere said: the organisation behind the site answers for it.
    """
    return Written(
        id=Address(leaf.address),
        description=leaf.view.description,
        learning_resource_type=sort,
        image=image(leaf),
        author=organization(leaf.knowledge),
        publisher=PUBLISHER,
        main_entity_of_page=WebPage(id=leaf.content, in_language="", breadcrumb=crumbs(leaf)),
        **sourced(leaf.knowledge, bron),
    )


def article(
    leaf: Leaf[View_co], text: Verhaal | Praktijkvoorbeeld, sort: str, *,
    where: machine.Place | None = None, years: str = "",
) -> machine.Article:  # fmt: skip
    """Return a text about practice; `where` it was, and in which years, is told of a story alone."""
    return machine.Article(
        headline=text.title,
        date_published=text.datum,
        date_modified=text.bijgewerkt,
        about=about(leaf.knowledge, text),
        educational_level=levels(leaf.knowledge, text.schooltype),
        content_location=where,
        temporal_coverage=years,
        **written(leaf, sort, text.bron),
    )
