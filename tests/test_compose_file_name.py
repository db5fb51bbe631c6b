"""The name of a file gives away no more than it must, and is safe on every system."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.compose.person import file_name
from handouts.schema.plan import Patient

DAY = datetime.date(2026, 11, 20)
TITLE = "Calf and heel pain"


def named(*, with_name: bool = False, **patient: str) -> str:
    return file_name(Patient(**patient), TITLE, day=DAY, with_name=with_name)


def test_the_id_comes_before_the_initials() -> None:
    assert named(name="Sample Patient", initials="S.P.", id="4711") == "4711-2026-11-20.pdf"


def test_the_initials_stand_for_a_person_without_an_id() -> None:
    assert named(name="Sample Patient", initials="S.P.") == "S-P-2026-11-20.pdf"


def test_a_name_is_cut_to_its_initials() -> None:
    assert named(name="Sample van der Patient") == "SvdP-2026-11-20.pdf"


def test_the_full_name_stands_there_only_when_asked() -> None:
    assert named(with_name=True, name="Sample Patient", id="4711") == "Sample-Patient-4711-2026-11-20.pdf"


def test_nobody_gets_the_title() -> None:
    assert file_name(None, TITLE, day=DAY) == "calf-and-heel-pain-2026-11-20.pdf"


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\boot.ini", "C-boot-ini"),
        ("a\x00b", "a-b"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("///", "calf-and-heel-pain"),
        ("CON", "CON"),
    ],
)
def test_a_hostile_id_is_only_letters_and_digits(hostile: str, safe: str) -> None:
    assert named(id=hostile) == f"{safe}-2026-11-20.pdf"


@given(st.text(max_size=30))
def test_any_id_gives_a_name_without_signs(text: str) -> None:
    patient = Patient.model_construct(id=text, initials=None, name=None)
    name = file_name(patient, TITLE, day=DAY)
    assert re.fullmatch(r"\w[\w-]*-2026-11-20\.pdf", name)
    assert len(name.encode()) < 255
