"""The surface that a part of a page is painted on: a ReportLab canvas whose marks are in the structure."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from urllib.parse import quote

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from handouts.page.fonts import typeface
from handouts.page.surface import Box, Colour
from handouts.pdf.document import QUICK, SMALL, Ready, format_entries
from handouts.pdf.tags import ROLES, Branch, Element, Spot, branch_of

ARTIFACTS = {
    "": "/Artifact BMC",
    "Layout": "/Artifact <</Type/Layout>> BDC",
    "Background": "/Artifact <</Type/Background>> BDC",
    "Header": "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "Footer": "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
}
_SCHEMES = ("https:", "mailto:", "tel:")
# After one of these no space is missing at the end of a line.
_JOINED = (" ", "-", "\N{HYPHEN}", "\N{SOFT HYPHEN}")


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to an address."""

    box: Box
    url: str
    description: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Painting:
    """A painted part; `letters` are the characters it sets in the regular and in the bold face."""

    content: bytes
    branch: Branch
    pictures: Mapping[str, PDFObject]
    letters: tuple[frozenset[str], frozenset[str]]
    links: tuple[Link, ...]
    bookmarks: tuple[tuple[str, int], ...]

    @property
    def marks(self) -> int:
        """How many marks it has."""
        return len(self.branch.owners)


class _Run(PDFTextObject):  # type: ignore[misc]
    """Text that becomes syntax with the part, because its last word may be ended later."""

    words = ""

    def getCode(self) -> str:
        """Return the operators."""
        self.textOut(self.words)
        return str(super().getCode())


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas for one part of a page, in no file of its own; marked content ends only where it must."""

    def __init__(self, first_mark: int) -> None:
        """Begin a part whose marks are numbered from `first_mark`."""
        self._faces = typeface(strong=False), typeface(strong=True)
        super().__init__(None, initialFontName=self._faces[0].fontName, invariant=1)
        self._first_mark = first_mark
        self._root = self._branch = Element("Document")
        self._artifact: str | None = None
        self._open: Element | str | None = None
        # The elements that the marks belong to, in the order of the marks.
        self._owners: list[Element] = []
        self._links: list[Link] = []
        self._bookmarks: list[tuple[str, int]] = []
        # The text set last, if its last word may go on in the next one, and its baseline.
        self._word: tuple[_Run, float] | None = None

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
        _check(role, alt=alt, scope=scope)
        if self._artifact is not None:
            yield
            return
        heard = {"Alt": alt, "ActualText": spoken, "Lang": language, "E": expansion}
        entries: dict[str, object] = {key: PDFString(value) for key, value in heard.items() if value}
        table = {"Scope": scope and PDFName(scope), "Summary": summary and PDFString(summary)}
        table["ColSpan"] = column_span if column_span > 1 else None
        attributes = {
            "List": {"ListNumbering": numbering and PDFName(numbering)},
            "Layout": {"Placement": "/Block", "BBox": PDFArray(map(_short, box))} if box else {},
            "Table": table,
        }
        for owner, said in attributes.items():
            if any(said.values()):
                inside = format_entries({key: value for key, value in said.items() if value}, self._doc)
                entries["A"] = b"<</O/%b%b>>" % (owner.encode("ascii"), inside)
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
        self._mark()
        self.addLiteral(code)

    def form(
        self, code: str, width: float, height: float, *, x: float = 0, y: float = 0, scale: float = 1
    ) -> None:
        """Paint a picture with its lower left corner at (x, y); equal ones are in a file once."""
        name = sha256(f"{width} {height} {code}".encode()).hexdigest()[:12]
        if not self.hasForm(name):
            entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": PDFArray([0, 0, width, height])}
            entries["Resources"] = PDFDictionary()
            self._doc.addForm(name, PDFStream(PDFDictionary(entries), code, [SMALL]))
        self._mark()
        self.saveState()
        self.transform(scale, 0, 0, scale, _short(x), _short(y))
        self.doForm(name)
        self.restoreState()

    def image(self, x: float, y: float, width: float, height: float, *, png: bytes) -> None:
        """Paint a PNG in RGB or RGBA, such as a logo, with its lower left corner at (x, y)."""
        self._mark()
        self.drawImage(ImageReader(BytesIO(png)), *map(_short, (x, y, width, height)), mask="auto")

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        """Paint one run of text; raises ValueError for a character the typeface does not have."""
        if not text:
            return
        if self._word and self._word[1] != y:
            self._end_word()
        self._mark()
        run = _Run(self, _short(x), _short(y))
        run.setFont(self._faces[strong].fontName, size, 0)
        run.setFillColorRGB(*colour)
        run.words = text
        self._code.append(run)
        self._word = None if text.endswith(_JOINED) else (run, y)

    def link(self, box: Box, target: str, *, description: str) -> None:
        """Make a rectangle of the open `Link` element lead to an https, mailto or tel address.

        Raises ValueError for any other address, and outside a `Link`.
        """
        if not target.startswith(_SCHEMES):
            raise ValueError(f"`{target}` is not an https, mailto or tel address.")
        if self._artifact is not None or self._branch.role != "Link":
            raise ValueError(f"The link to `{target}` is not inside a Link element.")
        self._branch.kids.append(Spot(len(self._links)))
        self._links.append(Link(box, quote(target, safe="%/:?#[]@!$&'()*+,;=~"), description))

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline that leads to this page; level 0 is the top."""
        self._bookmarks.append((title, level))

    def painting(self, *, shared: bool) -> Painting:
        """End the part and return it; what is `shared` is worth the time to pack it small."""
        self._end_word()
        self._end_mark()
        code = "\n".join(run if isinstance(run, str) else run.getCode() for run in self._code)
        content = PDFStream(PDFDictionary(), code, [SMALL if shared else QUICK]).format(self._doc)
        regular, bold = (frozenset(face.state.pop(self._doc, ())) for face in self._faces)
        known = self._doc.idToObject.items()
        pictures = {name: self._ready(thing) for name, thing in known if name.startswith("FormXob.")}
        branch = branch_of(self._root, self._owners, len(self._links), self._doc)
        links, bookmarks = tuple(self._links), tuple(self._bookmarks)
        return Painting(content, branch, pictures, (regular, bold), links, bookmarks)

    def _ready(self, thing: PDFObject) -> PDFObject:
        """Return a picture as its syntax, unless that depends on the file it is in."""
        return thing if hasattr(thing, "smask") else Ready(thing.format(self._doc))

    def _mark(self) -> None:
        """Let what is painted next belong to the open element, or be an artifact of the open kind."""
        inside: Element | str = self._artifact or ""
        if self._artifact is None and self._branch is not self._root and not self._branch.section:
            inside = self._branch
        if self._open == inside:
            return
        self._end_mark()
        self._open = inside
        if isinstance(inside, str):
            self._code.append(ARTIFACTS[inside])
            return
        mark = self._first_mark + len(self._owners)
        self._owners.append(inside)
        inside.kids.append(mark)
        self._code.append(f"/{inside.role} <</MCID {mark}>> BDC")

    def _end_mark(self) -> None:
        if self._open is not None:
            self._code.append("EMC")

    def _end_word(self) -> None:
        """Set a space after the text painted last: without it a reader says `keepyour heel`."""
        if self._word:
            self._word[0].words += " "
            self._word = None

    @contextmanager
    def _within(self, element: Element) -> Iterator[None]:
        """Add an element and let it be the open one."""
        self._branch.kids.append(element)
        before, self._branch = self._branch, element
        try:
            yield
        finally:
            self._branch = before


def _check(role: str, *, alt: str | None, scope: str | None) -> None:
    if role not in ROLES:
        raise ValueError(f"`{role}` is not a structure element that pages use.")
    if role == "Figure" and not (alt and alt.strip()):
        raise ValueError("A Figure needs its alternative text.")
    if role == "TH" and scope not in ("Column", "Row", "Both"):
        raise ValueError("A TH needs to say whether it heads a Column, a Row or Both.")


def _short(length: float) -> float:
    """Return a length in hundredths of a point, which is shorter to write."""
    return round(length, 2)
