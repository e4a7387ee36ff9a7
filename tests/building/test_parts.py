"""A site that is made in parts is the site that one build makes; what is no whole site of one content is refused."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.building import parts, publish, stock, tree
from kennisbank.cli import commands
from tests.site_support import fingerprint, mini_root

pytestmark = pytest.mark.apart  # the small knowledge base, with its own settings

OF = 4
STORY = "verhalen/dansen-op-school"


@pytest.fixture(autouse=True, scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KENNISBANK_PROCESSES", "1")
        environment.setenv("KENNISBANK_CACHE", str(tmp_path_factory.mktemp("cache")))
        environment.setenv("CHROMIUM", "")
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a root (`bron`), its parts (`1` to `4`), and its site of one build (`heel`)."""
    base = tmp_path_factory.mktemp("delen")
    root = str(mini_root(base))
    for number in range(1, OF + 1):
        given = ["build", "--root", root, "--deel", f"{number}/{OF}", "--out", str(base / str(number))]
        assert commands.main(given) == 0
    assert commands.main(["build", "--root", root, "--out", str(base / "heel")]) == 0
    return base


@pytest.fixture
def laid(made: Path, tmp_path: Path) -> Path:
    """The same, to be changed: files that are replaced there are not those of other tests."""
    shutil.copytree(made, tmp_path / "werk", copy_function=os.link)
    return tmp_path / "werk"


def samen(base: Path, *numbers: int, out: str = "site", more: tuple[str, ...] = ()) -> int:
    folders = [str(base / str(number)) for number in numbers or range(1, OF + 1)]
    return commands.main(["samen", *folders, "--root", str(base / "bron"), "--out", str(base / out), *more])


def rewrite(file: Path, text: str) -> None:
    """Write a file anew: what others have under another name stays as it is."""
    file.unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")


def say(folder: Path, **other: object) -> None:
    """Let a part say something else of itself, and at least how many files it has now."""
    files, size = parts.weight(folder)
    said = json.loads((folder / parts.FILE).read_text(encoding="utf-8"))
    rewrite(folder / parts.FILE, json.dumps(said | {"files": files, "bytes": size} | other))


def test_the_parts_together_are_one_build_and_stay_as_they_were(made: Path, tmp_path: Path) -> None:
    whole = fingerprint(made / "heel")
    before = {number: fingerprint(made / str(number)) for number in range(1, OF + 1)}
    assert samen(made, 3, 1, 4, 2, out=str(tmp_path / "site")) == 0
    assert fingerprint(tmp_path / "site") == whole
    assert {number: fingerprint(made / str(number)) for number in range(1, OF + 1)} == before
    assert all(len(files) > 50 for files in before.values()), "each does its share"
    assert sum(map(len, before.values())) == len(whole) - 1 + OF, "and none that of another"


def test_where_a_file_cannot_have_two_names_it_is_copied(laid: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(tree.os, "link", refuse)
    assert samen(laid) == 0
    assert fingerprint(laid / "site") == fingerprint(laid / "heel")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 2, 4), "Deel 3 ontbreekt."),
        ((2,), "De delen 1, 3 en 4 ontbreken."),
        ((1, 2, 3, 4, 2), "Deel 2 is er twee keer: "),
        ((1, 2, 3, 5), "5 is geen deel van een site: die map is er niet."),
    ],
)
def test_too_few_and_too_many_parts_are_refused(
    laid: Path, capsys: pytest.CaptureFixture[str], numbers: tuple[int, ...], said: str
) -> None:
    shutil.copytree(laid / "2", laid / "kopie")
    folders = [
        str(laid / ("kopie" if number in numbers[:place] else str(number))) for place, number in enumerate(numbers)
    ]
    assert commands.main(["samen", *folders, "--root", str(laid / "bron"), "--out", str(laid / "site")]) == 1
    out = capsys.readouterr().out
    assert said in out and out.endswith("De site is niet vernieuwd.\n")
    assert not (laid / "site").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "er staat geen deel.json in. Is dat deel wel afgebouwd?"),
        ("geen json", "deel.json is niet te lezen."),
        ("[]", "deel.json is niet te lezen."),
        ('{"number": 5, "of": 4, "same": {}, "reading": null}', "deel.json is niet te lezen."),
    ],
)
def test_a_folder_that_is_no_part_is_refused(
    laid: Path, capsys: pytest.CaptureFixture[str], text: str | None, said: str
) -> None:
    (laid / "3" / parts.FILE).unlink()
    if text is not None:
        rewrite(laid / "3" / parts.FILE, text)
    assert samen(laid) == 1
    assert f"{laid / '3'} is geen deel van een site: {said}\n" in capsys.readouterr().out


def test_the_first_part_must_tell_what_the_read_back_needs(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say(laid / "1", reading=None)
    assert samen(laid) == 1
    assert "deel.json is niet volledig." in capsys.readouterr().out


@pytest.mark.parametrize(("name", "said"), parts.DIFFERENT.items())
def test_parts_of_different_makings_are_refused(
    laid: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    same = parts.read(laid / "3").same
    say(laid / "3", same={**same, name: "iets anders"})
    assert samen(laid) == 1
    assert f"De delen zijn {said}: {laid / '1'} en {laid / '3'} verschillen." in capsys.readouterr().out


def test_parts_of_other_numbers_are_refused(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say(laid / "3", of=5)
    assert samen(laid) == 1
    assert "De delen horen niet bij elkaar: er zijn er van 4 en 5 delen." in capsys.readouterr().out


def test_what_was_withdrawn_since_is_not_published(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The old site has the story: that is said first of all, and the parts that have it too are refused."""
    given = ("--vorige", str(laid / "geen.json"))
    assert samen(laid, more=given) == 0
    before = fingerprint(laid / "site")
    capsys.readouterr()
    rewrite(laid / "bron" / "ingetrokken.txt", "dansen-op-school\n")
    assert samen(laid) == 1
    out = capsys.readouterr().out
    assert out.startswith("DE INTREKKING VAN dansen-op-school IS NOG NIET VERWERKT.")
    assert "De delen zijn van andere inhoud of instellingen dan hier. Bouw de delen opnieuw." in out
    assert out.endswith("De site is niet vernieuwd. De oude site staat er nog.\n")
    assert fingerprint(laid / "site") == before


def test_parts_are_compared_with_the_site_that_they_replace(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(laid / "heel", laid / "site", copy_function=os.link)
    assert samen(laid) == 1
    assert "Geef bij elk deel en hier dezelfde lijst, met --vorige." in capsys.readouterr().out


def test_a_fault_of_the_whole_leaves_the_old_site(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--vorige", str(laid / "geen.json"))
    assert samen(laid, more=given) == 0
    before = fingerprint(laid / "site")
    (page,) = laid.glob(f"[1-4]/{STORY}/index.html")
    rewrite(page, page.read_text(encoding="utf-8").replace("</h1>", '</h1><a href="../nergens/">weg</a>', 1))
    (gone,) = laid.glob("[1-4]/verhalen/klooster/index.html")
    gone.unlink()
    for number in range(1, OF + 1):
        say(laid / str(number))
    capsys.readouterr()
    assert samen(laid, more=given) == 1
    out = capsys.readouterr().out
    assert f"stories/dansen-op-school.md: {STORY}/index.html: de link ../nergens/ leidt nergens heen." in out
    assert "De site van de delen samen heeft" in out
    assert fingerprint(laid / "site") == before


def test_a_file_of_two_parts_and_what_is_no_file_are_refused(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (page,) = laid.glob(f"[1-4]/{STORY}/index.html")
    other = laid / ("1" if page.parts[-4] != "1" else "2") / STORY
    other.mkdir(parents=True, exist_ok=True)
    rewrite(other / "index.html", "x")
    say(other.parent.parent)
    assert samen(laid) == 1
    assert "staat ook in een ander deel." in capsys.readouterr().out
    (other / "index.html").unlink()
    (other / "elders.html").symlink_to("/etc/hostname")
    say(other.parent.parent)
    assert samen(laid) == 1
    assert "elders.html is geen gewoon bestand." in capsys.readouterr().out


def test_a_part_that_lost_a_file_on_its_way_is_refused(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hidden files are left out by who packs what is not hidden, and the read-back asks for none of them."""
    (laid / "1" / ".well-known" / "security.txt").unlink()
    assert samen(laid) == 1
    assert f"{laid / '1'} is niet meer wat er is gebouwd:" in capsys.readouterr().out


def test_two_at_once_are_refused(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with publish.staging(laid / "site"), pytest.raises(SystemExit) as ended:
        samen(laid)
    assert ended.value.code == 2
    assert "Er wordt al een site gebouwd" in capsys.readouterr().err


def test_what_an_earlier_build_kept_is_gone(laid: Path) -> None:
    """It may have a story that was withdrawn since."""
    spare = publish.beside(laid / "site", stock.SPARE)
    spare.mkdir()
    assert samen(laid) == 0
    assert not spare.exists()
    assert not (laid / "site" / parts.FILE).exists()


def test_a_part_and_a_site_do_not_take_the_place_of_each_other(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(laid / "bron")]
    for given, said in [
        ([*root, "--deel", "1/4", "--out", str(laid / "heel")], "staat iets anders dan een deel van een site"),
        ([*root, "--out", str(laid / "1")], "staat iets anders dan een site"),
        ([*root, "--deel", "1/4"], "zeg met --out in welke map dit deel komt"),
        ([*root, "--deel", "5/4", "--out", "x"], "5/4 kan niet; schrijf welk deel van hoeveel, zoals 2/4"),
    ]:
        with pytest.raises(SystemExit) as ended:
            commands.main(["build", *given])
        assert ended.value.code == 2
        assert said in capsys.readouterr().err


def test_a_part_goes_around_nothing(laid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(laid / "bron" / "ingetrokken.txt", "dansen-op-school\n")
    rewrite(laid / "bron" / "stories" / "klooster.md", "kapot")
    before = fingerprint(laid / "2")
    given = ["--deel", "2/4", "--out", str(laid / "2"), "--vorige", str(laid / "heel" / "inhoud.json")]
    assert commands.main(["build", "--root", str(laid / "bron"), *given]) == 1
    out = capsys.readouterr().out
    assert out.startswith("DE INTREKKING VAN dansen-op-school IS NOG NIET VERWERKT.")
    assert "Een deel gaat niet om een fout heen; een bouw van de hele site (zonder --deel) doet dat wel." in out
    assert fingerprint(laid / "2") == before


@pytest.mark.parametrize("said", ["", "2", "2/", "/4", "0/4", "5/4", "a/b", "1/2/3", "-1/4", "1/100000"])
def test_what_is_no_part_of_a_whole_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        parts.share(said)


def test_the_digest_of_the_content_is_of_its_files_and_not_of_what_editors_leave(tmp_path: Path) -> None:
    root = mini_root(tmp_path)
    first = parts.content(root)
    (root / "stories" / ".klooster.md.swp").write_text("x", encoding="utf-8")
    assert parts.content(root) == first
    for file in ("stories/klooster.md", "ruimte.yml", "docs/index.md", "ingetrokken.txt", "lijsten/begrip.yml"):
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text("# anders\n", encoding="utf-8")
        first, before = parts.content(root), first
        assert first != before, file
