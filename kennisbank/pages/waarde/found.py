"""What a search engine shows of a list of stories: how many there are, of what, and where they were."""

from __future__ import annotations

from collections.abc import Sequence

from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.numbers import in_words
from kennisbank.model.records import Verhaal
from kennisbank.model.urls import Value
from kennisbank.model.vocabulary import Term, Vocabulary
from kennisbank.pages.views import Views
from kennisbank.parts.cards import PHRASES
from kennisbank.parts.sentences import MOST, listing, practice, sentence, short

SAID = {*PHRASES, "partnertype", "discipline"}
"""Facets of which every label can stand in a sentence; of others only a value with a phrase of its own."""
NAMED = 3
"""Provinces that are named; of more only the number is said."""
MAIN = frozenset(facet.name for facet in FACETS)
HOW = "hoe school en culturele partner samenwerkten"


def provinces(knowledge: KnowledgeBase, verhalen: Sequence[Verhaal]) -> str:
    """Return where stories were, as in "uit Noordland en Zuidland"; nothing without a story."""
    there = {knowledge.province(verhaal.regio).slug for verhaal in verhalen}
    names = [term.label for term in knowledge.vocabularies["provincie"].terms if term.slug in there]
    if not names:
        return ""
    return f"uit {listing(names)}" if len(names) <= NAMED else f"uit {in_words(len(names))} provincies"


def of_all(knowledge: KnowledgeBase) -> tuple[str, str]:
    """Return title and sentence of the list of all stories."""
    number, where = len(knowledge.verhalen), provinces(knowledge, knowledge.verhalen)
    if not number:
        return "", ""
    rest = f", en {short(len(knowledge.voorbeelden))}" if knowledge.voorbeelden else ""
    return f"{practice(number)} {where}", f"{practice(number)} {where}, de nieuwste eerst{rest}: {HOW}."


def of_value(
    knowledge: KnowledgeBase, views: Views, value: Value, verhalen: Sequence[Verhaal], near: int
) -> tuple[str, str]:
    """Return title and sentence of the page of a value with these stories; `near` are those nearest to it."""
    where = "" if value[0] == "regio" else provinces(knowledge, verhalen)
    beside = len(knowledge.examples.get(value, []))
    about, definition = behind(knowledge, views, value), knowledge.term(*value).definition
    return _told(named(views, value), about, len(verhalen), where, beside, near, definition)


def of_list(knowledge: KnowledgeBase, vocabulary: Vocabulary, verhalen: Sequence[Verhaal]) -> tuple[str, str]:
    """Return title and sentence of the page with all values of a facet; `verhalen` are the stories that name one."""
    number = len(verhalen)
    if not number:
        return "", f"{sentence(vocabulary.explanation)} Nog geen verhaal noemt er een."
    head = f"{vocabulary.plural}: {practice(number)} {provinces(knowledge, verhalen)}"
    return head, f"{sentence(vocabulary.explanation)} Met {practice(number)}."


def of_province(knowledge: KnowledgeBase, slug: str, verhalen: Sequence[Verhaal]) -> tuple[str, str]:
    """Return title and sentence of the page of a province."""
    term = knowledge.term("provincie", slug)
    head = f"Provincie {term.label}"
    return _told(head, behind_province(term), len(verhalen), "", 0, 0, term.definition)


def of_pair(
    knowledge: KnowledgeBase, views: Views, pair: tuple[Value, Value], verhalen: Sequence[Verhaal]
) -> tuple[str, str]:
    """Return title and sentence of the page of a pair, which has stories."""
    where = "" if pair[1][0] == "regio" else provinces(knowledge, verhalen)
    about = ", ".join(map(views.phrase, pair))
    beside = len(knowledge.example_pairs.get(pair, []))
    head = f"{named(views, pair[0])}, {views.phrase(pair[1])}"
    return _told(head, about, len(verhalen), where, beside, 0, "")


def on_page(head: str, text: str, number: int, total: int) -> tuple[str, str]:
    """Return title and sentence of page `number` of a list that is cut in pages; nothing where it has none."""
    if number == 1 or not head:
        return head, text
    return f"{head}, pagina {number}", f"Pagina {number} van {total}: {text}"


def named(views: Views, value: Value) -> str:
    """Return the label of a value for who does not see what it is a value of.

    That of a main facet speaks for itself, unless another value has the same.
    """
    label = views.knowledge.term(*value).label
    clear = value[0] in MAIN and label not in views.shared_labels
    return label if clear else f"{label} ({_list(views.knowledge, value)})"


def _list(knowledge: KnowledgeBase, value: Value) -> str:
    label = knowledge.vocabularies[value[0]].label
    return label[0].lower() + label[1:]


def behind(knowledge: KnowledgeBase, views: Views, value: Value) -> str:
    """Return a value as it stands behind "3 verhalen"."""
    term = knowledge.term(*value)
    if term.extra.get("zin") or value[0] in SAID:
        return views.phrase(value)
    return f"bij “{term.label}” ({_list(knowledge, value)})"


def behind_province(term: Term) -> str:
    """Return the same for a province."""
    return f"in de provincie {term.label}"


def heading(behind: str) -> str:
    """Return what a list of stories is called elsewhere, with what stands behind "3 verhalen"."""
    return f"Verhalen {behind}" if behind else "De nieuwste verhalen"


def _told(head: str, about: str, number: int, where: str, beside: int, near: int, definition: str) -> tuple[str, str]:
    """Return the title and the sentence: of its stories, or else of what there is in their place."""
    if number:
        counted = f"{practice(number)} {where}".strip()
        both = f"{counted} en {short(beside)}" if beside else counted
        whole = f"{both} {about}: {HOW}."
        return f"{head}: {counted}", whole if len(whole) <= MOST else f"{both} {about}."
    instead = [short(beside)] if beside else []
    if near:
        instead.append("1 verhaal dat dichtbij komt" if near == 1 else f"{near} verhalen die dichtbij komen")
    first = f", wel {instead[0]}" if instead else ""
    every = f", wel {listing(instead)}" if instead else ""
    text = f"Nog geen praktijkverhalen {about}{every}."
    return f"{head}: nog geen praktijkverhalen{first}", f"{text} {sentence(definition)}" if definition else text
