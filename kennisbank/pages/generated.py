"""Which pages are generated, in their order, and which lists have a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kennisbank.model import urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Praktijkvoorbeeld, Verhaal
from kennisbank.pages.begrippen import view as begrippen
from kennisbank.pages.bundels import view as bundels
from kennisbank.pages.data import view as data
from kennisbank.pages.facet import view as facet
from kennisbank.pages.foutmeldingen import view as foutmeldingen
from kennisbank.pages.ingesloten import view as ingesloten
from kennisbank.pages.ingetrokken import view as ingetrokken
from kennisbank.pages.jaren import view as jaren
from kennisbank.pages.kaart import view as kaart
from kennisbank.pages.kaarten import view as kaarten
from kennisbank.pages.kenmerken import view as kenmerken
from kennisbank.pages.lezen import view as lezen
from kennisbank.pages.nu import view as nu
from kennisbank.pages.offline import view as offline
from kennisbank.pages.page import Page, PageView
from kennisbank.pages.pagina import view as pagina
from kennisbank.pages.praktijkvoorbeeld import view as praktijkvoorbeeld
from kennisbank.pages.ruimtes import view as ruimtes
from kennisbank.pages.schrijven import view as schrijven
from kennisbank.pages.selectie import view as selectie
from kennisbank.pages.sessie import view as sessie
from kennisbank.pages.tabel import view as tabel
from kennisbank.pages.velden import view as velden
from kennisbank.pages.views import Views
from kennisbank.pages.waarde import view as waarde
from kennisbank.pages.waarden import view as waarden
from kennisbank.pages.werkvormen import view as werkvormen
from kennisbank.pages.zoeken import view as zoeken


def generate(knowledge: KnowledgeBase, views: Views) -> Iterator[Page[PageView]]:
    """Yield every generated page, always in the same order. The pages of the ruimtes themselves are files."""
    yield from waarde.all_stories(knowledge, views)
    yield werkvormen.page(knowledge, views)
    yield ruimtes.page(knowledge, views)
    yield bundels.page(knowledge, views)
    yield kenmerken.page(knowledge, views)
    yield begrippen.page(knowledge, views)
    yield from facet.generate(knowledge, views)
    yield from pagina.generate(knowledge, views)
    yield from waarde.generate(knowledge, views)
    yield from praktijkvoorbeeld.generate(knowledge, views)
    yield from tabel.generate(knowledge, views)
    yield kaart.page(knowledge, views)
    yield jaren.page(knowledge, views)
    yield zoeken.page(knowledge, views)
    yield from kaarten.generate(knowledge, views)
    yield sessie.page(knowledge, views)
    yield nu.page(knowledge, views)
    yield lezen.page(knowledge, views)
    yield from selectie.generate(knowledge, views)
    yield from ingesloten.generate(knowledge, views)
    yield offline.page()
    yield velden.page(knowledge, views)
    yield waarden.page(knowledge, views)
    yield foutmeldingen.page(views)
    yield data.page(knowledge)
    yield from schrijven.generate(knowledge, views)
    yield from ingetrokken.generate(knowledge)


def feeds(knowledge: KnowledgeBase) -> Iterator[tuple[str, str, Sequence[Verhaal | Praktijkvoorbeeld]]]:
    """Yield for every list with feeds its address, its title and its texts: stories, but for one list of examples."""
    yield urls.VERHALEN, "Alle verhalen", knowledge.verhalen
    yield urls.VOORBEELDEN, "Alle praktijkvoorbeelden", knowledge.voorbeelden
    for shown in knowledge.facets:
        for term in knowledge.vocabularies[shown.name].terms:
            yield urls.value(shown.name, term.slug), term.label, knowledge.values.get((shown.name, term.slug), [])
    for term in knowledge.vocabularies["provincie"].terms:
        yield urls.value("regio", term.slug), f"Provincie {term.label}", list(knowledge.in_province(term.slug))
    for pair, verhalen in sorted(knowledge.pairs.items()):
        if len(verhalen) >= waarde.FEWEST_FOR_PAIR:
            yield urls.pair(*pair), ", ".join(knowledge.term(*value).label for value in pair), verhalen
