"""Bookmarks become the outline that readers show beside the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handouts.pdf.paper import Paper
from handouts.pdf.syntax import reference, text_string


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title that leads to a page by its object number; level 0 is the top."""

    title: str
    level: int
    page: int


@dataclass(slots=True)
class _Entry:
    bookmark: Bookmark | None
    number: int
    inside: list["_Entry"] = field(default_factory=list)

    def count(self) -> int:
        """Return how many entries are below this one."""
        return sum(1 + entry.count() for entry in self.inside)


def add_outline(paper: Paper, bookmarks: Sequence[Bookmark]) -> None:
    """Add the bookmarks to the file, each at most one level below the one before."""
    if not bookmarks:
        return
    root = _Entry(None, paper.reserve())
    branch = [root]
    for bookmark in bookmarks:
        del branch[bookmark.level + 1 :]
        entry = _Entry(bookmark, paper.reserve())
        branch[-1].inside.append(entry)
        branch.append(entry)
    paper.fill(root.number, b"<</Type/Outlines%b>>" % _kids(root))
    _fill(paper, root)
    paper.set_catalog("Outlines", root.number)


def _fill(paper: Paper, above: _Entry) -> None:
    """Write the entries below one."""
    for at, entry in enumerate(above.inside):
        before = above.inside[at - 1].number if at else 0
        after = above.inside[at + 1].number if at + 1 < len(above.inside) else 0
        assert entry.bookmark
        code = _entry_code(entry.bookmark, above.number, before=before, after=after)
        paper.fill(entry.number, b"<<%b%b>>" % (code, _kids(entry)))
        _fill(paper, entry)


def _entry_code(bookmark: Bookmark, above: int, *, before: int, after: int) -> bytes:
    """Return what an entry says of itself and its neighbours by their numbers; 0 is none."""
    code = b"/Title%b/Parent %b/Dest[%b/Fit]" % (
        *(text_string(bookmark.title), reference(above)),
        reference(bookmark.page),
    )
    code += b"/Prev %b" % reference(before) if before else b""
    return code + (b"/Next %b" % reference(after) if after else b"")


def _kids(entry: _Entry) -> bytes:
    if not entry.inside:
        return b""
    first, last = entry.inside[0].number, entry.inside[-1].number
    return b"/First %b/Last %b/Count %d" % (reference(first), reference(last), entry.count())


class Chain:
    """Bookmarks of one level, of which each is written when the next one is known."""

    def __init__(self, paper: Paper) -> None:
        """Begin without a bookmark."""
        self._paper = paper
        self._root = paper.reserve()
        self._waiting: tuple[Bookmark, int, int] | None = None
        self._first = 0
        self._count = 0

    def add(self, bookmark: Bookmark) -> None:
        """Add a bookmark after the others."""
        number = self._paper.reserve()
        self._first = self._first or number
        self._write_waiting(after=number)
        before = self._waiting[1] if self._waiting else 0
        self._waiting = bookmark, number, before
        self._count += 1

    def close(self) -> int:
        """End the outline and return its number."""
        self._write_waiting(after=0)
        last = self._waiting[1] if self._waiting else 0
        ends = b"/First %b/Last %b/Count %d" % (reference(self._first), reference(last), self._count)
        self._paper.fill(self._root, b"<</Type/Outlines%b>>" % ends)
        return self._root

    def _write_waiting(self, *, after: int) -> None:
        if self._waiting:
            bookmark, number, before = self._waiting
            code = _entry_code(bookmark, self._root, before=before, after=after)
            self._paper.fill(number, b"<<%b>>" % code)
