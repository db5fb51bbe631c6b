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
from handouts.page.pages import LaidOut
from handouts.pdf.document import dictionary, references
from handouts.pdf.pages import PaintedPages, PdfWriter, element_code
from handouts.schema.papers import FlipEdge

# More cross-references than this waits on the disk: a stack of thousands of handouts has millions.
_MOST_IN_MEMORY = 1 << 20
# The most bytes that a cross-reference takes when it is compressed, for neighbours are alike; and that a
# bookmark takes, with what else tells where a person is.
_CROSS_REFERENCE, _BOOKMARK = 3, 100


class Stack:
    """A stack being written beside its place, where it appears when it is closed, whole or not at all.

    The memory it takes does not grow with the pages. `flip` is the edge on which the printer is to turn its
    sheets, None for one side alone.
    """

    def __init__(self, target: Path, *, of: str = "", flip: FlipEdge | None = None) -> None:
        """Begin a stack, or a part of the stack that is called `of`.

        Raises OSError where it cannot be written, and BlockingIOError where another run is writing it.
        """
        self._target = target
        self._draft = Draft(target.parent, of or target.name)
        self._lines = SpooledTemporaryFile(_MOST_IN_MEMORY, dir=str(target.parent))  # noqa: SIM115
        self._writer = _StackWriter(self._draft.file.write, lines=self._lines, flip=flip)
        self._is_open = True

    def size_with(self, people: Sequence[PaintedPages]) -> int:
        """Return how many bytes the whole file would have at most if these were added and it ended."""
        return self._writer.size_with(people, title=_title(self._target))

    def add(self, painted: PaintedPages, *, title: str, label: str) -> None:
        """Add a handout; `title` is that of its bookmark, and its pages are labelled `label`-1, -2 …"""
        self._writer.add_person(painted, title=title, label=label)

    def close(self) -> None:
        """End the stack and put it in its place; raises OSError, and ValueError if nobody was added."""
        try:
            self._writer.end(_title(self._target))
            self._lines.close()
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
            self._lines.close()


class _StackWriter(PdfWriter):
    """The pages of a stack on their way into its file."""

    def __init__(self, write: Callable[[bytes], object], *, lines: IO[bytes], flip: FlipEdge | None) -> None:
        super().__init__(write, lines=lines, language="")
        self._flip = flip
        self._about: LaidOut | None = None
        # For each person an element, and a leaf of the number trees of parents and of page labels.
        self._elements: list[int] = []
        self._parents: list[int] = []
        self._labels: list[int] = []

    def size_with(self, people: Sequence[PaintedPages], *, title: str) -> int:
        """Return how many bytes the file would have at most if these were added and it ended."""
        trial = _StackWriter(len, lines=BytesIO(), flip=None)
        trial.begin_like(self)
        for painted in people:
            trial.add_person(painted, title="", label="")
        trial.end(title)
        objects = int(self.document.objectcounter + trial.document.objectcounter)
        own = _BOOKMARK * (len(self._elements) + len(people))
        return self.document.length + trial.document.length + _CROSS_REFERENCE * objects + own

    def add_person(self, painted: PaintedPages, *, title: str, label: str) -> None:
        """Add the pages of a person, and write everything that is complete."""
        document, first_key, first_page = self.document, self.next_key, self.page_count
        self._about = self._about or painted.laid_out
        part = document.reserve()
        tops, parents = self.add(painted, inside=part, bookmark=title)
        language = dictionary({"Lang": PDFString(painted.laid_out.language)})[2:-2]
        document.fill(part, [element_code("Part", references(tops), above=self.root, entries=language)])
        self._elements.append(part)
        limits = (b" ".join(parents), first_key, self.next_key - 1)
        self._parents.append(document.add(b"<</Nums[%b]/Limits[%d %d]>>" % limits))
        numbered = dictionary({"S": "/D", "P": PDFString(f"{label}-")})
        leaf = b"<</Nums[%d %b]/Limits[%d %d]>>" % (first_page, numbered, first_page, first_page)
        self._labels.append(document.add(leaf))
        document.flush()

    def end(self, title: str) -> None:
        """Write what all people share."""
        if self._about is None:
            raise ValueError("There is nobody in the stack.")
        about = replace(self._about, title=title, pages=(), origin=None)
        hints = {"Duplex": f"/DuplexFlip{self._flip.capitalize()}Edge" if self._flip else "/Simplex"}
        parents, labels = (b"/Kids%b" % references(leaves) for leaves in (self._parents, self._labels))
        self.close(about, self._elements, parents, b"<<%b>>" % labels, hints=hints)


def _title(target: Path) -> str:
    """Return the name of a stack without what no text may hold, such as a byte that is no character."""
    return FORBIDDEN.sub("?", target.stem)
