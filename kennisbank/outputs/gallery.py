"""What has been made of every picture, kept from build to build: a picture is encoded once.

What is kept is found by what it was made from, so that it can never be out of date: the bytes of the picture, our
settings and the encoders. Beside it a list for each root tells which of its pictures those are, so that what was made
of a withdrawn story can be taken away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from kennisbank.model.made import Made, Variant
from kennisbank.outputs import cache, imaging
from kennisbank.problems import failure
from kennisbank.reading import parallel

LIST = "lijst.json"
"""The name of the file that tells what is in a folder of the cache."""

KEY = re.compile(r"[0-9a-f]{64}")
"""The name of such a folder."""


class Unmade(Exception):
    """Nothing could be made of some pictures; `why` has a reason, in Dutch, for each by its path."""

    def __init__(self, why: Mapping[str, str]) -> None:
        super().__init__("\n".join(f"{path}: {reason}" for path, reason in sorted(why.items())))
        self.why = dict(why)


def make(
    originals: Mapping[str, Path], kept: Path, spare: Path, step: parallel.Step = lambda name: None
) -> dict[str, Made]:
    """Return what is made of each picture, by its path; what is not in `kept` yet is made and put there.

    A cache that cannot be written is no reason to stop: then `spare` is used, a folder that lives as long as the build.
    Each process makes one picture at a time; `step` is called after each. Raises `Unmade`, when all have been tried.
    """
    if not originals:
        return {}
    own = imaging.fingerprint()
    keys: dict[str, str] = {}
    why: dict[str, str] = {}
    for path, file in originals.items():
        try:
            keys[path] = hashlib.sha256(own.encode() + file.read_bytes()).hexdigest()
        except OSError as error:
            why[path] = _reason(error)
    made = {key: found for key in sorted(set(keys.values())) if (found := _kept(kept / key))}
    missing = {key: path for path, key in sorted(keys.items()) if key not in made}

    def work(part: int, step: parallel.Step) -> tuple[dict[str, Made], dict[str, str]]:
        done: dict[str, Made] = {}
        failed: dict[str, str] = {}
        for key, path in list(missing.items())[part::parts]:
            try:
                done[key] = _new(originals[path], key, kept, spare)
            except Exception as error:  # a picture breaks an encoder in any way
                failed[path] = _reason(error)
            step("Afbeeldingen maken")
        return done, failed

    parts = min(parallel.processes(len(missing), least=2), len(missing))
    for done, failed in parallel.run(work, parts, step) if missing else []:
        made |= done
        why |= failed
    if why:
        raise Unmade(why)
    cache.clear(kept)
    return {path: made[key] for path, key in keys.items()}


def _reason(error: Exception) -> str:
    """Return in Dutch why nothing was made of a picture."""
    why = failure.reason(error) if isinstance(error, OSError) and error.errno else type(error).__name__
    return f"De afbeelding is niet te maken: {why}."


def remember(made: Mapping[str, Made], kept: Path, root: Path, *, all_of_it: bool) -> None:
    """Note which pictures of a root are in the cache; `all_of_it` says that there are no others.

    What was made of a picture that the root had before and has no more goes: of a story that was withdrawn nothing
    stays behind. A cache that cannot be written holds nothing to forget.
    """
    now = {path: found.fallback.file.parent.name for path, found in made.items()}
    before = _known(kept, root)
    forget(kept, root, lambda path: now.get(path, "" if all_of_it else before[path]) != before[path])
    if now:
        with contextlib.suppress(OSError):
            kept.mkdir(parents=True, exist_ok=True)
            _list(kept, root).write_text(json.dumps(_known(kept, root) | now, indent=0), encoding="utf-8")


def forget(kept: Path, root: Path, gone: Callable[[str], bool]) -> None:
    """Take what was made of the pictures of a root whose paths are `gone` out of the cache, and out of its list.

    What another picture needs as well, of this root or of another, stays.
    """
    known = _known(kept, root)
    keys = {key for path, key in known.items() if gone(path)}
    if not keys:
        return
    left = {path: key for path, key in known.items() if not gone(path)}
    with contextlib.suppress(OSError):
        _list(kept, root).write_text(json.dumps(left, indent=0), encoding="utf-8")
    needed = {key for file in kept.glob("*.json") for key in _read(file).values()}
    for key in keys - needed:
        shutil.rmtree(kept / key, ignore_errors=True)


def _list(kept: Path, root: Path) -> Path:
    """Return the file that has the key of every picture of a root by its path."""
    return kept / f"{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]}.json"


def _known(kept: Path, root: Path) -> dict[str, str]:
    """Return what was noted of the pictures of a root."""
    return _read(_list(kept, root))


def _read(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {path: key for path, key in found.items() if KEY.fullmatch(key)}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


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
