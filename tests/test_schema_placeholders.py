"""Marks that nothing will read are found in content, and people's own words are left alone."""

from pathlib import Path

import pytest

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words, read_words
from handouts.problems import ContentError


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for kind in ("exercises", "conditions", "safety", "words"):
        (tmp_path / kind).mkdir()
    return tmp_path


def change(own: Path, file: str, old: str, new: str) -> None:
    text = (CONTENT / file).read_text("utf-8")
    assert old in text
    (own / file).write_text(text.replace(old, new, 1), "utf-8")


def told_of_heel_raise(own: Path) -> list[str]:
    with pytest.raises(ContentError) as refused:
        Library(own, CONTENT).find_exercise("heel-raise")
    return [str(problem).removeprefix(f"{own}/exercises/") for problem in refused.value.problems]


def test_a_placeholder_that_nothing_fills_is_told_with_the_nearest_one(own: Path) -> None:
    change(own, "exercises/heel-raise.yaml", "  - text: ", "  - text: Use your {sid} leg. # ")
    (problem,) = told_of_heel_raise(own)
    assert problem.endswith("nothing is filled in for `{sid}` here. Did you mean `{side}`?")


@pytest.mark.parametrize("title", ["Heel {side}", "'Heel {}'", "Heel {Side}"])
def test_a_title_has_no_placeholders(own: Path, title: str) -> None:
    change(own, "exercises/heel-raise.yaml", "title: Heel raise", f"title: {title}")
    (problem,) = told_of_heel_raise(own)
    assert "here. Leave the braces out." in problem
    assert problem.startswith("heel-raise.yaml:4:")


def test_stars_that_make_nothing_strong_are_told(own: Path) -> None:
    change(own, "exercises/heel-raise.yaml", "title: Heel raise", "title: Heel **raise**")
    assert told_of_heel_raise(own) == ["heel-raise.yaml:4:13: `**` makes nothing strong here. Leave it out."]


def test_stars_that_are_not_closed_are_told(own: Path) -> None:
    change(own, "exercises/heel-raise.yaml", "  - text: ", "  - text: Stand **tall. # ")
    (problem,) = told_of_heel_raise(own)
    assert problem.endswith("this `**` is not closed. Write `**strong words**`.")


def test_a_warning_sign_is_the_same_for_both_sides(own: Path) -> None:
    change(own, "safety/lower-leg.yaml", "A foot that suddenly", "A {side} foot that suddenly")
    with pytest.raises(ContentError, match="nothing is filled in for `{side}` here"):
        Library(own, CONTENT).find_safety("lower-leg")


def test_a_language_may_use_the_placeholders_of_its_english_message(own: Path) -> None:
    change(own, "words/en.yaml", '"Page {page} of {pages}"', '"{pages} / {page}"')
    assert find_words("en", [own, CONTENT]).words.footer.page == "{pages} / {page}"


def test_a_language_may_use_no_other_placeholder_whatever_the_plural(own: Path) -> None:
    change(own, "words/en.yaml", '{one: "{n} time", other:', '{one: "{count} time", few: "{n} t", other:')
    with pytest.raises(ContentError) as refused:
        read_words(own / "words" / "en.yaml", [own, CONTENT])
    (problem,) = refused.value.problems
    assert problem.message == "nothing is filled in for `{count}` here."
