"""The page of a selection and the sheet to hand out: what their scripts are given, and how much of it there is."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from kennisbank import PACKAGE
from kennisbank.model import urls
from kennisbank.model.fields import specs
from kennisbank.model.records import Bundel
from kennisbank.pages.selectie import view as selectie
from kennisbank.pages.views import Views
from kennisbank.reading import outline
from tests.support import content, knowledge, verhaal

MAIN = PACKAGE / "parts" / "bewaren" / "script" / "main.js"
IMPORT = re.compile(r'^(?:import|export) .*?from "(.+?)";', re.MULTILINE | re.DOTALL)


def test_every_ruimte_has_questions_for_a_case() -> None:
    kb = content()
    own, sheet = selectie.generate(kb, Views(kb))
    assert (own.address, sheet.address) == (urls.SELECTIE, urls.UITDELEN)
    assert own.view.gegevens.ruimtes == sheet.view.gegevens.ruimtes
    questions = own.view.gegevens.ruimtes
    assert questions == {
        ruimte.origin.slug: selectie.RuimteVragen(titel=ruimte.title, vragen=tuple(ruimte.vragen["verdieping"]))
        for ruimte in kb.ruimtes
    }
    assert all(len(row.vragen) >= 3 for row in questions.values())


def test_the_pages_do_not_grow_with_the_stories() -> None:
    one = knowledge(verhaal("een"))
    many = knowledge(*(verhaal(f"verhaal-{number}") for number in range(30)))
    pages = [[page.view for page in selectie.generate(kb, Views(kb))] for kb in (one, many)]
    assert pages[0] == pages[1]


def test_a_bundel_has_the_fields_that_the_check_asks_for_and_leaves_questions_that_it_refuses() -> None:
    kb = knowledge(verhaal("een"))
    data = next(selectie.generate(kb, Views(kb))).view.gegevens
    assert isinstance(data, selectie.SelectieGegevens)
    fields = dict(data.velden)
    assert {name for name, spec in specs(Bundel).items() if spec.required} <= set(fields)
    assert fields["verhalen"] == selectie.BundelVeld(soort="verhaal", veel=True)
    for part in data.delen:
        for question in part.vragen:
            assert list(outline.unanswered(question, "docs/bundels/x.md", 1))


def fetched(script: Path) -> dict[str, bytes]:
    """Return a script and all that it imports."""
    found: dict[str, bytes] = {}
    waiting = [script]
    while waiting:
        file = waiting.pop().resolve()
        if file.name not in found:
            found[file.name] = file.read_bytes()
            waiting += [file.parent / other for other in IMPORT.findall(found[file.name].decode())]
    return found


def test_what_every_page_fetches_to_keep_a_story_is_small() -> None:
    files = fetched(MAIN)
    assert set(files) == {"main.js", "kept.js"}
    assert len(files["main.js"]) < 3000
    assert sum(len(gzip.compress(content)) for content in files.values()) < 3400
