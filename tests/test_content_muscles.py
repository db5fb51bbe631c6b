from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from handouts.compose.pictures import compose_body_map
from handouts.compose.text import string_of
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.check import check
from handouts.schema.muscle import Muscle
from handouts.schema.region import Region
from handouts.source import read_source

FILES = sorted((CONTENT / "muscles").glob("*.yaml"))


# Number, x and y of every point, after the fact base (its section 2.3).
PLACES = {
    "soleus": {1: (0.42, 0.58), 2: (0.72, 0.20), 3: (0.62, 0.53)},
    "gastrocnemius": {1: (0.24, 0.28), 2: (0.74, 0.32), 3: (0.32, 0.04), 4: (0.68, 0.04)},
    "tibialis-posterior": {1: (0.55, 0.26)},
    "flexor-digitorum-longus": {1: (0.14, 0.36)},
    "flexor-hallucis-longus": {1: (0.68, 0.60)},
    "plantaris": {1: (0.60, 0.00)},
    "popliteus": {1: (0.42, 0.08)},
    "quadratus-plantae": {1: (0.48, 0.27)},
    "tibialis-anterior": {1: (0.66, 0.29)},
    "fibularis-longus": {1: (0.52, 0.14)},
    "fibularis-brevis": {1: (0.55, 0.58)},
    "fibularis-tertius": {1: (0.32, 0.72)},
    # The shares of the foot and of the way between two bones that the fact base has, on these views.
    "abductor-hallucis": {1: (0.56, 0.962)},
    "gluteus-minimus": {1: (0.6, -0.43)},
    "gluteus-minimus-front": {1: (0.28, -0.41)},
    # Shares of the skin at each height.
    "trapezius": {1: (0.922, 0.425), 2: (0.815, 0.52), 3: (0.647, 0.57)},
    "levator-scapulae": {1: (0.752, 0.51), 2: (0.87, 0.37)},
    "suboccipitals": {1: (0.669, 0.09)},
    "rhomboid-major": {1: (0.618, 0.78)},
    "hamstrings-inner": {1: (0.33, 0.55)},
    "gluteus-maximus": {1: (0.635, 0.62), 2: (0.68, 0.83), 3: (0.57, 0.82)},
    "gluteus-medius": {1: (0.71, 0.54), 2: (0.9, 0.45)},
    "gluteus-medius-front": {1: (0.49, 0.45), 2: (0.282, 0.54)},
    "iliocostalis-lumborum": {1: (0.69, 0.09)},
    "longissimus-thoracis": {1: (0.61, -0.14), 2: (0.61, 0.09)},
    "multifidus": {1: (0.55, 0.22), 2: (0.56, 0.52)},
    "piriformis": {1: (0.85, 0.67), 2: (0.68, 0.635)},
    "quadratus-lumborum": {1: (0.76, 0.15), 4: (0.785, 0.37), 2: (0.66, 0.27), 3: (0.685, 0.4)},
    "biceps-femoris": {1: (0.66, 0.55)},
    # Shoulder and arm: of the upper arm and the forearm its own numbers, of the back shares of the skin.
    "infraspinatus": {1: (0.749, 0.171), 2: (0.696, 0.176), 3: (0.675, 0.286)},
    "supraspinatus": {1: (0.697, 0.067), 2: (0.796, 0.043)},
    "teres-minor": {1: (0.811, 0.267)},
    "deltoid-front": {1: (0.66, 0.17)},
    "deltoid": {1: (0.5, 0.22)},
    "deltoid-back": {1: (0.929, 0.248)},
    "biceps": {1: (0.38, 0.64), 2: (0.58, 0.62)},
    "extensor-carpi-radialis-brevis": {1: (0.72, 0.25)},
    "extensor-carpi-radialis-longus": {1: (0.82, 0.08)},
    "finger-extensor": {1: (0.52, 0.28)},
    "brachioradialis": {1: (0.93, 0.12)},
}


def read_muscle(path: Path) -> Muscle:
    return check(read_source(path), Muscle)


@pytest.fixture(scope="module")
def soleus() -> Muscle:
    return read_muscle(CONTENT / "muscles" / "soleus.yaml")


@pytest.fixture(scope="module")
def lower_leg() -> Region:
    return check(read_source(CONTENT / "regions" / "lower-leg.yaml"), Region)


def words_of(muscle: Muscle) -> list[str]:
    statements = (muscle.what, muscle.starts, muscle.ends, *muscle.does, *muscle.part_in_pain)
    return [
        *(statement.text for statement in statements),
        *(word for point in muscle.points for word in (point.name, point.place, point.pain)),
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_muscle_reads_and_has_the_id_of_its_file(path: Path) -> None:
    assert read_muscle(path).id == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_statement_about_a_muscle_has_a_source(path: Path) -> None:
    muscle = read_muscle(path)
    for statement in (muscle.what, muscle.starts, muscle.ends, *muscle.does, *muscle.part_in_pain):
        assert statement.sources, statement.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_about_a_muscle_are_short(path: Path) -> None:
    for words in words_of(read_muscle(path)):
        assert all(len(sentence.split()) <= 20 for sentence in words.split(". ")), words


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rare_jaw_pattern_is_told_nowhere(path: Path) -> None:
    assert "jaw" not in " ".join(words_of(read_muscle(path))).lower()


@pytest.mark.parametrize("muscle", [path.stem for path in FILES if read_muscle(path).points])
def test_the_points_of_a_muscle_stand_where_the_fact_base_puts_them(muscle: str) -> None:
    points = read_muscle(CONTENT / "muscles" / f"{muscle}.yaml").points
    assert {point.number: (point.x, point.y) for point in points} == PLACES[muscle]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_point_behind_the_knee_is_not_to_be_pressed(path: Path) -> None:
    muscle = read_muscle(path)
    for point in muscle.points:
        if muscle.view is None and point.y < 0.1:
            assert "press it yourself" in point.place


def test_only_the_low_back_spot_is_rare(soleus: Muscle) -> None:
    assert [point.number for point in soleus.points if point.rare] == [3]


def test_every_zone_of_the_soleus_is_in_its_region(soleus: Muscle, lower_leg: Region) -> None:
    named = {name for point in soleus.points for name in (*point.essential, *point.spill)}
    assert named <= set(lower_leg.zones)


def test_the_inner_calf_bulge_ends_lower_than_the_outer_one(lower_leg: Region) -> None:
    ends = {sheet.id: max(y for _, y in sheet.inner) for sheet in lower_leg.views[0].sheets}
    assert ends["gastrocnemius-inner"] == pytest.approx(0.51, abs=0.01)
    assert ends["gastrocnemius-outer"] == pytest.approx(0.47, abs=0.01)


def changed_point(soleus: Muscle, **change: Any) -> dict[str, Any]:
    data = soleus.model_dump()
    data["points"] = [{**data["points"][0], **change}]
    return data


@pytest.mark.parametrize("change", [{"x": 1.2}, {"y": -0.5}, {"y": 0.7}, {"depth": 2}])
def test_a_point_off_the_leg_out_of_reach_or_with_an_unknown_key_is_refused(
    soleus: Muscle, change: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        Muscle.model_validate(changed_point(soleus, **change))


def test_two_points_with_one_number_are_refused(soleus: Muscle) -> None:
    data = soleus.model_dump()
    data["points"] = [data["points"][0]] * 2
    with pytest.raises(ValidationError, match="two points have the same number"):
        Muscle.model_validate(data)


def test_a_zone_outside_its_box_is_refused(lower_leg: Region) -> None:
    data = lower_leg.model_dump()
    data["zones"]["heel-back"]["shape"] = [(0.5, 0.80), (0.8, 0.98), (0.2, 0.98)]
    with pytest.raises(ValidationError, match="outside x 0.15 to 0.85, y 0.88 to 0.99"):
        Region.model_validate(data)


@pytest.mark.parametrize(
    ("muscle", "points", "said"),
    [
        ("soleus", [1], "These patterns are common. Your sore spot may be elsewhere."),
        ("soleus", [1, 2], "These patterns are common. Yours may be elsewhere: spot 2 is less sure."),
        ("gastrocnemius", [1, 2], "Yours may be elsewhere: spots 1 and 2 are less sure."),
        ("plantaris", [1], "Yours may be elsewhere: little is known of spot 1."),
    ],
)
def test_the_words_of_a_map_tell_which_spots_are_less_sure(muscle: str, points: list[int], said: str) -> None:
    library = Library(CONTENT)
    body_map = compose_body_map(
        "lower-leg", muscle, library, side="left", points=points, speech=library.speech
    )
    assert string_of(body_map.trust).endswith(said)
