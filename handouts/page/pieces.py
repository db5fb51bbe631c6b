"""Each block of a handout becomes pieces to place, with the gaps above them and what stays together."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple, assert_never

from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.handout import Block, Content
from handouts.compose.information_blocks import (
    BodyMap,
    Contact,
    Imprint,
    Links,
    Paragraph,
    Questions,
    RedFlags,
    TextBlock,
    TextList,
    WhatHelps,
)
from handouts.page.blocks.contact import lay_out_contact, lay_out_links, lay_out_questions
from handouts.page.blocks.diary import RowSize, lay_out_diary, lay_out_diary_beside
from handouts.page.blocks.explanation import lay_out_explanation, lay_out_map, stands_beside_text
from handouts.page.blocks.heading import lay_out_title
from handouts.page.blocks.help_strip import lay_out_help_strip
from handouts.page.blocks.imprint import lay_out_imprint
from handouts.page.blocks.letterhead import lay_out_letterhead
from handouts.page.blocks.pain_rule import lay_out_narrow_next_step, lay_out_next_step, lay_out_pain_rule
from handouts.page.blocks.red_flags import lay_out_red_flags
from handouts.page.blocks.short_pain_rule import lay_out_pain_box
from handouts.page.blocks.summary import OF_THE_PLAN, lay_out_of_plan, lay_out_own_words, lay_out_summary
from handouts.page.blocks.text_block import lay_out_text_block
from handouts.page.blocks.what_helps import lay_out_what_helps
from handouts.page.drawable import Placeholder, Space
from handouts.page.flow import Piece
from handouts.page.kit import Column, column
from handouts.page.parting import Parting, Whole
from handouts.page.style import Style

# Text this much taller than the map is better off in two columns of its own.
MOST_OVER_MAP = 1.15


class Lead(NamedTuple):
    """What leads page 1: clinic, title and details, the person's plan, and the warning signs.

    All but the plan is always there; parts of the plan that have no room over the warning signs follow them.
    """

    head: tuple[Piece, ...]
    plan: tuple[Piece, ...]
    strip: Piece


def lay_out_lead(content: Content, style: Style, placeholder: Placeholder | None) -> Lead:
    """Return what leads page 1, `placeholder` in the place of a person's details."""
    flow = style.measures.flow
    pieces: list[Piece] = []
    if style.first_top_mm > style.top_mm:
        # Above the next piece there is a gap, too.
        room = max(0, style.first_top_mm - style.top_mm - flow.least_gap)
        pieces.append(Whole(Space(room), "letterhead", flow.gap))
    if content.letterhead and not style.is_preprinted:
        letterhead = lay_out_letterhead(content.letterhead, style)
        pieces.append(Whole(letterhead, content.letterhead.name, flow.gap))
    title = lay_out_title(content.title, content.subtitle, content.message, style)
    pieces.append(Whole(title, content.title, flow.title_gap))
    if placeholder:
        pieces.append(Whole(placeholder, "details", flow.gap))
    strip = lay_out_help_strip(content.help_strip, style)
    return Lead(
        head=tuple(pieces),
        plan=tuple(piece for block in content.blocks for piece in _plan_pieces(block, style)),
        strip=Whole(strip, content.help_strip.heading, flow.help_gap),
    )


def is_lead(block: Block) -> bool:
    """Return whether a block leads page 1, wherever a plan puts it: the plan, its phase, its changes."""
    return isinstance(block, Summary | OwnWords) or (isinstance(block, TextBlock) and block.id in OF_THE_PLAN)


def _plan_pieces(block: Block, style: Style) -> Iterator[Piece]:
    """Yield the plan box, what changed, and the words for the person; nothing for other blocks."""
    gap = style.measures.flow.gap
    if isinstance(block, OwnWords) and (own := lay_out_own_words(block, style)):
        yield Parting(own, "note", gap, section="plan")
    if isinstance(block, Summary):
        box, note = lay_out_summary(block, style)
        yield Whole(box, block.heading, gap, section="plan")
        if note:
            yield Parting(note, "note", style.measures.summary.note_gap, section="plan")
    if isinstance(block, TextBlock) and block.id in OF_THE_PLAN:
        yield Parting(lay_out_of_plan(block, style), block.heading, gap, section="plan")


def pieces_of(block: Block, style: Style) -> list[Piece]:  # noqa: C901
    """Return the pieces of one block; none of the plan and the exercises, which have places of their own."""
    flow = style.measures.flow
    match block:
        case Summary() | OwnWords() | Exercises():
            return []
        case TextBlock():
            return lay_out_text_block(block, style)
        case BodyMap():
            return map_pieces(block, style)
        case WhatHelps():
            return [Whole(lay_out_what_helps(block, style), block.heading, flow.what_helps_gap)]
        case PainRule():
            lay_out = lay_out_pain_box if style.tight else lay_out_pain_rule
            rule, step = lay_out(block, style), lay_out_next_step(block, style)
            return [
                Whole(rule, block.heading, flow.gap, section="pain-rule"),
                Whole(step, block.less_heading, flow.gap, section="pain-rule"),
            ]
        case Diary():
            return diary_pieces(block, style)
        case Questions():
            return [Whole(lay_out_questions(block, style), block.heading, flow.gap)]
        case RedFlags():
            boxes = lay_out_red_flags(block, style)
            return [Whole(box, block.heading, flow.gap) for box in boxes]
        case Links():
            return [Whole(lay_out_links(block, style), block.heading, flow.gap)]
        case Contact():
            return [Whole(lay_out_contact(block, style), "contact", flow.contact_gap)]
        case Imprint():
            return [Whole(lay_out_imprint(block, style), "sources", flow.imprint_gap)]
        case _:
            assert_never(block)


def diary_pieces(diary: Diary, style: Style, *, rows: RowSize = "usual", least_weeks: int = 1) -> list[Piece]:
    """Return the tables of a diary, those of a week held together."""
    diary = replace(diary, weeks=max(diary.weeks, least_weeks))
    tables = lay_out_diary(diary, style, rows=rows)
    gap, of_a_week = style.measures.flow.gap, len(tables) // diary.weeks
    return [
        Whole(table, diary.heading, gap, keep=number % of_a_week > 0, section="diary")
        for number, table in enumerate(tables, start=1)
    ]


def map_pieces(body_map: BodyMap, style: Style, *, low: bool = False) -> list[Piece]:
    """Return the map with its spots where no text stands beside it; what no page holds may go on overleaf."""
    laid, gap = lay_out_map(body_map, style, low=low), style.measures.flow.gap
    if isinstance(laid, Column) and laid.height > style.bottom_mm - style.top_mm:
        heading, art, *below = laid.parts
        pieces = [Whole(column([heading, art]), body_map.heading, gap)]
        return [*pieces, *(Whole(one.block, body_map.heading, one.gap) for one in below)]
    return [Whole(laid, body_map.heading, gap)]


def pain_and_diary_pieces(rule: PainRule, diary: Diary, style: Style) -> list[Piece]:
    """Return the pain rule over the diary with the next step beside it; nothing if that saves no room."""
    table = lay_out_diary_beside(diary, style, lay_out=partial(lay_out_narrow_next_step, rule, style))
    first, *apart = (*pieces_of(rule, style), *diary_pieces(diary, style))
    if table is None or table.height > sum(piece.height for piece in apart):
        return []
    return [first, Whole(table, diary.heading, style.measures.flow.gap, section="diary")]


def explanation_pieces(text: TextBlock, body_map: BodyMap, style: Style, *, narrow: bool) -> list[Piece]:
    """Return a text beside the map with its spots; nothing if it is too long or too rich for that."""
    is_plain = all(isinstance(part, Paragraph | TextList) for part in text.parts)
    if not is_plain or not stands_beside_text(style):
        return []
    explanation = lay_out_explanation(text.heading, text.parts, body_map, style, narrow=narrow)
    if explanation.text.height > MOST_OVER_MAP * explanation.picture.height:
        return []
    return [Whole(explanation, text.heading, style.measures.flow.gap)]
