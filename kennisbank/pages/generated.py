"""The pages that are generated, what the home page shows, and which lists have a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kennisbank.model import urls
from kennisbank.model.facets import ALL, FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.pages import (
    deck,
    faults,
    finder,
    overviews,
    reference,
    selection,
    session,
    surveys,
    valuepages,
    writing,
)
from kennisbank.pages.listing import Page
from kennisbank.pages.views import Views
from kennisbank.parts.cards import View, every

WITHDRAWN = "Wie aan een verhaal meewerkte, mag het altijd intrekken. Een reden is daar niet voor nodig."
CHOICES = 9
"""Values of a facet that the home page offers to begin with: those with most stories."""


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page]:
    """Yield every generated page, always in the same order. The pages of the ruimtes themselves are files."""
    yield from overviews.generate(knowledge, views)
    yield from valuepages.generate(knowledge, views)
    yield from surveys.generate(knowledge, views)
    yield finder.page(knowledge, views)
    yield from deck.generate(knowledge, views)
    yield session.page(knowledge, views)
    yield from selection.generate(knowledge, views)
    yield from reference.generate(knowledge, views)
    yield faults.page(views)
    yield from writing.generate(knowledge, views)
    yield from withdrawn(knowledge)


def withdrawn(knowledge: KnowledgeBase) -> Iterator[Page]:
    """Yield the notice at each address of what was withdrawn, or was published and is being worked on.

    The words are the same at every one of a kind: they do not tell what was there.
    """
    for address in knowledge.withdrawn:
        yield _notice(address, "is ingetrokken", "die hier stond, staat niet meer op deze site", WITHDRAWN)
    for address in knowledge.resting:
        yield _notice(address, "staat nu niet op de site", "die hier stond, komt later misschien terug", "")


def _notice(address: str, state: str, sentence: str, why: str) -> Page:
    story = address.startswith(urls.VERHALEN)
    what = "Dit verhaal" if story else "Deze pagina"
    about = f"Het verhaal {sentence.replace('die', 'dat', 1)}." if story else f"De pagina {sentence}."
    return Page(
        address,
        {
            "template": "ingetrokken.html",
            "title": f"{what} {state}",
            "description": about,
            "kruimels": [{"label": "Verhalen", "url": urls.VERHALEN}] if story else [],
            "uitleg": why if story else "",
            "verborgen": True,
        },
    )


def home(knowledge: KnowledgeBase, views: Views) -> View:
    """Return what the home page shows beside its text."""
    choices = []
    for facet in (*FACETS[1:], FACETS[0]):
        filled = [value for value in knowledge.values if value[0] == facet.name]
        filled.sort(key=lambda value: (-len(knowledge.values[value]), knowledge.vocabularies[value[0]].order[value[1]]))
        rows = [
            views.link(value) | {"aantal": len(knowledge.values[value]), "zoek": urls.search(value)}
            for value in filled[:CHOICES]
        ]
        vocabulary = knowledge.vocabularies[facet.name]
        choices.append(
            {
                "titel": vocabulary.label,
                "alle": f"Alle {vocabulary.plural.lower()}",
                "url": urls.overview(facet.name),
                "waarden": rows,
            }
        )
    return {
        "template": "home.html",
        "keuzes": choices,
        "kaarten": [views.card(v) for v in knowledge.verhalen[:6]],
        "alle": every(len(knowledge.verhalen)),
        "bundels": [views.bundel_card(b) for b in sorted(knowledge.bundels, key=lambda b: not b.gevraagd)[:6]],
        "werkvormen": views.onward()["werkvormen"],
        "ruimtes": [views.ruimte_card(r) for r in knowledge.ruimtes],
        "feed": urls.feed(urls.VERHALEN),
        "verder": {},  # all of it is on the page already
    }


def feeds(knowledge: KnowledgeBase) -> Iterator[tuple[str, str, Sequence[Verhaal]]]:
    """Yield for every feed the address of its list, its title and its stories."""
    yield urls.VERHALEN, "Alle verhalen", knowledge.verhalen
    for facet in ALL:
        for term in knowledge.vocabularies[facet.name].terms:
            yield urls.value(facet.name, term.slug), term.label, knowledge.values.get((facet.name, term.slug), [])
    for term in knowledge.vocabularies["provincie"].terms:
        yield urls.value("regio", term.slug), f"Provincie {term.label}", list(knowledge.in_province(term.slug))
