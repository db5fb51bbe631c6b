"""The characters of one file: text becomes codes of embedded fonts that hold only these characters."""

from functools import lru_cache
from hashlib import sha256
from itertools import groupby

from handouts.page.fonts import printed, typeface
from handouts.page.typeface import Typeface
from handouts.pdf.paper import Paper
from handouts.pdf.syntax import escaped, numbers, reference

# Every font has its space here and no codes below: readers take some of them for line ends.
_SPACE = 32


class Lettering(dict[str, str]):
    """Each character that a file sets in one face, with its code as it stands in a literal string.

    A font has 224 codes; the characters after that go into the next one.
    """

    def __init__(self, name: str, *, strong: bool) -> None:
        """Begin without a character; the fonts will be called `name` and a number from 0."""
        super().__init__()
        self._name = name
        self._face = typeface(strong=strong)
        self._fonts = [[_SPACE]]
        self._font_of: dict[str, int] = {}

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Return the text as names of fonts, each with a literal string to set in it.

        Raises ValueError for a character the face does not have.
        """
        codes = [self[character] for character in text]
        if len(self._fonts) == 1:
            return [(f"/{self._name}0", "".join(codes))]
        return [
            (f"/{self._name}{font}", "".join(self[character] for character in run))
            for font, run in groupby(text, key=lambda character: self._font_of.get(character, 0))
        ]

    def __missing__(self, character: str) -> str:
        """Give a character its code when it is set for the first time."""
        set_as = printed(character)
        self[character] = code = self._code(set_as) if set_as not in ("", " ") else set_as
        self._font_of[character] = len(self._fonts) - 1 if set_as not in ("", " ") else 0
        return code

    def _code(self, character: str) -> str:
        if ord(character) not in self._face.glyph_of:
            raise ValueError(f"{self._face.postscript_name} has no U+{ord(character):04X} to set.")
        if _SPACE + len(self._fonts[-1]) > 255:
            self._fonts.append([_SPACE])
        self._fonts[-1].append(ord(character))
        return escaped(chr(_SPACE + len(self._fonts[-1]) - 1))

    def embed(self, paper: Paper) -> None:
        """Add the fonts to the file, if any text was set in this face."""
        for number, characters in enumerate(self._fonts if self else ()):
            paper.put_font(f"{self._name}{number}", _embed(paper, self._face, characters))


def _embed(paper: Paper, face: Typeface, characters: list[int]) -> int:
    """Add a font of these characters and return its number."""
    file = _subset(face, tuple(characters))
    name = b"%b+%b" % (_tag(file), face.postscript_name.encode("ascii"))
    program = paper.put_stream(b"/Length1 %d" % len(file), file, repeated=True)
    descriptor = paper.put(_descriptor(face, name, program))
    unicode = paper.put_stream(b"", _unicode_table(characters), repeated=True)
    widths = numbers(*map(face.width, characters)).encode("ascii")
    return paper.put(
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths[%b]"
        b"/FontDescriptor %b/ToUnicode %b>>"
        % (name, _SPACE, _SPACE + len(characters) - 1, widths, reference(descriptor), reference(unicode))
    )


@lru_cache(maxsize=32)
def _subset(face: Typeface, characters: tuple[int, ...]) -> bytes:
    """Return a font file of these characters, the first at code 32."""
    return face.subset([0] * _SPACE + list(characters))


def _tag(file: bytes) -> bytes:
    """Return the six letters that tell this subset from every other one of its face."""
    return bytes(ord("A") + byte % 26 for byte in sha256(file).digest()[:6])


def _descriptor(face: Typeface, name: bytes, program: int) -> bytes:
    symbolic = 4
    measures = (face.italicAngle, face.ascent, face.descent, face.capHeight, face.stemV)
    return (
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]"
        % (name, symbolic, numbers(*face.bbox).encode("ascii"))
        + b"/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d" % measures
        + b"/FontFile2 %b>>" % reference(program)
    )


def _unicode_table(characters: list[int]) -> bytes:
    """Return the CMap by which readers and searches turn codes back into characters.

    A block has at most 100 entries (Adobe Technical Note 5411, section 1.4.1).
    """
    lines = [b"<%02X> <%04X>" % (code, character) for code, character in enumerate(characters, start=_SPACE)]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        + b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
        + b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )
