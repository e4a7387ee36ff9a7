"""What is kept from build to build: the site is that of a build that keeps nothing, whatever changed or went wrong."""

from __future__ import annotations

import dataclasses
import errno
import os
import pickle
import pickletools
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta

from kennisbank.building import fingerprint, publish, stock
from kennisbank.building.stock import Stock
from kennisbank.cli import build as cli
from kennisbank.model import published
from kennisbank.outputs import listing
from kennisbank.outputs.offered import MANIFEST
from kennisbank.pages.site import Inputs, Site
from kennisbank.parts import rendering
from kennisbank.reading import kept, wordlists
from kennisbank.reading.loader import load
from tests.site_support import fingerprint as bytes_of
from tests.site_support import mini_root
from tests.support import own_lists

pytestmark = pytest.mark.apart  # slow, and no text of the project makes a difference

Edit = Callable[[Path], None]
STORY = "stories/klooster.md"
SETS = {"EMPTY_SET", "FROZENSET"}
"""How pickle says that the order of something is that of chance."""


@pytest.fixture(autouse=True)
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let things be kept, in a folder of this test alone."""
    monkeypatch.delenv(kept.WITHOUT, raising=False)
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("KENNISBANK_PROCESSES", "1")
    monkeypatch.setenv("CHROMIUM", "")


def built(root: Path, out: Path, capsys: pytest.CaptureFixture[str], *more: str | Path) -> dict[str, str]:
    """Build a site in this process; returns what is in it."""
    capsys.readouterr()
    status = cli.main(["--root", str(root), "--out", str(out), *map(str, more)])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err
    return bytes_of(out)


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def added(root: Path) -> None:
    text = (root / "stories/dansen-op-school.md").read_text(encoding="utf-8")
    (root / "stories/tweede.md").write_text(text.replace('title: "', 'title: "Nog eens: '), encoding="utf-8")


def renamed(root: Path) -> None:
    text = (root / STORY).read_text(encoding="utf-8").replace("\n---\n\n##", "\neerder: [klooster]\n---\n\n##", 1)
    (root / "stories/kloosterklas.md").write_text(text, encoding="utf-8")
    (root / STORY).unlink()


def withdrawn(root: Path) -> None:
    (root / "stories/museum-in-het-dorp.md").unlink()
    (root / "ingetrokken.txt").write_text("museum-in-het-dorp\nmuseum-ooit\nmuseum-eerst\n", encoding="utf-8")


def relabelled(root: Path) -> None:
    own_lists(root)
    replaced(f"{wordlists.OWN_FOLDER}/regio.yml", "label: Oost-Groningen", "label: Het oosten")(root)


EDITS: dict[str, Edit] = {
    "text": replaced(STORY, "Dit is een voorbeeld.", "Dit is een ander voorbeeld, over een kunstenaar."),
    "title": replaced("stories/dansen-op-school.md", "Dansen op", "Bewegen op"),
    "added": added,
    "page": replaced("docs/over/tweede.md", "\n---\n", "\n---\n\nEen zin erbij.\n"),
    "colours": replaced("ruimte.yml", "rapport:", 'kleur: ["#1c4f9c", "#9dbdf5"]\nrapport:'),
    "list": relabelled,
    "renamed": renamed,
    "withdrawn": withdrawn,
    "nothing": lambda root: None,
}


def test_the_site_is_that_of_a_build_that_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After three changes at a time, in an order that chance decides."""
    root, out = mini_root(tmp_path), tmp_path / "site"
    built(root, out, capsys)
    order = random.sample(list(EDITS), len(EDITS))
    for some in (order[n : n + 3] for n in range(0, len(order), 3)):
        for name in some:
            if name != "text" or (root / STORY).exists():
                EDITS[name](root)
        last = tmp_path / "laatste" / MANIFEST
        last.parent.mkdir(exist_ok=True)
        for file in (MANIFEST, published.FILE):
            shutil.copy(out / file, last.with_name(file))
        found = built(root, out, capsys)
        shutil.rmtree(tmp_path / "schoon", ignore_errors=True)
        with monkeypatch.context() as off:
            off.setenv(kept.WITHOUT, "1")
            clean = built(root, tmp_path / "schoon", capsys, "--vorige", last)
        assert {file for file in found.keys() | clean.keys() if found.get(file) != clean.get(file)} == set(), order
        assert bytes_of(publish.beside(out, stock.SPARE)) == found, order


@pytest.fixture(name="site", scope="module")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the small knowledge base as an engine asks about it."""
    loaded = load(mini_root(tmp_path_factory.mktemp("klein")))
    assert loaded.knowledge is not None
    return Site(loaded.knowledge)


def inputs(site: Site) -> Iterator[Inputs]:
    home = site.knowledge.project
    return (site.inputs(uri, home, site.frame(home.site)) for uri in site.addresses)


def test_a_page_has_the_name_of_what_it_is_made_from(site: Site) -> None:
    """Equal things have equal names, whatever objects they share; in no view anything is in an order of chance."""
    pickled = {given.uri: fingerprint.plain(given) for given in inputs(site)}
    assert len(set(pickled.values())) == len(pickled)
    again = Site(dataclasses.replace(site.knowledge))
    assert {given.uri: fingerprint.plain(given) for given in inputs(again)} == pickled
    one_of_each = {given.template: fingerprint.plain(given) for given in inputs(site)}.values()
    assert not SETS & {code.name for written in one_of_each for code, _, _ in pickletools.genops(written)}


def test_what_a_template_calls_in_is_what_jinja_says(site: Site) -> None:
    """Jinja reads the whole template to know it, and takes ten times as long."""
    templates = rendering.pages()
    assert templates.loader is not None
    for name in {*fingerprint._every(), *(given.template for given in inputs(site))}:
        text = templates.loader.get_source(templates, name)[0]
        assert set(fingerprint.called(text)) == set(meta.find_referenced_templates(templates.parse(text))), name
    assert fingerprint.called("{% include name %}") == fingerprint._every()


def test_a_template_names_its_own_pages_only(site: Site) -> None:
    home = site.knowledge.project

    def names(changed: dict[str, str]) -> dict[str, bytes]:
        prints = fingerprint.Fingerprints(site, home, site.frame(home.site), "x")
        assert prints._templates.loader is not None
        prints._templates.loader = jinja2.ChoiceLoader([jinja2.DictLoader(changed), prints._templates.loader])
        return {given.uri: prints.page(given) for given in inputs(site)}

    before, after = names({}), names({"bundel.html": "{% extends 'main.html' %}"})
    templates = {given.uri: given.template for given in inputs(site)}
    assert {templates[uri] for uri in before if before[uri] != after[uri]} == {"bundel.html"}
    other = names({"main.html": "x"})
    assert {templates[uri] for uri in before if before[uri] == other[uri]} == {"ingesloten.html"}  # has no frame


@pytest.fixture(name="made")
def fixture_made(tmp_path: Path) -> tuple[Path, Stock]:
    """Return a site of two files that has been built, and what is kept of it."""
    out = tmp_path / "site"
    with publish.staging(out) as folder:
        begun = stock.begin(out, folder / "0", b"code")
        made = {name: begun.put(name, text) for name, text in (("a/index.html", "een"), ("b.json", "twee"))}
        made["c.txt"] = begun.put("c.txt", iter([b"drie"]))
        begun.note(made, listing.digests(begun.folder, {}), {})
        begun.remember(out, publish.exchange(begun.folder, out))
    return out, begun


def entries(out: Path, code: bytes = b"code") -> dict[str, bytes]:
    """Return what a build finds that begins now, and then stops: what is there, and what was kept of it."""
    with publish.staging(out) as folder:
        begun = stock.begin(out, folder / "0", code)
        there = {name: (begun.folder / name).read_bytes() for name in begun.entries}
        assert {name: text.encode() for name, text in bytes_of(begun.folder).items()}.keys() == there.keys()
        return there


def test_what_was_made_is_there_for_the_next(made: tuple[Path, Stock]) -> None:
    """Not what nobody knows what it was made from; and a build that stopped takes nothing away."""
    out, _ = made
    assert entries(out) == entries(out) == {"a/index.html": b"een", "b.json": b"twee"}


def test_another_code_makes_all_anew(made: tuple[Path, Stock]) -> None:
    assert entries(made[0], b"other code") == {}


def test_the_switch(made: tuple[Path, Stock], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.WITHOUT, "1")
    assert entries(made[0]) == {}


@pytest.mark.parametrize("wrong", [b"", b"x" * 40, None], ids=["empty", "other", "half"])
def test_a_list_that_is_not_whole_counts_for_nothing(made: tuple[Path, Stock], wrong: bytes | None) -> None:
    place = made[1].list
    assert place is not None
    place.write_bytes(place.read_bytes()[:-5] if wrong is None else wrong)
    assert entries(made[0]) == {}


def test_a_list_makes_no_objects(made: tuple[Path, Stock]) -> None:
    """It is read with pickle, which could do anything."""
    place = made[1].list
    assert place is not None
    rows = pickle.dumps({"a": Path("x")})
    body = len(rows).to_bytes(stock.LENGTH, "little") + rows
    seal = stock._seal(b"code")
    seal.update(body)
    place.write_bytes(seal.digest() + body)
    assert stock._read(place, b"code") == {}


def test_what_somebody_changed_is_made_anew(made: tuple[Path, Stock]) -> None:
    """A site belongs to the build; but who writes in it gets it mended, not kept."""
    out, _ = made
    (out / "b.json").write_text("geknoeid", encoding="utf-8")
    (out / "vreemd.txt").write_text("x", encoding="utf-8")
    assert entries(out) == {"a/index.html": b"een"}


def rebuilt(out: Path, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch | None = None) -> None:
    with publish.staging(out) as folder:
        begun = stock.begin(out, folder / "0", b"code")
        made = {name: begun.put(name, text) for name, text in texts.items()}
        begun.rest(made)
        begun.note(made, listing.digests(begun.folder, {}), {})
        begun.remember(out, publish.exchange(begun.folder, out))


def test_what_is_gone_is_gone_from_the_second_tree_too(made: tuple[Path, Stock]) -> None:
    """At once: it may be of a story that was withdrawn. And what stayed is one file with two names."""
    out, _ = made
    rebuilt(out, {"b.json": "twee"})
    rebuilt(out, {"b.json": "twee", "d/index.html": "vier"})
    spare = publish.beside(out, stock.SPARE)
    assert bytes_of(spare).keys() == bytes_of(out).keys() == {"b.json", "d/index.html"}
    assert not (spare / "a").exists()
    assert (spare / "b.json").samefile(out / "b.json")
    rebuilt(out, {"b.json": "anders"})
    assert (out / "b.json").read_text(encoding="utf-8") == "anders"
    assert bytes_of(spare) == bytes_of(out)


def test_a_build_that_keeps_nothing_leaves_nothing_of_before(made: tuple[Path, Stock]) -> None:
    """One that goes around a fault, for a story that was withdrawn: the second tree still had that story."""
    out, begun = made
    rebuilt(out, {"b.json": "twee"})
    assert publish.beside(out, stock.SPARE).exists()
    with publish.staging(out) as folder:
        around = stock.none(folder / "0")
        around.put("b.json", "twee")
        around.remember(out, publish.exchange(around.folder, out))
    assert begun.list is not None and not begun.list.exists()
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".site")] == [".site.slot"]


def test_where_files_have_one_name_only(made: tuple[Path, Stock], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file system: they are copied, and nothing goes wrong."""
    out, _ = made

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "cross-device")

    monkeypatch.setattr(os, "link", refused)
    rebuilt(out, {"b.json": "twee"})
    rebuilt(out, {"b.json": "drie"})
    assert bytes_of(out).keys() == {"b.json"}
    assert (out / "b.json").read_text(encoding="utf-8") == "drie"
    spare = publish.beside(out, stock.SPARE)
    assert bytes_of(spare) == bytes_of(out)
    assert not (spare / "b.json").samefile(out / "b.json")


def test_a_build_that_is_killed_leaves_the_site_and_the_next_one_whole(made: tuple[Path, Stock]) -> None:
    """Between the swap and the list: what the list does not know is made anew."""
    out, _ = made
    with publish.staging(out) as folder:
        begun = stock.begin(out, folder / "0", b"code")
        begun.rest({"b.json": begun.put("b.json", "nieuw")})
        publish.exchange(begun.folder, out)
    assert entries(out) == {}
    assert (out / "b.json").read_text(encoding="utf-8") == "nieuw"
