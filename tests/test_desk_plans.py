"""The folder of plans of the desk: kept, found, opened, followed, copied; nothing else is written."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from handouts.library import CONTENT, LAYOUTS
from handouts.request import InputFiles
from handouts.web.app import make_app
from handouts.web.desk import Desk
from tests.page_text import page_text

TODAY = datetime.date(2026, 11, 20)
ANA = {"condition": "soleus-trigger-points", "side": "left", "name": "Sample Patient", "id": "4711"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    desk = Desk(InputFiles(tmp_path, (CONTENT,), (LAYOUTS,)), lambda: TODAY, plans=tmp_path)
    with TestClient(make_app(desk)) as client:
        yield client


def key_of(client: TestClient, words: str = "") -> str:
    found = re.findall(r'value="open:(\w+)"', client.post("/plans", data={"words": words}).text)
    assert len(found) == 1
    return str(found[0])


def test_a_plan_is_kept_and_found_by_number_initials_and_date(client: TestClient, tmp_path: Path) -> None:
    assert client.post("/keep", data={**ANA, "e0.exercise": "heel-raise"}).status_code == 200
    assert [path.name for path in tmp_path.iterdir()] == ["4711-2026-11-20.yaml"]
    assert "date: 2026-11-20" in (tmp_path / "4711-2026-11-20.yaml").read_text("utf-8")
    for words in ("4711", "sp", "2026-11", "4711 2026"):
        key_of(client, words)
    assert "no such plan" in client.post("/plans", data={"words": "4712"}).text
    listed = client.get("/plans").text
    assert "Sample" not in listed and "4711" in listed


def test_a_plan_that_was_opened_is_kept_in_its_file_and_another_never_over_it(
    client: TestClient, tmp_path: Path
) -> None:
    client.post("/keep", data=ANA)
    key = key_of(client)
    client.post("/keep", data={**ANA, "file": key, "date": "2026-11-20", "goal": "Walk"})
    assert len([*tmp_path.iterdir()]) == 1
    client.post("/keep", data={**ANA, "goal": "Run"})
    assert "Walk" in (tmp_path / "4711-2026-11-20.yaml").read_text("utf-8")
    assert "Run" in (tmp_path / "4711-2026-11-20-2.yaml").read_text("utf-8")


def test_a_plan_is_opened_again_as_it_was(client: TestClient) -> None:
    client.post("/keep", data={**ANA, "e0.exercise": "toe-touch", "e0.reps": "4"})
    page = client.post("/kept", data={"do": f"open:{key_of(client)}"}).text
    assert 'name="e0.reps" value="4"' in page and 'value="Sample Patient"' in page


def test_what_follows_tells_what_changed(client: TestClient, tmp_path: Path) -> None:
    last = {**ANA, "date": "2026-11-06", "e0.exercise": "heel-raise", "e0.sets": "2"}
    client.post("/keep", data=last)
    page = client.post("/kept", data={"do": f"follow:{key_of(client)}"}).text
    rest = re.findall(r'name="rest" value="(.*?)"', page)[0].replace("&#34;", '"')
    assert "4711-2026-11-06.yaml" in rest
    now = {**ANA, "rest": rest, "e0.exercise": "heel-raise", "e0.sets": "3", "block": ["summary", "changes"]}
    assert "3 sets" in page_text(client.post("/pdf", data=now).content)
    assert 'previous: "4711-2026-11-06.yaml"' in client.post("/plan", data=now).text


def test_a_copy_for_another_has_nothing_of_the_first(client: TestClient) -> None:
    client.post(
        "/keep",
        data={
            **ANA,
            "goal": "Walk to the shop",
            "note": "Well done.",
            "fact": "diabetes",
            "accepted": "Agreed.",
        },
    )
    page = client.post("/kept", data={"do": f"copy:{key_of(client)}"}).text
    # The bytes of a picture may have any four digits in a row.
    page = re.sub(r"base64,[\w+/=]+", "", page)
    for said in ("Sample Patient", "4711", "Walk to the shop", "Well done.", "Agreed."):
        assert said not in page
    assert not re.search(r'id="fact-diabetes"[^>]*checked', page)
    assert re.search(r'id="condition-soleus-trigger-points"[^>]*checked', page)


def test_nothing_outside_the_list_is_opened_or_written(client: TestClient, tmp_path: Path) -> None:
    secret, kept = tmp_path.parent / "secret.yaml", tmp_path / "4711-2026-11-20.yaml"
    secret.write_text("condition: heel-pain\n", "utf-8")
    for key in ("", "../secret", "..%2fsecret", kept.stem, "/etc/passwd", "0" * 16):
        answer = client.post("/kept", data={"do": f"open:{key}"})
        assert answer.status_code == 422 and "not in the folder" in answer.text, key
        client.post("/keep", data={**ANA, "file": key})
        assert [*tmp_path.iterdir()] == [kept], key
        assert secret.read_text("utf-8") == "condition: heel-pain\n"
        kept.unlink()


def test_without_a_folder_there_is_nothing_to_keep(tmp_path: Path) -> None:
    desk = Desk(InputFiles(tmp_path, (CONTENT,), (LAYOUTS,)), lambda: TODAY)
    client = TestClient(make_app(desk))
    assert client.post("/keep", data=ANA).status_code == 404
    client.post("/pdf", data=ANA)
    assert [*tmp_path.iterdir()] == []
