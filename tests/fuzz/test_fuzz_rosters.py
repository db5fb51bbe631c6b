"""Whatever stands in a roster, right files are made or messages say why not; no message holds a name."""

import datetime
import re
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from commands import handouts, here
from hostile import NASTY, damaged, examples, words
from hypothesis import example, given
from hypothesis import strategies as st
from judge import faults
from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError
from rosters import HEADINGS, NAME, pdfs, person, write_csv, write_text

from handouts.batch.columns import KEYS

pytestmark = pytest.mark.usefixtures("folder")

TYPED = st.sampled_from(
    [
        *("<b>x", "**x**", "{side}", "&lt;", "(x", "\\", "=1+1", "'=1+1", "+cmd|' /C calc'!A0", "-1", "@x"),
        *('=HYPERLINK("http://a.example")', "\u202egnp", "\u2066x", "a\u200db", "é" * 60, "W" * 4_999),
        *("heel-raise; ; ", "heel-raise 3x12 note 'a;b'", "heel-raise 0x0 hold 9999s", "; note '", "٣x٣"),
        *("heel-raise note '" + "x" * 4_000, "heel-raise;" * 400, "summary; diary 99", "trigger-point-map 9"),
        *("20/11/2026", "2026-1-1", "46346", "20261120", "0001-01-01", "9999-12-31", "2026-11-20T00:00:00"),
        *(
            "1.0",
            "1e3",
            "١",
            "²",
            "20",
            "21",
            "-0",
            "١٢",
            "TRUE",
            "nan",
            "inf",
            ".",
            "..",
            "CON",
            "a/b",
            "a\\b",
        ),
        *("clinic.yaml", "roster.csv", "out", "~", "plan-sheet", "letter", "both", "de", "en", "a\nb", "\r"),
    ]
)
CELLS = TYPED | words()
ROWS = st.dictionaries(st.sampled_from(KEYS), CELLS, min_size=1, max_size=3)
NAMES = st.sampled_from(
    [NAME, f"{NAME} 漢字", f"<b>{NAME}", f"{NAME}\u202e", f"={NAME}", f"{NAME}\n", NAME * 99]
)
FILE_NAME = re.compile(r"[\w-]+\.pdf")


def made_or_told(roster: str | Path, *options: str) -> dict[str, bytes]:
    """Return the files that a run makes, or none where it says why not and writes nothing."""
    rmtree("out", ignore_errors=True)
    beside = here()
    result = handouts("batch", roster, "-o", "out", "--workers", "1", *options)
    assert here() - beside <= {"out"}
    assert "Traceback" not in result.output
    assert "fault in the program" not in result.output
    if result.exit_code == 0:
        return files(result.stderr)
    assert result.exit_code in (1, 2)
    assert result.stderr.strip()
    assert not Path("out").exists()
    return {}


def files(said: str) -> dict[str, bytes]:
    found = pdfs("out")
    assert f"{len(found)} handout" in said.splitlines()[-1]
    assert {path.name for path in Path("out").iterdir()} == {*found, "record.jsonl", "record.key"}
    for name, content in found.items():
        assert FILE_NAME.fullmatch(name)
        assert content.startswith(b"%PDF-")
        assert content.endswith(b"%%EOF\n")
    return found


@examples(12)
@given(ROWS, NAMES)
@example({"clinic": "x" * 4_999}, NAME)
@example({"previous": "x" * 4_999}, NAME)
def test_any_cells_are_made_or_told_without_a_name(row: dict[str, str], name: str) -> None:
    roster = write_csv([person(1), person(2, patient_name=name) | row])
    result = handouts("batch", roster, "-o", "out", "--dry-run")
    assert not any(part in result.output for part in NAME.split())
    made_or_told(roster)


HEADING = st.sampled_from([*KEYS, *NASTY, "Patient.Name", "patient name", "name", "patient.", "exercises.0"])
LINE = ",".join(f'"{cell}"' for cell in person(1).values())
CSV = f"{','.join(HEADINGS)}\n{LINE}\n".encode()


@examples(12)
@given(st.binary(max_size=200) | damaged(CSV))
@example(CSV.replace(b"\n", b"\r"))
@example(b"\xef\xbb\xbf" + CSV + b"\x00")
@example(CSV + "é".encode()[:1])
def test_any_bytes_are_a_roster_or_a_message(raw: bytes) -> None:
    Path("roster.csv").write_bytes(raw)
    made_or_told("roster.csv")


@examples(12)
@given(st.lists(HEADING | words(), max_size=9), st.sampled_from([",", ";", "\t"]))
@example(["patient.name"] * 3, ",")
@example(["copies"] * 2_000, ",")
def test_any_headings_are_columns_or_told(headings: list[str], delimiter: str) -> None:
    line = delimiter.join([*HEADINGS, *headings]).replace("\n", " ")
    roster = write_text(f"{line}\n{LINE.replace(',', delimiter)}\n", encoding="utf-8")
    made_or_told(roster)


def test_a_roster_without_headings_is_told_without_its_first_name() -> None:
    result = handouts("batch", write_text(f"{LINE}\n{LINE}\n"), "-o", "out")
    assert result.exit_code == 1
    assert not any(part in result.output for part in NAME.split())


ODD = st.sampled_from(
    [
        *(0, -0.0, 1.5, 10**14, 10**15, 1e308, -(10**20), 46346, 1e-300, True, False, None, "=1+1", "=NA()"),
        *(datetime.date(2026, 11, 20), datetime.datetime(2026, 11, 20, 9, 30), datetime.datetime(1900, 1, 1)),
        *(datetime.time(9, 30), datetime.timedelta(days=2), datetime.datetime(9999, 12, 31), "#N/A", "#REF!"),
    ]
)
FORMATS = st.sampled_from(["General", "0000000000", "0" * 9_999, "yyyy-mm-dd", "[h]:mm", "@", "0%", "d.m.yy"])


def workbook(cells: dict[str, tuple[Any, str]]) -> bytes:
    """Return a workbook with a right row, and one that has other cells for some keys."""
    book = Workbook()
    sheet = book.worksheets[0]
    headings = [*dict.fromkeys([*HEADINGS, *cells])]
    sheet.append(headings)
    sheet.append([person(1).get(key) for key in headings])
    sheet.append([person(2).get(key) for key in headings])
    for key, (value, shape) in cells.items():
        cell = sheet.cell(3, headings.index(key) + 1)
        with suppress(IllegalCharacterError):
            cell.value = value
        cell.number_format = shape
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@examples(10)
@given(st.dictionaries(st.sampled_from(KEYS), st.tuples(ODD | CELLS, FORMATS), min_size=1, max_size=3))
def test_cells_of_any_type_are_made_or_told(cells: dict[str, tuple[Any, str]]) -> None:
    Path("roster.xlsx").write_bytes(workbook(cells))
    made_or_told("roster.xlsx")


XLSX = workbook({})
METHODS = st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}


def packed(parts: dict[str, bytes], method: int) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def twisted(archive: bytes) -> bytes:
    """Return an archive in which what is packed of the sheet makes no sense."""
    start = archive.index(b"sheet1.xml") + 30
    return archive[:start] + bytes(byte ^ 90 for byte in archive[start : start + 40]) + archive[start + 40 :]


@examples(12)
@given(METHODS.map(lambda method: packed(parts_of(XLSX), method)).flatmap(damaged))
@example(XLSX[:-40])
@example(XLSX[:1000])
@example(twisted(packed(parts_of(XLSX), zipfile.ZIP_LZMA)))
def test_a_damaged_workbook_is_read_or_told(raw: bytes) -> None:
    Path("roster.xlsx").write_bytes(raw)
    made_or_told("roster.xlsx")


@examples(12)
@given(st.sampled_from(sorted(parts_of(XLSX))), st.data())
def test_a_damaged_part_of_a_workbook_is_read_or_told(part: str, data: st.DataObject) -> None:
    parts = parts_of(XLSX)
    parts[part] = data.draw(damaged(parts[part]))
    Path("roster.xlsx").write_bytes(packed(parts, zipfile.ZIP_DEFLATED))
    made_or_told("roster.xlsx")


def test_what_looks_like_markup_or_a_formula_is_printed_in_right_files() -> None:
    rows = [
        person(1, patient_name="@Sample", note="{side} **x** a < b", goal="=HYPERLINK(1)"),
        person(2, patient_name="(x \\", exercises="heel-raise 3x12 note '=a; b'", note="'-x", copies="20"),
    ]
    made = made_or_told(write_csv(rows))
    assert [faults(content) for content in made.values()] == [[], []]
