"""One reader for all texts makes of each what the engine would make of it with a reader of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kennisbank.engines.mkdocs import content, library, showing, texts
from kennisbank.engines.mkdocs.running import SETTINGS
from kennisbank.pages.site import Site
from kennisbank.reading.loader import load
from tests.site_support import HOME, MINI

TOLD = ("content", "title", "present_anchor_ids", "links_to_anchors")
"""What a page knows when its text has been read."""
EMPTY = "\n"
RICH = """
# Een

Tekst met een noot.[^1]

## Twee

| a | b |
| - | - |
| 1 | 40% |

[Terug](#een)

[^1]: De noot.
"""


@pytest.mark.apart
@pytest.mark.parametrize("package", list(library.TITLES))
def test_each_text_is_read_as_if_it_were_alone(package: str, tmp_path: Path) -> None:
    knowledge = load(MINI).knowledge
    assert knowledge is not None
    site = Site(knowledge)
    config = library.part(package, "config").load_config(str(SETTINGS), docs_dir=str(tmp_path))
    config.extra.update(kennisbank=site, home=HOME)
    config = content.configure(config)
    structure, pages = library.part(package, "structure.files"), library.part(package, "structure.pages")
    mounted = [structure.File(m.path, m.root, config.site_dir, True, dest_uri=m.target) for m in site.mounts()]
    files = structure.Files(mounted)

    def told(page: Any) -> list[Any]:
        return [getattr(page, name) for name in TOLD]

    seen = set()
    for file in mounted[:20]:
        page = pages.Page(None, file, config)
        for text in (showing.read(page, config), EMPTY, RICH):
            page.markdown = text
            texts.render(page, config, files)
            ours = told(page)
            config.mdx_configs = site.extensions(file.src_uri, HOME)
            pages.Page.render(page, config, files)
            assert ours == told(page)
            seen.add(page.content)
    assert len(seen) > 20
