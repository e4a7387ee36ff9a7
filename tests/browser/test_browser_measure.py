"""The measure of a whole story is that of the printer: for every story of the site, and for many that were made up."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kennisbank.model import urls
from kennisbank.model.records import Verhaal
from kennisbank.outputs import gegevens
from kennisbank.pages.site import Site
from kennisbank.parts.steps import whole
from kennisbank.parts.vel import measure
from tests.browser import paper_support as paper
from tests.support import content

pytestmark = pytest.mark.browser

CONTENT = content()
SITE = Site(CONTENT)
READY = "document.body.classList.contains('rb-boekje-vol') && !document.querySelector('[aria-busy]')"
TOO_CAREFUL = 0.08
"""The part of a side by which the measure may be more than the paper: a story that just fits may be told to be long."""
MADE = 24


@dataclass(frozen=True)
class Story:
    """A story, its data as the site gives them, and how long it is by the measure."""

    name: str
    slug: str
    data: str
    length: float


def stories() -> Iterator[Story]:
    """Yield the stories of the site, and their words in other amounts: around one side of paper, two and three."""
    for verhaal in CONTENT.verhalen:
        yield _story(verhaal.origin.slug, verhaal)
    chance = random.Random(4)
    paragraphs = [p for verhaal in CONTENT.verhalen for p in verhaal.origin.body.split("\n\n") if not p.startswith("#")]
    lists = ["- Wat we zagen.\n- Wat we hoorden, en van wie.\n- Wat er bleef.", "> Dat vertelde een kind ons later."]
    for number in range(MADE):
        verhaal = chance.choice(CONTENT.verhalen)
        aim = (0.9, 1.9, 1.97, 2.03, 2.1, 2.9)[number % 6]
        body, kinds = "", [paragraphs, lists if number % 2 else paragraphs]
        while measure.length(verhaal, whole(body)) < aim:
            heading = "## Hoe het verder ging\n\n" if chance.random() < 0.15 else ""
            body += heading + chance.choice(chance.choice(kinds)) + "\n\n"
        yield _story(f"{number}-{aim}", replace(verhaal, origin=replace(verhaal.origin, body=body)))


def _story(name: str, verhaal: Verhaal) -> Story:
    text = SITE.body(verhaal)
    data = json.dumps(asdict(gegevens.verhaal(verhaal, SITE.views, text)))
    return Story(name, verhaal.origin.slug, data, measure.length(verhaal, whole(text)))


def test_a_story_takes_as_much_paper_as_is_measured(browser: Browser, site: str, tmp_path: Path) -> None:
    found = {}
    with browser.new_context(service_workers="block") as context:  # it would answer instead of the test
        page = context.new_page()
        for story in stories():
            address = f"{site}verhalen/{story.slug}/{urls.GEGEVENS}"
            data = story.data
            page.route(address, lambda route: route.fulfill(body=data, content_type="application/json"))  # noqa: B023
            page.goto(f"{site}{urls.UITDELEN}?verhaal={story.slug}")
            page.wait_for_function(READY)
            page.pdf(path=tmp_path / "verhaal.pdf", prefer_css_page_size=True)
            page.unroute(address)
            found[story.name] = (story.length, len(paper.sides(tmp_path / "verhaal.pdf")))
    assert len(found) >= MADE + 1
    assert {sides for _, sides in found.values()} >= {1, 2, 3}
    unforeseen = {name: both for name, both in found.items() if both[1] > both[0] + 1 or both[1] > -(-both[0] // 1)}
    assert unforeseen == {}, "these take more sides than was measured"
    careful = {name: both for name, both in found.items() if both[1] < -(-(both[0] - TOO_CAREFUL) // 1)}
    assert careful == {}, "these take fewer sides than was measured"
