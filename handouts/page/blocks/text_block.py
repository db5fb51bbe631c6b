"""A heading and what is said under it become pieces of text pages."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handouts.compose.blocks import CaptionedPicture, Choices, Part, TextBlock
from handouts.page.blocks.choices import lay_out_choices
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.blocks.passages import lay_out_passages
from handouts.page.blocks.picture_beside import lay_out_picture_beside
from handouts.page.flow import Flowing, Piece, Whole, page_ends
from handouts.page.style import Style

# A single paragraph of no more lines than this looks better across than in two columns.
FEW_LINES = 3


def lay_out_text_block(block: TextBlock, style: Style) -> list[Piece]:
    """Return the pieces of a text block: its heading, its text in columns, its choices, its picture."""
    heading = lay_out_heading(block.heading, style, width=style.width_mm)
    pieces: list[Piece] = [
        Whole(heading, block.heading, style.measures.flow.gap, keep=True, section=block.id)
    ]
    picture = next((part for part in block.parts if isinstance(part, CaptionedPicture)), None)
    rest = [part for part in block.parts if part is not picture]
    if picture:
        beside = lay_out_picture_beside(picture, rest, style)
        gap = style.measures.text.heading_gap
        return [*pieces, Whole(beside, block.heading, gap, section=block.id)]
    for choices, parts in groupby(rest, key=lambda part: isinstance(part, Choices)):
        lay_out = _choice_rows if choices else _flowing
        pieces += lay_out(block, list(parts), style)
    return pieces


def _choice_rows(block: TextBlock, parts: Sequence[Part], style: Style) -> Iterator[Piece]:
    items = [item for part in parts if isinstance(part, Choices) for item in part.items]
    for row in lay_out_choices(items, style):
        yield Whole(row, block.heading, style.measures.text.choice_gap, section=block.id)


def _flowing(block: TextBlock, parts: Sequence[Part], style: Style) -> Iterator[Piece]:
    measures = style.measures.text
    column = (style.width_mm - measures.gutter) / 2
    laid = lay_out_passages(parts, style, width=column)
    count = 2
    across = lay_out_passages(parts, style, width=measures.widest)
    if len(across) == 1 and len(across[0].text.lines) <= FEW_LINES:
        laid, count = across, 1
    pitch = column + measures.gutter
    goes_on = any(isinstance(part, Choices) for part in block.parts[: block.parts.index(parts[0])])
    gap = measures.subheading_gap if goes_on else measures.heading_gap
    most = (style.bottom_mm - style.top_mm) / 2
    ends, last_ends = (page_ends(laid, most=most, columns=count, steps=steps) for steps in (False, True))
    # What leads to choices stands with the first of them.
    leads = parts[-1] is not block.parts[-1]
    yield Flowing(laid, pitch, count, block.heading, gap, ends, last_ends, section=block.id, keep=leads)
