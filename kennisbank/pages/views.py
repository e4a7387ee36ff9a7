"""What pages of several kinds look up of one knowledge base, beside its cards: each index is made once for all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from kennisbank.finding.related import Index
from kennisbank.model import urls
from kennisbank.model.facets import ALL
from kennisbank.model.records import Bundel, Pagina, Praktijkvoorbeeld, Verhaal, Werkvorm
from kennisbank.parts.cards import ONWARD, Cards, Link, Verder

TOOL = "ruimte/index.md"
"""The page that says what the tool is, where a site has it."""


class Views(Cards):
    """What the views of one knowledge base are made with."""

    @cached_property
    def index(self) -> Index:
        """Which stories are like each other."""
        return Index(self.knowledge)

    @cached_property
    def shared_labels(self) -> frozenset[str]:
        """The labels that more than one value of all facets has."""
        every = Counter(term.label for facet in ALL for term in self.knowledge.vocabularies[facet.name].terms)
        return frozenset(label for label, number in every.items() if number > 1)

    @cached_property
    def folders(self) -> dict[str, tuple[Pagina | None, list[Pagina]]]:
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

    @cached_property
    def users(self) -> dict[str, list[Verhaal]]:
        """The stories that name each werkvorm, newest first."""
        index: dict[str, list[Verhaal]] = defaultdict(list)
        for verhaal in self.knowledge.verhalen:
            for slug in verhaal.werkvormen:
                index[slug].append(verhaal)
        return index

    @cached_property
    def shown_in(self) -> dict[str, list[Praktijkvoorbeeld]]:
        """The short examples that name each werkvorm, newest first."""
        index: dict[str, list[Praktijkvoorbeeld]] = defaultdict(list)
        for voorbeeld in self.knowledge.voorbeelden:
            for slug in voorbeeld.werkvormen:
                index[slug].append(voorbeeld)
        return index

    @cached_property
    def bundels(self) -> dict[str, list[Bundel]]:
        """The bundels that each story and werkvorm is in, by its path."""
        index: dict[str, list[Bundel]] = defaultdict(list)
        for bundel in self.knowledge.bundels:
            stories = [verhaal.origin.path for verhaal in self.stories(bundel.verhalen)]
            for path in [*stories, *(w.origin.path for w in self.named(bundel.werkvormen))]:
                index[path].append(bundel)
        return index

    def suited(self, text: Verhaal | Praktijkvoorbeeld) -> list[Werkvorm]:
        """Return the werkvormen a text names, and then those that fit its ruimtes; never fewer than three."""
        named = self.named(text.werkvormen)
        others = [w for w in self.fitting(text.ruimtes) if w not in named]
        return named + others[: max(0, ONWARD - len(named))]

    def about(self, name: str) -> Link | None:
        """Return the background page about a list, or nothing where this site does not have it."""
        pages = map(self.page_link, self.knowledge.vocabularies[name].refers("pagina"))
        return next(filter(None, pages), None)

    def onward_of(self, name: str, verhalen: Sequence[Verhaal] = ()) -> Verder:
        """Return where the pages of a list lead on to when its stories do not say it; of those the first three."""
        vocabulary = self.knowledge.vocabularies[name]
        shown = list({v.origin.slug: v for v in verhalen}.values())[:ONWARD]
        return self.onward(vocabulary.refers("ruimtes"), vocabulary.refers("werkvormen"), shown)
