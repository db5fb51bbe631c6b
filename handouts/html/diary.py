"""The diary as tables of a web page: by weekday, or dated as a plan sheet has it."""

from collections.abc import Iterator, Sequence

from handouts.compose.exercise_blocks import Diary, DiaryDay, DiaryRow
from handouts.html.exercise_blocks import BOX
from handouts.html.markup import Markup, Setting, element, joined, lines
from handouts.page.blocks.diary import TIMES

# Lines to write on in the print of a page, for notes that paper has as much room for as is left.
NOTE_LINES = 6


def diary(block: Diary, setting: Setting) -> Markup:
    """Return a table for each week, an exercise in each row and a day in each column.

    The roles are said, since a table that is laid out anew for a phone is none to some listeners.
    """
    is_sheet = setting.style.layout.arrangement == "plan-sheet"
    weeks = _dated_weeks(block, setting) if is_sheet else _weeks(block, setting)
    notes = is_sheet and setting.style.measures.sheet.notes
    ruled = [element("h3", block.notes), *[element("p", class_="ruled")] * NOTE_LINES] if notes else []
    return element("section", lines(element("h2", block.heading), *weeks, *ruled))


def _weeks(block: Diary, setting: Setting) -> Iterator[Markup]:
    remarks = [element("span", words) for words in (block.rest_note, block.bring) if words]
    begin = element("span", block.week_from, " ", element("span", class_="blank"))
    heads = [setting.words(name) for name in block.day_names]
    for week in range(block.weeks):
        yield element("p", begin, *([] if week else remarks), class_="remarks")
        yield _table(block, heads, range(len(heads)), block.pain, setting)


def _dated_weeks(block: Diary, setting: Setting) -> Iterator[Markup]:
    """Yield what to do with the boxes, then each week under its heading."""
    yield element("p", block.sheet_note, class_="remarks")
    for week in block.sheet:
        yield element("h3", week.heading)
        heads = [_date(day, block, setting) for day in week.days]
        yield _table(block, heads, [day.weekday for day in week.days], block.sheet_pain, setting)


def _date(day: DiaryDay, block: Diary, setting: Setting) -> Markup:
    date = f" {day.number} {day.month}" if day.month else f" {day.number}"
    return joined(setting.words(block.day_names[day.weekday]), date)


def _table(
    block: Diary, heads: Sequence[Markup], weekdays: Sequence[int], pain: str, setting: Setting
) -> Markup:
    """Return the table of one week, whose columns have these heads and are on these weekdays."""
    columns = (
        element("th", name, scope="col", role="columnheader") for name in (setting.words(block.tick), *heads)
    )
    most_boxes = int(setting.style.measures.diary.most_boxes)
    rows = [_row(row, block, weekdays, most_boxes) for row in block.rows]
    rows.append(joined(_row_head(pain), *(element("td", role="cell") for _ in weekdays)))
    return element(
        "table",
        element("thead", element("tr", *columns, role="row"), role="rowgroup"),
        element("tbody", *(element("tr", row, role="row") for row in rows), role="rowgroup"),
        role="table",
    )


def _row(row: DiaryRow, block: Diary, weekdays: Sequence[int], most_boxes: int) -> Markup:
    """Return the name of an exercise, then its boxes of each day, or one box and how many times."""
    cells = [_row_head(f"{row.number} {row.title}")]
    for sessions in (row.sessions[day] for day in weekdays):
        if sessions:
            boxes = [BOX] * sessions if sessions <= most_boxes else [BOX, f" {TIMES}{sessions}"]
            cells.append(element("td", *boxes, role="cell"))
        else:
            rest = element("span", block.rest_day, class_="heard")
            cells.append(element("td", rest, class_="rest", role="cell"))
    return joined(*cells)


def _row_head(words: str) -> Markup:
    return element("th", words, scope="row", role="rowheader")
