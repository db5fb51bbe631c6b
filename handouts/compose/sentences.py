"""Turn a written message with `**strong**` marks and `{placeholders}` into text."""

import re

from handouts.handout import Span, Text
from handouts.words import fill

_STRONG = re.compile(r"\*\*(.+?)\*\*")


def text_of(message: str, **values: object) -> Text:
    """Return a message as text; a filled-in value is never read for marks."""
    pieces = _STRONG.split(message)
    spans = (
        Span(fill(piece, **values), strong=bool(index % 2)) for index, piece in enumerate(pieces) if piece
    )
    return tuple(spans)


def as_typed(words: str) -> Text:
    """Return a person's own words, marks and braces included, as they typed them."""
    return (Span(words),)


def plain(text: Text) -> str:
    """Return text without its marks."""
    return "".join(span.text for span in text)
