"""Break text into lines and set them: greedy, ragged right, never hyphenated, never squeezed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handouts.handout import Span, Text
from handouts.page.fonts import width_pt
from handouts.page.style import MM
from handouts.schema.layout import Face

# FiraGO's ascent .935 and descent .265 put the baseline this far below the middle of a line.
BASELINE_SHIFT = 0.335

# Sums of rounded widths differ by less than this.
TOLERANCE_MM = 0.01


def plain(words: str, *, strong: bool = False) -> Text:
    """Return words as text of one span."""
    return (Span(words, strong),)


def baseline_mm(face: Face) -> float:
    """Return how far the first baseline stands below the top of the line."""
    return (face.leading_pt / 2 + BASELINE_SHIFT * face.size_pt) / MM


def text_width_mm(words: str, face: Face, *, strong: bool | None = None) -> float:
    """Return the width of words set on one line."""
    return width_pt(words, strong=face.strong if strong is None else strong, size_pt=face.size_pt) / MM


@dataclass(frozen=True, slots=True)
class Piece:
    """A run on a line, `x_mm` from its start."""

    x_mm: float
    span: Span


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SetText:
    """Text broken into lines at one face."""

    face: Face
    lines: tuple[Line, ...]

    @property
    def height_mm(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.face.leading_pt / MM

    @property
    def width_mm(self) -> float:
        """The width of the longest line."""
        return max((line_width_mm(line, self.face) for line in self.lines), default=0.0)


def line_width_mm(line: Line, face: Face) -> float:
    """Return where the ink of a line ends."""
    if not line:
        return 0.0
    last = line[-1]
    words = last.span.text.rstrip(" ")
    return last.x_mm + text_width_mm(words, face, strong=face.strong or last.span.strong)


def set_text(text: Text, face: Face, *, width_mm: float) -> SetText:
    """Return text broken at spaces so that no line is wider than `width_mm`.

    A word wider than a whole line is broken between characters.
    """
    lines: list[Line] = []
    pieces: list[Piece] = []
    x = 0.0
    for word in _words(text, face, width_mm):
        ink = sum(_width_mm(span, face, ink=span is word[-1]) for span in word)
        if pieces and x + ink > width_mm + TOLERANCE_MM:
            lines.append(_join(pieces))
            pieces, x = [], 0.0
        for span in word:
            pieces.append(Piece(x, span))
            x += _width_mm(span, face)
    if pieces:
        lines.append(_join(pieces))
    return SetText(face, tuple(lines))


def balanced(text: Text, face: Face, *, width_mm: float) -> SetText:
    """Return text as `set_text` does, with lines of like length: no one-word last line."""
    best = set_text(text, face, width_mm=width_mm)
    if len(best.lines) < 2:
        return best
    low, high = width_mm / len(best.lines), width_mm
    while high - low > 0.5:
        middle = (low + high) / 2
        tried = set_text(text, face, width_mm=middle)
        if len(tried.lines) == len(best.lines) and tried.width_mm <= width_mm:
            high, best = middle, tried
        else:
            low = middle
    return best


def _words(text: Text, face: Face, width_mm: float) -> Iterator[tuple[Span, ...]]:
    """Yield what may not be parted: spans up to and with the next space; a word too wide, in parts."""
    word: list[Span] = []
    for span in text:
        *ended, rest = span.text.split(" ")
        for part in ended:
            word.append(replace(span, text=part + " "))
            yield from _fitting(word, face, width_mm)
            word = []
        if rest:
            word.append(replace(span, text=rest))
    if word:
        yield from _fitting(word, face, width_mm)


def _fitting(word: list[Span], face: Face, width_mm: float) -> Iterator[tuple[Span, ...]]:
    """Yield a word whole if a line can hold it, and character by character if not."""
    if sum(_width_mm(span, face, ink=span is word[-1]) for span in word) <= width_mm + TOLERANCE_MM:
        yield tuple(word)
    else:
        yield from ((replace(span, text=character),) for span in word for character in span.text)


def _width_mm(span: Span, face: Face, *, ink: bool = False) -> float:
    """Return the width of a span; with `ink`, without the space that ends it."""
    words = span.text.rstrip(" ") if ink else span.text
    return text_width_mm(words, face, strong=face.strong or span.strong)


def _join(pieces: list[Piece]) -> Line:
    """Return neighbouring pieces of one look as one run."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and replace(last.span, text="") == replace(piece.span, text=""):
            joined[-1] = Piece(last.x_mm, replace(last.span, text=last.span.text + piece.span.text))
        else:
            joined.append(piece)
    return tuple(joined)
