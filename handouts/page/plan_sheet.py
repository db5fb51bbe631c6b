"""A handout becomes a plan sheet for the fridge: a grid to tick, the pain rule and the warning signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from handouts.handout import (
    Diary,
    DiaryWeek,
    Exercises,
    Handout,
    HelpQuestion,
    HelpStrip,
    Imprint,
    PainRule,
    Span,
)
from handouts.page.block import Block, LayoutError
from handouts.page.handout_page import Placed, pages_of
from handouts.page.help_strip import lay_out_help_strip
from handouts.page.identity import lay_out_identity
from handouts.page.imprint import lay_out_status
from handouts.page.pen import Pen
from handouts.page.sheet import Pages
from handouts.page.sheet_grid import SheetGrid, grid_height
from handouts.page.sheet_row import SheetRow, lay_out_sheet_row
from handouts.page.sheet_title import lay_out_sheet_title
from handouts.page.short_pain_rule import lay_out_short_pain_rule
from handouts.page.style import Style

# So many weeks of days stand side by side.
WEEKS_ON_A_PAGE = 2

# Rows are tried lower by this, in millimetres, until all of a page fit.
ROW_STEP_MM = 0.5

Kind = TypeVar("Kind", Diary, Exercises, PainRule, Imprint)


class EmptySheetError(LayoutError):
    """A plan sheet with nothing to tick."""

    def __init__(self) -> None:
        """Say what to do about it."""
        super().__init__("plan sheet", limit=0, overflow=0)
        self.args = ("A plan sheet needs at least one exercise. Choose exercises, or another layout.",)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A block that a listener has heard on the page before."""

    block: Block

    @property
    def height(self) -> float:
        """The height of the block."""
        return self.block.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as an artifact."""
        with pen.surface.artifact("Layout"):
            self.block.draw(pen, x, y)


def lay_out_plan_sheet(handout: Handout, style: Style) -> Pages:
    """Return the sheet on as few pages as it needs.

    Raises EmptySheetError without exercises, LayoutError for an exercise that is taller than a page.
    """
    return pages_of(handout, list(_Sheet(handout, style).sides()), style)


@dataclass(frozen=True)
class _Sheet:
    """One handout on its way to the pages of a sheet."""

    handout: Handout
    style: Style

    def sides(self) -> Iterator[list[Placed]]:
        """Yield the blocks of each page at their places: every exercise for two weeks, then the next two."""
        parts = self._parts()
        weeks = [
            self._diary.sheet[at : at + WEEKS_ON_A_PAGE]
            for at in range(0, len(self._diary.sheet), WEEKS_ON_A_PAGE)
        ]
        for fortnight in weeks:
            for rows in parts:
                is_first = fortnight is weeks[0] and rows is parts[0]
                yield list(self._side(fortnight, rows, is_first=is_first))

    @cached_property
    def _diary(self) -> Diary:
        diary = _find(self.handout, Diary)
        if diary is None or not diary.rows:
            raise EmptySheetError
        return diary

    @cached_property
    def _rows(self) -> tuple[SheetRow, ...]:
        exercises = _find(self.handout, Exercises)
        if exercises is None:
            raise EmptySheetError
        days = {row.number: row.sessions for row in self._diary.rows}
        return tuple(
            lay_out_sheet_row(card, days[card.number], self.style, letters=exercises.side_letters)
            for card in exercises.cards
        )

    @cached_property
    def _head(self) -> list[tuple[Block, float]]:
        """The blocks over the grid, each with the gap below it."""
        handout, style, measures = self.handout, self.style, self.style.measures.sheet
        title = lay_out_sheet_title(handout.sheet_title, handout.sheet_clinic, style, width=style.width_mm)
        if not handout.sheet_identity:
            return [(title, measures.grid_gap_mm)]
        strip = lay_out_identity(handout.sheet_identity, style)
        return [(title, measures.identity_gap_mm), (strip, measures.grid_gap_mm)]

    @cached_property
    def _foot(self) -> list[tuple[Block, float]]:
        """The blocks under the grid, each with the gap above it."""
        handout, style, measures = self.handout, self.style, self.style.measures.sheet
        blocks: list[tuple[Block, float]] = []
        if rule := _find(handout, PainRule):
            short = lay_out_short_pain_rule(rule, style, width=style.width_mm)
            blocks.append((short, measures.pain_rule_gap_mm))
        blocks.append((lay_out_help_strip(_short(handout.help_strip), style), measures.help_gap_mm))
        if imprint := _find(handout, Imprint):
            blocks.append((lay_out_status(imprint, style, width=style.width_mm), measures.status_gap_mm))
        return blocks

    @cached_property
    def _room(self) -> float:
        """How tall all rows of a page may be together."""
        around = sum(block.height + gap for block, gap in (*self._head, *self._foot))
        empty = grid_height(self._diary.sheet, (), self.style)
        return self.style.bottom_mm - self.style.top_mm - around - empty

    def _parts(self) -> list[tuple[SheetRow, ...]]:
        """Return the exercises of each page: as few pages as can be, with about as many on each."""
        rows = self._rows
        for pages in range(1, len(rows) + 1):
            size = -(-len(rows) // pages)
            parts = [rows[at : at + size] for at in range(0, len(rows), size)]
            few = pages == 1 or size <= self.style.measures.sheet.most_rows
            if few and all(self._heights(part) for part in parts):
                return parts
        tallest = max(rows, key=lambda row: row.least_height)
        overflow = tallest.least_height - self._room
        raise LayoutError(tallest.card.title, limit=self._room, overflow=overflow)

    def _heights(self, rows: Sequence[SheetRow]) -> tuple[float, ...]:
        """Return the heights of the rows of one page, as roomy as fits; nothing if they do not fit."""
        measures = self.style.measures.sheet
        usual = measures.roomy_rows_mm if len(rows) <= measures.few_exercises else measures.rows_mm
        steps = int((usual - measures.least_rows_mm) / ROW_STEP_MM) + 1
        for step in range(steps):
            tried = usual - step * ROW_STEP_MM
            heights = tuple(max(tried, row.least_height) for row in rows)
            if sum(heights) <= self._room:
                return heights
        return ()

    def _side(
        self, weeks: Sequence[DiaryWeek], rows: Sequence[SheetRow], *, is_first: bool
    ) -> Iterator[Placed]:
        y = self.style.top_mm
        for block, gap in self._head:
            yield Placed(block if is_first else Repeated(block), self.style.left_mm, y)
            y += block.height + gap
        grid = self._grid(weeks, rows)
        yield Placed(grid, self.style.left_mm, y)
        y += grid.height
        for block, gap in self._foot:
            y += gap
            yield Placed(block if is_first else Repeated(block), self.style.left_mm, y)
            y += block.height

    def _grid(self, weeks: Sequence[DiaryWeek], rows: Sequence[SheetRow]) -> SheetGrid:
        diary = self._diary
        heights = self._heights(rows)
        return SheetGrid(
            tuple(weeks),
            tuple(rows),
            heights,
            diary.sheet_note,
            diary.rest_day,
            diary.sheet_pain,
            self._scale,
            self.style,
        )

    @cached_property
    def _scale(self) -> float:
        """The scale of all pictures of the sheet, so that its people are of one size."""
        measures = self.style.measures.sheet
        lowest = min(min(self._heights(part)) for part in self._parts()) - measures.floor_mm
        boxes = [row.card.picture.figure.box for row in self._rows]
        tallest = max(box.top - box.bottom for box in boxes)
        widest = max(box.right - box.left for box in boxes)
        return min(measures.largest_mm_per_unit, lowest / tallest, measures.picture_mm / widest)


def _find(handout: Handout, kind: type[Kind]) -> Kind | None:
    return next((block for block in handout.blocks if isinstance(block, kind)), None)


def _short(strip: HelpStrip) -> HelpStrip:
    """Return the strip with its short words as its only ones, each sign with its action in one run."""
    questions = (
        HelpQuestion((*question.sign, Span(" "), *question.action), ()) for question in strip.short_questions
    )
    return replace(strip, heading=strip.short_heading, questions=tuple(questions))
