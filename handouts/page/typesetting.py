"""Break text into lines and set them: greedy, ragged right, never hyphenated, never squeezed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from handouts.compose.text import Span, Text
from handouts.library.words import fill
from handouts.page.type import width_pt
from handouts.schema.layout import Face
from handouts.schema.measures import MM

# FiraGO's ascent .935 and descent .265 put the baseline this far below the middle of a line.
BASELINE_SHIFT = 0.335

# Sums of rounded widths differ by less than this.
TOLERANCE_MM = 0.01

# At least this many lines of a text stay together at the foot and at the head of a page or a column.
TOGETHER = 2

# Lines of balanced text are alike to this.
FINE_MM = 0.5

# The room for the number of a page that is not known yet: a space as wide as a figure.
PAGE_ROOM = "\N{FIGURE SPACE}"

# Shares of the width that are tried to give a last word company.
NARROWER = (1, 0.96, 0.92, 0.88, 0.84)


def with_page_room(text: Text) -> Text:
    """Return text with room for a number in place of each `{page}`."""
    return tuple(replace(span, text=fill(span.text, page=PAGE_ROOM)) for span in text)


def baseline_mm(face: Face) -> float:
    """Return how far the first baseline stands below the top of the line."""
    return (face.leading_pt / 2 + BASELINE_SHIFT * face.size_pt) / MM


def text_width_mm(words: str, face: Face, *, strong: bool | None = None) -> float:
    """Return the width of words set on one line."""
    return width_pt(words, strong=face.strong if strong is None else strong, size_pt=face.size_pt) / MM


class Run(NamedTuple):
    """A run on a line, `x_mm` from its start."""

    x_mm: float
    span: Span


Line = tuple[Run, ...]


class SetText(NamedTuple):
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
    return _joined(_broken(_words(text, face), width_mm), face)


# Measured: without these two, a roster of many plans takes a third longer.
@lru_cache(maxsize=512)
def balanced(text: Text, face: Face, *, width_mm: float) -> SetText:
    """Return text as `set_text` does, with lines of like length: no one-word last line."""
    words = _words(text, face)
    best = _broken(words, width_mm)
    low, high = max(width_mm / max(1, len(best)), _longest(words)), width_mm
    while len(best) > 1 and high - low > FINE_MM:
        middle = (low + high) / 2
        tried = _broken(words, middle)
        if len(tried) == len(best):
            high, best = middle, tried
        else:
            low = middle
    return _joined(best, face)


@lru_cache(maxsize=512)
def settled(text: Text, face: Face, *, width_mm: float) -> SetText:
    """Return text as `set_text` does, a little narrower where its last line would be one word alone."""
    words = _words(text, face)
    first = _broken(words, width_mm)
    longest = _longest(words)
    for share in NARROWER:
        tried = _broken(words, share * width_mm)
        if len(tried) != len(first) or (share < 1 and share * width_mm < longest):
            break
        if len(tried) < 2 or not _is_alone(tried[-1]):
            return _joined(tried, face)
    return _joined(first, face)


def longest_word_mm(text: Text, face: Face) -> float:
    """Return the width of the longest word of a text."""
    return _longest(_words(text, face))


def _longest(words: "Sequence[Word]") -> float:
    """Return the width of the longest word: narrower lines would part it."""
    return max((_ink_mm(word) for word in words), default=0.0)


def _ink_mm(word: "Word") -> float:
    last = word[-1]
    return sum(run.width_mm for run in word) - last.width_mm + last.ink_mm


def _is_alone(line: "Word") -> bool:
    return " " not in "".join(run.text for run in line).strip()


class Fragment(NamedTuple):
    """A part of a word in one look; `ink_mm` is its width without the space that ends it."""

    text: str
    span: Span
    face: Face
    width_mm: float
    ink_mm: float


# What may not be parted: runs up to and with the next space.
Word = list[Fragment]


def _words(text: Text, face: Face) -> list[Word]:
    return list(_words_of((span, face) for span in text))


def _words_of(parts: Iterable[tuple[Span, Face]]) -> Iterator[Word]:
    word: Word = []
    for span, face in parts:
        *ended, rest = span.text.split(" ")
        for part in ended:
            word.append(_fragment(part + " ", span, face))
            yield word
            word = []
        if rest:
            word.append(_fragment(rest, span, face))
    if word:
        yield word


def _fragment(text: str, span: Span, face: Face) -> Fragment:
    strong = face.strong or span.strong
    width = text_width_mm(text, face, strong=strong)
    space = text_width_mm(" ", face, strong=strong) if text.endswith(" ") else 0.0
    return Fragment(text, span, face, width, width - space)


def broken(parts: Iterable[tuple[Span, Face]], width_mm: float) -> list[list[Fragment]]:
    """Return the lines of text in several faces, no wider than `width_mm`."""
    return _broken(_words_of(parts), width_mm)


def _broken(words: Iterable[Word], width_mm: float) -> list[Word]:
    """Return the runs of each line, as many words to a line as it holds."""
    lines: list[Word] = [[]]
    x, widest = 0.0, width_mm + TOLERANCE_MM
    for word in words:
        for whole in _fitting(word, widest):
            width = sum(run.width_mm for run in whole)
            if lines[-1] and x + width - whole[-1].width_mm + whole[-1].ink_mm > widest:
                lines.append([])
                x = 0.0
            lines[-1] += whole
            x += width
    return lines if lines[0] else []


def _fitting(word: Word, widest: float) -> list[Word]:
    """Return a word whole if a line can hold it, else parted at its hyphens, or character by character.

    A hyphen of an address that ended a line would be read as one of the line.
    """
    if _ink_mm(word) <= widest:
        return [word]
    found = [(part, run) for run in word for part in re.findall("[^-]*-|[^-]+", run.text)]
    parts = [[_fragment(part, run.span, run.face)] for part, run in found]
    if all(_ink_mm(part) <= widest and "/" not in part[0].text for part in parts):
        return parts
    return [[_fragment(character, run.span, run.face)] for run in word for character in run.text]


def _joined(lines: list[Word], face: Face) -> SetText:
    """Return lines of runs with neighbours of one look joined."""
    return SetText(face, tuple(map(_line, lines)))


def _line(runs: Word) -> Line:
    pieces = []
    x = 0.0
    for look, same in groupby(runs, key=lambda run: (run.span.strong, run.span.language, run.span.link)):
        together = list(same)
        pieces.append(Run(x, Span("".join(run.text for run in together), *look)))
        x += sum(run.width_mm for run in together)
    return tuple(pieces)


def shared_widths(needed: Sequence[float], usual: Sequence[float], *, least: Sequence[float]) -> list[float]:
    """Return widths of cells where those with room to spare, over their least, give it to those without.

    There are none where that is not enough.
    """
    missing = [max(0.0, need - cell) for need, cell in zip(needed, usual, strict=True)]
    spare = [max(0.0, cell - max(room, need)) for need, cell, room in zip(needed, usual, least, strict=True)]
    if sum(missing) > sum(spare):
        return []
    share = sum(missing) / sum(spare) if any(missing) else 0
    return [cell + more - share * less for cell, more, less in zip(usual, missing, spare, strict=True)]
