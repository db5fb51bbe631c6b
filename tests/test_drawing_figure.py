import pytest
from posed import FIGURES, bones, drawn, every_shape, fills, inside, person, wall_of

from handouts.drawing.body import Skeleton
from handouts.drawing.curves import degrees_of
from handouts.drawing.picture import Fill, Hatch
from handouts.drawing.side_arm import hand_outlines
from handouts.drawing.side_leg import leg_limb, leg_outline
from handouts.schema.things import ROLLER_RADIUS

STRETCHES = ("straight-knee-wall-stretch", "bent-knee-wall-stretch")


def knee_bend(joints: Skeleton) -> float:
    leg = joints.near_leg
    return -degrees_of((leg.ankle - leg.knee) / (leg.knee - joints.hip))


@pytest.mark.parametrize(
    "name",
    [name for name, figure in FIGURES.items() if figure.things.wall and not figure.things.wall.at_left],
)
def test_palms_lie_on_the_wall_and_fingers_touch_it(name: str) -> None:
    joints = bones(name)
    for arm, told in ((joints.near_arm, person(name).near_arm), (joints.far_arm, person(name).far_arm)):
        if arm is None or told is None or told.hand_on is None:
            # The hidden arm of one who walks the fingers up hangs.
            assert name == "wall-walk"
            continue
        hand = hand_outlines(arm)[0]
        across = max(p.real for p in hand) - min(p.real for p in hand)
        assert across < 4 if told.hand_on.touch == "palm" else across > 6
        assert max(p.real for p in hand) == pytest.approx(wall_of(name), abs=0.3)
        assert min(p.imag for p in hand) < told.hand_on.at < max(p.imag for p in hand)


def test_a_wall_stands_as_far_away_as_the_elbow_needs() -> None:
    for name, bend in (("bent-knee-wall-stretch", 12), ("straight-knee-wall-stretch", 12)):
        joints = bones(name)
        arm = joints.near_arm
        assert arm is not None
        assert degrees_of((arm.wrist - arm.elbow) / (arm.elbow - joints.shoulder)) == pytest.approx(
            bend, abs=0.5
        )


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, f in FIGURES.items()
        if f.people[-1].view == "front"
        and f.people[-1].left_leg.hip_bend_degrees
        and f.people[-1].lies_at is None
        and not f.people[-1].from_above
    ],
)
def test_the_standing_shoe_is_on_the_floor_and_the_other_one_is_not(name: str) -> None:
    lowest = sorted(min(p.imag for p in shoe.points) for shoe in fills(drawn(name), "shoe"))
    assert abs(lowest[0]) < 0.6
    assert lowest[1] > 3


def test_one_who_lies_on_the_side_lies_on_it_and_has_the_working_leg_on_top() -> None:
    for side in ("left", "right"):
        for name in ("clam", "side-lying-leg-lift"):
            filled = [shape for shape in drawn(name, side).shapes if isinstance(shape, Fill)]
            mat = next(shape for shape in filled if shape.colour == "prop")
            body = [p.imag for shape in filled for p in shape.points if "skin" in shape.colour]
            # The mat is seen a little from above: the lower knee is bent, and lies before the hips on it.
            assert min(p.imag for p in mat.points) < min(body) < -3
            shoes = [shape for shape in filled if shape.colour == "shoe"]
            lower, *_, upper = sorted(shoes, key=lambda one: max(p.imag for p in one.points))
            assert min(p.imag for p in upper.points) > min(p.imag for p in lower.points) + 3
            # The head is to the right of who lies on the left side, so that their right leg is on top.
            feet = sum(p.real for p in lower.points) / len(lower.points)
            assert feet < -30 if side == "right" else feet > 30


def test_hips_are_lifted_while_shoulders_and_feet_stay_on_the_floor() -> None:
    joints = bones("bridge")
    assert joints.hip.imag > joints.spine[-1].imag + 8
    near = [p for shape in fills(drawn("bridge"), "teal_shirt") for p in shape.points]
    assert -0.7 < min(p.imag for p in near) < 0.7


def test_soles_are_flat_on_the_floor_with_the_heel_down_and_off_it_with_the_heel_up() -> None:
    def heel_height(name: str) -> float:
        joints = bones(name)
        shoe = fills(drawn(name), "shoe")[-1]
        heel = [p.imag for p in shoe.points if p.real < joints.near_leg.ankle.real - 3]
        return min(heel)

    for name in (*STRETCHES, "knee-to-wall", "seated-soleus-stretch"):
        assert abs(heel_height(name)) < 0.6
    for name in ("heel-raise", "seated-heel-raise"):
        assert heel_height(name) > 3


@pytest.mark.parametrize("name", ["calf-thumb-massage", "towel-toe-curls"])
def test_a_bare_foot_stands_on_its_ground(name: str) -> None:
    joints = bones(name)
    skin = leg_outline(leg_limb(joints.hip, joints.near_leg, shod=False), joints.near_leg, shod=False)
    ground = person(name).near_leg.foot_at
    assert ground is not None
    assert min(p.imag for p in skin) == pytest.approx(ground[1], abs=0.6)


def test_the_calf_rests_on_the_roller() -> None:
    joints = bones("foam-roller-release")
    assert joints.round_at is not None
    centre = joints.round_at
    assert centre.imag == ROLLER_RADIUS
    skin = leg_outline(leg_limb(joints.hip, joints.near_leg, shod=False), joints.near_leg, shod=False)
    assert min(abs(p - centre) for p in skin) == pytest.approx(ROLLER_RADIUS, abs=0.3)
    assert joints.near_leg.knee.real < centre.real < joints.near_leg.ankle.real


def test_the_towel_leads_from_the_fist_round_the_ball_of_the_foot() -> None:
    name = "seated-towel-stretch"
    joints = bones(name)
    taut = fills(drawn(name), "towel")[-1].points
    arm, ankle = joints.near_arm, joints.near_leg.ankle
    assert arm is not None
    assert min(abs(p - arm.wrist - 2.8 * arm.along) for p in taut) < 2
    assert min(abs(p - ankle) for p in taut) > 3
    assert max(p.real for p in taut) > ankle.real + 3


def test_the_knee_touches_the_wall_in_knee_to_wall() -> None:
    joints = bones("knee-to-wall")
    skin = leg_limb(joints.hip, joints.near_leg, shod=True).outline
    assert max(p.real for p in skin) == pytest.approx(wall_of("knee-to-wall"), abs=0.6)


def test_straight_and_bent_knee_are_told_apart_at_a_glance() -> None:
    straight, bent = (knee_bend(bones(name)) for name in STRETCHES)
    assert straight == pytest.approx(0, abs=1)
    assert bent == pytest.approx(35, abs=3)


def test_hands_hold_the_calf_from_both_sides_in_the_massage() -> None:
    joints = bones("calf-thumb-massage")
    skin = leg_limb(joints.hip, joints.near_leg, shod=False).outline
    for arm in (joints.near_arm, joints.far_arm):
        assert arm is not None
        hand = hand_outlines(arm)[0]
        assert any(inside(p, skin) for p in hand) and not all(inside(p, skin) for p in hand)


@pytest.mark.parametrize("name", ["towel-toe-curls", *STRETCHES])
def test_the_felt_patch_is_hatched_and_lies_on_the_calf(name: str) -> None:
    hatches = [shape for shape in every_shape(drawn(name).shapes) if isinstance(shape, Hatch)]
    assert len(hatches) == (person(name).feel is not None)
    joints = bones(name)
    for hatch in hatches:
        middle = sum(hatch.points) / len(hatch.points)
        along = (middle - joints.near_leg.ankle) / (joints.near_leg.knee - joints.near_leg.ankle)
        assert 0.1 < along.real < 0.9
        assert (
            abs(middle - joints.near_leg.ankle - along.real * (joints.near_leg.knee - joints.near_leg.ankle))
            < 7
        )
