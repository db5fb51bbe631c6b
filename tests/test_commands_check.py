"""`handouts check`: problems, warnings and reading level of files of any kind."""

import json
import shutil
from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

EXAMPLES = Path(__file__).parents[1] / "examples"
CLINIC = "name: Sample Physiotherapy Clinic\ncountry: gb\n"


def test_the_content_that_comes_with_the_program_is_right() -> None:
    result = handouts("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 problems" in result.stderr


def test_the_examples_are_right() -> None:
    result = handouts("check", EXAMPLES)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "4 files, 0 problems\n")


def test_problems_are_the_result_and_their_number_is_talk() -> None:
    write_plan(PLAN.replace("heel-raise", "heel-rise"))
    result = handouts("check", "plan.yaml")
    assert result.exit_code == 1
    assert result.stdout == "plan.yaml:6:5: there is no exercise `heel-rise`. Did you mean `heel-raise`?\n"
    assert result.stderr == "1 file, 1 problem\n"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("clinic.yaml", "name: Sample\ncountry: GBR\n", "clinic.yaml:2:10: `GBR` is not a country."),
        (
            "look.yaml",
            "extends: clinic\nid: look\ncolours: {accent: red}\n",
            "look.yaml:3:19: `red` is not a",
        ),
        (
            "own.yaml",
            "id: own\ntitle: Own\nstart: Stand.\nstepps: []\n",
            "own.yaml:4:1: there is no key `stepps` here.",
        ),
        ("plan.yaml", "condition: [a\n", "plan.yaml:1:12: this `[` is not closed."),
        ("notes.yaml", "shopping: [milk]\n", "notes.yaml: this is no plan, clinic, layout or content."),
        ("exercises/own.yaml", "id: other\n", "own.yaml:1:1: `title` is missing"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_place_and_keys(name: str, text: str, problem: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    write_plan(text, name)
    result = handouts("check", name)
    assert result.exit_code == 1
    assert problem in result.stdout


def test_files_of_a_folder_that_are_not_ours_are_passed_over() -> None:
    write_plan("on: push\njobs: {}\nname: Tests\n", "workflow.yaml")
    write_plan(CLINIC, "clinic.yaml")
    Path(".hidden").mkdir()
    write_plan("condition: nothing\n", ".hidden/plan.yaml")
    assert handouts("check", ".").stderr == "1 file, 0 problems\n"


def test_content_of_ones_own_may_name_ours() -> None:
    Path("exercises").mkdir()
    shutil.copy(CONTENT / "exercises" / "heel-raise.yaml", "exercises")
    result = handouts("check", "exercises")
    assert (result.exit_code, result.stderr) == (0, "1 file, 0 problems, 1 warning\n")
    assert "it takes the place of the exercise `heel-raise`" in result.stdout


def test_a_plan_may_use_content_of_ones_own_beside_it() -> None:
    own = Path("content", "exercises", "step-raise.yaml")
    own.parent.mkdir(parents=True)
    shipped = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    own.write_text(shipped.replace("id: heel-raise", "id: step-raise", 1), "utf-8")
    write_plan(PLAN.replace("heel-raise", "step-raise"))
    result = handouts("check", "plan.yaml")
    assert (result.exit_code, result.stdout) == (0, "")


def test_many_exercises_are_a_warning_and_no_problem() -> None:
    exercises = [
        "heel-raise",
        "seated-heel-raise",
        "knee-to-wall",
        "toe-touch",
        "towel-toe-curls",
        "single-leg-balance",
    ]
    lines = "".join(f"  - {exercise}\n" for exercise in exercises)
    write_plan(PLAN.replace("  - heel-raise 3x12 hold 2s\n", lines))
    result = handouts("check", "plan.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("plan.yaml:5:1: warning: 6 exercises are many")
    assert result.stderr == "1 file, 0 problems, 1 warning\n"


def test_a_clinic_without_a_country_is_warned_of_its_emergency_number() -> None:
    write_plan("name: Sample Physiotherapy Clinic\nphone: 01632 960 123\n", "clinic.yaml")
    result = handouts("check", "clinic.yaml")
    assert result.exit_code == 0
    assert "no country is named, so the sheet says to call the local emergency number" in result.stdout


def test_hard_words_in_a_note_are_a_warning() -> None:
    note = "Persistent immobilisation occasionally precipitates considerable functional deterioration, " * 3
    write_plan(PLAN + f"note: '{note} necessitating individualised supervision and rehabilitation.'\n")
    result = handouts("check", "plan.yaml")
    assert result.exit_code == 0
    assert "plan.yaml:7:1: warning: `note` reads at US grade" in result.stdout


def test_the_reading_level_is_a_table_when_asked_for() -> None:
    rows = handouts("check", CONTENT / "exercises" / "heel-raise.yaml", "--reading").stdout.splitlines()
    assert rows[0].split() == ["file", "block", "US", "grade", "hardest", "sentence"]
    assert any(row.split()[1] == "steps" for row in rows[1:])


def test_a_machine_reads_all_of_it_as_json() -> None:
    write_plan(PLAN.replace("left", "lefft"))
    result = handouts("check", "plan.yaml", EXAMPLES / "clinic.yaml", "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert [(one["line"], one["column"]) for one in found["problems"]] == [(4, 7)]
    assert [one["kind"] for one in found["files"]] == ["plan", "clinic"]
    assert found["warnings"] == []


def test_a_layout_that_is_too_faint_is_told_and_nothing_is_made_with_it() -> None:
    Path("layouts").mkdir()
    layout = "extends: clinic\nid: pale\ntitle: Pale\ncolours:\n  muted: '#999999'\n"
    write_plan(layout, "layouts/pale.yaml")
    write_plan()
    told = "layouts/pale.yaml:5:10: `muted` on `paper` has a contrast of 2.8 to 1 in colour; "
    assert handouts("check", "layouts").stdout.startswith(told)
    result = handouts("make", "plan.yaml", "--layout", "pale")
    assert result.exit_code == 1
    assert result.stderr.startswith(told)
    assert not list(Path().glob("*.pdf"))


def own_content(folder: str, name: str, old: str, new: str) -> None:
    text = (CONTENT / folder / name).read_text("utf-8")
    assert old in text
    Path("content", folder).mkdir(parents=True)
    Path("content", folder, name).write_text(text.replace(old, new, 1), "utf-8")


def told_of_own_content() -> str:
    """Return what `check` says of content beside a plan; nothing is made with it either."""
    write_plan()
    checked, made = handouts("check", "content"), handouts("make", "plan.yaml")
    assert (checked.exit_code, made.exit_code) == (1, 1)
    assert made.stderr.splitlines()[0] == checked.stdout.splitlines()[0]
    return checked.stdout


def test_a_zone_that_a_region_does_not_have_is_told_with_the_nearest() -> None:
    own_content("muscles", "soleus.yaml", "heel-back", "heel-bakc")
    told = told_of_own_content()
    assert told.startswith("content/muscles/soleus.yaml:")
    assert "there is no zone `heel-bakc`. Did you mean `heel-back`?" in told


def test_a_figure_that_cannot_be_drawn_is_told() -> None:
    own_content("figures", "heel-raise.yaml", "top: ", "top: 20 # ")
    assert "content/figures/heel-raise.yaml:" in told_of_own_content()


def test_a_language_that_nothing_is_known_of_is_told() -> None:
    own_content("words", "en.yaml", "language: en-GB", "language: xx")
    assert "nothing is known of the language `xx`." in told_of_own_content()


def test_a_pattern_that_is_no_date_is_told() -> None:
    own_content("words", "en.yaml", "month: MMMM", "month: MMMMMMM")
    assert "`MMMMMMM` is no pattern of a date. Write it like `d MMMM y`." in told_of_own_content()
