"""What only whoever stands at the printer reads: the slip before a handout, and the tally of a stack."""

from dataclasses import dataclass

from handouts.handout.person import Field


@dataclass(frozen=True, slots=True)
class Slip:
    """Whose handout comes next, by row and ID only, and what to expect of it."""

    language: str
    person: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a stack holds: figures with their labels, and each handout in order, by row and ID only."""

    language: str
    heading: str
    figures: tuple[Field, ...]
    order_heading: str
    order: tuple[str, ...]
