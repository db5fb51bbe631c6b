"""Sheets for a press are in its inks, and the accessible file stays as it is."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from commands import PLAN, handouts, write_plan
from PIL import Image
from press_profile import press_profile

from handouts.pdf.inks import inks_of, read_press_profile

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
        forms = [*page.Resources.XObject.values()]
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
