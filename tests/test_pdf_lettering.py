import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont
from judge import faults
from sample_pages import every_role, pages, say
from tag_tree import tag_tree

from handouts.page.surface import Surface
from handouts.pdf.pages import pdf_bytes

# More than one font has codes for: Latin with accents, Greek and Cyrillic.
MANY = [
    chr(code)
    for code in (*range(0x21, 0x7F), *range(0xC0, 0x100), *range(0x3B1, 0x3C9), *range(0x410, 0x450))
]


@dataclass(frozen=True)
class Embedded:
    base: str
    first: int
    widths: list[int]
    program: TTFont


def _fonts(data: bytes) -> dict[str, Embedded]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return {str(name): _embedded(font) for name, font in pdf.pages[0].Resources.Font.items()}


def _embedded(font: pikepdf.Object) -> Embedded:
    program = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    return Embedded(str(font.BaseFont), int(font.FirstChar), [int(width) for width in font.Widths], program)


def test_every_embedded_width_is_the_one_in_the_font_itself() -> None:
    for font in _fonts(pdf_bytes(every_role())).values():
        glyph_of = font.program["cmap"].tables[0].cmap
        for code in set(glyph_of) & {*range(font.first, font.first + len(font.widths))}:
            assert font.widths[code - font.first] == font.program["hmtx"][glyph_of[code]][0]


def test_only_the_usual_letters_and_characters_that_were_set_are_embedded() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            say(surface, 700, "abba é")

    (font,) = _fonts(pdf_bytes(pages(draw))).values()
    # The empty box, space, hyphen, full stop, 62 letters and figures, é and the accents it may be made of.
    assert 67 <= len(font.program.getGlyphOrder()) <= 71


def test_a_subset_is_named_after_its_content() -> None:
    def names(text: str) -> set[str]:
        def draw(surface: Surface) -> None:
            with surface.element("P"):
                say(surface, 700, text)

        return {font.base for font in _fonts(pdf_bytes(pages(draw))).values()}

    (one,), (other,) = names("lëft"), names("rïght")
    assert one.endswith("+FiraGO-Regular") and len(one) == len("/ABCDEF+FiraGO-Regular")
    assert one != other
    assert names("lëft") == {one}


def test_characters_outside_the_usual_table_go_into_fonts_of_their_own() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            for line in range(0, len(MANY), 30):
                say(surface, 780 - line, " ".join(MANY[line : line + 30]))
            say(surface, 400, "яaяb ()")

    data = pdf_bytes(pages(draw))
    assert len(MANY) > 224
    assert sorted(_fonts(data)) == ["/R0", "/R7", "/R8"]
    assert faults(data) == []
    assert tag_tree(data) == f'Document\n  P "{" ".join(MANY)} яaяb ()"\n'
    assert "яaяb ()" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()


def test_spaces_the_face_lacks_are_set_as_spaces_and_break_marks_not_at_all() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            say(surface, 700, "3\N{NARROW NO-BREAK SPACE}cm\N{NO-BREAK SPACE}exer\N{SOFT HYPHEN}cise")

    assert tag_tree(pdf_bytes(pages(draw))) == 'Document\n  P "3 cm exercise"\n'


def test_a_face_is_embedded_only_if_it_is_used() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            say(surface, 700, "strong", strong=True)

    (font,) = _fonts(pdf_bytes(pages(draw))).items()
    assert (font[0], font[1].base[8:]) == ("/B0", "FiraGO-Bold")


def test_a_face_that_others_have_registered_under_its_name_changes_nothing() -> None:
    program = """
import sys; sys.path.insert(0, "tests")
from hashlib import sha256
from io import BytesIO
import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics, ttfonts

def register(name, code):
    pdfmetrics.registerFont(ttfonts.TTFont(name, BytesIO(pymupdf_fonts.myfont(code))))

if "before" in sys.argv:
    register("Theirs", "figo"), register("TheirBold", "figbo"), register("handouts.B", "figo")
from sample_pages import every_role; from handouts.pdf.pages import pdf_bytes
if "after" in sys.argv:
    pdf_bytes(every_role())
    register("Theirs", "figo"), register("TheirBold", "figbo")
    assert type(pdfmetrics.getFont("Theirs")) is ttfonts.TTFont
print(sha256(pdf_bytes(every_role())).hexdigest())
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, *when],
            cwd=Path(__file__).parents[1],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for when in ([], ["before"], ["after"])
    ]
    assert runs == [runs[0]] * 3
