"""Look in a composed handout for what the checklists of patient material ask: yes, no, or for a person.

Each function answers one question. True and False are said only of what is looked at here; None means that a
person must judge it. A function that can see a fault but no merit answers False or None.

Bounds that no source gives are ours: 60 words in a paragraph, 20 in a step, 8 steps in an exercise.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from handouts.compose.exercise_blocks import (
    ExerciseCard,
    Exercises,
    Light,
    OwnWords,
    PainRule,
    Summary,
)
from handouts.compose.handout import Handout
from handouts.compose.information_blocks import (
    Choices,
    Contact,
    Imprint,
    Paragraph,
    Part,
    Questions,
    TextBlock,
    TextList,
    WhatHelps,
)
from handouts.compose.text import Span, string_of
from handouts.drawing.map_parts import MapDrawing
from handouts.drawing.picture import Picture
from handouts.library.reading_level import FEWEST_WORDS, HIGHEST_GRADE, reading_grade, sentences_in

Answer = bool | None
Look = Callable[[Handout], Answer]
Kind = TypeVar("Kind")

LONGEST_PARAGRAPH, LONGEST_STEP, MOST_STEPS = 60, 20, 8
# EQIP item 27.
LONGEST_SENTENCE_ON_AVERAGE = 15
_SUM_TO_DO = re.compile(r"\b(half|halve|(?<!seeing )double|twice as|percent)\b|%", re.IGNORECASE)
_HOW_MANY = re.compile(r"\d (in|of|out of) (every )?\d+ (people|adults|patients|runners)|\d ?%|percent")
_ADDRESS = re.compile(r"\bhttps?://|\bwww\.")
_READER = re.compile(r"\byou(r|rs)?\b", re.IGNORECASE)


def texts_in(value: Any) -> Iterator[str]:
    """Yield each text inside a block, or whatever holds blocks, in order; pictures have none."""
    if isinstance(value, Light):
        yield value.text
    elif isinstance(value, tuple) and value and all(isinstance(one, Span) for one in value):
        yield string_of(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value) and not isinstance(value, Picture | MapDrawing | Imprint):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def _blocks(handout: Handout, kind: type[Kind]) -> list[Kind]:
    return [one for one in handout.content.blocks if isinstance(one, kind)]


def _parts(handout: Handout) -> list[Part]:
    return [part for block in _blocks(handout, TextBlock) for part in block.parts]


def _cards(handout: Handout) -> list[ExerciseCard]:
    return [card for block in _blocks(handout, Exercises) for card in block.cards]


def has(*kinds: type, key: str = "") -> Look:
    """Return the look for a block of one of these kinds, with something under a key where one is named."""
    return lambda handout: any(
        isinstance(one, kinds) and bool(not key or getattr(one, key)) for one in handout.content.blocks
    )


def says(block: str) -> Look:
    """Return the look for the text block with this id."""
    return lambda handout: any(one.id == block for one in _blocks(handout, TextBlock))


def each_has(*keys: str) -> Look:
    """Return the look for exercises that each have something under every one of these keys."""

    def look(handout: Handout) -> Answer:
        cards = _cards(handout)
        return bool(cards) and all(getattr(card, key) for card in cards for key in keys)

    return look


def _in_english(handout: Handout) -> bool:
    return handout.content.language.split("-")[0] == "en"


def judged(look: Look) -> Look:
    """Return a look that is False where another one is; where that is True, a person must judge."""
    return lambda handout: _only_if_absent(look(handout))


def _only_if_absent(found: object) -> Answer:
    """Return False for what is not there; how good it is where it is there, a person must judge."""
    return None if found else False


def says_what_for(handout: Handout) -> Answer:
    """Whether one sentence at the top says what to do and what for."""
    return bool(handout.content.message)


def is_easy_to_read(handout: Handout) -> Answer:
    """False where a block reads too hard; the grade alone does not say that words are known."""
    if not _in_english(handout):
        return None
    for block in handout.content.blocks:
        texts = list(texts_in(block))
        words = sum(len(text.split()) for text in texts)
        if words >= FEWEST_WORDS and reading_grade(texts) > HIGHEST_GRADE:
            return False
    return None


def asks_no_sums(handout: Handout) -> Answer:
    """False where the words ask for half or double of something and do not say how much that is.

    Other sums a person must find.
    """
    blocks = tuple(one for one in handout.content.blocks if not (isinstance(one, PainRule) and one.half))
    found = any(_SUM_TO_DO.search(text) for text in texts_in(blocks))
    return None if not _in_english(handout) or not found else False


def has_short_paragraphs(handout: Handout) -> Answer:
    """Whether no paragraph is long."""
    parts = _parts(handout)
    paragraphs = [string_of(part.text) for part in parts if isinstance(part, Paragraph)]
    return all(len(text.split()) <= LONGEST_PARAGRAPH for text in paragraphs)


def has_headings(handout: Handout) -> Answer:
    """Whether each block that has a heading's place has one, and no two have the same."""
    headed = [one for one in handout.content.blocks if not isinstance(one, Contact | Imprint | OwnWords)]
    headings = [one.heading for one in headed]
    return all(headings) and len(set(headings)) == len(headings)


def stresses_key_points(handout: Handout) -> Answer:
    """Whether strong words catch the eye in each of the signs that come first, and in the plan box."""
    texts = [question.sign + question.action for question in handout.content.help_strip.questions]
    texts += [block.minutes for block in _blocks(handout, Summary)]
    return bool(texts) and all(any(span.strong for span in text) for text in texts)


def has_captions(handout: Handout) -> Answer:
    """False where the picture of an exercise has no words under it."""
    captions = [
        caption
        for card in _cards(handout)
        for caption in (
            [photo.caption for photo in card.picture] if isinstance(card.picture, tuple) else [card.caption]
        )
    ]
    return None if all(captions) else False


def asks_to_act(handout: Handout) -> Answer:
    """Whether there is an exercise with steps, or a list of steps to follow."""
    parts = _parts(handout)
    return any(card.steps for card in _cards(handout)) or any(
        isinstance(part, TextList) and part.ordered for part in parts
    )


def speaks_to_the_reader(handout: Handout) -> Answer:
    """Whether it says `you`."""
    found = any(_READER.search(text) for text in texts_in(handout.content.blocks))
    return found if _in_english(handout) else None


def has_short_steps(handout: Handout) -> Answer:
    """Whether each exercise has steps, not many, each short."""
    steps = [card.steps for card in _cards(handout)]
    short = all(len(string_of(step).split()) <= LONGEST_STEP for listed in steps for step in listed)
    return bool(steps) and short and all(0 < len(listed) <= MOST_STEPS for listed in steps)


def begins_with_the_plan(handout: Handout) -> Answer:
    """Whether the plan box is the first block; the signs to get help for always stand before it."""
    return bool(handout.content.blocks) and isinstance(handout.content.blocks[0], Summary)


def has_evidence(handout: Handout) -> Answer:
    """False where no block tells what helps; whether it says what is not known, a person must judge."""
    parts = _parts(handout)
    return _only_if_absent(_blocks(handout, WhatHelps) or any(isinstance(one, Choices) for one in parts))


def names_alternatives(handout: Handout) -> Answer:
    """False where nothing is said of other treatment; that doing nothing is among it, a person must see."""
    return _only_if_absent(says("treatment")(handout) or _blocks(handout, WhatHelps))


def counts_people(handout: Handout) -> Answer:
    """False where nothing is said as so many of so many people."""
    return _only_if_absent(any(_HOW_MANY.search(text) for text in texts_in(handout.content.blocks)))


def has_precautions(handout: Handout) -> Answer:
    """Whether each exercise says what to avoid or when to ask first."""
    cards = _cards(handout)
    return bool(cards) and all(one.avoid or any(n.kind == "ask-first" for n in one.notes) for one in cards)


def leads_further(handout: Handout) -> Answer:
    """False where no text and no source has a web address; the clinic's own does not count."""
    said = [*texts_in(tuple(_blocks(handout, TextBlock)))]
    said += [string_of(block.sources) for block in _blocks(handout, Imprint)]
    return _only_if_absent(any(map(_ADDRESS.search, said)))


def has_lines(handout: Handout) -> Answer:
    """Whether there are lines to write on; those that only fill room that is left, a person must see."""
    found = _blocks(handout, Questions)
    return any(block.chosen for block in found) or _only_if_absent(found)


def has_logo(handout: Handout) -> Answer:
    """Whether the letterhead has a logo; on pre-printed paper a person must see."""
    head = handout.content.letterhead
    return None if head and head.blank else bool(head and head.logo)


def names_its_maker(handout: Handout) -> Answer:
    """Whether a clinic is named."""
    return bool(handout.content.author)


def has_short_sentences(handout: Handout) -> Answer:
    """Whether sentences have fewer than 15 words on average."""
    sentences = sentences_in(texts_in(handout.content.blocks))
    words = sum(len(sentence.split()) for sentence in sentences)
    return words < LONGEST_SENTENCE_ON_AVERAGE * len(sentences) if _in_english(handout) else None


def says_when_to_do_more(handout: Handout) -> Answer:
    """Whether it says when to do more: in the pain rule, or in a text of its own."""
    texts = any(block.id in ("next-step", "build-up") for block in _blocks(handout, TextBlock))
    return texts or any(block.more for block in _blocks(handout, PainRule))


def is_tailored(handout: Handout) -> Answer:
    """Whether an exercise says what is changed for this person."""
    return any(note.kind == "changed" for card in _cards(handout) for note in card.notes)
