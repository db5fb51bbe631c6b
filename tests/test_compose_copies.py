"""The clinic's copy says what the patient's does, and what only the clinic may read."""

from pathlib import Path

import pypdfium2
import pytest
from commands import PLAN, handouts, write_plan
from judge import faults

pytestmark = pytest.mark.usefixtures("folder")

SECRET = "Worried about a fall in May."
NOTED = PLAN + f"private_note: {SECRET}\nreview: 2026-12-04\n"
CLINIC = "name: Sample Clinic\ncountry: gb\nclinician: {name: Alex Example}\n"
MARK = "Clinic copy"


def make(*words: str, plan: str = NOTED) -> Path:
    write_plan(plan)
    result = handouts("make", "plan.yaml", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return Path(result.stdout.strip())


def pages_of(path: Path) -> list[str]:
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    return [" ".join(page.split()) for page in pages]


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_the_patients_copy_has_nothing_of_the_clinics(layout: str) -> None:
    path = make("-l", layout)
    text = " ".join(pages_of(path))
    assert not any(word in text for word in (SECRET, MARK, "Signed", "private", "records"))
    assert SECRET.encode() not in path.read_bytes()


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_every_page_of_the_clinics_copy_is_marked(layout: str) -> None:
    pages = pages_of(make("-l", layout, "--copy", "clinic"))
    assert all(MARK in page and "Not for the patient." in page for page in pages)


def test_the_clinics_copy_ends_with_the_private_note_and_the_record() -> None:
    Path("clinic.yaml").write_text(CLINIC, "utf-8")
    *others, last = pages_of(make("--copy", "clinic"))
    assert not any(SECRET in page for page in others)
    for said in (
        f"Private note. {SECRET}",
        "ID 4711",
        "Date 20 November 2026",
        "Content Calf and heel pain 1.0",
        "Made with handouts 0.1.0",
        "Physiotherapist Alex Example",
        "Signed",
    ):
        assert said in last


def test_the_record_has_the_code_of_the_footer() -> None:
    last = pages_of(make("--copy", "clinic"))[-1]
    code = last.partition("version 1.0 · ")[2][:9]
    assert last.count(code) == 2


def test_without_a_private_note_the_record_is_there_all_the_same() -> None:
    last = pages_of(make("--copy", "clinic", plan=PLAN))[-1]
    assert "For the clinic's records" in last
    assert "Private note" not in last


@pytest.mark.parametrize("words", [(), ("-l", "plan-sheet")], ids=["handout", "plan-sheet"])
def test_what_the_patient_reads_is_on_both_copies(words: tuple[str, ...]) -> None:
    """Said of the text of each page, since the mark and the record are added to it."""
    patients = pages_of(make(*words))
    clinics = pages_of(make(*words, "--copy", "clinic"))
    for number, patients_page in enumerate(patients):
        said, _, _ = patients_page.rpartition(" Page ")
        assert set(said.split()) <= set(clinics[number].split())


def test_a_record_that_finds_no_room_has_a_page_of_its_own() -> None:
    many = "  - knee-to-wall\n  - toe-touch\n  - single-leg-balance\n  - bent-knee-wall-stretch\n"
    many += f"private_note: {'Seen with a student. ' * 80}\n"
    words = ("-l", "plan-sheet")
    patients = pages_of(make(*words, plan=PLAN + many))
    *clinics, record = pages_of(make(*words, "--copy", "clinic", plan=PLAN + many))
    assert len(clinics) == len(patients)
    assert "For the clinic's records" in record
    assert "Heel raise" not in record


def test_the_copies_do_not_replace_each_other() -> None:
    assert make().name == "4711-2026-11-20.pdf"
    assert make("--copy", "clinic").name == "4711-2026-11-20-clinic.pdf"


@pytest.mark.parametrize("words", [(), ("-l", "plan-sheet"), ("--colour", "black", "--paper", "letter")])
def test_the_clinics_copy_keeps_the_standards(words: tuple[str, ...]) -> None:
    assert faults(make("--copy", "clinic", *words).read_bytes()) == []


def test_there_is_no_third_copy() -> None:
    assert handouts("make", write_plan(), "--copy", "lawyer").exit_code == 2


def test_the_private_note_is_kept_in_a_saved_plan() -> None:
    make("--save-plan", "kept.yaml")
    assert SECRET in Path("kept.yaml").read_text("utf-8")
