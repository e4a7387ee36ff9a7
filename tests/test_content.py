"""The content of this project, as readers and hosts need it: complete, and never a dead end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model import course, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Werkvorm
from tests.support import OF_THE_REPORT, content

OURS = OF_THE_REPORT | {"wat-blijft-er-staan", "wie-doet-mee"}
MEET_UP = (
    "denken-delen-uitwisselen", "inchecken", "je-eigen-verhaal-vertellen", "naar-je-eigen-school", "oogsten",
    "samen-een-verhaal-lezen", "uitchecken", "verhalenmarkt", "vragen-verzamelen-en-ordenen", "welkom-en-aankomen",
)  # fmt: skip
"""The werkvormen with which a host opens, fills and closes a meet-up; the report has the idea of them at most."""
DIGGING = (
    "de-rimpeling", "doen-en-laten", "het-kind-centraal", "langs-ons-plan", "met-zn-tweeen", "terug-naar-het-geheel",
    "waar-woont-de-kunst",
)  # fmt: skip
"""Short werkvormen with which a group digs and comes together again; the report carries their idea."""
SECTIONS = ["Wanneer", "Stappen", "Vragen", "Variatie", "Let op", "Wat komt uit het onderzoek"]
SLACK = 5
"""Minutes that the whole route may leave of the longest time, and the short one of the shortest."""
TASKS = ("data/", "meedoen/", "offline/", "sessie/", "selectie/", "uitdelen/", "ruimte/kaarten/")
"""Pages for a task at hand: nobody is led away from them."""
KINDS = {"verhaal": r"verhalen/(?!pagina-)[\w-]+/", "ruimte": r"ruimtes/[\w-]+/", "werkvorm": r"werkvormen/[\w-]+/"}


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return content()


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading of the second level."""
    parts = re.split(r"(?m)^## (.+)$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def dead_ends(site: Path) -> Iterator[str]:
    """Yield the pages from which a kind of content is more than one step away."""
    for file in sorted(site.rglob("index.html")):
        tree = LexborHTMLParser(file.read_bytes())
        address = file.relative_to(site).as_posix()
        if tree.css_first("meta[http-equiv=refresh]") or address.startswith((*TASKS, urls.EMBED)):
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
    yield from untimed(werkvorm)
    if None in (werkvorm.vorm, werkvorm.hoogstens, werkvorm.energie):
        yield "does not say how people sit, how many, and how lively it is"
    if werkvorm.moment is None:
        yield "does not say where in a meet-up it stands"
    if parts["Vragen"].count("?") < 3:
        yield "fewer than three questions"
    if "nline" not in parts["Variatie"]:
        yield "no variation online"
    if not werkvorm.materiaal or not werkvorm.voorbereiding:
        yield "no material or preparation"
    if not re.search(r"\b(eigen|onze|ons|zelf)\b", parts["Wat komt uit het onderzoek"]):
        yield "does not say what is our own"


def untimed(werkvorm: Werkvorm) -> Iterator[str]:
    """Yield what is wrong with its time: the whole route takes the longest, the short one the shortest."""
    steps = course.timed(course.steps(werkvorm.origin.body))
    if len(steps) < 2:
        yield "no numbered steps with minutes"
        return
    (least, most), whole, short = werkvorm.duur, course.whole(steps), course.short(steps)
    if not most - SLACK <= whole <= most:
        yield f"the steps take {whole} minutes, not {most}"
    if not least - SLACK <= short <= least or short == whole:
        yield f"the short route takes {short} minutes, not {least}"


def test_every_werkvorm_from_the_report_is_complete(knowledge: KnowledgeBase) -> None:
    """One that somebody adds has to pass the check, and no more."""
    ours = [w for w in knowledge.werkvormen if w.origin.slug in OURS]
    assert len(ours) == 34
    found = {w.origin.slug: list(faults(w)) for w in ours}
    assert {slug: wrong for slug, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("slug", MEET_UP + DIGGING)
def test_every_werkvorm_for_a_meet_up_is_complete(knowledge: KnowledgeBase, slug: str) -> None:
    """It also says what to hand out and what to do when it runs late."""
    werkvorm = knowledge.werkvorm[slug]
    assert list(faults(werkvorm)) == []
    assert werkvorm.uitreiken
    assert "Loopt het uit?" in sections(werkvorm.origin.body)["Let op"]


READ_ALOUD = 20
"""Seconds that it takes to read a strip aloud."""


def test_what_everybody_reads_aloud_fits_its_step(knowledge: KnowledgeBase) -> None:
    """With as many people as there can be in a circle."""
    for slug, number, what in (("twijfel-mag", 3, "twijfels"), ("open-intentie", 2, "kaartjes")):
        werkvorm = knowledge.werkvorm[slug]
        step = course.timed(course.steps(werkvorm.origin.body))[number - 1]
        (thing,) = (one for one in werkvorm.uitreiken if one.wat == what)
        there = course.needed(thing, werkvorm, werkvorm.hoogstens or 0)
        assert step.minuten * 60 >= there * READ_ALOUD, f"{slug}: {there} {what} in {step.minuten} minutes"


HANDED_OUT = {
    "stellingen": ("stellingen", 8), "twaalf-rollen": ("twaalf rollen", 12), "evaluatieleidraad": ("elf vragen", 11),
    "wat-blijft-er-staan": ("veranderingen", 12), "gesprek-over-drijfveren": ("rollen in het drietal", 3),
}  # fmt: skip


@pytest.mark.parametrize("slug", HANDED_OUT)
def test_what_is_handed_out_says_what_the_text_says(knowledge: KnowledgeBase, slug: str) -> None:
    """Its words stand in the text too: who changes the one, changes the other."""
    werkvorm, (what, number) = knowledge.werkvorm[slug], HANDED_OUT[slug]
    (thing,) = (one for one in werkvorm.uitreiken if one.wat == what)
    assert len(thing.regels) == number
    told = " ".join(werkvorm.origin.body.split()).casefold()
    if slug != "gesprek-over-drijfveren":  # there the roles are told in a sentence
        assert [line for line in thing.regels if line.rstrip(".").casefold() not in told] == []


def test_what_takes_weeks_or_meetings_is_said(knowledge: KnowledgeBase) -> None:
    """A host reads `voorbereiding` on the day itself."""
    assert {w.origin.slug for w in knowledge.werkvormen if w.delen} == {"kleine-actie", "beeld-vroeger-en-nu"}
    assert [w.origin.slug for w in knowledge.werkvormen if w.met_kinderen] == ["kinderdialoog"]
    for werkvorm in knowledge.werkvormen:
        assert not re.search(r"van tevoren|\bweek\b", werkvorm.voorbereiding or ""), werkvorm.origin.slug
    assert (knowledge.werkvorm["gesprek-over-drijfveren"].vooraf or "").startswith("een week: ")


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
