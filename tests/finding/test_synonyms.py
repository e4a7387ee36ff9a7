"""What words mean: every word of every value means it, a narrower word never does, and the numbers are right."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from kennisbank.finding import nearest, words
from kennisbank.finding.compared import plain
from kennisbank.finding.search import choices
from kennisbank.finding.synonyms import Woordenboek, broader, groups, meant, table, terms
from kennisbank.model.facets import ALL
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import Term, Vocabulary
from tests.finding.test_related import corpus
from tests.support import content, knowledge, verhaal

Row = tuple[str, Term]


def of_lists(kb: KnowledgeBase) -> Iterator[Row]:
    """Yield every term by which stories are chosen, straight from the lists."""
    for facet in ALL:
        yield from ((facet.name, term) for term in kb.vocabularies[facet.name].terms)
    yield from (("regio", term) for term in kb.vocabularies["provincie"].terms)


@pytest.fixture(name="kb", scope="module", params=["content", pytest.param("corpus", marks=pytest.mark.apart)])
def fixture_kb(request: pytest.FixtureRequest) -> KnowledgeBase:
    return content() if request.param == "content" else corpus(1, 40)


def made(kb: KnowledgeBase) -> Woordenboek:
    return table(kb, words.read(), "abc", ("xy", "z"), ["de", "het"])


def test_every_word_of_every_value_means_it(kb: KnowledgeBase) -> None:
    found = meant(kb)
    for name, term in of_lists(kb):
        for form in (term.label, *term.synonyms):
            assert (name, term.slug) in found[plain(form)], form


def test_a_word_means_the_values_that_have_it_and_no_others(kb: KnowledgeBase) -> None:
    for word, values in meant(kb).items():
        having = {(name, term.slug) for name, term in of_lists(kb) if word in map(plain, (term.label, *term.synonyms))}
        assert set(values) == having and len(values) == len(having), word


def test_a_narrower_word_does_not_mean_its_value(kb: KnowledgeBase) -> None:
    """A gymnasium is part of what `vo` is: who looks for one, does not look for every school of `vo`."""
    means, under = meant(kb), broader(kb)
    for name, term in of_lists(kb):
        for form in term.narrower:
            assert (name, term.slug) not in means.get(plain(form), []), form
            assert (name, term.slug) in under[plain(form)], form
    for word, values in under.items():
        having = {(name, term.slug) for name, term in of_lists(kb) if word in map(plain, term.narrower)}
        assert set(values) == having, word


def test_a_word_can_be_narrower_than_one_value_and_mean_another() -> None:
    kb = knowledge(verhaal("een"))
    lists = dict(kb.vocabularies)
    lists["schooltype"] = with_narrower(lists["schooltype"], "vo", ("Gymnasium", "zingproef"))
    lists["discipline"] = with_narrower(lists["discipline"], "muziek", ("zingproef",))
    kb = dataclasses.replace(kb, vocabularies=lists)
    assert broader(kb)["gymnasium"] == [("schooltype", "vo")]
    assert broader(kb)["zingproef"] == [("schooltype", "vo"), ("discipline", "muziek")]
    assert "gymnasium" not in meant(kb)
    found = made(kb)
    assert [found.waarden[number].slug for number in found.eronder["zingproef"]] == ["vo", "muziek"]
    assert "gymnasium" in set(groups(kb, words.read()))


def with_narrower(vocabulary: Vocabulary, slug: str, narrower: tuple[str, ...]) -> Vocabulary:
    found = (dataclasses.replace(t, narrower=narrower) if t.slug == slug else t for t in vocabulary.terms)
    return dataclasses.replace(vocabulary, terms=tuple(found))


def test_the_table_says_the_same_by_number(kb: KnowledgeBase) -> None:
    found = made(kb)
    for by_word, numbers in ((meant(kb), found.woorden), (broader(kb), found.eronder)):
        assert numbers.keys() == by_word.keys()
        for word, values in by_word.items():
            rows = [found.waarden[number] for number in numbers[word]]
            assert [(row.facet, row.slug) for row in rows] == values


def test_a_value_has_its_label_the_number_of_its_stories_and_what_is_near(kb: KnowledgeBase) -> None:
    rows = made(kb).waarden
    assert [(row.facet, row.slug) for row in rows] == [value for value, _ in terms(kb)]
    chosen = [choices(kb, verhaal) for verhaal in kb.verhalen]
    labels = {(name, term.slug): term.label for name, term in of_lists(kb)}
    for row in rows:
        assert row.label == labels[row.facet, row.slug]
        assert row.verhalen == sum(row.slug in values.get(row.facet, ()) for values in chosen)
        near = [(rows[number].facet, rows[number].slug) for number in row.dichtbij]
        province = row.facet == "regio" and row.slug in kb.provinces
        main = row.facet in {"ruimte", "regio", "schooltype", "partnertype"}
        told = not province and (main or bool(kb.term(row.facet, row.slug).near))
        assert near == (list(nearest.close(kb, (row.facet, row.slug))) if told else [])
        assert (row.facet, row.slug) not in near
    assert any(row.dichtbij for row in rows) and any(row.verhalen for row in rows)


def test_the_words_of_every_day_are_in_the_table(kb: KnowledgeBase) -> None:
    found, own = made(kb), words.read()
    assert (found.gelijk, found.klein) == (own.gelijk, own.klein)
    assert (dict(found.ruimer), dict(found.vormen), dict(found.soorten)) == (own.ruimer, own.vormen, own.soorten)
    assert set(found.fouten) == {wrong for errors in own.fouten.values() for wrong in errors}
    assert all(wrong in own.fouten[right] for wrong, right in found.fouten.items())
    assert (found.letters, found.nederlands, found.gewoon) == ("abc", ("xy", "z"), "de het")


def test_every_word_that_means_something_is_looked_for_as_a_group(kb: KnowledgeBase) -> None:
    own = words.read()
    found = set(groups(kb, own))
    assert found == {
        *meant(kb), *broader(kb), *(w for same in own.gelijk for w in same), *own.ruimer,
        *(w for others in own.ruimer.values() for w in others),
    }  # fmt: skip
    assert all(plain(word) == word for word in found)


@pytest.mark.parametrize(
    ("typed", "facet", "slug"),
    [
        ("tekenles", "discipline", "beeldend"),
        ("basisschool", "schooltype", "po"),
        ("special needs", "schooltype", "so"),
        ("middelbare school", "schooltype", "vo"),
        ("bieb", "partnertype", "bibliotheek"),
        ("nieuwkomers", "schooltype", "isk"),
    ],
)
def test_words_as_people_type_them_stand_for_a_value(typed: str, facet: str, slug: str) -> None:
    assert (facet, slug) in meant(knowledge(verhaal("een")))[typed]


def test_texts_are_compared_in_small_letters_without_accents_or_signs() -> None:
    assert plain("Pompeï, ÉÉN!") == "pompei een"
    assert plain("Foto's & café: 3x (½)") == "foto s cafe 3x 1 2"
    assert plain("a_b – ?") == "a b"
