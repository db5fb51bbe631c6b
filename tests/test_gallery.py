"""The gallery shows layouts and parts of the body as they are: who changes a look makes it anew."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from handouts.library import LAYOUTS

DOCS = Path(__file__).parents[1] / "docs"
GALLERY = DOCS / "gallery"
REGIONS = DOCS / "regions"
SHOWN = sorted(path.stem for path in LAYOUTS.glob("*.yaml") if path.stem != "base")
# How far a picture may be from the page, in percent: the code at the foot changes with every word.
MOST_PERCENT = 1.0
MOST_BYTES = 1_500_000
ANEW = "run `.venv/bin/python docs/gallery.py`"


@pytest.fixture(autouse=True)
def docs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS))


def percent_apart(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart, 0 to 100; 100 where they differ in size."""
    if one.size != other.size:
        return 100
    apart = ImageChops.difference(one.convert("L"), other.convert("L"))
    return 100 * ImageStat.Stat(apart).mean[0] / 255


@pytest.mark.parametrize("layout", SHOWN)
def test_a_picture_shows_its_layout_as_it_is(layout: str) -> None:
    import gallery

    with Image.open(GALLERY / f"{layout}.png") as shown:
        assert percent_apart(shown, gallery.picture(layout)) < MOST_PERCENT, ANEW


@pytest.mark.parametrize("name", sorted(path.stem for path in REGIONS.glob("*.png")))
def test_a_page_of_a_part_of_the_body_shows_it_as_it_is(name: str) -> None:
    import gallery

    is_part = name in gallery.parts()
    made = gallery.exercises_on_a_sheet(name) if is_part else gallery.picture_of_condition(name)
    with Image.open(REGIONS / f"{name}.png") as shown:
        assert percent_apart(shown, made) < MOST_PERCENT, ANEW
    if is_part:
        assert (REGIONS / f"{name}.md").read_text("utf-8") == gallery.page_of_part(name), ANEW


def test_each_condition_and_exercise_is_on_a_page_of_its_part_of_the_body() -> None:
    import gallery

    shown = {path.stem for path in REGIONS.iterdir()}
    assert shown == {*gallery.parts(), *(one.id for one in gallery.conditions())}
    exercises = {one.id for part in gallery.parts() for one in gallery.exercises_of(part)}
    assert exercises == {*gallery.LIBRARY.ids("exercises")}


def test_the_readme_shows_page_1_as_it_is() -> None:
    import gallery

    with Image.open(gallery.PLAN.with_suffix(".png")) as shown:
        assert percent_apart(shown, gallery.front()) < MOST_PERCENT, ANEW


def test_another_look_is_told_from_the_one_that_is_shown() -> None:
    with Image.open(GALLERY / "fridge.png") as fridge, Image.open(GALLERY / "plan-sheet.png") as sheet:
        assert percent_apart(fridge, sheet.resize(fridge.size)) > MOST_PERCENT


def test_the_gallery_has_every_layout_and_no_other_picture() -> None:
    import gallery

    assert (DOCS / "gallery.md").read_text("utf-8") == gallery.page(), ANEW
    assert sorted(path.stem for path in GALLERY.iterdir()) == SHOWN
    assert sum(path.stat().st_size for path in GALLERY.iterdir()) < MOST_BYTES
