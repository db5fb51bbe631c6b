"""A list of people on the desk: headings are mapped, cells mended, and the stack is that of a batch."""

import datetime
import json
import re
import tempfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from starlette.testclient import TestClient

from handouts.batch.columns import KEYS, REASON, lines_with
from handouts.library import CONTENT, LAYOUTS
from handouts.request import InputFiles
from handouts.web.app import make_app
from handouts.web.desk import Desk
from handouts.web.roster_form import MOST_FILE
from tests.commands import handouts
from tests.judge import faults
from tests.page_text import page_text

TODAY = datetime.date(2026, 11, 20)
SOLEUS = "soleus-trigger-points"
RIGHT = f"Pat no,First,Last,Diagnosis,Sore side\n7,Sample,Patient,{SOLEUS},left\n"
LIST = f"{RIGHT}8,Sample,Other,{SOLEUS},up\n9,Sample,Third,calf,right\n10,Sample,Fourth,calf,right\n"
MEANS = dict(enumerate(("patient.id", "patient.name", "patient.name", "condition", "side"), start=1))
CHOSEN = {f"key.{column}": key for column, key in MEANS.items()}

Fields = dict[str, str]


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    for name in ("plans", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\n", "utf-8")
    files = InputFiles(tmp_path, (CONTENT,), (LAYOUTS,), clinic=tmp_path / "clinic.yaml")
    with TestClient(make_app(Desk(files, lambda: TODAY, plans=tmp_path / "plans"))) as client:
        yield client
    assert [*(tmp_path / "temporary").iterdir()] == [], "something of the list was left on the disk"


def fields(page: str) -> Fields:
    """Return what a browser would send of the form of a list."""
    found: Fields = {}
    for one in re.finditer(r"<(input|select)([^>]*)>", page):
        said = dict(re.findall(r'([\w-]+)="([^"]*)"', one[2]))
        inside = page[one.end() :].partition("</select>")[0]
        chosen = re.search(r'<option value="([^"]*)" selected>', inside)
        is_off = said.get("type") == "checkbox" and not one[2].endswith(" checked")
        if "name" in said and not is_off:
            value = said.get("value", "") if one[1] == "input" else chosen[1] if chosen else ""
            found[said["name"]] = unescape(value)
    return found


def opened(client: TestClient, content: str | bytes = LIST, **more: str) -> Fields:
    """Return the form of a list after its headings have their meaning."""
    data = content.encode() if isinstance(content, str) else content
    page = client.post("/roster/open", files={"list": ("my list", data)}, data=more).text
    return {**fields(client.post("/roster", data={**fields(page), **CHOSEN}).text)}


def told(page: str) -> list[str]:
    return [unescape(re.sub("<.*?>", "", one)) for one in re.findall(r"<li>(.*?)</li>", page, re.DOTALL)]


def test_a_list_with_headings_of_ones_own_asks_what_they_mean(client: TestClient) -> None:
    page = client.post("/roster/open", files={"list": ("my list.csv", LIST.encode())}).text
    assert "First choose what the headings mean" in page and "Pat no" in page
    assert fields(page)["key.1"] == ""
    answer = client.post("/roster/stack", data=fields(page))
    assert answer.status_code == 422


def test_what_is_wrong_is_grouped_by_rows_and_stands_at_the_cells(client: TestClient) -> None:
    form = opened(client)
    page = client.post("/roster", data=form).text
    assert "1 person is right · 3 rows to mend" in page
    assert told(page)[0].startswith("Row 3, column `Sore side`: `side` is `up`")
    assert told(page)[1].startswith("Rows 4-5, column `Diagnosis`: There is no condition `calf`")
    assert [name for name in form if name.startswith("cell.")][0] == "cell.3.1"
    assert re.search(r'name="cell.3.5" value="up"[^>]*aria-invalid="true"', page)


def test_a_cell_that_is_mended_is_right_and_stays_so(client: TestClient) -> None:
    form = {**opened(client), "cell.3.5": "right", "cell.4.4": SOLEUS}
    page = client.post("/roster", data=form).text
    assert "3 people are right · 1 row to mend" in page
    assert json.loads(fields(page)["mended"]) == {"3": {"5": "right"}, "4": {"4": SOLEUS}}
    page = client.post("/roster", data={**fields(page), "cell.5.4": SOLEUS}).text
    assert "4 people are right" in page and "Nothing is left to mend" in page
    text = page_text(client.post("/roster/stack", data=fields(page)).content)
    assert "Sample Other" in text and "Sample Fourth" in text


def test_what_is_said_of_one_sheet_is_not_said_of_another(client: TestClient) -> None:
    workbook = Workbook()
    for title, headings, row in (
        ("one", ["Pat no", "condition", "side"], ["7", SOLEUS, "left"]),
        ("two", ["patient.name", "Who", "patient.id"], ["Sample Patient", "x", "8"]),
    ):
        sheet = workbook.create_sheet(title)
        sheet.append(headings)
        sheet.append(row)
    del workbook["Sheet"]
    saved = BytesIO()
    workbook.save(saved)
    page = client.post("/roster/open", files={"list": ("list.xlsx", saved.getvalue())}).text
    form = {**fields(page), "sheet": "one", "key.1": "patient.id"}
    form = fields(client.post("/roster", data=form).text)
    other = fields(client.post("/roster", data={**form, "sheet": "two"}).text)
    assert (other["key.1"], other["key.2"], other["key.3"]) == ("patient.name", "", "patient.id")


def test_what_many_cells_say_is_told_once_and_kept_with_the_headings(
    client: TestClient, tmp_path: Path
) -> None:
    form = opened(client)
    assert (form["same.key"], form["same.cell"]) == ("condition", "calf")
    page = client.post("/roster", data={**form, "same.value": SOLEUS}).text
    assert "3 people are right · 1 row to mend" in page
    form = fields(page)
    assert form["same.value"] == SOLEUS
    client.post("/roster/map", data=form)
    assert f"condition:\n  calf: {SOLEUS}" in (tmp_path / "plans" / "headings.yaml").read_text("utf-8")
    assert (
        "1 person is right · 3 rows to mend" in client.post("/roster", data={**form, "same.value": ""}).text
    )


def test_a_map_that_somebody_has_broken_is_told_with_its_name(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / "plans" / "headings.yaml").write_text("Pat no: patient.idd\n", "utf-8")
    page = client.post("/roster/open", files={"list": ("list.csv", LIST.encode())}).text
    assert "headings.yaml:1:9" in page and "patient.idd" in page


def test_a_cell_that_is_as_in_the_file_is_as_wrong_as_there(client: TestClient) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["patient.id", "patient.name", "condition", "side"])
    sheet.append([datetime.date(2026, 4, 3), "Sample Patient", SOLEUS, "left"])
    saved = BytesIO()
    workbook.save(saved)
    page = client.post("/roster/open", files={"list": ("list.xlsx", saved.getvalue())}).text
    assert "has made a date" in told(page)[0]
    assert "has made a date" in told(client.post("/roster", data=fields(page)).text)[0]
    page = client.post("/roster", data={**fields(page), "cell.2.1": "3-4"}).text
    assert "1 person is right" in page


def test_the_stack_has_those_who_are_right_and_a_tally_that_names_the_others(client: TestClient) -> None:
    form = opened(client)
    refused = client.post("/roster/stack", data=form)
    assert refused.status_code == 422 and "Mend the rows, or tick this." in refused.text
    answer = client.post("/roster/stack", data={**form, "skip": "1"})
    assert answer.headers["content-type"] == "application/pdf"
    assert "Sample" not in str(answer.headers)
    text = " ".join(page_text(answer.content).split())
    assert "Sample Patient" in text and "Left out 3, 4, 5" in text
    assert faults(answer.content) == []


def test_it_is_the_very_stack_of_a_batch(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = f"patient.id,patient.name,condition,side,date\n7,Sample Patient,{SOLEUS},left,2026-11-20\n"
    page = client.post("/roster/open", files={"list": ("list.csv", rows.encode())}).text
    stack = client.post("/roster/stack", data={**fields(page), "duplex": "1", "slips": "1"}).content
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(rows, "utf-8")
    done = handouts("batch", "list.csv", "--merge", "stack.pdf", "--duplex", "--slip-sheet")
    assert done.exit_code == 0 and Path("stack.pdf").read_bytes() == stack


def test_the_stack_tells_how_far_it_is_before_it_comes(client: TestClient) -> None:
    answer = client.post("/roster/stack/live", data={**opened(client), "skip": "1"})
    first, last, rest = answer.content.split(b"\n", 2)
    assert json.loads(first) == {"done": 1, "of": 1}
    assert "1 handout is ready" in json.loads(last)["said"] and "row 3, 4, 5" in json.loads(last)["said"]
    assert rest.startswith(b"%PDF-")


def test_people_on_several_papers_come_as_a_stack_of_each(client: TestClient) -> None:
    rows = f"patient.id,condition,side,paper\n7,{SOLEUS},left,a4\n8,{SOLEUS},left,letter\n"
    page = client.post("/roster/open", files={"list": ("list.csv", rows.encode())}).text
    answer = client.post("/roster/stack", data=fields(page))
    assert answer.headers["content-type"] == "application/zip"
    assert b"stack-a4.pdf" in answer.content and b"stack-letter.pdf" in answer.content


def test_the_rows_that_are_left_out_are_a_list_with_the_reasons(client: TestClient) -> None:
    answer = client.post("/roster/rejected", data={**opened(client), "cell.3.3": "Mended"})
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 4 and "`side` is `up`" in lines[1] and "Mended" in lines[1]


def test_what_headings_mean_is_kept_for_the_next_list_and_is_no_plan(
    client: TestClient, tmp_path: Path
) -> None:
    assert client.post("/roster/map", data=opened(client)).status_code == 200
    kept = (tmp_path / "plans" / "headings.yaml").read_text("utf-8")
    assert "Pat no: patient.id" in kept and "Sample" not in kept
    page = client.post("/roster/open", files={"list": ("next.csv", RIGHT.encode())}).text
    assert "1 person is right" in page
    assert "no such plan" in client.get("/plans").text


def test_headings_of_one_key_are_joined_but_not_two_that_have_it_by_themselves() -> None:
    assert lines_with({}, ["First", "Name"], {1: "patient.name", 2: "patient.name"}) == {
        "patient.name": ("First", "Name")
    }
    assert lines_with({}, ["Name", "patient.name"], {1: "patient.name", 2: "patient.name"}) == {}
    kept = {"side": {"L": "left"}, "Town": "ignore", "Other": "note"}
    assert lines_with(kept, ["Town"], {1: "goal"}) == {"side": {"L": "left"}, "Other": "note", "Town": "goal"}


def test_the_plan_on_the_desk_is_what_all_have_in_common_without_its_patient(client: TestClient) -> None:
    desk = {"condition": SOLEUS, "name": "First Person", "goal": "Walk", "e0.exercise": "toe-touch"}
    begun = client.post("/roster/with", data=desk).text
    plan = fields(begun)["plan"]
    assert "toe-touch" in plan and "First Person" not in plan and "Walk" not in plan
    rows = "patient.id,side\n7,left\n"
    page = client.post("/roster/open", files={"list": ("l.csv", rows.encode())}, data={"plan": plan}).text
    assert "1 person is right" in page and "1 exercise" in page
    assert "Toe touch" in page_text(client.post("/roster/stack", data=fields(page)).content)


def test_a_plan_of_a_patient_that_is_opened_for_all_names_nobody_else_so(client: TestClient) -> None:
    plan = f"condition: {SOLEUS}\nside: left\npatient: {{name: First Person}}\nnote: Only for you.\n"
    files = {"list": ("list.csv", b"patient.id\n7\n"), "common": ("plan.yaml", plan.encode())}
    form = fields(client.post("/roster/open", files=files).text)
    text = page_text(client.post("/roster/stack", data=form).content)
    assert "Calf and heel pain" in text and "First Person" not in text and "Only for you" not in text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose a list first"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"x" * (MOST_FILE + 1), "too large for the desk"),
        (b"patient.id\n" + b"1\n" * 2_001, "more than 2000 rows"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(client: TestClient, content: bytes, said: str) -> None:
    page = client.post("/roster/open", files={"list": ("../../list", content)}).text
    assert said.lower() in page.lower()


def test_a_cell_below_no_heading_is_told(client: TestClient) -> None:
    rows = f"patient.id,condition,side\n7,{SOLEUS},left,call back\n"
    page = client.post("/roster/open", files={"list": ("l.csv", rows.encode())})
    assert page.status_code == 200
    assert "This cell is below no heading" in unescape(page.text)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("layuot: clinic\n", "There is no key `layuot`"),
        ("exercises: [heel-rase 3x10]\n", "heel-rase"),
        ("{{{", "A bracket is opened above here and never closed"),
    ],
)
def test_what_is_wrong_with_the_plan_for_all_is_told_of_no_column(
    client: TestClient, plan: str, said: str
) -> None:
    rows = f"patient.id,condition,side\n7,{SOLEUS},left\n"
    page = client.post("/roster/open", files={"list": ("l.csv", rows.encode())}).text
    page = unescape(client.post("/roster", data={**fields(page), "plan": plan}).text)
    assert any(said in one for one in told(page)), told(page)
    assert "Nothing is left to mend" not in page
    assert 'class="fault"' not in page.partition("<table")[0]


def test_a_form_that_somebody_has_changed_is_refused_and_no_path_is_made_of_it(client: TestClient) -> None:
    form = opened(client)
    odd = {"mended": "{]", "key.99": "note", "cell.3.999": "x", "file_name": "../../x"}
    assert client.post("/roster", data={**form, **odd}).status_code == 200
    for name, value in (
        ("mended", '{"a": 1}'),
        ("mended", '{"2":{"99999999999":"x"}}'),
        ("mended", '{"2":{"2":"\\ud800"}}'),
        ("file_name", "a\0b"),
        ("file", "???"),
        ("plan", "a: ["),
    ):
        assert client.post("/roster", data={**form, name: value}).status_code in (200, 422)


def test_every_key_of_a_list_has_its_words(client: TestClient) -> None:
    page = client.post("/roster/open", files={"list": ("list.csv", LIST.encode())}).text
    assert {*KEYS} - {REASON} <= {*re.findall(r'<option value="(.*?)"', page)}
