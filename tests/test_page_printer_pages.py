"""Slips, tallies and blank pages of a stack."""

import datetime

import pytest
from drawn import look
from judge import faults
from pypdfium2 import PdfDocument

from handouts.compose.handout import Field, Slip, Tally
from handouts.page.pages import LaidOut, Page
from handouts.page.printer_pages import lay_out_slip, lay_out_tally
from handouts.pdf.pages import pdf_bytes


def printed(*pages: Page) -> bytes:
    day = datetime.date(2026, 11, 20)
    return pdf_bytes(LaidOut("Stack", "en", "Sample Clinic", day, pages))


def tally(*order: str) -> tuple[Page, ...]:
    figures = (Field("Handouts", str(len(order))), Field("First", order[0]))
    return lay_out_tally(Tally("en", "Print tally", figures, "In this order", order), look())


def lines(data: bytes) -> list[str]:
    pages = (page.get_textpage().get_text_range() for page in PdfDocument(data))
    return [line.strip() for page in pages for line in page.splitlines() if line.strip()]


def test_a_stack_of_these_pages_is_tagged_and_archivable() -> None:
    slip = lay_out_slip(Slip("en", "Row 2, ID 4711", ("4 pages", "1 copy")), look())
    assert faults(printed(slip, Page((), look()), *tally("2 4711", "3 4712"))) == []


@pytest.mark.parametrize("length", [1, 40])
def test_every_handout_is_in_the_tally_once_and_in_order(length: int) -> None:
    order = [f"{row}x{'7' * length}" for row in range(700)]
    sheets = tally(*order)
    assert len(sheets) > 1
    assert lines(printed(*sheets))[4:] == order


def test_lines_of_the_tally_never_run_into_each_other() -> None:
    page = PdfDocument(printed(*tally(*("M" * 40 for _ in range(90)))))[0].get_textpage()
    edges = [page.get_rect(index) for index in range(page.count_rects())]
    ends = sorted({round(right) for _, _, right, _ in edges})
    assert ends[-1] < look().paper.width_mm / 25.4 * 72 - 20
