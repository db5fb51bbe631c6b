"""A plan is in a phase of a protocol: its exercises, and on paper when to go on to the next."""

from pathlib import Path

import pytest
from commands import handouts, made_pdf, write_plan
from judge import faults
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

PLAN = "condition: achilles-pain\nside: left\ncountry: gb\ndate: 2026-11-20\n"
OWN = """\
name: Example Clinic
country: gb
phases:
  achilles-pain:
    - title: Settle
      weeks: 1-2
      exercises: [heel-raise 2x8]
      go_on: [Walking is fine.]
    - title: Load
      weeks: 3
      exercises: [heel-raise 3x15, single-heel-raise]
    - title: Return
      exercises: [single-heel-raise]
  general:
    - title: Warm up
      exercises: [toe-touch]
usual: {single-heel-raise: 4x6}
"""


def printed(plan: str, *options: str) -> str:
    content = made_pdf(write_plan(PLAN + plan), *options)
    assert faults(content) == []
    return " ".join(page_text(content).split())


def told(plan: str, *options: str) -> str:
    result = handouts("make", write_plan(plan), "-o", "made.pdf", *options)
    assert result.exit_code == 1
    assert not Path("made.pdf").exists()
    return str(result.stderr)


@pytest.mark.parametrize(
    ("condition", "number", "said"),
    [
        ("low-back-pain", 1, "No pain or tingling moves down your leg."),
        ("shoulder-pain", 2, "It has settled by the next morning."),
        ("tennis-elbow", 2, "Pain does not go up from week to week."),
        ("side-hip-pain", 1, "The belt push-out is easy."),
        ("neck-shoulder-tension", 1, "You are no worse the next morning."),
    ],
)
def test_each_protocol_says_when_to_go_on(condition: str, number: int, said: str) -> None:
    words = printed(f"phase: {number}\n", "--condition", condition)
    assert f"Go on to phase {number + 1} when all of this is true:" in words
    assert said in words


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet", "fridge", "diary", "large-print"])
def test_every_layout_says_the_phase_and_when_to_go_on(layout: str) -> None:
    said = printed("phase: 1\n", "-l", layout)
    assert "Phase 1 of 2: Heels on the floor" in said
    assert "Go on to phase 2 when all of this is true:" in said
    assert "The tendon is as usual the next morning." in said
    assert "You have asked us about heel drops." in said
    assert "Heel drop 3" not in said


def test_no_choice_of_blocks_loses_the_phase_and_one_may_move_it() -> None:
    assert "Phase 1 of 2" in printed("phase: 1\nblocks: [exercises, diary]\n")
    assert "Phase 1 of 2" in printed("phase: 1\nblocks: [phase, summary, exercises]\n")
    result = handouts("make", write_plan(PLAN + "blocks: [phase, exercises]\n"), "-o", "made.pdf", "--force")
    assert "`phase` is left out, since the plan is in no phase." in result.stderr
    assert "no place for it" not in result.stderr


def test_the_last_phase_says_when_one_is_done() -> None:
    said = printed("phase: 2\n")
    assert "You are done when all of this is true:" in said
    assert "Bent-knee heel drop" in said
    assert "Seated heel raise" not in said


def test_the_exercises_of_a_plan_win_and_phase_among_them_adds_those_of_the_phase() -> None:
    wins = printed("phase: 1\nexercises: [toe-touch]\n")
    assert "Phase 1 of 2" in wins
    assert "Toe touch" in wins
    assert "Seated heel raise" not in wins
    for plan in ("phase: 1\nexercises: [toe-touch, phase]\n", "phase: 1\nexercises: toe-touch; Phase\n"):
        adds = printed(plan)
        assert "Toe touch" in adds
        assert "Seated heel raise" in adds
    assert "Seated heel raise" in printed("phase: 1\n", "--add", "toe-touch")


def test_an_option_names_the_phase_too_and_the_saved_plan_says_the_same() -> None:
    said = printed("", "--phase", "phase 2", "--save-plan", "saved.yaml")
    assert "Phase 2 of 2" in said
    result = handouts("make", "saved.yaml", "-o", "again.pdf")
    assert result.exit_code == 0, result.stderr
    assert " ".join(page_text(Path("again.pdf").read_bytes()).split()) == said
    assert handouts("verify", "made.pdf", "--plan", "saved.yaml").exit_code == 0


def test_the_clinics_own_phases_win_with_its_usual_doses() -> None:
    Path("clinic.yaml").write_text(OWN, "utf-8")
    first = printed("phase: 1\n")
    assert "Phase 1 of 3: Settle" in first
    assert "Weeks 1 to 2. Go on to phase 2 when this is true: Walking is fine." in first
    second = printed("phase: 2\n")
    assert "Phase 2 of 3: Load Week 3. Ask us when to go on." in second
    assert "4 sets of 6" in second
    assert "Phase 3 of 3: Return" in printed("phase: 3\n")
    result = handouts("make", "--phase", "1", "--exercise", "phase", "-o", "general.pdf")
    assert result.exit_code == 0, result.stderr
    assert "Warm up" in page_text(Path("general.pdf").read_bytes())


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (PLAN + "phase: 3\n", "`achilles-pain` has no phase 3. It has 1 Heels on the floor, 2 Heel drops."),
        (PLAN + "phase: 0\n", "`phase` is 0"),
        (PLAN + "phase: later\n", "write a whole number."),
        (PLAN + "exercises: [phase]\n", "the plan names none. Write `phase: 1`."),
        ("condition: heel-pain\nside: left\nphase: 1\n", "`heel-pain` has no phases."),
        ("exercises: [toe-touch]\nphase: 1\n", "`general` has no phases."),
    ],
)
def test_a_phase_that_is_not_there_is_told_with_those_that_are(plan: str, said: str) -> None:
    assert said in told(plan)


def test_two_protocols_in_one_plan_are_told() -> None:
    own = OWN.replace("  general:", "  heel-pain:")
    Path("clinic.yaml").write_text(own, "utf-8")
    said = told("condition: [achilles-pain, heel-pain]\nside: left\nphase: 1\n")
    assert "`achilles-pain` and `heel-pain` have phases. Make a plan for each of them." in said


def test_what_is_wrong_with_the_phases_of_a_clinic_is_told_at_once() -> None:
    wrong = OWN.replace("heel-raise 2x8", "heel-rise 2x8").replace("  general:", "  generel:")
    wrong = wrong.replace("[Walking is fine.]", '["Your {leg} is fine."]')
    wrong = wrong.replace("weeks: 3", "weeks: 3-1").replace("heel-raise 3x15", "heel-raise 3xx15")
    Path("clinic.yaml").write_text(wrong, "utf-8")
    result = handouts("check", "clinic.yaml")
    assert result.exit_code == 1
    said = result.stdout
    assert "does not go up" in said
    assert "clinic.yaml:7:19: there is no exercise `heel-rise`. Did you mean `heel-raise`?" in said
    assert "there is no condition `generel`. Did you mean `general`?" in said
    assert "3xx15" in said
    assert "clinic.yaml:8:21: nothing is filled in for `{leg}` here." in said
    made = handouts("make", write_plan(PLAN + "phase: 1\n"), "-o", "made.pdf")
    assert {*said.splitlines()} <= {*made.stderr.splitlines()}


def test_a_roster_has_a_column_for_the_phase() -> None:
    Path("base.yaml").write_text(PLAN, "utf-8")
    Path("list.csv").write_text("patient.id,phase\n1,1\n2,phase 2\n3,4\n", "utf-8")
    result = handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out", "--skip-bad")
    assert "`achilles-pain` has no phase 4" in result.stderr
    assert "Phase 1 of 2" in page_text(Path("out/1-2026-11-20.pdf").read_bytes())
    assert "Phase 2 of 2" in page_text(Path("out/2-2026-11-20.pdf").read_bytes())


def test_list_and_show_tell_the_phases() -> None:
    Path("clinic.yaml").write_text(OWN, "utf-8")
    assert "achilles-pain 3" in handouts("list", "phases").stdout
    Path("clinic.yaml").unlink()
    assert handouts("list", "phases").stdout.split("\n")[0].split() == [
        *("achilles-pain", "1", "Heels", "on", "the", "floor")
    ]
    said = " ".join(handouts("show", "achilles-pain").stdout.split())
    assert "Phases 1. Heels on the floor: heel-raise; seated-heel-raise. Go on: Pain is 5 or less" in said
