"""One stack for the printer: in order, each person on paper of their own, with a tally at its end."""

import re
from pathlib import Path

import pytest
from commands import folder, handouts
from pypdfium2 import PdfDocument
from rosters import NAME, made, pdfs, people, person, record, refused, write_csv

__all__ = ["folder"]
pytestmark = pytest.mark.usefixtures("folder")


def texts(path: str | Path = "stack.pdf") -> list[str]:
    """Return the text of each page."""
    return [page.get_textpage().get_text_range() for page in PdfDocument(path)]


def ids(path: str | Path = "stack.pdf") -> list[str]:
    """Return the ID at the foot of each page, `-` for a page without."""
    found = (re.search(r"· ID (\d+)", text) for text in texts(path))
    return [one[1] if one else "-" for one in found]


def merged(roster: Path, *words: str | Path, target: str = "stack.pdf") -> None:
    result = handouts("batch", roster, "--merge", target, *words)
    assert (result.exit_code, result.stdout) == (0, f"{target}\n"), result.stderr


def people_with_pages(*numbers: int) -> list[dict[str, str]]:
    """Return people whose handouts are one page long."""
    return [person(number, layout="plan-sheet") for number in numbers]


def test_a_stack_holds_the_pages_of_each_row_in_order_and_a_tally() -> None:
    roster = write_csv(people(3))
    merged(roster)
    made(roster)
    pages = [len(PdfDocument(content)) for _, content in sorted(pdfs().items())]
    expected = [str(4711 + row) for row, count in enumerate(pages) for _ in range(count)]
    assert ids()[:-1] == expected
    assert "Print tally" in texts()[-1]


def test_without_a_folder_only_the_stack_and_the_record_are_written() -> None:
    merged(write_csv(people(1)))
    assert {path.name for path in Path().iterdir()} == {"roster.csv", "stack.pdf", "record.jsonl"}


def test_with_a_folder_there_are_files_too() -> None:
    said = made(write_csv(people(1)), "--merge", "stack.pdf")
    assert (said["made"], said["stacked"]) == (1, 1)
    assert [*pdfs()] == ["4711-2026-11-20.pdf"]


def test_the_same_roster_gives_the_same_stack() -> None:
    roster = write_csv(people(2))
    merged(roster, "--duplex", "--slip-sheet")
    before = Path("stack.pdf").read_bytes()
    merged(roster, "--duplex", "--slip-sheet")
    assert Path("stack.pdf").read_bytes() == before


def test_on_both_sides_no_one_stands_on_the_back_of_another() -> None:
    merged(write_csv(people_with_pages(1, 2, 3)), "--duplex")
    assert ids() == ["1", "-", "2", "-", "3", "-", "-", "-"]
    assert [len(text) for text in texts()[1::2]] == [0, 0, 0, 0]


def test_copies_are_the_rows_or_those_of_all() -> None:
    rows = people_with_pages(1, 2)
    roster = write_csv([rows[0] | {"copies": "3"}, rows[1]])
    merged(roster)
    assert ids()[:-1] == ["1", "1", "1", "2"]
    merged(roster, "--copies", "2")
    assert ids()[:-1] == ["1", "1", "2", "2"]


def test_a_slip_before_each_names_row_and_id_alone() -> None:
    merged(write_csv(people_with_pages(1)), "--slip-sheet")
    slip = texts()[0]
    assert [line for line in slip.splitlines() if line] == ["Row 2, ID 1 ", "1 page ", "1 copy "]


def test_a_stack_is_sorted_with_numbers_as_numbers() -> None:
    merged(write_csv(people_with_pages(4711, 998, 1020)), "--sort", "patient.id")
    assert ids()[:-1] == ["998", "1020", "4711"]


def test_after_a_jam_a_sorted_stack_begins_with_the_row_that_was_next() -> None:
    merged(write_csv(people_with_pages(4711, 998, 1020)), "--sort", "patient.id", "--from", "4")
    assert ids()[:-1] == ["1020", "4711"]


def test_sorting_by_a_column_that_is_not_there_is_told() -> None:
    assert refused(write_csv(people(1)), "--sort", "note") == [
        "roster.csv: there is no column `note` to sort by."
    ]


def test_the_tally_counts_and_names_no_one() -> None:
    rows = people_with_pages(1, 2, 3)
    roster = write_csv([rows[0] | {"copies": "2"}, rows[1] | {"side": "up"}, rows[2]])
    result = handouts("batch", roster, "--merge", "stack.pdf", "--duplex", "--skip-bad")
    assert result.exit_code == 1
    lines = [line.strip() for line in texts()[-2].splitlines() if line.strip()]
    assert lines == [
        "Print tally",
        "Roster roster.csv",
        "Handouts 2",
        "Printed sides 6",
        "Sheets of paper 3",
        "First Row 2, ID 1",
        "Last Row 4, ID 3",
        "Left out 3",
        "In this order",
        "2 1 × 2",
        "4 3",
    ]
    assert NAME not in "".join(lines)


def test_the_tally_of_a_long_stack_is_one_side_and_lists_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handouts.batch.tally.MOST_LISTED", 2)
    merged(write_csv(people_with_pages(1, 2, 3)))
    assert "Handouts 3" in texts()[-1]
    assert "In this order" not in texts()[-1]


def test_the_tally_of_many_goes_on_overleaf() -> None:
    merged(write_csv(people_with_pages(*range(1, 4))), "--copies", "1")
    assert len(texts()) == 4


def test_a_limit_of_pages_splits_the_stack_between_people() -> None:
    roster = write_csv([one | {"copies": "2"} for one in people_with_pages(1, 2, 3)])
    said = made(roster, "--merge", "stack.pdf", "--max-pages", "5")
    assert said["stacks"] == ["stack-1.pdf", "stack-2.pdf"]
    assert [ids(name) for name in said["stacks"]] == [["1", "1", "2", "2"], ["3", "3", "-"]]


def test_the_tally_of_a_full_part_is_a_part_of_its_own() -> None:
    said = made(write_csv(people_with_pages(1, 2)), "--merge", "stack.pdf", "--max-pages", "2")
    assert [ids(name) for name in said["stacks"]] == [["1", "2"], ["-"]]


def test_a_limit_of_size_splits_the_stack() -> None:
    said = made(write_csv(people(6)), "--merge", "stack.pdf", "--max-size", "0.12")
    assert len(said["stacks"]) > 1
    assert [name for name in said["stacks"] if Path(name).stat().st_size > 120_000] == []


def test_parts_of_an_earlier_longer_run_are_told() -> None:
    made(write_csv(people_with_pages(1, 2, 3)), "--merge", "stack.pdf", "--max-pages", "1")
    said = made(write_csv(people_with_pages(1)), "--merge", "stack.pdf", "--max-pages", "1")
    assert said["left_over"][-2:] == ["stack-3.pdf", "stack-4.pdf"]


def test_the_record_says_where_each_person_stands() -> None:
    merged(write_csv(people_with_pages(1, 2)), "--duplex")
    lines = [line for line in record(".") if "row" in line]
    assert [(line["id"], line["file"], line["pages"]) for line in lines] == [
        ("1", "stack.pdf", "1-2"),
        ("2", "stack.pdf", "3-4"),
    ]


def test_a_stack_that_is_not_finished_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("handouts.pdf.draft.os.fsync", stopped)
    result = handouts("batch", write_csv(people(1)), "--merge", "stack.pdf")
    assert result.exit_code == 1
    assert "no space left on device" in result.stderr
    assert not Path("stack.pdf").exists()


def test_without_a_printing_system_that_is_said_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    result = handouts("batch", write_csv(people(1)), "--merge", "stack.pdf", "--print")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "stack.pdf: it cannot be printed from here: this computer has no `lp` (CUPS)."
    )
    assert not Path("stack.pdf").exists()


def put_program(name: str, script: str) -> None:
    program = Path(name)
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o700)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--print", "nowhere"), "exit 1", "there is no printer `nowhere` here."),
        (("--print",), "echo no system default destination", "no printer is the usual one here."),
    ],
)
def test_a_printer_that_is_not_there_is_told_before_anything_is_made(
    words: tuple[str, ...], status: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program("lp", "exit 0")
    put_program("lpstat", status)
    monkeypatch.setenv("PATH", str(Path.cwd()))
    result = handouts("batch", write_csv(people(1)), "--merge", "stack.pdf", *words)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"stack.pdf: {told} `lpstat -a` tells their names.")
    assert not Path("stack.pdf").exists()


@pytest.mark.parametrize(
    ("words", "printer"), [(("--print",), []), (("--print", "front-desk"), ["-d", "front-desk"])]
)
def test_a_stack_is_handed_to_the_printer(
    words: tuple[str, ...], printer: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program("lp", 'echo "$@" > printed')
    monkeypatch.setenv("PATH", str(Path.cwd()))
    merged(write_csv(people(1)), "--duplex", *words)
    options = ["-o", "sides=two-sided-long-edge", "-o", "print-scaling=none", "--", "stack.pdf"]
    assert Path("printed").read_text("utf-8").split() == [*printer, *options]
