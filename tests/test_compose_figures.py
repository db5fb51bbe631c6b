"""What is said in place of a picture comes from the pose, so it changes with the pose."""

from typing import Any

import pytest
from posed import FIGURES, changed

from handouts.compose.pictures import alt_of
from handouts.drawing.posture import said_of
from handouts.library import CONTENT
from handouts.library.words import find_words
from handouts.schema.figure import Figure

SPEECH = find_words("en", [CONTENT])
WALL = "bent-knee-wall-stretch"


def said(figure: Figure, side: str | None = "left") -> str:
    return alt_of(figure, said_of(figure), side=side, speech=SPEECH)


def with_things(name: str, **things: Any) -> Figure:
    data = FIGURES[name].model_dump()
    return Figure.model_validate({**data, "things": things, "arrows": ()})


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_said_in_whole_sentences_with_nothing_left_to_fill(name: str) -> None:
    for side in ("left", "right", "both", None):
        alt = said(FIGURES[name], side)
        assert alt.startswith(("Side view", "Front view", "Seen from behind", "Seen from above"))
        assert alt.endswith(".")
        assert not set("{}") & set(alt)
        assert ".." not in alt
        assert len(alt) < 430


def test_a_wall_stretch_is_said_as_a_listener_can_do_it() -> None:
    assert said(FIGURES[WALL]) == (
        "Side view, two poses. The start, pale: Both feet flat, knees straight."
        " Then: Stands facing a wall, back upright, both hands on it."
        " The left foot a step behind, heel down, left knee bent."
        " The other foot in front, heel down, other knee bent."
        " Hatched where you feel it: low in the left calf."
        " Arrows: the left knee moves forward and down; the left heel presses down."
    )


def test_the_side_is_that_of_the_plan_and_sore_where_it_names_none() -> None:
    left = said(FIGURES[WALL], "left")
    assert said(FIGURES[WALL], "right") == left.replace("left", "right")
    assert said(FIGURES[WALL], None) == said(FIGURES[WALL], "both") == left.replace("left", "sore")


def test_a_straightened_knee_is_said_to_be_straight() -> None:
    straight = {"over": "near_leg", "shin_lean_degrees": 20, "knee_bend_degrees": 0}
    assert "left knee straight" in said(changed(WALL, pelvis=straight))
    little = {"over": "near_leg", "shin_lean_degrees": 22, "knee_bend_degrees": 15}
    assert "left knee a little bent" in said(changed(WALL, pelvis=little))


def test_a_lifted_heel_is_said_to_be_up_and_presses_no_more() -> None:
    alt = said(changed(WALL, near_leg={"foot_at": [-19, 0], "heel_up_degrees": 20}))
    assert "The left foot a step behind, heel up" in alt
    assert "the left heel moves down" in alt


def test_a_longer_step_is_said_to_be_long_and_one_ahead_in_front() -> None:
    name = "straight-knee-wall-stretch"
    assert "The left foot a long step behind" in said(FIGURES[name])
    shorter = {"foot_at": [-3, 0]}
    assert "The left foot a step behind" in said(changed(name, far_leg=shorter))
    assert "The left foot in front" in said(changed(WALL, far_leg={"foot_at": [-30, 0]}))


def test_a_free_hand_is_not_said_to_touch() -> None:
    alt = said(changed(WALL, far_arm={"shoulder_degrees": 0}))
    assert "one hand on it, the other arm at the side" in alt


def test_the_trunk_is_said_as_far_forward_as_it_leans() -> None:
    leans = {0: "back upright", 20: "leaning forward", 54: "leaning far forward", 90: "folded forward"}
    for degrees, words in leans.items():
        alt = said(changed("sitting-check", trunk={"lean_degrees": degrees}))
        assert words in alt


def test_a_pale_pose_is_said_before_the_one_that_counts() -> None:
    alt = said(FIGURES["heel-raise"])
    assert alt.startswith("Side view, two poses. The start, pale: Both feet flat")
    assert alt.index("Both feet flat") < alt.index("Then: ") < alt.index("Both heels high")


def test_an_arrow_is_said_as_it_points() -> None:
    data = FIGURES["heel-raise"].model_dump()

    def moved(*line: tuple[float, float], both_ways: bool = False) -> str:
        arrow = {"moves": "hips", "line": line, "both_ways": both_ways}
        return said(Figure.model_validate({**data, "arrows": [arrow]})).split("Arrow: ")[1]

    assert moved((0, 50), (10, 50)) == "the hips move forward."
    assert moved((0, 50), (-10, 50)) == "the hips move back."
    assert moved((0, 50), (0, 60)) == "the hips move up."
    assert moved((0, 50), (9, 40)) == "the hips move forward and down."
    assert moved((0, 50), (9, 50), both_ways=True) == "the hips move to and fro."


def test_things_are_said_only_where_they_are() -> None:
    name = "towel-toe-curls"
    assert "a small towel under the feet" in said(FIGURES[name])
    assert "towel under" not in said(with_things(name, chair={"back_edge": -9.5}))
    assert "on a foam roller" in said(FIGURES["foam-roller-release"])
    assert "on a towel round the ball of the left foot" in said(FIGURES["seated-towel-stretch"])


def test_a_lifted_foot_tells_which_leg_one_stands_on() -> None:
    name = "single-leg-balance"
    assert "Stands on the left leg" in said(FIGURES[name])
    other = changed(name, right_leg={"hip_bend_degrees": 40, "knee_bend_degrees": 60}, left_leg={"out": 2.2})
    alt = said(other)
    assert "Stands on the other leg" in alt
    assert "The left foot lifted" in alt


def test_what_must_not_be_pressed_and_where_it_is_felt_are_said_in_the_words_of_the_picture() -> None:
    alt = said(FIGURES["foam-roller-release"])
    assert "Hatched where you feel it: low in the left calf." in alt
    assert "Crossed out, do not press: behind the left knee." in alt
    assert "Hatched where you feel it: the back of the thigh." in said(FIGURES["toe-touch"])
    unmarked = changed("foam-roller-release", feel=None, keep_off=None)
    assert "Hatched" not in said(unmarked) and "press" not in said(unmarked)


def test_both_hands_are_said_where_the_steps_say_hands() -> None:
    for name in ("seated-heel-raise", "sitting-check", "towel-toe-curls"):
        assert "both hands on the thighs" in said(FIGURES[name])
    assert "both hands on the left knee" in said(FIGURES["seated-soleus-stretch"])
    assert "fingers of both hands on it" in said(FIGURES["heel-raise"])
    assert "one hand just above a worktop" in said(FIGURES["single-leg-balance"])


def test_what_a_person_seen_from_the_front_moves_goes_up_out_or_in() -> None:
    assert "Arrow: both arms move up." in said(FIGURES["lateral-raise"])
    assert "the right hand moves out to the side" in said(FIGURES["band-turn-out"], "right")
    assert "the left arm moves in toward the middle" in said(FIGURES["cross-body-stretch"])
    assert "arms out to the sides" in said(FIGURES["scaption-raise"])


def test_an_arm_on_a_table_and_the_hand_on_it_are_said() -> None:
    words = said(FIGURES["wrist-hold"])
    assert "left forearm on a table, the hand past its edge, the other hand on the back of the left" in words
    free = changed("wrist-hold", far_arm={"shoulder_degrees": 4, "elbow_bend_degrees": 12})
    assert "the other hand on the back" not in said(free)
    assert "the left arm hanging down, one hand on a table" in said(FIGURES["pendulum-swing"])
