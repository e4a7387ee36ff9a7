"""What is known of the last site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisbank.reading import history

TITLES = {"een": "Een", "twee": "Twee"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"verhalen": 5}', '{"verhalen": null}', "\x00", '{"iets": {}}'])
def test_of_a_list_that_cannot_be_read_it_is_unknown_what_the_site_has(text: str, tmp_path: Path) -> None:
    """It may still have a story that was withdrawn; where there is no list, there is no site."""
    file = tmp_path / "inhoud.json"
    file.write_text(text, encoding="utf-8")
    assert history.last(file) == history.Last(unknown=True)
    assert history.last(tmp_path / "is-er-niet.json") == history.NOTHING


def test_it_can_be_unknown_what_is_online(tmp_path: Path) -> None:
    file = tmp_path / "vorige.json"
    file.write_text(json.dumps({history.UNKNOWN: True}), encoding="utf-8")
    assert history.last(file) == history.Last(unknown=True) != history.NOTHING


def test_the_addresses_stand_beside_the_stories_or_among_them(tmp_path: Path) -> None:
    file = tmp_path / "inhoud.json"
    file.write_text(json.dumps({"verhalen": TITLES}), encoding="utf-8")
    told = {"verhalen/een/": "", "verhalen/twee/": ""}
    assert (history.last(file).titles, history.last(file).published.addresses) == (TITLES, told)
    (tmp_path / "adressen.txt").write_text("# alle\n/verhalen/ooit/ /verhalen/een/\ngeen adres\n", encoding="utf-8")
    assert history.last(file).published.addresses == {**told, "verhalen/ooit/": "verhalen/een/"}
    assert history.last(file).published.problems == (), "nobody can mend what is online"
    fetched = tmp_path / "vorige.json"
    fetched.write_text(json.dumps({"verhalen": TITLES, "adressen": "/over/\n"}), encoding="utf-8")
    assert history.last(fetched).published.addresses == {**told, "over/": ""}
