"""The text of an email that a protected file goes with: how to open it, and nothing of what is in it."""

from collections.abc import Iterator

from handouts.compose.handout import Handout
from handouts.compose.information_blocks import Contact
from handouts.compose.text import string_of
from handouts.library.words import Speech, fill


def compose_covering_text(handout: Handout, speech: Speech) -> str:
    """Return a subject, a blank line and the text.

    Neither the person nor what it is about is named: whoever opens the mailbox would read it.
    """
    words, clinic = speech.words.email, handout.content.author
    subject = fill(words.subject if clinic else words.subject_no_clinic, clinic=clinic)
    steps = (f"{number}. {step}" for number, step in enumerate(words.steps, start=1))
    opening = "\n".join([words.to_open, *steps])
    parts = [subject, words.hello, words.attached, opening, *_asking(handout, speech), words.stray]
    ending = string_of(handout.content.sheet_clinic).replace("  ", "\n")
    return "\n\n".join(filter(None, [*parts, ending])) + "\n"


def _asking(handout: Handout, speech: Speech) -> Iterator[str]:
    """Yield where the password is, and whom to ask for it."""
    words = speech.words.email
    numbers = (string_of(block.number) for block in handout.content.blocks if isinstance(block, Contact))
    number = next(filter(None, numbers), "")
    yield fill(words.password if number else words.password_no_number, number=number)
