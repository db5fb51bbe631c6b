from io import BytesIO

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.ttProgram import Program

from handouts.page.fonts import typeface
from handouts.page.typeface import Typeface

TEXT = " Stretch your calf: ½ é Ǻ Ệ → й"


@pytest.fixture(params=[False, True], ids=["regular", "bold"], scope="module")
def face(request: pytest.FixtureRequest) -> Typeface:
    return typeface(strong=request.param)


@pytest.fixture(scope="module")
def whole(face: Typeface) -> TTFont:
    return TTFont(BytesIO(face._ttf_data))


def test_every_character_has_the_glyph_and_width_that_the_font_file_says(
    face: Typeface, whole: TTFont
) -> None:
    glyph_ids = whole.getReverseGlyphMap()
    best = {code: glyph_ids[name] for code, name in whole.getBestCmap().items()}
    assert face.glyph_of == best
    widths = {code: whole["hmtx"][name][0] for code, name in whole.getBestCmap().items()}
    assert {code: face.width(code) for code in best} == widths


def test_a_subset_draws_the_same_outlines(face: Typeface, whole: TTFont) -> None:
    subset = TTFont(BytesIO(face.subset([ord(character) for character in TEXT])))
    shown, names = subset["cmap"].tables[0].cmap, whole.getBestCmap()
    for code, character in enumerate(TEXT):
        ours, theirs = (
            DecomposingRecordingPen(subset.getGlyphSet()),
            DecomposingRecordingPen(whole.getGlyphSet()),
        )
        subset.getGlyphSet()[shown[code]].draw(ours)
        whole.getGlyphSet()[names[ord(character)]].draw(theirs)
        assert ours.value == theirs.value
        assert subset["hmtx"][shown[code]] == whole["hmtx"][names[ord(character)]]


def test_a_subset_has_no_instructions(face: Typeface) -> None:
    subset = TTFont(BytesIO(face.subset([ord(character) for character in TEXT])))
    for name in subset.getGlyphOrder():
        assert getattr(subset["glyf"][name], "program", Program()).getBytecode() in (b"", [])
    assert subset["maxp"].maxSizeOfInstructions == 0


def test_an_unknown_character_is_the_empty_box(face: Typeface) -> None:
    subset = TTFont(BytesIO(face.subset([ord("☐")])))
    assert subset["cmap"].tables[0].cmap.get(0, ".notdef") == ".notdef"
    assert face.width(ord("☐")) == face.advances[0]
