"""Reads what a site tells machines as they do: JSON-LD into one graph, without asking anybody for anything."""

from __future__ import annotations

import json
import re
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from rdflib import RDF, SDO, SKOS, Graph, Literal, URIRef
from rdflib.term import Node
from selectolax.lexbor import LexborHTMLParser

from kennisbank.pages.machine import PUBLISHER
from kennisbank.parts import machine

AS_ADDRESS = ("url", "license", "contentUrl", "inDefinedTermSet", "logo")
"""Properties of which schema.org's own context says that a text is an address: those that we write as one."""
CONTEXT: dict[str, Any] = {"@vocab": str(SDO)} | {name: {"@id": f"{SDO}{name}", "@type": "@id"} for name in AS_ADDRESS}
"""What stands in the place of https://schema.org, which is never fetched."""
BEYOND = {"query-input"}
"""What Google asks for that is no property of schema.org: https://schema.org/docs/actions.html tells of it."""
NEEDED: Mapping[str, tuple[str, ...]] = {
    # What Google asks or advises: https://developers.google.com/search/docs/appearance/structured-data/NAME
    "Article": ("headline", "image", "datePublished", "author", "publisher", "mainEntityOfPage"),  # article
    "BreadcrumbList": ("itemListElement",),  # breadcrumb
    "ListItem": ("position", "name"),  # breadcrumb, carousel
    "ItemList": ("itemListElement", "numberOfItems"),  # carousel
    "Organization": ("name", "url"),  # organization
    "ImageObject": ("contentUrl", "width", "height", "description"),  # image-license-metadata
    "LearningResource": (  # learning-video, and LRMI: https://www.dublincore.org/specifications/lrmi/lrmi_terms/
        "learningResourceType", "inLanguage", "license", "isPartOf", "description", "citation",
    ),
    "Dataset": ("name", "description", "license", "creator", "distribution", "spatialCoverage"),  # dataset
    "DataDownload": ("contentUrl", "encodingFormat"),  # dataset
    # What schema.org says to be the sense of a type: https://schema.org/NAME
    "HowTo": ("name", "step", "totalTime", "timeRequired", "audience", "educationalUse"),
    "HowToStep": ("position", "text"),
    "HowToSupply": ("name",),
    "WebSite": ("name", "url", "inLanguage", "publisher", "potentialAction"),
    "SearchAction": ("target", "query-input"),
    "EntryPoint": ("urlTemplate",),
    "WebPage": (),  # of a text it is the page around it: see below
    "AboutPage": ("isPartOf", "inLanguage", "name", "description"),
    "CollectionPage": ("isPartOf", "inLanguage", "name", "description"),
    "DefinedTermSet": ("name", "hasDefinedTerm"),
    "Place": ("name", "containedInPlace"),
    "AdministrativeArea": ("name",),
    "GeoCoordinates": ("latitude", "longitude"),
    "Audience": ("audienceType",),
    "CreativeWork": ("name",),
    "DefinedTerm": (),  # a name, or a list elsewhere: see below
    # https://www.w3.org/TR/skos-reference/
    "skos:Concept": ("skos:prefLabel", "skos:inScheme"),
    "skos:ConceptScheme": ("skos:prefLabel",),
}  # fmt: skip
"""What a thing of each type has at least; no thing is of another type."""
YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")
MINUTES = re.compile(r"PT[1-9]\d{0,3}M")


@dataclass
class Told:
    """All that a site tells: as one graph, and by page; of the `silent` pages there is nothing."""

    graph: Graph = field(default_factory=Graph)
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    silent: list[str] = field(default_factory=list)


def script(html: str) -> str | None:
    """Return what stands in the one script that a page has for machines; None where it has none."""
    found = LexborHTMLParser(html).css('script[type="application/ld+json"]')
    assert len(found) <= 1
    return found[0].text() if found else None


def nodes(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a page tells of, thing by thing: one stands by itself."""
    found: list[dict[str, Any]] = data.get("@graph", [data])
    return found


def parsed(data: dict[str, Any]) -> Graph:
    """Return JSON-LD as a graph, with our own copy of the context of schema.org."""
    context = data["@context"]
    first, *more = context if isinstance(context, list) else [context]
    assert first == machine.SCHEMA
    with warnings.catch_warnings():  # of what rdflib reads with itself
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=json.dumps(data | {"@context": [CONTEXT, *more]}), format="json-ld")


def read(site: Path) -> Told:
    """Return what all pages of a site tell."""
    told = Told()
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix().removesuffix("index.html")
        said = script(file.read_text(encoding="utf-8"))
        if said is None:
            told.silent.append(name)
            continue
        told.pages[name] = json.loads(said)
        for triple in parsed(told.pages[name]):
            told.graph.add(triple)
    return told


def name(term: Node) -> str:
    """Return a name of a vocabulary as JSON-LD has it; fails for one that no vocabulary has."""
    assert isinstance(term, URIRef)
    if term.startswith(str(SDO)):
        own = term.removeprefix(str(SDO))
        assert own in SDO or own in BEYOND, term
        return own
    assert term in SKOS, term
    return f"skos:{term.removeprefix(str(SKOS))}"


def things(graph: Graph) -> dict[Node, tuple[set[str], dict[str, list[Node]]]]:
    """Return each thing that is told of with its types, and the values of its properties; all of them known names."""
    found: dict[Node, tuple[set[str], dict[str, list[Node]]]] = defaultdict(lambda: (set(), defaultdict(list)))
    for subject, predicate, value in graph:
        types, properties = found[subject]
        if predicate == RDF.type:
            types.add(name(value))
        else:
            properties[name(predicate)].append(value)
    return found


def faults(told: Told, site: Path, home: str) -> Iterator[str]:
    """Yield a sentence for each thing that is not as it should be; `home` is the address of the site."""
    found = things(told.graph)
    around = set(told.graph.objects(None, SDO.mainEntityOfPage))
    for subject, (types, properties) in found.items():
        if not types:
            yield f"{subject} has no type"
        for kind in sorted(types):
            if kind not in NEEDED:
                yield f"{subject} is a {kind}, which nobody expects"
            missing = [needed for needed in NEEDED.get(kind, ()) if needed not in properties]
            if missing:
                yield f"{subject} ({kind}) has no {', '.join(missing)}"
        if types == {"DefinedTerm"} and not {"name", "inDefinedTermSet"} & properties.keys():
            yield f"{subject} is a term without a name or a list that has it"
        if (
            types == {"WebPage"}
            and subject not in around
            and not {"name", "isPartOf", "inLanguage"} <= properties.keys()
        ):
            yield f"{subject} is a page that says nothing of itself"
        for kind, values in properties.items():
            yield from (f"{subject} {kind}: {value!r}" for value in values if not _sound(kind, value))
    for address in sorted({str(term) for triple in told.graph for term in triple if isinstance(term, URIRef)}):
        if address.startswith(home) and not _there(site, address.removeprefix(home)):
            yield f"{address} is nowhere"
        if not urlsplit(address).scheme.startswith("http"):
            yield f"{address} is no whole address"


def _sound(kind: str, value: Node) -> bool:
    """Tell whether a value is one of its property: a text says something, a date is one."""
    if not isinstance(value, Literal):
        return True
    text = str(value)
    if kind in {"datePublished", "dateModified"}:
        return date.fromisoformat(text).isoformat() == text
    if kind == "temporalCoverage":
        years = YEARS.fullmatch(text)
        return years is not None and (not years[2] or years[1] < years[2])
    if kind in {"totalTime", "timeRequired"}:
        return MINUTES.fullmatch(text) is not None
    return bool(text.strip()) and text == text.strip()


def _there(site: Path, address: str) -> bool:
    """Tell whether a site has what stands at an address, with the place on the page where it names one."""
    path, _, place = unquote(address).partition("#")
    if f"{path}#{place}" == PUBLISHER.path:
        return True  # it has no page
    file = site / path if path and not path.endswith("/") else site / path / "index.html"
    return file.is_file() and (not place or f'id="{place}"' in file.read_text(encoding="utf-8"))
