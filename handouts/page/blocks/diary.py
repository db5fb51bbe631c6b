"""A diary becomes tables to tick by hand: an exercise in each row, a weekday in each column."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from handouts.compose.exercise_blocks import Diary, DiaryRow
from handouts.compose.text import one_span
from handouts.page.blocks.heading import Remark, lay_out_headed, remark
from handouts.page.drawable import Drawable
from handouts.page.glyphs import tick_box
from handouts.page.kit import Column, Positioned, Row, Spaced, Words, column
from handouts.page.lists import Item, number
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.tables import Cell, Table, TableRow
from handouts.page.typesetting import set_text, text_width_mm
from handouts.schema.measures import MM

# How tall the rows of a table are: of a full page, of the usual one, and of a page of its own.
RowSize = Literal["least", "usual", "roomy"]

# Stands before the number of sessions where a box for each of them would not fit.
TIMES = "\N{MULTIPLICATION SIGN}"


class Hatch(NamedTuple):
    """A day of rest: a cell full of lines, said to a listener in words."""

    width: float
    height: float
    spoken: str

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the lines."""
        pitch, weight = pen.style.measures.diary.hatch_pitch, pen.style.lines.hair
        pen.hatch(x, y, self.width, self.height, pitch=pitch, weight_pt=weight, spoken=self.spoken)


class Boxes(NamedTuple):
    """A box for each session side by side, or one box and how many times in `words`."""

    boxes: int
    size: float
    gap: float
    words: Words | None

    @property
    def width(self) -> float:
        """How wide all of it is."""
        width = self.boxes * (self.size + self.gap) - self.gap
        return width + self.gap + self.words.width if self.words else width

    @property
    def height(self) -> float:
        """The height of the words, or of the boxes."""
        return self.words.height if self.words else self.size

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the boxes, then the words."""
        pitch = self.size + self.gap
        for box in range(self.boxes):
            tick_box(pen, x + box * pitch, y + (self.height - self.size) / 2, self.size)
        if self.words:
            self.words.draw(pen, x + pitch, y)


class Widths(NamedTuple):
    """How wide the names and a day are, and the gap between the boxes of a day."""

    name: float
    day: float
    box_gap: float


def lay_out_diary(diary: Diary, style: Style, *, rows: RowSize = "usual") -> tuple[Column, ...]:
    """Return the tables one by one, the heading with the first.

    Rows are `least` on a full page and `roomy` on a page of their own.

    Each week has a table, or several where it has more exercises than one table holds.
    """
    measures = style.measures.diary
    widths = Widths(measures.name, (style.width_mm - measures.name) / len(diary.day_names), measures.box_gap)
    parts: list[Column] = []
    for week in range(diary.weeks):
        for first, share in _shares(diary.rows, int(measures.most_rows)):
            head = _head(diary, style, week=week) if first else None
            is_last = share[-1:] == diary.rows[-1:]
            table = _table(diary, share, style, widths=widths, rows=rows, with_pain=is_last)
            parts.append(column([head, Spaced(table, measures.heading_gap)]))
    return tuple(parts)


def lay_out_diary_beside(
    diary: Diary, style: Style, *, lay_out: Callable[[float], Drawable]
) -> Column | None:
    """Return a week in columns no wider than they need, beside a block that has what is left of the width.

    There is nothing where the week takes several tables, or where hardly any width is left.
    """
    if diary.weeks > 1 or len(diary.rows) > style.measures.diary.most_rows:
        return None
    widths = _least_widths(diary, style)
    table = _table(diary, diary.rows, style, widths=widths, rows="usual", with_pain=True)
    left = table.width + style.measures.pain_rule.gap
    room = style.width_mm - left
    if room < style.measures.diary.least_beside:
        return None
    both = Row(((0, table), (left, lay_out(room))))
    head = _head(diary, style, week=0)
    return column([head, Spaced(both, style.measures.diary.heading_gap)])


def _least_widths(diary: Diary, style: Style) -> Widths:
    """Return columns in which every name and the boxes of every day just stand on one line."""
    measures, body, head = style.measures.diary, style.face("body"), style.face("table_head")
    gap = measures.least_box_gap
    names = [_indent(diary, style) + text_width_mm(row.title, body) for row in diary.rows]
    heads = (text_width_mm(diary.pain, body), text_width_mm(diary.tick, head))
    boxes = (_boxes(times, style, gap).width for row in diary.rows for times in row.sessions if times)
    day = max(*boxes, *(text_width_mm(name, head) for name in diary.day_names))
    return Widths(max(*names, *heads) + measures.box_gap, day + measures.box_gap + gap, gap)


def _shares(rows: Sequence[DiaryRow], most: int) -> Iterator[tuple[bool, Sequence[DiaryRow]]]:
    """Yield shares of like size, each with whether it is the first."""
    tables = max(1, -(-len(rows) // most))
    size = -(-len(rows) // tables)
    for at in range(0, max(1, len(rows)), max(1, size)):
        yield at == 0, rows[at : at + size]


def _head(diary: Diary, style: Style, *, week: int) -> Positioned | Remark:
    """Return the heading of the diary with its remarks; for later weeks only the day they begin."""
    line = style.measures.diary.writing_line
    begin = remark(diary.week_from, style, line_mm=line)
    if week:
        return begin
    said = [remark(words, style) for words in (diary.rest_note, diary.bring) if words]
    return lay_out_headed(diary.heading, [begin, *said], style)


def _table(
    diary: Diary, share: Sequence[DiaryRow], style: Style, *, widths: Widths, rows: RowSize, with_pain: bool
) -> Table:
    """Return a row for each exercise, and one for the worst pain of each day."""
    measures, head = style.measures.diary, style.face("table_head")
    least = {"least": measures.least_rows, "usual": measures.rows, "roomy": measures.roomy_rows}[rows]
    days = len(diary.day_names)
    laid = [_row(row, diary, style, widths=widths, least=least) for row in share]
    if with_pain:
        name = _name(diary.pain, style, room=widths.name)
        height = max(least, name.height + measures.name_pad)
        laid.append(TableRow((Cell(name, scope="Row"), *(Cell() for _ in range(days))), height))
    names = (
        Words(set_text(one_span(name), head, width_mm=style.width_mm), role="")
        for name in (diary.tick, *diary.day_names)
    )
    first, *others = names
    cells = (
        Cell(first, scope="Column"),
        *(Cell(name, "Column", (widths.day - name.width) / 2) for name in others),
    )
    return Table(TableRow(cells, measures.head), tuple(laid), (widths.name, *[widths.day] * days))


def _row(row: DiaryRow, diary: Diary, style: Style, *, widths: Widths, least: float) -> TableRow:
    measures, indent = style.measures.diary, _indent(diary, style)
    words = _name(row.title, style, room=widths.name - indent)
    height = max(least, words.height + measures.name_pad)
    name = Item(number(str(row.number), words.text.face), words, indent)
    rest = Hatch(widths.day, height, diary.rest_day)
    days = (_boxes(sessions, style, widths.box_gap) if sessions else rest for sessions in row.sessions)
    return TableRow(
        (Cell(name, scope="Row"), *(Cell(day, "", (widths.day - day.width) / 2) for day in days)), height
    )


def _indent(diary: Diary, style: Style) -> float:
    """Return the room for the numbers of all exercises."""
    is_wide = any(row.number > 9 for row in diary.rows)
    return style.measures.diary.wide_number_indent if is_wide else style.measures.diary.number_indent


def _name(words: str, style: Style, *, room: float) -> Words:
    """Return a name with its lines close together, so that two lines are seen as one name."""
    measures = style.measures.diary
    face = style.face("body").model_copy(update={"leading_pt": measures.name_leading * MM})
    return Words(set_text(one_span(words), face, width_mm=room - measures.box_gap), role="")


def _boxes(sessions: int, style: Style, gap: float) -> Boxes:
    size = style.measures.signs.tick_box
    if sessions <= style.measures.diary.most_boxes:
        return Boxes(sessions, size, gap, None)
    times = set_text(one_span(f"{TIMES}{sessions}"), style.face("body"), width_mm=style.width_mm)
    return Boxes(1, size, gap, Words(times, role=""))
