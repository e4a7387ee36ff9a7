"""What is nearest to a value without stories: stories with a value that is close to it, and with which."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal
from kennisbank.model.urls import Value

MOST = 2
"""Stories that stand in for those that are not there: more would look like an answer."""


@dataclass(frozen=True)
class Near:
    """A story, and its values that are close to one that it has not."""

    verhaal: Verhaal
    values: tuple[Value, ...]


def close(knowledge: KnowledgeBase, value: Value) -> tuple[Value, ...]:
    """Return the values that are closest to a value.

    Of a region those of its province; of another value those that its list says are near, or else those of its group.
    A value of a list without groups that names no others has none: that it is of the same list says nothing.
    """
    name, slug = value
    if name == "regio":
        province = knowledge.province(slug).slug
        slugs = [region.slug for region in knowledge.provinces[province]]
    else:
        vocabulary, term = knowledge.vocabularies[name], knowledge.term(*value)
        group = term.extra.get("groep")
        same = [other.slug for other in vocabulary.terms if group and other.extra.get("groep") == group]
        slugs = list(term.near) or same
    return tuple((name, other) for other in slugs if other != slug)


def nearest(knowledge: KnowledgeBase, value: Value) -> list[Near]:
    """Return the stories that have most of the values closest to a value; ties by date, then by address."""
    found: dict[str, list[Value]] = {}
    for other in close(knowledge, value):
        for verhaal in knowledge.values.get(other, []):
            found.setdefault(verhaal.origin.slug, []).append(other)

    def place(slug: str) -> tuple[int, int, str]:
        return -len(found[slug]), -knowledge.verhaal[slug].datum.toordinal(), slug

    return [Near(knowledge.verhaal[slug], tuple(found[slug])) for slug in sorted(found, key=place)[:MOST]]
