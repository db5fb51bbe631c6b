"""`handouts test-sheet`: what is measured on it is where it says, and a printer's file puts it right."""

import itertools
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from commands import handouts, here
from judge import faults

from handouts.schema.measures import MM

pytestmark = pytest.mark.usefixtures("folder")


def dark(path: str, page: int) -> set[tuple[int, int]]:
    """Return the tenths of a millimetre that are black, from the left and the top of the paper."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[page].render(scale=10 / MM).to_pil().convert("L")
    wide = image.width
    return {(at % wide, at // wide) for at, tone in enumerate(image.tobytes()) if tone < 128}


def is_cross(ink: set[tuple[int, int]], x: float, y: float) -> bool:
    """Return whether two lines of 9 mm cross at a place in millimetres."""
    along = range(-45, 46, 5)
    near = [*itertools.product((-2, -1, 0, 1, 2), repeat=2)]

    def has(at: int, down: int) -> bool:
        return any((at + dx, down + dy) in ink for dx, dy in near)

    middle, down = round(x * 10), round(y * 10)
    return all(has(middle + step, down) and has(middle, down + step) for step in along)


@pytest.mark.parametrize(("paper", "wide", "high"), [("a4", 210, 297), ("letter", 215.9, 279.4)])
def test_crosses_and_line_stand_where_the_sheet_says_on_both_sides(
    paper: str, wide: float, high: float
) -> None:
    result = handouts("test-sheet", "--paper", paper)
    assert (result.exit_code, result.stdout) == (0, "test-sheet.pdf\n")
    for page in (0, 1):
        ink = dark("test-sheet.pdf", page)
        assert all(is_cross(ink, x, y) for x in (20, wide - 20) for y in (20, high - 20))
        assert all(is_cross(ink, wide / 2 + half, 100) for half in (-75, 75))
    assert faults(Path("test-sheet.pdf").read_bytes()) == []


def test_the_file_of_a_printer_moves_the_sheet() -> None:
    assert handouts("new", "printer", "frontdesk").exit_code == 0
    Path("settings/printers/frontdesk.yaml").write_text("offset_mm: [-1, 2]\n", "utf-8")
    assert handouts("test-sheet", "--printer", "frontdesk").exit_code == 0
    assert is_cross(dark("test-sheet.pdf", 0), 19, 22)
    with pikepdf.open("test-sheet.pdf") as pdf:
        assert "/StructTreeRoot" not in pdf.Root


def test_a_new_printer_says_nothing_until_it_is_measured_and_can_be_checked() -> None:
    result = handouts("new", "printer", "frontdesk")
    path = Path("settings/printers/frontdesk.yaml")
    assert Path(result.stdout.strip()) == path.absolute() or Path(result.stdout.strip()) == path
    assert handouts("check", path).exit_code == 0
    path.write_text("scale: 3\nflips: long\n", "utf-8")
    wrong = handouts("check", path)
    assert wrong.exit_code == 1
    assert "frontdesk.yaml:1:8" in wrong.stdout
    assert "`flips`" in wrong.stdout


def test_a_sheet_that_is_there_is_left_alone() -> None:
    assert handouts("test-sheet").exit_code == 0
    assert handouts("test-sheet").exit_code == 1
    assert handouts("test-sheet", "--force").exit_code == 0
    assert here() == {"test-sheet.pdf"}
