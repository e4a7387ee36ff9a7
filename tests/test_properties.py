"""What holds for any input, not only for the cases that somebody thought of."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model.examples import told
from kennisbank.model.facets import ALL, FACETS
from kennisbank.model.fields import FieldSpec, Kind, specs
from kennisbank.model.records import Record, Source, Verhaal
from kennisbank.model.vocabulary import fold, nearest
from kennisbank.pages.site import EXTENSIONS
from kennisbank.problems.report import as_github, as_json, as_text
from kennisbank.reading import files, markup, remains
from kennisbank.reading.files import RESERVED, decode
from kennisbank.reading.loader import Loaded, read_file
from kennisbank.reading.references import ALIKE, NAME
from kennisbank.reading.values import Context
from tests.support import BEELDEN, TODAY, VERHAAL, changed, read, vocabularies, write

pytestmark = pytest.mark.apart

CONTEXT = Context(vocabularies(), TODAY)
QUICK = settings(max_examples=250, deadline=None, derandomize=True, database=None)
SLOW = settings(QUICK, max_examples=50, suppress_health_check=[HealthCheck.too_slow])

Root = Callable[[dict[str, Any]], Path]


@pytest.fixture(name="root", scope="module")
def fixture_root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """Return a function that lays out a new root."""
    return lambda tree: write(tmp_path_factory.mktemp("root"), tree)


PIECES = st.sampled_from(
    [
        "---\n", "---", "\n", "\r\n", "\r", "\t", "title: ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!",
        "<<: ", '"', "'", "#",
        ": ", "|\n", "\ufeff", "\u2028", "\u0085", "\x00", "<", "](", "`", "@", "{{ x }}", "--8<--",
        "regio: x\n", "é", "😀",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


@st.composite
def story_bytes(draw: st.DrawFn) -> bytes:
    """Draw any bytes: noise, pieces of a story, or a valid story with a hole or a piece put in."""
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return draw(st.binary(max_size=200))
    if kind == 1:
        return draw(TEXTS).encode("utf-8", "surrogatepass")
    data = VERHAAL.encode()
    start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
    return data[:start] + (draw(st.binary(max_size=4)) + draw(TEXTS).encode("utf-8", "surrogatepass")) + data[end:]


def judge(loaded: Loaded, path: str) -> None:
    """Hold what is true of every answer: a knowledge base or problems, each at a place and printable."""
    assert (loaded.knowledge is None) == bool(loaded.problems)
    for found in loaded.problems:
        assert found.path == path or found.code == "geen-verhalen"
        assert found.line >= 1 and found.column >= 1
        assert found.message and found.hint
    assert as_text(loaded.problems).count("\n") == len(loaded.problems)
    assert as_github(loaded.problems).count("\n") == len(loaded.problems)
    assert len(json.loads(as_json(loaded.problems))["problemen"]) == len(loaded.problems)


@SLOW
@given(data=story_bytes())
def test_any_bytes_are_read_or_refused(root: Root, data: bytes) -> None:
    judge(read(root({"stories/fout.md": data})), "stories/fout.md")


@pytest.fixture(name="file", scope="module")
def fixture_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("file") / "x.md"


def outcome(file: Path, data: bytes) -> tuple[Any, ...]:
    """Read one story; return the record, its links and its problems."""
    file.write_bytes(data)
    return read_file(Source("stories/x.md", "x", file), Verhaal, CONTEXT)


@QUICK
@given(data=story_bytes())
def test_any_bytes_of_one_file(file: Path, data: bytes) -> None:
    record, links, problems = outcome(file, data)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert (record is None) or record.title
    assert all(1 <= found.line <= lines and found.column >= 1 for found in problems)
    assert all(1 <= link.line <= lines for link in links)


MARKS = st.sampled_from(
    [
        "[", "]", "(", ")", "](", "]:", "[a]", "[a]:", "[^1]", "[^1]:", "!", "<", ">", "<b", "</b>", "<!--", "&lt;",
        "&#60;", "javascript:", "java", "script:", "data:", "https:", "//", "/", "&#106;", "&colon;", "&Tab;",
        "alert(1)", "{: ", "onclick=x", " }", "`", "```\n", "*", "_", "# ", "> ", "- ", "1. ", ":   ", "    ", "\n",
        "\n\n", "  \n", "\t", "|", "| a |\n|---|\n", '"', "'", "\\", "=", "é", "\u00a0", "wzxhzdk:0", ".md", "#x",
    ]
)  # fmt: skip
# Attributes with an address in them, and elements that run or fetch something.
ADDRESSES = ("href", "src")
MARKDOWN = markdown.Markdown(extensions=[*EXTENSIONS])
"""As on the site."""
RUNNING = "script, iframe, object, embed, svg, math, style, link, meta, base, form, img[onerror], b"


@settings(QUICK, max_examples=1000)
@given(body=st.lists(MARKS, max_size=25).map("".join))
@example(body="x]([een](javascript:alert(1)))")
@example(body="[een]\n\n[^1]: [een]: javascript:alert(1)")
def test_what_the_check_accepts_a_browser_may_show(body: str) -> None:
    """Of a text without problems nothing runs: the Markdown of MkDocs makes no more of it than the check saw."""
    if markup.examine(body, "x.md", 1)[1]:
        return
    tree = LexborHTMLParser(MARKDOWN.reset().convert(body))
    assert [node.html for node in tree.css(RUNNING)] == []
    for node in tree.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "srcdoc"], node.html
        for address in (re.sub(r"[\x00-\x20]", "", node.attributes.get(name) or "") for name in ADDRESSES):
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)
            assert not scheme or scheme.group().lower() in {"http:", "https:"}, node.html
            assert not address.startswith("//"), node.html


VALUES = st.recursive(
    st.text(max_size=20) | st.sampled_from(["ja", "nee", "plek", "2026-11-01", "1.10", "010", "no", "", " "]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), max_size=30
)


@QUICK
@given(fields=st.dictionaries(st.sampled_from([*specs(Verhaal), "onbekend"]), VALUES), raw=PRINTABLE)
def test_any_values_of_the_fields(file: Path, fields: dict[str, Any], raw: str) -> None:
    """Values come as JSON, which is YAML, and one as it is typed."""
    block = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
    for text in (f"---\n{block}---\n\nTekst.\n", changed({"title: Het goede verhaal": f"title: {raw}"})):
        record, _, problems = outcome(file, text.encode("utf-8", "replace"))
        assert (record is None) == bool(problems)
        assert all(1 <= found.line <= text.count("\n") and found.column >= 1 for found in problems)
        assert all(found.path == "stories/x.md" for found in problems)


# Letters and signs that mean something to YAML, Markdown or HTML; no digits, which could be a telephone number.
SIGNS = "abcdefghijklmnoprstuvwz ABCDEFGéëüß'\"&<>[]{}:#-!?*|%`,.()/\\😀"


def texts(spec: FieldSpec) -> st.SearchStrategy[str]:
    least, most = spec.minimum or 1, spec.maximum or 100
    drawn = st.text(SIGNS, min_size=least, max_size=most).map(lambda text: " ".join(text.split()))
    return drawn.filter(
        lambda text: least <= len(text) <= most and any(map(str.isalnum, text)) and not any(remains.find(text))
    )


def single(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Draw one value of a field, as the record holds it."""
    years = st.integers(2000, TODAY.year)
    slugs = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,5})?", fullmatch=True)
    return {
        Kind.TEXT: lambda: texts(spec),
        Kind.DATE: lambda: st.dates(date(2000, 1, 1), TODAY),
        Kind.CHANGED: lambda: st.dates(date(2000, 1, 1), TODAY),
        Kind.PERIOD: lambda: st.tuples(years, years).map(lambda pair: (min(pair), max(pair))),
        Kind.CHOICE: lambda: st.sampled_from([term.slug for term in vocabularies()[spec.vocabulary].terms]),
        Kind.FLAG: st.booleans,
        Kind.CONSENT: lambda: st.just(True),
        Kind.VERHAAL: lambda: st.just("goed"),
        Kind.WERKVORM: lambda: st.sampled_from(["kinderdialoog", "tijdlijn"]),
        Kind.CITAAT: lambda: st.sampled_from(["Dit is een hele zin.", "dat was een mooie dag"]),
        Kind.SITE: lambda: slugs.map(lambda slug: f"https://{slug}.example/"),
        Kind.ADDRESS: lambda: slugs.filter(lambda slug: not RESERVED.fullmatch(slug) and slug not in {"goed", "nieuw"}),
    }[spec.kind]()


def written(spec: FieldSpec, value: Any) -> str:
    """Return a value as it stands in a file."""
    if spec.many:
        return "[" + ", ".join(written(replace(spec, many=False), item) for item in value) + "]"
    if spec.kind is Kind.PERIOD:
        return f'"{value[0]}-{value[1]}"'
    if spec.kind is Kind.CONSENT:
        return "ja" if value else "nee"
    if spec.kind is Kind.FLAG:
        return str(value).lower()
    return str(value) if spec.kind not in {Kind.TEXT, Kind.CITAAT} else json.dumps(value, ensure_ascii=False)


SAID = "Dit is een hele zin. 'Want dat,' zei ze, 'dat was een mooie dag'."
"""A text with all that can be quoted in `single`."""


@st.composite
def stories(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the fields of a valid story from their descriptions."""
    fields: dict[str, Any] = {}
    for name, spec in told(Verhaal, vocabularies()).items():
        if spec.of:  # pictures have tests of their own
            continue
        if spec.required or name == "toestemming_kenmerk" or draw(st.booleans()):
            most = min(spec.most or 1, 4)
            many = st.lists(single(spec), min_size=spec.least or 1, max_size=most, unique=True).map(tuple)
            fields[name] = draw(many if spec.many else single(spec))
    known = {fold(term.label): term for term in vocabularies()["plaats"].terms}
    place = fields["plaats"]
    some = st.sampled_from([*known.values()])
    may_stay = NAME.fullmatch(place) and not nearest(place, list(known), cutoff=ALIKE)
    if term := known.get(fold(place)) or draw(st.none() | some if may_stay else some):
        fields |= {"plaats": term.label, "regio": term.extra["regio"]}
    if "periode" in fields and "speelde" in fields:
        around = (*fields["periode"], *fields["speelde"])
        fields["speelde"] = (min(around), max(around))
    if "bijgewerkt" in fields:
        fields["bijgewerkt"] = max(fields["datum"], fields["bijgewerkt"])
    return fields


@SLOW
@given(fields=stories(), order=st.randoms(use_true_random=False))
def test_a_valid_story_stands_where_it_should(root: Root, fields: dict[str, Any], order: random.Random) -> None:
    names = list(fields)
    order.shuffle(names)
    block = "".join(f"{name}: {written(specs(Verhaal)[name], fields[name])}\n" for name in names)
    loaded = read(root({"stories/nieuw.md": f"---\n{block}---\n\n{SAID}\n"}), drafts=True)
    assert as_text(loaded.problems) == ""
    kb = loaded.knowledge
    assert kb is not None
    nieuw = kb.verhaal["nieuw"]
    for name, spec in specs(Verhaal).items():
        assert getattr(nieuw, name) == fields.get(name, () if spec.many else False if spec.kind is Kind.FLAG else None)

    every = {(facet.name, slug) for facet in ALL for slug in facet.of(nieuw)}
    assert {value for value, found in kb.values.items() if nieuw in found} == every
    own = [[(facet.name, slug) for slug in facet.of(nieuw)] for facet in FACETS]
    expected = {pair for n, first in enumerate(own) for second in own[n + 1 :] for pair in product(first, second)}
    assert {pair for pair, found in kb.pairs.items() if nieuw in found} == expected
    assert all(found.count(nieuw) <= 1 for found in [*kb.values.values(), *kb.pairs.values()])


@QUICK
@given(text=TEXTS.map(lambda text: text.replace("\r", "")), start=st.integers(0, len(VERHAAL)))
def test_line_ends_and_a_byte_order_mark_make_no_difference(file: Path, text: str, start: int) -> None:
    text = VERHAAL[:start] + text + VERHAAL[start:]
    plain = text.encode("utf-8", "surrogatepass")
    expected = outcome(file, plain)
    for end in (b"\r\n", b"\r"):
        other = plain.replace(b"\n", end)
        assert decode(other, "x") == decode(plain, "x")
        assert outcome(file, other) == expected
        assert outcome(file, b"\xef\xbb\xbf" + other) == expected


def without_root(loaded: Loaded) -> Any:
    """Return what came of loading without the place on disk."""
    if loaded.knowledge is None:
        return loaded
    kb = loaded.knowledge

    def bare(record: Record) -> Record:
        return replace(record, origin=replace(record.origin, file=Path()))

    records = [tuple(map(bare, found)) for found in (kb.verhalen, kb.werkvormen, kb.ruimtes, kb.paginas)]
    return records, kb.images, kb.targets, list(kb.values), list(kb.pairs), loaded.notices


@settings(SLOW, max_examples=15)
@given(order=st.randoms(use_true_random=False), wrong=st.booleans())
def test_the_order_of_files_on_disk_makes_no_difference(root: Root, order: random.Random, wrong: bool) -> None:
    tree: dict[str, Any] = {
        f"stories/verhaal-{n}.md": changed({"[plek, kind]": f"[{r}]"})
        for n, r in enumerate(["kind", "plek", "twijfel"])
    }
    beelden = BEELDEN.replace("kastje.jpg", "b.jpg") + BEELDEN.replace("kastje.jpg", "a.jpg").partition("\n")[2]
    tree["stories/met-beeld/index.md"] = changed({"bron:": f"{beelden}bron:"})
    tree |= {f"stories/met-beeld/{name}.jpg": {"picture": [8, 6]} for name in "ba"}
    tree |= {"stories/niet.md": changed({"toestemming: ja": "toestemming: nee"})}
    tree |= {"stories/Fout.md": "", "stories/fout.md": "---", "stories/leeg.md": ""} if wrong else {}
    expected = without_root(read(root(tree)))
    shuffled = list(tree.items())
    order.shuffle(shuffled)

    def scandir(path: Any) -> list[os.DirEntry[str]]:
        entries = list(os.scandir(path))
        order.shuffle(entries)
        return entries

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "os", SimpleNamespace(scandir=scandir))
        assert without_root(read(root(dict(shuffled)))) == expected
