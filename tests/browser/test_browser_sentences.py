"""Under what is found stands why it was found: every word of the lists is searched, and every sentence is held true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kennisbank import PROJECT
from kennisbank.finding.search import Entry, choices, entries
from kennisbank.finding.synonyms import Synonyms, plain
from kennisbank.reading.loader import load

pytestmark = pytest.mark.browser

READY = "() => document.querySelector('.rb-zoek--werkt:not([aria-busy])')"
# Search each text in the page itself, as Back and Forward do, and read what a reader sees.
SEARCH = """async texts => {
    const page = document.querySelector('.rb-zoek')
    document.body.style.display = 'none'  // to lay it out two thousand times takes longer than to search
    const read = row => ({
        url: row.querySelector('a').href.slice(location.origin.length + 1),
        marks: [...row.querySelectorAll('mark')].map(mark => mark.textContent),
        sentences: [...row.querySelectorAll('.rb-reden')].map(line => line.textContent),
        cells: row.querySelector('svg[role=img]')?.getAttribute('aria-label'),
    })
    const found = []
    for (const text of texts) {
        history.replaceState(null, '', '?' + new URLSearchParams({ q: text, toon: 1000 }))
        dispatchEvent(new PopStateEvent('popstate'))
        await new Promise(done => {
            const look = () => page.hasAttribute('aria-busy') || (watch.disconnect(), done())
            const watch = new MutationObserver(look)
            watch.observe(page, { attributes: true })
        })
        found.push({
            text,
            said: document.querySelector('[role=status]').textContent,
            notice: document.querySelector('.rb-zoek__melding').textContent,
            stories: [...document.querySelectorAll('.rb-vondsten > li')].map(read),
            others: [...document.querySelectorAll('.rb-elders li')].map(read),
        })
    }
    return found
}"""
MENDED = re.compile(r"Geen verhaal met (.+)\. Dit zijn verhalen met (.+)\.")
VALUES = re.compile(r"Bij “(.+?)” hoort: (.+?)\.(?= Bij |$)")
NAMES = re.compile(r"^(?:Bij dit verhaal staat|Ook wel): (.+?)\.(?= Bij |$)")


class Content:
    """What the finder may say of the site itself."""

    def __init__(self) -> None:
        kb = load(PROJECT).knowledge
        assert kb is not None
        self.entries = {entry.address: entry for entry in entries(kb)}
        self.values = {f"verhalen/{v.origin.slug}/": choices(kb, v) for v in kb.verhalen}
        self.synonyms = Synonyms(kb)
        self.labels = {value: term.label for value, term in self.synonyms.terms()}
        lists = [term for vocabulary in kb.vocabularies.values() for term in vocabulary.terms]
        forms = (form for t in lists for form in (t.label, *t.synonyms, *t.narrower))
        self.texts = sorted({plain(form) for form in (*forms, *(term.slug for term in lists)) if plain(form)})

    def words(self, entry: Entry) -> set[str]:
        return set(plain(" ".join([entry.title, entry.label, entry.summary, entry.text, *entry.names])).split())

    def own(self, address: str, part: str) -> set[str]:
        """Return the labels of the values of a story that a part stands for, also in another form of it."""
        shorter = (part[:n] for n in range(len(part) - 1, max(3, len(part) - 5), -1))
        ends = [part, *(end for end in shorter if part.removeprefix(end) in ENDINGS)]
        values = next((found for end in ends if (found := self.synonyms.values.get(end))), [])
        return {self.labels[name, slug] for name, slug in values if slug in self.values[address].get(name, [])}


@pytest.fixture(scope="module")
def content() -> Content:
    return Content()


def in_text(word: str, sought: str) -> bool:
    """Whether a word of a text is what was looked for: it begins so, or a part of it, or it ends on a form of it."""
    if word.startswith(sought) or sought in word[3:]:
        return True
    return any(own.endswith(other) for own in stems(word) for other in stems(sought))


ENDINGS = set("s e en n je jes tje tjes sen ken len ten nen pen den".split())
"""What a word of a list may have behind it and still be that word: "borgt" is no borg, "terpdorp" no terp."""
IRREGULAR = {"musea": "museum", "podia": "podium", "kinderen": "kind", "steden": "stad", "leden": "lid"}


def stems(word: str) -> set[str]:
    """Return a word as it is, and without the ending of a plural, an adjective or a small thing.

    Written in one way: "brieven" and "brief" are "brief", "scholen" and "school" are "schol". "Dans" is only "dans".
    """
    found = {word, IRREGULAR.get(word, word)}
    for _ in range(2):
        found |= {w.removesuffix(end) for w in found for end in ("en", "e", "n", "je", "jes", "tje", "tjes", "pje")}
        found |= {w[:-1] for w in found if re.search(r"([^aeiou]e[lmnr]|[aiou]|ie|je|aar|eur|erd|[mbp]|iew|ing)s$", w)}
    return {re.sub(r"(.)\1", r"\1", w).replace("v", "f").replace("z", "s") for w in found if len(w) > 2}


def split(text: str, known: set[str]) -> set[str]:
    """Return the names of a list as it is written in a sentence; the names themselves may hold "en" and commas."""
    return {name for name in known if re.search(rf"(^|, | en ){re.escape(name)}(, | en |$)", text)}


def untrue(content: Content, row: dict[str, Any], sought: list[str]) -> Iterator[str]:
    """Yield what is not true of a row of what was found: a sentence, a mark, or that there is none."""
    address, entry = row["url"], content.entries[row["url"]]
    named: set[str] = set()
    valued: set[str] = set()
    for sentence in row["sentences"]:
        if not sentence or VALUES.sub("", NAMES.sub("", sentence)).strip():
            yield f"no sentence: {sentence!r}"
        for part, labels in VALUES.findall(sentence):
            own = content.own(address, part)
            valued |= own
            if not own or split(labels, own) != own:
                yield sentence
        for names in NAMES.findall(sentence):
            known = split(names, set(entry.names))
            named |= known
            if not known:
                yield sentence
    # Whatever is found shows why: a word that is marked, or a sentence.
    shown = {*row["marks"], *named}
    if not shown and not valued:
        yield "no reason"
    yield from (m for m in shown if not any(in_text(word, part) for word in plain(m).split() for part in sought))
    if row.get("cells") is not None and not re.fullmatch(r"Ruimtes?: .*\w", row["cells"]):
        yield row["cells"]


def missed(content: Content, found: dict[str, Any]) -> set[str]:
    """Return the stories that have the one word that was looked for, or one of its values, and were not found."""
    word = found["text"]
    if " " in word or found["notice"]:
        return set()
    having = {a for a in content.values if any(w.startswith(word) for w in content.words(content.entries[a]))}
    return (having | {a for a in content.values if content.own(a, word)}) - {row["url"] for row in found["stories"]}


def test_every_word_of_the_lists_finds_only_what_has_it_and_says_so(
    site: str, visit: Callable[..., Any], content: Content
) -> None:
    opened = visit(site + "zoeken/")
    opened.page.wait_for_function(READY)
    searched = opened.page.evaluate(SEARCH, content.texts)
    wrong = []
    for found in searched:
        text, rows = found["text"], found["stories"] + found["others"]
        mended = MENDED.fullmatch(found["notice"])
        sought = text.split() + (plain(mended.group(2)).split() if mended else [])
        wrong += [(text, row["url"], reason) for row in rows for reason in untrue(content, row, sought)]
        wrong += [(text, address, "not found") for address in sorted(missed(content, found))]
        number = 0 if found["said"].startswith("Geen") else int(found["said"].split()[0])
        if number != len(found["stories"]) or (found["notice"] and not mended):
            wrong.append((text, found["said"], found["notice"]))
    assert wrong == [], wrong
    assert sum(bool(found["stories"]) for found in searched) > len(searched) / 2
    assert opened.messages == []


def test_a_word_finds_the_stories_that_have_it_and_no_others(
    site: str, visit: Callable[..., Any], content: Content
) -> None:
    """Every story has "dan", and the address of every story has "verhalen": that is no reason to find it."""
    page = visit(site + "zoeken/").page
    page.wait_for_function(READY)
    texts = ["dans", "verhalen", "muziekles", "bieb", "plaats"]
    for found in page.evaluate(SEARCH, texts):
        text = found["text"]
        having = {
            address
            for address in content.values
            if content.own(address, text)
            or any(w.startswith(text) or stems(w) & stems(text) for w in content.words(content.entries[address]))
        }
        assert {row["url"] for row in found["stories"]} == having, text
