"""How pages look: paper, type, colours, lines and the measures of every block, all by role."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import Id, Label, Model
from handouts.schema.glyphs import Glyphs

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Rgb = tuple[float, float, float]
ColourRole = Literal["ink", "muted", "accent", "accent_tint", "warning", "warning_tint", "rule", "paper"]
Millimetres = Annotated[float, Field(ge=0, le=500)]
LinePoints = Annotated[float, Field(ge=0.35, le=6)]


def rgb(colour: str) -> Rgb:
    """Return `#RRGGBB` as three numbers from 0 to 1."""
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return red, green, blue


class Face(Model):
    """One role of type: size and leading in points, weight and colour role."""

    size_pt: Annotated[float, Field(ge=10, le=72)]
    leading_pt: Annotated[float, Field(ge=12, le=96)]
    strong: bool = False
    colour: ColourRole = "ink"

    @model_validator(mode="after")
    def _lines_apart(self) -> Self:
        if self.leading_pt < self.size_pt:
            raise ValueError(f"`leading_pt` is {self.leading_pt:g}, less than `size_pt`, {self.size_pt:g}")
        return self


class ReadFace(Face):
    """A role of type for what a patient must read."""

    size_pt: Annotated[float, Field(ge=12, le=72)]


FaceRole = Literal[
    "title",
    "sheet_title",
    "subtitle",
    "heading",
    "subheading",
    "dose_figure",
    "dose_strong",
    "dose_word",
    "sheet_figure",
    "sheet_strong",
    "sheet_word",
    "step",
    "step_compact",
    "body",
    "table_head",
    "map_label",
    "map_head",
    "disc",
    "disc_small",
    "side_letter",
    "spot",
    "light_range",
    "light_word",
    "help_heading",
    "number",
    "pill",
    "admin",
]


class Type(Model):
    """The type scale, after the floors of print for tired and elderly readers.

    Text that a patient must read is never under 12 pt; `admin` (labels, footer, imprint) and the marks
    on pictures never under 10 pt. `scale` is how many times as large all of it is set.
    """

    scale: Annotated[float, Field(ge=1, le=2)] = 1
    title: ReadFace
    sheet_title: ReadFace
    subtitle: ReadFace
    heading: ReadFace
    subheading: ReadFace
    dose_figure: ReadFace
    dose_strong: ReadFace
    dose_word: ReadFace
    sheet_figure: ReadFace
    sheet_strong: ReadFace
    sheet_word: ReadFace
    step: ReadFace
    step_compact: ReadFace
    body: ReadFace
    table_head: ReadFace
    map_label: ReadFace
    map_head: ReadFace
    disc: ReadFace
    disc_small: Face
    side_letter: Face
    spot: Face
    light_range: ReadFace
    light_word: ReadFace
    help_heading: ReadFace
    number: ReadFace
    pill: ReadFace
    admin: Face


class Colours(Model):
    """The colour of every role."""

    ink: Colour
    muted: Colour
    accent: Colour
    accent_tint: Colour
    warning: Colour
    warning_tint: Colour
    rule: Colour
    paper: Colour


class Lines(Model):
    """Line weights in points."""

    hair: LinePoints
    divider: LinePoints
    frame: LinePoints
    rule: LinePoints
    heavy: LinePoints
    bar: LinePoints


class Paper(Model):
    """A sheet of paper."""

    width_mm: Annotated[float, Field(ge=100, le=450)]
    height_mm: Annotated[float, Field(ge=140, le=450)]


class Frame(Model):
    """Where the live area stands: `width_mm` on the layout's own paper, with the same margins on others.

    `bottom_mm` is the margin under the footer, which stands under the live area.
    """

    width_mm: Millimetres
    top_mm: Annotated[float, Field(ge=8, le=60)]
    bottom_mm: Annotated[float, Field(ge=8, le=60)]


# Blocks that a layout may be made of; those that cannot be missing are always there.
WantedBlock = Literal["summary", "what-helps", "exercises", "pain-rule", "diary", "contact"]
FileTitle = Literal["title", "sheet_title"]


class Wants(Model):
    """What a layout wants of the text: blocks it is made of, weeks of the diary, the title of the file."""

    always: tuple[WantedBlock, ...] = ()
    diary_weeks: Annotated[int, Field(ge=1, le=4)] = 1
    file_title: FileTitle = "title"


class Layout(Model):
    """One complete look; layouts are keys of caches, where their id stands for their hash.

    `measures` have the names of those of the base layout, see `schema/measures.py`.
    """

    id: Id
    title: Label
    arrangement: Literal["handout", "plan-sheet"]
    wants: Wants
    paper: Id
    papers: dict[Id, Paper]
    frame: Frame
    type: Type
    colours: Colours
    mono_colours: dict[str, Colour]
    lines: Lines
    glyphs: Glyphs
    measures: Mapping[str, Any]
    illustration: dict[str, Colour]

    @model_validator(mode="after")
    def _roles_in_black(self) -> Self:
        known = {*self.illustration, *self.colours.model_dump()}
        unknown = sorted({*self.mono_colours} - known)
        if unknown:
            raise ValueError(f"`mono_colours` has colours that there are none of: {', '.join(unknown)}")
        return self

    def __hash__(self) -> int:
        """Return the hash of the id; two layouts of one id may still differ."""
        return hash(self.id)

    @cached_property
    def digest(self) -> str:
        """What stands for all of its values."""
        return sha256(self.model_dump_json().encode()).hexdigest()
