"""Pages as one file, opened as a double click does, without a network: whole, quiet, accessible and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page

from kennisbank.outputs import looking, single
from kennisbank.outputs.looking import KijklijstView, Looked
from kennisbank.outputs.single import Around
from kennisbank.parts import assets, rendering
from tests.browser.test_browser_pages import TOO_WIDE, violations
from tests.support import content

pytestmark = pytest.mark.browser

PAGES = {
    "verhaal": "verhalen/vitrinekastjes-van-ezinge/",
    "werkvorm": "werkvormen/kinderdialoog/",
    "praktijkvoorbeelden": "voorbeelden/",
    "bundel": "bundels/team-meekrijgen/",
    "beeld": "meedoen/verhaal-toevoegen/",
    "tabel": "achtergrond/ambitiescenarios/",
    "kaart": "overzicht/kaart/",
    "home": "",
}
LOADED = "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
EAGER = "() => Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode() }))"
NOT_DRAWN = "[...document.images].filter((image) => !image.naturalWidth).map((image) => image.alt)"


@pytest.fixture(scope="module")
def folder(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with those pages and their list, and nothing else."""
    out = tmp_path_factory.mktemp("kijken")
    styles = assets.of(content())
    names = {address: looking.file_name(address) for address in PAGES.values()}
    around = Around(names, "", looking.LISTED)

    def read(address: str) -> bytes:
        return (real_site / address).read_bytes()

    rows = []
    for address, name in names.items():
        html = read(f"{address}index.html").decode()
        (out / name).write_text(single.single(html, address, read, around, styles), encoding="utf-8")
        rows.append(Looked(single.title(html), address, name))
    view = KijklijstView(stijl=styles.site.address, bladen=tuple(rows), zonder=("stories/half.md",))
    html = single.bare(rendering.render(view), read)
    (out / looking.LISTED).write_text(html, encoding="utf-8")
    return out


def opened(visit: Callable[..., Any], folder: Path, name: str) -> Any:
    return visit(f"{(folder / name).as_uri()}", offline=True)


@pytest.mark.parametrize("name", [*PAGES, "lijst"])
def test_a_page_that_is_one_file_is_whole_and_asks_for_nothing(
    visit: Callable[..., Any], folder: Path, name: str
) -> None:
    file = looking.LISTED if name == "lijst" else looking.file_name(PAGES[name])
    seen = opened(visit, folder, file)
    page: Page = seen.page
    page.evaluate("() => document.fonts.ready")
    assert {"Source Sans 3", "Fraunces"} <= set(page.evaluate(LOADED))
    page.evaluate(EAGER)
    assert page.evaluate(NOT_DRAWN) == []
    assert (name != "beeld") or page.locator("main img").count() > 0
    assert (name != "kaart") or page.locator("main svg circle").count() > 0
    for width, scheme in ((320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert [url for url in seen.requests if not url.startswith("data:")] == [(folder / file).as_uri()]
    assert seen.messages == []


def test_from_the_list_to_a_page_to_another_and_back(visit: Callable[..., Any], folder: Path) -> None:
    seen = opened(visit, folder, looking.LISTED)
    page: Page = seen.page
    page.locator(f"a[href='{looking.file_name(PAGES['verhaal'])}']").click()
    page.get_by_role("link", name="Ruimte", exact=True).click()
    assert page.url == (folder / looking.file_name("")).as_uri()
    page.get_by_role("link", name="Alle pagina's die anders worden").click()
    assert page.url == (folder / looking.LISTED).as_uri()
    assert seen.messages == []


def test_a_word_explains_itself(visit: Callable[..., Any], folder: Path) -> None:
    """It does so without a script on the site too."""
    page: Page = opened(visit, folder, looking.file_name(PAGES["verhaal"])).page
    word = page.locator("button[popovertarget]").first
    word.click()
    assert page.locator(f"#{word.get_attribute('popovertarget')}").is_visible()


def test_it_can_be_printed(visit: Callable[..., Any], folder: Path) -> None:
    page: Page = opened(visit, folder, looking.file_name(PAGES["verhaal"])).page
    title = page.locator("h1").inner_text()
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    assert title in " ".join(text.split())
    assert "Zo komt deze pagina" not in text
