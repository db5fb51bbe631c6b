"""A diary becomes tables to tick by hand: an exercise in each row, a weekday in each column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from handouts.compose.blocks import Diary, DiaryRow
from handouts.page.block import Block
from handouts.page.blocks.headed import HeadedLine, Remark, lay_out_headed, remark
from handouts.page.glyphs import tick_box
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked
from handouts.page.style import MM, Style, mm
from handouts.page.typesetting import SetText, baseline_mm, plain, set_text, text_width_mm
from handouts.schema.layout import Face

# How tall the rows of a table are: of a full page, of the usual one, and of a page of its own.
RowSize = Literal["least", "usual", "roomy"]

# Stands before the number of sessions where a box for each of them would not fit.
TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One exercise, or the pain of the day where `number` is None."""

    number: int | None
    title: SetText
    indent: float
    sessions: tuple[int, ...]
    height: float


@dataclass(frozen=True, slots=True)
class DiaryTable:
    """Rows of boxes under the names of the days; rest days are hatched."""

    tick: str
    rest: str
    days: tuple[str, ...]
    rows: tuple[TableRow, ...]
    width: float
    head_height: float
    name_width: float

    @property
    def height(self) -> float:
        """The height of head and rows."""
        return self.head_height + sum(row.height for row in self.rows)

    @property
    def day_width(self) -> float:
        """The width of a day's column."""
        return (self.width - self.name_width) / len(self.days)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the grid, then the cells row by row."""
        tops = list(accumulate((row.height for row in self.rows), initial=y + self.head_height))
        with pen.element("Table"):
            self._draw_head(pen, x, y)
            with pen.element("TBody"):
                for row, top in zip(self.rows, tops, strict=False):
                    self._draw_row(pen, row, x, top)
        self._draw_grid(pen, x, y, tops)

    def _draw_grid(self, pen: Pen, x: float, y: float, tops: Sequence[float]) -> None:
        lines = pen.style.lines
        first, *others = tops
        pen.rule(x, first, x + self.width, weight_pt=lines.frame)
        for top in others:
            pen.rule(x, top, x + self.width, weight_pt=lines.hair)
        for day in range(len(self.days)):
            left = x + self.name_width + day * self.day_width
            pen.line(left, y, left, y + self.height, weight_pt=lines.hair)

    def _draw_head(self, pen: Pen, x: float, y: float) -> None:
        face = pen.style.face("table_head")
        baseline = y + (self.head_height - mm(face.leading_pt)) / 2 + baseline_mm(face)
        with pen.element("THead"), pen.element("TR"):
            with pen.element("TH", scope="Column"):
                pen.text(x, baseline, self.tick, face)
            for number, name in enumerate(self.days):
                middle = x + self.name_width + (number + 0.5) * self.day_width
                with pen.element("TH", scope="Column"):
                    pen.text_middle(middle, baseline, name, face)

    def _draw_row(self, pen: Pen, row: TableRow, x: float, y: float) -> None:
        with pen.element("TR"):
            with pen.element("TH", scope="Row"):
                self._draw_name(pen, row, x, y)
            for number in range(len(self.days)):
                left = x + self.name_width + number * self.day_width
                with pen.element("TD"):
                    if row.number is not None:
                        self._draw_cell(pen, row.sessions[number], left, y, row.height)

    def _draw_name(self, pen: Pen, row: TableRow, x: float, y: float) -> None:
        face, top = row.title.face, y + (row.height - row.title.height_mm) / 2
        if row.number is not None:
            pen.text(x, top + baseline_mm(face), f"{row.number} ", face, colour="accent", strong=True)
        pen.lines(x + row.indent, top, row.title)

    def _draw_cell(self, pen: Pen, sessions: int, x: float, y: float, height: float) -> None:
        measures, width = pen.style.measures.diary, self.day_width
        if sessions:
            draw_boxes(pen, sessions, x + width / 2, y + height / 2)
        else:
            weight, pitch = pen.style.lines.hair, measures.hatch_pitch
            pen.hatch(x, y, width, height, pitch=pitch, weight_pt=weight, spoken=self.rest)


def draw_boxes(pen: Pen, sessions: int, middle: float, centre: float) -> None:
    """Paint a box for each session side by side, or one box and how many times; centred on a point."""
    measures, size = pen.style.measures.diary, pen.style.measures.signs.tick_box
    face = pen.style.face("body")
    few = sessions <= measures.most_boxes
    count, words = (sessions, "") if few else (1, f"{TIMES}{sessions}")
    pitch = size + measures.box_gap
    width = count * pitch - measures.box_gap
    width += measures.box_gap + text_width_mm(words, face) if words else 0
    left = middle - width / 2
    for box in range(count):
        tick_box(pen, left + box * pitch, centre - size / 2, size)
    if words:
        baseline = centre - mm(face.leading_pt) / 2 + baseline_mm(face)
        pen.text(left + pitch, baseline, words, face)


def lay_out_diary(diary: Diary, style: Style, *, width: float, rows: RowSize = "usual") -> tuple[Stack, ...]:
    """Return the tables one by one, the heading with the first.

    Rows are `least` on a full page and `roomy` on a page of their own.

    Each week has a table, or several where it has more exercises than one table holds.
    """
    parts: list[Stack] = []
    for week in range(diary.weeks):
        for first, share in _shares(diary.rows, int(style.measures.diary.most_rows)):
            head = _head(diary, style, width=width, week=week) if first else None
            is_last = share[-1:] == diary.rows[-1:]
            table = _table(diary, share, style, width=width, rows=rows, with_pain=is_last)
            parts.append(_under(head, table, style))
    return tuple(parts)


def _under(head: HeadedLine | Remark | None, table: DiaryTable, style: Style) -> Stack:
    gap = style.measures.diary.heading_gap
    blocks: tuple[Block, ...] = (head, table) if head else (table,)
    return Stack(tuple(Stacked(block, gap) for block in blocks))


def _shares(rows: Sequence[DiaryRow], most: int) -> Iterator[tuple[bool, Sequence[DiaryRow]]]:
    """Yield shares of like size, each with whether it is the first."""
    tables = max(1, -(-len(rows) // most))
    size = -(-len(rows) // tables)
    for at in range(0, max(1, len(rows)), max(1, size)):
        yield at == 0, rows[at : at + size]


def _head(diary: Diary, style: Style, *, width: float, week: int) -> HeadedLine | Remark:
    """Return the heading of the diary with its remarks; for later weeks only the day they begin."""
    line = style.measures.diary.writing_line
    begin = remark(diary.week_from, style, width=width, line_mm=line)
    if week:
        return begin
    said = [remark(words, style, width=width) for words in (diary.rest_note, diary.bring) if words]
    return lay_out_headed(diary.heading, [begin, *said], style, width=width)


def _table(
    diary: Diary, share: Sequence[DiaryRow], style: Style, *, width: float, rows: RowSize, with_pain: bool
) -> DiaryTable:
    measures = style.measures.diary
    heights = {"least": measures.least_rows, "usual": measures.rows, "roomy": measures.roomy_rows}
    least = heights[rows]
    indent = measures.number_indent
    if any(row.number > 9 for row in diary.rows):
        indent = measures.wide_number_indent
    laid = [_row(row.number, row.title, row.sessions, style, indent=indent, least=least) for row in share]
    if with_pain:
        laid.append(_row(None, diary.pain, (), style, indent=0, least=least))
    return DiaryTable(
        tick=diary.tick,
        rest=diary.rest_day,
        days=diary.day_names,
        rows=tuple(laid),
        width=width,
        head_height=measures.head,
        name_width=measures.name,
    )


def _row(
    number: int | None, title: str, sessions: tuple[int, ...], style: Style, *, indent: float, least: float
) -> TableRow:
    measures, face = style.measures.diary, _name_face(style)
    room = measures.name - indent - measures.box_gap
    text = set_text(plain(title), face, width_mm=room)
    height = max(least, text.height_mm + measures.name_pad)
    return TableRow(number, text, indent, sessions, height)


def _name_face(style: Style) -> Face:
    """Return the body face with lines closer together: names of two lines are seen as one."""
    return style.face("body").model_copy(update={"leading_pt": style.measures.diary.name_leading * MM})
