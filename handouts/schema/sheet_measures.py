"""The measures of the one-page plan sheet."""

from handouts.schema.base import Model


class SheetMeasures(Model):
    """The plan sheet: a grid with a row for each exercise and a column for each day.

    Rows are `rows_mm` high, `least_rows_mm` on a full page and `roomy_rows_mm` where there are at most
    `few_exercises`; a sheet of more than one page has at most `most_rows` of them on a page.
    """

    identity_gap_mm: float
    grid_gap_mm: float
    picture_mm: float
    name_mm: float
    text_gap_mm: float
    week_indent_mm: float
    month_gap_mm: float
    week_head_mm: float
    weekday_head_mm: float
    date_head_mm: float
    rows_mm: float
    least_rows_mm: float
    roomy_rows_mm: float
    few_exercises: int
    most_rows: int
    pain_row_mm: float
    disc_mm: float
    disc_inset_mm: float
    largest_mm_per_unit: float
    floor_mm: float
    side_square_mm: float
    side_gap_mm: float
    side_words_gap_mm: float
    box_mm: float
    least_box_mm: float
    box_gap_mm: float
    least_box_gap_mm: float
    hatch_pitch_mm: float
    week_line_pt: float
    row_pad_mm: float
    least_row_pad_mm: float
    pain_rule_gap_mm: float
    help_gap_mm: float
    pain_head_mm: float
    pain_glyph_mm: float
    pain_glyph_gap_mm: float
    pain_pad_pt: float
    pain_pad_mm: float
    status_gap_mm: float
