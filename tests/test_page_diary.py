"""The weekly diary: a table to tick by hand and to be heard."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from drawn import Drawn, Element, draw, look
from sample_handout import diary

from handouts.compose.exercise_blocks import Diary, DiaryRow
from handouts.page.blocks.diary import lay_out_diary, lay_out_diary_beside
from handouts.page.drawable import Space
from handouts.page.kit import Column


def week(**changes: Any) -> Diary:
    return replace(diary(), weeks=1, **changes)


def tables(said: Diary, **options: Any) -> tuple[Column, ...]:
    return lay_out_diary(said, look(), **options)


def drawn(said: Diary) -> Drawn:
    (table,) = tables(said)
    return draw(table, x=12, y=79.5)


def rows_of(drawn_diary: Drawn) -> list[Element]:
    (table,) = drawn_diary.document.find("Table")
    return table.find("TR")


def boxes(drawn_diary: Drawn) -> int:
    """Return how many boxes with a fill and a border there are: the boxes to tick."""
    return sum(path.is_bordered for path in drawn_diary.paths)


def test_heading_and_table_are_as_tall_as_in_the_look() -> None:
    (table,) = tables(week())
    assert table.height == pytest.approx(148.6 - 79.5, abs=0.3)
    assert drawn(week()).at("Tick each time").baseline == pytest.approx(89.4 + 4.7, abs=0.3)


@pytest.mark.parametrize(("rows", "height"), [("least", 7.0), ("usual", 7.5), ("roomy", 9)])
def test_rows_are_as_tall_as_the_page_allows(rows: str, height: float) -> None:
    (table,) = tables(week(), rows=rows)
    assert table.height == pytest.approx(8.5 + 1.4 + 6.6 + 7 * height, abs=0.1)


def test_every_row_has_a_heading_cell_and_seven_days() -> None:
    head, *rows = rows_of(drawn(week()))
    assert [(cell.role, cell.said["scope"]) for cell in head.elements] == [("TH", "Column")] * 8
    assert [cell.text for cell in head.elements[1:]] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert len(rows) == 7
    for row in rows:
        assert row.elements[0].said["scope"] == "Row"
        assert [cell.role for cell in row.elements] == ["TH"] + ["TD"] * 7


def test_a_cell_to_tick_says_nothing() -> None:
    _, *rows = rows_of(drawn(week()))
    assert {cell.text for row in rows for cell in row.elements[1:]} == {""}
    assert rows[0].elements[0].text == "1 Bent-knee wall stretch"
    assert rows[-1].elements[0].text == "Worst pain, 0 to 10"


def test_there_is_a_box_for_every_session_and_a_hatched_day_for_every_rest() -> None:
    said = week()
    sessions = [times for row in said.rows for times in row.sessions]
    painted = drawn(said)
    assert boxes(painted) == sum(sessions)
    assert sum(path.within is not None for path in painted.paths) == sessions.count(0)


def test_more_sessions_than_fit_are_one_box_and_a_number() -> None:
    row = DiaryRow(1, "Heel raise", (3, 4, 10, 3, 3, 3, 3))
    painted = drawn(week(rows=(row,)))
    _, first, _ = rows_of(painted)
    assert [cell.text for cell in first.elements[1:4]] == ["", "×4", "×10"]
    assert boxes(painted) == 5 * 3 + 2


def test_a_long_name_wraps_in_a_taller_row_and_is_never_cut() -> None:
    name = "Bent-knee stretch of the calf at a wall with both hands on it and the heel down"
    (table,) = tables(week(rows=(DiaryRow(1, name, (1,) * 7),)))
    assert table.height > 8.5 + 1.4 + 6.6 + 7.5 + 10
    painted = draw(table, x=12, y=10)
    assert rows_of(painted)[1].elements[0].text.split() == ["1", *name.split()]
    assert all(words.end <= 72 for words in painted.words if "TH" in words.inside and words.x < 71)


def test_names_start_in_line_when_numbers_have_two_figures() -> None:
    painted = [words for table in tables(replace(diary(12), weeks=1)) for words in draw(table).words]
    names = [words for words in painted if words.text.startswith(("Bent", "Seated", "Heel", "Foam"))]
    assert len({round(words.x, 2) for words in names}) == 1
    number = next(words for words in painted if words.text == "12 ")
    assert number.end < names[0].x


def test_more_than_eight_exercises_are_two_tables_with_the_head_repeated_and_one_row_for_pain() -> None:
    said = tables(replace(diary(9), weeks=1))
    texts = [[row.elements[0].text for row in rows_of(draw(table))] for table in said]
    assert [len(rows) for rows in texts] == [1 + 5, 1 + 4 + 1]
    assert [rows[0] for rows in texts] == ["Tick each time"] * 2
    assert [("Worst pain, 0 to 10" in rows) for rows in texts] == [False, True]


def test_every_week_has_a_table_and_a_line_for_its_first_day() -> None:
    first, *others = tables(replace(diary(), weeks=4))
    assert [element.text for element in draw(first).document.find("H2")] == ["Your diary"]
    assert len(others) == 3
    for table in others:
        assert draw(table).document.find("H2") == []
        assert draw(table).at("Week from").x == 0


def test_remarks_end_flush_right_on_the_baseline_of_the_heading() -> None:
    painted = drawn(week())
    heading, bring = painted.at("Your diary"), painted.at("Bring it")
    assert bring.end == pytest.approx(198)
    assert bring.baseline == pytest.approx(heading.baseline, abs=0.01)
    assert painted.overlaps() == []


def test_long_remarks_go_under_the_heading_in_lines_of_their_own() -> None:
    painted = drawn(week(bring="Bring this page with you to the clinic when you come next, on 29 June."))
    assert painted.at("Bring").baseline > painted.at("Your diary").baseline + 5
    assert all(words.end <= 198.001 for words in painted.words)
    assert painted.overlaps() == []


def test_a_week_without_rest_days_has_no_remark_about_them() -> None:
    painted = drawn(week(rest_note=""))
    assert not [words for words in painted.words if "Striped" in words.text]


def test_a_week_makes_room_for_what_stands_beside_it_with_every_name_on_one_line_and_every_box() -> None:
    rooms: list[float] = []

    def beside(room: float) -> Space:
        rooms.append(room)
        return Space(50)

    said = week()
    laid = lay_out_diary_beside(said, look(), lay_out=beside)
    assert laid and laid.height == pytest.approx(tables(said)[0].height)
    painted = draw(laid)
    names = [words for words in painted.words if words.text in {row.title for row in said.rows}]
    assert [round(under.baseline - over.baseline, 2) for over, under in pairwise(names)] == [7.5] * 5
    assert boxes(painted) == sum(times for row in said.rows for times in row.sessions)
    assert painted.overlaps() == []
    assert 44 < rooms[0] < 60


def test_two_weeks_or_more_rows_than_a_table_holds_leave_no_room_beside_them() -> None:
    for said in (replace(diary(), weeks=2), replace(diary(9), weeks=1)):
        assert lay_out_diary_beside(said, look(), lay_out=lambda room: Space(50)) is None
