"""The surface that pages are painted on: what they paint becomes tagged pages of a file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

from handouts.page.surface import Box, Colour
from handouts.pdf.leaf import ARTIFACTS, Leaf
from handouts.pdf.lettering import Lettering
from handouts.pdf.meaning import check, said_of
from handouts.pdf.paper import Paper
from handouts.pdf.pixels import put_image
from handouts.pdf.syntax import escaped, number, numbers, text_string
from handouts.pdf.tags import Element, Spot, Tree

_SCHEMES = ("https:", "mailto:", "tel:")
# After one of these no space is missing at the end of a line.
_JOINED = (" ", "-", "\N{HYPHEN}", "\N{SOFT HYPHEN}")
# What is opened inside an artifact is no element.
_NONE = -1


class TaggedCanvas:
    """A surface whose marks are in the file's structure tree, or artifacts if no element is open."""

    def __init__(self, paper: Paper) -> None:
        """Begin a file with no page yet."""
        self._paper = paper
        self._tree = Tree()
        self._elements = [self._tree.document]
        self._branch = self._tree.document
        # The section that was closed last, if nothing has begun after it.
        self._section = ("", _NONE)
        self._artifact: str | None = None
        self._pictures: dict[object, str] = {}
        self._regular = Lettering("R", strong=False)
        self._bold = Lettering("B", strong=True)
        self._pages: list[int] = []
        self._leaf: Leaf | None = None

    @contextmanager
    def element(
        self,
        role: str,
        *,
        alt: str | None = None,
        spoken: str | None = None,
        language: str | None = None,
        expansion: str | None = None,
        scope: str | None = None,
        numbering: str | None = None,
        summary: str | None = None,
        column_span: int = 1,
        box: Box | None = None,
    ) -> Iterator[int]:
        """Open a structure element and give the number to `resume` it by.

        Raises ValueError for an unknown role, a figure without alternative text and a heading cell
        that does not say what it heads.
        """
        check(role, alt=alt, scope=scope)
        if self._artifact is not None:
            yield _NONE
            return
        entries = said_of(
            heard={"Alt": alt, "ActualText": spoken, "Lang": language, "E": expansion},
            scope=scope,
            numbering=numbering,
            summary=summary,
            column_span=column_span,
            box=box,
        )
        if self._branch is self._tree.document:
            self._section = ("", _NONE)
        self._elements.append(self._tree.add(role, entries, inside=self._branch))
        with self._within(self._elements[-1]):
            yield len(self._elements) - 1

    @contextmanager
    def resume(self, element: int) -> Iterator[None]:
        """Open a closed element again, such as a table that goes on overleaf."""
        if element == _NONE:
            yield
            return
        with self._within(self._elements[element]):
            yield

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Open a section, or go on with it where the page before ended in the one of this name."""
        before, number = self._section
        if before == name:
            with self.resume(number):
                yield
        else:
            with self.element("Sect") as number:
                yield
        self._section = name, number

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Open marks without meaning; raises KeyError for a kind there is none of."""
        ARTIFACTS[kind]
        before, self._artifact = self._artifact, kind
        try:
            yield
        finally:
            self._artifact = before

    def operators(self, code: str) -> None:
        """Paint raw page operators; they set their own colours and leave the graphics state as it was."""
        self._page.paint(code, self._inside)

    def form(
        self,
        key: object,
        width: float,
        height: float,
        *,
        paint: Callable[[], str],
        x: float = 0,
        y: float = 0,
        scale: float = 1,
    ) -> None:
        """Paint a picture with its lower left corner at (x, y); every key's is in the file once."""
        if key not in self._pictures:
            self._pictures[key] = name = str(len(self._pictures))
            box = numbers(0, 0, width, height).encode("ascii")
            entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources<<>>" % box
            self._paper.put_picture(name, entries, paint().encode("ascii"))
        self._place(key, f"{scale:.4g} 0 0 {scale:.4g} {numbers(x, y)}")

    def image(self, x: float, y: float, width: float, height: float, *, png: bytes) -> None:
        """Paint a PNG in RGB or RGBA, such as a logo, with its lower left corner at (x, y)."""
        if png not in self._pictures:
            self._pictures[png] = name = str(len(self._pictures))
            put_image(self._paper, name, png)
        self._place(png, f"{number(width)} 0 0 {number(height)} {numbers(x, y)}")

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        """Paint one run of text; raises ValueError for a character the typeface does not have."""
        if not text:
            return
        runs = (self._bold if strong else self._regular).runs(text)
        whole = not text.endswith(_JOINED)
        self._page.text(x, y, runs, size=size, colour=colour, inside=self._inside, whole=whole)

    def link(self, box: Box, target: str, *, description: str) -> None:
        """Make a rectangle of the open `Link` element lead to an https, mailto or tel address.

        Raises ValueError for any other address, and outside a `Link`.
        """
        if not target.startswith(_SCHEMES):
            raise ValueError(f"`{target}` is not an https, mailto or tel address.")
        if self._artifact is not None or self._branch.role != "Link":
            raise ValueError(f"The link to `{target}` is not inside a Link element.")
        key = self._tree.next_key()
        annotation = self._paper.put(_link_code(box, target, description=description, key=key))
        self._paper.note(annotation)
        self._tree.link(self._branch, Spot(self._page.page, annotation))

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline that leads to this page; level 0 is the top."""
        self._paper.outline(title, level)

    def next_page(self, width: float, height: float) -> None:
        """Begin a page of this size in points."""
        self._end_page()
        self._paper.setPageSize((width, height))
        self._key, owners = self._tree.begin_page()
        self._leaf = Leaf(self._paper.code, len(self._pages), owners)

    def close(self) -> None:
        """End the last page and add the fonts and the structure to the file."""
        self._end_page()
        for lettering in (self._regular, self._bold):
            lettering.embed(self._paper)
        self._paper.set_catalog("StructTreeRoot", self._tree.write(self._paper, self._pages))
        self._paper.set_catalog("MarkInfo", b"<</Marked true>>")
        # Readers call the pages 1, 2, 3, as the footers do.
        self._paper.set_catalog("PageLabels", b"<</Nums[0<</S/D>>]>>")

    def _place(self, picture: object, matrix: str) -> None:
        name = self._paper.use_picture(self._pictures[picture])
        self._page.paint(f"q {matrix} cm {name} Do Q", self._inside)

    @property
    def _page(self) -> Leaf:
        assert self._leaf is not None, "nothing can be painted before the first page"
        return self._leaf

    @property
    def _inside(self) -> Element | str:
        """What is painted next belongs to this element, or is an artifact of this kind."""
        if self._artifact is None and self._branch is not self._tree.document:
            return self._branch
        return self._artifact or ""

    @contextmanager
    def _within(self, element: Element) -> Iterator[None]:
        before, self._branch = self._branch, element
        try:
            yield
        finally:
            self._branch = before

    def _end_page(self) -> None:
        if self._leaf is not None:
            self._leaf.end()
            self._pages.append(self._paper.end_page(parents=self._key))
            self._leaf = None


def _link_code(box: Box, target: str, *, description: str, key: int) -> bytes:
    """Return a link annotation that is printed, has no frame and knows its element by `key`."""
    address = escaped(quote(target, safe="%/:?#[]@!$&'()*+,;=~")).encode("ascii")
    return (
        b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/StructParent %d"
        b"/Contents%b/A<</S/URI/URI(%b)>>>>"
    ) % (numbers(*box).encode("ascii"), key, text_string(description), address)
