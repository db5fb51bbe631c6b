"""What a person types is printed as typed: no text of theirs is ever read as markup, wherever it stands."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from commands import handouts
from judge import faults
from pydantic import BaseModel
from text_fields import EACH, Field, text_fields, with_text

import handouts as handouts_package
from handouts.schema.clinic import Clinic
from handouts.schema.exercise import Exercise
from handouts.schema.plan import Plan
from handouts.source import write_source

pytestmark = pytest.mark.usefixtures("folder")

TYPED = (
    "<b>x",
    '<img src="/etc/hostname">',
    "**x**",
    "{side}",
    "{page}",
    "{n}{name}{goal}",
    "&amp;",
    "]]>",
    "%PDF",
    "(unbalanced",
    "\\",
    "[la:x]",
    "$(id) `id`",
)
PLAN: dict[str, Any] = {
    "condition": "soleus-trigger-points",
    "patient": {"name": "Sample Patient", "initials": "S.P.", "id": "4711"},
    "date": "2026-11-20",
    "side": "left",
    "goal": "Walk",
    "note": "Well done",
    "exercises": [
        {"exercise": "heel-raise", "note": "Slowly"},
        {"title": "Wall press", "steps": ["Press."], "dose": "2x10"},
    ],
    "texts": {"overview": {"heading": "What it is", "paragraphs": {"1": "A muscle."}}},
}
CLINIC: dict[str, Any] = {
    "name": "Sample Physiotherapy Clinic",
    "initials": "SPC",
    "address": ["1 Example Street"],
    "phone": "01632 960 123",
    "email": "hello@clinic.example",
    "website": "clinic.example",
    "hours": "Monday to Friday",
    "country": "gb",
    "clinician": {"name": "Alex Example", "role": "Physiotherapist"},
    "reviewed": {"by": "Alex Example", "date": "2026-11-01"},
    "links": [{"title": "How to find us", "address": "https://clinic.example/find-us"}],
}
# What a plan says of an exercise that it writes out, and in place of a text: it may have the marks of
# content, and a mark that is none is refused, as `test_marks_filled.py` holds.
OWN_FIELDS: list[Field] = [
    *(
        (("exercises", 1, *at), longest)
        for at, longest in text_fields(Exercise)
        if at in {("title",), *((key, "text") for key in ("purpose", "feel", "avoid", "ask_first"))}
    ),
    (("exercises", 1, "steps", 0), 400),
    (("texts", "overview", "heading"), 34),
    (("texts", "overview", "paragraphs", "1"), 400),
]


def said_fields(model: type[BaseModel]) -> list[Field]:
    """Return the texts of a model; an exercise is named, and what has names of its own is in `OWN_FIELDS`."""
    found = text_fields(model)
    return [field for field in found if not {EACH, "own"} & {*field[0]} and field[0][-1] != "exercise"]


PLAN_FIELDS = said_fields(Plan)
CLINIC_FIELDS = said_fields(Clinic)


def marked(number: int, longest: int, typed: str) -> str:
    """Return a text with a letter of its own, so that it is found where it belongs."""
    return f"{chr(ord('а') + number)}{typed}"[:longest].strip()


def filled(data: dict[str, Any], fields: list[Field], *, first: int, typed: str) -> dict[str, Any]:
    for number, (at, longest) in enumerate(fields, start=first):
        data = with_text(data, at, marked(number, longest, typed))
    return data


def made(plan: dict[str, Any], clinic: dict[str, Any], *options: str) -> bytes:
    Path("plan.yaml").write_text(write_source(plan), "utf-8")
    Path("clinic.yaml").write_text(write_source(clinic), "utf-8")
    result = handouts("make", "plan.yaml", "-o", "out.pdf", *options)
    assert result.exit_code == 0, result.stderr
    return Path("out.pdf").read_bytes()


def printed(data: bytes) -> str:
    """Return everything that is printed, without the spaces and the breaks of lines."""
    document = pypdfium2.PdfDocument(data)
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return "".join("".join(texts).split())


def unprinted(texts: set[str], data: bytes) -> set[str]:
    found = printed(data)
    return {text for text in texts if "".join(text.split()) not in found}


@pytest.mark.parametrize("typed", TYPED)
def test_every_text_of_a_plan_and_a_clinic_is_printed_as_typed(typed: str) -> None:
    plan = filled(PLAN, PLAN_FIELDS, first=0, typed=typed)
    clinic = filled(CLINIC, CLINIC_FIELDS, first=len(PLAN_FIELDS), typed=typed)
    fields = enumerate([*PLAN_FIELDS, *CLINIC_FIELDS])
    texts = {marked(number, longest, typed) for number, (_, longest) in fields}
    data = made(plan, clinic)
    assert faults(data) == []
    left = unprinted(texts, data)
    # The clinic's own copy says what the patient's does not, and without an e-mail there is the web page.
    left = left and unprinted(left, made(plan, clinic, "--copy", "clinic"))
    without_email = {key: value for key, value in clinic.items() if key != "email"}
    assert not left or not unprinted(left, made(plan, without_email))


def test_the_fields_are_found_from_the_models() -> None:
    places = {at for at, _ in [*PLAN_FIELDS, *CLINIC_FIELDS]}
    assert places >= {("patient", "name"), ("exercises", 0, "note"), ("goal",), ("note",)}
    assert places >= {("address", 0), ("clinician", "role"), ("reviewed", "by"), ("hours",)}
    assert not places & {("logo",), ("clinic",), ("condition",)}


def test_no_reader_of_markup_is_ever_loaded() -> None:
    # The bar codes of ReportLab bring its flowables along, and so their reader; no text goes through it.
    made(PLAN, {key: value for key, value in CLINIC.items() if key != "links"})
    program = (
        "import sys; from handouts.commands import main\n"
        "try: main(['make', 'plan.yaml', '-o', 'again.pdf'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print([name for name in sys.modules if 'paraparser' in name or 'platypus' in name])\n"
    )
    package = {**os.environ, "PYTHONPATH": str(Path(handouts_package.__file__).parents[1])}
    run = subprocess.run([sys.executable, "-c", program], env=package, capture_output=True, text=True)
    assert run.stdout.splitlines()[-1:] == ["[]"], run.stderr


def test_a_text_that_is_not_printed_is_missed() -> None:
    assert unprinted({"Sample Patient", "nowhere"}, made(PLAN, CLINIC)) == {"nowhere"}
