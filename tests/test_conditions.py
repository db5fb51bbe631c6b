"""Each shipped condition is printed whole, with its warning signs, and says nothing that another one says."""

import re
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest
import yaml
from commands import handouts, made_pdf, write_plan
from page_text import page_text

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.condition import TextBlock
from handouts.schema.walk import walk

pytestmark = pytest.mark.usefixtures("folder")

LIBRARY = Library(CONTENT)
# The conditions that have a subject of their own, and so texts.
CONDITIONS = [one for one in LIBRARY.ids("conditions") if LIBRARY.find_condition(one).texts]
SIGNS = {
    "lower-leg": ("Chest pain or short of breath?", "One calf swollen, hot or a new colour?"),
    "hip-and-thigh": ("Chest pain or short of breath?", "One leg swollen, hot or a new colour?"),
    "low-back": ("Numb groin, or new pee or poo problems?", "New weak leg, or fever with back pain?"),
    "shoulder-arm": ("Chest pain, or arm pain with sweating?", "Arm swollen, numb or weak, or fever?"),
    "neck": ("Chest pain, face droops or speech slurred?", "New headache after 50, or a weak arm?"),
}


def squeezed(text: str) -> str:
    """Return a text as it can be found on a page: without marks and without spaces."""
    said = text.replace("**", "").replace("{us}", "us").replace("{side}", "left")
    return re.sub(r"[\s\ufffe\u00ad]+", "", said)


def printed(condition: str, plan: str = "", *options: str) -> str:
    """Return the words of the handout of a condition, without spaces."""
    Path("clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\n", "utf-8")
    text = f"condition: {condition}\nside: left\ndate: 2026-11-20\n{plan}"
    return squeezed(page_text(made_pdf(write_plan(text), *options)))


def statements(block: TextBlock) -> list[str]:
    return [
        at.value for at in walk(block.parts) if at.location[-1:] == ("text",) and isinstance(at.value, str)
    ]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_statement_of_a_condition_is_printed(condition: str) -> None:
    own = LIBRARY.find_condition(condition)
    blocks = ["what-helps", "pain-rule", *own.texts]
    words = printed(condition, yaml.safe_dump({"blocks": blocks}))
    said = [text for block in own.texts.values() for text in statements(block)]
    said += [one.text for one in own.what_helps]
    assert len(said) > 15
    assert [text for text in said if squeezed(text) not in words] == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_usual_plan_of_a_condition_has_its_exercises_and_asks_first_for_what_cannot_wait(
    condition: str,
) -> None:
    own = LIBRARY.find_condition(condition)
    named = [LIBRARY.find_exercise(one.exercise).title for one in own.exercises]
    for layout, paper in product(("plan-sheet", "clinic"), ("letter", "a4")):
        words = printed(condition, "", "-l", layout, "--paper", paper)
        assert [text for text in (*named, "When to get help") if squeezed(text) not in words] == []
    first = words.partition("Page1of")[0]
    assert [sign for sign in SIGNS[own.safety] if squeezed(sign) not in first] == []


def test_what_two_conditions_say_word_by_word_is_shared_advice() -> None:
    files: dict[str, set[str]] = defaultdict(set)
    for condition in CONDITIONS:
        for block in LIBRARY.find_condition(condition).texts.values():
            for text in statements(block):
                files[text].add(condition)
    assert {text for text, said in files.items() if len(said) > 1} == set()


@pytest.mark.parametrize("fact", ["insertional-achilles", "under-14", "achilles-injury", "poor-balance"])
def test_heel_drops_are_refused_for_whom_they_are_not(fact: str) -> None:
    plan = f"condition: achilles-pain\nside: left\npatient: {{name: Sample Patient, facts: [{fact}]}}\n"
    result = handouts("make", write_plan(plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert "`eccentric-heel-drop` is not for one who" in result.stderr
    assert "`bent-knee-heel-drop` is not for one who" in result.stderr
    assert not Path("made.pdf").exists()


def test_a_plan_for_pain_at_the_heel_bone_stays_on_the_floor() -> None:
    plan = "patient: {facts: [insertional-achilles]}\nexercises: [heel-raise, seated-heel-raise]\n"
    assert squeezed("For you. Stay on the floor. Never lower your heel below the step.") in printed(
        "achilles-pain", plan
    )


def test_no_usual_exercise_for_the_tendon_presses_on_it() -> None:
    own = LIBRARY.find_condition("achilles-pain")
    given = [LIBRARY.find_exercise(one.exercise) for one in own.exercises]
    assert [one.id for one in given if one.counts == "spots"] == []


def test_a_child_with_a_sore_heel_gets_no_ball_and_the_sheet_says_what_is_different() -> None:
    plan = "condition: heel-pain\nside: left\npatient: {name: Sample Patient, facts: [under-14]}\n"
    result = handouts("make", write_plan(plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert "`foot-ball-roll` is not for one who is under 14" in result.stderr
    words = printed("heel-pain", "patient: {facts: [under-14]}\nexercises: [seated-towel-stretch]\n")
    assert squeezed("In a child, rest from jumping and wear good shoes.") in words


def test_heel_pain_of_a_foot_that_feels_little_gets_no_hard_or_cold_thing() -> None:
    blocks = "blocks: [exercises, self-massage]\nexercises: [seated-towel-stretch]\n"
    plan = (
        f"condition: heel-pain\nside: left\npatient: {{name: Sample Patient, facts: [neuropathy]}}\n{blocks}"
    )
    result = handouts("make", write_plan(plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert "`self-massage` is not for one who has numb feet" in result.stderr


# On the foot it is the ball that is not for all; a clot is one of the leg.
@pytest.mark.parametrize(
    "condition", [one for one in CONDITIONS if one not in ("heel-pain", "tension-headache")]
)
def test_no_text_on_massage_is_given_to_one_who_may_have_a_clot(condition: str) -> None:
    blocks = "blocks: [self-massage]\nexercises: []\n"
    plan = f"condition: {condition}\nside: left\npatient: {{name: Sample Patient, facts: [clot]}}\n{blocks}"
    result = handouts("make", write_plan(plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert "`self-massage` is not for one who has or may have a blood clot" in result.stderr


@pytest.mark.parametrize(("condition", "paper"), [("heel-pain", "a4"), ("achilles-pain", "letter")])
def test_half_of_each_dose_costs_no_page(condition: str, paper: str) -> None:
    words = printed(condition, "goal: Walk to the shop\nreview: +4 weeks\n", "--paper", paper)
    assert "Page4of4" in words


def test_what_is_not_for_a_sore_side_of_the_hip_is_refused_without_a_word_on_the_person() -> None:
    plan = "condition: side-hip-pain\nside: left\nexercises: [ball-on-wall-buttock]\n"
    result = handouts("make", write_plan(plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert "`ball-on-wall-buttock` is not for one who has pain at the side of the hip" in result.stderr
    assert "Give `hip-push-out-belt` in its place" in result.stderr
    assert squeezed("For you. Use a high seat.") in printed("side-hip-pain")


@pytest.mark.parametrize(
    ("condition", "exercise", "fact"),
    [
        ("shoulder-pain", "band-turn-out", "new-weak-arm"),
        ("shoulder-pain", "blade-ball", "anticoagulants"),
        ("shoulder-pain", "cross-body-stretch", "shoulder-dislocation"),
        ("tennis-elbow", "forearm-massage", "arm-line"),
        ("tennis-elbow", "slow-wrist-lower", "under-18"),
    ],
)
def test_an_exercise_of_the_arm_is_refused_for_whom_it_is_not(
    condition: str, exercise: str, fact: str
) -> None:
    plan = f"condition: {condition}\nside: left\npatient: {{facts: [{fact}]}}\nexercises: [{exercise}]\n"
    result = handouts("make", write_plan(plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert f"`{exercise}` is not for one who" in result.stderr


def test_conditions_that_exclude_each_other_are_told_where_they_are_named() -> None:
    named = ("--condition", "buttock-pain", "--condition", "side-hip-pain", "--side", "left")
    result = handouts("make", *named, "--initials", "SP", "-o", "made.pdf")
    assert "--condition: `figure-four-stretch` is not for one who has pain at the side of" in result.stderr


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("condition: frozen shoulder", "and add `facts: [frozen-shoulder]` to `patient`"),
        ("condition: heel pain and low back pain", "Write each by itself: `heel-pain; low-back-pain`."),
        ("condition: knee pain", "there is no condition `knee pain`. `handouts list conditions` tells all"),
        (
            "side: left knee\nreview: 2026-12-04 09:30",
            "without `09:30`. Write the day, and put the time into",
        ),
        ("exercises: [{exercise: heel-raise, load: 5}]", "the load `5` has no unit; write `5 kg`."),
        ("condition: heel pain, low back pain\nblocks: exercises, nothing", "there is no block `…`."),
        ("side: left or right", "it must be `left`, `right` or `both`"),
    ],
)
def test_what_cannot_be_meant_so_is_told_with_what_to_do(said: str, told: str) -> None:
    usual = {"condition": "soleus-trigger-points", "side": "R + L", "date": "2026-11-20"}
    rest = "".join(f"{key}: {value}\n" for key, value in usual.items() if f"{key}:" not in said)
    result = handouts("make", write_plan(f"{said}\n{rest}"), "-o", "made.pdf")
    assert result.stderr.count("plan.yaml:") == 1
    assert told in result.stderr
