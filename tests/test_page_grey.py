"""`--colour grey` and `--colour black`: no ink but black, in words, pictures, the map and the logo."""

from pathlib import Path

import pypdfium2
import pytest
from commands import handouts
from PIL import Image, ImageChops

pytestmark = pytest.mark.usefixtures("folder")

EXAMPLE = Path(__file__).parents[1] / "examples" / "sample-patient.yaml"


def pages(*words: str) -> list[Image.Image]:
    assert handouts("make", EXAMPLE, "-o", "a.pdf", "--force", *words).exit_code == 0
    with pypdfium2.PdfDocument("a.pdf") as document:
        return [page.render(scale=0.6).to_pil().convert("RGB") for page in document]


def most_colour(image: Image.Image) -> int:
    """Return how far apart the red, green and blue of a pixel are at most."""
    red, green, blue = image.split()
    apart = (ImageChops.difference(*two) for two in ((red, green), (green, blue), (red, blue)))
    return max(highest for _, highest in (one.getextrema() for one in apart))


@pytest.mark.parametrize("colour", ["grey", "black"])
def test_nothing_takes_coloured_ink(colour: str) -> None:
    assert most_colour(pages()[0]) > 100
    assert [most_colour(page) for page in pages("--colour", colour)] == [0] * len(pages())


def test_black_leaves_paper_white_where_skin_is_shown() -> None:
    grey, black = pages("--colour", "grey"), pages("--colour", "black")
    assert sum(grey[1].convert("L").histogram()[255:]) < sum(black[1].convert("L").histogram()[255:])


def test_the_clinic_says_it_for_all() -> None:
    Path("clinic.yaml").write_text("name: Example Clinic\ncountry: gb\ncolour: grey\n", "utf-8")
    assert most_colour(pages("--clinic", "clinic.yaml")[0]) == 0
    assert most_colour(pages("--clinic", "clinic.yaml", "--colour", "colour")[0]) > 100
