"""A clinic's file becomes the clinic and its logo."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from handouts.library.clinics import find_clinic_path, read_clinic
from handouts.library.image import LOGO_PIXELS, UnusableImage, read_logo
from handouts.problems import ContentError

EXAMPLE = Path(__file__).parents[1] / "examples" / "clinic.yaml"


def picture(size: tuple[int, int] = (40, 20), *, kind: str = "PNG", mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.new(mode, size).save(buffer, kind)
    return buffer.getvalue()


def with_logo(folder: Path, data: bytes | None, name: str = "logo.png") -> Path:
    path = folder / "clinic.yaml"
    path.write_text(f"name: Sample Physiotherapy Clinic\nlogo: {name}\n", "utf-8")
    if data is not None:
        (folder / name).write_bytes(data)
    return path


def told(path: Path) -> str:
    with pytest.raises(ContentError) as caught:
        read_clinic(path)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (path, 2, 7)
    return f"{problem.message} {problem.hint}".strip()


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and has no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b""))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def test_the_example_clinic_has_a_logo_and_a_country() -> None:
    found = read_clinic(EXAMPLE)
    assert found.clinic.country == "gb"
    assert found.logo is not None
    assert found.source.path == EXAMPLE


def test_a_clinic_without_a_logo_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Sample Physiotherapy Clinic\n", "utf-8")
    assert read_clinic(path).logo is None


@pytest.mark.parametrize(
    ("kind", "mode", "printed"),
    [("PNG", "RGBA", "RGBA"), ("PNG", "P", "RGB"), ("JPEG", "CMYK", "RGB"), ("JPEG", "L", "RGB")],
)
def test_a_logo_of_any_colours_becomes_a_png_in_rgb(
    tmp_path: Path, kind: str, mode: str, printed: str
) -> None:
    logo = read_clinic(with_logo(tmp_path, picture(kind=kind, mode=mode))).logo
    assert logo is not None
    with Image.open(BytesIO(logo)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", printed, (40, 20))


def test_a_logo_is_no_finer_than_print(tmp_path: Path) -> None:
    logo = read_clinic(with_logo(tmp_path, picture((3000, 500)))).logo
    assert logo is not None
    with Image.open(BytesIO(logo)) as image:
        assert image.size == (LOGO_PIXELS[0], 118)


def test_sixteen_bit_greys_stay_grey(tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("I;16", (10, 10), 0x8000).save(buffer, "PNG")
    logo = read_clinic(with_logo(tmp_path, buffer.getvalue())).logo
    assert logo is not None
    with Image.open(BytesIO(logo)) as image:
        assert image.getpixel((5, 5)) == (128, 128, 128)


def test_a_missing_logo_is_told_at_its_key(tmp_path: Path) -> None:
    assert told(with_logo(tmp_path, None)) == (
        f"there is no logo `logo.png`. Put it into `{tmp_path}`, or leave `logo` out."
    )


def test_a_folder_is_no_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.png").mkdir()
    assert told(with_logo(tmp_path, None)) == "the logo `logo.png` is a folder. Name a PNG or JPEG file."


@pytest.mark.parametrize("length", [45, 60])
def test_a_logo_that_is_cut_off_is_damaged(tmp_path: Path, length: int) -> None:
    path = with_logo(tmp_path, picture()[:length])
    assert told(path) == "the logo is damaged or cut off. Save it again as PNG."


def test_a_drawing_is_asked_for_as_png(tmp_path: Path) -> None:
    svg = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    message = told(with_logo(tmp_path, svg, "logo.svg"))
    assert message.startswith("the logo is an SVG drawing. ")
    assert "save it as PNG, 300 pixels high or more." in message


@pytest.mark.parametrize("data", [b"", b"not a picture", picture(kind="GIF"), picture(kind="BMP")])
def test_other_files_are_no_logo(tmp_path: Path, data: bytes) -> None:
    path = with_logo(tmp_path, data)
    assert told(path) == "the logo is not a PNG or JPEG picture. Save it as PNG."


@pytest.mark.parametrize("size", [(5000, 4001), (60_000, 60_000)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = with_logo(tmp_path, png_header(*size))
    assert (
        told(path)
        == "the logo has more than 20 million pixels, or a side of more than 10,000. Save it smaller."
    )


def test_a_file_over_five_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = with_logo(tmp_path, None)
    with (tmp_path / "logo.png").open("wb") as file:
        file.truncate(2**40)
    assert told(path) == "the logo is larger than 5 MB. Save it smaller."


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(["PNG", "JPEG"]), at=st.integers(0, 800), byte=st.integers(0, 255), cut=st.booleans()
)
def test_a_damaged_picture_is_a_logo_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, at: int, byte: int, cut: bool
) -> None:
    data = bytearray(picture((30, 30), kind=kind))
    at %= len(data)
    data[at] = byte
    path = tmp_path_factory.mktemp("logo") / "logo"
    path.write_bytes(data[:at] if cut else data)
    try:
        logo = read_logo(path)
    except UnusableImage as fault:
        assert fault.message.startswith("the logo")
    else:
        assert logo.startswith(b"\x89PNG")


def test_the_named_clinic_wins(tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").touch()
    assert find_clinic_path(tmp_path / "other.yaml", tmp_path, None) == tmp_path / "other.yaml"


def test_the_clinic_beside_the_plan_comes_before_the_usual_one(tmp_path: Path) -> None:
    usual = tmp_path / "usual.yaml"
    assert find_clinic_path(None, tmp_path, usual) == usual
    (tmp_path / "clinic.yaml").touch()
    assert find_clinic_path(None, tmp_path, usual) == tmp_path / "clinic.yaml"


def test_without_any_clinic_there_is_none(tmp_path: Path) -> None:
    assert find_clinic_path(None, tmp_path, None) is None
