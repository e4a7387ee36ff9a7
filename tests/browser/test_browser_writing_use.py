"""The form to write a story, as an adviser uses it: by keyboard, with mistakes, with a pause, and up to the forge."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, Request, Route, expect

from kennisbank.model import urls
from kennisbank.model.forge import LONGEST, Forge
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.browser.writing_support import COMPLETE, FILL
from tests.site_support import HOME
from tests.support import WERKVORM, read, write

pytestmark = pytest.mark.browser

FORM = urls.SCHRIJVEN["verhaal"]
GITHUB = HOME.forge
FORGEJO = Forge("forgejo", "https://forge.example/team/kennis", "main")
OPEN_ALL = "for (const step of document.querySelectorAll('.rb-stap')) step.open = true"
STORED = "() => Object.entries({...localStorage})"
MOST = 400
"""Presses of Tab after which something counts as out of reach."""

Visit = Callable[..., Any]


def opened(site: str, visit: Visit, width: int = 1280, *, steps: bool = True, **options: Any) -> Page:
    """Open the form, with all its steps open unless they are what a test is about."""
    page: Page = visit(site + FORM, width, **options).page
    expect(page.locator("#rb-schrijf")).to_be_visible()
    if steps:
        page.evaluate(OPEN_ALL)
    return page


def send(page: Page) -> None:
    page.get_by_role("button", name="Voorstellen op GitHub").click()


def answer(page: Page, host: str) -> list[str]:
    """Answer for a forge, so that nothing goes to the network; returns the addresses that were asked for."""
    asked: list[str] = []

    def fulfil(route: Route, request: Request) -> None:
        asked.append(request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>Nieuw bestand</title>")

    page.context.route(lambda address: urlsplit(address).hostname == host, fulfil)
    return asked


def proposal(asked: list[str]) -> tuple[str, dict[str, list[str]]]:
    """Return the path of the one address that was asked for, and what it hands over."""
    (address,) = asked
    assert len(GITHUB.view("stories").omweg + quote(address, safe="")) <= LONGEST  # also for who has to log in first
    parts = urlsplit(address)
    return parts.path, parse_qs(parts.query, strict_parsing=True)


# Up to the forge ---------------------------------------------------------------------------------------------------


def reach(page: Page, name: str) -> None:
    """Press Tab until the element with this id has the focus, which must be seen."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            outline = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
            assert outline >= 2
            return
    pytest.fail(f"The keyboard does not reach {name!r}.")


def states(page: Page) -> list[str]:
    """Return what each step says that it lacks."""
    page.wait_for_timeout(300)  # what is typed is counted when the typing stops
    return page.locator("[data-stand]").all_inner_texts()


def go_on(page: Page, title: str) -> None:
    """Press Tab until the button that goes on, and press that: the head of the next step has the focus then."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("'verder' in document.activeElement.dataset"):
            page.keyboard.press("Enter")
            expect(page.locator("summary:focus")).to_contain_text(title)
            return
    pytest.fail(f"The keyboard does not reach what leads to {title!r}.")


def test_by_keyboard_alone_to_a_proposal_that_passes_the_check(site: str, visit: Visit, tmp_path: Path) -> None:
    page = opened(site, visit, steps=False)
    asked = answer(page, "github.com")
    keys = page.keyboard
    for name, text in (
        ("veld-title", "Kunst op het plein"),
        ("veld-samenvatting", COMPLETE["verhaal"]["samenvatting"]),
    ):
        reach(page, name)
        keys.type(text)
    reach(page, "zoek-ruimtes")
    keys.type("plek")
    keys.press("Enter")  # the only one that is found
    go_on(page, "Waar speelt het, en met wie?")
    reach(page, "veld-plaats")
    keys.type("Ezinge")
    keys.press("Enter")  # sends nothing: only the button does
    reach(page, "zoek-schooltype")
    keys.type("basisschool")
    keys.press("Enter")
    reach(page, "veld-partnertype-museum")
    keys.press("Space")
    go_on(page, "Het verhaal")
    reach(page, "deel-begin")
    keys.type("We gingen op pad.")
    go_on(page, "Toestemming en bron")
    reach(page, "veld-toestemming-ja")
    keys.press("Space")
    reach(page, "veld-toestemming_kenmerk")
    keys.type("archief 2026-12")
    reach(page, "veld-bron")
    keys.type("eigen verhaal")
    assert states(page) == ["klaar"] * 4 + [""]
    for _ in range(MOST):
        keys.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    with page.context.expect_page() as tab:
        keys.press("Enter")
    tab.value.wait_for_load_state()
    assert tab.value.evaluate("window.opener") is None
    path, given = proposal(asked)
    assert path == "/team/kennis/new/main"
    assert given["filename"] == ["stories/kunst-op-het-plein.md"]
    assert given["value"] == [page.locator("#rb-inhoud-bestand").input_value()]
    loaded = read(write(tmp_path, {given["filename"][0]: given["value"][0]}))
    assert loaded.knowledge is not None, loaded.problems
    story = loaded.knowledge.verhaal["kunst-op-het-plein"]
    assert (story.regio, story.schooltype, story.ruimtes) == ("noord-groningen", ("po",), ("plek",))
    expect(page.locator("#rb-verstuurd")).to_be_focused()
    assert GITHUB.adres in (page.get_by_role("link", name="Open GitHub zelf").get_attribute("href") or "")


def test_a_short_example_by_keyboard_with_what_is_folded(site: str, visit: Visit, tmp_path: Path) -> None:
    opened = visit(site + urls.SCHRIJVEN["praktijkvoorbeeld"])
    page: Page = opened.page
    expect(page.locator("#rb-schrijf")).to_be_visible()
    asked = answer(page, "github.com")
    keys = page.keyboard

    def tab_to(what: str) -> None:
        for _ in range(MOST):
            keys.press("Tab")
            if page.evaluate(f"document.activeElement.{what}"):
                return
        pytest.fail(f"The keyboard does not reach what has {what}.")

    for name in ("title", "samenvatting"):
        reach(page, f"veld-{name}")
        keys.type(COMPLETE["praktijkvoorbeeld"][name])
    reach(page, "zoek-ruimtes")
    keys.type("plek")
    keys.press("Enter")
    go_on(page, "Het voorbeeld")
    reach(page, "deel-voorbeeld")
    keys.type("woord " * 29)
    expect(page.locator("#teller-deel-voorbeeld")).to_have_text("29 woorden; 30 tot en met 150 mag")
    keys.press("Tab")
    expect(page.locator("#fout-deel-voorbeeld")).to_have_text(
        "De tekst telt 29 woorden; minstens 30 zijn nodig. Vertel wat meer."
    )
    keys.press("Shift+Tab")
    keys.press("End")
    keys.type("en klaar")
    expect(page.locator("#fout-deel-voorbeeld")).to_be_hidden()
    go_on(page, "Bron")
    reach(page, "veld-bron")
    keys.type("eigen ervaring")
    go_on(page, "Dit helpt anderen je te vinden")
    mark = page.locator("#veld-toestemming_kenmerk")
    tab_to("matches('summary') && document.activeElement.textContent.startsWith('Toestemming')")
    keys.press("Enter")
    reach(page, "veld-toestemming-ja")
    keys.press("Space")
    expect(mark).to_be_visible()  # it must be filled in now
    reach(page, "veld-toestemming_kenmerk")
    keys.type("archief 2026-12")
    tab_to("matches('summary') && document.activeElement.textContent.startsWith('Gesprek')")
    keys.press("Enter")
    reach(page, "veld-gesprek")
    keys.type("Wat herken je?")
    tab_to("type === 'submit'")
    with page.context.expect_page():
        keys.press("Enter")
    _, given = proposal(asked)
    assert given["filename"] == ["stories/kort/kunst-op-het-plein.md"]
    loaded = read(write(tmp_path, {given["filename"][0]: given["value"][0]}))
    assert loaded.knowledge is not None, loaded.problems
    (example,) = loaded.knowledge.voorbeelden
    assert (example.ruimtes, example.gesprek, example.toestemming) == (("plek",), ("Wat herken je?",), True)
    assert opened.messages == []


def test_another_forge(site: str, visit: Visit) -> None:
    page = visit(site).page

    def other(route: Route) -> None:
        """Give the page as a configuration with the other forge would make it."""
        html = route.fetch().text()
        here, there = GITHUB.view("stories"), FORGEJO.view("stories")
        for old, new in ((here.nieuw, there.nieuw), (here.map, there.map), (here.naam, there.naam)):
            assert escape(old) in html
            html = html.replace(escape(old), escape(new))
        route.fulfill(body=html, content_type="text/html")

    page.route(f"**/{FORM}", other)
    page.goto(site + FORM)
    asked = answer(page, "forge.example")
    page.evaluate(FILL, COMPLETE["verhaal"])
    with page.context.expect_page():
        page.get_by_role("button", name="Voorstellen op Forgejo").click()
    path, given = proposal(asked)
    assert path == "/team/kennis/_new/main/stories/"
    assert given["filename"] == ["kunst-op-het-plein.md"]
    assert given["value"][0].startswith('---\ntitle: "Kunst op het plein"\n')


def test_a_long_text_is_taken_along(site: str, visit: Visit, tmp_path: Path) -> None:
    page = opened(site, visit, permissions=["clipboard-read", "clipboard-write"])
    asked = answer(page, "github.com")
    page.evaluate(FILL, COMPLETE["verhaal"] | {"deel-aanpak": "Een zin met acht woorden, é en 🎨.\n" * 250})
    send(page)
    panel = page.locator("#rb-te-lang")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("te lang om vanzelf mee te gaan. We hebben hem voor je gekopieerd.")
    assert asked == []
    file = page.locator("#rb-inhoud-bestand").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == file
    href = panel.get_by_role("link", name="Open een nieuw bestand op GitHub").get_attribute("href") or ""
    path, given = proposal([href])
    assert (path, given["filename"]) == ("/team/kennis/new/main", ["stories/kunst-op-het-plein.md"])
    begin = read(write(tmp_path, {given["filename"][0]: given["value"][0]}))
    assert [problem.code for problem in begin.problems] == ["tekst-invullen"], "who forgets to paste hears it"
    assert "Ctrl+A" in begin.problems[0].message
    expect(panel.locator("[data-direct]")).to_be_hidden()  # it is too long for who is logged in as well
    page.evaluate("navigator.clipboard.writeText('123456')")  # a code out of a mail
    panel.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("#rb-gedaan")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == file
    with page.expect_download() as download:
        page.locator(".rb-eind > .rb-knoppen").get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename == "kunst-op-het-plein.md"
    assert Path(download.value.path()).read_bytes() == file.encode()
    assert violations(page) == []


def test_who_is_logged_in_takes_a_long_text_along_at_once(site: str, visit: Visit) -> None:
    """It is the page to log in that a long address does not fit in."""
    page = opened(site, visit, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(FILL, COMPLETE["verhaal"] | {"deel-aanpak": "Een zin met zes woorden hier.\n" * 165})
    send(page)
    href = page.locator("#rb-te-lang [data-direct] a").get_attribute("href") or ""
    assert len(href) <= LONGEST < len(GITHUB.view("stories").omweg + quote(href, safe=""))
    assert parse_qs(urlsplit(href).query)["value"] == [page.locator("#rb-inhoud-bestand").input_value()]


def test_a_long_text_without_a_clipboard_can_be_copied_by_hand(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false }"
    )
    page.evaluate(FILL, COMPLETE["verhaal"] | {"deel-aanpak": "Een zin met zes woorden hier.\n" * 300})
    send(page)
    expect(page.locator("#rb-te-lang")).to_be_focused()
    expect(page.locator("#rb-te-lang")).to_contain_text("kopieer zelf wat hieronder bij Bekijk het bestand staat")
    expect(page.locator("#rb-inhoud-bestand")).to_be_visible()


def test_without_an_account_the_file_goes_by_mail(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    page.evaluate(FILL, COMPLETE["verhaal"])
    post = page.get_by_role("region", name="Stuur het op")
    with page.expect_download() as download:
        post.get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename == "kunst-op-het-plein.md"
    mail = urlsplit(post.get_by_role("link", name="Begin een mail").get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "hulp@kennis.internal")
    given = parse_qs(mail.query, strict_parsing=True)
    assert given["subject"] == ["Voor de kennisbank Ruimte: het verhaal"]
    assert given["body"][0].startswith("Hallo,\r\n\r\nHierbij stuur ik het verhaal op.")
    expect(page.get_by_role("region", name="Wat gebeurt er daarna?")).to_contain_text("Is dit je eerste voorstel?")


def test_without_a_clipboard_the_text_is_chosen(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false }"
    )
    page.evaluate(FILL, {"title": "Nog niet klaar"})
    page.locator(".rb-eind").get_by_role("button", name="Kopieer de tekst").first.click()
    expect(page.locator("#rb-gedaan")).to_contain_text("druk op Ctrl+C")
    chosen = page.locator("#rb-inhoud-bestand").evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert chosen == page.locator("#rb-inhoud-bestand").input_value() != ""


# In steps ------------------------------------------------------------------------------------------------------------


def open_steps(page: Page) -> list[bool]:
    found: list[bool] = page.locator(".rb-stap").evaluate_all("all => all.map(step => step.open)")
    return found


VISIBLE = """() => [...document.querySelectorAll('#rb-schrijf :is(input, textarea, select, button, summary, a)')]
    .filter(control => control.checkVisibility({visibilityProperty: true}) && control.getClientRects().length).length"""


@pytest.mark.parametrize("form", urls.SCHRIJVEN)
def test_at_first_sight_a_form_is_one_step_and_the_names_of_the_others(site: str, visit: Visit, form: str) -> None:
    page = visit(site + urls.SCHRIJVEN[form]).page
    expect(page.locator("#rb-schrijf")).to_be_visible()
    number = page.locator(".rb-stap:not(.rb-stap--mag)").count()
    assert open_steps(page) == [True] + [False] * number
    assert 3 <= number <= 4
    assert page.evaluate(VISIBLE) <= 40
    heads = page.locator(".rb-stap > summary").all_inner_texts()
    assert heads[0].startswith(f"Stap 1 van {number}")
    assert heads[-1].startswith("Mag ook")
    required = page.locator("#rb-schrijf [required]").evaluate_all("all => all.map(e => e.closest('.rb-stap').id)")
    assert "rb-stap-0" not in required


def test_each_step_says_what_it_lacks(site: str, visit: Visit) -> None:
    page = opened(site, visit, steps=False)
    assert states(page) == ["nog 3 velden", "nog 4 velden", "nog 1 veld", "nog 2 velden", ""]
    page.evaluate(FILL, {"title": "Kunst op het plein", "ruimtes": ["plek"], "toestemming": "ja"})
    assert states(page)[:4] == ["nog 1 veld", "nog 4 velden", "nog 1 veld", "nog 2 velden"]  # with ja it needs a mark
    page.evaluate(FILL, {**COMPLETE["verhaal"], "leren": ["afstemmen"], "scholen": "De Wierde"})
    assert states(page) == ["klaar"] * 4 + ["2 ingevuld"]
    page.evaluate(OPEN_ALL)
    expect(page.locator("details", has=page.locator("#veld-leren")).last.locator("summary")).to_contain_text(
        page.locator("label[for=veld-leren-afstemmen]").inner_text()
    )


def test_an_error_in_a_folded_step_opens_it_and_gets_the_focus(site: str, visit: Visit) -> None:
    page = opened(site, visit, 360, steps=False)
    page.evaluate(FILL, COMPLETE["verhaal"] | {"toestemming": "", "gedeelde_drijfveer": "ja"})
    send(page)
    assert open_steps(page) == [True, False, False, True, True]
    expect(page.locator("#rb-fouten")).to_be_focused()
    page.evaluate("for (const step of document.querySelectorAll('.rb-stap')) step.open = false")
    page.locator("#rb-fouten").get_by_role("link", name="Gedeelde drijfveer").click()
    expect(page.locator("#veld-gedeelde_drijfveer")).to_be_focused()
    page.locator("#rb-fouten").get_by_role("link", name="Toestemming").click()
    expect(page.locator("#veld-toestemming-ja")).to_be_focused()
    assert page.evaluate(TOO_WIDE) == []


def test_a_draft_opens_the_steps_that_have_something_in_them(site: str, visit: Visit) -> None:
    page = opened(site, visit, steps=False)
    page.evaluate(FILL, {"title": "Kunst op het plein", "deel-aanpak": "Stap voor stap.", "leren": ["afstemmen"]})
    page.wait_for_function("() => localStorage.length")
    page.reload()
    expect(page.locator("#rb-teruggezet")).to_be_visible()
    assert open_steps(page) == [True, False, True, False, True]
    page.locator("#rb-teruggezet").get_by_role("button", name="Begin aan een nieuw concept").click()
    assert open_steps(page) == [True, False, False, False, False]
    expect(page.locator("#veld-title")).to_be_focused()


@pytest.mark.parametrize("form", urls.SCHRIJVEN)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_a_form_with_all_of_it_open_is_sound(site: str, visit: Visit, form: str, width: int, scheme: str) -> None:
    page = visit(site + urls.SCHRIJVEN[form], width, color_scheme=scheme).page
    expect(page.locator("#rb-schrijf")).to_be_visible()
    page.evaluate("for (const fold of document.querySelectorAll('#rb-schrijf details')) fold.open = true")
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []


def test_going_on_closes_a_step_and_says_what_it_lacks(site: str, visit: Visit) -> None:
    page = opened(site, visit, 360, steps=False)
    page.locator("#veld-title").fill("Kunst op het plein")
    page.get_by_role("button", name="Verder met stap 2").click()
    assert open_steps(page) == [False, True, False, False, False]
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Waar gaat het over?: nog 2 velden.")
    head = page.locator("summary:focus")
    expect(head).to_contain_text("Stap 2 van 4")
    box = head.bounding_box()
    assert box is not None and 0 <= box["y"] < 300 and box["height"] >= 44
    page.keyboard.press("Enter")
    assert open_steps(page) == [False] * 5


# Pictures -----------------------------------------------------------------------------------------------------------


def describe(page: Page, name: str) -> None:
    """Describe one more picture, as somebody does who has one on a telephone."""
    page.get_by_role("button", name="Voeg een foto toe").click()
    row = page.locator(".rb-foto").last
    row.get_by_label("Naam van het bestand").fill(name)
    row.get_by_label("Wat er te zien is").fill("Een houten kastje met drie voorwerpen.")
    row.get_by_role("textbox", name="Maker").fill('Museum "De Wierde"')
    row.get_by_label("Licentie").select_option("cc-by")
    row.get_by_label("Toestemming").check()


def test_pictures_are_described_and_the_file_passes_the_check_once_they_are_there(
    site: str, visit: Visit, tmp_path: Path
) -> None:
    page = opened(site, visit, 360)
    asked = answer(page, "github.com")
    text = "Kijk in [de werkvorm](../werkvormen/kinderdialoog.md).\n\n![](img-1234.jpg)"
    page.evaluate(FILL, COMPLETE["verhaal"] | {"deel-begin": text})
    page.locator("summary", has_text="Foto's erbij").click()
    describe(page, "IMG 1234.JPG")
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []
    page.locator(".rb-foto").get_by_label("Toestemming").uncheck()
    page.locator("summary", has_text="Foto's erbij").click()
    send(page)
    assert page.locator("#rb-fouten li").all_inner_texts() == [
        "Foto's: Foto 1, Toestemming: vink aan dat het mag, of haal de foto weg."
    ]
    page.locator("#rb-fouten a").click()
    expect(page.locator(".rb-foto").get_by_label("Toestemming")).to_be_focused()
    page.keyboard.press("Space")
    describe(page, "kastje.png")
    with page.context.expect_page():
        send(page)
    _, given = proposal(asked)
    assert given["filename"] == ["stories/kunst-op-het-plein.md"]
    expect(page.locator("#rb-verstuurd")).to_contain_text("Zet daarna je foto's erbij.")
    expect(page.locator("#rb-verstuurd")).to_contain_text("de map stories/kunst-op-het-plein,")
    expect(page.get_by_role("region", name="Stuur het op")).to_contain_text("als bijlage, met je foto's")
    assert "![](kunst-op-het-plein/img-1234.jpg)" in given["value"][0]
    root = write(tmp_path, {given["filename"][0]: given["value"][0], "werkvormen/kinderdialoog.md": WERKVORM})
    assert {problem.code for problem in read(root).problems} == {"beeld-ontbreekt"}
    for name, saved in (("img-1234.jpg", "JPEG"), ("kastje.png", "PNG")):
        (root / "stories/kunst-op-het-plein").mkdir(exist_ok=True)
        Image.new("RGB", (800, 600)).save(root / "stories/kunst-op-het-plein" / name, saved)
    loaded = read(root)
    assert loaded.knowledge is not None, loaded.problems
    (one, other) = loaded.knowledge.verhaal["kunst-op-het-plein"].beelden
    assert (one.bestand, one.maker, one.licentie, one.toestemming) == (
        "img-1234.jpg", 'Museum "De Wierde"', "cc-by", True
    )  # fmt: skip
    assert other.bestand == "kastje.png"


def test_described_pictures_come_back_and_can_be_taken_away(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    page.locator("#veld-title").fill("Kunst op het plein")
    page.locator("summary", has_text="Foto's erbij").click()
    describe(page, "een.jpg")
    describe(page, "twee.jpg")
    page.wait_for_function("() => Object.values({...localStorage}).some(kept => kept.includes('twee.jpg'))")
    file = page.locator("#rb-inhoud-bestand").input_value()
    assert file.count("  - bestand:") == 2
    page.reload()
    expect(page.locator(".rb-foto [data-foto=bestand]")).to_have_count(2)
    expect(page.locator("#rb-inhoud-bestand")).to_have_value(file)
    page.locator("summary", has_text="Foto's erbij").click()
    page.locator(".rb-foto").first.get_by_role("button", name="Haal deze foto weg").click()
    expect(page.get_by_role("button", name="Voeg een foto toe")).to_be_focused()
    expect(page.locator(".rb-foto legend")).to_have_text(["Foto 1"])
    page.locator(".rb-foto").get_by_role("button", name="Haal deze foto weg").click()
    expect(page.locator("#rb-bestandsnaam")).to_have_text("stories/kunst-op-het-plein.md")
    with page.expect_download() as download:
        page.locator(".rb-eind > .rb-knoppen").get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename == "kunst-op-het-plein.md"


# Mistakes ----------------------------------------------------------------------------------------------------------


def test_what_is_wrong_is_listed_and_each_leads_to_its_field(site: str, visit: Visit) -> None:
    page = opened(site, visit, 320, color_scheme="dark")
    page.evaluate(FILL, COMPLETE["verhaal"] | {"title": "", "ruimtes": [], "leren": [], "toestemming_kenmerk": "x"})
    page.evaluate(FILL, {"gedeelde_drijfveer": "ja"})
    expect(page.locator("[aria-invalid]")).to_have_count(0)  # nothing is said before somebody has been there
    send(page)
    summary = page.locator("#rb-fouten")
    expect(summary).to_be_focused()
    assert summary.get_by_role("listitem").all_inner_texts() == [
        "Titel: Vul dit nog in.",
        "Ruimtes: Kies er minstens één.",
        "Kenmerk van de toestemming: Dit is 1 teken; minstens 2 zijn nodig.",
        "Gedeelde drijfveer: Dit zijn 2 tekens; minstens 3 zijn nodig.",
    ]
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []
    for link, focused in (
        ("Titel", "veld-title"),
        ("Ruimtes", "veld-ruimtes-drijfveer"),
        ("Gedeelde", "veld-gedeelde_drijfveer"),
    ):
        summary.get_by_role("link", name=link).click()
        expect(page.locator(f"#{focused}")).to_be_focused()
        assert page.locator(f"#{focused}").get_attribute("aria-invalid") == "true"
    title = page.locator("#veld-title")
    expect(title).to_have_accessible_description(
        "Kort en herkenbaar. Bijvoorbeeld: De vitrinekastjes van Ezinge Vul dit nog in."
    )
    title.fill("Kunst op het plein")
    expect(page.locator("#fout-title")).to_be_hidden()


def test_a_message_comes_when_a_field_is_left_and_the_counter_counts_as_the_check(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    summary, counter = page.locator("#veld-samenvatting"), page.locator("#teller-samenvatting")
    expect(counter).to_have_text("40 tot en met 300 tekens")
    summary.press_sequentially("Kort 🎨")
    expect(counter).to_have_text("Nog minstens 34 tekens")
    expect(page.locator("#fout-samenvatting")).to_be_hidden()
    summary.blur()
    expect(page.locator("#fout-samenvatting")).to_have_text("Dit zijn 6 tekens; minstens 40 zijn nodig.")
    summary.fill("🎨 " + "a" * 299)
    expect(counter).to_have_text("1 teken te veel")
    status = page.locator("#rb-status")
    expect(status).to_have_text("1 teken te veel")  # spoken when the typing stops


def test_the_first_click_after_a_field_that_is_too_short_lands(site: str, visit: Visit) -> None:
    """The message moves the page: it waits until what was pressed has been let go."""
    for wait in (0, 400):  # milliseconds that the button is held
        page = opened(site, visit)
        message = page.locator("#fout-samenvatting")
        page.locator("#veld-title").fill("Kunst op het plein")
        page.locator("#veld-samenvatting").press_sequentially("Te kort")
        box = page.locator("#veld-ruimtes-drijfveer")
        box.scroll_into_view_if_needed()
        place = box.bounding_box()
        assert place is not None
        page.mouse.move(place["x"] + place["width"] / 2, place["y"] + 2)
        page.mouse.down()
        page.wait_for_timeout(wait)
        expect(message).to_be_hidden()
        page.mouse.up()
        expect(box).to_be_checked()
        expect(message).to_have_text("Dit zijn 7 tekens; minstens 40 zijn nodig.")


def test_the_first_tap_after_a_field_that_is_too_short_lands(site: str, visit: Visit) -> None:
    """Of a finger the browser makes a press of the mouse once it has gone."""
    page = opened(site, visit, 390, has_touch=True)
    page.locator("#veld-title").fill("Kunst op het plein")
    page.locator("#veld-samenvatting").press_sequentially("Te kort")
    box = page.locator("#veld-ruimtes-drijfveer")
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place is not None
    page.touchscreen.tap(place["x"] + place["width"] / 2, place["y"] + 2)
    expect(box).to_be_checked()
    expect(page.locator("#fout-samenvatting")).to_have_text("Dit zijn 7 tekens; minstens 40 zijn nodig.")


def test_a_place_proposes_its_region_and_a_choice_stays(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    place, chosen = page.locator("#veld-plaats"), page.locator("[name=regio]:checked")
    place.fill("ter apel")
    expect(chosen).to_have_value("oost-groningen")
    expect(page.locator("#veld-regio")).to_contain_text("Ingevuld: Ter Apel ligt in de regio Oost-Groningen.")
    place.fill("Meppel")
    expect(chosen).to_have_value("zuidwest-drenthe")
    page.locator("#veld-regio-westerkwartier").check()
    place.fill("Emmen")
    expect(chosen).to_have_value("westerkwartier")
    expect(page.locator("#fout-regio")).to_have_text(
        "Emmen ligt in de regio Zuidoost-Drenthe. Kies die, of verbeter de plaats."
    )


def test_other_words_find_a_value(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    for field, typed, labels in (
        ("schooltype", "basisschool", ["Basisonderwijs", "Speciaal basisonderwijs"]),
        ("schooltype", "vmbo", ["Voortgezet onderwijs"]),
        ("disciplines", "tekenlessen", ["Beeldend"]),
        ("partnertype", "xyz", []),
    ):
        page.locator(f"#veld-{field}").evaluate("e => { if (e.closest('details')) e.closest('details').open = true }")
        page.locator(f"#zoek-{field}").fill(typed)
        assert page.locator(f"#veld-{field} .rb-optie:visible label").all_inner_texts() == labels
        page.locator(f"#zoek-{field}").press("Escape")
        assert page.locator(f"#veld-{field} .rb-optie:visible").count() > len(labels)
    page.locator("#zoek-schooltype").fill("basisschool")
    page.locator("#zoek-schooltype").press("Enter")  # of two that are found, the one that is called so
    expect(page.locator("[name=schooltype]:checked")).to_have_value("po")


def test_a_story_is_chosen_by_its_title(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    page.locator("#veld-verwant").evaluate("e => e.closest('details').open = true")
    page.locator("#zoek-verwant").fill("beurt mep")
    page.locator("#veld-verwant").get_by_label("Om de beurt een les in Meppel").check()
    page.locator("#zoek-verwant").fill("klooster")
    page.locator("#veld-verwant-klooster-van-ter-apel").check()
    chosen = re.compile(re.escape("verwant: [trots-in-meppel, klooster-van-ter-apel]"))
    expect(page.locator("#rb-inhoud-bestand")).to_have_value(chosen)
    page.reload()
    expect(page.locator("#veld-verwant").get_by_label("Om de beurt een les in Meppel")).to_be_checked()


# The preview -------------------------------------------------------------------------------------------------------


def test_the_preview_shows_the_text_and_runs_nothing(site: str, visit: Visit) -> None:
    visited = visit(site + FORM)
    page: Page = visited.page
    text = (
        "## Kop\nEen **vet** en *schuin* woord, [weg](https://voorbeeld.nl) en [fout](javascript:alert(1)).\n"
        '<img src=x onerror="window.fout=1"> <script>window.fout=1</script>\n1. een\n2. twee\n\n> gezegd'
    )
    page.evaluate(FILL, {"title": "<b>Titel</b>", "ruimtes": ["kind"], "deel-begin": text})
    preview = page.get_by_role("group", name="Voorbeeld")
    expect(preview.get_by_role("heading", level=3)).to_have_text("<b>Titel</b>")
    expect(preview.get_by_role("heading", level=4)).to_have_text("Kop")
    assert preview.locator("strong").all_inner_texts() == ["vet"]
    assert preview.locator("em").all_inner_texts() == ["schuin"]
    assert preview.locator("ol > li").all_inner_texts() == ["een", "twee"]
    assert preview.locator("blockquote").inner_text().strip() == "gezegd"
    assert preview.locator("a").evaluate_all("all => all.map(a => [a.href, a.rel])") == [
        ["https://voorbeeld.nl/", "noopener"]
    ]
    assert preview.locator("img, script, b").count() == 0
    expect(preview).to_contain_text("<script>window.fout=1</script>")
    expect(preview.locator("path.vol")).to_have_count(1)
    assert page.evaluate("window.fout") is None
    assert visited.messages == []


# Kept in the browser -----------------------------------------------------------------------------------------------


def test_what_was_typed_comes_back_and_can_be_wiped(site: str, visit: Visit) -> None:
    page = opened(site, visit)
    assert page.evaluate(STORED) == []
    expect(page.locator("#rb-teruggezet")).to_be_hidden()
    page.evaluate(FILL, {**COMPLETE["verhaal"], "adres": "mijn-adres", "leren": ["afstemmen"], "concept": "true"})
    page.wait_for_function("() => localStorage.length")
    file = page.locator("#rb-inhoud-bestand").input_value()
    page.reload()
    expect(page.locator("#rb-teruggezet")).to_contain_text("Je was al begonnen")
    expect(page.locator("#rb-inhoud-bestand")).to_have_value(file)
    expect(page.locator("#veld-adres")).to_have_value("mijn-adres")
    (stored,) = page.evaluate(STORED)
    assert re.fullmatch("ruimte-concept-verhaal-[a-z0-9]{10}", stored[0])
    assert set(json.loads(stored[1])) == {"versie", "rev", "na", "op", "kopie", "velden"}
    wipe = page.get_by_role("button", name="Wis alles wat ik hier heb getypt")
    wipe.click()
    page.get_by_role("dialog").get_by_role("button", name="Nee, bewaar het").click()
    expect(page.locator("#veld-title")).to_have_value("Kunst op het plein")
    wipe.click()
    page.get_by_role("dialog").get_by_role("button", name="Ja, wis alles").click()
    expect(page.locator("#veld-title")).to_have_value("")
    expect(page.locator("#veld-title")).to_be_focused()
    page.reload()
    assert page.evaluate(STORED) == []
    expect(page.locator("#rb-teruggezet")).to_be_hidden()


UNREADABLE = [
    "{",
    "null",
    '{"versie": 1}',
    '{"versie": 1, "velden": null}',
    '{"versie": 2, "velden": {"title": "x"}}',
    '{"versie": 1, "velden": {"title": 4, "ruimtes": {"a": 1}, "__proto__": 1, "verwant": "x", "datum": "<b>"}}',
]


def test_what_cannot_be_read_back_is_passed_over(site: str, visit: Visit) -> None:
    visited = visit(site + "404.html")
    for stored in UNREADABLE:
        visited.page.evaluate("stored => localStorage.setItem('ruimte-schrijven-verhaal', stored)", stored)
        visited.page.goto(site + FORM)
        expect(visited.page.locator("#veld-title")).to_be_visible()
        expect(visited.page.locator("#veld-title")).to_have_value("")
    assert visited.messages == []


def test_a_browser_that_keeps_nothing_still_writes(site: str, visit: Visit) -> None:
    visited = visit(site + "404.html", fresh=True)
    page: Page = visited.page
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('dicht') } })")
    page.goto(site + FORM)
    asked = answer(page, "github.com")
    page.evaluate(FILL, COMPLETE["verhaal"])
    expect(page.locator("#rb-niet-bewaard")).to_be_visible()
    with page.context.expect_page():
        send(page)
    assert len(asked) == 1
    assert visited.messages == []


# Around it ---------------------------------------------------------------------------------------------------------


def test_without_a_script_the_page_says_what_to_do(site: str, visit: Visit) -> None:
    page = visit(site + FORM, 360, java_script_enabled=False).page
    expect(page.locator("#rb-schrijf")).to_be_hidden()
    expect(page.locator("noscript p")).to_contain_text("Het formulier werkt met JavaScript")
    folder = page.get_by_role("link", name="de map stories op GitHub")
    expect(folder).to_have_attribute("href", GITHUB.folder("stories"))
    expect(page.get_by_role("link", name="de uitleg van alle velden")).to_be_visible()


def test_improving_a_page_leads_to_its_file(site: str, visit: Visit) -> None:
    page = visit(site + "404.html", java_script_enabled=False).page
    for address, file, words in (
        ("verhalen/trots-in-meppel/", "stories/trots-in-meppel.md", "Verbeter dit verhaal"),
        ("werkvormen/kinderdialoog/", "werkvormen/kinderdialoog.md", "Verbeter deze werkvorm"),
        ("ruimtes/kind/", "ruimtes/kind.md", "Verbeter deze pagina"),
        ("over/privacy/", "docs/over/privacy.md", "Verbeter deze pagina"),
        ("bundels/team-meekrijgen/", "docs/bundels/team-meekrijgen.md", "Verbeter deze"),
    ):
        page.goto(site + address, wait_until="commit")
        expect(page.get_by_role("link", name=words)).to_have_attribute("href", GITHUB.edit(file))


def test_the_home_page_and_an_empty_list_invite_to_write(site: str, visit: Visit) -> None:
    page = visit(site).page
    page.get_by_role("main").get_by_role("link", name="Schrijf een verhaal").click()
    expect(page).to_have_url(site + FORM)
    page.goto(site + "rol/liaison/")
    page.get_by_role("link", name="Schrijf het eerste verhaal").click()
    expect(page).to_have_url(site + FORM)
