"""What is pressed is large enough, and where the reader's colours rule all is told apart: on every kind of page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds_support import kinds
from tests.browser.sizes_support import READY, measure

pytestmark = pytest.mark.browser

SMALL = measure("small")
"""Gives what is smaller than 24 by 24 pixels with something else too near (WCAG 2.5.8), but for links in a sentence."""
FORCED = measure("forced")
"""Gives what is told by its background alone, which nobody sees then."""
FOCUS = measure("focus")
"""Gives what looks the same with the focus as without."""
BROKEN = """
  <style>
    p > a:not([href="#c"]) { display: inline-block; width: 10px; height: 10px }
    button { border: 0; background: navy; color: white; width: 60px; height: 40px }
    button, button:focus-visible { outline: none }
  </style>
  <main>
    <p><a href="#a">a</a><a href="#b">b</a></p>
    <p>Een zin met <a href="#c">een link</a> erin, die zo hoog is als zijn regel.</p>
    <button>Knop</button>
  </main>"""


def test_whatever_is_wrong_is_seen(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(f"{site}404.html", 360, forced_colors="active").page
    page.evaluate("html => { document.body.innerHTML = html }", BROKEN)
    assert [fault.split('"')[1] for fault in page.evaluate(SMALL)] == ["a", "b"]
    assert page.evaluate(FORCED) == ['a button without an edge or a line: button "Knop"']
    assert page.evaluate(FOCUS) == ["no sign of the focus: button. submit in ."]


def test_on_every_kind_of_page_all_is_large_enough_and_told_apart(
    real_site: Path, site: str, visit: Callable[..., Any]
) -> None:
    page: Page = visit(f"{site}404.html", 360, forced_colors="active").page
    page.set_viewport_size({"width": 360, "height": 900})
    faults = []
    for name, address in kinds(real_site):
        page.goto(site + address)
        page.wait_for_function(READY)
        for rule in (SMALL, FORCED, FOCUS):
            faults += [f"{name} ({address}), 360 px: {fault}" for fault in page.evaluate(rule)[:8]]
    assert not faults, "\n".join(faults)
