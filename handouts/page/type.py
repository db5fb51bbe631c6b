"""The two faces everything is set in: text becomes a width, or a list of characters nobody can print."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFontFace

from handouts.characters import listed, script_of
from handouts.schema.check import is_personal
from handouts.schema.walk import walk

if TYPE_CHECKING:
    from handouts.problems import Problem
    from handouts.source import Source


# Set as a plain space: the no-break space, and those between words and numbers that the faces lack.
_SPACES = frozenset(
    "\N{NO-BREAK SPACE}\N{EN SPACE}\N{THIN SPACE}\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}\t\n\r"
)
# They steer how text is broken and are never set themselves.
_UNSEEN = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}")


@cache
def typeface(*, strong: bool) -> TTFontFace:
    """Return the regular or the bold face of FiraGO as ReportLab reads it, which takes about 20 ms, once."""
    return TTFontFace(BytesIO(font_file(strong=strong)))


def font_file(*, strong: bool) -> bytes:
    """Return the file of the regular or the bold face."""
    if strong:
        from pymupdf_fonts.FiraGO_Bold import fontbuffer
    else:
        from pymupdf_fonts.FiraGO_Regular import fontbuffer
    content: bytes = fontbuffer
    return content


def printed(character: str) -> str:
    """Return the character that is set for this one: itself, a plain space, or nothing."""
    if character in _SPACES:
        return " "
    return "" if character in _UNSEEN else character


def width_pt(text: str, *, strong: bool, size_pt: float) -> float:
    """Return how wide a run of text is, in points; there is no kerning."""
    return sum(map(_widths(strong).__getitem__, text)) * size_pt / 1000


def missing_characters(text: str) -> tuple[str, ...]:
    """Return the characters of a text that cannot be printed, each once, in the order they come."""
    return tuple(character for character in dict.fromkeys(text) if not _printable(character))


def check_characters(source: "Source") -> "list[Problem]":
    """Return a problem for every text of a file that holds characters no face can print, with all of them."""
    return [
        problem
        for place, text, _ in walk(source.data)
        if isinstance(text, str) and (missing := missing_characters(text))
        for problem in _unprintable(text, missing, source=source, location=place)
    ]


def _unprintable(
    text: str, missing: tuple[str, ...], *, source: "Source", location: tuple[str | int, ...]
) -> "Iterator[Problem]":
    """Yield what to say of the characters of each script that we cannot set yet, and of the others.

    Letters of a person's name are not listed: together they could be the name.
    """
    personal = is_personal(location)
    by_script: dict[str, list[str]] = {}
    for character in missing:
        script = script_of(character) or ("Some" if personal and character.isalpha() else "")
        by_script.setdefault(script, []).append(character)
    for script, characters in by_script.items():
        message, hint = f"{listed(characters)} cannot be printed.", _HINT
        if script:
            which = "" if personal else f": {listed(characters)}"
            message, hint = f"{script} characters cannot be printed yet{which}.", "Write it in Latin letters."
        yield source.problem(location, message, hint, at=text.index(characters[0]))


_HINT = "Write it in words, or with other characters."


class _Widths(dict[str, int]):
    """Widths of characters in thousandths of the type size, looked up once each."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> int:
        set_as = printed(character)
        width = self[character] = round(self._face.getCharWidth(ord(set_as))) if set_as else 0
        return width


# Measured: without these two, a handout takes more than twice as long.
@cache
def _widths(strong: bool) -> _Widths:
    return _Widths(typeface(strong=strong))


@cache
def _printable(character: str) -> bool:
    """Say whether both faces have a glyph and the character needs no shaping to be read.

    An accent that has not been composed with its letter would be set beside it or over the next one.
    """
    set_as = printed(character)
    known = typeface(strong=False).charToGlyph
    return not set_as or (ord(set_as) in known and not _needs_shaping(set_as))


def _needs_shaping(character: str) -> bool:
    """Say whether a character is an accent alone, or of a script whose letters join or run from the right.

    The faces have Hebrew, Arabic, Devanagari and Thai, but one glyph after the other is not how they
    are written.
    """
    if unicodedata.category(character)[0] == "M" or "\u0900" <= character <= "\u0eff":
        return True
    return unicodedata.bidirectional(character) in ("R", "AL", "AN")
