"""A plan may write an exercise out itself; it is printed, verified, kept and told as any other."""

import shutil
from pathlib import Path

import pytest
from commands import handouts
from judge import faults
from own_content import photo, plan_of
from page_text import page_text

from handouts.schema.exercise import own_id

pytestmark = pytest.mark.usefixtures("folder")

OWN = "{title: Chin nod, steps: [Sit tall., Nod your chin a little.], dose: 2x10 hold 5s}"
PICTURED = OWN.replace("dose:", "picture: nod.jpg, alt: A person nods., feel: a mild pull., dose:")


def made(*options: str) -> str:
    result = handouts("make", "plan.yaml", "-o", "made.pdf", "--force", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    content = Path("made.pdf").read_bytes()
    assert faults(content) == []
    return page_text(content)


def told(item: str) -> str:
    plan_of(item)
    result = handouts("make", "plan.yaml", "-o", "x.pdf")
    assert result.exit_code == 1
    return result.stderr


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_it_is_printed_between_those_of_the_library(layout: str) -> None:
    plan_of("heel-raise", OWN, "toe-touch")
    assert handouts("check", "plan.yaml").exit_code == 0
    words = made("-l", layout)
    assert "Chin nod" in words and "2 sets of 10" in words and "Heel raise" in words


def test_its_dose_may_be_keys_and_its_picture_stands_beside_the_plan() -> None:
    Path("nod.jpg").write_bytes(photo())
    plan_of(PICTURED.replace("dose: 2x10 hold 5s", "sets: 3, reps: [8, 12], note: After your bath."))
    words = made()
    assert "3 sets of 8 to 12" in words and "After your bath." in words and "Feel a mild pull." in words


def test_the_paper_is_verified_and_a_changed_word_of_it_is_told() -> None:
    plan_of("heel-raise", OWN)
    made()
    assert handouts("verify", "made.pdf", "--plan", "plan.yaml").exit_code == 0
    plan_of("heel-raise", OWN.replace("a little", "a lot"))
    result = handouts("verify", "made.pdf", "--plan", "plan.yaml")
    assert (result.exit_code, "chin-nod: its own words changed" in result.stdout) == (1, True)
    plan_of("heel-raise")
    assert "chin-nod: no longer there" in handouts("verify", "made.pdf", "--plan", "plan.yaml").stdout


def test_its_code_is_the_same_wherever_its_picture_lies() -> None:
    Path("nod.jpg").write_bytes(photo())
    plan = plan_of(PICTURED)
    made()
    Path("other").mkdir()
    shutil.copy(plan, "other/plan.yaml")
    shutil.copy("nod.jpg", "other/nod.jpg")
    assert handouts("verify", "made.pdf", "--plan", "other/plan.yaml").exit_code == 0


def test_a_saved_plan_prints_the_same() -> None:
    Path("nod.jpg").write_bytes(photo())
    plan_of(PICTURED.replace("dose", "note: 'Slowly, as told.', dose"))
    Path("saved").mkdir()
    made("--save-plan", "saved/plan.yaml")
    saved = Path("saved/plan.yaml").read_text("utf-8")
    assert "../nod.jpg" in saved and "2x10 hold 5s" in saved
    assert handouts("verify", "made.pdf", "--plan", "saved/plan.yaml").exit_code == 0


def test_a_batch_prints_finds_and_keeps_it() -> None:
    Path("nod.jpg").write_bytes(photo())
    text = plan_of(PICTURED).read_text("utf-8").replace('patient: {name: Sample Patient, id: "4711"}\n', "")
    Path("base.yaml").write_text(text, "utf-8")
    Path("list.csv").write_text("patient.id\n57\n", "utf-8")
    run = ("batch", "list.csv", "--plan", "base.yaml", "-o", "out", "--keep-plans")
    assert handouts(*run).exit_code == 0
    assert handouts("find", "57", "out").exit_code == 0
    paper = Path("out/57-2026-11-20.pdf")
    kept = next(Path("out").rglob("57-2026-11-20.yaml"))
    assert handouts("verify", paper, "--plan", kept).exit_code == 0
    before = paper.read_bytes()
    Path("nod.jpg").write_bytes(photo(640, 480))
    handouts(*run)
    assert paper.read_bytes() != before


def test_a_change_of_its_dose_is_told() -> None:
    Path("old.yaml").write_text(plan_of(OWN).read_text("utf-8").replace("2026-11-20", "2026-11-01"), "utf-8")
    plan_of(OWN.replace("2x10", "2x12"))
    assert "Chin nod: Now 12 in each set, was 10." in made("--since", "old.yaml")


FAULTS = {
    "{title: Chin nod, dose: 2x10}": "plan.yaml:7:5: `steps` is missing",
    "{steps: [Sit tall.]}": "plan.yaml:7:5: `title` is missing",
    "{title: Chin nod, steps: [Sit.], dose: 2y10}": "plan.yaml:7:44: `2y10` is not understood.",
    "{title: Chin nod, steps: [Sit.], feeel: x}": "Did you mean `feel`?",
    "{title: Chin nod, steps: [Sit.], picture: gone.jpg, alt: A.}": "plan.yaml:7:47: there is no picture",
    "{title: Chin nod, steps: [Sit.], sources: [nowhere]}": "there is no source",
    "{title: Chin nod, steps: ['Turn {way}.']}": "plan.yaml:7:",
}


@pytest.mark.parametrize("item", FAULTS)
def test_a_fault_of_it_is_told_at_its_place(item: str) -> None:
    assert FAULTS[item] in told(item)


def test_no_message_repeats_its_own_words() -> None:
    plan_of("{title: Marked Person nods, steps: [Marked Person sits.]}")
    warned = handouts("make", "plan.yaml", "-o", "x.pdf")
    assert warned.exit_code == 0
    assert "exercise 1 has no dose" in warned.stderr
    for text in (
        warned.stderr,
        told("{title: Marked Person nods, steps: [Marked Person sits.], sides: Marked}"),
    ):
        assert "arked" not in text and "erson" not in text


def test_an_id_is_made_from_any_title() -> None:
    assert own_id("Chin nod, à la carte!") == "chin-nod-a-la-carte"
    assert own_id("Ünïcode " * 20).startswith("unicode-unicode")
    assert own_id("Наклон").startswith("own-")
    assert own_id("Наклон") != own_id("Поворот")
