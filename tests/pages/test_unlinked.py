"""While the settings are an example: no page shows a link that leads nowhere, and the build says what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import urls
from kennisbank.model.contact import Contact
from kennisbank.model.forge import Forge
from kennisbank.model.project import Home, Keeper
from kennisbank.outputs import offered
from kennisbank.reading import settings
from tests.site_support import EXAMPLE, HOME, build, mini_root

GITHUB = "https://github.com/voorbeeld/ruimte"
FORM = urls.SCHRIJVEN["verhaal"]
NOT_YET = ".rb-nog-niet"


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), LexborHTMLParser(file.read_bytes())


def test_no_page_leads_to_the_repository(example_site: Path) -> None:
    for name, tree in pages(example_site):
        assert GITHUB not in (tree.html or ""), name
        assert not [a.text() for a in tree.css("a") if a.text().startswith("Verbeter")], name
        assert not tree.css("[data-nieuw], [href='']"), name


def test_nobody_is_sent_to_a_contact_that_is_an_example(example_site: Path, real_site: Path) -> None:
    for name, tree in pages(example_site):
        assert not tree.css("[href^='mailto:'], #rb-post"), name
    for name in (*urls.SCHRIJVEN.values(), "meedoen"):
        assert page(real_site, name).css("[href^='mailto:hulp@kennis.internal']"), name


def test_the_same_pages_do_where_there_is_one(real_site: Path) -> None:
    assert page(real_site, FORM).css_first("form").attributes["data-nieuw"]
    links = page(real_site, "verhalen/trots-in-meppel").css("a")
    assert "Verbeter dit verhaal" in {a.text() for a in links}
    for name, tree in pages(real_site):
        assert not tree.css(NOT_YET), name


def test_the_words_of_a_link_stay(example_site: Path, real_site: Path) -> None:
    for name in ("meedoen/intrekken", "meedoen/woord-toevoegen", "meedoen/computer"):
        there, here = (page(site, name).css_first(".rb-proza") for site in (real_site, example_site))
        assert here.text() == there.text()
        assert len(here.css("a")) < len(there.css("a"))


@pytest.mark.parametrize("name", ["meedoen", "meedoen/afbeelding-toevoegen", "over/privacy", "over/colofon", "over"])
def test_a_page_that_speaks_of_it_says_so(example_site: Path, name: str) -> None:
    assert "is er nog niet" in page(example_site, name).css_first(NOT_YET).text()


def test_other_pages_say_nothing(example_site: Path) -> None:
    for name in ("achtergrond/wat-blijft", "over/citeren", "verhalen/trots-in-meppel"):
        assert not page(example_site, name).css(NOT_YET)


@pytest.mark.parametrize("name", [*urls.SCHRIJVEN.values(), urls.SELECTIE])
def test_a_form_offers_the_file_only(example_site: Path, name: str) -> None:
    tree = page(example_site, name)
    assert [button.text() for button in tree.css("button[type=submit]") if "oorstel" in button.text()] == []
    assert [b.text() for b in tree.css("form:not([role]) button[type=submit]")] == ["Download het bestand"]
    assert "voor te stellen is er nog niet" in tree.body.text()  # type: ignore[union-attr]


# What the build says


@pytest.mark.apart
def test_the_build_says_which_settings_are_an_example(tmp_path: Path) -> None:
    root = mini_root(tmp_path)
    (root / settings.FILE).write_text(EXAMPLE, encoding="utf-8")
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    said = [line for line in result.stderr.splitlines() if line.startswith("Nog in te vullen: ")]
    assert [re.split(" is een voorbeeld|[.] ", line)[0] for line in said] == [
        "Nog in te vullen: ruimte.yml, adres: niet ingevuld",
        f"Nog in te vullen: ruimte.yml, bewaarplaats.adres: {GITHUB}",
        "Nog in te vullen: ruimte.yml, contact: mailto:voorbeeld@ruimte.example",
        "Nog in te vullen: ruimte.yml, beheer: niet ingevuld",
    ]
    assert "Vul je iets in, maak dan de site opnieuw." in result.stderr, "there is no make in this root"


@pytest.mark.apart
def test_settings_that_cannot_be_read_stop_the_build(tmp_path: Path) -> None:
    root = mini_root(tmp_path)
    (root / settings.FILE).write_text("adres: https://team.nl/\n", encoding="utf-8")
    result = build(root, tmp_path / "site")
    assert result.returncode == 1
    assert result.stdout.startswith('ruimte.yml:1:1 [bewaarplaats] De sleutel "bewaarplaats" ontbreekt.')
    assert not (tmp_path / "site").exists()


def test_a_root_without_settings_has_those_of_the_project(tmp_path: Path) -> None:
    assert settings.of(tmp_path) == settings.read()
    (tmp_path / settings.FILE).write_text(EXAMPLE, encoding="utf-8")
    assert settings.of(tmp_path).forge.adres == GITHUB


def test_what_is_missing() -> None:
    home = partial(Home, keeper=Keeper("Stichting Proefsite"))
    site, forge = "https://leren.github.io/kennisbank/", Forge("github", "https://github.com/leren/kennisbank", "main")
    assert list(home(site, forge).missing()) == []
    (only,) = home("https://ruimte.example/", forge).missing()
    assert only.startswith("ruimte.yml, adres: ")
    (only,) = home(site, Forge("github", GITHUB, "main")).missing()
    assert only.startswith("ruimte.yml, bewaarplaats.adres: ")
    (only,) = home(site, Forge("forgejo", "https://codeberg.org/leren/kennisbank", "main")).missing()
    assert "op Forgejo heten ze anders" in only
    assert list(home(site, forge, Contact("mailto:hulp@kennis.internal")).missing()) == []
    (only,) = home(site, forge, Contact("mailto:voorbeeld@ruimte.example")).missing()
    assert only.startswith("ruimte.yml, contact: mailto:voorbeeld@ruimte.example is een voorbeeld.")
    (only,) = Home(site, forge).missing()
    assert only.startswith("ruimte.yml, beheer: niet ingevuld.")
    assert not HOME.forge.example, "the other tests count on links that work"


def test_a_site_that_stands_nowhere_names_no_address(example_site: Path) -> None:
    """Nothing that would be wrong is said: no page names itself, no sitemap lists it, and no example stands."""
    for name, tree in pages(example_site):
        assert not tree.css("link[rel=canonical], meta[property='og:url'], meta[property='og:image']"), name
        assert not tree.css("script[type='application/ld+json']"), "machines know a page by its address"
    for file in example_site.rglob("*"):
        if file.suffix in {".xml", ".json", ".txt", ".js", ".webmanifest", ".pdf"}:
            assert b"ruimte.example" not in file.read_bytes(), file
    assert "<loc>" not in (example_site / "sitemap.xml").read_text(encoding="utf-8")
    cited = page(example_site, "over/citeren").css_first(".rb-proza").text()
    assert "/verhalen/trots-in-meppel/" in cited and "://ruimte" not in cited


def test_who_keeps_the_site_is_said_or_that_nobody_filled_it_in(example_site: Path, real_site: Path) -> None:
    for site, words, address in (
        (example_site, "Wie deze site beheert, is nog niet ingevuld. ", None),
        (real_site, "Beheer: Stichting Proefsite. ", "https://proefsite.internal/over"),
    ):
        for name in ("", "verhalen/trots-in-meppel", "over/contact"):
            foot = page(site, name).css_first(".rb-voet__rechten")
            assert foot.text().startswith(words), name
            assert [a.attributes["href"] for a in foot.css("a")] == [address] * bool(address), name
    told, missing = (page(site, "over/contact").css_first(".rb-proza") for site in (real_site, example_site))
    links = {a.text(): a.attributes["href"] for a in told.css("a")}
    assert links["Stichting Proefsite"] == "https://proefsite.internal/over"
    assert links["hulp@kennis.internal"] == "mailto:hulp@kennis.internal"
    assert links["veilig@kennis.internal"] == "mailto:veilig@kennis.internal"
    assert missing.text().count("(nog niet ingevuld)") == 3
    assert page(example_site, "over/toegankelijkheid").css_first(".rb-proza").text().count("(nog niet ingevuld)") == 2


def test_a_weakness_is_reported_where_it_is_looked_for(real_site: Path, example_site: Path) -> None:
    said = (real_site / urls.SECURITY).read_text(encoding="utf-8")
    assert said == (
        "Contact: mailto:veilig@kennis.internal\nExpires: 2099-12-31T23:59:59Z\nPreferred-Languages: nl, en\n"
        "Canonical: https://ruimte.example/.well-known/security.txt\n"
    )
    assert not (example_site / urls.SECURITY).exists()
    assert urls.SECURITY not in (real_site / urls.PUBLISHED).read_text(encoding="utf-8"), "no promise: it may go"
    assert list(offered.security(HOME.security, "https://ruimte.example/kennis/")) == []  # nobody looks there
    assert list(offered.security(None, HOME.site)) == []


def test_that_it_ends_is_said_in_time() -> None:
    assert HOME.security
    for days, words in {-1: "is voorbij", 0: "is dichtbij", 29: "is dichtbij", 30: ""}.items():
        today = HOME.security.until - timedelta(days=days)
        assert [words in line for line in HOME.ending(today)] == [True] * bool(words), days
