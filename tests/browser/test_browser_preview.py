"""The preview in a browser: every page that is open shows a change by itself, and nothing of it is kept."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kennisbank.engines.live import edition, server
from kennisbank.engines.live.edition import Edition, Place
from kennisbank.engines.live.server import Server, Shown
from kennisbank.engines.mkdocs.preview import Texts
from tests.site_support import mini_root

pytestmark = [pytest.mark.browser, pytest.mark.apart]


def test_each_open_page_shows_a_change_and_what_is_wrong_and_the_finder_finds(tmp_path: Path, browser: Browser) -> None:
    root = mini_root(tmp_path)
    (tmp_path / "engine").mkdir()
    place = Place(
        root, "http://127.0.0.1/", partial(Texts, "mkdocs", tmp_path / "engine"), tmp_path, lambda words: None
    )
    content = edition.read(root, None, place.tell)
    assert content is not None
    shown = Shown(Edition(place, content, 1))
    story = root / "stories" / "klooster.md"
    text = story.read_text(encoding="utf-8")
    with Server("127.0.0.1", 0, shown) as serving, browser.new_context() as context:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{serving.server_port}/"
        one, other, finder = (context.new_page() for _ in range(3))
        messages: list[str] = []
        one.on("console", lambda message: messages.append(message.text))
        one.goto(f"{address}verhalen/klooster/")
        other.goto(f"{address}verhalen/")
        finder.goto(f"{address}zoeken/?q=klooster")
        expect(finder.locator("[data-zoekstatus=klaar]")).to_be_attached()
        expect(finder.locator("main")).to_contain_text("klooster")
        story.write_text(text.replace("title: ", "title: Proefnaam ", 1), encoding="utf-8")
        server.follow(place, shown, [str(story)])
        expect(one.locator("h1")).to_contain_text("Proefnaam")
        expect(other.locator("main")).to_contain_text("Proefnaam")
        story.write_text(f"{text}\nTODO: af\n", encoding="utf-8")
        server.follow(place, shown, [str(story)])
        expect(one.locator("body")).to_contain_text("Deze pagina toont niet wat je schreef")
        expect(one.locator("h1")).to_contain_text("Proefnaam")
        assert messages == []
        assert one.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
        serving.shutdown()
