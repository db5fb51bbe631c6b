"""The plan at a glance."""

from dataclasses import dataclass
from typing import Literal

from handouts.handout.text import Text
from handouts.schema.figure import Figure

OneSide = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Posed:
    """A figure to be drawn with its working side; `alt` is what is said in its place."""

    figure: Figure
    side: OneSide
    alt: str


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture of one exercise with its number."""

    number: int
    title: str
    picture: Posed


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """One thing to do today: what, when, how long, and which exercises it is."""

    title: str
    when: str
    how_long: str
    thumbnails: tuple[Thumbnail, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The plan at a glance; `minutes` has its figures strong."""

    heading: str
    minutes: Text
    groups: tuple[PlanGroup, ...]
    goal: Text | None
    note: Text | None
