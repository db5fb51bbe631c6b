"""The measures of what shows an exercise: signs, the dose strip, the card and its notes."""

from handouts.schema.base import Model


class SignMeasures(Model):
    """Boxes to tick, and the L and R that show the working side."""

    tick_box_mm: float
    tick_box_radius_mm: float
    side_square_mm: float
    side_gap_mm: float
    side_radius_mm: float


class DoseStripMeasures(Model):
    """The strip with how many, how long, how often and which side.

    A cell is `pad_mm`, a glyph, `glyph_gap_mm`, the words, and at least `least_end_mm`; in a strip whose
    cells are shared out anew at least `end_mm`. A strip of two rows is `two_rows_mm` high.
    """

    height_mm: float
    two_rows_mm: float
    radius_mm: float
    cells_mm: tuple[float, float, float, float]
    pad_mm: float
    glyph_mm: float
    glyph_gap_mm: float
    least_end_mm: float
    end_mm: float
    divider_mm: float


class CardMeasures(Model):
    """The exercise card over the whole width."""

    rule_gap_pt: float
    head_mm: float
    disc_mm: float
    disc_gap_mm: float
    dose_gap_pt: float
    body_gap_pt: float
    picture_mm: float
    gutter_mm: float
    mm_per_unit: float
    caption_gap_pt: float
    step_indent_mm: float
    feel_gap_pt: float
    glyph_mm: float
    note_gap_pt: float


class NoteMeasures(Model):
    """The bar box for a changed dose or a caution."""

    pad_pt: float
    bar_gap_mm: float
    glyph_mm: float
    glyph_gap_mm: float


class StopStripMeasures(Model):
    """The line under every page of exercises."""

    pad_mm: float
    side_pad_mm: float
    radius_mm: float
    glyph_mm: float
    glyph_gap_mm: float
