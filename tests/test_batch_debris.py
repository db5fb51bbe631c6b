"""What a spreadsheet shows is what counts, and what exports leave around a text is taken away or refused."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from commands import handouts
from openpyxl import Workbook, load_workbook
from rosters import SOLEUS, made, person, printed, refused, write_csv

pytestmark = pytest.mark.usefixtures("folder")


def book(value: Any, number_format: str, key: str) -> Path:
    """Return a workbook with one cell of a key in a format."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    cells = {
        "patient.id": "7",
        "patient.name": "Sample Patient",
        "condition": SOLEUS,
        "side": "left",
        key: value,
    }
    sheet.append([*cells])
    sheet.append([*cells.values()])
    cell = sheet.cell(2, [*cells].index(key) + 1)
    cell.number_format = number_format
    workbook.save("roster.xlsx")
    return Path("roster.xlsx")


def shown(value: Any, number_format: str) -> str:
    """Return what a handout says whose goal is a cell of a workbook in a format."""
    made(book(value, number_format, "goal"))
    (text,) = printed().values()
    return text


@pytest.mark.parametrize(
    ("value", "number_format", "name"),
    [
        (42, "0000", "0042"),
        (42, "00000;-00000", "00042"),
        (42, '"P-"0000', "P-0042"),
        (42, "\\P0000", "P0042"),
        (12345678, "0000-0000", "1234-5678"),
        (1234567, "000\\-00\\-00", "123-45-67"),
        (42, "[Red]0000_)", "0042"),
        (42, "0", "42"),
        (42.0, "General", "42"),
        (123456789012345, "General", "123456789012345"),
        ("0042", "@", "0042"),
        (42, "@", "42"),
        ("42", '"ID "@', "ID-42"),
    ],
)
def test_an_id_is_printed_as_it_is_shown(value: Any, number_format: str, name: str) -> None:
    made(book(value, number_format, "patient.id"))
    assert [one.rpartition("-20")[0] for one in printed()] == [name]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12.5%"),
        (5, '0 "kg"', "5 kg"),
        (2.5, "0.00", "2.50"),
        (2.5, "0.##", "2.5"),
        (0.1 + 0.2, "General", "0.3"),
        (-3, "0", "-3"),
        (-3, "0;(0)", "(3)"),
        (0.3958333333, "hh:mm", "09:30"),
        (0.0625, "[h]:mm", "1:30"),
        (datetime.date(2026, 12, 25), "dd/mm/yyyy", "2026-12-25"),
        (datetime.date(2026, 12, 25), "[$-409]d mmm yy", "2026-12-25"),
        (5, "# ?/?", None),
        (2 / 3, "0.0", None),
        (1234, "#,##0", None),
        (1234567, "0.0,", None),
        (5, ";;;", None),
        ("secret", ";;;", None),
        (5, '[>3]"many";0', None),
        (5, "0.0E+00", None),
        (datetime.date(2026, 12, 1), "mmm-yy", None),
        (datetime.date(2026, 12, 1), "dddd", None),
    ],
)
def test_a_number_is_printed_as_it_is_shown_or_refused(
    value: Any, number_format: str, text: str | None
) -> None:
    if text is None:
        (problem,) = refused(book(value, number_format, "goal"))
        assert problem.startswith("roster.xlsx sheet `Sheet` row 2, column `goal`: ")
        assert f"{value}" not in problem.partition("column")[2]
    else:
        assert text in shown(value, number_format)


@pytest.mark.parametrize("key", ["patient.id", "patient.name", "exercises", "side"])
@pytest.mark.parametrize("number_format", ["d-mmm", "yyyy-mm-dd", "mmm-yy", "h:mm"])
def test_what_a_spreadsheet_took_for_a_date_is_refused_where_none_can_be(
    key: str, number_format: str
) -> None:
    path = book(datetime.datetime(2026, 1, 2, 3, 4), number_format, key)
    assert any(f"column `{key}`" in problem for problem in refused(path))


@pytest.mark.parametrize(
    ("value", "number_format", "day"),
    [
        (datetime.date(2026, 11, 20), "dd.mm.yyyy", "2026-11-20"),
        (datetime.datetime(2026, 11, 20, 9, 30), "dd/mm/yyyy hh:mm", "2026-11-20"),
        (datetime.datetime(2026, 11, 20, 9, 30), "d-mmm", "2026-11-20"),
        ("20.11.2026", "General", "2026-11-20"),
        ("2026-11-20 00:00:00", "General", "2026-11-20"),
    ],
)
def test_a_date_is_a_date(value: Any, number_format: str, day: str) -> None:
    made(book(value, number_format, "date"))
    assert [*printed()] == [f"7-{day}.pdf"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Walk_x000D_\nmore", "Walk more"),
        ('="0042"', "0042"),
        ('="say ""no"""', 'say "no"'),
        ("O&#39;Brien &amp; Sample", "O'Brien & Sample"),
        ("O&amp;#39;Brien", "O'Brien"),
        ("Caf&eacute;&nbsp;walk", "Café walk"),
        ("Walk<br>daily<BR />twice", "Walk daily twice"),
        ("Donâ€™t limp", "Don’t limp"),
        ("JÃ¼rgen MÃ¼ller", "Jürgen Müller"),
        ("FranÃ§ois â€“ MarÃ­a", "François – María"),
        ("J√ºrgen", "Jürgen"),
        ("Ã\u0081rpÃ¡d", "Árpád"),
        ("Less than 5 < 7, more > 2", "Less than 5 < 7, more > 2"),
        ("Café à la carte, 20 °C", "Café à la carte, 20 °C"),
        ("Is it better? Yes", "Is it better? Yes"),
        ("See www.example.org/?a=b?c", "See www.example.org/?a=b?c"),
    ],
)
def test_what_an_export_left_around_a_text_is_taken_away(text: str, read: str) -> None:
    made(write_csv([person(1, goal=text)]))
    (found,) = printed().values()
    assert read in found


@pytest.mark.parametrize("text", ["'0042", '="0042"'])
def test_an_id_that_was_kept_from_being_a_number_is_one(text: str) -> None:
    made(write_csv([person(1, patient_id=text)]))
    assert [*printed()] == ["0042-2026-11-20.pdf"]


@pytest.mark.parametrize("text", ["NULL", "(null)", "\\N", "NaN", "[NULL]"])
def test_what_a_database_writes_for_nothing_is_nothing(text: str) -> None:
    made(write_csv([person(1, goal=text, review=text)]))
    (found,) = printed().values()
    assert text not in found


@pytest.mark.parametrize(
    ("key", "text"),
    [
        *(("goal", text) for text in ("N/A", "n/a", "#N/A", "None", "null", "-", "?", "n. a.")),
        ("patient.name", "NULL"),
        ("patient.name", "Nguy?n Th? Sample"),
        ("patient.name", "Frank O¹Hara"),
        ("patient.name", "Bj¿rn"),
        ("patient.name", "M√ller"),
        ("patient.name", "Sample \ufffd Patient"),
        ("goal", "Don?t limp"),
        ("goal", "Walk <b>more</b>"),
        ("goal", "<p>Walk</p>"),
        ("goal", "JÃ¼rgen and 漢"),
    ],
)
def test_what_nobody_can_know_is_refused_and_not_repeated(key: str, text: str) -> None:
    (problem, *more) = refused(write_csv([person(1) | {key: text}]))
    assert problem.startswith(f"roster.csv row 2, column `{key}`: ")
    for word in text.split():
        assert len(word) < 5 or word not in "".join([problem, *more])


def test_a_rejected_date_that_should_be_an_id_is_not_right_by_being_rejected() -> None:
    workbook = load_workbook(book(datetime.date(2026, 1, 2), "d-mmm", "patient.id"))
    workbook.worksheets[0].append(["8", "Sample Patient", SOLEUS, "left"])
    workbook.save("roster.xlsx")
    rejected = Path(made(Path("roster.xlsx"), "--skip-bad")["rejected"])
    assert handouts("batch", rejected, "-o", "out").exit_code == 1


@pytest.mark.parametrize(
    "name", ["Gal·la Sample", "Zoë O’Sample", "D'Sample-Sample", "Ñandú Sample Jr.", "Şule Sample"]
)
def test_a_name_of_any_land_is_printed_as_it_is(name: str) -> None:
    made(write_csv([person(1, patient_name=name)]))
    (text,) = printed().values()
    assert name in text
