from pathlib import Path

import pytest

from handouts.library.content import Library
from handouts.library.folders import CONTENT
from handouts.library.references import check_content
from handouts.problems import ContentError

EXERCISE = """
id: {id}
title: Wiggle
group: loosen
position: sitting
purpose: {{text: Wakes the toes.}}
counts: times
legs: each
seconds_per_rep: 2
dose: {{reps: 10, sources: [common-practice]}}
start: Sit down.
steps: [{{text: Sit.}}, {{text: Wiggle.}}, {{text: Stop.}}]
feel: {{text: the toes.}}
avoid: {{text: cramp.}}
cautions: []
easier: {{text: Fewer.}}
harder: {{text: More, exercise: {harder}}}
caption: Wiggle.
figure: heel-raise
sources: [{source}]
"""


def write_exercise(
    folder: Path,
    *,
    name: str = "wiggle",
    id: str = "wiggle",
    harder: str = "heel-raise",
    source: str = "common-practice",
) -> Path:
    path = folder / "exercises" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(EXERCISE.format(id=id, harder=harder, source=source))
    return path


def test_the_content_that_comes_with_the_program_has_no_problem() -> None:
    assert [str(problem) for problem in check_content(Library(CONTENT))] == []


def test_a_model_is_found_by_its_id() -> None:
    assert Library(CONTENT).find_exercise("heel-raise").title == "Heel raise"


def test_a_file_is_read_only_once(tmp_path: Path) -> None:
    write_exercise(tmp_path)
    library = Library(tmp_path)
    first = library.find_exercise("wiggle")
    assert library.find_exercise("wiggle") is first


def test_a_folder_of_ones_own_adds_an_exercise_without_python(tmp_path: Path) -> None:
    write_exercise(tmp_path)
    library = Library(tmp_path, CONTENT)
    assert library.find_exercise("wiggle").title == "Wiggle"
    assert {"wiggle", "heel-raise"} <= set(library.ids("exercises"))
    assert check_content(library) == []


def test_the_first_folder_wins(tmp_path: Path) -> None:
    write_exercise(tmp_path, name="heel-raise", id="heel-raise")
    assert Library(tmp_path, CONTENT).find_exercise("heel-raise").title == "Wiggle"
    assert Library(CONTENT, tmp_path).find_exercise("heel-raise").title == "Heel raise"


def test_an_id_that_is_not_there_offers_the_nearest() -> None:
    with pytest.raises(ContentError, match="there is no exercise `heel-rise`. Did you mean `heel-raise`?"):
        Library(CONTENT).find_exercise("heel-rise")


@pytest.mark.parametrize(
    "name", ["../conditions/soleus-trigger-points", "heel-raise/../heel-raise", "", "/etc/passwd"]
)
def test_an_id_never_leads_out_of_its_folder(name: str) -> None:
    with pytest.raises(ContentError, match="there is no exercise"):
        Library(CONTENT).find_exercise(name)


def test_an_id_that_differs_from_its_file_is_a_problem_at_its_place(tmp_path: Path) -> None:
    path = write_exercise(tmp_path, id="waggle")
    with pytest.raises(ContentError) as refused:
        Library(tmp_path, CONTENT).find_exercise("wiggle")
    assert str(refused.value) == f"{path}:2:5: `id` must be `wiggle`, like the name of the file."


def test_a_wrong_file_is_no_problem_until_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "broken.yaml").write_text("a: [")
    library = Library(tmp_path, CONTENT)
    assert library.find_exercise("heel-raise")
    assert "broken" in library.ids("exercises")
    with pytest.raises(ContentError):
        library.find_exercise("broken")


def test_ids_inside_content_that_lead_nowhere_are_problems_with_their_place(tmp_path: Path) -> None:
    path = write_exercise(tmp_path, harder="heel-rise", source="common-practise")
    problems = [str(problem) for problem in check_content(Library(tmp_path, CONTENT))]
    assert problems == [
        f"{path}:17:32: there is no exercise `heel-rise`. Did you mean `heel-raise`?",
        f"{path}:20:11: there is no source `common-practise`. Did you mean `common-practice`?",
    ]


def test_a_condition_that_names_no_block_and_no_point_is_told_where(tmp_path: Path) -> None:
    text = (CONTENT / "conditions" / "soleus-trigger-points.yaml").read_text("utf-8")
    text = text.replace("  - summary\n", "  - sumary\n", 1).replace(
        "map_points: [1, 2]", "map_points: [1, 8]"
    )
    (tmp_path / "conditions").mkdir()
    (tmp_path / "conditions" / "soleus-trigger-points.yaml").write_text(text)
    problems = " ".join(str(problem) for problem in check_content(Library(tmp_path, CONTENT)))
    assert "there is no block `sumary`. Did you mean `summary`?" in problems
    assert "`soleus` has no point 8; it has 1, 2, 3." in problems


def test_a_condition_reads_its_exercises_in_the_notation(tmp_path: Path) -> None:
    text = (CONTENT / "conditions" / "soleus-trigger-points.yaml").read_text("utf-8")
    (tmp_path / "conditions").mkdir()
    path = tmp_path / "conditions" / "soleus-trigger-points.yaml"
    path.write_text(text.replace("  - heel-raise\n", "  - heel-raise 4x9\n", 1))
    exercises = Library(tmp_path, CONTENT).find_condition("soleus-trigger-points").exercises
    assert ("heel-raise", 4, 9) in [(one.exercise, one.sets, one.reps) for one in exercises]


def test_sources_and_words_of_all_folders_come_together(tmp_path: Path) -> None:
    own = "own-notes: {title: Our notes, short: our notes, kind: practice, read: full, number: GK}\n"
    (tmp_path / "sources.yaml").write_text(own)
    (tmp_path / "glossary.yaml").write_text("Calf: the back of the leg\n")
    library = Library(tmp_path, CONTENT)
    assert {"own-notes", "common-practice"} <= set(library.sources())
    assert library.glossary()["Calf"] == "the back of the leg"
