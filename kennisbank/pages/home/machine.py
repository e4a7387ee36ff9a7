"""What machines are told of the home page: the site as a whole, how to search it, and who is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kennisbank.model import urls
from kennisbank.pages import machine
from kennisbank.pages.home.view import HomeView
from kennisbank.pages.machine import PUBLISHER, Leaf
from kennisbank.parts import assets
from kennisbank.parts.machine import Address, EntryPoint, Node, SearchAction, WebSite

ASKED = "zoekwoorden"
"""What stands in the address of the finder for the words that are searched for."""


def nodes(leaf: Leaf[HomeView]) -> Iterator[Node]:
    """Yield the site and the organisation behind it."""
    project = leaf.knowledge.project
    target = EntryPoint(url_template=Address(f"{urls.ZOEKEN}?q={{{ASKED}}}"))
    yield WebSite(
        id=Address(urls.HOME),
        name=project.name,
        description=f"{project.sentence}.",
        url=Address(urls.HOME),
        publisher=PUBLISHER,
        license=Address(leaf.knowledge.licence) if leaf.knowledge.licence else None,
        potential_action=SearchAction(target=target, query_input=f"required name={ASKED}"),
    )
    yield replace(machine.organization(leaf.knowledge), logo=Address(f"assets/{assets.ICON}"))
