"""The notice at the address of a text that is not on the site: it was withdrawn, or is being worked on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.pages.page import Page, PageView
from kennisbank.parts.cards import Link

WITHDRAWN = "Wie aan een verhaal meewerkte, mag het altijd intrekken. Een reden is daar niet voor nodig."


@dataclass(frozen=True, slots=True, kw_only=True)
class IngetrokkenView(PageView):
    """The notice at an address whose text is not on the site."""

    template: ClassVar[str] = "ingetrokken.html"
    uitleg: str


def generate(knowledge: KnowledgeBase) -> Iterator[Page[IngetrokkenView]]:
    """Yield the notice at each address of what was withdrawn, or was published and is being worked on.

    The words are the same at every one of a kind: they do not tell what was there.
    """
    for address in knowledge.withdrawn:
        yield _notice(address, "is ingetrokken", "die hier stond, staat niet meer op deze site", WITHDRAWN)
    for address in knowledge.resting:
        yield _notice(address, "staat nu niet op de site", "die hier stond, komt later misschien terug", "")


def _notice(address: str, state: str, sentence: str, why: str) -> Page[IngetrokkenView]:
    story = address.startswith(urls.VERHALEN)
    what = "Dit verhaal" if story else "Deze pagina"
    about = f"Het verhaal {sentence.replace('die', 'dat', 1)}." if story else f"De pagina {sentence}."
    view = IngetrokkenView(
        title=f"{what} {state}",
        description=about,
        kruimels=(Link("Verhalen", urls.VERHALEN),) if story else (),
        uitleg=why if story else "",
        verborgen=True,
    )
    return Page(address, view)
