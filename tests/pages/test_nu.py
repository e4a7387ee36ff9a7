"""The pages of a programme that was made: what they know of the site, and what they do not carry along."""

from __future__ import annotations

from kennisbank.model import urls
from kennisbank.pages.lezen import view as lezen
from kennisbank.pages.nu import view as nu
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.views import Views
from kennisbank.parts import scripts
from tests.support import content


def test_both_know_every_werkvorm_and_no_story() -> None:
    kb = content()
    views = Views(kb)
    running, reading = nu.page(kb, views), lezen.page(kb, views)
    assert (running.address, reading.address) == (urls.NU, urls.LEZEN)
    assert running.view.gegevens == reading.view.gegevens
    planner = sessie.data(kb, views)
    given = running.view.gegevens
    assert given.verhalen == given.voorbeelden == ()
    assert given.ruimtes == planner.ruimtes
    for short, whole in zip(given.werkvormen, planner.werkvormen, strict=True):
        assert (short.slug, short.titel, short.duur, short.groep) == (whole.slug, whole.titel, whole.duur, whole.groep)
        assert (short.materiaal, short.voorbereiding, short.online) == ((), "", "")


def test_their_size_does_not_grow_with_the_stories() -> None:
    kb = content()
    known = sessie.known(kb, Views(kb))
    made = str(scripts.json(known))
    assert known.verhalen == known.voorbeelden == ()
    assert [v.samenvatting for v in kb.verhalen if v.samenvatting in made] == []
    assert len(made) < 0.7 * len(str(scripts.json(sessie.data(kb, Views(kb)))))
