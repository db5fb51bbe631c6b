"""How pages look: paper, type, colours, lines and the measures of every block, all by role."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from handouts.problems import listed
from handouts.schema.base import Id, Label, Model
from handouts.schema.glyphs import Glyphs
from handouts.schema.papers import Frame, Panels, Paper

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Rgb = tuple[float, float, float]
ColourRole = Literal["ink", "muted", "accent", "accent_tint", "warning", "warning_tint", "rule", "paper"]
LinePoints = Annotated[float, Field(ge=0.35, le=6)]


def rgb(colour: str) -> Rgb:
    """Return `#RRGGBB` as three numbers from 0 to 1."""
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return red, green, blue


class Face(Model):
    """One role of type: size and leading in points, weight and colour role."""

    size_pt: Annotated[float, Field(ge=10, le=72)]
    """The size in points."""
    leading_pt: Annotated[float, Field(ge=12, le=96)]
    """From one line to the next, in points."""
    strong: bool = False
    """Whether it is set in the strong weight."""
    colour: ColourRole = "ink"
    """Its colour, by role."""

    @model_validator(mode="after")
    def _lines_apart(self) -> Self:
        if self.leading_pt < self.size_pt:
            raise ValueError(f"`leading_pt` is {self.leading_pt:g}, less than `size_pt`, {self.size_pt:g}")
        return self


class ReadFace(Face):
    """A role of type for what a patient must read."""

    size_pt: Annotated[float, Field(ge=12, le=72)]
    """The size in points, 12 or more for what a patient must read."""


FaceRole = Literal[
    "title",
    "sheet_title",
    "subtitle",
    "heading",
    "subheading",
    "dose_figure",
    "dose_strong",
    "dose_word",
    "sheet_name",
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
    """How many times as large all of the type is set."""
    title: ReadFace
    """The title of a handout."""
    sheet_title: ReadFace
    """The title of a plan sheet."""
    subtitle: ReadFace
    """The line under the title."""
    heading: ReadFace
    """The heading of a block."""
    subheading: ReadFace
    """The title of a card, and headings inside a block."""
    dose_figure: ReadFace
    """The number in the strip of a dose."""
    dose_strong: ReadFace
    """The strong words in the strip of a dose."""
    dose_word: ReadFace
    """The other words in the strip of a dose."""
    sheet_name: ReadFace
    """The name of an exercise on a plan sheet."""
    sheet_figure: ReadFace
    """The number of a dose on a plan sheet."""
    sheet_strong: ReadFace
    """The strong words of a dose on a plan sheet."""
    sheet_word: ReadFace
    """The other words of a dose on a plan sheet."""
    step: ReadFace
    """The steps of an exercise."""
    step_compact: ReadFace
    """The steps where there is less room."""
    body: ReadFace
    """All other text; measures in em go with its size."""
    table_head: ReadFace
    """The heads of tables."""
    map_label: ReadFace
    """The labels of the map."""
    map_head: ReadFace
    """The heads over the map."""
    disc: ReadFace
    """The number in a disc."""
    disc_small: Face
    """The number in a small disc."""
    side_letter: Face
    """The letters L and R."""
    spot: Face
    """The numbers of the trigger points."""
    light_range: ReadFace
    """The numbers of the pain rule."""
    light_word: ReadFace
    """The words of the pain rule."""
    help_heading: ReadFace
    """The heading of the warning signs in front."""
    number: ReadFace
    """A number to call."""
    pill: ReadFace
    """What to do at once, in a filled box."""
    admin: Face
    """Labels, the foot of the page and the imprint."""


class Colours(Model):
    """The colour of every role."""

    ink: Colour
    """Text."""
    muted: Colour
    """Text that is less needed."""
    accent: Colour
    """Headings, discs and rules of the clinic."""
    accent_tint: Colour
    """The ground of boxes."""
    warning: Colour
    """Warnings."""
    warning_tint: Colour
    """The ground of warnings."""
    rule: Colour
    """Lines of tables."""
    paper: Colour
    """The paper, and text on dark grounds."""


class Lines(Model):
    """Line weights in points."""

    hair: LinePoints
    """The finest line, in points."""
    divider: LinePoints
    """Between the parts of a strip, in points."""
    frame: LinePoints
    """Around other boxes, and in tables, in points."""
    rule: LinePoints
    """Around the boxes of the pain rule and of stopping, in points."""
    heavy: LinePoints
    """Around warnings, in points."""
    bar: LinePoints
    """The bar beside a warning, in points."""


# Blocks that a layout may be made of; those that cannot be missing are always there.
WantedBlock = Literal["summary", "what-helps", "exercises", "pain-rule", "diary", "contact", "questions"]
FileTitle = Literal["title", "sheet_title"]


class Wants(Model):
    """What a layout wants of the text: blocks it is made of, weeks of the diary, the title of the file."""

    always: tuple[WantedBlock, ...] = ()
    """The blocks that it is made of, whatever a plan chooses."""
    diary_weeks: Annotated[int, Field(ge=1, le=12)] = 1
    """How many weeks its diary has."""
    file_title: FileTitle = "title"
    """Which title the file has."""


Arrangement = Literal["handout", "plan-sheet", "cards", "panels"]


class Layout(Model):
    """One complete look; layouts are keys of caches, where their id stands for their hash.

    `measures` have the names of those of the base layout, see `schema/measures.py`.
    """

    id: Id
    """The name of the file without its ending."""
    title: Label
    """What it is called in lists."""
    arrangement: Arrangement
    """Pages of a handout, one sheet to tick, cards to cut, or panels of a folded leaflet."""
    wants: Wants
    """What it wants of the text."""
    paper: Id
    """Its own paper, by the id in `papers`."""
    papers: dict[Id, Paper]
    """Sheets of paper by id."""
    panels: Panels = Panels()
    """The panels that a sheet is parted into."""
    frame: Frame
    """Where the live area stands on the page."""
    type: Type
    """The type of every role."""
    colours: Colours
    """The colour of every role."""
    black_colours: dict[str, Colour]
    """Colours for paper in black, where they differ."""
    lines: Lines
    """The weight of every line."""
    glyphs: Glyphs
    """The small signs."""
    measures: Mapping[str, Any]
    """The measures of every block, in millimetres or em."""
    illustration: dict[str, Colour]
    """The colours of pictures and of the map."""

    @model_validator(mode="after")
    def _papers_are_there(self) -> Self:
        missing = sorted({self.paper, "a4", "letter"} - {*self.papers})
        if missing:
            raise ValueError(f"`papers` has no {listed(missing)}, which a plan or `paper` may ask for")
        return self

    @model_validator(mode="after")
    def _roles_in_black(self) -> Self:
        known = {*self.illustration, *self.colours.model_dump()}
        unknown = sorted({*self.black_colours} - known)
        if unknown:
            raise ValueError(f"`black_colours` has colours that there are none of: {', '.join(unknown)}")
        return self

    def panel_mm(self, paper: str) -> tuple[float, float]:
        """Return how wide and how tall a panel of a paper is: all of it, unless it is parted."""
        sheet = self.papers[paper]
        return sheet.width_mm / self.panels.across, sheet.height_mm / self.panels.down

    def width_on(self, paper: str) -> float:
        """Return how wide the live area of a panel of a paper is: the margins are the same on all papers."""
        return self.frame.width_mm + self.panel_mm(paper)[0] - self.panel_mm(self.paper)[0]

    def __hash__(self) -> int:
        """Return the hash of the id; two layouts of one id may still differ."""
        return hash(self.id)

    @cached_property
    def digest(self) -> str:
        """What stands for all of its values."""
        return sha256(self.model_dump_json().encode()).hexdigest()
