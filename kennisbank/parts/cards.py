"""What lists show of a record, and where a page leads on to: plain dictionaries, so that any engine can read them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from kennisbank.model import urls
from kennisbank.model.facets import FACETS
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Bundel, Ruimte, Verhaal, Werkvorm
from kennisbank.model.urls import Value
from kennisbank.parts import preview
from kennisbank.parts.words import Words

View = dict[str, Any]

PHRASES = {"ruimte": "over {}", "thema": "rond {}", "rol": "met de partner als {}"}
"""How a value without a phrase of its own stands in a sentence; {} is its label."""
ONWARD = 3
"""Stories and werkvormen to which a page leads on."""


def span(low: int, high: int, unit: str = "", between: str = " tot ") -> str:
    """Return a range as it is said: "30 tot 45 minuten", or one number when both are the same."""
    return f"{low}{between}{high}{unit}" if low != high else f"{low}{unit}"


def sentence(text: str) -> str:
    """End a text with a full stop, unless it ends a sentence by itself: of a source or a question that is quoted."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def every(number: int) -> str:
    """Return all stories in words: "alle 7 verhalen", "het enige verhaal"."""
    return {0: "alle verhalen", 1: "het enige verhaal"}.get(number, f"alle {number} verhalen")


def listing(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b en c"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} en {last}" if first else last


class Cards:
    """Makes the cards of one knowledge base; one is made once and shared by every page that shows it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._cards: dict[str, View] = {}
        self._glyphs: dict[frozenset[str], View] = {}
        self.order = [ruimte.origin.slug for ruimte in knowledge.ruimtes]
        self._fits: dict[frozenset[str], list[Werkvorm]] = {}
        self.words = Words(knowledge.vocabularies["begrip"])

    def link(self, value: Value) -> View:
        """Return label and address of a value, and for a ruimte its name, by which it gets its colour."""
        found = {"label": self.knowledge.term(*value).label, "url": urls.value(*value)}
        return found | {"ruimte": value[1]} if value[0] == "ruimte" else found

    def glyph(self, ruimtes: Iterable[str]) -> View:
        """Return the nine cells in their fixed order: an outline for each filled one, one for the rest; and in words.

        Stories with the same ruimtes share one glyph. The outlines are SVG path data in a field of 26 by 26 units.
        """
        filled = frozenset(ruimtes)
        if filled not in self._glyphs:
            full: list[View] = []
            empty = ""
            for number, ruimte in enumerate(self.knowledge.ruimtes):
                row, column = divmod(number, 3)
                cell = f"M{1 + column * 8.5:g} {1 + row * 8.5:g}h7v7h-7z"
                if ruimte.origin.slug in filled:
                    full.append({"ruimte": ruimte.origin.slug, "pad": cell})
                else:
                    empty += cell
            names = [r.title for r in self.knowledge.ruimtes if r.origin.slug in filled]
            label = "Ruimte: " if len(names) == 1 else "Ruimtes: " if names else "Geen ruimte"
            self._glyphs[filled] = {
                "vol": full,
                "leeg": empty,
                "tekst": label + listing(names),
                "beeld": urls.preview(preview.name(filled, self.order)),
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
            "duur": span(*werkvorm.duur, " minuten", "–"),
            "groep": span(*werkvorm.groep, " mensen", "–"),
        }

    def bundel_card(self, bundel: Bundel) -> View:
        return {
            "titel": bundel.title,
            "url": urls.page(urls.uri(bundel.origin.path)),
            "samenvatting": bundel.samenvatting,
            "gevraagd": bundel.gevraagd or "",
        }

    def ruimte_card(self, ruimte: Ruimte) -> View:
        slug = ruimte.origin.slug
        count = len(self.knowledge.values.get(("ruimte", slug), ()))
        return {
            "titel": ruimte.title,
            "ruimte": slug,
            "url": urls.value("ruimte", slug),
            "samenvatting": ruimte.samenvatting,
            "aantal": count,
            "glyph": self.glyph([slug]),
        }

    def onward(
        self, ruimtes: Iterable[str] = (), werkvormen: Iterable[str] = (), verhalen: Iterable[Verhaal] = ()
    ) -> View:
        """Return where a page leads on to: ruimtes, werkvormen and stories.

        What is not given follows: the werkvormen that fit the ruimtes, the newest stories, all ruimtes. Names of what
        is not on this site are left out.
        """
        kb = self.knowledge
        chosen = list(ruimtes) or [r.origin.slug for r in kb.ruimtes]
        named = self.named(werkvormen)
        return {
            "ruimtes": [self.link(("ruimte", slug)) for slug in chosen],
            "werkvormen": [self.werkvorm_card(w) for w in named or self.fitting(chosen)],
            "verhalen": [self.card(v) for v in list(verhalen) or kb.verhalen[:ONWARD]],
        }

    def fitting(self, ruimtes: Iterable[str]) -> list[Werkvorm]:
        """Return for each function the werkvorm that names most of these ruimtes.

        One for all ruimtes comes after those that name any, and first where no ruimte is left out.
        """
        wanted = frozenset(ruimtes)
        of_all = len(wanted) if len(wanted) == len(self.knowledge.ruimtes) else 0.5
        if wanted not in self._fits:
            self._fits[wanted] = [
                max(own, key=lambda w: of_all if "alle" in w.ruimtes else len(wanted.intersection(w.ruimtes)))
                for term in self.knowledge.vocabularies["functie"].terms
                if (own := [w for w in self.knowledge.werkvormen if w.functie == term.slug])
            ]
        return self._fits[wanted]

    def stories(self, slugs: Iterable[str]) -> list[Verhaal]:
        """Return the stories of these names; those that are not on the site are left out."""
        return [self.knowledge.verhaal[slug] for slug in slugs if slug in self.knowledge.verhaal]

    def named(self, slugs: Iterable[str]) -> list[Werkvorm]:
        """Return the werkvormen of these names that are on the site."""
        return [self.knowledge.werkvorm[slug] for slug in slugs if slug in self.knowledge.werkvorm]

    def intro(self, text: str) -> list[View]:
        """Cut a text in parts; a part that is the first of a word to explain has the `slug` of that word."""
        parts: list[View] = []
        last = 0
        for start, end, term in self.words.find(text):
            parts += [{"tekst": text[last:start], "slug": ""}, {"tekst": text[start:end], "slug": term.slug}]
            last = end
        return [part for part in [*parts, {"tekst": text[last:], "slug": ""}] if part["tekst"]]

    def word(self, slug: str) -> View:
        """Return what the page shows when a word is opened."""
        term = self.knowledge.term("begrip", slug)
        more = self.page_link(term.extra.get("zie", "")).get("url", "")
        return {"slug": slug, "label": term.label, "uitleg": term.definition, "zie": more, "url": urls.begrip(slug)}

    def page_link(self, uri: str) -> View:
        """Return label and address of a hand-written page, or nothing where this site does not have it."""
        return {"label": self._titles[uri], "url": urls.page(uri)} if uri in self._titles else {}

    @cached_property
    def _titles(self) -> dict[str, str]:
        pages = {urls.uri(pagina.origin.path): pagina.title for pagina in self.knowledge.paginas}
        return pages | {urls.uri(bundel.origin.path): bundel.title for bundel in self.knowledge.bundels}

    def phrase(self, value: Value) -> str:
        """Return a value as it stands in "2 verhalen over de plek, met een museum": `zin` of its list, if any."""
        own = self.knowledge.term(*value).extra.get("zin")
        return own or PHRASES.get(value[0], "met {}").format(self.inside(value))

    def inside(self, value: Value) -> str:
        """Return a label as it stands inside a sentence: with a small letter, but for the name of a region."""
        label = self.knowledge.term(*value).label
        return label if value[0] == "regio" else label[0].lower() + label[1:]
