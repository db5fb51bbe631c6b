from collections.abc import Callable
from pathlib import Path

import pytest
from commands import read_plan

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.problems import ContentError, Problem, did_you_mean, listed

WRONG = sorted((Path(__file__).parent / "problems").glob("*.yaml"))


def told(path: Path) -> list[str]:
    """Return what the author of a wrong plan is told, with the file by its name alone."""
    with pytest.raises(ContentError) as refused:
        read_plan(path, Library(CONTENT))
    return [str(problem).replace(str(path), path.name) for problem in refused.value.problems]


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_a_wrong_plan_is_told_exactly_this(path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(path.with_suffix(".txt"), "".join(f"{line}\n" for line in told(path)))


def test_every_wrong_plan_says_what_is_told() -> None:
    texts = {path.stem for path in (Path(__file__).parent / "problems").glob("*.txt")}
    assert texts == {path.stem for path in WRONG}


def test_a_problem_with_a_whole_file_has_no_line() -> None:
    assert str(Problem(Path("a.yaml"), 0, 0, "the file is empty.")) == "a.yaml: the file is empty."


def test_a_problem_at_a_place_reads_as_one_line() -> None:
    problem = Problem(Path("a.yaml"), 3, 5, "this is wrong.", "Write that.")
    assert str(problem) == "a.yaml:3:5: this is wrong. Write that."


def test_an_error_sent_home_by_a_worker_keeps_its_problems() -> None:
    import pickle

    error = ContentError([Problem(Path("a.yaml"), 1, 2, "this is wrong.")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_a_near_word_is_offered_and_a_far_one_is_not() -> None:
    assert did_you_mean("heel-rise", ["heel-raise", "toe-touch"]) == "Did you mean `heel-raise`?"
    assert did_you_mean("xyz", ["heel-raise", "toe-touch"]) == ""


def test_the_beginning_of_a_long_id_is_enough_to_offer_it() -> None:
    assert did_you_mean("soleus", ["soleus-trigger-points"]) == "Did you mean `soleus-trigger-points`?"


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "`a`"), (["a", "b"], "`a` or `b`"), ("abc", "`a`, `b` or `c`")]
)
def test_words_are_listed_as_in_a_sentence(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence
