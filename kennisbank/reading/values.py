"""The text of one value, and what it means: dates, periods, choices, each with its own complaint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from kennisbank.model import examples, kinds
from kennisbank.model.colours import COLOUR
from kennisbank.model.fields import FieldSpec, Kind
from kennisbank.model.vocabulary import SLUG, Vocabulary
from kennisbank.problems.problem import quote

OLDEST = date(2000, 1, 1)
YEARS_AHEAD = 10
"""Years after this one in which a period may end."""
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PERIOD = re.compile(r"([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?")
PICTURE = re.compile(rf"(?:{SLUG.pattern})\.(?:jpg|jpeg|png|webp|avif)")
ADDRESS = re.compile(rf"(?:{SLUG.pattern})(?:/{SLUG.pattern})*")
"""A name, or a whole address with its folders: `oude-naam`, `achtergrond/oude-naam`."""
RANGE = re.compile(r"([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4}))?")
SITE = re.compile(
    r"https://((?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9])"
    r"""(?:[/?#][^\s<>"'`\\^{}|@]*)?"""
)
"""The address of another site, with its host: whole, and without a name, a password or an e-mail address in it."""

VORM = re.compile(r"plenair|tweetallen|groepjes van [3-8]")
"""How people sit; `model.course.size` says how many that is."""


ZONE = "Europe/Amsterdam"


def today(now: datetime | None = None) -> date:
    """Return the day that it is in the Netherlands, now or at a moment: the clock of who checks may stand elsewhere.

    The machine that checks a proposal has UTC: what is dated today just after midnight would be of tomorrow there.
    """
    return (now or datetime.now(UTC)).astimezone(ZoneInfo(ZONE)).date()


@dataclass(frozen=True)
class Context:
    """What a value is judged against: the closed lists, and the day that counts as today."""

    vocabularies: Mapping[str, Vocabulary]
    today: date
    _told: dict[type[Any], dict[str, FieldSpec]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def digest(self) -> bytes:
        """A short digest of the closed lists: what is judged against the same ones is judged in the same way."""
        return hashlib.blake2b(repr(self.vocabularies).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def fields(self, record: type[Any]) -> dict[str, FieldSpec]:
        """Return the fields of a record as this site tells them; they are worked out once for all its files."""
        if record not in self._told:
            self._told[record] = examples.told(record, self.vocabularies)
        return self._told[record]


class Invalid(Exception):
    """A value that cannot be read: the code of the problem, what is wrong, and a cure of its own."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def choices(vocabulary: Vocabulary, extra: tuple[str, ...]) -> str:
    """Return the cure that lists every value, by its group where the list has groups: some have forty values."""
    groups: dict[str, list[str]] = {"": list(extra)} if extra else {}
    for term in vocabulary.terms:
        groups.setdefault(term.extra.get("groep", ""), []).append(term.slug)
    rows = [f"{group}: {', '.join(slugs)}" if group else ", ".join(slugs) for group, slugs in groups.items()]
    return "Kies uit: " + "; ".join(rows) + "." if rows else "Deze lijst heeft nu geen waarden."


def has_words(text: str) -> bool:
    """Tell whether a text says anything: whether it has a letter or a digit."""
    return any(map(str.isalnum, text))


def _text(raw: str, spec: FieldSpec, context: Context) -> str:
    text = " ".join(raw.split())
    if not has_words(text):
        raise Invalid("waarde-leeg", f"{quote(text)} heeft geen letter of cijfer.", "Vul het veld in.")
    length = "1 teken" if len(text) == 1 else f"{len(text)} tekens"
    if spec.minimum is not None and len(text) < spec.minimum:
        raise Invalid(
            "waarde-lengte",
            f"De tekst telt {length}; minstens {spec.minimum} zijn nodig.",
            "Schrijf wat meer.",
        )
    if spec.maximum is not None and len(text) > spec.maximum:
        raise Invalid("waarde-lengte", f"De tekst telt {length}; hooguit {spec.maximum} mag.", "Kort de tekst in.")
    return text


def _date(raw: str, spec: FieldSpec, context: Context) -> date:
    match = DATE.fullmatch(raw)
    if not match:
        raise Invalid("waarde-datum", f"{quote(raw)} is geen datum.")
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        raise Invalid("waarde-datum", f"{quote(raw)} bestaat niet op de kalender.") from None
    if day < OLDEST:
        raise Invalid(
            "waarde-datum", f"{quote(raw)} ligt voor het jaar 2000.", "Vul de dag van publicatie op deze site in."
        )
    if day > context.today:
        raise Invalid(
            "waarde-datum",
            f"{quote(raw)} ligt in de toekomst.",
            f"Vul vandaag in ({context.today}) of een eerdere dag.",
        )
    return day


def _period(raw: str, spec: FieldSpec, context: Context) -> tuple[int, int]:
    match = PERIOD.fullmatch(raw)
    if not match:
        raise Invalid("waarde-periode", f"{quote(raw)} is geen periode.")
    first, last = int(match[1]), int(match[2] or match[1])
    if not OLDEST.year <= first <= last <= context.today.year + YEARS_AHEAD:
        limits = f"beide tussen {OLDEST.year} en {context.today.year + YEARS_AHEAD}"
        raise Invalid(
            "waarde-periode", f"{quote(raw)} kan niet.", f"Schrijf eerst het begin en dan het einde, {limits}."
        )
    return first, last


def _range(raw: str, spec: FieldSpec, context: Context) -> tuple[int, int]:
    match = RANGE.fullmatch(raw)
    if not match:
        raise Invalid("waarde-bereik", f"{quote(raw)} is geen getal of bereik.")
    low, high = int(match[1]), int(match[2] or match[1])
    least, most = spec.minimum or 0, spec.maximum or 9999
    if not least <= low <= high <= most:
        raise Invalid("waarde-bereik", f"{quote(raw)} kan niet: van laag naar hoog, tussen {least} en {most}.")
    return low, high


def _number(raw: str, spec: FieldSpec, context: Context) -> int:
    low, high = _range(raw, spec, context)
    if low != high or not raw.isdecimal():
        raise Invalid(
            "waarde-bereik", f"{quote(raw)} is geen getal.", f"Schrijf een getal, bijvoorbeeld {spec.example}."
        )
    return low


def _consent(raw: str, spec: FieldSpec, context: Context) -> bool:
    if raw not in {"ja", "nee"}:
        raise Invalid("toestemming", f"{quote(raw)} is geen ja en geen nee.")
    return raw == "ja"


def _flag(raw: str, spec: FieldSpec, context: Context) -> bool:
    if raw not in {"true", "false"}:
        raise Invalid("waarde-soort", f"{quote(raw)} is hier niet mogelijk.", "Schrijf true, of haal het veld weg.")
    return raw == "true"


def _yes(raw: str, spec: FieldSpec, context: Context) -> bool:
    if raw != "ja":
        raise Invalid("waarde-soort", f"{quote(raw)} is hier niet mogelijk.", "Schrijf ja, of haal het veld weg.")
    return True


def _vorm(raw: str, spec: FieldSpec, context: Context) -> str:
    text = " ".join(raw.split())
    if VORM.fullmatch(text):
        return text
    hint = 'Schrijf plenair, tweetallen of "groepjes van 4", met een getal van 3 tot en met 8.'
    raise Invalid("waarde-vorm", f"{quote(raw)} is geen vorm.", hint)


def _file(raw: str, spec: FieldSpec, context: Context) -> str:
    if not PICTURE.fullmatch(raw) or len(raw) > (spec.maximum or len(raw)):
        raise Invalid(
            "waarde-soort",
            f"{quote(raw)} is geen naam van een afbeelding.",
            f"Schrijf alleen de naam, in kleine letters, cijfers en streepjes, bijvoorbeeld {spec.example}.",
        )
    return raw


def _granted(raw: str, spec: FieldSpec, context: Context) -> bool:
    if raw != "ja":
        if raw == "nee":
            message = "Zonder toestemming hoort de afbeelding hier niet."
            raise Invalid("beeld-toestemming", message, "Haal de afbeelding weg.")
        raise Invalid("beeld-toestemming", f"{quote(raw)} is geen ja.")
    return True


def _choice(raw: str, spec: FieldSpec, context: Context) -> str:
    vocabulary = context.vocabularies[spec.vocabulary]
    if raw in vocabulary.by_slug or raw in spec.extra:
        return raw
    if slug := vocabulary.synonym(raw):
        raise Invalid("waarde-synoniem", f"{quote(raw)} schrijf je hier als {quote(slug)}.")
    guess = vocabulary.nearest(raw)
    meant = f" Bedoelde je {quote(guess)}?" if guess else ""
    raise Invalid("waarde-onbekend", f"{quote(raw)} bestaat niet.{meant}", choices(vocabulary, spec.extra))


def _slug(raw: str, spec: FieldSpec, context: Context) -> str:
    return _matching(SLUG, raw, spec)


def _address(raw: str, spec: FieldSpec, context: Context) -> str:
    return _matching(ADDRESS, raw, spec)


def _matching(pattern: re.Pattern[str], raw: str, spec: FieldSpec) -> str:
    if not pattern.fullmatch(raw):
        raise Invalid(
            "waarde-soort",
            f"{quote(raw)} is geen adres.",
            f"Een adres bestaat uit kleine letters, cijfers en streepjes, bijvoorbeeld {spec.example}.",
        )
    return raw


def _site(raw: str, spec: FieldSpec, context: Context) -> str:
    if SITE.fullmatch(raw) and len(raw) <= (spec.maximum or len(raw)):
        return raw
    raise Invalid("waarde-site", *_no_site(raw, spec))


def _no_site(raw: str, spec: FieldSpec) -> tuple[str, str | None]:
    """Return why an address of a site is refused, and the cure where it is not that of the code."""
    scheme, slashes, rest = raw.partition("://")
    host = re.split("[/?#]", rest if slashes else raw)[0]
    if len(raw) > (spec.maximum or len(raw)):
        return f"Het adres telt {len(raw)} tekens; hooguit {spec.maximum} mag.", "Neem het adres van de voorpagina."
    if re.search(r"\s", raw):
        return f"In het adres {quote(raw)} staat een spatie.", "Haal die weg, of zet elk adres apart in de lijst."
    if "@" in raw:
        return f"In het adres {quote(raw)} staat een @.", "Geen mailadres of inlognaam: neem de pagina met contact."
    if slashes and scheme.lower() == "http":
        return f"{quote(raw)} begint met http://.", f"Schrijf {quote(f'https://{rest}')}, als de site zo ook werkt."
    if not slashes and SITE.fullmatch(f"https://{raw}"):
        return f"{quote(raw)} begint niet met https://.", f"Zet https:// ervoor: {quote(f'https://{raw}')}."
    if scheme == "https" and "." not in host.strip("."):
        return f"In {quote(raw)} staat geen naam van een site met een punt erin.", None
    return f"{quote(raw)} is geen adres van een site.", None


def _colour(raw: str, spec: FieldSpec, context: Context) -> str:
    if COLOUR.fullmatch(raw):
        return raw
    raise Invalid("waarde-kleur", f"{quote(raw)} is geen kleur.")


READERS: dict[Kind, Callable[[str, FieldSpec, Context], Any]] = {
    Kind.TEXT: _text,
    Kind.CITAAT: _text,
    Kind.DATE: _date,
    Kind.CHANGED: _date,
    Kind.PERIOD: _period,
    Kind.RANGE: _range,
    Kind.NUMBER: _number,
    Kind.CONSENT: _consent,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    **dict.fromkeys(kinds.BY_FIELD, _slug),
    Kind.ADDRESS: _address,
    Kind.FILE: _file,
    Kind.GRANTED: _granted,
    Kind.SITE: _site,
    Kind.YES: _yes,
    Kind.VORM: _vorm,
    Kind.COLOUR: _colour,
}
