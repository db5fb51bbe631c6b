"""Printing from the desk, where the computer has CUPS: the printers are offered, and hear no name."""

import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from handouts.library import CONTENT, LAYOUTS
from handouts.request import InputFiles
from handouts.web.app import make_app
from handouts.web.desk import Desk
from tests.test_desk_roster import fields

TODAY = datetime.date(2026, 11, 20)
CALF = {"condition": "soleus-trigger-points", "side": "left", "name": "Sample Patient", "id": "4711"}
STATUS = """
if [ "$1" = -a ]; then
  echo "back-office accepting requests since today"; echo "front accepting requests since today"
  echo "attic not accepting requests since today"
else echo "system default destination: front"; fi
"""
PROGRAMS = {"lp": 'echo "$@" >> "$PRINTED"; for last; do :; done; test -s "$last"', "lpstat": STATUS}


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that holds how `lp` was called."""
    (tmp_path / "bin").mkdir()
    for name, script in PROGRAMS.items():
        program = tmp_path / "bin" / name
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("PRINTED", str(tmp_path / "printed"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    return tmp_path / "printed"


@pytest.fixture
def client(tmp_path: Path, printed: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Desk(InputFiles(tmp_path, (CONTENT,), (LAYOUTS,)), lambda: TODAY))) as client:
        yield client
    assert [*(tmp_path / "temporary").iterdir()] == []


def test_the_printers_are_offered_the_usual_one_first(client: TestClient) -> None:
    page = client.get("/").text
    assert page.index('<option value="front">') < page.index('<option value="back-office">')
    assert "attic" not in page


def test_a_handout_is_printed_under_nobodys_name(client: TestClient, printed: Path) -> None:
    answer = client.post("/send", data={**CALF, "printer": "front", "duplex": "1"})
    assert "It is on its way to front." in answer.text
    said = printed.read_text("utf-8")
    assert said.startswith("-d front -o sides=two-sided-long-edge") and said.endswith("/handout.pdf\n")
    assert "4711" not in said and "Sample" not in said


def test_what_is_wrong_is_not_printed(client: TestClient, printed: Path) -> None:
    assert client.post("/send", data={**CALF, "printer": "front", "review": "soon"}).status_code == 422
    refused = client.post("/send", data={**CALF, "printer": "-o nowhere"})
    assert refused.status_code == 422 and "This printer is not there." in refused.text
    assert not printed.exists()


def test_the_stack_of_a_list_is_printed(client: TestClient, printed: Path) -> None:
    rows = b"patient.id,condition,side\n7,soleus-trigger-points,left\n"
    page = client.post("/roster/open", files={"list": ("list.csv", rows)}).text
    form = {**fields(page), "printer": "back-office"}
    assert "It is on its way to back-office." in client.post("/roster/send", data=form).text
    assert "It is on its way" in client.post("/roster/send/live", data=form).text
    first, second = printed.read_text("utf-8").splitlines()
    assert first.startswith("-d back-office -o sides=one-sided") and first.endswith("/stack.pdf")
    assert second.startswith("-d back-office")


def test_without_a_printer_there_is_the_browsers_dialog_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with TestClient(make_app(Desk(InputFiles(tmp_path, (CONTENT,), (LAYOUTS,)), lambda: TODAY))) as client:
        page = client.get("/").text
        assert 'id="print"' in page and 'id="send"' not in page
        assert client.post("/send", data=CALF).status_code == 404
