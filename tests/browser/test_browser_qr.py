"""The QR codes that the site makes: a reader that is not ours gets back what went in."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from tests.site_support import SCRIPTS

pytestmark = pytest.mark.browser

SHOW = """async ([text, module]) => {
    const { qr } = await import(module)
    const svg = qr(text, 'Naar de pagina')
    if (!svg) return null
    svg.setAttribute('width', 480)
    document.body.replaceChildren(svg)
    return svg.getAttribute('viewBox')
}"""
TEXTS = [
    "a",
    "https://ruimte.example/verhalen/trots-in-meppel/",
    "https://ruimte.example/sessie/?v=1&s=trots-in-meppel,vitrinekastjes-van-ezinge&w=kinderdialoog",
    "Pompeï één café – 🎨 漢字",
    "0123456789",
    "https://ruimte.example/selectie/?v=1&s=" + ",".join(f"verhaal-nummer-{number}" for number in range(50)),
]


def decode(picture: bytes) -> list[str]:
    """Return what stands in the QR codes of a picture."""
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return [code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode]


def shown(page: Page, site: str, text: str) -> str | None:
    box: str | None = page.evaluate(SHOW, [text, f"{site}{SCRIPTS}parts/script/qr.js"])
    return box


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reader_gets_back_what_went_in(site: str, visit: Callable[..., Any], scheme: str) -> None:
    page = visit(f"{site}404.html", color_scheme=scheme).page
    for text in TEXTS:
        assert shown(page, site, text), text
        code = page.get_by_role("img", name="Naar de pagina")
        assert decode(code.screenshot()) == [text]


def test_there_is_white_around_the_code(site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{site}404.html", color_scheme="dark").page
    box = shown(page, site, TEXTS[1])
    assert box
    side = int(box.split()[2])
    picture = Image.open(io.BytesIO(page.get_by_role("img", name="Naar de pagina").screenshot())).convert("L")
    dark = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark
    module = picture.width / side
    around = [dark[0], dark[1], picture.width - dark[2], picture.height - dark[3]]
    assert all(abs(edge - 4 * module) <= 1 for edge in around), around


def test_what_is_too_long_for_a_phone_has_no_code(site: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{site}404.html").page
    assert shown(page, site, "x" * 997) == "0 0 125 125"
    assert shown(page, site, "x" * 998) is None
