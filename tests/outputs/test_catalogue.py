"""What a catalogue of data harvests: RDF with all that DCAT-AP-NL asks, of files that are there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from kennisbank.model import contact, open_data
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs.open_data import OpenData
from kennisbank.pages.site import Site
from tests.support import content

SITE = "https://kennis.test/"
PAGE = URIRef(f"{SITE}data/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MUST = {
    # "Verplicht" in DCAT-AP-NL 3.0: https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.dataset),
    DCAT.Dataset: (
        DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.accessRights, DCTERMS.creator,
        DCTERMS.publisher, DCAT.contactPoint, DCAT.theme, DCAT.distribution,
    ),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license),
    FOAF.Agent: (FOAF.name,),
}  # fmt: skip


def made(knowledge: KnowledgeBase) -> tuple[Graph, dict[str, bytes]]:
    data = OpenData(Site(knowledge), SITE, "Kennis")
    files = {address: b"".join(pieces) for address, pieces in data.files()}
    return Graph().parse(data=files[open_data.CATALOGUE], format="json-ld"), files


@pytest.fixture(scope="module")
def found() -> tuple[Graph, dict[str, bytes]]:
    return made(content())


def test_it_has_what_the_standard_asks(found: tuple[Graph, dict[str, bytes]]) -> None:
    graph, _ = found
    for kind, properties in MUST.items():
        subjects = [*graph.subjects(RDF.type, kind)]
        assert subjects, kind
        for subject in subjects:
            for one in properties:
                assert (subject, one, None) in graph, (subject, one)
    assert {one.language for one in graph.objects(PAGE, DCTERMS.title) if isinstance(one, Literal)} == {"nl"}
    assert {str(one) for one in graph.objects(None, DCTERMS.license)} == {
        "https://creativecommons.org/licenses/by/4.0/"
    }


def test_it_names_every_file_with_its_size(found: tuple[Graph, dict[str, bytes]]) -> None:
    graph, files = found
    named = {str(graph.value(one, DCAT.downloadURL)): one for one in graph.objects(PAGE, DCAT.distribution)}
    held = {address for address in files if not address.endswith(".schema.json")} - {open_data.CATALOGUE}
    assert named.keys() == {SITE + address for address in held}
    for address in held - {open_data.PACKAGE}:
        size = graph.value(named[SITE + address], DCAT.byteSize)
        assert isinstance(size, Literal) and size.toPython() == len(files[address])


def test_who_answers_for_it_is_whom_the_site_names() -> None:
    project = replace(content().project, contact=contact.Contact("mailto:hulp@kennis.internal"))
    graph, _ = made(replace(content(), project=project))
    assert {str(one) for one in graph.objects(None, VCARD.hasEmail)} == {"mailto:hulp@kennis.internal"}
