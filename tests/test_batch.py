"""`handouts batch`: every row checked first, then a file for each, and a record without names."""

import json
from pathlib import Path

import pytest
from commands import handouts, here, write_plan
from pypdfium2 import PdfDocument
from rosters import NAME, made, pdfs, people, person, record, refused, write_csv, write_text
from stacks import texts

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

EXAMPLES = Path(__file__).parents[1] / "examples"


def names(folder: str = "out") -> list[str]:
    return sorted(name.removesuffix("-2026-11-20.pdf") for name in pdfs(folder))


def test_each_row_becomes_a_file_in_a_folder_for_its_owner_alone() -> None:
    result = handouts("batch", write_csv(people(3)), "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "out\n")
    assert result.stderr == "3 handouts made\n"
    assert names() == ["4711", "4712", "4713"]
    assert Path("out").stat().st_mode & 0o077 == 0
    assert [path.name for path in Path("out").iterdir() if path.stat().st_mode & 0o077] == []


def test_a_handout_of_a_batch_is_the_one_that_make_makes() -> None:
    plan = write_plan().read_text("utf-8").replace("heel-raise 3x12 hold 2s", "toe-touch 3x hold 20s")
    write_text(plan.replace("Sample Patient", NAME), "plan.yaml")
    handouts("make", "plan.yaml")
    handouts("batch", write_csv([person(4711, exercises="toe-touch 3x hold 20s")]), "-o", "out")
    assert pdfs() == pdfs(".")


def test_workers_change_no_byte() -> None:
    roster = write_csv(people(4))
    handouts("batch", roster, "-o", "one", "--workers", "1")
    handouts("batch", roster, "-o", "two", "--workers", "2")
    assert pdfs("one") == pdfs("two")


def test_the_example_works_as_it_is() -> None:
    assert made(EXAMPLES / "roster.csv")["made"] == 3
    assert b"Sample Physiotherapy Clinic" in pdfs()["4711-2026-11-20.pdf"]


def test_nothing_is_written_while_any_row_is_wrong() -> None:
    (problem,) = refused(write_csv([*people(3), person(1, side="up")]))
    assert problem.startswith("roster.csv row 5, column `side`:")


def test_problems_as_json_name_the_cell() -> None:
    result = handouts("batch", write_csv([person(1, side="up")]), "-o", "out", "--json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert result.exit_code == 1
    assert (problem["path"], problem["line"], problem["cell"]) == ("roster.csv", 2, "row 2, column `side`")


def test_a_dry_run_writes_nothing_and_counts() -> None:
    roster = write_csv(people(3))
    result = handouts("batch", roster, "-o", "out", "--dry-run")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "3 handouts would be made\n")
    assert here() == {"roster.csv"}
    handouts("batch", roster, "-o", "out", "--only", "2")
    assert made(roster, "--dry-run") | {"folder": ""} == {
        "folder": "",
        "made": 0,
        "unchanged": 1,
        "stacked": 0,
        "would_make": 2,
        "left_out": 0,
        "left_over": [],
        "stacks": [],
        "rejected": None,
        "needs": {},
        "problems": [],
    }


def test_the_right_rows_are_printed_where_bad_ones_may_be_skipped() -> None:
    roster = write_csv([person(1), person(2, side="wibble"), person(3)])
    result = handouts("batch", roster, "-o", "out", "--skip-bad")
    assert result.exit_code == 1
    assert names() == ["1", "3"]
    assert "roster.csv row 3, column `side`: `side` is `…`" in result.stderr
    assert "2 handouts made, 1 row left out" in result.stderr


def test_rejected_rows_can_be_mended_and_run_again() -> None:
    rows = [
        person(1, note="=1+1"),
        person(2, note="@home; 'quoted'", side="wibble"),
        person(3, note="-x", side=""),
    ]
    roster = write_csv(rows, delimiter=";")
    assert made(roster, "--skip-bad")["rejected"] == str(Path("out", "rejected.csv"))
    rejected = Path("out", "rejected.csv")
    text = rejected.read_text("utf-8-sig")
    assert ";'@home" in text.replace('"', "")
    assert ";'-x" in text
    assert "side: `side` is `…`; it must be `left`, `right` or `both`." in text
    rejected.write_text(text.replace(";wibble;", ";right;").replace(";;heel", ";both;heel"), "utf-8")
    assert made(rejected)["problems"] == []
    handouts(
        "batch", write_csv([*rows[:1], rows[1] | {"side": "right"}, rows[2] | {"side": "both"}]), "-o", "all"
    )
    assert pdfs() == pdfs("all")


def test_a_roster_that_is_being_mended_is_not_written_over() -> None:
    roster = write_csv([person(1), person(2, side="wibble")])
    made(roster, "--skip-bad")
    Path("out", "rejected.csv").write_text("half mended", "utf-8")
    assert made(roster, "--skip-bad")["rejected"] == str(Path("out", "rejected-2.csv"))
    assert made(roster, "--skip-bad")["rejected"] == str(Path("out", "rejected-2.csv"))
    assert Path("out", "rejected.csv").read_text("utf-8") == "half mended"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--only", "3-4,6"), ["4712", "4713", "4715"]),
        (("--only", " 2 , 5 "), ["4711", "4714"]),
        (("--from", "5"), ["4714", "4715"]),
        (("--only", "2-4", "--from", "3"), ["4712", "4713"]),
    ],
)
def test_chosen_rows_alone_are_printed(words: tuple[str, ...], expected: list[str]) -> None:
    made(write_csv(people(5)), *words)
    assert names() == expected


def test_a_run_can_begin_with_a_row_that_is_left_out() -> None:
    roster = write_csv([person(1), person(2, side="wibble"), person(3)])
    assert made(roster, "--from", "3", "--skip-bad")["made"] == 1
    assert names() == ["3"]


def test_rows_before_the_first_that_is_wanted_need_not_be_right() -> None:
    assert made(write_csv([person(1, side="up"), person(2)]), "--from", "3")["made"] == 1


def test_a_sorted_run_cannot_begin_with_a_row_that_is_wrong() -> None:
    roster = write_csv([person(3), person(1, side="up"), person(2)])
    problems = refused(roster, "--sort", "patient.id", "--from", "3", "--skip-bad")
    assert "roster.csv: row 3 is wrong, so it has no place from which to begin." in problems


def test_a_selection_that_says_nothing_is_wrong_use() -> None:
    assert handouts("batch", write_csv(people(1)), "-o", "out", "--only", "").exit_code == 2


@pytest.mark.parametrize("target", ["roster.csv", "base.yaml", "out/record.jsonl", "out/4711-2026-11-20.pdf"])
def test_a_stack_replaces_nothing_that_is_no_stack(target: str) -> None:
    roster, base = write_csv(people(1)), write_text("side: left\n", "base.yaml")
    made(roster)
    before = Path(target).read_bytes()
    result = handouts("batch", roster, "--plan", base, "-o", "out", "--merge", target)
    assert (result.exit_code, Path(target).read_bytes()) == (1, before)
    assert result.stderr.startswith(f"{target}: this is ")


def test_a_stack_that_can_go_nowhere_is_told_before_anything_is_made() -> None:
    for words in ((), ("--dry-run",)):
        result = handouts("batch", write_csv(people(1)), "-o", "out", "--merge", "none/stack.pdf", *words)
        assert result.stderr.startswith("none/stack.pdf: there is no folder `none`.")
        assert (result.exit_code, Path("out").exists()) == (1, False)


def test_rows_that_are_not_chosen_need_not_be_right() -> None:
    assert made(write_csv([person(1), person(2, side="wibble")]), "--only", "2")["made"] == 1


def test_rows_that_are_not_there_are_told() -> None:
    assert refused(write_csv(people(2)), "--only", "2,9-12") == [
        "roster.csv: there is no row from 9 to 12; the last is row 3."
    ]
    assert handouts("batch", "roster.csv", "-o", "out", "--only", "3-2").exit_code == 2
    assert handouts("batch", "roster.csv", "-o", "out", "--only", "x").exit_code == 2


def test_a_cell_wins_over_the_base_plan_and_an_empty_one_does_not() -> None:
    write_text("condition: soleus-trigger-points\nside: both\nlayout: plan-sheet\ngoal: Walk\n", "base.yaml")
    rows = [
        person(1, condition="", side="", layout=""),
        person(2, condition="", side="left", layout="clinic"),
    ]
    handouts("batch", write_csv(rows), "-o", "out", "--plan", "base.yaml")
    assert [one["layout"] for one in record() if "row" in one] == ["plan-sheet", "clinic"]


def test_an_option_wins_over_every_cell() -> None:
    rows = [person(1, layout="clinic"), person(2)]
    handouts("batch", write_csv(rows), "-o", "out", "-l", "plan-sheet")
    assert [one["layout"] for one in record() if "row" in one] == ["plan-sheet"] * 2


def test_own_content_beside_the_roster_is_found() -> None:
    Path("content", "exercises").mkdir(parents=True)
    own = (
        (CONTENT / "exercises" / "heel-raise.yaml")
        .read_text("utf-8")
        .replace("id: heel-raise", "id: own-raise")
    )
    Path("content", "exercises", "own-raise.yaml").write_text(own, "utf-8")
    assert made(write_csv([person(1, exercises="own-raise 3x12")]))["made"] == 1


def test_a_row_that_fits_on_no_page_does_not_stop_the_others() -> None:
    Path("layouts").mkdir()
    write_text(
        "id: tight\ntitle: Tight\nextends: clinic\nframe: {top_mm: 60, bottom_mm: 60}\n"
        "papers: {a4: {height_mm: 140}}\n",
        "layouts/tight.yaml",
    )
    said = made(write_csv([person(1, layout="tight"), person(2)]), "--merge", "stack.pdf")
    assert (names(), said["stacked"]) == (["2"], 1)
    assert "Left out 2" in [line.strip() for line in texts()[-1].splitlines()]
    assert [problem["cell"] for problem in said["problems"]] == ["row 2"]
    assert "1,Zephyrine" in Path("out", "rejected.csv").read_text("utf-8-sig")


def test_no_name_is_in_messages_names_of_files_or_the_record() -> None:
    rows = [*people(2), person(9, patient_id=""), person(8, side=NAME, note=f"{NAME} has a \u202e sign")]
    results = [
        handouts("batch", write_csv(rows), "-o", "out", *words) for words in ((), ("--skip-bad", "--json"))
    ]
    told = "".join(result.output for result in results)
    left = [path for path in Path("out").iterdir() if path.name != "rejected.csv"]
    written = "".join(path.name + path.read_bytes().decode("latin-1") for path in left)
    for part in NAME.split():
        assert part not in told
        assert part not in written
    assert len(pdfs()) == 3


def test_the_name_is_printed_on_the_sheet() -> None:
    made(write_csv([person(1)]))
    page = PdfDocument(next(iter(pdfs().values())))[0]
    assert NAME in page.get_textpage().get_text_range()


@pytest.mark.parametrize(
    "words", [(), ("-o", "out", "--duplex"), ("-o", "out", "--print"), ("-o", "out", "--copies", "0")]
)
def test_wrong_use_is_told(words: tuple[str, ...]) -> None:
    assert handouts("batch", write_csv(people(1)), *words).exit_code == 2


def test_a_folder_that_cannot_be_made_is_told() -> None:
    roster = write_csv(people(1))
    assert handouts("batch", roster, "-o", "a/b").stderr.startswith(f"{Path('a/b')}: there is no folder `a`.")
    assert handouts("batch", roster, "-o", "roster.csv").stderr.startswith("roster.csv: this is a file")


def test_what_may_not_be_meant_is_told_once_with_all_its_rows() -> None:
    rows = [person(number, exercises="heel-raise x12") for number in (1, 2)]
    rows += [person(3, exercises="foam-roller-release 10x5min")]
    result = handouts("batch", write_csv(rows), "-o", "out")
    assert result.exit_code == 0
    assert result.stderr.count("`heel-raise` is printed with its usual sets") == 1
    assert "roster.csv rows 2-3: warning: `heel-raise` is printed with its usual sets" in result.stderr
    assert "roster.csv row 4: warning: the exercises take up to" in result.stderr


def test_progress_is_told_in_plain_lines() -> None:
    lines = handouts("batch", write_csv(people(20)), "-o", "out").stderr.splitlines()
    assert [line.split(",")[0] for line in lines[:-1]] == [f"{count} of 20" for count in range(2, 21, 2)]


def test_a_password_in_the_environment_is_not_ignored_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", "a long password")
    result = handouts("batch", write_csv(people(1)), "-o", "out")
    assert result.exit_code == 2
    assert "A batch writes no protected files." in result.stderr
    assert not Path("out").exists()
