"""Many handouts become one file for the printer, person by person, with what they share in it once."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO

from handouts.characters import FORBIDDEN
from handouts.page.sheet import Pages
from handouts.pdf.archive import add_output_intent
from handouts.pdf.book import Book
from handouts.pdf.draft import Draft
from handouts.pdf.metadata import add_metadata
from handouts.pdf.nodes import Leaf, Nodes, numbers_code, numbers_node
from handouts.pdf.outline import Bookmark, Chain
from handouts.pdf.painting import PaintedPages
from handouts.pdf.paper import Paper
from handouts.pdf.roots import add_catalog, element_code, pages_code, structure_code
from handouts.pdf.syntax import references, text_string

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
        hints = _printing(duplex=duplex, copies=copies)
        self._writing = _Writing(self._draft.file.write, self._rows, printing=hints)
        self._is_open = True

    def size_with(self, people: Sequence[PaintedPages]) -> int:
        """Return how many bytes the whole file would have at most if these were added and it ended."""
        return self._writing.size_with(people, title=_title(self._target))

    def add(self, painted: PaintedPages, *, title: str, label: str) -> None:
        """Add a handout; `title` is that of its bookmark, and its pages are labelled `label`-1, -2 …"""
        self._writing.add(painted, title=title, label=label)

    def close(self) -> None:
        """End the stack and put it in its place; raises OSError, and ValueError if nobody was added."""
        try:
            self._writing.close(_title(self._target))
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


class _Writing:
    """The objects of a stack on their way into its file."""

    def __init__(
        self, write: Callable[[bytes], object], rows: IO[bytes], *, printing: bytes, count: int = 0
    ) -> None:
        self.paper = paper = Paper(write, rows=rows, count=count)
        self.pages = 0
        self._printing = printing
        self._book = Book(paper)
        self._root, self._document, self._structure = paper.reserve(), paper.reserve(), paper.reserve()
        self._page_tree = Nodes(paper, self._pages_node)
        self._parents, self._labels = Nodes(paper, numbers_node), Nodes(paper, numbers_node)
        self._people: list[int] = []
        self._outline = Chain(paper)
        self._about: Pages | None = None

    def size_with(self, people: Sequence[PaintedPages], *, title: str) -> int:
        """Return how many bytes the file would have at most if these were added and it ended."""
        nowhere = _Nowhere()
        trial = _Writing(nowhere.write, nowhere, printing=self._printing, count=self.paper.count)
        trial._book.begin_like(self._book)
        for painted in people:
            trial.add(painted, title="", label="")
        trial.close(title)
        bookmarks = _BOOKMARK * (len(self._people) + len(people))
        return self.paper.length + trial.paper.length + _PLACE * trial.paper.count + bookmarks

    def add(self, painted: PaintedPages, *, title: str, label: str) -> None:
        """Add the pages of a person, and write everything that is complete."""
        pages = painted.pages
        self._about = self._about or pages
        paper, first_key = self.paper, self._book.next_key
        node, part = paper.reserve(), paper.reserve()
        bound = self._book.add(painted.sheets, node=node, inside=part)
        first, last = self.pages, self.pages + len(bound.pages) - 1
        paper.fill(node, pages_code(references(bound.pages), len(bound.pages), above=self._page_tree.node))
        self._page_tree.add(node, first, last)
        entries = b"/Lang%b" % text_string(pages.language)
        paper.fill(part, element_code(b"Part", references(bound.tops), above=self._document, entries=entries))
        self._people.append(part)
        self._parents.add(
            paper.put(numbers_code(bound.parents, first_key, self._book.next_key - 1)),
            *(first_key, self._book.next_key - 1),
        )
        labelled = b"%d<</P%b/S/D>>" % (first, text_string(f"{label}-"))
        self._labels.add(paper.put(numbers_code([labelled], first, first)), first, first)
        self._outline.add(Bookmark(title, 0, bound.pages[0]))
        self.pages = last + 1
        paper.settle()

    def close(self, title: str) -> None:
        """Write what all people share."""
        if self._about is None:
            raise ValueError("There is nobody in the stack.")
        paper, about = self.paper, replace(self._about, title=title, sheets=(), origin=None)
        self._book.close()
        paper.fill(self._root, pages_code(self._page_tree.close(), self.pages))
        people = references(self._people)
        paper.fill(self._document, element_code(b"Document", people, above=self._structure))
        parents = b"/Kids%b" % self._parents.close()
        paper.fill(self._structure, structure_code(self._document, parents, next_key=self._book.next_key))
        paper.set_catalog("PageLabels", b"<</Kids%b>>" % self._labels.close())
        paper.set_catalog("Outlines", self._outline.close())
        add_output_intent(paper)
        info = add_metadata(paper, about, archive=True)
        add_catalog(
            paper,
            pages=self._root,
            structure=self._structure,
            language=about.language,
            printing=self._printing,
        )
        paper.close(info=info)

    def _pages_node(self, leaves: Sequence[Leaf]) -> bytes:
        count = leaves[-1].last - leaves[0].first + 1
        return pages_code(references(leaf.number for leaf in leaves), count, above=self._root)


class _Nowhere(BytesIO):
    """A file of which nothing is kept."""

    def write(self, content: object, /) -> int:
        return 0


def _title(target: Path) -> str:
    """Return the name of a stack without what no text may hold, such as a byte that is no character."""
    return FORBIDDEN.sub("?", target.stem)


def _printing(*, duplex: bool, copies: int) -> bytes:
    """Return what the printer's dialogue is to begin with."""
    hints = b"/Duplex/DuplexFlipLongEdge" if duplex else b"/Duplex/Simplex"
    return hints + (b"/NumCopies %d" % copies if copies > 1 else b"")
