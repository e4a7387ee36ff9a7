"""The preview answers what a build writes, sees what is changed, and tells the pages that are open."""

from __future__ import annotations

import http.client
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kennisbank import PACKAGE
from kennisbank.engines.live import edition, server, watching
from kennisbank.engines.live.edition import Content, Edition, Place
from kennisbank.engines.live.server import Server, Shown
from kennisbank.engines.mkdocs.preview import Texts
from kennisbank.pages.site import NOT_FOUND
from kennisbank.reading import settings
from kennisbank.reading.loader import load
from tests.site_support import mini_root

ADDRESS = "http://127.0.0.1:8000/"


def placed(root: Path, folder: Path, address: str = ADDRESS, package: str = "mkdocs") -> Place:
    told: list[str] = []
    (folder / "engine").mkdir(exist_ok=True)
    return Place(root, address, partial(Texts, package, folder / "engine"), folder / "beelden", told.append)


def read(root: Path) -> Content:
    found = edition.read(root, None, lambda words: None)
    assert found is not None
    return found


@pytest.mark.parametrize("package", ["mkdocs", "properdocs"])
def test_what_it_answers_are_the_bytes_of_a_build(package: str, real_site: Path, tmp_path: Path) -> None:
    """Of every kind of page, and of each ending of what is no page, some; but that it is no site to keep."""
    root = real_site.parent
    knowledge = load(root).knowledge
    assert knowledge is not None
    shown = Edition(placed(root, tmp_path, settings.of(root).site, package), Content(knowledge), 1)
    shown.frame = replace(shown.frame, offline=True)
    offered = (real_site / "ruimte/kaarten/afdrukken/index.html").read_text(encoding="utf-8")  # where a browser printed
    printed = {file.relative_to(real_site).as_posix(): file.read_bytes() for file in real_site.rglob("*.pdf")}
    shown.site.printed = {address: content for address, content in printed.items() if address in offered}
    pages: dict[str, str] = {}
    for address, uri in shown.site.by_address.items():
        pages.setdefault(shown.site.head(uri)["template"], address)
    for address in pages.values():
        assert shown.page(address) == (real_site / address / "index.html").read_bytes(), address
    assert shown.page(NOT_FOUND) == (real_site / NOT_FOUND).read_bytes()
    others: dict[str, list[str]] = {}
    for file in sorted(real_site.rglob("*")):
        address = file.relative_to(real_site).as_posix()
        if file.is_file() and not shown.has(address.removesuffix("index.html")) and address != NOT_FOUND:
            others.setdefault(f"{address.partition('/')[0]} {file.name} {file.suffix}", []).append(address)
    for addresses in others.values():
        for address in addresses[:: max(1, len(addresses) // 3)]:
            if address != "versie.json":  # tells a browser that it may keep the site
                assert shown.other(address) == (real_site / address).read_bytes(), address
    assert shown.other("versie.json") is None
    assert shown.other("niets") is shown.other("../ruimte.yml") is shown.page("niets/") is None


def test_a_change_gives_another_edition_and_the_one_before_stays_whole(tmp_path: Path) -> None:
    root = mini_root(tmp_path)
    place = placed(root, tmp_path)
    first = Edition(place, read(root), 1)
    story = root / "stories" / "klooster.md"
    text = story.read_text(encoding="utf-8")
    shown = Shown(first)
    page = first.page("verhalen/klooster/")
    story.write_text(f"{text}\nEen proefwoord erbij.\n", encoding="utf-8")
    server.follow(place, shown, [str(story)])
    assert b"proefwoord" in (shown.edition.page("verhalen/klooster/") or b"")
    assert shown.edition.number > first.number
    assert first.page("verhalen/klooster/") == page
    assert shown.edition.site.assets is first.site.assets and shown.edition.templates is first.templates
    story.write_text(f"{text}\nTODO: af\n", encoding="utf-8")
    server.follow(place, shown, [str(story)])
    wrong = shown.edition.page("verhalen/klooster/") or b""
    assert b"proefwoord" in wrong and b"moet nog gebeuren" in wrong
    story.unlink()
    server.follow(place, shown, [str(story)])
    new = root / "stories" / "nieuw.md"
    new.write_text(text, encoding="utf-8")
    server.follow(place, shown, [str(new)])


def test_a_change_of_looks_reads_no_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = mini_root(tmp_path)
    place = placed(root, tmp_path)
    shown = Shown(Edition(place, read(root), 1))
    first = shown.edition
    monkeypatch.setattr(edition, "read", lambda *given: pytest.fail("the content was read"))
    server.follow(place, shown, [str(PACKAGE / "parts/kop/style.css"), str(PACKAGE / "theme/main.html")])
    assert shown.edition.content is first.content and shown.edition.templates is not first.templates
    assert not edition.looks_only([str(PACKAGE / "vocabularies/team.yml")])
    assert not edition.looks_only([str(root / "docs/plaatje.png")])


def test_what_cannot_be_made_is_said_where_it_would_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = mini_root(tmp_path)
    shown = Edition(placed(root, tmp_path), read(root), 1)

    def stumble(uri: str) -> str:
        raise ValueError(f"<{uri}>")

    monkeypatch.setattr(shown._texts, "html", stumble)
    page = (shown.page("verhalen/klooster/") or b"").decode()
    assert "Deze pagina is niet te maken" in page and "ValueError: &lt;stories/klooster.md&gt;" in page
    assert b"voorvertoning/herladen.js" in shown.reloading(page.encode())


@pytest.fixture(name="ask")
def fixture_ask(tmp_path: Path) -> Iterator[tuple[Callable[[str], http.client.HTTPResponse], Shown, Place]]:
    """Serve the small site; return what asks for an address, what is shown, and where."""
    root = mini_root(tmp_path)
    place = placed(root, tmp_path)
    shown = Shown(Edition(place, read(root), 1))
    with Server("127.0.0.1", 0, shown) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()

        def ask(address: str) -> http.client.HTTPResponse:
            connection = http.client.HTTPConnection("127.0.0.1", serving.server_port, timeout=60)
            connection.request("GET", address)
            return connection.getresponse()

        yield ask, shown, place
        serving.shutdown()


def test_it_serves_what_there_is(ask: tuple[Callable[[str], http.client.HTTPResponse], Shown, Place]) -> None:
    get, shown, _ = ask
    page = get("/verhalen/klooster/?x=1#y")
    assert page.status == 200 and page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-store"
    assert b'herladen.js" data-stand="1"></script>' in page.read()
    assert get("/verhalen/klooster").headers["Location"] == "/verhalen/klooster/"
    style = get(f"/{shown.edition.site.assets.site.address}")
    assert style.headers["Content-Type"] == "text/css; charset=utf-8" and "max-age" in style.headers["Cache-Control"]
    assert get("/voorvertoning/herladen.js").status == 200
    lost = get("/niets/")
    assert lost.status == 404 and b"Pagina niet gevonden" in lost.read()
    assert get("/%2e%2e/%2e%2e/ruimte.yml").status == 404


def test_open_pages_hear_of_a_later_edition_at_once(
    ask: tuple[Callable[[str], http.client.HTTPResponse], Shown, Place],
) -> None:
    get, shown, place = ask
    heard: list[int] = []
    tabs = [threading.Thread(target=lambda: heard.append(int(get("/voorvertoning/stand/1").read()))) for _ in range(2)]
    for tab in tabs:
        tab.start()
    server.follow(place, shown, [])
    for tab in tabs:
        tab.join(60)
    assert heard == [shown.edition.number] * 2 and shown.edition.number > 1
    assert get("/voorvertoning/stand/1").read() == b"%d" % shown.edition.number


@pytest.mark.parametrize("told", [True, False], ids=["told by the system", "looking itself"])
def test_what_is_written_is_seen_and_what_an_editor_leaves_is_not(
    tmp_path: Path, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = mini_root(tmp_path)
    monkeypatch.setattr(watching, "PACKAGE", root / "pakket")
    monkeypatch.setattr(watching, "LENDER", root)
    if not told:
        monkeypatch.setattr(watching, "_observer", lambda *given: None)
    watch = watching.Watch(root)
    watch.start()
    story = root / "stories" / "klooster.md"
    try:
        (root / "stories" / "klooster.md~").write_text("oud", encoding="utf-8")
        (root / "stories" / ".klooster.md.swp").write_text("oud", encoding="utf-8")
        assert watch.look() == set()
        beside = root / "stories" / "klooster.tmp"
        beside.write_text(f"{story.read_text(encoding='utf-8')}\n", encoding="utf-8")
        beside.replace(story)  # as an editor does that writes a copy first
        assert watch.wait() == {str(story)}
        new = root / "docs" / "nieuw" / "map" / "index.md"
        threading.Timer(
            0.2, lambda: (new.parent.mkdir(parents=True), new.write_text("nieuw", encoding="utf-8"))
        ).start()
        assert watch.wait() == {str(new)}
        story.unlink()
        (root / "ruimte.yml").write_text("naam: x\n", encoding="utf-8")
        (root / "ingetrokken.txt").write_text("klooster\n", encoding="utf-8")
        assert watch.wait() == {str(story), str(root / "ruimte.yml"), str(root / "ingetrokken.txt")}
    finally:
        watch.stop()


def test_reading_the_content_wakes_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "SETTLED", 0.0)
    root = mini_root(tmp_path)
    watch = watching.Watch(root)
    watch.start()
    time.sleep(0.2)
    watch._woken.clear()
    for folder, _, names in os.walk(root):
        for name in names:
            (Path(folder) / name).read_bytes()
    time.sleep(0.2)
    assert not watch._woken.is_set()
    watch.stop()
