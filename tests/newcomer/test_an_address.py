"""A newcomer gives the pages of a characteristic another address: everything that stood there leads on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kennisbank.model import urls
from tests.newcomer.copy_support import Task, copied, finder, replaced, ruimte, site, started, text

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

OLD, NEW = "schooltype", "scholen"
ENTRY = f'Facet("{OLD}", "{OLD}")'
MOVED = f'Facet("{OLD}", "{NEW}", former=("{OLD}",))'
OTHERS = "ELSEWHERE: tuple[Facet, ...] = ()"
ALSO = 'ELSEWHERE: tuple[Facet, ...] = (Facet("rol", "rollen", former=("rol",)),)'
"""One that is not a main facet has an entry when it has something to say."""
LINKS = """
Bij [de basisschool](/schooltype/po.md) en [elke soort](../schooltype/index.md#rb-inhoud).
"""
NUMBERED = "schooltype/po/pagina-2/"
LEADS_ON = re.compile(r'http-equiv="refresh" content="0; url=((?:\.\./)*)([^"]*)"')


def today(address: str) -> str:
    """Return the address that a published one has now."""
    return re.sub(r"(^|[/-])schooltype(?=[/-])", rf"\1{NEW}", re.sub("^rol/", "rollen/", address))


def of_facets(addresses: str) -> list[str]:
    """Return the addresses of a list that have to do with one of both facets."""
    rows = [line.split()[0][1:] for line in addresses.splitlines() if line.startswith("/")]
    return [row for row in rows if today(row) != row]


def test_the_address_of_a_facet_is_one_place(tmp_path: Path) -> None:
    root = copied(tmp_path)
    page = root / "docs" / "over" / "index.md"
    page.write_text(text(page) + LINKS, encoding="utf-8")
    listed = root / "adressen.txt"
    listed.write_text(f"{text(listed)}/{NUMBERED}\n", encoding="utf-8")

    ruimte(root, "papers")
    task = Task(root)
    facets = root / "kennisbank" / "model" / "facets.py"
    replaced(facets, ENTRY, MOVED)
    replaced(facets, OTHERS, ALSO)
    touched = task.touched()
    assert (touched.new, touched.changed, touched.gone) == ([], ["kennisbank/model/facets.py"], [])

    made = site(root)
    ruimte(root, "check")
    assert task.touched().changed == ["kennisbank/model/facets.py"], "no paper, no list of addresses"
    known = of_facets(text(listed))
    assert {f"{OLD}/", f"{OLD}/po/", f"{OLD}/po/feed.xml", f"overzicht/{OLD}-partner/", NUMBERED, "rol/maker/"} <= {
        *known
    }
    assert [address for address in known if address.startswith("ruimtes/")], "pairs in which it comes second"
    assert [address for address in known if address.startswith(OLD) and "/regio/" in address], "and first"
    for address in known:
        assert_leads_on(made, address)
    for file in made.rglob("*.html"):
        shown = text(file)
        assert LEADS_ON.search(shown) or not re.search(rf"/({OLD}|rol)/", shown), file
    assert 'href="../scholen/po/"' in text(made / "over" / "index.html")
    assert 'href="../scholen/#rb-inhoud"' in text(made / "over" / "index.html")
    assert 'href="../../rollen/maker/"' in text(made / "achtergrond" / "rol-van-de-partner" / "index.html")
    assert_finder(made)


def assert_leads_on(made: Path, address: str) -> None:
    """What was published leads to the same under the new address; a feed is given out where it was."""
    if list_of := urls.followed(address):
        own = f"/{today(list_of)}"
        assert own in text(made / address) or f"/{urls.VERHALEN}" in text(made / address)  # without stories: all
        return
    found = LEADS_ON.search(text(made / address / "index.html"))
    assert found, address
    expected = f"{NEW}/po/" if address == NUMBERED else today(address)
    assert (found[1], found[2]) == ("../" * address.count("/"), expected)
    assert (made / expected / "index.html").exists()


def assert_finder(made: Path) -> None:
    """A choice is named by its characteristic, so addresses of the finder stay as they were."""
    page = text(made / "zoeken" / "index.html")
    assert f'data-facet="{OLD}"' in page and f'href="../{NEW}/po/"' in page
    assert json.loads(text(finder(made) / "keuzes" / f"{OLD}.json"))["sets"]
    online = text(made / "adressen.txt")
    assert f"\n/{OLD}/po/ /{NEW}/po/\n" in online and f"\n/{NEW}/po/\n" in online


def test_two_facets_with_one_address_are_refused(tmp_path: Path) -> None:
    root = copied(tmp_path)
    replaced(root / "kennisbank" / "model" / "facets.py", ENTRY, f'Facet("{OLD}", "regio")')
    status, words = started(root, "-c", "import kennisbank.model.urls")
    assert status == 1
    assert "Incomplete: regio has the same folder as schooltype, 'regio': give it another in kennisbank/model" in words


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("verhalen", "schooltype has a folder of verhalen, 'verhalen': give it another in kennisbank/model"),
        ("stories", "schooltype has a folder of verhalen, 'stories': give it another in kennisbank/model"),
        ("ruimtes", "schooltype has the same folder as ruimte, 'ruimtes': give it another in kennisbank/model"),
        ("kenmerken", "schooltype has a folder of the site itself, 'kenmerken': give it another in kennisbank/model"),
        ("meedoen", "schooltype has a folder of the site itself, 'meedoen': give it another in kennisbank/model"),
        ("assets", "schooltype has a folder of the site itself, 'assets': give it another in kennisbank/model"),
        ("schema", "schooltype has a folder of the site itself, 'schema': give it another in kennisbank/model"),
        ("School Soort", "schooltype has no folder in 'School Soort': give it small letters, digits and hyphens in"),
    ],
)
def test_a_folder_that_is_taken_or_none_is_refused(folder: str, said: str, tmp_path: Path) -> None:
    root = copied(tmp_path)
    replaced(root / "kennisbank" / "model" / "facets.py", ENTRY, f'Facet("{OLD}", "{folder}", former=("{OLD}",))')
    status, words = started(root, "-c", "import kennisbank.model.urls")
    assert (status, f"Incomplete: {said}" in words) == (1, True), words
