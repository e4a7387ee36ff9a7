"""Where the content is kept (GitHub, Forgejo), and the addresses there: to change a file, or to propose a new one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote_plus, unquote, urlsplit

from kennisbank.problems.problem import quote

ADDRESS = re.compile(r"https?://[^\s{}?#]+")
BAD = re.compile(r'[\\"<>^`|\[\]]|%(?![0-9A-Fa-f]{2})')
"""What an address may not have (RFC 3986), and a percent sign that stands for nothing."""
LONGEST = 7500
"""Bytes of the longest address that opens a new file. GitHub refuses those of about 8 KB; the rest is for its headers.

Whoever is not logged in is led round by the page to log in, with the whole address percent-encoded once more in the
address of that page: it is that one that may not be longer (`Bewaarplaats.omweg`).
"""
RESERVED = re.compile(r"(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org)|voorbeeld\.nl)$")
"""Names of hosts that exist in examples only (RFC 2606, and the one that our examples use)."""
EXAMPLE_OWNER = "voorbeeld"
"""Whose repository it is as long as nobody has filled in another."""
SCHEME = "bewaarplaats:"
"""How a link of a page of this site names a place in the repository: `bewaarplaats:map/stories`."""
PATH = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*")
HELP = "hulp"
"""The place where somebody asks for help: the contact of the site where it has one (`project.Home.help`)."""
PEOPLE = ("beheer", "contact", "veiligheid")
"""The places that are no place at the forge: who keeps the site, and who is written to (`project.Home.person`)."""
PLACES = {
    **dict.fromkeys(("", HELP, "meld", "voorstellen", *PEOPLE), ""),
    **dict.fromkeys(("map", "nieuw", "upload"), "map"),
    "verbeter": "bestand",
}
"""The places that a link can name, and what follows each: nothing, a folder or a file below the root."""


@dataclass(frozen=True)
class _Kind:
    """The addresses of one kind of forge.

    Sources: "Query parameters for creating new files" of GitHub's documentation; the routes of Gitea (`_new` takes
    `filename` and `value` since 1.16), which Forgejo has kept.
    """

    name: str
    edit: str
    new: str
    folder: str
    upload: str
    blank: str
    login: str


KINDS = {
    "github": _Kind(
        "GitHub",
        "{adres}/edit/{tak}/{path}",
        "{adres}/new/{tak}?filename={folder}/{name}&value={content}",
        "{adres}/tree/{tak}/{folder}",
        "{adres}/upload/{tak}/{folder}",
        "{adres}/new/{tak}/{folder}",
        "{root}/login?return_to=",
    ),
    "forgejo": _Kind(
        "Forgejo",
        "{adres}/_edit/{tak}/{path}",
        "{adres}/_new/{tak}/{folder}/?filename={name}&value={content}",
        "{adres}/src/branch/{tak}/{folder}",
        "{adres}/_upload/{tak}/{folder}",
        "{adres}/_new/{tak}/{folder}",
        "{root}/user/login?redirect_to=",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarplaats:
    """What the page of a form shows of the forge: where it makes a file, and how long such an address may be.

    `omweg` is what stands before that address, encoded once more, for who has to log in first: together they are at
    most `langste`. `werkt` says whether the repository is there, and not an example.
    """

    naam: str
    soort: str
    nieuw: str
    map: str
    meld: str
    omweg: str
    langste: int
    werkt: bool


@dataclass(frozen=True)
class Forge:
    """One repository: `soort` is a key of `KINDS`, `adres` that of the repository, `tak` the branch of the content."""

    soort: str
    adres: str
    tak: str

    @property
    def naam(self) -> str:
        """The name of the forge, as it calls itself."""
        return KINDS[self.soort].name

    @property
    def owner(self) -> str:
        """Return who the repository belongs to: `team` of `https://github.com/team/kennis`."""
        return self.adres.rsplit("/", 2)[-2]

    @property
    def example(self) -> bool:
        """Tell whether this is still an example: a link to it would lead nowhere."""
        return reserved(self.adres) or self.owner == EXAMPLE_OWNER

    def _fill(self, template: str, **parts: str) -> str:
        return template.format(adres=self.adres, tak=self.tak, **parts)

    def edit(self, path: str) -> str:
        """Return the address where a file is changed; `path` is relative to the root, and may be a `{gap}`."""
        return self._fill(KINDS[self.soort].edit, path=path)

    def folder(self, folder: str) -> str:
        """Return the address where the files of a folder are listed."""
        return self._fill(KINDS[self.soort].folder, folder=folder)

    def place(self, target: str) -> str | None:
        """Return the address of what stands behind `SCHEME` in a link; None when that names no place (`place`)."""
        found = place(target)
        if found is None:
            return None
        word, path = found
        kind = KINDS[self.soort]
        templates = {
            "": "{adres}",
            **dict.fromkeys((HELP, *PEOPLE), "{adres}/issues/new/choose"),
            "meld": "{adres}/issues/new/choose",
            "voorstellen": "{adres}/pulls",
            "map": kind.folder,
            "nieuw": kind.blank,
            "upload": kind.upload,
            "verbeter": kind.edit,
        }
        return self._fill(templates[word], folder=path, path=path)

    def new(self, folder: str, name: str, content: str = "") -> str:
        """Return the address where a new file is proposed, filled in."""
        template = self.template(folder)
        filled = {"{naam}": quote_plus(name), "{inhoud}": quote_plus(content)}
        return re.sub(r"\{naam\}|\{inhoud\}", lambda gap: filled[gap.group()], template)

    def template(self, folder: str) -> str:
        """Return that address with `{naam}` and `{inhoud}` where the name and the content belong, for a script."""
        return self._fill(KINDS[self.soort].new, folder=folder, name="{naam}", content="{inhoud}")

    def view(self, folder: str) -> Bewaarplaats:
        """Return what the page of a form shows of the forge; the form makes new files in `folder`."""
        return _view(self, folder)


@cache
def _view(forge: Forge, folder: str) -> Bewaarplaats:
    """Return what `Forge.view` says: every page shows it, and nearly all of them of the same folder."""
    return Bewaarplaats(
        naam=forge.naam,
        soort=forge.soort,
        nieuw=forge.template(folder),
        map=forge.folder(folder),
        meld=forge.place("meld") or "",
        omweg=forge._fill(KINDS[forge.soort].login, root=forge.adres.rsplit("/", 2)[0]),
        langste=LONGEST,
        werkt=not forge.example,
    )


def place(target: str) -> tuple[str, str] | None:
    """Return the word of `PLACES` and the path that stand behind `SCHEME` in a link; None when that is no place.

    Whether the folder or the file is there is for who knows the root.
    """
    word, _, path = target.partition("/")
    known = word in PLACES and bool(path) == bool(PLACES[word]) and target == f"{word}/{path}".rstrip("/")
    return (word, path) if known and (not path or PATH.fullmatch(path)) else None


def whole(address: str) -> bool:
    """Tell whether an address has a host, or is only the path of a site that stands nowhere yet."""
    return "://" in address


@cache
def reserved(address: str) -> bool:
    """Tell whether the host of an address exists in examples only."""
    try:
        return bool(RESERVED.search(urlsplit(address).hostname or ""))
    except ValueError:
        return False


def odd(address: str) -> str:
    """Return in Dutch what an address has that no published one may have, or nothing; it matches `ADDRESS`.

    A password is not repeated.
    """
    try:
        parts = urlsplit(address)
        if parts.username is not None or parts.password is not None:
            return "Er staat een gebruikersnaam of een wachtwoord in het adres."
        if parts.port == 0:
            return f"In {quote(address)} staat een poort die niet bestaat."
    except ValueError:
        return f"In {quote(address)} staat een poort of een naam die niet bestaat."
    if not parts.hostname or BAD.search(address) or not address.isprintable():
        return f"In {quote(address)} staat een teken dat niet in een adres hoort."
    if any(unquote(part) in {".", ".."} for part in parts.path.split("/")):
        return f"In {quote(address)} staat een map . of .. die naar een andere map wijst."
    return ""


def wrong(part: str, value: str) -> tuple[str, str] | None:
    """Return in Dutch what is wrong with `soort`, `adres` or `tak` of a repository, and what helps; or None."""
    if part == "soort" and value not in KINDS:
        return f'De soort "{value}" is onbekend.', f"Kies uit: {', '.join(sorted(KINDS))}."
    if part == "adres" and not (ADDRESS.fullmatch(value) and value.rstrip("/").count("/") > 3):
        hint = "Schrijf het zo: https://github.com/team/kennis."
        return f'Het adres "{value}" is geen webadres van een bewaarplaats dat met https:// begint.', hint
    if part == "adres" and (said := odd(value)):
        return said, "Schrijf het zo: https://github.com/team/kennis."
    if part == "tak" and not re.fullmatch(r"[\w./-]+", value):
        return f'De tak "{value}" is geen naam van een tak.', "Schrijf bijvoorbeeld: tak: main."
    return None
