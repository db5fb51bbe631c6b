"""What stands in the form of a roster: its file, what its headings mean, and what mends its cells.

The form is where a roster lives while somebody works on it: the browser sends all of it with each question,
and when that is answered the server has nothing of it any more.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PureWindowsPath

from handouts.batch.table import MOST_COLUMNS
from handouts.characters import forbidden_characters
from handouts.web.form import Texts

# The fields of one text each; `plan` is the text of the plan that all have in common, `file` the bytes of the
# list in letters, `mended` the cells that are mended as JSON, `shown_sheet` the sheet that the page was of.
TEXTS = (
    "file_name", "file", "sheet", "shown_sheet", "plan", "mended",
    "layout", "paper", "colour", "printer", "duplex", "slips", "skip", "all",
)  # fmt: skip
# The keys whose cells can be told what they mean all at once: their values are the program's, nobody's words.
CODED = ("condition", "side", "layout", "needs", "paper", "language", "country")
# In letters it is a third longer, and must be no more than the desk takes.
MOST_FILE = 1_200_000
LONGEST_NAME = 60

# Texts of cells by the number of their row and of their column, both counted from 1.
Cells = Mapping[int, Mapping[int, str]]


@dataclass(frozen=True)
class RosterForm:
    """A list that was chosen.

    `keys` is what its columns mean, by their numbers from 1, `values` what the cells of a key mean that say
    something else, and `typed` the cells that the page showed, as they are sent.
    """

    texts: Texts = field(default_factory=lambda: dict.fromkeys(TEXTS, ""))
    keys: Mapping[int, str] = field(default_factory=dict)
    typed: Cells = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        """Return the text of a field."""
        return self.texts[key]

    def saying(self, **texts: str) -> "RosterForm":
        """Return the form with other texts."""
        return replace(self, texts={**self.texts, **texts})

    def holding(self, name: str, content: bytes) -> "RosterForm":
        """Return the form with the file of a list."""
        return self.saying(file_name=_file_name(name), file=urlsafe_b64encode(content).decode())

    @property
    def content(self) -> bytes:
        """The file of the list; nothing where somebody has changed it to what is none."""
        try:
            return urlsafe_b64decode(self["file"])
        except (Error, ValueError):
            return b""

    @property
    def mended(self) -> dict[int, dict[int, str]]:
        """The cells that were mended before."""
        try:
            said = json.loads(self["mended"] or "{}")
            found = {int(row): {int(at): str(text) for at, text in of.items()} for row, of in said.items()}
            # The page writes no columns and no halves of letters that there are not: nothing is mended then.
            json.dumps(found, ensure_ascii=False).encode()
            is_ours = all(0 < at <= MOST_COLUMNS for of in found.values() for at in of)
            return found if is_ours else {}
        except (ValueError, AttributeError, RecursionError):
            return {}


def read_roster_form(sent: Mapping[str, Sequence[str]]) -> RosterForm:
    """Return the form of what a browser sent: the texts of each field."""
    keys: dict[int, str] = {}
    typed: dict[int, dict[int, str]] = {}
    for name in sent:
        what, *numbers = name.split(".")
        places = [int(one) for one in numbers if one.isdecimal() and len(one) < 7]
        text = next(iter(sent.get(name, ())), "").replace("\r\n", "\n").strip()
        if what == "key" and len(places) == 1 and text:
            keys[places[0]] = text
        elif what == "cell" and len(places) == 2:
            typed.setdefault(places[0], {})[places[1]] = text
    texts = {name: next(iter(sent.get(name, ())), "").strip() for name in TEXTS}
    texts["file_name"] = _file_name(texts["file_name"])
    if texts["sheet"] != texts["shown_sheet"]:
        # What was said of the columns and cells of one sheet is not true of another.
        return RosterForm({**texts, "mended": ""})
    return RosterForm(texts, keys, typed, _values(sent))


def _values(sent: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """Return what cells mean, of three fields each; one that is empty means what it says."""
    found: dict[str, dict[str, str]] = {}
    for key, cell, value in zip(
        *(sent.get(f"same.{one}", ()) for one in ("key", "cell", "value")), strict=False
    ):
        if value.strip() and cell and key in CODED:
            found.setdefault(key, {})[cell] = value.strip()
    return found


def _file_name(path: str) -> str:
    """Return the name of a file without its folders: no path is made of what is sent."""
    name = PureWindowsPath(path).name[-LONGEST_NAME:].replace(":", "-")
    return "list" if any(forbidden_characters(name)) or name in ("", ".", "..") else name
