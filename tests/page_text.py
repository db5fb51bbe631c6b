"""The words on the pages of a PDF as text, for golden files."""

import re

import pypdfium2 as pdfium

from handouts.schema.origin import LETTERS

# It stands for the look and the version of the program too, which change without a word being changed.
CODE = re.compile(f"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}")


def page_text(data: bytes) -> str:
    """Return the words of each page in their order in the file, and the code of the handout as `CODE`."""
    with pdfium.PdfDocument(data) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    said = (f"--- page {number} ---\n{text}\n" for number, text in enumerate(pages, start=1))
    lines = (line.rstrip() for line in CODE.sub("CODE", "".join(said)).splitlines())
    return "\n".join(line for line in lines if line) + "\n"
