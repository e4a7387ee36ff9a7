"""The page that lists what a browser keeps of the site: it stands in for a page that cannot be fetched, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.pages.page import Page, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineView(PageView):
    """What is kept; a script fills in the list, for it differs from browser to browser."""

    template: ClassVar[str] = "offline.html"


def page() -> Page[OfflineView]:
    """Return the page. It is the same for every site, so search engines need not have it."""
    view = OfflineView(
        title="Offline lezen",
        description="Deze pagina's bewaart je browser. Je leest ze ook als je geen internet hebt.",
        stil=True,
    )
    return Page(urls.OFFLINE, view)
