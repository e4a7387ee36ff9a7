"""What is made of a picture for the site: pixels and nothing else.

No place, time, camera, name or comment comes along. Pillow is imported only where there is a picture.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kennisbank.model.made import Made, Variant
from kennisbank.reading.pictures import FORMATS

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

WIDTHS = (480, 960, 1440)
"""Widths in pixels at which a picture is offered; the last is the widest."""
TALLEST = 2880
FALLBACK = 960
"""Width of the picture for a browser that knows neither AVIF nor WebP."""
FLAT = 0.5
"""From which part of equal neighbours on a picture is drawn, as a screenshot or a diagram is. Photos have some 0.1."""
SETTINGS = 2
"""To be raised when anything in the making changes: what was made before is then made anew."""


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
