"""What is of this site and of no other, as its file: `ruimte.yml`, read strictly, and what the commands say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kennisbank import PROJECT
from kennisbank.model import contact, forge, kinds, project, urls
from kennisbank.model.colours import COLOUR
from kennisbank.model.contact import Contact
from kennisbank.model.facets import FACETS, OPTIONAL
from kennisbank.model.forge import Forge
from kennisbank.model.project import Keeper, Project, Security
from kennisbank.model.vocabulary import SLUG, nearest
from kennisbank.problems import report
from kennisbank.problems.problem import Place, Problem, problem, quote
from kennisbank.reading import contrast
from kennisbank.reading import frontmatter as fm
from kennisbank.reading.files import RESERVED
from kennisbank.reading.values import has_words

FILE = project.FILE
LIMIT = 64 * 1024
"""Bytes of the longest file: a hundred times what there is to say."""
LONGEST = 300
"""Characters of a name or a sentence."""
MOST = 20
"""Ruimtes: for more there are no words in the sentences about them, and no place on a sheet of cards."""

HELP = {
    "naam": "de naam van de site, bijvoorbeeld: naam: Kunst in de klas",
    "zin": "een zin zonder punt die zegt wat er te vinden is",
    "adres": "waar de site staat, bijvoorbeeld: adres: https://kunst.example/; mag weg zolang die nergens staat",
    "rechten": "onder welke licentie teksten en code te gebruiken zijn",
    "bewaarplaats": "soort, adres en tak van de plek waar de bestanden staan",
    "contact": "het mailadres van wie kan helpen, bijvoorbeeld: contact: mailto:hulp@kunst.example, of het adres van"
    " een pagina die met https:// begint; mag weg",
    "kaart": "het bestand in lijsten/ met de omtrek van de provincies, bijvoorbeeld: kaart: omtrek.yml",
    "ruimtes": "de ruimtes in hun volgorde, bijvoorbeeld: ruimtes: [plek, kind]",
    "rapport": "hoe het rapport heet als je het aanhaalt; mag weg",
    "facetten": "welke kenmerken de site laat zien naast de vaste vier; mag weg",
    "kleur": "de kleur van de site, met een tweede voor een donker scherm als je wilt, bijvoorbeeld:"
    ' kleur: ["#1f5f5b"]; mag weg',
    "leent": "welke mappen met teksten van de tool erbij komen, bijvoorbeeld: leent: [werkvormen]; mag weg",
    "beheer": "naam (en adres) van wie de site beheert, bijvoorbeeld: beheer: {naam: Stichting Voorbeeld}; mag weg",
    "beveiliging": "contact en verloopt: wie je waarschuwt voor een zwakke plek, en tot welke dag dat klopt,"
    " bijvoorbeeld: beveiliging: {contact: mailto:hulp@kunst.example, verloopt: 2027-06-30}; mag weg",
    "host": f"wat de site aanbiedt, als dat een bestand leest: {', '.join(project.HOSTS)}; mag weg",
}
"""Every key of the file, and what it holds."""
FREE = frozenset("adres contact rapport facetten kleur leent beheer beveiliging host".split())
"""Those that may be left out."""
NOWHERE = "/"
"""What stands before an address of a site that has none itself yet."""
PARTS = ("soort", "adres", "tak")
"""The keys of `bewaarplaats`."""


def of(root: Path) -> Project:
    """Return what is of the site of a root; that of this project when the root has no such file. Raises as `read`."""
    return read(home(root))


def home(root: Path) -> Path:
    """Return the root of which the settings count: this project where a root has none."""
    return root if (root / FILE).exists() or (root / FILE).is_symlink() else PROJECT


def read(root: Path = PROJECT) -> Project:
    """Read the settings of a root. Raises `frontmatter.Refused` with the first thing that is wrong."""
    found, problems = load(root)
    if found is None:
        raise fm.Refused(problems[0])
    return found


def load(root: Path) -> tuple[Project | None, list[Problem]]:
    """Return what the file of a root says, or None, with all that is wrong in it."""
    try:
        text = _text(root / FILE)
        node, problems = fm.parse(text, FILE)
    except fm.Refused as refused:
        return None, [refused.problem]
    if not isinstance(node, fm.Mapping):
        return None, [problem("kop-lijst", FILE, "Hier horen sleutels met een waarde te staan.", hint=_keys())]
    reader = _Reader(problems)
    made = reader.project(node)
    return (None if reader.problems else made), sorted(reader.problems)


def position(root: Path, name: str, item: str = "") -> Place:
    """Return where a key of the file of a root stands, or an item of its list; the beginning where it is not there."""
    try:
        node, _ = fm.parse(_text(root / FILE), FILE)
    except fm.Refused:
        return {"line": 1, "column": 1}
    found = node.entries.get(name) if isinstance(node, fm.Mapping) else None
    if found is None:
        return {"line": 1, "column": 1}
    items = found[1].items if isinstance(found[1], fm.Sequence) else ()
    place = next((each for each in items if isinstance(each, fm.Scalar) and each.text == item), found[1])
    return {"line": place.line, "column": place.column}


def _text(file: Path) -> str:
    """Return the text of a file. Raises `Refused`."""
    try:
        if file.is_symlink():
            raise fm.Refused(problem("bestand-link", FILE, "Dit is een symbolische link."))
        if not file.is_file():
            raise fm.Refused(problem("bestand-onleesbaar", FILE, f"Er is geen bestand {quote(FILE)}."))
        with file.open("rb") as opened:
            data = opened.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise fm.Refused(problem("bestand-groot", FILE, "Het bestand is veel te groot.", hint="Kort het in."))
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise fm.Refused(problem("bytes-utf8", FILE, "Het bestand is geen UTF-8.")) from None
    except OSError:
        raise fm.Refused(problem("bestand-onleesbaar", FILE, "Het bestand is niet te lezen.")) from None


def _keys() -> str:
    return f"Kies uit: {', '.join(HELP)}."


class _Reader:
    """Reads the values of the file and gathers what is wrong with them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def add(self, code: str, name: str, node: fm.Node, message: str, hint: str | None = None) -> Any:
        """Note a problem; returns None, so that a reader of values can return it."""
        self.problems.append(problem(code, FILE, message, line=node.line, column=node.column, field=name, hint=hint))

    def project(self, node: fm.Mapping) -> Project | None:
        self.known(node, HELP, _keys())
        given: dict[str, Any] = {}
        for name, (_, value) in node.entries.items():
            if name in READERS:
                given[name] = READERS[name](self, name, value)
        for name, said in HELP.items():
            if name not in node.entries and name not in FREE:
                message = f"De sleutel {quote(name)} ontbreekt."
                self.add("veld-ontbreekt", name, node, message, f"Voeg toe: {said}.")
        if self.problems:
            return None
        optional = given.get("facetten")
        return Project(
            given.get("adres", ""),
            given["bewaarplaats"],
            given.get("contact"),
            given.get("beheer"),
            given.get("beveiliging"),
            name=given["naam"],
            sentence=given["zin"].rstrip("."),
            rights=given["rechten"].rstrip("."),
            report=given.get("rapport", ""),
            map=given["kaart"],
            ruimtes=given["ruimtes"],
            host=given.get("host", ""),
            optional=OPTIONAL if optional is None else tuple(f for f in OPTIONAL if f.name in optional),
            colours=given.get("kleur", ()),
            borrowed=given.get("leent", ()),
        )

    def known(self, node: fm.Mapping, keys: Mapping[str, Any], hint: str, within: str = "") -> None:
        """Note the keys that nobody knows."""
        for name, (key, _) in node.entries.items():
            if name not in keys:
                guess = nearest(name, tuple(keys))
                meant = f" Bedoelde je {quote(guess)}?" if guess else ""
                self.add("veld-onbekend", within + name, key, f"De sleutel {quote(name)} kennen we niet.{meant}", hint)

    def text(self, name: str, node: fm.Node) -> str:
        if not isinstance(node, fm.Scalar):
            return self.add("waarde-soort", name, node, "Hier hoort één tekst.", self.hint(name)) or ""
        text = " ".join(node.text.split())
        if not text:
            return self.add("waarde-leeg", name, node, f"Bij {quote(name)} staat niets.", self.hint(name)) or ""
        if not has_words(text):
            return (
                self.add("waarde-leeg", name, node, f"{quote(text)} heeft geen letter of cijfer.", self.hint(name))
                or ""
            )
        if len(text) > LONGEST:
            message = f"De tekst telt {len(text)} tekens; hooguit {LONGEST} mag."
            return self.add("waarde-lengte", name, node, message, "Kort de tekst in.") or ""
        return text

    def hint(self, name: str) -> str:
        key = name.partition(".")[0]
        return f"Schrijf hier {HELP[key]}."

    def address(self, name: str, node: fm.Node) -> str:
        if isinstance(node, fm.Scalar) and not node.text.strip():
            return ""  # as when it is left out
        text = self.text(name, node)
        if text and not is_address(text):
            message = f"{quote(text)} is geen webadres dat met https:// begint."
            self.add("waarde-soort", name, node, message, self.hint(name))
        elif text and (said := forge.odd(text)):
            self.add("waarde-soort", name, node, said, self.hint(name))
        return text.rstrip("/") + "/"

    def contact(self, name: str, node: fm.Node) -> Contact | None:
        text = self.text(name, node)
        if text and (said := contact.wrong(text)):
            self.add("waarde-soort", name, node, said, self.hint(name))
        return Contact(text)

    def forge(self, name: str, node: fm.Node) -> Forge | None:
        if not isinstance(node, fm.Mapping):
            return self.add("waarde-soort", name, node, "Hier horen soort, adres en tak.", self.hint(name))  # type: ignore[no-any-return]
        before = len(self.problems)
        self.known(node, dict.fromkeys(PARTS), f"Kies uit: {', '.join(PARTS)}.", f"{name}.")
        found: dict[str, str] = {}
        for part in PARTS:
            if part not in node.entries:
                message = f"Bij {quote(name)} ontbreekt {quote(part)}."
                self.add("veld-ontbreekt", f"{name}.{part}", node, message, f"Voeg toe: {HELP[name]}.")
                continue
            value = node.entries[part][1]
            found[part] = self.text(f"{name}.{part}", value)
            if found[part] and (wrong := forge.wrong(part, found[part])):
                code = "waarde-onbekend" if part == "soort" else "waarde-soort"
                self.add(code, f"{name}.{part}", value, *wrong)
        return Forge(found["soort"], found["adres"].rstrip("/"), found["tak"]) if len(self.problems) == before else None

    def parts(
        self, name: str, node: fm.Node, needed: tuple[str, ...], free: tuple[str, ...] = ()
    ) -> dict[str, fm.Node]:
        """Return the parts of a key that has several, where none is missing or unknown; otherwise none."""
        known = (*needed, *free)
        if not isinstance(node, fm.Mapping):
            return self.add("waarde-soort", name, node, f"Hier horen {' en '.join(known)}.", self.hint(name)) or {}
        before = len(self.problems)
        self.known(node, dict.fromkeys(known), f"Kies uit: {', '.join(known)}.", f"{name}.")
        for part in needed:
            if part not in node.entries:
                message = f"Bij {quote(name)} ontbreekt {quote(part)}."
                self.add("veld-ontbreekt", f"{name}.{part}", node, message, f"Voeg toe: {HELP[name]}.")
        found = {part: value for part, (_, value) in node.entries.items()}
        return found if len(self.problems) == before else {}

    def keeper(self, name: str, node: fm.Node) -> Keeper | None:
        found = self.parts(name, node, ("naam",), ("adres",))
        if not found:
            return None
        address = self.address(f"{name}.adres", found["adres"]).rstrip("/") if "adres" in found else ""
        return Keeper(self.text(f"{name}.naam", found["naam"]), address)

    def security(self, name: str, node: fm.Node) -> Security | None:
        found = self.parts(name, node, ("contact", "verloopt"))
        contact = self.contact(f"{name}.contact", found["contact"]) if found else None
        said = self.text(f"{name}.verloopt", found["verloopt"]) if found else ""
        try:
            return Security(contact, date.fromisoformat(said)) if contact and said else None
        except ValueError:
            message = f"{quote(said)} is geen dag: schrijf jaar, maand en dag, zoals 2027-06-30."
            self.add("waarde-soort", f"{name}.verloopt", found["verloopt"], message, self.hint(name))
            return None

    def host(self, name: str, node: fm.Node) -> str:
        text = self.text(name, node)
        if text and text not in project.HOSTS:
            guess = nearest(text, project.HOSTS)
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            message = f"Voor de host {quote(text)} hebben we geen bestand.{meant}"
            self.add(
                "waarde-onbekend", name, node, message, f"Kies uit: {', '.join(project.HOSTS)}, of haal de regel weg."
            )
        return text

    def file(self, name: str, node: fm.Node) -> str:
        text = self.text(name, node)
        if text and not re.fullmatch(rf"{SLUG.pattern}\.yml", text):
            message = f"{quote(text)} is geen naam van een bestand in lijsten/."
            self.add("waarde-soort", name, node, message, self.hint(name))
        return text

    def slugs(self, name: str, node: fm.Node) -> tuple[str, ...]:
        """Return a list of different names."""
        if not isinstance(node, fm.Sequence):
            return self.add("waarde-soort", name, node, "Hier hoort een lijst.", self.hint(name)) or ()
        found: list[str] = []
        for item in node.items:
            slug = self.text(name, item)
            if slug and not SLUG.fullmatch(slug):
                message = f"{quote(slug)} is geen naam van kleine letters, cijfers en streepjes."
                self.add("waarde-soort", name, item, message, self.hint(name))
            elif slug in found:
                self.add("waarde-dubbel", name, item, f"{quote(slug)} staat er al.")
            elif slug:
                found.append(slug)
        return tuple(found)

    def ruimtes(self, name: str, node: fm.Node) -> tuple[str, ...]:
        found = self.slugs(name, node)
        if isinstance(node, fm.Sequence) and not node.items:
            self.add("waarde-leeg", name, node, "De lijst is leeg.", self.hint(name))
        for item in node.items if isinstance(node, fm.Sequence) else ():
            slug = item.text.strip() if isinstance(item, fm.Scalar) else ""
            if slug in kinds.NO_RUIMTE or RESERVED.fullmatch(slug):
                message = f"{quote(slug)} kan geen ruimte heten: de site gebruikt dat woord zelf."
                self.add("waarde-soort", name, item, message, "Geef de ruimte een andere naam, ook in de map ruimtes.")
        if len(found) > MOST:
            self.add("waarde-aantal", name, node, f"De lijst heeft {len(found)} ruimtes; hooguit {MOST} mag.")
        return found

    def facets(self, name: str, node: fm.Node) -> tuple[str, ...]:
        found = self.slugs(name, node)
        own, more = [facet.name for facet in FACETS], [facet.name for facet in OPTIONAL]
        items = node.items if isinstance(node, fm.Sequence) else ()
        for item in items:
            slug = item.text.strip() if isinstance(item, fm.Scalar) else ""
            if slug in own:
                message = f"Het kenmerk {quote(slug)} laat elke site zien."
                self.add("waarde-dubbel", name, item, message, "Haal het hier weg.")
            elif SLUG.fullmatch(slug) and slug not in more:
                guess = nearest(slug, more)
                meant = f" Bedoelde je {quote(guess)}?" if guess else ""
                message = f"Het kenmerk {quote(slug)} bestaat niet.{meant}"
                self.add("waarde-onbekend", name, item, message, f"Kies uit: {', '.join(more)}.")
        return found

    def colours(self, name: str, node: fm.Node) -> tuple[str, ...]:
        """Return one colour, or one for light pages and one for dark ones."""
        if not isinstance(node, fm.Sequence):
            return self.add("waarde-soort", name, node, "Hier hoort een lijst.", self.hint(name)) or ()
        if not 1 <= len(node.items) <= 2:
            self.add("waarde-aantal", name, node, "Hier horen een of twee kleuren.", self.hint(name))
        found = tuple(self.text(name, item) for item in node.items)
        for colour, item in zip(found, node.items, strict=True):
            if colour and not COLOUR.fullmatch(colour):
                self.add("waarde-kleur", name, item, f"{quote(colour)} is geen kleur.")
        if all(map(COLOUR.fullmatch, found)):
            for number, message, hint in contrast.poor(found):
                self.add(contrast.CODE, name, node.items[number], message, hint)
        return found

    def borrowed(self, name: str, node: fm.Node) -> tuple[str, ...]:
        """Return the folders of which the site has what the tool brings."""
        found = self.slugs(name, node)
        known = [kind.folder for kind in kinds.KINDS if kind.lent]
        for item in node.items if isinstance(node, fm.Sequence) else ():
            slug = item.text.strip() if isinstance(item, fm.Scalar) else ""
            if SLUG.fullmatch(slug) and slug not in known:
                guess = nearest(slug, known)
                meant = f" Bedoelde je {quote(guess)}?" if guess else ""
                message = f"De map {quote(slug)} is niet te leen.{meant}"
                self.add("waarde-onbekend", name, item, message, f"Kies uit: {', '.join(known)}.")
        return found


READERS: dict[str, Callable[[_Reader, str, fm.Node], Any]] = {
    "naam": _Reader.text,
    "zin": _Reader.text,
    "adres": _Reader.address,
    "rechten": _Reader.text,
    "bewaarplaats": _Reader.forge,
    "contact": _Reader.contact,
    "kaart": _Reader.file,
    "ruimtes": _Reader.ruimtes,
    "rapport": _Reader.text,
    "facetten": _Reader.facets,
    "kleur": _Reader.colours,
    "leent": _Reader.borrowed,
    "beheer": _Reader.keeper,
    "beveiliging": _Reader.security,
    "host": _Reader.host,
}


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a site, with a path or without."""
    try:
        return bool(forge.ADDRESS.fullmatch(text) and urlsplit(text).hostname)
    except ValueError:
        return False


def counted(number: int, root: Path) -> str:
    """Return the last line of a check of a root: how many problems, and where each is explained."""
    line = report.counted(number)
    where = explained(root)
    return f"{line} Uitleg met voorbeelden: {where or 'op de site, bij Foutmeldingen.'}" if number else line


def explained(root: Path) -> str:
    """Return the address of the page with every message, on the site of a root; nothing where that has none yet."""
    site = site_address(root)
    return "" if site == NOWHERE else site + urls.FOUTMELDINGEN


def site_address(root: Path) -> str:
    """Return the address of the site of a root; a slash where it has none yet."""
    try:
        return of(root).site or NOWHERE
    except fm.Refused:
        return NOWHERE
