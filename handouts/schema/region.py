"""A region of the body as numbers: its views, muscles, pain zones and landmarks, drawn for either side.

Each view has an axis, and places (x, y) beside it: x is 0 at the inner edge of the skin and 1 at the outer
edge, at that height; y goes down the axis in lengths of the view, from 0 at a landmark to 1 at another, which
the file of the region tells. Nothing says left or right: the drawing does.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from handouts.schema.base import ContentFile, Id, Label, Limb, Line, Model, SafetyId, SourceId, text

Across = Annotated[float, Field(ge=0, le=1)]
Down = Annotated[float, Field(ge=-1, le=3)]
Place = tuple[Across, Down]
Length = Annotated[float, Field(ge=0, le=1)]
# From an axis, in lengths of the view or in hundredths of the stature; may be negative.
Offset = tuple[float, float]


class Edge(Model):
    """How far the skin is from the axis at one height, in lengths of the view."""

    y: Down
    inner: Length
    outer: Length


# Where the body goes on out of the picture: an end of a view, or the inner edge of half of a trunk.
End = Literal["top", "bottom"]
WayOn = Literal["top", "bottom", "inner"]
Outline = Annotated[tuple[Edge, ...], Field(min_length=3)]
Border = Annotated[tuple[Place, ...], Field(min_length=2)]
Patch = Annotated[tuple[Place, ...], Field(min_length=3)]


class Sheet(Model):
    """A visible stretch of muscle between its inner and its outer border, both from the top down.

    `dark` deepens its tone, `fibres` counts its fibres, `tendon` is where along it red turns to tendon,
    `cut` is the end at which it leaves the picture, `over_tendon` marks one that lies on the flat tendons.
    """

    id: Id
    muscle: Id
    inner: Border
    outer: Border
    dark: Length = 0
    fibres: Annotated[int, Field(ge=0, le=60)] = 12
    tendon: Length = 1
    cut: End | None = None
    over_tendon: bool = False


class Cord(Model):
    """A vessel or a nerve."""

    kind: Literal["vein", "nerve"]
    line: Border
    weight_pt: Annotated[float, Field(gt=0, le=3)]


class Crease(Model):
    """A fine line of the skin, seen in the picture of the skin, of the muscles, or both."""

    line: Border
    surface: Literal["skin", "muscles", "both"] = "both"
    weight_pt: Annotated[float, Field(gt=0, le=1)] = 0.5


class HiddenEdge(Model):
    """The dashed border of a muscle under another one."""

    muscle: Id
    line: Border


class Landmark(Model):
    """A structure with a name; a label's leader ends at `inner` or `outer`, whichever is nearer the label.

    `label_y` is the height of the label, `muscle` the muscle whose map makes the label strong, `view` the
    view it is in, left out the first.
    """

    id: Id
    view: Id | None = None
    name: Annotated[str, text(24)]
    muscle: Id | None = None
    inner: Place
    outer: Place
    label_y: Down


class ViewZone(Model):
    """A pain zone on a view: a closed shape inside the box that the sources give, and whole digits.

    `digits` are counted from the first of the view. `name` is said of where pain may spread, `number_at` is
    where its number stands.
    """

    name: Line
    view: Id
    x: tuple[Across, Across]
    y: tuple[Down, Down]
    shape: Patch | None = None
    digits: tuple[Annotated[int, Field(ge=1, le=5)], ...] = ()
    number_at: Place | None = None

    @model_validator(mode="after")
    def _inside_its_box(self) -> Self:
        (left, right), (top, bottom) = self.x, self.y
        if not self.shape and not self.digits:
            raise ValueError("a zone needs a `shape`, or `digits`")
        for x, y in self.shape or ():
            if not (left <= x <= right and top <= y <= bottom):
                raise ValueError(f"({x}, {y}) is outside x {left} to {right}, y {top} to {bottom}")
        return self


class BodyZone(Model):
    """A round pain zone on the small body, in hundredths of the stature from the midline and the floor."""

    name: Line
    view: Literal["body"]
    at: Offset
    radius: Annotated[float, Field(gt=0, le=10)]


def _kind_of_zone(zone: object) -> str:
    view = zone.get("view") if isinstance(zone, dict) else getattr(zone, "view", None)
    return "on-body" if view == "body" else "on-view"


Zone = Annotated[
    Annotated[ViewZone, Tag("on-view")] | Annotated[BodyZone, Tag("on-body")], Discriminator(_kind_of_zone)
]


class NoPress(Model):
    """What must not be pressed; `name` continues a sentence, `shape` is where it is hatched.

    It is hatched where pain is shown, or on the muscles where `surface` says so. With `label_y` the words for
    it stand at that height; their leader ends at `inner` or `outer`, or in the middle of the shape. `view` is
    the view it is in, left out the first.
    """

    id: Id
    view: Id | None = None
    name: Line
    surface: Literal["skin", "muscles"] = "skin"
    shape: Patch | None = None
    label_y: Down | None = None
    inner: Place | None = None
    outer: Place | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Hollow(Model):
    """A hollow between muscles, from its inner to its outer border, with its vessels and nerves."""

    inner: Border
    outer: Border
    cords: tuple[Cord, ...] = ()


class Tendon(Model):
    """A flat tendon between its inner and its outer border, from the top down."""

    inner: Border
    outer: Border
    fibres: Annotated[int, Field(ge=0, le=60)]


class Beyond(Model):
    """What shows past the outline from farther away: (outwards from the axis, y) in lengths of the view."""

    shape: Annotated[tuple[Offset, ...], Field(min_length=3)]
    creases: tuple[tuple[Offset, ...], ...] = ()


class Digit(Model):
    """A finger or a toe: its middle, half its width and length, and its turn, in lengths of the view."""

    at: Offset
    half: Offset
    degrees: float


class Pad(Model):
    """A rounded pad of skin: its middle and its half-axes, in lengths of the view."""

    at: Offset
    half: Offset


class Locator(Model):
    """Where a region is on the small body: from which side, and a box as left, right, bottom, top."""

    seen: Literal["back", "front"]
    frame: tuple[float, float, float, float]


# Where the viewer is. From the outer or the inner side of a limb, x goes from its front to its back.
ViewedFrom = Literal["behind", "front", "outer side", "inner side", "below"]


class View(Model):
    """A region seen from one side.

    `name` goes on from where pain may be felt, `seen` from what is seen over the muscles. `goes_on` names the
    ends at which the body goes on, and `inner` for that edge; without one the outline is closed, and is lit
    as a whole. The view on which the points of a muscle lie is as large as there is room for; another stands
    beside it, `length_mm` from y 0 to 1, where pain is felt on it, or always `beside` the view that it names.
    `arch` is a shaded hollow of the skin. `limb` and `locator` are left out where they are the region's.
    """

    id: Id
    name: Line
    seen: Label | None = None
    viewed_from: ViewedFrom = "behind"
    limb: Limb | None = None
    goes_on: tuple[WayOn, ...] = ()
    length_mm: Annotated[float, Field(ge=10, le=80)] = 45
    beside: Id | None = None
    outline: Outline
    beyond: Beyond | None = None
    hollows: tuple[Hollow, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    tendons: tuple[Tendon, ...] = ()
    hidden_edges: tuple[HiddenEdge, ...] = ()
    creases: tuple[Crease, ...] = ()
    digits: tuple[Digit, ...] = ()
    pads: tuple[Pad, ...] = ()
    arch: Patch | None = None
    locator: Locator | None = None


Half = Annotated[tuple[Offset, ...], Field(min_length=3)]


class BodySide(Model):
    """The hair and the lines of the small body from the front or from the back, of its outer half."""

    hair: Half
    lines: tuple[tuple[Offset, ...], ...]


class Body(Model):
    """A small body on which every region is found, in hundredths of the stature from midline and floor.

    `outline` is its outer half from crown to fork, `corners` the knots where that line breaks.
    """

    outline: Half
    corners: tuple[int, ...] = ()
    back: BodySide
    front: BodySide


class Region(ContentFile):
    """A region of the body as it is drawn; `limb` is what it is a part of, `safety` its warning signs."""

    name: Label
    limb: Limb = "body"
    safety: SafetyId | None = None
    views: Annotated[tuple[View, ...], Field(min_length=1)]
    landmarks: tuple[Landmark, ...] = ()
    no_press_name: Annotated[str, text(24)] | None = None
    no_press: tuple[NoPress, ...] = ()
    zones: dict[Id, Zone] = {}
    locator: Locator
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _views_there(self) -> Self:
        there = {one.id for one in self.views}
        placed = (*self.landmarks, *self.no_press, *self.zones.values())
        named = [*(one.view for one in placed), *(one.beside for one in self.views)]
        for view in named:
            if view not in {None, "body", *there}:
                raise ValueError(f"there is no view `{view}`; there is {', '.join(sorted(there))}")
        if any(one.shape for one in self.no_press) and self.no_press_name is None:
            raise ValueError("where something must not be pressed, `no_press_name` says so on the map")
        return self

    def shown_with(self, view: View, zones: Iterable[str]) -> Iterator[View]:
        """Yield the views beside a main one: those always beside it, and those that these zones are on."""
        felt = {self.zones[zone].view for zone in zones}
        for one in self.views:
            if one is not view and (one.beside == view.id or one.id in felt):
                yield one

    def view(self, name: str | None) -> View:
        """Return the view of a name, or the first for none; raise ValueError for one that is not there."""
        found = next((one for one in self.views if name in (None, one.id)), None)
        if found is None:
            raise ValueError(f"{self.id} has no view {name}")
        return found
