"""Which pages a proposal changes, and the names of their files."""

from __future__ import annotations

import json

import pytest

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import looking
from kennisbank.outputs.looking import Looked
from kennisbank.reading import pictures
from tests.support import content


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    found = content()
    assert found is not None
    return found


def test_each_text_has_its_page(knowledge: KnowledgeBase) -> None:
    for record in knowledge.records:
        path = record.origin.path
        assert looking.changed([path], knowledge) == {urls.of(path, record.origin.slug): path}


def test_a_picture_is_shown_by_its_text(knowledge: KnowledgeBase) -> None:
    shown = [(record, path) for record in knowledge.records for path in pictures.paths(record)]
    assert shown
    for record, path in shown:
        place = urls.of(record.origin.path, record.origin.slug)
        assert looking.changed([path, record.origin.path], knowledge) == {place: record.origin.path}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("lijsten/begrip.yml", urls.BEGRIPPEN),
        ("lijsten/plaats.yml", urls.KAART),
        ("lijsten/regio.yml", urls.WAARDEN),
        ("stories/weg-gehaald.md", "verhalen/weg-gehaald/"),
        ("stories/met-map/index.md", "verhalen/met-map/"),
        ("stories/kort/klein.md", "voorbeelden/klein/"),
        ("werkvormen/nieuw.md", "werkvormen/nieuw/"),
        ("docs/over/nieuw.md", "over/nieuw/"),
        ("docs/bundels/nieuw.md", "bundels/nieuw/"),
    ],
)
def test_a_list_is_shown_whole_and_a_text_without_a_page_where_it_would_stand(
    knowledge: KnowledgeBase, path: str, address: str
) -> None:
    assert looking.changed([path], knowledge) == {address: path}


def test_what_shows_nothing_is_left_out(knowledge: KnowledgeBase) -> None:
    paths = [
        "README.md",
        "stories/README.md",
        "kennisbank/cli/look.py",
        "ingetrokken.txt",
        "stories/los.jpg",
        "docs/x.txt",
    ]
    assert looking.changed(paths, knowledge) == {}


def test_each_page_has_a_file_of_its_own() -> None:
    addresses = ["", "index/", "home/", "a/b-c/", "a-b/c/", "a/b/c/", "paginas.json"]
    names = [looking.file_name(address) for address in addresses]
    assert len({*names, looking.LISTED, looking.TOLD}) == len(names) + 2
    assert looking.file_name("verhalen/op-pad/") == "verhalen--op-pad.html"
    assert not [name for name in names if "/" in name]


def test_what_was_listed_can_be_told() -> None:
    pages = [Looked("Op pad", "verhalen/op-pad/", "verhalen--op-pad.html")]
    assert list(looking.told(json.loads(looking.listed(pages, ["stories/x.md"])))) == pages
    for wrong in ({}, {"bladen": 3}, {"bladen": [{"naam": 1}]}):
        with pytest.raises((KeyError, TypeError)):
            list(looking.told(wrong))
