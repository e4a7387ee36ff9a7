"""An address from before shows what it showed then: a page that moved, and links that groups shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from kennisbank.model.codes import candidates
from tests.browser.conftest import Opened, build_and_serve, here
from tests.browser.test_browser_pages import AXE
from tests.reading.test_addresses import TEXTS
from tests.support import changed, write

pytestmark = pytest.mark.browser
Visit = Callable[..., Opened]
FORMER = {"stories/ander.md": "vroeger", "werkvormen/praten.md": "kletsen", "docs/los.md": "vast"}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site on which a text of each kind stood somewhere else before."""
    folder = tmp_path_factory.mktemp("verhuisd")
    texts: dict[str, Any] = {**TEXTS, "stories/goed.md": changed({"Het goede verhaal": "Het ene verhaal"})}
    for path, name in FORMER.items():
        texts[path] = texts[path].replace("\n---\n", f"\neerder: [{name}]\n---\n", 1)
    yield from build_and_serve(write(folder / "bron", texts), folder / "site")


def test_what_stands_behind_an_address_goes_along(moved: str, visit: Visit) -> None:
    page = visit(f"{moved}vast/?functie=evaluatie&q=a%20b#kop").page
    page.wait_for_url("**/los/**")
    assert here(page) == f"{moved}los/?functie=evaluatie&q=a%20b#kop"
    page.go_back()
    assert "vast" not in here(page), "Back does not end in the address that leads on"


@pytest.mark.parametrize("typed", ["{}", "{}/", "{}?q=a#kop"])
def test_a_short_address_works_as_people_type_it(moved: str, visit: Visit, typed: str) -> None:
    code = next(candidates("verhalen/vroeger/"))
    for written in (f"k/{code}", f"K/{code.upper()}"):
        page = visit(moved + typed.format(written)).page
        page.wait_for_url("**/verhalen/ander/**")
        assert here(page).endswith("?q=a#kop") == ("?" in typed)


def test_without_a_script_the_page_itself_leads_on(moved: str, visit: Visit) -> None:
    page = visit(f"{moved}verhalen/vroeger/", java_script_enabled=False).page
    page.wait_for_url("**/verhalen/ander/")


def test_where_the_script_does_not_come_there_is_a_link(moved: str, visit: Visit) -> None:
    page = visit(f"{moved}los/").page
    page.route("**/moved.js", lambda route: route.abort())
    page.goto(f"{moved}verhalen/vroeger/")
    page.get_by_role("link", name="Het goede verhaal").click()
    page.wait_for_url("**/verhalen/ander/")


def test_shared_links_know_the_names_of_before(moved: str, visit: Visit) -> None:
    opened = visit(f"{moved}selectie/?v=1&s=goed,vroeger&w=kletsen&ns=vroeger:let%20op,%20dit")
    page = opened.page
    expect(page.locator("#rb-lijst-verhaal li")).to_have_count(2)
    expect(page.locator("#rb-lijst-werkvorm li")).to_have_count(1)
    expect(page.locator("#rb-lijst-verhaal")).to_contain_text("let op, dit")
    expect(page.locator("#rb-melding")).to_be_hidden()
    assert "verhalen/ander/" in str(page.locator("#rb-lijst-verhaal a").last.get_attribute("href"))
    page.goto(f"{moved}sessie/?v=1&t=90&n=8&f=verdieping&p=i10,c20.vroeger,w45.kletsen,o15")
    expect(page.locator("#rb-lijst > li")).to_have_count(4)
    expect(page.locator("#rb-sessie-melding")).to_be_empty()
    page.goto(f"{moved}sessie/?v=1&s=vroeger&w=kletsen")
    page.wait_for_function("location.search.includes('.ander') && location.search.includes('.praten')")
    page.goto(f"{moved}uitdelen/?verhaal=vroeger")
    expect(page.locator("#rb-vel h2")).to_have_text("Het goede verhaal")
    assert not [message for message in opened.messages if "404" in message], "nothing asks for what is not there"


def test_an_old_address_is_a_page_like_any_other(moved: str, visit: Visit) -> None:
    """Where the script does not come it stays in sight."""
    page = visit(f"{moved}los/", color_scheme="dark").page
    page.route("**/moved.js", lambda route: route.abort())
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{moved}verhalen/vroeger/")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.title() == "Het goede verhaal staat op een ander adres"
        page.evaluate(AXE)
        assert page.evaluate("axe.run().then((found) => found.violations.map(({ id }) => id))") == []
