"""Show the site while it is being written: each change is on the page a moment later."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import re
import socket
import sys
from collections.abc import Sequence

from kennisbank.cli.parser import Parser
from kennisbank.engines import contract
from kennisbank.problems import failure
from kennisbank.problems.problem import quote
from kennisbank.reading import settings

ABOUT = "Bekijk de site terwijl je schrijft: een wijziging staat er meteen op."
STANDARD = "127.0.0.1:8000"
LAST_PORT = 65535


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT)
    parser.add_argument(
        "--adres",
        default=STANDARD,
        metavar="ADRES",
        help=f"waar de site te zien is (standaard: {STANDARD})",
    )
    parser.add_engine(contract.names("preview"), contract.DEFAULT)
    arguments, root = parser.parse(given)
    parser.need(arguments.engine, contract.lacking(arguments.engine))
    if not (root / settings.FILE).is_file():
        parser.error(f"in de map {root} staat geen {settings.FILE}; ga eerst naar de map van het project")
    place = _place(arguments.adres)
    if place is None:
        parser.error(
            f"{quote(arguments.adres)} is geen adres op deze computer: schrijf een IP-adres, een dubbele punt en een"
            f" poort van 1 tot en met {LAST_PORT}, bijvoorbeeld {STANDARD}"
        )
    if (reason := _refused(*place)) is not None:
        print(f"Op {arguments.adres} kan de site niet te zien zijn: {reason}.", file=sys.stderr)
        return 1
    return contract.preview(arguments.engine).serve(root, arguments.adres)


def _place(address: str) -> tuple[str, int] | None:
    """Return the host and the port of an address, or None when MkDocs takes it for none."""
    host, _, port = address.rpartition(":")
    if not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= LAST_PORT:
        return None
    if host == "localhost":
        return host, int(port)
    with contextlib.suppress(ValueError):
        return str(ipaddress.ip_address(host[1:-1] if re.fullmatch(r"\[.*\]", host) else host)), int(port)
    return None


def _refused(host: str, port: int) -> str | None:
    """Return in Dutch why nothing can be shown there, or None: MkDocs itself says it in a traceback."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as MkDocs: a preview may just have ended
            tried.bind((host, port))
            tried.listen()
    except OSError as error:
        known = {
            errno.EADDRINUSE: "die poort is al in gebruik. Sluit wat daar draait, of kies met --adres een andere poort",
            errno.EADDRNOTAVAIL: "deze computer heeft dat adres niet",
        }
        return known.get(error.errno or 0) or failure.reason(error)
    return None
