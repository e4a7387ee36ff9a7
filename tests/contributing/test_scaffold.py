"""A file to fill in: it never passes unfilled, and says exactly what is missing; filled in it passes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from kennisbank import PROJECT
from kennisbank.contributing import scaffold
from kennisbank.contributing.scaffold import Unusable
from kennisbank.contributing.wording import ASKED, TEXTS, Text
from kennisbank.model.examples import told
from kennisbank.model.fields import specs
from kennisbank.problems.problem import Problem
from kennisbank.reading import frontmatter as fm
from kennisbank.reading import settings, values
from kennisbank.reading.loader import lists
from kennisbank.reading.outline import UNANSWERED, unanswered
from kennisbank.reading.values import Context
from tests.site_support import run
from tests.support import GOED, TODAY, read, write

LISTS = lists(PROJECT)[0]
SITE = settings.site_address(PROJECT)
KINDS = pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
TITLES = [
    "Trots op ons dorp",
    'Wat is "trots"?',
    "Het 'geheim' van de wierde",
    "Allebei: 'zo' en \"zo\"",
    "Muziekproject: het geheim",
    "Groep 3 # 4",
    "- {begin} [met] tekens & *meer* !",
    "Kunst 🎨 in de klas",
    "Met een \\ erin",
    "yes",
    "2019",
    "Café Ünïek",
]


def fresh(text: Text, title: str = "Trots op ons dorp", *, everything: bool = False) -> str:
    return scaffold.scaffold(text, title, LISTS, TODAY, SITE, everything=everything)


def path_of(text: Text) -> str:
    return f"{text.folder}/nieuw.md"


def found(root: Path, text: Text, content: str) -> list[Problem]:
    """Return what the check says of a text that is laid in a root which has all that its example names."""
    files = {
        GOED: None,
        path_of(text): content,
        "docs/index.md": "---\ntitle: Home\nsamenvatting: Een pagina die er moet zijn, voor de test.\n---\nHoi.\n",
    }
    for name in ("trots-in-meppel", "klooster-van-ter-apel"):
        story = (PROJECT / f"stories/{name}.md").read_text(encoding="utf-8").partition("\n---\n")[0]
        kept = [line for line in story.split("\n") if not line.startswith(("verwant", "werkvormen"))]
        files[f"stories/{name}.md"] = "\n".join(kept) + "\n---\nTekst.\n"
    if text.name == "werkvorm":
        files.pop(GOED)
    return [problem for problem in read(write(root, files)).problems if problem.path == path_of(text)]


def filled(text: Text, content: str) -> str:
    """Fill in what is required with the examples, and answer every question."""
    for name, spec in told(text.record, LISTS).items():
        content = re.sub(
            rf"^{name}:(?: \[\])?$", lambda _, n=name, s=spec: f"{n}: {s.example}", content, flags=re.MULTILINE
        )
    return re.sub(rf"^> {UNANSWERED} .*$", "Een antwoord. " * 15, content, flags=re.MULTILINE)


@KINDS
def test_unfilled_it_says_what_is_missing_and_nothing_else(tmp_path: Path, text: Text) -> None:
    problems = found(tmp_path, text, fresh(text))
    required = {name for name, spec in told(text.record, LISTS).items() if spec.required} - {"title", "datum"}
    required |= {"toestemming_kenmerk"} if text.name == "verhaal" else set()
    assert Counter(p.field for p in problems if p.field) == Counter(required)
    codes = Counter(p.code for p in problems)
    questions = codes.pop("tekst-invullen")
    assert questions == len(text.outline)
    assert set(codes) <= {"waarde-leeg", "toestemming"}
    assert codes["toestemming"] == (text.name == "verhaal")
    hints = {p.hint for p in problems if p.code == "waarde-leeg" and p.field != "toestemming_kenmerk"}
    assert hints == {"Vul het veld in: het is verplicht."}, "nobody is told to take away what must be there"


@KINDS
def test_it_has_what_must_be_filled_in_and_no_more(text: Text) -> None:
    content = fresh(text)
    required = {name for name, spec in specs(text.record).items() if spec.required}
    required |= {"toestemming_kenmerk"} if text.name == "verhaal" else set()
    assert set(re.findall(r"^(\w+):", content, re.MULTILINE)) == required
    assert set(re.findall(r"^#(\w+):", content, re.MULTILINE)) == ASKED & specs(text.record).keys()
    assert f"{SITE}meedoen/velden/" in content and "--alles" in content
    assert len(content.split("\n")) <= 160
    whole = fresh(text, everything=True)
    assert set(re.findall(r"^#?(\w+):", whole, re.MULTILINE)) == specs(text.record).keys()
    assert set(re.findall(r"^(\w+):", whole, re.MULTILINE)) == required
    assert "--alles" not in whole


@KINDS
@pytest.mark.parametrize("remarks", [True, False], ids=["with remarks", "without remarks"])
@pytest.mark.parametrize("everything", [True, False], ids=["all", "short"])
def test_filled_in_it_passes(tmp_path: Path, text: Text, remarks: bool, everything: bool) -> None:
    content = filled(text, fresh(text, everything=everything))
    if not remarks:
        head, body = content.removeprefix("---\n").split("\n---\n", 1)
        content = "---\n" + "\n".join(line for line in head.split("\n") if not line.startswith("#")) + f"\n---\n{body}"
    assert found(tmp_path, text, content) == []


@KINDS
@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_read_as_it_was_given(text: Text, title: str) -> None:
    kept = scaffold.title(title, text, Context(LISTS, TODAY))
    front = fm.read(fresh(text, kept), path_of(text))
    assert front.problems == ()
    assert front.fields is not None
    value = front.fields.entries["title"][1]
    assert isinstance(value, fm.Scalar)
    assert value.text == title
    assert fm.read(fresh(text, kept), path_of(text)).fields is not None


@KINDS
def test_every_field_is_explained_with_its_values(text: Text) -> None:
    content = fresh(text, everything=True)
    for name, spec in told(text.record, LISTS).items():
        assert re.search(rf"^#?{name}:", content, re.MULTILINE), name
        explained = re.sub(r"\n#\s*", " ", content)
        assert f"{spec.label}: {spec.help}" in explained
        if spec.vocabulary:
            for term in LISTS[spec.vocabulary].terms:
                assert re.search(rf"^# .*\b{re.escape(term.slug)}\b", content, re.MULTILINE), term.slug
    assert max(map(len, content.split("\n"))) <= 125


@KINDS
def test_a_field_that_is_taken_into_use_must_be_filled_in(tmp_path: Path, text: Text) -> None:
    content = filled(text, fresh(text, everything=True))
    optional = re.findall(r"^#(\w+):(?: \[\])?$", content, re.MULTILINE)
    assert optional
    problems = found(tmp_path, text, re.sub(r"^#(\w+:(?: \[\])?)$", r"\1", content, flags=re.MULTILINE))
    assert Counter(p.field for p in problems) == Counter(optional)
    assert {p.code for p in problems if p.field != "toestemming"} == {"waarde-leeg"}
    hints = {p.hint for p in problems if p.field not in {"toestemming", "toestemming_kenmerk"}}
    assert hints == {"Vul het veld in, of haal het weg."}


def test_the_day_of_today_is_filled_in() -> None:
    assert f"\ndatum: {TODAY}\n" in fresh(TEXTS["verhaal"])
    assert yaml.safe_load(fresh(TEXTS["verhaal"]).split("\n---\n")[0])["datum"] == TODAY


def test_questions_that_were_left_are_named_once_for_each_row() -> None:
    body = f"Tekst.\n\n> {UNANSWERED} Een?\n> {UNANSWERED} Twee?\n\nMeer.\n\n  {UNANSWERED} Drie?\n"
    body += f"Een regel waarin {UNANSWERED} middenin staat.\n"
    problems = list(unanswered(body, "stories/x.md", 10))
    assert [(p.line, p.code) for p in problems] == [(12, "tekst-invullen"), (17, "tekst-invullen")]
    assert problems[0].message == 'Hier staan nog 2 vragen, te beginnen met "Een?"'
    assert problems[1].message == 'Hier staat nog een vraag: "Drie?"'


# Titles and addresses


@pytest.mark.parametrize("title", ["", "  ", "🎉", "ab", "x" * 121, "Trots\u202e dorp", "kapot \udcff"])
def test_a_title_that_the_check_would_refuse_is_refused_now(title: str) -> None:
    with pytest.raises(Unusable):
        scaffold.title(title, TEXTS["verhaal"], Context(LISTS, TODAY))


@pytest.mark.parametrize(
    ("title", "chosen", "address"),
    [
        ("Trots op ons dorp!", None, "trots-op-ons-dorp"),
        ("Café Ünïek: #1", None, "cafe-uniek-1"),
        ("Verhaal", None, "verhaal"),
        ("X", None, "x"),
        ("Привет", "groet", "groet"),
    ],
)
def test_the_address_of_a_title(title: str, chosen: str | None, address: str) -> None:
    assert scaffold.address(title, chosen) == address


@pytest.mark.parametrize(("title", "chosen"), [("Привет", None), ("Dorp", "Ons Dorp"), ("Dorp", ""), ("Dorp", "../x")])
def test_no_address_can_be_made(title: str, chosen: str | None) -> None:
    with pytest.raises(Unusable):
        scaffold.address(title, chosen)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a story, one in a folder, one with a former address, and one that was withdrawn."""
    former = (tmp_path / GOED, "eerder: [vroeger, ooit]\ntoestemming: ja\n")
    write(
        tmp_path,
        {"stories/met-beelden/index.md": "x", "werkvormen/ronde.md": "x", "ingetrokken.txt": "# uitleg\nweg\n"},
    )
    former[0].write_text(
        former[0].read_text(encoding="utf-8").replace("toestemming: ja\n", former[1]), encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("slug", ["goed", "met-beelden", "vroeger", "ooit", "weg", "index", "pagina-2", "con"])
def test_an_address_that_is_taken_is_refused(root: Path, slug: str) -> None:
    with pytest.raises(Unusable):
        scaffold.place(root, TEXTS["verhaal"], slug)


@pytest.mark.parametrize(
    ("name", "slug"), [("verhaal", "nieuw"), ("werkvorm", "goed"), ("bundel", "weg"), ("verhaal", "goe")]
)
def test_an_address_that_is_free(root: Path, name: str, slug: str) -> None:
    assert scaffold.place(root, TEXTS[name], slug) == Path(TEXTS[name].folder, f"{slug}.md")


@KINDS
def test_the_address_of_the_page(text: Text) -> None:
    folder = {"verhaal": "verhalen", "werkvorm": "werkvormen", "bundel": "bundels", "praktijkvoorbeeld": "voorbeelden"}[
        text.name
    ]
    assert scaffold.page(Path(text.folder, "nieuw.md")) == f"{folder}/nieuw/"


# At the command line


@pytest.mark.apart
@KINDS
def test_the_script_makes_a_file_once(root: Path, text: Text) -> None:
    arguments = ("new.py", text.name, 'Trots: "ons" dorp #1', "--root", root)
    first = run(*arguments)
    assert (first.returncode, first.stderr) == (0, "")
    path = f"{text.folder}/trots-ons-dorp-1.md"
    assert first.stdout.startswith(f"Gemaakt: {path}\n")
    assert f"ruimte check --root {root}" in first.stdout
    made = (root / path).read_text(encoding="utf-8")
    assert made == scaffold.scaffold(text, 'Trots: "ons" dorp #1', LISTS, values.today(), SITE)
    (root / path).write_text("van mij", encoding="utf-8")
    second = run(*arguments)
    assert second.returncode == 1
    assert second.stdout.startswith(f"{path} is er al. ")
    assert "--adres trots-ons-dorp-1-2" in second.stdout
    assert (root / path).read_text(encoding="utf-8") == "van mij"


@pytest.mark.apart
def test_the_script_can_write_all_fields(root: Path) -> None:
    result = run("new.py", "verhaal", "Kort en lang", "--alles", "--root", root)
    assert result.returncode == 0
    made = (root / "stories/kort-en-lang.md").read_text(encoding="utf-8")
    assert made == scaffold.scaffold(TEXTS["verhaal"], "Kort en lang", LISTS, values.today(), SITE, everything=True)


@pytest.mark.apart
def test_the_script_takes_an_address(root: Path) -> None:
    result = run("new.py", "verhaal", "Goed", "--adres", "goed-2", "--root", root)
    assert (result.returncode, (root / "stories/goed-2.md").exists()) == (0, True)


@pytest.mark.apart
@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["verhaal", "Weg"], 1, "ingetrokken"),
        (["verhaal", "Vroeger"], 1, "stories/goed.md"),
        (["verhaal", "Index"], 1, "al bezet"),
        (["verhaal", " "], 2, "geen letter of cijfer"),
        (["verhaal", "Привет"], 2, "--adres"),
        (["verhaal", "Dorp", "--adres", "Ons Dorp"], 2, '"ons-dorp"'),
        (["gedicht", "Dorp"], 2, "kies uit"),
        (["verhaal"], 2, "verplicht: TITEL"),
        (["verhaal", "Dorp", "--root", "/bestaat/niet"], 2, "is er niet"),
    ],
)
def test_the_script_refuses_in_dutch(root: Path, arguments: list[str], status: int, words: str) -> None:
    before = sorted(root.rglob("*"))
    result = run("new.py", "--root", root, *arguments)
    assert result.returncode == status
    assert words in result.stdout + result.stderr
    assert "usage" not in result.stderr and "Traceback" not in result.stderr
    assert sorted(root.rglob("*")) == before
