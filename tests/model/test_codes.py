"""A short address is made of what never changes, and once it was given out it is of nobody else."""

from __future__ import annotations

import itertools
import uuid
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.model import codes, kinds, urls
from kennisbank.model.codes import LETTERS, SHORTEST, TRIES, Codes, assign, candidates, seniority
from kennisbank.model.published import parse, written

pytestmark = pytest.mark.apart  # no setting or text of the project makes a difference

NAMES = st.from_regex(r"[a-z]{1,6}", fullmatch=True).map(urls.verhaal)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat)
TEXTS = st.dictionaries(NAMES, DAYS, max_size=30)


def given_out(texts: dict[str, str], ledger: dict[str, str] | None = None) -> Codes:
    """Give a code to texts (day by address) that were never renamed."""
    return assign(seniority((day, at, at) for at, day in texts.items()), ledger or {}, {}, ())


def kept(found: Codes) -> dict[str, str]:
    """Return what the list of addresses has after that."""
    return {code: found.first[address] for address, code in found.own.items()} | dict.fromkeys(found.closed, "")


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be so few codes that texts want the same one."""
    monkeypatch.setattr(codes, "LETTERS", "bgh")


def test_the_letters_of_a_code_are_no_words_and_no_digits() -> None:
    assert len(set(LETTERS)) == len(LETTERS)
    assert not set(LETTERS) & set("aeiouy0123456789")
    for alike in ("ijl", "mn", "uv", "bdpq", "ceo", "td", "fvw", "fs", "cs", "kq"):
        assert len(set(alike) & set(LETTERS)) <= 1, alike
    found = list(itertools.islice(candidates("verhalen/op-pad/"), 40))
    assert all(first != second for code in found for first, second in itertools.pairwise(code))


def test_a_code_that_was_printed_is_that_of_its_address_forever() -> None:
    # Who changes how a code is made breaks every one that no list of addresses has.
    assert next(candidates("verhalen/trots-in-meppel/")) == "wbmh"
    assert next(candidates("werkvormen/kinderdialoog/")) == "xmrh"


def test_after_so_many_that_are_taken_a_code_gets_a_letter_longer() -> None:
    found = list(itertools.islice(candidates("verhalen/x/"), 3 * TRIES))
    assert [len(code) for code in found] == [SHORTEST + number // TRIES for number in range(3 * TRIES)]


def test_there_is_a_code_for_each_of_twenty_thousand_texts() -> None:
    found = given_out({urls.verhaal(f"verhaal-{number}"): "2026-01-01" for number in range(20_000)})
    assert len(set(found.own.values())) == 20_000
    four = sum(len(code) == SHORTEST for code in found.own.values())
    assert four > 14_000
    assert max(map(len, found.own.values())) == SHORTEST + 1


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_another_text_changes_no_code_that_is_in_the_list(before: dict[str, str], more: dict[str, str]) -> None:
    first = given_out(before)
    then = given_out(more | before, kept(first))
    assert then.own.items() >= first.own.items()
    assert len(set(then.own.values())) == len(then.own)


@settings(max_examples=40)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(texts: dict[str, str], random: object) -> None:
    shuffled = list(texts.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert given_out(dict(shuffled)).own == given_out(texts).own


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_a_later_text_takes_no_code_of_an_earlier_one_without_any_list(
    before: dict[str, str], more: dict[str, str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "LETTERS", "bgh")
        first = given_out(before)
        later = {address: f"9{day}" for address, day in more.items()}
        assert given_out(later | before).own.items() >= first.own.items()


@settings(max_examples=40)
@given(TEXTS.filter(len), st.data())
def test_a_text_keeps_its_code_under_another_name(texts: dict[str, str], data: st.DataObject) -> None:
    first = given_out(texts)
    old = data.draw(st.sampled_from(sorted(texts)))
    new = "verhalen/nieuwe-naam/"
    renamed = [(day, at, new if at == old else at) for at, day in texts.items()]
    for ledger in ({}, kept(first)):  # a list that lags behind, and one that has it
        found = assign(seniority(renamed), ledger, {old: new}, ())
        assert found.own[new] == first.own[old]
        assert found.first[new] == old
    # What it was called first can have left its file: the list still knows.
    found = assign(seniority([(day, at, at) for day, _, at in renamed]), kept(first), {old: new}, ())
    assert found.own[new] == first.own[old]
    assert found.first[new] == old


@settings(max_examples=40)
@given(TEXTS.filter(len), st.data())
def test_the_code_of_what_was_withdrawn_is_of_nobody_else(texts: dict[str, str], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "LETTERS", "bgh")  # nearly every code comes from probing
        first = given_out(texts)
        gone = data.draw(st.sampled_from(sorted(texts)))
        left = {address: day for address, day in texts.items() if address != gone}
        more = {urls.verhaal(f"z{number}"): "9999-01-01" for number in range(20)}
        eldest = seniority((day, at, at) for at, day in (left | more).items())
        now = assign(eldest, kept(first), {}, [gone])
        assert first.own[gone] in now.closed
        assert first.own[gone] not in now.own.values()
        # The site's own list keeps no more of it than the code; that does for each next one.
        then = assign(eldest, kept(now), {}, [])
        assert first.own[gone] in then.closed
        assert then.own == now.own


@settings(max_examples=40)
@given(NAMES)
def test_without_any_list_the_code_of_what_was_withdrawn_is_made_again(address: str) -> None:
    first = given_out({address: "2026-01-01"})
    assert assign({}, {}, {}, [address]).closed == {first.own[address]}


def test_a_text_that_took_in_another_keeps_its_own_code() -> None:
    ledger = {"bghj": "verhalen/een/", "xzmt": "verhalen/twee/"}
    ends = {"verhalen/een/": "verhalen/twee/", "verhalen/twee/": "verhalen/twee/"}
    found = assign({"verhalen/twee/": "verhalen/een/"}, ledger, ends, ())
    assert found.own == {"verhalen/twee/": "xzmt"}
    assert not found.closed


@pytest.mark.usefixtures("crowded")
def test_two_texts_with_the_same_code_each_get_one() -> None:
    first = next(candidates("verhalen/een/"))
    other = next(at for at in map(urls.verhaal, map(str, range(1000))) if next(candidates(at)) == first)
    found = given_out({"verhalen/een/": "2026-02-01", other: "2026-01-01"})
    assert found.own[other] == first
    assert found.own["verhalen/een/"] == list(itertools.islice(candidates("verhalen/een/"), 2))[1]


def test_of_two_lists_that_of_the_site_online_knows_a_code_better() -> None:
    own = parse("/k/bghj/ /verhalen/nieuw/\n/k/xzmt/ /verhalen/een/\n")
    online = parse("/k/bghj/ /verhalen/oud/\n/k/xzmt/\n")
    assert own.joined(online).codes == {"bghj": "verhalen/oud/", "xzmt": ""}
    assert online.joined(own).codes["xzmt"] == ""


def test_a_list_without_what_was_withdrawn_keeps_its_code_alone() -> None:
    addresses = {"k/bghj/": "verhalen/oud/", "verhalen/oud/": "verhalen/een/", "verhalen/een/": "", "": ""}
    kept_rows = written(addresses, {"k/bghj/", "verhalen/oud/", "verhalen/een/"}).splitlines()
    assert [row for row in kept_rows if not row.startswith("#")] == ["/", "/k/bghj/"]


def test_every_kind_has_a_short_address_but_pages_by_hand() -> None:
    assert [kind.one for kind in kinds.KINDS if not kind.short] == ["pagina"]
    assert urls.has_short("verhalen/een/") and urls.has_short("bundels/een/")
    assert not urls.has_short("achtergrond/leren/")


def test_only_a_short_address_has_a_code() -> None:
    assert urls.code("k/bghj/") == "bghj"
    assert [urls.code(address) for address in ("k/bghj", "k/", "verhalen/bghj/", "k/BGHJ/", "k/b/j/")] == [""] * 5


def test_a_name_for_feeds_is_a_urn_that_no_address_of_the_site_is_in() -> None:
    name = codes.urn("Ruimte", "verhalen/een/")
    assert uuid.UUID(name).version == 5
    assert name == codes.urn("Ruimte", "verhalen/een/") != codes.urn("Romte", "verhalen/een/")
