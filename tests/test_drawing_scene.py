import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from posed import FIGURES, PALETTE, ROLES, changed, drawn, every_shape, fills
from reportlab.pdfgen.canvas import Canvas

from handouts.drawing.picture import Arrow, Fill, Floor, Lines, Picture, Side, Start, Stroke, mirrored
from handouts.drawing.scene import draw_figure
from handouts.page.picture import ink, line_weight_pt
from handouts.page.style import Style
from handouts.schema.figure import Figure


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_draws_on_both_sides_with_colours_that_exist(name: str) -> None:
    for side in ("left", "right"):
        picture = drawn(name, side=side)
        assert ink(picture, 0.42, palette=PALETTE).count(" f\n") > 20


# Pictures of one pose, and those of a movement with its start.
ALONE = [name for name in FIGURES if len(FIGURES[name].people) == 1]
MOVING = [name for name in FIGURES if name not in ALONE]


@pytest.mark.parametrize("name", ALONE)
def test_the_left_side_is_the_exact_mirror_of_the_right(name: str) -> None:
    right, left = drawn(name), drawn(name, side="left")
    assert left.box == (-right.box[1], -right.box[0], right.box[2], right.box[3])
    assert mirrored(left) == right
    assert left.shapes != right.shapes


@pytest.mark.parametrize("name", MOVING)
def test_the_poses_of_a_movement_stand_from_left_to_right_on_both_sides(name: str) -> None:
    pictures = {side: drawn(name, side=side) for side in ("right", "left")}
    assert pictures["left"].box == pictures["right"].box
    ends = {}
    for side, picture in pictures.items():
        (start,) = (shape for shape in picture.shapes if isinstance(shape, Start))
        # A lens, whose ground is paper, keeps its place between the poses.
        drawn_shapes = [shape for shape in picture.shapes if isinstance(shape, Fill | Arrow)]
        ends[side] = [shape for shape in drawn_shapes if shape.colour != "paper"]
        first, last = (
            [point.real for shape in shapes if isinstance(shape, Fill | Arrow) for point in shape.points]
            for shapes in (start.shapes, ends[side])
        )
        assert picture.box[0] - 0.01 < min(first) and max(last) < picture.box[1] + 0.01
        assert max(first) < (min(last) + max(last)) / 2 and min(first) < min(last)
    # Each pose is in the mirror, and no more than moved.
    middles = [
        -one.points[0].real - other.points[0].real
        for one, other in zip(ends["right"], ends["left"], strict=True)
    ]
    assert middles == pytest.approx([middles[0]] * len(middles))


@pytest.mark.parametrize("name", ["heel-raise", "single-leg-balance", "foam-roller-release"])
def test_the_same_figure_is_the_same_operators(name: str) -> None:
    again = Figure.model_validate(FIGURES[name].model_dump())
    first = ink(drawn(name), 0.42, palette=PALETTE)
    assert first == ink(draw_figure(again, side="right"), 0.42, palette=PALETTE)


def arrows_in(picture: Picture, scale: float) -> int:
    """Return how many arrows are painted, each with a halo of paper."""
    halo = f"{PALETTE['paper'][0]:.0f} 1 1 RG"
    with_arrows, without = (ink(picture, scale, palette=PALETTE, arrows=arrows) for arrows in (True, False))
    assert len(with_arrows) > len(without)
    return with_arrows.count(halo) - without.count(halo)


def test_arrows_are_left_out_when_asked_and_grow_with_the_lines() -> None:
    picture = drawn("heel-raise")
    assert arrows_in(picture, 0.42) == 1
    (shaft,) = {shape.shaft for shape in picture.shapes if isinstance(shape, Arrow)}
    assert isinstance(shaft, Lines)
    assert shaft.pt(1.04) == pytest.approx(2 * shaft.pt(0.52))


def floors(picture: Picture) -> list[Floor]:
    return [shape for shape in picture.shapes if isinstance(shape, Floor)]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_wider_picture_has_a_longer_floor_and_is_else_the_same(name: str, side: Side) -> None:
    picture = drawn(name, side)
    wide = picture.widened(picture.width + 20)
    assert wide.width == pytest.approx(picture.width + 20)
    assert [shape for shape in wide.shapes if not isinstance(shape, Floor)] == [
        shape for shape in picture.shapes if not isinstance(shape, Floor)
    ]
    if not floors(picture):
        # Seen from above: there is no floor.
        return
    ((before,), (after,)) = floors(picture), floors(wide)
    assert after.right - after.left == pytest.approx(before.right - before.left + 20)
    # A wall or a worktop ends the floor where it stands, and the picture with it.
    things = FIGURES[name].things
    stays = (before.right == after.right, before.left == after.left)
    back = bool(things.wall and things.wall.at_left)
    ahead = bool(things.wall or things.worktop) and not back
    assert stays == ((ahead, back) if side == "right" else (back, ahead))


def test_an_arrow_from_a_joint_follows_the_pose() -> None:
    name = "bent-knee-wall-stretch"
    lower = changed(name, pelvis={"over": "near_leg", "shin_lean_degrees": 30, "knee_bend_degrees": 40})
    starts = [
        next(s.points[0] for s in draw_figure(f, side="right").shapes if isinstance(s, Arrow))
        for f in (FIGURES[name], lower)
    ]
    assert starts[1].real > starts[0].real + 0.5


@pytest.mark.parametrize("scale", [0.215, 0.42, 0.84])
def test_no_line_is_thinner_than_a_laser_prints(scale: float) -> None:
    for name in FIGURES:
        strokes = [shape for shape in every_shape(drawn(name).shapes) if isinstance(shape, Stroke)]
        weights = [stroke.weight for stroke in strokes]
        line_pt = line_weight_pt(scale)
        assert min(one.pt(line_pt) if isinstance(one, Lines) else one for one in weights) >= 0.35


def test_lines_get_heavier_with_the_scale_but_never_thinner_than_half_a_point() -> None:
    assert [round(line_weight_pt(scale), 2) for scale in (0.2, 0.42, 0.84)] == [0.5, 0.52, 0.89]


def test_far_limbs_are_paler_and_a_start_pose_is_thin_lines_on_white() -> None:
    picture = drawn("heel-raise")
    assert fills(picture, "brown_skin 64") and fills(picture, "brown_skin")
    thin = [s for s in every_shape(picture.shapes) if isinstance(s, Stroke) and s.colour == "ghost_line"]
    ghost_right = max(p.real for stroke in thin for p in stroke.points)
    assert ghost_right < min(p.real for fill in fills(picture, "brown_skin") for p in fill.points)


WITH_START = [name for name, figure in FIGURES.items() if len(figure.people) > 1]


@pytest.mark.parametrize("name", WITH_START)
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_picture_without_its_start_pose_is_narrower_and_the_rest_stays(name: str, side: Side) -> None:
    whole, alone = drawn(name, side), drawn(name, side).without_start
    assert alone.width < 0.75 * whole.width
    assert whole.box[0] <= alone.box[0] < alone.box[1] <= whole.box[1]
    assert [s for s in alone.shapes if not isinstance(s, Floor)] == [
        s for s in whole.shapes if not isinstance(s, Floor | Start)
    ]
    points = [p for s in alone.shapes if isinstance(s, Fill | Arrow) for p in s.points]
    assert all(alone.box[0] - 0.5 <= p.real <= alone.box[1] + 0.5 for p in points)
    assert alone.without_start == alone


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_fills_its_box(name: str) -> None:
    picture = drawn(name)
    points = [p for s in every_shape(picture.shapes) if isinstance(s, Fill | Arrow) for p in s.points]
    across = max(p.real for p in points) - min(p.real for p in points)
    up = max(p.imag for p in points)
    assert across > 0.8 * picture.width or name == "standing-check"
    assert up > 0.9 * picture.box[3]


def test_arrows_patches_and_start_poses_are_pure_black_and_skin_white_for_a_black_printer() -> None:
    black = Style(ROLES, "a4", colour="black").palette
    assert {black[role] for role in ("signal", "ghost_line", "ink", "pain")} == {(0, 0, 0)}
    white = {role for role, _ in black.roles if black[role] == (1, 1, 1)}
    assert white >= {role for role, _ in black.roles if "_skin" in role} | {
        "ghost_fill",
        "signal_tint",
        "pain_tint",
    }


def letters(name: str, *, columns: int) -> str:
    """Return the picture as letters: `.` paper, `-` pale, `+` middle, `#` dark."""
    picture = drawn(name)
    scale = 0.42 * 72 / 25.4
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(picture.width * scale, picture.height * scale))
    canvas._code.append(ink(picture, 0.42, palette=PALETTE, arrows=False))
    canvas.save()
    document = pypdfium2.PdfDocument(page.getvalue())
    image: Image.Image = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    rows = round(columns * picture.height / picture.width / 2)
    small = image.resize((columns, rows), Image.Resampling.BOX)
    tones = [".-+#"[(p < 245) + (p < 200) + (p < 130)] for p in small.tobytes()]
    return "\n".join("".join(tones[i : i + columns]) for i in range(0, len(tones), columns))


SEEN = sorted((Path(__file__).parent / "seen").glob("*.txt"))


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_the_picture_is_seen_as_it_was_approved(path: Path) -> None:
    approved = path.read_text(encoding="utf-8").rstrip("\n")
    seen = letters(path.stem, columns=approved.index("\n"))
    assert len(seen) == len(approved)
    differing = sum(a != b for a, b in zip(seen, approved, strict=True))
    assert differing <= len(approved) * 0.05, "\n" + seen
