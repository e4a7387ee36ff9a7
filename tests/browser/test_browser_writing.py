"""The forms to write a text: what is typed in Chromium comes out of the check as it was typed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kennisbank.contributing import wording
from kennisbank.model import kinds, urls
from kennisbank.model.fields import Kind, specs
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.reading import files, markup
from kennisbank.reading.references import NAME
from tests.browser.writing_support import BREAKS, BSN, FOLDERS, NASTY, SAMPLES, Writer
from tests.site_support import SCRIPTS
from tests.support import TODAY, read, write
from tests.test_portable import theirs

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def writers(site: str, browser: Browser) -> Iterator[dict[str, Writer]]:
    """Open every form once: a page for each of the many values would take minutes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = {}
    errors: list[str] = []
    for form, address in urls.SCHRIJVEN.items():
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.clock.install(time=datetime.combine(TODAY, time(12)))
        page.goto(site + address)
        page.wait_for_function("!document.querySelector('#rb-schrijf').hidden")
        found[form] = Writer(page, form)
    yield found
    context.close()
    assert errors == []


def checked(root: Path, written: dict[str, str], form: str) -> tuple[dict[str, Any], dict[str, set[str]]]:
    """Check files beside a good story: the records by address, and the fields with problems by path.

    A problem of the text itself is one of the field "".
    """
    files = {path: text.encode() for path, text in written.items()}
    loaded = read(write(root, files, borrowed=True), drafts=True)
    problems: dict[str, set[str]] = {}
    for found in loaded.problems:
        problems.setdefault(found.path, set()).add(found.field)
    records: dict[str, Any] = {}
    if loaded.knowledge is not None:
        records = {record.origin.slug: record for record in loaded.knowledge.of(kinds.BY_NAME[form])}
    return records, problems


def lengthened(typed: str, clean: str, minimum: int | None) -> tuple[str, str]:
    """Return a value as it is typed and as it comes out, which is long enough and has a letter."""
    if len(clean) >= (minimum or 0) and any(map(str.isalnum, clean)):
        return typed, clean
    more = " en dan nog genoeg woorden om dit vak te vullen"
    return typed + more, " ".join(f"{clean}{more}".split())


def texts(form: str) -> dict[str, Any]:
    """Return the fields of free text; not a list that must have several values, for each is given one."""
    found = specs(wording.TEXTS[form].record).items()
    return {name: spec for name, spec in found if spec.kind is Kind.TEXT and spec.least == 1}


# What is typed, comes out -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", schrijven.FORMS)
def test_every_field_reads_back_as_it_was_typed(writers: dict[str, Writer], tmp_path: Path, form: str) -> None:
    """Every text of the form at once has the same nasty value, in a file of its own for each value."""
    written: dict[str, str] = {}
    expected: dict[str, dict[str, Any]] = {}
    for number, (typed, clean) in enumerate(NASTY.values()):
        values: dict[str, Any] = {}
        found: dict[str, Any] = {}
        for name, spec in texts(form).items():
            values[name], one = lengthened(typed, clean, spec.minimum)
            if name == "plaats" and not NAME.fullmatch(one):
                values[name] = one = "Ezinge"
            found[name] = (one,) if spec.many else one
        slug = f"waarde-{number}"
        writers[form].begin(**values, adres=slug)
        assert writers[form].refused() == set(), (typed, writers[form].refused())
        written[f"{FOLDERS[form]}/{slug}.md"] = writers[form].file()
        expected[slug] = found
    records, problems = checked(tmp_path, written, form)
    assert problems == {}
    for slug, found in expected.items():
        assert {name: getattr(records[slug], name) for name in found} == found
        fields, _ = theirs(written[f"{FOLDERS[form]}/{slug}.md"])  # as others read it
        assert {name: fields[name] for name in found} == {
            name: list(value) if isinstance(value, tuple) else value for name, value in found.items()
        }


@pytest.mark.parametrize("form", schrijven.FORMS)
def test_lines_become_one_line_or_items(writers: dict[str, Writer], tmp_path: Path, form: str) -> None:
    written = {}
    for number, end in enumerate(BREAKS.values()):
        values = dict.fromkeys(texts(form), f"eerste regel{end}{end}  tweede regel, met meer{end}")
        values["samenvatting"] += " en nog meer"
        writers[form].begin(**values, adres=f"regels-{number}")
        assert writers[form].refused() == set()
        written[f"{FOLDERS[form]}/regels-{number}.md"] = writers[form].file()
    records, problems = checked(tmp_path, written, form)
    assert problems == {}
    for number in range(len(BREAKS)):
        record = records[f"regels-{number}"]
        for name, spec in texts(form).items():
            items = ("eerste regel", "tweede regel, met meer")
            one = " ".join(items) + (" en nog meer" if name == "samenvatting" else "")
            assert getattr(record, name) == (items if spec.many else one), (name, number)


@pytest.mark.parametrize("form", schrijven.FORMS)
def test_every_choice_number_and_date_reads_back(writers: dict[str, Writer], tmp_path: Path, form: str) -> None:
    """Each choice with its first and its last value, in the order of the page; every other field filled in too."""
    page = writers[form].page
    values: dict[str, Any] = {"adres": "alles"}
    expected: dict[str, Any] = {}
    for name, spec in specs(wording.TEXTS[form].record).items():
        if spec.kind in {Kind.CHOICE, Kind.WERKVORM} and (name != "regio" or spec.many):
            options = [o for o in page.locator(f"[name={name}]").evaluate_all("all => all.map(e => e.value)") if o]
            chosen = [o for o in (options[0], options[-1]) if o != "alle"]
            values[name] = chosen if spec.many else chosen[-1]
            expected[name] = tuple(chosen) if spec.many else chosen[-1]
    own: dict[str, tuple[Any, Any]] = {
        "datum": (TODAY.isoformat(), TODAY),
        "periode": ("2018 – 2021", (2018, 2021)),
        "concept": ("true", True),
        "duur": ("30", (30, 30)),
        "groep": (" 2 - 10 ", (2, 10)),
        "hoogstens": (" 10", 10),
        "vorm": ("groepjes  van 4", "groepjes van 4"),
        "delen": ("2", 2),
        "met_kinderen": ("true", True),
    }
    for name in own.keys() & specs(wording.TEXTS[form].record).keys():
        values[name], expected[name] = own[name]
    writers[form].begin(**values)
    assert writers[form].refused() == set()
    records, problems = checked(tmp_path, {f"{FOLDERS[form]}/alles.md": writers[form].file()}, form)
    assert problems == {}
    assert {name: getattr(records["alles"], name) for name in expected} == expected


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("Eerste.\nTweede.", "Eerste.\n\nTweede."),
        ("Eerste.\r\n\r\n\r\n\r\nTweede.  ", "Eerste.\n\nTweede."),
        ("Dit deden we:\n- kijken\n- maken\nEn klaar.", "Dit deden we:\n\n- kijken\n- maken\n\nEn klaar."),
        ("•\teerst\n•\tdan", "- eerst\n- dan"),
        ("1. een\n2. twee", "1. een\n2. twee"),
        ("- een\n\t- daaronder", "- een\n    - daaronder"),
        ("\tIngesprongen in Word", "Ingesprongen in Word"),
        ("# Een titel\nTekst", "## Een titel\n\nTekst"),
        ("Een titel\n===\nTekst", "## Een titel\n\nTekst"),
        ("#tag is geen titel", "\\#tag is geen titel"),
        ("Tekst\n---\nMeer", "Tekst\n\n---\n\nMeer"),
        ("> een\n> citaat", "> een\n> citaat"),
        ("a | b\n--- | ---\n1 | 2", "a | b\n--- | ---\n1 | 2"),
        ("leer\u00adling\u00a0en\u200b 🎨\u2028nieuw", "leerling en 🎨\n\nnieuw"),
        ("1:2 en - x en [a, b] en 3 < 4 en \\", "1:2 en - x en [a, b] en 3 < 4 en \\"),
    ],
)
def test_the_text_is_cleaned_and_nothing_else(
    writers: dict[str, Writer], tmp_path: Path, typed: str, body: str
) -> None:
    writer = writers["verhaal"]
    writer.begin(**{"deel-begin": typed, "adres": "tekst"})
    assert writer.refused() == set()
    records, problems = checked(tmp_path, {"stories/tekst.md": writer.file()}, "verhaal")
    assert problems == {}
    assert records["tekst"].origin.body.strip() == body


def test_each_part_gets_its_heading_or_keeps_its_own(writers: dict[str, Writer], tmp_path: Path) -> None:
    writer = writers["verhaal"]
    own = "## Met vallen en opstaan\nDat was het."
    writer.begin(**{"deel-aanpak": "Stap voor stap.", "deel-lastig": own, "deel-begin": "Hoe."}, adres="delen")
    records, _ = checked(tmp_path, {"stories/delen.md": writer.file()}, "verhaal")
    assert records["delen"].origin.body.strip() == (
        "Hoe.\n\n## Zo pakten we het aan\n\nStap voor stap.\n\n## Met vallen en opstaan\n\nDat was het."
    )


# What is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", schrijven.FORMS)
def test_the_form_refuses_what_the_check_refuses_and_nothing_else(
    writers: dict[str, Writer], tmp_path: Path, form: str
) -> None:
    """One thing is wrong at a time; a problem of two fields together may be said at either."""
    writer = writers[form]
    sampled: dict[str, tuple[dict[str, Any], set[str]]] = {}
    written = {}
    for number, sample in enumerate(SAMPLES[form]):
        writer.begin(**sample, adres=f"proef-{number}")
        path = f"{FOLDERS[form]}/proef-{number}.md"
        sampled[path] = sample, writer.refused()
        written[path] = writer.file()
    _, problems = checked(tmp_path, written, form)
    for path, (sample, refused) in sampled.items():
        found = {"" if name.startswith("deel-") else name for name in refused}
        wrong = {"regio" if name == "plaats" and "plaats" not in found else name for name in problems.get(path, ())}
        assert found == wrong, (sample, refused, problems.get(path))


def test_messages_are_dutch_and_the_form_says_it_to_the_browser(writers: dict[str, Writer]) -> None:
    writer = writers["verhaal"]
    writer.begin(title="", samenvatting="kort", datum="1999-01-01", plaats="Emmen", regio="westerkwartier")
    said = {
        name: writer.page.locator(f"[name={name}]").first.evaluate("e => e.validationMessage")
        for name in ("title", "samenvatting", "datum", "regio", "plaats")
    }
    assert said == {
        "title": "Vul dit nog in.",
        "samenvatting": "Dit zijn 4 tekens; minstens 40 zijn nodig.",
        "datum": "Deze dag ligt voor het jaar 2000. Vul de dag in waarop dit op de site komt.",
        "regio": "Emmen ligt in de regio Zuidoost-Drenthe. Kies die, of verbeter de plaats.",
        "plaats": "",
    }


def test_texts_are_judged_as_the_check_judges_them(writers: dict[str, Writer]) -> None:
    """Pieces that mean something, put together at random: what one refuses, the other refuses."""
    pieces = [
        "[x](", ")", "javascript:", "JAVA", "script:", "&colon;", "&#58", "//evil", "https://x.nl", "data:", "(",
        "]:", "[a]: ", "[^1]: ", "<b", "<https://x.nl>", "</p>", "<!", "{", "}", "onclick=", "style =", "--8<--",
        "`", "\\", " ", "\n", "* ", "06-12345678", "+31 6 1234 5678", "a@b.nl", "é@ü.nl", "١٢٣", BSN, "111222333",
        "1.2.", "gewoon", "3 < 4", ">", "#",
    ]  # fmt: skip
    draw = random.Random(4)
    samples = ["".join(draw.choices(pieces, k=draw.randint(1, 6))) for _ in range(1500)]
    found = writers["verhaal"].page.evaluate(
        """async samples => {
            const { Markup } = await import('/"""
        + SCRIPTS
        + """pages/schrijven/script/markup.js')
            const markup = new Markup(JSON.parse(document.querySelector('#rb-gegevens').textContent), () => ({}))
            return samples.map(sample => markup.error(sample))
        }""",
        samples,
    )
    for sample, fault in zip(samples, found, strict=True):
        links, problems = markup.examine(sample, "x.md", 1)
        wrong = [problem for problem in problems if problem.code != "tekst-kop1"]  # the form lowers those itself
        assert bool(fault) == bool(wrong) or (fault and links), (sample, fault, wrong)
        assert not wrong or fault, (sample, wrong)


def test_addresses_are_proposed_as_the_check_makes_them(writers: dict[str, Writer]) -> None:
    titles = [
        "De vitrinekastjes van Ezinge",
        "Pompeï – ‘één’ café!",
        "ﬁlm & kunst",
        "🎨",
        "ÆØß Ł",
        "a--b__c",
        "½ Ｋunst",
    ]
    writer = writers["verhaal"]
    writer.begin(adres="")
    for title in titles:
        writer.fill({"title": title})
        assert writer.page.locator("#veld-adres").input_value() == files.slugify(title), title


@pytest.mark.parametrize(
    ("form", "address", "message"),
    [
        ("verhaal", "index", "heeft de site zelf nodig"),
        ("verhaal", "pagina-2", "heeft de site zelf nodig"),
        ("verhaal", "Met Hoofdletter", "alleen kleine letters"),
        ("verhaal", "trots-in-meppel", "is van “.+”"),
        ("werkvorm", "kinderdialoog", "is van “De kinderdialoog”"),
        ("praktijkvoorbeeld", "de-muziekmethode", "is van “De muziekmethode kwam"),
        ("praktijkvoorbeeld", "trots-in-meppel", ""),
        ("verhaal", "een-nieuw-verhaal", ""),
    ],
)
def test_addresses_that_cannot_be_used(writers: dict[str, Writer], form: str, address: str, message: str) -> None:
    writer = writers[form]
    writer.begin()
    writer.page.wait_for_load_state("networkidle")  # the names of the stories come when there is a title
    writer.fill({"adres": address})
    said = writer.page.locator("#veld-adres").evaluate("e => e.validationMessage")
    assert re.search(message, said) if message else said == ""
