"""What is known of the last site: its stories and its addresses, with which the next one is compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.model import published, urls
from kennisbank.model.published import Published

ADDRESSES = "adressen"
"""Where a file that was fetched has the list of addresses, beside the list of stories (`scripts/previous.py`)."""

UNKNOWN = "onbekend"
"""What stands in such a file when the site online could not be asked what it has."""


@dataclass(frozen=True)
class Last:
    """The titles of the stories of the last site by slug, and its addresses; or that it is `unknown` what it has."""

    titles: Mapping[str, str] = field(default_factory=dict)
    published: Published = field(default_factory=Published)
    unknown: bool = False


NOTHING = Last()


def last(manifest: Path) -> Last:
    """Read the list of stories of a site and, in it or beside it, that of its addresses; nothing where there is none,
    and that it is unknown where it cannot be read.

    A line of the addresses that cannot be read is passed over: nobody can mend a site that is online.
    """
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
        if UNKNOWN in found:
            return Last(unknown=True)
        titles = {str(slug): str(title) for slug, title in found["verhalen"].items()}
        beside = manifest.with_name(published.FILE)
        text = found.get(ADDRESSES) or (beside.read_text(encoding="utf-8") if beside.is_file() else "")
        told = dict.fromkeys(map(urls.verhaal, titles), "")  # a site from before there was a list of addresses
        return Last(titles, Published(told | dict(published.parse(str(text)).addresses)))
    except FileNotFoundError:
        return NOTHING
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Last(unknown=True)


def absent(manifest: Path) -> str:
    """Return in Dutch that the list that was given is not there, and what that means; nothing where there is one."""
    if manifest.exists():
        return ""
    return f"het bestand {manifest} is er niet. Ik ga verder alsof er nog geen site online staat."
