"""A newcomer changes what the card of a story shows: its view and its template lie in one folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.newcomer.copy_support import Task, copied, replaced, site, text

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

FOLDER = "kennisbank/parts/kaartje"


def test_what_a_card_shows_is_one_folder(tmp_path: Path) -> None:
    root = copied(tmp_path)
    task = Task(root)
    view, template = root / FOLDER / "view.py", root / FOLDER / "template.html"
    replaced(view, "    concept: bool\n", "    concept: bool\n    scholen: tuple[str, ...]\n")
    made = "        concept=verhaal.concept,\n"
    replaced(view, made, f"{made}        scholen=verhaal.scholen,\n")
    summary = "  <p>{{ k.samenvatting }}</p>\n"
    replaced(template, summary, summary + '  <p class="scholen">{{ k.scholen | join(", ") }}</p>\n')
    touched = task.touched()
    assert touched.changed == [f"{FOLDER}/template.html", f"{FOLDER}/view.py"]
    assert (touched.new, touched.gone) == ([], [])

    built = site(root)
    for page in ("verhalen/index.html", "partner/museum/index.html", "ruimtes/plek/index.html"):
        shown = [names.text(strip=True) for names in LexborHTMLParser(text(built / page)).css(".rb-kaart .scholen")]
        assert len(shown) > 1, page
        assert any("Op Wier" in names for names in shown), page
