"""Ten journeys of teachers, hosts and advisers, in a Firefox as in a Chromium, which start once for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser import paper_support as paper
from tests.browser.paper_support import Print
from tests.browser.test_browser_paper import needs_firefox

pytestmark = pytest.mark.browser

READY = "!document.querySelector('[aria-busy]')"
FOUND = "document.querySelector('[data-zoekstatus=klaar]') !== null"
PLANNER = "!document.querySelector('#rb-sessie[hidden], [aria-busy]')"
EZINGE = "De vitrinekastjes van Ezinge"
STORY = "verhalen/vitrinekastjes-van-ezinge/"
TITLE = "document.querySelector('h1').textContent.trim()"
SHOWN = "document.querySelectorAll('.rb-rooster__rij:not([hidden])').length"
HITS = "document.querySelectorAll('[data-vondst]').length"
WROTE = "Object.keys(localStorage).some(name => name.startsWith('ruimte-concept-verhaal'))"


def do(action: str) -> str:
    """Return the step that does something."""
    return f"({action}, true)"


def leave(action: str) -> str:
    """Return the step that may lead to another page: it has answered before that page is there."""
    return do(f"setTimeout(() => {action}, 50)")


def click(selector: str) -> str:
    """Return the step that presses something, as soon as it is there; it may be a link."""
    return f'[document.querySelector("{selector}")].some((one) => one && {leave("one.click()")})'


def fill(selector: str, text: str) -> str:
    field = f'document.querySelector("{selector}")'
    events = "['input', 'change'].map((name) => new Event(name, { bubbles: true }))"
    return do(f"{field}.value = '{text}', {events}.forEach((event) => {field}.dispatchEvent(event))")


JOURNEYS: dict[Print, Any] = {
    Print(
        "een leraar zoekt met een vraag, en leest",
        "zoeken/?q=museum",
        (FOUND, click(f"[data-vondst][href$='{STORY}']"), f"{TITLE} === '{EZINGE}'"),
        tells=f"[{TITLE}, document.querySelectorAll('article p').length > 5]",
    ): [EZINGE, True],
    Print(
        "een leraar kiest wat past, en gaat terug",
        "zoeken/",
        (
            FOUND,
            do(f"window.before = {HITS}"),
            click("[name=schooltype][value=vo]"),
            f"location.search.includes('schooltype=vo') && {FOUND} && {HITS} < window.before",
            leave("history.back()"),
            f"!location.search.includes('schooltype') && {FOUND} && {HITS} === window.before",
        ),
        tells="document.querySelector('[name=schooltype][value=vo]').checked",
    ): False,
    Print(
        "een leraar bewaart een verhaal, en deelt de selectie",
        STORY,
        (
            READY,
            click("#rb-bewaar:not([hidden])"),
            "document.querySelector('#rb-bewaar').getAttribute('aria-pressed') === 'true'",
            leave("location.assign('../../selectie/')"),
            f"location.pathname.endsWith('/selectie/') && {READY}",
            f"document.querySelector('main').textContent.includes('{EZINGE}')",
        ),
        tells="Object.keys(localStorage).some((name) => name.startsWith('ruimte-selectie'))",
    ): True,
    Print(
        "een ander opent een selectie die gedeeld is",
        "selectie/?v=1&s=vitrinekastjes-van-ezinge",
        (READY, "document.body.classList.contains('rb-boekje-vol')"),
        tells=f"document.querySelector('main').textContent.includes('{EZINGE}')",
    ): True,
    Print(
        "een begeleider maakt een programma met alles wat je afdrukt",
        "sessie/?v=1&t=90&n=12&f=verdieping",
        (
            PLANNER,
            do("document.querySelector('#rb-wens').requestSubmit()"),
            PLANNER,
            "document.body.classList.contains('rb-met-programma')",
            "document.querySelectorAll('#rb-pakket li').length > 2",
        ),
        tells="location.search.includes('p=') && location.search.includes('t=90')",
    ): True,
    Print(
        "een begeleider trekt een kaart, en het adres weet welke",
        "ruimte/kaarten/",
        (READY, click("[data-spel=trek]"), "location.search.includes('kaart=')"),
        tells="document.querySelectorAll('.rb-speelkaart:not([hidden])').length >= 1",
    ): True,
    Print(
        "een begeleider kiest werkvormen die passen",
        "werkvormen/",
        (
            f"{READY} && {SHOWN} > 20",
            do(f"window.before = {SHOWN}"),
            fill("#rb-minuten", "15"),
            f"{SHOWN} < window.before && {SHOWN} > 0",
        ),
        tells="location.search.includes('15')",
    ): True,
    Print(
        "een adviseur schrijft een verhaal, en het staat er nog",
        "meedoen/verhaal-schrijven/",
        (
            READY,
            fill("[name=title]", "Een verhaal in wording"),
            WROTE,
            do("window.stays = true"),
            leave("location.reload()"),
            f"!window.stays && {READY} && {WROTE} && document.querySelector('[name=title]').value !== ''",
        ),
        tells="document.querySelector('[name=title]').value",
    ): "Een verhaal in wording",
    Print(
        "een lezer opent de uitleg van een woord, en sluit hem met Escape",
        STORY,
        (
            READY,
            do("document.querySelector('main p [popovertarget]').focus()"),
            "toets Enter",
            "document.querySelector(':popover-open') !== null",
            "toets Escape",
        ),
        tells="document.querySelector(':popover-open') === null",
    ): True,
    Print(
        "een lezer komt met het toetsenbord bij de inhoud, en in het menu op een smal scherm",
        STORY,
        (
            READY,
            "toets Tab",
            "document.activeElement.textContent.trim() === 'Naar de inhoud'",
            "toets Enter",
            "document.activeElement.id === 'rb-inhoud'",
            do("document.querySelector('#rb-menu summary').focus()"),
            "toets Enter",
            "document.querySelector('#rb-menu').open",
            "toets Tab",
        ),
        tells="document.activeElement.closest('#rb-menu') !== null",
        width=360,
    ): True,
}


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def told(request: pytest.FixtureRequest, site: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what each journey tells at its end, by its name, in one browser or the other."""
    folder = tmp_path_factory.mktemp("reizen")
    travel: Callable[..., dict[str, Any]] = paper.in_chromium
    place: Any = folder
    if request.param == "firefox":
        needs_firefox()
        travel = paper.in_firefox
    else:
        place = request.getfixturevalue("browser")
    return travel(JOURNEYS, site, folder, place)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_ends_where_it_should(told: dict[str, Any], journey: Print) -> None:
    assert told[journey.name] == JOURNEYS[journey]


def test_there_are_ten_of_them() -> None:
    assert len(JOURNEYS) == 10
