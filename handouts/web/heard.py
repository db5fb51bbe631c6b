"""A handout as a screen reader says it: its headings, words and pictures in their order."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby
from operator import itemgetter

from handouts.compose.handout import Handout
from handouts.html.document import html_bytes
from handouts.page.style import Style

# What begins a line of its own.
BLOCK_ELEMENTS = {
    "p",
    "li",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "td",
    "th",
    "caption",
    "figcaption",
    "div",
    "span",
    "tr",
}
HEADINGS = ("h1", "h2", "h3")
SILENT = ("head", "style")
VOID = ("meta", "img", "path", "use")

Line = tuple[str, str]


def heard(handout: Handout, style: Style) -> list[Line]:
    """Return the lines of a handout, each a kind (`h2`, `picture`, `p`) and its words."""
    reader = _Reader()
    reader.feed(html_bytes(handout, style).decode())
    parts = (list(group) for _, group in groupby(reader.said, key=itemgetter(0)))
    return [*_lines(parts)]


def _lines(parts: Iterator[list[tuple[int, str, str]]]) -> Iterator[Line]:
    for part in parts:
        words = " ".join("".join(text for _, _, text in part).split())
        if words:
            yield part[0][1], words


class _Reader(HTMLParser):
    """Collects what is said: the number of its line, its kind and a piece of text."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[int, str, str]] = []
        self._number = 0
        self._kind = "p"
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, say a picture, or be silent inside what nobody hears."""
        known = dict(attrs)
        words = known.get("aria-label") or known.get("alt")
        if self._silent or known.get("aria-hidden") == "true" or tag in SILENT:
            self._silent += tag not in VOID
        elif known.get("role") == "img" or tag == "img":
            self._begin("picture")
            self.said.append((self._number, "picture", words or ""))
            self._begin("p")
            self._silent += tag not in VOID
        elif tag in BLOCK_ELEMENTS:
            self._begin(tag if tag in HEADINGS else "p")

    def handle_endtag(self, tag: str) -> None:
        """End a line, or the silence."""
        if self._silent:
            self._silent -= tag not in VOID
        elif tag in BLOCK_ELEMENTS:
            self._begin("p")

    def handle_data(self, data: str) -> None:
        """Say words."""
        if not self._silent:
            self.said.append((self._number, self._kind, data))

    def _begin(self, kind: str) -> None:
        self._number += 1
        self._kind = kind
