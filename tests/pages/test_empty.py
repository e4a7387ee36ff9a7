"""A value without stories does not pretend: what its page and the lists say, and who is offered it."""

from __future__ import annotations

import pytest

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.facet import view as facet
from kennisbank.pages.kenmerken import view as kenmerken
from kennisbank.pages.site import Site
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import view as waarde
from tests.support import content


@pytest.fixture(scope="module", name="kb")
def fixture_kb() -> KnowledgeBase:
    return content()


def test_what_nothing_has_is_folded_and_what_something_has_says_how_much(kb: KnowledgeBase) -> None:
    views = Views(kb)
    for shown in kb.facets:
        if shown.name == "ruimte":
            continue
        view = facet.made(kb, views, shown.name)
        for group in view.groepen:
            assert all(value.aantal or value.voorbeelden for value in group.waarden)
            assert not any(value.aantal or value.voorbeelden for value in group.leeg)
        listed = {value.url for group in view.groepen for value in (*group.waarden, *group.leeg)}
        assert listed == {urls.value(shown.name, term.slug) for term in kb.vocabularies[shown.name].terms}
    for row in kenmerken.page(kb, views).view.lijsten:
        assert not any(value.empty for value in row.waarden)


def test_who_looks_for_a_page_elsewhere_finds_none_without_a_story(kb: KnowledgeBase) -> None:
    site = Site(kb)
    offered = set(site.listed)
    for shown in kb.facets:
        for term in kb.vocabularies[shown.name].terms:
            if shown.name == "ruimte":
                continue
            (view, *_) = (page.view for page in waarde.pages(kb, site.views, (shown.name, term.slug)))
            has = bool(kb.values.get((shown.name, term.slug)))
            assert view.stil is not has
            assert (urls.value(shown.name, term.slug) in offered) is has
            assert bool(view.feed) is has
            assert has or not view.kaarten
            assert not (has and view.nabij)


def test_the_page_shows_what_is_told_of_it_elsewhere(kb: KnowledgeBase) -> None:
    views = Views(kb)
    told = [value for value in kb.examples if not kb.values.get(value) and value[0] != "ruimte"]
    assert told
    for value in told:
        (view, *_) = (page.view for page in waarde.pages(kb, views, value))
        assert view.voorbeelden is not None
        assert view.voorbeelden.voorbeelden
