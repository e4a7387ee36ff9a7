"""Links of the site's own pages to its repository, and addresses of the site that are shown as text."""

from __future__ import annotations

import markdown
import pytest

from kennisbank.contributing import ownlinks
from kennisbank.model.contact import Contact
from kennisbank.model.forge import Forge
from kennisbank.model.project import Home
from kennisbank.parts.told import Told
from kennisbank.reading import markup

SITE = "https://leren.github.io/kennisbank/"
GITHUB = Home(SITE, Forge("github", "https://github.com/leren/kennisbank", "main"))
FORGEJO = Home(SITE, Forge("forgejo", "https://codeberg.org/leren/kennisbank", "main"))
EXAMPLE = Home(SITE, Forge("github", "https://github.com/voorbeeld/kennisbank", "main"))
ADDRESSES = {"stories/trots.md": "verhalen/trots/", "index.md": "", "over/een.md": "over/een/"}


def shown(text: str, home: Home = GITHUB) -> str:
    """Return the HTML of a text of the page `over/een.md`, without its paragraph."""
    extension = ownlinks.OwnLinks(home=home, uri="over/een.md", addresses=ADDRESSES)
    return markdown.markdown(text, extensions=[extension]).removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("home", "address"),
    [
        (GITHUB, "https://github.com/leren/kennisbank/tree/main/stories"),
        (FORGEJO, "https://codeberg.org/leren/kennisbank/src/branch/main/stories"),
    ],
)
def test_a_link_to_the_repository(home: Home, address: str) -> None:
    assert shown("[de map](bewaarplaats:map/stories)", home) == f'<a href="{address}">de map</a>'
    assert shown("[de map][1]\n\n[1]: bewaarplaats:map/stories", home) == f'<a href="{address}">de map</a>'


def test_without_a_repository_the_words_stay() -> None:
    assert shown("[**de map**](bewaarplaats:map/stories)", EXAMPLE) == "<span><strong>de map</strong></span>"
    assert shown("[x](https://example.org)", EXAMPLE) == '<a href="https://example.org">x</a>'


@pytest.mark.parametrize(
    ("home", "address"),
    [
        (Home(SITE, GITHUB.forge, Contact("mailto:hulp@kennis.internal")), "mailto:hulp@kennis.internal"),
        (Home(SITE, EXAMPLE.forge, Contact("https://kennis.internal/hulp")), "https://kennis.internal/hulp"),
        (Home(SITE, GITHUB.forge, Contact("mailto:hulp@example.org")), f"{GITHUB.forge.adres}/issues/new/choose"),
        (GITHUB, f"{GITHUB.forge.adres}/issues/new/choose"),
    ],
)
def test_who_asks_for_help_writes_to_the_contact_or_else_on_the_forge(home: Home, address: str) -> None:
    assert shown("[Vraag het](bewaarplaats:hulp)", home) == f'<a href="{address}">Vraag het</a>'


def test_without_anybody_to_ask_the_words_stay() -> None:
    for contact in (None, Contact("mailto:voorbeeld@ruimte.example")):
        home = Home(SITE, EXAMPLE.forge, contact)
        assert shown("[Vraag het](bewaarplaats:hulp)", home) == "<span>Vraag het</span>"


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("[de map](bewaarplaats:map/stories)", True),
        ("Ga naar **GitHub**.", True),
        ("Ga naar [de site](https://github.com/x).", False),
        ("Niets.", False),
    ],
)
def test_a_text_that_sends_somebody_to_no_repository_waits(text: str, waits: bool) -> None:
    for home in (EXAMPLE, GITHUB):
        told = Told()
        extension = ownlinks.OwnLinks(home=home, uri="over/een.md", addresses=ADDRESSES, told=told)
        markdown.markdown(text, extensions=[extension])
        assert ownlinks.waiting(home, "over/een.md", told) == (waits and home is EXAMPLE)
    assert ownlinks.waiting(EXAMPLE, "meedoen/index.md", Told())


@pytest.mark.parametrize(
    ("target", "href", "text"),
    [
        ("site:/stories/trots.md", "/stories/trots.md", "verhalen/trots/"),
        ("site:../stories/trots.md", "../stories/trots.md", "verhalen/trots/"),
        ("site:/stories/trots.md#kop", "/stories/trots.md#kop", "verhalen/trots/#kop"),
        ("site:#kop", "#kop", "over/een/#kop"),
        ("site:/index.md", "/index.md", ""),
    ],
)
def test_an_address_of_the_site_is_shown_whole_and_links_to_the_file(target: str, href: str, text: str) -> None:
    assert shown(f"[]({target})") == f'<a href="{href}">{SITE}{text}</a>'


def test_a_link_with_words_keeps_them() -> None:
    assert shown("[hier](site:/stories/trots.md)") == '<a href="/stories/trots.md">hier</a>'


def test_a_page_that_is_not_on_the_site_is_no_link() -> None:
    assert shown("[](site:/stories/weg.md)") == f"<span>{markup.NOWHERE}</span>"
    assert shown("[hier](site:/stories/weg.md)") == "<span>hier</span>"


@pytest.mark.parametrize(
    ("words", "left"), [(None, f"Zie {markup.NOWHERE}."), ("een ander verhaal", "Zie een ander verhaal.")]
)
def test_an_address_that_goes_leaves_no_gap(words: str | None, left: str) -> None:
    text = "Zie [](site:/stories/weg.md)."
    assert markup.unlink(text, lambda target: target != "/stories/weg.md", words) == left
    assert markup.unlink(text, lambda target: target == "/stories/weg.md", words) == text
