import re
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.problems import ContentError
from handouts.schema.notation import read_chosen

EXERCISE = """
id: {id}
title: Wiggle
group: loosen
position: sitting
purpose: {{text: Wakes the toes.}}
counts: times
sides: each
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


def told(find: Callable[[str], object], name: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        find(name)
    return [str(problem) for problem in refused.value.problems]


def test_a_model_is_found_by_its_id() -> None:
    assert Library(CONTENT).find_exercise("heel-raise").title == "Heel raise"


def test_a_file_is_read_only_once(tmp_path: Path) -> None:
    write_exercise(tmp_path)
    library = Library(tmp_path, CONTENT)
    first = library.find_exercise("wiggle")
    assert library.find_exercise("wiggle") is first


def test_a_folder_of_ones_own_adds_an_exercise_without_python(tmp_path: Path) -> None:
    write_exercise(tmp_path)
    library = Library(tmp_path, CONTENT)
    assert library.find_exercise("wiggle").title == "Wiggle"
    assert {"wiggle", "heel-raise"} <= set(library.ids("exercises"))


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
    problems = told(Library(tmp_path, CONTENT).find_exercise, "wiggle")
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
    problems = " ".join(told(Library(tmp_path, CONTENT).find_condition, "soleus-trigger-points"))
    assert "there is no block `sumary`. Did you mean `summary`?" in problems
    assert "`soleus` has no point 8; it has 1, 2, 3." in problems


def test_a_condition_reads_its_exercises_in_the_notation(tmp_path: Path) -> None:
    text = (CONTENT / "conditions" / "soleus-trigger-points.yaml").read_text("utf-8")
    (tmp_path / "conditions").mkdir()
    path = tmp_path / "conditions" / "soleus-trigger-points.yaml"
    path.write_text(text.replace("  - heel-raise\n", "  - heel-raise 4x9\n", 1))
    exercises = Library(tmp_path, CONTENT).find_condition("soleus-trigger-points").exercises
    assert ("heel-raise", 4, 9) in [(one.exercise, one.sets, one.reps) for one in exercises]


def test_sources_of_all_folders_come_together(tmp_path: Path) -> None:
    own = "own-notes: {title: Our notes, short: our notes, kind: practice, read: full, number: GK}\n"
    (tmp_path / "sources.yaml").write_text(own)
    assert {"own-notes", "common-practice"} <= set(Library(tmp_path, CONTENT).sources)


# A file of each kind that has sources, and a source that it names.
SOURCED = {
    "advice/sitting-check": "own-search",
    "conditions/soleus-trigger-points": "alfredson-1998",
    "exercises/heel-raise": "kinoshita-2023",
    "muscles/soleus": "imaios-soleus",
    "regions/lower-leg": "elson-2007",
    "safety/lower-leg": "nhs-clot",
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("file", SOURCED)
def test_a_mistyped_source_is_told_at_its_place_by_each_command(file: str) -> None:
    source = SOURCED[file]
    text = (CONTENT / f"{file}.yaml").read_text("utf-8")
    own = Path("content", f"{file}.yaml")
    own.parent.mkdir(parents=True)
    own.write_text(text.replace(source, f"{source}-x", 1), "utf-8")
    write_plan(PLAN + "blocks: [trigger-point-map, exercises, sitting-check]\n")
    Path("roster.csv").write_text("patient.id\n1\n", "utf-8")
    line = next(number for number, line in enumerate(text.splitlines(), 1) if source in line)
    message = f"there is no source `{source}-x`. Did you mean `{source}`?"
    for command in (
        ("make", "plan.yaml"),
        ("batch", "roster.csv", "--plan", "plan.yaml", "-o", "out"),
        ("check", own),
    ):
        result = handouts(*command)
        assert result.exit_code == 1
        assert any(f":{line}:" in one and message in one for one in result.output.splitlines()), result.output


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("shirt: yelow_shirt", "there is no colour `yelow_shirt` of shirt. Did you mean `yellow_shirt`?"),
        ("skin: teal_shirt", "there is no colour `teal_shirt` of skin."),
    ],
)
def test_a_colour_that_people_cannot_wear_is_told_where(tmp_path: Path, colour: str, told: str) -> None:
    text = (CONTENT / "figures" / "heel-raise.yaml").read_text("utf-8")
    path = tmp_path / "figures" / "heel-raise.yaml"
    path.parent.mkdir()
    path.write_text(re.sub(r"look: \{.*?\}", f"look: {{{colour}}}", text, count=1), "utf-8")
    with pytest.raises(ContentError) as refused:
        Library(tmp_path, CONTENT).find_figure("heel-raise")
    (problem,) = refused.value.problems
    assert problem.line > 0
    assert f"{problem.message} {problem.hint}".startswith(told)


@pytest.mark.parametrize(
    "dose", ["hold 2s", "3x12", "rest 60s", "left", "both", "daily", "every other day", "2/day"]
)
def test_no_dose_after_the_name_of_an_exercise_is_read_as_the_name_of_another(dose: str) -> None:
    """`heel-raise hold 2s` are heel raises, whatever else the library has."""
    library = Library(CONTENT)
    names = library.exercise_names
    for one in library.ids("exercises"):
        exercise = library.find_exercise(one)
        for name in (one, exercise.title, *exercise.also_called):
            assert read_chosen(f"{name} {dose}", names).values["exercise"] == one, name
