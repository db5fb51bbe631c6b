"""Whatever a clinic names as its logo, it becomes an upright PNG no finer than print, or a message."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hostile import damaged, examples
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from handouts.library.image import LOGO_PIXELS, UnusableImage, read_logo

PNG_HEADER = b"\x89PNG\r\n\x1a\n"


def saved(mode: str = "RGB", *, kind: str = "PNG", size: tuple[int, int] = (24, 16), **how: object) -> bytes:
    buffer = BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(buffer, kind, **how)
    return buffer.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *, depth: int = 8, colour: int = 2, pixels: bytes = b"") -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return PNG_HEADER + header + chunk(b"IDAT", zlib.compress(pixels, 9)) + chunk(b"IEND", b"")


def with_notes(size: int) -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "x" * size, zip=True)
    return saved(pnginfo=notes)


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(kind="JPEG", exif=exif)


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), (shade, 0, 0)) for shade in (0, 90, 180)]
    buffer = BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def checked(data: bytes, path: Path) -> Image.Image | None:
    """Return the picture that is printed, or None where there is a message."""
    path.write_bytes(data)
    try:
        png = read_logo(path)
    except UnusableImage as fault:
        assert fault.message.startswith("the logo ")
        return None
    image = Image.open(BytesIO(png))
    image.load()
    assert (image.format, image.mode in ("RGB", "RGBA"), image.info) == ("PNG", True, {})
    assert all(0 < side <= most for side, most in zip(image.size, LOGO_PIXELS, strict=True))
    return image


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("logo") / "logo.png"


SOUND = {
    "grey": saved("L"),
    "one bit": saved("1"),
    "palette": saved("P"),
    "see-through": saved("LA"),
    "16 bit": png(2, 1, depth=16, pixels=b"\0" + b"\x80\x00\x10\x00\xff\xff" * 2),
    "interlaced": saved(interlace=1),
    "printing inks": saved("CMYK", kind="JPEG"),
    "progressive": saved(kind="JPEG", progressive=True),
    "wide": saved("L", size=(9000, 1)),
    "tall": saved("L", size=(1, 9000)),
    "moving": animated("PNG"),
    "lying on its side": turned(6),
    "wrongly turned": turned(99),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_picture_of_any_kind_is_printed(name: str, path: Path) -> None:
    assert checked(SOUND[name], path) is not None


def test_a_picture_on_its_side_is_set_upright(path: Path) -> None:
    image = checked(SOUND["lying on its side"], path)
    assert image is not None
    assert image.size == (16, 24)


SVG = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "{}">]><svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
UNSOUND: dict[str, bytes | Callable[[], bytes]] = {
    "no pixels": png(0, 0),
    "no width": png(0, 5),
    "a size that lies": png(5000, 4000),
    "more pixels than memory": png(2**31 - 1, 2**31 - 1),
    "a bomb": lambda: png(30_000, 30_000, depth=1, colour=0, pixels=bytes(30_000 * 3751)),
    "notes that unpack to 80 MB": lambda: with_notes(80_000_000),
    "another kind": saved(kind="GIF"),
    "several pages": saved(kind="TIFF"),
    "moving, of another kind": animated("GIF"),
    "an icon": saved(kind="ICO"),
    "a page": b"%PDF-1.7\n",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run",
    "a drawing with entities": SVG.format("&#38;a;" * 9, "&a;").encode(),
    "a drawing with a script": SVG.format("", "<script>alert(1)</script>").encode(),
    "a drawing that looks outside": SVG.format("", '<image href="file:///etc/hostname"/>').encode(),
    "a drawing in UTF-16": SVG.format("", "").encode("utf-16"),
    "only the beginning": saved()[:40],
    "nothing": b"",
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_cannot_be_printed_is_told(name: str, path: Path) -> None:
    data = UNSOUND[name]
    assert checked(data() if callable(data) else data, path) is None


@examples(150)
@given(st.sampled_from(sorted(SOUND)).flatmap(lambda name: damaged(SOUND[name])))
def test_a_damaged_picture_is_printed_or_told(path: Path, data: bytes) -> None:
    checked(data, path)


@examples(60)
@given(
    kind=st.sampled_from([b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"eXIf", b"acTL", b"fcTL", b"pHYs", b"gAMA"]),
    data=st.binary(max_size=40),
    at=st.integers(0, 3),
)
def test_a_part_that_does_not_belong_is_survived(path: Path, kind: bytes, data: bytes, at: int) -> None:
    whole = saved("P")
    places = [8, 33, whole.index(b"IDAT") - 4, len(whole) - 12]
    place = places[at]
    checked(whole[:place] + chunk(kind, data) + whole[place:], path)


def camera_notes(entries: list[tuple[int, int, int, bytes]]) -> bytes:
    """Return EXIF with these tags, each with its kind, its count and its value."""
    tags = b"".join(struct.pack("<HHI", *entry[:3]) + entry[3] for entry in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + tags + bytes(4)


# Orientation first, then what most cameras write.
TAGS = st.sampled_from([0x0112, 0x0112, 0x010F, 0x011A, 0x0128, 0x8298, 0x8769, 0x8825, 0xA005])
ENTRIES = st.lists(
    st.tuples(TAGS, st.integers(0, 13), st.integers(0, 9), st.binary(min_size=4, max_size=4)), max_size=4
)


@examples(60)
@given(st.binary(max_size=80) | ENTRIES.map(camera_notes))
@example(camera_notes([(0x0112, 3, 1, b"\x06\0\0\0"), (0x011A, 2, 3, b"ab\0\0")]))
def test_any_notes_of_a_camera_are_survived(path: Path, notes: bytes) -> None:
    jpeg = saved(kind="JPEG")
    part = b"Exif\0\0" + notes
    checked(jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part + jpeg[2:], path)
