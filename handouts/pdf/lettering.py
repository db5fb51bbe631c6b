"""Text becomes codes of fonts, the same in every file, and a file gets fonts that hold only what it sets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter

from handouts.page.fonts import printed, typeface
from handouts.page.typeface import Typeface
from handouts.pdf.paper import Paper
from handouts.pdf.syntax import escaped, numbers, reference

# Every font has its space here and no codes below: readers take some of them for line ends.
_SPACE = 32
# The usual letters of the West have their codes of this table in one font. The others are in a font for
# every 128 neighbours, in the upper half of its codes.
_USUAL = "cp1252"
_HALF = 128

# A font by the letter of its face, R or B, and a number; and a code of it.
Code = tuple[str, int]


@lru_cache(maxsize=1024)
def runs(text: str, *, strong: bool) -> tuple[tuple[str, str], ...]:
    """Return the text as names of fonts, each with a literal string to set in it.

    Raises ValueError for a character the face does not have.
    """
    codes = [code for character in text for code in _codes(character, strong=strong)]
    font = codes[0][0] if codes else ""
    return tuple(
        (f"/{name}", escaped("".join([chr(code) for _, code in run])))
        for name, run in groupby(_with_spaces(codes, font), key=itemgetter(0))
    )


def _with_spaces(codes: list[Code], font: str) -> Iterable[Code]:
    """Yield the codes, each space in the font before it: every font has one."""
    for name, code in codes:
        font = font if code == _SPACE else name
        yield font, code


@lru_cache(maxsize=4096)
def _codes(character: str, *, strong: bool) -> tuple[Code, ...]:
    """Return the code of a character, or nothing for one that is not set."""
    set_as, face = printed(character), typeface(strong=strong)
    if not set_as:
        return ()
    if ord(set_as) not in face.glyph_of:
        raise ValueError(f"{face.postscript_name} has no U+{ord(set_as):04X} to set.")
    number, code = _place(set_as)
    return ((f"{'B' if strong else 'R'}{number}", code),)


def _place(character: str) -> tuple[int, int]:
    """Return the number of the font that a character is in, and its code there."""
    try:
        (code,) = character.encode(_USUAL)
    except UnicodeEncodeError:
        block, code = divmod(ord(character), _HALF)
        return block, _HALF + code
    return 0, code


class Lettering:
    """The characters that a file sets, by their face."""

    def __init__(self) -> None:
        """Begin without a character."""
        self._used: dict[bool, set[str]] = {False: set(), True: set()}

    def begin_like(self, other: "Lettering") -> None:
        """Note all that another file sets."""
        for strong, characters in other._used.items():
            self.add(characters, strong=strong)

    def add(self, characters: Iterable[str], *, strong: bool) -> None:
        """Note characters that are set."""
        self._used[strong].update(characters)

    def embed(self, paper: Paper) -> bytes:
        """Add the fonts to the file and return their dictionary."""
        fonts: dict[str, dict[int, int]] = defaultdict(dict)
        for strong, characters in self._used.items():
            for character in sorted(characters):
                for name, code in _codes(character, strong=strong):
                    fonts[name][code] = ord(printed(character))
        entries = [
            b"/%b %b" % (name.encode("ascii"), reference(_embed(paper, name, codes)))
            for name, codes in sorted(fonts.items())
        ]
        return b"<<%b>>" % b"".join(entries)


def _embed(paper: Paper, name: str, codes: dict[int, int]) -> int:
    """Add a font of the characters with these codes and return its number."""
    made = _made(name.startswith("B"), tuple(sorted({_SPACE: _SPACE, **codes}.items())))
    program = paper.put_stream(b"/Length1 %d" % len(made.file), made.file, repeated=True)
    descriptor = paper.put(made.descriptor % program)
    unicode = paper.put_stream(b"", made.unicode, repeated=True)
    return paper.put(made.font % (descriptor, unicode))


@dataclass(frozen=True, slots=True)
class _Made:
    """A font: its file, its map to Unicode, and two objects with holes for the numbers of others."""

    file: bytes
    unicode: bytes
    descriptor: bytes
    font: bytes


@lru_cache(maxsize=128)
def _made(strong: bool, coded: tuple[tuple[int, int], ...]) -> _Made:
    """Return the font of a face with these characters at their codes."""
    face, own, last = typeface(strong=strong), dict(coded), coded[-1][0]
    file = face.subset([own.get(code, 0) for code in range(last + 1)])
    base = b"%b+%b" % (_tag(file), face.postscript_name.encode("ascii"))
    widths = numbers(*(face.width(own.get(code, 0)) for code in range(_SPACE, last + 1))).encode("ascii")
    return _Made(
        file=file,
        unicode=_unicode_table(coded),
        descriptor=_descriptor(face, base) + b"/FontFile2 %d 0 R>>",
        font=b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths[%b]"
        % (base, _SPACE, last, widths)
        + b"/FontDescriptor %d 0 R/ToUnicode %d 0 R>>",
    )


def _tag(file: bytes) -> bytes:
    """Return the six letters that tell this subset from every other one of its face."""
    return bytes(ord("A") + byte % 26 for byte in sha256(file).digest()[:6])


def _descriptor(face: Typeface, name: bytes) -> bytes:
    symbolic = 4
    measures = (face.italicAngle, face.ascent, face.descent, face.capHeight, face.stemV)
    return (
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]"
        % (name, symbolic, numbers(*face.bbox).encode("ascii"))
        + b"/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d" % measures
    )


def _unicode_table(coded: tuple[tuple[int, int], ...]) -> bytes:
    """Return the CMap by which readers and searches turn codes back into characters.

    A block has at most 100 entries (Adobe Technical Note 5411, section 1.4.1).
    """
    lines = [b"<%02X> <%04X>" % pair for pair in coded]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        + b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
        + b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )
