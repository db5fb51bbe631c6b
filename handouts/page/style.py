"""Turn a checked layout into what painting needs: faces, colours as numbers, measures."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from handouts.page.measures import Measures, closer, tightened, with_larger_pictures
from handouts.schema.base import Colouring
from handouts.schema.contrast import luma
from handouts.schema.layout import Face, FaceRole, Layout, Lines, Rgb, rgb
from handouts.schema.measures import MM
from handouts.schema.papers import FlipEdge, Letterhead, Panels, Paper


def mm(points: float) -> float:
    """Return points as millimetres."""
    return points / MM


@dataclass(frozen=True)
class Palette:
    """The colours of a style, `#RRGGBB` by role; in a grey one each is as light as a printer makes it."""

    roles: tuple[tuple[str, str], ...]
    is_grey: bool = False

    def __getitem__(self, name: str) -> Rgb:
        """Return a role's colour, `#RRGGBB`, or a tint of either, each part 0 to 1.

        `skin 64` is a 64 % tint of `skin` on paper, `shirt 45 ink` 45 % of `shirt` and 55 % of `ink`. Raises
        KeyError for a role that there is not.
        """
        if name not in self._numbers:
            self._numbers[name] = self._mixed(name) if " " in name else self._solid(name)
        return self._numbers[name]

    @cached_property
    def _numbers(self) -> dict[str, Rgb]:
        return {role: self._solid(colour) for role, colour in self.roles}

    def _solid(self, colour: str) -> Rgb:
        if not colour.startswith("#"):
            raise KeyError(colour)
        grey = round(luma(rgb(colour)), 3)
        return (grey, grey, grey) if self.is_grey else rgb(colour)

    def _mixed(self, name: str) -> Rgb:
        first, percent, *under = name.split(" ")
        share = float(percent) / 100
        pairs = zip(self[first], self[under[0] if under else "paper"], strict=True)
        red, green, blue = (ground + (full - ground) * share for full, ground in pairs)
        return red, green, blue


class Binding(NamedTuple):
    """The edge at which sheets are punched or bound; on the backs of sheets it is the other one."""

    edge: Literal["left", "right"]
    both_sides: bool = False


class Printing(NamedTuple):
    """How handouts are put on paper where that is said for one run; else the clinic's file decides."""

    colour: Colouring | None = None
    letterhead: Letterhead | None = None
    binding: Binding | None = None

    @property
    def of_whole_pages(self) -> str:
        """The option that only pages which are not parted can have, empty where there is none."""
        return "--letterhead" if self.letterhead else "--binding" if self.binding else ""


AS_USUAL = Printing()

# What is parted into panels has no place for a letterhead, and is not bound.
WHOLE_PAGES = ("handout", "plan-sheet")


@dataclass(frozen=True)
class Style:
    """A layout on one paper, in colour, in greys, or in black for what is to be copied again.

    Paper with a `letterhead` of its own keeps room for that.

    In a `tight` one blocks take less room, and in a `close` one exercises still less; in a `roomy` one their
    pictures are larger. The type of all is as large.
    """

    layout: Layout
    paper_name: str
    colour: Colouring = "colour"
    tight: bool = False
    roomy: bool = False
    close: bool = False
    letterhead: Letterhead = Letterhead()
    binding: Binding | None = None

    @property
    def paper(self) -> Paper:
        """The sheet."""
        return self.layout.papers[self.paper_name]

    @property
    def flip(self) -> FlipEdge:
        """The edge on which a sheet is turned over like the leaf of a book, or of a leaflet that is wide."""
        return "short" if self.paper.width_mm > self.paper.height_mm else "long"

    @property
    def black(self) -> bool:
        """Whether lines and words are in pure black, and skin is white."""
        return self.colour == "black"

    @property
    def panel_mm(self) -> tuple[float, float]:
        """How wide and how tall a panel of the sheet is: all of it, unless it is parted."""
        return self.layout.panel_mm(self.paper_name)

    @cached_property
    def unparted(self) -> "Style":
        """The same look with one panel as large as the sheet, its margins those of the panels."""
        layout, frame = self.layout, self.layout.frame
        if layout.panels == Panels():
            return self
        margins = layout.panel_mm(layout.paper)[0] - frame.width_mm
        wide = frame.model_copy(update={"width_mm": layout.papers[layout.paper].width_mm - margins})
        return replace(self, layout=layout.model_copy(update={"panels": Panels(), "frame": wide}))

    @property
    def lines(self) -> Lines:
        """The line weights."""
        return self.layout.lines

    @cached_property
    def measures(self) -> Measures:
        """The measures of the blocks; everything that goes with the type has its length here."""
        tree = tightened(self.layout.measures) if self.tight else self.layout.measures
        tree = with_larger_pictures(tree) if self.roomy else tree
        tree = closer(tree) if self.close else tree
        return Measures(tree, mm(self.face("body").size_pt))

    @property
    def scale(self) -> float:
        """How many times as large as usual the type is."""
        return self.layout.type.scale

    @property
    def width_mm(self) -> float:
        """The width of the live area."""
        return self.layout.width_on(self.paper_name) - self._bound_mm

    @property
    def wider_mm(self) -> float:
        """How much wider the live area is than on the layout's own paper: the margins are the same."""
        return self.width_mm - self.layout.frame.width_mm

    @property
    def left_mm(self) -> float:
        """Where the live area of a front begins."""
        middle = (self.panel_mm[0] - self.width_mm) / 2
        return (
            middle + (self._bound_mm if self.binding and self.binding.edge == "left" else -self._bound_mm) / 2
        )

    def aside_mm(self, page: int) -> float:
        """Return how much farther right than on a front the live area of a page is, counted from 1."""
        if not self.binding or not self.binding.both_sides or page % 2:
            return 0.0
        return -self._bound_mm if self.binding.edge == "left" else self._bound_mm

    @property
    def _bound_mm(self) -> float:
        """How much of the width the margin at the binding takes."""
        usual = (self.panel_mm[0] - self.layout.width_on(self.paper_name)) / 2
        return max(0.0, self.layout.frame.binding_mm - usual) if self.binding else 0.0

    @property
    def top_mm(self) -> float:
        """Where the live area begins, from the top edge; of the first page it may begin lower."""
        return self._under_letterhead if self.letterhead.pages == "every" else self.layout.frame.top_mm

    @property
    def first_top_mm(self) -> float:
        """Where the live area of the first page begins, from the top edge."""
        return self._under_letterhead

    @property
    def is_preprinted(self) -> bool:
        """Whether the paper has a letterhead already."""
        return self.letterhead.kind == "blank" and self.layout.arrangement in WHOLE_PAGES

    @property
    def _under_letterhead(self) -> float:
        """Where a page on the clinic's own paper begins; without a height, under a letterhead like ours."""
        top, ours = self.layout.frame.top_mm, self.measures.letterhead
        if not self.is_preprinted:
            return top
        return max(top, self.letterhead.top_mm or top + ours.slot + ours.rule_gap + self.measures.flow.gap)

    @property
    def bottom_mm(self) -> float:
        """Where the live area ends, from the top edge."""
        return self.panel_mm[1] - self.layout.frame.bottom_mm - self.measures.footer.height

    @cached_property
    def palette(self) -> Palette:
        """Every colour role, of the page and of the pictures, as numbers; no ink but black in a grey one."""
        colours: dict[str, str] = self.layout.colours.model_dump()
        black = self.layout.black_colours if self.black else {}
        named = {**self.layout.illustration, **colours, **black}
        return Palette(tuple(named.items()), is_grey=self.colour != "colour")

    def face(self, role: FaceRole) -> Face:
        """Return the face of a type role in the size it is set in."""
        return self._faces[role]

    @cached_property
    def _faces(self) -> dict[str, Face]:
        faces = dict(self.layout.type)
        return {role: _scaled(face, self.scale) for role, face in faces.items() if role != "scale"}


def _scaled(face: Face, scale: float) -> Face:
    sizes = {"size_pt": face.size_pt * scale, "leading_pt": face.leading_pt * scale}
    return face if scale == 1 else face.model_copy(update=sizes)
