"""An exercise of one's own needs an id, a title and steps; what is left out is not printed."""

from pathlib import Path

import pytest
from commands import handouts, made_pdf
from judge import faults
from own_content import plan_of, write_exercise
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

LAYOUTS = ("clinic", "plan-sheet")


def made(*options: str) -> str:
    """Return the words of the plan's PDF, which is right."""
    content = made_pdf("plan.yaml", *options)
    assert faults(content) == []
    return page_text(content)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_id_a_title_and_steps_are_enough(layout: str) -> None:
    write_exercise("chin-nod")
    assert handouts("check", "content").exit_code == 0
    plan_of("chin-nod 2x10")
    words = made("-l", layout)
    assert "Chin nod" in words
    assert "2 sets of 10" in words


def test_a_file_may_end_with_yml() -> None:
    path = write_exercise("heel-raise")
    path.rename(path.with_suffix(".yml"))
    plan_of("heel-raise 2x10")
    assert "Chin nod" in made()


def test_a_card_says_nothing_that_nobody_has_written() -> None:
    write_exercise("chin-nod")
    plan_of("chin-nod 2x10")
    words = made()
    card = words[words.index("Your exercises") : words.index("Stop for")]
    assert "Nod your chin down a little." in card
    assert "about 1 minute" in card
    for said in (
        "Feel",
        "Avoid",
        "no hold",
        "slow",
        "leg",
        "side",
        "Stretch",
        "Strengthen",
        "Loosen",
        "None",
    ):
        assert said not in card


def test_without_a_dose_nothing_is_said_of_how_much_and_a_warning_tells_it() -> None:
    write_exercise("chin-nod")
    plan_of("chin-nod", "heel-raise")
    told = handouts("make", "plan.yaml", "-o", "x.pdf").stderr
    assert told == (
        "plan.yaml: warning: `chin-nod` has no dose, so its card does not say how much. "
        "Write it, as in `2x10`.\n"
    )
    assert "has no dose" in handouts("check", "plan.yaml").stdout
    words = made()
    card = words[words.index("Your exercises") : words.rindex("Heel raise")]
    assert "Chin nod" in card and "about" not in card.split("Heel raise")[0]
    assert "Do these 2 exercises, as shown" in words
    assert "minutes a day" not in words


def test_how_often_is_said_where_only_that_is_known() -> None:
    write_exercise("chin-nod", "dose: 3/day\n")
    plan_of("chin-nod")
    words = made()
    assert "3 times a day" in words
    assert "1 time" not in words


def test_the_dose_of_a_file_is_written_as_in_a_plan() -> None:
    write_exercise("chin-nod", "dose: 3x8 hold 5s mon,thu\n")
    plan_of("chin-nod")
    words = made()
    assert "3 sets of 8" in words and "hold 5 seconds" in words and "Mon, Thu" in words
    path = write_exercise("chin-nod", "dose: 3x8 hld 5s\n")
    assert f"{path}:6:11: `hld` is not understood." in handouts("check", str(path)).stdout


def test_a_side_is_said_where_the_dose_or_a_step_names_one() -> None:
    write_exercise("chin-nod", "dose: 2x10\n")
    plan_of("chin-nod")
    assert "Left side" not in made()
    plan_of("chin-nod right")
    assert "Right side" in made()
    write_exercise("chin-nod", "  - Turn to the {side} side.\ndose: 2x10\nlimb: arm\n")
    plan_of("chin-nod")
    words = made()
    assert "Turn to the left side." in words and "Left arm" in words


def test_a_text_may_stand_alone_or_with_its_sources() -> None:
    write_exercise(
        "chin-nod",
        "purpose: Eases your neck.\nfeel: {text: a mild pull., sources: [common-practice]}\navoid: pain.\n"
        "easier: Do fewer.\nharder: Do more.\ndose: 2x10\n",
    )
    plan_of("chin-nod", more="show: [easier, harder]\n")
    words = made()
    for said in (
        "Eases your neck.",
        "Feel a mild pull.",
        "Avoid pain.",
        "Easier Do fewer.",
        "Harder Do more.",
    ):
        assert said in words


def test_exercises_of_no_kind_stand_in_a_group_of_their_own() -> None:
    write_exercise("chin-nod", "dose: 2x10\n")
    plan_of("chin-nod", "heel-raise")
    box = made()
    box = box[box.index("Your plan") : box.index("What is it?")]
    assert "Strengthen" in box and "Exercise" in box and "Once a day" in box


def test_show_list_and_the_contact_sheet_know_a_bare_exercise() -> None:
    write_exercise("chin-nod")
    assert handouts("show", "chin-nod").stdout.splitlines()[0] == "Chin nod"
    assert "chin-nod" in handouts("list", "exercises").stdout
    assert handouts("new", "--sheet", "all.png").exit_code == 0
    refused = handouts("show", "chin-nod", "--png", "x.png")
    assert (refused.exit_code, "has no picture" in refused.stderr) == (1, True)


def test_a_change_of_a_bare_exercise_is_told() -> None:
    write_exercise("chin-nod")
    old = plan_of("chin-nod").read_text("utf-8")
    Path("old.yaml").write_text(old.replace("2026-11-20", "2026-11-01"), "utf-8")
    plan_of("chin-nod 2x10 left")
    words = made("--since", "old.yaml")
    assert "Chin nod: Now 2 sets of 10. Now 1 time a day. Now left side." in words
    assert "Changed · about" in words
