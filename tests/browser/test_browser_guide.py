"""The pictures of the guide can be made anew, and those that are kept have the size of what they show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from tests.tools import screens
from tests.tools.screens import OUT, SCENES, WITHDRAWN

pytestmark = pytest.mark.browser

# Fonts differ from one computer to another, and with them where a line ends: only this much may.
ROOM = 80
ON_THE_SITE = [name for name, scene in SCENES.items() if WITHDRAWN not in scene.address]
"""The others need a story that was withdrawn: `screens.build` makes the site that has one."""


@pytest.mark.parametrize("name", ON_THE_SITE)
def test_a_scene_still_shows_what_its_picture_does(site: str, visit: Callable[..., Any], name: str) -> None:
    page = visit(site, SCENES[name].width).page
    picture = screens.shoot(page, site, SCENES[name])
    assert picture.startswith(b"\x89PNG")
    frame = screens.frame(page, SCENES[name])
    with Image.open(OUT / f"{name}.png") as kept:
        sizes = f"{name}.png is {kept.size}, the page shows {frame}: give the command make schermen"
        assert abs(kept.width - frame["width"]) <= ROOM, sizes
        assert abs(kept.height - frame["height"]) <= ROOM, sizes
