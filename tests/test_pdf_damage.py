"""The judge of the other tests is itself judged: it must notice every one of these kinds of damage."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from judge import faults
from sample_pages import every_role

from handouts.pdf.pages import pdf_bytes


def _elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [element for element in _below(pdf.Root.StructTreeRoot.K[0]) if f"/{role}" == element.S]


def _below(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _below(kid)


def _no_alternative_text(pdf: pikepdf.Pdf) -> None:
    del _elements(pdf, "Figure")[0]["/Alt"]


def _not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def _heading_skipped(pdf: pikepdf.Pdf) -> None:
    _elements(pdf, "H2")[0].S = pikepdf.Name("/H3")


def _heading_cells_without_scope(pdf: pikepdf.Pdf) -> None:
    for cell in _elements(pdf, "TH"):
        del cell["/A"]


def _link_without_description(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].Annots[0]["/Contents"]


def _link_without_element(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].Annots[0]["/StructParent"]


def _no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]["/Tabs"]


def _text_outside_every_mark(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /R0 12 Tf 100 100 Td (!!) Tj ET")


def _mark_of_nobody(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"/P <</MCID 99>> BDC BT /R0 12 Tf 100 100 Td (!!) Tj ET EMC")


def _mark_of_two(pdf: pikepdf.Pdf) -> None:
    caption, heading = _elements(pdf, "Caption")[0], _elements(pdf, "H1")[0]
    caption.K.append(heading.K[0])


def _mark_lost(pdf: pikepdf.Pdf) -> None:
    del _elements(pdf, "Caption")[0].K[0]


def _unknown_role(pdf: pikepdf.Pdf) -> None:
    _elements(pdf, "LBody")[0].S = pikepdf.Name("/Step")


def _list_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    _elements(pdf, "LI")[0].S = pikepdf.Name("/P")


def _no_claim_of_pdf_ua(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(packet.replace(b"pdfuaid:part>1<", b"pdfuaid:part>9<"))


def _font_not_embedded(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font["/R0"].FontDescriptor["/FontFile2"]


def _wrong_widths(pdf: pikepdf.Pdf) -> None:
    font = pdf.pages[0].Resources.Font["/R0"]
    font.Widths = pikepdf.Array([400] * len(font.Widths))


def _no_way_back_to_characters(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font["/R0"]["/ToUnicode"]


def _parents_lost(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array([])


def _colours_without_meaning(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


DAMAGE = [
    _no_alternative_text,
    _not_marked,
    _no_language,
    _title_not_shown,
    _heading_skipped,
    _heading_cells_without_scope,
    _link_without_description,
    _link_without_element,
    _no_tab_order,
    _text_outside_every_mark,
    _mark_of_nobody,
    _mark_of_two,
    _mark_lost,
    _unknown_role,
    _list_of_paragraphs,
    _no_claim_of_pdf_ua,
    _font_not_embedded,
    _wrong_widths,
    _no_way_back_to_characters,
    _parents_lost,
    _colours_without_meaning,
]


@pytest.fixture(scope="module")
def sound() -> bytes:
    return pdf_bytes(every_role())


def _saved(pdf: pikepdf.Pdf) -> bytes:
    saved = BytesIO()
    pdf.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()


def test_a_file_that_was_only_saved_again_is_sound(sound: bytes) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        found = faults(_saved(pdf))
    # pikepdf ends streams with one sign; content that ends in it looks a byte too long.
    assert [fault for fault in found if "STREAM-LENGTH" not in fault] == []


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_damage_is_noticed(sound: bytes, damage: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        damage(pdf)
        assert faults(_saved(pdf)) != []
