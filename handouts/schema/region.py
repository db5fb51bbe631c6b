"""A body region as numbers: outlines, muscles, pain zones and landmarks, drawn for either side.

Places are (x, y): x is 0 at the inner edge of the skin and 1 at the outer edge, at that height; y is 0 at
the crease behind the knee and 1 at the sole of the heel. On the sole of the foot y is 0 at the back of the
heel and 1 at the longest toe. Nothing says left or right: the drawing does.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import Id, Label, Limb, Line, Model, SourceId, text

Across = Annotated[float, Field(ge=0, le=1)]
Down = Annotated[float, Field(ge=-0.4, le=1)]
Place = tuple[Across, Down]
Length = Annotated[float, Field(ge=0, le=1)]
# From an axis, in lengths of the limb or in hundredths of the stature; may be negative.
Offset = tuple[float, float]


class Edge(Model):
    """How far the skin is from the axis at one height, in lengths of the limb."""

    y: Down
    inner: Length
    outer: Length


Outline = Annotated[tuple[Edge, ...], Field(min_length=3)]
Border = Annotated[tuple[Place, ...], Field(min_length=2)]
Patch = Annotated[tuple[Place, ...], Field(min_length=3)]


class Sheet(Model):
    """A visible stretch of muscle between its inner and its outer border, both from the top down.

    `dark` deepens its tone, `fibres` counts its fibres, `tendon` is where along it red turns to tendon,
    `cut` marks a muscle that leaves the picture at the top, `over_tendon` one that lies on the flat tendon.
    """

    id: Id
    muscle: Id
    inner: Border
    outer: Border
    dark: Length = 0
    fibres: Annotated[int, Field(ge=0, le=60)] = 12
    tendon: Length = 1
    cut: bool = False
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

    `label_y` is the height of the label, `muscle` the muscle whose map makes the label strong.
    """

    id: Id
    name: Annotated[str, text(24)]
    muscle: Id | None = None
    inner: Place
    outer: Place
    label_y: Down


class LimbZone(Model):
    """A pain zone on the leg or the sole: a closed shape inside the box that the sources give.

    `name` is said of where pain may spread, `number_at` is where its number stands.
    """

    name: Line
    view: Literal["leg", "sole"]
    x: tuple[Across, Across]
    y: tuple[Down, Down]
    shape: Patch
    number_at: Place | None = None

    @model_validator(mode="after")
    def _inside_its_box(self) -> Self:
        (left, right), (top, bottom) = self.x, self.y
        for x, y in self.shape:
            if not (left <= x <= right and top <= y <= bottom):
                raise ValueError(f"({x}, {y}) is outside x {left} to {right}, y {top} to {bottom}")
        return self


class BodyZone(Model):
    """A round pain zone on the small body, in hundredths of the stature from the midline and the floor."""

    name: Line
    view: Literal["body"]
    at: Offset
    radius: Annotated[float, Field(gt=0, le=10)]


Zone = Annotated[LimbZone | BodyZone, Field(discriminator="view")]


class NoPress(Model):
    """What must not be pressed; `name` continues a sentence, `shape` is where it is hatched.

    It is hatched on the skin of the leg on which pain is shown, or with `label_y` on the muscles, where the
    words for it stand at that height.
    """

    id: Id
    name: Line
    shape: Patch | None = None
    label_y: Down | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Fossa(Model):
    """The hollow behind the knee between its inner and its outer border, with its vessels and nerves."""

    inner: Border
    outer: Border
    cords: tuple[Cord, ...]


class Tendon(Model):
    """A flat tendon between its inner and its outer border, from the top down."""

    inner: Border
    outer: Border
    fibres: Annotated[int, Field(ge=0, le=60)]


class Forefoot(Model):
    """The forefoot past the heel, from behind: (outwards from the axis, y) in lengths of the limb."""

    shape: Annotated[tuple[Offset, ...], Field(min_length=3)]
    creases: tuple[tuple[Offset, ...], ...] = ()


class Toe(Model):
    """One toe from below: its middle, half its width and length, and its turn, in lengths of the foot."""

    at: Offset
    half: Offset
    degrees: float


class Cushion(Model):
    """A rounded pad of the sole: its middle and its half-axes, in lengths of the foot."""

    at: Offset
    half: Offset


class Sole(Model):
    """The sole of the foot."""

    outline: Outline
    toes: tuple[Toe, ...]
    cushions: tuple[Cushion, ...]
    arch: Patch
    creases: tuple[Border, ...]


class Locator(Model):
    """A small body from behind, in hundredths of the stature from the midline and the floor.

    `outline` is its outer half from crown to fork, `corners` the knots where that line breaks,
    `frame` the box about the region as left, right, bottom, top.
    """

    outline: Annotated[tuple[Offset, ...], Field(min_length=3)]
    corners: tuple[int, ...] = ()
    hair: Annotated[tuple[Offset, ...], Field(min_length=3)]
    lines: tuple[tuple[Offset, ...], ...]
    frame: tuple[float, float, float, float]


class Region(Model):
    """A region of the body as it is drawn, from behind; `limb` is what it is a part of."""

    id: Id
    name: Label
    limb: Limb = "body"
    outline: Outline
    forefoot: Forefoot
    fossa: Fossa
    sheets: tuple[Sheet, ...]
    tendon: Tendon
    hidden_edges: tuple[HiddenEdge, ...]
    creases: tuple[Crease, ...]
    landmarks: tuple[Landmark, ...]
    no_press_name: Annotated[str, text(24)]
    no_press: tuple[NoPress, ...]
    zones: dict[Id, Zone]
    sole: Sole
    locator: Locator
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
