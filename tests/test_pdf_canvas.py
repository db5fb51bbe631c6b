from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from judge import faults
from PIL import Image
from reportlab.graphics.barcode import createBarcodeDrawing, qr
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import CMYKColor
from sample_pages import INK, every_role, pages, say
from tag_tree import tag_tree

from handouts.page.surface import Surface
from handouts.pdf.pages import pdf_bytes


def _tree(*draws: Callable[[Surface], None]) -> str:
    data = pdf_bytes(pages(*draws))
    assert faults(data) == []
    return tag_tree(data)


def _plain(surface: Surface) -> None:
    with surface.element("P"):
        say(surface, 700, "Hello")


def test_what_is_painted_outside_every_element_is_not_read_out() -> None:
    def draw(surface: Surface) -> None:
        say(surface, 800, "decoration")
        _plain(surface)

    assert _tree(draw) == 'Document\n  P "Hello"\n'


def test_an_element_inside_an_artifact_is_part_of_the_artifact() -> None:
    def draw(surface: Surface) -> None:
        with surface.artifact("Header"), surface.element("P"):
            say(surface, 800, "Page 1")
        _plain(surface)

    assert _tree(draw) == 'Document\n  P "Hello"\n'


def test_empty_elements_are_left_out_but_empty_cells_stay() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("Sect"), surface.element("P"):
            pass
        with surface.element("Table"), surface.element("TR"):
            with surface.element("TH", scope="Row"):
                say(surface, 700, "Monday")
            with surface.element("TD"):
                pass

    assert _tree(draw) == 'Document\n  Table\n    TR\n      TH [Scope: Row] "Monday"\n      TD\n'


def test_a_section_goes_on_overleaf_unless_something_has_come_between() -> None:
    def page(*names: str) -> Callable[[Surface], None]:
        def draw(surface: Surface) -> None:
            for name in names:
                if not name:
                    _plain(surface)
                    continue
                with surface.section(name), surface.element("P"):
                    say(surface, 700, name)
            with surface.artifact("Footer"), surface.element("P"):
                say(surface, 30, "Page")

        return draw

    tree = _tree(page("a", "b"), page("b", ""), page("b"))
    sections = [part.split('"')[1::2] for part in tree.split("Sect")[1:]]
    assert sections == [["a"], ["b", "b", "Hello"], ["b"]]


def test_words_on_two_lines_stay_two_words_and_a_hyphenated_one_stays_one() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            for y, line in ((700, "Keep your"), (680, "calf-"), (660, "muscle long")):
                say(surface, y, line)

    assert _tree(draw) == 'Document\n  P "Keep your calf-muscle long"\n'


def test_a_word_in_two_faces_on_one_line_stays_one_word() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            say(surface, 700, "re", strong=True)
            say(surface, 700, "peat", x=80)

    assert _tree(draw) == 'Document\n  P "repeat"\n'


def test_a_reader_without_tags_finds_the_text_in_reading_order() -> None:
    document = pypdfium2.PdfDocument(pdf_bytes(every_role()))
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    parts = [
        "Stretch your calf",
        "Keep your heel",
        "Stop if it hurts.",
        "1. Stand at arm’s",
        "Wall stretch",
        "Day",
    ]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_every_part_of_a_page_says_its_colour_and_type_again() -> None:
    data = pdf_bytes(pages(_plain, _plain))
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for content in page.Contents:
                assert b" Tf " in content.read_bytes() and b" rg " in content.read_bytes()


def test_a_picture_is_stored_once_however_often_it_is_painted() -> None:
    def draw(surface: Surface) -> None:
        _plain(surface)
        for x in (0, 100, 200):
            surface.form("1 0 0 rg 0 0 20 20 re f", 20, 20, x=x, y=50)

    data = pdf_bytes(pages(draw, draw))
    with pikepdf.open(BytesIO(data)) as pdf:
        forms = [thing for thing in pdf.objects if getattr(thing, "Subtype", "") == "/Form"]
        assert len(forms) == 1
    image = pypdfium2.PdfDocument(data)[0].render().to_pil()
    colours = [image.getpixel((x, image.height - 60)) for x in (5, 110, 215, 50)]
    assert colours == [(255, 0, 0)] * 3 + [(255, 255, 255)]


def test_a_logo_one_can_see_through_keeps_the_standards() -> None:
    png = BytesIO()
    Image.new("RGBA", (4, 2), (0, 0, 255, 128)).save(png, "PNG")

    def draw(surface: Surface) -> None:
        with surface.element("Figure", alt="The clinic's logo", box=(0, 0, 40, 20)):
            surface.image(0, 0, 40, 20, image=png.getvalue())

    # Of the second file, because nothing of the first may be left in it.
    first, data = pdf_bytes(pages(draw)), pdf_bytes(pages(draw))
    assert (first, faults(data)) == (data, [])
    image = pypdfium2.PdfDocument(data)[0].render().to_pil()
    red, _, blue = image.getpixel((10, image.height - 10))
    assert (120 <= red <= 135, blue) == (True, 255)


def test_a_qr_code_is_a_picture_that_says_where_it_leads() -> None:
    def draw(surface: Surface) -> None:
        _plain(surface)
        surface.drawing(
            qr.QrCodeWidget("https://clinic.example/soleus"), 60, 500, alt="QR code of the clinic"
        )
        code = createBarcodeDrawing("Code128", value="4711", humanReadable=True)
        surface.drawing(code, 60, 400, alt="Bar code 4711")

    data = pdf_bytes(pages(draw))
    assert faults(data) == []
    assert tag_tree(data) == (
        'Document\n  P "Hello"\n  Figure [alt: QR code of the clinic]\n  Figure [alt: Bar code 4711] "4711"\n'
    )
    image = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil()
    modules = image.crop([4 * at for at in (60, 841.89 - 572, 132, 841.89 - 500)]).convert("1")
    assert 0.2 < modules.histogram()[0] / (modules.width * modules.height) < 0.6


def test_a_drawing_in_colours_that_no_profile_is_for_is_refused() -> None:
    def draw(surface: Surface) -> None:
        colour = CMYKColor(1, 0, 0, 0)
        surface.drawing(Drawing(9, 9, Rect(0, 0, 9, 9, fillColor=colour)), 0, 0, alt="A box")

    with pytest.raises(ValueError, match="(?i)rgb"):
        pdf_bytes(pages(draw))


def test_a_drawing_one_can_see_through_is_refused() -> None:
    def draw(surface: Surface) -> None:
        surface.drawing(Drawing(9, 9, Rect(0, 0, 9, 9, fillOpacity=0.5)), 0, 0, alt="A box")

    with pytest.raises(ValueError, match="see through"):
        pdf_bytes(pages(draw))


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "http://clinic.example", "clinic.example", ""]
)
def test_only_https_mailto_and_tel_addresses_are_linked(target: str) -> None:
    def draw(surface: Surface) -> None:
        with surface.element("Link"):
            surface.link((0, 0, 9, 9), target, description="Call us")

    with pytest.raises(ValueError, match="not an https, mailto or tel address"):
        pdf_bytes(pages(draw))


def test_an_address_in_any_script_is_linked() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"), surface.element("Link"):
            say(surface, 700, "Zoë")
            surface.link((60, 700, 90, 712), "https://clinic.example/(zoë)?a=1", description="Zoë’s page")

    data = pdf_bytes(pages(draw))
    assert faults(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        note = pdf.pages[0].Annots[0]
        assert str(note.A.URI) == "https://clinic.example/(zo%C3%AB)?a=1"
        assert str(note.Contents) == "Zoë’s page"


def test_a_link_outside_a_link_element_is_refused() -> None:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            surface.link((0, 0, 9, 9), "tel:999", description="Call")

    with pytest.raises(ValueError, match="not inside a Link element"):
        pdf_bytes(pages(draw))


@pytest.mark.parametrize(
    ("role", "message"),
    [("Step", "not a structure element"), ("Figure", "alternative text"), ("TH", "whether it heads")],
)
def test_an_element_that_says_too_little_is_refused(role: str, message: str) -> None:
    def draw(surface: Surface) -> None:
        with surface.element(role, alt=" "):
            say(surface, 700, "x")

    with pytest.raises(ValueError, match=message):
        pdf_bytes(pages(draw))


def test_a_bookmark_too_deep_is_put_one_level_below_the_last() -> None:
    def draw(surface: Surface) -> None:
        _plain(surface)
        surface.bookmark("Top", 0)
        surface.bookmark("Deep", 3)

    with pikepdf.open(BytesIO(pdf_bytes(pages(draw)))) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].children[0].title == "Deep"


def test_a_character_without_a_glyph_is_refused_by_its_number() -> None:
    def draw(surface: Surface) -> None:
        surface.text(0, 0, "☐", strong=True, size=12, colour=INK)

    with pytest.raises(ValueError, match=r"U\+2610"):
        pdf_bytes(pages(draw))
