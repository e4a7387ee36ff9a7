"""Keeping stories and werkvormen, "Mijn selectie", the booklet and the sheet to hand out, as a host uses them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kennisbank.model import urls
from kennisbank.outputs.gegevens import VerhaalGegevens
from kennisbank.pages.page import Dag
from kennisbank.parts.cards import Link
from kennisbank.parts.feiten.view import Feit
from kennisbank.parts.glyph.view import Cel, Glyph
from kennisbank.parts.knipvel import view as knipvel
from kennisbank.parts.sentences import then
from kennisbank.reading import frontmatter
from kennisbank.reading.outline import UNANSWERED
from tests.browser.conftest import here
from tests.browser.test_browser_pages import COLOURS, EVERY_RULE, TOO_WIDE, violations
from tests.browser.test_browser_pictures import SETTLED, WATCH
from tests.browser.test_browser_qr import decode
from tests.site_support import PROJECT
from tests.support import content

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
CONTENT = content()
STORIES = sorted(path.stem for path in (PROJECT / "stories").glob("*.md") if path.stem != "README")
STORIES += sorted(path.parent.name for path in (PROJECT / "stories").glob("*/index.md"))
WERKVORMEN = sorted(path.stem for path in (PROJECT / "werkvormen").glob("*.md") if path.stem != "README")
MEPPEL, EZINGE, RODEN = "trots-in-meppel", "vitrinekastjes-van-ezinge", "grote-groep-in-noordenveld"
DIALOOG, TWIJFEL = "kinderdialoog", "twijfel-mag"
LAB, LAB_TITLE = "een-dag-als-lab", "Op een labdag vonden ze de muziek die ontbrak"
METHODE, METHODE_TITLE = "de-muziekmethode", "De muziekmethode kwam, en de muziekles viel soms uit"
EXAMPLES = "() => JSON.parse(localStorage.getItem('ruimte-selectie-voorbeelden'))"
KEPT = "() => JSON.parse(localStorage.getItem('ruimte-selectie'))"
READY = "() => !document.querySelector('[aria-busy]')"


def item(slug: str, soort: str = "verhaal", titel: str = "", notitie: str = "") -> dict[str, str]:
    return {"soort": soort, "slug": slug, "titel": titel, "notitie": notitie}


def keep(page: Page, site: str, *items: dict[str, str], naam: str = "") -> None:
    """Put a selection in the browser as the site does, and open its page."""
    page.goto(f"{site}404.html")
    store(page, {"versie": 1, "naam": naam, "items": list(items)})
    show(page, site)


def store(page: Page, state: Any) -> None:
    raw = state if isinstance(state, str) else json.dumps(state)
    page.evaluate("raw => localStorage.setItem('ruimte-selectie', raw)", raw)


def show(page: Page, site: str, query: str = "") -> None:
    page.goto(site + urls.SELECTIE + query)
    page.wait_for_function(READY)


def slugs(page: Page) -> list[str]:
    return [one["slug"] for one in page.evaluate(KEPT)["items"]]


def pdf_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


# Keeping ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [f"verhalen/{MEPPEL}/", f"werkvormen/{DIALOOG}/"])
def test_a_page_is_kept_and_let_go_by_keyboard(site: str, visit: Visit, address: str) -> None:
    opened = visit(site + address)
    page: Page = opened.page
    counter = page.locator("#rb-teller")
    expect(counter).to_be_hidden()
    button = page.get_by_role("button", name="Bewaar")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    kept = page.get_by_role("button", name="Bewaard")
    expect(kept).to_have_attribute("aria-pressed", "true")
    expect(kept).to_be_focused()
    expect(page.locator("#rb-bewaar-gezegd")).to_have_text("Staat nu in Mijn selectie, alleen in deze browser.")
    expect(counter).to_have_text(re.compile(r"^\s*Mijn selectie \(1\)$"))
    assert violations(page) == []
    page.reload()
    expect(kept).to_have_attribute("aria-pressed", "true")
    kept.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(counter).to_be_hidden()
    assert slugs(page) == []
    assert opened.messages == []
    assert page.context.cookies() == []


def test_an_example_is_kept_where_a_page_of_before_does_not_lose_it(site: str, visit: Visit) -> None:
    opened = visit(f"{site}voorbeelden/{LAB}/")
    page: Page = opened.page
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("button", name="Bewaard")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#rb-teller")).to_contain_text("(1)")
    assert violations(page) == []
    assert page.evaluate(EXAMPLES)["items"] == [item(LAB, "voorbeeld", LAB_TITLE)]
    store(page, {"versie": 1, "naam": "", "items": [item(MEPPEL)]})  # as a page of before writes it
    page.reload()
    expect(page.get_by_role("button", name="Bewaard")).to_be_visible()
    expect(page.locator("#rb-teller")).to_contain_text("(2)")
    page.get_by_role("button", name="Bewaard").click()
    assert page.evaluate(EXAMPLES) is None
    assert slugs(page) == [MEPPEL]
    assert opened.messages == []


def test_examples_are_a_group_of_a_selection(site: str, visit: Visit) -> None:
    opened = visit(site)
    page: Page = opened.page
    keep(page, site, item(LAB, "voorbeeld"), item(METHODE, "voorbeeld"), item(MEPPEL), item("weg", "voorbeeld"))
    group = page.get_by_role("region", name="Praktijkvoorbeelden")
    expect(group.get_by_role("heading", level=3)).to_have_text(
        [LAB_TITLE, METHODE_TITLE, "Dit praktijkvoorbeeld staat niet meer op de site"]
    )
    page.get_by_role("button", name="Verwijder: Dit praktijkvoorbeeld").click()
    page.get_by_role("button", name=f"Omhoog: {METHODE_TITLE}").click()
    expect(page.locator("#rb-gezegd")).to_have_text(f"{METHODE_TITLE} staat nu op plaats 1 van 2.")
    page.get_by_label(f"Notitie bij {LAB_TITLE}").fill("Hiermee beginnen.")
    page.get_by_label(f"Notitie bij {LAB_TITLE}").blur()
    address = page.get_by_label("Adres van deze selectie")
    expect(address).to_have_value(f"{site}selectie/?v=1&s={MEPPEL}&k={METHODE},{LAB}")
    href = page.get_by_role("link", name="Maak er een programma van").get_attribute("href")
    assert href == f"{site}sessie/?v=1&s={MEPPEL}&k={METHODE},{LAB}"
    page.get_by_role("button", name=f"Verwijder: {LAB_TITLE}").click()
    page.get_by_role("button", name="Zet terug", exact=True).click()
    expect(page.get_by_label(f"Notitie bij {LAB_TITLE}")).to_have_value("Hiermee beginnen.")
    for width, rules in ((320, EVERY_RULE), (1280, COLOURS)):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page, rules) == []

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar in een bestand").click()
    saved = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert [(one["soort"], one["slug"]) for one in saved["items"]] == [
        ("verhaal", MEPPEL), ("voorbeeld", METHODE), ("voorbeeld", LAB),
    ]  # fmt: skip

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(".rb-vel").filter(has=page.get_by_role("heading", name=LAB_TITLE))
    expect(sheet).to_contain_text("een labdag voor de eigen mensen")
    expect(sheet.get_by_role("listitem")).to_have_text(
        ["Met welke collega zou jij een dag willen werken aan iets waar wij nu op vastlopen?"]
    )
    expect(sheet).to_contain_text("Hiermee beginnen.")
    expect(page.locator(".rb-kaft")).to_contain_text("Praktijkvoorbeelden")
    assert pdf_pages(page.pdf(prefer_css_page_size=True)) in {4, 5}, "a cover, a story of a side or two, two examples"

    page.emulate_media(media="null")
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    assert page.evaluate(EXAMPLES) is None
    assert [message for message in opened.messages if "404" not in message] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_what_is_kept_is_shown(site: str, visit: Visit, width: int) -> None:
    page: Page = visit(f"{site}verhalen/{EZINGE}/", width, fresh=True).page
    page.get_by_role("button", name="Bewaar").click()
    page.add_init_script(WATCH)
    page.reload()
    expect(page.get_by_role("button", name="Bewaard")).to_be_visible()
    expect(page.locator("#rb-teller")).to_contain_text("(1)")
    page.evaluate(SETTLED)
    # A letter may come a moment late; a line that moved would be ten times this.
    assert page.evaluate("moved.reduce((sum, one) => sum + parseFloat(one), 0)") < 0.002


def test_a_note_is_there_again_for_who_pressed_by_mistake(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    keep(page, site, item(MEPPEL, notitie="Lees dit eerst."))
    page.goto(f"{site}verhalen/{MEPPEL}/")
    page.get_by_role("button", name="Bewaard").click()
    page.get_by_role("button", name="Bewaar").click()
    assert page.evaluate(KEPT)["items"][0]["notitie"] == "Lees dit eerst."


def test_two_tabs_do_not_undo_each_other(site: str, visit: Visit) -> None:
    one: Page = visit(f"{site}verhalen/{MEPPEL}/").page
    two = one.context.new_page()
    two.goto(f"{site}verhalen/{EZINGE}/")
    list_page = one.context.new_page()
    show(list_page, site)
    expect(list_page.get_by_role("heading", name="Je hebt nog niets bewaard")).to_be_visible()
    one.get_by_role("button", name="Bewaar").click()
    two.get_by_role("button", name="Bewaar").click()
    assert slugs(one) == [MEPPEL, EZINGE]
    expect(one.locator("#rb-teller")).to_contain_text("(2)")
    expect(list_page.locator("#rb-lijst-verhaal li")).to_have_count(2)
    list_page.get_by_label("Notitie bij Om de beurt een les in Meppel").fill("Van het ene tabblad")
    # Within milliseconds a browser may give a tab what stood there before another tab wrote.
    list_page.wait_for_function(
        "() => Object.values({...localStorage}).some(raw => raw.includes('Van het ene tabblad'))"
    )
    other = one.context.new_page()
    show(other, site)
    other.get_by_role("button", name="Verwijder: De vitrinekastjes van Ezinge").click()
    expect(list_page.locator("#rb-lijst-verhaal li")).to_have_count(1)
    expect(other.get_by_label("Notitie bij Om de beurt een les in Meppel")).to_have_value("Van het ene tabblad")
    other.get_by_label("Notitie bij Om de beurt een les in Meppel").fill("Van het andere")
    expect(list_page.get_by_label("Notitie bij Om de beurt een les in Meppel")).to_have_value("Van het andere")
    assert [(one["slug"], one["notitie"]) for one in other.evaluate(KEPT)["items"]] == [(MEPPEL, "Van het andere")]


BLOCK = {
    "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'x') } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
}
SAID = {"forbidden": "je browser bewaart niets", "full": "je browser heeft geen plaats meer"}


@pytest.mark.parametrize("how", BLOCK)
def test_a_browser_that_keeps_nothing_says_so(site: str, visit: Visit, how: str) -> None:
    opened = visit(site, fresh=True)
    page: Page = opened.page
    page.add_init_script(BLOCK[how])
    page.goto(f"{site}verhalen/{MEPPEL}/")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#rb-bewaar-gezegd")).to_contain_text(SAID[how])
    expect(page.get_by_role("button", name="Bewaar")).to_have_attribute("aria-pressed", "false")
    show(page, site, f"?v=1&s={MEPPEL}")
    expect(page.get_by_role("link", name="Om de beurt een les in Meppel")).to_be_visible()
    page.get_by_role("button", name="Voeg toe aan mijn selectie").click()
    expect(page.locator("#rb-gezegd")).to_contain_text(SAID[how])
    assert opened.messages == []


def test_a_full_selection_takes_no_more(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}404.html").page
    store(page, {"versie": 1, "items": [item(f"verhaal-{number}") for number in range(100)]})
    page.goto(f"{site}verhalen/{MEPPEL}/")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#rb-bewaar-gezegd")).to_have_text("Je selectie is vol: er passen 100 in.")
    assert len(slugs(page)) == 100


# The page of a selection -------------------------------------------------------------------------------------------


def test_a_selection_is_put_in_order_noted_and_taken_apart(site: str, visit: Visit) -> None:
    opened = visit(site)
    page: Page = opened.page
    keep(page, site, item(MEPPEL), item(DIALOOG, "werkvorm"), item(EZINGE), item(RODEN))
    titles = page.locator("#rb-lijst-verhaal h3")
    expect(titles).to_have_text(
        [
            "Om de beurt een les in Meppel",
            "De vitrinekastjes van Ezinge",
            "Het bezoek ging niet door, het leren in Noordenveld wel",
        ]
    )
    up = page.get_by_role("button", name="Omhoog: De vitrinekastjes van Ezinge")
    up.focus()
    page.keyboard.press("Enter")
    expect(titles).to_have_text(
        [
            "De vitrinekastjes van Ezinge",
            "Om de beurt een les in Meppel",
            "Het bezoek ging niet door, het leren in Noordenveld wel",
        ]
    )
    expect(page.locator("#rb-gezegd")).to_have_text("De vitrinekastjes van Ezinge staat nu op plaats 1 van 3.")
    expect(page.get_by_role("button", name="Omlaag: De vitrinekastjes van Ezinge")).to_be_focused()
    page.get_by_label("Notitie bij Om de beurt een les in Meppel").fill("Vraag naar de map met lessen.")
    page.get_by_label("Titel van je boekje").fill("Studiemiddag")
    page.get_by_role("button", name="Verwijder: De vitrinekastjes van Ezinge").click()
    expect(page.get_by_role("button", name="Verwijder: Om de beurt een les in Meppel")).to_be_focused()
    page.reload()
    page.wait_for_function(READY)
    expect(page.get_by_label("Notitie bij Om de beurt een les in Meppel")).to_have_value(
        "Vraag naar de map met lessen."
    )
    expect(page.get_by_label("Titel van je boekje")).to_have_value("Studiemiddag")
    assert slugs(page) == [MEPPEL, DIALOOG, RODEN]
    href = page.get_by_role("link", name="Maak er een programma van").get_attribute("href")
    assert href == f"{site}sessie/?v=1&s={MEPPEL},{RODEN}&w={DIALOOG}"
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Nee, bewaar alles").click()
    assert len(slugs(page)) == 3
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_role("heading", name="Je hebt nog niets bewaard")).to_be_visible()
    expect(page.get_by_role("link", name="Zoek verhalen")).to_be_focused()
    assert page.evaluate(KEPT) == {"versie": 1, "naam": "", "items": []}
    assert opened.messages == []


def test_a_filled_page_is_sound(site: str, visit: Visit) -> None:
    page: Page = visit(site, 320).page
    keep(page, site, item(MEPPEL, notitie="Een notitie"), item(EZINGE), item(DIALOOG, "werkvorm"), item("weg"))
    page.locator("details.rb-vouw").evaluate_all("folds => { for (const fold of folds) fold.open = true }")
    for width, rules in ((320, EVERY_RULE), (1280, COLOURS)):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page, rules) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


def test_what_is_withdrawn_leaves_no_title(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    notice = '<!doctype html><meta name="robots" content="noindex"><h1>Dit verhaal is ingetrokken</h1>'
    page.route(f"{site}verhalen/ooit-een-verhaal/", lambda route: route.fulfill(content_type="text/html", body=notice))
    page.route(f"{site}verhalen/nooit/{urls.GEGEVENS}", lambda route: route.fulfill(status=410, body=notice))
    keep(page, site, item("ooit-een-verhaal", titel="Ooit een verhaal"), item("nooit", titel="Nooit"), item(MEPPEL))
    expect(page.get_by_role("heading", name="Dit verhaal staat niet meer op de site")).to_have_count(2)
    assert "Ooit een verhaal" not in page.locator("body").inner_text()
    assert [one["titel"] for one in page.evaluate(KEPT)["items"]] == ["", "", "Om de beurt een les in Meppel"]
    assert page.get_by_label("Adres van deze selectie").input_value().endswith(f"?v=1&s={MEPPEL}")
    page.get_by_role("button", name="Verwijder: Dit verhaal").first.click()
    assert slugs(page) == ["nooit", MEPPEL]


def test_the_note_of_a_story_that_is_gone_can_be_read(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    page.goto(f"{site}404.html")
    gone = item("nooit", titel="Nooit", notitie="Vraag Anna\nnaar dit verhaal") | {"ook": ["Vraag Piet"]}
    store(page, {"versie": 1, "naam": "", "items": [gone, item("ooit"), item(MEPPEL, notitie="Een notitie")]})
    show(page, site)
    rows = page.locator(".rb-gekozen")
    expect(rows.nth(0).get_by_role("heading")).to_have_text("Dit verhaal staat niet meer op de site")
    expect(rows.nth(0).locator(".rb-gekozen__intro")).to_have_text(
        "Het is weggehaald, of het adres klopt niet. Dit is je notitie:"
    )
    expect(rows.nth(0).locator(".rb-gekozen__notitie")).to_be_visible()
    assert rows.nth(0).locator(".rb-gekozen__notitie").inner_text() == "Vraag Anna\nnaar dit verhaal"
    expect(rows.nth(0).get_by_text("Andere notitie: Vraag Piet")).to_be_visible()
    expect(rows.nth(0).get_by_role("textbox")).to_have_count(0)
    assert "Nooit" not in rows.nth(0).inner_text()
    expect(rows.nth(1).locator(".rb-gekozen__intro")).to_have_text("Het is weggehaald, of het adres klopt niet.")
    expect(rows.nth(1).locator(".rb-gekozen__notitie")).to_be_hidden()
    expect(rows.nth(2).get_by_role("textbox")).to_have_value("Een notitie")
    expect(rows.nth(2).locator(".rb-gekozen__notitie")).to_be_hidden()


def test_a_story_that_moved_is_found_at_its_new_address(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    page.route(f"{site}verhalen/oud-adres/{urls.GEGEVENS}", lambda route: route.fulfill(json={"verhuisd": MEPPEL}))
    keep(page, site, item("oud-adres"))
    link = page.get_by_role("link", name="Om de beurt een les in Meppel")
    expect(link).to_have_attribute("href", f"{site}verhalen/{MEPPEL}/")


def test_without_an_answer_the_title_stays(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    page.route(f"{site}verhalen/{MEPPEL}/{urls.GEGEVENS}", lambda route: route.abort())
    keep(page, site, item(MEPPEL, titel="Om de beurt een les in Meppel"))
    expect(page.get_by_role("link", name="Om de beurt een les in Meppel")).to_be_visible()
    expect(page.locator("#rb-gezegd")).to_contain_text("Niet alles kon worden opgehaald")


def test_a_shared_address_leaves_the_own_selection_alone_until_asked(site: str, visit: Visit) -> None:
    sender: Page = visit(site).page
    keep(
        sender,
        site,
        item(EZINGE, notitie="Kijk naar 34 kastjes & <b>meer</b>"),
        item(DIALOOG, "werkvorm"),
        naam="Voor Roden",
    )
    bare = sender.get_by_label("Adres van deze selectie").input_value()
    assert "kastjes+" not in bare
    sender.get_by_label("Deel ook de notities").check()
    address = sender.get_by_label("Adres van deze selectie").input_value()
    assert parse_qs(urlsplit(address).query)["ns"] == [f"{EZINGE}:Kijk naar 34 kastjes & <b>meer</b>"]
    code = sender.get_by_role("img", name="QR-code naar deze selectie")
    assert decode(code.screenshot()) == [address]

    opened = visit(site)
    page: Page = opened.page
    keep(page, site, item(MEPPEL, notitie="Van mij"))
    before = page.evaluate(KEPT)
    page.goto(address)
    page.wait_for_function(READY)
    expect(page.get_by_role("heading", name="Iemand deelt deze selectie met je")).to_be_visible()
    expect(page.get_by_text("Kijk naar 34 kastjes & <b>meer</b>")).to_be_visible()
    expect(page.get_by_label("Titel van je boekje")).to_have_value("Voor Roden")
    page.get_by_label("Titel van je boekje").fill("Iets anders")
    assert page.evaluate(KEPT) == before
    page.get_by_role("button", name="Voeg toe aan mijn selectie").click()
    assert slugs(page) == [MEPPEL, EZINGE, DIALOOG]
    assert page.evaluate(KEPT)["items"][1]["titel"] == "De vitrinekastjes van Ezinge"
    expect(page).to_have_url(site + urls.SELECTIE)
    expect(page.locator("#rb-gezegd")).to_have_text("2 erbij in je selectie.")

    page.goto(bare)
    page.get_by_role("button", name="Vervang mijn selectie").click()
    page.get_by_role("button", name="Nee, bewaar de mijne").click()
    assert len(slugs(page)) == 3
    page.get_by_role("button", name="Vervang mijn selectie").click()
    page.get_by_role("button", name="Ja, vervang").click()
    assert slugs(page) == [EZINGE, DIALOOG]
    assert page.evaluate(KEPT)["naam"] == "Voor Roden"
    assert opened.messages == []


def test_an_address_that_cannot_be_read_says_so(site: str, visit: Visit) -> None:
    opened = visit(site)
    page: Page = opened.page
    for query, notice in {
        f"?v=9&s={MEPPEL}": "andere versie",
        f"?v=1&s={MEPPEL},<img src=x onerror=alert(1)>": "overgeslagen",
        "?v=1&s=" + "a" * 9000: "te lang",
    }.items():
        show(page, site, query)
        expect(page.locator("#rb-melding")).to_contain_text(notice)
    assert opened.messages == []


# Paper --------------------------------------------------------------------------------------------------------------


def test_the_booklet_has_a_cover_and_a_page_for_each(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    keep(
        page, site, item(MEPPEL, notitie="Let op. " * 60), item(EZINGE), item(DIALOOG, "werkvorm"), naam="Studiemiddag"
    )
    page.get_by_label("Voor hoeveel mensen?").fill("24")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    cut = page.locator(".rb-knipvel").count()
    stories = pdf_pages(page.pdf(prefer_css_page_size=True)) - 1 - 1 - cut
    assert 2 <= stories <= 4, "a cover, two whole stories, a werkvorm and what it hands out"
    assert cut == len(knipvel.made(next(w for w in CONTENT.werkvormen if w.origin.slug == DIALOOG), 24)) > 0
    page.emulate_media(media="print")
    expect(page.locator(".rb-kaft h2")).to_have_text("Studiemiddag")
    expect(page.locator(".rb-kaft li")).to_have_text(
        ["Om de beurt een les in Meppel", "De vitrinekastjes van Ezinge", "De kinderdialoog"]
    )
    assert page.locator("body").inner_text().startswith("Ruimte\n\nStudiemiddag")
    sheets = page.locator(".rb-heel, .rb-vel")
    expect(sheets.nth(0).locator(".rb-heel__notitie")).to_contain_text("Let op.")
    expect(sheets.nth(1).locator(".rb-heel__vragen li")).to_have_count(3)
    expect(sheets.nth(1).locator(".rb-heel__tekst")).to_contain_text("vitrine")
    expect(sheets.nth(2).locator(".rb-vel__stappen li").first).to_contain_text("Maak het gezellig")
    for number, address in enumerate([f"verhalen/{MEPPEL}/", f"verhalen/{EZINGE}/", f"werkvormen/{DIALOOG}/"]):
        assert decode(sheets.nth(number).locator(".rb-qr").screenshot()) == [f"{site}k/{CONTENT.codes.own[address]}/"]


def test_every_story_fits_whole_on_a_sheet_and_in_short_on_one_side(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}verhalen/{MEPPEL}/").page
    page.get_by_role("link", name="Druk af als uitdeelblad").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Om de beurt een les in Meppel")
    assert len(STORIES) >= 7
    for slug in STORIES:
        page.goto(f"{site}{urls.UITDELEN}?verhaal={slug}")
        own = page.evaluate("async slug => (await (await fetch(`../verhalen/${slug}/gegevens.json`)).json())", slug)
        expect(page.locator(".rb-heel__vragen li")).to_have_text(own["gesprek"])  # without the name of a ruimte
        expect(page.locator(".rb-heel__wie")).to_contain_text(own["speelde"])
        assert pdf_pages(page.pdf(prefer_css_page_size=True)) <= 2, slug
        page.get_by_role("link", name="Liever kort, op één kant").click()
        expect(page.locator(".rb-vel__vragen li")).to_have_text(own["gesprek"])
        expect(page.locator(".rb-vel__feiten div").last).to_have_text(f"Wanneer{own['speelde']}")
        assert pdf_pages(page.pdf(prefer_css_page_size=True)) == 1, slug
    page.emulate_media(media="print")
    short = f"{site}k/{CONTENT.codes.own[urls.verhaal(STORIES[-1])]}"
    assert decode(page.locator(".rb-qr").screenshot()) == [f"{short}/"]
    expect(page.locator(".rb-vel__voet")).to_contain_text(short.removeprefix("http://"))
    assert page.locator("body").inner_text().startswith("Praktijkverhaal")
    page.goto(short)
    page.wait_for_url(f"**/verhalen/{STORIES[-1]}/")


def test_every_werkvorm_fits_on_one_side_of_paper(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    assert len(WERKVORMEN) > 20
    for part in (WERKVORMEN[::2], WERKVORMEN[1::2]):
        show(page, site, f"?v=1&w={','.join(part)}")
        page.get_by_label("Ook wat je uitdeelt bij de werkvormen").uncheck()
        assert pdf_pages(page.pdf(prefer_css_page_size=True)) == 1 + len(part)  # printing makes the booklet
        texts = [(PROJECT / "werkvormen" / f"{slug}.md").read_text(encoding="utf-8") for slug in part]
        expect(page.locator(".rb-vel__stappen")).to_have_count(sum("\n## Stappen\n" in text for text in texts))


def test_the_longest_story_fits_on_one_side_of_paper(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    word = "Verzamelgebouwschool "
    facts = [(f"Kenmerk {number}", [word * 5 + str(n) for n in range(30)]) for number in range(7)]
    # a story has seven facts at most, and when it happened
    cells = tuple(Cel(ruimte, "M1 1h7v7h-7z") for ruimte in ("kind", "plek", "twijfel"))
    slug = "een-heel-lang-adres-" * 4 + "van-een-verhaal"
    story = VerhaalGegevens(
        slug=slug,
        kort="k/wbmh/",
        titel=(word * 6)[:120],
        samenvatting=(word * 15)[:300],
        plaats=word,
        ruimtes=("kind", "plek", "twijfel"),
        feiten=tuple(Feit(name, tuple(map(Link, values))) for name, values in facts),
        glyph=Glyph(cells, "", "Ruimtes", ""),
        bron=f"{(word * 15)[:300]}.",
        datum=Dag("2026-11-01", "1 november 2026"),
        speelde=then((2017, 2021)),
        gesprek=tuple(f"{number} {word * 10}"[:200] for number in range(3)),
        wie=(word,),
        tekst=(),
        kanten=1,
    )
    page.route(f"{site}verhalen/{slug}/{urls.GEGEVENS}", lambda route: route.fulfill(json=asdict(story)))
    page.goto(f"{site}{urls.UITDELEN}?verhaal={slug}&vorm=kort")
    expect(page.locator(".rb-vel__feiten dd").first).to_contain_text("en nog 29")
    assert pdf_pages(page.pdf(prefer_css_page_size=True)) == 1


def test_a_sheet_of_nothing_says_so(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    for value in ("bestaat-niet", "__proto__", "../over", "%ff", "a" * 300):
        page.goto(f"{site}{urls.UITDELEN}?verhaal={value}")
        page.wait_for_function(READY)
        expect(page.locator("#rb-melding")).to_be_visible()
        expect(page.locator(".rb-vel, .rb-heel")).to_have_count(0)
        expect(page.get_by_role("link", name="Bekijk alle verhalen")).to_be_visible()


def test_what_a_werkvorm_hands_out_is_printed_for_any_number_of_people(site: str, visit: Visit) -> None:
    werkvorm = next(w for w in CONTENT.werkvormen if w.origin.slug == "stellingen")
    page: Page = visit(f"{site}werkvormen/stellingen/").page
    page.get_by_label("Aantal mensen").fill("25")
    page.get_by_role("button", name="Druk af om uit te delen").click()
    expect(page.locator(".rb-knipvel")).to_have_count(len(knipvel.made(werkvorm, 25)))
    expect(page.locator("#rb-telling li").first).to_have_text("Stellingen: 16 stroken (8 per kring: 2 kringen)")
    assert violations(page) == []
    assert pdf_pages(page.pdf(prefer_css_page_size=True)) == len(knipvel.made(werkvorm, 25))
    page.get_by_label("Voor hoeveel mensen?").fill("12")
    expect(page.locator(".rb-knipvel")).to_have_count(len(knipvel.made(werkvorm, 12)))
    assert here(page).endswith("?werkvorm=stellingen&n=12")
    page.goto(f"{site}{urls.UITDELEN}?werkvorm=bestaat-niet")
    expect(page.locator("#rb-melding")).to_have_text("Deze werkvorm staat niet (meer) op de site.")
    page.goto(f"{site}{urls.UITDELEN}?werkvorm=ijsbreker")
    expect(page.locator("#rb-melding")).to_have_text("Bij deze werkvorm deel je niets uit.")


def test_without_a_script_a_werkvorm_prints_what_it_hands_out(site: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}werkvormen/stellingen/")
        expect(page.get_by_role("button", name="Druk af om uit te delen")).to_be_hidden()
        expect(page.locator("noscript p").first).to_contain_text("kaarten en bladen voor 12 mensen mee.")
        expect(page.locator(".rb-knipvel").first).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".rb-knipvel").first).to_be_visible()


# A bundel -----------------------------------------------------------------------------------------------------------


def test_a_selection_becomes_the_file_of_a_bundel(site: str, visit: Visit) -> None:
    page: Page = visit(site).page
    keep(
        page,
        site,
        item(MEPPEL, notitie="Over [trots] & *werk*"),
        item(EZINGE),
        item(DIALOOG, "werkvorm"),
        item(TWIJFEL, "werkvorm"),
        item(LAB, "voorbeeld"),
    )
    asked: list[str] = []

    def fulfil(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/html", body="<title>Nieuw bestand</title>")

    page.context.route(lambda address: urlsplit(address).hostname == "github.com", fulfil)
    page.get_by_text("Maak er een vraag van").click()
    page.get_by_label("Vraag", exact=True).fill('Hoe laat je "werk" zien?')
    page.get_by_label("Samenvatting").fill("Twee scholen die lieten zien wat kinderen maken, en wat daarbij hielp.")
    page.get_by_label("Bron").fill("eigen vraag")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Voorstellen op GitHub").click()
    opened.value.wait_for_load_state()
    (address,) = asked
    handed = parse_qs(urlsplit(address).query)
    assert handed["filename"] == ["docs/bundels/hoe-laat-je-werk-zien.md"]
    (text,) = handed["value"]
    _, problems = frontmatter.parse(text.split("---\n")[1], "docs/bundels/x.md")
    assert problems == []
    assert f"verhalen: [{MEPPEL}, {EZINGE}]\nwerkvormen: [{DIALOOG}, {TWIJFEL}]\n" in text
    assert f"\nvoorbeelden: [{LAB}]\n" in text
    assert 'title: "Hoe laat je \\"werk\\" zien?"' in text
    assert f"[Om de beurt een les in Meppel](/stories/{MEPPEL}.md): Over \\[trots\\] & \\*werk\\*" in text
    assert text.count(UNANSWERED) >= 2
    assert len(re.findall(r"^ {2}- ", text, re.MULTILINE)) == 3


def test_without_a_script_the_pages_lead_on(site: str, visit: Visit) -> None:
    page: Page = visit(site + urls.SELECTIE, java_script_enabled=False).page
    expect(page.locator("noscript p")).to_contain_text("Bewaren gaat met JavaScript")
    expect(page.locator("#rb-selectie")).to_be_hidden()
    page.goto(f"{site}{urls.UITDELEN}?verhaal={MEPPEL}")
    expect(page.locator("noscript p")).to_contain_text("print dat zelf")
    page.goto(f"{site}verhalen/{MEPPEL}/")
    expect(page.get_by_role("button", name="Bewaar")).to_be_hidden()
    expect(page.locator("#rb-teller")).to_be_hidden()
