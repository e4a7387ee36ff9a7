"""The finder, as its users use it; and every number on it compared with a search through all stories."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from kennisbank.finding.compared import plain
from kennisbank.finding.search import STORY as VERHAAL
from kennisbank.finding.search import choices, entries
from kennisbank.finding.synonyms import meant
from kennisbank.finding.words import KINDS
from kennisbank.model.facets import ALL
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.reading.loader import load
from tests.browser.conftest import here
from tests.conftest import SIZE
from tests.support import content

pytestmark = pytest.mark.browser

EZINGE = "De vitrinekastjes van Ezinge"
TO_EZINGE = "[href$='/vitrinekastjes-van-ezinge/']"
"""Its address: another story may have its title, as the example of stories/README.md has."""
STORY = "verhalen/vitrinekastjes-van-ezinge/"
ALL_STORIES = len(content().verhalen)
"""Stories of the site itself."""

READY = "() => document.querySelector('[data-zoekstatus=klaar]')"
# By facet and value: the number, and whether it is chosen.
NUMBERS = """() => Object.fromEntries([...document.querySelectorAll('[data-facet][open]')].map(facet => [
    facet.dataset.facet,
    Object.fromEntries([...facet.querySelectorAll('[data-waarde]')].map(row => [
        row.dataset.waarde,
        [parseInt(row.querySelector('.rb-aantal').textContent), row.querySelector('input').checked],
    ]))]))"""


def ready(page: Page) -> Page:
    page.wait_for_function(READY)
    return page


def total(page: Page) -> int:
    """Return the number of stories that the page says it found: it says so too when it found only other pages."""
    said = status(page).inner_text()
    number = re.match(r"(\d+) verha(?:al|len) gevonden", said)
    assert number or said.startswith("Geen verhalen gevonden") or said.endswith(", geen verhaal."), said
    return int(number[1]) if number else 0


def sought(page: Page) -> Any:
    """Return the box of the finder: while its script works it is one with suggestions."""
    return page.get_by_role("combobox", name="Waar zoek je naar?")


def titles(page: Page) -> list[str]:
    return page.locator("a[data-vondst=verhaal]").all_inner_texts()


def box(page: Page, facet: str, value: str) -> Any:
    return page.locator(f"[data-facet={facet}] [data-waarde={value}] input")


def status(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("status")


def search(page: Page, text: str) -> None:
    sought(page).fill(text)
    sought(page).press("Enter")
    ready(page)


# The numbers ---------------------------------------------------------------------------------------------------------


class Everything:
    """All stories, searched one by one."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.values = [{name: set(slugs) for name, slugs in choices(kb, verhaal).items()} for verhaal in kb.verhalen]
        stories = [entry for entry in entries(kb) if entry.kind == VERHAAL]
        self.words = [set(plain(" ".join([e.title, e.label, e.summary, e.text, *e.names])).split()) for e in stories]
        self.number = {verhaal.origin.slug: n for n, verhaal in enumerate(kb.verhalen)}
        self.meant = meant(kb)

    def with_word(self, word: str) -> set[int]:
        """Return the stories with a word, or with a value that it means."""
        return {
            n
            for n, words in enumerate(self.words)
            if word in words or any(slug in self.values[n].get(name, ()) for name, slug in self.meant.get(word, ()))
        }

    def with_form(self, word: str) -> set[int]:
        """Return the stories with a word that is longer than this one, or shorter by an ending: forms and compounds."""
        return {n for n, words in enumerate(self.words) if any(word[:-2] in other for other in words)}

    def chosen(self, among: set[int], selection: dict[str, set[str]], without: str = "") -> set[int]:
        wanted = {name: slugs for name, slugs in selection.items() if slugs and name != without}
        return {n for n in among if all(self.values[n].get(name, set()) & slugs for name, slugs in wanted.items())}

    def numbers(self, among: set[int], selection: dict[str, set[str]], facet: str, value: str) -> int:
        """Return how many stories there are with this value and with what is chosen in the other facets."""
        return len(self.chosen(self.chosen(among, selection, facet), {facet: {value}}))


@pytest.fixture(scope="module")
def everything(corpus: Path) -> Everything:
    kb = load(corpus).knowledge
    assert kb is not None
    return Everything(kb)


SOUGHT = ["museum", "haven", "wierde", "ritme", "podium", "tekenles", "trots kerk", "school 12"]


def slugs(page: Page) -> list[str]:
    """Return the slugs of the stories that a page shows as what was found."""
    found: list[str] = page.locator("a[data-vondst=verhaal]").evaluate_all(
        "all => all.map(link => link.pathname.split('/').at(-2))"
    )
    return found


def test_a_word_finds_the_stories_that_have_it(many: str, everything: Everything, visit: Callable[..., Any]) -> None:
    page = visit(many + "zoeken/").page
    for word in SOUGHT:
        if " " in word:
            continue
        page.goto(f"{many}zoeken/?{urlencode({'q': word, 'toon': 1000})}")
        found = {everything.number[slug] for slug in slugs(ready(page))}
        assert total(page) == len(found) > 0, word
        least = everything.with_word(word)
        assert least <= found <= least | everything.with_form(word), word


@pytest.mark.parametrize("seed", range(2))
def test_every_number_is_what_a_click_gives(
    many: str, everything: Everything, visit: Callable[..., Any], seed: int
) -> None:
    """Tick and untick at random, with and without a word: every number and every total is that of a full search.

    What a word finds is read from the page itself, without choices.
    """
    draw = random.Random(seed)
    page = visit(many + "zoeken/").page
    stories = set(range(SIZE))
    having = {"": stories}
    for text in draw.sample(SOUGHT, 4):
        page.goto(f"{many}zoeken/?{urlencode({'q': text, 'toon': 1000})}")
        having[text] = {everything.number[slug] for slug in slugs(ready(page))}
        assert total(page) == len(having[text])
    page.goto(many + "zoeken/")
    ready(page)
    page.locator("[data-facet=discipline] summary").click()
    page.wait_for_function("document.querySelector('[data-facet=discipline] .rb-aantal')")
    among = stories
    selection: dict[str, set[str]] = {}
    word = ""
    for _ in range(20):
        if draw.random() < 0.25:
            word = draw.choice(list(having))
            search(page, word)
            among = having[word]
        else:
            facet = draw.choice(["schooltype", "partnertype", "regio", "ruimte", "discipline"])
            open_to = page.locator(f"[data-facet={facet}] input:enabled")
            if not open_to.count():  # nothing is left to choose here: begin again
                page.get_by_role("button", name="Alles wissen").click()
                ready(page)
                assert total(page) == SIZE
                selection, among, word = {}, stories, ""
                continue
            chosen = open_to.nth(draw.randrange(open_to.count()))
            value = chosen.get_attribute("value") or ""
            before = everything.numbers(among, selection, facet, value)
            first = not selection.get(facet)
            chosen.click()
            ready(page)
            selection[facet] = selection.get(facet, set()) ^ {value}
            if first:  # the number beside the value was the number that the click gives
                assert total(page) == before
        found = everything.chosen(among, selection)
        assert total(page) == len(found)
        for name, values in page.evaluate(NUMBERS).items():
            for value, (number, checked) in values.items():
                assert number == everything.numbers(among, selection, name, value), (name, value, word, selection)
                assert checked == (value in selection.get(name, set()))
        shown = slugs(page)
        assert {everything.number[slug] for slug in shown} <= found
        assert len(shown) == min(10, len(found))


def test_the_order_is_that_of_the_choice(many: str, everything: Everything, visit: Callable[..., Any]) -> None:
    page = ready(visit(many + "zoeken/").page)
    newest = [verhaal.title for verhaal in everything.kb.verhalen]
    assert titles(page) == newest[:10]
    page.get_by_label("Volgorde").select_option("Oudste eerst")
    ready(page)
    assert titles(page) == newest[::-1][:10]
    page.goto(many + "zoeken/?q=haven&toon=1000&volgorde=nieuw")
    numbers = [everything.number[slug] for slug in slugs(ready(page))]
    assert numbers == sorted(numbers) and set(numbers) >= everything.with_word("haven")
    found = [newest[n] for n in numbers]
    page.get_by_label("Volgorde").select_option("Best passend")
    ready(page)
    assert set(titles(page)) <= set(found)


def test_more_stories_follow_and_the_focus_goes_to_the_first_of_them(many: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(many + "zoeken/").page)
    expect(page.locator(".rb-vondsten > li")).to_have_count(10)
    page.get_by_role("button", name="Toon meer verhalen").click()
    expect(page.locator(".rb-vondsten > li")).to_have_count(20)
    eleventh = page.locator(".rb-vondsten li a").nth(10)
    expect(eleventh).to_be_focused()
    eleventh.click()
    page.go_back()
    ready(page)
    expect(page.locator(".rb-vondsten > li")).to_have_count(20)


# Words ---------------------------------------------------------------------------------------------------------------


TYPED = {
    "tekenles": "Om de beurt een les in Meppel",
    "basisschool ezinge": EZINGE,
    "special needs": "Om de beurt een les in Meppel",
    "zorgleerlingen": "Het museum dat om raad vroeg",
    "kunstenaar in de klas": "Om de beurt een les in Meppel",
    "middelbare school": "Dwalen door het klooster van Ter Apel",
    "Hoe werk je samen met een museum in een dorp?": EZINGE,
    "VITRINEKASTJES": EZINGE,
    "wierdenland": EZINGE,
    "poezie": "Het museum dat om raad vroeg",
}
MENDED = {
    "vitrienekastjes": ("vitrinekastjes", EZINGE),
    "musuem ezinge": ("museum", EZINGE),
    "tekneles": ("tekenles", "Om de beurt een les in Meppel"),
    "kloooster": ("klooster", "Dwalen door het klooster van Ter Apel"),
}


def test_words_as_people_type_them_find_the_story(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    for typed, title in TYPED.items():
        search(page, typed)
        assert title in titles(page), typed
        expect(page.locator(".rb-zoek__melding")).to_be_hidden()


def test_what_only_comes_near_is_no_hit(site: str, visit: Callable[..., Any]) -> None:
    """Nobody tells of a kringgesprek; a story with what that is a part of stands apart, and is not counted."""
    page = ready(visit(site + "zoeken/").page)
    for typed in ("kringgesprek", "gymnasium"):
        search(page, typed)
        assert total(page) == 0 and not titles(page), typed
        expect(page.locator("a[data-nabij=verhaal]").first).to_be_visible()
        assert 1 <= page.locator("a[data-nabij=verhaal]").count() <= 3
    search(page, "museum")
    expect(page.locator(".rb-zoek__volgorde")).to_be_visible()
    expect(page.locator("a[data-nabij]")).to_have_count(0)


def test_where_only_other_pages_are_found_the_count_is_theirs_and_says_so(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    for typed in ("penvoerder", "kringgesprek"):
        search(page, typed)
        number = page.locator("a[data-vondst]:not([data-vondst=verhaal])").count()
        assert number > 0 and not titles(page), typed
        pages = "1 pagina" if number == 1 else f"{number} pagina’s"
        expect(status(page)).to_have_text(f"{pages} gevonden met “{typed}”, geen verhaal.")
        expect(page.get_by_role("heading", level=2, name="Gevonden pagina’s")).to_be_visible()
        expect(page.locator(".rb-zoek__volgorde")).to_be_hidden()  # nothing to put in order


def test_who_asks_for_stories_gets_what_everybody_gets(site: str, visit: Callable[..., Any]) -> None:
    """Other pages are listed too, so nothing says that they were not asked for; who asks for those, is told so."""
    page = ready(visit(site + "zoeken/").page)
    for typed in ("dans", "penvoerder"):
        said = []
        for asked in (typed, f"verhalen over {typed}"):
            search(page, asked)
            expect(page.locator(".rb-zoek__gelezen")).to_be_hidden()
            said.append((slugs(page), status(page).inner_text().replace(asked, typed)))
        assert said[0] == said[1]
    search(page, "werkvormen over gesprek")
    expect(page.locator(".rb-zoek__gelezen")).to_have_text("Je vroeg om werkvormen.")
    expect(page.get_by_role("heading", level=2, name="Gevonden werkvormen")).to_be_visible()
    search(page, "werkvormen over penvoerder")  # no werkvorm is: then the word that is explained is the answer
    expect(page.locator(".rb-zoek__gelezen")).to_be_hidden()
    expect(page.locator("a[data-vondst=begrip]").first).to_have_text("Penvoerder")


def test_the_status_says_when_the_answer_stands(site: str, visit: Callable[..., Any]) -> None:
    """A program that reads the page waits for it: it is there before any script ran."""
    still = visit(site + "zoeken/?q=museum", java_script_enabled=False).page
    assert still.locator("[data-zoekstatus]").get_attribute("data-zoekstatus") == "bezig"
    page = ready(visit(site + "zoeken/?q=museum").page)
    kinds = page.locator("a[data-vondst]").evaluate_all("all => all.map(link => link.dataset.vondst)")
    assert kinds.count("verhaal") == total(page) > 0
    assert set(kinds) <= set(KINDS) and len(set(kinds)) > 2


def test_a_typing_error_is_mended_and_said(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    for typed, (mended, title) in MENDED.items():
        search(page, typed)
        assert title in titles(page), typed
        expect(page.locator(".rb-zoek__melding")).to_contain_text(f"“{mended}”")
        expect(sought(page)).to_have_value(typed)


def test_a_word_that_nothing_resembles_finds_nothing_and_offers_a_way_on(site: str, visit: Callable[..., Any]) -> None:
    """It is not answered with stories that begin with the same letters."""
    page = ready(visit(site + "zoeken/").page)
    search(page, "xylofoonbouwer")
    expect(status(page)).to_have_text("Geen verhalen gevonden met “xylofoonbouwer”.")
    page.get_by_role("link", name=f"Alle {ALL_STORIES} verhalen").click()
    ready(page)
    assert total(page) == ALL_STORIES


def test_without_a_result_the_nearest_broader_search_is_offered_and_gives_what_it_says(
    site: str, visit: Callable[..., Any]
) -> None:
    page = ready(visit(site + "zoeken/?schooltype=po&regio=oost-groningen").page)
    assert total(page) == 0
    for link in page.locator(".rb-zoek__niets a").all():
        name = link.inner_text()
        link.click()
        ready(page)
        assert total(page) == int(re.findall(r"\d+", name)[-1])
        assert page.evaluate("document.activeElement.id") == "rb-gevonden"
        page.go_back()
        ready(page)
        assert total(page) == 0


def test_hits_are_marked_and_a_synonym_is_explained(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?q=opgravingen").page)
    expect(page.locator(".rb-vondsten p mark").first).to_have_text("opgravingen")
    search(page, "tekenles")
    expect(page.locator(".rb-vondsten .rb-reden").first).to_contain_text("Beeldend")


@pytest.mark.parametrize("typed", ["!!!", "🎨", "<>"])
def test_a_text_without_a_word_is_no_search_for_a_word(site: str, visit: Callable[..., Any], typed: str) -> None:
    page = ready(visit(f"{site}zoeken/?{urlencode({'q': typed})}").page)
    expect(status(page)).to_have_text(f"{ALL_STORIES} verhalen gevonden.")
    expect(page.locator(".rb-zoek__melding")).to_have_text(f"In “{typed}” staat geen woord om op te zoeken.")
    assert typed not in page.title()
    sought(page).fill("")
    expect(page.locator(".rb-zoek__melding")).to_be_hidden()


def test_other_pages_are_listed_apart(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?q=penvoerder").page)
    link = page.locator(".rb-elders").get_by_role("link", name="Penvoerder", exact=True)
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(site + "begrippen/#penvoerder")


# The address ---------------------------------------------------------------------------------------------------------

SHARED = "zoeken/?q=museum&ruimte=kind&ruimte=plek&schooltype=po&schooltype=vo&volgorde=oud"


def looks(page: Page) -> dict[str, Any]:
    """Return what a reader sees of a search."""
    return {
        "url": here(page),
        "text": sought(page).input_value(),
        "titles": titles(page),
        "numbers": page.evaluate(NUMBERS),
        "chips": page.locator(".rb-chip").all_inner_texts(),
        "order": page.get_by_label("Volgorde").input_value(),
        "status": status(page).inner_text(),
    }


def test_a_shared_address_opens_the_same(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/").page)
    search(page, "museum")
    for facet, value in (("schooltype", "po"), ("schooltype", "vo"), ("ruimte", "kind"), ("ruimte", "plek")):
        box(page, facet, value).check()
        ready(page)
    page.get_by_label("Volgorde").select_option("Oudste eerst")
    ready(page)
    assert here(page) == site + SHARED
    mine = looks(page)
    assert mine["titles"]
    assert looks(ready(visit(site + SHARED).page)) == mine
    page.reload()
    assert looks(ready(page)) == mine


def test_back_and_forward_restore_every_step(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site).page
    page.get_by_role("banner").get_by_role("link", name="Zoeken").click()
    steps = [looks(ready(page))]
    box(page, "schooltype", "po").check()
    steps.append(looks(ready(page)))
    box(page, "partnertype", "museum").check()
    steps.append(looks(ready(page)))
    sought(page).press_sequentially("kinderen", delay=20)
    page.wait_for_url("**q=kinderen**")
    steps.append(looks(ready(page)))
    page.get_by_role("link", name=EZINGE).and_(page.locator(TO_EZINGE)).click()
    expect(page).to_have_url(site + STORY)
    for step in reversed(steps):
        page.go_back()
        page.wait_for_url(step["url"])
        assert looks(ready(page)) == step
    page.go_forward()
    page.wait_for_url(steps[1]["url"])
    assert looks(ready(page)) == steps[1]


def test_an_address_with_nonsense_is_a_search_without_it(site: str, visit: Callable[..., Any]) -> None:
    opened = visit(
        site
        + "zoeken/?regio=atlantis&x=1&toon=-3&volgorde=raar&schooltype=po&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    )
    page = ready(opened.page)
    expect(page.locator(".rb-chip").first).to_contain_text("<img src=x")
    assert page.locator("main img[src=x], main img[onerror]").count() == 0
    assert box(page, "schooltype", "po").is_checked()
    expect(page.locator(".rb-zoek__melding")).to_contain_text("is hier niet (meer)")
    box(page, "schooltype", "po").uncheck()  # now the address is one of our own
    expect(ready(page).locator(".rb-zoek__melding")).not_to_contain_text("is hier niet (meer)")
    assert opened.messages == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("__proto__=po&constructor=vo&schooltype=__proto__&regio=constructor&toString=x", True),
        ("schooltype=&regio=%00&ruimte=%F0%9F%98%80", True),
        ("q=%E0%A4%A&schooltype=%C3%28&regio=%", True),
        ("&&=&=x&q&q=&schooltype", True),
        ("toon=1e99&volgorde=__proto__&utm_source=nieuwsbrief", False),
        ("q=" + "kring" * 20_000, False),
        ("&".join(f"schooltype=x{number}" for number in range(10_000)), True),
    ],
    ids=["prototype", "empty and odd", "broken encoding", "no names", "limits", "100 KB of text", "100 KB of values"],
)
def test_a_hostile_address_throws_nothing(site: str, visit: Callable[..., Any], query: str, said: bool) -> None:
    """No server takes 100 KB in an address, so the page is there first; Back to an address reads it again."""
    opened = visit(site + "zoeken/")
    page = ready(opened.page)
    page.evaluate("query => history.replaceState(null, '', '?' + query)", query)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    ready(page)
    message = page.locator(".rb-zoek__melding")
    expect(message).to_contain_text("is hier niet (meer)") if said else expect(message).to_be_hidden()
    assert page.evaluate("[...document.querySelectorAll('#rb-facetten input:checked')].length") == 0
    assert len(sought(page).input_value()) <= 200
    assert "Zoeken lukt nu niet" not in status(page).inner_text()
    assert opened.messages == []


def test_what_is_chosen_can_be_taken_away(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?q=museum&schooltype=po&regio=groningen").page)
    assert page.locator(".rb-chip").all_inner_texts() == [
        "“museum”", "Schooltype: Basisonderwijs", "Regio: Heel Groningen", "Alles wissen"
    ]  # fmt: skip
    page.get_by_role("button", name="Haal weg: Schooltype: Basisonderwijs").click()
    ready(page)
    assert not box(page, "schooltype", "po").is_checked()
    assert here(page) == site + "zoeken/?q=museum&regio=groningen"
    page.get_by_role("button", name="Alles wissen").click()
    ready(page)
    assert here(page) == site + "zoeken/"
    assert total(page) == ALL_STORIES
    expect(sought(page)).to_have_value("")


# The journeys --------------------------------------------------------------------------------------------------------


def test_home_to_ezinge_by_mouse(site: str, visit: Callable[..., Any]) -> None:
    opened = visit(site)
    page = opened.page
    page.get_by_role("searchbox").fill("museum dorp")
    page.get_by_role("button", name="Zoek", exact=True).click()
    ready(page)
    assert here(page) == site + "zoeken/?q=museum+dorp"
    page.get_by_role("link", name=EZINGE).and_(page.locator(TO_EZINGE)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(EZINGE)
    assert opened.messages == []


def test_a_choice_on_the_home_page_is_made_in_the_finder(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site).page
    page.get_by_text("Soort partner", exact=True).click()
    row = page.locator("a[data-zoek$='zoeken/?partnertype=museum']")
    said = int(row.locator("xpath=..").locator(".rb-aantal").inner_text().split()[0])
    row.click()
    ready(page)
    assert box(page, "partnertype", "museum").is_checked()
    assert total(page) == said
    page.get_by_role("link", name=EZINGE).and_(page.locator(TO_EZINGE)).click()
    expect(page).to_have_url(site + STORY)


def test_from_a_list_to_the_finder_with_the_same_stories(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + "ruimtes/kind/partner/museum/").page
    said = int(page.get_by_role("heading", level=2).first.inner_text().split()[0])
    page.get_by_role("link", name="Kies of zoek verder binnen deze verhalen").click()
    ready(page)
    assert page.locator(".rb-chip").all_inner_texts()[:2] == ["Soort partner: Museum", "Ruimte: Het kind"]
    assert total(page) == said


FOCUSED = """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect(); return {
    name: (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent).trim().replace(/\\s+/g, ' '),
    seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && r.bottom > 0 && r.top < innerHeight } }"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element with this name has the focus; every stop on the way must be seen."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["seen"], focused
        if focused["name"].startswith(name):
            return
    pytest.fail(f"The keyboard does not reach {name!r}.")


@pytest.mark.parametrize("width", [1280, 360])
def test_home_to_ezinge_by_keyboard_only(site: str, visit: Callable[..., Any], width: int) -> None:
    opened = visit(site, width)
    page = opened.page
    tab_to(page, "Zoek een verhaal")
    page.keyboard.type("museum")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=museum")
    ready(page)
    if width < 960:
        tab_to(page, "Kies kenmerken")
        page.keyboard.press("Enter")
    tab_to(page, "Basisonderwijs")
    page.keyboard.press("Space")
    page.wait_for_url("**schooltype=po")
    ready(page)
    assert page.evaluate("document.activeElement.value") == "po"
    assert "verha" in status(page).inner_text()
    tab_to(page, EZINGE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(EZINGE)
    assert opened.messages == []


def test_the_skip_link_leads_past_the_choices(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?q=museum").page)
    tab_to(page, "Naar de gevonden verhalen")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "rb-gevonden"


def test_on_a_phone_the_choices_fold_away(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?schooltype=vo", 360, has_touch=True).page)
    expect(box(page, "schooltype", "vo")).to_be_hidden()
    fold = page.get_by_role("button", name="Kies kenmerken (1 gekozen)")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.tap()
    expect(fold).to_have_attribute("aria-expanded", "true")
    box(page, "schooltype", "vo").tap()
    ready(page)
    assert total(page) == ALL_STORIES
    page.get_by_role("button", name=f"Bekijk {ALL_STORIES} verhalen").tap()
    expect(box(page, "schooltype", "vo")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "rb-gevonden"
    expect(page.locator(".rb-vondsten > li").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 360])
def test_without_scripts_the_finder_lists_the_pages_of_the_values(
    site: str, visit: Callable[..., Any], width: int
) -> None:
    page = visit(site + "zoeken/", width, java_script_enabled=False).page
    expect(page.get_by_role("searchbox")).to_have_count(0)
    assert "dat staat in jouw browser uit" in page.get_by_role("main").inner_text()
    page.get_by_role("link", name="Noord-Groningen").click()
    expect(page).to_have_url(site + "regio/noord-groningen/")
    page.goto(site)
    expect(page.get_by_role("searchbox")).to_have_count(0)


def test_where_searching_fails_the_links_are_there_again(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site).page
    page.route("**/zoeken/index.json", lambda route: route.abort())
    page.goto(site + "zoeken/?q=museum")
    expect(status(page)).to_contain_text("Zoeken lukt nu niet")
    page.locator("#rb-facetten").get_by_role("link", name="Museum", exact=True).click()
    expect(page).to_have_url(site + "partner/museum/")


def test_an_answer_that_fails_leaves_nothing_of_the_one_before(site: str, visit: Callable[..., Any]) -> None:
    page = ready(visit(site + "zoeken/?q=museum").page)
    assert total(page) > 1
    page.route("**/zoeken/**/*.json", lambda route: route.abort())
    sought(page).fill("xylofoonbouwer")
    sought(page).press("Enter")
    expect(status(page)).to_contain_text("Zoeken lukt nu niet")
    ready(page)
    assert "museum" not in page.title() and page.title().startswith("Zoeken – ")
    expect(page.locator("#rb-gevonden")).to_have_text("Geen antwoord")
    for gone in ("a[data-vondst]", ".rb-chip", ".rb-zoek__volgorde", ".rb-zoek__klaar", ".rb-zoek__mee"):
        expect(page.locator(gone).filter(visible=True)).to_have_count(0)
    page.unroute_all()
    search(page, "museum")
    assert total(page) > 1
    expect(page.locator(".rb-chip")).to_have_text("“museum”")
    expect(page.locator(".rb-zoek__volgorde")).to_be_visible()


def test_a_wrong_address_offers_a_search(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + "verhalen/dit/is-er/niet/").page
    page.get_by_role("searchbox").fill("ezinge")
    page.get_by_role("searchbox").press("Enter")
    ready(page)
    assert EZINGE in titles(page)


def test_every_value_of_the_finder_is_a_facet_value(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + "zoeken/", java_script_enabled=False).page
    names = page.locator("[data-facet]").evaluate_all("all => all.map(e => e.dataset.facet)")
    assert set(names) <= {facet.name for facet in ALL}
    assert names[:4] == ["schooltype", "partnertype", "regio", "ruimte"]
