"""The measures of what keeps a patient safe and on course: pain rule, diary, red flags, contact."""

from handouts.schema.base import Model


class PainRuleMeasures(Model):
    """The traffic light, and the pair under it that says when to do less and when to do more."""

    heading_gap_pt: float
    gap_mm: float
    radius_mm: float
    glyph_mm: float
    glyph_gap_mm: float
    head_pad_pt: float
    pad_mm: float
    above_text_pt: float
    below_text_pt: float
    pair_gap_mm: float
    rung_gap_mm: float


class DiaryMeasures(Model):
    """The weekly table; `rows_mm` is the usual height of a row, `roomy_rows_mm` that on a page of its own.

    A cell holds up to `most_boxes`; a day with more sessions has one box and the number of times.
    """

    heading_gap_pt: float
    remark_gap_mm: float
    writing_line_mm: float
    head_mm: float
    rows_mm: float
    roomy_rows_mm: float
    least_rows_mm: float
    name_mm: float
    name_leading_pt: float
    name_pad_mm: float
    number_indent_mm: float
    wide_number_indent_mm: float
    box_gap_mm: float
    most_boxes: int
    most_rows: int
    hatch_pitch_mm: float


class RedFlagMeasures(Model):
    """The box that is never left out, shrunk or split."""

    radius_mm: float
    triangle_mm: float
    triangle_gap_mm: float
    head_pad_pt: float
    pad_mm: float
    above_pt: float
    below_pt: float
    group_gap_pt: float
    list_gap_pt: float
    foot_pad_pt: float
    pill_pad_pt: float
    pill_pad_mm: float
    pill_radius_mm: float
    pill_glyph_mm: float
    pill_glyph_gap_mm: float


class ContactMeasures(Model):
    """The strip that says whom to ask, and the imprint under it."""

    radius_mm: float
    pad_pt: float
    pad_mm: float
    phone_mm: float
    phone_gap_mm: float
    imprint_gap_pt: float
    imprint_gutter_mm: float
