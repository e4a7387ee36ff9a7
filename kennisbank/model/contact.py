"""Whom somebody writes to who has no account at the forge: by mail, or by way of a page that says how."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kennisbank.model import forge

MAIL = "mailto:"
ADDRESS = re.compile(rf"{MAIL}[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}")
"""One address to write to: without a subject, for a page adds what it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactpunt:
    """What a page shows of the contact: `adres` is where its link leads, `mail` the address to mail to as one reads it.

    Of a page, `mail` is empty.
    """

    adres: str
    mail: str


@dataclass(frozen=True)
class Contact:
    """`adres` is a `mailto:` address or that of a page."""

    adres: str

    @property
    def mail(self) -> str:
        """The address to mail to, as one reads it; nothing for a page."""
        return self.adres.removeprefix(MAIL) if self.adres.startswith(MAIL) else ""

    @property
    def example(self) -> bool:
        """Tell whether this is still an example: what is sent there would reach nobody."""
        host = self.mail.partition("@")[2]
        return bool(forge.RESERVED.search(host)) if host else forge.reserved(self.adres)

    @property
    def view(self) -> Contactpunt | None:
        """What a page shows of it; nothing of an example."""
        return None if self.example else Contactpunt(adres=self.adres, mail=self.mail)


def wrong(address: str) -> str:
    """Return in Dutch what is wrong with the address of a contact, or nothing."""
    if ADDRESS.fullmatch(address):
        return ""
    if address.startswith(MAIL):
        return f'Achter {MAIL} hoort één mailadres, en verder niets: "{address}".'
    if not forge.ADDRESS.fullmatch(address) or not address.startswith("https://"):
        return f'"{address}" is geen mailadres met {MAIL} ervoor, en geen webadres dat met https:// begint.'
    return forge.odd(address)
