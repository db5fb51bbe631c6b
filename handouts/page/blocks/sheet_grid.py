"""The exercises and the days of a plan sheet become a grid with a box for every session."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from handouts.compose.exercise_blocks import DiaryDay, DiaryWeek
from handouts.page.blocks.diary import TIMES
from handouts.page.blocks.sheet_row import SheetRow, name_width
from handouts.page.glyphs import tick_box
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import baseline_mm, text_width_mm


class SheetGrid(NamedTuple):
    """Rows of exercises over columns of days; every page of a sheet has the head and the pain row."""

    weeks: tuple[DiaryWeek, ...]
    rows: tuple[SheetRow, ...]
    row_heights: tuple[float, ...]
    note: str
    rest: str
    pain: str
    scale: float
    style: Style

    @property
    def height(self) -> float:
        """The height with head and pain row."""
        return grid_height(self.weeks, self.row_heights, self.style)

    @property
    def days(self) -> tuple[DiaryDay, ...]:
        """All days of its weeks."""
        return tuple(day for week in self.weeks for day in week.days)

    @property
    def first_day_x(self) -> float:
        """Where the first day's column begins, from the left edge of the grid."""
        return self.style.measures.sheet.picture + name_width(self.style)

    @property
    def day_width(self) -> float:
        """The width of a day's column."""
        return (self.style.width_mm - self.first_day_x) / len(self.days)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the grid, then head, exercises and pain row as one table."""
        tops = list(accumulate(self.row_heights, initial=y + head_height(self.weeks, self.style)))
        with pen.element("Table"):
            with pen.element("THead"):
                self._draw_weeks(pen, x, y)
                self._draw_days(pen, x, y + self.style.measures.sheet.week_head)
            with pen.element("TBody"):
                for row, top, height in zip(self.rows, tops, self.row_heights, strict=False):
                    self._draw_row(pen, row, x, top, height)
                self._draw_pain(pen, x, tops[-1])
        self._draw_lines(pen, x, y, tops)

    def _draw_weeks(self, pen: Pen, x: float, y: float) -> None:
        face, tall = pen.style.face("table_head"), self.style.measures.sheet.week_head
        baseline = _middle(y, tall, face.leading_pt) + baseline_mm(face)
        left = x + self.first_day_x
        with pen.element("TR"):
            with pen.element("TD", column_span=2):
                pass
            for week in self.weeks:
                with pen.element("TH", scope="Column", column_span=len(week.days)):
                    pen.text(left + self.style.measures.sheet.week_indent, baseline, week.heading, face)
                left += len(week.days) * self.day_width

    def _draw_days(self, pen: Pen, x: float, y: float) -> None:
        body, tall = pen.style.face("body"), self.style.measures.sheet.weekday_head
        baseline = _middle(y, tall, body.leading_pt) + baseline_mm(body)
        with pen.element("TR"):
            with pen.element("TH", scope="Column", column_span=2):
                pen.text(x, baseline, self.note, body)
            for number, day in enumerate(self.days):
                spoken = " ".join(part for part in (day.name, day.number, day.month) if part)
                with pen.element("TH", scope="Column"), pen.element("Span", spoken=spoken):
                    self._draw_day(pen, day, x, y, number)

    def _draw_day(self, pen: Pen, day: DiaryDay, x: float, y: float, number: int) -> None:
        measures = self.style.measures.sheet
        head, admin = pen.style.face("table_head"), pen.style.face("admin")
        left = x + self.first_day_x + number * self.day_width
        middle, top = left + self.day_width / 2, y + measures.weekday_head
        initial = _middle(y, measures.weekday_head, head.leading_pt) + baseline_mm(head)
        pen.text_middle(middle, initial, day.initial, head)
        if not has_dates(self.weeks):
            return
        date = _middle(top, measures.date_head, admin.leading_pt) + baseline_mm(admin)
        pen.text_middle(middle, date, day.number, admin)
        if day.month and number == 0:
            pen.text_right(left - measures.month_gap, date, day.month, admin)
        elif day.month:
            above = _middle(y - measures.week_head, measures.week_head, admin.leading_pt)
            pen.text(self._month_x(x, number), above + baseline_mm(admin), day.month, admin)

    def _month_x(self, x: float, number: int) -> float:
        """Return where a month that begins inside a week is named: over its first day, clear of the week."""
        measures, week = self.style.measures.sheet, number // len(self.weeks[0].days)
        days = len(self.weeks[0].days)
        start = x + self.first_day_x + week * days * self.day_width
        head = text_width_mm(self.weeks[week].heading, self.style.face("table_head"))
        month = text_width_mm(self.days[number].month, self.style.face("admin"))
        clear = start + measures.week_indent + head + measures.month_gap
        last = start + days * self.day_width - month - measures.week_indent
        return max(clear, min(last, start + (number - week * days) * self.day_width))

    def _draw_row(self, pen: Pen, row: SheetRow, x: float, y: float, height: float) -> None:
        with pen.element("TR"):
            with pen.element("TH", scope="Row"):
                row.draw_name(pen, x, y, height=height)
            with pen.element("TD"):
                row.draw_dose(pen, x, y, height=height, scale=self.scale)
            for number, day in enumerate(self.days):
                left = x + self.first_day_x + number * self.day_width
                with pen.element("TD"):
                    self._draw_cell(pen, row.sessions[day.weekday], left, y, height)

    def _draw_cell(self, pen: Pen, sessions: int, x: float, y: float, height: float) -> None:
        if sessions:
            draw_stacked_boxes(pen, sessions, x + self.day_width / 2, y, height=height)
        else:
            pitch, weight = self.style.measures.sheet.hatch_pitch, pen.style.lines.hair
            pen.hatch(x, y, self.day_width, height, pitch=pitch, weight_pt=weight, spoken=self.rest)

    def _draw_pain(self, pen: Pen, x: float, y: float) -> None:
        body, tall = pen.style.face("body"), self.style.measures.sheet.pain_row
        with pen.element("TR"):
            with pen.element("TH", scope="Row", column_span=2):
                pen.text(x, _middle(y, tall, body.leading_pt) + baseline_mm(body), self.pain, body)
            for _ in self.days:
                with pen.element("TD"):
                    pass

    def _draw_lines(self, pen: Pen, x: float, y: float, tops: Sequence[float]) -> None:
        hair, right, bottom = pen.style.lines.hair, x + self.style.width_mm, y + self.height
        for top in (*tops, bottom):
            pen.rule(x, top, right, weight_pt=hair)
        for number in range(len(self.days)):
            left = x + self.first_day_x + number * self.day_width
            begins = number % len(self.weeks[0].days) == 0
            weight = self.style.measures.sheet.week_line_pt if begins else hair
            pen.line(left, y if begins else tops[0], left, bottom, weight_pt=weight)


def has_dates(weeks: Sequence[DiaryWeek]) -> bool:
    """Return whether the days are dated."""
    return any(day.number for week in weeks for day in week.days)


def head_height(weeks: Sequence[DiaryWeek], style: Style) -> float:
    """Return the height of the head rows: weeks, weekdays and, if there are any, dates."""
    measures = style.measures.sheet
    dates = measures.date_head if has_dates(weeks) else 0
    return measures.week_head + measures.weekday_head + dates


def grid_height(weeks: Sequence[DiaryWeek], row_heights: Sequence[float], style: Style) -> float:
    """Return the height of a grid with these rows."""
    return head_height(weeks, style) + sum(row_heights) + style.measures.sheet.pain_row


def draw_stacked_boxes(pen: Pen, sessions: int, middle: float, y: float, *, height: float) -> None:
    """Paint a box for each session one under the other, or one box and how many times, centred in a cell."""
    measures, face = pen.style.measures.sheet, pen.style.face("admin")
    sizes = next(_box_sizes(sessions, height, pen.style), None)
    size, gap = sizes or (measures.box, 0.0)
    count, words = (sessions, "") if sizes else (1, f"{TIMES}{sessions}")
    tall = count * (size + gap) - gap + (mm(face.leading_pt) if words else 0)
    top = y + (height - tall) / 2
    for box in range(count):
        tick_box(pen, middle - size / 2, top + box * (size + gap), size)
    if words:
        pen.text_middle(middle, top + size + baseline_mm(face), words, face)


def _box_sizes(sessions: int, height: float, style: Style) -> Iterator[tuple[float, float]]:
    """Yield the sizes of box and gap with which all boxes fit, the roomiest first."""
    measures = style.measures.sheet
    tries = (
        (measures.box, measures.box_gap),
        (measures.box, measures.least_box_gap),
        (measures.least_box, measures.least_box_gap),
    )
    for size, gap in tries:
        if sessions * (size + gap) + gap <= height:
            yield size, gap


def _middle(y: float, height: float, leading_pt: float) -> float:
    """Return the top of a line centred in a row."""
    return y + (height - mm(leading_pt)) / 2
