"""A picture that drifts from what its exercise says must be seen is told."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import handouts
from posed import FIGURES

from handouts.drawing.checks import unlike
from handouts.library import CONTENT
from handouts.schema.figure import Figure, ShowsAll

EXERCISES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((CONTENT / "exercises").glob("*.yaml"))
}


def told(name: str, figure: Figure) -> list[str]:
    shows = ShowsAll.model_validate(EXERCISES[name]["shows"])
    return [".".join(where) for where, _ in unlike(figure, shows)]


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_says_what_must_be_seen_and_it_is_seen(name: str) -> None:
    shows = EXERCISES[name]["shows"]
    assert {"position", "knee", "hands", "arrows"} <= shows.keys()
    figure = FIGURES[EXERCISES[name]["figure"]]
    assert ("start" in shows) == (len(figure.people) > 1)
    assert told(name, figure) == []


# What the reviewed pictures once showed, and poses that drift further: the changes, and what is told.
DRIFTED: list[tuple[str, dict[str, Any], str]] = [
    (
        "foam-roller-release",
        {"near_leg": {"calf_on": {"thing": "roller", "at": 0.62}, "knee_bend_degrees": 10}},
        "knee",
    ),
    ("foam-roller-release", {"keep_off": None}, "keep_off"),
    ("toe-touch", {"pelvis": {"over": "near_leg", "knee_bend_degrees": 4}}, "knee"),
    ("toe-touch", {"trunk": {"lean_degrees": 40}}, "trunk"),
    ("calf-thumb-massage", {"feel": {"start": 0.3, "end": 0.95}}, "felt"),
    ("calf-thumb-massage", {"far_arm": None}, "hands"),
    ("seated-towel-stretch", {"far_leg": {"ankle_at": [48.6, 5.0], "heel_up_degrees": -97}}, "other_knee"),
    ("seated-heel-raise", {"far_arm": None}, "hands"),
    ("seated-heel-raise", {"near_leg": {"foot_at": [22, 0]}}, "heel"),
    ("straight-knee-wall-stretch", {"feel": {"part": "thigh", "start": 0.1, "end": 0.6}}, "felt"),
    ("heel-raise", {"near_arm": {"hand_on": {"surface": "wall", "at": 77}}}, "hands"),
    ("heel-raise", {"near_leg": {"foot_at": [2, 0], "heel_up_degrees": 12}}, "ankle"),
    ("knee-to-wall", {"far_leg": {"foot_at": [2, 0]}}, "other_foot"),
    ("single-leg-balance", {"left_leg": {"out": 5}}, "other_foot"),
    ("single-leg-balance", {"feel": None}, "felt"),
    ("single-leg-balance", {"left_arm": {"on": "thigh"}}, "hands"),
]


@pytest.mark.parametrize(("name", "changes", "key"), DRIFTED)
def test_a_pose_that_drifts_is_told(name: str, changes: dict[str, Any], key: str) -> None:
    data = FIGURES[name].model_dump()
    data["people"] = [*data["people"][:-1], {**data["people"][-1], **changes}]
    assert key in told(name, Figure.model_validate(data))


def test_a_chair_one_sits_at_the_back_of_and_a_start_that_is_gone_are_told() -> None:
    data = FIGURES["seated-soleus-stretch"].model_dump()
    back = Figure.model_validate({**data, "things": {"chair": {"back_edge": -9.5}}})
    assert {"seat", "start.seat"} <= {*told("seated-soleus-stretch", back)}
    alone = Figure.model_validate({**data, "people": data["people"][1:]})
    assert told("seated-soleus-stretch", alone) == ["start"]


def test_a_start_with_its_arms_down_is_told() -> None:
    data = FIGURES["heel-raise"].model_dump()
    arm = {"shoulder_degrees": 4, "elbow_bend_degrees": 12}
    start = {**data["people"][0], "near_arm": arm, "far_arm": None}
    figure = Figure.model_validate({**data, "people": [start, data["people"][1]]})
    assert {"start.hands", "start.position"} <= {*told("heel-raise", figure)}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  knee: [5, 20]", "the picture `foam-roller-release` shows 35 degrees, not 5 to 20."),
        ("  knee: [40, 20]", "40 is more than 20"),
        ("  arrows: [knee]", "the picture `foam-roller-release` shows calf, not knee."),
        ("  hands: [wall, wall]", "shows floor, floor, not wall, wall."),
        ("  position: stands", "shows sits_on_floor, not stands."),
        ("  felt: {part: calf, start: 0.5, end: 0.6}", "shows calf 0.4 to 0.86, not within calf 0.5 to 0.6."),
        ("  start: {heel: down}", "shows no start pose."),
    ],
)
def test_own_content_is_told_where_it_says_what_is_not_seen(tmp_path: Path, line: str, message: str) -> None:
    own = (CONTENT / "exercises" / "foam-roller-release.yaml").read_text(encoding="utf-8")
    own = own.replace("id: foam-roller-release", "id: my-rolling", 1)
    before, _, rest = own.partition("shows:\n")
    after = rest[rest.index("sources:") :]
    folder = tmp_path / "exercises"
    folder.mkdir()
    path = folder / "my-rolling.yaml"
    path.write_text(f"{before}shows:\n{line}\n{after}", encoding="utf-8")
    result = handouts("check", tmp_path)
    assert result.exit_code == 1
    assert message in result.stdout
    number = 1 + path.read_text(encoding="utf-8").splitlines().index(line)
    assert f"my-rolling.yaml:{number}:" in result.stdout
