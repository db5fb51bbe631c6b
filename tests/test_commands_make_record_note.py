"""`handouts make --record-note`: what was given, as plain text for the record."""

from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan

pytestmark = pytest.mark.usefixtures("folder")

NOTE = """\
Handout given: Calf and heel pain

Side: Left leg
Date: 20 November 2026
ID: 4711
Code: {code}
Content: Calf and heel pain 1.0
Made with: handouts {version}

2 exercises:
1. Heel raise: 3 sets of 12, hold 2 seconds, once a day on Monday, Wednesday and Friday, both legs
   For you. Hold on to the sink
2. Toe touch: 2 sets of 5, hold 3 seconds, once a day, both legs
"""


def note(*words: str, plan: str = PLAN) -> str:
    result = handouts("make", write_plan(plan), "-o", "a.pdf", "--record-note", "a.txt", "--force", *words)
    assert (result.exit_code, result.stdout) == (0, "a.pdf\na.txt\n"), result.stderr
    return Path("a.txt").read_text("utf-8")


def test_it_says_what_was_given_with_every_dose() -> None:
    exercises = "exercises=heel-raise 3x12 hold 2s note 'Hold on to the sink'; toe-touch 2x5 hold 3s"
    said = note("--set", exercises)
    (code,) = [line.removeprefix("Code: ") for line in said.splitlines() if line.startswith("Code: ")]
    (version,) = [line.split()[-1] for line in said.splitlines() if line.startswith("Made with: ")]
    assert said.startswith(NOTE.format(code=code, version=version))
    verified = handouts("verify", "a.pdf", "--plan", "plan.yaml", "--json")
    assert code in verified.stdout


def test_it_says_all_that_was_said_and_what_only_the_clinic_may_read() -> None:
    said = note("--goal", "Walk far", "--note", "Rest first", "--private-note", "Ask about the wasps")
    for words in ("Your goal: Walk far", "For you. Rest first", "Private note. Ask about the wasps"):
        assert words in said.splitlines()
    assert "What is it?; Trigger points;" in said
    assert "Not yet checked by a clinician." in said
    assert said.endswith("\n")


def test_it_does_not_say_the_name_which_the_record_knows() -> None:
    said = note(plan=PLAN.replace("Sample Patient", "Zebedee Quillfeather"))
    assert "Zebedee" not in said
    assert "Quillfeather" not in said


def test_a_caution_that_was_set_aside_stands_in_it() -> None:
    words = ("--fact", "anticoagulants", "--accept", "Agreed with the doctor")
    said = note(*words, "--set", "exercises=foam-roller-release")
    assert "Foam roller release: one who takes blood thinners." in said
    assert "Given all the same: Agreed with the doctor" in said


def test_a_sheet_without_a_person_has_a_note_too() -> None:
    said = note(plan="condition: soleus-trigger-points\ndate: 2026-11-20\nside: left\n")
    assert said.startswith(
        "Handout given: Calf and heel pain\n\nSide: Left leg\nDate: 20 November 2026\nCode: "
    )


def test_a_note_that_is_there_is_only_replaced_by_force() -> None:
    Path("a.txt").write_text("Seen today.\n", "utf-8")
    words = ("make", write_plan(), "-o", "a.pdf", "--record-note", "a.txt")
    result = handouts(*words)
    assert (result.exit_code, here()) == (1, {"plan.yaml", "a.txt"})
    assert "Give it another name with `--record-note a-2.txt`" in result.stderr
    assert Path("a.txt").read_text("utf-8") == "Seen today.\n"
    assert handouts(*words, "--force").exit_code == 0
    assert handouts(*words).exit_code == 0
