"""The check of the output sees what is wrong with a page."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from kennisbank.building.verify import gather, verify

GOOD = '<!doctype html><html lang="nl"><head><title>Goed</title></head><body><h1 id="top">Goed</h1>{}</body></html>'


def faults(folder: Path, body: str, page: str = GOOD) -> list[str]:
    (folder / "sub").mkdir(exist_ok=True)
    (folder / "index.html").write_text(GOOD.format('<a href="sub/#top">sub</a>'), encoding="utf-8")
    (folder / "stijl.css").write_text("", encoding="utf-8")
    (folder / "sub" / "index.html").write_text(page.format(body), encoding="utf-8")
    return list(map(str, verify(folder, "https://voorbeeld.example/kb/")))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../">',
        '<a href="../index.html#top">',
        '<a href="#top">',
        '<a href="/kb/sub/#top">',
        '<a href="/kb/">',
        '<a href="?x=1">',
        '<a href="./">',
        '<a href=".">',
        '<a href="../sub/../stijl.css">',
        '<a href="https://elders.example/x">',
        '<link rel="stylesheet" href="../stijl.css">',
        '<source srcset="../stijl.css 1w, ../ 2w"><img src="../stijl.css" alt="" width="2" height="1">',
        '<link rel="canonical" href="https://voorbeeld.example/kb/sub/">',
        "<p>Het onderdeel onload = niets</p>",
        '<td data-kolom="ja, onderwijs = kunst">onderwijs = kunst</td>',
    ],
)
def test_what_is_right(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


WRONG = [
    ('<a href="../weg/">', "de link ../weg/ leidt nergens heen."),
    ('<a href="/sub/">', "de link /sub/ leidt nergens heen."),
    ('<a href="../../../sub/x">', "de link ../../../sub/x leidt nergens heen."),
    ('<img src="foto.jpg" alt="" width="2" height="1">', "de link foto.jpg leidt nergens heen."),
    ('<img src="../stijl.css" alt="">', "bij de afbeelding ../stijl.css ontbreekt width, height."),
    ('<img src="../stijl.css" width="2" height="1">', "bij de afbeelding ../stijl.css ontbreekt alt."),
    (
        '<picture><source srcset="../stijl.css 480w, a-960.avif 960w"></picture>',
        "de link a-960.avif leidt nergens heen.",
    ),
    (
        '<source srcset="https://elders.example/x.avif 480w">',
        "de pagina haalt iets op bij een ander: https://elders.example/x.avif",
    ),
    ('<a href="../#weg">', "de link naar index.html#weg leidt naar een plek die er niet is."),
    ('<a href="#weg">', "de link naar sub/index.html#weg leidt naar een plek die er niet is."),
    ('<a href="javascript:alert(1)">', "de link javascript:alert(1) begint met iets wat niet mag."),
    (
        '<script src="https://elders.example/x.js"></script>',
        "de pagina haalt iets op bij een ander: https://elders.example/x.js",
    ),
    (
        '<link rel="stylesheet" href="//elders.example/x.css">',
        "de pagina haalt iets op bij een ander: //elders.example/x.css",
    ),
    ('<p onclick="x()">', "een element voert code uit (onclick)."),
    ('<p id="top">', 'twee elementen hebben id="top".'),
    ("<h1>Nog een</h1>", "de pagina heeft 2 titels (h1); het moet er één zijn."),
]
"""What a page may hold, and the fault that it is."""


@pytest.mark.parametrize(("body", "fault"), WRONG)
def test_what_is_wrong(tmp_path: Path, body: str, fault: str) -> None:
    assert faults(tmp_path, body) == [f"sub/index.html: {fault}"]


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("mailto:hulp@kennis.internal", True),
        ("mailto:hulp@kennis.internal?subject=Een%20verhaal", True),
        ("mailto:ander@kennis.internal", False),
        ("mailto:hulp@kennis.internal.elders", False),
        ("tel:050", False),
    ],
)
def test_a_mail_goes_to_the_contact_and_to_nobody_else(tmp_path: Path, target: str, right: bool) -> None:
    (tmp_path / "index.html").write_text(GOOD.format(f'<a href="{target}">x</a>'), encoding="utf-8")
    found = verify(tmp_path, "https://voorbeeld.example/kb/", contacts=["mailto:hulp@kennis.internal"])
    assert (found == []) == right, found
    assert verify(tmp_path, "https://voorbeeld.example/kb/") != []


def test_language_and_title(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='en'><head><title> </title></head><body><h1 id=top>x</h1>{}</body></html>"
    assert faults(tmp_path, "", page) == [
        'sub/index.html: lang="nl" ontbreekt.',
        "sub/index.html: de pagina heeft geen titel (title).",
    ]


def with_data(folder: Path, *, own: str | None = None, old: str | None = None) -> list[str]:
    """Return the faults of a story with this data beside it, and with that where it was before."""
    for slug, data in (("x", own), ("oud", old)):
        page = folder / "verhalen" / slug / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(GOOD.format(""), encoding="utf-8")
        if data is not None:
            page.with_name("gegevens.json").write_text(data, encoding="utf-8")
    return list(map(str, verify(folder, "https://voorbeeld.example/kb/", told=["verhalen/x/"])))


@pytest.mark.parametrize("old", [None, '{"verhuisd": "x"}'])
def test_data_beside_a_page_is_right(old: str | None, tmp_path: Path) -> None:
    assert with_data(tmp_path, own='{"titel": "Goed", "slug": "x"}', old=old) == []


@pytest.mark.parametrize("own", [None, "", "[]", "{", '{"titel": "Anders"}', '{"verhuisd": "x"}'])
def test_data_beside_a_page_is_wrong(own: str | None, tmp_path: Path) -> None:
    fault = "gegevens.json naast de pagina ontbreekt, of heeft een andere titel."
    assert with_data(tmp_path, own=own) == [f"verhalen/x/index.html: {fault}"]


@pytest.mark.parametrize("old", ['{"titel": "Goed"}', '{"verhuisd": "weg"}', '{"verhuisd": "oud"}', "nee"])
def test_data_of_no_page_is_refused(old: str, tmp_path: Path) -> None:
    fault = "dit bestand hoort bij geen verhaal, geen werkvorm en geen praktijkvoorbeeld."
    assert with_data(tmp_path, own='{"titel": "Goed"}', old=old) == [f"verhalen/oud/gegevens.json: {fault}"]


def test_what_is_known_of_a_page_is_not_read_again(tmp_path: Path) -> None:
    assert faults(tmp_path, '<a href="../weg/">') == ["sub/index.html: de link ../weg/ leidt nergens heen."]
    known = gather(tmp_path, ["index.html", "sub/index.html"], "/kb/")
    again = pickle.loads(pickle.dumps(known))
    assert again == known
    for name in known:
        (tmp_path / name).write_text("", encoding="utf-8")
    found = verify(tmp_path, "https://voorbeeld.example/kb/", known=again)
    assert list(map(str, found)) == ["sub/index.html: de link ../weg/ leidt nergens heen."]
    (tmp_path / "weg").mkdir()
    (tmp_path / "weg" / "index.html").write_text(GOOD.format(""), encoding="utf-8")
    assert verify(tmp_path, "https://voorbeeld.example/kb/", known=again) == []
    (tmp_path / "index.html").unlink()
    assert verify(tmp_path, "https://voorbeeld.example/kb/", known=again) == []


def test_the_first_page_that_leads_to_no_place_is_told_of(tmp_path: Path) -> None:
    for name, body in (("a", '<a href="../b/#weg">'), ("b", '<a href="#weg"><a href="#top">'), ("c", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(GOOD.format(body), encoding="utf-8")
    found = list(map(str, verify(tmp_path, "https://voorbeeld.example/")))
    assert found == ["a/index.html: de link naar b/index.html#weg leidt naar een plek die er niet is."]


def test_what_a_page_fetches_and_links_to_is_fetched(tmp_path: Path) -> None:
    body = '<a href="https://elders.example/x"><img src="https://elders.example/x" alt="" width="2" height="1">'
    assert faults(tmp_path, body + '<a href="mailto:x@kennis.internal">') == [
        "sub/index.html: de pagina haalt iets op bij een ander: https://elders.example/x",
        "sub/index.html: de link mailto:x@kennis.internal begint met iets wat niet mag.",
    ]
