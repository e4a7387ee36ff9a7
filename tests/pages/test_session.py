"""The page of the session planner: what its script chooses from, and the tables for who has no script."""

from __future__ import annotations

import json

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.views import Views
from kennisbank.parts import scripts
from tests.support import OF_THE_REPORT, content, knowledge, verhaal


def real() -> KnowledgeBase:
    return content()


def data(kb: KnowledgeBase) -> sessie.PlanGegevens:
    return sessie.data(kb, Views(kb))


def test_every_werkvorm_is_in_the_tables_and_in_the_data_once() -> None:
    kb = real()
    page = sessie.page(kb, Views(kb))
    assert page.address == urls.SESSIE
    slugs = sorted(w.origin.slug for w in kb.werkvormen)
    assert sorted(row.slug for group in page.view.functies for row in group.werkvormen) == slugs
    given = page.view.gegevens.werkvormen
    assert sorted(werkvorm.slug for werkvorm in given) == slugs
    for werkvorm in given:
        record = kb.werkvorm[werkvorm.slug]
        assert (werkvorm.duur, werkvorm.groep) == (record.duur, record.groep)
        assert werkvorm.ruimtes
        assert werkvorm.alle == ("alle" in record.ruimtes)


def test_how_a_werkvorm_goes_online_is_what_its_page_says() -> None:
    kb = real()
    online = {werkvorm.slug: werkvorm.online for werkvorm in data(kb).werkvormen}
    assert online["stellingen"] == "ieder typt een cijfer van één tot vijf en verstuurt het op een teken."
    for slug, text in online.items():
        assert bool(text) == ("**Online:**" in kb.werkvorm[slug].origin.body), slug
        assert not set("*[]") & set(text)


def test_each_ruimte_brings_its_newest_stories_and_its_questions() -> None:
    kb = real()
    given = data(kb)
    listed = [story.slug for story in given.verhalen]
    assert listed == [v.origin.slug for v in kb.verhalen if v.origin.slug in listed]
    for ruimte in given.ruimtes:
        newest = kb.values.get(("ruimte", ruimte.slug), [])[: sessie.NEWEST]
        assert {v.origin.slug for v in newest} <= set(listed)
        assert all(ruimte.vragen[functie] for functie in ("orientatie", "verdieping", "evaluatie"))
    assert [ruimte.naam for ruimte in given.ruimtes][4] == "de plek"


def test_a_story_says_for_which_functions_it_tells_something() -> None:
    real_ruimtes = real()
    story = verhaal("een", redenen=("steun-aan-elkaar",), opbrengsten=("leerlijn",))
    kb = knowledge(story)
    assert sessie._verhaal(kb.verhaal["een"]).functies == ("orientatie", "evaluatie")
    assert all(sessie._verhaal(v).functies for v in real_ruimtes.verhalen if v.origin.slug in OF_THE_REPORT)


def test_each_ruimte_brings_few_examples_that_have_a_question() -> None:
    kb = real()
    given = data(kb)
    listed = [voorbeeld.slug for voorbeeld in given.voorbeelden]
    assert listed == [v.origin.slug for v in kb.voorbeelden if v.origin.slug in listed]
    assert len(listed) <= sessie.EXAMPLES * len(kb.ruimtes)
    assert all(voorbeeld.gesprek for voorbeeld in given.voorbeelden)
    for ruimte in kb.ruimtes:
        asking = [v.origin.slug for v in kb.examples["ruimte", ruimte.origin.slug] if v.gesprek]
        assert set(asking[: sessie.EXAMPLES]) <= set(listed)


def test_the_page_does_not_grow_with_the_stories() -> None:
    kb = real()
    limit = sessie.NEWEST * len(kb.ruimtes)
    sizes = []
    for number in (200, 400):
        many = knowledge(
            *(verhaal(f"verhaal-{n:03}", ruimtes=(kb.ruimtes[n % 9].origin.slug,)) for n in range(number)),
            werkvormen=kb.werkvormen,
        )
        object.__setattr__(many, "ruimtes", kb.ruimtes)
        given = data(many)
        assert len(given.verhalen) == limit
        sizes.append(len(json.dumps(scripts.data(given))))
    assert sizes[0] == sizes[1]
