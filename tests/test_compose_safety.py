"""The warning signs and whom to ask, from the shipped content."""

from handouts.compose.safety import compose_contact
from handouts.compose.text import plain
from handouts.library.content import Library
from handouts.library.folders import CONTENT
from handouts.library.words import find_words

SAFETY = Library(CONTENT).find_safety("lower-leg")
ENGLISH = find_words("en", [CONTENT])


def test_the_contact_says_every_sign_that_can_wait() -> None:
    country = ENGLISH.country("gb")
    contact = compose_contact(None, SAFETY, country, review=None, speech=ENGLISH)
    said = plain(contact.later)
    assert said == f"{SAFETY.soon_heading} {country.soon} {SAFETY.soon.text}"
    assert "stops your walk" in said
    assert [span.text for span in contact.later if span.strong] == [SAFETY.soon_heading]
