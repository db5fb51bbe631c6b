"""`handouts catalogue` and `handouts list exercises`: find an exercise by what it is for or called."""

import json
import random
import re
from pathlib import Path

import pikepdf
import pytest
from commands import handouts, here
from judge import faults
from PIL import Image
from pypdfium2 import PdfDocument

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.finding import Wanted, find_exercises

pytestmark = pytest.mark.usefixtures("folder")

LIBRARY = Library(CONTENT)
EXERCISES = [*map(LIBRARY.find_exercise, LIBRARY.ids("exercises"))]


def listed(*words: str) -> list[str]:
    return [one["id"] for one in json.loads(handouts("list", "exercises", *words, "--json").stdout)]


def words_of_pages(path: str) -> list[str]:
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in PdfDocument(path)]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--purpose", "stretch"),
        ("--position", "sitting"),
        ("--limb", "neck"),
        ("--equipment", "none"),
        ("--equipment", "chairs"),
        ("--target", "soleus"),
    ],
)
def test_a_list_has_what_fits_and_nothing_else(words: tuple[str, ...]) -> None:
    fits = {
        "--target": lambda one: "soleus" in one.targets,
        "--purpose": lambda one: one.group == "stretch",
        "--position": lambda one: one.position == "sitting",
        "--limb": lambda one: one.limb == "neck",
        "--equipment": lambda one: (
            any("chair" in thing.lower() for thing in one.equipment)
            if "chairs" in words
            else all(re.search("chair|floor|table|wall|worktop", thing.lower()) for thing in one.equipment)
        ),
    }
    wanted = [one.id for one in EXERCISES if all(fits[word](one) for word in words if word in fits)]
    assert wanted
    assert listed(*words) == wanted


def test_an_exercise_is_found_by_each_of_its_names_with_a_letter_missing() -> None:
    # Each is compared with all: every third is enough.
    for exercise in EXERCISES[::3]:
        for name in (exercise.title, *exercise.also_called):
            longest = max(re.findall(r"\w+", name), key=len)
            at = random.Random(name).randrange(1, len(longest))
            misspelt = name.replace(longest, longest[:at] + longest[at + 1 :]).replace("-", " ")
            assert exercise in find_exercises(Wanted(misspelt.split()), LIBRARY), misspelt


def test_the_best_fit_comes_first() -> None:
    assert listed("toe", "touch")[0] == "toe-touch"


def test_the_beginning_of_a_word_will_do_and_a_chair_is_no_equipment() -> None:
    found = listed("--target", "soleus", "--position", "sit", "--equipment", "none", "--purpose", "stretch")
    assert "seated-soleus-stretch" in found
    assert "seated-towel-stretch" not in found


def test_words_that_fit_nothing_are_wrong_use() -> None:
    result = handouts("list", "exercises", "xylophone")
    assert result.exit_code == 2
    assert "No exercise fits." in result.stderr


def test_words_look_for_exercises_alone() -> None:
    assert handouts("list", "muscles", "soleus").exit_code == 2
    assert handouts("list", "muscles", "--purpose", "stretch").exit_code == 2


def test_a_catalogue_has_each_exercise_with_its_id_and_an_index_with_the_right_pages() -> None:
    assert handouts("catalogue", "-o", "all.pdf").stdout == "all.pdf\n"
    said = words_of_pages("all.pdf")
    first = next(number for number, page in enumerate(said) if "All names" in page)
    pages, index = said[: first + 1], " ".join(said[first:]).partition("All names")[2]
    for one in EXERCISES:
        # An id may be the end of another one: `step-stretch`, `bent-knee-step-stretch`.
        whole = re.compile(rf"(?<![\w-]){one.id} ")
        number = next(number for number, page in enumerate(pages, start=1) if whole.search(page))
        assert f"{one.title}, {number}" in index
        for name in one.also_called:
            assert f"{name}: {one.title}, {number}" in index


def test_a_catalogue_can_be_heard_and_browsed() -> None:
    handouts("catalogue", "-o", "all.pdf")
    assert faults(Path("all.pdf").read_bytes()) == []
    with pikepdf.open("all.pdf") as pdf, pdf.open_outline() as outline:
        titles = [entry.title for group in outline.root[0].children for entry in group.children]
    assert sorted(titles) == sorted(one.title for one in EXERCISES)


def test_a_catalogue_has_what_was_looked_for_and_the_same_bytes_each_time() -> None:
    handouts("catalogue", "--purpose", "stretch", "-o", "one.pdf")
    handouts("catalogue", "--purpose", "stretch", "-o", "two.pdf")
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()
    said = " ".join(words_of_pages("one.pdf"))
    assert "straight-knee-wall-stretch" in said
    assert "heel-raise" not in said


def test_the_pictures_alone_are_a_sheet() -> None:
    assert handouts("catalogue", "--purpose", "loosen", "--sheet", "few.png").exit_code == 0
    handouts("catalogue", "--sheet", "all.png")
    with Image.open("few.png") as few, Image.open("all.png") as every:
        assert few.width == every.width
        assert few.height < every.height


def test_nothing_is_replaced_or_written_by_mistake() -> None:
    Path("all.pdf").write_text("mine", "utf-8")
    assert handouts("catalogue", "-o", "all.pdf").exit_code != 0
    assert Path("all.pdf").read_text("utf-8") == "mine"
    assert handouts("catalogue").exit_code == 2
    assert here() == {"all.pdf"}


def test_a_purpose_that_there_is_not_is_told_with_those_there_are() -> None:
    result = handouts("list", "exercises", "--purpose", "strech")
    assert result.exit_code == 2
    assert "`strech` is none of `stretch`, `strengthen` or `loosen`." in result.stderr
