"""Sheets for a printer: pages side by side, in the order of a booklet, turned, moved and marked."""

import ctypes
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from commands import handouts, here, write_plan

from handouts.pdf.sheets import SheetPlan, form_of, sides_of
from handouts.schema.measures import MM

pytestmark = pytest.mark.usefixtures("folder")

FULL = Path(__file__).parents[1] / "examples" / "full-leaflet.yaml"
FOOT = re.compile(r"Page (\d+) of \d+")
# Sizes of pages, and the sheet and scale of two and of four to a side, in millimetres.
A5, A4, HALF_LETTER, LETTER, A6 = (148, 210), (210, 297), (139.7, 215.9), (215.9, 279.4), (105, 148.5)


def points(size: tuple[float, float]) -> tuple[float, float]:
    return size[0] * MM, size[1] * MM


def feet(path: str = "a-sheets.pdf") -> list[list[tuple[int, bool]]]:
    """Return, for each side, the numbers at the feet of its pages from the left, and which stand in the
    lower half."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text, places = page.get_textpage(), []
            said = text.get_text_range()
            for foot in FOOT.finditer(said):
                left, bottom, _, _ = text.get_charbox(foot.start())
                places.append((left, int(foot[1]), bottom < page.get_height() / 2))
            found.append([(number, is_low) for _, number, is_low in sorted(places)])
    return found


def make(*words: str) -> str:
    result = handouts("make", FULL, "-o", "a.pdf", *words)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.split() == ["a.pdf", "a-sheets.pdf"]
    return result.stderr


@pytest.mark.parametrize(
    ("page", "impose", "sheet", "scale"),
    [
        (A5, "2up", (297, 210), 1),
        (A5, "booklet", (297, 210), 1),
        (HALF_LETTER, "booklet", (279.4, 215.9), 1),
        (A4, "2up", (297, 210), 0.707),
        (LETTER, "2up", (279.4, 215.9), 0.647),
        (A4, "4up", (210, 297), 0.5),
        (A6, "4up", (210, 297), 1),
        (A6, "2up", (297, 210), 1),
        ((297, 210), "2up", (210, 297), 0.707),
    ],
)
def test_pages_go_on_a_sheet_that_printers_have_as_large_as_they_fit(
    page: tuple[float, float], impose: str, sheet: tuple[float, float], scale: float
) -> None:
    form = form_of(points(page), SheetPlan(impose))
    assert (form.width / MM, form.height / MM) == pytest.approx(sheet)
    assert form.scale == pytest.approx(scale, abs=0.001)


@pytest.mark.parametrize("count", [*range(1, 13)])
def test_a_booklet_of_any_length_can_be_leafed_through(count: int) -> None:
    plan = SheetPlan("booklet")
    sides = sides_of([0], count, plan, form_of(points(A5), plan), both=True)
    assert len(sides) % 2 == 0
    # Laid on each other and folded: right fronts and left backs on the way in, the others on the way out.
    inwards = [page for side in sides for page in (side[1] if side in sides[::2] else side[0],)]
    outwards = [page for side in sides[::-1] for page in (side[0] if side in sides[::2] else side[1],)]
    read = [page for page in (*inwards, *outwards) if page is not None]
    assert read == [*range(count)]
    assert count == 1 or sides[0][0] == count - 1


def test_a_booklet_has_the_last_page_on_its_back_and_fills_up_inside() -> None:
    said = make("--impose", "booklet")
    assert [[number for number, _ in side] for side in feet()] == [[9, 1], [2], [3], [4], [8, 5], [6, 7]]
    assert "both sides, flipped on the short edge" in said
    assert "at 71%: words of 12 pt are 8.5" in said


@pytest.mark.parametrize(("flip", "backs_upright"), [("short", True), ("long", False)])
def test_the_backs_are_turned_for_a_printer_that_flips_on_the_other_edge(
    flip: str, backs_upright: bool
) -> None:
    make("--impose", "2up", "--flip", flip)
    for number, side in enumerate(feet()):
        assert {is_low for _, is_low in side} <= {backs_upright or number % 2 == 0}
    with pikepdf.open("a-sheets.pdf") as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == f"/DuplexFlip{flip.capitalize()}Edge"


def test_sheets_claim_nothing_and_the_accessible_file_stays_as_it_is() -> None:
    handouts("make", FULL, "-o", "b.pdf")
    said = make("--impose", "2up")
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()
    assert "without tags; a.pdf is the accessible file" in said
    with pikepdf.open("a-sheets.pdf") as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        assert not {"/StructTreeRoot", "/MarkInfo"} & {*pdf.Root.keys()}
    assert b"pdfuaid:part>1" not in packet
    assert b"pdfaid:conformance>A" not in packet
    assert handouts("verify", "a-sheets.pdf", "--plan", FULL).exit_code == 0


def test_the_sheets_of_the_same_person_are_replaced_and_no_others() -> None:
    write_plan()
    make_own = ("make", "plan.yaml", "-o", "a.pdf", "--impose", "2up")
    assert handouts(*make_own).exit_code == 0
    assert handouts(*make_own, "--goal", "Walk to the harbour").exit_code == 0
    handouts("make", FULL, "-o", "b.pdf", "--impose", "4up")
    Path("b-sheets.pdf").replace("a-sheets.pdf")
    result = handouts(*make_own)
    assert result.exit_code == 1
    assert "a-sheets.pdf: this is there already" in result.stderr
    assert handouts(*make_own, "--force").exit_code == 0


def test_bleed_and_crop_marks_stand_around_the_page() -> None:
    make("--bleed", "3mm", "--marks", "crop")
    with pikepdf.open("a-sheets.pdf") as pdf:
        page = pdf.pages[0]
        boxes = {
            name: [float(at) / MM for at in page[name]] for name in ("/MediaBox", "/TrimBox", "/BleedBox")
        }
    assert boxes["/MediaBox"] == pytest.approx([0, 0, 226, 313], abs=0.01)
    assert boxes["/TrimBox"] == pytest.approx([8, 8, 218, 305], abs=0.01)
    assert boxes["/BleedBox"] == pytest.approx([5, 5, 221, 308], abs=0.01)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--impose", "2up", "--bleed", "3mm"), "--bleed is for one page to a sheet"),
        (("--marks", "fold"), "--marks fold is for pages side by side"),
        (("--bleed", "3cm"), "write a length up to 10mm"),
        (("--marks", "cut"), "write crop, fold or crop,fold"),
        (("--impose", "2up", "-o", "-"), "need a file, not stdout"),
    ],
)
def test_what_makes_no_sheets_is_refused(words: tuple[str, ...], said: str) -> None:
    result = handouts("make", FULL, *words)
    assert (result.exit_code, here()) == (2, set())
    assert said in result.stderr


def test_sheets_are_not_written_beside_what_a_password_protects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", "a long password")
    result = handouts("make", FULL, "--impose", "2up")
    assert (result.exit_code, here()) == (2, set())
    assert "A password protects the PDF, and not sheets" in result.stderr


def test_each_person_of_a_stack_begins_a_sheet() -> None:
    Path("roster.csv").write_text("patient.id,condition,side\n1,heel-pain,left\n2,heel-pain,left\n", "utf-8")
    run = ("batch", "roster.csv", "--merge", "all.pdf", "--impose", "4up", "--duplex")
    result = handouts(*run)
    assert result.exit_code == 0, result.stderr
    sides = [[number for number, _ in side] for side in feet("all-sheets.pdf")]
    assert [number for number, side in enumerate(sides) if 1 in side] == [0, 2]
    assert "all-sheets.pdf" in result.stderr
    assert handouts(*run, "--afresh").exit_code == 0


def test_a_printer_moves_scales_and_turns_its_sheets() -> None:
    assert handouts("new", "printer", "frontdesk").exit_code == 0
    path = Path("settings/printers/frontdesk.yaml")
    path.write_text("offset_mm: [2, -1]\nback_offset_mm: [0, 3]\nscale: 1.02\nflip: short\n", "utf-8")
    make("--printer", "frontdesk")
    front, back = placed(0, "a.pdf"), placed(1, "a.pdf")
    moved, turned = placed(0, "a-sheets.pdf"), placed(1, "a-sheets.pdf")
    assert moved == pytest.approx(
        (105 + 1.02 * (front[0] - 105) + 2, 148.5 + 1.02 * (front[1] - 148.5) + 1), abs=0.01
    )
    assert turned == pytest.approx(
        (105 - 1.02 * (back[0] - 105), 148.5 - 1.02 * (back[1] - 148.5) - 3), abs=0.01
    )


def placed(page: int, path: str) -> tuple[float, float]:
    """Return where the first letter of a page stands, in millimetres from the left and the bottom."""
    with pypdfium2.PdfDocument(path) as document:
        text = document[page].get_textpage()
        x, y = origin(text)
    return x / MM, y / MM


def origin(text: pypdfium2.PdfTextPage) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    first = next(number for number in range(text.count_chars()) if text.get_text_range(number, 1).isalpha())
    pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, first, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def test_a_printer_without_a_file_is_told_how_it_gets_one() -> None:
    result = handouts("make", FULL, "--printer", "frontdesk")
    assert (result.exit_code, here()) == (1, set())
    assert "`handouts new printer frontdesk` begins its file." in result.stderr
