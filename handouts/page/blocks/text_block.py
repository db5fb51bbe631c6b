"""A heading and what is said under it become pieces of text pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from handouts.compose.information_blocks import CaptionedPicture, Choice, Choices, Part, TextBlock
from handouts.compose.text import Span, one_span
from handouts.page.artwork import FigureArt
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.columns import in_columns, lay_out_passages
from handouts.page.flow import Flowing, Piece, page_ends
from handouts.page.kit import Column, Row, Rule, Spaced, Tagged, Words, column, row
from handouts.page.parting import Whole
from handouts.page.style import Style
from handouts.page.typesetting import balanced, settled

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
    if picture and _columns(style)[0] == 1:
        over = Whole(_captioned(picture, style), block.heading, style.measures.text.heading_gap, keep=True)
        return [*pieces, replace(over, section=block.id), *(_flowing(block, rest, style) if rest else ())]
    if picture:
        beside = _picture_beside(picture, rest, style)
        gap = style.measures.text.heading_gap
        return [*pieces, Whole(beside, block.heading, gap, section=block.id)]
    for choices, parts in groupby(rest, key=lambda part: isinstance(part, Choices)):
        lay_out = _choice_rows if choices else _flowing
        pieces += lay_out(block, list(parts), style)
    return pieces


def _choice_rows(block: TextBlock, parts: Sequence[Part], style: Style) -> Iterator[Piece]:
    """Yield choices in rows of two, or one where the page is narrow, each row under a hairline."""
    measures = style.measures.text
    count, width = _columns(style)
    items = [item for part in parts if isinstance(part, Choices) for item in part.items]
    cells = [_choice(item, style, width=width) for item in items]
    rule = Rule(style.width_mm, style.lines.hair)
    for at in range(0, len(cells), count):
        pair = row(cells[at : at + count], width + measures.gutter)
        under_rule = column([rule, Spaced(pair, measures.choice_pad)])
        yield Whole(under_rule, block.heading, measures.choice_gap, section=block.id)


def _choice(choice: Choice, style: Style, *, width: float) -> Column:
    """Return name, how sure it is, and what it is and does."""
    body = style.face("body")
    name = balanced(one_span(choice.name, strong=True), body, width_mm=width)
    sure = balanced(one_span(choice.sure, strong=True), body, width_mm=width)
    said = settled((*choice.what, Span(" "), *choice.known), body, width_mm=width)
    return column([Words(name, role="H3"), Words(sure, strong_colour="accent"), Words(said)])


def _flowing(block: TextBlock, parts: Sequence[Part], style: Style) -> Iterator[Piece]:
    measures = style.measures.text
    count, column = _columns(style)
    laid = lay_out_passages(parts, style, width=column)
    across = lay_out_passages(parts, style, width=min(measures.widest, style.width_mm))
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


def _columns(style: Style) -> tuple[int, float]:
    """Return how many columns there are and how wide each is: two, unless they were too narrow to read."""
    measures = style.measures.text
    half = (style.width_mm - measures.gutter) / 2
    return (2, half) if half >= measures.least_column else (1, style.width_mm)


def _picture_beside(picture: CaptionedPicture, parts: Sequence[Part], style: Style) -> Row:
    """Return a picture as wide as those of the exercises, with the other parts at its right."""
    measures = style.measures.picture
    text_x = measures.picture + measures.gutter
    passages = lay_out_passages(parts, style, width=style.width_mm - text_x)
    left = _captioned(picture, style)
    return Row(((0, left), (text_x, in_columns(passages, pitch=0, count=1))))


def _captioned(picture: CaptionedPicture, style: Style) -> Tagged:
    measures = style.measures.picture
    art = FigureArt(picture.picture, measures.mm_per_unit, least_width=measures.picture)
    caption = balanced(one_span(picture.caption), style.face("body"), width_mm=measures.picture)
    under = Spaced(Words(caption, role="Caption"), measures.caption_gap) if picture.caption else None
    return Tagged(column([art, under]), "Div")
