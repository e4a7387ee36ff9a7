"""Serves the site while it is written, and tells the pages that are open when there is a later edition."""

from __future__ import annotations

import contextlib
import gc
import http.server
import mimetypes
import os
import re
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from kennisbank.engines.live import edition
from kennisbank.engines.live.edition import Edition, Place, Prepare, Tell
from kennisbank.engines.live.watching import Watch
from kennisbank.pages.site import NOT_FOUND

OWN = "voorvertoning/"
"""The folder of what the preview has for its own pages."""
SCRIPT = Path(__file__).with_name("herladen.js")
STATE = re.compile(rf"{OWN}stand/(\d+)")
LASTING = re.compile(r"assets/.*-[0-9a-f]{10}[./]")
"""The addresses that have a hash of what stands there: a browser need not ask for those again."""
PATIENCE = 50.0
"""Seconds after which a page that waits for a later edition hears that there is none, and asks again."""
TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml")
KINDS = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".js": "text/javascript"}


class Shown:
    """The edition that everybody gets: one thing that is replaced as a whole, so that nobody gets half of a site."""

    def __init__(self, first: Edition) -> None:
        self.edition = first
        self.there = threading.Condition()

    def replace(self, later: Edition) -> None:
        with self.there:
            self.edition = later
            self.there.notify_all()

    def later(self, number: int) -> int:
        """Return the number of the edition, as soon as it is another than this one, or after a while."""
        with self.there:
            self.there.wait_for(lambda: self.edition.number != number, PATIENCE)
            return self.edition.number


class Server(http.server.ThreadingHTTPServer):
    """Answers what is asked of the edition that is shown; its end waits for nobody."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, host: str, port: int, shown: Shown) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.shown = shown
        super().__init__((host, port), Answering)

    def server_bind(self) -> None:
        # Not that of the HTTPServer: it asks for the name of this computer, which may take seconds.
        super(http.server.HTTPServer, self).server_bind()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that leaves before it has its answer."""
        if not isinstance(sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Answering(http.server.BaseHTTPRequestHandler):
    """One connection of a browser."""

    protocol_version = "HTTP/1.1"  # a connection for each of the many files of a page takes time
    server: Server

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path).lstrip("/")
        if asked := STATE.fullmatch(address):
            number = self.server.shown.later(int(asked[1]))
            self._send(HTTPStatus.OK, str(number).encode(), "text/plain")
        elif address == f"{OWN}{SCRIPT.name}":
            self._send(HTTPStatus.OK, SCRIPT.read_bytes(), KINDS[".js"])
        else:
            self._show(self.server.shown.edition, address)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _show(self, shown: Edition, address: str) -> None:
        """Answer what an edition has at an address: a page, something else, where the page is, or that it has none."""
        if (page := shown.page(address)) is not None:
            self._send(HTTPStatus.OK, shown.reloading(page), "text/html")
        elif shown.has(f"{address}/"):
            self._send(HTTPStatus.FOUND, b"", "text/plain", location=f"/{quote(address)}/")
        elif (found := shown.other(address)) is not None:
            self._send(HTTPStatus.OK, found, kind(address), lasting=bool(LASTING.match(address)))
        elif shown.other(f"{address}/") is not None:
            self._send(HTTPStatus.FOUND, b"", "text/plain", location=f"/{quote(address)}/")
        else:
            self._send(HTTPStatus.NOT_FOUND, shown.reloading(shown.page(NOT_FOUND) or b""), "text/html")

    def _send(self, status: HTTPStatus, body: bytes, media: str, *, lasting: bool = False, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{media}; charset=utf-8" if media.startswith(TEXT) else media)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=86400" if lasting else "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def kind(address: str) -> str:
    """Return the media type of what stands at an address; a folder has a page."""
    name = address.rpartition("/")[2] or "index.html"
    ending = f".{name.rpartition('.')[2]}"
    return KINDS.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def show(root: Path, host: str, port: int, prepare: Prepare, tell: Tell) -> int:
    """Show the site of a root at an address until somebody stops it; returns the exit status.

    What there is to say meanwhile is told, in Dutch.
    """
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    gc.set_threshold(20_000, 20, 20)  # as in a build: each change makes very many objects, which stay
    with tempfile.TemporaryDirectory(prefix="beelden-") as spare, contextlib.suppress(KeyboardInterrupt):
        place = Place(root, address, prepare, Path(spare), tell)
        watch = Watch(root)
        try:
            content = edition.read(root, None, tell)
            if content is None:
                return 1
            shown = Shown(Edition(place, content, _number(0)))
            # From here on there are threads, and what one of them holds is never let go of in a copy of this process.
            os.environ["KENNISBANK_PROCESSES"] = "1"
            watch.start()
            with Server(host, port, shown) as server:
                threading.Thread(target=server.serve_forever, daemon=True).start()
                tell(f"De site is te zien op {address} (stoppen: Ctrl-C).")
                try:
                    while True:
                        follow(place, shown, watch.wait())
                finally:
                    server.shutdown()
        finally:
            watch.stop()
    return 0


def follow(place: Place, shown: Shown, paths: Iterable[str]) -> None:
    """Put a new edition in the place of the one that is shown, after a change of these files.

    Where there can be none it is said why, and the last one stays.
    """
    before, paths, start = shown.edition, list(paths), time.monotonic()
    try:
        content = before.content
        if not edition.looks_only(paths):
            content = edition.read(place.root, before.content.knowledge, place.tell) or content
        kept = None if any(map(edition.of_tool, paths)) else before
        shown.replace(Edition(place, content, _number(before.number), kept))
    except Exception as error:  # a file may be anything while somebody works on it: the next change is looked at again
        place.tell(f"De site kon niet opnieuw gemaakt worden. {edition.why(error)}")
        return
    took = f"{time.monotonic() - start:.1f}".replace(".", ",")
    place.tell(f"Bijgewerkt in {took} s.")


def _number(before: int) -> int:
    """Return the number of a later edition: another than any of a preview that ran before, whose pages may be open."""
    return max(before + 1, round(time.time() * 1000))
