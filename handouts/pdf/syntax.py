"""Values become PDF syntax."""

from collections.abc import Iterable
from datetime import date


def number(value: float) -> str:
    """Return a number as short as hundredths of a point allow."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def numbers(*values: float) -> str:
    """Return numbers with spaces between."""
    return " ".join(map(number, values))


def text_string(text: str) -> bytes:
    """Return a text for people, such as a title or alternative text."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % escaped(text).encode("ascii")
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode("ascii")


def escaped(text: str) -> str:
    """Return a text as it stands between the brackets of a literal string."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def reference(number: int) -> bytes:
    """Return a reference to the object of this number."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[%b]" % b" ".join([b"%d 0 R" % number for number in numbers])


def midnight(day: date) -> bytes:
    """Return the start of a day in Greenwich: a handout has a date and no hour."""
    return b"(D:%b000000Z)" % day.strftime("%Y%m%d").encode("ascii")
