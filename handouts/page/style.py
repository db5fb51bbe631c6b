"""Turn a checked layout into what painting needs: faces, colours as numbers, measures."""

from dataclasses import dataclass
from functools import cached_property

from handouts.schema.layout import Face, Layout, Lines, Paper
from handouts.schema.measures import Measures

MM = 72 / 25.4

Rgb = tuple[float, float, float]


def mm(points: float) -> float:
    """Return points as millimetres."""
    return points / MM


def rgb(colour: str) -> Rgb:
    """Return `#RRGGBB` as three numbers from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True)
class Style:
    """A layout on one paper, in colour or for a black-and-white printer (`mono`).

    In a `tight` one blocks take less room; their type is as large.
    """

    layout: Layout
    paper_name: str
    mono: bool = False
    tight: bool = False

    @property
    def paper(self) -> Paper:
        """The sheet."""
        return self.layout.papers[self.paper_name]

    @property
    def lines(self) -> Lines:
        """The line weights."""
        return self.layout.lines

    @cached_property
    def measures(self) -> Measures:
        """The measures of the blocks."""
        return _tightened(self.layout.measures) if self.tight else self.layout.measures

    @property
    def width_mm(self) -> float:
        """The width of the live area."""
        return self.layout.frame.width_mm + self.wider_mm

    @property
    def wider_mm(self) -> float:
        """How much wider the live area is than on the layout's own paper: the margins are the same."""
        return self.paper.width_mm - self.layout.papers[self.layout.paper].width_mm

    @property
    def left_mm(self) -> float:
        """Where the live area begins."""
        return (self.paper.width_mm - self.width_mm) / 2

    @property
    def top_mm(self) -> float:
        """Where the live area begins, from the top edge."""
        return self.layout.frame.top_mm

    @property
    def bottom_mm(self) -> float:
        """Where the live area ends, from the top edge."""
        return self.paper.height_mm - self.layout.frame.bottom_mm

    @cached_property
    def palette(self) -> dict[str, Rgb]:
        """Every colour role, of the page and of the pictures, as numbers."""
        colours: dict[str, str] = self.layout.colours.model_dump()
        mono = {str(role): colour for role, colour in self.layout.mono_colours.items() if self.mono}
        named = {**self.layout.illustration, **colours, **mono}
        return {role: rgb(colour) for role, colour in named.items()}

    def face(self, role: str) -> Face:
        """Return the face of a type role."""
        face: Face = getattr(self.layout.type, role)
        return face


def _tightened(measures: Measures) -> Measures:
    """Return the measures with exercise cards that are less tall."""
    gaps = dict.fromkeys(("rule_gap_pt", "dose_gap_pt", "body_gap_pt"), measures.tight.card_gap_pt)
    card = measures.card.model_copy(update=gaps)
    strip = measures.dose_strip.model_copy(update={"height_mm": measures.tight.dose_strip_mm})
    return measures.model_copy(update={"card": card, "dose_strip": strip})
