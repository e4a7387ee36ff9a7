"""Fetch the lists of stories and addresses of the site that is online, so that a build can compare with it.

Exit 0 also when there is no site yet (then nothing is written), 1 when it is not known what is online (then that is
written: only a withdrawal goes on without knowing it), 2 for wrong use.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kennisbank import PROJECT
from kennisbank.cli.parser import Parser
from kennisbank.contributing import web
from kennisbank.contributing.web import NoAnswer
from kennisbank.model import published, urls
from kennisbank.problems import failure
from kennisbank.reading.history import ADDRESSES, UNKNOWN
from kennisbank.reading.settings import NOWHERE, site_address

ABOUT = "Haal de lijst met verhalen op van de site die nu online staat."

LIMIT = 20_000_000
"""Bytes of the largest list: some 200 of them tell of one story."""
WAITS = (0, 5, 20)
"""Seconds before each try."""


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--out", type=Path, default=PROJECT / "vorige.json", metavar="BESTAND", help="waar de lijst komt te staan"
    )
    parser.add_argument("--site", metavar="ADRES", help="het adres van de site (standaard: dat in ruimte.yml)")
    arguments, root = parser.parse(given)
    site = arguments.site or site_address(root)
    if site == NOWHERE:
        print("Vul eerst adres in, in ruimte.yml. Zonder dat is niet na te gaan wat er online staat.")
        return _unknown(arguments.out)
    address = site.removesuffix("/") + "/" + urls.MANIFEST
    try:
        arguments.out.unlink(missing_ok=True)  # an older list must not be taken for this one
        body = fetch(address)
        if body is None:
            print(f"Op {site} staat nog geen site: dit is de eerste keer.")
            return 0
        found = json.loads(body)
        number = len(dict.items(found["verhalen"]))  # a TypeError when it is anything else
        address = site.removesuffix("/") + "/" + published.FILE
        if more := fetch(address):  # a site that was made before there was such a list has none
            found[ADDRESSES] = more.decode()
        write(arguments.out, found)
    except NoAnswer as why:
        print(f"De lijst van de vorige site is niet op te halen van {address}: {why}.")
        print("Klopt adres in ruimte.yml? Probeer het anders later nog eens. De site die online staat, blijft staan.")
    except (ValueError, KeyError, TypeError):
        print(f"Op {address} staat iets anders dan de lijst van een site van ons. Klopt adres in ruimte.yml?")
    except OSError as error:
        print(f"Schrijven lukte niet: {failure.reason(error)} ({error.filename}).")
    else:
        print(f"Op {site} staan nu {number} verhalen.")
        return 0
    return _unknown(arguments.out)


def _unknown(file: Path) -> int:
    """Write that it is not known what is online; returns the exit status."""
    with contextlib.suppress(OSError):
        write(file, {UNKNOWN: True})
    return 1


def write(file: Path, found: dict[str, Any]) -> None:
    """Put a list in the place of the one before, in one go."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    beside.replace(file)


def fetch(address: str) -> bytes | None:
    """Return the list at an address; None when the site is there without one. Raises `NoAnswer`."""
    for wait in WAITS:
        time.sleep(wait)
        try:
            reply = web.ask(address, agent="Ruimte-publicatie/1", limit=LIMIT + 1)
        except NoAnswer as why:
            if why.lasting or wait == WAITS[-1]:
                raise
            continue
        if reply.status == 404:
            return None
        if reply.status < 400:
            break
        if reply.status < 500 or wait == WAITS[-1]:
            raise NoAnswer(f"de site antwoordt met fout {reply.status}")
    if len(reply.body) > LIMIT:
        raise NoAnswer("de lijst is veel te groot")
    return reply.body
