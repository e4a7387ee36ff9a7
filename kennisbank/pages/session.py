"""The planner of a session: what its script chooses from, and without one a table to plan by hand."""

from __future__ import annotations

import re
from typing import Any

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Verhaal, Werkvorm
from kennisbank.pages.page import Loose, Page
from kennisbank.pages.views import Views
from kennisbank.parts.cards import span
from kennisbank.reading import markup

NEWEST = 6
"""Stories of each ruimte that the planner chooses from by itself; a host can add any other."""
ONLINE = re.compile(r"^- \*\*Online:\*\* (.+)$", re.MULTILINE)
"""How a werkvorm goes online, among its variations."""


def page(knowledge: KnowledgeBase, views: Views) -> Page[Any]:
    """Return the planner. Its size grows with the werkvormen and the ruimtes, not with the stories."""
    functions = knowledge.vocabularies["functie"].terms
    by_duration = sorted(knowledge.werkvormen, key=lambda w: w.duur)  # ties by title
    meta = {
        "template": "sessie.html",
        "title": "Maak een programma",
        "description": "Zeg hoeveel tijd je hebt en met hoeveel mensen je bent. Je krijgt een programma dat precies "
        "past: met werkvormen, en waar het kan een verhaal en een pauze. Pas het aan, deel het en druk het af.",
        "kruimels": (),
        "functies": [
            {
                "waarde": term.slug,
                "label": term.label,
                "uitleg": term.definition,
                "werkvormen": [_row(w) for w in by_duration if w.functie == term.slug],
            }
            for term in functions
        ],
        "ruimtes": [{"waarde": r.origin.slug, "label": r.title} for r in knowledge.ruimtes],
        "gegevens": data(knowledge, views),
        "eerder": knowledge.former,
    }
    return Page(urls.SESSIE, Loose(meta))


def _row(werkvorm: Werkvorm) -> Any:
    return {
        "label": werkvorm.title,
        "url": urls.werkvorm(werkvorm.origin.slug),
        "slug": werkvorm.origin.slug,
        "duur": span(*werkvorm.duur, " minuten"),
        "groep": span(*werkvorm.groep, " mensen"),
    }


def data(knowledge: KnowledgeBase, views: Views) -> dict[str, Any]:
    """Return what the script of the planner chooses from: all werkvormen, and the newest stories of each ruimte."""
    newest = {
        verhaal.origin.slug
        for ruimte in knowledge.ruimtes
        for verhaal in knowledge.values.get(("ruimte", ruimte.origin.slug), [])[:NEWEST]
    }
    return {
        "werkvormen": [_werkvorm(knowledge, werkvorm) for werkvorm in knowledge.werkvormen],
        "verhalen": [_verhaal(verhaal) for verhaal in knowledge.verhalen if verhaal.origin.slug in newest],
        "ruimtes": [
            {
                "slug": ruimte.origin.slug,
                "naam": views.inside(("ruimte", ruimte.origin.slug)),
                "vragen": {functie: list(vragen) for functie, vragen in ruimte.vragen.items()},
            }
            for ruimte in knowledge.ruimtes
        ],
    }


def _werkvorm(knowledge: KnowledgeBase, werkvorm: Werkvorm) -> Any:
    of_all = "alle" in werkvorm.ruimtes
    online = ONLINE.search(werkvorm.origin.body)
    return {
        "slug": werkvorm.origin.slug,
        "titel": werkvorm.title,
        "functie": werkvorm.functie,
        "alle": of_all,
        "ruimtes": [r.origin.slug for r in knowledge.ruimtes if of_all or r.origin.slug in werkvorm.ruimtes],
        "duur": list(werkvorm.duur),
        "groep": list(werkvorm.groep),
        "materiaal": list(werkvorm.materiaal),
        "voorbereiding": werkvorm.voorbereiding or "",
        "online": markup.plain(online[1]).strip() if online else "",
    }


def _verhaal(verhaal: Verhaal) -> Any:
    fits = {
        "orientatie": verhaal.redenen,
        "verdieping": verhaal.team + verhaal.leren,
        "evaluatie": verhaal.opbrengsten + verhaal.borging,
    }
    return {
        "slug": verhaal.origin.slug,
        "titel": verhaal.title,
        "plaats": verhaal.plaats,
        "ruimtes": list(verhaal.ruimtes),
        "functies": [functie for functie, told in fits.items() if told],
        "werkvormen": list(verhaal.werkvormen),
    }
