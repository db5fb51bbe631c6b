"""A clinic's file names a folder of content that is laid over the program's, for all its plans."""

from pathlib import Path

import pytest
from commands import handouts
from own_content import plan_of, write_exercise
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture(autouse=True)
def clinic(folder: Path) -> Path:
    """Write a clinic with an exercise of its own in another folder, which plans here take with --clinic."""
    write_exercise("chin-nod", "dose: 2x10\n")
    Path("shared").mkdir()
    Path("content").rename("shared/ours")
    path = Path("shared/clinic.yaml")
    path.write_text("name: Sample Clinic\ncountry: gb\ncontent: ours\n", "utf-8")
    return path


def printed() -> str:
    return page_text(Path("made.pdf").read_bytes())


def test_its_exercises_are_there_for_every_plan(clinic: Path) -> None:
    plan_of("chin-nod")
    assert "there is no exercise" in handouts("make", "plan.yaml", "-o", "made.pdf").stderr
    result = handouts("make", "plan.yaml", "--clinic", clinic, "-o", "made.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Chin nod" in printed()


def test_what_is_beside_a_plan_wins(clinic: Path) -> None:
    write_exercise("chin-nod", "dose: 3x5\n", title="My own nod")
    plan_of("chin-nod")
    assert handouts("make", "plan.yaml", "--clinic", clinic, "-o", "made.pdf").exit_code == 0
    assert "My own nod" in printed()


def test_the_usual_clinic_counts_for_lists(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "chin-nod" not in handouts("list", "exercises").stdout
    monkeypatch.setenv("HANDOUTS_CLINIC", str(clinic))
    assert "chin-nod" in handouts("list", "exercises").stdout
    plan_of("chin-nod")
    assert handouts("check", "plan.yaml").exit_code == 0


def test_a_folder_that_is_missing_is_told_at_its_place(clinic: Path) -> None:
    assert handouts("check", clinic).exit_code == 0
    clinic.write_text("name: Sample Clinic\ncountry: gb\ncontent: gone\n", "utf-8")
    told = f"{clinic}:3:10: there is no such folder beside this file."
    plan_of("heel-raise")
    for words in (("check", clinic), ("make", "plan.yaml", "--clinic", clinic, "-o", "x.pdf")):
        result = handouts(*words)
        assert (result.exit_code, told in result.stdout + result.stderr) == (1, True)


def test_content_of_a_clinic_that_only_a_plan_names_is_not_left_out_in_silence(clinic: Path) -> None:
    plan_of("heel-raise", more=f"clinic: {clinic}\n")
    result = handouts("make", "plan.yaml", "-o", "x.pdf")
    assert (result.exit_code, "since a plan alone names the clinic" in result.stderr) == (1, True)
