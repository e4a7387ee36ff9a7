"""A short address leads to its text under every name, and says no more than that once the text was withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisbank.model import codes, published, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import moved
from kennisbank.outputs.offered import outputs
from kennisbank.pages.site import Site
from kennisbank.reading import withdrawal
from kennisbank.reading.history import NOTHING, Last
from tests.reading.test_addresses import TEXTS
from tests.support import changed, read, write

pytestmark = pytest.mark.apart  # texts of its own; test_moved.py sees that every address of the project leads somewhere

URL = "https://voorbeeld.example/"
CODE = next(codes.candidates("verhalen/ander/"))
SHORT = urls.short(CODE)


def knowledge(root: Path, last: Last = NOTHING) -> KnowledgeBase:
    loaded = read(root, last=last)
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def files(root: Path, last: Last = NOTHING) -> dict[str, str]:
    """Return what stands at former and short addresses, and the list of addresses that the site gives out."""
    site = Site(knowledge(root, last))
    made = [address for address, _ in outputs(site.knowledge, site.listed, URL, "Kennisbank", {})]
    notices = {f"{site.addresses[uri]}index.html": site.head(uri)["title"] for uri in site.generated()}
    found = dict(moved.generate(site, made, URL, "Kennisbank"))
    return notices | {at: text for at, text in found.items() if isinstance(text, str)}


def online(root: Path, last: Last = NOTHING) -> Last:
    """Return the site of a root as the next one compares with it."""
    return Last({}, published.parse(files(root, last)[published.FILE]))


def withdraw(root: Path, *slugs: str) -> None:
    """Withdraw by hand, as somebody does on the web: without the list of addresses."""
    for slug in slugs:
        (root / "stories" / f"{slug}.md").unlink(missing_ok=True)
    (root / withdrawal.FILE).write_text("".join(f"{slug}\n" for slug in slugs), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, TEXTS | {"docs/bundels/vraag.md": TEXTS["docs/bundels/vraag.md"]})


def test_each_text_has_one_that_leads_to_it(root: Path) -> None:
    kb, made = knowledge(root), files(root)
    short = {record.origin.path: kb.short(record) for record in kb.records}
    assert [path for path, address in short.items() if not address] == ["docs/achtergrond/pagina.md", "docs/los.md"]
    assert short["stories/ander.md"] == SHORT
    page = made[f"{SHORT}index.html"]
    assert 'data-naar="../../verhalen/ander/"' in page  # with a script, what stands behind the address goes along
    assert '<meta http-equiv="refresh" content="0; url=../../verhalen/ander/">' in page  # and without one it leads on
    assert f"/{SHORT} /verhalen/ander/\n" in made[published.FILE]


def test_a_renamed_text_keeps_it_whatever_list_there_is(root: Path) -> None:
    last = online(root)
    text = (root / "stories" / "ander.md").read_text(encoding="utf-8")
    (root / "stories" / "nieuw.md").write_text(text.replace("bron:", "eerder: [ander]\nbron:", 1), encoding="utf-8")
    (root / "stories" / "ander.md").unlink()
    bundel = root / "docs" / "bundels" / "vraag.md"
    bundel.write_text(bundel.read_text(encoding="utf-8").replace("ander]", "nieuw]"), encoding="utf-8")
    for known in (NOTHING, last, online(root, last)):
        assert knowledge(root, known).short(knowledge(root, known).verhaal["nieuw"]) == SHORT
        assert "../../verhalen/nieuw/" in files(root, known)[f"{SHORT}index.html"]


def test_the_list_remembers_the_first_address_whatever_the_text_says_later(root: Path) -> None:
    """A site that is built again is the same: also what feeds are named after."""
    write(root, {"stories/ander.md": changed({"bron:": "eerder: [vroeger, later]\nbron:"})})
    first = online(root)
    code = next(codes.candidates("verhalen/vroeger/"))
    assert first.published.codes[code] == "verhalen/vroeger/"
    again = knowledge(root, first)
    assert again.codes == knowledge(root).codes
    assert again.codes.first["verhalen/ander/"] == "verhalen/vroeger/"
    assert online(root, first).published.addresses == first.published.addresses


def test_what_was_withdrawn_has_the_notice_there_for_ever_and_no_list_tells_what_it_was(root: Path) -> None:
    (root / "docs" / "bundels" / "vraag.md").unlink()
    last = online(root)
    withdraw(root, "ander")
    made = files(root, last)
    assert made[f"{SHORT}index.html"] == "Deze pagina is ingetrokken"
    assert f"/{SHORT}\n" in made[published.FILE] and "ander" not in made[published.FILE]
    (root / withdrawal.FILE).unlink()  # even when the repository forgets, the code stays closed
    again = online(root, online(root, Last({}, published.parse(made[published.FILE]))))
    assert again.published.codes[CODE] == ""
    write(root, {"stories/ander.md": changed({})})
    kb = knowledge(root, again)
    assert kb.short(kb.verhaal["ander"]) != SHORT and SHORT in kb.withdrawn


def test_a_code_of_a_withdrawn_text_that_no_list_has_is_made_again(root: Path) -> None:
    (root / "docs" / "bundels" / "vraag.md").unlink()
    withdraw(root, "ander")
    assert SHORT in knowledge(root).withdrawn


def test_a_text_that_was_withdrawn_under_another_name_has_the_notice_too(root: Path) -> None:
    (root / "docs" / "bundels" / "vraag.md").unlink()
    last = online(root)
    renamed = changed({"bron:": "eerder: [ander]\nbron:"})
    (root / "stories" / "ander.md").unlink()
    last = online(write(root, {"stories/nieuw.md": renamed}), last)
    withdraw(root, "nieuw")
    made = files(root, last)
    assert made[f"{SHORT}index.html"] == "Deze pagina is ingetrokken"
    assert not [name for name in ("ander", "nieuw") if f"/k/{CODE}/ /verhalen/{name}/" in made[published.FILE]]


def test_a_code_that_stands_on_the_list_of_what_was_withdrawn_is_of_no_text(root: Path) -> None:
    (root / withdrawal.FILE).write_text(f"/{SHORT}\n", encoding="utf-8")
    kb = knowledge(root)
    assert SHORT in kb.withdrawn
    assert kb.short(kb.verhaal["ander"]) not in {"", SHORT}


def test_a_text_that_is_lost_is_said_once_and_not_for_its_code_too(root: Path) -> None:
    last = online(root)
    (root / "docs" / "bundels" / "vraag.md").unlink()
    loaded = read(root, last=last)
    assert [found.path for found in loaded.problems] == ["docs/bundels/vraag.md"]
