"""Pages printed to PDF by a Chromium of this computer; what was printed is kept from build to build.

A PDF is an extra: the page that it is made of can be printed by its reader too, so a site is built without a browser
as well.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kennisbank.outputs import cache

PATIENCE = 60
"""Seconds in which a page must have been printed."""
FLAGS = (
    "--headless --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
    " --disable-extensions --no-first-run --no-default-browser-check --disable-quic --hide-scrollbars"
    " --allow-file-access-from-files --no-pdf-header-footer --virtual-time-budget=5000"
).split()
"""Nothing is fetched from elsewhere; letters are read from a file beside the page; no address in the margin."""
_MOMENT = re.compile(rb"/(CreationDate|ModDate) \(D:(\d{14})([^)]*)\)")


class Unprinted(Exception):
    """The browser gave no PDF; the message is a reason, in Dutch, to stand after a colon."""


def make(pages: Mapping[str, str], fetched: Mapping[str, bytes], chromium: str, kept: Path) -> dict[str, bytes]:
    """Return the PDF of every page by its address.

    `pages` are HTML by the address of the PDF, `fetched` has the style sheets and letters that they ask for, by their
    addresses. The same pages, styles, letters and browser give the same bytes; what was printed before is found in the
    folder `kept`. Raises `Unprinted`.
    """
    own = _version(chromium) + " ".join(FLAGS) + _fingerprint(fetched)
    printed = {}
    for address, html in pages.items():
        place = kept / f"{hashlib.sha256(f'{own}{html}'.encode()).hexdigest()}.pdf"
        try:
            printed[address] = place.read_bytes()
            cache.used(place)
        except OSError:
            printed[address] = _print(html, fetched, chromium)
            _keep(printed[address], place)
    cache.clear(kept)
    return printed


def _version(chromium: str) -> str:
    try:
        return subprocess.run(
            [chromium, "--version"], capture_output=True, text=True, check=True, timeout=PATIENCE
        ).stdout
    except (OSError, subprocess.SubprocessError):
        raise Unprinted(f"{chromium} start niet") from None


def _fingerprint(fetched: Mapping[str, bytes]) -> str:
    """Return the names of what is fetched: each has the hash of its content."""
    return " ".join(sorted(fetched))


def _print(html: str, fetched: Mapping[str, bytes], chromium: str) -> bytes:
    """Let the browser print one page, with nothing of anybody's own profile."""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # Chromium refuses otherwise
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        page, pdf = Path(own, "vellen.html"), Path(own, "vellen.pdf")
        page.write_text(html, encoding="utf-8")
        for address, content in fetched.items():
            file = Path(own, address)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        command = [chromium, *FLAGS, *root, f"--user-data-dir={own}/profiel", f"--print-to-pdf={pdf}", page.as_uri()]
        try:
            done = subprocess.run(  # without pipes, which a browser's other processes would hold open
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=PATIENCE
            )
            found = pdf.read_bytes()
        except subprocess.TimeoutExpired:
            raise Unprinted(f"{chromium} deed er langer dan {PATIENCE} seconden over") from None
        except OSError:
            raise Unprinted(f"{chromium} schreef geen PDF") from None
    if done.returncode or not found.startswith(b"%PDF-"):
        raise Unprinted(f"{chromium} stopte met fout {done.returncode}")
    return timeless(found)


def timeless(pdf: bytes) -> bytes:
    """Return a PDF without the moment it was made, as long as it was: its table of contents counts bytes."""
    return _MOMENT.sub(lambda m: b"/%s (D:%s%s)" % (m[1], b"19700101000000", m[3]), pdf)


def _keep(pdf: bytes, place: Path) -> None:
    """Put a PDF in the cache at once; one that cannot be written is no reason to stop."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".", dir=place.parent)) / place.name
        beside.write_bytes(pdf)
        beside.replace(place)
        beside.parent.rmdir()
