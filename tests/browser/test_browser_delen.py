"""What others take along of a page: how it is cited, and its list on a site of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

STORY = "verhalen/trots-in-meppel/"


def test_how_a_story_is_cited_is_copied_and_saved_without_a_script(site: str, visit: Callable[..., Opened]) -> None:
    page = visit(site + STORY, java_script_enabled=False, accept_downloads=True).page
    words = page.locator(".rb-bronvermelding__tekst")
    expect(words).to_be_hidden()
    page.get_by_text("Noem dit verhaal als bron").click()
    expect(words).to_have_css("user-select", "all")
    expect(words).to_contain_text(STORY)
    for name, ending, begin in (("Zotero of EndNote", "ris", "TY  - ELEC"), ("BibTeX", "bib", "@online{")):
        with page.expect_download() as saved:
            page.get_by_role("link", name=name).click()
        assert saved.value.suggested_filename == f"verhaal-trots-in-meppel.{ending}"
        assert saved.value.path().read_text(encoding="utf-8").startswith(begin)
