"""Colours that are too like each other are found; the known values are those of published tables."""

from typing import get_args

import pytest

from handouts.drawing.region_view import SKIN
from handouts.library import LAYOUTS
from handouts.library.layouts import find_layout, layout_ids
from handouts.schema.contrast import SIGNS, WORDS, Faint, contrast_ratio, faint_parts, grey_of, needed_for
from handouts.schema.layout import ColourRole, Face, FaceRole, Layout, Type


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FFFF00", "#FFFFFF", 1.07),
    ],
)
def test_the_contrast_of_known_colours(colour: str, ground: str, ratio: float) -> None:
    assert contrast_ratio(colour, ground) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(ground, colour) == contrast_ratio(colour, ground)


def test_the_grey_of_a_printer() -> None:
    assert [grey_of(colour) for colour in ("#FF0000", "#00FF00", "#0000FF", "#0B5A68")] == [
        *("#4C4C4C", "#969696", "#1D1D1D"),
        "#444444",
    ]


@pytest.mark.parametrize(
    ("size", "strong", "needed"), [(12, False, 4.5), (14, False, 4.5), (14, True, 3), (18, False, 3)]
)
def test_large_words_need_less(size: float, strong: bool, needed: float) -> None:
    assert needed_for(Face(size_pt=size, leading_pt=size, strong=strong)) == needed


@pytest.mark.parametrize("layout_id", layout_ids([LAYOUTS]))
def test_the_layouts_of_the_program_can_be_read(layout_id: str) -> None:
    assert faint_parts(find_layout(layout_id, [LAYOUTS])) == []


def test_every_face_and_every_colour_is_looked_at() -> None:
    faces = {face for _, _, names in WORDS for face in names.split()}
    roles = {role for ground, names in SIGNS for role in (ground, *names.split())}
    assert faces == set(get_args(FaceRole)) == set(Type.model_fields) - {"scale"}
    assert roles >= set(get_args(ColourRole))


def test_pain_can_be_seen_on_the_skin_and_in_grey() -> None:
    pain = find_layout("base", [LAYOUTS]).illustration["pain"]
    assert contrast_ratio(pain, SKIN) > 3
    assert contrast_ratio(grey_of(pain), grey_of(SKIN)) > 3


def changed(**colours: str) -> Layout:
    layout = find_layout("clinic", [LAYOUTS])
    return layout.model_copy(update={"colours": layout.colours.model_copy(update=colours)})


def test_a_colour_that_fits_words_but_only_just_is_fine() -> None:
    assert faint_parts(changed(muted="#767676")) == []


def test_a_faint_colour_is_found_for_its_words() -> None:
    (part,) = faint_parts(changed(muted="#777777"))
    assert part == Faint("muted", "paper", "subtitle", "in colour", part.ratio, 4.5)
    assert part.message == (
        "`muted` on `paper` has a contrast of 4.4 to 1 in colour; `subtitle` text needs 4.5 to 1."
    )


def test_a_ground_that_is_too_dark_is_found() -> None:
    grounds = {part.ground for part in faint_parts(changed(accent_tint="#5A8A94"))}
    assert grounds == {"accent_tint"}


def test_a_pair_that_is_only_lost_in_grey_is_found() -> None:
    parts = faint_parts(changed(accent="#707070", accent_tint="#FFFF00"))
    assert [(part.colour, part.ground, part.way) for part in parts] == [("accent", "accent_tint", "in grey")]


def test_a_layout_for_black_and_white_printers_is_looked_at_too() -> None:
    layout = find_layout("clinic", [LAYOUTS])
    faint = layout.model_copy(update={"black_colours": {"accent": "#999999"}})
    assert {(part.colour, part.ground) for part in faint_parts(faint)} >= {("accent", "paper")}
    assert {part.way for part in faint_parts(faint)} == {"in black"}
