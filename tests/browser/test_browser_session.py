"""The session planner, as a host uses it; and its rules for every time, group and function."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import here
from tests.browser.test_browser_pages import violations

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

METHODE, METHODE_TITLE = "de-muziekmethode", "De muziekmethode kwam, en de muziekles viel soms uit"
TER_APEL = "klooster-van-ter-apel"
MEPPEL = "trots-in-meppel"
RECORDED = (
    "?v=1&t=120&n=12&f=verdieping&r=plek&b=13:30&d=2026-11-24"
    f"&p=i10,c15.{TER_APEL},w45.kinderdialoog,p10,e5.Koffie~k%20thee%20%26%20koek,w30.stellingen,o5"
)
ROWS = [
    "Welkom", "Dwalen door het klooster van Ter Apel", "De kinderdialoog", "Pauze", "Koffie, thee & koek",
    "Stellingen", "Oogst",
]  # fmt: skip


def ready(page: Page) -> Page:
    page.wait_for_function("() => !document.querySelector('#rb-sessie[hidden], [aria-busy]')")
    return page


def opened(visit: Visit, site: str, query: str = "", **options: Any) -> Page:
    return ready(visit(f"{site}sessie/{query}", **options).page)


def names(page: Page) -> list[str]:
    """Return the names of the items, also where paper does not show them."""
    return page.locator("#rb-lijst h3").all_text_contents()


def minutes(page: Page) -> list[int]:
    return [int(box.input_value()) for box in page.locator("#rb-lijst input").all()]


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(here(page)).query)


def row(page: Page, name: str) -> Any:
    return page.locator(".rb-onderdeel").filter(has=page.get_by_role("heading", name=name, exact=True))


def saved(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    download: Download = waiting.value
    return Path(download.path()).read_bytes().decode("utf-8")


# The address --------------------------------------------------------------------------------------------------------


def test_a_recorded_address_shows_exactly_that_programme(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    assert names(page) == ROWS
    assert minutes(page) == [10, 15, 45, 10, 5, 30, 5]
    expect(page.locator("#rb-totaal")).to_have_text("Het past precies in 120 minuten.")
    expect(row(page, "De kinderdialoog")).to_contain_text("13:55–14:40")
    expect(row(page, "De kinderdialoog")).to_contain_text("Doe dit in 2 groepen van ongeveer 6; het raakt de plek.")
    expect(row(page, "Stellingen")).to_contain_text("Past bij 12 mensen.")
    expect(page.locator("#rb-sessie-melding")).to_be_empty()
    assert here(page).endswith(RECORDED)


def test_a_programme_begins_with_chosen_stories_and_werkvormen(site: str, visit: Visit) -> None:
    page = opened(visit, site, f"?v=1&s={MEPPEL},{TER_APEL},ingetrokken&w=tijdlijn")
    assert {"Om de beurt een les in Meppel", "Dwalen door het klooster van Ter Apel", "De tijdlijn"} <= set(names(page))
    assert sum(minutes(page)) == int(state(page)["t"][0]) <= 180
    expect(page.locator("#rb-sessie-melding")).to_contain_text("weggelaten")
    assert "s" not in state(page)
    again = names(page)
    ready(page).reload()
    assert names(ready(page)) == again


def test_more_than_fits_is_kept_for_a_second_meeting(site: str, visit: Visit) -> None:
    page = opened(visit, site, f"?v=1&t=60&s={MEPPEL},{TER_APEL}&w=tijdlijn,stellingen,leeroogst")
    chosen = {
        "Om de beurt een les in Meppel",
        "Dwalen door het klooster van Ter Apel",
        "De tijdlijn",
        "Stellingen",
        "De leeroogst",
    }
    expect(page.locator("#rb-totaal")).to_have_text("Het past precies in 60 minuten.")
    said = page.locator("#rb-sessie-melding")
    expect(said).to_contain_text("bewaar dat voor een tweede bijeenkomst")
    assert chosen & set(names(page))
    for name in chosen - set(names(page)):
        expect(said).to_contain_text(name)


def test_a_bundel_begins_a_programme_of_its_own_question(site: str, visit: Visit) -> None:
    page = visit(f"{site}bundels/plek-en-erfgoed/").page
    page.locator("a[href*='sessie/?']").first.click()
    ready(page)
    expect(page.locator("#rb-eigen-vraag")).to_have_text(
        "Jullie vraag: Wat doe je met de plek waar kinderen opgroeien?"
    )
    expect(page.get_by_label("Waar gaat het jullie om?")).to_have_value(
        "Wat doe je met de plek waar kinderen opgroeien?"
    )
    expect(page.locator("#rb-sessie-melding")).to_contain_text("bewaar dat voor een tweede bijeenkomst")
    assert "Dwalen door het klooster van Ter Apel" in names(page)
    assert "Een eigen bos" not in names(page)  # asks for a week of lead time
    assert sum(minutes(page)) == int(state(page)["t"][0]) <= 180


def test_the_own_question_leads_to_stories_and_to_what_to_read(site: str, visit: Visit) -> None:
    page = opened(visit, site)
    page.get_by_label("Waar gaat het jullie om?").fill("Hoe krijgen we het team mee?")
    page.get_by_role("button", name="Maak een programma").click()
    expect(page.locator("#rb-eigen-vraag")).to_have_text("Jullie vraag: Hoe krijgen we het team mee?")
    assert state(page)["q"] == ["Hoe krijgen we het team mee?"]
    expect(page.locator("#rb-bij-vraag").get_by_role("link").first).to_be_visible()
    assert page.locator(".rb-onderdeel--verhaal").count() >= 1
    assert violations(page) == []
    before = names(page)
    page.reload()
    assert names(ready(page)) == before


@pytest.mark.parametrize(
    ("query", "said", "rows"),
    [
        ("?v=2&p=i10,o10", "niet van deze versie", None),
        ("?v=1&t=9999&n=1&f=__proto__&p=i10,o10", "De tijd in het adres klopt niet", ["Welkom", "Oogst"]),
        ("?v=1&p=e5.%3Cimg%20src=x%20onerror=alert(1)%3E", "", ["<img src=x onerror=alert(1)>"]),
        ("?v=1&p=e5.%7Btitel%7D", "", ["{titel}"]),
        ("?v=1&p=e5.%E0%A4%A,o5", "", ["A", "Oogst"]),
        ("?v=1&s=weg-ermee", "weggelaten", None),
    ],
)
def test_what_an_address_should_not_say_is_left_out_and_said(
    site: str, visit: Visit, query: str, said: str, rows: list[str] | None
) -> None:
    found = visit(f"{site}sessie/{query}")
    page = ready(found.page)
    expect(page.locator("#rb-sessie-melding")).to_contain_text(said)
    if rows is None:
        expect(page.locator("#rb-programma")).to_be_hidden()
    elif "%E0" not in query:
        assert names(page) == rows
    assert page.locator("#rb-lijst img").count() == 0
    assert [message for message in found.messages if "404" not in message] == []


# In use -------------------------------------------------------------------------------------------------------------


def test_a_host_makes_a_programme_by_keyboard_and_prints_it(site: str, visit: Visit) -> None:
    page = opened(visit, site)
    page.evaluate("window.print = () => { window.printed = document.body.dataset.druk }")
    keyboard = page.keyboard
    page.get_by_label("Tijd in minuten").focus()
    keyboard.press("Control+A")
    keyboard.type("150")
    keyboard.press("Tab")
    keyboard.type("14")
    keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Programma voor verdieping")
    expect(heading.first).to_be_focused()
    status = page.locator("#rb-sessie-status")
    expect(status).to_contain_text("Het past precies in 150 minuten.")
    assert sum(minutes(page)) == 150
    assert state(page)["n"] == ["14"]

    page.get_by_label("Een verhaal", exact=True).focus()
    keyboard.type(f"{site}verhalen/{MEPPEL}/")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Om de beurt een les in Meppel").first).to_be_visible()
    expect(status).to_contain_text("Om de beurt een les in Meppel staat nu op plaats")
    expect(page.locator("#rb-totaal")).to_contain_text("te lang")
    stories = page.locator(".rb-onderdeel--verhaal").count()
    assert stories >= 1

    later = names(page).index("Om de beurt een les in Meppel")
    earlier = row(page, "Om de beurt een les in Meppel").get_by_role("button", name="Eerder")
    earlier.focus()
    keyboard.press("Enter")
    assert names(page).index("Om de beurt een les in Meppel") == later - 1
    expect(earlier).to_be_focused()
    keyboard.press("Space")
    assert names(page).index("Om de beurt een les in Meppel") == later - 2

    page.get_by_role("button", name="Verdeel de tijd opnieuw").focus()
    keyboard.press("Enter")
    expect(page.locator("#rb-totaal")).to_have_text("Het past precies in 150 minuten.")
    page.get_by_role("button", name="Druk af voor deelnemers").focus()
    keyboard.press("Enter")
    assert page.evaluate("window.printed") == "deelnemers"
    page.emulate_media(media="print")
    sheet = page.locator("#rb-blad-deelnemers")
    expect(sheet).to_be_visible()
    expect(page.locator("#rb-blad-begeleider")).to_be_hidden()
    expect(sheet.get_by_role("row")).to_have_count(len(names(page)) + 1)
    expect(sheet).to_contain_text("Om de beurt een les in Meppel")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(sheet.get_by_role("img").screenshot())).convert("L"))
    assert code.text == here(page).replace("/sessie/?", "/sessie/lezen/?")
    read = visit(code.text).page.locator(".rb-lezen__onderdeel h2")
    expect(read).to_have_text(names(page))


def test_swap_lengthen_shorten_add_and_remove(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    offer = row(page, "Stellingen").get_by_role("button", name="Andere werkvorm")
    offer.click()
    expect(offer).to_have_attribute("aria-expanded", "true")
    expect(offer).to_be_focused()
    others = row(page, "Stellingen").locator(".rb-onderdeel__anders li")
    expect(others).to_have_count(3)
    for said in others.all_text_contents():
        assert len(said) > 60, said  # its name, and what one does in it
    assert violations(page) == []
    others.first.get_by_role("button").click()
    assert "Stellingen" not in names(page)
    other = names(page)[5]
    expect(page.locator("#rb-sessie-status")).to_contain_text(f"{other} staat nu in de plaats van Stellingen.")
    expect(row(page, other).get_by_role("button", name="Andere werkvorm")).to_be_focused()
    story = row(page, "Dwalen door het klooster van Ter Apel")
    story.get_by_role("button", name="Ander verhaal").click()
    story.get_by_role("button", name="Neem:").first.click()
    assert names(page)[1] not in {"Dwalen door het klooster van Ter Apel", "Verhaal"}

    story = row(page, names(page)[1])
    story.get_by_role("button", name="Langer").click()
    assert minutes(page)[1] == 20
    for _ in range(2):
        story.get_by_role("button", name="Langer").click()
    assert minutes(page)[1] == 30
    expect(story.get_by_role("button", name="Langer")).to_be_disabled()
    expect(story.get_by_role("spinbutton")).to_be_focused()
    story.get_by_role("spinbutton").fill("99")
    story.get_by_role("spinbutton").press("Enter")
    assert minutes(page)[1] == 30
    story.get_by_role("spinbutton").fill("7")
    story.get_by_role("spinbutton").press("Enter")
    assert minutes(page)[1] == 7

    page.get_by_role("combobox", name="Een werkvorm").select_option("tijdlijn")
    page.get_by_role("button", name="Voeg werkvorm toe").click()
    assert names(page)[-2:] == ["De tijdlijn", "Oogst"]
    page.get_by_role("button", name="Voeg werkvorm toe").click()
    expect(page.locator("#rb-sessie-melding")).to_have_text("De tijdlijn staat al in het programma.")
    page.get_by_label("Iets van jullie zelf").fill("  <b>Zingen</b>, ~ samen ")
    page.get_by_role("button", name="Voeg onderdeel toe").click()
    page.get_by_role("button", name="Voeg pauze toe").click()
    assert names(page)[-4:] == ["De tijdlijn", "<b>Zingen</b>, ~ samen", "Pauze", "Oogst"]
    before, address = names(page), here(page)
    page.reload()
    assert names(ready(page)) == before
    row(page, "Oogst").get_by_role("button", name="Weg").click()
    assert names(page) == before[:-1]
    assert here(page) != address
    for _ in before[:-1]:
        page.locator(".rb-onderdeel").first.get_by_role("button", name="Weg").click()
    expect(page.locator("#rb-programma")).to_be_hidden()
    expect(page.get_by_label("Tijd in minuten")).to_be_focused()


def test_too_long_and_too_short_are_said(site: str, visit: Visit) -> None:
    page = opened(visit, site, "?v=1&t=60&n=8&f=verdieping&p=i5,w30.stellingen,o15")
    total = page.locator("#rb-totaal")
    expect(total).to_have_text("50 minuten van 60 minuten: nog 10 minuten over.")
    box = row(page, "Stellingen").get_by_role("spinbutton")
    box.fill("45")
    box.press("Enter")
    expect(total).to_have_text("65 minuten in een bijeenkomst van 60 minuten: 5 minuten te lang.")
    expect(page.locator("#rb-sessie-status")).to_contain_text("5 minuten te lang")
    expect(page.locator("#rb-ondertitel")).to_contain_text("65 minuten")


def test_a_story_is_found_by_a_word(site: str, visit: Visit) -> None:
    found = visit(f"{site}sessie/{RECORDED}")
    page = ready(found.page)
    assert [url for url in found.requests if "/zoeken/" in url] == []
    page.get_by_label("Een verhaal", exact=True).fill("meppel")
    page.get_by_role("button", name="Zoek verhaal").click()
    page.get_by_role("button", name="Voeg toe: Om de beurt een les in Meppel").click()
    expect(row(page, "Om de beurt een les in Meppel")).to_be_visible()
    expect(page.get_by_label("Een verhaal", exact=True)).to_be_focused()


def test_an_example_is_chosen_from_the_list_or_by_its_address(site: str, visit: Visit) -> None:
    opened_site = visit(f"{site}sessie/?v=1&t=60&n=8&f=verdieping&p=i5,w30.stellingen,o10")
    page = ready(opened_site.page)
    page.get_by_role("combobox", name="Een praktijkvoorbeeld").select_option(METHODE)
    page.get_by_role("button", name="Voeg praktijkvoorbeeld toe").click()
    expect(row(page, METHODE_TITLE)).to_contain_text("Bespreek: Wat zou je missen als een ander jouw kunstles gaf?")
    assert minutes(page) == [5, 30, 10, 10]
    more = row(page, METHODE_TITLE).get_by_role("button", name="Langer")
    more.click()
    expect(more).to_be_disabled()
    page.get_by_label("Een verhaal", exact=True).fill(f"{site}voorbeelden/meer-met-de-verhalen/")
    page.get_by_role("button", name="Zoek verhaal").click()
    expect(page.locator(".rb-onderdeel--voorbeeld")).to_have_count(2)
    assert state(page)["p"] == [f"i5,w30.stellingen,k15.{METHODE},k10.meer-met-de-verhalen,o10"]
    assert violations(page) == []
    before = names(page)
    page.reload()
    assert names(ready(page)) == before

    for sheet in ("begeleider", "deelnemers"):
        expect(page.locator(f"#rb-blad-{sheet}")).to_contain_text("Wat zou je missen als een ander jouw kunstles gaf?")
    expect(page.locator("#rb-blad-begeleider")).to_contain_text("een muziekmethode")
    expect(page.locator("#rb-blad-deelnemers")).to_contain_text("Een schoolteam kreeg de methode")
    page.emulate_media(media="print")
    assert pages_of(page.pdf(prefer_css_page_size=True)) <= 3
    page.evaluate("document.body.dataset.druk = 'deelnemers'")
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
    page.emulate_media(media="null")

    other = row(page, METHODE_TITLE).get_by_role("button", name="Ander praktijkvoorbeeld")
    other.click()
    row(page, METHODE_TITLE).get_by_role("button", name="Neem:").first.click()
    assert METHODE_TITLE not in names(page)
    page.get_by_label("Een verhaal", exact=True).fill("/voorbeelden/is-er-niet/")
    page.get_by_role("button", name="Zoek verhaal").click()
    expect(page.locator("#rb-sessie-melding")).to_have_text("Dat praktijkvoorbeeld is er niet (meer).")


def test_a_programme_begins_with_chosen_examples(site: str, visit: Visit) -> None:
    page = opened(visit, site, f"?v=1&s={MEPPEL}&w=stellingen&k={METHODE},weg-ermee")
    found = names(page)
    assert {METHODE_TITLE, "Om de beurt een les in Meppel", "Stellingen"} <= set(found)
    expect(page.locator("#rb-sessie-melding")).to_contain_text("weggelaten")
    assert "k" not in state(page)
    page.reload()
    assert names(ready(page)) == found


def test_back_returns_to_the_programme_before(site: str, visit: Visit) -> None:
    page = opened(visit, site)
    page.get_by_role("button", name="Maak een programma").click()
    page.locator(".rb-onderdeel--oogst").get_by_role("button", name="Eerder").click()
    first, address = names(page), here(page)
    page.get_by_role("radio", name="Evaluatie").check()
    page.get_by_role("button", name="Maak een programma").click()
    expect(page.locator("#rb-programma-kop")).to_have_text("Programma voor evaluatie")
    page.go_back()
    expect(page.locator("#rb-programma-kop")).to_have_text("Programma voor verdieping")
    assert names(ready(page)) == first
    assert here(page) == address
    page.go_back()
    expect(page.locator("#rb-programma")).to_be_hidden()
    page.go_forward()
    assert names(ready(page)) == first


def test_wishes_that_cannot_be_are_said_in_dutch(site: str, visit: Visit) -> None:
    page = opened(visit, site)
    time = page.get_by_label("Tijd in minuten")
    time.fill("7")
    page.get_by_role("button", name="Maak een programma").click()
    assert time.evaluate("field => field.validationMessage") == "Kies een heel getal van 15 tot en met 240."
    expect(page.locator("#rb-programma")).to_be_hidden()


# On paper and along -------------------------------------------------------------------------------------------------


def pages_of(pdf: bytes) -> int:
    return max(int(number) for number in re.findall(rb"/Count (\d+)", pdf))


def test_the_hand_outs(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    host = page.locator("#rb-blad-begeleider")
    expect(host.locator("li").filter(has_text="Maak het gezellig")).to_contain_text("13:55, ")
    expect(host.get_by_text("dit zijn de minuten die passen")).to_have_count(2)
    expect(host).to_contain_text("Stellingen: 8 stroken (8 per kring)")
    expect(host).to_contain_text("Dwalen door het klooster van Ter Apel: 12 × kopiëren")
    page.emulate_media(media="print")
    expect(host).to_be_visible()
    for text in [
        "13:55–14:40",
        "Klaarleggen",
        "papier en potloden",
        "Vooraf",
        "Kies vier stellingen",
        "voor elke groep klaar",
    ]:
        expect(host).to_contain_text(text)
    assert host.locator("[id]").count() == 0
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.locator("#rb-lijst")).to_be_hidden()
    assert pages_of(page.pdf(prefer_css_page_size=True)) <= 3
    page.evaluate("document.body.dataset.druk = 'deelnemers'")
    sheet = page.locator("#rb-blad-deelnemers")
    expect(sheet).to_contain_text("Waar nodigt deze plek toe uit")
    expect(sheet).not_to_contain_text("Klaarleggen")
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


def test_the_pack_has_all_of_it_and_a_host_leaves_out_what_is_not_needed(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    page.evaluate("window.print = () => (window.printed = document.body.dataset.druk)")
    page.get_by_text("Wat zit er in het pakket?").click()
    parts = page.locator("#rb-pakket li")
    expect(parts).to_have_count(5)
    expect(parts.nth(1)).to_contain_text("Dwalen door het klooster van Ter Apel2 kanten, 12 × kopiëren")
    assert violations(page) == []
    page.get_by_role("button", name="Druk het pakket af").click()
    page.wait_for_function("window.printed === 'pakket'")
    whole = pages_of(page.pdf(prefer_css_page_size=True))
    expect(page.locator("#rb-blad-pakket .rb-heel")).to_have_count(1)
    cut = page.locator("#rb-blad-pakket .rb-knipvel").count()
    parts.get_by_label("Dwalen door het klooster").uncheck()
    parts.get_by_label("Om uit te delen bij: Stellingen").uncheck()
    parts.get_by_label("Voor deelnemers").uncheck()
    expect(page.locator("#rb-blad-pakket .rb-heel")).to_have_count(0)
    less = page.locator("#rb-blad-pakket .rb-knipvel").count()
    assert 0 < less < cut
    page.get_by_role("button", name="Druk het pakket af").click()
    page.wait_for_function("document.body.dataset.druk === 'pakket'")
    assert pages_of(page.pdf(prefer_css_page_size=True)) == whole - 2 - (cut - less) - 1


def appointment(page: Page) -> Any:
    """Return what a calendar reads in the file that the page gives."""
    (found,) = Calendar.from_ical(saved(page, "Zet in je agenda")).walk("VEVENT")
    return found


def test_an_appointment_for_a_calendar(site: str, visit: Visit) -> None:
    page = opened(visit, site, RECORDED)
    found = appointment(page)
    assert found["DTSTART"].dt == datetime(2026, 11, 24, 13, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert found["DURATION"].dt == timedelta(minutes=120)
    assert re.fullmatch(r"[0-9a-f]{16}@127\.0\.0\.1", str(found["UID"]))
    shared = here(page).replace("/sessie/?", "/sessie/lezen/?")  # an appointment is passed on to who takes part
    assert str(found["URL"]) == shared
    told = str(found["DESCRIPTION"]).split("\n")
    assert told[4] == "14:50–14:55 Koffie, thee & koek (5 minuten)"
    assert told[-1] == shared

    page.get_by_label("Begint om", exact=True).fill("")
    again = appointment(page)
    assert again["UID"] == found["UID"]
    assert (again["DTSTART"].dt, again["DTEND"].dt) == (date(2026, 11, 24), date(2026, 11, 25))
    page.get_by_label("Datum", exact=True).fill("")
    page.get_by_role("button", name="Zet in je agenda").click()
    expect(page.get_by_label("Datum", exact=True)).to_be_focused()
    expect(page.locator("#rb-gedaan")).to_contain_text("Vul eerst een datum in")


def test_the_programme_as_text(site: str, visit: Visit) -> None:
    page = opened(
        visit, site, RECORDED.replace("Koffie~k", "*Koffie*~k"), permissions=["clipboard-read", "clipboard-write"]
    )
    text = saved(page, "Download als tekst")
    assert text.startswith("# Programma voor verdieping\n\ndinsdag 24 november 2026, 120 minuten, 12 mensen\n")
    assert (
        f"2. 13:40–13:55 **[Dwalen door het klooster van Ter Apel]({site}verhalen/{TER_APEL}/)** (15 minuten)." in text
    )
    assert "**\\*Koffie\\*, thee & koek** (5 minuten)" in text
    assert "\n## Klaarleggen\n\n- een grote tafel\n" in text
    assert text.endswith(f"<{here(page)}>\n")
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator("#rb-gedaan")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.get_by_role("button", name="Kopieer het adres", exact=True).click()
    expect(page.locator("#rb-gedaan")).to_have_text("Het adres is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == here(page)


def test_online_the_programme_says_how(site: str, visit: Visit) -> None:
    page = opened(visit, site, "?v=1&t=60&n=8&f=verdieping&o=1&p=i5,w45.stellingen,o10")
    expect(row(page, "Stellingen")).to_contain_text("Online: ieder typt een cijfer van één tot vijf")
    expect(row(page, "Welkom")).to_contain_text("hoort")


def test_without_a_script_the_page_explains_how_to_plan(site: str, visit: Visit) -> None:
    page: Page = visit(f"{site}sessie/", java_script_enabled=False).page
    expect(page.get_by_role("heading", name="Hoe ziet je bijeenkomst eruit?")).to_be_hidden()
    table = page.get_by_role("table", name="Verdieping")
    expect(table.get_by_role("row", name="Stellingen 30 tot 45 minuten 4 tot 20 mensen")).to_be_visible()
    page.get_by_role("link", name="de vragen").click()
    expect(page).to_have_url(f"{site}bundels/")
