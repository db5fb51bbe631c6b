"""Take away what exports leave around a text where that is certain, and refuse the text where it is not."""

import html
import re

from handouts.batch.table import AS_TEXT, LONGEST_CELL, NO_VALUE, Cell, CellFault, Dated

AGAIN = "Export the list again as UTF-8, or type the text anew."
EMPTY = "Empty the cell, or type what it should say."

# Ends of lines as workbooks spell them, and what keeps a spreadsheet from taking a text for a number.
_SPELT = re.compile(r"_x000[dDaA9]_")
_GUARDED = re.compile(r'="((?:[^"]|"")*)"')
_APOSTROPHE = re.compile(r"'(\d[\d\s/-]*)")
# What a spreadsheet shows where it has no value, in whatever language, and for a number wider than its cell.
_NO_VALUES = re.compile(r"#(?:N/?[A-Z]|[A-ZÀ-Ý][A-ZÀ-Ý0-9/_]*[!?]|#{2,})|Err:\d{3}")
_SHORTENED = re.compile(r"-?\d(?:[.,]\d+)?E\+\d{2,3}")
# What a database writes where it has nothing, and what may be that or somebody's word.
_NOTHING = ("NULL", "(null)", "<null>", "<NULL>", "[NULL]", "\\N", "NaN", "nan")
_PERHAPS_NOTHING = re.compile(
    r"n/a|n\.\s?a\.?|none|nil|null|undefined|not applicable|not available|[-–—?.]+", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}[0-9]{0,2});")
_BREAK = re.compile(r"\s*<(?:br|/p)\s*/?>\s*", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|body|div|em|font|html|i|li|ol|p|span|strong|table|td|tr|u|ul)(?:\s[^<>]*)?/?>", re.I
)
# Letters of UTF-8 that were read as if each byte were a letter, and what is left of some.
_SIGNS_OF_UTF8 = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]|\u221a|\u201a\u00c4")
_LEFT_OF_UTF8 = re.compile(
    "\u00c3[\u0080-\u00bf\u0152-\u2122]|\u00c2[\u0080-\u00bf]|\u00e2\u20ac|\u00ef\u00bf\u00bd"
)
_WRONG_ENCODINGS = ("cp1252", "latin-1", "mac-roman")
_INSIDE_WORD = re.compile(r"[^\W\d_]\?[^\W\d_]")
# What a spreadsheet makes of the identifiers 1-2 and 7, and a database of 7.
_CHANGED_ID = re.compile(
    r"\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d\d|\d+[.,]0",
    re.IGNORECASE,
)
# The columns in which a cell that a spreadsheet holds as a date may stand.
DATED = ("date", "review", "goal", "note", "private_note")

_ADDRESS = re.compile(r"://|www\.")
_ODD_IN_NAME = re.compile(
    "[?\u00a1-\u00a9\u00ab-\u00b3\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7\u2020-\u2022\u2030\u221a-\u2265<>{}=|~^*]"
)

LOST_LETTER = CellFault("a letter is lost here: there is a `?` inside a word.", AGAIN)
WRONGLY_READ = CellFault("the letters of this text were read in a wrong encoding.", AGAIN)
MARKUP = CellFault("there is HTML in this text.", "Type it as plain text.")
PERHAPS_EMPTY = CellFault("this may be a word for nothing at all.", EMPTY)
CHANGED = CellFault("a program seems to have made a date or a fraction of this number.", AS_TEXT)
NO_LETTER = CellFault("there is no letter in this name.", "Type the name, or change the headings.")
ODD = CellFault("there is a sign here that no name or id has.", "Type it anew.")


def text_cell(text: str) -> Cell:
    """Return the text of a cell, or its fault where that is not all that the cell should say."""
    text = text.strip(" \t\r\n")
    if len(text) > LONGEST_CELL:
        message = f"the cell has more than {LONGEST_CELL} characters."
        return CellFault(message, "Shorten it, or look for a missing quote.", text)
    if _NO_VALUES.fullmatch(text):
        return no_value(text)
    if _SHORTENED.fullmatch(text):
        return CellFault("a spreadsheet has shortened this number.", AS_TEXT, text)
    return _without_debris(text)


def no_value(text: str) -> CellFault:
    """Return the fault of a cell that shows why it has no value."""
    return CellFault(f"the cell says `{text}`.", "Mend its formula, or type the value.", text)


def meant(cell: Cell, key: str) -> Cell:
    """Return what a cell means in the column of a key, nothing too, or its fault where nobody can know."""
    if isinstance(cell, CellFault):
        return cell
    is_person = key.startswith("patient.")
    if isinstance(cell, Dated) and key not in DATED:
        message = "a spreadsheet has made a date or a time of what was typed here."
        return CellFault(message, AS_TEXT, NO_VALUE)
    if key == "patient.id" and _CHANGED_ID.fullmatch(cell):
        return CHANGED
    if key == "patient.name" and not any(map(str.isalpha, cell)) and any(map(str.isdecimal, cell)):
        return NO_LETTER
    if _PERHAPS_NOTHING.fullmatch(cell) or cell in _NOTHING:
        # There are people who are called so.
        return "" if cell in _NOTHING and not is_person else PERHAPS_EMPTY
    return ODD if is_person and _ODD_IN_NAME.search(cell) else cell


def _without_debris(text: str) -> Cell:
    """Return a text as it was before it was exported, or why nobody can know."""
    text = _SPELT.sub("\n", text)
    for pattern in (_GUARDED, _APOSTROPHE):
        guarded = pattern.fullmatch(text)
        text = guarded[1].replace('""', '"') if guarded else text
    if "&" in text:
        # An export over another one spells them twice.
        text = _unescaped(_unescaped(text))
    if "<" in text:
        text = _BREAK.sub("\n", text).strip()
        if _TAG.search(text):
            return MARKUP._replace(text=text)
    return text if text.isascii() and "?" not in text else _read_rightly(text)


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _read_rightly(text: str) -> Cell:
    """Return a text whose letters were read one byte at a time as what it was."""
    if _INSIDE_WORD.search(text) and not _ADDRESS.search(text):
        return LOST_LETTER._replace(text=text)
    if not _SIGNS_OF_UTF8.search(text):
        return text
    for encoding in _WRONG_ENCODINGS:
        try:
            return b"".join(_byte(one, encoding) for one in text).decode("utf-8")
        except UnicodeError:
            continue
    return WRONGLY_READ._replace(text=text) if _LEFT_OF_UTF8.search(text) else text


def _byte(character: str, encoding: str) -> bytes:
    """Return the byte that was read as a character; five that Windows has no letter for stay as they are."""
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1")
