"""Pictures: what may not be in one, what is made of it, and where that stands on a real site."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin
from selectolax.lexbor import LexborHTMLParser

from kennisbank.model.made import Made
from kennisbank.outputs import gallery, imaging
from kennisbank.outputs.cache import KEPT, folder
from kennisbank.outputs.imaging import make
from kennisbank.reading import pictures
from kennisbank.reading.loader import load
from kennisbank.reading.pictures import faults
from tests.site_support import build, fingerprint, mini_root
from tests.support import BEELDEN, VERHAAL, WERKVORM, changed, picture, read, write

pytestmark = pytest.mark.apart

SECRET = "Geheim-4f1c"
"""A word that is put in everything that comes along with a picture, and may be nowhere on the site."""
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:{}="53,18.1N" note="{}"/></rdf:RDF></x:xmpmeta>'
)
ORIENTATION, GPS = 0x0112, 0x8825


def exif(*, place: bool = False, orientation: int = 1) -> bytes:
    """Return the data that a camera writes: whose it is, which way is up, and where it was when `place`."""
    found = Image.Exif()
    found[0x010E] = SECRET  # ImageDescription
    found[0x013B] = SECRET  # Artist
    found[ORIENTATION] = orientation
    found.get_ifd(GPS).update({0: b"\2\3\0\0"} | ({1: "N", 2: (53.0, 18.0, 6.0)} if place else {7: (1.0, 2.0, 3.0)}))
    return found.tobytes()


def srgb() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def text_chunks() -> PngImagePlugin.PngInfo:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", SECRET)
    chunks.add_itxt("XML:com.adobe.xmp", XMP.format("Flash", SECRET), zip=True)
    return chunks


LADEN: dict[str, dict[str, Any]] = {
    "a.jpg": {"exif": exif(), "xmp": XMP.format("Flash", SECRET).encode(), "comment": SECRET, "icc_profile": srgb()},
    "b.png": {"exif": exif(), "pnginfo": text_chunks(), "icc_profile": srgb()},
    "c.webp": {"exif": exif(), "xmp": XMP.format("Flash", SECRET).encode(), "icc_profile": srgb()},
    "d.avif": {"exif": exif(), "xmp": XMP.format("Flash", SECRET).encode(), "icc_profile": srgb()},
}
"""Pictures by name with all that each format can carry along."""


def bomb() -> bytes:
    """Return a PNG of a few bytes that says that it is 20,000 pixels wide and high."""
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def moving(name: str) -> bytes:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    return picture_of(frames[0], name, save_all=True, append_images=frames[1:], duration=100)


def picture_of(image: Image.Image, name: str, **options: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, Image.registered_extensions()[Path(name).suffix], **options)
    return written.getvalue()


def laid(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def photo(width: int = 1600, height: int = 1200) -> Image.Image:
    """Return what looks like a photo to an encoder: something of every size, and no two pixels alike."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    speckles = [Image.effect_noise((width // 16, height // 16), 60).resize((width, height)) for _ in range(2)]
    return Image.merge("RGB", (across, *speckles))


@pytest.mark.parametrize("name", LADEN)
def test_a_picture_may_carry_along_what_is_no_place(tmp_path: Path, name: str) -> None:
    assert faults(laid(tmp_path, name, picture(name, **LADEN[name]))) == ()


@pytest.mark.parametrize(
    "name, options",
    [
        *((name, {"exif": exif(place=True)}) for name in LADEN),
        *(
            (name, {"xmp": XMP.format(tag, "").encode()})
            for name in LADEN
            for tag in ("GPSLatitude", "GPSDestLongitude")
            if name != "b.png"
        ),
        ("e.jpg", {"comment": XMP.format("GPSLongitude", "")}),
    ],
)
def test_a_place_is_found_wherever_it_is_kept(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    found = faults(laid(tmp_path, name, picture(name, **options)))
    assert [fault.code for fault in found] == ["beeld-locatie"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_place_is_found_in_the_texts_of_a_png(tmp_path: Path, packed: bool) -> None:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", XMP.format("GPSLatitude", ""), zip=packed)
    assert [fault.code for fault in faults(laid(tmp_path, "a.png", picture("a.png", pnginfo=chunks)))] == [
        "beeld-locatie"
    ]


def test_a_place_is_found_behind_the_first_picture_of_a_telephone(tmp_path: Path) -> None:
    """Telephones put a smaller picture or one for depth behind the first: that is fine, a place in it is not."""
    first, second = photo(80, 60), photo(40, 30)
    for place in (False, True):
        second.encoderinfo = {"exif": exif(place=place)}
        data = io.BytesIO()
        first.save(data, "MPO", save_all=True, append_images=[second])
        file = laid(tmp_path, f"{place}.jpg".lower(), data.getvalue())
        with Image.open(file) as image:
            assert image.format == "MPO"
        expected = ["beeld-locatie"] if second.encoderinfo and exif(place=True) in data.getvalue() else []
        assert [fault.code for fault in faults(file)] == expected


@pytest.mark.parametrize(
    "name, data, message, hint",
    [
        ("a.jpg", picture("a.jpg")[:-200], "niet te lezen of niet compleet", None),
        ("a.png", picture("a.png")[:-200], "niet te lezen of niet compleet", None),
        ("a.webp", picture("a.webp")[:-80], "niet te lezen of niet compleet", None),
        ("a.avif", picture("a.avif")[:-80], "niet te lezen of niet compleet", None),
        ("a.jpg", b"\xff\xd8\xff", "niet te lezen of niet compleet", None),
        ("a.jpg", b"geen afbeelding", "niet te lezen of niet compleet", None),
        ("a.jpg", picture("a.png"), 'eindigt op ".jpg", maar de inhoud is PNG.', 'Noem het bestand "a.png".'),
        ("a.png", picture("a.webp"), 'eindigt op ".png", maar de inhoud is WEBP.', 'Noem het bestand "a.webp".'),
        ("a.webp", picture("a.jpg"), 'eindigt op ".webp", maar de inhoud is JPEG.', 'Noem het bestand "a.jpg".'),
        ("a.jpg", picture("a.gif"), 'eindigt op ".jpg", maar de inhoud is GIF.', None),
        (
            "a.jpg",
            b"\0\0\0\x24ftypheic\0\0\0\0mif1heic",
            "maar de inhoud is HEIC, van een telefoon.",
            "Meest compatibel",
        ),
        ("a.jpg", b"II*\0\x10\0\0\0CR\2\0", "maar de inhoud is RAW, van een fototoestel.", "bewaar die als JPEG"),
        ("a.jpg", b"MM\0*\0\0\0\x08", "maar de inhoud is TIFF of RAW.", "bewaar die als JPEG"),
        ("a.jpg", b"\0\0\0\x14ftypqt  \0\0\0\0", "maar de inhoud is een film.", "Neem er één beeld van"),
        ("a.jpg", picture("a.avif"), 'eindigt op ".jpg", maar de inhoud is AVIF.', 'Noem het bestand "a.avif".'),
        ("a.png", b"PK\x03\x04", "maar de inhoud is een zip of een bestand van Word.", "Haal de foto eruit"),
        ("a.png", b"<svg></svg>", "maar de inhoud is SVG of HTML.", None),
        ("a.png", moving("a.png"), "De afbeelding beweegt.", "Bewaar er één stilstaand beeld van."),
        ("a.webp", moving("a.webp"), "De afbeelding beweegt.", "Bewaar er één stilstaand beeld van."),
        ("a.avif", moving("a.avif"), "De afbeelding beweegt.", "Bewaar er één stilstaand beeld van."),
        ("a.png", bomb(), "beeldpunten; hooguit 50 miljoen mag.", "Verklein de afbeelding"),
    ],
)
def test_what_is_no_whole_picture_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str, hint: str | None, recwarn: pytest.WarningsRecorder
) -> None:
    (found,) = faults(laid(tmp_path, name, data))
    assert found.code == "beeld-stuk"
    assert message in found.message
    assert (found.hint is None) == (hint is None)
    assert (hint or "") in (found.hint or "")
    assert not recwarn.list


@pytest.mark.parametrize("name", LADEN)
def test_damage_of_any_kind_is_a_problem_or_none(tmp_path: Path, name: str, recwarn: pytest.WarningsRecorder) -> None:
    whole = picture(name, **LADEN[name])
    chance = random.Random(name)
    for number in range(60):
        data = bytearray(whole[: chance.randrange(1, len(whole))] if number % 3 == 0 else whole)
        for _ in range(chance.choice((1, 8, 64))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file = laid(tmp_path, f"{number}-{name}", bytes(data))
        assert {fault.code for fault in faults(file)} <= {"beeld-stuk", "beeld-locatie"}
        file.unlink()
    assert not recwarn.list


def test_a_picture_of_one_pixel_is_one(tmp_path: Path) -> None:
    for name in LADEN:
        file = laid(tmp_path, name, picture(name, 1, 1))
        assert faults(file) == ()
        made = make(file, empty(tmp_path / f"{name}-uit"))
        assert (made.fallback.width, made.fallback.height) == (1, 1)


def test_many_pictures_are_looked_at_in_more_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENNISBANK_PROCESSES", "2")
    names = [f"beeld-{number}.png" for number in range(6)]
    beelden = "beelden:\n" + "".join(BEELDEN.replace("kastje.jpg", name).partition("\n")[2] for name in names)
    files: dict[str, Any] = {f"stories/veel/{name}": picture(name, 8, 6) for name in names}
    files |= {"stories/veel/index.md": changed({"bron:": f"{beelden}bron:"}), "stories/veel/beeld-4.png": b"x"}
    found = read(write(tmp_path, files)).problems
    assert [(problem.path, problem.code) for problem in found] == [("stories/veel/beeld-4.png", "beeld-stuk")]


def empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def shapes(made: Made) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for variant in made.variants:
        with Image.open(variant.file) as image:
            assert image.size == (variant.width, variant.height)
            assert image.format == variant.format.upper()
        found.setdefault(variant.format, []).append((variant.width, variant.height))
    return found


@pytest.mark.parametrize(
    ("size", "expected", "fallback"),
    [
        ((2000, 1500), [(480, 360), (960, 720), (1440, 1080)], (960, 720)),
        ((1200, 600), [(480, 240), (960, 480), (1200, 600)], (960, 480)),
        ((600, 400), [(480, 320), (600, 400)], (600, 400)),
        ((500, 400), [(500, 400)], (500, 400)),
        ((60, 40), [(60, 40)], (60, 40)),
        ((700, 7000), [(288, 2880)], (288, 2880)),
    ],
)
def test_widths(
    tmp_path: Path, size: tuple[int, int], expected: list[tuple[int, int]], fallback: tuple[int, int]
) -> None:
    """Scaled in steps, never larger than it is; of a tiny picture AVIF would be larger than WebP."""
    file = laid(tmp_path, "a.jpg", picture_of(photo(*size), "a.jpg", quality=90))
    made = make(file, empty(tmp_path / "uit"))
    assert shapes(made) in ({"avif": expected, "webp": expected}, {"webp": expected} if size[0] < 100 else {})
    assert (made.fallback.format, made.fallback.width, made.fallback.height) == ("jpg", *fallback)


CORNERS = {(0, 0): "red", (1, 0): "lime", (0, 1): "blue", (1, 1): "white"}


def four(mode: str = "RGB") -> Image.Image:
    """Return a picture of 160 by 120 with a colour in each quarter."""
    image = Image.new("RGB", (160, 120))
    for (right, down), colour in CORNERS.items():
        image.paste(colour, (80 * right, 60 * down, 80 * right + 80, 60 * down + 60))
    return image.convert(mode)


def corners(file: Path) -> list[tuple[int, ...]]:
    """Return the colour in the middle of each quarter, in steps of 51: exact enough after an encoder."""
    with Image.open(file) as image:
        shown = image.convert("RGB")
    width, height = shown.size
    return [
        tuple(
            round(level / 51)
            for level in shown.getpixel((width // 4 + right * width // 2, height // 4 + down * height // 2))
        )
        for down in (0, 1)
        for right in (0, 1)
    ]


UPRIGHT = [(5, 0, 0), (0, 5, 0), (0, 0, 5), (5, 5, 5)]


@pytest.mark.parametrize("name", LADEN)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(tmp_path: Path, name: str, orientation: int) -> None:
    """Whatever way the camera was held; the eight values are those of EXIF 3.0."""
    turns = [
        None, None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_90, Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_270,
    ]  # fmt: skip
    turn = turns[orientation]
    kept = four().transpose(turn) if turn is not None else four()  # as the sensor saw it
    options = {"lossless": True} if name == "c.webp" else {"quality": 95} if name != "b.png" else {}
    file = laid(tmp_path, name, picture_of(kept, name, exif=exif(orientation=orientation), **options))
    made = make(file, empty(tmp_path / "uit"))
    for variant in (made.fallback, *made.variants):
        assert (variant.width, variant.height) == (160, 120)
        assert corners(variant.file) == UPRIGHT


@pytest.mark.parametrize(
    ("name", "image"),
    [
        ("p.png", four("P")),
        ("pa.png", four("RGBA").quantize(16)),
        ("cmyk.jpg", four("CMYK")),
        ("rgba.webp", four("RGBA")),
        ("rgba.avif", four("RGBA")),
    ],
)
def test_every_kind_of_pixels_keeps_its_colours(tmp_path: Path, name: str, image: Image.Image) -> None:
    made = make(laid(tmp_path, name, picture_of(image, name)), empty(tmp_path / "uit"))
    assert corners(made.fallback.file) == UPRIGHT


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_every_kind_of_grey_keeps_its_shades(tmp_path: Path, mode: str) -> None:
    grey = Image.linear_gradient("L").resize((64, 64))
    if mode == "I;16":
        image = grey.convert("I").point(lambda level: level * 257).convert("I;16")
    else:
        image = grey.convert(mode)
    made = make(laid(tmp_path, "a.png", picture_of(image, "a.png")), empty(tmp_path / "uit"))
    with Image.open(made.fallback.file) as shown:
        levels = [shown.convert("L").resize((1, 4), Image.Resampling.BOX).getpixel((0, row)) for row in range(4)]
    expected = [32, 96, 160, 223]
    assert all(abs(level - wanted) <= 16 for level, wanted in zip(levels, expected, strict=True)), levels


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    """On a dark page black lines on nothing would vanish."""
    image = Image.new("RGBA", (160, 120), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 80, 120))
    made = make(laid(tmp_path, "a.png", picture_of(image, "a.png")), empty(tmp_path / "uit"))
    for variant in (made.fallback, *made.variants):
        assert corners(variant.file) == [(0, 0, 0), (5, 5, 5)] * 2


def test_the_colours_of_a_profile_are_those_of_the_web(tmp_path: Path) -> None:
    from PIL import ImageCms

    swapped = picture_of(four(), "a.png", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes())
    made = make(laid(tmp_path, "a.png", swapped), empty(tmp_path / "uit"))  # a profile that does not fit is passed over
    assert corners(made.fallback.file) == UPRIGHT


def test_a_drawing_stays_sharp_and_small(tmp_path: Path) -> None:
    from PIL import ImageDraw

    image = Image.new("RGB", (1200, 800), "white")
    draw = ImageDraw.Draw(image)
    for row in range(40):
        draw.text((20, 20 * row), "Een school en een museum kijken samen naar de plek. " * 4, fill="black")
    made = make(laid(tmp_path, "a.png", picture_of(image, "a.png")), empty(tmp_path / "uit"))
    widest = [variant for variant in made.variants if variant.width == 1200]
    original = (tmp_path / "a.png").stat().st_size
    for variant in widest:
        with Image.open(variant.file) as shown:
            grey = shown.convert("L")
        assert grey.getextrema()[0] < 40 and grey.getextrema()[1] > 240, "the letters have become vague"
        assert variant.file.stat().st_size < max(original, 90_000)


def test_a_drawing_in_few_colours_is_kept_exactly(tmp_path: Path) -> None:
    """A narrower one with more shades of grey would be larger: then there is no narrower one."""
    image = Image.new("P", (900, 600))
    image.putpalette([0, 0, 0, 255, 255, 255, 200, 30, 30])
    for number in range(300):
        image.putpixel((3 * number, number), 1 + number % 2)
        image.paste(1, (number, 2 * number, number + 1, 2 * number + 200))
    made = make(laid(tmp_path, "a.png", picture_of(image, "a.png")), empty(tmp_path / "uit"))
    assert [(variant.format, variant.width) for variant in made.variants] == [("webp", 900)]
    assert made.fallback.format == "png"
    for variant in (made.fallback, *made.variants):
        with Image.open(variant.file) as shown:
            assert shown.convert("RGB").tobytes() == image.convert("RGB").tobytes()
        assert variant.file.stat().st_size <= 1.1 * (tmp_path / "a.png").stat().st_size


PLAIN = frozenset(
    "jfif jfif_version jfif_unit jfif_density progressive progression loop background timestamp duration".split()
)
"""What Pillow tells of every picture of a format."""


def metadata(file: Path) -> dict[str, Any]:
    """Return all that a made file says beside its pixels."""
    with Image.open(file) as image:
        image.load()
        return {**{key: value for key, value in image.info.items() if key not in PLAIN}, **dict(image.getexif())}


@pytest.mark.parametrize("name", LADEN)
def test_nothing_comes_along_with_the_pixels(tmp_path: Path, name: str) -> None:
    image = photo(600, 450)
    file = laid(tmp_path, name, picture_of(image, name, **LADEN[name]))
    assert SECRET.encode() in file.read_bytes()
    made = make(file, empty(tmp_path / "uit"))
    for variant in (made.fallback, *made.variants):
        data = variant.file.read_bytes()
        assert metadata(variant.file) == {}
        for word in (SECRET.encode(), b"Exif", b"xmpmeta", b"ICC_PROFILE", b"iCCP", b"EXIF", b"XMP ", b"tEXt", b"iTXt"):
            assert word not in data, (variant.file, word)


@pytest.fixture(name="cache")
def fixture_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KENNISBANK_CACHE", str(tmp_path / "cache"))
    return folder("beelden")


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pictures that have been encoded, in this process."""
    seen: list[Path] = []

    def counted(file: Path, folder: Path) -> Made:
        seen.append(file)
        return make(file, folder)

    monkeypatch.setattr(imaging, "make", counted)
    monkeypatch.setenv("KENNISBANK_PROCESSES", "1")
    return seen


def bytes_of(made: dict[str, Made]) -> dict[str, list[bytes]]:
    return {path: [v.file.read_bytes() for v in (one.fallback, *one.variants)] for path, one in made.items()}


def test_a_picture_is_encoded_once(tmp_path: Path, cache: Path, encoded: list[Path]) -> None:
    file = laid(tmp_path, "a.jpg", picture("a.jpg"))
    steps: list[str] = []
    first = gallery.make({"stories/a/a.jpg": file, "stories/b/a.jpg": file}, cache, tmp_path / "x", steps.append)
    assert (len(encoded), steps) == (1, ["Afbeeldingen maken"])
    assert gallery.make({"stories/a/a.jpg": file}, cache, tmp_path / "x")["stories/a/a.jpg"] == first["stories/a/a.jpg"]
    assert len(encoded) == 1
    laid(tmp_path, "a.jpg", picture("a.jpg", 41, 30))
    gallery.make({"stories/a/a.jpg": file}, cache, tmp_path / "x")
    assert len(encoded) == 2
    assert not (tmp_path / "x").exists()


def test_another_encoder_makes_it_anew(
    tmp_path: Path, cache: Path, encoded: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = laid(tmp_path, "a.jpg", picture("a.jpg"))
    gallery.make({"a": file}, cache, tmp_path / "x")
    monkeypatch.setattr(imaging, "SETTINGS", imaging.SETTINGS + 1)
    gallery.make({"a": file}, cache, tmp_path / "x")
    assert len(encoded) == 2


def test_what_is_damaged_in_the_cache_is_made_anew(tmp_path: Path, cache: Path, encoded: list[Path]) -> None:
    file = laid(tmp_path, "a.jpg", picture("a.jpg"))
    first = gallery.make({"a": file}, cache, tmp_path / "x")
    whole = bytes_of(first)
    listed = first["a"].fallback.file.parent / gallery.LIST
    damages: list[Callable[[], Any]] = [
        lambda: first["a"].variants[0].file.write_bytes(b"half"),
        first["a"].fallback.file.unlink,
        lambda: listed.write_text("[1]"),
        listed.unlink,
    ]
    for number, damage in enumerate(damages, 2):
        damage()
        assert bytes_of(gallery.make({"a": file}, cache, tmp_path / "x")) == whole
        assert len(encoded) == number
    assert [path.name for path in cache.iterdir()] == [first["a"].fallback.file.parent.name]


def test_without_a_cache_the_spare_folder_is_used(tmp_path: Path, encoded: list[Path]) -> None:
    file = laid(tmp_path, "a.jpg", picture("a.jpg"))
    blocked = laid(tmp_path, "bestand", b"") / "beelden"
    made = gallery.make({"a": file}, blocked, tmp_path / "reserve")
    assert made["a"].fallback.file.is_relative_to(tmp_path / "reserve")
    assert made["a"].fallback.file.exists()


def test_what_nobody_uses_is_cleared_away(tmp_path: Path, cache: Path, encoded: list[Path]) -> None:
    old, new = (laid(tmp_path, name, picture(name, size, 6)) for name, size in (("a.jpg", 8), ("b.jpg", 9)))
    gone = gallery.make({"a": old}, cache, tmp_path / "x")["a"].fallback.file.parent
    long_ago = time.time() - KEPT - 10
    os.utime(gone, (long_ago, long_ago))
    gallery.make({"b": new}, cache, tmp_path / "x")
    assert not gone.exists()
    assert len(list(cache.iterdir())) == 1


def test_more_processes_make_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{n}.jpg": laid(tmp_path, f"{n}.jpg", picture("a.jpg", 40 + n, 30)) for n in range(5)}
    found = []
    for processes in ("1", "2"):
        monkeypatch.setenv("KENNISBANK_PROCESSES", processes)
        found.append(bytes_of(gallery.make(files, tmp_path / f"cache-{processes}", tmp_path / "x")))
    assert found[0] == found[1]
    assert list(found[0]) == list(files)


# A real site.

SHOWN = """
![](kastje.jpg) Zo staat het *midden* in een tekst.

- in een lijst: ![Het kastje open](./kastje.jpg "Het kastje staat open.")

## Kop ![Een plaatje](teken.png)

[![](/stories/kastje/kastje.jpg)](/over/index.md)

En [hier](kastje.jpg) in het groot.
"""
ENTRY = BEELDEN.partition("\n")[2]
DRIE = (
    BEELDEN
    + ENTRY.replace("kastje.jpg", "teken.png").replace("cc-by", "met-toestemming")
    + ENTRY.replace("kastje.jpg", "los.webp")
    + '    bijschrift: "Los & <b>vrij</b>"\n'
)
WITHHELD = VERHAAL.replace("toestemming: ja", "toestemming: nee")


def with_pictures(root: Path) -> Path:
    """Add texts with pictures to a root: a story, a withheld one, a werkvorm, and two hand-written pages."""
    original = picture_of(photo(), "a.jpg", quality=88, **LADEN["a.jpg"] | {"exif": exif(orientation=6)})
    other = picture_of(four(), "b.png", **LADEN["b.png"])
    page = (
        '---\ntitle: Met een beeld\nsamenvatting: "Een voorbeeldpagina om te zien waar een afbeelding komt te staan."\n'
    )
    write(
        root,
        {
            "stories/goed.md": None,
            "stories/kastje/index.md": changed({"bron:": f"{DRIE}bron:", "De kinderen gingen op pad.\n": SHOWN}),
            "stories/kastje/kastje.jpg": original,
            "stories/kastje/teken.png": other,
            "stories/kastje/los.webp": picture("los.webp", 300, 200, **LADEN["c.webp"]),
            "stories/geheim/index.md": changed({"bron:": f"{BEELDEN}bron:"}, WITHHELD),
            "stories/geheim/kastje.jpg": picture("kastje.jpg", 77, 55),
            "werkvormen/kinderdialoog.md": WERKVORM.replace("De wandeling", "De kinderdialoog"),
            "werkvormen/tijdlijn.md": WERKVORM.replace("De wandeling", "De tijdlijn"),
            "werkvormen/wandelen/index.md": changed({"bron:": f"{BEELDEN}bron:"}, WERKVORM),
            "werkvormen/wandelen/kastje.jpg": picture("kastje.jpg", 300, 200),
            "docs/over/beeld.md": f"{page}{BEELDEN}---\n\nTekst.\n\n![](kastje.jpg)\n",
            "docs/over/kastje.jpg": original,
        },
    )
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_pictures(mini_root(tmp_path_factory.mktemp("beelden")))


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    out = root.parent / "site"
    result = build(root, out, KENNISBANK_CACHE=str(root.parent / "cache"))
    assert result.returncode == 0, result.stdout + result.stderr
    return out


def beside(root: Path, path: str) -> None:
    """Put a text of a folder beside that folder: its pictures stay."""
    text = (root / path).read_text(encoding="utf-8")
    name = Path(path).parent.name
    for shown in ("kastje.jpg", "teken.png"):
        text = text.replace(f"](./{shown}", f"]({shown}").replace(f"]({shown}", f"]({name}/{shown}")
    (root / path).unlink()
    (root / path).parent.with_suffix(".md").write_text(text, encoding="utf-8")


def test_pictures_in_a_folder_beside_the_text_are_shown_as_those_in_its_own(root: Path, site: Path) -> None:
    """`x.md` with `x/kastje.jpg` makes the same pages as `x/index.md` with it, but for the link to the file itself."""
    other = root.parent / "naast"
    shutil.copytree(root, other)
    for path in ("stories/kastje/index.md", "stories/geheim/index.md", "werkvormen/wandelen/index.md"):
        beside(other, path)
    assert read(other).problems == read(root).problems == ()
    result = build(other, root.parent / "vijfde", KENNISBANK_CACHE=str(root.parent / "cache"))
    assert result.returncode == 0, result.stdout + result.stderr
    first, second = fingerprint(site), fingerprint(root.parent / "vijfde")
    assert first.keys() == second.keys()
    for address in ("verhalen/kastje", "werkvormen/wandelen"):
        one, two = page(site, address), page(root.parent / "vijfde", address)
        for what in ("figure.rb-beeld", "section.rb-beelden", "a[href='kastje.jpg']"):
            assert [node.html for node in one.css(what)] == [node.html for node in two.css(what)]
    pictures_of = [name for name in first if Path(name).suffix in pictures.FORMATS]
    assert {name: first[name] for name in pictures_of} == {name: second[name] for name in pictures_of}


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def made_files(site: Path) -> Iterator[Path]:
    for file in sorted(site.rglob("*")):
        if file.suffix in pictures.FORMATS and "assets" not in file.parts:
            yield file


def test_each_picture_stands_beside_its_page(site: Path) -> None:
    own = {file.relative_to(site).as_posix() for file in made_files(site)}
    photo_files = {f"kastje-{width}.{kind}" for width in (480, 960, 1200) for kind in ("avif", "webp")} | {"kastje.jpg"}
    assert {f"verhalen/kastje/{name}" for name in photo_files} <= own
    assert {f"over/{name}" for name in photo_files} <= own
    assert {"verhalen/kastje/teken.png", "werkvormen/wandelen/kastje.jpg"} <= own
    assert len([name for name in own if name.startswith("verhalen/kastje/los")]) >= 2
    assert not [name for name in own if "geheim" in name]


def test_no_original_and_nothing_that_came_along_is_published(root: Path, site: Path) -> None:
    originals = {file.read_bytes() for file in root.rglob("*") if file.suffix in pictures.FORMATS}
    assert len(originals) == 5
    for file in site.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert data not in originals, file
            assert SECRET.encode() not in data, file
    for file in made_files(site):
        assert metadata(file) == {}, file


def test_the_page_knows_the_size_before_the_picture_is_there(site: Path) -> None:
    seen = 0
    for address in ("verhalen/kastje", "over/beeld", "werkvormen/wandelen"):
        for node in page(site, address).css("figure.rb-beeld img"):
            attributes = node.attributes
            file = (site / address / (attributes["src"] or "")).resolve()
            width, height = int(attributes["width"] or 0), int(attributes["height"] or 0)
            with Image.open(file) as image:
                assert height == min(image.height, 640)  # no taller than is seen at once
                assert width == round(image.width * height / image.height)
            assert (attributes["loading"], attributes["decoding"]) == ("lazy", "async")
            seen += 1
    assert seen == 7


def test_modern_formats_come_first_in_every_width(site: Path) -> None:
    figure = page(site, "over/beeld").css_first("figure.rb-beeld")
    sources = [(node.attributes["type"], node.attributes["srcset"] or "") for node in figure.css("source")]
    assert [kind for kind, _ in sources] == ["image/avif", "image/webp"]
    for kind, srcset in sources:
        for candidate in srcset.split(", "):
            address, width = candidate.split(" ")
            with Image.open((site / "over/beeld" / address).resolve()) as image:
                assert f"{image.width}w" == width
                assert image.format == kind.rpartition("/")[2].upper()
    assert figure.css_first("img").attributes["src"] == "../kastje.jpg"


def test_a_figure_says_who_made_it_and_what_others_may_do(site: Path) -> None:
    tree = page(site, "verhalen/kastje")
    figures = tree.css(".rb-proza figure.rb-beeld")
    assert [node.css_first("img").attributes["alt"] for node in figures] == [
        "Een houten kastje met drie voorwerpen achter glas.", "Het kastje open", "Een plaatje",
        "Een houten kastje met drie voorwerpen achter glas.",
    ]  # fmt: skip
    captions = [" ".join(node.css_first("figcaption").text(separator=" ").split()) for node in figures]
    assert captions[0] == "Beeld: Voorbeeldmuseum · CC BY 4.0"
    assert captions[1] == "Het kastje staat open. Beeld: Voorbeeldmuseum · CC BY 4.0"
    assert captions[2].endswith("Alle rechten voorbehouden, met toestemming van de maker")
    assert figures[0].css_first("a[rel=license]").attributes["href"] == (
        "https://creativecommons.org/licenses/by/4.0/deed.nl"
    )
    assert figures[2].css_first("a") is None


def test_a_figure_is_never_inside_a_paragraph_or_a_heading(site: Path) -> None:
    html = (site / "verhalen/kastje/index.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(html)
    assert not tree.css("p figure, h2 figure")
    assert "<p></p>" not in html.replace("<p> </p>", "<p></p>")
    assert tree.css_first("li figure") is not None
    assert tree.css_first("h2#kop + figure, h2 + figure") is not None
    around = tree.css_first("figure > a[href='../../over/'] > picture")
    assert around is not None, "the picture that is a link"
    assert "Zo staat het midden in een tekst." in tree.body.text()  # type: ignore[union-attr]
    assert tree.css("a[href='kastje.jpg']")[0].text() == "hier"


def test_what_the_text_does_not_place_stands_after_it(site: Path) -> None:
    for address, names in {"verhalen/kastje": ["los.webp"], "werkvormen/wandelen": ["kastje.jpg"]}.items():
        after = page(site, address).css("section.rb-beelden figure")
        assert [node.attributes["data-bestand"] for node in after] == names
    assert "Los & <b>vrij</b>" in page(site, "verhalen/kastje").css_first("section.rb-beelden figcaption").text()
    assert not page(site, "over/beeld").css("section.rb-beelden")
    assert not page(site, "verhalen/klooster").css("figure.rb-beeld, section.rb-beelden")


def test_the_same_bytes_from_the_cache_without_it_and_in_more_processes(root: Path, site: Path) -> None:
    before = fingerprint(site)
    folders = {path: path.stat().st_ino for path in (root.parent / "cache").rglob("*") if path.is_file()}
    assert folders
    again = build(root, root.parent / "tweede", KENNISBANK_CACHE=str(root.parent / "cache"), KENNISBANK_PROCESSES="2")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "Afbeeldingen maken" not in again.stderr
    assert folders == {path: path.stat().st_ino for path in (root.parent / "cache").rglob("*") if path.is_file()}
    assert fingerprint(root.parent / "tweede") == before
    blocked = laid(root.parent, "geen-map", b"")
    without = build(root, root.parent / "derde", KENNISBANK_CACHE=str(blocked))
    assert without.returncode == 0, without.stdout + without.stderr
    assert "Afbeeldingen maken" in without.stderr
    assert fingerprint(root.parent / "derde") == before


def test_a_picture_that_is_wrong_leaves_the_old_site(root: Path, site: Path, tmp_path: Path) -> None:
    before = fingerprint(site)
    wrong = tmp_path / "bron"
    shutil.copytree(root, wrong)
    (wrong / "docs/over/kastje.jpg").write_bytes(picture("a.jpg", exif=exif(place=True)))
    result = build(wrong, site, KENNISBANK_CACHE=str(root.parent / "cache"))
    assert result.returncode == 1
    assert "docs/over/kastje.jpg:1:1 In de afbeelding staat waar die is gemaakt." in result.stdout
    assert fingerprint(site) == before


def test_the_published_schema_describes_the_pictures(site: Path) -> None:
    for name in ("verhaal", "werkvorm", "pagina", "bundel"):
        schema = json.loads((site / f"schema/{name}.json").read_text(encoding="utf-8"))["properties"]["beelden"]
        assert schema["items"]["required"] == ["bestand", "alt", "maker", "licentie", "toestemming"]
        assert schema["items"]["properties"]["toestemming"]["const"] == "ja"


def test_a_text_with_a_broken_picture_is_passed_over(tmp_path: Path) -> None:
    """When a story must go from the site, a picture of another text may not keep it there."""
    files: dict[str, Any] = {
        "stories/kastje/index.md": changed({"bron:": f"{BEELDEN}bron:"}),
        "stories/kastje/kastje.jpg": b"x",
        "stories/ander.md": VERHAAL,
    }
    loaded = load(write(tmp_path, files), around=True)
    assert [found.path for found in loaded.problems] == ["stories/kastje/kastje.jpg"]
    assert loaded.knowledge is not None
    assert "kastje" not in loaded.knowledge.verhaal
