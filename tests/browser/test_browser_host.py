"""The afternoon of a host in one go: own question, two cases, the pack, a participant, no network, live."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

pytestmark = pytest.mark.browser

ASKED = "Hoe krijg je het schoolteam mee?"


@pytest.fixture(params=["mouse", "keyboard", "touch"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(browser: Browser, way: str) -> Iterator[BrowserContext]:
    size = {"width": 360, "height": 780} if way == "touch" else {"width": 1280, "height": 900}
    found = browser.new_context(viewport=size, has_touch=way == "touch", reduced_motion="reduce")  # type: ignore[arg-type]
    yield found
    found.close()


def press(target: Locator, way: str) -> None:
    """Press a button or a link as this host does."""
    if way == "touch":
        target.tap()
    elif way == "keyboard":
        target.focus()
        target.press("Enter")
    else:
        target.click()


def test_the_afternoon_of_a_host(site: str, context: BrowserContext, way: str) -> None:
    page = context.new_page()
    page.goto(f"{site}sessie/")
    page.get_by_label("Waar gaat het jullie om?").fill(ASKED)
    page.get_by_label("Tijd in minuten").fill("90")
    page.get_by_label("Aantal mensen").fill("12")
    press(page.get_by_role("button", name="Maak een programma"), way)
    total = page.locator("#rb-totaal")
    expect(total).to_have_text("Het past precies in 90 minuten.")
    expect(page.locator("#rb-eigen-vraag")).to_contain_text(ASKED)

    cases = page.locator("#rb-lijst > :is(.rb-onderdeel--verhaal, .rb-onderdeel--voorbeeld)")
    had = cases.count()
    press(page.get_by_role("button", name="Voeg praktijkvoorbeeld toe"), way)
    expect(cases).to_have_count(had + 1)
    assert had + 1 >= 2
    press(page.get_by_role("button", name="Verdeel de tijd opnieuw"), way)

    page.evaluate("window.print = () => (window.printed = document.body.dataset.druk)")
    press(page.get_by_role("button", name="Druk het pakket af"), way)
    page.wait_for_function("window.printed === 'pakket'")
    expect(page.locator("#rb-blad-pakket .rb-heel")).to_have_count(page.locator(".rb-onderdeel--verhaal").count())

    reading = str(page.get_by_role("link", name="Bekijk wat deelnemers lezen").get_attribute("href"))
    participant(context, reading, cases.count())

    press(page.get_by_role("button", name="Zet klaar voor offline"), way)
    said = page.locator("#rb-klaarzetten [role=status]")
    expect(said).to_contain_text("Dit programma werkt nu ook zonder internet", timeout=30_000)
    context.set_offline(True)
    press(page.get_by_role("link", name="Begin de bijeenkomst"), way)
    page.wait_for_url("**/sessie/nu/**")
    press(page.get_by_role("button", name="Begin nu"), way)
    step = page.locator("#rb-nu-stap")
    expect(step).to_be_visible()
    first = step.inner_text()
    press(page.get_by_role("button", name="Volgende", exact=True), way)
    expect(step).not_to_have_text(first)
    second = step.inner_text()
    page.reload()  # still without a network
    expect(step).to_have_text(second)
    context.set_offline(False)
    page.reload()
    expect(step).to_have_text(second)


def participant(context: BrowserContext, address: str, cases: int) -> None:
    """Read the programme on a phone: every case is there, and nothing to change it with."""
    phone = context.new_page()
    phone.goto(address)
    expect(phone.get_by_text(ASKED)).to_be_visible()
    assert phone.locator("main a[href*='verhalen/'], main a[href*='praktijkvoorbeelden/']").count() >= cases
    assert phone.locator("main form, main input").count() == 0
    phone.close()
