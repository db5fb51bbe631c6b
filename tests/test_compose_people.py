"""A plan says how the people in its pictures look, in every picture alike."""

from pathlib import Path

import pytest
from commands import PLAN, folder, handouts, write_plan

from handouts.compose.pictures import compose_figure
from handouts.drawing.picture import Picture
from handouts.library.content import Library
from handouts.library.folders import CONTENT
from handouts.schema.people import People

__all__ = ["folder"]

LIBRARY = Library(CONTENT)
LOOKS = (
    People(skin="light", hair="black", shirt="teal", hair_style="ponytail"),
    People(skin="brown", hair="grey", shirt="plum", hair_style="bun"),
    People(skin="brown", hair="brown", shirt="yellow"),
)


def roles(picture: Picture) -> set[str]:
    return {word for word in repr(picture).replace("'", " ").split() if word.count("_") == 1}


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
