"""`handouts verify`: a paper is told from one that was made before something changed."""

import datetime
import json
from html import escape
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from commands import PLAN, handouts, write_plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handouts.library import CONTENT
from handouts.pdf.finished import MOST_METADATA_BYTES, read_origin
from handouts.problems import ContentError

pytestmark = pytest.mark.usefixtures("folder")


def make(*words: str | Path, name: str = "paper.pdf") -> Path:
    result = handouts("make", *words, "-o", name)
    assert result.exit_code == 0, result.stderr
    return Path(name)


def verified(paper: str | Path, *words: str | Path, plan: str = "plan.yaml") -> tuple[int, list[str]]:
    """Return the exit code, the code's answer and what has changed."""
    result = handouts("verify", paper, "--plan", plan, *words)
    assert result.stderr == ""
    return result.exit_code, result.stdout.splitlines()


def changes(paper: str | Path, *words: str | Path, plan: str = "plan.yaml") -> list[str]:
    exit_code, (_, *changed) = verified(paper, *words, plan=plan)
    assert exit_code == 1
    return [line.strip() for line in changed]


def code_of(paper: Path) -> str:
    return verified(paper)[1][0].split(":")[0]


def printed(paper: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(paper)
    return [page.get_textpage().get_text_range() for page in pdf]


def test_a_paper_is_from_its_plan() -> None:
    paper = make(write_plan())
    exit_code, (answer,) = verified(paper)
    assert exit_code == 0
    assert answer.endswith(": from this plan, content version 1.0, layout clinic, handouts 0.1.0.")


def test_the_code_stands_on_every_page_and_in_the_metadata() -> None:
    paper = make(write_plan())
    code = code_of(paper)
    assert all(f"version 1.0 · {code}" in page for page in printed(paper))
    assert f"<dc:identifier>{code}</dc:identifier>".encode() in paper.read_bytes()


def test_the_code_alone_is_enough_however_it_is_typed() -> None:
    code = code_of(make(write_plan()))
    for typed in (code, code.lower(), code.replace("-", ""), code.replace("0", "O").replace("1", "I")):
        assert verified(typed)[0] == 0


def test_who_it_is_for_changes_no_code() -> None:
    code = code_of(make(write_plan()))
    for line in ("{name: Another Person}", "{id: '1'}", "{initials: A.P.}"):
        write_plan(PLAN.replace('{name: Sample Patient, id: "4711"}', line))
        assert verified(code)[0] == 0


def test_the_paper_and_the_printer_change_no_code() -> None:
    write_plan()
    codes = {
        code_of(make("plan.yaml", *words))
        for words in (
            (),
            ("--paper", "letter"),
            ("--colour", "grey"),
        )
    }
    assert len(codes) == 1


def test_both_copies_have_one_code() -> None:
    write_plan(PLAN + "private_note: Fears falls.\n")
    patients, clinics = make("plan.yaml"), make("plan.yaml", "--copy", "clinic", name="clinic.pdf")
    assert code_of(patients) == code_of(clinics)


def test_a_protected_paper_is_verified_with_its_password() -> None:
    Path("secret.txt").write_text("Soleus-42", "utf-8")
    paper = make(write_plan(), "--password-file", "secret.txt")
    assert verified(paper, "--password-file", "secret.txt")[0] == 0


def test_a_dose_is_told_in_its_units() -> None:
    paper = make(write_plan())
    write_plan(PLAN.replace("heel-raise 3x12 hold 2s", "heel-raise 2x15 hold 2s 2/day both pain<=4"))
    assert changes(paper) == [
        "Heel raise: 3 -> 2 sets",
        "Heel raise: 12 -> 15 repetitions",
        "Heel raise: 1 -> 2 times a day",
        "Heel raise: 5 -> 4 as the most pain",
        "Heel raise: none -> both as the side",
    ]


def test_exercises_that_come_and_go_are_told() -> None:
    paper = make(write_plan())
    write_plan(PLAN.replace("heel-raise 3x12 hold 2s", "knee-to-wall"))
    assert changes(paper) == ["Knee-to-wall ankle bend: new", "Heel raise: no longer there"]


def test_two_sides_of_one_exercise_are_told_apart() -> None:
    both = PLAN.replace(
        "heel-raise 3x12 hold 2s", "single-leg-balance x5 left\n  - single-leg-balance x5 right"
    )
    paper = make(write_plan(both.replace("side: left\n", "side: both\n")))
    write_plan(both.replace("side: left\n", "side: both\n").replace("x5 right", "x6 right"))
    assert changes(paper) == ["One-leg balance: 5 -> 6 repetitions"]


def test_free_text_is_told_to_have_changed_and_not_what_it_was() -> None:
    note = PLAN.replace("hold 2s", "hold 2s note 'Ask Bo'")
    paper = make(write_plan(note + "goal: Walk with Bo\nnote: Bo helps\n"))
    assert b"Bo" not in paper.read_bytes().partition(b"<handout:origin>")[2].partition(b"<")[0]
    write_plan(note.replace("Ask Bo", "Ask Cy") + "goal: Run\nnote: None helps\n")
    assert changes(paper) == ["the goal changed", "the note changed", "Heel raise: the note changed"]


def test_dates_sides_and_blocks_are_told() -> None:
    paper = make(write_plan(PLAN + "review: 2026-12-04\nblocks: [exercises, diary]\n"))
    write_plan(
        PLAN.replace("side: left", "side: right") + "review: 2026-12-11\nblocks: [exercises, contact]\n"
    )
    assert changes(paper) == [
        "review 2026-12-04 -> 2026-12-11",
        "side left -> right",
        "block `contact`: new",
        "block `diary`: no longer there",
    ]


def test_a_paper_of_a_plan_without_a_date_is_from_it_later_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = write_plan(PLAN.replace("date: 2026-11-20\n", "review: +14\n"))
    paper = make(plan)
    later = datetime.date.today() + datetime.timedelta(days=5)
    monkeypatch.setattr("handouts.commands.surroundings.today", lambda: later)
    assert verified(paper)[0] == 0
    monkeypatch.setattr("handouts.commands.surroundings.today", datetime.date.today)
    write_plan(PLAN.replace("date: 2026-11-20\n", "review: +15\n"))
    assert any(line.startswith("review") for line in changes(paper))


def test_another_layout_is_told_for_a_file_and_found_for_a_code() -> None:
    paper = make(write_plan(), "-l", "plan-sheet")
    assert changes(paper) == ["layout plan-sheet -> clinic"]
    code = code_of(make("plan.yaml", "-l", "plan-sheet"))
    assert changes(code) == ["layout plan-sheet -> clinic"]
    assert verified(code, "-l", "plan-sheet")[0] == 0


def test_another_version_of_the_content_is_told() -> None:
    paper = make(write_plan())
    own = Path("content", "conditions")
    own.mkdir(parents=True)
    shipped = (CONTENT / "conditions" / "soleus-trigger-points.yaml").read_text("utf-8")
    newer = shipped.replace('version: "1.0"', 'version: "1.1"')
    (own / "soleus-trigger-points.yaml").write_text(newer, "utf-8")
    assert changes(paper) == ["content version 1.0 -> 1.1"]


def test_words_that_changed_under_one_version_are_noticed() -> None:
    paper = make(write_plan())
    own = Path("content", "exercises")
    own.mkdir(parents=True)
    shipped = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    (own / "heel-raise.yaml").write_text(shipped.replace("Stand tall", "Stand up tall"), "utf-8")
    assert changes(paper) == ["the words, the pictures or the look changed, and no version with them"]
    assert changes(code_of_metadata(paper)) == [
        "the plan is the same; the content, the layout, the clinic or the program is not"
    ]


def code_of_metadata(paper: Path) -> str:
    return read_origin(paper, password=None).code


def test_another_version_of_the_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = make(write_plan())
    monkeypatch.setattr("handouts.compose.origin.__version__", "9.9")
    assert changes(paper) == ["handouts 0.1.0 -> 9.9"]


def test_a_clinic_that_moved_is_told() -> None:
    Path("clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\n", "utf-8")
    paper = make(write_plan())
    Path("clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\nphone: 01632 960 123\n", "utf-8")
    assert changes(paper) == ["the clinic's details changed"]


def test_what_of_a_clinic_is_not_printed_changes_nothing() -> None:
    Path("clinic.yaml").write_text("name: Sample Clinic\n", "utf-8")
    paper = make(write_plan())
    Path("clinic.yaml").write_text("name: Sample Clinic\npaper: letter\nprivacy: {title: id}\n", "utf-8")
    assert verified(paper)[0] == 0


def test_how_a_clinic_prints_is_none_of_its_details() -> None:
    Path("clinic.yaml").write_text("name: Sample Clinic\n", "utf-8")
    paper = make(write_plan(PLAN + "goal: Walk\n"))
    Path("clinic.yaml").write_text("name: Sample Clinic\ncolour: black\nletterhead: {kind: blank}\n", "utf-8")
    write_plan(PLAN + "goal: Run\n")
    assert changes(paper) == ["the goal changed"]


def test_another_order_is_noticed() -> None:
    two = PLAN + "  - knee-to-wall\n"
    paper = make(write_plan(two))
    write_plan(PLAN.replace("  - heel", "  - knee-to-wall\n  - heel"))
    assert changes(paper) == ["the plan changed in the order or the settings of its parts"]


def test_a_code_of_another_plan_is_told() -> None:
    code = code_of(make(write_plan()))
    write_plan(PLAN + "goal: Run\n")
    assert changes(code) == ["the plan has changed, or the paper was made from another one"]


def test_a_machine_reads_json() -> None:
    paper = make(write_plan())
    write_plan(PLAN.replace("3x12", "3x10"))
    result = handouts("verify", paper, "--plan", "plan.yaml", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["changes"]) == (1, ["Heel raise: 12 -> 10 repetitions"])
    assert told["paper"] != told["plan"]


def refusal(paper: str | Path, *words: str) -> str:
    result = handouts("verify", paper, "--plan", "plan.yaml", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    return result.stderr.splitlines()[0]


def test_what_is_no_handout_is_told() -> None:
    write_plan()
    Path("note.txt").write_text("7F3K-2Q9D", "utf-8")
    assert refusal("note.txt") == "note.txt: this is no PDF, or a damaged one."
    empty = pikepdf.new()
    empty.add_blank_page()
    empty.save("other.pdf")
    assert refusal("other.pdf").startswith("other.pdf: this does not say what it was made from.")
    assert refusal("nowhere") == "nowhere: there is no such file, and this is no code like 7F3K-2Q9D."
    assert refusal(Path("..")) == "..: this is a folder, not a file."
    assert refusal("a" * 300).endswith("this cannot be read: file name too long.")


def test_a_missing_or_wrong_password_is_told_and_not_repeated() -> None:
    Path("secret.txt").write_text("Soleus-42", "utf-8")
    Path("wrong.txt").write_text("Soleus-43", "utf-8")
    paper = make(write_plan(), "--password-file", "secret.txt")
    assert refusal(paper).startswith("paper.pdf: this opens with a password.")
    said = refusal(paper, "--password-file", "wrong.txt")
    assert said.startswith("paper.pdf: the password is not the one that opens this.")
    assert "Soleus" not in said


def with_metadata(metadata: bytes) -> Path:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Metadata = pikepdf.Stream(pdf, metadata)
    pdf.save("hostile.pdf", compress_streams=True, fix_metadata_version=False)
    return Path("hostile.pdf")


def with_origin(origin: str) -> Path:
    return with_metadata(f"<handout:origin>{escape(origin)}</handout:origin>".encode())


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "[]",
        "{",
        '{"code": "7F3K-2Q9D"}',
        '{"code": 1}',
        "[" * 10_000,
        "\\ud800",
    ],
)
def test_an_origin_that_makes_no_sense_is_none(origin: str) -> None:
    write_plan()
    assert "does not say what it was made from" in refusal(with_origin(origin))


def test_references_to_characters_that_are_none_are_no_origin() -> None:
    write_plan()
    paper = with_metadata(b"<handout:origin>&#0;&#xD800;&#99999999;</handout:origin>")
    assert "does not say what it was made from" in refusal(paper)


def test_an_exercise_that_makes_no_sense_is_told() -> None:
    origin = read_origin(make(write_plan()), password=None)
    written = origin.model_dump_json(exclude_none=True)
    assert read_origin(with_origin(written), password=None) == origin
    paper = with_origin(written.replace("heel-raise 3x12", "heel-raise 99x999"))
    assert "does not say what it was made from" in refusal(paper)


def test_metadata_that_unpack_without_end_are_cut_off() -> None:
    write_plan()
    paper = with_metadata(b"\0" * 50_000_000 + b"<handout:origin>{}</handout:origin>")
    assert paper.stat().st_size < MOST_METADATA_BYTES
    assert "does not say what it was made from" in refusal(paper)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_paper_is_read_or_told(folder: Path, data: st.DataObject) -> None:
    paper = folder / "paper.pdf"
    raw = bytearray((paper if paper.exists() else make(write_plan())).read_bytes())
    at = data.draw(st.integers(0, len(raw) - 1))
    noise = data.draw(st.binary(min_size=1, max_size=40))
    raw[at : at + len(noise)] = noise
    Path("damaged.pdf").write_bytes(raw[: data.draw(st.integers(at, len(raw)))])
    try:
        assert read_origin(Path("damaged.pdf"), password=None).layout
    except ContentError as error:
        assert len(error.problems) == 1
