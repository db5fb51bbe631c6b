"""Every posture is posed by YAML alone, drawn without a fault, and heard as what it is."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from posed import fills

from handouts.compose.pictures import alt_of
from handouts.drawing.checks import DrawingError
from handouts.drawing.pose import bones_of
from handouts.drawing.posture import said_of
from handouts.drawing.scene import draw_figure
from handouts.library import CONTENT
from handouts.library.words import find_words
from handouts.schema.figure import Figure
from handouts.schema.people import SidePerson

SPEECH = find_words("en", [CONTENT])
POSES = {
    pose["figure"]["id"]: pose
    for pose in yaml.safe_load((Path(__file__).parent / "poses.yaml").read_text("utf-8"))
}


def figure(name: str, **changes: Any) -> Figure:
    data = POSES[name]["figure"]
    return Figure.model_validate({**data, "people": [{**data["people"][0], **changes}]})


def said(one: Figure) -> str:
    return alt_of(one, said_of(one), side="right", speech=SPEECH)


@pytest.mark.parametrize("name", POSES)
def test_a_posture_is_drawn_without_a_fault_and_heard_as_what_it_is(name: str) -> None:
    assert draw_figure(figure(name), side="right").shapes
    assert said(figure(name)).startswith(f"{POSES[name].get('view', 'Side view')}. {POSES[name]['said']}")


# Where a body would float or sink: the pose, and what is told.
WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "the body floats above the floor by": ("kneels", {"near_leg": {"knee_at": [0, 3]}, "far_leg": None}),
    "the knee of `far_leg` is out of reach by": ("kneels", {"far_leg": {"knee_at": [9, 0]}}),
    "the body sinks into the bed by": ("on-the-back", {"far_leg": {"ankle_at": [30, 12]}}),
    "the pelvis sinks into it by": (
        "on-the-back",
        {"near_leg": {"thigh_degrees": -20, "knee_bend_degrees": 30}},
    ),
    "a calf on the other knee needs `far_leg`": (
        "on-the-back",
        {"near_leg": {"calf_on": {"thing": "other_knee", "at": 0.5}}, "far_leg": None},
    ),
    "a hand on the rail needs `things: {rail: …}`": (
        "kneels",
        {"near_arm": {"hand_on": {"surface": "rail", "at": 20}}},
    ),
    "a hand on the toes needs a leg that lies `across`": (
        "sits-in-front",
        {"right_arm": {"on": "toes"}},
    ),
    "a leg `across` the other thigh needs `sits_at`": (
        "sits-in-front",
        {"sits_at": None, "right_leg": {"across": True}},
    ),
    "a band at the far hand needs that limb": ("band", {"far_arm": None}),
}


@pytest.mark.parametrize("message", WRONG)
def test_a_posture_that_floats_sinks_or_lacks_something_is_refused(message: str) -> None:
    name, changes = WRONG[message]
    wrong = figure(name, **changes)
    if message.startswith("a band"):
        band = {"start": "near_hand", "end": "far_hand"}
        wrong = Figure.model_validate({**wrong.model_dump(), "things": {"band": band}})
    with pytest.raises(DrawingError) as refused:
        draw_figure(wrong, side="right")
    assert any(message in problem for problem in refused.value.problems), refused.value.problems


def test_a_foot_that_stands_on_its_heel_keeps_it_where_it_was() -> None:
    lifted = {"foot_at": [0, 0], "heel_up_degrees": -20, "stands_on": "heel"}
    toes_up = figure("weights", near_leg=lifted, far_leg={**lifted, "foot_at": [2, 0]})
    shoes = fills(draw_figure(toes_up, side="right"), "shoe")
    near = shoes[-1].points
    assert min(p.imag for p in near if p.real < 0) == pytest.approx(0, abs=0.3)
    assert min(p.imag for p in near if p.real > 9) > 2.5
    assert "Both heels on the floor, toes up" in said(toes_up)


def test_a_calf_on_the_other_knee_touches_it_where_it_is_told() -> None:
    rests = {"calf_on": {"thing": "other_knee", "at": 0.5}, "heel_up_degrees": -60}
    crossed = figure("on-the-back", near_leg=rests)
    person = crossed.people[0]
    assert isinstance(person, SidePerson)
    bones = bones_of(crossed, person)
    near, far = bones.near_leg, bones.far_leg
    assert far is not None
    along = (far.knee - near.knee) / (near.ankle - near.knee)
    assert along.real == pytest.approx(0.5, abs=0.02)
    assert 7 < abs(along.imag) * abs(near.ankle - near.knee) < 9
    assert abs(near.knee - bones.hip) == pytest.approx(24.5, abs=0.1)
    assert "The right calf on top of the other knee" in said(crossed)


def test_what_is_held_is_painted_in_its_colour() -> None:
    for name, colour in (("band", "band"), ("weights", "sole")):
        assert fills(draw_figure(figure(name), side="right"), colour)
