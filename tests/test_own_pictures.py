"""A photo or drawing of one's own stands in the place of a figure, and says nothing of the camera."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from commands import handouts
from judge import faults
from own_content import photo, plan_of, write_exercise, write_photo
from PIL import Image

from handouts.library.image import read_photo

pytestmark = pytest.mark.usefixtures("folder")

ONE = "dose: 2x10\npicture: nod.jpg\nalt: A person nods.\n"
TWO = """\
dose: 2x10
pictures:
  - {file: start.jpg, alt: A person looks ahead.}
  - {file: end.jpg, alt: A person nods., caption: Chin down}
"""


def made(*options: str) -> bytes:
    result = handouts("make", "plan.yaml", "-o", "made.pdf", "--force", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    content = Path("made.pdf").read_bytes()
    assert faults(content) == []
    return content


def images(content: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(BytesIO(content)) as pdf:
        found = [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        return [pikepdf.PdfImage(one).as_pil_image().convert("RGB") for one in found]


def alts(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return [
            str(one["/Alt"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize("colours", [(), ("--colour", "black")])
def test_a_photo_is_a_figure_with_its_words_and_in_the_file_once(
    layout: str, colours: tuple[str, ...]
) -> None:
    write_photo("nod.jpg")
    write_exercise("chin-nod", ONE)
    plan_of("chin-nod")
    content = made("-l", layout, *colours)
    assert "A person nods." in alts(content)
    assert len(images(content)) == 1


def test_black_layouts_have_it_in_grey() -> None:
    write_photo("nod.jpg")
    write_exercise("chin-nod", ONE)
    plan_of("chin-nod")
    (coloured,), (grey,) = images(made()), images(made("--colour", "black"))
    red, green, _ = coloured.getpixel((10, 10))
    assert red - green > 100
    assert max(high - low for high, low in ((max(at), min(at)) for at in (grey.getpixel((10, 10)),))) <= 3


def test_two_photos_are_start_and_end_where_they_say_nothing_else() -> None:
    write_photo("start.jpg")
    write_photo("end.jpg", photo(600, 800))
    write_exercise("chin-nod", TWO)
    plan_of("chin-nod")
    content = made()
    text = pypdfium2.PdfDocument(content)[1].get_textpage().get_text_range()
    assert "Start" in text and "Chin down" in text and "End" not in text.split("Start")[1]
    assert [one for one in alts(content) if one.startswith("A person")].count("A person looks ahead.") == 1
    write_exercise("chin-nod", TWO.replace(", caption: Chin down", ""))
    assert "End" in pypdfium2.PdfDocument(made())[1].get_textpage().get_text_range()


def test_a_photo_stands_as_the_camera_was_held_and_says_nothing_of_where() -> None:
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = 6, "SECRETCAM"
    notes.get_ifd(0x8825)[1] = "N"
    write_photo("nod.jpg", photo(exif=notes))
    write_exercise("chin-nod", ONE)
    plan_of("chin-nod")
    content = made()
    (printed,) = images(content)
    assert printed.size == (600, 800)
    # Turned to the right, the red upper half is at the right.
    assert printed.getpixel((580, 400))[0] > 150 > printed.getpixel((20, 400))[0]
    with pikepdf.open(BytesIO(content)) as pdf:
        streams = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert not any(b"SECRETCAM" in one or b"Exif" in one for one in (*streams, content))


def test_what_one_can_see_through_is_white_and_a_strip_is_cut_to_a_shape_that_fits() -> None:
    data = BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(data, "PNG")
    clear = write_photo("clear.png", data.getvalue())
    with Image.open(BytesIO(read_photo(clear).colour)) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)
    strip = read_photo(write_photo("strip.jpg", photo(2000, 200)))
    assert strip.width / strip.height == pytest.approx(16 / 9, rel=0.02)


def test_a_coarse_photo_is_told() -> None:
    write_photo("nod.jpg", photo(320, 240))
    write_exercise("chin-nod", ONE)
    plan_of("chin-nod")
    told = "a picture of `chin-nod` has 320 pixels on its longer side, and looks coarse."
    assert told in handouts("make", "plan.yaml", "-o", "x.pdf").stderr
    assert told in handouts("check", "content").stdout


BAD = {
    "picture: nod.jpg": ":6:1: `picture` has no `alt`",
    "alt: A person.": ":6:1: `alt` says what is seen in `picture`, which is missing.",
    "picture: gone.jpg\nalt: A person.": ":6:10: there is no picture `gone.jpg`.",
    "picture: nod.jpg\nalt: A person.\nfigure: heel-raise": ":6:1: `figure` and `picture` cannot both be",
    "picture: bomb.jpg\nalt: A person.": ":6:10: the picture is damaged or cut off.",
    "picture: nod.svg\nalt: A person.": ":6:10: the picture is an SVG drawing.",
    "picture: phone.heic\nalt: A person.": ":6:10: the picture is in the HEIC form of a phone.",
    "picture: .\nalt: A person.": ":6:10: the picture `exercises` is a folder.",
    "pictures: [{file: nod.jpg}]": "`alt` is missing",
    "pictures: [{file: gone.jpg, alt: A person.}]": ":6:19: there is no picture `gone.jpg`.",
}


@pytest.mark.parametrize("more", BAD)
def test_a_picture_that_cannot_be_printed_is_told_at_its_place(more: str) -> None:
    write_photo("nod.jpg")
    write_photo("bomb.jpg", photo()[:300])
    write_photo("nod.svg", b"<svg></svg>")
    write_photo("phone.heic", b"....ftypheic")
    path = write_exercise("chin-nod", f"{more}\n")
    plan_of("chin-nod")
    for words in (("check", str(path)), ("make", "plan.yaml", "-o", "x.pdf")):
        result = handouts(*words)
        assert result.exit_code == 1
        assert BAD[more] in result.stdout + result.stderr
    assert not Path("x.pdf").exists()


def test_a_changed_photo_is_another_content_to_a_batch() -> None:
    write_photo("nod.jpg")
    write_exercise("chin-nod", ONE)
    plan = plan_of("chin-nod").read_text("utf-8").replace('patient: {name: Sample Patient, id: "4711"}\n', "")
    Path("base.yaml").write_text(plan, "utf-8")
    Path("list.csv").write_text("patient.id\n1\n2\n", "utf-8")
    handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out")
    before = Path("out", "1-2026-11-20.pdf").read_bytes()
    write_photo("nod.jpg", photo(640, 480))
    assert handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out").exit_code == 0
    assert Path("out", "1-2026-11-20.pdf").read_bytes() != before


def test_a_png_that_takes_too_much_memory_is_refused_and_a_jpeg_of_its_size_is_not() -> None:
    plan_of("chin-nod")
    for kind, code in (("jpg", 0), ("png", 1)):
        write_exercise("chin-nod", ONE.replace("nod.jpg", f"nod.{kind}"))
        write_photo(f"nod.{kind}", photo(5000, 4100, kind={"jpg": "JPEG", "png": "PNG"}[kind]))
        result = handouts("make", "plan.yaml", "-o", f"{kind}.pdf")
        assert result.exit_code == code
        assert ("the picture has more than 20 million pixels" in result.stderr) == (kind == "png")
