"""One stack for the printer: in order, each person on paper of their own, with a tally at its end."""

import re
import sys
from pathlib import Path

import pikepdf
import pytest
from commands import handouts
from judge import faults
from pypdfium2 import PdfDocument
from rosters import NAME, made, pdfs, people, person, record, refused, write_csv
from stacks import ids, merged, people_with_pages, texts

from handouts.library import CONTENT
from handouts.page.pages import LaidOut
from handouts.pdf.pages import PaintedPages, paint_pages

pytestmark = pytest.mark.usefixtures("folder")


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
    assert {path.name for path in Path().iterdir()} == {
        "roster.csv",
        "stack.pdf",
        "record.jsonl",
        "record.key",
    }


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


def test_the_record_says_where_each_person_stands() -> None:
    merged(write_csv(people_with_pages(1, 2)), "--duplex")
    lines = [line for line in record(".") if "row" in line]
    assert [(line["id"], line["file"], line["pages"]) for line in lines] == [
        ("1", "stack.pdf", "1-2"),
        ("2", "stack.pdf", "3-4"),
    ]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("名簿.csv", "??.csv"),
        ("a\N{PARTY POPPER}.csv", "a?.csv"),
        ("a\x01b.csv", "a?b.csv"),
        ("Mu\N{COMBINING DIAERESIS}ller.csv", "Müller.csv"),
    ],
)
def test_the_tally_prints_of_a_file_name_what_can_be_printed(name: str, printed: str) -> None:
    merged(write_csv(people(1), name))
    assert f"Roster {printed}" in [line.strip() for line in texts()[-1].splitlines()]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_of_files_need_not_be_characters() -> None:
    roster, target = write_csv(people(1), "bad\udcff.csv"), "stack\x01\udcff.pdf"
    result = handouts("batch", roster, "--merge", target)
    assert (result.exit_code, result.stdout) == (0, "stack\\x01\\udcff.pdf\n")
    assert faults(Path(target).read_bytes()) == []
    (line,) = (line for line in record(".") if "row" in line)
    assert (line["roster"], line["file"]) == (roster.name, target)


def test_a_row_with_own_content_that_cannot_be_printed_is_left_out_alone() -> None:
    own = Path("content", "exercises")
    own.mkdir(parents=True)
    text = (CONTENT / "exercises" / "toe-touch.yaml").read_text("utf-8")
    text = text.replace("id: toe-touch", "id: own-touch", 1)
    Path(own, "own-touch.yaml").write_text(re.sub("(?m)^title: .*", "title: 中", text), "utf-8")
    usual = people_with_pages(1, 2, 3)
    roster = write_csv([usual[0], usual[1] | {"exercises": "own-touch x10"}, usual[2]])
    result = handouts("batch", roster, "--merge", "stack.pdf", "--slip-sheet")
    assert result.exit_code == 1
    assert "own-touch.yaml:" in result.stderr
    assert ids() == ["-", "1", "-", "3", "-"]
    assert "Left out 3" in texts()[-1]


def test_a_fault_of_the_program_leaves_out_its_row_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(pages: LaidOut) -> PaintedPages:
        if len(pages.pages) == 1:
            return paint_pages(pages)
        raise RuntimeError(NAME)

    monkeypatch.setattr("handouts.batch.stack.paint_pages", faulty)
    roster = write_csv([*people_with_pages(1), person(2), *people_with_pages(3)])
    result = handouts("batch", roster, "--merge", "stack.pdf")
    assert result.exit_code == 1
    assert "row 3: this handout could not be made, through a fault in the program (RuntimeError)." in (
        result.stderr
    )
    assert NAME not in result.stderr
    assert ids() == ["1", "3", "-"]


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
        (("--print",), "while :; do :; done", "the printers do not answer within 2 seconds."),
    ],
)
def test_a_printer_that_is_not_there_is_told_before_anything_is_made(
    words: tuple[str, ...], status: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program("lp", "exit 0")
    put_program("lpstat", status)
    monkeypatch.setattr("handouts.batch.printer.MOST_SECONDS", 2)
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
    options = ["-o", "sides=two-sided-long-edge", "-o", "print-scaling=none", "-o", "media=A4"]
    assert Path("printed").read_text("utf-8").split() == [*printer, *options, "--", "stack.pdf"]


def edge_of(stack: str) -> str:
    with pikepdf.open(stack) as pdf:
        return str(pdf.Root.ViewerPreferences.Duplex)


def test_leaflets_have_a_stack_of_their_own_that_turns_on_the_short_edge() -> None:
    rows = [person(1, layout="leaflet"), person(2, layout="plan-sheet")]
    roster = write_csv(rows)
    result = handouts("batch", roster, "--merge", "stack.pdf", "--duplex")
    assert result.stdout == "stack-a4-landscape.pdf\nstack-a4.pdf\n"
    assert [*map(edge_of, result.stdout.splitlines())] == ["/DuplexFlipShortEdge", "/DuplexFlipLongEdge"]
    merged(write_csv(rows[:1]), "--duplex", target="one.pdf")
    assert edge_of("one.pdf") == "/DuplexFlipShortEdge"
    merged(roster, target="fronts.pdf")
