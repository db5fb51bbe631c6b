"""`handouts new`: questions or options become a short plan."""

import datetime
import re
import shlex
from pathlib import Path

import pytest
from commands import handouts, here, read_plan
from page_text import page_text
from PIL import Image

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.exercise import UNWRITTEN
from handouts.schema.plan import Plan

pytestmark = pytest.mark.usefixtures("folder")

ENTER = "\n" * 20
SOLEUS = "soleus-trigger-points"
EXERCISES = Library(CONTENT).ids("exercises")
HEEL_RAISE, TOE_TOUCH, BALANCE, THUMBS = (
    EXERCISES.index(one) + 1
    for one in ("heel-raise", "toe-touch", "single-leg-balance", "calf-thumb-massage")
)


def answers(*said: str) -> str:
    """Return answers to questions about the soleus, and Enter to all that follow."""
    return "\n".join([SOLEUS, *said, ENTER])


def plan(name: str = "plan.yaml") -> Plan:
    return read_plan(Path(name), Library(CONTENT))


def test_enter_to_every_question_gives_a_plan_that_can_be_made() -> None:
    result = handouts("new", "plan.yaml", typed=ENTER)
    assert (result.exit_code, result.stdout) == (0, "plan.yaml\n")
    assert handouts("make", "plan.yaml").exit_code == 0


def test_the_usual_answers_stay_out_of_the_plan() -> None:
    handouts("new", "plan.yaml", typed=answers())
    today = datetime.date.today()
    assert plan() == Plan(
        condition=("soleus-trigger-points",),
        side="left",
        date=today,
        review=today + datetime.timedelta(weeks=2),
        layout="clinic",
    )


def test_answers_are_numbers_or_ids() -> None:
    typed = answers(
        *("4711", "S.P.", "Sample Patient", "right", f"{HEEL_RAISE}, heel-raise {THUMBS}", "", ""),
        *("Walk = run", "plan-sheet", "2099-01-31", "+30"),
    )
    handouts("new", "plan.yaml", typed=typed)
    found = plan()
    assert found.patient is not None
    assert (found.patient.id, found.patient.initials, found.patient.name) == (
        "4711",
        "S.P.",
        "Sample Patient",
    )
    assert (found.side, found.goal, found.layout) == ("right", "Walk = run", "plan-sheet")
    assert [one.exercise for one in found.exercises or ()] == ["heel-raise", "calf-thumb-massage"]
    assert found.date and found.review == found.date + datetime.timedelta(days=30)


def test_an_answer_that_is_not_understood_is_asked_for_again() -> None:
    result = handouts(
        "new", "plan.yaml", typed=f"99\n{SOLEUS}\n\n\n\nsideways\n2\n\n" + "\n" * 6 + "\n\nsoon\n\n"
    )
    assert result.exit_code == 0
    assert f"`99` is not a number from 1 to {len(Library(CONTENT).ids('conditions'))}." in result.stderr
    assert "`sideways` is not a number from 1 to 3." in result.stderr
    assert "write it as year-month-day" in result.stderr
    assert plan().side == "right"


def test_with_options_nothing_is_asked() -> None:
    options = ("--condition", "soleus-trigger-points", "--side", "left", "--exercise", "heel-raise 3x12")
    result = handouts("new", "plan.yaml", *options)
    assert (result.exit_code, result.stdout) == (0, "plan.yaml\n")
    assert Path("plan.yaml").read_text("utf-8") == (
        "condition: soleus-trigger-points\nside: left\nexercises:\n  - heel-raise 3x12\n"
    )


def test_options_without_a_condition_are_wrong_use() -> None:
    assert handouts("new", "plan.yaml", "--side", "left").exit_code == 2


def test_options_that_fit_no_plan_write_none() -> None:
    result = handouts("new", "plan.yaml", "--condition", "sore-soles", "--side", "left")
    assert result.exit_code == 1
    assert "there is no condition" in result.stderr
    assert here() == set()


def test_a_plan_that_is_there_is_left_alone_unless_forced() -> None:
    Path("plan.yaml").write_text("condition: kept\n", "utf-8")
    result = handouts("new", "plan.yaml", typed=ENTER)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].endswith("Choose another name, or give --force.")
    assert Path("plan.yaml").read_text("utf-8") == "condition: kept\n"
    assert handouts("new", "plan.yaml", "--force", typed=ENTER).exit_code == 0


def test_questions_that_nobody_answers_write_nothing() -> None:
    assert handouts("new", "plan.yaml", typed="").exit_code == 1
    assert here() == set()


@pytest.mark.parametrize("side", ["2", "right", "Right", "RIGHT"])
def test_a_choice_is_a_number_or_its_name_in_any_case(side: str) -> None:
    handouts("new", "plan.yaml", typed=f"Calf and heel pain\n\n\n\n{side}\n" + ENTER)
    assert plan().side == "right"


@pytest.mark.parametrize(
    "answer",
    [
        f"{HEEL_RAISE},{TOE_TOUCH}",
        f"{HEEL_RAISE} {TOE_TOUCH}",
        "heel raise, Toe touch",
        f"Heel-raise,{TOE_TOUCH}",
        "Calf raises, toe-touch",
        f" {HEEL_RAISE} , {TOE_TOUCH},",
    ],
)
def test_exercises_are_numbers_or_names(answer: str) -> None:
    handouts("new", "plan.yaml", typed=answers("", "", "", "", answer))
    assert [one.exercise for one in plan().exercises or ()] == ["heel-raise", "toe-touch"]


def test_the_dose_of_each_exercise_is_asked_and_what_is_wrong_is_asked_again() -> None:
    chosen = f"{HEEL_RAISE},{TOE_TOUCH},{BALANCE}"
    typed = answers("", "", "", "", chosen, "3x8-12 every other day", "x999", "foo", "x3", "")
    result = handouts("new", "plan.yaml", typed=typed)
    assert "Dose of heel raise [2x12 hold 2s" in result.stderr
    assert "`reps` is 999; the most is 100." in result.stderr
    assert "`foo` is not understood." in result.stderr
    text = Path("plan.yaml").read_text("utf-8")
    assert "  - heel-raise 3x8-12 every 2 days\n  - toe-touch x3\n  - single-leg-balance\n" in text


def test_usual_exercises_with_another_dose_are_in_the_plan() -> None:
    handouts("new", "plan.yaml", typed=answers("", "", "", "", "", "x4 hold 20s"))
    first, *others = plan().exercises or ()
    assert (first.exercise, first.reps, first.hold_seconds) == ("bent-knee-wall-stretch", 4, 20)
    assert len(others) == 5


def test_who_has_no_clinic_is_asked_for_the_country(no_clinic: Path) -> None:
    typed = answers(*[""] * 12, "Atlantis", "Ireland")
    result = handouts("new", "plan.yaml", typed=typed)
    assert "is not a country" in result.stderr
    assert plan().country == "ie"
    assert handouts("make", "plan.yaml").stderr.count("country") == 0


def test_the_next_command_is_one_that_a_shell_understands() -> None:
    for name in ("my plan.yaml", "it's.yaml", "a$b.yaml"):
        told = handouts("new", name, typed=ENTER).stderr.splitlines()[-1]
        assert shlex.split(told) == ["Next:", "handouts", "make", name]


def test_the_pictures_are_written_with_the_numbers_that_are_asked_for() -> None:
    result = handouts("new", "plan.yaml", "--sheet", "all.png", typed=ENTER)
    assert result.stdout == "all.png\nplan.yaml\n"
    alone = handouts("new", "--sheet", "alone.png")
    assert (alone.exit_code, alone.stdout) == (0, "alone.png\n")
    with Image.open("alone.png") as image:
        assert image.width > 1000 and image.height > 800
    Path("no.txt").write_text("kept", "utf-8")
    assert handouts("new", "--sheet", "no.txt").exit_code == 1
    assert Path("no.txt").read_text("utf-8") == "kept"


def test_a_sheet_of_many_exercises_has_them_all() -> None:
    text = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    Path("content", "exercises").mkdir(parents=True)
    for number in range(12):
        own = text.replace("id: heel-raise", f"id: own-{number}", 1)
        Path("content", "exercises", f"own-{number}.yaml").write_text(own, "utf-8")
    handouts("new", "--sheet", "all.png")
    with Image.open("all.png") as image:
        assert image.height > 3500


STARTS = {
    ("clinic",): "clinic.yaml",
    ("clinic", "ours.yaml"): "ours.yaml",
    ("layout", "big-type"): "layouts/big-type.yaml",
    ("layout", "big.yaml"): "big.yaml",
    ("exercise", "wall-press"): "content/exercises/wall-press.yaml",
    ("roster", "list.csv"): "list.csv",
}


@pytest.mark.parametrize("words", STARTS)
def test_another_kind_of_file_begins_and_is_right(words: tuple[str, ...]) -> None:
    result = handouts("new", *words)
    assert (result.exit_code, result.stdout) == (0, f"{Path(STARTS[words])}\n")
    if not STARTS[words].endswith(".csv"):
        checked = handouts("check", STARTS[words])
        assert (checked.exit_code, "1 file, 0 problems" in checked.stderr) == (0, True), checked.stdout
    again = handouts("new", *words)
    assert again.exit_code == 1
    assert handouts("new", *words, "--force").exit_code == 0


def test_what_a_new_clinic_has_in_comments_is_right_too() -> None:
    handouts("new", "clinic", "--country", "gb")
    text = Path("clinic.yaml").read_text("utf-8")
    said = re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE).replace("logo: logo.png\n", "")
    assert said.count("\n#") < text.count("\n#") / 2
    Path("clinic.yaml").write_text(said, "utf-8")
    Path("content").mkdir()
    checked = handouts("check", "clinic.yaml")
    assert checked.exit_code == 0, checked.stdout


def test_what_begins_can_be_printed_once_its_texts_are_written() -> None:
    handouts("new", "clinic", "--country", "ie")
    handouts("new", "layout", "big-type")
    handouts("new", "exercise", "wall-press")
    options = ("--condition", "soleus-trigger-points", "--exercise", "wall-press 2x5", "-l", "big-type")
    refused = handouts("make", *options, "-o", "x.pdf")
    assert refused.stderr.startswith("--exercise: `wall-press` still says `Say what to do first.`")
    assert "no plan can choose it" in handouts("check", "content").stdout
    file = Path("content/exercises/wall-press.yaml")
    text = file.read_text("utf-8")
    for words in UNWRITTEN:
        assert words in text
        assert handouts("make", *options, "-o", "x.pdf").exit_code == 1
        text = text.replace(words, "written words.")
        file.write_text(text, "utf-8")
    result = handouts("make", *options, "-o", "x.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    words = page_text(Path("x.pdf").read_bytes())
    assert "Wall press" in words and "112 or 999" in words


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("plan.yaml", "x"),
        ("layout",),
        ("exercise",),
        ("exercise", "Wall Press"),
        ("clinic", "clinic.txt"),
        ("layout", "x.pdf"),
        ("roster", "list.txt"),
    ],
)
def test_what_cannot_begin_is_wrong_use(words: tuple[str, ...]) -> None:
    assert handouts("new", *words).exit_code == 2
    assert here() == set()
