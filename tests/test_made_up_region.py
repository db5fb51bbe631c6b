"""A sheet of a region that nobody has written yet says nothing of a leg, to a reader or to a listener."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import handouts, made_pdf, write_plan
from judge import faults
from page_text import page_text
from tag_tree import tag_tree

from handouts.drawing.body_map import draw_body_map
from handouts.drawing.map_parts import MapWords
from handouts.drawing.picture import Stroke
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.muscle import Muscle
from handouts.schema.region import Region

# What is of the lower leg alone.
LOWER_LEG = re.compile(r"\b(cal(f|ves)|legs?|heels?|foot|feet|toes?|knees?|ankles?|achilles|soleus)\b", re.I)

FILES = {
    "regions/forearm": """\
id: forearm
name: Forearm
limb: arm
safety: forearm
sources: [common-practice]
views:
  - id: back
    name: the back of the forearm
    seen: from the back
    goes_on: [top, bottom]
    outline:
      - {y: -0.15, inner: 0.15, outer: 0.15}
      - {y: 0.1, inner: 0.17, outer: 0.18}
      - {y: 0.4, inner: 0.14, outer: 0.15}
      - {y: 0.8, inner: 0.1, outer: 0.1}
      - {y: 1.05, inner: 0.1, outer: 0.1}
    sheets:
      - id: wrist-lifter
        muscle: wrist-lifter
        inner: [[0.5, 0.02], [0.4, 0.2], [0.45, 0.5], [0.5, 0.75]]
        outer: [[0.8, 0.02], [0.9, 0.2], [0.75, 0.5], [0.6, 0.75]]
        tendon: 0.6
      - id: finger-lifter
        muscle: finger-lifter
        inner: [[0.2, 0.1], [0.12, 0.3], [0.2, 0.6], [0.3, 1.05]]
        outer: [[0.4, 0.1], [0.4, 0.3], [0.42, 0.6], [0.44, 1.05]]
        cut: bottom
    creases:
      - {surface: skin, line: [[0.2, 0.92], [0.5, 0.94], [0.8, 0.92]]}
  - id: hand
    name: the back of the hand
    length_mm: 30
    outline:
      - {y: 0, inner: 0.2, outer: 0.2}
      - {y: 0.3, inner: 0.3, outer: 0.3}
      - {y: 0.6, inner: 0.3, outer: 0.28}
    digits:
      - {at: [0.2, 0.75], half: [0.06, 0.2], degrees: -6}
      - {at: [0, 0.8], half: [0.06, 0.22], degrees: 0}
landmarks:
  - {id: lifter, name: Wrist lifter, muscle: wrist-lifter, inner: [0.5, 0.3], outer: [0.7, 0.3], label_y: 0.3}
no_press_name: Do not press here
no_press:
  - id: elbow-bone
    name: the bone at the elbow
    label_y: -0.05
    shape: [[0.6, -0.06], [0.8, -0.06], [0.8, 0.03], [0.6, 0.03]]
    sources: [common-practice]
zones:
  upper:
    name: the upper forearm
    view: back
    x: [0.4, 0.9]
    y: [0.05, 0.45]
    shape: [[0.5, 0.1], [0.8, 0.1], [0.8, 0.4], [0.5, 0.4]]
    number_at: [0.65, 0.25]
  hand:
    name: the back of the hand
    view: hand
    x: [0.2, 0.8]
    y: [0.1, 0.5]
    shape: [[0.3, 0.15], [0.7, 0.15], [0.7, 0.45], [0.3, 0.45]]
locator: {seen: front, frame: [15, 22, 44, 62]}
""",
    "muscles/wrist-lifter": """\
id: wrist-lifter
name: Wrist lifter
latin: Extensor carpi
region: forearm
view: back
what: {text: This muscle lies on the back of the forearm., sources: [common-practice]}
starts: {text: It starts at the elbow., sources: [common-practice]}
ends: {text: It ends at the hand., sources: [common-practice]}
does: [{text: It lifts the hand., sources: [common-practice]}]
part_in_pain: [{text: It can be sore after much typing., sources: [common-practice]}]
anatomy:
  origin: Lateral epicondyle.
  insertion: Third metacarpal.
  action: Wrist extension.
  nerve: Radial nerve.
  sources: [common-practice]
points:
  - number: 1
    name: Forearm spot
    place: just below the elbow
    pain: on the back of the forearm
    x: 0.65
    y: 0.2
    reach: {x: [0.5, 0.8], y: [0.1, 0.3]}
    essential: [upper]
    spill: [hand]
    confidence: low
    sources: [common-practice]
""",
    "safety/forearm": """\
id: forearm
heading: When to get help
emergency:
  - {sign: chest, text: "Chest pain, with pain in the arm", sources: [common-practice]}
hospital:
  - {text: "A bone out of shape after a fall", sources: [common-practice]}
today:
  - {text: "An arm that is hot, red and swollen", sources: [common-practice]}
foot: {text: Rest the arm until you have been checked., sources: [common-practice]}
strip_emergency: {text: Chest and arm pain?, sources: [common-practice]}
strip_today: {text: Arm hot and swollen?, sources: [common-practice]}
strip_today_action: {text: Rest the arm., sources: [common-practice]}
strip_hospital: {text: Bone out of shape?, sources: [common-practice]}
stop:
  - {text: sharp pain, sources: [common-practice]}
  - {text: numb fingers, sources: [common-practice]}
soon_heading: No better in 2 weeks?
soon: {text: Also if pain gets worse., sources: [common-practice]}
""",
    "conditions/forearm-ache": """\
id: forearm-ache
title: Forearm ache
subtitle: Your plan for the forearm
sheet_title: My {days}-day forearm plan
aim: {text: to ease the forearm, sources: [common-practice]}
usual_time: {text: for 6 weeks, sources: [common-practice]}
muscle: wrist-lifter
region: forearm
sided: true
safety: forearm
version: "1.0"
issued: 2026-11-20
check_by: 2028-11-20
exercises: [wrist-lift, wrist-turn]
blocks:
  [summary, overview, trigger-point-map, about-the-muscle, what-helps, exercises, pain-rule, diary, questions,
   safety, contact, sources]
texts:
  overview:
    heading: What is it?
    parts: [{text: {text: "The {limb} is sore after much work.", sources: [common-practice]}}]
what_helps: [{text: Rest and slow work help some people., sources: [common-practice]}]
map_points: [1]
pain_rule:
  heading: How much pain is OK?
  scale: 0 is no pain. 10 is the worst pain you can think of.
  bands:
    - {low: 0, high: 2, meaning: fine, word: Fine, text: Carry on., short: Carry on.}
    - {low: 3, high: 4, meaning: care, word: Take care, text: Do no more., short: Do no more.}
    - {low: 5, high: 10, meaning: stop, word: Stop, text: Stop., short: Stop.}
  less_heading: Worse the next day?
  less: {text: Do less., sources: [common-practice]}
  more_heading: Feels easy?
  sources: [common-practice]
""",
    "exercises/wrist-lift": """\
id: wrist-lift
title: Wrist lift
group: strengthen
position: sitting
limb: arm
sides: each
counts: reps
targets: [wrist-lifter]
dose: 3x10 every other day
purpose: Makes the {limb} stronger.
steps:
  - Rest your {side} forearm on a table.
  - Lift the back of your hand.
feel: the {limb} working.
avoid: lifting the elbow.
harder: Hold a can of soup.
""",
    "exercises/wrist-turn": """\
id: wrist-turn
title: Wrist turn
limb: arm
sides: each
dose: 2x10
steps: [Turn your palm up., Turn it down.]
""",
}


@pytest.fixture
def forearm(folder: Path) -> None:
    for name, text in FILES.items():
        path = folder / "content" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def made(layout: str, condition: str = "forearm-ache") -> bytes:
    plan = f"condition: {condition}\nside: left\ndate: 2026-11-20\nshow: [needs, easier, harder]\n"
    person = "patient: {name: Sample Patient, id: '4711'}\n"
    return made_pdf(write_plan(plan + person), "-l", layout, "--force")


@pytest.mark.usefixtures("forearm")
@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_a_sheet_of_another_region_says_nothing_of_the_leg(layout: str) -> None:
    content = made(layout)
    said, heard = page_text(content), tag_tree(content)
    assert LOWER_LEG.findall(said) == []
    assert LOWER_LEG.findall(heard) == []
    assert "Left arm" in said
    assert faults(content) == []


def printed(plan: str) -> str:
    return " ".join(page_text(made_pdf(write_plan(f"{plan}\nside: left\ncountry: gb\n"))).split())


@pytest.mark.usefixtures("forearm")
@pytest.mark.parametrize(
    "plan",
    [
        "condition: soleus-trigger-points\nexercises: [wrist-lift]",
        "condition: forearm-ache\nexercises: [wrist-turn, heel-raise]",
    ],
)
def test_what_is_of_two_regions_has_the_signs_of_both(plan: str) -> None:
    said = printed(plan)
    assert "a calf that swells or gets hot" in said
    assert "numb fingers" in said
    assert "Very bad pain in a hard, tight calf" in said
    assert "An arm that is hot, red and swollen" in said


@pytest.mark.usefixtures("forearm")
def test_an_exercise_of_another_region_brings_no_word_of_its_region_into_the_pain_rule() -> None:
    said = printed("condition: forearm-ache\nexercises: [wrist-turn, heel-raise]")
    assert "3–4 Take care OK if settled by morning." in said
    assert "One rule for all: the strictest." in said
    assert "Keep stretches at 3" not in said
    said = printed("condition: achilles-pain\nexercises: [heel-raise, wrist-lift]")
    assert "4–5 Take care OK if it settles by morning." in said
    assert "Safe for the tendon" not in said
    assert "Safe for the tendon" in printed("condition: achilles-pain\nexercises: [heel-raise]")


@pytest.mark.usefixtures("forearm")
@pytest.mark.parametrize(
    ("exercise", "is_of_any_part"),
    [
        ("{title: Chin nod, limb: neck, steps: [Nod.], dose: 2x10}", True),
        ("{title: Tap, steps: [Tap.], dose: 2x10}", True),
        ("{title: Tap, limb: leg, steps: [Tap.], dose: 2x10}", False),
        ("{title: Tap, safety: lower-leg, steps: [Tap.], dose: 2x10}", False),
        ("{title: Tap, targets: [soleus], steps: [Tap.], dose: 2x10}", False),
    ],
)
def test_an_exercise_that_can_be_of_any_region_has_the_general_signs_too(
    exercise: str, is_of_any_part: bool
) -> None:
    said = printed(f"condition: soleus-trigger-points\nexercises: [heel-raise, {exercise}]")
    assert ("feeling faint" in said) == ("A face that droops" in said) == is_of_any_part
    # What is of more of the body is not said twice.
    assert ("One leg swollen" in said) == ("A leg out of shape" in said) == (not is_of_any_part)
    assert "a calf that swells" in said


@pytest.mark.usefixtures("forearm")
def test_exercises_alone_have_the_stop_signs_of_their_regions() -> None:
    said = printed("exercises: [heel-raise, wrist-lift]")
    assert "a calf that swells or gets hot" in said
    assert "numb fingers" in said
    assert "numb fingers" not in printed("exercises: [heel-raise]")


@pytest.mark.usefixtures("forearm")
@pytest.mark.parametrize(
    ("plan", "is_told"),
    [
        ("condition: forearm-ache\nblocks: [summary, exercises, treatment]", True),
        ("exercises: [wrist-lift]\nblocks: [summary, exercises, shoes]", True),
        ("condition: forearm-ache\nexercises: [heel-raise]\nblocks: [summary, exercises, shoes]", False),
        ("condition: [forearm-ache, heel-pain]\nblocks: [summary, exercises, shoes]", False),
    ],
)
def test_advice_of_the_leg_is_given_for_a_leg_alone(plan: str, is_told: bool) -> None:
    result = handouts("make", write_plan(f"{plan}\nside: left\n"), "-o", "made.pdf")
    assert (result.exit_code == 1) == is_told
    assert ("speaks of the lower leg, and nothing else in the plan is of it" in result.stderr) == is_told


@pytest.mark.usefixtures("forearm")
def test_its_map_shows_its_own_views_and_words() -> None:
    content = made("clinic")
    said, heard = " ".join(page_text(content).split()), " ".join(tag_tree(content).split())
    assert "Left arm, from the back" in said
    assert "Hidden edge" not in said
    assert "where pain may be felt on the back of the forearm and the back of the hand" in heard
    assert "Hatched, do not press: the bone at the elbow." in heard
    assert "Stop for sharp pain, or numb fingers." in said


@pytest.mark.usefixtures("forearm")
def test_its_map_is_drawn_and_shown_alone() -> None:
    result = handouts("show", "forearm-ache", "--png", "map.png")
    assert result.exit_code == 0, result.stderr
    assert handouts("check", "content").exit_code == 0


@pytest.mark.usefixtures("forearm")
def test_of_two_conditions_the_strictest_pain_rule_is_printed() -> None:
    said = " ".join(page_text(made("clinic", "[soleus-trigger-points, forearm-ache]")).split())
    assert "3–4" in said
    assert "4–5" not in said
    assert "Forearm ache: What is it?" in said
    assert "Left arm, from the back" in said
    assert "Left leg, from behind" in said
    # Neither a leg nor an arm: the whole plan is said of a side.
    assert "Left side" in said
    assert said.count("sharp pain") == said.count("numb fingers")


@pytest.mark.usefixtures("forearm")
@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("regions/forearm", "view: hand\n    x", "view: palm\n    x", "there is no view `palm`"),
        ("muscles/wrist-lifter", "view: back", "view: front", "there is no view `front`"),
        ("regions/forearm", "no_press_name: Do not press here\n", "", "no_press_name"),
    ],
)
def test_a_view_that_is_not_there_is_told(file: str, old: str, new: str, told: str) -> None:
    path = Path("content", f"{file}.yaml")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    result = handouts("check", path)
    assert result.exit_code == 1
    assert told in result.stdout


@pytest.mark.usefixtures("forearm")
def test_a_muscle_that_is_cut_where_all_of_it_fades_is_told() -> None:
    path = Path("content/regions/forearm.yaml")
    old = FILES["regions/forearm"].split("- id: finger-lifter")[1].split("creases")[0]
    short = """
        muscle: finger-lifter
        inner: [[0.2, -0.15], [0.2, -0.12], [0.2, -0.11]]
        outer: [[0.4, -0.15], [0.4, -0.12], [0.4, -0.11]]
        cut: top
    """
    path.write_text(FILES["regions/forearm"].replace(old, short), "utf-8")
    result = handouts("show", "forearm-ache", "--png", "map.png")
    assert result.exit_code == 1
    told = "forearm.yaml:1:1: this cannot be drawn: the sheet `finger-lifter` is too short"
    assert told in result.stderr
    assert not Path("map.png").exists()


def crosses(side: str, *, from_front: bool) -> list[float]:
    """Return how far the cross and the box of the small body stand to the viewer's right of the middle."""
    path = Path("content/regions/forearm.yaml")
    view = "    goes_on: [top, bottom]\n"
    text = path.read_text("utf-8").replace(
        view, f"{view}    viewed_from: {'front' if from_front else 'behind'}\n"
    )
    region = Region.model_validate(as_tuples(yaml.safe_load(text)))
    muscle = Muscle.model_validate(as_tuples(yaml.safe_load(FILES["muscles/wrist-lifter"])))
    words = MapWords("", "", "", "", "", "", "")
    drawing = draw_body_map(region, muscle, Library(CONTENT).body, side=side, points=[1], words=words)  # type: ignore[arg-type]
    box = max((one for one in drawing.body if isinstance(one, Stroke)), key=lambda one: one.weight)
    return [drawing.crosses[0].at.real, sum(box.points).real]


def as_tuples(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: as_tuples(value) for key, value in data.items()}
    return tuple(map(as_tuples, data)) if isinstance(data, list) else data


@pytest.mark.usefixtures("forearm")
def test_left_and_right_change_places_from_the_front() -> None:
    # The point lies to the outer side: on the right of a right limb from behind, on its left from the front.
    behind, front = (crosses("right", from_front=one)[0] for one in (False, True))
    assert behind > 0 > front
    assert crosses("left", from_front=True)[0] == pytest.approx(behind)
    # The small body is seen from the front: a left arm is at the viewer's right.
    assert crosses("left", from_front=False)[1] > 0 > crosses("right", from_front=False)[1]
