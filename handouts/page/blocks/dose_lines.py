"""A dose becomes a few short lines, its numbers large, for a narrow column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.compose.blocks import DoseCell, DoseWord
from handouts.page.blocks.dose_strip import Run
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import TOLERANCE_MM, baseline_mm, text_width_mm
from handouts.schema.layout import FaceRole

FACES: dict[str, FaceRole] = {"figure": "sheet_figure", "strong": "sheet_strong", "plain": "sheet_word"}

# Stands between how many and how long where both are on one line.
_BETWEEN = DoseWord(", ", "plain")
_SPACE = DoseWord(" ", "plain")
_WORD = re.compile(r"[^ ]* |[^ ]+")


@dataclass(frozen=True, slots=True)
class DoseLines:
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
    many, held, often = dose[:3]
    together = ((*many.long, _BETWEEN, *words) for words in (held.long, held.short))
    apart = [many.long, held.long]
    first = next(([words] for words in together if len(list(_lines(words, style, width))) == 1), apart)
    lines = [line for words in (*first, (*often.long, _SPACE)) for line in _lines(words, style, width)]
    return DoseLines(tuple(lines), mm(style.face("sheet_figure").leading_pt))


def _lines(words: Sequence[DoseWord], style: Style, width: float) -> Iterator[tuple[Run, ...]]:
    """Yield lines no wider than `width`, broken at spaces."""
    line: list[Run] = []
    for unit in _units(words, style):
        start = line[-1].x + text_width_mm(line[-1].words, line[-1].face) if line else 0.0
        if line and start + unit[-1].end > width + TOLERANCE_MM:
            yield tuple(line)
            line, start = [], 0.0
        line += [Run(start + run.x, run.words, run.face) for run in unit]
    if line:
        yield tuple(line)


def _units(words: Sequence[DoseWord], style: Style) -> Iterator[list[Run]]:
    """Yield what may not be parted: runs up to and with the next space, the first at 0."""
    unit: list[Run] = []
    x = 0.0
    for word in words:
        face = style.face(FACES[word.kind])
        for piece in _WORD.findall(word.text):
            unit.append(Run(x, piece, face))
            x += text_width_mm(piece, face)
            if piece.endswith(" "):
                yield unit
                unit, x = [], 0.0
    if unit:
        yield unit
