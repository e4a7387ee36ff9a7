"""The index: every word of every page stands in its block with where the page has it, and nothing else does."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.finding import inverted
from kennisbank.finding.compared import plain
from kennisbank.finding.inverted import (
    BLOCK,
    LONGEST,
    MANY,
    NAMES,
    OFTEN,
    PART,
    SUMMARY,
    TEXT,
    TITLE,
    TWICE,
    WHOLE,
    Index,
    Page,
    groups,
    marks,
    value,
)
from kennisbank.finding.search import Entry

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

QUICK = settings(max_examples=150, deadline=None, derandomize=True, database=None)
COMPOUNDS = {
    "kringgesprek": ("kring", "gesprek"),
    "schoolplein": ("school", "plein"),
    "cafebezoek": ("cafe", "bezoek"),
    "muziekles": ("muziek", "les"),
}
KNOWN = groups(["speciaal onderwijs", "kunst in de klas", "een kring", "de", "a b c d e f", "a b c d e f g"])
WORDS = st.sampled_from(
    "kring gesprek school plein café Café bezoek Cafébezoek kringgesprek Kringgesprek. schoolplein, muziekles speciaal "
    "onderwijs Speciaal kunst in de klas een 2018 constructor __proto__ – ½ a b c d e f g".split()
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@st.composite
def pages(draw: st.DrawFn) -> Entry:
    return Entry(
        address="x/",
        kind=draw(st.sampled_from(["verhaal", "werkvorm", "begrip"])),
        title=draw(TEXTS),
        summary=draw(TEXTS),
        text=draw(TEXTS),
        label=draw(WORDS),
        names=tuple(draw(st.lists(TEXTS, max_size=3))),
        hidden=tuple(draw(st.lists(TEXTS, max_size=2))),
        values=draw(st.dictionaries(st.sampled_from(["regio", "thema"]), st.lists(st.sampled_from("xyz"), min_size=1))),
    )


def fields(entry: Entry) -> list[tuple[int, str]]:
    """Return every text of a page with what it is."""
    place = [entry.label] if entry.kind == "verhaal" else []
    return [
        *((TITLE, text) for text in (entry.title, *place)),
        *((NAMES, text) for text in (*entry.names, *entry.hidden)),
        (SUMMARY, entry.summary),
        (TEXT, entry.text),
    ]


def has(text: str, word: str) -> bool:
    """Whether a text has a word, or a group of words."""
    return f" {word} " in f" {plain(text)} "


def by_hand(entry: Entry, known: set[str]) -> dict[str, int]:
    """Return where a page has its words: each word looked for in each text."""
    texts = fields(entry)
    # What can be chosen is not called by the names of its values.
    names = [*([] if entry.values else entry.names), *entry.hidden]
    called = [(TITLE, entry.title), *((NAMES if text != entry.title else TITLE, text) for text in names)]
    words = {word for _, text in texts for word in plain(text).split()}
    found: dict[str, int] = defaultdict(int)
    for word in words | known | {plain(text) for _, text in called} - {""}:
        if word in words | known:
            for field, text in texts:
                found[word] |= field if has(text, word) else 0
        for field, text in called:
            found[word] |= WHOLE | field if plain(text) == word else 0
        times = 0 if " " in word else plain(entry.text).split().count(word)
        found[word] |= (TWICE if times > 1 else 0) | (OFTEN if times >= MANY else 0)
    own = {word for word, where in found.items() if where}
    for compound, inside in COMPOUNDS.items():
        for part in set(inside) - own:
            for field, text in texts:
                found[part] |= field | PART if has(text, compound) else 0
    for name, slugs in entry.values.items() if entry.names else ():  # a werkvorm is not about where it was used
        for slug in slugs:
            found[f"={name}/{slug}"] = NAMES
    return {word: where for word, where in found.items() if where}


@QUICK
@given(entry=pages())
def test_a_page_has_its_words_where_it_has_them(entry: Entry) -> None:
    assert dict(marks(entry, KNOWN, COMPOUNDS)) == by_hand(entry, set(itertools.chain(*KNOWN.values())))


def read(index: Index) -> dict[str, dict[int, int]]:
    """Return what an index says: by word, where each page has it."""
    found: dict[str, dict[int, int]] = {}
    for block in index.blocks:
        for word, posting in json.loads(block).items():
            assert word not in found
            found[word] = {}
            for where, steps in zip(posting[::2], posting[1::2], strict=True):
                page = 0
                for step in steps:
                    page += step
                    assert page not in found[word]
                    found[word][page] = where
    return found


def indexed(pages: Iterable[Mapping[str, int]]) -> Index:
    return inverted.inverted(inverted.postings(Page(tuple(page), bytes(page.values())) for page in pages))


def turned(pages: list[Mapping[str, int]]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, words in enumerate(pages):
        for word, where in words.items():
            found[word][number] = where
    return dict(found)


MARKED = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["a", "b", "ba", "=x/y", "een kring", "é", "constructor", "__proto__", "12", "2", "日本", "z" * 40]
        ),
        st.integers(1, 2 * WHOLE - 1),
    ),
    max_size=12,
)


@settings(QUICK, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=MARKED, size=st.integers(1, 200))
def test_what_the_blocks_say_is_what_the_pages_have(
    pages: list[Mapping[str, int]], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inverted, "BLOCK", size)
    index = indexed(pages)
    assert read(index) == turned(pages)
    words = [list(json.loads(block)) for block in index.blocks]
    flat = [word for block in words for word in block]
    assert flat == sorted(flat)
    # The directory has no more of a word than tells it from the last one of the block before.
    for begin, before, own in zip(index.first, ["", *(block[-1] for block in words)], words, strict=False):
        assert own[0].startswith(begin) and before < begin and not before.startswith(begin)
    assert all(len(block) <= size + 2 or len(json.loads(block)) == 1 for block in index.blocks)
    assert indexed(pages) == index


def test_a_block_is_of_bounded_size() -> None:
    pages = [{f"woord{number:04}-{page}": TEXT for number in range(300)} for page in range(40)]
    index = indexed(pages)
    assert len(index.blocks) > 10
    assert all(BLOCK - 100 <= len(block) <= BLOCK + 2 for block in index.blocks[:-1])


def test_an_index_of_nothing_has_no_blocks() -> None:
    assert indexed([]) == indexed([{}, {}]) == Index((), ())


def test_groups_are_of_some_words_and_not_too_many_by_their_first() -> None:
    longest = " ".join("x" * LONGEST)
    found = groups(["een", "een twee", "een drie", longest, f"{longest} x"])
    assert found == {("een", "twee"): ["een twee"], ("een", "drie"): ["een drie"], ("x", "x"): [longest]}


def test_a_value_is_written_as_no_word_is() -> None:
    assert value("regio", "noord-drenthe") == "=regio/noord-drenthe"
    assert plain(value("regio", "noord-drenthe")) != value("regio", "noord-drenthe")


def test_what_can_be_chosen_is_not_called_by_the_names_of_its_values() -> None:
    """ "Museum" as a whole means the page of the museums, and no story that was made with one."""
    values = {"partnertype": ["museum"]}
    story = Entry(address="v/", kind="verhaal", title="Een titel", summary="", names=("Museum",), values=values)
    page = Entry(address="w/", kind="waarde", title="Museum", summary="", names=("musea",))
    assert marks(story, {}, {})["museum"] == NAMES
    assert marks(page, {}, {})["museum"] == TITLE | WHOLE
    assert marks(page, {}, {})["musea"] == NAMES | WHOLE
