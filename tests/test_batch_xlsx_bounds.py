"""A workbook is read within bounds or refused by name; hidden is hidden however it is said."""

import re
import zipfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import pytest
from rosters import HEADINGS, NAME, SOLEUS, made, refused, write_text, write_xlsx

pytestmark = pytest.mark.usefixtures("folder")

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
ROWS = [HEADINGS, ("1", NAME, SOLEUS, "left"), ("2", NAME, SOLEUS, "right")]
LARGE = "roster.xlsx: this workbook is far larger than any roster: "


def rewrite(
    part: str, pattern: bytes, text: bytes, *, encoding: str = "", rows: Iterable[object] = ROWS
) -> Path:
    """Return a workbook of which one part is changed at one place, and then perhaps encoded anew."""
    path = write_xlsx(rows)  # type: ignore[arg-type]
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part], count = re.subn(pattern, lambda found: text.replace(b"<<>>", found[0]), parts[part], count=1)
    assert count == 1
    if encoding:
        parts[part] = parts[part].decode("utf-8").encode(encoding)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_million_formatted_empty_rows_are_passed_over() -> None:
    empty = b"".join(b'<row r="%d" s="1" customFormat="1" ht="15"/>' % row for row in range(4, 1_048_577))
    assert made(rewrite(SHEET, b"</sheetData>", empty + b"<<>>"))["made"] == 2


@pytest.mark.parametrize(
    ("part", "pattern", "text", "told"),
    [
        (
            SHEET,
            b"</sheetData>",
            b'<row r="4">' + b"<c/>" * 100_000 + b"</row><<>>",
            "a row of it has more than",
        ),
        (SHEET, b"</sheetData>", b"<row/>" * 200_000 + b"<<>>", "its part `sheet1.xml` unpacks to 1 MB"),
        (SHEET, b"</sheetData>", b"<<>>" + bytes(260_000_000), "its part `sheet1.xml` unpacks to 260 MB"),
        (
            SHEET,
            b"</sheetData>",
            b"<<><mergeCells>" + b'<mergeCell ref="A5:B5"/>' * 400,
            "it has more than 300 merged",
        ),
        (
            SHEET,
            b"</sheetData>",
            b"<<><mergeCells><mergeCell ref='A9:B90000'/>",
            "more than 20,000 cells of it",
        ),
        (
            SHEET,
            b"</sheetData>",
            b"<row a='" + bytes(range(97, 122)) * 40_000 + b"'/><<>>",
            "its part `sheet1.xml`",
        ),
        (STYLES, b"<fills", b"<x/>" * 300_000 + b"<<>>", "its part `styles.xml` unpacks to 1 MB"),
        (STYLES, b"<fills", bytes(21_000_000) + b"<<>>", "its part `styles.xml` unpacks to 21 MB"),
        ("[Content_Types].xml", b"<Types", b"<<>>", ""),
        ("_rels/.rels", b"</Rel", b" " * 600_000 + b"<<>>", "its part `.rels` unpacks to 0 MB"),
        (
            "xl/workbook.xml",
            b"</workbook",
            b" " * 2_000_000 + b"<<>>",
            "its part `workbook.xml` unpacks to 2 MB",
        ),
    ],
    # The texts themselves are too large for names.
    ids=map(str, count(1)),
)
def test_a_part_that_is_larger_than_any_of_a_roster_is_not_read(
    part: str, pattern: bytes, text: bytes, told: str
) -> None:
    path = rewrite(part, pattern, text.replace(b"<<><", b"<<>><"))
    if told:
        (problem,) = refused(path)
        assert problem.startswith(LARGE + told)
        assert problem.endswith("Copy the rows into a new workbook, or save them as CSV.")
    else:
        assert made(path)["made"] == 2


def test_a_workbook_of_many_parts_is_not_opened() -> None:
    path = write_xlsx(ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(1_500):
            archive.writestr(f"xl/media/{number}.bin", b"")
    (problem,) = refused(path)
    assert problem.startswith(f"{LARGE}it has more than 1000 parts.")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(10_000):
            archive.writestr(f"xl/media/more-{number}.bin", b"")
    (problem,) = refused(path)
    assert problem.startswith(f"{LARGE}its list of parts is too long.")


@pytest.mark.parametrize(
    "text",
    [
        b'<row r="3" hidden="1"',
        b'<row r="3" hidden="true"',
        b"<row r='3' hidden = ' 1 '",
        b'<row r="3" hidden="&#49;"',
        b'<row r="3" hidden="&#x31;"',
        b'<row r="3" ht="0" customHeight="1"',
        b'<row r="3" ht="0.00"',
        b'<row r="3" ht="1.5"',
        b'<row hidden="1"',
    ],
)
@pytest.mark.parametrize("encoding", ["", "utf-16"])
def test_a_hidden_row_is_never_printed_however_it_is_said(text: bytes, encoding: str) -> None:
    (problem,) = refused(rewrite(SHEET, b'<row r="3"', text, encoding=encoding), "--skip-bad")
    assert problem.startswith("roster.xlsx: 1 row of `March` is hidden, by a filter or by hand.")


def test_rows_of_no_height_by_the_rule_of_their_sheet_are_hidden() -> None:
    (problem,) = refused(rewrite(SHEET, b'defaultRowHeight="[0-9]+"', b'defaultRowHeight="0"'))
    assert problem.startswith("roster.xlsx: 2 rows of `March` are hidden")


@pytest.mark.parametrize(
    "columns",
    [
        b'<col min="2" max="2" hidden="1"/>',
        b'<col max = "4" min="2" hidden="&#x31;" width="9"/>',
        b'<col min="2" max="16384" width="0" customWidth="1"/>',
    ],
)
def test_what_stands_in_a_hidden_column_is_not_printed(columns: bytes) -> None:
    problems = refused(rewrite(SHEET, b"<sheetData>", b"<cols>" + columns + b"</cols><<>>"))
    told = "rows 2-3, column `patient.name`: this column is hidden, and this cell of it holds something."
    assert any(told in problem for problem in problems)
    assert NAME.split()[0] not in "".join(problems)


def test_a_hidden_column_that_is_empty_or_left_out_is_nobodys_fault() -> None:
    write_text("Ward:\nPat.-Nr.: patient.id\n", "map.yaml")
    rows = [("Pat.-Nr.", "Ward", "condition", "side", "note"), ("1", "7B", SOLEUS, "left", "")]
    hidden = b'<cols><col min="2" max="2" hidden="1"/><col min="5" max="9" hidden="1"/></cols><<>>'
    assert made(rewrite(SHEET, b"<sheetData>", hidden, rows=rows), "--map", "map.yaml")["made"] == 1


def test_cells_without_places_and_texts_in_pieces_are_read() -> None:
    name = b'<c t="inlineStr"><is><r><rPr><b/></rPr><t>Sample </t></r><r><t>Patient</t></r>'
    more = b'<row><c t="inlineStr"><is><t>3</t></is></c>' + name + b"<rPh><t>no</t></rPh></is></c></row><<>>"
    write_text(f"condition: {SOLEUS}\nside: left\n", "base.yaml")
    assert made(rewrite(SHEET, b"</sheetData>", more), "--plan", "base.yaml")["made"] == 3
