"""Under what is found stands why it was found, as a reader sees it. Node tries every word, this tries a few."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kennisbank.finding.compared import plain
from kennisbank.finding.search import Entry, entries
from tests import support

pytestmark = pytest.mark.browser

READY = "() => document.querySelector('[data-zoekstatus=klaar]')"
# Search each text in the page itself, as Back and Forward do, and read what a reader sees.
SEARCH = """async texts => {
    const page = document.querySelector('[data-zoekstatus]')
    const found = []
    for (const text of texts) {
        history.replaceState(null, '', '?' + new URLSearchParams({ q: text, toon: 1000 }))
        dispatchEvent(new PopStateEvent('popstate'))
        await new Promise(done => {
            const look = () => page.dataset.zoekstatus === 'bezig' || (watch.disconnect(), done())
            const watch = new MutationObserver(look)
            watch.observe(page, { attributes: true })
        })
        const rows = [...document.querySelectorAll('a[data-vondst], a[data-nabij]')].map(link => ({
            url: link.href.slice(location.origin.length + 1),
            kind: link.dataset.vondst ?? link.dataset.nabij,
            near: link.dataset.nabij !== undefined,
            text: link.closest('li').innerText,
            marks: [...link.closest('li').querySelectorAll('mark')].map(mark => mark.textContent),
            sentences: [...link.closest('li').querySelectorAll('.rb-reden')].map(line => line.textContent),
            cells: link.closest('li').querySelector('svg[role=img]')?.getAttribute('aria-label'),
        }))
        const above = document.querySelectorAll('.rb-zoek__boven:not([hidden]) a[data-vondst]').length
        found.push({ text, rows, above, said: document.querySelector('.rb-zoek__telling').textContent })
    }
    return found
}"""
TEXTS = [
    *"museum dans verhalen muziekles bieb plaats tekenles kringgesprek so icc zml gymnasium nieuwkomers wierde".split(),
    *"corona poezie leerlijn musuem".split(),
    *("speciaal onderwijs", "kunstenaar in de klas", "tekenles in het vso", "museum zonder kerk", "in gesprek"),
]


@pytest.fixture(scope="module")
def content() -> dict[str, Entry]:
    return {entry.address: entry for entry in entries(support.content())}


def test_what_is_found_says_why_in_whole_sentences(
    site: str, visit: Callable[..., Any], content: dict[str, Entry]
) -> None:
    opened = visit(site + "zoeken/")
    opened.page.wait_for_function(READY)
    wrong = []
    stories = 0
    for found in opened.page.evaluate(SEARCH, TEXTS):
        answering = [row for row in found["rows"] if row["kind"] == "verhaal" and not row["near"]]
        number = re.match(r"(\d+) verha(?:al|len) gevonden", found["said"])
        none = re.search(r"^Geen verhalen gevonden|, geen verhaal\.$", found["said"])
        assert bool(number) != bool(none), (found["text"], found["said"])
        assert (int(number[1]) if number else 0) == len(answering), (found["text"], found["said"])
        over = {0: "", 1: "; erboven staat een pagina die past"}.get(
            found["above"], f"; erboven staan {found['above']} pagina’s die passen"
        )
        assert found["said"].endswith(f"{over}.") or not number, (found["text"], found["said"], found["above"])
        assert ("erboven" in found["said"]) == bool(number and found["above"]), (found["text"], found["said"])
        stories += len(answering)
        for row in found["rows"]:
            entry = content[row["url"]]
            said = " ".join(row["sentences"])
            if row["kind"] != entry.kind:
                wrong.append((found["text"], row["url"], row["kind"]))
            if row["sentences"] and not re.fullmatch(r"\S.*[.?!]", said):
                wrong.append((found["text"], row["url"], said))
            if re.search(r"\{|undefined|NaN|“”|: \.", row["text"]):
                wrong.append((found["text"], row["url"], row["text"]))
            if row in answering and not row["marks"] and not said:
                wrong.append((found["text"], row["url"], "no reason"))
            words = plain(" ".join([entry.title, entry.label, entry.summary, entry.text, *entry.names]))
            wrong += [(found["text"], row["url"], mark) for mark in row["marks"] if plain(mark) not in words]
            if row["cells"] is not None and not re.fullmatch(r"Ruimtes?: .*\w", row["cells"]):
                wrong.append((found["text"], row["url"], row["cells"]))
    assert wrong == []
    assert stories > len(TEXTS)
    assert opened.messages == []


def test_a_word_that_every_story_has_in_its_address_finds_no_more_than_have_it(
    site: str, visit: Callable[..., Any], content: dict[str, Entry]
) -> None:
    """Every story has "dan", and the address of every story has "verhalen": that is no reason to find it."""
    page = visit(site + "zoeken/").page
    page.wait_for_function(READY)
    for found in page.evaluate(SEARCH, ["dans", "ezinge", "meppel"]):
        for row in found["rows"]:
            if row["kind"] == "verhaal" and not row["near"]:
                assert found["text"] in row["text"].lower() or row["sentences"], (found["text"], row["url"])
