"""The ReportLab canvas of a file: handouts one after the other, and what they share once."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import count
from typing import IO
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFObjectReference,
    PDFPage,
    PDFPages,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from handouts.page.fonts import typeface
from handouts.page.sheet import Pages
from handouts.pdf.canvas import Painting
from handouts.pdf.document import SMALL, Document, Ready
from handouts.pdf.metadata import set_metadata
from handouts.pdf.painting import PaintedSheet

# Shared parts are told apart in all files of a process; what they are called is in none of them.
_NUMBERS = count(1)


class _Page(PDFPage):  # type: ignore[misc]
    Override_default_compilation = 1
    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _Root(PDFPages):  # type: ignore[misc]
    """A page tree of which each kid is the node of one handout."""

    sides = 0

    def check_format(self, document: Document) -> None:
        """Count the pages, not the nodes."""
        super().check_format(document)
        self.Count = self.sides


class Book(Canvas):  # type: ignore[misc]
    """A file on its way; `document` is its structure element, `parents` lines or nodes of the parent tree."""

    def __init__(self, write: Callable[[bytes], object], *, rows: IO[bytes], language: str = "") -> None:
        """Begin a file without a page, as `Document` does."""
        self._faces = typeface(strong=False), typeface(strong=True)
        super().__init__(None, initialFontName=self._faces[0].fontName)
        self._doc = doc = Document(write, rows=rows, lang=language)
        doc.delayedFonts = list(self._faces)
        doc.Catalog.Pages = self._root = _Root()
        doc.keep_open(self._root, "Pages")
        self._pictures = PDFDictionary()
        shared = PDFDictionary({"Font": PDFObjectReference("BasicFonts"), "XObject": self._pictures})
        doc.keep_open(shared, "Resources")
        # Only of parts that are painted for many handouts; with the part, its name is forgotten.
        self.contents: WeakKeyDictionary[Painting, str] = WeakKeyDictionary()
        self.document, self.structure, self.next_key = doc.reserve(), doc.reserve(), 0
        self.tops: list[int] = []

    @property
    def length(self) -> int:
        """How many bytes have been written."""
        return int(self._doc.length)

    def begin_like(self, other: "Book") -> None:
        """Count as written what all pages of another file share so far."""
        self.contents.update(other.contents)
        self._pictures.dict |= other._pictures.dict
        self._doc.begin_like(other._doc, [*self.contents.values(), *self._pictures.dict])
        for face in self._faces:
            face.use(face.state.get(other._doc, ()), self._doc)

    def add(
        self, sheets: Iterable[PaintedSheet], *, inside: int, outline: str | None = None
    ) -> tuple[list[int], list[bytes]]:
        """Add the pages of a handout whose structure is `inside` an element.

        The outline has this one entry for it, or all of its own. Return its outermost elements and its
        lines of the parent tree.
        """
        doc = self._doc
        doc.Pages = node = PDFPages()
        node.Parent = PDFObjectReference("Pages")
        name = f"Pages{self._root.sides}"
        doc.Reference(node, name)
        self._root.pages.append(b"%d 0 R" % doc.number(name))
        binding = _Binding(self, doc, inside)
        for sheet in sheets:
            binding.add(sheet, parent=name, outline=outline is None)
        if outline is not None:
            self.note(outline, 0, doc.number(node.pages[0].__InternalName__))
        self._root.sides += len(node.pages)
        return binding.end()

    def add_page(self, page: _Page, width: float, height: float) -> None:
        """Add a page with what was drawn; this instead of `showPage`, which draws a page from one stream."""
        page.MediaBox = PDFArray([0, 0, round(width, 2), round(height, 2)])
        page.Resources, page.Tabs = PDFObjectReference("Resources"), "/S"
        page.Annots = PDFArray(self._annotationrefs) if self._annotationrefs else None
        self._doc.addPage(page)
        self._startPage()

    def content(self, painting: Painting, *, shared: bool) -> PDFObjectReference:
        """Return a part's operators, which are in the file once if they are shared."""
        name = self.contents.get(painting)
        if name is None:
            name = f"Shared.{next(_NUMBERS)}" if shared else None
            reference = self._doc.Reference(Ready(painting.content), name)
            if name:
                self.contents[painting] = name
            return reference
        return PDFObjectReference(name)

    def share(self, painting: Painting) -> None:
        """Note the letters of a part, and add the pictures that are not in the file yet."""
        for face, characters in zip(self._faces, painting.letters, strict=True):
            face.use(characters, self._doc)
        for name, picture in painting.pictures.items():
            if name not in self._pictures.dict:
                self._doc.adopt(name, picture)
                self._pictures[name] = PDFObjectReference(name)

    def link(self, painting: Painting, first_key: int) -> list[int]:
        """Add the links of a part to the page and return their numbers."""
        for key, link in enumerate(painting.links, first_key):
            said = {"Contents": PDFString(link.description), "F": 4, "StructParent": key}
            self.linkURL(link.url, [round(at, 2) for at in link.box], **said)
        refs = self._annotationrefs[len(self._annotationrefs) - len(painting.links) :]
        return [self._doc.number(ref.name) for ref in refs]

    def note(self, title: str, level: int, page: int) -> None:
        """Add an entry to the outline, at most one level below the one before, that leads to a page."""
        outline = self._doc.outline
        key = f"{len(outline.destinationnamestotitles)}"
        # By its number, because its name will be forgotten.
        self.bookmarkPage(key).setPage(b"%d 0 R" % page)
        self.addOutlineEntry(title, key, min(level, outline.currentlevel + 1))

    def take_key(self) -> int:
        """Return the next key of the parent tree."""
        self.next_key += 1
        return self.next_key - 1

    def close(self, about: Pages, parents: bytes, *, archive: bool = True) -> None:
        """End the file with all that its handouts share; `parents` is what the parent tree holds."""
        doc = self._doc
        doc.Pages = self._root
        doc.fill(self.document, [element_code(b"Document", references(self.tops), above=self.structure)])
        tree = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<<%b>>/ParentTreeNextKey %d>>"
        doc.fill(self.structure, [tree % (self.document, parents, self.next_key)])
        doc.Catalog.StructTreeRoot = b"%d 0 R" % self.structure
        self.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setViewerPreference("PrintScaling", "None")
        profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [SMALL])
        intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "DestOutputProfile": doc.Reference(profile)}
        intent |= {"OutputConditionIdentifier": PDFString("sRGB"), "Info": PDFString("sRGB")}
        doc.Catalog.__NoDefault__ = [*doc.Catalog.__NoDefault__, "OutputIntents"]
        self.setCatalogEntry("OutputIntents", [PDFDictionary(intent)])
        set_metadata(self, about, archive=archive)
        self.getpdfdata()


class _Binding:
    """The pages of one handout on their way into the file."""

    def __init__(self, book: Book, doc: Document, inside: int) -> None:
        self._book, self._doc, self._inside = book, doc, inside
        self._parents: list[bytes] = []
        self._tops: list[int] = []
        # The section that the last part ended in: its name, its element and what is in that.
        self._section: tuple[str, int, list[int]] = ("", inside, self._tops)

    def end(self) -> tuple[list[int], list[bytes]]:
        self._end_section()
        return self._tops, self._parents

    def add(self, painted: PaintedSheet, *, parent: str, outline: bool) -> None:
        """Add a page."""
        book, doc, page, line = self._book, self._doc, _Page(), len(self._parents)
        page.Parent, page.StructParents = PDFObjectReference(parent), book.take_key()
        contents: list[PDFObjectReference] = []
        owners: list[int] = []
        # Registered before it is complete, because its elements say its number.
        doc.Reference(page, doc.thisPageName())
        number = doc.number(doc.thisPageName())
        for part, painting in zip(painted.sheet.parts, painted.paintings, strict=True):
            contents.append(book.content(painting, shared=part.shared))
            book.share(painting)
            for title, level in painting.bookmarks if outline else ():
                book.note(title, level, number)
            if painting.branch.count:
                self._add_branch(painting, number, owners)
        page.Contents = PDFArray(contents).format(doc)
        # Before those of its links, which have higher keys.
        self._parents.insert(line, b"%d %b" % (page.StructParents, references(owners)))
        book.add_page(page, painted.sheet.width, painted.sheet.height)

    def _add_branch(self, painting: Painting, page: int, owners: list[int]) -> None:
        """Add the structure of a part; `owners` of its page grow."""
        branch, book = painting.branch, self._book
        first = self._doc.reserve(branch.count)
        links = book.link(painting, book.next_key)
        above = [self._place(section, [first + top for top in tops]) for section, tops in branch.groups]
        self._doc.fill(first, branch.filled(first, page=page, links=links, above=above))
        owners += [first + owner for owner in branch.owners]
        self._parents += [b"%d %d 0 R" % (book.take_key(), first + element) for element in branch.linked]

    def _place(self, section: str, tops: Sequence[int]) -> int:
        """Return the element that a group is in, and put the group there."""
        if section != self._section[0]:
            self._end_section()
            number = self._doc.reserve() if section else self._inside
            self._section = (section, number, [] if section else self._tops)
            self._tops += [number] if section else []
        self._section[2].extend(tops)
        return self._section[1]

    def _end_section(self) -> None:
        name, number, kids = self._section
        if name:
            self._doc.fill(number, [element_code(b"Sect", references(kids), above=self._inside)])


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[%b]" % b" ".join([b"%d 0 R" % number for number in numbers])


def element_code(role: bytes, kids: bytes, *, above: int, entries: bytes = b"") -> bytes:
    """Return a structure element that holds others."""
    return b"<</Type/StructElem/S/%b/P %d 0 R%b/K%b>>" % (role, above, entries, kids)


@cache
def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB without the hour it was made."""
    from PIL.ImageCms import ImageCmsProfile, createProfile

    made = ImageCmsProfile(createProfile("sRGB")).tobytes()
    return made[:24] + bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0)) + made[36:]
