"""Pages of handouts become one tagged file, with what they share in it once."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import IO, NamedTuple
from weakref import WeakKeyDictionary

from handouts.page.pages import LaidOut, Part
from handouts.pdf.canvas import SOFT_MASK, PaintedPart, TaggedCanvas
from handouts.pdf.document import Bookmarks, Document, dictionary, reference, references
from handouts.pdf.fonts import fonts
from handouts.pdf.metadata import set_metadata


class PaintedPages(NamedTuple):
    """Pages that are painted, each in its parts, so that nothing can be wrong with them any more."""

    laid_out: LaidOut
    pages: tuple[tuple[PaintedPart, ...], ...]


def pdf_bytes(laid_out: LaidOut, *, archive: bool = True) -> bytes:
    """Return the pages as PDF/UA-1 and PDF/A-2a; the same pages give the same bytes.

    Without `archive` the file does not say that it is PDF/A, which nothing that is encrypted may be.
    Raises ValueError for marks that cannot be tagged and for characters that cannot be set.
    """
    written: list[bytes] = []
    writer = PdfWriter(written.append, lines=BytesIO(), language=laid_out.language)
    tops, parents = writer.add(paint_pages(laid_out), inside=writer.root)
    labels = dictionary({"Nums": b"[0 <</S/D>>]"})
    writer.close(laid_out, tops, b"/Nums[%b]" % b" ".join(parents), labels, archive=archive)
    return b"".join(written)


def paint_pages(laid_out: LaidOut) -> PaintedPages:
    """Return pages painted.

    Raises ValueError for marks that cannot be tagged and for characters that cannot be set.
    """
    pages: list[tuple[PaintedPart, ...]] = []
    for page in laid_out.pages:
        painted: list[PaintedPart] = []
        marks = 0
        for part in page.parts:
            painted.append(_paint_shared(part, marks) if part.shared else _paint(part, marks))
            marks += len(painted[-1].structure.owners)
        pages.append(tuple(painted))
    return PaintedPages(laid_out, tuple(pages))


def _paint(part: Part, first_mark: int) -> PaintedPart:
    canvas = TaggedCanvas(first_mark)
    part.draw(canvas)
    return canvas.painted(shared=part.shared)


# To paint what many handouts share takes longer than all else. Enough for the parts of a dozen plans; a
# roster of thousands of different plans keeps no more.
_paint_shared = lru_cache(maxsize=256)(_paint)


class PdfWriter:
    """A file being written, one handout after the other; `root` is the number of its Document element."""

    def __init__(self, write: Callable[[bytes], object], *, lines: IO[bytes], language: str) -> None:
        """Begin a file without a page, as `Document` does."""
        self.document = document = Document(write, lines=lines, language=language)
        self.page_count = 0
        self.next_key = 0
        self.root = document.reserve(4)
        self._structure_tree, self._page_tree, self._resources = range(self.root + 1, self.root + 4)
        self._nodes: list[int] = []
        self._bookmarks = Bookmarks(document)
        # Of a part that is painted for many handouts the file has one content stream; when the part is
        # forgotten, its number is too.
        self._contents: WeakKeyDictionary[PaintedPart, int] = WeakKeyDictionary()
        self._xobjects: dict[str, int] = {}

    def begin_like(self, other: "PdfWriter") -> None:
        """Count as written what all pages of another file share so far."""
        self._contents.update(other._contents)
        self._xobjects |= other._xobjects
        for font in fonts():
            font.use(font.state.get(other.document, ()), self.document)

    def add(
        self, painted: PaintedPages, *, inside: int, bookmark: str | None = None
    ) -> tuple[list[int], list[bytes]]:
        """Add the pages of a handout whose structure is `inside` an element.

        The outline has this one `bookmark` for it, or all of its own. Return its outermost elements and its
        lines of the parent tree.
        """
        node, sections = self.document.reserve(), _Sections(self.document, inside)
        numbers: list[int] = []
        parents: list[bytes] = []
        for page, parts in zip(painted.laid_out.pages, painted.pages, strict=True):
            numbers.append(self.document.reserve())
            if bookmark is not None and len(numbers) == 1:
                self._bookmarks.add(bookmark, 0, numbers[0])
            size = f"[0 0 {page.width:.2f} {page.height:.2f}]"
            known = {"Type": "/Page", "Parent": reference(node), "MediaBox": size}
            parents += self._add_page(parts, numbers[-1], known, sections, has_bookmarks=bookmark is None)
        entries = {"Type": "/Pages", "Parent": reference(self._page_tree), "Kids": references(numbers)}
        self.document.fill(node, [dictionary({**entries, "Count": len(numbers)})])
        self._nodes.append(node)
        self.page_count += len(numbers)
        return sections.close(), parents

    def close(
        self,
        about: LaidOut,
        tops: Sequence[int],
        parents: bytes,
        labels: bytes,
        *,
        archive: bool = True,
        hints: Mapping[str, object] | None = None,
    ) -> None:
        """End the file with what its handouts share.

        `tops` are the elements in the Document element, `parents` is what the parent tree holds, `labels`
        the number tree of the page labels, `hints` are viewer preferences for the printer.
        """
        document, catalog = self.document, self.document.Catalog
        embedded: dict[str, object] = {}
        for font in fonts():
            embedded |= font.embed(document)
        pictures = {name: reference(number) for name, number in self._xobjects.items()}
        tree = {"Type": "/StructTreeRoot", "K": references([self.root]), "ParentTree": b"<<%b>>" % parents}
        nodes = {"Type": "/Pages", "Kids": references(self._nodes), "Count": self.page_count}
        codes = [
            element_code("Document", references(tops), above=self._structure_tree),
            dictionary({**tree, "ParentTreeNextKey": self.next_key}),
            dictionary(nodes),
            dictionary({"Font": dictionary(embedded), "XObject": dictionary(pictures)}),
        ]
        document.fill(self.root, codes)
        catalog.Pages, catalog.PageLabels = reference(self._page_tree), labels
        catalog.StructTreeRoot, catalog.MarkInfo = reference(self._structure_tree), b"<</Marked true>>"
        if outline := self._bookmarks.close():
            catalog.Outlines = reference(outline)
        # PDF/UA wants the title in the title bar; and a printer must not make the pages smaller.
        wishes = {"DisplayDocTitle": "true", "PrintScaling": "/None", **(hints or {})}
        catalog.ViewerPreferences = dictionary(wishes)
        set_metadata(document, about, archive=archive)
        document.close()

    def _add_page(
        self,
        parts: Sequence[PaintedPart],
        page: int,
        known: Mapping[str, object],
        sections: "_Sections",
        *,
        has_bookmarks: bool,
    ) -> list[bytes]:
        """Add a page of which these entries are known, and return its lines of the parent tree."""
        document, key = self.document, self._take_key()
        owners: list[int] = []
        links: list[int] = []
        lines = [b""]
        for part in parts:
            for title, level in part.bookmarks if has_bookmarks else ():
                self._bookmarks.add(title, level, page)
            structure, first_link = part.structure, len(links)
            first = document.reserve(structure.size)
            for annotation, element in zip(part.annotations, structure.linked, strict=True):
                link_key = self._take_key()
                links.append(document.add(b"<<%b/StructParent %d>>" % (annotation, link_key)))
                lines.append(b"%d %d 0 R" % (link_key, first + element))
            above = [sections.put(name, [first + top for top in tops]) for name, tops in structure.groups]
            document.fill(first, structure.filled(first, page=page, links=links[first_link:], above=above))
            owners += [first + owner for owner in structure.owners]
        lines[0] = b"%d %b" % (key, references(owners))
        entries = {**known, "Resources": reference(self._resources)}
        entries["Contents"] = references(map(self._content, parts))
        entries |= {"StructParents": key, "Tabs": "/S"}
        if links:
            entries["Annots"] = references(links)
        document.fill(page, [dictionary(entries)])
        return lines

    def _content(self, part: PaintedPart) -> int:
        """Return a part's content stream, which is in the file once with all that it uses."""
        if number := self._contents.get(part):
            return number
        for font, characters in zip(fonts(), part.characters, strict=True):
            font.use(characters, self.document)
        for name, codes in part.xobjects.items():
            if name not in self._xobjects:
                number = self._xobjects[name] = self.document.reserve(len(codes))
                mask = SOFT_MASK.replace(b" 0", b" %d" % (number + 1), 1)
                self.document.fill(number, [code.replace(SOFT_MASK, mask, 1) for code in codes])
        self._contents[part] = number = self.document.add(part.content)
        return number

    def _take_key(self) -> int:
        """Return the next key of the parent tree."""
        self.next_key += 1
        return self.next_key - 1


class _Sections:
    """The outermost elements of a handout, as its pages bring them; a section can go on overleaf."""

    def __init__(self, document: Document, inside: int) -> None:
        self._document, self._inside = document, inside
        self._tops: list[int] = []
        # The section that is open, its number and what is in it.
        self._name, self._number, self._kids = "", inside, self._tops

    def put(self, name: str, tops: Sequence[int]) -> int:
        """Put elements into the section of a name, or into none, and return what they are in then."""
        if name != self._name:
            self._end()
            if name:
                self._name, self._number, self._kids = name, self._document.reserve(), []
                self._tops.append(self._number)
        self._kids.extend(tops)
        return self._number

    def close(self) -> list[int]:
        """Return the outermost elements."""
        self._end()
        return self._tops

    def _end(self) -> None:
        if self._name:
            code = element_code("Sect", references(self._kids), above=self._inside)
            self._document.fill(self._number, [code])
        self._name, self._number, self._kids = "", self._inside, self._tops


def element_code(role: str, kids: bytes, *, above: int, entries: bytes = b"") -> bytes:
    """Return a structure element that holds others."""
    return b"<</Type/StructElem/S/%b/P %d 0 R%b/K%b>>" % (role.encode("ascii"), above, entries, kids)
