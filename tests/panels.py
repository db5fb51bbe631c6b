"""The words on each panel of a sheet of a PDF, and the edges of its ink."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium


@dataclass(frozen=True)
class Panel:
    """One panel of a page by row and column, its words, and how near their ink comes to its edges in mm."""

    page: int
    row: int
    column: int
    words: str
    margin: float


MM = 72 / 25.4


def panels_of(data: bytes, *, across: int, down: int) -> Iterator[Panel]:
    """Yield each panel of each page, from the top left."""
    with pdfium.PdfDocument(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf, start=1):
            width, height = page.get_width() / across, page.get_height() / down
            text = page.get_textpage()
            letters = text.get_text_range()
            boxes = [text.get_charbox(at) for at, letter in enumerate(letters) if letter.strip()]
            for row in range(down):
                for column in range(across):
                    left, top = column * width, page.get_height() - row * height
                    words = text.get_text_bounded(left=left, right=left + width, bottom=top - height, top=top)
                    inside = [
                        min(box[0] - left, left + width - box[2], top - box[3], box[1] - top + height)
                        for box in boxes
                        if left <= (box[0] + box[2]) / 2 < left + width
                        and top - height <= (box[1] + box[3]) / 2 < top
                    ]
                    margin = min(inside, default=height) / MM
                    yield Panel(number, row, column, " ".join(words.split()), margin)
