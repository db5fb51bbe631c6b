"""Fonts of ReportLab's in which a character has the same code in every file, so that text can be shared."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from string import ascii_letters, digits
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from handouts.page.surface import Colour
from handouts.page.type import printed, typeface
from handouts.pdf.document import SMALL, Document, dictionary, reference, stream

# Every subset has its space here and no codes below: readers take some of them for line ends.
_SPACE = 32
# The usual letters of the West have their codes of this table in subset 0. The others are in a subset for
# every 128 neighbours, in the upper half of its codes.
_USUAL, _HALF = "cp1252", 128
# Always embedded in subset 0, so that most names need no subset of their own, which takes 2 ms to make.
_USUAL_LETTERS = {ord(letter): ord(letter) for letter in " -." + digits + ascii_letters}
# ReportLab wants a canvas for every text object.
_TEXT_CANVAS = Canvas(None, invariant=1)


class NoGlyphError(ValueError):
    """A character that the typeface does not have."""


class SharedFont(TTFont):  # type: ignore[misc]
    """A font whose subsets do not depend on the document; `state` holds the characters that each one sets."""

    def __init__(self, letter: str, face: TTFontFace) -> None:
        """Begin with a face that has been read; the names of its subsets begin with a letter."""
        self.fontName, self.face, self.encoding = f"handouts.{letter}", face, TTEncoding()
        self.shapable = False
        self.state: WeakKeyDictionary[PDFDocument, set[str]] = WeakKeyDictionary()
        self._letter = letter
        # Measured: without the first a roster takes a fifth longer, without the second a tenth.
        self.split = lru_cache(maxsize=1024)(self._split)
        self._objects = lru_cache(maxsize=64)(self._subset_objects)
        # Not by `registerFont`, which would give us the font of anybody who has registered this face before
        # under another name, and them ours.
        pdfmetrics._fonts[self.fontName] = self

    def use(self, characters: Iterable[str], document: PDFDocument) -> None:
        """Note characters that a document sets."""
        self.state.setdefault(document, set()).update(characters)

    def splitString(
        self, text: str, doc: PDFDocument, encoding: str = "utf-8"
    ) -> tuple[tuple[int, bytes], ...]:
        """Return the text in runs of one subset; raises ValueError for a character the face lacks."""
        self.use(text, doc)
        return self.split(text)

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:
        """Return the name of a subset, the same in every document."""
        return f"/{self._letter}{subset}"

    def embed(self, document: Document) -> dict[str, bytes]:
        """Write the subsets that a document sets and return the entries of its font resources."""
        subsets: dict[int, dict[int, int]] = {}
        for character in sorted(self.state.pop(document, ())):
            for subset, run in self.split(character):
                characters = subsets.setdefault(subset, {_SPACE: _SPACE} if subset else {**_USUAL_LETTERS})
                characters[run[0]] = ord(printed(character))
        entries = {}
        for subset, characters in sorted(subsets.items()):
            codes = tuple(characters.get(code, 0) for code in range(max(characters) + 1))
            program, unicode, descriptor, font = self._objects(codes)
            first = document.reserve(4)
            document.fill(first, [program, unicode, descriptor % first, font % (first + 1, first + 2)])
            entries[f"{self._letter}{subset}"] = reference(first + 3)
        return entries

    def _split(self, text: str) -> tuple[tuple[int, bytes], ...]:
        placed = [self._place(character) for character in map(printed, text) if character]
        runs = groupby(_with_spaces(placed), key=itemgetter(0))
        return tuple((subset, bytes(code for _, code in run)) for subset, run in runs)

    def _place(self, character: str) -> tuple[int, int]:
        """Return the subset that a character is in, and its code there."""
        if ord(character) not in self.face.charToGlyph:
            raise NoGlyphError(f"{self.face.name.ustr} has no U+{ord(character):04X} to set.")
        try:
            return 0, character.encode(_USUAL)[0]
        except UnicodeEncodeError:
            block, code = divmod(ord(character), _HALF)
            return block, _HALF + code

    def _subset_objects(self, codes: tuple[int, ...]) -> tuple[bytes, bytes, bytes, bytes]:
        """Return font program, ToUnicode map, descriptor and font, with gaps for the numbers of the others.

        `codes` are the characters of a subset, 0 where a code has none.
        """
        tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(str(codes).encode()).digest()[:6])
        name = f"{tag}+{self.face.name.ustr}"
        document = PDFDocument(invariant=1)
        self.face.addSubsetObjects(document, name, codes)
        *_, program, descriptor = document.idToObject.values()
        widths = " ".join(f"{self.face.getCharWidth(character):.0f}" for character in codes[_SPACE:])
        font = {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": f"/{name}",
            "FirstChar": _SPACE,
            "LastChar": len(codes) - 1,
            "Widths": f"[{widths}]",
            "ToUnicode": b"%d 0 R",
            "FontDescriptor": b"%d 0 R",
        }
        return (
            stream(program.content, level=SMALL, entries=program.dictionary.dict),
            stream(_to_unicode(codes), level=SMALL),
            dictionary({**descriptor.dict, "FontFile2": b"%d 0 R"}),
            dictionary(font),
        )


# The two are compared by identity.
@cache
def fonts() -> tuple[SharedFont, SharedFont]:
    """Return the regular and the bold font."""
    return SharedFont("R", typeface(strong=False)), SharedFont("B", typeface(strong=True))


# Measured: half of the texts that are set for each person are the same for everybody, such as labels.
@lru_cache(maxsize=1024)
def text_object(text: str, strong: bool, size: float, colour: Colour) -> str:
    """Return the operators of a text that begins at the origin."""
    run = PDFTextObject(_TEXT_CANVAS)
    run.setFont(fonts()[strong].fontName, size, 0)
    run.setFillColorRGB(*colour)
    run.textOut(text)
    return str(run.getCode())


def _with_spaces(placed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the codes, each space in the subset before it: every one has its own."""
    now = placed[0][0] if placed else 0
    for subset, code in placed:
        now = now if code == _SPACE else subset
        yield now, code


def _to_unicode(codes: tuple[int, ...]) -> str:
    """Return the way back from codes to characters (ISO 32000-1, 9.10.3).

    ReportLab's own maps the codes that are not used to U+0000, which PDF/UA forbids.
    """
    lines = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(codes)
        if character
    ]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        + "".join("{} beginbfchar\n{}\nendbfchar\n".format(len(one), "\n".join(one)) for one in blocks)
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
