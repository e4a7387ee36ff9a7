"""What a template gets: the view of its page, what the site has on every page, and what belongs to this page alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

from kennisbank.model import urls
from kennisbank.model.contact import Contactpunt
from kennisbank.model.forge import Bewaarplaats
from kennisbank.parts.cards import Begrip, Link, Stukje, Verder
from kennisbank.parts.figures import Figuur
from kennisbank.parts.glyph.view import Glyph
from kennisbank.parts.icon import Merk
from kennisbank.parts.kop.view import Deur
from kennisbank.parts.omslag.view import Deelbeeld
from kennisbank.problems.problem import Problem

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


@dataclass(frozen=True, slots=True)
class Dag:
    """A date, as a machine reads it and as it is written in Dutch: 1 november 2026."""

    iso: str
    tekst: str


def day(value: date) -> Dag:
    return Dag(value.isoformat(), f"{value.day} {MONTHS[value.month - 1]} {value.year}")


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """One of the pages that a list is cut in. A gap between them has no address."""

    nummer: int = 0
    url: str = ""
    huidig: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladeren:
    """Where a reader is in a list that is cut in pages; `vorige` and `volgende` are empty at its ends."""

    paginas: tuple[Bladzijde, ...]
    nummer: int
    totaal: int
    vorige: str
    volgende: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What the template of a page shows, whatever its kind; each kind of page adds its own.

    `template` is the file that shows it; a style sheet of its own lies in the folder of its name. A page that is
    `verborgen` is found by nobody who has not its address; one that is `stil` is found on this site, but offered to no
    search engine: it has too little to say yet. `map` is the folder that it proposes new files for, if it
    does. `zoektitel` and `zoekzin` are title and description for who sees the page named elsewhere, in a search engine
    or beside a link, where those of the page say too little there.
    """

    template: ClassVar[str]
    title: str
    description: str
    zoektitel: str = ""
    zoekzin: str = ""
    kruimels: tuple[Link, ...] = ()
    verder: Verder | None = None
    glyph: Glyph | None = None
    datum: Dag | None = None
    bijgewerkt: Dag | None = None
    feed: str = ""
    bladeren: Bladeren | None = None
    verborgen: bool = False
    stil: bool = False
    map: str = ""

    @property
    def feed_json(self) -> str:
        """The address of its feed as JSON, beside that as Atom (`feed`)."""
        return urls.feeds(urls.followed(self.feed))[1] if self.feed else ""


View_co = TypeVar("View_co", bound=PageView, covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[View_co]):
    """One page that is made: its address, what its template shows, and its text in Markdown."""

    address: str
    view: View_co
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kader:
    """What is the same on every page: the site's name, its sentence, its address (which ends with `/`), its doors.

    What does not `bestaat` has no address yet (then `adres` is a path), or an example, which is not printed.
    `rechten` says under which licence it stands, and `licentie` is the address of that, where it is known; `streek`
    names its provinces, `aantal` is how many ruimtes there are, in words, and `rapport` is how the report is cited, or
    nothing. `stijl` and `zonder_script` are the addresses of the styles of every page and of those where scripts are
    off, `scripts`, `letters` and `tekeningen` of the folders of those. `merk` is what stands before the name. `deuren`
    are the three doors, and `over` what the foot names beside them; `beheer` is who keeps the site, or nothing. What is
    not `offline` is a preview: a browser keeps nothing of it, and `problemen` is what keeps it from being newer.

    There is one for all pages of a build, so nobody compares what is in two of them: what is kept of a template by what
    it was given asks for it on every page.
    """

    naam: str
    zin: str
    adres: str
    bestaat: bool
    rechten: str
    licentie: str
    streek: str
    aantal: str
    rapport: str
    stijl: str
    zonder_script: str
    scripts: str
    letters: str
    tekeningen: str
    merk: Merk
    deuren: tuple[Deur, ...]
    over: tuple[Link, ...]
    beheer: Link | None = None
    offline: bool = True
    problemen: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class KortAdres:
    """A short address: relative to the root, and as somebody writes it on paper or says it."""

    url: str
    woorden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """What belongs to one page beside its view.

    `adres` is relative to the root of the site, `wortel` leads from the page to that root (without a slash at its end),
    `deur` is the name of the door behind which the page lies, `plek` the address of the page of that door to which it
    belongs. `canoniek` and `verbeter` are whole addresses, or empty; `kort` is the short address of a text that has
    one; `bestand` is the path of the file that somebody wrote it in, or nothing. `html` is the text of the page;
    `intro` the sentence under its title, and `zin` what a search engine shows of it; `begrippen` are the words that
    text and intro can open; `stijl` is the address of the styles of its kind, where it has any, and `scripts` those of
    the script of its kind and of all parts of it; `beelden` are the pictures that the text itself does not place,
    without the photograph of the `opening` of a story; `beeld` is what others show beside a link to the page. `wacht`
    says that the text leads to a repository that is not there yet. `contact` is whom somebody writes to instead of
    making a proposal, where the site has one. `machine` is what machines read of the page, as JSON, or nothing.
    """

    adres: str
    wortel: str
    zin: str
    bewaarplaats: Bewaarplaats
    contact: Contactpunt | None = None
    deur: str = ""
    plek: str = ""
    stijl: str = ""
    scripts: tuple[str, ...] = ()
    canoniek: str = ""
    kort: KortAdres | None = None
    verbeter: str = ""
    bestand: str = ""
    html: str = ""
    intro: tuple[Stukje, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    beelden: tuple[Figuur, ...] = ()
    opening: Figuur | None = None
    beeld: Deelbeeld | None = None
    machine: str = ""
    wacht: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The names that the template of a page gets; `view` is of the class that says which template it is."""

    view: PageView
    site: Kader
    blad: Blad

    def named(self) -> dict[str, PageView | Kader | Blad]:
        """Return them as a template is given them."""
        return {"view": self.view, "site": self.site, "blad": self.blad}
