"""The measures of every block, in millimetres unless the name says points (`_pt`)."""

from handouts.schema.base import Model
from handouts.schema.exercise_measures import (
    CardMeasures,
    DoseStripMeasures,
    NoteMeasures,
    SignMeasures,
    StopStripMeasures,
)
from handouts.schema.safety_measures import ContactMeasures, DiaryMeasures, PainRuleMeasures, RedFlagMeasures
from handouts.schema.sheet_measures import SheetMeasures


class TextMeasures(Model):
    """Running text: gaps, columns, and the widest line that is still easy to read (70 characters)."""

    heading_gap_pt: float
    paragraph_gap_pt: float
    subheading_gap_pt: float
    gutter_mm: float
    widest_mm: float
    bullet_indent_mm: float
    bullet_radius_pt: float
    bullet_middle_pt: float
    number_indent_mm: float
    item_gap_pt: float
    choice_gap_pt: float
    choice_pad_pt: float


class FlowMeasures(Model):
    """The space between blocks, usual and least, and the hole in a page that is too large to leave."""

    gap_pt: float
    least_gap_pt: float
    title_gap_pt: float
    help_gap_pt: float
    what_helps_gap_pt: float
    contact_gap_pt: float
    imprint_gap_pt: float
    head_gap_pt: float
    largest_card_gap_pt: float
    largest_hole_mm: float


class LetterheadMeasures(Model):
    """The clinic's head: a square slot, or a logo fitted into a box, then name, address and rule."""

    slot_mm: float
    radius_mm: float
    logo_width_mm: float
    gap_mm: float
    rule_gap_pt: float


class ClinicCopyMeasures(Model):
    """What only the clinic's copy has: the band at the head of its pages, and the lines to sign on.

    `band_top_mm` counts from the upper edge of the sheet.
    """

    band_top_mm: float
    band_mm: float
    band_pad_mm: float
    heading_gap_pt: float
    gap_pt: float
    signing_mm: float
    label_gap_mm: float
    between_mm: float


class IdentityMeasures(Model):
    """The strip of a person's details: the width of each cell, and of those that give way to long names."""

    cells_mm: tuple[float, ...]
    least_mm: tuple[float, ...]
    pad_mm: float
    pad_above_pt: float
    pad_below_pt: float


class SummaryMeasures(Model):
    """The plan box; thumbnails that do not fit are `small`, and those that still do not are numbers only."""

    pad_mm: float
    pad_pt: float
    radius_mm: float
    row_gap_pt: float
    column_gap_mm: float
    tray_gap_pt: float
    tray_mm: float
    tray_radius_mm: float
    thumbnail_mm: float
    small_thumbnail_mm: float
    mm_per_unit: float
    small_mm_per_unit: float
    floor_mm: float
    disc_mm: float
    disc_inset_mm: float
    number_disc_mm: float
    number_pitch_mm: float
    clock_mm: float
    clock_gap_mm: float
    note_gap_pt: float
    note_pad_mm: float


class HelpStripMeasures(Model):
    """The warning strip of page 1."""

    pad_mm: float
    pad_pt: float
    radius_mm: float
    triangle_mm: float
    gap_mm: float
    cell_pad_mm: float


class ExplanationMeasures(Model):
    """The explanation beside the map: columns, numbered spots, map and legend."""

    text_mm: float
    gutter_mm: float
    spot_gap_pt: float
    spot_indent_mm: float
    ring_mm: float
    ring_pt: float
    legend_gap_pt: float
    legend_row_gap_pt: float
    legend_column_gap_mm: float
    swatch_width_mm: float
    swatch_height_mm: float
    swatch_gap_mm: float
    least_map_scale: float


class PictureMeasures(Model):
    """A picture in the narrow column beside its text."""

    width_mm: float
    gutter_mm: float
    mm_per_unit: float
    caption_gap_pt: float


class Measures(Model):
    """The measures of all blocks."""

    text: TextMeasures
    flow: FlowMeasures
    letterhead: LetterheadMeasures
    clinic_copy: ClinicCopyMeasures
    identity: IdentityMeasures
    summary: SummaryMeasures
    help_strip: HelpStripMeasures
    explanation: ExplanationMeasures
    picture: PictureMeasures
    signs: SignMeasures
    dose_strip: DoseStripMeasures
    card: CardMeasures
    note: NoteMeasures
    stop_strip: StopStripMeasures
    pain_rule: PainRuleMeasures
    diary: DiaryMeasures
    red_flags: RedFlagMeasures
    contact: ContactMeasures
    sheet: SheetMeasures
