"""Running text with headings, lists and pictures, and what helps in a few lines."""

from dataclasses import dataclass

from handouts.handout.plan import Posed
from handouts.handout.text import Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a text block."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A list to be followed in order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can help, what is known of it, and how sure that is."""

    name: str
    what: Text
    known: Text
    sure: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Things that can help, side by side."""

    items: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CaptionedPicture:
    """A figure beside the text of its block."""

    picture: Posed
    caption: str


Part = Paragraph | Subheading | Bullets | Steps | Choices | CaptionedPicture


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading and what is said under it."""

    id: str
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class WhatHelps:
    """What helps, in a few lines."""

    heading: str
    statements: tuple[Text, ...]
