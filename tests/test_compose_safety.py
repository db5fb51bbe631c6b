"""The warning signs and whom to call, from the shipped content, for every kind of place and reader."""

import re
from pathlib import Path

import pytest
from commands import handouts, made_pdf, write_plan
from page_text import page_text
from pydantic import ValidationError

from handouts.compose.safety import Calls, calls_for, compose_contact, compose_red_flags, unknown_number
from handouts.compose.text import string_of
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.clinic import Clinic
from handouts.schema.country import country_names

LIBRARY = Library(CONTENT)
SAFETY = LIBRARY.find_safety("lower-leg")
ENGLISH = find_words("en", [CONTENT])
PLAN = "condition: soleus-trigger-points\nside: left\nexercises: [heel-raise]\n"


def clinic(**said: object) -> Clinic:
    return Clinic.model_validate({"name": "Sample Clinic", **said})


def calls(at: Clinic | None) -> Calls:
    return calls_for(at, at and at.country, LIBRARY.countries, ENGLISH)


def pills(at: Clinic | None) -> list[str]:
    return [group.call for group in compose_red_flags(SAFETY, calls(at)).groups]


def printed(clinic_file: str, more: str = "") -> str:
    """Return the words of the handout of one plan beside a clinic, or beside none."""
    if clinic_file:
        Path("clinic.yaml").write_text(clinic_file, "utf-8")
    return " ".join(page_text(made_pdf(write_plan(PLAN + more))).split())


@pytest.mark.parametrize("code", sorted(LIBRARY.countries))
def test_every_country_of_the_list_has_its_number_in_the_box_and_on_page_1(code: str) -> None:
    numbers = LIBRARY.countries[code]
    assert code in country_names()
    assert pills(clinic(country=code))[0] == f"Call {numbers.ambulance} now"
    assert set(numbers.sources) <= set(LIBRARY.sources)


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("gb", "999"),
        ("ca", "911"),
        ("za", "10177"),
        ("ie", "112"),
        ("in", "112"),
        ("sg", "995"),
        ("ch", "144"),
        ("no", "113"),
    ],
)
def test_the_countries_that_were_missing_are_there(code: str, number: str) -> None:
    assert number in pills(clinic(country=code))[0]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("uk", "gb"),
        ("UK", "gb"),
        ("U.K.", "gb"),
        ("the USA", "us"),
        ("U.S.A.", "us"),
        ("Éire", "ie"),
        ("United Kingdom", "gb"),
        ("scotland", "gb"),
        ("Northern Ireland", "gb"),
        ("IE", "ie"),
        ("ireland", "ie"),
        ("USA", "us"),
        ("Germany", "de"),
        ("no", "no"),
        ("New Zealand", "nz"),
        ("South Africa", "za"),
    ],
)
def test_a_country_is_understood_by_its_code_or_name(said: str, code: str) -> None:
    assert clinic(country=said).country == code


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("xx", "two small letters"),
        ("en", "two small letters"),
        ("eu", "two small letters"),
        ("zz", "two small letters"),
        ("germny", "`de` (Germany)"),
        ("norwey", "`no` (Norway)"),
        ("Untied Kingdom", "`gb` (United Kingdom)"),
        ("", "two small letters"),
    ],
)
def test_what_is_no_country_is_refused_with_a_way_out(said: str, hint: str) -> None:
    with pytest.raises(ValidationError, match="is not a country") as caught:
        clinic(country=said)
    assert hint in str(caught.value)


def test_the_clinics_own_numbers_win_over_those_of_its_country() -> None:
    own = {"ambulance": "0700 1", "advice": "0700 2", "out_of_hours": "0700 3"}
    flags = compose_red_flags(SAFETY, calls(clinic(country="gb", emergency=own)))
    assert [group.call for group in flags.groups] == [
        "Call 0700 1 now",
        "Go to A&E today",
        "Call 0700 2 or your GP today",
    ]
    assert string_of(flags.groups[2].closed) == "Closed? Call 0700 3."


@pytest.mark.parametrize(
    ("at", "closed"),
    [
        (clinic(country="gb"), ""),
        (clinic(country="de"), "Closed? Call 116 117."),
        (clinic(country="fr"), "Closed? Call a doctor on duty, or go to a hospital."),
        (clinic(country="us"), "Closed? Call a doctor on duty, or go to the ER."),
        (clinic(country="fr", emergency={"out_of_hours": "0700 3"}), "Closed? Call 0700 3."),
        (None, "Closed? Call a doctor on duty, or go to a hospital."),
    ],
)
def test_whom_to_call_today_names_the_way_out_of_hours(at: Clinic | None, closed: str) -> None:
    assert string_of(compose_red_flags(SAFETY, calls(at)).groups[2].closed) == closed


def test_a_sheet_without_a_number_says_so_and_the_person_who_makes_it_is_warned(no_clinic: Path) -> None:
    words = printed("")
    assert "Call your local emergency number now" in words
    result = handouts("make", "plan.yaml", "-o", "again.pdf")
    assert "warning: no country is named" in result.stderr
    assert "country: gb" in result.stderr


@pytest.mark.parametrize("country", ["br", "Kenya", "th", "mx", "fj"])
def test_a_country_without_a_known_number_is_named_in_the_warning(folder: Path, country: str) -> None:
    at = clinic(country=country)
    message, hint = unknown_number(at, at.country, LIBRARY.countries) or ("", "")
    assert country_names()[at.country or ""] in message
    assert "emergency: {ambulance:" in hint
    own = clinic(country=country, emergency={"ambulance": "123"})
    assert unknown_number(own, own.country, LIBRARY.countries) is None
    assert pills(own)[0] == "Call 123 now"


@pytest.mark.parametrize("number", ["999", "000", "0112", "10177", "'911'", "1800 022 222"])
def test_a_number_of_the_clinic_is_printed_as_it_is_written(folder: Path, number: str) -> None:
    words = printed(f"name: Sample Clinic\ncountry: br\nemergency: {{ambulance: {number}}}\n")
    assert f"Call {number.strip(chr(39))} now" in words


def test_words_without_a_number_to_call_in_an_emergency_are_refused(folder: Path) -> None:
    Path("clinic.yaml").write_text("name: Sample Clinic\nemergency: {ambulance: an ambulance}\n", "utf-8")
    result = handouts("make", write_plan(), "--clinic", "clinic.yaml", "-o", "made.pdf")
    assert "clinic.yaml:2:24: `ambulance` is `an ambulance`, which has no number to call" in result.stderr
    assert not Path("made.pdf").exists()


def test_a_sudden_cold_foot_is_an_emergency_and_numbness_that_stays_is_for_today(folder: Path) -> None:
    emergency, _, today = (
        [string_of(sign) for sign in group.signs] for group in compose_red_flags(SAFETY, calls(None)).groups
    )
    assert "A foot that suddenly turns cold, pale, blue or numb" in emergency
    assert any(sign.startswith("New numbness that stays") for sign in today)
    assert not any("suddenly" in sign for sign in today)


@pytest.mark.parametrize(
    "sign",
    [
        "leg out of shape after an injury",
        "Weight loss without reason, or past cancer",
        "Diabetes: foot pain, a wound or a new colour",
        "ciprofloxacin or other “floxacin” pills",
        "More likely after an operation, a cast, a long trip or a birth",
        "Also on the pill or HRT, when pregnant, or with cancer",
    ],
)
def test_a_sign_of_the_fact_base_is_on_paper(folder: Path, sign: str) -> None:
    assert sign in printed("name: Sample Clinic\ncountry: gb\n")


def test_one_who_has_no_clinic_is_not_told_to_ask_us(no_clinic: Path) -> None:
    alone = printed("", "blocks: [exercises, treatment, self-massage, pain-rule, contact]\n")
    assert "Ask first" in alone and "Ask us" not in alone
    assert "Tell your doctor." in alone
    assert not re.search(r"\b[Uu]s\b", alone)


def test_one_who_has_a_clinic_is_told_to_ask_it(folder: Path) -> None:
    words = printed("name: Sample Clinic\ncountry: gb\nphone: 01632 960123\n")
    assert "Ask us first" in words
    assert "Tell us or your GP." in words
    assert "your doctor or physio" not in words


def test_the_contact_says_every_sign_that_can_wait() -> None:
    at = clinic(country="gb")
    contact = compose_contact(at, (SAFETY,), calls(at), None)
    said = string_of(contact.later)
    assert said == f"{SAFETY.soon_heading} Tell us or your GP. {SAFETY.soon.text}"
    assert "stops your walk" in said
    assert [span.text for span in contact.later if span.strong] == [SAFETY.soon_heading]
