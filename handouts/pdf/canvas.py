"""The surface that a part of a page is painted on: a ReportLab canvas whose marks are in the structure."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any, Unpack
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFImageXObject, PDFString
from reportlab.pdfgen.canvas import Canvas

from handouts.page.surface import Box, Colour, Said, Step
from handouts.pdf.document import QUICK, SMALL, dictionary, ended, stream
from handouts.pdf.fonts import fonts, text_object
from handouts.pdf.tags import Element, LinkKid, Structure, element_entries, structure_of

# The alternative makes every image a third larger.
rl_config.useA85 = 0

ARTIFACTS = {
    "": "/Artifact BMC",
    "Layout": "/Artifact <</Type/Layout>> BDC",
    "Background": "/Artifact <</Type/Background>> BDC",
    "Header": "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "Footer": "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
}
# Where the code of an image names its soft mask, which has another number in every file.
SOFT_MASK = b"/SMask 0 0 R"
# Where a text object begins that was given no place.
_ORIGIN = "1 0 0 1 0 0 Tm"
_SCHEMES = ("https:", "mailto:", "tel:")
# How wide a module of a bar code is, about a third of a millimetre, and how many are white beside the bars.
MODULE_PT, WHITE_MODULES = 1.0, 10
# After one of these no space is missing at the end of a line.
_JOINED = (" ", "-", "\N{HYPHEN}", "\N{SOFT HYPHEN}")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class PaintedPart:
    """A part of a page as the syntax of PDF objects.

    `xobjects` are its pictures by name, each with its soft mask after it if there is one; `characters` those
    that it sets in the regular and in the bold font; `annotations` its links, as entries of their
    dictionaries; `bookmarks` have a title and a level.
    """

    content: bytes
    structure: Structure
    xobjects: Mapping[str, tuple[bytes, ...]]
    characters: tuple[frozenset[str], ...]
    annotations: tuple[bytes, ...]
    bookmarks: tuple[tuple[str, int], ...]


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas for one part of a page, in no file of its own; marked content ends only where it must."""

    def __init__(self, first_mark: int) -> None:
        """Begin a part whose marks are numbered from `first_mark`."""
        # Another colour space than RGB is refused: the file has a profile for no other.
        super().__init__(None, initialFontName=fonts()[0].fontName, invariant=1, enforceColorSpace="rgb")
        self._first_mark = first_mark
        self._root = self._element = Element("Document")
        self._artifact: str | None = None
        # The element or the kind of artifact that the open marked content belongs to.
        self._marked: Element | str | None = None
        # The elements that the marks belong to, in the order of the marks.
        self._owners: list[Element] = []
        self._annotations: list[bytes] = []
        self._bookmarks: list[tuple[str, int]] = []
        self._xobjects: dict[str, tuple[bytes, ...]] = {}
        # Where the operators of the text set last are, if its last word may go on in the next one, and its
        # baseline.
        self._word: tuple[int, float] | None = None

    def element(self, role: str, **said: Unpack[Said]) -> AbstractContextManager[None]:
        """Open a structure element; raises ValueError for one that says too little."""
        entries = element_entries(role, **said)
        return nullcontext() if self._artifact is not None else self._within(Element(role, entries))

    def section(self, name: str) -> AbstractContextManager[None]:
        """Open a section, or go on with it where the page before ended in the one of this name."""
        return self._within(Element("Sect", section=name))

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Open marks without meaning: `Layout`, `Background`, `Header` or `Footer`."""
        before, self._artifact = self._artifact, kind
        try:
            yield
        finally:
            self._artifact = before

    def path(
        self,
        steps: Iterable[Step],
        *,
        fill: Colour | None = None,
        line: Colour | None = None,
        weight: float = 0,
        round_ends: bool = False,
        within: Box | None = None,
    ) -> None:
        """Fill a path, draw a line along it, or both; nothing of it is seen outside the box `within`."""
        self._mark()
        code = ["q"]
        if within:
            left, bottom, right, top = within
            code.append(f"{_numbers(left, bottom, right - left, top - bottom)} re W n")
        if fill:
            code.append(f"{fp_str(*fill)} rg")
        if line:
            code.append(f"{fp_str(*line)} RG {_numbers(weight)} w")
        if round_ends:
            code.append("1 J 1 j")
        code += [f"{_numbers(*numbers)} {step}" for step, numbers in steps]
        code.append("B Q" if fill and line else "f Q" if fill else "S Q")
        # Not with a path of ReportLab's, which takes a fifth of the time of a stack.
        self.addLiteral(" ".join(code))

    def form(self, code: str, width: float, height: float, *, x: float = 0, y: float = 0) -> None:
        """Paint a picture with its lower left corner at (x, y); equal ones are in a file once."""
        name, xobject = _form(code, width, height)
        self._xobjects[name] = (xobject,)
        self._mark()
        self.addLiteral(f"q 1 0 0 1 {_short(x)} {_short(y)} cm /{name} Do Q")

    def drawing(self, drawing: Any, x: float, y: float, *, alt: str) -> None:
        """Paint a Drawing or a widget of `reportlab.graphics` as a figure, its lower left corner at (x, y).

        Its words are in the pages' own fonts. Raises ValueError for what is not in RGB and opaque.
        """
        from reportlab.graphics import renderPDF
        from reportlab.graphics.shapes import Drawing

        if not isinstance(drawing, Drawing):
            left, bottom, right, top = drawing.getBounds()
            drawing = Drawing(right - left, top - bottom, drawing, transform=(1, 0, 0, 1, -left, -bottom))
        with self.element("Figure", alt=alt, box=(x, y, x + drawing.width, y + drawing.height)):
            self._mark()
            renderPDF.draw(drawing, self, x, y)
        if self._extgstate.getState():
            raise ValueError("A drawing that one can see through cannot be printed.")

    def qr_code(self, value: str, x: float, y: float, size: float, *, alt: str) -> None:
        """Paint a QR code, of which a seventh can be spoilt (level M), without the white around it."""
        from reportlab.graphics.barcode.qr import QrCodeWidget

        code = QrCodeWidget(value, barLevel="M", barWidth=size, barHeight=size, barBorder=0)
        self.drawing(code, x, y, alt=alt)

    def bar_code(self, value: str, box: Box, *, alt: str) -> None:
        """Paint a Code 128 at the left of a box, as wide as is easy to scan or as there is room."""
        from reportlab.graphics.barcode import createBarcodeDrawing

        left, bottom, right, top = box

        def drawn(module: float) -> Any:
            said = {"barHeight": top - bottom, "humanReadable": False, "quiet": True}
            said |= dict.fromkeys(("lquiet", "rquiet"), WHITE_MODULES * module)
            return createBarcodeDrawing("Code128", value=value, barWidth=module, **said)

        self.drawing(drawn(min(MODULE_PT, (right - left) / drawn(1).width)), left, bottom, alt=alt)

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:
        """Use the regular or the bold font instead of one that may not be in the file."""
        self._fontname = fonts()["bold" in psfontname.lower()].fontName
        self._fontsize, self._leading = size, size * 1.2 if leading is None else leading

    def image(self, x: float, y: float, width: float, height: float, *, image: bytes) -> None:
        """Paint a PNG in RGB or RGBA, or a JPEG in RGB, with its lower left corner at (x, y)."""
        self._mark()
        self.drawImage(ImageReader(BytesIO(image)), *map(_short, (x, y, width, height)), mask="auto")

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        """Paint one run of text; raises ValueError for a character the typeface does not have."""
        if not text:
            return
        if self._word and self._word[1] != y:
            self._end_word()
        self._mark()
        fonts()[strong].use(text, self._doc)
        self._word = None if text.endswith(_JOINED) else (len(self._code), y)
        place = f"1 0 0 1 {_short(x)} {_short(y)} Tm"
        self.addLiteral(text_object(text, strong, size, colour).replace(_ORIGIN, place, 1))

    def link(self, box: Box, target: str, *, description: str) -> None:
        """Make a rectangle of the open `Link` element lead to an https, mailto or tel address.

        Raises ValueError for any other address, and outside a `Link`.
        """
        if not target.startswith(_SCHEMES):
            raise ValueError(f"`{target}` is not an https, mailto or tel address.")
        url = quote(target, safe="%/:?#[]@!$&'()*+,;=~")
        self.linkURL(url, [*map(_short, box)], Contents=PDFString(description), F=4)

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline that leads to this page; level 0 is the top."""
        self._bookmarks.append((title, level))

    def painted(self, *, shared: bool) -> PaintedPart:
        """End the part and return it; what is `shared` is worth the time to pack it small."""
        self._end_word()
        self._end_mark()
        code = self.getCurrentPageContent()
        for name in map(self._doc.getXObjectName, self._formsinuse):
            self._xobjects[name] = self._image(self._doc.idToObject[name])
        return PaintedPart(
            content=stream(code, level=SMALL if shared else QUICK),
            structure=structure_of(self._root, self._owners, len(self._annotations)),
            xobjects=self._xobjects,
            characters=tuple(frozenset(font.state.pop(self._doc, ())) for font in fonts()),
            annotations=tuple(self._annotations),
            bookmarks=tuple(self._bookmarks),
        )

    def _image(self, image: PDFImageXObject) -> tuple[bytes, ...]:
        """Return an image, and its soft mask if it has one."""
        mask = getattr(image, "smask", None)
        if not mask:
            return (ended(image.format(self._doc)),)
        image.smask = SOFT_MASK.removeprefix(b"/SMask ")
        return tuple(ended(one.format(self._doc)) for one in (image, self._doc.idToObject[mask.name]))

    def _addAnnotation(self, annotation: PDFDictionary, name: str | None = None, addtopage: int = 1) -> None:
        """Add an annotation, which `linkURL` has made, to the open element."""
        if self._artifact is not None or self._element.role != "Link":
            raise ValueError("A link is not inside a Link element.")
        self._element.kids.append(LinkKid(len(self._annotations)))
        self._annotations.append(dictionary(annotation.dict)[2:-2])

    def _mark(self) -> None:
        """Let what is painted next belong to the open element, or be an artifact of the open kind."""
        inside: Element | str = self._artifact or ""
        if self._artifact is None and self._element is not self._root and not self._element.section:
            inside = self._element
        if self._marked == inside:
            return
        self._end_mark()
        self._marked = inside
        if isinstance(inside, str):
            self._code.append(ARTIFACTS[inside])
            return
        mark = self._first_mark + len(self._owners)
        self._owners.append(inside)
        inside.kids.append(mark)
        self._code.append(f"/{inside.role} <</MCID {mark}>> BDC")

    def _end_mark(self) -> None:
        if self._marked is not None:
            self._code.append("EMC")

    def _end_word(self) -> None:
        """Set a space after the text painted last: without it a reader says `keepyour heel`."""
        if self._word:
            code, end = self._code[self._word[0]], ") Tj ET"
            assert code.endswith(end)
            # Code 32 is the space of every subset.
            self._code[self._word[0]] = code.removesuffix(end) + " " + end
            self._word = None

    @contextmanager
    def _within(self, element: Element) -> Iterator[None]:
        """Add an element and let it be the open one."""
        self._element.kids.append(element)
        before, self._element = self._element, element
        try:
            yield
        finally:
            self._element = before


# Measured: 8 % of a roster of many plans: the same figures and signs stand in the parts of many pages.
@lru_cache(maxsize=128)
def _form(code: str, width: float, height: float) -> tuple[str, bytes]:
    """Return a form XObject, and a name after what is in it."""
    name = "Form." + sha256(f"{width} {height} {code}".encode()).hexdigest()[:12]
    entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": PDFArray([0, 0, width, height])}
    return name, stream(code, level=SMALL, entries={**entries, "Resources": PDFDictionary()})


def _short(length: float) -> float:
    """Return a length in hundredths of a point, which is shorter to write."""
    return round(length, 2)


def _numbers(*numbers: float) -> str:
    return " ".join([f"{number:.2f}" for number in numbers])
