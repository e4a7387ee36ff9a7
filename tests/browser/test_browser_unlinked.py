"""The forms while there is no place to propose anything: what is written can be taken along, and the page says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kennisbank.model import urls
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.browser.writing_support import COMPLETE, FILL
from tests.support import read, write

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
SAVE = "Download het bestand"


def test_the_main_button_names_what_is_missing_and_then_hands_over_the_file(
    unlinked: str, visit: Visit, tmp_path: Path
) -> None:
    visited = visit(unlinked + urls.SCHRIJVEN["verhaal"], 360, color_scheme="dark")
    page: Page = visited.page
    button = page.locator("#rb-schrijf").get_by_role("button", name=SAVE)
    expect(button).to_have_count(1)
    button.click()
    expect(page.locator("#rb-fouten")).to_be_focused()
    expect(page.locator("#rb-fouten-kop")).to_contain_text("dan is het af")
    assert page.evaluate(TOO_WIDE) == []
    assert violations(page) == []
    page.evaluate(FILL, COMPLETE["verhaal"])
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "kunst-op-het-plein.md"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert read(write(tmp_path, {"stories/kunst-op-het-plein.md": text})).problems == ()
    expect(page.locator("#rb-gedaan")).to_have_text("Het bestand kunst-op-het-plein.md is gedownload.")
    page.get_by_role("button", name="Wis alles wat ik hier heb getypt").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.locator("#veld-title")).to_have_value("")
    assert visited.messages == []


def test_a_bundel_is_handed_over_too(unlinked: str, visit: Visit) -> None:
    chosen = urls.chosen(urls.SELECTIE, ["trots-in-meppel", "klooster-van-ter-apel"], ["kinderdialoog", "tijdlijn"])
    visited = visit(unlinked + chosen)
    page: Page = visited.page
    page.get_by_role("button", name="Voeg toe aan mijn selectie").click()
    page.get_by_text("Maak er een vraag van").click()
    expect(page.get_by_text("De plek om een vraag voor te stellen is er nog niet.")).to_be_visible()
    page.get_by_label("Vraag", exact=True).fill("Wat doet de plek?")
    with page.expect_download() as download:
        page.get_by_role("button", name=SAVE).click()
    assert download.value.suggested_filename == "wat-doet-de-plek.md"
    assert violations(page) == []
    assert visited.messages == []
