"""How a text is cited: one definition, of which programs read the same back that its page says."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from selectolax.lexbor import LexborHTMLParser

from kennisbank import PROJECT
from kennisbank.model import kinds, urls
from kennisbank.model.records import Pagina, Record, Ruimte
from kennisbank.outputs import bronnen
from kennisbank.parts.bronvermelding import view
from kennisbank.parts.bronvermelding.view import Bronvermelding
from tests.site_support import HOME
from tests.support import content

SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
"""What LaTeX shows for commands that the library does not know, or shows as an accent."""
BRACES = "Alles } of { niets"
HOSTILE = [
    BRACES,
    "50% van de klas & de rest: #1, a_b, $5, ~x, 2^3",
    r"Een \textbf{vet} woord en C:\map\n",
    "\"Zeg 't maar\", zei ze; 'goed' – “beter”…",
    "Ĳsbeer, café, Sûkelade, Łódź, 日本, 🎭, e\u0301",
    "@online{x, title = {y}},",
    "ER - en TY - JOUR",
    "} % ongelijk",
    "Kijk <b>hier</b>",
]


def cited(**change: object) -> Bronvermelding:
    one = Bronvermelding(
        sleutel="verhaal-goed",
        auteur="Kennisbank Ruimte",
        titel="Het goede verhaal",
        samenvatting="Een school en een museum.",
        adres="https://ruimte.nl/verhalen/goed/",
        datum="2026-11-01",
        naar="Naar Jansen & Co, 2022, § 4.",
        rechten="Teksten CC BY 4.0",
    )
    return dataclasses.replace(one, **change)  # type: ignore[arg-type]


def of_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Return type, key and fields of the one entry in a file, as LaTeX shows them."""
    context = get_default_latex_context_db()
    context.add_context_category("signs", [MacroTextSpec(*one) for one in SIGNS.items()], prepend=True)
    decoding = LatexDecodingMiddleware(decoder=LatexNodes2Text(context, keep_comments=True))
    library = bibtexparser.parse_string(text, append_middleware=[decoding])
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert len(library.blocks) == 1
    return entry.entry_type, entry.key, {name: field.value for name, field in entry.fields_dict.items()}


def of_ris(text: str) -> dict[str, object]:
    """Return the one reference in a file."""
    (found,) = rispy.loads(text)
    return dict(found)


def known() -> list[Record]:
    return [record for record in content().records if kinds.BY_RECORD[type(record)].cited]


def test_of_every_text_programs_read_what_its_page_says(real_site: Path) -> None:
    keys = []
    for record in known():
        one = view.made(HOME, record)
        assert one is not None
        folder = real_site / urls.of(record.origin.path, record.origin.slug)
        page = LexborHTMLParser((folder / "index.html").read_bytes())
        words = page.css_first(".rb-bronvermelding__tekst")
        assert words is not None and words.text() == one.tekst
        assert {link.attributes["href"] for link in page.css(".rb-bronvermelding a")} == {
            urls.BRON_BIB, urls.BRON_RIS
        }  # fmt: skip
        day = {"date": one.datum} if one.datum else {}
        note = {"note": one.naar} if one.naar else {}
        kind, key, fields = of_bibtex((folder / urls.BRON_BIB).read_text(encoding="utf-8"))
        keys.append(key)
        assert kind == "online"
        assert fields == {
            "author": one.auteur, "title": record.title, "url": one.adres, "langid": "dutch",
            "abstract": one.samenvatting, "copyright": one.rechten, **day, **note
        }  # fmt: skip
        ris = of_ris((folder / urls.BRON_RIS).read_bytes().decode())
        assert ris["type_of_reference"] == "ELEC"
        assert (ris["title"], ris["authors"], ris["urls"]) == (record.title, [f"{one.auteur},"], [one.adres])
        assert (ris["language"], ris["abstract"]) == ("nl", one.samenvatting)
        assert ris["notes"] == [*filter(None, [one.naar]), one.rechten]
        assert (ris.get("year"), ris.get("date")) == (
            (one.datum[:4], one.datum.replace("-", "/")) if one.datum else (None, None)
        )
    assert len(keys) == len(set(keys)) > 40


def test_no_other_page_has_such_files(real_site: Path) -> None:
    there = {file.parent for name in (urls.BRON_BIB, urls.BRON_RIS) for file in real_site.rglob(name)}
    texts = {real_site / urls.of(record.origin.path, record.origin.slug) for record in known()}
    assert there == texts
    uncited = {kind.record for kind in kinds.KINDS if not kind.cited}
    assert uncited == {Ruimte, Pagina}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_title_says_is_read_back(text: str) -> None:
    one = cited(titel=text, samenvatting=f"Over {text}", naar=f"Naar {text}.", auteur=f"Kennisbank {text}")
    _, key, fields = of_bibtex(bronnen.bibtex(one))
    assert key == one.sleutel
    assert fields["title"] == text
    assert (fields["abstract"], fields["note"]) == (one.samenvatting, one.naar)
    assert fields["author"] == one.auteur
    written = bronnen.ris(one)
    ris = of_ris(written)
    assert (ris["title"], ris["abstract"], ris["notes"]) == (text, one.samenvatting, [one.naar, one.rechten])
    assert ris["authors"] == [f"{one.auteur.replace(',', '')},"]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in written.split("\r\n")[:-1])


def test_a_title_that_holds_a_line_of_ris_stays_a_title() -> None:
    written = bronnen.ris(cited(titel="Een\r\nER  - \nTY  - JOUR"))
    assert of_ris(written)["title"] == "Een ER - TY - JOUR"


def test_the_braces_of_bibtex_are_even_whatever_the_title() -> None:
    for text in HOSTILE:
        written = bronnen.bibtex(cited(titel=text, adres=f"https://ruimte.nl/{text}"))
        depth = 0
        for sign in written:
            depth += {"{": 1, "}": -1}.get(sign, 0)
            assert depth >= 0
        assert depth == 0


def test_the_lines_of_ris_end_as_its_definition_asks() -> None:
    written = bronnen.ris(cited())
    assert written.startswith("TY  - ELEC\r\n")
    assert written.endswith("\r\nER  - \r\n")
    assert "\n" not in written.replace("\r\n", "")


def test_the_page_about_sources_shows_what_the_pages_say() -> None:
    knowledge = content()
    told = (PROJECT / "docs/over/citeren.md").read_text(encoding="utf-8")
    for record in (knowledge.verhaal["trots-in-meppel"], knowledge.werkvorm["kinderdialoog"]):
        one = view.made(HOME, record)
        assert one is not None
        assert "> " + one.tekst.replace(one.adres, f"[](site:/{record.origin.path})") in told


def test_a_site_that_stands_nowhere_is_cited_without_an_address() -> None:
    nowhere = dataclasses.replace(HOME, site="")
    one = view.made(nowhere, content().verhaal["trots-in-meppel"])
    assert one is not None
    assert one.tekst.startswith("Om de beurt een les in Meppel. Kennisbank Ruimte. Naar ")
    assert "url" not in of_bibtex(bronnen.bibtex(one))[2]
    assert "urls" not in of_ris(bronnen.ris(one))


def test_what_is_ours_is_not_said_to_be_of_the_report() -> None:
    knowledge = content()
    for record in knowledge.werkvormen:
        one = view.made(knowledge.project, record)
        assert one is not None
        assert bool(one.naar) == record.bron.startswith(knowledge.project.report)
        assert one.naar or knowledge.project.report not in one.tekst


def test_a_site_that_calls_itself_a_knowledge_base_is_called_so_once() -> None:
    assert view.author(HOME) == "Kennisbank Ruimte"
    assert view.author(dataclasses.replace(HOME, name="Kennisbank Kunst")) == "Kennisbank Kunst"
