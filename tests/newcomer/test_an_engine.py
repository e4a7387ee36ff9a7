"""A newcomer takes another engine for the pages: a folder beside that of MkDocs, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.newcomer.copy_support import Task, copied, ruimte, started
from tests.site_support import build, mini_root, run

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

PLAIN = Path(__file__).parent / "plain"
MOST = 100
"""Lines of an engine that needs nothing from another."""
NAMING = ("href", "src", "srcset")


@pytest.fixture(scope="module", name="sites")
def fixture_sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the site of the small knowledge base as MkDocs makes it, and as an engine of a newcomer does.

    In the copy that the other builds, MkDocs cannot be imported.
    """
    folder = tmp_path_factory.mktemp("motor")
    root, content = copied(folder / "project"), mini_root(folder)
    task = Task(root)
    shutil.copytree(PLAIN, root / "kennisbank" / "engines" / "plain", ignore=shutil.ignore_patterns("__pycache__"))
    touched = task.touched()
    assert touched.new == [f"kennisbank/engines/plain/{name}" for name in ("__init__.py", "running.py")]
    assert (touched.changed, touched.gone) == ([], [])
    (root / "mkdocs.py").write_text('raise RuntimeError("no MkDocs here")\n', encoding="utf-8")
    result = build(content, folder / "mkdocs")
    assert result.returncode == 0, result.stdout + result.stderr
    ruimte(root, "build", "--engine", "plain", "--root", content, "--out", folder / "plain")
    status, words = started(root, "-m", "kennisbank", "build", "--root", content, "--out", folder / "geen")
    assert (status, "no MkDocs here" in words) == (1, True), words
    return folder / "mkdocs", folder / "plain"


def test_an_engine_is_a_folder_of_its_own() -> None:
    lines = (PLAIN / "running.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST
    assert not [line for line in lines if "mkdocs" in line]


def names(site: Path) -> set[str]:
    """Return the files of a site; those of the theme below ours are MkDocs' own affair."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return {name for name in files if not name.startswith("assets/stylesheets/")}


def shown(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def named(page: Path, site: Path) -> list[tuple[str, str]]:
    """Return what a page names, in its order: the attribute, and the whole address."""
    own = f"https://s/{page.relative_to(site).as_posix()}"
    nodes = LexborHTMLParser(page.read_text(encoding="utf-8")).css(":is([href], [src], [srcset])")
    found = [(name, node.attributes[name] or "") for node in nodes for name in NAMING if name in node.attributes]
    return [(name, urljoin(own, address)) for name, address in found if "assets/stylesheets/" not in address]


def test_the_site_is_the_same_by_either_engine(sites: tuple[Path, Path]) -> None:
    """Every file is there, and every page has the same words, in the same order, and names the same addresses."""
    mkdocs, plain = sites
    assert names(mkdocs) == names(plain)
    pages = sorted(name for name in names(mkdocs) if name.endswith(".html"))
    assert len(pages) > 200 and "verhalen/klooster/index.html" in pages
    for name in pages:
        one, other = (LexborHTMLParser((site / name).read_text(encoding="utf-8")) for site in sites)
        assert shown(one.css_first("title")) == shown(other.css_first("title")), name
        assert shown(one.body) == shown(other.body), name
        assert named(mkdocs / name, mkdocs) == named(plain / name, plain), name
    differing = [
        name for name in names(mkdocs) - {*pages} if (mkdocs / name).read_bytes() != (plain / name).read_bytes()
    ]
    assert differing == ["versie.json"], "which names the bytes of the pages, of which the space differs"


def test_an_engine_that_is_not_there_is_said_in_dutch(tmp_path: Path) -> None:
    result = run("build.py", "--engine", "hugo", "--out", tmp_path / "site")
    assert result.returncode == 2
    assert "hugo" in result.stderr and "mkdocs" in result.stderr and "invalid" not in result.stderr
