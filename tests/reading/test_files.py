"""What may lie in a content folder; what is refused has a golden case of its own."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from pathlib import Path

import pytest

from kennisbank.model.records import Source
from kennisbank.reading import files, wordlists
from kennisbank.reading.files import decode, scan, slugify
from tests.support import GOED, VERHAAL, write


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("De vitrinekastjes van Ezinge", "de-vitrinekastjes-van-ezinge"),
        ("Café  100%", "cafe-100"),
        ("  --Ås & Œ--", "as"),
        ("…", "verhaal"),
        ("", "verhaal"),
    ],
)
def test_slugify(name: str, slug: str) -> None:
    assert slugify(name) == slug
    assert slugify(slug) == slug


def test_scan_tells_texts_and_images_in_order(tmp_path: Path) -> None:
    write(tmp_path, {"stories/b/index.md": VERHAAL, "stories/b/foto.webp": "x", "stories/a.md": VERHAAL})
    texts, images, problems = scan(tmp_path, "stories", images=True)
    assert [(source.path, source.slug) for source in texts] == [
        ("stories/a.md", "a"),
        ("stories/b/index.md", "b"),
        (GOED, "goed"),
    ]
    assert [source.file for source in texts] == [tmp_path / source.path for source in texts]
    assert images == ["stories/b/foto.webp"]
    assert problems == []


def test_pages_may_lie_deeper(tmp_path: Path) -> None:
    write(
        tmp_path, {"docs/index.md": "x", "docs/over/index.md": "x", "docs/over/ons/wie.md": "x", "docs/beeld.png": "x"}
    )
    texts, images, problems = scan(tmp_path, "docs", images=True, nested=True)
    assert sorted(source.slug for source in texts) == ["index", "over/index", "over/ons/wie"]
    assert (images, problems) == (["docs/beeld.png"], [])


def test_a_page_and_a_folder_cannot_have_one_address(tmp_path: Path) -> None:
    write(tmp_path, {"docs/over.md": "x", "docs/over/index.md": "x"})
    problems = scan(tmp_path, "docs", images=True, nested=True)[2]
    assert [(found.path, found.code) for found in problems] == [("docs/over.md", "bestand-dubbel")]


def test_names_of_pages_and_their_folders_are_judged(tmp_path: Path) -> None:
    write(tmp_path, {"docs/Over ons/index.md": "x", "docs/README.md": "x", "docs/goed/Fout.md": "x"})
    problems = scan(tmp_path, "docs", images=True, nested=True)[2]
    assert sorted((found.path, found.hint) for found in problems) == [
        ("docs/Over ons/index.md", 'Noem de map "over-ons".'),
        ("docs/README.md", 'Kies een andere naam, bijvoorbeeld "mijn-readme.md".'),
        ("docs/goed/Fout.md", 'Noem het bestand "fout.md".'),
    ]


def test_a_name_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/stories/\xff.md")).write_text(VERHAAL)
    problems = scan(tmp_path, "stories", images=True)[2]
    assert [found.code for found in problems] == ["bestand-naam"]


def test_a_socket_and_a_device_are_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {})
    monkeypatch.chdir(tmp_path / "stories")  # the path of a socket may be 108 bytes long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("stopcontact.md")
        names = ["stopcontact.md"]
        with contextlib.suppress(OSError):  # only root may make a device
            os.mknod("apparaat.md", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
            names.append("apparaat.md")
        texts, _, problems = scan(tmp_path, "stories", images=True)
    assert [source.slug for source in texts] == ["goed"]
    assert {(found.path, found.code) for found in problems} == {(f"stories/{n}", "bestand-bijzonder") for n in names}
    assert all("een apparaat of iets anders" in found.message for found in problems)


def test_a_folder_without_end_ends(tmp_path: Path) -> None:
    write(tmp_path, {"docs/" + "a/" * 300 + "x.md": "x"})
    problems = scan(tmp_path, "docs", images=True, nested=True)[2]
    assert [found.code for found in problems] == ["bestand-map"]


def test_what_is_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "stories").write_text("x")
    assert [found.code for found in scan(tmp_path, "stories", images=True)[2]] == ["bestand-onleesbaar"]


def test_a_file_that_went_away_is_a_problem(tmp_path: Path) -> None:
    text, problems = files.read_text(Source("stories/x.md", "x", tmp_path / "x.md"))
    assert (text, [found.code for found in problems]) == ("", ["bestand-onleesbaar"])


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\r\nb\n"])
def test_one_text_however_it_was_saved(data: bytes) -> None:
    assert decode(data, "x.md") == ("a\nb\n", [])


def test_limits_are_those_of_the_rules() -> None:
    assert (files.TEXT_LIMIT, files.IMAGE_LIMIT) == (256 * 1024, 5 * 1024 * 1024)
    assert ".svg" not in files.IMAGES


@pytest.mark.parametrize(
    "name",
    "x.md~ x.md.orig x.md.rej x.md.BAK Thumbs.db ehthumbs.db desktop.ini .DS_Store ._x.md ~$x.docx .#x.md #x.md#"
    " x.md.swp .x.md.swp x.md.tmp .gitkeep".split(),
)
def test_what_is_left_beside_a_file_is_no_content(name: str, tmp_path: Path) -> None:
    assert files.leftover(name)
    write(tmp_path, {f"stories/{name}": b"x", f"stories/goed/{name}": b"x", "lijsten/regio.yml": b"x"})
    texts, images, problems = scan(tmp_path, "stories", images=True)
    assert ([source.path for source in texts], images, problems) == ([GOED], [], [])
    before = [*wordlists.strangers(tmp_path, [])]
    (tmp_path / "lijsten" / name).write_bytes(b"x")
    assert [*wordlists.strangers(tmp_path, [])] == before


@pytest.mark.parametrize("name", ["x.md", "origineel.md", "x.docx", "thumbs.md", "a~b.md", "readme.txt"])
def test_what_somebody_wrote_is_not_left_out(name: str) -> None:
    assert not files.leftover(name)
