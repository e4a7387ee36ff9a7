"""What pages fetch: bundles of styles, and names that change with what they hold."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment

from kennisbank import PACKAGE
from kennisbank.parts import assets
from kennisbank.parts.assets import small
from tests.support import content


@pytest.mark.parametrize(
    ("css", "text"),
    [
        ("a {\n  color: red;\n  margin: 0 1px;\n}\n", "a{color:red;margin:0 1px}"),
        ("/* One. */\na > b :hover, c+d { x: 1 }", "a > b :hover,c+d{x:1}"),
        ("a/* two */b { x: calc(1px + 2px) }", "a b{x:calc(1px + 2px)}"),
        ('a::before { content: "; /* no */  { \'x\' : }"; }', 'a::before{content:"; /* no */  { \'x\' : }"}'),
        ("a::after { content: 'it\\'s  a'; }", "a::after{content:'it\\'s  a'}"),
        ("@media print {\n  a:not(.b) {\n    --x: 1 / 2;\n  }\n}", "@media print{a:not(.b){--x:1 / 2}}"),
        ("@media (x: 30em) and (width > 1px) { a { x: 1; } }", "@media (x:30em) and (width > 1px){a{x:1}}"),
    ],
)  # fmt: skip
def test_a_style_sheet_loses_remarks_and_space_and_nothing_else(css: str, text: str) -> None:
    assert small(css) == text
    assert small(text) == text


def test_of_every_sheet_the_words_stay() -> None:
    """Read in another way: all but space and remarks is there, in its order."""
    for name, css in assets.of(content()).sheets.items():
        whole = re.sub(r"\s+", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).replace(";}", "}")
        assert re.sub(r"\s+", "", small(css)) == whole, name
        assert len(small(css)) < len(css), name


@pytest.fixture(name="package")
def fixture_package(tmp_path: Path) -> Path:
    """Return a copy of the package, to change what pages fetch."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "kennisbank", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.apart
def test_the_same_content_has_the_same_names_wherever_it_lies(package: Path) -> None:
    one, other = assets.read(), assets.read(package)
    assert one.written() == other.written()
    assert (one.site.address, one.scripts, one.letters) == (other.site.address, other.scripts, other.letters)
    assert all(re.search(r"-[0-9a-f]{10}(\.css$|/)", name) or name.endswith(assets.ICON) for name in one.written())


@pytest.mark.apart
@pytest.mark.parametrize(
    ("changed", "renamed"),
    [
        ("parts/kop/style.css", {"site"}),
        ("pages/home/style.css", {"home"}),
        ("parts/bewaren/script/kept.js", {"scripts"}),
        ("theme/assets/fonts/fraunces-latin.woff2", {"letters", "site"}),
    ],
)
def test_what_changes_gets_another_name(package: Path, changed: str, renamed: set[str]) -> None:
    before = assets.read(package)
    (package / changed).write_bytes((package / changed).read_bytes() + b"\na { color: red }\n")
    after = assets.read(package)
    names = {
        "site": (before.site.address, after.site.address),
        "scripts": (before.scripts, after.scripts),
        "letters": (before.letters, after.letters),
        "home": tuple(str(found.of("home.html")) for found in (before, after)),
        "unscripted": (before.unscripted.address, after.unscripted.address),
    }
    assert {name for name, (one, other) in names.items() if one != other} == renamed


def test_the_sheet_of_every_page_names_the_letters_where_they_lie() -> None:
    found = assets.read()
    named = re.findall(r'url\("([^"]+)"\)', found.site.text)
    assert named and {f"assets/{name}" for name in named} <= found.files.keys()
    assert "url(" not in re.sub(r'url\("fonts-[0-9a-f]+/[^"]+"\)', "", found.site.text)


def test_what_others_made_goes_along_with_its_licence() -> None:
    names = {Path(address).name for address in assets.read().files}
    assert {"fraunces-OFL.txt", "source-sans-3-OFL.txt", "lean-qr-LICENSE.txt"} <= names
    assert not [name for name in names if name.endswith((".md", ".css", ".ts"))]


@pytest.mark.apart
def test_a_folder_with_a_sheet_is_enough(package: Path) -> None:
    for folder in ("parts/proef", "pages/proef"):
        (package / folder).mkdir()
        (package / folder / "style.css").write_text(f".{folder.replace('/', '-')} {{ color: red }}", encoding="utf-8")
    found = assets.read(package)
    assert ".parts-proef{color:red}" in found.site.text
    assert ".pages-proef" not in found.site.text
    own = found.of("proef.html")
    assert own is not None and own.text == ".pages-proef{color:red}" and own.address in found.written()
    assert found.of("404.html") is None


def test_a_sheet_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="nergens"):
        assets.read().bundle("proef", ("nergens",))


WORDS = JavascriptLexer()


def _said(script: str) -> str:
    """Return what a script says, word by word, as another reader of it has it: without remarks and space."""
    return "".join(text for kind, text in WORDS.get_tokens(script) if kind not in Comment and text.strip())


@pytest.mark.apart
def test_of_every_script_the_words_stay() -> None:
    fetched = assets.read()
    own = [path for path in assets.PACKAGE.rglob(f"{assets.SCRIPT}/**/*.js") if assets.OTHERS not in path.parts]
    assert len(own) > 50
    for path in own:
        name = path.relative_to(assets.PACKAGE).as_posix()
        source = path.read_text(encoding="utf-8")
        published = fetched.files[f"{fetched.scripts}/{name}"].decode()
        assert _said(published) == _said(source), name
        assert len(published) < len(source), name
        assert "@param" not in published, name
