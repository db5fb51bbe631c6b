"""A handout becomes a plan sheet for the fridge: a grid to tick, the pain rule and all warning signs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from handouts.compose.choosing import is_on_a_sheet
from handouts.compose.exercise_blocks import Diary, DiaryWeek, Exercises, OwnWords, Summary
from handouts.compose.handout import Content, Handout
from handouts.compose.information_blocks import Questions, TextBlock
from handouts.page.blocks.heading import lay_out_sheet_title
from handouts.page.blocks.sheet_grid import SheetGrid, grid_height
from handouts.page.blocks.sheet_notes import lay_out_sheet_notes, notes_of, pointers
from handouts.page.blocks.sheet_row import SheetRow, lay_out_sheet_row
from handouts.page.drawable import LayoutError, Placed, Placeholder, Space
from handouts.page.kit import Positioned, Spaced
from handouts.page.pages import Arranged, LaidOut, lay_out_pages
from handouts.page.sheet_back import (
    find,
    has_warnings,
    lay_out_back,
    lay_out_foot,
    lay_out_notes_lines,
    lay_out_warnings,
)
from handouts.page.style import Style

# So many weeks of days stand side by side where there is room for the date of each.
WEEKS_ON_A_PAGE = 2
# Rows are tried lower by this, in millimetres, until all of a page fit.
ROW_STEP_MM = 0.5

# Where notes stand: under their exercises, on a page of their own that is pointed to, or just there.
NotesStand = Literal["under", "pointed", "overleaf"]


class EmptySheetError(LayoutError):
    """A plan sheet with nothing to tick."""

    hint = "Choose exercises, or another layout."

    def __init__(self) -> None:
        """Say what to do about it."""
        super().__init__("plan sheet", limit=0, overflow=0)
        self.args = ("a plan sheet needs at least one exercise.",)


def lay_out_plan_sheet(handout: Handout, style: Style) -> LaidOut:
    """Return the sheet on as few pages as it needs, with all warning signs: in front if there is room.

    Raises EmptySheetError without exercises, LayoutError for an exercise that is taller than a page.
    """
    return lay_out_pages(handout, style, _arrange, identity=handout.person.sheet_identity)


def _arrange(content: Content, style: Style, placeholder: Placeholder | None) -> Arranged:
    front = _Sheet(content, style, placeholder, warnings_in_front=True)
    sheet = front if front.is_one_page else replace(front, warnings_in_front=False)
    return Arranged(list(sheet.pages()), style)


class _Share(NamedTuple):
    """The exercises of one page with the heights of their rows, and the notes under them."""

    rows: tuple[SheetRow, ...]
    heights: tuple[float, ...]
    notes: Positioned | None


@dataclass(frozen=True)
class _Sheet:
    """One content on its way to the pages of a sheet; what is not in front stands on its back."""

    content: Content
    style: Style
    placeholder: Placeholder | None
    warnings_in_front: bool

    @property
    def is_one_page(self) -> bool:
        """Whether all there is fits on one page."""
        try:
            shares, has_notes_page = self._shared_out
        except EmptySheetError:
            raise
        except LayoutError:
            return False
        questions = find(self.content, Questions)
        if questions and questions.chosen:
            return False
        is_short = len(self._diary.sheet) <= self._weeks_on_a_page
        return is_short and len(shares) == 1 and not has_notes_page and not self._overleaf

    def pages(self) -> Iterator[list[Placed]]:
        """Yield the blocks of each page at their places: every exercise for some weeks, then the next.

        Notes that find no room under the grid follow on a page of their own, and with large type the pain
        rule, so that exercises have room.
        """
        shares, has_notes_page = self._shared_out
        weeks, together, scale = self._diary.sheet, self._weeks_on_a_page, self._scale(shares)
        spans = [weeks[at : at + together] for at in range(0, len(weeks), together)]
        back_page = len(spans) * len(shares) + 1
        back = list(self._back(with_notes=has_notes_page))
        warnings_page = back_page + next((at for at, page in enumerate(back) if has_warnings(page)), 0)
        for span in spans:
            for share in shares:
                is_first = span is spans[0] and share is shares[0]
                grid = Spaced(self._grid(span, share, scale), self.style.measures.sheet.grid_gap)
                notes, see_page = self._under(share.notes), back_page if has_notes_page else 0
                parts = [(part, not is_first, 0) for part in (*self._over(is_first), *self._head)]
                parts += [(grid, False, 0), *((part, span is not spans[0], see_page) for part in notes)]
                foot = [(part, not is_first, warnings_page) for part in self._under_grid]
                lines = lay_out_notes_lines(self._diary, [part for part, *_ in (*parts, *foot)], self.style)
                parts += [*((part, not is_first, 0) for part in lines), *foot]
                yield self._down(parts)
        yield from back

    def _down(self, parts: Iterable[tuple[Spaced, bool, int]]) -> list[Placed]:
        """Return parts from the top of a page down, each with whether it was heard and where it points."""
        placed, y = [], self.style.top_mm
        for part, heard, page in parts:
            top = y + part.gap
            placed.append(Placed(part.block, self.style.left_mm, top, heard=heard, see_page=page))
            y += part.gap + part.block.height
        return placed

    def _back(self, *, with_notes: bool) -> Iterator[list[Placed]]:
        """Yield the pages after the grids: notes that are here, what has no room under a grid, the signs."""
        warnings = [] if self.warnings_in_front else self._warnings
        if with_notes or self._overleaf or warnings:
            notes = notes_of([row.card for row in self._rows()], self._said) if with_notes else []
            head = self._down((part, True, 0) for part in self._head)
            questions = find(self.content, Questions)
            yield from lay_out_back(head, notes, self._overleaf, warnings, questions, self.style)

    def _under(self, notes: Positioned | None) -> list[Spaced]:
        return [Spaced(notes, self.style.measures.sheet.help_gap)] if notes else []

    @cached_property
    def _shared_out(self) -> tuple[list[_Share], bool]:
        """Return the exercises on as few pages as can be, and whether their notes have a page of their own.

        Rows become low before the notes go to a page of their own; exercises that fit on one page without
        their notes stay there. Raises LayoutError where one is taller than a page.
        """
        rows = self._rows()
        places: tuple[NotesStand, ...] = ("under", "pointed", "overleaf")
        tries = [
            (self._shares(tried, place), place != "under")
            for place in places
            for tried in (rows, self._rows(low=True))
        ]
        tries = [one for one in tries if one[0]]
        if not tries:
            tallest, room = max(rows, key=lambda row: row.least_height), self._room(None)
            raise LayoutError(tallest.card.title, limit=room, overflow=tallest.least_height - room)
        fits_one = any(len(shares) == 1 for shares, _ in tries)
        return min(tries, key=lambda one: (len(one[0]) + one[1], fits_one and len(one[0]) > 1))

    def _shares(self, rows: Sequence[SheetRow], place: NotesStand) -> list[_Share]:
        """Return as few shares as can be, with about as many exercises in each; none if one fits no page."""
        for pages in range(1, len(rows) + 1):
            size = -(-len(rows) // pages)
            if pages > 1 and size > self.style.measures.sheet.most_rows:
                continue
            of_each = [tuple(rows[at : at + size]) for at in range(0, len(rows), size)]
            shares = [self._share(part, place) for part in of_each]
            if all(share.heights for share in shares):
                return shares
        return []

    def _share(self, rows: tuple[SheetRow, ...], place: NotesStand) -> _Share:
        """Return the exercises of one page with rows as roomy as fits; without heights if none do."""
        measures, notes = self.style.measures.sheet, self._notes(rows, place)
        room = self._room(notes)
        tried = measures.roomy_rows if len(rows) <= measures.few_exercises else measures.rows
        while tried >= measures.least_rows:
            heights = tuple(max(tried, row.least_height) for row in rows)
            if sum(heights) <= room:
                return _Share(rows, heights, notes)
            tried -= ROW_STEP_MM
        return _Share(rows, (), notes)

    def _room(self, notes: Positioned | None) -> float:
        """Return how tall all rows of a page may be together."""
        around = (*self._over(True), *self._head, *self._under(notes), *self._under_grid)
        measures = self.style.measures.sheet
        taken = sum(part.gap + part.block.height for part in around) + measures.grid_gap + measures.notes
        empty = grid_height(self._diary.sheet, (), self.style)
        return self.style.bottom_mm - self.style.top_mm - taken - empty

    def _over(self, is_first: bool) -> list[Spaced]:
        """Return the room for the letterhead of the paper of the first page, where it alone has one."""
        room = self.style.first_top_mm - self.style.top_mm
        return [Spaced(Space(room))] if is_first and room else []

    def _scale(self, shares: Sequence[_Share]) -> float:
        """Return the scale of all posed pictures of the sheet, so that its people are of one size."""
        measures = self.style.measures.sheet
        lowest = min(min(share.heights) for share in shares) - measures.floor
        rows = [row for share in shares for row in share.rows]
        posed = [(row, row.posed.drawn) for row in rows if row.posed]
        beside = ((measures.picture - row.signs_width) / drawn.width for row, drawn in posed)
        tall = (lowest / drawn.height for _, drawn in posed)
        return min([measures.largest_mm_per_unit, *tall, *beside])

    @property
    def _weeks_on_a_page(self) -> int:
        """Two, or one where the type is too large for the dates of two."""
        measures, days = self.style.measures.sheet, len(self._diary.sheet[0].days)
        room = self.style.width_mm - measures.picture - measures.name
        return WEEKS_ON_A_PAGE if room >= WEEKS_ON_A_PAGE * days * measures.least_day else 1

    @cached_property
    def _diary(self) -> Diary:
        diary = find(self.content, Diary)
        if diary is None or not diary.rows:
            raise EmptySheetError
        return diary

    def _rows(self, *, low: bool = False) -> tuple[SheetRow, ...]:
        exercises = find(self.content, Exercises)
        if exercises is None:
            raise EmptySheetError
        days, letters = {row.number: row.sessions for row in self._diary.rows}, exercises.side_letters
        return tuple(
            lay_out_sheet_row(card, days[card.number], self.style, letters=letters, low=low)
            for card in exercises.cards
        )

    def _notes(self, rows: Sequence[SheetRow], place: NotesStand) -> Positioned | None:
        """Return the notes of some exercises, or on which page they are, or nothing where that has no room.

        What is said of the whole plan goes with the first exercise.
        """
        is_first = rows[0].card.number == self._diary.rows[0].number
        groups = notes_of([row.card for row in rows], self._said if is_first else ())
        if place != "under":
            groups = pointers(groups, self.content.see_page) if place == "pointed" else []
        return lay_out_sheet_notes(groups, self.style)

    @property
    def _said(self) -> list[Summary | OwnWords | TextBlock]:
        """What is said to the person, and the phase that they are in."""
        return [
            block
            for block in self.content.blocks
            if isinstance(block, Summary | OwnWords)
            or (isinstance(block, TextBlock) and is_on_a_sheet(block.id))
        ]

    @property
    def _under_grid(self) -> list[Spaced]:
        """All under the grid but its notes; in large type only the first signs, and where all of them are."""
        return [*self._feet[0], *(self._warnings if self.warnings_in_front else ())]

    @cached_property
    def _warnings(self) -> list[Spaced]:
        """All warning signs, and whom to ask."""
        return lay_out_warnings(self.content, self.style)

    @cached_property
    def _head(self) -> list[Spaced]:
        """The blocks over the grid."""
        content, style = self.content, self.style
        title = lay_out_sheet_title(content.sheet_title, content.sheet_clinic, style)
        head = [Spaced(title)]
        if self.placeholder:
            head.append(Spaced(self.placeholder, style.measures.sheet.identity_gap))
        return head

    @property
    def _overleaf(self) -> list[Spaced]:
        """The blocks that have no room under the grid."""
        return self._feet[1]

    @cached_property
    def _feet(self) -> tuple[list[Spaced], list[Spaced]]:
        points = bool(self._warnings) and not self.warnings_in_front
        return lay_out_foot(self.content, self.style, points_overleaf=points)

    def _grid(self, weeks: Sequence[DiaryWeek], share: _Share, scale: float) -> SheetGrid:
        note, rest, pain = self._diary.sheet_note, self._diary.rest_day, self._diary.sheet_pain
        return SheetGrid(tuple(weeks), share.rows, share.heights, note, rest, pain, scale, self.style)
