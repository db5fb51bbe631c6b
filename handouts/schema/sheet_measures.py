"""The measures of the one-page plan sheet."""

from handouts.schema.base import Model
from handouts.schema.lengths import Few, Millimetres, Pitch, Points, Scale, Wide


class SheetMeasures(Model):
    """The plan sheet: a grid with a row for each exercise and a column for each day.

    Rows are `rows_mm` high, `least_rows_mm` on a full page and `roomy_rows_mm` where there are at most
    `few_exercises`; a sheet of more than one page has at most `most_rows` of them on a page.
    """

    identity_gap_mm: Millimetres
    grid_gap_mm: Millimetres
    picture_mm: Wide
    name_mm: Millimetres
    text_gap_mm: Millimetres
    week_indent_mm: Millimetres
    month_gap_mm: Millimetres
    week_head_mm: Millimetres
    weekday_head_mm: Millimetres
    date_head_mm: Millimetres
    rows_mm: Millimetres
    least_rows_mm: Millimetres
    roomy_rows_mm: Millimetres
    few_exercises: Few
    most_rows: Few
    pain_row_mm: Millimetres
    disc_mm: Millimetres
    disc_inset_mm: Millimetres
    largest_mm_per_unit: Scale
    floor_mm: Millimetres
    side_square_mm: Millimetres
    side_gap_mm: Millimetres
    side_words_gap_mm: Millimetres
    box_mm: Millimetres
    least_box_mm: Millimetres
    box_gap_mm: Millimetres
    least_box_gap_mm: Millimetres
    hatch_pitch_mm: Pitch
    week_line_pt: Points
    row_pad_mm: Millimetres
    least_row_pad_mm: Millimetres
    pain_rule_gap_mm: Millimetres
    help_gap_mm: Millimetres
    pain_head_mm: Millimetres
    pain_glyph_mm: Millimetres
    pain_glyph_gap_mm: Millimetres
    pain_pad_pt: Points
    pain_pad_mm: Millimetres
    status_gap_mm: Millimetres
