"""The measures of every block, in millimetres unless the name says points (`_pt`)."""

from handouts.schema.base import Model
from handouts.schema.exercise_measures import (
    CardMeasures,
    DoseStripMeasures,
    NoteMeasures,
    SignMeasures,
    StopStripMeasures,
)
from handouts.schema.lengths import Millimetres, Pitch, Points, Scale, Wide
from handouts.schema.safety_measures import ContactMeasures, DiaryMeasures, PainRuleMeasures, RedFlagMeasures
from handouts.schema.sheet_measures import SheetMeasures


class TextMeasures(Model):
    """Running text: gaps, columns, and the widest line that is still easy to read (70 characters)."""

    heading_gap_pt: Points
    paragraph_gap_pt: Points
    subheading_gap_pt: Points
    gutter_mm: Millimetres
    widest_mm: Millimetres
    bullet_indent_mm: Millimetres
    bullet_radius_pt: Points
    bullet_middle_pt: Points
    number_indent_mm: Millimetres
    item_gap_pt: Points
    choice_gap_pt: Points
    choice_pad_pt: Points


class FlowMeasures(Model):
    """The space between blocks, usual and least, and the hole in a page that is too large to leave."""

    gap_pt: Points
    least_gap_pt: Points
    title_gap_pt: Points
    help_gap_pt: Points
    what_helps_gap_pt: Points
    contact_gap_pt: Points
    imprint_gap_pt: Points
    head_gap_pt: Points
    largest_card_gap_pt: Points
    largest_hole_mm: Millimetres


class LetterheadMeasures(Model):
    """The clinic's head: a square slot, or a logo fitted into a box, then name, address and rule."""

    slot_mm: Millimetres
    radius_mm: Millimetres
    logo_width_mm: Millimetres
    gap_mm: Millimetres
    rule_gap_pt: Points


class ClinicCopyMeasures(Model):
    """What only the clinic's copy has: the band at the head of its pages, and the lines to sign on.

    `band_top_mm` counts from the upper edge of the sheet.
    """

    band_top_mm: Millimetres
    band_mm: Millimetres
    band_pad_mm: Millimetres
    heading_gap_pt: Points
    gap_pt: Points
    signing_mm: Millimetres
    label_gap_mm: Millimetres
    between_mm: Millimetres


class IdentityMeasures(Model):
    """The strip of a person's details: the width of each cell, and of those that give way to long names."""

    cells_mm: tuple[Millimetres, Millimetres, Millimetres, Millimetres, Millimetres]
    least_mm: tuple[Millimetres, Millimetres, Millimetres, Millimetres, Millimetres]
    pad_mm: Millimetres
    pad_above_pt: Points
    pad_below_pt: Points


class SummaryMeasures(Model):
    """The plan box; thumbnails that do not fit are `small`, and those that still do not are numbers only."""

    pad_mm: Millimetres
    pad_pt: Points
    radius_mm: Millimetres
    row_gap_pt: Points
    column_gap_mm: Millimetres
    tray_gap_pt: Points
    tray_mm: Wide
    tray_radius_mm: Millimetres
    thumbnail_mm: Wide
    small_thumbnail_mm: Wide
    mm_per_unit: Scale
    small_mm_per_unit: Scale
    floor_mm: Millimetres
    disc_mm: Millimetres
    disc_inset_mm: Millimetres
    number_disc_mm: Millimetres
    number_pitch_mm: Pitch
    clock_mm: Millimetres
    clock_gap_mm: Millimetres
    note_gap_pt: Points
    note_pad_mm: Millimetres


class HelpStripMeasures(Model):
    """The warning strip of page 1."""

    pad_mm: Millimetres
    pad_pt: Points
    radius_mm: Millimetres
    triangle_mm: Millimetres
    gap_mm: Millimetres
    cell_pad_mm: Millimetres


class ExplanationMeasures(Model):
    """The explanation beside the map: columns, numbered spots, map and legend."""

    text_mm: Millimetres
    gutter_mm: Millimetres
    spot_gap_pt: Points
    spot_indent_mm: Millimetres
    ring_mm: Millimetres
    ring_pt: Points
    legend_gap_pt: Points
    legend_row_gap_pt: Points
    legend_column_gap_mm: Millimetres
    swatch_width_mm: Millimetres
    swatch_height_mm: Millimetres
    swatch_gap_mm: Millimetres
    least_map_scale: Scale


class PictureMeasures(Model):
    """A picture in the narrow column beside its text."""

    width_mm: Wide
    gutter_mm: Millimetres
    mm_per_unit: Scale
    caption_gap_pt: Points


class TightMeasures(Model):
    """A handout that is tight because that saves a page: a card, its dose strip, the box of the pain rule.

    `pain_head_mm` is the first cell of the box, the others are before and after the words of every cell.
    """

    card_gap_pt: Points
    dose_strip_mm: Millimetres
    pain_head_mm: Millimetres
    pain_pad_mm: Millimetres
    pain_end_mm: Millimetres


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
    tight: TightMeasures
    sheet: SheetMeasures
