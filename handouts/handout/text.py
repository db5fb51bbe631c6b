"""A run of words, and a run of such runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; `language` is given where it differs from the handout's."""

    text: str
    strong: bool = False
    language: str | None = None


Text = tuple[Span, ...]
