"""The measures of what keeps a patient safe and on course: pain rule, diary, red flags, contact."""

from handouts.schema.base import Model
from handouts.schema.lengths import Few, Millimetres, Pitch, Points


class PainRuleMeasures(Model):
    """The traffic light, and the pair under it that says when to do less and when to do more."""

    heading_gap_pt: Points
    gap_mm: Millimetres
    radius_mm: Millimetres
    glyph_mm: Millimetres
    glyph_gap_mm: Millimetres
    head_pad_pt: Points
    pad_mm: Millimetres
    above_text_pt: Points
    below_text_pt: Points
    pair_gap_mm: Millimetres
    rung_gap_mm: Millimetres


class DiaryMeasures(Model):
    """The weekly table; `rows_mm` is the usual height of a row, `roomy_rows_mm` that on a page of its own.

    A cell holds up to `most_boxes`; a day with more sessions has one box and the number of times.
    """

    heading_gap_pt: Points
    remark_gap_mm: Millimetres
    writing_line_mm: Millimetres
    head_mm: Millimetres
    rows_mm: Millimetres
    roomy_rows_mm: Millimetres
    least_rows_mm: Millimetres
    name_mm: Millimetres
    name_leading_pt: Points
    name_pad_mm: Millimetres
    number_indent_mm: Millimetres
    wide_number_indent_mm: Millimetres
    box_gap_mm: Millimetres
    most_boxes: Few
    most_rows: Few
    hatch_pitch_mm: Pitch


class RedFlagMeasures(Model):
    """The box that is never left out, shrunk or split."""

    radius_mm: Millimetres
    triangle_mm: Millimetres
    triangle_gap_mm: Millimetres
    head_pad_pt: Points
    pad_mm: Millimetres
    above_pt: Points
    below_pt: Points
    group_gap_pt: Points
    list_gap_pt: Points
    foot_pad_pt: Points
    pill_pad_pt: Points
    pill_pad_mm: Millimetres
    pill_radius_mm: Millimetres
    pill_glyph_mm: Millimetres
    pill_glyph_gap_mm: Millimetres


class ContactMeasures(Model):
    """The strip that says whom to ask, and the imprint under it."""

    radius_mm: Millimetres
    pad_pt: Points
    pad_mm: Millimetres
    phone_mm: Millimetres
    phone_gap_mm: Millimetres
    imprint_gap_pt: Points
    imprint_gutter_mm: Millimetres
