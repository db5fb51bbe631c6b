"""A handout as a note for the record, and the email that a protected file goes with, both in plain text."""

from collections.abc import Iterator

from handouts.compose.exercise_blocks import ExerciseCard, Exercises, OwnWords, Summary
from handouts.compose.handout import Block, Handout
from handouts.compose.information_blocks import Contact, Imprint
from handouts.compose.text import Text, string_of
from handouts.library.words import Speech, fill


def compose_record_note(handout: Handout, speech: Speech) -> str:
    """Return the note of a clinic's copy: details, exercises with their doses, what else is in it, remarks.

    The name is left out: the record knows whose it is.
    """
    words, content = speech.words.record_note, handout.content
    title = fill(words.title, title=content.title)
    parts = (
        _details(handout, name=speech.words.identity.patient),
        _exercises(content.blocks, speech),
        _remarks(handout, words.also),
    )
    return "\n\n".join([title, *("\n".join(part) for part in map(list, parts) if part)]) + "\n"


def _details(handout: Handout, *, name: str) -> Iterator[str]:
    """Yield the details of the plan but the one labelled as the name, then those of the record."""
    copy = handout.person.clinic_copy
    details = dict.fromkeys((*handout.person.identity, *(copy.fields if copy else ())))
    yield from (f"{one.label}: {one.value}" for one in details if one.label != name)


def _exercises(blocks: tuple[Block, ...], speech: Speech) -> Iterator[str]:
    cards = [card for block in blocks if isinstance(block, Exercises) for card in block.cards]
    if cards:
        yield speech.count(speech.words.record_note.exercises, len(cards))
    for card in cards:
        yield from _exercise(card)


def _exercise(card: ExerciseCard) -> Iterator[str]:
    """Yield the dose of an exercise, and what is said to this person about it."""
    yield f"{card.number}. {card.title}: {card.spoken}" if card.spoken else f"{card.number}. {card.title}"
    for note in card.notes:
        if note.kind == "changed":
            yield f"   {note.lead} {string_of(note.text)}"


def _remarks(handout: Handout, also: str) -> Iterator[str]:
    """Yield the headings of what else is in it, goal and notes, cautions, and who has checked it."""
    blocks, copy = handout.content.blocks, handout.person.clinic_copy
    named = (
        block for block in blocks if not isinstance(block, Summary | OwnWords | Exercises | Contact | Imprint)
    )
    headings = "; ".join(block.heading for block in named)
    if headings:
        yield fill(also, headings=headings)
    said: list[Text | None] = []
    for block in blocks:
        said += [block.goal, block.note] if isinstance(block, Summary | OwnWords) else []
        said += [block.status] if isinstance(block, Imprint) else []
    said += (copy.note, *copy.cautions) if copy else ()
    yield from (string_of(text) for text in said if text)


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
