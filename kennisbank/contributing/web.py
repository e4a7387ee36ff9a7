"""Asking another site something: over https only, with a limit to the time and the bytes, and saying who asks."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

TIMEOUT = 20.0
"""Seconds that a site may be silent."""
SCHEMES = frozenset({"https"})


@dataclass(frozen=True)
class Reply:
    """What a site answered: the status of HTTP, and the bytes that were asked for."""

    status: int
    body: bytes = b""


class NoAnswer(Exception):
    """There was no answer, or none that can be used; the message is a part of a Dutch sentence.

    `lasting` tells that asking again is of no use; `reached` that the site was there.
    """

    def __init__(self, message: str, *, lasting: bool = False, reached: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting
        self.reached = reached


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to where we may ask."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        if urlsplit(newurl).scheme not in SCHEMES:
            raise NoAnswer("de site stuurt door naar een adres zonder https", lasting=True, reached=True)
        return super().redirect_request(req, fp, code, msg, headers, written(newurl))


def written(address: str) -> str:
    """Return an address as it goes over the wire: ASCII, without the place in the page.

    Raises ValueError when it cannot be one.
    """
    parts = urlsplit(address)
    if not parts.hostname:
        raise ValueError("no host")
    host = parts.hostname.encode("idna").decode() + (f":{parts.port}" if parts.port else "")
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, "/%:@!$&'()*+,;=~"), quote(parts.query, "/%:@!$&'()*+,;=~?"), "")
    )


def ask(address: str, *, agent: str, method: str = "GET", limit: int = 0, timeout: float = TIMEOUT) -> Reply:
    """Ask one thing once, and return what came, whatever its status is.

    `agent` says who asks; of the answer at most `limit` bytes are read. Raises `NoAnswer`.
    """
    try:
        request = urllib.request.Request(written(address), headers={"User-Agent": agent}, method=method)
    except (ValueError, UnicodeError):
        raise NoAnswer("het is geen webadres", lasting=True) from None
    if urlsplit(address).scheme not in SCHEMES:
        raise NoAnswer("het adres begint niet met https://", lasting=True)
    try:
        with urllib.request.build_opener(_SafeRedirects).open(request, timeout=timeout) as reply:
            return Reply(reply.status, reply.read(limit) if limit else b"")
    except urllib.error.HTTPError as error:
        error.close()
        return Reply(error.code)
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise NoAnswer("het certificaat van de site klopt niet", lasting=True, reached=True) from None
        if isinstance(error.reason, socket.gaierror):
            raise NoAnswer("er is geen site met deze naam") from None
        raise NoAnswer("de site geeft geen antwoord") from None
    except (OSError, http.client.HTTPException, ValueError):
        raise NoAnswer("de site geeft geen antwoord") from None
