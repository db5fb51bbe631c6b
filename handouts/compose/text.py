"""A run of words, and a run of such runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Where words lead to, an https, mailto or tel address, and what a listener hears of it."""

    target: str
    description: str


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; `language` is given where it differs from the handout's."""

    text: str
    strong: bool = False
    language: str | None = None
    link: Link | None = None


Text = tuple[Span, ...]
