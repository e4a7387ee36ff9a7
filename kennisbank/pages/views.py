"""All that the page of a record shows beside its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from kennisbank.finding.related import REASON, Different, Index, Related
from kennisbank.model import kinds, urls
from kennisbank.model.facets import FACETS, OPTIONAL
from kennisbank.model.records import Bundel, Pagina, Record, Ruimte, Verhaal, Werkvorm
from kennisbank.model.urls import Value
from kennisbank.parts import drawing
from kennisbank.parts.cards import ONWARD, PHRASES, Cards, View, listing, sentence, span

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def day(value: Any) -> str:
    """Return a date as it is written in Dutch: 1 november 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


class Views(Cards):
    """Makes the views of one knowledge base."""

    @cached_property
    def index(self) -> Index:
        return Index(self.knowledge)

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
        optional = [
            self._fact(kb.vocabularies[f.name].label, [self.link((f.name, slug)) for slug in f.of(verhaal)])
            for f in OPTIONAL
        ]
        related = self.index.related(verhaal)
        different = self.index.different(verhaal, [found.verhaal for found in related])
        return {
            "template": "verhaal.html",
            "slug": verhaal.origin.slug,
            "title": verhaal.title,
            "description": verhaal.samenvatting,
            "kruimels": [{"label": "Verhalen", "url": urls.VERHALEN}],
            "feiten": [fact for fact in [*names, *main, self._fact("Plaats", places), *period] if fact["waarden"]],
            "meer_feiten": [fact for fact in optional if fact["waarden"]],
            "tekening": self._drawing(verhaal),
            "glyph": self.glyph(verhaal.ruimtes),
            "concept": verhaal.concept,
            "datum": {"iso": verhaal.datum.isoformat(), "tekst": day(verhaal.datum)},
            "bron": verhaal.bron,
            "verwant": [self._related(found) for found in related],
            "anders": self._different(different) if different else {},
            "werkvormen": [self.werkvorm_card(w) for w in self._fitting(verhaal)],
            "bundels": [self.bundel_card(b) for b in self._bundels.get(verhaal.origin.path, [])[:ONWARD]],
        }

    def _drawing(self, verhaal: Verhaal) -> View:
        labels = verhaal.gedeelde_praktijk
        if not labels:
            return {}
        drive = verhaal.gedeelde_drijfveer or "Onze gedeelde drijfveer"
        return {
            "drijfveer": drive,
            "delen": list(labels),
            "tekst": sentence(f"In het midden: {sentence(drive)} Daaromheen: {listing(labels)}"),
            "zin": sentence(f"Gedeelde drijfveer: {drive}"),
            "vormen": {"breed": drawing.wide(drive, labels), "smal": drawing.narrow(drive, labels)},
        }

    def werkvorm(self, werkvorm: Werkvorm) -> View:
        """Return all that the page of a werkvorm shows beside its text."""
        kb = self.knowledge
        slugs = [r.origin.slug for r in kb.ruimtes if "alle" in werkvorm.ruimtes or r.origin.slug in werkvorm.ruimtes]
        used = self._users.get(werkvorm.origin.slug, [])[:6]
        nearby = (v for slug in slugs for v in kb.values.get(("ruimte", slug), [])[: 2 * ONWARD])
        shown = list({v.origin.slug: v for v in [*used, *nearby]}.values())[: max(ONWARD, len(used))]
        others = [w for w in kb.werkvormen if w.functie == werkvorm.functie and w is not werkvorm]
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
            "slug": werkvorm.origin.slug,
            "title": werkvorm.title,
            "description": werkvorm.samenvatting,
            "kruimels": [{"label": "Werkvormen", "url": urls.WERKVORMEN}],
            "feiten": [fact for fact in facts if fact["waarden"]],
            "glyph": self.glyph(slugs),
            "bron": werkvorm.bron,
            "kop": _shared_by(len(used), len(shown)),
            "kaarten": [self.card(v) for v in shown],
            "andere": [{"label": w.title, "url": urls.werkvorm(w.origin.slug)} for w in others],
            "bundels": [self.bundel_card(b) for b in self._bundels.get(werkvorm.origin.path, [])[:ONWARD]],
        }

    def ruimte(self, ruimte: Ruimte) -> View:
        """Return what only the page of a ruimte shows; its stories come with the list of its value."""
        functions = self.knowledge.vocabularies["functie"].terms
        own = [w for w in self.knowledge.werkvormen if ruimte.origin.slug in w.ruimtes]
        of_all = [w for w in self.knowledge.werkvormen if "alle" in w.ruimtes]
        former = ruimte.voorheen if ruimte.voorheen and ruimte.voorheen.casefold() != ruimte.title.casefold() else ""
        return {
            "template": "ruimte.html",
            "ruimte": ruimte.origin.slug,
            "voorheen": former,
            "bron": ruimte.bron,
            "glyph": self.glyph([ruimte.origin.slug]),
            "vragen": [
                {"functie": term.label, "vragen": list(asked)}
                for term in functions
                if (asked := ruimte.vragen[term.slug])  # a stand-in has none
            ],
            "werkvormen": [self.werkvorm_card(w) for w in own],
            "voor_alle": [{"label": w.title, "url": urls.werkvorm(w.origin.slug)} for w in of_all],
            "bundels": [self.bundel_card(b) for b in self.knowledge.bundels if ruimte.origin.slug in b.ruimtes],
        }

    def bundel(self, bundel: Bundel) -> View:
        """Return all that the page of a bundel shows beside its text."""
        others = [b for b in self.knowledge.bundels if b is not bundel]
        stories = [verhaal.origin.slug for verhaal in self.stories(bundel.verhalen)]
        methods = [werkvorm.origin.slug for werkvorm in self.named(bundel.werkvormen)]
        return {
            "template": "bundel.html",
            "title": bundel.title,
            "description": bundel.samenvatting,
            "kruimels": [{"label": "Vragen", "url": urls.BUNDELS}],
            "gevraagd": bundel.gevraagd or "",
            "vragen": list(bundel.vragen),
            "bron": bundel.bron,
            "sessie": urls.chosen(urls.SESSIE, stories, methods),
            "boekje": urls.chosen(urls.SELECTIE, stories, methods),
            "glyph": self.glyph(bundel.ruimtes),
            "andere": [{"label": b.title, "url": self.bundel_card(b)["url"]} for b in others],
            "delen": self.onward(bundel.ruimtes, bundel.werkvormen)
            | {"verhalen": [self.card(verhaal) for verhaal in self.stories(bundel.verhalen)]},
        }

    def text(self, record: Record) -> View:
        """Return what a page shows that has nothing of its own beside its text; of a hand-written one its place too."""
        if isinstance(record, Pagina):
            return self.pagina(record)
        kind = kinds.BY_RECORD[type(record)]
        return {
            "template": "pagina.html",
            "title": record.title,
            "description": record.samenvatting,
            "kruimels": [{"label": kind.many.capitalize(), "url": urls.OTHERS[kind.one]}] if kind.address else [],
            "bron": getattr(record, "bron", None) or "",
            "verder": self.onward(getattr(record, "ruimtes", ())),
        }

    def pagina(self, pagina: Pagina) -> View:
        """Return all that a hand-written page shows beside its text.

        The first page of a folder lists the others; each other has the one before and after it.
        """
        uri = urls.uri(pagina.origin.path)
        folder = uri.rpartition("/")[0]
        head, rest = self._folders[folder]
        if pagina is head:
            below = [{**self._entry(p), "uitleg": p.samenvatting} for p in rest]
            place: View = {"onder": below, "kruimels": []}
        else:
            number = rest.index(pagina)
            place = {
                "kruimels": [self._entry(head)] if head else [],
                "deel": {
                    "titel": head.title if head else "Meer pagina's",
                    "paginas": [{**self._entry(p), "hier": p is pagina} for p in rest],
                },
                "vorige": self._entry(rest[number - 1]) if number else {},
                "volgende": self._entry(rest[number + 1]) if number + 1 < len(rest) else {},
            }
        leads = not uri.startswith(urls.MEEDOEN)  # who is adding something has a task at hand
        return place | {
            "template": "pagina.html",
            "title": pagina.title,
            "description": pagina.samenvatting,
            "bron": pagina.bron or "",
            "verder": self.onward(pagina.ruimtes, pagina.werkvormen, self.stories(pagina.verhalen)) if leads else {},
        }

    @cached_property
    def _folders(self) -> dict[str, tuple[Pagina | None, list[Pagina]]]:
        """The hand-written pages of each folder: the first page, if there is one, and the others in their order."""
        folders: dict[str, list[Pagina]] = defaultdict(list)
        for pagina in self.knowledge.paginas:
            folders[urls.uri(pagina.origin.path).rpartition("/")[0]].append(pagina)
        found = {}
        for folder, paginas in folders.items():
            heads = [p for p in paginas if p.origin.path.endswith("/index.md")]
            rest = [p for p in paginas if p not in heads]
            rest.sort(key=lambda p: (p.volgorde if p.volgorde is not None else 100, p.title))
            found[folder] = (heads[0] if heads else None, rest)
        return found

    def _entry(self, pagina: Pagina) -> View:
        return {"label": pagina.title, "url": urls.page(urls.uri(pagina.origin.path))}

    def _fitting(self, verhaal: Verhaal) -> list[Werkvorm]:
        """Return the werkvormen a story names, and then those that fit its ruimtes; never fewer than three."""
        named = self.named(verhaal.werkvormen)
        others = [w for w in self.fitting(verhaal.ruimtes) if w not in named]
        return named + others[: max(0, ONWARD - len(named))]

    @cached_property
    def _users(self) -> dict[str, list[Verhaal]]:
        """The stories that name each werkvorm, newest first."""
        index: dict[str, list[Verhaal]] = defaultdict(list)
        for verhaal in self.knowledge.verhalen:
            for slug in verhaal.werkvormen:
                index[slug].append(verhaal)
        return index

    @cached_property
    def _bundels(self) -> dict[str, list[Bundel]]:
        """The bundels that each story and werkvorm is in, by its path."""
        index: dict[str, list[Bundel]] = defaultdict(list)
        for bundel in self.knowledge.bundels:
            stories = [verhaal.origin.path for verhaal in self.stories(bundel.verhalen)]
            for path in [*stories, *(w.origin.path for w in self.named(bundel.werkvormen))]:
                index[path].append(bundel)
        return index

    def _fact(self, label: str, values: list[View]) -> View:
        return {"label": label, "waarden": values}

    def _related(self, found: Related) -> View:
        reason = "Uitgekozen om naast dit verhaal te lezen."
        if found.shared:
            reason = f"Herkenbaar omdat het ook een verhaal is {self._together(found.shared[:REASON])}."
        return {**self.card(found.verhaal), "reden": reason}

    def _different(self, found: Different) -> View:
        reason = f"Anders: ook {self._together(found.shared[:1])}, maar {self._together(found.other[:1])}."
        return {**self.card(found.verhaal), "reden": reason}

    def _together(self, values: Sequence[Value]) -> str:
        """Return values as one phrase, the ruimtes first: "over de plek en het kind, met een museum"."""
        spaces = [self.inside(value) for value in values if value[0] == "ruimte"]
        others = [self.phrase(value) for value in values if value[0] != "ruimte"]
        return ", ".join(([PHRASES["ruimte"].format(listing(spaces))] if spaces else []) + others)


def _shared_by(using: int, shown: int) -> str:
    """Return what stories with a werkvorm are, of which the first so many name it and the others share a ruimte."""
    if not using:
        return "Verhalen met een van deze ruimtes"
    return "Verhalen waar deze werkvorm bij hoort" if using == shown else "Verhalen die bij deze werkvorm passen"


def _plain(texts: Iterable[str]) -> list[View]:
    return [{"label": text} for text in texts]
