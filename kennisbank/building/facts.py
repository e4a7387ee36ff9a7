"""What a file of the site says that the check of the site needs: read once, and judged beside what the others say."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kennisbank.building.page import Page, parsed
from kennisbank.building.quick import quick
from kennisbank.model import urls


@dataclass(frozen=True, slots=True)
class Data:
    """The data beside a page: its title, or where the page went when that is all it says."""

    title: str | None
    moved: str | None


Facts = Page | Data


def telling(name: str) -> bool:
    """Tell whether a file of the site, by its path, has facts: a page, or the data beside one."""
    return name.endswith((".html", f"/{urls.GEGEVENS}")) or name == urls.GEGEVENS


def facts(content: bytes, name: str, base: str) -> Facts:
    """Return what a file says; `name` is its path below the site.

    `base` is the path of the site below its host, with a slash on either side: a link that starts with a slash is
    looked up below it. Nothing else makes a difference: the same content, name and base have the same facts.
    """
    if not name.endswith(".html"):
        return _data(content)
    return quick(content, name, base) or parsed(content, name, base)


def _data(content: bytes) -> Data:
    """Return what a file of data says; nothing where it is no such file."""
    try:
        data = json.loads(content)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        return Data(None, None)
    title = data.get("titel")
    moved = str(data["verhuisd"]) if data.keys() == {"verhuisd"} else None
    return Data(title if isinstance(title, str) else None, moved)
