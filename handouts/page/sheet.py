"""A handout becomes a plan sheet for the fridge: a grid to tick, the pain rule and the warning signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from handouts.compose.blocks import (
    Diary,
    DiaryWeek,
    Exercises,
    HelpQuestion,
    HelpStrip,
    Imprint,
    PainRule,
    Summary,
)
from handouts.compose.handout import Content, Handout
from handouts.compose.text import Span
from handouts.library.words import fill
from handouts.page.block import Block, LayoutError, Placed, Placeholder
from handouts.page.blocks.help_strip import HelpStripBlock, lay_out_help_strip
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.blocks.imprint import lay_out_status
from handouts.page.blocks.sheet_grid import SheetGrid, grid_height
from handouts.page.blocks.sheet_notes import (
    SheetGroup,
    SheetNotes,
    lay_out_sheet_notes,
    notes_of,
    pointers,
)
from handouts.page.blocks.sheet_row import SheetRow, lay_out_sheet_row
from handouts.page.blocks.sheet_title import lay_out_sheet_title
from handouts.page.blocks.short_pain_rule import lay_out_short_pain_rule
from handouts.page.pages import LaidOut, lay_out_pages
from handouts.page.sheet_sharing import Sharing, row_heights, share_out
from handouts.page.style import Style

# So many weeks of days stand side by side where there is room for the date of each.
WEEKS_ON_A_PAGE = 2
# The share of a page that may be taken by what stands under the grid.
MOST_FOOT = 1 / 3
# Stands for the number of a page that is not known yet: none is wider.
ANY_PAGE = 88

Kind = TypeVar("Kind", Diary, Exercises, PainRule, Imprint, Summary)


class EmptySheetError(LayoutError):
    """A plan sheet with nothing to tick."""

    def __init__(self) -> None:
        """Say what to do about it."""
        super().__init__("plan sheet", limit=0, overflow=0)
        self.args = ("A plan sheet needs at least one exercise. Choose exercises, or another layout.",)


def lay_out_plan_sheet(handout: Handout, style: Style) -> LaidOut:
    """Return the sheet on as few pages as it needs.

    Raises EmptySheetError without exercises, LayoutError for an exercise that is taller than a page.
    """
    identity = handout.person.sheet_identity
    own = lay_out_identity(identity, style) if identity else None
    return lay_out_pages(handout, style, _arrange, own=own)


def _arrange(
    content: Content, style: Style, placeholder: Placeholder | None
) -> tuple[list[list[Placed]], Style]:
    return list(_Sheet(content, style, placeholder).pages()), style


@dataclass(frozen=True)
class _Sheet:
    """One content on its way to the pages of a sheet."""

    content: Content
    style: Style
    placeholder: Placeholder | None

    def pages(self) -> Iterator[list[Placed]]:
        """Yield the blocks of each page at their places: every exercise for some weeks, then the next.

        Notes that find no room under the grid follow on a page of their own, and with large type the pain
        rule, so that exercises have room.
        """
        sharing, weeks = self._sharing, self._diary.sheet
        together = self._weeks_on_a_page
        spans = [weeks[at : at + together] for at in range(0, len(weeks), together)]
        notes_page = len(spans) * len(sharing.parts) + 1 if sharing.notes_apart else 0
        for span in spans:
            for rows in sharing.parts:
                is_first = span is spans[0] and rows is sharing.parts[0]
                notes = self._notes(rows, page=notes_page)
                yield list(self._side(span, rows, notes, is_first=is_first))
        if sharing.notes_apart or self._overleaf:
            yield list(self._last_side(self._notes(self._rows) if sharing.notes_apart else None))

    @property
    def _weeks_on_a_page(self) -> int:
        """Two, or one where the type is too large for the dates of two."""
        measures, days = self.style.measures.sheet, len(self._diary.sheet[0].days)
        room = self.style.width_mm - measures.picture - measures.name
        return WEEKS_ON_A_PAGE if room >= WEEKS_ON_A_PAGE * days * measures.least_day else 1

    @cached_property
    def _sharing(self) -> Sharing:
        most_rows = int(self.style.measures.sheet.most_rows)
        shared = share_out(self._rows, self._low_rows, self._fits, most_rows=most_rows)
        if shared is None:
            tallest, room = max(self._rows, key=lambda row: row.least_height), self._room(None)
            raise LayoutError(tallest.card.title, limit=room, overflow=tallest.least_height - room)
        return shared

    def _fits(self, rows: Sequence[SheetRow], apart: bool) -> bool:
        return bool(self._heights(rows, self._notes(rows, page=ANY_PAGE if apart else 0)))

    @cached_property
    def _diary(self) -> Diary:
        diary = _find(self.content, Diary)
        if diary is None or not diary.rows:
            raise EmptySheetError
        return diary

    @cached_property
    def _rows(self) -> tuple[SheetRow, ...]:
        return self._laid_out_rows(low=False)

    @cached_property
    def _low_rows(self) -> tuple[SheetRow, ...]:
        return self._laid_out_rows(low=True)

    def _laid_out_rows(self, *, low: bool) -> tuple[SheetRow, ...]:
        exercises = _find(self.content, Exercises)
        if exercises is None:
            raise EmptySheetError
        days, letters = {row.number: row.sessions for row in self._diary.rows}, exercises.side_letters
        return tuple(
            lay_out_sheet_row(card, days[card.number], self.style, letters=letters, low=low)
            for card in exercises.cards
        )

    def _notes(self, rows: Sequence[SheetRow], *, page: int = 0) -> SheetNotes | None:
        """Return the notes of the exercises of one page, or where to find them if that is another page."""
        groups = self._groups(rows)
        if page:
            see_page = tuple(replace(span, text=fill(span.text, page=page)) for span in self.content.see_page)
            groups = pointers(groups, see_page)
        return lay_out_sheet_notes(groups, self.style)

    def _groups(self, rows: Sequence[SheetRow]) -> list[SheetGroup]:
        """Return what is said of some exercises; what is said of the whole plan goes with the first one."""
        summary = _find(self.content, Summary)
        is_first = rows[0].card.number == self._rows[0].card.number
        return notes_of([row.card for row in rows], summary if is_first else None)

    @cached_property
    def _head(self) -> list[tuple[Block, float]]:
        """The blocks over the grid, each with the gap below it."""
        content, style, measures = self.content, self.style, self.style.measures.sheet
        title = lay_out_sheet_title(content.sheet_title, content.sheet_clinic, style, width=style.width_mm)
        if not self.placeholder:
            return [(title, measures.grid_gap)]
        return [(title, measures.identity_gap), (self.placeholder, measures.grid_gap)]

    @cached_property
    def _foot(self) -> list[tuple[Block, float]]:
        """The blocks under the grid, each with the gap above it; in large type only the warning signs."""
        taken = sum(block.height + gap for block, gap in self._whole_foot)
        if taken <= MOST_FOOT * (self.style.bottom_mm - self.style.top_mm):
            return self._whole_foot
        return [(block, gap) for block, gap in self._whole_foot if isinstance(block, HelpStripBlock)]

    @cached_property
    def _overleaf(self) -> list[tuple[Block, float]]:
        """The blocks that have no room under the grid."""
        return [placed for placed in self._whole_foot if placed not in self._foot]

    @cached_property
    def _whole_foot(self) -> list[tuple[Block, float]]:
        content, style, measures = self.content, self.style, self.style.measures.sheet
        blocks: list[tuple[Block, float]] = []
        if rule := _find(content, PainRule):
            short = lay_out_short_pain_rule(rule, style, width=style.width_mm)
            blocks.append((short, measures.pain_rule_gap))
        blocks.append((lay_out_help_strip(_short(content.help_strip), style), measures.help_gap))
        if imprint := _find(content, Imprint):
            blocks.append((lay_out_status(imprint, style, width=style.width_mm), measures.status_gap))
        return blocks

    def _room(self, notes: SheetNotes | None) -> float:
        """Return how tall all rows of a page may be together."""
        measures = self.style.measures.sheet
        around = sum(block.height + gap for block, gap in (*self._head, *self._foot))
        if notes:
            around += notes.height + measures.help_gap
        empty = grid_height(self._diary.sheet, (), self.style)
        return self.style.bottom_mm - self.style.top_mm - around - empty

    def _heights(self, rows: Sequence[SheetRow], notes: SheetNotes | None) -> tuple[float, ...]:
        return row_heights(rows, self._room(notes), self.style)

    def _side(
        self,
        weeks: Sequence[DiaryWeek],
        rows: Sequence[SheetRow],
        notes: SheetNotes | None,
        *,
        is_first: bool,
    ) -> Iterator[Placed]:
        under = [(notes, self.style.measures.sheet.help_gap)] if notes else []
        y = self.style.top_mm
        for block, gap in self._head:
            yield Placed(block, self.style.left_mm, y, heard=not is_first)
            y += block.height + gap
        grid = self._grid(weeks, rows, notes)
        yield Placed(grid, self.style.left_mm, y)
        y += grid.height
        for block, gap in (*under, *self._foot):
            y += gap
            is_new = is_first or (block is notes and weeks[0] is self._diary.sheet[0])
            yield Placed(block, self.style.left_mm, y, heard=not is_new)
            y += block.height

    def _last_side(self, notes: SheetNotes | None) -> Iterator[Placed]:
        """Yield the head of the sheet again, then all notes, if they are here, and what stands overleaf."""
        y = self.style.top_mm
        for block, gap in self._head:
            yield Placed(block, self.style.left_mm, y, heard=True)
            y += block.height + gap
        blocks = [(notes, self.style.measures.sheet.help_gap)] if notes else []
        over = sum(block.height + gap for block, gap in (*blocks, *self._overleaf)) - self.style.bottom_mm + y
        if over > 0:
            raise LayoutError(self.content.sheet_title, limit=self.style.bottom_mm - y, overflow=over)
        for block, gap in (*blocks, *self._overleaf):
            yield Placed(block, self.style.left_mm, y)
            y += block.height + gap

    def _grid(
        self, weeks: Sequence[DiaryWeek], rows: Sequence[SheetRow], notes: SheetNotes | None
    ) -> SheetGrid:
        diary = self._diary
        return SheetGrid(
            tuple(weeks),
            tuple(rows),
            self._heights(rows, notes),
            diary.sheet_note,
            diary.rest_day,
            diary.sheet_pain,
            self._scale,
            self.style,
        )

    @cached_property
    def _scale(self) -> float:
        """The scale of all pictures of the sheet, so that its people are of one size."""
        measures, sharing = self.style.measures.sheet, self._sharing
        page = ANY_PAGE if sharing.notes_apart else 0
        heights = (self._heights(part, self._notes(part, page=page)) for part in sharing.parts)
        lowest = min(map(min, heights)) - measures.floor
        rows = [row for part in sharing.parts for row in part]
        tallest = max(row.picture_units[1] for row in rows)
        beside = min((measures.picture - row.signs_width) / row.picture_units[0] for row in rows)
        return min(measures.largest_mm_per_unit, lowest / tallest, beside)


def _find(content: Content, kind: type[Kind]) -> Kind | None:
    return next((block for block in content.blocks if isinstance(block, kind)), None)


def _short(strip: HelpStrip) -> HelpStrip:
    """Return the strip with its short words as its only ones, each sign with its action in one run."""
    questions = (
        HelpQuestion((*question.sign, Span(" "), *question.action), ()) for question in strip.short_questions
    )
    return replace(strip, heading=strip.short_heading, questions=tuple(questions))
