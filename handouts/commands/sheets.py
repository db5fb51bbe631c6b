"""The options for the sheets of one printer, and the file beside the accessible one that these go into."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import FILE, together

if TYPE_CHECKING:
    from handouts.pdf.inks import PressProfile
    from handouts.pdf.sheets import SheetPlan, Sheets
    from handouts.schema.papers import Printer

MOST_BLEED_MM = 10
MARKS = ("crop", "fold")
# The options that ask for sheets.
NAMES = ("impose", "flip", "printer_name", "bleed_mm", "marks", "cmyk")


class Length(click.ParamType[Any]):
    """A length in millimetres, such as 3mm."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the millimetres."""
        found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,2})?) ?(?:mm)?", str(value))
        if not found or float(found[1]) > MOST_BLEED_MM:
            self.fail(f"write a length up to {MOST_BLEED_MM}mm, such as 3mm.", param, ctx)
        return float(found[1])


class Marks(click.ParamType[Any]):
    """Kinds of marks, with commas between them."""

    name = "marks"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """Return the kinds."""
        if isinstance(value, frozenset):
            return value
        marks = frozenset(part.strip() for part in str(value).split(","))
        if not marks <= {*MARKS}:
            self.fail("write crop, fold or crop,fold.", param, ctx)
        return marks


# What asks for sheets.
sheet_options = together(
    click.option(
        "--impose",
        type=click.Choice(["2up", "4up", "booklet"]),
        help="Also write sheets for the printer: so many pages to a side, or a booklet to fold.",
    ),
    click.option(
        "--flip", type=click.Choice(["long", "short"]), help="On which edge the printer turns its sheets."
    ),
    click.option("--printer", "printer_name", metavar="ID", help="Sheets as the file of this printer says."),
    click.option(
        "--bleed", "bleed_mm", type=Length(), metavar="LENGTH", help="Sheets with so much to cut off: 3mm."
    ),
    click.option("--marks", type=Marks(), metavar="crop,fold", help="Sheets with marks to cut and fold by."),
    click.option(
        "--cmyk", type=FILE, metavar="PROFILE", help="Sheets in the inks of a press, by its ICC profile."
    ),
)


def wants_sheets(options: Mapping[str, Any]) -> bool:
    """Return whether sheets are asked for."""
    return any(options[name] for name in NAMES)


def sheet_plan_of(options: Mapping[str, Any]) -> "SheetPlan":
    """Return how sheets are wanted; raise UsageError for what cannot be, and ContentError."""
    from handouts.pdf.sheets import SheetPlan
    from handouts.schema.papers import Printer

    impose, bleed, marks = options["impose"], options["bleed_mm"] or 0, options["marks"] or frozenset()
    if impose and bleed:
        raise click.UsageError("--bleed is for one page to a sheet. Leave out --impose.")
    if "fold" in marks and impose not in ("2up", "booklet"):
        raise click.UsageError("--marks fold is for pages side by side: --impose 2up or booklet.")
    name = options["printer_name"]
    printer = read_printer(name) if name else Printer()
    press = press_of(options["cmyk"]) if options["cmyk"] else None
    return SheetPlan(impose, options["flip"], printer, bleed, marks, press)


def read_printer(name: str) -> "Printer":
    """Return what the file of a printer says of it, as a test sheet has shown; raise ContentError."""
    from handouts.commands.surroundings import printers
    from handouts.files import yaml_files
    from handouts.problems import did_you_mean, file_error
    from handouts.schema.check import check
    from handouts.schema.papers import Printer
    from handouts.source import read_as_far

    folder = printers()
    known = {one.stem: one for one in yaml_files(folder)} if folder.is_dir() else {}
    if name not in known:
        hint = did_you_mean(name, known) or f"`handouts new printer {name}` begins its file."
        raise file_error(folder / f"{name}.yaml", "there is no file of this printer.", hint)
    return check(read_as_far(known[name]), Printer)


def press_of(path: Path) -> "PressProfile":
    """Return the colour profile of a press; raise ContentError for a file that is none."""
    from handouts.files import open_plain
    from handouts.pdf.inks import MOST_BYTES, NoPressProfileError, read_press_profile
    from handouts.problems import file_error

    hint = "Whoever prints for you can give you the one of their press and paper, a file that ends in .icc."
    try:
        with open_plain(path) as file:
            return read_press_profile(file.read(MOST_BYTES + 1))
    except NoPressProfileError as error:
        raise file_error(path, str(error), hint) from None
    except OSError as error:
        raise file_error(path, f"it cannot be read: {error.strerror}.", hint) from None


def sheets_path(path: Path) -> Path:
    """Return where the sheets of a file go."""
    return path.with_stem(f"{path.stem}-sheets")


def sheets_of(content: bytes, plan: "SheetPlan") -> tuple[bytes, "Sheets"]:
    """Return the sheets of a file."""
    from handouts.pdf.sheets import write_sheets

    target = BytesIO()
    sheets = write_sheets(BytesIO(content), target, plan)
    return target.getvalue(), sheets


def told(path: Path, sheets: "Sheets") -> str:
    """Return what is said of a file of sheets: how it is printed, and what it is not."""
    from handouts.commands.report import counted

    upright = sheets.form.upright_flip
    if sheets.flip is None:
        how = f"one side of each; on both sides, flip on the {upright} edge"
    else:
        turned = "" if sheets.flip == upright else " (the backs are turned for it)"
        how = f"both sides, flipped on the {sheets.flip} edge{turned}"
    scale, inks = sheets.form.scale, sheets.press and f" Its colours are the inks of {sheets.press}."
    smaller = f" Its pages are at {scale:.0%}: words of 12 pt are {12 * scale:.1f}, and large print is lost."
    size = "" if scale == 1 else smaller
    number = sheets.sides if sheets.flip is None else (sheets.sides + 1) // 2
    return (
        f"{sheets_path(path)}: {counted(number, 'sheet')}. Print at actual size, {how}.{size}{inks} "
        f"It is for the printer alone, without tags; {path} is the accessible file (PDF/UA)."
    )
