"""The desk: a form becomes a handout, its problems stand at their fields, and nothing stays behind."""

import datetime
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from starlette.testclient import TestClient

from handouts.library import CONTENT, LAYOUTS
from handouts.request import InputFiles
from handouts.schema.plan import BLOCKS
from handouts.web.app import make_app
from handouts.web.desk import Desk
from tests.judge import faults
from tests.page_text import page_text

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 20)
CALF = {"condition": "soleus-trigger-points", "side": "left", "name": "Sample Patient", "id": "4711"}
TWO = {"e0.exercise": "heel-raise", "e1.exercise": "toe-touch"}


@pytest.fixture(scope="module")
def desk() -> Desk:
    files = InputFiles(ROOT / "examples", (CONTENT,), (LAYOUTS,), clinic=ROOT / "examples" / "clinic.yaml")
    return Desk(files, lambda: TODAY)


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk)) as client:
        yield client


def fault(page: str, field: str) -> str:
    found = re.search(rf'id="fault-{re.escape(field)}">(.*?)</p>', page)
    assert found, f"there is no place for what is wrong with {field}"
    return unescape(found[1])


def value(page: str, field: str) -> str:
    found = re.search(rf'<input[^>]*name="{re.escape(field)}" value="(.*?)"', page)
    assert found, f"there is no field {field}"
    return unescape(found[1])


def test_an_empty_desk_asks_for_a_choice_and_shows_every_exercise(client: TestClient, desk: Desk) -> None:
    page = client.get("/").text
    assert "Choose a condition or an exercise" in page
    assert page.count('value="add:') == len(desk.library.ids("exercises"))


def test_what_is_chosen_is_on_the_pages(client: TestClient) -> None:
    pdf = client.post("/pdf", data={**CALF, **TWO, "goal": "Walk to the shop", "e0.sets": "2-3"})
    assert pdf.headers["content-type"] == "application/pdf"
    text = " ".join(page_text(pdf.content).split())
    assert "Sample Patient" in text and "Walk to the shop" in text and "2 to 3" in text


def test_a_form_without_scripts_has_the_page_and_the_pages_in_one_answer(client: TestClient) -> None:
    page = client.post("/form", data={**CALF, **TWO}).text
    assert 'src="data:image/png;base64,' in page and re.search(r"\d pages", page)


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("review", "soon", "is not a date"),
        ("e1.sets", "40", "the most is 10"),
        ("e0.days", "sometimes", "is not understood"),
        ("e0.more", "rest 60", "has no unit"),
        ("layout", "poster", "there is no layout"),
        ("goal", "Walk \u202e far", "hidden character"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: TestClient, field: str, wrong: str, said: str) -> None:
    page = client.post("/form", data={**CALF, **TWO, field: wrong}).text
    assert said.lower() in fault(page, field).lower()
    assert "data:image/png" not in page


def test_no_file_is_made_of_a_form_with_a_fault(client: TestClient) -> None:
    for address in ("/pdf", "/print", "/plan"):
        answer = client.post(address, data={**CALF, "review": "soon"})
        assert answer.status_code == 422
        assert "is not a date" in fault(answer.text, "review")


def test_a_caution_is_told_where_the_exercise_stands(client: TestClient) -> None:
    page = client.post("/form", data={**CALF, "e0.exercise": "foam-roller-release", "fact": "anticoagulants"})
    assert "takes blood thinners" in fault(page.text, "e0.exercise")


def test_the_buttons_of_a_card_move_step_and_remove_it(client: TestClient) -> None:
    def after(pressed: str, **more: str) -> list[str]:
        page = client.post("/form", data={**CALF, **TWO, **more, "do": pressed}).text
        return re.findall(r'name="e\d+.exercise" value="(.*?)"', page)

    assert after("add:knee-to-wall") == ["heel-raise", "toe-touch", "knee-to-wall"]
    assert after("up:1") == after("down:0") == after("move:0:1") == ["toe-touch", "heel-raise"]
    assert after("remove:0") == ["toe-touch"]
    for nonsense in ("up:9", "up:x", "add:no-such", "step:0", "step:0:name:+", "boo", "remove:-1"):
        assert after(nonsense) == ["heel-raise", "toe-touch"]


def test_a_number_steps_from_the_usual_one_and_goes_back_to_it(client: TestClient, desk: Desk) -> None:
    usual = desk.library.find_exercise("heel-raise").dose
    assert usual and isinstance(usual.sets, int)
    page = client.post("/form", data={**TWO, "do": "step:0:sets:+"}).text
    assert value(page, "e0.sets") == str(usual.sets + 1)
    page = client.post("/form", data={**TWO, "e0.reps": "8-12", "do": "step:0:reps:-"}).text
    assert value(page, "e0.reps") == "7-11"
    page = client.post("/form", data={**TWO, "e0.sets": "9", "do": "usual:0"}).text
    assert value(page, "e0.sets") == ""


def test_search_forgives_spelling_and_filters_narrow(client: TestClient) -> None:
    found = client.post("/form", data={"words": "calv strech"}).text
    assert 0 < found.count('value="add:') < 15
    assert "No exercise fits" in client.post("/form", data={"words": "zzz"}).text
    sitting = client.post("/form", data={"position": "sitting", "purpose": "stretch"}).text
    assert "add:seated-soleus-stretch" in sitting and "add:heel-raise" not in sitting


def test_an_exercise_goes_a_step_harder_or_easier(client: TestClient) -> None:
    harder = client.post("/form", data={**TWO, "e0.note": "Go slow.", "do": "harder:0"}).text
    assert (value(harder, "e0.sets"), value(harder, "e0.reps")) == ("3", "15")
    easier = client.post("/form", data={**TWO, "e0.sets": "3", "e0.note": "Go slow.", "do": "easier:0"}).text
    assert value(easier, "e0.exercise") == "seated-heel-raise"
    assert (value(easier, "e0.sets"), value(easier, "e0.note")) == ("", "Go slow.")
    assert 'value="easier:0"' in harder and 'value="easier:1"' not in harder


def test_a_plan_that_is_saved_and_opened_says_the_same(client: TestClient) -> None:
    said = {
        **CALF,
        **TWO,
        "e0.days": "mon,wed",
        "e0.more": "rest 60s",
        "e1.note": "Go slow.",
        "review": "+2w",
    }
    saved = client.post("/plan", data=said)
    assert "4711-2026-11-20.yaml" in saved.headers["content-disposition"]
    opened = client.post("/open", files={"plan": ("any name.yaml", saved.content)}).text
    assert value(opened, "e0.days") == "mon,wed" and value(opened, "e0.more") == "rest 60s"
    assert value(opened, "e1.note") == "Go slow." and value(opened, "name") == "Sample Patient"


def test_what_the_desk_does_not_show_of_a_plan_is_kept(client: TestClient) -> None:
    plan = b"condition: soleus-trigger-points\nside: left\npeople: {skin: brown}\nshow: [needs]\n"
    page = client.post("/open", files={"plan": ("plan.yaml", plan)}).text
    fields = dict(re.findall(r'<input type="hidden" name="(rest)" value="(.*?)"', page))
    saved = client.post("/plan", data={**CALF, "rest": unescape(fields["rest"])}).text
    assert "skin: brown" in saved and "needs" in saved


def test_a_plan_that_is_wrong_is_refused_with_its_lines(client: TestClient) -> None:
    answer = client.post(
        "/open", files={"plan": ("plan.yaml", b"condition: soleus-trigger-points\nsidee: left\n")}
    )
    assert answer.status_code == 422 and "2:1" in answer.text


def test_a_block_goes_and_comes(client: TestClient) -> None:
    usual = value(client.post("/form", data=CALF).text, "usual")
    shown = [one for one in usual.split() if one != "pain-rule"]
    data = {**CALF, "usual": usual, "block": shown}
    assert "How much pain" not in page_text(client.post("/pdf", data=data).content)
    # A choice that was not touched follows the condition.
    other = client.post(
        "/plan", data={**CALF, "condition": "heel-pain", "usual": usual, "block": usual.split()}
    )
    assert "blocks" not in other.text


def own(page: str, name: str) -> str:
    """Return the text of a block as its field has it."""
    found = re.search(rf'<textarea id="own.{re.escape(name)}.text"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found, f"there is no field for the words of {name}"
    return unescape(found[1])


def test_own_words_for_a_text_are_printed_and_the_plan_says_no_more_than_they_change(
    client: TestClient,
) -> None:
    name = "soleus-trigger-points.overview"
    page = client.post("/form", data=CALF).text
    first, *others = own(page, name).split("\n\n")
    said = {
        **CALF,
        f"own.{name}.heading": "What we found",
        f"own.{name}.text": "\n\n".join(["A tight spot.", *others]),
    }
    assert first not in own(client.post("/form", data=said).text, name)
    printed = " ".join(page_text(client.post("/pdf", data=said).content).split())
    assert "What we found" in printed and "A tight spot." in printed and "Your soleus" not in printed
    plan = client.post("/plan", data=said).text
    assert "heading: What we found" in plan and "1" in plan and others[0][:20] not in plan
    opened = client.post("/open", files={"plan": ("plan.yaml", plan.encode())}).text
    assert own(opened, name).startswith("A tight spot.") and 'value="What we found"' in opened
    # Left as it is, or emptied, a text is as usual; under another condition its words are nobody's.
    usual = {f"own.{name}.heading": "", f"own.{name}.text": "\r\n\r\n".join([first, *others])}
    for data in ({**CALF, **usual}, {**said, "condition": "heel-pain"}):
        assert "texts" not in client.post("/plan", data=data).text


def test_a_list_in_own_words_takes_the_place_of_the_whole_text(client: TestClient) -> None:
    name = "heel-pain.symptoms"
    heel = {**CALF, "condition": "heel-pain"}
    lines = own(client.post("/form", data=heel).text, name).splitlines()
    assert lines[0].startswith("- ")
    plan = client.post(
        "/plan", data={**heel, f"own.{name}.text": "\n".join([*lines, "- One thing more."])}
    ).text
    assert "One thing more." in plan and "bullets:" in plan and plan.count("sources:") >= len(lines) - 1


def test_what_is_wrong_with_own_words_is_said_at_their_field(client: TestClient) -> None:
    name = "own.soleus-trigger-points.overview"
    page = client.post("/form", data={**CALF, f"{name}.text": "Ask {nobody}."}).text
    assert "nothing is filled in" in fault(page, f"{name}.text").lower()
    page = client.post("/form", data={**CALF, f"{name}.heading": "x" * 60}).text
    assert fault(page, f"{name}.heading")


def test_markup_and_names_stay_words(client: TestClient) -> None:
    page = client.post("/form", data={**CALF, "goal": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "Sample Patient" not in re.findall("<title>(.*?)</title>", page)[0]


def test_two_tabs_keep_two_patients_apart(client: TestClient) -> None:
    client.post("/form", data={**CALF, "name": "First Person"})
    assert "First Person" not in client.post("/form", data={**CALF, "name": "Second Person"}).text
    assert "First Person" not in client.get("/").text


def test_the_text_is_shown_as_it_is_heard(client: TestClient) -> None:
    page = client.post("/preview", data={**CALF, "heard": "1"}).text
    assert "Picture: Left leg, from behind." in page and "Calf and heel pain" in page


def test_a_picture_of_an_exercise_is_one_of_ours(client: TestClient) -> None:
    assert client.get("/picture/heel-raise").text.startswith("<svg")
    for name in ("no-such", "..%2f..%2fclinic", "%2e%2e/clinic.yaml"):
        assert client.get(f"/picture/{name}").status_code == 404


def test_both_copies_are_one_file_and_only_the_clinics_has_the_private_note(client: TestClient) -> None:
    said = {**CALF, **TWO, "private_note": "Ask about work."}
    whole = client.post("/both", data=said).content
    mine, both = page_text(client.post("/pdf", data=said).content), page_text(whole)
    assert "Ask about work." not in mine and both.count("Ask about work.") == 1
    assert both.count("Page 1 of ") == 2
    assert faults(whole) == []


def test_a_pdf_opens_with_its_password_alone(client: TestClient) -> None:
    content = client.post("/pdf", data={**CALF, "password": "correct horse"}).content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(content))
    assert pikepdf.open(BytesIO(content), password="correct horse").pages
    short = client.post("/pdf", data={**CALF, "password": "short"})
    assert short.status_code == 422 and "too short" in fault(short.text, "password")
    assert 'value="short"' not in short.text


def test_every_block_has_its_words(desk: Desk) -> None:
    assert {*BLOCKS} == {
        key.replace("_", "-") for key, _ in desk.library.speech.words.desk.blocks_titles.items()
    }
