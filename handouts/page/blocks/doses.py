"""A dose becomes a strip of up to four cells, in one row or more, or a few lines for a narrow column."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from handouts.compose.exercise_blocks import DoseCell, DoseWord
from handouts.compose.text import Span
from handouts.page.drawable import LayoutError
from handouts.page.glyphs import SideGlyph, draw_glyph
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import baseline_mm, broken, shared_widths, text_width_mm
from handouts.schema.layout import Face, FaceRole

LINE_FACES: dict[str, FaceRole] = {"figure": "sheet_figure", "strong": "sheet_strong", "plain": "sheet_word"}
STRIP_FACES: dict[str, FaceRole] = {"figure": "dose_figure", "strong": "dose_strong", "plain": "dose_word"}

# How the cells are shared out among rows, in the order in which it is tried; their order never changes.
_ROWS = (((0, 1, 2, 3),), ((0, 1), (2, 3)), ((0, 1), (2,), (3,)), ((0,), (1,), (2,), (3,)))


class Run(NamedTuple):
    """Words of one face, `x` from the start of their cell."""

    x: float
    words: str
    face: Face

    @property
    def end(self) -> float:
        """Where the words end."""
        return self.x + text_width_mm(self.words.rstrip(" "), self.face)


class StripCell(NamedTuple):
    """One part of the dose at its place in the strip."""

    cell: DoseCell
    x: float
    y: float
    width: float
    runs: tuple[Run, ...]


class DoseStrip(NamedTuple):
    """A tinted strip; `spoken` is what a listener hears in its place."""

    cells: tuple[StripCell, ...]
    letters: tuple[str, str]
    spoken: str
    width: float
    row_height: float
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the tint, then the cells with all words of a row on one baseline."""
        radius = pen.style.measures.dose_strip.radius
        pen.box(x, y, self.width, self.height, fill="accent_tint", radius=radius)
        with pen.element("P", spoken=self.spoken):
            for cell in self.cells:
                self._draw_cell(pen.verbatim, cell, x + cell.x, y + cell.y)

    def _draw_cell(self, pen: Pen, cell: StripCell, x: float, y: float) -> None:
        measures, middle = pen.style.measures.dose_strip, y + self.row_height / 2
        if cell.x:
            tall = measures.divider
            weight = pen.style.lines.divider
            pen.line(x, middle - tall / 2, x, middle + tall / 2, weight_pt=weight, colour="accent")
        left = x + measures.pad
        if cell.cell.glyph == "side":
            glyph = side_glyph(cell.cell, pen.style, letters=self.letters)
            glyph.draw(pen, left, middle - glyph.square_mm / 2)
        else:
            size = measures.glyph
            draw_glyph(pen, cell.cell.glyph, left, middle - size / 2, size, "accent")
        face = pen.style.face("dose_figure")
        baseline = middle + baseline_mm(face) - mm(face.leading_pt) / 2
        for run in cell.runs:
            pen.text(x + run.x, baseline, run.words, run.face)


def side_glyph(cell: DoseCell, style: Style, *, letters: tuple[str, str]) -> SideGlyph:
    """Return the L and R of a dose in the size of the strip."""
    signs = style.measures.signs
    return SideGlyph(letters, cell.left, cell.right, signs.side_square, signs.side_gap)


def lay_out_dose_strip(
    cells: Sequence[DoseCell], style: Style, *, width: float, letters: tuple[str, str], spoken: str
) -> DoseStrip:
    """Return the strip with the fewest rows that hold all words.

    A cell too narrow for its long words has its short ones; then the cells of a row are shared out
    anew. No words are ever smaller. Raises LayoutError for a cell wider than a whole row.
    """
    measures = style.measures.dose_strip
    planner = _Planner(style, width, letters)
    for split in _ROWS:
        shared = ([cells[at] for at in row if at < len(cells)] for row in split)
        rows = [planner.row(row) for row in shared if row]
        if all(rows):
            tall = measures.height if len(rows) == 1 else measures.two_rows / 2
            placed = (cell._replace(y=at * tall) for at, row in enumerate(rows) for cell in row)
            return DoseStrip(tuple(placed), letters, spoken, width, tall, tall * len(rows))
    raise LayoutError(spoken, limit=width, overflow=planner.overflow(cells))


class _Planner(NamedTuple):
    """Shares a width out among the cells of one row."""

    style: Style
    width: float
    letters: tuple[str, str]

    def row(self, cells: Sequence[DoseCell]) -> list[StripCell]:
        """Return the cells of one row with their words, or nothing if the row cannot hold them."""
        usual, end = self._usual_widths(len(cells)), self.style.measures.dose_strip.least_end
        short = [self._runs(cell, cell.short) for cell in cells]
        long = [self._runs(cell, cell.long) for cell in cells]
        fitting = [
            one if one[-1].end + end <= room else other
            for one, other, room in zip(long, short, usual, strict=True)
        ]
        if all(runs[-1].end + end <= room for runs, room in zip(fitting, usual, strict=True)):
            return _side_by_side(cells, fitting, usual)
        for runs in (fitting, short):
            # Cells with room to spare give it to those without.
            needed = [words[-1].end + self.style.measures.dose_strip.end for words in runs]
            if widths := shared_widths(needed, usual, least=[0.0] * len(needed)):
                return _side_by_side(cells, runs, widths)
        return []

    def overflow(self, cells: Sequence[DoseCell]) -> float:
        """Return by how much the longest cell is wider than a whole row."""
        widest = max(self._runs(cell, cell.short)[-1].end for cell in cells)
        return widest + self.style.measures.dose_strip.end - self.width

    def _usual_widths(self, count: int) -> list[float]:
        """Return the widths of the look, in proportion on a narrower strip; like ones in a row of few."""
        cells = self.style.measures.dose_strip.each("cells")
        if count < len(cells):
            return [self.width / count] * count
        return [cell * self.width / sum(cells) for cell in cells]

    def _runs(self, cell: DoseCell, words: Sequence[DoseWord]) -> list[Run]:
        measures = self.style.measures.dose_strip
        glyph = measures.glyph
        if cell.glyph == "side":
            glyph = side_glyph(cell, self.style, letters=self.letters).width
        x = measures.pad + glyph + measures.glyph_gap
        runs = []
        for word in words:
            runs.append(Run(x, word.text, self.style.face(STRIP_FACES[word.kind])))
            x += text_width_mm(word.text, runs[-1].face)
        return runs


def _side_by_side(
    cells: Sequence[DoseCell], runs: Sequence[Sequence[Run]], widths: Sequence[float]
) -> list[StripCell]:
    starts = accumulate(widths, initial=0.0)
    return [
        StripCell(cell, x, 0, width, tuple(words))
        for cell, words, width, x in zip(cells, runs, widths, starts, strict=False)
    ]


# Stands between how many and how long where both are on one line.
_BETWEEN = DoseWord(", ", "plain")
_SPACE = DoseWord(" ", "plain")


class DoseLines(NamedTuple):
    """Lines of words of different sizes."""

    lines: tuple[tuple[Run, ...], ...]
    leading_mm: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.leading_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the lines in whatever element is open, the words of each on one baseline."""
        baseline = y + baseline_mm(pen.style.face("sheet_figure"))
        for line in self.lines:
            for run in line:
                pen.text(x + run.x, baseline, run.words, run.face)
            baseline += self.leading_mm


def lay_out_dose_lines(dose: Sequence[DoseCell], style: Style, *, width: float) -> DoseLines:
    """Return how many with how long where both fit on one line, then how often.

    The space at the end parts the dose from what is said behind it.
    """
    cells = {cell.glyph: cell for cell in dose}
    first = [cells[glyph].long for glyph in ("repeat", "clock") if glyph in cells]
    if len(first) == 2:
        held = cells["clock"]
        together = ((*first[0], _BETWEEN, *words) for words in (held.long, held.short))
        first = next(([words] for words in together if len(list(_lines(words, style, width))) == 1), first)
    often = [(*cells["calendar"].long, _SPACE)] if "calendar" in cells else []
    lines = [line for words in (*first, *often) for line in _lines(words, style, width)]
    return DoseLines(tuple(lines), mm(style.face("sheet_figure").leading_pt))


def _lines(words: Sequence[DoseWord], style: Style, width: float) -> Iterator[tuple[Run, ...]]:
    """Yield lines no wider than `width`, broken at spaces."""
    for line in broken(((Span(word.text), style.face(LINE_FACES[word.kind])) for word in words), width):
        starts = accumulate((part.width_mm for part in line), initial=0.0)
        yield tuple(Run(x, part.text, part.face) for x, part in zip(starts, line, strict=False))
