"""A clinic's number and addresses lead there, and nowhere else."""

import pytest

from handouts.compose.clinic import contact_spans, phone_span
from handouts.compose.text import Link
from handouts.library import CONTENT
from handouts.library.words import find_words
from handouts.schema.clinic import Clinic

ENGLISH = find_words("en", [CONTENT])
CLINIC = Clinic(name="Sample Clinic")


def links(**known: str) -> list[Link | None]:
    clinic = Clinic.model_validate({"name": "Sample Clinic", **known})
    return [span.link for span in contact_spans(clinic, ENGLISH)]


@pytest.mark.parametrize(
    ("phone", "target"),
    [
        ("01632 960 123", "tel:01632960123"),
        ("+44 (0)1632 960-123", "tel:+441632960123"),
        ("+44 1632 960 123 ext 45", "tel:+441632960123"),
        ("555-0100", "tel:5550100"),
    ],
)
def test_a_number_can_be_called(phone: str, target: str) -> None:
    span = phone_span(phone, CLINIC, ENGLISH)
    assert span.text == phone
    assert span.link == Link(target, "Call Sample Clinic")


@pytest.mark.parametrize("phone", ["ask at the desk", "12", "ext 4"])
def test_what_is_no_number_stays_words(phone: str) -> None:
    assert phone_span(phone, CLINIC, ENGLISH).link is None


def test_an_email_comes_before_the_web_address() -> None:
    email, web = "hello@clinic.example", "clinic.example/help"
    assert links(email=email, website=web) == [Link(f"mailto:{email}", "Write to Sample Clinic")]
    assert links(website=web) == [Link("https://clinic.example/help", "Website of Sample Clinic")]
    assert links(website="https://clinic.example") == links(website="clinic.example")


@pytest.mark.parametrize(
    "email",
    ["hello@clinic.example?bcc=x@y.example", "a b@clinic.example", "hello@clinic", "javascript:x@y.z"],
)
def test_an_email_that_carries_more_than_an_address_is_no_link(email: str) -> None:
    assert links(email=email) == [None]


@pytest.mark.parametrize(
    "web", ["javascript:alert(1)", "http://clinic.example", "file:///etc", "clinic", "a.b c"]
)
def test_only_a_plain_web_address_is_a_link(web: str) -> None:
    assert links(website=web) == [None]
