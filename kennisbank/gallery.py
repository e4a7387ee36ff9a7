"""What has been made of every picture, kept from build to build: a picture is encoded once.

What is kept is found by what it was made from, so that it can never be out of date: the bytes of the picture, our
settings and the encoders.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kennisbank import cache, imaging, parallel
from kennisbank.imaging import Made, Variant

LIST = "lijst.json"
"""The name of the file that tells what is in a folder of the cache."""


def make(
    originals: Mapping[str, Path], kept: Path, spare: Path, step: parallel.Step = lambda name: None
) -> dict[str, Made]:
    """Return what is made of each picture, by its path; what is not in `kept` yet is made and put there.

    A cache that cannot be written is no reason to stop: then `spare` is used, a folder that lives as long as the build.
    Each process makes one picture at a time; `step` is called after each. Raises OSError, or what Pillow raises for a
    picture that cannot be read.
    """
    if not originals:
        return {}
    own = imaging.fingerprint()
    keys = {path: hashlib.sha256(own.encode() + file.read_bytes()).hexdigest() for path, file in originals.items()}
    made = {key: found for key in sorted(set(keys.values())) if (found := _kept(kept / key))}
    missing = {key: originals[path] for path, key in sorted(keys.items()) if key not in made}

    def work(part: int, step: parallel.Step) -> tuple[dict[str, Made], OSError | None]:
        done: dict[str, Made] = {}
        for key, file in list(missing.items())[part::parts]:
            try:
                done[key] = _new(file, key, kept, spare)
            except OSError as error:  # sent back as it is: who builds knows how to say it
                return done, error
            step("Afbeeldingen maken")
        return done, None

    parts = min(parallel.processes(len(missing), least=2), len(missing))
    for done, error in parallel.run(work, parts, step) if missing else []:
        if error:
            raise error
        made |= done
    cache.clear(kept)
    return {path: made[key] for path, key in keys.items()}


def _kept(place: Path) -> Made | None:
    """Return what a folder of the cache holds, when that is all there; and note that it has been used."""
    try:
        rows = json.loads((place / LIST).read_text(encoding="utf-8"))
        variants = [Variant(row["soort"], row["breed"], row["hoog"], place / row["bestand"]) for row in rows]
        if any(variant.file.stat().st_size != row["bytes"] for variant, row in zip(variants, rows, strict=True)):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    cache.used(place)
    return Made(variants[0], tuple(variants[1:]))


def _new(file: Path, key: str, kept: Path, spare: Path) -> Made:
    """Make everything of a picture: in the cache, or else in the spare folder."""
    try:
        kept.mkdir(parents=True, exist_ok=True)
        return _fill(file, kept, key)
    except OSError:
        spare.mkdir(parents=True, exist_ok=True)
        return _fill(file, spare, key)


def _fill(file: Path, where: Path, key: str) -> Made:
    """Make everything of a picture beside its place and then put it there at once: nobody ever finds half of it."""
    beside = Path(tempfile.mkdtemp(prefix=".", dir=where))
    try:
        made = imaging.make(file, beside)
        rows = [
            {
                "soort": variant.format,
                "breed": variant.width,
                "hoog": variant.height,
                "bestand": variant.file.name,
                "bytes": variant.file.stat().st_size,
            }
            for variant in (made.fallback, *made.variants)
        ]
        (beside / LIST).write_text(json.dumps(rows), encoding="utf-8")
        place = where / key
        try:
            beside.rename(place)
        except OSError:  # another build was first, or what is there is damaged
            if not (found := _kept(place)):
                shutil.rmtree(place)
                beside.rename(place)
            else:
                return found
        found = _kept(place)
        if found is None:
            raise OSError(f"{place} cannot be read back")
        return found
    finally:
        shutil.rmtree(beside, ignore_errors=True)
