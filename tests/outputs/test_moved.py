"""Every address that was ever published has an answer on the site that is built."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from kennisbank.building import whole
from kennisbank.building.whole import Stopped
from kennisbank.model import addresses, open_data, published, urls
from kennisbank.model.published import Published
from kennisbank.outputs import moved
from kennisbank.outputs.offered import outputs
from kennisbank.pages.site import Site
from kennisbank.reading import promised, withdrawal
from kennisbank.reading.history import Last
from tests.building.test_urgent import Engine, job
from tests.reading.test_addresses import EVERY, NEW, TEXTS, renamed
from tests.site_support import PROJECT, SCRIPTS, build, run
from tests.support import changed, own_lists, project, read, withdrawn_texts, write

NAME = "Kennisbank"
URL = "https://voorbeeld.example/"


def made(root: Path, **options: object) -> dict[str, str | bytes]:
    """Return what stands at former addresses on a site of this root, and its list of addresses."""
    loaded = read(root, **options)
    assert loaded.knowledge is not None, loaded.problems
    site = Site(loaded.knowledge)
    files = [address for address, _ in outputs(site.knowledge, site.listed, URL, NAME, {})]
    return dict(moved.generate(site, files, URL, NAME))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root of which everything was published, and of which then each kind of text was renamed."""
    root = write(tmp_path_factory.mktemp("verhuisd"), TEXTS)
    assert run("addresses.py", "--root", root).returncode == 0
    for old in EVERY:
        file = root / old
        text = file.read_text(encoding="utf-8").replace("\n---\n", f"\neerder: [{file.stem}]\n---\n", 1)
        (root / renamed(old)).write_text(text, encoding="utf-8")
        file.unlink()
    bundel = root / renamed("docs/bundels/vraag.md")  # what names them by their file follows
    text = bundel.read_text(encoding="utf-8").replace("ander]", f"{NEW}]").replace("praten]", f"{NEW}]")
    bundel.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("uit") / "site"
    result = build(root, out)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.mark.apart
def test_every_published_address_is_answered(root: Path, site: Path) -> None:
    known = promised.read(root).addresses
    files = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert len(known) > 100
    assert moved.unanswered(files, known) == []
    assert moved.unanswered(files, ["verhalen/nooit/", "nooit.xml", ""]) == ["verhalen/nooit/", "nooit.xml"]


@pytest.mark.apart
def test_the_site_gives_out_the_list_itself(root: Path, site: Path) -> None:
    """A fresh clone compares with the site that is online: it knows all that the repository knows, and what is new."""
    online = published.parse((site / published.FILE).read_text(encoding="utf-8")).addresses
    assert online.keys() >= promised.read(root).addresses.keys()
    assert online["verhalen/ander/"] == "verhalen/nieuwe-naam/"
    assert "verhalen/nieuwe-naam/" in online


@pytest.mark.apart
def test_the_list_grows_and_never_shrinks(root: Path, tmp_path: Path) -> None:
    before = promised.read(root).addresses
    copy = shutil.copytree(root, tmp_path / "kopie")
    fetched = tmp_path / "vorige.json"
    fetched.write_text(json.dumps({"verhalen": {}, "adressen": "/verhalen/pagina-7/\n"}), encoding="utf-8")
    result = run("addresses.py", "--root", copy, "--vorige", fetched)
    assert result.returncode == 0, result.stdout + result.stderr
    after = promised.read(copy).addresses
    assert after.keys() >= before.keys() | {"verhalen/pagina-7/", "verhalen/nieuwe-naam/", "verhalen/ander/"}
    again = (copy / published.FILE).read_bytes()
    assert run("addresses.py", "--root", copy).returncode == 0
    assert (copy / published.FILE).read_bytes() == again


@pytest.mark.apart
def test_a_site_that_leaves_one_without_an_answer_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check knows where it leads; here nothing writes a page for it."""
    monkeypatch.setattr(moved, "generate", lambda *_: iter(()))
    root = write(tmp_path / "bron", {published.FILE: "/verhalen/goed/\n/verhalen/oud/ /verhalen/goed/\n"})
    out = tmp_path / "site"
    with job(root, out, Engine(), before=()) as work, pytest.raises(Stopped, match='"/verhalen/oud/" is gepubliceerd'):
        whole.build(work)
    assert not out.exists()


@pytest.mark.apart
def test_an_old_address_leads_on(site: Path) -> None:
    page = (site / "verhalen/ander/index.html").read_text(encoding="utf-8")
    assert '<noscript><meta http-equiv="refresh" content="0; url=../../verhalen/nieuwe-naam/"></noscript>' in page
    assert 'href="../../verhalen/nieuwe-naam/"' in page
    assert f'src="../../{SCRIPTS}parts/script/moved.js"' in page
    assert (site / SCRIPTS / "parts/script/moved.js").exists()


def test_a_value_that_was_renamed_is_refused_and_then_leads_on(tmp_path: Path) -> None:
    """The root has a list of its own, in which one slug has changed."""
    lists = own_lists(tmp_path / "bron", "partnertype")
    file = lists / "partnertype.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("slug: bibliotheek\n") == 1
    changed_list = text.replace("slug: bibliotheek\n", "slug: bieb-en-meer\n")
    file.write_text(changed_list, encoding="utf-8")
    known = ["partner/bibliotheek/", "partner/bibliotheek/feed.xml", "ruimtes/plek/partner/bibliotheek/"]
    root = write(tmp_path / "bron", {published.FILE: "".join(f"/{address}\n" for address in known)})
    (found,) = read(root).problems
    assert (found.code, found.path) == ("adres-weg", "lijsten/partnertype.yml")
    assert "eerder: [bibliotheek]" in found.hint
    told = changed_list.replace("slug: bieb-en-meer\n", "slug: bieb-en-meer\n    eerder: [bibliotheek]\n")
    file.write_text(told, encoding="utf-8")
    answered = made(root)
    assert "../../partner/bieb-en-meer/" in str(answered["partner/bibliotheek/index.html"])
    assert "../../../../ruimtes/plek/" in str(answered["ruimtes/plek/partner/bibliotheek/index.html"])
    feed = ElementTree.fromstring(str(answered["partner/bibliotheek/feed.xml"]))
    assert any(
        link.get("href") == URL + "partner/bibliotheek/feed.xml"
        for link in feed.iter("{http://www.w3.org/2005/Atom}link")
    )


@pytest.mark.apart
def test_a_former_address_that_is_no_longer_named_still_leads_on(tmp_path: Path) -> None:
    root = write(tmp_path, {published.FILE: "/verhalen/goed/\n/verhalen/oud/ /verhalen/goed/\n"})
    assert "verhalen/goed/" in str(made(root)["verhalen/oud/index.html"])


@pytest.mark.apart
def test_who_withdraws_by_hand_takes_the_former_addresses_along(tmp_path: Path) -> None:
    """The file is gone, and with it what it said of its former addresses: the list still knows them."""
    listed = "/verhalen/ooit/ /verhalen/oud/\n/verhalen/oud/ /verhalen/weg/\n/verhalen/weg/\n"
    root = write(tmp_path, {published.FILE: listed, withdrawal.FILE: "weg\n"})
    loaded = read(root)
    assert loaded.knowledge is not None, loaded.problems
    gone = ("verhalen/ooit/", "verhalen/oud/", "verhalen/weg/")
    assert withdrawn_texts(loaded.knowledge) == gone
    online = str(made(root)[published.FILE])
    assert not [address for address in gone if address in online], "no trace of it, but for the notice"


@pytest.mark.apart
def test_a_former_address_that_only_the_site_online_knows_is_named(tmp_path: Path) -> None:
    """It keeps no trace of what was withdrawn: whoever withdraws by hand is told in time what to write down."""
    root = write(tmp_path, {withdrawal.FILE: "weg\n"})
    last = Last({}, Published({"verhalen/oud/": "verhalen/weg/", "verhalen/weg/": ""}))
    loaded = read(root, last=last)
    assert loaded.knowledge is not None, loaded.problems
    assert "verhalen/oud/" in loaded.knowledge.withdrawn
    assert [str(notice) for notice in loaded.notices] == [
        'ingetrokken.txt:1: dit verhaal stond ook op "oud". Zet er op een nieuwe regel bij: oud'
    ]
    online = str(made(root, last=last)[published.FILE])
    assert "/verhalen/oud/\n" in online and "/weg/" not in online, "it is not forgotten before somebody wrote it down"
    again = Last({}, published.parse(online))
    assert [found.code for found in read(root, last=again).problems] == ["adres-weg"], "the next build asks for it"
    (root / withdrawal.FILE).write_text("weg\noud\n", encoding="utf-8")
    assert read(root, last=last).notices == ()
    assert "/oud/" not in str(made(root, last=again)[published.FILE])


@pytest.mark.apart
def test_a_feed_of_what_was_withdrawn_is_an_empty_feed(tmp_path: Path) -> None:
    listed = "/regio/achterhoek/\n/regio/achterhoek/feed.xml\n"
    root = write(tmp_path, {published.FILE: listed, withdrawal.FILE: "regio/achterhoek/\n"})
    feed = ElementTree.fromstring(str(made(root)["regio/achterhoek/feed.xml"]))
    assert feed.findall("{http://www.w3.org/2005/Atom}entry") == []


def test_a_story_that_is_being_worked_on_says_so(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            "stories/werk.md": changed({"bron: ": "concept: true\nbron: "}),
            published.FILE: "/verhalen/werk/\n",
        },
    )
    loaded = read(root)
    assert loaded.knowledge is not None, loaded.problems
    assert loaded.knowledge.resting == ("verhalen/werk/",)
    assert read(root, drafts=True).knowledge.resting == ()  # type: ignore[union-attr]


def test_the_cards_as_a_pdf_always_answer(tmp_path: Path) -> None:
    """Without a browser nothing is printed; who has the address is told where the cards are."""
    answered, again = (made(root) for root in [write(tmp_path, {})] * 2)
    first = ("ruimte/kaarten/kaarten.pdf", "ruimte/kaarten/kaarten-zwart-wit.pdf")
    assert set(first) < set(urls.KAARTEN_PDF.values())
    for address in urls.KAARTEN_PDF.values():
        content = answered[address]
        assert isinstance(content, bytes)
        assert content.startswith(b"%PDF-")
        assert content == again[address], "the same input gives the same bytes"


@pytest.mark.parametrize("more", ["", "een-heel-lange-naam-van-een-organisatie/van-een-kennisbank-(van-ons)/"])
def test_where_the_cards_are_can_be_read_whole_and_followed(more: str, tmp_path: Path) -> None:
    address = f"{URL}{more}{urls.KAARTEN_AFDRUKKEN}"
    site = Site(read(write(tmp_path, {})).knowledge)  # type: ignore[arg-type]
    content = dict(moved.generate(site, [], URL + more, NAME))["ruimte/kaarten/kaarten.pdf"]
    with pypdfium2.PdfDocument(content) as sheet:
        (page,) = sheet
        words = page.get_textpage()
        said = words.get_text_range()
        assert said.splitlines() == ["De kaarten van Ruimte", "Druk de kaarten af op deze pagina:", address]
        right = max(words.get_charbox(number)[2] for number in range(len(said.rstrip())))
        assert right < page.get_width() - 40
    assert f"/URI ({address.replace('(', chr(92) + '(').replace(')', chr(92) + ')')})".encode() in content


def test_a_picture_beside_a_link_is_made_as_long_as_it_was_published(tmp_path: Path) -> None:
    address = "assets/delen/111100000.png"
    root = write(tmp_path, {published.FILE: f"/{address}\n"})
    content = made(root)[address]
    assert isinstance(content, bytes)
    assert content.startswith(b"\x89PNG")


def test_every_address_of_the_project_leads_somewhere() -> None:
    """All that the repository says was published still leads somewhere, whatever was renamed since."""
    loaded = project()
    assert loaded.knowledge is not None, loaded.problems
    listed = promised.read(PROJECT).addresses
    site = Site(loaded.knowledge)
    files = [address for address, _ in outputs(site.knowledge, site.listed, URL, NAME, {})]
    known = moved.answers(site, {*files, *open_data.FILES, published.FILE, *moved.ALWAYS})
    assert [address for address in listed if known.lead(address) is None] == []
    assert addresses.lost(listed, known) == []


def test_what_scripts_are_told_of_names_of_before(tmp_path: Path) -> None:
    """By kind, with the name of today whatever the number of moves; of what was withdrawn nothing."""
    listed = """\
/verhalen/ooit/ /verhalen/oud/
/verhalen/oud/ /verhalen/goed/
/verhalen/stil/ /verhalen/weg/
/verhalen/weg/
/regio/kop/ /regio/noord-drenthe/
/regio/kop/feed.xml
/werkvormen/los/ /verhalen/goed/
"""
    loaded = read(write(tmp_path, {published.FILE: listed, withdrawal.FILE: "weg\n"}))
    assert loaded.knowledge is not None, loaded.problems
    assert loaded.knowledge.former == {"regio": {"kop": "noord-drenthe"}, "verhaal": {"ooit": "goed", "oud": "goed"}}


@pytest.mark.apart
def test_a_story_that_is_renamed_and_worked_on_at_once_says_so_at_both_addresses(tmp_path: Path) -> None:
    text = changed({"bron: ": "concept: true\neerder: [oud]\nbron: "})
    root = write(tmp_path, {"stories/nieuw.md": text, published.FILE: "/verhalen/oud/\n"})
    loaded = read(root)
    assert loaded.knowledge is not None, loaded.problems
    assert loaded.knowledge.resting == ("verhalen/nieuw/",)
    assert "../../verhalen/nieuw/" in str(made(root)["verhalen/oud/index.html"])


@pytest.mark.apart
def test_a_list_with_remains_of_a_merge_is_made_anew(tmp_path: Path) -> None:
    root = write(tmp_path, {published.FILE: "/verhalen/goed/\n<<<<<<< HEAD\n/verhalen/pagina-7/\n=======\n"})
    result = run("addresses.py", "--root", root)
    assert result.returncode == 0, result.stdout + result.stderr
    after = promised.read(root)
    assert after.problems == ()
    assert {"verhalen/goed/", "verhalen/pagina-7/"} <= after.addresses.keys()
