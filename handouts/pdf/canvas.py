"""The surface that a part of a page is painted on: what is painted becomes tagged operators."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from urllib.parse import quote

from handouts.page.surface import Box, Colour
from handouts.pdf.leaf import ARTIFACTS, Leaf
from handouts.pdf.lettering import runs
from handouts.pdf.meaning import check, said_of
from handouts.pdf.painting import Painting, Picture
from handouts.pdf.pixels import image_of
from handouts.pdf.stream import compressed
from handouts.pdf.syntax import escaped, number, numbers, text_string
from handouts.pdf.tags import Element, Spot, branch_of

_SCHEMES = ("https:", "mailto:", "tel:")
# After one of these no space is missing at the end of a line.
_JOINED = (" ", "-", "\N{HYPHEN}", "\N{SOFT HYPHEN}")


class TaggedCanvas:
    """A surface whose marks are in the structure, or artifacts if no element is open."""

    def __init__(self, first_mark: int) -> None:
        """Begin a part whose marks are numbered from `first_mark`."""
        self._leaf = Leaf(first_mark)
        self._root = self._branch = Element("Document")
        self._artifact: str | None = None
        self._pictures: dict[str, Picture] = {}
        self._letters: tuple[set[str], set[str]] = (set(), set())
        self._links: list[bytes] = []
        self._bookmarks: list[tuple[str, int]] = []

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
    ) -> Iterator[None]:
        """Open a structure element.

        Raises ValueError for an unknown role, a figure without alternative text and a heading cell
        that does not say what it heads.
        """
        check(role, alt=alt, scope=scope)
        if self._artifact is not None:
            yield
            return
        entries = said_of(
            heard={"Alt": alt, "ActualText": spoken, "Lang": language, "E": expansion},
            scope=scope,
            numbering=numbering,
            summary=summary,
            column_span=column_span,
            box=box,
        )
        with self._within(Element(role, entries)):
            yield

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Open a section, or go on with it where the page before ended in the one of this name."""
        with self._within(Element("Sect", section=name)):
            yield

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
        self._leaf.paint(code, self._inside)

    def form(
        self, code: str, width: float, height: float, *, x: float = 0, y: float = 0, scale: float = 1
    ) -> None:
        """Paint a picture with its lower left corner at (x, y); equal ones are in a file once."""
        box = numbers(0, 0, width, height).encode("ascii")
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources<<>>" % box
        picture = Picture(compressed(entries, code.encode("ascii"), repeated=True))
        self._place(picture, f"{scale:.4g} 0 0 {scale:.4g} {numbers(x, y)}")

    def image(self, x: float, y: float, width: float, height: float, *, png: bytes) -> None:
        """Paint a PNG in RGB or RGBA, such as a logo, with its lower left corner at (x, y)."""
        self._place(image_of(png), f"{number(width)} 0 0 {number(height)} {numbers(x, y)}")

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        """Paint one run of text; raises ValueError for a character the typeface does not have."""
        if not text:
            return
        coded = runs(text, strong=strong)
        self._letters[strong].update(text)
        whole = not text.endswith(_JOINED)
        self._leaf.text(x, y, coded, size=size, colour=colour, inside=self._inside, whole=whole)

    def link(self, box: Box, target: str, *, description: str) -> None:
        """Make a rectangle of the open `Link` element lead to an https, mailto or tel address.

        Raises ValueError for any other address, and outside a `Link`.
        """
        if not target.startswith(_SCHEMES):
            raise ValueError(f"`{target}` is not an https, mailto or tel address.")
        if self._artifact is not None or self._branch.role != "Link":
            raise ValueError(f"The link to `{target}` is not inside a Link element.")
        self._branch.kids.append(Spot(len(self._links)))
        self._links.append(_link_code(box, target, description=description))

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline that leads to this page; level 0 is the top."""
        self._bookmarks.append((title, level))

    def painting(self, *, shared: bool) -> Painting:
        """End the part and return it; what is `shared` is worth the time to pack it small."""
        code = self._leaf.end()
        return Painting(
            content=compressed(b"", code.encode("latin-1"), repeated=shared),
            branch=branch_of(self._root, self._leaf.owners, self._links),
            pictures=self._pictures,
            letters=(frozenset(self._letters[False]), frozenset(self._letters[True])),
            bookmarks=tuple(self._bookmarks),
        )

    def _place(self, picture: Picture, matrix: str) -> None:
        name = f"P{sha256(bytes(picture.stream)).hexdigest()[:12]}"
        self._pictures[name] = picture
        self._leaf.paint(f"q {matrix} cm /{name} Do Q", self._inside)

    @property
    def _inside(self) -> Element | str:
        """What is painted next belongs to this element, or is an artifact of this kind."""
        if self._artifact is None and self._branch is not self._root and not self._branch.section:
            return self._branch
        return self._artifact or ""

    @contextmanager
    def _within(self, element: Element) -> Iterator[None]:
        """Add an element and let it be the open one."""
        self._branch.kids.append(element)
        before, self._branch = self._branch, element
        try:
            yield
        finally:
            self._branch = before


def _link_code(box: Box, target: str, *, description: str) -> bytes:
    """Return a link annotation that is printed and has no frame, with a hole for the key of its element."""
    address = escaped(quote(target, safe="%/:?#[]@!$&'()*+,;=~")).encode("ascii")
    said = b"/Rect[%b]/Border[0 0 0]/F 4/Contents%b/A<</S/URI/URI(%b)>>" % (
        numbers(*box).encode("ascii"),
        text_string(description),
        address,
    )
    return b"<</Type/Annot/Subtype/Link/StructParent %d" + said.replace(b"%", b"%%") + b">>"
