"""Style sheets mean the same when they have been made small."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from kennisbank.parts import assets

RULES = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(rule => rule.cssText);
}"""


def test_a_browser_reads_the_same_rules_in_a_sheet_that_was_made_small(browser: Browser) -> None:
    """Space within the values of our own properties is kept as it is written, and says nothing: it is passed over."""
    page = browser.new_page()
    for name, css in assets.read().sheets.items():
        whole, small = (
            [re.sub(r"\s+", "", rule) for rule in page.evaluate(RULES, text)] for text in (css, assets.small(css))
        )
        assert whole or not css.strip(), name
        assert small == whole, name
    page.close()
