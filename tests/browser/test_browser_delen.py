"""What others take along of a page: how it is cited, and its list on a site of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kennisbank.model import urls
from tests.browser.conftest import Opened, served
from tests.pages.test_ingesloten import ADDRESS, PLACE
from tests.pages.test_ingesloten import page as made

pytestmark = pytest.mark.browser

STORY = "verhalen/trots-in-meppel/"
TITLE = "Om de beurt een les in Meppel"
CHOSEN = f"?v=1&s={STORY.split('/')[1]},vitrinekastjes-van-ezinge&w=kinderdialoog&t=Een+%22fijne%22+middag+%3Cb%3E"
TOUCHED = """for (const [where, name] of [
    [Document.prototype, 'cookie'], [window, 'localStorage'], [window, 'sessionStorage'], [window, 'indexedDB'],
    [window, 'caches'], [Navigator.prototype, 'serviceWorker'], [window, 'cookieStore'],
  ]) Object.defineProperty(where, name, { get() {
    console.error(`touched ${name}`);
    throw new DOMException('', 'SecurityError');
  } })"""
"""A browser that keeps nothing for what is shown on the site of another, and says when something asks it to."""
HOST = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Onze school</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"><h1>Onze school</h1>{code}</html>"""


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


@pytest.fixture(name="elsewhere")
def fixture_elsewhere(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Return the folder of a site of somebody else, and its address."""
    for address in served(tmp_path):
        yield tmp_path, address.replace("127.0.0.1", "localhost")


def host(site: str, elsewhere: tuple[Path, str], opened: Opened, code: str) -> None:
    """Show what somebody pasted on a site of their own, which lets in nothing but frames of this one."""
    folder, address = elsewhere
    policy = f"default-src 'none'; frame-src {site}"
    (folder / "index.html").write_text(HOST.format(code=code, policy=policy), encoding="utf-8")
    (folder / "favicon.ico").touch()
    opened.page.context.add_init_script(TOUCHED)
    opened.requests.clear()
    opened.messages.clear()
    opened.page.goto(address)


def code(shown: Page, site: str) -> str:
    """Return what a page offers to paste, with the address where the test serves it."""
    return shown.locator("#rb-insluitcode").input_value().replace(ADDRESS, site)


def serve(page: Page, address: str) -> None:
    """Let a page be as it is when the site has an address of its own."""
    page.route(f"**/{address}*", lambda route: route.fulfill(body=made(address), content_type="text/html"))


def test_a_list_on_another_site_is_read_and_followed_and_keeps_nothing(
    site: str, elsewhere: tuple[Path, str], visit: Callable[..., Opened]
) -> None:
    opened = visit(site + "404.html", fresh=True)
    page = opened.page
    serve(page, PLACE)
    page.goto(site + PLACE)
    pasted = code(page, site)
    page.unroute_all()
    host(site, elsewhere, opened, pasted)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("main").get_by_role("heading", level=2)).to_have_text(["De vitrinekastjes van Ezinge"])
    expect(page.locator("iframe")).to_have_attribute("title", "Verhalen in Noord-Groningen – Ruimte")
    page.keyboard.press("Tab")
    first = frame.get_by_role("link", name="De vitrinekastjes van Ezinge")
    expect(first).to_be_focused()
    assert first.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    inside = [url for url in opened.requests if not url.startswith(elsewhere[1])]
    assert [url for url in inside if not url.startswith(site)] == []
    assert len(inside) == 2
    assert opened.messages == []
    with page.context.expect_page() as other:
        page.keyboard.press("Enter")
    other.value.wait_for_load_state("domcontentloaded")
    assert other.value.url == f"{site}verhalen/vitrinekastjes-van-ezinge/"
    assert other.value.evaluate("window.opener") is None
    assert page.url == elsewhere[1]
    assert page.context.cookies() == []


def test_a_selection_is_copied_without_rights_and_shown_on_another_site(
    site: str, elsewhere: tuple[Path, str], visit: Callable[..., Opened]
) -> None:
    opened = visit(site + "404.html", fresh=True)
    page = opened.page
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false"
    )
    serve(page, urls.SELECTIE)
    page.goto(site + urls.SELECTIE + CHOSEN)
    page.get_by_text("Zet deze selectie op je eigen site").click()
    page.get_by_role("button", name="Kopieer de code").click()
    expect(page.get_by_text("Kopieer de code zelf: die is geselecteerd.")).to_be_visible()
    selected = page.evaluate("getSelection().toString()")
    pasted = code(page, site)
    assert selected.strip() == page.locator("#rb-insluitcode").input_value().strip() != ""
    page.unroute_all()
    host(site, elsewhere, opened, pasted)
    expect(page.locator("p > a")).to_have_text('Een "fijne" middag <b> op Ruimte')
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text('Een "fijne" middag <b>')
    expect(frame.get_by_role("heading", level=2)).to_have_text(
        [TITLE, "De vitrinekastjes van Ezinge", "De kinderdialoog"]
    )
    expect(frame.get_by_role("status")).to_have_text("")
    onward = frame.get_by_role("link", name="Deze selectie op Ruimte").get_attribute("href")
    assert onward == f"{site}{urls.SELECTIE}{CHOSEN}"
    inside = [url for url in opened.requests if not url.startswith(elsewhere[1])]
    assert [url for url in inside if not url.startswith(site)] == []
    assert len(inside) == 6, inside
    assert opened.messages == []


def test_what_an_address_says_to_a_frame_is_read_or_left_out(site: str, visit: Callable[..., Opened]) -> None:
    page = visit(site + urls.embedded(urls.SELECTIE)).page
    expect(page.get_by_role("status")).to_have_text("In het adres van dit kader staat geen selectie.")
    page.goto(f"{site}{urls.embedded(urls.SELECTIE)}?v=1&s=is-er-niet")
    expect(page.get_by_role("status")).to_have_text("Wat in deze selectie stond, is er niet meer.")
    page.goto(f"{site}{urls.embedded(urls.SELECTIE)}?v=9&s=trots-in-meppel")
    expect(page.get_by_role("status")).to_contain_text("andere versie")
    page.route("**/gegevens.json", lambda route: route.fulfill(status=500))
    page.goto(f"{site}{urls.embedded(urls.SELECTIE)}?v=1&s=trots-in-meppel")
    expect(page.get_by_role("status")).to_contain_text("Niet alles kwam door.")
