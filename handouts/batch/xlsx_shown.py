"""Say what a spreadsheet shows in a cell: its number in the format of the cell, or why nobody can know."""

import datetime
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

from handouts.batch.debris import text_cell
from handouts.batch.table import AS_TEXT, Cell, CellFault, Dated

# A spreadsheet keeps 15 digits of a number, and shows 10 of a fraction where no format says more.
MOST_DIGITS = 15
GENERAL_DIGITS = 10

# Parts of a format: text, a colour or a place, a condition, room, and places for digits.
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]'
    r"|_(?P<room>.)|\*(?P<fill>.)|(?P<general>General)|(?P<scale>[eE][+-])|(?P<place>[0#?.,])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTIONS = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[_*].|[^;])*(?:;|$)', re.DOTALL)
_COLOURS = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d+", re.IGNORECASE)
_PLAIN = "General"

HIDES = CellFault("the format of this cell hides what it holds.", "Format the column as text, or delete it.")
ROUNDS = CellFault("the format of this cell shows a rounded number.", AS_TEXT)
UNKNOWN = CellFault("nobody can know how the number in this cell is shown, for its format.", AS_TEXT)


def show_text(text: str, number_format: str) -> Cell:
    """Return a text as its cell shows it."""
    if number_format == _PLAIN:
        return text_cell(text)
    sections = _sections(number_format)
    section = sections[3] if len(sections) > 3 else sections[-1]
    if len(sections) > 3 and "@" not in section:
        return HIDES._replace(text=text)
    if section == "@" or "@" not in section:
        return text_cell(text)
    pieces = [_literal(found) if found["other"] != "@" else text for found in _tokens(section)]
    return text_cell("".join(pieces))


def show_number(value: float, number_format: str, epoch: datetime.datetime) -> Cell:
    """Return a number as its cell shows it, a date as year-month-day; else why it is not known."""
    if number_format == _PLAIN and value.is_integer() and abs(value) < 10**MOST_DIGITS:
        return str(int(value))
    if is_date_format(number_format):
        return _show_date(value, number_format, epoch)
    if abs(value) >= 10**MOST_DIGITS:
        # With an exponent it is read as what it is, a number that was shortened.
        message = f"a spreadsheet keeps only {MOST_DIGITS} digits of a number."
        return CellFault(message, AS_TEXT, f"{value:.15E}")
    sections = _sections(number_format)
    section, is_signed = sections[0], True
    if value < 0 and len(sections) > 1:
        section, is_signed = sections[1], False
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    try:
        shown = _in_format(Decimal(f"{abs(value):.{MOST_DIGITS}g}"), section)
    except (InvalidOperation, ValueError):
        return UNKNOWN
    if isinstance(shown, CellFault):
        return shown
    return text_cell(f"-{shown}" if value < 0 and is_signed else shown)


def _sections(number_format: str) -> list[str]:
    """Return the parts of a format for numbers above, below and at zero, and for text."""
    found = [one[0].removesuffix(";") for one in _SECTIONS.finditer(number_format)]
    # After the last one the pattern finds an empty one more.
    return found[:-1] if len(found) > 1 and not number_format.endswith(";") else found


def _tokens(section: str) -> list[re.Match[str]]:
    return [*_TOKEN.finditer(section)]


def _in_format(number: Decimal, section: str) -> str | CellFault:
    tokens = _tokens(section)
    if any(found["bracket"] and not _COLOURS.fullmatch(found["bracket"]) for found in tokens):
        return UNKNOWN
    if any(found["scale"] or found["other"] == "/" for found in tokens):
        return UNKNOWN
    if any(found["general"] or found["other"] == "@" for found in tokens):
        plain = f"{number:.{GENERAL_DIGITS}g}" if number % 1 else f"{number:f}".partition(".")[0]
        return "".join(
            plain if found["general"] or found["other"] == "@" else _literal(found) for found in tokens
        )
    places = "".join(found["place"] or "" for found in tokens)
    if not any(place in "0#?" for place in places):
        return HIDES
    number *= 100 ** sum(found["other"] == "%" for found in tokens)
    return _in_places(number, tokens, places)


def _in_places(number: Decimal, tokens: Sequence[re.Match[str]], places: str) -> str | CellFault:
    """Return the digits of a number at their places, and the text of the format around them."""
    whole, _, fraction = places.partition(".")
    decimals = sum(place in "0#?" for place in fraction)
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if rounded != number:
        return ROUNDS
    if "," in places and (number >= 1000 or whole.rstrip(",") != whole or "," in fraction):
        # Which sign parts the thousands is a setting of the computer.
        return UNKNOWN
    digits, _, after = f"{rounded:f}".partition(".")
    digits = "" if digits == "0" else digits
    shown: list[str] = []
    before = sum(place in "0#?" for place in whole)
    at = -before
    for found in tokens:
        place = found["place"]
        if place is None:
            shown.append(_literal(found))
        elif place == ".":
            at = 0
            shown.append(".")
        elif place != ",":
            shown.append(_digit(place, at, digits, after, first=at == -before))
            at += 1
    return "".join(shown).strip().removesuffix(".")


def _digit(place: str, at: int, digits: str, after: str, *, first: bool) -> str:
    """Return what stands at a place, counted from the point on; the first one has all digits before it."""
    if at >= 0:
        is_needed = place == "0" or after[at:].strip("0")
        return after[at] if is_needed else ""
    if first and len(digits) >= -at:
        return digits[: len(digits) + at + 1]
    return digits[at] if len(digits) >= -at else "0" if place == "0" else ""


def _literal(found: re.Match[str]) -> str:
    """Return what a part of a format says itself."""
    texts = (found["quoted"], found["escaped"], found["currency"], found["other"])
    return next((text for text in texts if text is not None), "")


def _show_date(value: float, number_format: str, epoch: datetime.datetime) -> Cell:
    """Return a date, a time or both, as far as the format shows them."""
    letters = "".join(
        found["other"] or "" for found in _TOKEN.finditer(_sections(number_format)[0].replace("AM/PM", ""))
    ).lower()
    has_day, has_time = "d" in letters, "h" in letters or "s" in letters
    try:
        moment = from_excel(value, epoch)
    except (ValueError, OverflowError, TypeError):
        return UNKNOWN
    if "[" in number_format and re.search(r"\[[hms]+\]", number_format, re.IGNORECASE):
        minutes = round(value * 24 * 60)
        return Dated(f"{minutes // 60}:{minutes % 60:02}") if minutes >= 0 else UNKNOWN
    if isinstance(moment, datetime.time) or (has_time and not has_day):
        return Dated(f"{moment:%H:%M}") if has_time else UNKNOWN
    if not has_day or "m" not in letters or not isinstance(moment, datetime.datetime):
        return CellFault("the format of this cell does not show the day of its date.", AS_TEXT)
    has_time = has_time and moment.time() != datetime.time()
    return Dated(f"{moment:%Y-%m-%d %H:%M}" if has_time else f"{moment:%Y-%m-%d}")
