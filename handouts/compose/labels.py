"""What stands on labels to stick on: an exercise with its dose, or the next visit."""

import datetime
from typing import NamedTuple

from handouts.compose.exercise_blocks import ExerciseCard, Exercises
from handouts.compose.handout import Handout
from handouts.compose.text import Span, Text, one_span, text_of
from handouts.library.words import Speech

# Between the parts of a dose on one line.
BETWEEN = " · "


class Label(NamedTuple):
    """One label: its title, what it says, a line to write the `time` on, and small words at its foot."""

    title: str
    lines: tuple[Text, ...]
    foot: Text
    time: str = ""


def exercise_labels(handout: Handout, speech: Speech) -> tuple[Label, ...]:
    """Return a label for each exercise: its dose, its note, and the handout with all warnings."""
    code = handout.origin.code if handout.origin else ""
    foot = _foot(handout, text_of(speech.words.labels.see, code=code))
    cards = [card for block in handout.content.blocks if isinstance(block, Exercises) for card in block.cards]
    lead = speech.words.card.note
    return tuple(Label(card.title, _said(card, lead), foot) for card in cards)


def appointment_label(handout: Handout, review: datetime.date, speech: Speech) -> Label:
    """Return the label of the next visit, with a line for its time, and whom to call."""
    words, clinic = speech.words, handout.content.sheet_clinic
    day = one_span(f"{speech.weekdays('wide')[review.weekday()]} {speech.date(review)}", strong=True)
    lines = (day, clinic) if clinic else (day,)
    return Label(words.identity.review, lines, _foot(handout, ()), words.labels.time)


def _said(card: ExerciseCard, lead: str) -> tuple[Text, ...]:
    """Return the dose, and what is said to this person about it; `lead` is how such a note begins."""
    # Words of a dose that stay on one line in its strip stay so here.
    cells = [
        tuple(Span(word.text.replace(" ", "\N{NO-BREAK SPACE}"), word.kind != "plain") for word in cell.long)
        for cell in card.dose
    ]
    dose = tuple(span for cell in filter(None, cells) for span in (Span(BETWEEN), *cell))[1:]
    return (*([dose] if dose else []), *card.beside, *(note.text for note in card.notes if note.lead == lead))


def _foot(handout: Handout, more: Text) -> Text:
    whose = handout.person.footer.person
    return (*(one_span(f"{whose}. " if more else whose) if whose else ()), *more)
