"""All that the page of a record shows beside its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlsplit

from kennisbank.finding.related import REASON, Different, Index, Related
from kennisbank.model import kinds, urls
from kennisbank.model.facets import FACETS, USED, Facet, Text
from kennisbank.model.fields import specs
from kennisbank.model.records import Bundel, Pagina, Praktijkvoorbeeld, Record, Verhaal, Werkvorm
from kennisbank.model.urls import Value
from kennisbank.pages.page import Dag, PageView, day
from kennisbank.parts import drawing
from kennisbank.parts.cards import (
    ONWARD,
    PHRASES,
    BundelKaartje,
    Cards,
    Link,
    Uitleg,
    Verder,
    Voorbeelden,
    WerkvormKaartje,
)
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.kaartje.view import Kaartje
from kennisbank.parts.sentences import listing, sentence, span, then

APPROACH = "aanpak_"
"""What the names of the fields begin with that say in short how it was done."""


@dataclass(frozen=True, slots=True)
class Feit:
    """A fact in short: what it is about, and its values."""

    label: str
    waarden: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Another site: its name, and its whole address."""

    naam: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekening:
    """The shared practice: as a drawing for a wide and for a narrow page, in a sentence, and as a list."""

    tekst: str
    zin: str
    delen: tuple[str, ...]
    breed: drawing.Vorm
    smal: drawing.Vorm


@dataclass(frozen=True, slots=True, kw_only=True)
class VerhaalView(PageView):
    """A story; `verwant` are those that are like it, `anders` is one that is not.

    `speelde` says when it happened, `sites` are those of its schools and partners, `aanpak` says in short how it was
    done, and `gesprek` are its own questions to talk about.
    """

    template: ClassVar[str] = "verhaal.html"
    slug: str
    glyph: Glyph
    datum: Dag
    feiten: tuple[Feit, ...]
    meer_feiten: tuple[Feit, ...]
    speelde: str
    sites: tuple[Site, ...]
    aanpak: tuple[Feit, ...]
    gesprek: tuple[str, ...]
    tekening: Tekening | None
    concept: bool
    bron: str
    verwant: tuple[Kaartje, ...]
    anders: Kaartje | None
    werkvormen: tuple[WerkvormKaartje, ...]
    bundels: tuple[BundelKaartje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkvormView(PageView):
    """A werkvorm; `kaarten` are the stories that it fits, `kop` says why, and `andere` have the same function.

    `afgeleid` says that what names the werkvorm tells where it was used, not the werkvorm itself.
    """

    template: ClassVar[str] = "werkvorm.html"
    slug: str
    glyph: Glyph
    feiten: tuple[Feit, ...]
    bron: str
    afgeleid: bool
    kop: str
    kaarten: tuple[Kaartje, ...]
    andere: tuple[Link, ...]
    bundels: tuple[BundelKaartje, ...]
    voorbeelden: Voorbeelden | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelView(PageView):
    """A question: `gevraagd` says who asked it; `sessie` and `boekje` make a programme and a booklet of its texts."""

    template: ClassVar[str] = "bundel.html"
    glyph: Glyph
    gevraagd: str
    vragen: tuple[str, ...]
    bron: str
    sessie: str
    boekje: str
    andere: tuple[Link, ...]
    delen: Verder
    voorbeelden: Voorbeelden | None


@dataclass(frozen=True, slots=True)
class Hoofdstuk(Link):
    """A page of a part of the site; `hier` says that it is the one that is shown."""

    hier: bool = False


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the site: its pages in their order."""

    titel: str
    paginas: tuple[Hoofdstuk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginaView(PageView):
    """A text with nothing of its own beside it: `onder` are pages that it leads to, `deel` is the part it is in."""

    template: ClassVar[str] = "pagina.html"
    bron: str = ""
    onder: tuple[Uitleg, ...] = ()
    deel: Deel | None = None
    vorige: Link | None = None
    volgende: Link | None = None


class Views(Cards):
    """Makes the views of one knowledge base."""

    @cached_property
    def index(self) -> Index:
        return Index(self.knowledge)

    def verhaal(self, verhaal: Verhaal) -> VerhaalView:
        """Return all that the page of a story shows beside its text."""
        offer = self.index.offer(verhaal)
        return VerhaalView(
            slug=verhaal.origin.slug,
            title=verhaal.title,
            description=verhaal.samenvatting,
            kruimels=(Link("Verhalen", urls.VERHALEN),),
            feiten=self.verhaal_feiten(verhaal),
            meer_feiten=self.facts(verhaal, self.knowledge.project.optional),
            speelde=then(verhaal.speelde),
            sites=tuple(Site(urlsplit(address).netloc.removeprefix("www."), address) for address in verhaal.sites),
            aanpak=_approach(verhaal),
            gesprek=verhaal.gesprek,
            tekening=self._drawing(verhaal),
            glyph=self.glyph(verhaal.ruimtes),
            concept=verhaal.concept,
            datum=day(verhaal.datum),
            bron=verhaal.bron,
            verwant=tuple(map(self._related, offer.alike)),
            anders=self._different(offer.other) if offer.other else None,
            werkvormen=self.werkvorm_cards(self.suited(verhaal)),
            bundels=self.bundel_cards(self._bundels.get(verhaal.origin.path, [])[:ONWARD]),
        )

    def facts(self, text: Text, facets: Iterable[Facet]) -> tuple[Feit, ...]:
        """Return the values that a text has in these facets, with links to their pages."""
        rows = ((self.knowledge.vocabularies[f.name].label, [(f.name, slug) for slug in f.of(text)]) for f in facets)
        return filled(Feit(label, tuple(map(self.link, found))) for label, found in rows)

    def verhaal_feiten(self, verhaal: Verhaal) -> tuple[Feit, ...]:
        """Return a story in short: who, which ruimtes and kinds of schools and partners, where and when."""
        kb = self.knowledge
        province = kb.province(verhaal.regio)
        places = (
            Link(verhaal.plaats),
            self.link(("regio", verhaal.regio)),
            Link(province.label, urls.value("regio", province.slug)),
        )
        names = [Feit("School", plain(verhaal.scholen)), Feit("Partner", plain(verhaal.partners))]
        period = [Feit("Periode", plain([span(*verhaal.periode)]))] if verhaal.periode else []
        return filled([*names, *self.facts(verhaal, FACETS[:3]), Feit("Plaats", places), *period])

    def _drawing(self, verhaal: Verhaal) -> Tekening | None:
        labels = verhaal.gedeelde_praktijk
        if not labels:
            return None
        drive = verhaal.gedeelde_drijfveer or "Onze gedeelde drijfveer"
        return Tekening(
            tekst=sentence(f"In het midden: {sentence(drive)} Daaromheen: {listing(labels)}"),
            zin=sentence(f"Gedeelde drijfveer: {drive}"),
            delen=tuple(labels),
            breed=drawing.wide(drive, labels),
            smal=drawing.narrow(drive, labels),
        )

    def werkvorm(self, werkvorm: Werkvorm) -> WerkvormView:
        """Return all that the page of a werkvorm shows beside its text."""
        kb = self.knowledge
        slugs = self.werkvorm_ruimtes(werkvorm)
        used = self._users.get(werkvorm.origin.slug, [])[:6]
        nearby = (v for slug in slugs for v in kb.values.get(("ruimte", slug), [])[: 2 * ONWARD])
        shown = list({v.origin.slug: v for v in [*used, *nearby]}.values())[: max(ONWARD, len(used))]
        others = [w for w in kb.werkvormen if w.functie == werkvorm.functie and w is not werkvorm]
        return WerkvormView(
            slug=werkvorm.origin.slug,
            title=werkvorm.title,
            description=werkvorm.samenvatting,
            kruimels=(Link("Werkvormen", urls.WERKVORMEN),),
            feiten=(*self.werkvorm_feiten(werkvorm), *self._derived(werkvorm)),
            afgeleid=bool(kb.used[werkvorm.origin.slug].derived),
            glyph=self.glyph(slugs),
            bron=werkvorm.bron,
            kop=_shared_by(len(used), len(shown)),
            kaarten=self.cards(shown),
            andere=tuple(Link(w.title, urls.werkvorm(w.origin.slug)) for w in others),
            voorbeelden=self.voorbeelden(self._shown_in.get(werkvorm.origin.slug, [])),
            bundels=self.bundel_cards(self._bundels.get(werkvorm.origin.path, [])[:ONWARD]),
        )

    def _derived(self, werkvorm: Werkvorm) -> tuple[Feit, ...]:
        """Return where a werkvorm was used, as far as it does not say so itself: "in het speciaal onderwijs"."""
        used = self.knowledge.used[werkvorm.origin.slug]
        found = [(name, slug) for name, slugs in used.values.items() if name in used.derived for slug in slugs]
        return filled([Feit("Gebruikt", tuple(Link(self.phrase(value), urls.value(*value)) for value in found))])

    def werkvorm_ruimtes(self, werkvorm: Werkvorm) -> list[str]:
        """Return the slugs of the ruimtes of a werkvorm in their fixed order: all, where it is for all."""
        of_all = "alle" in werkvorm.ruimtes
        return [r.origin.slug for r in self.knowledge.ruimtes if of_all or r.origin.slug in werkvorm.ruimtes]

    def werkvorm_feiten(self, werkvorm: Werkvorm) -> tuple[Feit, ...]:
        """Return a werkvorm in short: what for, how long, with how many, and what it takes."""
        facts = [
            Feit("Functie", plain([self.knowledge.term("functie", werkvorm.functie).label])),
            Feit("Duur", plain([span(*werkvorm.duur, " minuten")])),
            Feit("Groep", plain([span(*werkvorm.groep, " mensen")])),
            Feit("Materiaal", plain(werkvorm.materiaal)),
            Feit("Voorbereiding", plain([werkvorm.voorbereiding] if werkvorm.voorbereiding else [])),
            Feit("Ruimtes", tuple(self.link(("ruimte", slug)) for slug in self.werkvorm_ruimtes(werkvorm))),
        ]
        return filled([*facts, *self.facts(werkvorm, USED)])

    def bundel(self, bundel: Bundel) -> BundelView:
        """Return all that the page of a bundel shows beside its text."""
        kb = self.knowledge
        others = self.bundel_cards(b for b in kb.bundels if b is not bundel)
        stories = self.stories(bundel.verhalen)
        slugs = [verhaal.origin.slug for verhaal in stories]
        methods = [werkvorm.origin.slug for werkvorm in self.named(bundel.werkvormen)]
        return BundelView(
            title=bundel.title,
            description=bundel.samenvatting,
            kruimels=(Link("Vragen", urls.BUNDELS),),
            gevraagd=bundel.gevraagd or "",
            vragen=tuple(bundel.vragen),
            bron=bundel.bron,
            sessie=urls.chosen(urls.SESSIE, slugs, methods),
            boekje=urls.chosen(urls.SELECTIE, slugs, methods),
            glyph=self.glyph(bundel.ruimtes),
            andere=tuple(Link(other.titel, other.url) for other in others),
            voorbeelden=self.voorbeelden([kb.voorbeeld[s] for s in bundel.voorbeelden if s in kb.voorbeeld], most=10),
            delen=replace(self.onward(bundel.ruimtes, bundel.werkvormen), verhalen=self.cards(stories)),
        )

    def text(self, record: Record) -> PaginaView:
        """Return what a page shows that has nothing of its own beside its text; of a hand-written one its place too."""
        if isinstance(record, Pagina):
            return self.pagina(record)
        kind = kinds.BY_RECORD[type(record)]
        return PaginaView(
            title=record.title,
            description=record.samenvatting,
            kruimels=(Link(kind.many.capitalize(), urls.OTHERS[kind.one]),) if kind.address else (),
            bron=getattr(record, "bron", None) or "",
            verder=self.onward(getattr(record, "ruimtes", ())),
        )

    def pagina(self, pagina: Pagina) -> PaginaView:
        """Return all that a hand-written page shows beside its text.

        The first page of a folder lists the others; each other has the one before and after it.
        """
        uri = urls.uri(pagina.origin.path)
        leads = not uri.startswith(urls.MEEDOEN)  # who is adding something has a task at hand
        view = PaginaView(
            title=pagina.title,
            description=pagina.samenvatting,
            bron=pagina.bron or "",
            verder=self.onward(pagina.ruimtes, pagina.werkvormen, self.stories(pagina.verhalen)) if leads else None,
        )
        head, rest = self._folders[uri.rpartition("/")[0]]
        if pagina is head:
            return replace(view, onder=tuple(Uitleg(p.title, _address(p), uitleg=p.samenvatting) for p in rest))
        number = rest.index(pagina)
        return replace(
            view,
            kruimels=(_entry(head),) if head else (),
            deel=Deel(
                head.title if head else "Meer pagina's",
                tuple(Hoofdstuk(p.title, _address(p), hier=p is pagina) for p in rest),
            ),
            vorige=_entry(rest[number - 1]) if number else None,
            volgende=_entry(rest[number + 1]) if number + 1 < len(rest) else None,
        )

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

    def suited(self, text: Verhaal | Praktijkvoorbeeld) -> list[Werkvorm]:
        """Return the werkvormen a text names, and then those that fit its ruimtes; never fewer than three."""
        named = self.named(text.werkvormen)
        others = [w for w in self.fitting(text.ruimtes) if w not in named]
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
    def _shown_in(self) -> dict[str, list[Praktijkvoorbeeld]]:
        """The short examples that name each werkvorm, newest first."""
        index: dict[str, list[Praktijkvoorbeeld]] = defaultdict(list)
        for voorbeeld in self.knowledge.voorbeelden:
            for slug in voorbeeld.werkvormen:
                index[slug].append(voorbeeld)
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

    def _related(self, found: Related) -> Kaartje:
        reason = "Uitgekozen om naast dit verhaal te lezen."
        if found.shared:
            reason = f"Herkenbaar omdat het ook een verhaal is {self._together(found.shared[:REASON])}."
        return replace(self.card(found.verhaal), reden=reason)

    def _different(self, found: Different) -> Kaartje:
        reason = f"Anders: ook {self._together(found.shared[:1])}, maar {self._together(found.other[:1])}."
        return replace(self.card(found.verhaal), reden=reason)

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


def _approach(verhaal: Verhaal) -> tuple[Feit, ...]:
    """Return how it was done in short: each field of the group with its label."""
    fields = (
        (spec.label, getattr(verhaal, name)) for name, spec in specs(Verhaal).items() if name.startswith(APPROACH)
    )
    return filled(Feit(label, plain([text] if text else [])) for label, text in fields)


def plain(texts: Iterable[str]) -> tuple[Link, ...]:
    """Return texts that lead nowhere."""
    return tuple(map(Link, texts))


def filled(facts: Iterable[Feit]) -> tuple[Feit, ...]:
    """Return the facts that have any value."""
    return tuple(fact for fact in facts if fact.waarden)


def _address(pagina: Pagina) -> str:
    return urls.page(urls.uri(pagina.origin.path))


def _entry(pagina: Pagina) -> Link:
    return Link(pagina.title, _address(pagina))
