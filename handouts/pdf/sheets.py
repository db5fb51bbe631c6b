"""A finished PDF becomes sheets for one printer: pages side by side, moved, marked; nothing in it is tagged.

Who hears a page needs its tags, and who prints it has no use for them, so sheets are a file of their own.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

import pikepdf

from handouts.pdf.inks import PressProfile, set_in_inks
from handouts.schema.measures import MM
from handouts.schema.papers import FlipEdge, Paper, Printer

Imposition = Literal["2up", "4up", "booklet"]
Mark = Literal["crop", "fold"]
# The sheets that printers have, by the tallness of the pages that go on them.
SHEETS = (Paper(width_mm=210, height_mm=297), Paper(width_mm=215.9, height_mm=279.4))
# Crop marks: how long, how far from what is cut, and how heavy.
MARK_MM, MARK_GAP_MM, MARK_PT = 5.0, 3.0, 0.35
# What rounding leaves of a page that fits.
_ROUNDING = 0.002
_CLAIMS = re.compile(rb"<(pdfuaid:part|pdfaid:part|pdfaid:conformance)>[^<]*</\1>\n?")
_ONLY_ON_SCREEN = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels")

# Three pairs of numbers as PDF has them: where a point goes.
Matrix = tuple[float, float, float, float, float, float]


class SheetPlan(NamedTuple):
    """How sheets are wanted; without an imposition there is a page to a side.

    `flip` is the edge on which the printer turns the paper, `bleed_mm` what is cut off around a page; with
    the profile of a `press` they are in its inks.
    """

    imposition: Imposition | None = None
    flip: FlipEdge | None = None
    printer: Printer = Printer()
    bleed_mm: float = 0
    marks: frozenset[Mark] = frozenset()
    press: PressProfile | None = None


class Form(NamedTuple):
    """A side of a sheet in points: so wide and tall, so many places across and down, the scale of a page."""

    width: float
    height: float
    across: int
    down: int
    scale: float

    @property
    def upright_flip(self) -> FlipEdge:
        """The edge on which a sheet is turned over like the leaf of a book."""
        return "short" if self.width > self.height else "long"


class Sheets(NamedTuple):
    """What was written: the form and number of sides, on which edge they turn, and whose inks they have.

    `flip` is None without backs, `press` empty in RGB.
    """

    form: Form
    sides: int
    flip: FlipEdge | None
    press: str = ""


# The pages on a side, from the left and the top; None is a place left blank.
Side = Sequence[int | None]


def form_of(page: tuple[float, float], plan: SheetPlan) -> Form:
    """Return the side that pages of a size in points go on: as large as they are, or as fits the sheet."""
    width, height = page
    if plan.imposition is None:
        room = 2 * MM * _room_mm(plan)
        return Form(width + room, height + room, 1, 1, 1)
    is_tall = height >= width
    across, down = (2, 2) if plan.imposition == "4up" else (2, 1) if is_tall else (1, 2)
    sheet = min(SHEETS, key=lambda one: _unlikeness(one, max(page) / min(page)))
    long, short = sheet.height_mm * MM, sheet.width_mm * MM
    wide, high = (short, long) if is_tall == (across == down) else (long, short)
    scale = min(1, wide / (across * width), high / (down * height))
    return Form(wide, high, across, down, 1 if scale > 1 - _ROUNDING else scale)


def sides_of(starts: Sequence[int], count: int, plan: SheetPlan, form: Form, *, both: bool) -> list[Side]:
    """Return the sides in the order they are printed; each of the handouts that start there has its own."""
    sides: list[Side] = []
    for first, end in pairwise([*starts, count]):
        pages: list[int | None] = [*range(first, end)]
        if plan.imposition == "booklet":
            sides += _booklet(pages)
            continue
        places = form.across * form.down
        pages += [None] * (-len(pages) % (places * (1 + both)))
        sides += [pages[at : at + places] for at in range(0, len(pages), places)]
    return sides


def write_sheets(source: BinaryIO | Path, target: BinaryIO | Path, plan: SheetPlan) -> Sheets:
    """Write the sheets of a file that this program has made, and return what they are."""
    with pikepdf.open(source) as pdf:
        if plan.press:
            set_in_inks(pdf, plan.press)
        old = [page.obj for page in pdf.pages]
        sizes = [tuple(float(part) for part in list(page.MediaBox)[2:]) for page in old]
        page = max(size[0] for size in sizes), max(size[1] for size in sizes)
        form, flip = form_of(page, plan), plan.flip or plan.printer.flip
        # A stack says whether it is meant for both sides.
        is_duplex = str(pdf.Root.ViewerPreferences.get("/Duplex", "")).startswith("/Duplex")
        if flip is None and (plan.imposition == "booklet" or is_duplex):
            flip = form.upright_flip
        sides = sides_of(_starts(pdf), len(old), plan, form, both=flip is not None)
        new = []
        for number, side in enumerate(sides):
            is_back = flip is not None and number % 2 == 1
            turned = is_back and flip != form.upright_flip
            new.append(_side(pdf, side, old, form, plan, is_back=is_back, turned=turned))
        del pdf.pages[:]
        for one in new:
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(one)))
        _forget_claims(pdf)
        if flip:
            pdf.Root.ViewerPreferences.Duplex = pikepdf.Name(f"/DuplexFlip{flip.capitalize()}Edge")
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Sheets(form, len(new), flip, plan.press.name if plan.press else "")


def _unlikeness(paper: Paper, tallness: float) -> float:
    """Return how far a page is from the shape of a sheet of paper, or of half of one."""
    long, short = paper.height_mm, paper.width_mm
    return min(abs(long / short - tallness), abs(2 * short / long - tallness))


def _room_mm(plan: SheetPlan) -> float:
    """Return what a sheet has around a page: what is cut off, and the marks that say where."""
    gap = max(plan.bleed_mm, MARK_GAP_MM)
    return gap + MARK_MM if "crop" in plan.marks else plan.bleed_mm


def _booklet(pages: list[int | None]) -> Iterator[Side]:
    """Yield the sides of sheets that are laid on each other and folded in the middle.

    The last page, with whom to call, is the back of the booklet; blank ones stand before it.
    """
    pages[-1:-1] = [None] * (-len(pages) % 4)
    while pages:
        yield pages.pop(), pages.pop(0)
        yield pages.pop(0), pages.pop()


def _starts(pdf: pikepdf.Pdf) -> list[int]:
    """Return the pages on which handouts begin: each numbers its own."""
    labels = pdf.Root.PageLabels
    leaves = [leaf.Nums for leaf in labels.Kids] if "/Kids" in labels else [labels.Nums]
    return [int(number) for leaf in leaves for number in list(leaf)[::2]]


def _side(
    pdf: pikepdf.Pdf,
    side: Side,
    old: Sequence[pikepdf.Object],
    form: Form,
    plan: SheetPlan,
    *,
    is_back: bool,
    turned: bool,
) -> pikepdf.Dictionary:
    """Return a page with others in their places; the streams of these are in the file once, as before."""
    shift = plan.printer.back_offset_mm if is_back else None
    whole = _moved(form, plan.printer.scale, shift or plan.printer.offset_mm, turned=turned)
    contents: list[pikepdf.Object] = [pdf.make_stream(b"q %b cm" % _code(*whole))]
    for place, number in enumerate(side):
        if number is not None:
            page = old[number]
            contents.append(pdf.make_stream(_place(page, place, form)))
            contents += [*page.Contents] if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
            contents.append(pdf.make_stream(b"Q"))
    contents.append(pdf.make_stream(_marks(form, plan) + b"Q"))
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=[0, 0, round(form.width, 2), round(form.height, 2)],
        Resources=old[0].Resources,
        Contents=pikepdf.Array(contents),
    )
    if room := _room_mm(plan) * MM:
        made.TrimBox = _inside(form, room)
        made.BleedBox = _inside(form, room - plan.bleed_mm * MM)
    return made


def _inside(form: Form, room: float) -> list[float]:
    return [round(part, 2) for part in (room, room, form.width - room, form.height - room)]


def _moved(form: Form, scale: float, shift: tuple[float, float], *, turned: bool) -> Matrix:
    """Return where all of a side goes: scaled about its middle, turned, and moved on the paper."""
    factor = -scale if turned else scale
    right, down = shift
    across, up = form.width / 2 * (1 - factor), form.height / 2 * (1 - factor)
    return factor, 0, 0, factor, across + right * MM, up - down * MM


def _place(page: pikepdf.Object, place: int, form: Form) -> bytes:
    """Return the operators that put a page into the middle of its place, and keep it there."""
    _, _, width, height = (float(part) for part in page.MediaBox)
    cell_width, cell_height = form.width / form.across, form.height / form.down
    row, column = divmod(place, form.across)
    x = column * cell_width + (cell_width - width * form.scale) / 2
    y = form.height - (row + 1) * cell_height + (cell_height - height * form.scale) / 2
    moved = _code(form.scale, 0, 0, form.scale, x, y)
    return b"q %b cm %b re W n" % (moved, _code(0, 0, width, height))


def _marks(form: Form, plan: SheetPlan) -> bytes:
    """Return the marks for cutting and folding, in lines as fine as a printer has them."""
    if not plan.marks:
        return b""
    lines = [*_crop_lines(form, plan)] if plan.imposition is None else [*_edge_lines(form)]
    drawn = b" ".join(b"%b m %b l S" % (_code(x, y), _code(x1, y1)) for x, y, x1, y1 in lines)
    return b"/Artifact BMC q 0 G %b w %b Q EMC " % (_code(MARK_PT), drawn)


def _crop_lines(form: Form, plan: SheetPlan) -> Iterator[tuple[float, float, float, float]]:
    """Yield two lines at each corner of a page, which stand off what is cut."""
    room, long = _room_mm(plan) * MM, MARK_MM * MM
    for x, out in ((room, 0.0), (form.width - room, form.width)):
        for y, end in ((room, 0.0), (form.height - room, form.height)):
            yield x, end, x, end + (long if end == 0 else -long)
            yield out, y, out + (long if out == 0 else -long), y


def _edge_lines(form: Form) -> Iterator[tuple[float, float, float, float]]:
    """Yield lines at the edges of a sheet, where it is cut or folded between two pages."""
    long = MARK_MM * MM
    for number in range(1, form.across):
        x = form.width * number / form.across
        yield x, 0, x, long
        yield x, form.height - long, x, form.height
    for number in range(1, form.down):
        y = form.height * number / form.down
        yield 0, y, long, y
        yield form.width - long, y, form.width, y


def _code(*numbers: float) -> bytes:
    return " ".join(f"{round(number, 4):g}" for number in numbers).encode()


def _forget_claims(pdf: pikepdf.Pdf) -> None:
    """Take out the tags, what leads a reader to pages, and what says that the file keeps a standard."""
    for name in _ONLY_ON_SCREEN:
        if name in pdf.Root:
            del pdf.Root[name]
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(_CLAIMS.sub(b"", packet))
