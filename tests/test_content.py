"""The content of this project, as readers and hosts need it: complete, and never a dead end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.model import course
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Werkvorm
from kennisbank.reading.loader import load
from tests.support import OF_THE_REPORT

OURS = OF_THE_REPORT | {"wat-blijft-er-staan", "wie-doet-mee"}
MEET_UP = (
    "denken-delen-uitwisselen",
    "inchecken",
    "je-eigen-verhaal-vertellen",
    "naar-je-eigen-school",
    "oogsten",
    "samen-een-verhaal-lezen",
    "uitchecken",
    "verhalenmarkt",
    "vragen-verzamelen-en-ordenen",
    "welkom-en-aankomen",
)
"""The werkvormen with which a host opens, fills and closes a meet-up; the report has the idea of them at most."""
SECTIONS = ["Wanneer", "Stappen", "Vragen", "Variatie", "Let op", "Wat komt uit het onderzoek"]
MINUTES = re.compile(r"\((\d+) minu(?:ten|ut)\)")
TASKS = ("meedoen/", "sessie/", "selectie/", "uitdelen/", "ruimte/kaarten/")
"""Pages for a task at hand: nobody is led away from them."""
KINDS = {"verhaal": r"verhalen/(?!pagina-)[\w-]+/", "ruimte": r"ruimtes/[\w-]+/", "werkvorm": r"werkvormen/[\w-]+/"}


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    loaded = load(PROJECT)
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading of the second level."""
    parts = re.split(r"(?m)^## (.+)$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def dead_ends(site: Path) -> Iterator[str]:
    """Yield the pages from which a kind of content is more than one step away."""
    for file in sorted(site.rglob("index.html")):
        tree = LexborHTMLParser(file.read_bytes())
        address = file.relative_to(site).as_posix()
        if tree.css_first("meta[http-equiv=refresh]") or address.startswith(TASKS):
            continue
        links = [a.attributes.get("href") or "" for a in tree.css("main a")]
        example = re.fullmatch(r"voorbeelden/[^/]+/index.html", address)
        for kind, address in KINDS.items():
            if kind == "verhaal" and (example or tree.css_first("meta[name=robots]")):
                address = "verhalen/"  # nothing anonymous stands beside a named school; and near may be nothing
            if not any(re.fullmatch(rf"(\.\./|\./)*{address}(#.*)?", link) for link in links):
                yield f"{file.relative_to(site)}: no {kind}"


def test_from_every_page_a_story_a_ruimte_and_a_werkvorm_are_one_step_away(real_site: Path) -> None:
    assert len(list(real_site.rglob("index.html"))) > 250
    assert list(dead_ends(real_site)) == []


def test_every_function_has_eight_werkvormen_or_more(knowledge: KnowledgeBase) -> None:
    number = Counter(werkvorm.functie for werkvorm in knowledge.werkvormen)
    assert all(number[term.slug] >= 8 for term in knowledge.vocabularies["functie"].terms), number


def test_every_ruimte_has_a_werkvorm_of_its_own(knowledge: KnowledgeBase) -> None:
    named = {slug for werkvorm in knowledge.werkvormen for slug in werkvorm.ruimtes}
    assert {ruimte.origin.slug for ruimte in knowledge.ruimtes} <= named


def faults(werkvorm: Werkvorm) -> Iterator[str]:
    """Yield what a host would miss in a werkvorm."""
    parts = sections(werkvorm.origin.body)
    if [name for name in parts if name in SECTIONS] != SECTIONS:
        yield f"sections {list(parts)}"
        return
    if not re.search(r"(?m)^1\. .+\n(?:.+\n)*2\. ", parts["Stappen"]):
        yield "no numbered steps"
    minutes = sum(map(int, MINUTES.findall(parts["Stappen"])))
    if not werkvorm.duur[0] <= minutes <= werkvorm.duur[1]:
        yield f"the steps take {minutes} minutes, not {werkvorm.duur}"
    if parts["Vragen"].count("?") < 3:
        yield "fewer than three questions"
    if "nline" not in parts["Variatie"]:
        yield "no variation online"
    if not werkvorm.materiaal or not werkvorm.voorbereiding:
        yield "no material or preparation"
    if not re.search(r"\b(eigen|onze|ons|zelf)\b", parts["Wat komt uit het onderzoek"]):
        yield "does not say what is our own"


def test_every_werkvorm_from_the_report_is_complete(knowledge: KnowledgeBase) -> None:
    """One that somebody adds has to pass the check, and no more."""
    ours = [w for w in knowledge.werkvormen if w.origin.slug in OURS]
    assert len(ours) == 28
    found = {w.origin.slug: list(faults(w)) for w in ours}
    assert {slug: wrong for slug, wrong in found.items() if wrong} == {}


def unprepared(werkvorm: Werkvorm) -> Iterator[str]:
    """Yield what a host of a meet-up would miss in a werkvorm for one."""
    parts = sections(werkvorm.origin.body)
    if [name for name in parts if name in SECTIONS] != SECTIONS:
        yield f"sections {list(parts)}"
        return
    timed = course.timed(course.steps(werkvorm.origin.body, "Stappen"))
    if not course.short(timed) < course.whole(timed):
        yield "no steps with their minutes, or no short route"
    if None in (werkvorm.hoogstens, werkvorm.vorm, werkvorm.energie):
        yield "does not say how people sit"
    if not werkvorm.materiaal or not werkvorm.voorbereiding or not werkvorm.uitreiken:
        yield "no material, preparation or something to hand out"
    if parts["Vragen"].count("?") < 3:
        yield "fewer than three questions"
    if "nline" not in parts["Variatie"]:
        yield "no variation online"
    if "Loopt het uit?" not in parts["Let op"]:
        yield "does not say what to do when it runs late"
    if "eigen uitwerking" not in parts["Wat komt uit het onderzoek"]:
        yield "does not say what is our own"


def test_every_werkvorm_for_a_meet_up_is_complete(knowledge: KnowledgeBase) -> None:
    found = {slug: list(unprepared(knowledge.werkvorm[slug])) for slug in MEET_UP}
    assert {slug: wrong for slug, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("page", "number"), [("aanbevelingen", 5), ("aanbevelingen-financiers", 3)])
def test_every_recommendation_is_illustrated(knowledge: KnowledgeBase, page: str, number: int) -> None:
    body = next(p.origin.body for p in knowledge.paginas if p.origin.path == f"docs/achtergrond/{page}.md")
    numbered = {name: text for name, text in sections(body).items() if re.match(r"\d\. ", name)}
    assert len(numbered) == number
    for name, text in numbered.items():
        for folder in ("stories", "ruimtes", "werkvormen"):
            assert f"](/{folder}/" in text, f"{name}: no link to {folder}"


def test_every_background_page_leads_on_by_itself(knowledge: KnowledgeBase) -> None:
    pages = [p for p in knowledge.paginas if p.origin.path.startswith(("docs/achtergrond/", "docs/ruimte/"))]
    assert len(pages) >= 17
    assert [p.origin.path for p in pages if not (p.verhalen and p.ruimtes and p.werkvormen and p.bron)] == []


def test_at_least_six_bundels_three_of_them_really_asked(knowledge: KnowledgeBase) -> None:
    assert len(knowledge.bundels) >= 6
    assert len([bundel for bundel in knowledge.bundels if bundel.gevraagd]) >= 3
