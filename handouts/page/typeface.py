"""A face of ReportLab's in which a character has the same code in every file, so that parts can be shared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream, PDFTrueTypeFont, pdfdocEnc
from reportlab.pdfbase.ttfonts import TTFont

# Every subset has its space here and no codes below: readers take some of them for line ends.
_SPACE = 32
# The usual letters of the West have their codes of this table in subset 0. The others are in a subset for
# every 128 neighbours, in the upper half of its codes.
_USUAL, _HALF = "cp1252", 128
# Set as a plain space: the no-break space, and those between words and numbers that the faces lack.
SPACES = frozenset(
    "\N{NO-BREAK SPACE}\N{EN SPACE}\N{THIN SPACE}\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}\t\n\r"
)
# They steer how text is broken and are never set themselves.
UNSEEN = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}")


def printed(character: str) -> str:
    """Return the character that is set for this one: itself, a plain space, or nothing."""
    if character in SPACES:
        return " "
    return "" if character in UNSEEN else character


class Typeface(TTFont):  # type: ignore[misc]
    """A registered font; `state` holds the characters that each document sets."""

    def __init__(self, letter: str, data: bytes) -> None:
        """Read a font file; the names of its subsets begin with a letter."""
        # Fonts are registered for the whole process, which other code may do as well.
        super().__init__(f"handouts.{letter}", BytesIO(data))
        self._letter = letter
        self.face.makeSubset = lru_cache(maxsize=64)(self.face.makeSubset)
        self.splits = lru_cache(maxsize=1024)(self._split)
        pdfmetrics.registerFont(self)
        # Where other code has registered the same face, ReportLab has taken that font under our name.
        pdfmetrics._fonts[self.fontName] = self

    @property
    def postscript_name(self) -> str:
        """The name that the PDF knows the face by."""
        return str(self.face.name.ustr)

    @property
    def glyph_of(self) -> dict[int, int]:
        """The glyph of every character the face has."""
        return dict(self.face.charToGlyph)

    def width(self, character: int) -> int:
        """Return how far a character moves the next one; that of the empty box if there is no glyph."""
        return int(round(self.face.getCharWidth(character)))

    def use(self, characters: Iterable[str], doc: PDFDocument) -> None:
        """Note characters that a document sets."""
        self.state.setdefault(doc, set()).update(characters)

    def splitString(
        self, text: str, doc: PDFDocument, encoding: str = "utf-8"
    ) -> tuple[tuple[int, bytes], ...]:
        """Return the text in runs of one subset; raises ValueError for a character the face lacks."""
        self.use(text, doc)
        return self.splits(text)

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:
        """Return the name of a subset, the same in every document."""
        return f"/{self._letter}{subset}"

    def addObjects(self, doc: PDFDocument) -> None:
        """Embed the subsets that a document sets."""
        subsets: dict[int, dict[int, int]] = defaultdict(dict)
        for character in sorted(self.state.pop(doc, ())):
            for run, code in self.splits(character):
                subsets[run][code[0]] = ord(printed(character))
        for number, codes in sorted(subsets.items()):
            codes[_SPACE] = _SPACE
            name = self.getSubsetInternalName(number, doc)[1:]
            subset = tuple(codes.get(code, 0) for code in range(max(codes) + 1))
            font, unicode, base = _font(self, subset)
            entries = PDFTrueTypeFont()
            entries.__dict__.update(font)
            entries.ToUnicode = doc.Reference(PDFStream(content=unicode), f"Unicode.{name}")
            entries.FontDescriptor = self.face.addSubsetObjects(doc, base, subset)
            doc.idToObject["BasicFonts"].dict[name] = doc.Reference(entries, f"Font.{name}")

    def _split(self, text: str) -> tuple[tuple[int, bytes], ...]:
        placed = [self._place(character) for character in map(printed, text) if character]
        runs = groupby(_with_spaces(placed), key=itemgetter(0))
        return tuple((subset, bytes(code for _, code in run)) for subset, run in runs)

    def _place(self, character: str) -> tuple[int, int]:
        """Return the subset that a character is in, and its code there."""
        if ord(character) not in self.face.charToGlyph:
            raise ValueError(f"{self.face.name.ustr} has no U+{ord(character):04X} to set.")
        try:
            return 0, character.encode(_USUAL)[0]
        except UnicodeEncodeError:
            block, code = divmod(ord(character), _HALF)
            return block, _HALF + code


def _with_spaces(placed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the codes, each space in the subset before it: every one has its own."""
    now = placed[0][0] if placed else 0
    for subset, code in placed:
        now = now if code == _SPACE else subset
        yield now, code


@lru_cache(maxsize=128)
def _font(face: Typeface, subset: tuple[int, ...]) -> tuple[dict[str, Any], bytes, str]:
    """Return the entries of a subset's dictionary, its way back to Unicode, and its name.

    ReportLab's own table maps the codes that are not used to U+0000, which PDF/UA forbids.
    """
    tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(face.face.makeSubset(subset)).digest()[:6])
    base = f"{tag}+{face.face.name.ustr}"
    widths = " ".join(f"{face.width(character)}" for character in subset[_SPACE:])
    entries = {"BaseFont": base, "FirstChar": _SPACE, "LastChar": len(subset) - 1, "Widths": f"[{widths}]"}
    lines = [f"<{code:02X}> <{character:04X}>" for code, character in enumerate(subset) if character]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        + "".join("{} beginbfchar\n{}\nendbfchar\n".format(len(one), "\n".join(one)) for one in blocks)
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    return entries, pdfdocEnc(unicode), base
