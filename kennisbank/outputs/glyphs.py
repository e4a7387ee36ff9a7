"""The pictures of sets of ruimtes, kept from build to build: to encode one takes longer than all else of it.

What is kept is found by what it was made from: the ruimtes, their colours, the code that draws them and the encoder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kennisbank.outputs import cache, imaging
from kennisbank.parts import cells, preview
from kennisbank.reading import kept

KIND = "glyphs"
"""The kind of thing in the cache."""
BEGIN, END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
"""How a whole PNG begins and ends."""


def pictures(
    sets: Iterable[frozenset[str]], order: Sequence[str], inks: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the PNG of each of these sets of ruimtes, by name; `order` has all ruimtes.

    `inks` are the colours of the site by their token. A cache that cannot be written is no reason to stop.
    """
    place = cache.folder(KIND) if kept.on() else None
    own = _fingerprint(order, inks)
    for name, slugs in sorted((preview.name(slugs, order), slugs) for slugs in sets):
        file = place / f"{own}-{name}" if place else None
        found = _read(file) if file else b""
        if not found:
            found = preview.png(slugs, order, inks)
            if file:
                _write(file, found)
        yield name, found
    if place:
        cache.clear(place)


def _fingerprint(order: Sequence[str], inks: Mapping[str, str]) -> str:
    """Return what the pictures of a site depend on beside which ruimtes are filled, in short."""
    digest = hashlib.sha256(repr((list(order), sorted(inks.items()), imaging.fingerprint())).encode())
    for module in (preview, cells):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()[:32]


def _read(place: Path) -> bytes:
    """Return a picture that was kept; nothing where there is none, or no whole one."""
    try:
        found = place.read_bytes()
    except OSError:
        return b""
    if not (found.startswith(BEGIN) and found.endswith(END)):
        return b""
    cache.used(place)
    return found


def _write(place: Path, picture: bytes) -> None:
    """Keep a picture, whole or not at all."""
    new = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(picture)
        new.replace(place)
