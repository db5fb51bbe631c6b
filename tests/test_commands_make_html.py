"""`handouts make --html`: a web page beside the PDF, as private as that, and never over anything else."""

import re
from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan
from own_content import plan_of, write_exercise, write_photo
from web_page import Element, read_page

pytestmark = pytest.mark.usefixtures("folder")

NAMED = PLAN.replace("Sample Patient", "Zebedee Quillfeather")


def made(*words: str, plan: str = PLAN) -> Path:
    result = handouts("make", write_plan(plan), "-o", "a.pdf", "--html", "a.html", *words)
    assert result.exit_code == 0, result.stderr
    return Path("a.html")


def page(*words: str, plan: str = PLAN) -> Element:
    return read_page(made(*words, plan=plan).read_bytes())


def test_it_stands_beside_the_pdf_and_both_are_told() -> None:
    result = handouts("make", write_plan(), "-o", "a.pdf", "--html", "a.html")
    assert (result.exit_code, result.stdout) == (0, "a.pdf\na.html\n")
    assert here() == {"plan.yaml", "a.pdf", "a.html"}


def test_a_pdf_for_stdout_has_stdout_alone() -> None:
    result = handouts("make", write_plan(), "-o", "-", "--html", "a.html")
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert result.stdout_bytes.rstrip().endswith(b"%%EOF")
    assert Path("a.html").is_file()


def test_the_name_is_where_paper_has_it_and_nowhere_else() -> None:
    raw = made(plan=NAMED).read_text("utf-8")
    assert raw.count("Zebedee") == raw.count("Quillfeather") == 1
    (name,) = [one for one in read_page(raw.encode()).named("dd") if "Zebedee" in one.text]
    assert name.text == "Zebedee Quillfeather"


def test_the_title_says_what_the_clinic_allows() -> None:
    Path("clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\nprivacy: {title: id}\n", "utf-8")
    titles = [one.inside for one in page(plan=NAMED).named("title")]
    assert titles == [["Calf and heel pain · ID 4711"]]


@pytest.mark.parametrize("key", ["goal", "note"])
def test_markup_in_a_text_is_only_text(key: str) -> None:
    typed = '</p><script>alert(1)</script> <img src=x onerror=y> & "quoted" &amp; ]]> See page {page}.'
    root = page(plan=f"{PLAN}{key}: '{typed}'\n")
    assert typed in root.text
    assert not root.named("script", "img")


def test_markup_in_a_name_or_a_title_is_only_text() -> None:
    write_exercise("chin-nod", title="'Nod <b>\"now\"</b>'")
    plan = plan_of("chin-nod").read_text("utf-8").replace("Sample Patient", "O<i>Neil")
    root = page(plan=plan)
    assert not root.named("i")
    assert 'Nod <b>"now"</b>' in [one.text.split(" ", 1)[-1] for one in root.named("h3")]
    assert "O<i>Neil" in [one.text for one in root.named("dd")]


def test_a_photo_of_ones_own_is_in_the_page_with_its_words() -> None:
    write_photo("nod.jpg")
    write_exercise("chin-nod", "picture: nod.jpg\nalt: A person nods.\n")
    plan_of("chin-nod")
    root = page(plan=Path("plan.yaml").read_text("utf-8"))
    said = [one.attributes for one in root.named("img")]
    assert [one["alt"] for one in said] == ["", "A person nods."]
    assert all(one["src"].startswith("data:image/jpeg;base64,") for one in said)


def test_what_is_the_clinics_is_on_its_copy_alone() -> None:
    private = ("--private-note", "Ask about the wasps")
    assert "wasps" not in page(*private).text
    root = page(*private, "--copy", "clinic")
    assert "wasps" in root.text
    assert root.text.index("Clinic copy") < root.text.index("Calf and heel pain")


def test_a_page_of_the_same_person_is_replaced() -> None:
    made()
    before = Path("a.html").read_bytes()
    made("--goal", "Walk to the harbour")
    assert Path("a.html").read_bytes() != before


@pytest.mark.parametrize(
    "other", [("--id", "4712"), ("--patient", "Another Patient")], ids=lambda words: words[0]
)
def test_a_page_of_somebody_else_is_not_replaced_without_force(other: tuple[str, str]) -> None:
    before = made().read_bytes()
    words = ("make", "plan.yaml", "-o", "b.pdf", "--html", "a.html", *other)
    result = handouts(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a.html: this is there already, and does not say that it is the same person's" in result.stderr
    assert "Give it another name with `--html a-2.html`" in result.stderr
    assert (Path("a.html").read_bytes(), Path("b.pdf").exists()) == (before, False)
    assert handouts(*words, "--force").exit_code == 0
    assert Path("a.html").read_bytes() != before


def test_who_is_known_by_initials_alone_is_not_known() -> None:
    plan = PLAN.replace('{name: Sample Patient, id: "4711"}', "{initials: S.P.}")
    made(plan=plan)
    result = handouts("make", "plan.yaml", "-o", "b.pdf", "--html", "a.html", "--goal", "Walk far")
    assert result.exit_code == 1


def test_where_it_cannot_go_is_told_with_all_other_faults() -> None:
    Path("notes.html").write_text("My notes", "utf-8")
    write_plan(PLAN.replace("heel-raise", "heel-rise"))
    result = handouts("make", "plan.yaml", "--html", "notes.html")
    assert (result.exit_code, here()) == (1, {"plan.yaml", "notes.html"})
    assert "notes.html: this is there already and is no HTML file, so it is left alone." in result.stderr
    assert "there is no exercise `heel-rise`" in result.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.pdf", "a web page is an HTML file, and this name does not end so. Write `a.html`."),
        ("gone/a.html", "there is no folder `gone`."),
    ],
)
def test_a_name_that_will_not_do_is_told(name: str, said: str) -> None:
    result = handouts("make", write_plan(), "--html", name)
    assert (result.exit_code, here()) == (1, {"plan.yaml"})
    assert said in result.stderr


def test_nothing_open_is_written_beside_what_a_password_protects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", "a long password")
    result = handouts("make", write_plan(), "--html", "a.html")
    assert (result.exit_code, here()) == (2, {"plan.yaml"})
    assert "A password protects the PDF, and not what --html writes." in result.stderr


def test_no_other_words_are_in_the_head_than_those_of_every_handout() -> None:
    head = made(plan=NAMED + "goal: Walk to the harbour\n").read_text("utf-8").split("<style>")[0]
    assert not re.search("Zebedee|harbour|4711", head)
