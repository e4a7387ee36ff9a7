"""The content for MkDocs: loaded once for a build, mounted at its addresses, with the pages that are generated."""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kennisbank import PROJECT
from kennisbank.contributing import papers
from kennisbank.engines.contract import Share
from kennisbank.engines.mkdocs import library
from kennisbank.model import drawings, kinds, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.outputs import cache, gallery
from kennisbank.pages.site import EXTENSIONS, NOT_FOUND, Site
from kennisbank.problems.problem import Problem
from kennisbank.problems.report import as_text
from kennisbank.reading import settings, wordlists
from kennisbank.reading.files import IMAGES, leftover
from kennisbank.reading.frontmatter import Refused
from kennisbank.reading.loader import load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files, InclusionLevel

# What a theme may bring, of which no page asks anything, and what is written under other names (`outputs.beside`).
UNUSED = re.compile(r"assets/(javascripts|images|stylesheets|css|js|fonts|favicon|tekeningen)\b")


class _Preview:
    """What outlives a rebuild under `mkdocs serve`.

    That it is one (concepts are shown), the last good content, and a folder for pictures where there can be no cache.
    """

    on = False
    good: KnowledgeBase | None = None
    spare = tempfile.TemporaryDirectory(prefix="beelden-")


def start(command: str) -> None:
    """Note whether this is the preview: `command` is what MkDocs was asked to do."""
    _Preview.on = command == "serve"


def configure(config: MkDocsConfig) -> MkDocsConfig:
    """Load once per build: the configuration is made anew for each. A build script hands over what it has loaded.

    What is of this site (its name, its address ...) comes from its own file, not from the settings of the engine.
    In the preview a mistake leaves the last good content in sight; at the start there is none, and what has a mistake
    is passed over. Raises the `BuildError` of the engine.
    """
    config.theme.static_templates.discard("sitemap.xml")  # ours is among the outputs
    if (share := config.extra.get("aandeel")) and not share.rest:
        config.theme.static_templates.discard(NOT_FOUND)
    root = Path(config.extra.get("root") or PROJECT)
    if "kennisbank" not in config.extra:
        knowledge, config.extra["problemen"] = _content(root, library.of(config))
        config.extra["kennisbank"] = Site(knowledge)
        config.extra.setdefault("home", config.extra["kennisbank"].knowledge.project)
    try:
        config.extra["home"] = config.extra.get("home") or settings.of(root)
    except Refused as refused:
        raise _stopped(library.of(config), str(refused.problem)) from None
    config.markdown_extensions = [*EXTENSIONS]
    config.nav = []  # none: the doors are ours, and MkDocs would list every page
    folders = [root / name for name in kinds.FOLDERS if name != kinds.PAGES]  # that one is watched by MkDocs itself
    folders += [root / wordlists.OWN_FOLDER, root / settings.FILE]
    config.watch += [str(place) for place in folders if place.exists()]
    config.site_url = config.site_url or config.extra["home"].site  # in the preview it is that of the preview
    knowledge = config.extra["kennisbank"].knowledge
    config.site_name = knowledge.project.name
    return config


def _stopped(package: str, message: str) -> Exception:
    """Return what stops the engine with a message of ours."""
    error: Exception = library.part(package, "exceptions").BuildError(message)
    return error


def _content(root: Path, package: str) -> tuple[KnowledgeBase, tuple[Problem, ...]]:
    """Return what to show of a root, and what is wrong there. Raises as `configure`."""
    loaded = load(root, drafts=_Preview.on, drift=papers.drift)
    if loaded.knowledge is not None:
        _Preview.good = loaded.knowledge
        return loaded.knowledge, ()
    message = "De inhoud heeft problemen:\n" + as_text(loaded.problems)
    shown = (_Preview.good or load(root, drafts=True, around=True).knowledge) if _Preview.on else None
    if shown is None:
        raise _stopped(package, message)
    # Not through a logger of MkDocs: under strict that would stop the preview.
    print(f"{message}De voorvertoning laat zien wat er goed is.", file=sys.stderr)
    return shown, loaded.problems


def mount(files: Files, config: MkDocsConfig) -> Files:
    """Mount the content at its Dutch addresses and add the generated pages; from here on the frame of a page is known.

    Raises the `BuildError` of the engine where a file has the address of a generated page.
    """
    site: Site = config.extra["kennisbank"]
    structure = library.part(library.of(config), "structure.files")
    config.extra["kader"] = replace(
        site.frame(config.site_url or "/"),
        offline=not _Preview.on,
        problemen=config.extra.get("problemen", ()),
    )
    drawn = f"{urls.uri(drawings.FOLDER)}/"  # stands beside the pages of the stories (`outputs.drawn`)
    for file in [file for file in files if UNUSED.match(file.src_uri) or leftover(Path(file.src_uri).name)]:
        files.remove(file)
    for file in [file for file in files if file.src_uri.startswith(drawn)]:
        files.remove(file)
    for file in [file for file in files.documentation_pages() if not site.written(file.src_uri)]:
        files.remove(file)  # passed over, for it has a problem
    for mount in site.mounts():
        files.append(
            structure.File(
                mount.path,
                mount.root,
                config.site_dir,
                True,
                dest_uri=mount.target,
                inclusion=structure.InclusionLevel.NOT_IN_NAV,
            )
        )
    _show_pictures(files, config, site)
    for source in site.generated():
        if source in files.src_uris:  # MkDocs would replace the page in silence
            raise _stopped(
                library.of(config),
                f"Er is al een bestand met het adres van een gemaakte pagina: {kinds.PAGES}/{source}."
                " Geef het een andere naam.",
            )
        files.append(
            structure.File.generated(config, source, content="", inclusion=structure.InclusionLevel.NOT_IN_NAV)
        )
    if share := config.extra.get("aandeel"):
        _leave_to_others(files, structure.InclusionLevel.EXCLUDED, share)
    return files


def _show_pictures(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Put what has been made of the pictures in the place of the pictures themselves, which are never published.

    A build has made it before; in the preview it is made here, once for each picture.
    """
    structure = library.part(library.of(config), "structure.files")
    for file in [file for file in files if Path(file.src_uri).suffix in IMAGES and file.src_dir == config.docs_dir]:
        files.remove(file)
    if not site.made:
        kept = cache.folder("beelden")
        site.made = gallery.make(site.originals(), kept, Path(_Preview.spare.name))
        gallery.remember(site.made, kept, Path(config.extra.get("root") or PROJECT), all_of_it=False)
    for picture in site.pictures():
        file = structure.File.generated(
            config,
            picture.source,
            abs_src_path=str(picture.file),
            inclusion=structure.InclusionLevel.NOT_IN_NAV,
        )
        file.dest_uri = picture.target
        files.append(file)


def _leave_to_others(files: Files, excluded: InclusionLevel, share: Share) -> None:
    """Keep a share of the pages: all else can be linked to, and is made elsewhere."""
    for file in files:
        if file.src_uri not in share.pages:
            file.inclusion = excluded
