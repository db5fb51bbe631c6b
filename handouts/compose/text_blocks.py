"""Turn the written blocks of a condition, and shared advice, into text blocks."""

from collections.abc import Callable, Iterator

from handouts.compose.blocks import (
    Bullets,
    CaptionedPicture,
    Choice,
    Choices,
    DrawnFigure,
    Paragraph,
    Part,
    Steps,
    Subheading,
    TextBlock,
)
from handouts.compose.text import Text, text_of
from handouts.library.words import Speech, fill
from handouts.schema import condition as written
from handouts.schema.base import Limb, Statement

Say = Callable[[Statement], Text]


def sayer(side: str | None, limb: Limb, speech: Speech, *, us: str) -> Say:
    """Return the function that says a statement for one side, to a reader who can ask `us`."""
    said = speech.side(side or "sore", limb)
    return lambda statement: text_of(fill(statement.text, side=said.side, limb=said.limb, us=us))


def compose_text(
    id: str, block: written.TextBlock, *, say: Say, speech: Speech, picture: DrawnFigure | None = None
) -> TextBlock:
    """Return a written block, with its picture and caption first where it has one."""
    parts = [part for one in block.parts for part in _parts(one, say, speech)]
    caption = block.caption if isinstance(block, written.Advice) else None
    if picture is not None:
        parts.insert(0, CaptionedPicture(picture, caption or ""))
    return TextBlock(id, block.heading, tuple(parts))


def _parts(part: written.Part, say: Say, speech: Speech) -> Iterator[Part]:
    if part.heading:
        yield Subheading(part.heading)
    if part.text:
        yield Paragraph(say(part.text))
    if part.bullets:
        yield Bullets(tuple(map(say, part.bullets)))
    if part.steps:
        yield Steps(tuple(map(say, part.steps)))
    if part.options:
        yield Choices(tuple(_choice(option, say, speech) for option in part.options))


def _choice(option: written.Option, say: Say, speech: Speech) -> Choice:
    return Choice(
        option.name, say(option.what), say(option.known), getattr(speech.words.grades, option.grade)
    )
