"""A meet-up as it runs, as a host goes through it, and the programme that participants read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import paper_support as paper
from tests.browser.conftest import here
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.browser.test_browser_paper import needs_firefox

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

TER_APEL = "klooster-van-ter-apel"
NOTE = "Deel eerst de bladen uit."
PROGRAMME = (
    "?v=1&t=120&n=13&f=verdieping&r=plek&b=13:30&d=2026-11-24&m=Teammiddag%20cultuur&l=De%20aula&q=Wat%20nu%3F"
    f"&p=i10,c15.{TER_APEL}~nDeel%20eerst%20de%20bladen%20uit.,w45.kinderdialoog,p10,e5.Koffie,w30.stellingen,o5"
)
ROWS = ["Welkom", "Dwalen door het klooster van Ter Apel", "De kinderdialoog", "Pauze", "Koffie", "Stellingen", "Oogst"]
TALK = [5, 8, 12, 5, 5, 10]
"""Minutes of the steps of the kinderdialoog in 45 minutes, its short route."""
BEGIN = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
"""When that programme begins, in Amsterdam."""


def opened(visit: Visit, site: str, at: timedelta, query: str = PROGRAMME, width: int = 1280) -> Page:
    """Open the page of a meet-up at a moment before or after its begin. From then on its clock stands still."""
    page: Page = visit(f"{site}assets/favicon.svg", width, fresh=True, timezone_id="Europe/Amsterdam").page
    page.clock.set_fixed_time(BEGIN + at)
    page.goto(f"{site}sessie/nu/{query}")
    return ready(page)


def passes(page: Page, **time: float) -> None:
    """Let time pass on the clock of a page at once, as when a lid was closed: the page shows it within a second."""
    now = datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC)
    page.clock.set_fixed_time(now + timedelta(**time))


def ready(page: Page) -> Page:
    page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    return page


def begun(visit: Visit, site: str, **options: Any) -> Page:
    page = opened(visit, site, timedelta(0), PROGRAMME.replace("&b=13:30&d=2026-11-24", ""), **options)
    page.get_by_role("button", name="Begin nu").click()
    return page


def part(page: Page, name: str) -> Any:
    return page.locator(f"#rb-nu-{name}")


def to_the_talk(page: Page) -> None:
    """Go on to the last step of the kinderdialoog, each step in its time."""
    for minutes in [10, 8, 7, *TALK[:-1]]:
        passes(page, minutes=minutes)
        page.keyboard.press("PageDown")
    expect(part(page, "tel")).to_have_text("3 van 7, stap 6 van 6")


def test_it_begins_by_the_clock_and_goes_from_step_to_step(site: str, visit: Visit) -> None:
    page = opened(visit, site, timedelta(minutes=-12))
    expect(part(page, "wacht-kop")).to_have_text("Begint over 12 minuten")
    expect(part(page, "naam")).to_have_text("Teammiddag cultuur")
    passes(page, minutes=11)
    expect(part(page, "wacht-kop")).to_have_text("Begint over 1 minuut")
    passes(page, minutes=2)
    expect(part(page, "stap")).to_have_text("Welkom")
    expect(part(page, "cijfers")).to_have_text("9:00")
    expect(part(page, "vragen").get_by_role("listitem")).to_have_text(["Wat nu?"])
    expect(part(page, "eind")).to_have_text("Eindigt om 15:30")
    expect(part(page, "hierna")).to_have_text("Dwalen door het klooster van Ter Apel")
    expect(part(page, "hierna-tijd")).to_have_text("om 13:40, 15 minuten")
    page.get_by_role("button", name="Volgende", exact=True).click()
    expect(part(page, "stap")).to_have_text("Lees het verhaal")
    expect(part(page, "status")).to_contain_text("Nu: Lees het verhaal, 8 minuten.")
    page.keyboard.press("ArrowRight")
    expect(part(page, "stap")).to_have_text("Praat erover")
    expect(part(page, "vragen").get_by_role("listitem")).to_have_count(3)
    page.keyboard.press("ArrowRight")
    expect(part(page, "groepen")).to_have_text("2 groepen van 6 of 7")
    page.keyboard.press("ArrowLeft")
    expect(part(page, "stap")).to_have_text("Praat erover")
    assert page.locator("#rb-nu-lijst > li > button > .rb-nu__titel").all_text_contents() == ROWS
    page.get_by_role("button", name="Stellingen").click()
    expect(part(page, "onderdeel")).to_have_text("Stellingen")
    expect(part(page, "stap")).to_be_focused()
    expect(page.locator("#rb-nu-lijst > li > [aria-current=step]")).to_contain_text("Stellingen")


def test_who_comes_halfway_goes_on_there(site: str, visit: Visit) -> None:
    page = opened(visit, site, timedelta(minutes=30))
    expect(part(page, "wacht-tekst")).to_have_text(
        "Volgens het programma zijn jullie bij De kinderdialoog, tot 14:40. Daar verder?"
    )
    page.get_by_role("button", name="Daar verder").click()
    expect(part(page, "tel")).to_have_text("3 van 7, stap 2 van 6")
    expect(part(page, "cijfers")).to_have_text("8:00")
    expect(part(page, "eind")).to_have_text("Eindigt om 15:30")


def test_what_runs_late_is_made_shorter_left_or_put_back(site: str, visit: Visit) -> None:
    page = begun(visit, site)
    to_the_talk(page)
    passes(page, minutes=10)
    expect(part(page, "woord")).to_have_text("van 10 minuten")
    expect(part(page, "cijfers")).to_have_text("0:00")
    passes(page, minutes=7)
    expect(part(page, "woord")).to_have_text("Tijd is om")
    expect(part(page, "cijfers")).to_have_text("+7:00")
    expect(part(page, "uitloop-kop")).to_have_text("Loopt 7 minuten uit: kort in?")
    expect(part(page, "eind")).to_have_text("Eindigt om 15:37 (7 minuten later dan gepland)")
    expect(part(page, "voorstel").get_by_role("listitem")).to_have_text(["Pauze: 5 minuten in plaats van 10"])
    expect(part(page, "voorstel-eind")).to_have_text(
        "Dan loopt het nog 2 minuten uit. Meer kan niet zonder iets over te slaan."
    )
    before = page.locator("#rb-nu-lijst").inner_text()
    page.get_by_role("button", name="Kort in").click()
    expect(part(page, "ingekort-tekst")).to_have_text("Ingekort. Het loopt nog 2 minuten uit.")
    expect(page.locator("#rb-nu-lijst")).to_contain_text(re.compile(r"Pauze\s+5 min"))
    page.get_by_role("button", name="Maak ongedaan").click()
    assert page.locator("#rb-nu-lijst").inner_text() == before
    page.get_by_role("button", name="Laat het zo").click()
    expect(part(page, "uitloop")).to_be_hidden()
    expect(part(page, "stap")).to_be_focused()
    passes(page, minutes=3)
    expect(part(page, "uitloop-kop")).to_have_text("Loopt 10 minuten uit: kort in?")


def test_what_can_be_shorter_ends_in_time(site: str, visit: Visit) -> None:
    page = begun(visit, site)
    page.get_by_role("button", name="+5 minuten").click()
    expect(part(page, "uitloop-kop")).to_have_text("Loopt 5 minuten uit: kort in?")
    expect(part(page, "voorstel-eind")).to_have_text(re.compile(r"^Dan eindigen jullie om \d\d:\d\d, zoals gepland\.$"))
    page.get_by_role("button", name="Kort in").click()
    expect(part(page, "ingekort-tekst")).to_have_text("Ingekort. Jullie eindigen op tijd.")
    expect(part(page, "eind")).to_have_text(re.compile(r"^Eindigt om \d\d:\d\d$"))


def test_it_goes_on_after_a_reload_a_closed_lid_and_in_a_second_tab(site: str, visit: Visit) -> None:
    page = begun(visit, site)
    page.keyboard.press("PageDown")
    passes(page, minutes=3)
    page.keyboard.press("p")
    expect(part(page, "woord")).to_have_text("Pauze: de tijd staat stil")
    passes(page, minutes=20)
    page.reload()
    expect(ready(page).locator("#rb-nu-cijfers")).to_have_text("5:00")
    page.keyboard.press(".")
    passes(page, minutes=6)
    expect(part(page, "cijfers")).to_have_text("+1:00")
    context: BrowserContext = page.context
    second = context.new_page()
    second.clock.set_fixed_time(datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC))
    second.goto(here(page))
    expect(ready(second).locator("#rb-nu-stap")).to_have_text("Lees het verhaal")
    second.keyboard.press("ArrowRight")
    expect(part(second, "stap")).to_have_text("Praat erover")
    expect(part(page, "stap")).to_have_text("Praat erover")
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(part(second, "wacht")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_it_ends_and_can_go_back(site: str, visit: Visit) -> None:
    page = begun(visit, site)
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(part(page, "stap")).to_have_text("Klaar")
    expect(part(page, "eind")).to_have_text(re.compile(r"^Geëindigd om \d\d:\d\d$"))
    page.keyboard.press("ArrowLeft")
    expect(part(page, "onderdeel")).to_have_text("")
    expect(part(page, "stap")).to_have_text("Oogst")
    page.get_by_role("button", name="Sluit af").click()
    expect(part(page, "stap")).to_be_focused()


def test_keys_open_and_close_what_is_folded(site: str, visit: Visit) -> None:
    page = begun(visit, site)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text(NOTE)).to_be_hidden()
    page.keyboard.press("n")
    expect(page.get_by_text(NOTE)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text(NOTE)).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_text("volgende stap")).to_be_visible()
    page.keyboard.press("q")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Je telefoon loopt niet vanzelf mee")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(dialog.get_by_role("img").screenshot())).convert("L"))
    assert "/sessie/lezen/?" in code.text
    assert "bladen" not in code.text
    page.keyboard.press("ArrowRight")
    expect(part(page, "stap")).to_have_text("Lees het verhaal")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Pauzeer").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Ga verder")).to_be_focused()
    expect(part(page, "stap")).to_have_text("Lees het verhaal")
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Volledig scherm")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_sound_while_it_runs(site: str, visit: Visit, scheme: Any) -> None:
    page = begun(visit, site)
    page.emulate_media(color_scheme=scheme)
    to_the_talk(page)
    passes(page, minutes=17)
    expect(part(page, "uitloop")).to_be_visible()
    for width in (320, 360, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 780})
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 780})
    assert violations(page) == []


SMALL = """() => [...document.querySelectorAll('#rb-nu button, #rb-nu summary')]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.textContent)"""


def test_a_phone_shows_what_counts_on_its_first_screen(site: str, visit: Visit) -> None:
    page = begun(visit, site, width=360)
    page.set_viewport_size({"width": 360, "height": 780})
    to_the_talk(page)
    for place in ("stap", "cijfers", "verder"):
        box = part(page, place).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 780
    assert page.evaluate(SMALL) == []
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_figures_keep_their_width(site: str, visit: Visit) -> None:
    page = begun(visit, site)
    widths = set()
    for second in range(1, 12):
        passes(page, seconds=1)
        expect(part(page, "cijfers")).to_have_text(f"9:{60 - second}")
        widths.add(round(part(page, "cijfers").evaluate("one => one.getBoundingClientRect().width"), 1))
    assert len(widths) == 1


def test_an_address_without_a_programme_leads_to_the_planner(site: str, visit: Visit) -> None:
    for name in ("nu", "lezen"):
        page = ready(visit(f"{site}sessie/{name}/?v=1&t=60&n=12&f=verdieping").page)
        expect(part(page, "leeg") if name == "nu" else page.locator("#rb-lezen-leeg")).to_be_visible()
    link = ready(visit(f"{site}sessie/nu/?v=1&t=60&s={TER_APEL}").page).get_by_role("link", name="Maak een programma")
    assert urlsplit(link.evaluate("link => link.href")).query == f"v=1&t=60&s={TER_APEL}"


def test_what_was_withdrawn_is_left_out_and_what_does_not_come_has_its_address(site: str, visit: Visit) -> None:
    query = f"?v=1&t=60&n=12&f=verdieping&p=i10,c15.{TER_APEL},c15.bestaat-niet,w45.kinderdialoog,o5"
    page: Page = visit(f"{site}assets/favicon.svg").page
    page.route(f"**/verhalen/{TER_APEL}/gegevens.json", lambda route: route.abort())
    page.goto(f"{site}sessie/nu/{query}")
    ready(page)
    expect(part(page, "melding")).to_contain_text("Een onderdeel in het adres is er niet (meer)")
    expect(part(page, "melding")).to_contain_text("Niet alles kon worden opgehaald.")
    titles = page.locator("#rb-nu-lijst > li > button > .rb-nu__titel").all_text_contents()
    assert titles == ["Welkom", TER_APEL, "De kinderdialoog", "Oogst"]


def test_where_nothing_is_kept_it_says_so_and_works(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}assets/favicon.svg", fresh=True).page
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }")
    page.goto(f"{site}sessie/nu/{PROGRAMME.replace('&b=13:30&d=2026-11-24', '')}")
    ready(page).get_by_role("button", name="Begin nu").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(part(page, "stap")).to_have_text("Praat erover")
    expect(part(page, "bewaard")).to_have_text("Deze browser onthoudt niet waar jullie zijn. Laat deze pagina open.")


def test_a_screen_is_kept_on_while_it_runs_or_it_is_said(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}assets/favicon.svg", fresh=True).page
    page.add_init_script("""
        window.held = [];
        const lock = { request: async () => { window.held.push('on'); return {
          addEventListener() {}, release: async () => window.held.push('off') } } };
        Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => lock, configurable: true });
    """)
    page.goto(f"{site}sessie/nu/{PROGRAMME.replace('&b=13:30&d=2026-11-24', '')}")
    ready(page).get_by_role("button", name="Begin nu").click()
    page.wait_for_function("held.join() === 'on'")
    expect(part(page, "waak")).to_be_hidden()
    page.keyboard.press("p")
    page.wait_for_function("held.join() === 'on,off'")
    without: Page = visit(f"{site}assets/favicon.svg", fresh=True).page
    without.add_init_script("delete Navigator.prototype.wakeLock")
    without.goto(page.url)
    ready(without).get_by_role("button", name="Begin nu").click()
    expect(part(without, "waak")).to_be_visible()


# To read -------------------------------------------------------------------------------------------------------------


def test_participants_read_the_programme_without_what_is_for_the_host(site: str, visit: Visit) -> None:
    page = ready(visit(f"{site}sessie/lezen/{PROGRAMME}", 360).page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Teammiddag cultuur")
    main = page.get_by_role("main")
    for text in ("dinsdag 24 november 2026, 13:30 tot 15:30", "De aula", "Wat nu?", "In 2 groepen van 6 of 7."):
        expect(main).to_contain_text(text)
    expect(main).not_to_contain_text(NOTE)
    assert page.locator(".rb-lezen__onderdeel h2").all_text_contents() == ROWS
    story = page.locator(".rb-lezen__onderdeel--verhaal")
    expect(story.get_by_role("listitem")).to_have_count(3)
    expect(story.get_by_role("link")).to_have_attribute("href", f"{site}verhalen/{TER_APEL}/")
    assert main.get_by_role("button").count() == 0
    assert main.get_by_role("textbox").count() == 0
    page.get_by_role("link", name="Begeleid jij dit? Open het programma").click()
    expect(page.get_by_role("link", name="Begin de bijeenkomst")).to_be_visible()


def test_what_is_read_fits_on_paper(site: str, visit: Visit, tmp_path: Path) -> None:
    page = ready(visit(f"{site}sessie/lezen/{PROGRAMME}").page)
    file = tmp_path / "lezen.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    assert 1 <= len(paper.sides(file)) <= 2


def test_the_planner_leads_to_both(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}sessie/{PROGRAMME}", fresh=True).page
    link = ready(page).get_by_role("link", name="Bekijk wat deelnemers lezen")
    read = link.evaluate("link => link.href")
    assert urlsplit(read).path.endswith("/sessie/lezen/")
    assert "~n" not in parse_qs(urlsplit(read).query)["p"][0]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer het adres voor deelnemers").click()
    expect(page.locator("#rb-gedaan")).to_have_text("Het adres voor deelnemers is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == read
    page.get_by_role("link", name="Begin de bijeenkomst").click()
    assert "~n" in parse_qs(urlsplit(here(ready(page))).query)["p"][0]


# In a Firefox --------------------------------------------------------------------------------------------------------

STEP = "document.querySelector('#rb-nu-stap').textContent"
FIREFOX_STEPS = (
    "!document.querySelector('[aria-busy]')",
    "document.querySelector('[data-doe=begin]').click() || true",
    f"{STEP} === 'Welkom' && document.querySelector('#rb-nu-cijfers').textContent.startsWith('9:')",
    "document.querySelector('[data-doe=erbij][data-minuten=\"5\"]').click() || true",
    "document.querySelector('#rb-nu-uitloop-kop').textContent === 'Loopt 5 minuten uit: kort in?'",
    "document.querySelector('[data-doe=kort]').click() || true",
    "document.querySelector('#rb-nu-ingekort-tekst').textContent === 'Ingekort. Jullie eindigen op tijd.'",
    "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true })) || true",
    f"{STEP} === 'Lees het verhaal'",
    "document.querySelector('[data-doe=code]').click() || true",
    "document.querySelector('dialog[open] svg') !== null",
    "document.querySelector('[data-doe=sluit]').click() || true",
    "location.reload() || true",
    f"!document.querySelector('[aria-busy]') && {STEP} === 'Lees het verhaal'",
)


def test_a_firefox_runs_it_too(site: str, tmp_path: Path) -> None:
    needs_firefox()
    query = PROGRAMME.replace("&b=13:30&d=2026-11-24", "")
    read = paper.Print("lezen", f"sessie/lezen/{PROGRAMME}", ("!document.querySelector('[aria-busy]')",))
    paper.in_firefox([paper.Print("nu", f"sessie/nu/{query}", FIREFOX_STEPS), read], site, tmp_path, tmp_path)
    assert len(paper.sides(tmp_path / "lezen.pdf")) <= 2
