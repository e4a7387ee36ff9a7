"""The forms: every field of a record is in it, with the limits of the record, however many stories there are."""

from __future__ import annotations

import json

import pytest

from kennisbank.contributing import wording
from kennisbank.model import urls
from kennisbank.model.examples import told
from kennisbank.model.fields import FieldSpec, Kind, specs
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import offered
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.schrijven.view import SchrijvenView, Veld
from kennisbank.pages.views import Views
from kennisbank.parts import scripts
from kennisbank.reading import markup, values
from tests.support import content, knowledge, verhaal, vocabularies, voorbeeld

LEFT_OUT = {
    "verhaal": {"beelden", "eerder", "bijgewerkt"},
    "werkvorm": {"beelden", "eerder", "uitreiken"},
    "praktijkvoorbeeld": {"eerder", "bijgewerkt"},
}
"""A new text has no former address and was not changed yet, pictures have a part of their own, and what is handed out
stands in the file.
"""
FORMS = tuple(schrijven.FORMS)
Forms = dict[str, SchrijvenView]


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return content()


@pytest.fixture(scope="module")
def forms(kb: KnowledgeBase) -> Forms:
    return {page.view.gegevens.formulier: page.view for page in schrijven.generate(kb, Views(kb))}


def fields(form: str) -> dict[str, FieldSpec]:
    known = told(wording.TEXTS[form].record, vocabularies())
    return {name: spec for name, spec in known.items() if name not in LEFT_OUT[form]}


def shown(view: SchrijvenView) -> list[Veld]:
    return [field for step in view.stappen for group in step.groepen for field in group.velden]


def test_the_forms_stand_at_their_addresses(kb: KnowledgeBase) -> None:
    assert [page.address for page in schrijven.generate(kb, Views(kb))] == list(urls.SCHRIJVEN.values())


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_in_the_form_once(forms: Forms, form: str) -> None:
    names = [field.naam for field in shown(forms[form])]
    assert sorted(names) == sorted(fields(form))
    assert sum(step.verhaal for step in forms[form].stappen) == 1
    assert sum(step.adres for step in forms[form].stappen) == 1


@pytest.mark.parametrize("form", FORMS)
def test_limits_are_those_of_the_record(forms: Forms, form: str) -> None:
    given = dict(forms[form].gegevens.velden)
    assert list(given) == [name for name in specs(wording.TEXTS[form].record) if name in fields(form)]
    for name, spec in fields(form).items():
        limits = given[name]
        assert (limits.minimum, limits.maximum) == (spec.minimum, spec.maximum)
        assert (limits.minste, limits.meeste) == (spec.least, spec.most)
        assert (limits.verplicht, limits.veel, limits.label) == (spec.required, spec.many, spec.label)
        assert limits.patroon == {Kind.SITE: "site", Kind.VORM: "vorm"}.get(spec.kind, "")
        assert limits.vinkje == {Kind.FLAG: "true", Kind.YES: "ja"}.get(spec.kind, "")
        assert limits.patroon in {"", *forms[form].gegevens.patronen}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_required_and_its_label_stand_on_the_page(forms: Forms, form: str) -> None:
    for field in shown(forms[form]):
        spec = fields(form)[field.naam]
        assert field.label == spec.label
        assert field.verplicht == spec.required
        assert bool(field.vrij) != spec.required
        assert field.hulp.endswith((".", "?"))


@pytest.mark.parametrize("form", FORMS)
def test_every_value_can_be_chosen_with_its_explanation(kb: KnowledgeBase, forms: Forms, form: str) -> None:
    for field in shown(forms[form]):
        spec = fields(form)[field.naam]
        options = {o.waarde: o for group in field.groepen for o in group.opties}
        if spec.kind is Kind.CHOICE:
            terms = kb.vocabularies[spec.vocabulary].by_slug
            assert options.keys() == {*terms, *spec.extra}
            assert all(options[slug].uitleg == term.definition != "" for slug, term in terms.items())
        elif spec.kind is Kind.WERKVORM:
            assert options.keys() == kb.werkvorm.keys()
        else:
            assert options == {}


def test_other_words_find_a_value(forms: Forms) -> None:
    words = forms["verhaal"].gegevens.woorden
    assert "basisschool" in words["schooltype"]["po"]
    assert "tekenles" in words["disciplines"]["beeldend"]
    assert "special needs" in words["schooltype"]["sbo"]  # a word that stands for other values too


def test_places_propose_their_region(kb: KnowledgeBase, forms: Forms) -> None:
    places = forms["verhaal"].gegevens.plaatsen
    assert places["ter apel"] == ("Ter Apel", "oost-groningen")
    assert len(places) == len(kb.vocabularies["plaats"].terms) == len(forms["verhaal"].plaatsen)


@pytest.mark.parametrize("form", FORMS)
def test_only_what_may_stay_empty_is_folded_and_it_comes_last(forms: Forms, form: str) -> None:
    assert [field.naam for field in shown(forms[form]) if field.vouw and field.verplicht] == []
    *steps, extra = forms[form].stappen
    assert [step.nummer for step in (*steps, extra)] == [*range(1, forms[form].aantal + 1), 0]
    assert all(field.vouw for group in extra.groepen for field in group.velden)
    assert all(group.titel for group in extra.groepen)
    assert not any(field.vouw for step in steps for group in step.groepen for field in group.velden)


@pytest.mark.parametrize("form", FORMS)
def test_the_text_is_asked_for_in_the_parts_of_the_outline(forms: Forms, form: str) -> None:
    sections = wording.TEXTS[form].outline
    assert forms[form].gegevens.delen == tuple((section.name, section.heading) for section in sections)
    assert [part.vragen for part in forms[form].delen] == [section.questions for section in sections]
    assert all(part.vragen for part in forms[form].delen)


def test_the_rules_are_those_of_the_check(forms: Forms) -> None:
    given = forms["verhaal"].gegevens
    assert given.oudste == values.OLDEST.isoformat()
    assert given.patronen["periode"].bron == values.PERIOD.pattern
    assert given.schemas == tuple(sorted(markup.ALLOWED))
    assert given.persoonlijk  # of a story the check refuses personal data; of a werkvorm it does not
    assert forms["praktijkvoorbeeld"].gegevens.persoonlijk
    assert not forms["werkvorm"].gegevens.persoonlijk


def test_a_form_says_how_many_words_its_text_may_have(forms: Forms) -> None:
    limits = {form: (view.gegevens.woorden_minste, view.gegevens.woorden_meeste) for form, view in forms.items()}
    assert limits == {"verhaal": (None, None), "werkvorm": (None, None), "praktijkvoorbeeld": (30, 150)}


def test_the_page_does_not_grow_with_the_stories() -> None:
    few, many = (knowledge(*(verhaal(f"verhaal-{n}") for n in range(number))) for number in (1, 200))
    texts = [[json.dumps(scripts.data(page.view)) for page in schrijven.generate(kb, Views(kb))] for kb in (few, many)]
    assert texts[0] == texts[1]
    assert "verhaal-0" not in "".join(texts[1])


def test_the_list_that_the_form_fetches_has_every_address_that_is_taken() -> None:
    listed = offered.manifest(
        knowledge(
            verhaal("nieuw", title="Nieuw", eerder=("oud",)),
            verhaal("ander", title="Ander"),
            voorbeelden=[voorbeeld("kort", eerder=("korter",))],
        )
    )
    assert listed.verhalen == {"ander": "Ander", "nieuw": "Nieuw"}
    assert listed.eerder == ("oud",)
    assert listed.andere == {"werkvorm": {}, "praktijkvoorbeeld": {"kort": "Kort", "korter": ""}}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_knows_all_forms_by_name(forms: Forms, form: str) -> None:
    assert forms[form].gegevens.formulieren == tuple((name, forms[name].title) for name in FORMS)


def test_the_guide_is_named_where_it_is(kb: KnowledgeBase, forms: Forms) -> None:
    assert forms["verhaal"].handleiding
    assert (forms["verhaal"].afbeeldingen != "", forms["praktijkvoorbeeld"].afbeeldingen) == (True, "")
    bare = knowledge(verhaal("een"))
    (view, *_) = (page.view for page in schrijven.generate(bare, Views(bare)))
    assert (view.handleiding, view.afbeeldingen, view.kruimels) == (False, "", ())
