"""The open data as data catalogues harvest them: DCAT-AP-NL 3.0 in JSON-LD (https://docs.geostandaarden.nl/dcat/)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennisbank.model import open_data, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.data import machine, view
from kennisbank.pages.data.view import licence
from kennisbank.parts.machine import DataDownload

EU = "http://publications.europa.eu/resource/authority/"
"""Where the European lists are that the standard names its values from."""
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FORMATS = {machine.CSV: "CSV", machine.JSON: "JSON"}
THEMES = {"EDUC": "Onderwijs, cultuur en sport"}
"""The themes of the European list that the data are of: education and culture are one of them."""
IANA = "https://www.iana.org/assignments/media-types/"


def catalogue(
    knowledge: KnowledgeBase, site_url: str, site_name: str, newest: str, sizes: Mapping[str, int]
) -> dict[str, Any]:
    """Return the catalogue of a site, with one data set; `sizes` are the bytes of its files, by their address.

    Its address ends with `/`; `newest` is the day of the newest text, or nothing. Who publishes it is known by the name
    of the site alone.
    """
    page = site_url + urls.DATA
    agent = {"@id": f"{site_url}#organisatie", "@type": "foaf:Agent", "foaf:name": _dutch(site_name)}
    asked = knowledge.project.help()
    contact = {
        "@type": ["vcard:Organization", "vcard:Kind"],
        "vcard:fn": _dutch(site_name),
        "vcard:hasEmail" if asked.startswith("mailto:") else "vcard:hasURL": {"@id": asked or site_url},
    }
    dataset: dict[str, Any] = {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:title": _dutch(f"{view.TITLE} van {site_name}"),
        "dct:description": _dutch(f"{view.summary()} {knowledge.project.sentence}."),
        "dct:identifier": page,
        "dct:accessRights": _listed("access-right/PUBLIC", "dct:RightsStatement"),
        "dct:language": _listed("language/NLD", "dct:LinguisticSystem"),
        "dct:creator": {"@id": agent["@id"]},
        "dct:publisher": {"@id": agent["@id"]},
        "dcat:contactPoint": contact,
        "dcat:theme": [
            {**_listed(f"data-theme/{theme}", "skos:Concept"), "skos:prefLabel": _dutch(name)}
            for theme, name in THEMES.items()
        ],
        "dcat:keyword": [_dutch(view.title(kind).lower()) for kind in open_data.OPEN],
        "dcat:landingPage": _document(page),
        "dcat:version": open_data.SHAPE,
        "dct:spatial": [
            {"@id": site_url + urls.value("regio", term.slug), "@type": "dct:Location", "skos:prefLabel": term.label}
            for term in knowledge.vocabularies["provincie"].terms
        ],
        "dcat:distribution": [_distribution(knowledge, site_url, file, sizes) for file in machine.downloads(knowledge)],
    }
    if newest:
        dataset["dct:modified"] = {"@type": "xsd:date", "@value": newest}
    return {
        "@context": CONTEXT,
        "@graph": [
            agent,
            {
                "@id": f"{page}#catalogus",
                "@type": "dcat:Catalog",
                "dct:title": _dutch(f"Gegevens van {site_name}"),
                "dct:description": _dutch(f"{knowledge.project.sentence}."),
                "dct:publisher": {"@id": agent["@id"]},
                "dcat:contactPoint": contact,
                "foaf:homepage": _document(site_url),
                "dcat:dataset": {"@id": page},
            },
            dataset,
        ],
    }


def _distribution(
    knowledge: KnowledgeBase, site_url: str, file: DataDownload, sizes: Mapping[str, int]
) -> dict[str, Any]:
    """Return a file as the catalogue has it."""
    address = file.content_url.whole(site_url)
    found: dict[str, Any] = {
        "@id": f"{address}#distributie",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(file.name),
        "dcat:accessURL": {"@id": site_url + urls.DATA},
        "dcat:downloadURL": {"@id": address},
        "dct:format": _listed(f"file-type/{FORMATS[file.encoding_format]}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": {"@id": IANA + file.encoding_format, "@type": "dct:MediaType"},
        "dct:language": _listed("language/NLD", "dct:LinguisticSystem"),
        "dct:license": {"@id": licence(knowledge).adres or site_url + urls.DATA, "@type": "dct:LicenseDocument"},
    }
    if (size := sizes.get(file.content_url.path)) is not None:
        found["dcat:byteSize"] = {"@type": "xsd:nonNegativeInteger", "@value": str(size)}
    return found


def _dutch(text: str) -> dict[str, str]:
    return {"@language": "nl", "@value": text}


def _listed(value: str, kind: str) -> dict[str, Any]:
    """Return a value of a European list, with what it is: who harvests need not fetch the list to know that."""
    return {"@id": EU + value, "@type": kind}


def _document(address: str) -> dict[str, str]:
    return {"@id": address, "@type": "foaf:Document"}
