"""What a handout says beside the plan: texts, the map, when to get help, whom to ask, where it comes from."""

from dataclasses import dataclass, field
from typing import NamedTuple

from handouts.compose.exercise_blocks import DATED, DrawnFigure
from handouts.compose.text import Text
from handouts.drawing.map_parts import MapDrawing
from handouts.drawing.picture import Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a text block."""

    text: str


@dataclass(frozen=True, slots=True)
class TextList:
    """A list without order, or one to be followed in its order."""

    items: tuple[Text, ...]
    ordered: bool = False


class Choice(NamedTuple):
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

    picture: DrawnFigure
    caption: str


Part = Paragraph | Subheading | TextList | Choices | CaptionedPicture


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


class Spot(NamedTuple):
    """A numbered trigger point in words."""

    number: int
    text: Text


class LegendMark(NamedTuple):
    """A mark of the map, what it looks like to a listener, and what it means."""

    picture: Picture
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The trigger-point map: its parts, the numbered spots, the legend, and how far to trust it."""

    heading: str
    drawing: MapDrawing
    spots: tuple[Spot, ...]
    legend: tuple[LegendMark, ...]
    trust: Text


@dataclass(frozen=True, slots=True)
class HelpQuestion:
    """A sign and what to do, each strong where it must catch the eye."""

    sign: Text
    action: Text


@dataclass(frozen=True, slots=True)
class HelpStrip:
    """The signs that come before everything else; `short_questions` is for one-page sheets."""

    heading: str
    short_heading: str
    questions: tuple[HelpQuestion, ...]
    short_questions: tuple[HelpQuestion, ...]


@dataclass(frozen=True, slots=True)
class RedFlagGroup:
    """Where to turn and for which signs; `now` is the emergency, `closed` what to do out of hours."""

    call: str
    now: bool
    phone: bool
    signs: tuple[Text, ...]
    closed: Text = ()


@dataclass(frozen=True, slots=True)
class RedFlags:
    """When to get help; never left out, never split."""

    heading: str
    groups: tuple[RedFlagGroup, ...]
    foot: Text


@dataclass(frozen=True, slots=True)
class Questions:
    """Lines to write one's questions on; where the plan has not `chosen` them, only as room is left.

    `notes` is the heading of lines for notes, on a second page that has room.
    """

    heading: str
    lines: int
    chosen: bool = True
    notes: str = ""


class PageLink(NamedTuple):
    """A page to open with a phone: its address, the words beside the code, and those in its place."""

    address: str
    title: str
    shown: Text
    alt: str


@dataclass(frozen=True, slots=True)
class Links:
    """Pages to open with a phone, by QR codes."""

    heading: str
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; `number` is empty where no clinic is known."""

    ask: Text
    number: Text
    later: Text
    review: Text


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where the content comes from and who has checked it."""

    sources: Text
    status: Text = field(metadata=DATED)
