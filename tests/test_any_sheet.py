"""What a plan is about: no condition, one, or several; and the order of its exercises."""

from pathlib import Path

import pytest
from commands import handouts, read_plan, write_plan
from page_text import page_text

from handouts.compose.prescription import by_position
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.exercise import Chosen
from handouts.schema.plan import write_plan as written

pytestmark = pytest.mark.usefixtures("folder")

SHIPPED = "soleus-trigger-points"
OWN = "thigh-ache"
BOTH = f"condition: [{SHIPPED}, {OWN}]\nside: left\ndate: 2026-11-20\n"


def text_of(path: str = "made.pdf") -> str:
    return " ".join(page_text(Path(path).read_bytes()).split())


def made(*words: str | Path) -> str:
    result = handouts("make", *words, "-o", "made.pdf", "--force")
    assert result.exit_code == 0, result.stderr
    return text_of()


def own_file(kind: str, shipped: str, own: str, **changes: str) -> None:
    """Write content of one's own that is like a shipped file, with some of its lines changed."""
    text = (CONTENT / kind / f"{shipped}.yaml").read_text("utf-8")
    lines = [own_line(line, {"id": own, **changes}) for line in text.splitlines()]
    path = Path("content", kind, f"{own}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def own_line(line: str, changes: dict[str, str]) -> str:
    key = line.partition(":")[0]
    return f"{key}: {changes[key]}" if key in changes else line


@pytest.fixture
def two_conditions(folder: Path) -> None:
    """Have a condition beside the shipped one, with a safety file, a muscle and exercises of its own."""
    own_file("muscles", "soleus", "thigh-muscle", name="Thigh muscle")
    own_file("safety", "general", "thigh", soon_heading="No better in 6 weeks?")
    own_file(
        "conditions",
        SHIPPED,
        OWN,
        title="Thigh ache",
        subtitle="Your plan for the thigh",
        muscle="thigh-muscle",
        safety="thigh",
        version='"2.1"',
    )
    path = Path(f"content/conditions/{OWN}.yaml")
    text = path.read_text("utf-8").replace("to ease calf and heel pain", "to ease the thigh")
    path.write_text(text.replace("  - seated-heel-raise\n", "  - toe-touch\n", 1), "utf-8")


def test_exercises_alone_are_a_plan() -> None:
    said = made("--exercise", "heel-raise 3x10", "--country", "gb")
    assert "Your exercise plan" in said
    assert "3 sets of 10" in said
    assert "A face that droops, a weak arm, or slurred speech" in said
    assert "How much pain is OK?" in said
    assert "Trigger point" not in said


@pytest.mark.usefixtures("no_clinic")
def test_the_general_warning_signs_name_the_number_of_the_country() -> None:
    assert "Call 911 now" in made("--exercise", "heel-raise", "--country", "us")
    assert "Call 999 now" in made("--exercise", "heel-raise", "--country", "gb")


def test_where_nothing_is_sore_each_side_does_what_one_side_does() -> None:
    said = made("--exercise", "single-leg-balance")
    assert "Each leg" in said
    assert "Sore leg" not in said
    assert "Left leg" in made("--exercise", "single-leg-balance", "--side", "left")


def test_a_roster_makes_sheets_without_a_condition() -> None:
    Path("list.csv").write_text("patient.id,exercises\n4711,heel-raise 3x10; toe-touch\n", "utf-8")
    result = handouts("batch", "list.csv", "-o", "out")
    assert result.exit_code == 0, result.stderr
    made_file = next(Path("out").glob("4711*.pdf"))
    assert "Your exercise plan" in text_of(str(made_file))
    assert handouts("find", "4711", "out").exit_code == 0


def test_a_plan_without_a_condition_is_checked_verified_and_saved() -> None:
    plan = write_plan("exercises: [heel-raise 3x10]\ndate: 2026-11-20\n")
    assert handouts("check", plan).exit_code == 0
    made(plan, "--save-plan", "saved.yaml")
    assert "condition" not in Path("saved.yaml").read_text("utf-8")
    assert handouts("verify", "made.pdf", "--plan", plan).exit_code == 0
    assert handouts("show", "general").stdout.startswith("Your exercise plan\n")


@pytest.mark.parametrize("block", ["trigger-point-map", "about-the-muscle", "overview", "what-helps"])
def test_a_block_that_only_a_condition_has_is_told(block: str) -> None:
    plan = write_plan(f"exercises: [heel-raise]\nblocks:\n  - summary\n  - {block}\n")
    result = handouts("check", plan)
    assert result.exit_code == 1
    assert f"plan.yaml:4:5: `general` has no `{block}`." in result.stdout + result.stderr


def test_neither_condition_nor_exercises_is_told() -> None:
    result = handouts("check", write_plan("goal: Walk again\n"))
    assert result.exit_code == 1
    assert "`exercises` is missing, and so is a condition, which has usual ones." in result.stdout


def test_the_general_one_beside_another_and_one_twice_are_told() -> None:
    result = handouts("check", write_plan(f"condition: [{SHIPPED}, general, {SHIPPED}]\nside: left\n"))
    assert "`general` is what a plan without a condition is about" in result.stdout
    assert f"`{SHIPPED}` is there twice." in result.stdout


@pytest.mark.usefixtures("two_conditions")
def test_several_conditions_make_one_sheet() -> None:
    said = made(write_plan(BOTH))
    assert "Calf and heel pain · Thigh ache" in said
    assert "to ease calf and heel pain and to ease the thigh" in said
    heads = ("Calf and heel pain: What is it?", "Thigh ache: What is it?")
    assert [said.count(head) for head in heads] == [1, 1]
    # A text and its map stand together, one condition after the other.
    order = [said.index(head) for head in (heads[0], "Left leg, from behind", heads[1], "Your exercises")]
    assert order == sorted(order)
    assert said.count("Left leg, from behind") == 2
    assert "version 1.0 and 2.1" in said
    assert said.count("Bent-knee wall stretch Stretch") == 1
    assert "7 exercises" in said


@pytest.mark.usefixtures("two_conditions")
def test_of_several_conditions_each_warning_sign_is_printed_once() -> None:
    said = made(write_plan(BOTH))
    for sign in ("Chest pain, short of breath, fainting", "Numb groin", "You cannot take 4 steps"):
        assert said.count(sign) == 1, sign
    assert "Very bad pain in a hard, tight calf" in said
    assert "A face that droops" in said
    # The sign of a hand or foot covers that of the foot.
    assert said.count("suddenly turns cold") == 1
    assert "A hand or foot that suddenly turns cold" in said
    assert said.index("Chest pain, short of breath, fainting") < said.index("A face that droops")
    assert (
        "numbness, a calf that swells or gets hot, chest pain, or feeling faint or short of breath." in said
    )
    assert (said.count("No better in 2 weeks?"), "No better in 6 weeks?" in said) == (1, False)


@pytest.mark.usefixtures("two_conditions")
def test_several_conditions_are_named_by_options_and_in_a_cell() -> None:
    made(write_plan(BOTH), "--save-plan", "saved.yaml")
    assert f"- {OWN}" in Path("saved.yaml").read_text("utf-8")
    options = ("--condition", SHIPPED, "--condition", OWN, "--side", "left", "--set", "date=2026-11-20")
    assert made(*options) == made("plan.yaml")
    Path("list.csv").write_text(f"patient.id,condition,side\n1,{SHIPPED}; {OWN},left\n", "utf-8")
    result = handouts("batch", "list.csv", "-o", "out", "--keep-plans")
    assert result.exit_code == 0, result.stderr
    assert "Thigh ache: What is it?" in text_of(str(next(Path("out").glob("*.pdf"))))


@pytest.mark.usefixtures("two_conditions")
def test_a_condition_that_is_not_there_is_told_at_its_place() -> None:
    result = handouts("check", write_plan(f"condition: [{SHIPPED}, thigh-ach]\nside: left\n"))
    assert "plan.yaml:1:36: there is no condition `thigh-ach`. Did you mean `thigh-ache`?" in result.stdout


def order_of(said: str, *titles: str) -> list[str]:
    diary = said[said.index("Tick each time") :]
    return sorted(titles, key=diary.index)


MIXED = "exercises: [heel-raise, seated-heel-raise, toe-touch, towel-toe-curls, knee-to-wall]\n"
TITLES = ("Heel raise", "Seated heel raise", "Toe touch", "Towel toe curls", "Knee-to-wall ankle bend")


@pytest.mark.parametrize("called", ["plantar fasciitis", "Heel Pain", "heel-pain", "Plantar heel pains"])
def test_a_condition_is_named_by_any_of_its_names(called: str) -> None:
    plan = write_plan(f"condition: {called}\nside: left\ndate: 2026-11-20\n")
    assert "Heel pain Your plan for the sore band" in made(plan)
    assert "Do these 5 exercises" in made(plan, "--add", "toe-touch")
    assert "Heel pain Your plan for the sore band" in made("--condition", called, "--side", "left")


def test_a_name_that_two_conditions_share_is_told_with_both() -> None:
    own_file("conditions", SHIPPED, OWN, also_called="[Plantar fasciitis]")
    told = handouts("check", write_plan("condition: Plantar fasciitis\nside: left\n")).stdout
    assert "may be `heel-pain` or `thigh-ache`. Write the one that is meant." in told


def test_a_condition_in_words_that_nobody_knows_is_told_once() -> None:
    told = handouts("check", write_plan("condition: Sore Toes\nside: left\n")).stdout
    assert told.count("plan.yaml:1:12") == 1
    assert "`handouts list conditions` tells all there are." in told


def test_exercises_stand_in_the_order_with_the_fewest_changes_of_position() -> None:
    said = made(write_plan(MIXED))
    standing = ["Toe touch", "Knee-to-wall ankle bend"]
    assert order_of(said, *TITLES)[1:3] == standing
    assert order_of(said, *TITLES)[3:] == ["Seated heel raise", "Towel toe curls"]
    # What the strength exercise is called where it becomes harder goes by the printed number.
    assert "Exercise 4: Put a bag on your thighs." in said


def test_a_plan_can_fix_the_order() -> None:
    assert order_of(made(write_plan(MIXED + "order: as-written\n")), *TITLES) == [*TITLES]
    assert order_of(made(write_plan(MIXED), "--order", "as-written"), *TITLES) == [*TITLES]
    Path("list.csv").write_text("patient.id,order\n1,as-written\n", "utf-8")
    result = handouts("batch", "list.csv", "--plan", "plan.yaml", "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert order_of(text_of(str(next(Path("out").glob("*.pdf")))), *TITLES) == [*TITLES]
    wrong = handouts("make", "plan.yaml", "--order", "backwards")
    assert "as-written" in wrong.stderr


def test_one_who_says_no_order_keeps_none_in_the_plan() -> None:
    plan = write_plan(MIXED)
    made(plan, "--save-plan", "saved.yaml")
    assert "order" not in Path("saved.yaml").read_text("utf-8")


def test_equipment_changes_least_and_ties_stay_as_they_were() -> None:
    library = Library(CONTENT)
    ids = ["straight-knee-wall-stretch", "single-leg-balance", "bent-knee-wall-stretch", "knee-to-wall"]
    found = [(Chosen(exercise=one), library.find_exercise(one)) for one in ids]
    assert [exercise.id for _, exercise in by_position(found)] == [ids[0], ids[2], ids[3], ids[1]]


def test_an_exercise_without_a_position_stays_after_the_one_before_it() -> None:
    library = Library(CONTENT)
    found = [library.find_exercise(one) for one in ("seated-heel-raise", "toe-touch", "knee-to-wall")]
    without = found[1].model_copy(update={"position": None})
    items = [(Chosen(exercise=one.id), one) for one in (found[0], without, found[2])]
    assert by_position(items) == items


def test_a_plan_of_several_conditions_is_written_as_it_is_read() -> None:

    own_file("conditions", SHIPPED, OWN)
    plan = read_plan(write_plan(BOTH), Library(Path("content"), CONTENT))
    assert read_plan(write_plan(written(plan)), Library(Path("content"), CONTENT)) == plan


@pytest.mark.usefixtures("two_conditions")
def test_a_text_that_only_one_of_several_conditions_has_names_it_and_advice_names_none() -> None:
    path = Path(f"content/conditions/{OWN}.yaml")
    path.write_text(path.read_text("utf-8").replace("  symptoms:\n", "  signs:\n", 1), "utf-8")
    said = made(write_plan(f"{BOTH}blocks: [symptoms, sitting-check, exercises]\n"))
    assert "Calf and heel pain: What you may feel" in said
    heading = Library(CONTENT).find_advice("sitting-check").heading
    assert heading in said
    assert f": {heading}" not in said
