"""What stands in a page for machines, in a browser that runs no script that stands in a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

from kennisbank.model import urls
from tests.site_support import WITHOUT_WORKER

STRICT = "default-src 'self'; script-src 'self'"
NOTE = """window.gemeld = [];
document.addEventListener("securitypolicyviolation", (event) => gemeld.push(event.effectiveDirective));"""


@pytest.mark.browser
def test_a_strict_host_lets_it_be(browser: Browser, site: str) -> None:
    """And it does report a script that would run: so the silence says something."""

    def strictly(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("</head>", "<script>window.liep = true</script></head>") if running else None
        route.fulfill(response=answer, body=body, headers=answer.headers | {"content-security-policy": STRICT})

    page = browser.new_page()
    page.add_init_script(WITHOUT_WORKER)
    page.add_init_script(NOTE)
    for address in (urls.HOME, urls.BEGRIPPEN, urls.value("schooltype", "po"), urls.werkvorm("kinderdialoog")):
        running = False
        page.route(site + address, strictly)
        page.goto(site + address)
        assert page.locator('script[type="application/ld+json"]').count() == 1
        assert page.evaluate("gemeld") == [], address
    running = True
    page.goto(site + address)
    page.wait_for_function("gemeld.length > 0")
    assert page.evaluate("window.liep === undefined")
    page.close()
