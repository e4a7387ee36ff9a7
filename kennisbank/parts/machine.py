"""What machines read of a page: nodes of schema.org and SKOS, each with its type, written as JSON-LD.

A field has the name of its property, in small letters: `date_published` is `datePublished`, and `skos_pref_label` is
`skos:prefLabel`. What is empty is left out. An address of the site is relative to its root, and whole in what is
written: with the address of the site before it, as a canonical link has.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, TypeAlias

from markupsafe import Markup

from kennisbank.model import forge

SCHEMA = "https://schema.org"
"""The context, as Google asks for it (https://developers.google.com/search/docs/appearance/structured-data)."""
SKOS = "http://www.w3.org/2004/02/skos/core#"
LANGUAGE = "nl"
IN_DUTCH = ("skos:prefLabel", "skos:altLabel", "skos:definition")
"""What SKOS wants to know the language of."""
WITH_SKOS = [SCHEMA, {"skos": SKOS} | {name: {"@id": name, "@language": LANGUAGE} for name in IN_DUTCH}]
HIDDEN = {mark: f"\\u{ord(mark):04x}" for mark in "<>"}
"""Marks that HTML would read in a script, as JSON can also write them: so no text ends it, or begins a remark."""

Types: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A place on the web: one of the site is relative to its root, any other is whole."""

    path: str

    def whole(self, site: str) -> str:
        """Return it with the address of the site (which ends with `/`) before it, where it is of the site."""
        return self.path if forge.whole(self.path) else site + self.path


@dataclass(frozen=True, slots=True)
class Ref(Address):
    """A node that is told of elsewhere, on this page or on that of its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Something that is told of; `types` are the names of what it is, and `id` is the address that means it."""

    types: ClassVar[Types]
    id: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Node):
    types: ClassVar[Types] = ("Organization",)
    name: str
    url: Address
    logo: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPoint(Node):
    types: ClassVar[Types] = ("EntryPoint",)
    url_template: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAction(Node):
    """How to search: `query_input` names what is filled in, in the address of its target."""

    types: ClassVar[Types] = ("SearchAction",)
    target: EntryPoint
    query_input: str = field(metadata={"name": "query-input"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageObject(Node):
    """A picture: `description` is what is to be seen, `credit_text` who made it."""

    types: ClassVar[Types] = ("ImageObject",)
    content_url: Address
    width: int
    height: int
    description: str
    caption: str = ""
    credit_text: str = ""
    license: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """One of a list; what it leads to is `url`, or `item` in a row of crumbs: the last of those is the page itself."""

    types: ClassVar[Types] = ("ListItem",)
    position: int
    name: str
    url: Address | None = None
    item: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(Node):
    types: ClassVar[Types] = ("ItemList",)
    number_of_items: int
    item_list_element: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreadcrumbList(Node):
    types: ClassVar[Types] = ("BreadcrumbList",)
    item_list_element: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Node):
    types: ClassVar[Types] = ("Audience",)
    audience_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoCoordinates(Node):
    """Where a place lies, in degrees (WGS 84)."""

    types: ClassVar[Types] = ("GeoCoordinates",)
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeArea(Node):
    types: ClassVar[Types] = ("AdministrativeArea",)
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Node):
    types: ClassVar[Types] = ("Place",)
    name: str
    geo: GeoCoordinates | None = None
    contained_in_place: AdministrativeArea | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm(Node):
    """A value of a list, as other pages name it. One of a list elsewhere is known by its code alone."""

    types: ClassVar[Types] = ("DefinedTerm",)
    name: str = ""
    description: str = ""
    alternate_name: tuple[str, ...] = ()
    term_code: str = ""
    in_defined_term_set: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(DefinedTerm):
    """A value of a list, and the same in SKOS (https://www.w3.org/TR/skos-reference/)."""

    types: ClassVar[Types] = ("DefinedTerm", "skos:Concept")
    skos_pref_label: str
    skos_alt_label: tuple[str, ...] = ()
    skos_definition: str = ""
    skos_in_scheme: Ref
    skos_top_concept_of: Ref | None = None
    skos_broader: Ref | None = None
    skos_narrower: tuple[Ref, ...] = ()
    skos_close_match: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Concept):
    """A value that is a part of the country as well."""

    types: ClassVar[Types] = (*Concept.types, *AdministrativeArea.types)
    contained_in_place: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreativeWork(Node):
    types: ClassVar[Types] = ("CreativeWork",)
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(CreativeWork):
    """What is on this site: its language, what it is a part of and about, where it comes from and its licence."""

    description: str = ""
    in_language: str = LANGUAGE
    is_part_of: Ref | None = None
    about: tuple[DefinedTerm | Ref, ...] = ()
    is_based_on: CreativeWork | None = None
    citation: str = ""
    license: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSite(Work):
    types: ClassVar[Types] = ("WebSite",)
    url: Address
    publisher: Ref
    potential_action: SearchAction


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSet(Work):
    """A list of values, and the same in SKOS."""

    types: ClassVar[Types] = ("DefinedTermSet", "skos:ConceptScheme")
    has_defined_term: tuple[Concept, ...]
    skos_pref_label: str
    skos_definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage(Work):
    """A page; `main_entity` is what it shows, where that is something of its own."""

    types: ClassVar[Types] = ("WebPage",)
    main_entity: Ref | ItemList | None = None
    breadcrumb: BreadcrumbList | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(WebPage):
    types: ClassVar[Types] = ("AboutPage",)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPage(WebPage):
    types: ClassVar[Types] = ("CollectionPage",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningResource(Work):
    """A text to learn from: what sort it is, for whom, and the picture that stands for it."""

    types: ClassVar[Types] = ("LearningResource",)
    learning_resource_type: str
    educational_level: tuple[DefinedTerm, ...] = ()
    educational_use: str = ""
    audience: Audience | None = None
    image: ImageObject | None = None
    author: Organization | Ref | None = None
    publisher: Organization | Ref | None = None
    main_entity_of_page: WebPage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(LearningResource):
    types: ClassVar[Types] = ("Article", *LearningResource.types)
    headline: str
    date_published: date
    date_modified: date | None = None
    content_location: Place | None = None
    temporal_coverage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToSupply(Node):
    types: ClassVar[Types] = ("HowToSupply",)
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToStep(Node):
    types: ClassVar[Types] = ("HowToStep",)
    position: int
    name: str = ""
    text: str = ""
    time_required: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowTo(LearningResource):
    types: ClassVar[Types] = ("HowTo", *LearningResource.types)
    total_time: str
    time_required: str
    supply: tuple[HowToSupply, ...] = ()
    step: tuple[HowToStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDownload(Node):
    """A file with data: where it is, and the type of what is in it."""

    types: ClassVar[Types] = ("DataDownload",)
    name: str
    content_url: Address
    encoding_format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset(Work):
    """Data that everybody can fetch: of which version and day, about where and when, and what is known of a text."""

    types: ClassVar[Types] = ("Dataset",)
    url: Address
    is_accessible_for_free: bool = True
    version: str
    date_modified: date | None = None
    temporal_coverage: str = ""
    spatial_coverage: tuple[AdministrativeArea, ...] = ()
    variable_measured: tuple[str, ...] = ()
    creator: Organization
    publisher: Ref
    distribution: tuple[DataDownload, ...]


def written(nodes: Iterable[Node], site: str) -> Markup:
    """Return nodes as JSON-LD that can stand in a script in HTML; nothing where there are none.

    `site` is the address of the site, which ends with `/`. One that stands nowhere yet has no words for what it shows.
    """
    found = tuple(nodes) if forge.whole(site) else ()
    if not found:
        return Markup()
    context = WITH_SKOS if any(isinstance(node, TermSet | Concept) for node in found) else SCHEMA
    told = _data(found[0], site) if len(found) == 1 else {"@graph": [_data(node, site) for node in found]}
    data = {"@context": context} | told
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark, code in HIDDEN.items():  # not by `translate`, which takes each letter by itself
        text = text.replace(mark, code)
    return Markup(text)


def _data(value: Any, site: str) -> Any:
    """Return a value as plain data: of more than one a list."""
    if isinstance(value, str):  # most are
        return value
    if isinstance(value, Node):
        found = {} if value.id is None else {"@id": value.id.whole(site)}
        for name, written in _properties(value):
            if (given := getattr(value, name)) or not (given is None or isinstance(given, str | tuple)):
                found[written] = _data(given, site)
        return {"@type": value.types[0] if len(value.types) == 1 else list(value.types)} | found
    if isinstance(value, Ref):
        return {"@id": value.whole(site)}
    if isinstance(value, Address):
        return value.whole(site)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _data(value[0], site) if len(value) == 1 else [_data(one, site) for one in value]
    return value


def _properties(node: Node) -> tuple[tuple[str, str], ...]:
    """Return the fields of a node, each with the name of its property; `id` is none."""
    kind = type(node)
    if kind not in _known:
        fields = (one for one in dataclasses.fields(kind) if one.name != "id")
        _known[kind] = tuple((one.name, one.metadata.get("name") or _property(one.name)) for one in fields)
    return _known[kind]


_known: dict[type[Node], tuple[tuple[str, str], ...]] = {}
"""The fields of each class of nodes: asked for once, not for each of thousands."""


def _property(name: str) -> str:
    own = name.removeprefix("skos_")
    first, *more = own.split("_")
    return ("skos:" if own != name else "") + first + "".join(map(str.capitalize, more))
