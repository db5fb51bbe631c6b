"""Sheets for a press are in its inks, and the accessible file stays as it is."""

import struct
from collections import Counter
from io import BytesIO
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from commands import PLAN, handouts, write_plan
from PIL import Image

from handouts.pdf.inks import inks_of, read_press_profile

GRID = 9
D50 = (0.9642, 1.0, 0.8249)
# From XYZ at D50 to linear sRGB (Bradford-adapted, Lindbloom).
TO_RGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)


def press_profile(space: bytes = b"CMYK") -> bytes:
    """Return an ICC profile (version 2.4) of a press, with the table from Lab to inks alone."""
    tags = {
        b"desc": _described("Sample press"),
        b"cprt": b"text" + bytes(4) + b"None\0",
        b"wtpt": b"XYZ " + bytes(4) + b"".join(map(_fixed, D50)),
        b"B2A0": _table(),
    }
    start = 128 + 4 + 12 * len(tags)
    index, body = b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        index += name + struct.pack(">II", start + len(body), len(data))
        body += data
    rest = struct.pack(">I", len(tags)) + index + body
    date = struct.pack(">6H", 2026, 11, 20, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", 128 + len(rest), bytes(4), 0x02400000, b"prtr", space, b"Lab ")
    head += date + b"acsp" + bytes(28) + b"".join(map(_fixed, D50))
    return head + bytes(128 - len(head)) + rest


def _described(name: str) -> bytes:
    text = name.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(8 + 3 + 67)


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _table() -> bytes:
    identity = b"".join(_fixed(row == column) for row in range(3) for column in range(3))
    straight = struct.pack(">2H", 0, 65535)
    steps = [65535 * step / (GRID - 1) for step in range(GRID)]
    dots = (_inks(*point) for point in product(steps, repeat=3))
    clut = b"".join(struct.pack(">4H", *(round(65535 * ink) for ink in one)) for one in dots)
    sizes = struct.pack(">4B", 3, 4, GRID, 0)
    return (
        b"mft2" + bytes(4) + sizes + identity + struct.pack(">2H", 2, 2) + 3 * straight + clut + 4 * straight
    )


def _inks(light: float, a: float, b: float) -> tuple[float, ...]:
    """Return the inks of a colour in Lab, as 16 bits of version 2 of the profile say it."""
    lightness, across, along = light / 652.8, a / 256 - 128, b / 256 - 128
    y = (lightness + 16) / 116
    xyz = [
        white * _cubed(part) for white, part in zip(D50, (y + across / 500, y, y - along / 200), strict=True)
    ]
    linear = [sum(factor * part for factor, part in zip(row, xyz, strict=True)) for row in TO_RGB]
    shown = [min(1, max(0, one)) ** (1 / 2.2) for one in linear]
    black = 1 - max(shown)
    if black >= 1:
        return 0, 0, 0, 1
    return (*((1 - one - black) / (1 - black) for one in shown), black)


def _cubed(part: float) -> float:
    return part**3 if part > 6 / 29 else 3 * (6 / 29) ** 2 * (part - 4 / 29)


pytestmark = pytest.mark.usefixtures("folder")


def made(*options: str) -> bytes:
    image = BytesIO()
    Image.new("RGBA", (90, 30), (200, 30, 40, 255)).save(image, "PNG")
    Path("logo.png").write_bytes(image.getvalue())
    Path("clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\nlogo: logo.png\n", "utf-8")
    Path("press.icc").write_bytes(press_profile())
    result = handouts("make", write_plan(PLAN), "-o", "out.pdf", "--force", *options)
    assert result.exit_code == 0, result.stderr
    return Path("out.pdf").read_bytes()


def painted(pdf: pikepdf.Pdf) -> Counter[str]:
    """Return how often each operator that sets a colour, and each colour space of an image, is there."""
    found: Counter[str] = Counter()
    for page in pdf.pages:
        forms = [found for _, found in page.Resources.XObject.items()]
        found.update(str(one.ColorSpace) for one in forms if "/ColorSpace" in one)
        for code in (page, *(one for one in forms if one.Subtype == "/Form")):
            found.update(str(one.operator) for one in pikepdf.parse_content_stream(code))
    colours = ("rg", "RG", "k", "K", "/DeviceRGB", "/DeviceCMYK")
    return Counter({name: found[name] for name in colours if found[name]})


def test_sheets_are_in_inks_alone_and_name_their_press() -> None:
    usual = made()
    assert made("--cmyk", "press.icc", "--bleed", "3mm", "--marks", "crop") == usual
    with pikepdf.open("out-sheets.pdf") as pdf, pikepdf.open("out.pdf") as accessible:
        inks, colours = painted(pdf), painted(accessible)
        assert inks.keys() == {"k", "K", "/DeviceCMYK"}
        assert colours.keys() == {"rg", "RG", "/DeviceRGB"}
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == press_profile()
        assert (intent.OutputConditionIdentifier, intent.DestOutputProfile.N) == ("Sample press", 4)
        assert (inks["k"], inks["K"]) == (colours["rg"], colours["RG"])


def test_black_words_are_of_black_ink_alone() -> None:
    profile = read_press_profile(press_profile())
    for grey in (0, 0.25, 0.5, 1):
        *colours, black = inks_of(iter((grey, grey, grey)), profile)
        assert colours == [0, 0, 0]
        assert black == pytest.approx(1 - grey, abs=0.005)
    cyan, magenta, yellow, _ = inks_of(iter((0.8, 0.1, 0.1)), profile)
    assert cyan < 0.05 < 0.6 < min(magenta, yellow)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"nothing", "it is no ICC profile"),
        (b"", "it is no ICC profile"),
        (bytes(10_485_761), "it is larger than"),
    ],
)
def test_what_is_no_profile_is_refused_and_nothing_is_written(content: bytes, said: str) -> None:
    Path("press.icc").write_bytes(content)
    result = handouts("make", write_plan(f"{PLAN}country: gb\n"), "-o", "out.pdf", "--cmyk", "press.icc")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"press.icc: {said}")
    assert not Path("out.pdf").exists()


def test_a_profile_for_a_screen_is_refused() -> None:
    from PIL import ImageCms

    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Path("press.icc").write_bytes(screen)
    result = handouts("make", write_plan(f"{PLAN}country: gb\n"), "-o", "out.pdf", "--cmyk", "press.icc")
    assert result.stderr.startswith("press.icc: it is a profile for RGB, not for the CMYK inks of a press.")
