"""The list of all words that the site explains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.vocabulary import Term, fold
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.views import Views
from kennisbank.parts.cards import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """A word that is explained: its former names, other forms of it, the source, and what says more."""

    slug: str
    eerder: tuple[str, ...]
    label: str
    uitleg: str
    vormen: tuple[str, ...]
    bron: str
    zie: Link | None


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with a letter."""

    letter: str
    begrippen: tuple[Woord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BegrippenView(PageView):
    """All words that are explained."""

    template: ClassVar[str] = "begrippen.html"
    letters: tuple[Letter, ...]


def page(knowledge: KnowledgeBase, views: Views) -> Page[BegrippenView]:
    """Return the list of words, by their first letter."""
    letters: dict[str, list[Woord]] = {}
    for term in sorted(knowledge.vocabularies["begrip"].terms, key=lambda term: fold(term.label)):
        word = Woord(
            slug=term.slug,
            eerder=tuple(term.former),
            label=term.label,
            uitleg=term.definition,
            vormen=_forms(term),
            bron=term.extra.get("bron", ""),
            zie=views.page_link(term.extra.get("zie", "")),
        )
        letters.setdefault(term.label[0].upper(), []).append(word)
    view = BegrippenView(
        title="Begrippen",
        description="Woorden die in de verhalen en op andere pagina's voorkomen, in gewone taal uitgelegd.",
        letters=tuple(Letter(letter, tuple(words)) for letter, words in letters.items()),
        verder=views.onward(),
    )
    return Page(urls.BEGRIPPEN, view)


def _forms(term: Term) -> tuple[str, ...]:
    """Return the other forms of a word that say something new: not its plural or another spelling."""
    start = fold(term.label)[:4]
    return tuple(form for form in term.synonyms if not fold(form).startswith(start))
