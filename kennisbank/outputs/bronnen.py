"""How a text is cited, as files beside its page for who keeps a list of sources: BibTeX and RIS.

BibTeX is that of BibLaTeX in UTF-8 (`@online`, `date`, `langid`): what LaTeX would read as an order is escaped, letters
with accents stay. Braces become commands, for BibTeX counts those of `\\{` too. Names and titles stand in braces of
their own: no style cuts the name of the site in two, or takes the capital from a place. RIS has a tag on a line, and
lines that end as its definition asks (CRLF); a comma behind the author says that it is no person.
"""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.model.records import Record
from kennisbank.pages.site import Site
from kennisbank.parts.bronvermelding import view
from kennisbank.parts.bronvermelding.view import Bronvermelding

LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "$&#%_"},
    }
)
"""What LaTeX takes for an order, and how it is written as a sign."""
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""What in an address would end its field: all else stands in it as it is."""


def bibtex(cited: Bronvermelding) -> str:
    """Return how a text is cited as an entry of BibTeX."""
    fields = {
        "author": f"{{{_latex(cited.auteur)}}}",
        "title": f"{{{_latex(cited.titel)}}}",
        "date": cited.datum,
        "url": cited.adres.translate(VERBATIM),
        "langid": "dutch",
        "note": _latex(cited.naar),
        "abstract": _latex(cited.samenvatting),
        "copyright": _latex(cited.rechten),
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{cited.sleutel},\n{''.join(lines)}}}\n"


def ris(cited: Bronvermelding) -> str:
    """Return how a text is cited in RIS."""
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in _tags(cited))


def _tags(cited: Bronvermelding) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "AU", f"{cited.auteur.replace(',', '')},"
    yield "TI", cited.titel
    if cited.datum:
        yield "PY", cited.datum[:4]
        yield "DA", cited.datum.replace("-", "/")
    if cited.adres:
        yield "UR", cited.adres
    yield "LA", "nl"
    yield "AB", cited.samenvatting
    if cited.naar:
        yield "N1", cited.naar
    yield "N1", cited.rechten
    yield "ER", ""


def bib_of(site: Site, record: Record) -> str | None:
    """Return the BibTeX beside the page of a text; None for one that is not cited by itself."""
    cited = view.made(site.knowledge.project, record)
    return bibtex(cited) if cited else None


def ris_of(site: Site, record: Record) -> str | None:
    """Return the RIS beside the page of a text; None for one that is not cited by itself."""
    cited = view.made(site.knowledge.project, record)
    return ris(cited) if cited else None


def _latex(text: str) -> str:
    return _line(text).translate(LATEX)


def _line(text: str) -> str:
    """Return a text on one line: in RIS the next line would be another tag."""
    return " ".join(text.split())
