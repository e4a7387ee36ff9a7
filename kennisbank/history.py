"""The rules that compare this site with the last one: stories that vanished, addresses that changed."""

from __future__ import annotations

import json
from pathlib import Path

from kennisbank.knowledge import KnowledgeBase
from kennisbank.problems import Problem, problem, quote

MOST_LOST = 0.10
"""The part of the stories of the last site that may be gone without a word."""


def last(manifest: Path) -> dict[str, str]:
    """Return the titles of the stories of a site by address, from its list; nothing when there is none of ours."""
    try:
        stories = json.loads(manifest.read_text(encoding="utf-8"))["verhalen"]
        return {str(slug): str(title) for slug, title in stories.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def compare(before: dict[str, str], knowledge: KnowledgeBase, withheld: frozenset[str]) -> list[Problem]:
    """Return what is wrong between the last site and this one.

    `withheld` are the stories that are there but stay out of the site: those were withdrawn on purpose.
    """
    now = knowledge.verhaal
    former = {slug for verhaal in knowledge.verhalen for slug in verhaal.eerder}
    gone = [slug for slug in before if slug not in now and slug not in former and slug not in withheld]
    fresh = {verhaal.title: verhaal for slug, verhaal in now.items() if slug not in before}
    problems = []
    for slug in gone:
        if verhaal := fresh.get(before[slug]):
            message = f"Dit verhaal stond eerst op het adres {quote(slug)}."
            problems.append(
                problem(
                    "adres-veranderd", verhaal.origin.path, message, field="eerder", hint=f"Voeg toe: eerder: [{slug}]"
                )
            )
    if len(gone) > len(before) * MOST_LOST:
        named = ", ".join(sorted(gone)[:5]) + (" …" if len(gone) > 5 else "")
        message = f"De vorige site had {len(before)} verhalen; daarvan zijn er {len(gone)} weg: {named}."
        problems.append(problem("verhalen-weg", "stories", message))
    return sorted(problems)
