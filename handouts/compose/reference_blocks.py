"""Turn a muscle and the words of the trade into text blocks to look things up in."""

from collections.abc import Iterator, Sequence

from handouts.compose.blocks import Bullets, Paragraph, Part, Subheading, TextBlock
from handouts.compose.text import Span, Text, text_of
from handouts.compose.text_blocks import Say
from handouts.library.content import Library
from handouts.library.words import Speech, fill
from handouts.schema.base import Statement
from handouts.schema.muscle import Muscle
from handouts.schema.reference import Glossary


def related_muscles(muscle: str, library: Library) -> list[Muscle]:
    """Return a muscle, its neighbours and those linked with it."""
    found = library.find_muscle(muscle)
    return [found, *map(library.find_muscle, (*found.neighbours, *found.linked))]


def compose_muscle(id: str, library: Library, *, say: Say, speech: Speech) -> TextBlock:
    """Return what a muscle is and does, its nerve, its sore spots, and the muscles it has to do with."""
    muscle, *others = related_muscles(id, library)
    near = len(muscle.neighbours)
    neighbours, linked, words = others[:near], others[near:], speech.words.muscle

    def parts() -> Iterator[Part]:
        yield Paragraph(_joined([muscle.what, muscle.starts, muscle.ends], say))
        yield Subheading(words.does)
        yield Bullets(tuple(map(say, muscle.does)))
        if muscle.nerve:
            yield Paragraph(say(muscle.nerve))
        yield Subheading(words.in_pain)
        yield Bullets(tuple(map(say, muscle.part_in_pain)))
        if neighbours:
            yield Subheading(words.neighbours)
            yield Bullets(tuple(_named(one, [one.what, one.starts], say, speech) for one in neighbours))
        if linked:
            yield Subheading(words.linked)
            yield Bullets(tuple(_named(one, [one.what, *one.part_in_pain], say, speech) for one in linked))

    heading = fill(words.heading, muscle=muscle.name.lower())
    return TextBlock("about-the-muscle", heading, tuple(parts()))


def compose_glossary(glossary: Glossary, *, speech: Speech) -> TextBlock:
    """Return the words of the trade with their meanings, in their order."""
    words = speech.words.glossary
    items = tuple(text_of(words.one, term=one.term, meaning=one.meaning) for one in glossary.terms)
    return TextBlock("glossary", words.heading, (Bullets(items),))


def _named(muscle: Muscle, said: Sequence[Statement], say: Say, speech: Speech) -> Text:
    return (*text_of(speech.words.muscle.one, name=muscle.name), *_joined(said, say))


def _joined(said: Sequence[Statement], say: Say) -> Text:
    """Return statements as one run of sentences."""
    first, *others = map(say, said)
    return (*first, *(span for text in others for span in (Span(" "), *text)))
