"""The measures of what shows an exercise: signs, the dose strip, the card and its notes."""

from handouts.schema.base import Model
from handouts.schema.lengths import Millimetres, Points, Scale, Wide


class SignMeasures(Model):
    """Boxes to tick, and the L and R that show the working side."""

    tick_box_mm: Millimetres
    tick_box_radius_mm: Millimetres
    side_square_mm: Millimetres
    side_gap_mm: Millimetres
    side_radius_mm: Millimetres


class DoseStripMeasures(Model):
    """The strip with how many, how long, how often and which side.

    A cell is `pad_mm`, a glyph, `glyph_gap_mm`, the words, and at least `least_end_mm`; in a strip whose
    cells are shared out anew at least `end_mm`. A strip of two rows is `two_rows_mm` high.
    """

    height_mm: Millimetres
    two_rows_mm: Millimetres
    radius_mm: Millimetres
    cells_mm: tuple[Millimetres, Millimetres, Millimetres, Millimetres]
    pad_mm: Millimetres
    glyph_mm: Millimetres
    glyph_gap_mm: Millimetres
    least_end_mm: Millimetres
    end_mm: Millimetres
    divider_mm: Millimetres


class CardMeasures(Model):
    """The exercise card over the whole width."""

    rule_gap_pt: Points
    head_mm: Millimetres
    disc_mm: Millimetres
    disc_gap_mm: Millimetres
    dose_gap_pt: Points
    body_gap_pt: Points
    picture_mm: Wide
    gutter_mm: Millimetres
    mm_per_unit: Scale
    caption_gap_pt: Points
    step_indent_mm: Millimetres
    feel_gap_pt: Points
    glyph_mm: Millimetres
    note_gap_pt: Points


class NoteMeasures(Model):
    """The bar box for a changed dose or a caution."""

    pad_pt: Points
    bar_gap_mm: Millimetres
    glyph_mm: Millimetres
    glyph_gap_mm: Millimetres


class StopStripMeasures(Model):
    """The line under every page of exercises."""

    pad_mm: Millimetres
    side_pad_mm: Millimetres
    radius_mm: Millimetres
    glyph_mm: Millimetres
    glyph_gap_mm: Millimetres
