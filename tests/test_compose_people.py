"""A plan says how the people in its pictures look, in every picture alike."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan

from handouts.compose.pictures import compose_figure
from handouts.drawing.picture import Clip, Fill, Picture, Shape
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.people import Build, People

LIBRARY = Library(CONTENT)
LOOKS = (
    People(skin="light", hair="black", shirt="teal", hair_style="ponytail", build="slim"),
    People(skin="brown", hair="grey", shirt="plum", hair_style="bun", build="broad"),
)


def roles(picture: Picture) -> set[str]:
    return {word for word in repr(picture).replace("'", " ").split() if word.count("_") == 1}


def area(points: Sequence[complex]) -> float:
    """Return the area of a closed outline (the shoelace formula)."""
    return (
        abs(sum((a.conjugate() * b).imag for a, b in zip(points, [*points[1:], points[0]], strict=True))) / 2
    )


def flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield from flat(shape.shapes) if isinstance(shape, Clip) else [shape]


@pytest.mark.parametrize("figure", LIBRARY.ids("figures"))
def test_every_picture_can_show_every_look_and_says_the_same(figure: str) -> None:
    usual = compose_figure(figure, LIBRARY, side="left", speech=LIBRARY.speech)
    for people in LOOKS:
        one = compose_figure(figure, LIBRARY, side="left", speech=LIBRARY.speech, people=people)
        assert one.alt == usual.alt
        assert (one.drawn.width, one.drawn.height) == (usual.drawn.width, usual.drawn.height)
        skins = {role for role in roles(one.drawn) if role.endswith("_skin")}
        assert skins <= {f"{people.skin}_skin"}
        shirts = {role for role in roles(one.drawn) if role.endswith("_shirt")}
        assert shirts <= {f"{people.shirt}_shirt"}


@pytest.mark.parametrize("figure", ["heel-raise", "seated-heel-raise", "bridge", "single-leg-balance"])
def test_who_is_broad_covers_more_of_the_picture_and_who_is_slim_less(figure: str) -> None:
    def covered(build: Build) -> float:
        people = People(build=build)
        drawn = compose_figure(figure, LIBRARY, side="left", speech=LIBRARY.speech, people=people).drawn
        skin = [one.points for one in flat(drawn.shapes) if isinstance(one, Fill) and "_sh" in one.colour]
        return sum(map(area, skin))

    assert 1.02 * covered("slim") < covered("usual") < 0.98 * covered("broad")


@pytest.mark.usefixtures("folder")
def test_a_saved_plan_keeps_what_is_said_of_people_and_nothing_that_is_not() -> None:
    plan = write_plan(f"{PLAN}people: {{skin: brown}}\n")
    assert handouts("make", plan, "-o", "out.pdf", "--save-plan", "saved.yaml").exit_code == 0
    saved = Path("saved.yaml").read_text("utf-8")
    assert "people:\n  skin: brown\n" in saved
    assert "facts" not in saved
    handouts("make", "saved.yaml", "-o", "again.pdf")
    assert Path("out.pdf").read_bytes() == Path("again.pdf").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_look_that_there_is_not_is_told() -> None:
    result = handouts("make", write_plan(f"{PLAN}people: {{skin: green}}\n"), "-o", "out.pdf")
    assert result.exit_code == 1
    assert "it must be `light` or `brown`" in result.stderr
