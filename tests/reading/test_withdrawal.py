"""A withdrawn story leaves a neutral notice and nothing else, and no mistake of another keeps it on the site."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kennisbank.model import open_data, published, urls
from kennisbank.reading import withdrawal
from kennisbank.reading.loader import UNNAMED
from tests.site_support import build, mini_root, run
from tests.support import BEELDEN, VERHAAL, changed, read, withdrawn_texts, write

pytestmark = pytest.mark.apart

STORY = """\
---
title: Zwaluwnest met xyloviool
samenvatting: "Een voorbeeldverhaal dat wordt ingetrokken: kinderen openen een wolkenwinkel in hun straat."
ruimtes: [plek, kind]
regio: noord-groningen
plaats: Muggenbeetse
schooltype: [po]
partnertype: [museum]
scholen: [Kwistenbiebelschool]
partners: [Galerie Flonkerbos]
datum: 2026-03-01
toestemming: ja
toestemming_kenmerk: "voorbeeld vlinderdas"
bron: "pepernootarchief"
gedeelde_drijfveer: "Glimwormlicht voor iedereen"
gedeelde_praktijk: [Bramenbuidel, Tuimelkast]
eerder: [oude-zwaluw]
beelden:
  - bestand: fladderfoto.png
    alt: "Een voorbeeldplaatje van een sikkelblad."
    maker: "Kobaltmaker"
    licentie: cc-by
    toestemming: ja
---

## Toverlantaarn

Alle kinderen vouwden een papieren dwarrelblad en zongen een hommelhymne.
"""
SLUG = "zwaluwnest-met-xyloviool"
TRACES = (
    "zwaluw xyloviool wolkenwink muggenbeet kwistenbieb flonkerbos vlinderdas pepernoot glimworm bramenbuid tuimelkast "
    "toverlant dwarrel hommelhym fladderfoto sikkelblad kobaltmak"
).split()
"""The beginnings of words that stand in no other text; the index of the finder keeps only the stem of a word."""
LINKING = """\
---
title: Een pagina die verwijst
samenvatting: "Een voorbeeldpagina met elke soort verwijzing naar het verhaal dat wordt ingetrokken."
verhalen: [klooster, zwaluwnest-met-xyloviool]
---

Lees [Zwaluwnest met xyloviool](/stories/zwaluwnest-met-xyloviool/index.md "Zwaluwnest") of [dat van de zwaluw][z]. Ook
goed: [Zwaluwnest][] en [klooster](/stories/klooster.md).

[z]: /stories/zwaluwnest-met-xyloviool/index.md "De xyloviool"
[Zwaluwnest]: /stories/zwaluwnest-met-xyloviool/index.md#toverlantaarn
"""


def traces(site: Path) -> dict[str, set[str]]:
    """Return for each word of the story the files of the site that have it, in their name or in what is in them.

    What is compressed is unpacked first. Common Dutch words are of no story.
    """
    found: dict[str, set[str]] = {word: set() for word in TRACES}
    for file in sorted(path for path in site.rglob("*") if path.is_file() and path.parent.name != "nederlands"):
        data = file.read_bytes()
        text = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        name = file.relative_to(site).as_posix()
        for word in TRACES:
            if word in name or word.encode() in text.lower():
                found[word].add(name)
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with the story in it, and everything that can name it."""
    root = mini_root(tmp_path_factory.mktemp("intrekken"))
    (root / "stories" / SLUG).mkdir()
    (root / "stories" / SLUG / "index.md").write_text(STORY, encoding="utf-8")
    Image.new("RGB", (600, 400), "#357339").save(root / "stories" / SLUG / "fladderfoto.png")
    (root / "docs" / "over" / "verwijst.md").write_text(LINKING, encoding="utf-8")
    bundel = root / "docs" / "bundels" / "plek.md"
    bundel = bundel if bundel.exists() else next(f for f in (root / "docs/bundels").glob("*.md") if f.stem != "index")
    bundel.write_text(bundel.read_text().replace("verhalen: [", f"verhalen: [{SLUG}, "), encoding="utf-8")
    other = root / "stories" / "klooster.md"
    other.write_text(other.read_text().replace("\n---\n", f"\nverwant: [{SLUG}]\n---\n", 1), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def withdrawn(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after withdrawing, while another story has a mistake; the site before had every trace."""
    site = tmp_path_factory.mktemp("uit") / "site"
    before = build(root, site)
    assert before.returncode == 0, before.stdout + before.stderr
    there = traces(site)
    for word in set(TRACES) - {"vlinderdas"}:
        assert there[word], f"{word} should be on the site before"
    assert f"verhalen/{SLUG}/{urls.GEGEVENS}" in there["zwaluw"], "the data beside the page"
    assert {open_data.json("verhalen"), open_data.csv("teksten"), open_data.csv("verwijzingen")} <= there["zwaluw"]
    assert (site / urls.verhaal("oude-zwaluw") / urls.GEGEVENS).is_file()
    kinds = {re.sub(r".*\.", ".", name) for names in there.values() for name in names}
    assert {".html", ".xml", ".json", ".png"} <= kinds, "page, feed, data and index, and picture"

    told = run("withdraw.py", SLUG, "--root", root)
    assert told.returncode == 0, told.stdout + told.stderr
    assert not (root / "stories" / SLUG).exists()
    assert "oude-zwaluw" in (root / withdrawal.FILE).read_text(encoding="utf-8")
    assert "docs/over/verwijst.md (4 keer)" in told.stdout
    assert "git" in told.stdout

    broken = root / "stories" / "museum-in-het-dorp.md"
    good = broken.read_text(encoding="utf-8")
    broken.write_text(good.replace("regio: ", "regio: op-de-maan-"), encoding="utf-8")
    after = build(root, site)
    broken.write_text(good, encoding="utf-8")
    assert after.returncode == 0, after.stdout + after.stderr
    assert f"Een intrekking gaat voor ({SLUG})" in after.stdout
    assert "stories/museum-in-het-dorp.md:" in after.stdout
    away = (site / "verhalen" / "museum-in-het-dorp" / "index.html").read_text(encoding="utf-8")
    assert "Dit verhaal staat nu niet op de site" in away
    assert "Een museum in het dorp" not in away
    assert list((site / "verhalen" / "museum-in-het-dorp").iterdir()) == [
        site / "verhalen" / "museum-in-het-dorp" / "index.html"
    ], "what is left out for once has no data either"
    return site


def test_nothing_is_left_but_the_addresses(withdrawn: Path) -> None:
    own = {f"verhalen/{slug}/index.html" for slug in (SLUG, "oude-zwaluw")}
    for word, names in traces(withdrawn).items():
        assert names <= {name for name in own if word in name}, word
    assert not [slug for slug in (SLUG, "oude-zwaluw") if (withdrawn / urls.verhaal(slug) / urls.GEGEVENS).exists()]


def test_the_notice_is_neutral_and_not_to_be_found(withdrawn: Path) -> None:
    notices = {(withdrawn / urls.verhaal(slug) / "index.html").read_bytes() for slug in (SLUG, "oude-zwaluw")}
    assert len(notices) == 1, "the same words, whatever the story was"
    text = notices.pop().decode()
    assert '<meta name="robots" content="noindex">' in text
    assert "application/ld+json" not in text, "machines are told nothing of it"
    assert "Dit verhaal is ingetrokken" in text
    assert "zwaluw" not in text
    for file in ("sitemap.xml", "inhoud.json"):
        assert "zwaluw" not in (withdrawn / file).read_text(encoding="utf-8")


def test_what_named_it_reads_on(withdrawn: Path) -> None:
    text = (withdrawn / "over/verwijst/index.html").read_text(encoding="utf-8")
    assert text.count(UNNAMED) == 3
    assert "verhalen/klooster/" in text


def test_the_next_build_is_as_strict_as_ever(withdrawn: Path, root: Path) -> None:
    story = root / "stories" / "museum-in-het-dorp.md"
    good = story.read_text(encoding="utf-8")
    story.write_text(good.replace("regio: ", "regio: op-de-maan-"), encoding="utf-8")
    refused = build(root, withdrawn)
    story.write_text(good, encoding="utf-8")
    assert refused.returncode == 1
    assert "De oude site staat er nog." in refused.stdout


def test_the_list_of_the_site_that_is_online_can_be_given(withdrawn: Path, root: Path, tmp_path: Path) -> None:
    """A fresh clone has no old site: what is online says which withdrawal is urgent."""
    manifest = tmp_path / "inhoud.json"
    manifest.write_text(json.dumps({"verhalen": {SLUG: "x"}}), encoding="utf-8")
    (root / "stories" / "stuk.md").write_text("geen kop\n", encoding="utf-8")
    try:
        assert build(root, tmp_path / "site").returncode == 1
        urgent = run("build.py", "--root", root, "--out", tmp_path / "site", "--vorige", manifest)
    finally:
        (root / "stories" / "stuk.md").unlink()
    assert urgent.returncode == 0, urgent.stdout + urgent.stderr
    assert (tmp_path / "site" / urls.verhaal(SLUG) / "index.html").exists()


BROKEN = {
    "stories/stuk.md": "geen kop\n",
    "stories/leeg.md": "",
    "stories/map/diep/x.md": VERHAAL,
    "stories/x.html": "<p>",
    "stories/Met Spatie.md": VERHAAL,
    "stories/nee.md": changed({"regio: noord-groningen": "regio: mars"}),
    "werkvormen/kapot.md": "---\ntitle: [\n---\n",
    "docs/index.md": "zonder kop",
    "docs/bundels/b.md": "---\nverhalen: [weg]\n---\nTekst.\n",
}


@pytest.mark.parametrize("path", BROKEN)
def test_no_mistake_elsewhere_stands_in_the_way(path: str, tmp_path: Path) -> None:
    root = write(tmp_path, {withdrawal.FILE: "weg\n", path: BROKEN[path]})
    strict, around = read(root), read(root, around=True)
    assert strict.knowledge is None
    assert "weg" in strict.revoked
    assert around.problems == strict.problems
    assert around.knowledge is not None
    assert [v.origin.slug for v in around.knowledge.verhalen] == ["goed"]
    assert withdrawn_texts(around.knowledge) == ("verhalen/weg/",)


def test_consent_taken_back_in_the_file_is_urgent_too(tmp_path: Path) -> None:
    files = {"stories/niet.md": changed({"toestemming: ja": "toestemming: nee"}), "stories/stuk.md": "x"}
    loaded = read(write(tmp_path, files), around=True)
    assert loaded.revoked == {"niet"}
    assert loaded.knowledge is not None
    assert "niet" in loaded.withheld


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("trots-in-meppel", "trots-in-meppel"),
        ("stories/trots-in-meppel.md", "trots-in-meppel"),
        ("./stories/trots-in-meppel/index.md", "trots-in-meppel"),
        ("https://ruimte.example/verhalen/trots-in-meppel/", "trots-in-meppel"),
        ("https://ruimte.example/verhalen/trots-in-meppel/#kop", "trots-in-meppel"),
        ("/verhalen/trots-in-meppel", "trots-in-meppel"),
        ("Trots in Meppel", None),
        ("../../etc/passwd", None),
        ("werkvormen/tijdlijn.md", None),
        ("index", None),
        ("", None),
    ],
)
def test_what_somebody_names(said: str, meant: str | None) -> None:
    assert withdrawal.slug_of(said) == meant


def test_the_list_keeps_its_remarks() -> None:
    once = withdrawal.add("", ["een"])
    assert once.startswith("#")
    assert withdrawal.add(once.rstrip("\n"), ["twee", "een", "twee"]) == once + "twee\n"


@given(st.lists(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True), max_size=5))
def test_what_is_added_is_read_back(slugs: list[str]) -> None:
    text = withdrawal.add(withdrawal.HEAD, slugs)
    assert [line for line in text.split("\n") if line and line[0] != "#"] == list(dict.fromkeys(slugs))


@pytest.mark.parametrize("said", ["bestaat-niet", "Trots in Meppel"])
def test_the_script_refuses_what_is_not_there(said: str, tmp_path: Path) -> None:
    root = write(tmp_path, {})
    result = run("withdraw.py", said, "--root", root)
    assert result.returncode == 2
    assert "goed.md" not in result.stderr
    assert not (root / withdrawal.FILE).exists()


def test_the_script_takes_an_address_without_a_file(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    assert run("withdraw.py", "bestond-ooit", "--zonder-bestand", "--root", root).returncode == 0
    again = run("withdraw.py", "bestond-ooit", "--root", root)
    assert (again.returncode, again.stdout) == (0, "bestond-ooit was al ingetrokken.\n")
    assert withdrawal.read(root).lines.keys() == {"bestond-ooit"}


def test_an_unreadable_story_can_be_withdrawn(tmp_path: Path) -> None:
    root = write(tmp_path, {"stories/stuk.md": b"\xff\xfe---\n"})
    assert run("withdraw.py", "stuk", "--root", root).returncode == 0
    assert not (root / "stories/stuk.md").exists()
    assert not read(root).problems


def test_mentions_have_their_place() -> None:
    told = withdrawal.Told(words=("Kwistenbiebelschool",), places=("Borger",))
    texts = {
        "a.md": "een\nOp de kwistenbiebelschool.",
        "b.md": "Lees [meer](x-y.md) over Borger.\nIn Borger dus.\nEen burger; Borgercompagnie.",
        "c.md": "Heel Borger",
    }
    texts["d.md"] = "---\nverwant: [een, x-y]\n---\n[1]: x-y.md\nZie `https://ruimte.example/verhalen/x-y/`.\n"
    assert list(withdrawal.mentions(texts, "x-y", told)) == [
        ("a.md", 2, "Kwistenbiebelschool"),
        ("b.md", 1, ""),
        ("b.md", 2, "Borger"),
        ("d.md", 2, ""),
        ("d.md", 4, ""),
        ("d.md", 5, "x-y"),
    ]


def test_the_pictures_beside_a_story_go_along(tmp_path: Path) -> None:
    """With the script its folder is taken away; by hand it is left, asked for, and not published."""
    files = {"stories/weg.md": changed({"bron:": f"{BEELDEN}bron:"}), "stories/weg/kastje.jpg": {"picture": [8, 6]}}
    root = write(tmp_path / "script", files)
    result = run("withdraw.py", "weg", "--root", root)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Weggehaald: de map stories/weg met alles wat erin stond." in result.stdout
    assert [path.name for path in (root / "stories").iterdir()] == ["goed.md"]

    root = write(tmp_path / "hand", {**files, withdrawal.FILE: "weg\n"})
    around = read(root, around=True).knowledge
    assert around is not None and around.images == () and "weg" not in around.verhaal
    (root / "stories/weg.md").unlink()
    (found,) = read(root).problems
    assert (found.path, found.code) == ("stories/weg/kastje.jpg", "bestand-map")
    assert found.hint.endswith("Is de tekst weg? Haal de map weg.")
    around = read(root, around=True).knowledge
    assert around is not None and around.images == ()


def test_who_names_a_withdrawn_story_by_a_former_name_is_not_in_the_way_and_tells_nothing(tmp_path: Path) -> None:
    """By hand: its file is gone, and only the list of addresses still knows what it was called."""
    naming = changed({"bron: ": "verwant: [oud]\nbron: "}).replace("op pad", "[Het geheim van Zwaluw](oud.md)")
    page = '---\ntitle: Een pagina\nsamenvatting: "Een pagina bij wijze van voorbeeld, met een link erin."\n---\n\n'
    files = {
        "stories/goed.md": naming,
        "stories/derde.md": naming,
        "docs/los.md": page + "Lees [Het geheim van Zwaluw](/stories/oud.md) en [Zwaluw](/stories/weg.md).\n",
        withdrawal.FILE: "weg\n",
        published.FILE: "/verhalen/weg/\n/verhalen/oud/ /verhalen/weg/\n",
    }
    for broken in ({}, {"stories/stuk.md": "geen kop\n"}):
        loaded = read(write(tmp_path / f"root-{len(broken)}", files | broken), around=bool(broken))
        assert len(loaded.problems) == len(broken) and loaded.knowledge is not None
        assert withdrawn_texts(loaded.knowledge) == ("verhalen/oud/", "verhalen/weg/")
        for record in (loaded.knowledge.verhaal["goed"], *loaded.knowledge.paginas):
            assert "Zwaluw" not in record.origin.body
        assert sum("dit noemt een ingetrokken verhaal" in str(notice) for notice in loaded.notices) == 6
