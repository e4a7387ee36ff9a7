"""What the templates show of a record: plain dictionaries, so that any engine can read them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from kennisbank import urls
from kennisbank.facets import FACETS, values
from kennisbank.knowledge import KnowledgeBase
from kennisbank.records import Ruimte, Verhaal, Werkvorm
from kennisbank.related import Index, Related
from kennisbank.urls import Value

View = dict[str, Any]

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()

OPTIONAL = ("omgeving", "discipline", "thema", "activiteit", "rol", "team", "opbrengst")
"""Vocabularies beside the four main facets, in the order in which a story shows them."""


def day(value: Any) -> str:
    """Return a date as it is written in Dutch: 1 november 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def span(low: int, high: int, unit: str = "") -> str:
    """Return a range as it is said: "30 tot 45 minuten", or one number when both are the same."""
    return f"{low} tot {high}{unit}" if low != high else f"{low}{unit}"


def listing(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b en c"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} en {last}" if first else last


class Views:
    """Makes the views of one knowledge base; a card is made once and shared by every page that shows it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._cards: dict[str, View] = {}
        self._glyphs: dict[frozenset[str], View] = {}

    @cached_property
    def index(self) -> Index:
        return Index(self.knowledge)

    def link(self, value: Value) -> View:
        """Return label and address of a value of a main facet."""
        return {"label": self.knowledge.term(*value).label, "url": urls.value(*value)}

    def glyph(self, ruimtes: Iterable[str]) -> View:
        """Return the nine cells in their fixed order as two outlines, filled and empty, and the same in words.

        Stories with the same ruimtes share one glyph. The outlines are SVG path data in a field of 26 by 26 units.
        """
        filled = frozenset(ruimtes)
        if filled not in self._glyphs:
            cells: dict[bool, list[str]] = {True: [], False: []}
            for number, ruimte in enumerate(self.knowledge.ruimtes):
                row, column = divmod(number, 3)
                cells[ruimte.origin.slug in filled].append(f"M{1 + column * 8.5:g} {1 + row * 8.5:g}h7v7h-7z")
            names = [r.title for r in self.knowledge.ruimtes if r.origin.slug in filled]
            label = "Ruimte: " if len(names) == 1 else "Ruimtes: "
            self._glyphs[filled] = {
                "vol": "".join(cells[True]),
                "leeg": "".join(cells[False]),
                "tekst": label + listing(names),
            }
        return self._glyphs[filled]

    def card(self, verhaal: Verhaal) -> View:
        """Return what a list shows of a story."""
        slug = verhaal.origin.slug
        if slug not in self._cards:
            labels = [self.knowledge.term(f.name, s).label for f in FACETS[1:3] for s in f.of(verhaal)]
            self._cards[slug] = {
                "titel": verhaal.title,
                "url": urls.verhaal(slug),
                "samenvatting": verhaal.samenvatting,
                "plaats": verhaal.plaats,
                "regio": self.knowledge.term("regio", verhaal.regio).label,
                "kenmerken": labels,
                "glyph": self.glyph(verhaal.ruimtes),
                "concept": verhaal.concept,
            }
        return self._cards[slug]

    def werkvorm_card(self, werkvorm: Werkvorm) -> View:
        return {
            "titel": werkvorm.title,
            "url": urls.werkvorm(werkvorm.origin.slug),
            "samenvatting": werkvorm.samenvatting,
            "functie": self.knowledge.term("functie", werkvorm.functie).label,
            "duur": span(*werkvorm.duur, " minuten"),
            "groep": span(*werkvorm.groep, " mensen"),
        }

    def ruimte_card(self, ruimte: Ruimte) -> View:
        slug = ruimte.origin.slug
        count = len(self.knowledge.values.get(("ruimte", slug), ()))
        return {
            "titel": ruimte.title,
            "url": urls.value("ruimte", slug),
            "samenvatting": ruimte.samenvatting,
            "aantal": count,
            "glyph": self.glyph([slug]),
        }

    def verhaal(self, verhaal: Verhaal) -> View:
        """Return all that the page of a story shows beside its text."""
        kb = self.knowledge
        regio, province = kb.term("regio", verhaal.regio), kb.province(verhaal.regio)
        main = [
            self._fact(kb.vocabularies[f.name].label, [self.link((f.name, s)) for s in f.of(verhaal)])
            for f in FACETS[:3]
        ]
        places = [
            {"label": verhaal.plaats},
            self.link(("regio", regio.slug)),
            {"label": province.label, "url": urls.value("regio", province.slug)},
        ]
        names = [self._fact("School", _plain(verhaal.scholen)), self._fact("Partner", _plain(verhaal.partners))]
        period = [self._fact("Periode", _plain([span(*verhaal.periode)]))] if verhaal.periode else []
        optional = []
        for name in OPTIONAL:
            terms = [kb.term(name, slug) for slug in values(verhaal, name)]
            shown = [{"label": term.label, "uitleg": term.definition} for term in terms]
            optional.append(self._fact(kb.vocabularies[name].label, shown))
        return {
            "template": "verhaal.html",
            "title": verhaal.title,
            "description": verhaal.samenvatting,
            "kruimels": [{"label": "Verhalen", "url": urls.VERHALEN}],
            "feiten": [fact for fact in [*names, *main, self._fact("Plaats", places), *period] if fact["waarden"]],
            "meer_feiten": [fact for fact in optional if fact["waarden"]],
            "gedeelde_praktijk": list(verhaal.gedeelde_praktijk),
            "glyph": self.glyph(verhaal.ruimtes),
            "concept": verhaal.concept,
            "datum": {"iso": verhaal.datum.isoformat(), "tekst": day(verhaal.datum)},
            "bron": verhaal.bron,
            "verwant": [self._related(found) for found in self.index.related(verhaal)],
            "werkvormen": [self.werkvorm_card(w) for w in self._fitting(verhaal)],
        }

    def werkvorm(self, werkvorm: Werkvorm) -> View:
        """Return all that the page of a werkvorm shows beside its text."""
        kb = self.knowledge
        slugs = [r.origin.slug for r in kb.ruimtes if "alle" in werkvorm.ruimtes or r.origin.slug in werkvorm.ruimtes]
        used = [v for v in kb.verhalen if werkvorm.origin.slug in v.werkvormen]
        facts = [
            self._fact("Functie", _plain([kb.term("functie", werkvorm.functie).label])),
            self._fact("Duur", _plain([span(*werkvorm.duur, " minuten")])),
            self._fact("Groep", _plain([span(*werkvorm.groep, " mensen")])),
            self._fact("Materiaal", _plain(werkvorm.materiaal)),
            self._fact("Voorbereiding", _plain([werkvorm.voorbereiding] if werkvorm.voorbereiding else [])),
            self._fact("Ruimtes", [self.link(("ruimte", slug)) for slug in slugs]),
        ]
        return {
            "template": "werkvorm.html",
            "title": werkvorm.title,
            "description": werkvorm.samenvatting,
            "kruimels": [{"label": "Werkvormen", "url": urls.WERKVORMEN}],
            "feiten": [fact for fact in facts if fact["waarden"]],
            "glyph": self.glyph(slugs),
            "bron": werkvorm.bron,
            "kaarten": [self.card(v) for v in used[:6]],
        }

    def ruimte(self, ruimte: Ruimte) -> View:
        """Return what only the page of a ruimte shows; its stories come with the list of its value."""
        functions = self.knowledge.vocabularies["functie"].terms
        former = ruimte.voorheen if ruimte.voorheen and ruimte.voorheen.casefold() != ruimte.title.casefold() else ""
        return {
            "template": "ruimte.html",
            "voorheen": former,
            "bron": ruimte.bron,
            "glyph": self.glyph([ruimte.origin.slug]),
            "vragen": [{"functie": term.label, "vragen": list(ruimte.vragen[term.slug])} for term in functions],
            "werkvormen": [self.werkvorm_card(w) for w in self.knowledge.werkvormen_for(ruimte.origin.slug)[:6]],
        }

    def _fitting(self, verhaal: Verhaal, most: int = 3) -> list[Werkvorm]:
        """Return the werkvormen a story names, and then those that fit its ruimtes."""
        named = [slug for slug in verhaal.werkvormen if slug in self.knowledge.werkvorm]
        fitting = [w.origin.slug for ruimte in verhaal.ruimtes for w in self._werkvormen[ruimte]]
        slugs = list(dict.fromkeys([*named, *fitting]))[: max(most, len(named))]
        return [self.knowledge.werkvorm[slug] for slug in slugs]

    @cached_property
    def _werkvormen(self) -> dict[str, list[Werkvorm]]:
        return {r.origin.slug: self.knowledge.werkvormen_for(r.origin.slug) for r in self.knowledge.ruimtes}

    def _fact(self, label: str, values: list[View]) -> View:
        return {"label": label, "waarden": values}

    def _related(self, found: Related) -> View:
        labels = [self.inside(value) for value in found.shared[:3]]
        reason = f"Herkenbaar: {listing(labels)}." if labels else "Uitgekozen om naast dit verhaal te lezen."
        return {**self.card(found.verhaal), "reden": reason}

    def inside(self, value: Value) -> str:
        """Return a label as it stands inside a sentence: with a small letter, but for the name of a region."""
        label = self.knowledge.term(*value).label
        return label if value[0] == "regio" else label[0].lower() + label[1:]


def _plain(texts: Iterable[str]) -> list[View]:
    return [{"label": text} for text in texts]
