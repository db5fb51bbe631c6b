"""What stands under the grid of a plan sheet, and on the pages after it: notes, all signs, questions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from handouts.compose.exercise_blocks import Diary, Exercises, PainRule
from handouts.compose.handout import Content
from handouts.compose.information_blocks import Contact, HelpQuestion, HelpStrip, Imprint, Questions, RedFlags
from handouts.compose.text import Span
from handouts.page.blocks.contact import lay_out_contact, lay_out_questions, lines_within
from handouts.page.blocks.help_strip import lay_out_help_strip
from handouts.page.blocks.imprint import lay_out_status
from handouts.page.blocks.red_flags import RedFlagBox, lay_out_red_flags
from handouts.page.blocks.sheet_notes import SheetGroup, lay_out_parted_notes, lay_out_sheet_notes
from handouts.page.blocks.short_pain_rule import lay_out_short_pain_rule
from handouts.page.drawable import Placed
from handouts.page.flow import Flow, Piece
from handouts.page.kit import Spaced
from handouts.page.parting import Parting, Whole
from handouts.page.style import Style

Kind = TypeVar("Kind", Contact, Diary, Exercises, PainRule, Imprint, Questions, RedFlags)


def find(content: Content, kind: type[Kind]) -> Kind | None:
    """Return the block of a kind, if there is one."""
    return next((block for block in content.blocks if isinstance(block, kind)), None)


def has_warnings(page: Sequence[Placed]) -> bool:
    """Return whether all warning signs are on a page."""
    return any(isinstance(placed.block, RedFlagBox) for placed in page)


def lay_out_warnings(content: Content, style: Style) -> list[Spaced]:
    """Return the box of all warning signs and the strip that says whom to ask."""
    measures, parts = style.measures, []
    if flags := find(content, RedFlags):
        boxes = lay_out_red_flags(flags, style)
        parts += [Spaced(box, measures.sheet.help_gap) for box in boxes]
    if contact := find(content, Contact):
        strip = lay_out_contact(contact, style)
        parts.append(Spaced(strip, measures.flow.contact_gap))
    return parts


def lay_out_back(
    head: Sequence[Placed],
    notes: Sequence[SheetGroup],
    blocks: Sequence[Spaced],
    warnings: Sequence[Spaced],
    questions: Questions | None,
    style: Style,
) -> list[list[Placed]]:
    """Return as many pages as are needed: the head of the sheet again, then all in its order.

    Raises LayoutError for a block that fits no page.
    """
    flow = Flow(style)
    flow.begin_page()
    for placed in head:
        flow.place(placed.block, placed.y)
    flow.add([*_notes(notes, flow.y, style), *_blocks(blocks)])
    over, under = _parted_warnings(warnings, questions, style)
    flow.add(_blocks(over))
    if questions:
        flow.add(_questions(questions, style, room=flow.room_ends - flow.y))
    flow.add(_blocks(under))
    flow.finish()
    first, *others = flow.pages
    heard = [placed._replace(heard=True) for placed in first[: len(head)]]
    return [[*heard, *first[len(head) :]], *others]


def _parted_warnings(
    warnings: Sequence[Spaced], questions: Questions | None, style: Style
) -> tuple[Sequence[Spaced], Sequence[Spaced]]:
    """Return what stands over the lines to write on, and after them the warning signs if they fill a page.

    They do where chosen lines have no room under them.
    """
    flags = [part for part in warnings if isinstance(part.block, RedFlagBox)]
    room = style.bottom_mm - style.top_mm - sum(part.block.height + part.gap for part in warnings)
    lines = questions if questions and questions.chosen else None
    is_full = lines_within(room, lines, style) < lines.lines if lines else room < 0
    if len(flags) != 1 or not is_full:
        return warnings, ()
    return [part for part in warnings if part not in flags], flags


def _notes(groups: Sequence[SheetGroup], top: float, style: Style) -> Iterator[Piece]:
    """Yield the notes in two columns or, where these are taller than the page, over its whole width."""
    notes, gap = lay_out_sheet_notes(groups, style), style.measures.sheet.help_gap
    if notes and notes.height + gap <= style.bottom_mm - top:
        yield Whole(notes, "notes", gap)
    elif notes:
        yield from (Parting(group, "notes", gap) for group in lay_out_parted_notes(groups, style))


def _questions(questions: Questions, style: Style, *, room: float) -> list[Whole]:
    """Return lines that fill the room that is left or, if the plan has chosen them, a page of their own."""
    flow = style.measures.flow
    if lines_within(room - flow.least_gap, questions, style) >= questions.lines:
        # The last line does not stand by the rule of the footer.
        lines = max(questions.lines, lines_within(room - 2 * flow.gap, questions, style))
    elif questions.chosen:
        lines = max(questions.lines, lines_within(style.bottom_mm - style.top_mm, questions, style))
    else:
        return []
    block = lay_out_questions(replace(questions, lines=lines), style)
    return [Whole(block, questions.heading, flow.gap)]


def _blocks(parts: Sequence[Spaced]) -> Iterator[Piece]:
    """Yield blocks that stay whole and together."""
    for at, part in enumerate(parts, start=1):
        yield Whole(part.block, "warning signs", part.gap, keep=at < len(parts))


# The share of a page that may be taken by what stands under the grid.
MOST_FOOT = 1 / 3


def lay_out_foot(
    content: Content, style: Style, *, points_overleaf: bool
) -> tuple[list[Spaced], list[Spaced]]:
    """Return what stands under the grid and, in large type, what has no room there and goes overleaf.

    The questions are always under the grid and, where it `points_overleaf`, on which page all signs are.
    """
    measures = style.measures.sheet
    strip = Spaced(lay_out_help_strip(_short(content.help_strip), style), measures.help_gap)
    status = lay_out_status(find(content, Imprint), content.see_page if points_overleaf else (), style)
    pain = find(content, PainRule)
    rule = Spaced(lay_out_short_pain_rule(pain, style), measures.pain_rule_gap) if pain else None
    below = Spaced(status, measures.status_gap) if status else None
    whole = [part for part in (rule, strip, below) if part]
    taken = sum(part.gap + part.block.height for part in whole)
    if taken <= MOST_FOOT * (style.bottom_mm - style.top_mm):
        return whole, []
    foot, overleaf = [strip], [rule] if rule else []
    if status and status.see_page:
        foot.append(Spaced(status._replace(status=None), measures.status_gap))
    if status and status.status:
        overleaf.append(Spaced(status._replace(see_page=None), measures.status_gap))
    return foot, overleaf


def lay_out_notes_lines(diary: Diary, parts: Sequence[Spaced], style: Style) -> list[Spaced]:
    """Return lines for notes in the room that the other parts of a page leave.

    There are some where the layout wants any, or where that room would be a hole.
    """
    measures, taken = style.measures.sheet, sum(part.gap + part.block.height for part in parts)
    room, questions = style.bottom_mm - style.top_mm - taken, Questions(diary.notes, 0)
    lines = lines_within(room - measures.help_gap, questions, style)
    if lines < 1 or not (measures.notes or room > style.measures.flow.largest_hole):
        return []
    block = lay_out_questions(replace(questions, lines=lines), style)
    return [Spaced(block, measures.help_gap)]


def _short(strip: HelpStrip) -> HelpStrip:
    """Return the strip with its short words as its only ones, each sign with its action in one run."""
    questions = (
        HelpQuestion((*question.sign, Span(" "), *question.action), ()) for question in strip.short_questions
    )
    return replace(strip, heading=strip.short_heading, questions=tuple(questions))
