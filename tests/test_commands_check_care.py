"""`handouts check --care` and `--reading`: what checklists of patient material say of a plan's handout."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import PLAN, handouts, write_plan

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

CONDITIONS = CONTENT.glob("conditions/*.yaml")
USUAL = Path(__file__).parents[1] / "examples" / "sample-patient.yaml"


def care(path: str | Path) -> dict[str, Any]:
    result = handouts("check", path, "--care", "--json")
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)["files"][0]["care"]
    return found


def answer(path: str | Path, checklist: str, number: str) -> bool | None:
    items = [one for one in care(path)["items"] if (one["checklist"], one["item"]) == (checklist, number)]
    assert len(items) == 1
    found: bool | None = items[0]["answer"]
    return found


def test_the_usual_plan_keeps_its_scores() -> None:
    assert care(USUAL)["scores"] == {
        "PEMAT-P": {"yes": 11, "no": 0, "for_a_person": 13},
        "CDC": {"yes": 10, "no": 0, "for_a_person": 10},
        "EQIP": {"yes": 13, "no": 2, "for_a_person": 21},
        "CERT": {"yes": 9, "no": 0, "for_a_person": 10},
        "NEEDS": {"yes": 4, "no": 2, "for_a_person": 2},
    }


def test_the_usual_plan_fails_only_these() -> None:
    items = care(USUAL)["items"]
    failed = [f"{one['checklist']} {one['item']}" for one in items if one["answer"] is False]
    # No source says how many people the exercises for these spots help; a plan asks for the texts of NEEDS.
    assert failed == ["EQIP 8", "EQIP 10", "NEEDS 3", "NEEDS 7"]


def test_two_blocks_more_say_all_that_patients_want_to_know() -> None:
    for name in ("clinic.yaml", "logo.png"):
        shutil.copy(USUAL.with_name(name), name)
    blocks = (
        "summary, overview, what-helps, exercises, what-to-expect, prevention, pain-rule, safety, contact"
    )
    write_plan(f"condition: low-back-pain\nblocks: [{blocks}]\n")
    assert care("plan.yaml")["scores"]["NEEDS"] == {"yes": 6, "no": 0, "for_a_person": 2}


@pytest.mark.parametrize("condition", sorted(path.stem for path in CONDITIONS if path.stem != "general"))
def test_each_condition_with_a_goal_and_a_review_meets_most_of_what_can_be_decided(condition: str) -> None:
    for name in ("clinic.yaml", "logo.png"):
        shutil.copy(USUAL.with_name(name), name)
    write_plan(f"condition: {condition}\nside: left\ngoal: Walk\nreview: +14\n")
    scores = care("plan.yaml")["scores"]
    # What to expect and prevention are blocks that a plan asks for.
    del scores["NEEDS"]
    for checklist, score in scores.items():
        assert score["yes"] > 0.85 * (score["yes"] + score["no"]), checklist


def test_each_no_says_what_to_change_and_nothing_else_does() -> None:
    for one in care(USUAL)["items"]:
        assert bool(one["change"]) == (one["answer"] is False)


NONE = """\
condition: soleus-trigger-points
side: left
patient: {id: "4711"}
exercises: []
blocks: [overview]
"""
OWN = """\
patient: {id: "4711"}
exercises:
  - title: Chin nod
    steps:
      - Sit.
"""


@pytest.mark.parametrize(
    ("checklist", "number"),
    [
        ("PEMAT-P", "1"),
        ("PEMAT-P", "11"),
        ("PEMAT-P", "15"),
        ("PEMAT-P", "20"),
        ("PEMAT-P", "22"),
        ("PEMAT-P", "23"),
        ("CDC", "10"),
        ("CDC", "11"),
        ("CDC", "12"),
        ("EQIP", "4"),
        ("EQIP", "7"),
        ("EQIP", "12"),
        ("EQIP", "13"),
        ("CERT", "5"),
        ("CERT", "6"),
        ("CERT", "7a"),
        ("CERT", "9"),
        ("CERT", "13"),
        ("CERT", "14a"),
        ("CERT", "16a"),
    ],
)
def test_a_plan_with_no_more_than_an_overview_fails(checklist: str, number: str) -> None:
    write_plan(NONE)
    assert answer("plan.yaml", checklist, number) is False


@pytest.mark.parametrize(
    ("checklist", "number"),
    [
        ("PEMAT-P", "15"),
        ("CDC", "13"),
        ("CDC", "14"),
        ("EQIP", "3"),
        ("EQIP", "13"),
        ("CERT", "8"),
        ("CERT", "13"),
    ],
)
def test_an_exercise_of_one_line_fails(checklist: str, number: str) -> None:
    write_plan(OWN)
    assert answer("plan.yaml", checklist, number) is False


def test_a_long_step_and_many_steps_fail() -> None:
    write_plan(OWN.replace("Sit.", "Sit " + "and sit " * 12 + "now."))
    assert answer("plan.yaml", "PEMAT-P", "22") is False
    write_plan(OWN + "      - Nod.\n" * 8)
    assert answer("plan.yaml", "PEMAT-P", "22") is False
    write_plan(OWN + "      - Nod.\n" * 7)
    assert answer("plan.yaml", "PEMAT-P", "22") is True


def test_lines_to_write_on_and_other_treatment_are_found() -> None:
    write_plan(PLAN + "blocks: [summary, treatment, exercises, questions]\n")
    assert answer("plan.yaml", "EQIP", "35") is True
    assert answer("plan.yaml", "EQIP", "5") is None
    write_plan(PLAN + "blocks: [summary, exercises]\n")
    # Lines that only fill a page may have no room.
    assert answer("plan.yaml", "EQIP", "35") is None
    assert answer("plan.yaml", "EQIP", "5") is False


def test_a_half_that_nobody_works_out_for_the_reader_fails() -> None:
    write_plan(PLAN)
    assert answer("plan.yaml", "PEMAT-P", "7") is None
    write_plan(PLAN + 'texts: {overview: "Do half of it."}\n')
    assert answer("plan.yaml", "PEMAT-P", "7") is False


def test_hard_long_words_fail_and_are_no_praise_where_they_are_easy() -> None:
    hard = "Persistent immobilisation occasionally precipitates deterioration of musculature. " * 4
    write_plan(PLAN + f'texts: {{overview: "{hard}"}}\n')
    assert answer("plan.yaml", "PEMAT-P", "3") is False
    write_plan(PLAN)
    assert answer("plan.yaml", "PEMAT-P", "3") is None


def test_a_photo_without_a_caption_fails() -> None:
    shutil.copy(USUAL.with_name("sample-patient.png"), "nod.png")
    own = OWN + "    picture: nod.png\n    alt: A woman nods.\n"
    write_plan(own)
    assert answer("plan.yaml", "PEMAT-P", "17") is False
    assert answer("plan.yaml", "PEMAT-P", "15") is True


def test_a_paragraph_of_many_words_fails() -> None:
    write_plan(PLAN + f'texts: {{overview: "{"It is a sore spot. " * 13}"}}\n')
    assert answer("plan.yaml", "PEMAT-P", "8") is False


def test_a_plan_sheet_is_not_judged_as_the_handout_it_is_cut_from() -> None:
    write_plan(PLAN + "layout: plan-sheet\n")
    result = handouts("check", "plan.yaml", "--care")
    assert result.stdout == ""
    assert "plan.yaml: the checklists are for handouts, not for plan sheets." in result.stderr


def test_the_hardest_sentence_of_each_block_is_told_but_nobodys_own_words() -> None:
    secret = "Mulberry musculature deteriorates unexpectedly."
    write_plan(PLAN + f'texts: {{overview: "{secret} It aches."}}\ngoal: {secret}\n')
    result = handouts("check", "plan.yaml", "--reading")
    assert "Mulberry" not in result.stdout
    assert "handout.overview" in result.stdout
    write_plan(PLAN)
    assert "It runs from just below the knee" in handouts("check", "plan.yaml", "--reading").stdout
