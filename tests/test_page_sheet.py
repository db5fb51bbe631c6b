"""The plan sheet: one page for the fridge, or as few as its exercises need."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from drawn import Drawn, draw, look, near, placed_on
from sample_handout import HELP_STRIP, PAIN_RULE, card, diary, dose, exercises, handout, summary, text

from handouts.compose.exercise_blocks import DiaryRow, DoseCell, DoseWord, Exercises
from handouts.compose.handout import Block, Handout
from handouts.page.blocks.doses import lay_out_dose_lines
from handouts.page.blocks.sheet_grid import SheetGrid
from handouts.page.drawable import LayoutError, Placed
from handouts.page.kit import Positioned, Tagged
from handouts.page.lists import List
from handouts.page.pages import Page
from handouts.page.sheet import EmptySheetError, lay_out_plan_sheet
from handouts.schema.base import Colouring

QUESTIONS = tuple(
    replace(one, sign=text(sign))
    for one, sign in zip(
        HELP_STRIP.short_questions,
        (
            "Chest pain or short of breath?",
            "One calf swollen, hot or a new colour?",
            "A pop at the back of the ankle?",
        ),
        strict=True,
    )
)


def sheet(count: int = 6, *, with_notes: bool = False, **changes: Any) -> Handout:
    """Return a handout with so many exercises and the short words of a sheet."""
    said = exercises(count)
    if not with_notes:
        said = replace(said, cards=tuple(replace(card, notes=()) for card in said.cards))
    blocks = (PAIN_RULE, said, diary(count), *changes.pop("more", ()))
    return handout(blocks=blocks, help_strip=replace(HELP_STRIP, short_questions=QUESTIONS), **changes)


def sides(said: Handout, *, paper: str = "a4", colour: Colouring = "colour") -> list[Page]:
    return list(lay_out_plan_sheet(said, look("plan-sheet", paper, colour=colour)).pages)


def grids(said: Handout, *, paper: str = "a4") -> list[SheetGrid]:
    return [
        placed.block
        for side in sides(said, paper=paper)
        for placed in placed_on(side)
        if isinstance(placed.block, SheetGrid)
    ]


def painted(side: Page) -> Drawn:
    drawn = Drawn()
    for part in side.parts:
        part.draw(drawn)
    return drawn


def with_blocks(said: Handout, blocks: tuple[Block, ...]) -> Handout:
    return replace(said, content=replace(said.content, blocks=blocks))


def with_sheet(said: Handout, **changes: Any) -> Handout:
    blocks = tuple(replace(one, **changes) if one == diary(6) else one for one in said.content.blocks)
    return with_blocks(said, blocks)


def test_blocks_stand_where_the_look_puts_them() -> None:
    (page,) = sides(sheet())
    title, identity, grid, pain, help_strip = placed_on(page)
    assert (title.y, title.block.height) == (10, pytest.approx(9.9, abs=0.3))
    assert identity.y == pytest.approx(22.0, abs=0.3)
    assert (grid.y, grid.block.height) == (pytest.approx(38.4, abs=0.3), pytest.approx(191.7, abs=0.3))
    assert (pain.y, pain.block.height) == (pytest.approx(232.9, abs=0.5), pytest.approx(21.7, abs=0.3))
    assert help_strip.y == pytest.approx(257.1, abs=0.6)


def test_columns_and_rows_of_the_grid_are_those_of_the_look() -> None:
    (grid,) = grids(sheet())
    assert grid.row_heights == (28.0,) * 6
    assert (grid.first_day_x, grid.day_width) == (near(85.2), near(7.2))
    drawn = draw(grid, x=12, y=38.4, style=look("plan-sheet"))
    assert drawn.at("Week 2").x == pytest.approx(97.2 + 50.4 + 1.4, abs=0.3)
    name, dose_line = drawn.at("Bent-knee"), next(one for one in drawn.words if one.size == 16)
    assert (name.x, name.strong, name.size) == (pytest.approx(44.4, abs=0.3), True, 12)
    assert dose_line.text == "3"
    assert dose_line.baseline - name.baseline == pytest.approx(6.6, abs=0.5)


@pytest.mark.parametrize(
    ("count", "rows", "height"),
    [(1, [1], 36), (4, [4], 36), (5, [5], 28), (6, [6], 28), (8, [4, 4], 36), (12, [6, 6], 28)],
)
def test_exercises_are_shared_out_evenly_on_as_few_pages_as_can_be(
    count: int, rows: list[int], height: float
) -> None:
    laid = grids(sheet(count))
    assert [len(grid.rows) for grid in laid] == rows
    assert {tall for grid in laid for tall in grid.row_heights} == {height}


@pytest.mark.parametrize("count", [1, 6, 7, 12])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_reaches_into_the_footer_and_no_block_into_another(count: int, paper: str) -> None:
    style = look("plan-sheet", paper)
    for side in sides(sheet(count), paper=paper):
        assert placed_on(side)[-1].end <= style.bottom_mm + 0.01
        for one, other in pairwise(placed_on(side)):
            assert one.end <= other.y + 0.001


def test_rows_get_lower_before_a_page_is_added() -> None:
    (grid,) = grids(sheet(6), paper="letter")
    assert 24 <= grid.row_heights[0] < 28


def of_notes(placed: Placed) -> Positioned | None:
    """Return a block if it is made of notes."""
    block = placed.block
    if not isinstance(block, Positioned) or not isinstance(block.blocks[0][2], Tagged):
        return None
    return block if block.blocks[0][2].role == "Note" else None


def notes_on(page: Page) -> list[Positioned]:
    """Return the notes under the grid, each with its parts in the two columns."""
    return [note.block for block in map(of_notes, placed_on(page)) if block for _, _, note in block.blocks]


def test_every_note_of_six_exercises_stands_under_the_grid_of_one_page() -> None:
    said = sheet(with_notes=True)
    (page,) = sides(said)
    drawn = painted(page)
    assert drawn.overlaps() == []
    words = " ".join(one.text for one in drawn.words)
    for card_ in exercises().cards:
        for note in card_.notes:
            assert note.lead in words
            assert "".join(span.text for span in note.text)[:25] in words
    kinds = ["notes" if of_notes(one) else type(one.block).__name__ for one in placed_on(page)]
    assert kinds.index("SheetGrid") < kinds.index("notes") < kinds.index("Positioned", kinds.index("notes"))
    assert placed_on(page)[-1].end <= look("plan-sheet").bottom_mm


def test_a_caution_is_a_note_with_its_number_and_a_triangle_in_its_row() -> None:
    drawn = painted(sides(sheet(with_notes=True))[0])
    caution, own = drawn.document.find("Note")
    assert caution.elements[0].text == "Ask us first"
    assert [item.elements[0].text.strip() for item in caution.find("LI")] == ["6"]
    assert own.elements[0].text == "Changed for you."
    assert [item.elements[0].text.strip() for item in own.find("LI")] == ["2", "4"]
    assert drawn.at("Ask us first").colour == look("plan-sheet").palette["warning"]


def test_the_goal_and_the_note_of_the_plan_are_printed() -> None:
    own = summary(goal=text("*Your goal:* Walk to the shop"), note=text("*For you.* Start at 5\u2007kg."))
    (page,) = sides(sheet(3, more=(own,)))
    drawn = painted(page)
    assert [note.text for note in drawn.document.find("Note")] == [
        "For you. Start at 5\u2007kg.",
        "Your goal: Walk to the shop",
    ]


def test_notes_that_find_no_room_go_overleaf_and_are_pointed_to() -> None:
    own = summary(note=text("*For you.* " + "Start gently, and do the rest later. " * 6))
    first, second = sides(sheet(more=(own,), with_notes=True))
    drawn = painted(first)
    lines = {(words.x // 93, words.baseline) for words in drawn.words if "Note" in words.inside}
    assert len(lines) == 2
    assert [note.text for note in drawn.document.find("Note")] == [
        "Ask us first 6: See page 2.",
        "For you. 2, 4: See page 2.",
    ]
    overleaf = painted(second)
    assert overleaf.at("My calf plan").inside == ()
    assert [one.role for one in overleaf.document.elements] == ["Note", "Note"]
    assert overleaf.overlaps() == []
    assert placed_on(second)[-1].end <= look("plan-sheet").bottom_mm


def test_six_exercises_stay_on_one_page_when_all_there_is_to_say_goes_overleaf() -> None:
    own = summary(goal=text("*Your goal:* Walk"), note=text("*For you.* " + "Start gently, please. " * 9))
    first, second = sides(sheet(more=(own,), with_notes=True))
    (grid,) = [placed.block for placed in placed_on(first) if isinstance(placed.block, SheetGrid)]
    assert len(grid.rows) == 6
    assert "Your goal: Walk" in [note.text for note in painted(second).document.find("Note")]


def test_no_picture_reaches_under_the_signs_of_its_row() -> None:
    for grid in grids(sheet(with_notes=True)) + grids(sheet(4, with_notes=True)):
        for row in grid.rows:
            assert row.posed.drawn.width * grid.scale <= 30 - row.signs_width + 0.001
    assert any(row.signs_width for row in grids(sheet(with_notes=True))[0].rows)


def test_notes_of_a_sheet_of_several_pages_stand_under_their_own_exercises() -> None:
    for page in sides(sheet(12, with_notes=True)):
        (grid,) = [placed.block for placed in placed_on(page) if isinstance(placed.block, SheetGrid)]
        items = painted(page).document.find("LI")
        numbers = {item.elements[0].text for item in items if item.elements[0].text.strip().isdigit()}
        assert numbers == {f"{row.card.number} " for row in grid.rows if row.card.notes}


def test_no_lead_stands_at_the_foot_of_a_column_without_what_it_leads() -> None:
    for count in range(1, 7):
        for page in sides(sheet(count, with_notes=True)):
            for note in notes_on(page):
                (_, _, first), *others = note.blocks
                assert not others or isinstance(first.block.parts[-1].block, List)


def test_low_rows_say_the_side_behind_the_dose_and_show_it_under_the_number() -> None:
    (grid,) = grids(sheet(with_notes=True))
    row = grid.rows[0]
    assert row.side_apart
    drawn = draw(grid, style=look("plan-sheet"))
    often, side = drawn.at("day"), drawn.at("Right")
    assert side.baseline == pytest.approx(often.baseline)
    assert side.x > often.end + 3
    assert side.end <= grid.first_day_x
    letter = drawn.at("L")
    assert letter.end < 30 - grid.scale * 92


def test_a_sheet_without_notes_has_no_gap_for_them() -> None:
    (page,) = sides(sheet())
    assert notes_on(page) == []


def test_on_later_pages_a_listener_hears_only_the_exercises() -> None:
    first, second = sides(sheet(12))
    assert not any(placed.heard for placed in placed_on(first))
    drawn = painted(second)
    assert [element.role for element in drawn.document.elements] == ["Table"]
    assert [words.text for words in drawn.words if words.text.startswith("My calf")] == [
        "My calf plan: 14 days"
    ]
    assert drawn.at("Worst pain").inside == ("Table", "TBody", "TR", "TH")


def test_the_grid_is_a_table_whose_cells_line_up() -> None:
    (table,) = painted(sides(sheet())[0]).document.find("Table")
    spans = [
        sum(cell.said.get("column_span", 1) for cell in row.elements if cell.role in ("TH", "TD"))
        for row in table.find("TR")
    ]
    assert spans == [16] * (2 + 6 + 1)
    weeks, days, first = table.find("TR")[:3]
    assert [cell.said["scope"] for cell in weeks.find("TH") + days.find("TH")] == ["Column"] * 17
    assert days.elements[1].elements[0].said["spoken"] == "Mon 1 June"
    assert [cell.role for cell in first.elements] == ["TH"] + ["TD"] * 15
    assert first.elements[0].text == "1Bent-knee wall stretch"
    assert [kid.role for kid in first.elements[1].elements] == ["Figure", "P"]


def test_there_is_a_box_for_every_session_of_every_day() -> None:
    (grid,) = grids(sheet())
    drawn = draw(grid, style=look("plan-sheet"))
    sessions = [times for row in diary(6).rows for times in row.sessions * 2]
    # The squares of a working side have a fill and a border too: two in each row.
    boxes = sum(path.is_bordered for path in drawn.paths) - 2 * len(grid.rows)
    assert boxes == sum(sessions)
    assert sum(path.within is not None for path in drawn.paths) == sessions.count(0)


@pytest.mark.parametrize(("times", "said"), [(3, ""), (4, ""), (7, "×7")])
def test_boxes_move_closer_before_a_number_stands_for_them(times: int, said: str) -> None:
    row = DiaryRow(1, card(1).title, (times,) * 7)
    one = handout(blocks=(exercises(1), replace(diary(1), rows=(row,))))
    (table,) = painted(sides(one)[0]).document.find("Table")
    assert table.find("TR")[2].elements[2].text == said


def test_a_sheet_of_four_weeks_has_a_page_for_every_two() -> None:
    weeks = tuple(week._replace(heading=f"Week {n}") for n, week in enumerate(diary().sheet * 2, start=1))
    laid = grids(with_sheet(sheet(), sheet=weeks, weeks=4))
    assert [[week.heading for week in grid.weeks] for grid in laid] == [
        ["Week 1", "Week 2"],
        ["Week 3", "Week 4"],
    ]


def test_a_sheet_of_one_week_has_wider_days() -> None:
    (grid,) = grids(with_sheet(sheet(), sheet=diary().sheet[:1], weeks=1))
    assert grid.day_width == near(14.4)


def test_without_dates_there_is_no_row_for_them() -> None:
    undated = tuple(
        week._replace(days=tuple(day._replace(number="", month="") for day in week.days))
        for week in diary().sheet
    )
    (dated,), (plain,) = grids(sheet()), grids(with_sheet(sheet(), sheet=undated))
    assert dated.height - plain.height == near(4.4)


@pytest.mark.parametrize("day", [1, 4, 6])
def test_a_month_that_begins_inside_a_week_is_named_clear_of_the_week_and_the_edge(day: int) -> None:
    first, second = diary().sheet
    days = tuple(one._replace(month="September" if at == day else "") for at, one in enumerate(second.days))
    (grid,) = grids(with_sheet(sheet(), sheet=(first, second._replace(days=days))))
    drawn = draw(grid, style=look("plan-sheet"))
    month, week = drawn.at("September"), drawn.at("Week 2")
    assert week.end + 1 < month.x
    assert month.end <= 186


def test_without_patient_and_clinic_no_gap_is_left() -> None:
    (page,) = sides(sheet(sheet_identity=(), sheet_clinic=()))
    title, grid = placed_on(page)[:2]
    assert isinstance(grid.block, SheetGrid)
    assert grid.y - title.end == near(2.8)


def test_long_names_stand_clear_of_each_other() -> None:
    clinic = text(
        "Sample Physiotherapy and Rehabilitation Clinic of the University of Sampletown  *01632 960 123*"
    )
    (page,) = sides(sheet(sheet_title="My plan for the calf and the heel: 14 days", sheet_clinic=clinic))
    drawn = painted(page)
    assert drawn.overlaps() == []
    title = drawn.at("My plan")
    assert title.end < drawn.at("Sample Physiotherapy and").x


def test_a_long_name_and_a_long_dose_make_their_row_taller() -> None:
    said = exercises(2)
    long = replace(
        said.cards[0],
        title="Bent-knee stretch of the deep calf muscle with both hands flat on a wall",
        dose=dose(("10", " times a day, ", "!Mon, Tue, Wed, Thu, Fri, Sat")),
    )
    blocks = (replace(said, cards=(long, said.cards[1])), diary(2))
    (grid,) = grids(handout(blocks=blocks))
    assert grid.row_heights[0] > grid.row_heights[1] == 36
    drawn = draw(grid, style=look("plan-sheet"))
    assert drawn.overlaps() == []
    words = [one for one in drawn.words if one.x < 85.2 and {"TH", "TD"} & set(one.inside)]
    assert max(one.end for one in words) <= 85.2


def test_how_many_and_how_long_share_a_line_where_they_fit() -> None:
    style = look("plan-sheet")
    together = lay_out_dose_lines(dose(), style, width=48)
    assert ["".join(run.words for run in line) for line in together.lines][0] == "3 times, hold 30 sec"
    words = (DoseWord("hold for as long as you can", "plain"),)
    long = (dose()[0], DoseCell("clock", words, words), *dose()[2:])
    apart = lay_out_dose_lines(long, style, width=48)
    assert ["".join(run.words for run in line).strip() for line in apart.lines][0] == "3 times"


def test_the_sheet_in_black_and_white_has_no_colour_but_its_tints_and_pictures() -> None:
    style = look("plan-sheet", colour="black")
    assert style.palette["accent"] == style.palette["warning"] == (0, 0, 0)
    (page,) = sides(sheet(), colour="black")
    assert {words.colour for words in painted(page).words} == {(0, 0, 0), (1, 1, 1)}


@pytest.mark.parametrize("left_out", [Exercises, type(diary())])
def test_a_sheet_with_nothing_to_tick_is_refused_with_what_to_do(left_out: type) -> None:
    said = sheet()
    blocks = tuple(one for one in said.content.blocks if not isinstance(one, left_out))
    with pytest.raises(EmptySheetError, match="needs at least one exercise"):
        lay_out_plan_sheet(with_blocks(said, blocks), look("plan-sheet"))


def test_an_exercise_taller_than_a_page_is_named() -> None:
    said = exercises(1)
    long = replace(said.cards[0], title="A very long name " * 80)
    with pytest.raises(LayoutError, match="A very long name"):
        grids(handout(blocks=(replace(said, cards=(long,)), diary(1))))
