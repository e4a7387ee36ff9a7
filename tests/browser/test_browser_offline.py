"""Without a network: what was visited is there, what was withdrawn is not, and nothing is half of an older site."""

from __future__ import annotations

import functools
import json
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import paper_support
from tests.browser.conftest import Quiet, ThreadingServer
from tests.browser.paper_support import Print, in_firefox
from tests.browser.test_browser_pages import LOOKS, TOO_WIDE, violations
from tests.site_support import build, real_root, run

pytestmark = pytest.mark.browser

STORY = "vitrinekastjes-van-ezinge"
KEPT = """async () => {
  const found = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const answer = await cache.match(request)
      if (answer) found.push([name, request.url, await answer.text()]) // it may go between the two
    }
  }
  return found
}"""
READY = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"


class Host:
    """A host for a site: what it serves can change, and it can be slow, out of order or away."""

    def __init__(self, folder: Path, below: str = "/") -> None:
        self.folder = folder
        self.below = below
        self.away = False
        self.slow: Callable[[str], float] = lambda path: 0
        self.broken = False
        self.server = ThreadingServer(("127.0.0.1", 0), functools.partial(_Served, self))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.site = f"http://127.0.0.1:{self.server.server_port}{below}"


class _Served(Quiet):
    def __init__(self, host: Host, *arguments: Any) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))

    def do_GET(self) -> None:  # noqa: N802
        self.directory = str(self.host.folder)
        self.host.away = self.host.away or self.path == "/weg"
        if self.host.away:
            self.close_connection = True
            self.connection.close()
            return
        time.sleep(self.host.slow(self.path))
        if self.host.broken:
            self.send_error(503)
            return
        if not self.path.startswith(self.host.below):
            self.send_error(404)
            return
        self.path = "/" + self.path.removeprefix(self.host.below)
        super().do_GET()

    def end_headers(self) -> None:
        # As many hosts do: for ten minutes a browser may show what it has, without a question.
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'")
        super().end_headers()

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Location" and self.host.below != "/":
            value = self.host.below + value.lstrip("/")
        super().send_header(keyword, value)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of this site, and the site as it is (`voor`) and as it is when a story was withdrawn (`na`)."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "bron").mkdir()
    root = real_root(folder / "bron")
    assert build(root, folder / "voor").returncode == 0
    withdrawn = run("withdraw.py", STORY, "--root", root)
    assert withdrawn.returncode == 0, withdrawn.stdout + withdrawn.stderr
    result = build(root, folder / "na")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(params=["/", "/owner/repo/"])
def host(built: Path, request: pytest.FixtureRequest) -> Iterator[Host]:
    found = Host(built / "voor", request.param)
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture
def root_host(built: Path) -> Iterator[Host]:
    found = Host(built / "voor")
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield found
    found.close()


def begin(context: BrowserContext, site: str) -> Page:
    """Open the site for the first time, and wait until what it keeps is there."""
    page = context.new_page()
    page.goto(site)
    page.wait_for_function(READY)
    wait(lambda: kept(page, f"{site}offline/") and kept(page, site))
    return page


def wait(act: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not act():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.1)


def kept(page: Page, address: str = "") -> list[list[str]]:
    """Return what is kept in the browser, or what is at an address: the cache, the address and the text of each."""
    found: list[list[str]] = page.evaluate(KEPT)
    return [one for one in found if not address or one[1] == address]


def visited(page: Page, address: str) -> None:
    """Open a page, and wait until it is kept."""
    page.goto(address)
    key = re.sub(r"[?#].*", "", address)
    wait(lambda: kept(page, key))


def bar(page: Page) -> Any:
    return page.locator("#rb-offline")


def test_what_was_visited_is_there_and_says_that_it_is_a_copy(host: Host, context: BrowserContext) -> None:
    page = begin(context, host.site)
    visited(page, f"{host.site}verhalen/{STORY}/")
    visited(page, f"{host.site}sessie/")
    expect(bar(page).locator("p")).to_be_hidden()
    host.away = True
    page.goto(f"{host.site}verhalen/{STORY}/")
    expect(bar(page)).to_contain_text("Je bent offline. Je ziet wat je eerder opende. Deze pagina is van")
    expect(page.locator("h1")).to_contain_text("kastje", ignore_case=True)
    assert page.evaluate("fetch(location.href).then((copy) => copy.headers.get('content-security-policy'))")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Source Sans 3\"'))")
    page.goto(f"{host.site}sessie/?v=1&t=60&f=verdieping")
    expect(page.locator("#rb-wens")).to_be_visible()
    assert page.url == f"{host.site}sessie/?v=1&t=60&f=verdieping"
    page.goto(f"{host.site}verhalen/{STORY}")
    assert page.url == f"{host.site}verhalen/{STORY}/", "as a host does"


def test_what_was_not_visited_leads_to_what_is(host: Host, context: BrowserContext) -> None:
    page = begin(context, host.site)
    visited(page, f"{host.site}verhalen/{STORY}/")
    title = page.locator("h1").inner_text()
    host.away = True
    page.goto(f"{host.site}over/privacy/?a=b")
    assert page.url == f"{host.site}offline/?van=over%2Fprivacy%2F%3Fa%3Db"
    expect(page.locator("#rb-gemist")).to_be_visible()
    expect(page.locator("#rb-bewaarde-lijst").get_by_role("link", name=title)).to_be_visible()
    again = page.locator("#rb-gemist a").get_attribute("href")
    assert again == f"{host.site}over/privacy/?a=b"
    host.away = False
    page.locator("#rb-gemist a").click()
    expect(page.locator("h1")).to_have_text("Privacy")


@pytest.mark.parametrize("address", ["//elders.example/", "https://elders.example/", "javascript:alert(1)"])
def test_nothing_of_elsewhere_is_tried_again(root_host: Host, context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{root_host.site}offline/?van={address}")
    expect(page.locator("#rb-bewaarde")).to_be_visible()
    expect(page.locator("#rb-gemist")).to_be_hidden()


def test_of_what_was_withdrawn_nothing_stays_after_the_first_page(
    host: Host, context: BrowserContext, built: Path
) -> None:
    page = begin(context, host.site)
    title = "vitrinekastjes"
    for address in ("verhalen/", f"verhalen/{STORY}/", f"verhalen/{STORY}/gegevens.json", "zoeken/?q=kastjes"):
        page.goto(host.site + address)
        page.wait_for_load_state("networkidle")
    wait(lambda: kept(page, f"{host.site}verhalen/{STORY}/") and kept(page, f"{host.site}zoeken/index.json"))
    assert any("blok/" in one[1] for one in kept(page)), "the index of the finder has its words"
    host.away = True
    page.goto(f"{host.site}verhalen/{STORY}/")
    expect(page.locator("h1")).to_contain_text("kastjes", ignore_case=True)
    host.folder, host.away = built / "na", False
    page.goto(f"{host.site}begrippen/")

    def traces() -> list[str]:
        return [f"{name} {address}" for name, address, text in kept(page) if title in (address + text).lower()]

    wait(lambda: not traces() and kept(page, f"{host.site}begrippen/"))
    host.away = True
    page.goto(f"{host.site}verhalen/{STORY}/")
    assert "/offline/" in page.url
    expect(page.locator("#rb-bewaarde-lijst a").first).to_be_visible()
    assert traces() == []
    assert title not in page.locator("#rb-bewaarde-lijst").inner_text().lower()
    assert title in (built / "voor" / "verhalen" / STORY / "index.html").read_text().lower(), "there were traces"


def test_a_page_that_stays_open_asks_too(root_host: Host, context: BrowserContext, built: Path) -> None:
    """The network comes back while a page is open: that is a first contact too."""
    page = begin(context, root_host.site)
    visited(page, f"{root_host.site}verhalen/{STORY}/")
    root_host.folder = built / "na"
    page.evaluate("dispatchEvent(new Event('online'))")
    wait(lambda: not any(STORY in address + text for _, address, text in kept(page)))


def other_scripts(site: Path, out: Path) -> Path:
    """Return a copy of a site as it is when its scripts have changed: their folder has another name, and data has."""
    shutil.copytree(site, out)
    said = json.loads((out / "versie.json").read_text())
    old, new = said["scripts"].strip("/"), "assets/js-0123456789"
    (out / old).rename(out / new)
    for page in out.rglob("*.html"):
        page.write_text(page.read_text().replace(old, new))
    for data in out.rglob("gegevens.json"):
        data.write_text(data.read_text().replace('"titel":"', '"titel":"Nieuw: '))
    (out / "versie.json").write_text(json.dumps(said).replace(old, new).replace(said["versie"], "0123456789"))
    return out


def test_a_page_and_its_data_are_of_one_build(
    root_host: Host, context: BrowserContext, built: Path, tmp_path: Path
) -> None:
    site = root_host.site
    data = f"{site}verhalen/{STORY}/gegevens.json"
    first = begin(context, site)
    visited(first, f"{site}sessie/")
    second = context.new_page()
    second.goto(f"{site}verhalen/")
    ask = f"fetch('{data}').then(async (answer) => [answer.status, answer.ok ? (await answer.json()).titel : ''])"
    assert first.evaluate(ask)[0] == 200
    root_host.folder = other_scripts(built / "voor", tmp_path / "later")
    second.goto(f"{site}werkvormen/")
    wait(lambda: "0123456789" in str(kept(second, f"{site}stand")))
    # The first page has scripts of before: it gets no data of today, keeps its scripts, and is told what to do.
    assert first.evaluate(ask) == [409, ""]
    expect(bar(first)).to_contain_text("De site is vernieuwd sinds je deze pagina opende.")
    assert second.evaluate(ask)[1].startswith("Nieuw: ")
    old = json.loads((built / "voor" / "versie.json").read_text())["scripts"]
    assert any(old in address for _, address, _ in kept(second)), "as long as a page of before is open"
    first.get_by_role("button", name="Laad opnieuw").click()
    first.wait_for_load_state("networkidle")
    assert first.evaluate(ask)[1].startswith("Nieuw: ")
    expect(bar(first).locator("p")).to_be_hidden()
    first.goto(f"{site}begrippen/")
    wait(lambda: not any(old in address + text for _, address, text in kept(first)))
    root_host.away = True
    first.goto(f"{site}sessie/")
    expect(first.locator("#rb-wens")).to_be_visible()
    assert "js-0123456789" in first.content()


def test_what_changes_without_other_scripts_is_simply_newer(
    root_host: Host, context: BrowserContext, built: Path
) -> None:
    site = root_host.site
    page = begin(context, site)
    visited(page, f"{site}sessie/")
    root_host.folder = built / "na"
    other = "werkvormen/oogsten/gegevens.json"
    assert page.evaluate(f"fetch('{site}{other}').then((answer) => answer.status)") == 200
    expect(bar(page).locator("p")).to_be_hidden()


def test_on_a_slow_network_the_copy_comes_soon(root_host: Host, context: BrowserContext) -> None:
    page = begin(context, root_host.site)
    visited(page, f"{root_host.site}verhalen/")
    root_host.slow = lambda path: 15 if path == "/verhalen/" else 0
    begun = time.monotonic()
    page.goto(f"{root_host.site}verhalen/", wait_until="domcontentloaded")
    assert time.monotonic() - begun < 10
    expect(bar(page)).to_contain_text("De verbinding is traag. Je ziet wat je eerder opende.")
    expect(bar(page).get_by_role("button", name="Laad opnieuw")).to_be_visible()


def test_a_host_that_fails_is_not_kept_and_does_not_hide_what_is(root_host: Host, context: BrowserContext) -> None:
    page = begin(context, root_host.site)
    visited(page, f"{root_host.site}verhalen/")
    root_host.broken = True
    page.goto(f"{root_host.site}verhalen/")
    expect(bar(page)).to_contain_text("De site heeft een storing.")
    root_host.broken = False
    before = {address for _, address, _ in kept(page)}
    page.goto(f"{root_host.site}bestaat-niet/")
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")
    page.goto(f"{root_host.site}werkvormen")
    assert page.url == f"{root_host.site}werkvormen/"
    wait(lambda: kept(page, f"{root_host.site}werkvormen/"))
    after = {address for name, address, _ in kept(page) if "inhoud" in name}
    assert after - before == {f"{root_host.site}werkvormen/"}
    assert not any("?" in address for _, address, _ in kept(page))


def test_a_programme_is_set_ready_with_all_it_needs(host: Host, context: BrowserContext) -> None:
    site = host.site
    page = begin(context, site)
    page.goto(f"{site}sessie/?v=1&s={STORY}&w=oogsten")
    expect(page.locator("#rb-lijst h3").first).to_be_visible()
    page.get_by_role("button", name="Zet klaar voor offline").click()
    said = page.locator("#rb-klaarzetten [role=status]")
    expect(said).to_contain_text("Klaar. Dit programma werkt nu ook zonder internet")
    programme = page.url
    links = [link.get_attribute("href") or "" for link in page.locator("#rb-lijst h3 a").all()]
    assert any(STORY in link for link in links)
    host.away = True
    for link in [*links, f"{site}ruimte/kaarten/"]:
        page.goto(link)
        assert "/offline/" not in page.url, link
        expect(bar(page)).to_contain_text("Je bent offline.")
    page.goto(f"{site}uitdelen/?verhaal={STORY}")
    expect(page.locator("#rb-vel")).to_contain_text("kastje", ignore_case=True)
    page.goto(programme)
    expect(said).to_have_text("Dit programma staat klaar voor offline.")
    page.goto(f"{site}offline/")
    mine = page.locator("section", has_text="Programma's die klaarstaan").get_by_role("link")
    expect(mine).to_have_attribute("href", programme)
    page.goto(programme)
    page.get_by_role("button", name="Zet opnieuw klaar voor offline").click()
    expect(said).to_contain_text("Niet alles kon worden opgehaald.")
    # What is added later is named, and what is missing can be fetched.
    host.away = False
    page.reload()
    offered = page.locator("#rb-kies-werkvorm option").evaluate_all("(all) => all.map((one) => one.value)")
    page.locator("#rb-kies-werkvorm").select_option(
        next(slug for slug in offered if not any(slug in link for link in links))
    )
    added = page.locator("#rb-kies-werkvorm option:checked").inner_text().rpartition(" (")[0]
    page.get_by_role("button", name="Voeg werkvorm toe").click()
    expect(said).to_contain_text(f"Nog niet klaar voor offline: {added}.")


def test_a_programme_stays_ready_when_the_site_is_renewed(
    root_host: Host, context: BrowserContext, built: Path
) -> None:
    site = root_host.site
    page = begin(context, site)
    page.goto(f"{site}sessie/?v=1&w=oogsten")
    page.get_by_role("button", name="Zet klaar voor offline").click()
    expect(page.locator("#rb-klaarzetten [role=status]")).to_contain_text("Klaar.")
    programme = page.url
    version = json.loads((built / "na" / "versie.json").read_text())["versie"]
    root_host.folder = built / "na"
    page.goto(f"{site}begrippen/")
    wait(lambda: any(version in name for name, _, _ in kept(page, f"{site}werkvormen/oogsten/gegevens.json")))
    wait(lambda: '"halen":[]' in str(kept(page, f"{site}stand")))
    root_host.away = True
    page.goto(programme)
    expect(page.locator("#rb-klaarzetten [role=status]")).to_have_text("Dit programma staat klaar voor offline.")


def test_without_room_a_page_is_whole_and_who_sets_ready_hears_it(root_host: Host, context: BrowserContext) -> None:
    site = root_host.site
    page = begin(context, site)
    control = context.new_cdp_session(page)
    control.send("Storage.overrideQuotaForOrigin", {"origin": site.rstrip("/"), "quotaSize": 1000})
    page.goto(f"{site}sessie/?v=1&w=oogsten")
    expect(page.locator("#rb-lijst h3").first).to_be_visible()
    page.get_by_role("button", name="Zet klaar voor offline").click()
    expect(page.locator("#rb-klaarzetten [role=status]")).to_contain_text("geen plaats meer")


def test_a_browser_that_keeps_nothing_says_so(root_host: Host, visit: Callable[..., Any]) -> None:
    opened = visit(f"{root_host.site}sessie/?v=1&w=oogsten")  # without workers, as in a private window
    opened.page.get_by_role("button", name="Zet klaar voor offline").click()
    expect(opened.page.locator("#rb-klaarzetten [role=status]")).to_contain_text("Dat kan niet in deze browser")
    opened.page.goto(f"{root_host.site}offline/")
    expect(opened.page.locator("#rb-bewaarde-gezegd")).to_have_text("Deze browser bewaart nog niets van deze site.")


def test_a_reader_wipes_it_all(root_host: Host, context: BrowserContext) -> None:
    site = root_host.site
    page = begin(context, site)
    visited(page, f"{site}verhalen/{STORY}/")
    page.goto(f"{site}offline/")
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    names = page.evaluate("caches.keys()")
    assert names and all(name.startswith("ruimte|") for name in names), "as the privacy page says"
    page.evaluate("localStorage.setItem('ruimte-selectie', 'x')")
    page.get_by_role("button", name="Wis wat er bewaard is").click()
    expect(page.locator("#rb-bewaarde-gezegd")).to_have_text("Alles wat deze browser van de site bewaarde, is gewist.")
    wait(lambda: {address for name, address, _ in kept(page) if "inhoud" in name} <= {f"{site}offline/"})
    assert page.evaluate("localStorage.getItem('ruimte-selectie')") == "x"


def test_in_the_preview_a_worker_of_before_goes(
    root_host: Host, context: BrowserContext, built: Path, tmp_path: Path
) -> None:
    page = begin(context, root_host.site)
    visited(page, f"{root_host.site}verhalen/")
    preview = shutil.copytree(built / "voor", tmp_path / "voorvertoning")
    (preview / "versie.json").unlink()
    for file in preview.rglob("*.html"):
        file.write_text(
            re.sub(r'<link rel="manifest"[^>]*>', "", file.read_text()).replace("Alle verhalen", "Zoals ik schrijf")
        )
    root_host.folder = preview
    page.goto(f"{root_host.site}verhalen/")
    expect(page.locator("h1")).to_have_text("Zoals ik schrijf")
    wait(lambda: page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0)
    wait(lambda: not kept(page))


def test_a_device_is_told_what_the_site_is(host: Host, context: BrowserContext) -> None:
    page = context.new_page()
    control = context.new_cdp_session(page)
    page.goto(f"{host.site}verhalen/")
    told = control.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"] == f"{host.site}manifest.webmanifest"
    parsed = told["manifest"]
    assert (parsed["startUrl"], parsed["scope"]) == (host.site, host.site)
    icons = json.loads(told["data"])["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        assert page.request.get(host.site + icon["src"]).ok, icon


SMALL = """() => [...document.querySelectorAll('#rb-offline, #rb-bewaarde, #rb-klaarzetten')]
    .flatMap((part) => [...part.querySelectorAll('a, button')]).filter((one) => one.getClientRects().length)
    .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"""


def test_what_is_shown_without_a_network_is_sound(root_host: Host, context: BrowserContext) -> None:
    site = root_host.site
    page = begin(context, site)
    page.goto(f"{site}sessie/?v=1&w=oogsten")
    page.get_by_role("button", name="Zet klaar voor offline").click()
    expect(page.locator("#rb-klaarzetten [role=status]")).to_contain_text("Klaar.")
    programme = page.url
    root_host.away = True
    for address in (programme, f"{site}over/privacy/"):
        page.goto(address)
        expect(bar(page)).to_contain_text("Je bent offline.")
        page.wait_for_function("() => !document.querySelector('[aria-busy]')")
        faults = {}
        for (width, scheme), rules in LOOKS.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found = [*page.evaluate(TOO_WIDE), *page.evaluate(SMALL), *(violations(page, rules) if rules else [])]
            faults[width, scheme] = found
        assert {key: found for key, found in faults.items() if found} == {}
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 360, "height": 900})
        page.add_style_tag(content="html { font-size: 200% !important }")
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_in_a_firefox_too(root_host: Host, tmp_path: Path) -> None:
    """The driver of the tests of paper opens the pages; a step that asks for `/weg` makes the host go away."""
    if reason := paper_support.absent():
        pytest.skip(reason)
    site = root_host.site
    stays = f"caches.match('{site}verhalen/{STORY}/').then((found) => found !== undefined)"
    programme = "sessie/?v=1&w=oogsten"
    prints = [
        Print("eerst", f"verhalen/{STORY}/", (READY, stays)),
        Print(
            "klaar",
            programme,
            (
                "document.querySelector('#rb-lijst h3') !== null",
                "(document.querySelector('#rb-klaarzetten button').click(), true)",
                "document.querySelector('#rb-klaarzetten [role=status]').textContent.startsWith('Klaar.')",
                "fetch('/weg').then(() => true, () => true)",
            ),
        ),
        Print(
            "kopie",
            f"verhalen/{STORY}/",
            ("document.documentElement.dataset.waarom === 'weg'", "!document.querySelector('#rb-offline > p').hidden"),
        ),
        Print("programma", programme, ("document.querySelector('#rb-lijst h3') !== null",)),
        Print(
            "niet",
            "over/privacy/",
            ("location.pathname === '/offline/'", "!document.querySelector('#rb-gemist').hidden"),
        ),
    ]
    in_firefox(prints, site, tmp_path, tmp_path)
    assert root_host.away
