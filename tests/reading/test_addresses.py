"""Where every published address leads, whatever became of what stood there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.model import addresses, published, urls, vocabulary
from kennisbank.model.addresses import Answers
from kennisbank.model.published import Published
from kennisbank.problems.problem import Problem
from kennisbank.reading import withdrawal, wordlists
from kennisbank.reading.history import Last
from tests.support import WERKVORM, changed, read, vocabularies, write

BUNDEL = """\
---
title: Een vraag
samenvatting: "Een vraag bij wijze van voorbeeld, met twee verhalen en twee werkvormen erbij."
verhalen: [goed, ander]
werkvormen: [wandeling, praten]
ruimtes: [plek]
vragen: ["Wat herken je?", "Wat zou je anders doen?", "Wat neem je mee?"]
bron: voorbeeld
---

Tekst.
"""
PAGINA = """\
---
title: Een pagina
samenvatting: "Een pagina bij wijze van voorbeeld, die onder een andere naam verder gaat."
---

Tekst.
"""
TEXTS: dict[str, Any] = {
    "stories/ander.md": changed({}),
    "werkvormen/wandeling.md": WERKVORM,
    "werkvormen/praten.md": WERKVORM,
    "docs/bundels/vraag.md": BUNDEL,
    "docs/achtergrond/pagina.md": PAGINA,
    "docs/los.md": PAGINA,
}
EVERY = {
    "stories/ander.md": "verhalen/ander/",
    "werkvormen/praten.md": "werkvormen/praten/",
    "docs/bundels/vraag.md": "bundels/vraag/",
    "docs/achtergrond/pagina.md": "achtergrond/pagina/",
    "docs/los.md": "los/",
}
"""A text of each kind, and its address. (Ruimtes are of the project: a root without any takes those.)"""
NEW = "nieuwe-naam"


def problems(root: Path) -> list[Problem]:
    """Return what the addresses of a root are refused for; what else names a text that is gone is not at issue."""
    return [found for found in read(root).problems if found.code.startswith(("adres", "verwijzing-zelf"))]


def renamed(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{NEW}{name[name.index('.') :]}"


def lay(root: Path, *gone: str, **more: Any) -> Path:
    """Lay all texts but some, with a list that says that all of them were published."""
    list_of_all = published.written(dict.fromkeys([*EVERY.values(), "verhalen/goed/", "werkvormen/wandeling/"], ""))
    files = {path: text for path, text in TEXTS.items() if path not in gone}
    return write(root, {**files, published.FILE: list_of_all, **more})


@pytest.mark.parametrize("path", EVERY)
def test_what_was_renamed_is_refused_with_the_line_to_add(path: str, tmp_path: Path) -> None:
    root = lay(tmp_path, path, **{renamed(path): TEXTS[path]})
    (found,) = problems(root)
    slug = Path(path).stem
    assert (found.code, found.path) == ("adres-weg", path)
    assert f'"/{EVERY[path]}"' in found.message
    line = f"eerder: [{slug}]"
    assert f"Zet dan in {renamed(path)}: {line}." in found.hint
    new = root / renamed(path)
    new.write_text(new.read_text(encoding="utf-8").replace("\n---\n", f"\n{line}\n---\n", 1), encoding="utf-8")
    assert problems(root) == []


def withdrawing(path: str) -> str:
    """Return what stands on the list of withdrawn addresses for the text at a path."""
    address = EVERY[path]
    return Path(path).stem if path.startswith("stories/") else address if address.count("/") > 1 else f"/{address}"


@pytest.mark.parametrize("path", EVERY)
def test_what_went_away_is_refused_with_the_line_to_add(path: str, tmp_path: Path) -> None:
    root = lay(tmp_path, path)
    (found,) = problems(root)
    assert found.code == "adres-weg"
    line = found.hint.rpartition(f"Is het weg? Zet dan in {withdrawal.FILE}: ")[2]
    assert line == withdrawing(path)
    (root / withdrawal.FILE).write_text(f"{line}\n", encoding="utf-8")
    assert problems(root) == []


@pytest.mark.parametrize("path", EVERY)
def test_a_withdrawn_address_is_not_given_away(path: str, tmp_path: Path) -> None:
    root = lay(tmp_path, **{withdrawal.FILE: f"{withdrawing(path)}\n"})
    assert [(found.code, found.path) for found in problems(root)] == [("adres-ingetrokken", path)]


@pytest.mark.parametrize("path", EVERY)
def test_a_text_that_has_a_fault_is_not_called_gone(path: str, tmp_path: Path) -> None:
    assert problems(lay(tmp_path, **{path: "geen kop\n"})) == []


def test_a_story_that_vanished_is_one_problem_not_one_for_everything_that_names_it(tmp_path: Path) -> None:
    naming = {
        "stories/goed.md": changed({"bron: ": "verwant: [ander]\nbron: "}).replace("op pad", "[op pad](ander.md)"),
        "docs/los.md": PAGINA.replace("Tekst.", "Lees [dit](/stories/ander.md) en [dat](/stories/ander.md#kop)."),
    }
    root = lay(tmp_path, "stories/ander.md", **naming)
    assert [found.code for found in read(root).problems] == ["adres-weg"]


def test_a_list_is_not_needed(tmp_path: Path) -> None:
    root = lay(tmp_path, *EVERY)
    (root / published.FILE).unlink()
    assert problems(root) == []


def test_the_title_tells_which_story_it_was(tmp_path: Path) -> None:
    last = Last({"vroeger": "Het goede verhaal"}, Published({"verhalen/vroeger/": ""}))
    (found,) = read(write(tmp_path, {}), last=last).problems
    assert (found.code, found.path, found.field) == ("adres-veranderd", "stories/goed.md", "eerder")
    assert found.hint == "Voeg toe: eerder: [vroeger]"


def test_a_file_that_others_read_cannot_go_away(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, {published.FILE: "/schema/oud.json\n"}))
    assert (found.code, found.path) == ("adres-weg", published.FILE)


def test_a_former_address_is_of_one_text_and_not_of_the_site(tmp_path: Path) -> None:
    def named(name: str) -> list[tuple[str, str]]:
        text = PAGINA.replace("---\n\n", f"eerder: [{name}]\n---\n\n")
        root = lay(tmp_path, **{"docs/achtergrond/pagina.md": text})
        return [(found.code, found.path) for found in problems(root)]

    where = "docs/achtergrond/pagina.md"
    assert named("pagina") == [("verwijzing-zelf", where)]
    for taken in ("verhalen/goed", "bundels/vraag", "zoeken", "over/pagina-2", "regio/drenthe", "schooltype/po"):
        expected = [] if taken == "zoeken" else [("adres-dubbel", where)]  # beside it: achtergrond/zoeken/
        assert named(taken) == expected, taken
    assert named("los/er-was") == []


def with_former(former: str) -> dict[str, vocabulary.Vocabulary]:
    """Return the closed lists in which Drenthe's north had another name before."""
    lists = vocabularies()
    terms = tuple(
        replace(term, former=(former,)) if term.slug == "noord-drenthe" else term for term in lists["regio"].terms
    )
    return {**lists, "regio": replace(lists["regio"], terms=terms)}


@pytest.mark.parametrize(
    ("address", "lead"),
    [
        ("regio/kop/", "regio/noord-drenthe/"),
        ("regio/kop/feed.xml", "regio/noord-drenthe/feed.xml"),
        ("regio/kop/pagina-3/", "regio/noord-drenthe/"),
        ("schooltype/po/regio/kop/", "schooltype/po/"),
        ("schooltype/po/regio/kop/pagina-2/", "schooltype/po/"),
        ("schooltype/weg/regio/kop/", "regio/noord-drenthe/"),
        ("schooltype/po/", "schooltype/po/"),
        ("schooltype/weg/", None),
        ("schooltype/weg/feed.xml", None),
        ("verhalen/pagina-9/", "verhalen/"),
        ("verhalen/feed.xml", "verhalen/feed.xml"),
        ("ruimte/kaarten/kaarten.pdf", "ruimte/kaarten/kaarten.pdf"),
        ("assets/delen/101000000.png", "assets/delen/101000000.png"),
        ("assets/delen/x.png", None),
    ],
)
def test_where_an_address_leads(address: str, lead: str | None) -> None:
    found = addresses.answers([], [], with_former("kop"), Published(), ())
    assert found.lead(address) == lead


def test_a_pair_leads_to_the_pair_that_it_became() -> None:
    known = Answers(frozenset({"a/", "regio/b/", "schooltype/po/", "schooltype/po/regio/b/"}), {"regio/a/": "regio/b/"})
    assert known.lead("schooltype/po/regio/a/") == "schooltype/po/regio/b/"


def test_a_page_of_a_list_leads_to_the_same_page_where_the_list_moved_to() -> None:
    known = Answers(frozenset({"regio/b/", "regio/b/pagina-2/"}), {"regio/a/": "regio/b/"})
    assert known.lead("regio/a/pagina-2/") == "regio/b/pagina-2/"
    assert known.lead("regio/a/pagina-3/") == "regio/b/"


def test_the_list_remembers_what_a_text_no_longer_says() -> None:
    recorded = Published({"verhalen/oud/": "verhalen/goed/", "verhalen/ooit/": "verhalen/oud/"})
    known = addresses.answers([], [], vocabularies(), recorded, ["verhalen/goed/"])
    assert known.lead("verhalen/ooit/") == "verhalen/goed/", "so that a withdrawal takes it along"


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_moves_in_a_circle_end(moves: dict[int, int], there: set[int]) -> None:
    name = [f"verhalen/v{number}/" for number in range(10)]
    known = Answers(frozenset(name[n] for n in there), {name[old]: name[new] for old, new in moves.items()})
    for address in name:
        lead = known.lead(address)
        assert lead is None or lead in known.present


def test_every_kind_has_a_former_address() -> None:
    assert {urls.former(own, "oud") for own in EVERY.values()} == {
        "verhalen/oud/", "werkvormen/oud/", "bundels/oud/", "achtergrond/oud/", "oud/",
    }  # fmt: skip
    assert urls.former("over/", "info") == "info/"
    assert urls.former("verhalen/x/", "achtergrond/oud") == "achtergrond/oud/"


def test_a_value_keeps_its_former_slugs(tmp_path: Path) -> None:
    text = "label: L\nmeervoud: L\nuitleg: U.\nwaarden:\n  - slug: nieuw\n    label: Nieuw\n    eerder: {}\n"

    def loaded(eerder: str) -> tuple[dict[str, vocabulary.Vocabulary], list[str]]:
        file = tmp_path / "lijst.yml"
        file.write_text(text.format(eerder), encoding="utf-8")
        found: list[Problem] = []
        read = wordlists.read(file, file.name, found)
        return {"lijst": read} if read else {}, [problem.code for problem in found]

    lists, found = loaded("[oud, ouder]")
    assert (lists["lijst"].terms[0].former, found) == (("oud", "ouder"), [])
    assert lists["lijst"].synonym("ouder") == "nieuw", "who still writes it is told the word of today"
    assert loaded("[Oud Woord]")[1] == ["bestand-naam"]
    assert loaded("oud")[1] == ["waarde-soort"]


def cure(root: Path) -> str:
    (found,) = problems(root)
    return found.hint


def test_a_page_that_moved_to_another_folder_is_found_and_named_with_its_folder(tmp_path: Path) -> None:
    root = lay(tmp_path, "docs/achtergrond/pagina.md", **{"docs/over/pagina.md": PAGINA})
    assert "Zet dan in docs/over/pagina.md: eerder: [achtergrond/pagina]." in cure(root)
    told = PAGINA.replace("\n---\n", "\neerder: [achtergrond/pagina]\n---\n", 1)
    (root / "docs/over/pagina.md").write_text(told, encoding="utf-8")
    assert problems(root) == []


def test_the_page_that_a_part_begins_with_is_named_by_its_file(tmp_path: Path) -> None:
    listed = "/over/\n/over/ons/\n"
    root = write(tmp_path, {published.FILE: listed, "docs/over/ons.md": PAGINA})
    (found,) = problems(root)
    assert found.path == "docs/over/index.md"


def test_a_former_address_comes_beside_those_that_a_text_has(tmp_path: Path) -> None:
    new = WERKVORM.replace("\n---\n", "\neerder: [ooit]\n---\n", 1)
    root = lay(tmp_path, "werkvormen/praten.md", **{"werkvormen/nieuwe-naam.md": new})
    assert "Zet dan in werkvormen/nieuwe-naam.md: eerder: [ooit, praten]." in cure(root)


def test_nothing_is_sent_to_a_story_that_is_not_shown(tmp_path: Path) -> None:
    hidden = {
        "stories/concept.md": changed({"bron: ": "concept: true\nbron: "}),
        "stories/nee.md": changed({"toestemming: ja": "toestemming: nee"}),
    }
    assert "Zet dan in het nieuwe bestand: eerder: [ander]." in cure(lay(tmp_path, "stories/ander.md", **hidden))
