"""Every kind of page in a browser: accessible, quiet, and within its window."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "verhaal": "verhalen/vitrinekastjes-van-ezinge/",
    "praktijkvoorbeelden": "voorbeelden/",
    "ruimtes": "ruimtes/",
    "ruimte": "ruimtes/kind/",
    "waarde": "partner/museum/",
    "paar": "ruimtes/kind/partner/museum/",
    "lijst van waarden": "schooltype/",
    "werkvormen": "werkvormen/",
    "werkvorm": "werkvormen/kinderdialoog/",
    "werkvorm met stellingen": "werkvormen/stellingen/",
    "over": "over/",
    "tool": "ruimte/",
    "achtergrond": "achtergrond/",
    "tabel": "achtergrond/ambitiescenarios/",
    "aandelen": "achtergrond/kerngroep-en-kring/",
    "bundel": "bundels/team-meekrijgen/",
    "bundels": "bundels/",
    "kenmerken": "kenmerken/",
    "overzicht": "overzicht/",
    "brede tabel": "overzicht/ruimtes-partner/",
    "kaart": "overzicht/kaart/",
    "jaren": "overzicht/jaren/",
    "groepen": "leren/",
    "leeg": "rol/liaison/",
    "begrippen": "begrippen/",
    "verhaal schrijven": "meedoen/verhaal-schrijven/",
    "werkvorm schrijven": "meedoen/werkvorm-schrijven/",
    "praktijkvoorbeeld schrijven": "meedoen/praktijkvoorbeeld-schrijven/",
    "velden": "meedoen/velden/",
    "waarden": "meedoen/waarden/",
    "foutmeldingen": "meedoen/foutmeldingen/",
    "open data": "data/",
    "zoeken": "zoeken/",
    "gevonden": "zoeken/?q=gesprek&schooltype=po&schooltype=vso",
    "niets gevonden": "zoeken/?schooltype=po&regio=oost-groningen",
    "kaarten": "ruimte/kaarten/",
    "kaarten op tafel": "ruimte/kaarten/?kaart=plek.2,lege-ruimte.1,kind.3&dicht=kind&apart=twijfel.1&v=1&functie=x",
    "kaarten afdrukken": "ruimte/kaarten/afdrukken/",
    "gedeelde selectie": "selectie/?v=1&s=vitrinekastjes-van-ezinge,trots-in-meppel&w=kinderdialoog",
    "uitdeelblad": "uitdelen/?verhaal=vitrinekastjes-van-ezinge",
    "sessie": "sessie/",
    "sessie met programma": "sessie/?v=1&t=60&n=30&f=evaluatie&o=1&b=13:30&p=i5,w50.leeroogst,c15.trots-in-meppel,e5.x",
    "nu": "sessie/nu/",
    "nu met programma": "sessie/nu/?v=1&t=60&n=30&f=evaluatie&b=13:30&p=i5,w50.leeroogst,c15.trots-in-meppel,e5.x",
    "lezen": "sessie/lezen/?v=1&t=60&n=30&f=evaluatie&b=13:30&q=x&p=i5,w50.leeroogst,c15.trots-in-meppel,e5.x",
    "ingesloten": "insluiten/verhalen/",
    "ingesloten selectie": "insluiten/selectie/?v=1&s=vitrinekastjes-van-ezinge&w=kinderdialoog&t=Studiemiddag",
    "offline lezen": "offline/?van=over/privacy/",
    "404": "404.html",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours: a scheme changes nothing else."""
EVERY_OTHER_RULE = EVERY_RULE | {"without": COLOURS["values"]}
LOOKS: dict[tuple[int, str], dict[str, Any]] = {
    (320, "light"): EVERY_RULE,
    (360, "light"): {},
    (1280, "light"): EVERY_OTHER_RULE,
    (1280, "dark"): COLOURS,
}
"""What axe judges in each look: every rule at both widths, and the colours of both schemes. Those take it a second each
time, on every page, and no width has colours of its own; nor has a scheme sizes of its own."""
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

# What sticks out of the window. Text that is only read aloud stands where nobody sees it.
TOO_WIDE = """() => [...document.body.querySelectorAll('*')]
    .filter(e => !e.closest('.rb-alleen-voorlezen') && e.getClientRects().length)
    .filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 0.5 || r.left < -0.5 })
    .map(e => e.outerHTML.slice(0, 120))"""

# Leaves a few rows of each long list: the others look the same.
SHORTEN = """() => {
    for (const list of document.querySelectorAll('ul, ol, dl, tbody, section, .rb-pagina, .rb-vellen'))
        for (const row of [...list.children].slice(8)) row.remove()
}"""

SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"

# The spacing that a reader may set, with which nothing may get lost (WCAG 1.4.12).
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }"""

CUT_OFF = """() => [...document.body.querySelectorAll('*')]
    .filter(e => !e.closest('.rb-alleen-voorlezen') && e.clientHeight && getComputedStyle(e).overflow !== 'visible')
    .filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 120))"""


def violations(page: Page, rules: dict[str, Any] = EVERY_RULE) -> list[str]:
    """Return what axe finds wrong, one line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {
        "runOnly": {"type": rules["type"], "values": rules["values"]},
        "rules": {name: {"enabled": False} for name in rules.get("without", [])},
        "resultTypes": ["violations"],
        "preload": False,
    }
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound(site: str, visit: Callable[..., Any], name: str) -> None:
    """One visit in every size and scheme: a visit for each would take minutes."""
    opened = visit(site + PAGES[name])
    page: Page = opened.page
    page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    faults = {}
    for (width, scheme), rules in LOOKS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(TOO_WIDE)
        if rules is COLOURS:
            page.evaluate(SHORTEN)
        if rules:
            found += violations(page, rules)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append("scrolls sideways")
        faults[width, scheme] = found
    assert {key: found for key, found in faults.items() if found} == {}
    assert [url for url in opened.requests if not url.startswith(site)] == []
    assert page.locator("h1").count() == 1
    assert opened.messages == []


def test_paging_is_sound(many: str, visit: Callable[..., Any]) -> None:
    opened = visit(many + "verhalen/", 320)
    paging = opened.page.get_by_role("navigation", name="Bladeren")
    assert opened.page.evaluate(TOO_WIDE) == []
    paging.get_by_role("link", name="Volgende").click()
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("Alle verhalen, pagina 2")
    expect(paging.locator("[aria-current=page]")).to_have_text("Pagina 2")
    assert violations(opened.page) == []
    assert opened.messages == []


@pytest.mark.parametrize("name", ["home", "verhaal", "waarde"])
def test_nothing_gets_lost_with_wider_spacing_or_larger_letters(
    site: str, visit: Callable[..., Any], name: str
) -> None:
    page: Page = visit(site + PAGES[name], 320).page
    page.add_style_tag(content=SPACING)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []
    page.reload()
    page.set_viewport_size({"width": 640, "height": 900})
    before = page.evaluate(SIZE)
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate(SIZE) >= 2 * before
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("address", ["", "meedoen/verhaal-schrijven/", "selectie/"])
def test_on_a_phone_with_larger_letters_nothing_overlaps_in_the_header(
    site: str, visit: Callable[..., Any], address: str
) -> None:
    page: Page = visit(site + address, 360).page
    for width, size, most in ((360, "100%", 60), (320, "100%", 60), (320, "200%", 130)):
        page.set_viewport_size({"width": width, "height": 780})
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        head = page.locator(".rb-kop").bounding_box()
        assert head and head["height"] <= most, (width, size, head)
        parts = [page.locator(part).bounding_box() for part in (".rb-merk", ".rb-kop__zoek", ".rb-menu summary")]
        for one, other in combinations(filter(None, parts), 2):
            assert other["x"] >= one["x"] + one["width"] or other["y"] >= one["y"] + one["height"], (width, size)
        assert len(list(filter(None, parts))) == 3


@pytest.mark.parametrize("form", ["verhaal", "werkvorm", "praktijkvoorbeeld"])
def test_a_form_does_not_scroll_sideways_with_larger_letters(site: str, visit: Callable[..., Any], form: str) -> None:
    page: Page = visit(f"{site}meedoen/{form}-schrijven/", 360).page
    page.wait_for_function("!document.querySelector('#rb-schrijf').hidden")
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    page.evaluate("for (const fold of document.querySelectorAll('#rb-schrijf details')) fold.open = true")
    assert page.locator(".rb-keuzeveld__balk > input:visible").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_wrong_address_gets_a_page_with_ways_on(site: str, visit: Callable[..., Any]) -> None:
    page = visit(site + "verhalen/dit/is-er/niet/").page
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    page.get_by_role("main").get_by_role("link", name="Home").click()
    expect(page).to_have_url(site)
