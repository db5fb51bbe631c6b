"""`rejected.csv` runs nothing in a spreadsheet, whatever it splits cells at, and is read back as it was."""

import csv
import re
from pathlib import Path

import pytest
from commands import handouts
from hypothesis import given
from hypothesis import strategies as st
from rosters import SOLEUS, made, person, write_csv, write_text

from handouts.batch.csv_table import guarded, open_csv

pytestmark = pytest.mark.usefixtures("folder")

QUIET = '"\u00ad\u200b\ufeff \xa0'
SIGNS = tuple("=+-@＝＋－＠")
TEXTS = [
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    " =1+1",
    "x;=1+1",
    "x,=1+1",
    "x\t=1+1",
    "x|=1+1",
    "x =1+1",
    "x: =1+1",
    "x\n=1+1,y",
    "＝1+1",
    "'=1+1",
    "''=1+1",
    "x;'=1+1",
    "\u200b=1+1",
    "\xad=1+1",
    "\xa0=1+1",
    '"=1+1',
    'x;"=1+1',
    "=1+1;=2+2",
    "==1",
    "x;;=1",
]


def runs(text: str) -> list[str]:
    """Return the parts of a text that a spreadsheet could run, whatever it splits at."""
    parts = re.split("[,;|:\\s]", text)
    return [part for part in parts if part.lstrip(QUIET).startswith(SIGNS)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_no_part_of_a_rejected_cell_is_a_formula_and_each_is_read_back(delimiter: str) -> None:
    rows = [person(number, goal=text, side="lft") for number, text in enumerate(TEXTS)]
    roster = write_csv([*rows, person(99)], delimiter=delimiter)
    rejected = Path(made(roster, "--skip-bad")["rejected"])
    assert runs(rejected.read_text("utf-8-sig")) == []
    before, after = (list(open_csv(path).rows())[1:] for path in (roster, rejected))
    assert [row.cells[-1] for row in after] == [row.cells[-1] for row in before[:-1]]


def test_what_is_mended_is_printed_as_it_would_have_been() -> None:
    rows = [person(number, note=f"{text} end", side="lft") for number, text in enumerate(TEXTS[:8])]
    rejected = Path(made(write_csv([*rows, person(99)]), "--skip-bad")["rejected"])
    rejected.write_text(rejected.read_text("utf-8-sig").replace(",lft", ",left"), "utf-8")
    handouts("batch", rejected, "-o", "out")
    handouts("batch", write_csv([row | {"side": "left"} for row in rows]), "-o", "all")
    one, other = (
        {path.name: path.read_bytes() for path in Path(name).glob("[0-8]-*.pdf")} for name in ("out", "all")
    )
    assert one == other
    assert len(one) == 8


@given(st.text(alphabet="=+-@'\",;|: \tx\n", max_size=20))
def test_any_text_is_guarded_and_read_back(text: str) -> None:
    text = text.strip()
    assert runs(guarded(text)) == []
    with Path("reason.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["reason", "note"], ["x", guarded(text)]])
    (*_, cell) = [row.cells[1] for row in open_csv(Path("reason.csv")).rows()]
    assert cell == text or not isinstance(cell, str) or text.startswith('="')


def test_a_stopped_run_can_be_begun_anew() -> None:
    roster = write_text(f"patient.id,condition,side\n1,{SOLEUS},left\n")
    assert made(roster)["made"] == 1
    assert made(roster)["unchanged"] == 1
    assert made(roster, "--afresh", "--dry-run")["would_make"] == 1
    assert made(roster, "--afresh")["made"] == 1
