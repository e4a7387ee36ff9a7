"""Pictures themselves: what is wrong with one, and what is made of it for the site.

The one module that knows Pillow, which is imported only where there is a picture. What is made holds pixels and nothing
else: no place, time, camera, name or comment comes along.
"""

from __future__ import annotations

import functools
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kennisbank.problems import quote

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
"""The format of a picture by the end of its name."""
MOST_PIXELS = 50_000_000
"""Pixels of the largest picture that is read: what unpacks to more is a mistake, or meant to exhaust memory."""
WIDTHS = (480, 960, 1440)
"""Widths in pixels at which a picture is offered; the last is the widest."""
TALLEST = 2880
FALLBACK = 960
"""Width of the picture for a browser that knows neither AVIF nor WebP."""
FLAT = 0.5
"""From which part of equal neighbours on a picture is drawn, as a screenshot or a diagram is. Photos have some 0.1."""
SETTINGS = 2
"""To be raised when anything in the making changes: what was made before is then made anew."""

# The place where a picture was made: tags of the GPS directory of EXIF 3.0, table 15, that hold a position.
POSITION = frozenset({1, 2, 3, 4, 19, 20, 21, 22, 28})
XMP_POSITION = re.compile(rb"exif:GPS(?:Latitude|Longitude|Dest(?:Latitude|Longitude)|Area)", re.IGNORECASE)
GPS = 0x8825

OTHERS = (
    (re.compile(rb"GIF8"), "GIF"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
    (re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL), "HEIC, van een telefoon"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"\s*<"), "SVG of HTML"),
)
"""What other files begin with, and what they are."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a picture: the code of the problem, a sentence, and a cure when there is one of its own."""

    code: str
    message: str
    hint: str | None = None


@dataclass(frozen=True)
class Variant:
    """One file that is made of a picture: its format (`avif`, `webp`, `jpg`, `png`), its size, and where it lies."""

    format: str
    width: int
    height: int
    file: Path


@dataclass(frozen=True)
class Made:
    """All that is made of a picture: one that every browser shows, and the others by format, narrowest first."""

    fallback: Variant
    variants: tuple[Variant, ...]


def faults(file: Path) -> tuple[Fault, ...]:
    """Return what is wrong with a picture; raises OSError when the file is not there."""
    about = file.stat()
    return _faults(file, about.st_size, about.st_mtime_ns)


@functools.lru_cache(maxsize=4096)  # a preview checks everything again at each change of a text
def _faults(file: Path, size: int, changed: int) -> tuple[Fault, ...]:
    from PIL import Image, UnidentifiedImageError

    data = file.read_bytes()
    expected = FORMATS[file.suffix.lower()]
    try:
        with warnings.catch_warnings():  # Pillow speaks English, of what is no matter here
            warnings.simplefilter("ignore")
            try:
                picture = Image.open(io.BytesIO(data), formats=sorted(set(FORMATS.values())))
            except Image.DecompressionBombError:
                return (_too_large("meer dan 170 miljoen"),)
            except UnidentifiedImageError:
                kind = next((name for start, name in OTHERS if start.match(data)), "")
                return (_other(file, kind) if kind else _broken(),)
            with picture:
                return tuple(_judge(picture, data, file, expected))
    except Exception:  # a broken file breaks a reader in any way; whoever made it need not know which
        return (_broken(),)


def _judge(picture: Any, data: bytes, file: Path, expected: str) -> Iterator[Fault]:
    """Yield the faults of a picture whose head can be read. Raises anything when the rest cannot."""
    width, height = picture.size
    # Telephones put a second picture behind the first in a JPEG: that is MPO.
    found = "JPEG" if picture.format == "MPO" else picture.format
    if found != expected:
        yield _other(file, found)
    if width * height > MOST_PIXELS:
        yield _too_large(f"{width} bij {height}")
        return
    frames = getattr(picture, "n_frames", 1)
    if frames > 1 and picture.format != "MPO":
        yield Fault("beeld-stuk", "De afbeelding beweegt.", "Bewaar er één stilstaand beeld van.")
        return
    picture.draft(
        "RGB", (max(1, width // 8), max(1, height // 8))
    )  # a JPEG need not be unpacked in full to be read to its end
    picture.load()
    places = [picture.getexif()]
    if picture.format == "MPO":
        for number in range(1, frames):
            picture.seek(number)
            places.append(picture.getexif())
    packed = (*picture.info.values(), *getattr(picture, "text", {}).values())
    texts = [text.encode() if isinstance(text, str) else text for text in packed if isinstance(text, str | bytes)]
    texts.append(data)
    if any(POSITION & exif.get_ifd(GPS).keys() for exif in places) or any(map(XMP_POSITION.search, texts)):
        yield Fault("beeld-locatie", "In de afbeelding staat waar zij is gemaakt.")


def _broken() -> Fault:
    return Fault("beeld-stuk", "De afbeelding is niet te lezen of niet compleet.")


def _too_large(size: str) -> Fault:
    message = f"De afbeelding telt {size} beeldpunten; hooguit {MOST_PIXELS // 1_000_000} miljoen mag."
    return Fault("beeld-stuk", message, "Verklein de afbeelding, bijvoorbeeld tot 3000 beeldpunten breed.")


def _other(file: Path, kind: str) -> Fault:
    """Return that a file is something else than its name says; a name for it when that would be enough."""
    suffix = next((suffix for suffix, name in FORMATS.items() if name == kind), "")
    message = f"De naam eindigt op {quote(file.suffix)}, maar de inhoud is {kind}."
    return Fault("beeld-stuk", message, f"Noem het bestand {quote(file.stem + suffix)}." if suffix else None)


def fingerprint() -> str:
    """Return what the bytes of a made picture depend on beside the picture: our settings and the encoders."""
    import PIL
    from PIL import features

    encoders = [str(features.version(name)) for name in ("avif", "webp", "jpg", "libjpeg_turbo", "zlib_ng", "zlib")]
    return " ".join([str(SETTINGS), PIL.__version__, *encoders])


def make(file: Path, folder: Path) -> Made:
    """Make everything of a picture in an empty folder. Raises what Pillow raises when it cannot be read.

    Nothing in the result depends on the machine or the moment: each encoder runs in one thread.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        widest = _prepared(file)
    drawn = _drawn(widest)
    sizes = [_size(widest, width) for width in _widths(widest.width)]
    scaled = {size: widest if size == widest.size else widest.resize(size) for size in sizes}
    encoded: dict[str, list[tuple[tuple[int, int], bytes]]] = {"avif": [], "webp": []}
    for size in sizes:
        for format, found in encoded.items():
            found.append((size, _encoded(scaled[size], format, drawn)))
    if len(encoded["avif"][-1][1]) >= len(encoded["webp"][-1][1]):  # then it gains nothing
        del encoded["avif"]
    encoded = {format: _worth(found) for format, found in encoded.items()}
    variants = [
        _written(folder, format, size, data, f"{size[0]}") for format, found in encoded.items() for size, data in found
    ]
    size = _size(widest, min(widest.width, FALLBACK))
    small = scaled[size] if size in scaled else widest.resize(size)
    data = _encoded(small, format := "jpg", drawn)
    if drawn and len(png := _encoded(small, "png", drawn)) <= len(data):
        format, data = "png", png
    return Made(_written(folder, format, size, data, "terugval"), tuple(variants))


def _worth(found: list[tuple[tuple[int, int], bytes]]) -> list[tuple[tuple[int, int], bytes]]:
    """Leave out each width that takes as many bytes as the next: so it is where a drawing is kept exactly."""
    kept = found[-1:]
    for size, data in reversed(found[:-1]):
        if len(data) < 0.9 * len(kept[0][1]):
            kept.insert(0, (size, data))
    return kept


def _written(folder: Path, format: str, size: tuple[int, int], data: bytes, name: str) -> Variant:
    file = folder / f"{name}.{format}"
    file.write_bytes(data)
    return Variant(format, *size, file)


def _widths(width: int) -> list[int]:
    """Return the widths to make, the picture's own last; one that is nearly the next is left out."""
    return [step for step in WIDTHS if step <= 0.8 * width] + [width]


def _size(picture: Picture, width: int) -> tuple[int, int]:
    return width, max(1, round(picture.height * width / picture.width))


def _prepared(file: Path) -> Picture:
    """Return the pixels of a picture alone: upright, in sRGB, on white where it is transparent, not too large."""
    from PIL import Image, ImageCms, ImageOps

    with Image.open(file, formats=sorted(set(FORMATS.values()))) as picture:
        turned = picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}
        width, height = picture.size[::-1] if turned else picture.size
        part = min(1.0, WIDTHS[-1] / width, TALLEST / height)
        target = max(1, round(picture.width * part)), max(1, round(picture.height * part))
        picture.draft(None, (2 * target[0], 2 * target[1]))
        small: Picture = picture
        if picture.mode.startswith("I;16"):  # 16 bits of grey
            small = picture.convert("I").point(lambda level: level / 257).convert("L")
        elif picture.mode in {"P", "PA", "1", "LA"} or (picture.has_transparency_data and picture.mode != "RGBA"):
            small = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        small = small.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
        small = ImageOps.exif_transpose(small)
        profile = picture.info.get("icc_profile")
    alpha = small.getchannel("A") if small.mode == "RGBA" else None
    coloured = small.convert("RGB") if alpha else small
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            found = ImageCms.profileToProfile(coloured, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            coloured = found or coloured
        except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that does not fit its picture says nothing
            pass
    ground = Image.new("RGB", small.size, "white")  # black lines would vanish on a dark page; and it brings no metadata
    ground.paste(coloured.convert("RGB"), mask=alpha)
    return ground


def _drawn(picture: Picture) -> bool:
    """Tell whether a picture has been drawn rather than taken: most pixels are like their neighbour."""
    from PIL import ImageChops

    width, height = picture.size
    if width < 2:
        return False
    other = picture.crop((1, 0, width, height))
    red, green, blue = ImageChops.difference(picture.crop((0, 0, width - 1, height)), other).split()
    same: int = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()[0]
    return same >= FLAT * (width - 1) * height


def _encoded(picture: Picture, format: str, drawn: bool) -> bytes:
    """Return a picture in a format, without a word about it; lines and letters of what is drawn stay sharp."""
    from PIL import Image, ImageChops

    if format == "webp" and drawn:
        exact, near = _saved(picture, "WEBP", lossless=True, method=4), _saved(picture, "WEBP", quality=90, method=5)
        return min(exact, near, key=len)
    colours = "4:4:4" if drawn else "4:2:0"
    if format == "png" and picture.getcolors(256):
        few = picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        if ImageChops.difference(few.convert("RGB"), picture).getbbox() is None:
            picture = few
    options: dict[str, dict[str, Any]] = {
        "avif": {
            "quality": 72 if drawn else 56, "speed": 7 if drawn else 8, "subsampling": colours, "codec": "aom",
            "max_threads": 1, "autotiling": False,
        },
        "webp": {"quality": 76, "method": 5},
        "jpg": {"quality": 86 if drawn else 78, "subsampling": colours, "progressive": True, "optimize": True},
        "png": {"optimize": True},
    }  # fmt: skip
    return _saved(picture, "JPEG" if format == "jpg" else format.upper(), **options[format])


def _saved(picture: Picture, format: str, **options: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, format, **options)
    return written.getvalue()
