"""One name for each thing: in titles, headings, buttons, links and menus, and in what scripts say."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kennisbank import PACKAGE
from kennisbank.model.doors import DOORS

GUIDE = "meedoen/"
"""The guide for who adds something: there a file may be called what it is called in the folders."""
NAMING = "title, h1, h2, h3, h4, h5, h6, button, a, summary, legend, label, caption"
"""What names a thing on a page, beside what is said of an element aloud."""


@dataclass(frozen=True)
class Word:
    """A word that names nothing here: how a thing is called instead, and why; some pages may have it (`where`)."""

    pattern: str
    right: str
    why: str
    where: str = ""


WORDS = (
    Word(r"\bsessies?\b", "programma", "wat een begeleider maakt en deelt, heet in elke knop een programma"),
    Word(r"\bcases?\b|\bcasus(sen)?\b", "verhaal", "een lezer zoekt een verhaal, en 'case' is taal van onderzoekers"),
    Word(r"\bbundels?\b", "vraag", "een lezer komt met een vraag; bundel is hoe het bestand heet", GUIDE),
    Word(r"\bhand-?outs?\b", "uitdeelblad", "gewone taal, en het woord dat op de knop staat"),
    Word(r"\bop de kaart\b|\bbuiten de kaart\b|^kaart van\b", "landkaart", "een kaart is een kaart van de ruimtes"),
    Word(r"\b(de|een|deze) tool\b|\btool ruimte\b", "de ruimtes of de kaarten", "wie leest weet niet welke", GUIDE),
    Word(r"\bkorte? voorbeeld(en)?\b", "praktijkvoorbeeld", "zo heet de lijst waar het in staat"),
    Word(r"\bvoorpagina\b|\bhomepage\b", "Home", "zo heet het in het kruimelpad"),
    Word(r"\b(mijn|je) (favorieten|lijstje|verzameling)\b", "Mijn selectie", "zo heet de pagina"),
)

NAMES = {
    "Zoeken": r"zoek",
    "Verhalen": r"verhalen",
    "Praktijkvoorbeelden": r"praktijkvoorbeelden",
    "Vragen": r"vragen",
    "Kenmerken": r"kenmerken",
    "Landkaart": r"landkaart",
    "Programma": r"programma",
    "Kaarten": r"kaarten",
    "Werkvormen": r"werkvormen",
    "De ruimtes": r"de ruimtes",
    "Mijn selectie": r"selectie",
    "Deel je verhaal": r"deel je verhaal",
    "Schrijf een verhaal": r"schrijf .*verhaal",
    "Schrijf een werkvorm": r"schrijf .*werkvorm",
    "Schrijf een praktijkvoorbeeld": r"praktijkvoorbeeld",
}
"""What a link to each page behind a door says at least, as its title does."""
RUNNING = ".rb-proza, .rb-uitlegvak"
"""Text that somebody wrote: there a link is a few words of a sentence."""
LITERAL = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$|\s// .*?$", re.DOTALL | re.MULTILINE)


def said(text: str, address: str = "") -> list[str]:
    """Return the words of a text that name nothing on the page at an address, each with what to say instead and why."""
    return [
        f"{found[0]!r} in {text!r}: zeg {word.right}, want {word.why}."
        for word in WORDS
        if not (word.where and address.startswith(word.where))
        for found in [re.search(word.pattern, text, re.IGNORECASE)]
        if found
    ]


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def names(html: str) -> Iterator[str]:
    """Yield what names a thing on a page, and in the templates that its scripts fill."""
    tree = LexborHTMLParser(re.sub(r"<(/?)template\b", r"<\1div", html))
    for node in tree.css(NAMING):
        yield from filter(None, (words(node),))
    for node in tree.css("[aria-label]"):
        yield from filter(None, (node.attributes["aria-label"],))


def literals(script: str) -> Iterator[str]:
    """Yield the texts in a script that a reader may see: not the names of files, classes and elements."""
    for found in LITERAL.findall(COMMENT.sub("", script)):
        text = re.sub(r"\$\{[^}]*\}", "…", found[1:-1])
        if re.search(r"^[A-Z]|[a-z] [a-z]", text) and not re.search(r"^[#.\[]|[{;]\s*\n", text):
            yield text


def strange(html: str, address: str) -> list[str]:
    """Return the links of a page to another behind a door that do not say how that is called."""
    wanted = {entry.address: entry.name for door in DOORS for entry in door.pages}
    doors = {door.name for door in DOORS}
    found = []
    tree = LexborHTMLParser(html)
    running = {link.mem_id for text in tree.css(RUNNING) for link in text.css("a")}
    for link in tree.css("body a[href]"):
        target = urlsplit(urljoin(f"/{address}", link.attributes["href"] or ""))
        own, text = unquote(target.path).lstrip("/"), words(link)
        if target.netloc or target.query or target.fragment or own == address or not text or text in doors:
            continue
        if own in wanted and link.mem_id not in running and not re.search(NAMES[wanted[own]], text, re.IGNORECASE):
            found.append(f"{text!r} leidt naar {wanted[own]}.")
    return found


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        yield posixpath.dirname(address) + "/" if address.endswith("/index.html") else "", file.read_text("utf-8")


def test_nothing_on_the_site_has_a_second_name(real_site: Path) -> None:
    faults: dict[str, str] = {}
    for address, html in pages(real_site):
        for fault in (fault for name in names(html) for fault in said(name, address)):
            faults.setdefault(fault, address)
    assert faults == {}


def test_scripts_say_the_same_names() -> None:
    texts = [
        (file.relative_to(PACKAGE).as_posix(), text)
        for file in sorted(PACKAGE.glob("p*/*/script/*.js"))
        for text in literals(file.read_text(encoding="utf-8"))
    ]
    assert len(texts) > 300
    assert [(file, fault) for file, text in texts for fault in said(text)] == []


def test_a_page_behind_a_door_is_called_as_its_links_are(real_site: Path) -> None:
    for door in DOORS:
        for entry in door.pages:
            html = (real_site / entry.address / "index.html").read_text(encoding="utf-8")
            title = LexborHTMLParser(html).css_first("h1")
            assert title and re.search(NAMES[entry.name], words(title), re.IGNORECASE), entry
    faults: dict[str, str] = {}
    for address, html in pages(real_site):
        for fault in strange(html, address):
            faults.setdefault(fault, address)
    assert faults == {}


@pytest.mark.parametrize(
    "text",
    [
        "Maak er een sessie van",
        "Alle cases",
        "Print de hand-out",
        "Wat is de tool Ruimte?",
        "Overzicht: op de kaart",
        "Kaart van Drenthe",
        "Een bundel",
        "3 korte voorbeelden",
        "Naar de voorpagina",
    ],
)
def test_a_second_name_is_found_with_the_reason(text: str) -> None:
    places = ("<h2>{}</h2>", "<template><button>{}</button></template>", '<nav aria-label="{}"></nav>')
    for html in (place.format(text) for place in places):
        assert len([fault for name in names(html) for fault in said(name) if ", want " in fault]) == 1, html
    assert [fault for one in literals(f'say("{text} x");') for fault in said(one)]


def test_the_right_names_are_not_found() -> None:
    right = ["Trek een kaart", "In acht werksessies", "Het verloop in kaart brengen", "Bundeling", "Voorbeelden"]
    assert [fault for text in right for fault in said(text)] == []
    assert said("Een bundel maken", "meedoen/bundel-maken/") == []
    assert list(literals('import "./sessie/x.js"; $("#rb-sessie"); // een sessie\n/* de tool Ruimte */')) == []


def test_a_link_with_another_name_is_found() -> None:
    html = '<a href="../../overzicht/kaart/">Waar dan?</a>'
    prose = '<p class="rb-proza">Zie <a href="../../overzicht/kaart/">hier</a></p>'
    assert strange(html + prose, "verhalen/x/") == ["'Waar dan?' leidt naar Landkaart."]
    assert strange(html.replace("Waar dan?", "Bekijk de landkaart"), "verhalen/x/") == []
