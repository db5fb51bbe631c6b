"""Many handouts become one file for the printer, person by person, with what they share in it once."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO

from reportlab.pdfbase.pdfdoc import PDFString

from handouts.characters import FORBIDDEN
from handouts.files import Draft
from handouts.page.sheet import Pages
from handouts.pdf.book import Book, element_code, references
from handouts.pdf.document import format_entries
from handouts.pdf.painting import PaintedPages

# More of the table of objects than this waits on the disk: a stack of thousands of handouts has millions.
_MOST_IN_MEMORY = 1 << 20
# The most bytes that a place in that table takes when it is squeezed, for neighbours are alike; and that a
# bookmark takes, with what else tells where a person is.
_PLACE, _BOOKMARK = 3, 100


class Stack:
    """A stack being written beside its place, where it appears when it is closed, whole or not at all.

    The memory it takes does not grow with the pages. `duplex` and `copies` are hints for the printer.
    """

    def __init__(self, target: Path, *, of: str = "", duplex: bool = False, copies: int = 1) -> None:
        """Begin a stack, or a part of the stack that is called `of`.

        Raises OSError where it cannot be written, and BlockingIOError where another run is writing it.
        """
        self._target = target
        self._draft = Draft(target.parent, of or target.name)
        self._rows = SpooledTemporaryFile(_MOST_IN_MEMORY, dir=str(target.parent))  # noqa: SIM115
        self._writing = _Writing(self._draft.file.write, rows=self._rows, duplex=duplex, copies=copies)
        self._is_open = True

    def size_with(self, people: Sequence[PaintedPages]) -> int:
        """Return how many bytes the whole file would have at most if these were added and it ended."""
        return self._writing.size_with(people, title=_title(self._target))

    def add(self, painted: PaintedPages, *, title: str, label: str) -> None:
        """Add a handout; `title` is that of its bookmark, and its pages are labelled `label`-1, -2 …"""
        self._writing.add_person(painted, title=title, label=label)

    def close(self) -> None:
        """End the stack and put it in its place; raises OSError, and ValueError if nobody was added."""
        try:
            self._writing.end(_title(self._target))
            self._rows.close()
            self._draft.place(self._target)
        except BaseException:
            self._discard()
            raise
        self._is_open = False

    def __enter__(self) -> "Stack":
        """Return the stack."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stack, or leave nothing behind after a failure."""
        if self._is_open and kind is None:
            self.close()
        elif self._is_open:
            self._discard()

    def _discard(self) -> None:
        self._is_open = False
        self._draft.discard()
        # It is of no use any more, whether or not there is room for the rest of it.
        with suppress(OSError):
            self._rows.close()


class _Writing(Book):
    """The pages of a stack on their way into its file."""

    def __init__(
        self, write: Callable[[bytes], object], *, rows: IO[bytes], duplex: bool, copies: int
    ) -> None:
        super().__init__(write, rows=rows)
        self._hints = duplex, copies
        self._about: Pages | None = None
        self._parents: list[int] = []

    def size_with(self, people: Sequence[PaintedPages], *, title: str) -> int:
        """Return how many bytes the file would have at most if these were added and it ended."""
        trial = _Writing(len, rows=BytesIO(), duplex=False, copies=1)
        trial.begin_like(self)
        for painted in people:
            trial.add_person(painted, title="", label="")
        trial.end(title)
        places = _PLACE * int(self._doc.objectcounter + trial._doc.objectcounter)
        return self.length + trial.length + places + _BOOKMARK * (len(self.tops) + len(people))

    def add_person(self, painted: PaintedPages, *, title: str, label: str) -> None:
        """Add the pages of a person, and write everything that is complete."""
        pages, doc, first_key = painted.pages, self._doc, self.next_key
        self._about = self._about or pages
        part, leaf = doc.reserve(), doc.reserve()
        self.addPageLabel(self._root.sides, "ARABIC", prefix=f"{label}-")
        tops, parents = self.add(painted.sheets, inside=part, outline=title)
        language = format_entries({"Lang": PDFString(pages.language)}, doc)
        doc.fill(part, [element_code(b"Part", references(tops), above=self.document, entries=language)])
        limits = (b" ".join(parents), first_key, self.next_key - 1)
        doc.fill(leaf, [b"<</Nums[%b]/Limits[%d %d]>>" % limits])
        self.tops.append(part)
        self._parents.append(leaf)
        doc.flush()

    def end(self, title: str) -> None:
        """Write what all people share."""
        if self._about is None:
            raise ValueError("There is nobody in the stack.")
        duplex, copies = self._hints
        self.setViewerPreference("Duplex", "DuplexFlipLongEdge" if duplex else "Simplex")
        if copies > 1:
            # ReportLab does not know it.
            self._doc.Catalog.ViewerPreferences.dict["NumCopies"] = copies
        self._doc.Catalog.Lang = PDFString(self._about.language)
        about = replace(self._about, title=title, sheets=(), origin=None)
        self.close(about, b"/Kids%b" % references(self._parents))


def _title(target: Path) -> str:
    """Return the name of a stack without what no text may hold, such as a byte that is no character."""
    return FORBIDDEN.sub("?", target.stem)
