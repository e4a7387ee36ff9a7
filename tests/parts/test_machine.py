"""What machines read, as JSON that can stand in HTML."""

from __future__ import annotations

import json
import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from kennisbank.parts.machine import (
    SCHEMA,
    Address,
    Article,
    Concept,
    CreativeWork,
    EntryPoint,
    HowToStep,
    ItemList,
    ListItem,
    Ref,
    SearchAction,
    written,
)

SITE = "https://a.example/pad/"


def test_a_node_is_written_with_the_names_of_its_properties() -> None:
    article = Article(
        id=Address("verhalen/x/"),
        headline="Een kop",
        date_published=date(2026, 11, 1),
        learning_resource_type="verhaal",
        license=Address("https://licentie.example/by/"),
        is_part_of=Ref(""),
    )
    assert json.loads(written([article], SITE)) == {
        "@context": SCHEMA,
        "@type": ["Article", "LearningResource"],
        "@id": f"{SITE}verhalen/x/",
        "headline": "Een kop",
        "datePublished": "2026-11-01",
        "learningResourceType": "verhaal",
        "license": "https://licentie.example/by/",
        "inLanguage": "nl",
        "isPartOf": {"@id": SITE},
    }


def test_one_of_a_list_is_no_list_and_nothing_is_not_told() -> None:
    one = ItemList(number_of_items=1, item_list_element=(ListItem(position=1, name="a", url=Address("a/")),))
    said = json.loads(written([one], SITE))
    assert said["itemListElement"] == {"@type": "ListItem", "position": 1, "name": "a", "url": f"{SITE}a/"}
    step = json.loads(written([HowToStep(position=1, text="Doe iets")], SITE))
    assert step.keys() == {"@context", "@type", "position", "text"}
    assert written([], SITE) == ""
    assert written([one], "/") == "", "what has no address yet can be meant by nobody"


def test_skos_has_its_own_names_and_says_its_language() -> None:
    word = Concept(name="Po", skos_pref_label="Po", skos_alt_label=("basis",), skos_in_scheme=Ref("schooltype/"))
    data = json.loads(written([word], SITE))
    schema, more = data["@context"]
    assert schema == SCHEMA
    assert more["skos:prefLabel"] == {"@id": "skos:prefLabel", "@language": "nl"}
    assert data["skos:inScheme"] == {"@id": f"{SITE}schooltype/"}


def test_a_property_can_have_a_name_of_its_own() -> None:
    action = SearchAction(target=EntryPoint(url_template=Address("zoeken/?q={q}")), query_input="required name=q")
    said = json.loads(written([action], SITE))
    assert said["query-input"] == "required name=q"
    assert said["target"]["urlTemplate"] == f"{SITE}zoeken/?q={{q}}"


@given(st.text(min_size=1) | st.sampled_from(["</script>", "<!--", "<!--<script>", "]]>", "\u2028&amp;'\""]))
def test_no_text_ends_the_script_and_every_text_comes_back(text: str) -> None:
    said = written([CreativeWork(name=text)], SITE)
    assert not re.search("[<>]", said)
    assert json.loads(said)["name"] == text
    page = f'<!doctype html><script type="application/ld+json">{said}</script><p>erna</p>'
    tree = LexborHTMLParser(page)
    (script,) = tree.css("script")
    assert json.loads(script.text()) == json.loads(said)
    assert len(tree.css("p")) == 1


def test_several_nodes_are_a_graph() -> None:
    nodes = [CreativeWork(name="b"), CreativeWork(name="a")]
    assert written(nodes, SITE) == written(iter(nodes), SITE)
    assert [node["name"] for node in json.loads(written(nodes, SITE))["@graph"]] == ["b", "a"], "in their order"
