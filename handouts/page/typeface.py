"""One TrueType face: the whole font file becomes widths, and a file with only the glyphs a handout needs."""

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFontFile, TTFontMaker

_ARGUMENTS_ARE_WORDS = 1 << 0
_HAS_SCALE = 1 << 3
_MORE_COMPONENTS = 1 << 5
_HAS_TWO_SCALES = 1 << 6
_HAS_MATRIX = 1 << 7
_HAS_INSTRUCTIONS = 1 << 8


class Typeface(TTFontFile):  # type: ignore[misc]
    """A face with 1000 units to the em; characters and glyphs are numbers.

    ReportLab reads the names and metrics; its tables of characters and glyphs are read here instead,
    a whole table at a time, because reading them number by number takes 5 ms a face.
    """

    def __init__(self, data: bytes) -> None:
        """Read the names and metrics of a font file; raises ValueError if its em is another."""
        super().__init__(BytesIO(data), charInfo=0)
        if self.unitsPerEm != 1000:
            raise ValueError(f"{self.name} has {self.unitsPerEm} units to the em, not 1000.")

    @property
    def postscript_name(self) -> str:
        """The name that the PDF knows the face by."""
        return bytes(self.name).decode("ascii")

    @cached_property
    def glyph_of(self) -> dict[int, int]:
        """The glyph of every character the face has."""
        return dict(_characters(self._character_table()))

    @cached_property
    def advances(self) -> "array[int]":
        """The width of every glyph."""
        full = self._full_metrics
        widths = _unsigned(self.get_table("hmtx"))[: 2 * full : 2]
        widths.extend(widths[-1:] * (int(self.numGlyphs) - full))
        return widths

    def width(self, character: int) -> int:
        """Return how far a character moves the next one; that of the empty box if there is no glyph."""
        return self.advances[self.glyph_of.get(character, 0)]

    def subset(self, characters: Sequence[int]) -> bytes:
        """Return a font file in which code n shows the nth character.

        Hinting is left out, more than half of a face's bytes: it is for coarse screens, not for paper.
        """
        wanted = [self.glyph_of.get(character, 0) for character in characters]
        glyphs = self._with_components(wanted)
        place = {glyph: number for number, glyph in enumerate(glyphs)}
        outlines = [self._outline(glyph, place) for glyph in glyphs]
        return self._assemble(glyphs, outlines, codes=[place[glyph] for glyph in wanted])

    def _character_table(self) -> bytes:
        """Return the format 4 table of the Unicode characters up to U+FFFF."""
        cmap = self.get_table("cmap")
        for at in range(4, 4 + 8 * struct.unpack(">H", cmap[2:4])[0], 8):
            platform, encoding, offset = struct.unpack(">HHL", cmap[at : at + 8])
            if (platform, encoding) in ((3, 1), (0, 3)) and cmap[offset : offset + 2] == b"\0\4":
                return bytes(cmap[offset:])
        raise ValueError(f"{self.postscript_name} has no table of Unicode characters.")

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each glyph's outline starts in `glyf`; one more entry says where the last one ends."""
        table = self.get_table("loca")
        if struct.unpack(">H", self.get_table("head")[50:52])[0]:
            return struct.unpack(f">{len(table) // 4}L", table)
        return [2 * half for half in _unsigned(table)]

    @cached_property
    def _outlines(self) -> bytes:
        return bytes(self.get_table("glyf"))

    def _stored(self, glyph: int) -> bytes:
        return self._outlines[self._starts[glyph] : self._starts[glyph + 1]]

    def _with_components(self, wanted: Iterable[int]) -> list[int]:
        """Return the glyphs in order of first use, the empty box first, each with the parts it is made of."""
        glyphs = list(dict.fromkeys([0, *wanted]))
        seen = set(glyphs)
        for glyph in glyphs:
            for at in _component_places(self._stored(glyph)):
                part = struct.unpack_from(">H", self._stored(glyph), at + 2)[0]
                if part not in seen:
                    seen.add(part)
                    glyphs.append(part)
        return glyphs

    def _outline(self, glyph: int, place: dict[int, int]) -> bytes:
        """Return a glyph's outline without instructions, its parts numbered as in the subset."""
        stored = self._stored(glyph)
        if not stored:
            return b""
        outline = bytearray(_without_instructions(stored))
        for at in _component_places(stored):
            flags, part = struct.unpack_from(">HH", outline, at)
            struct.pack_into(">HH", outline, at, flags & ~_HAS_INSTRUCTIONS, place[part])
        return bytes(outline) + b"\0" * (len(outline) % 2)

    def _assemble(self, glyphs: Sequence[int], outlines: Sequence[bytes], *, codes: Sequence[int]) -> bytes:
        file = TTFontMaker()
        head, hhea, maxp = (bytes(self.get_table(tag)) for tag in ("head", "hhea", "maxp"))
        starts = [0]
        for outline in outlines:
            starts.append(starts[-1] + len(outline))
        file.add("glyf", b"".join(outlines))
        file.add("loca", struct.pack(f">{len(starts)}L", *starts))
        file.add("head", _with_number(head, at=50, number=1))
        file.add("hhea", _with_number(hhea, at=34, number=len(glyphs)))
        file.add("hmtx", b"".join(map(self._metrics, glyphs)))
        # What follows the first 14 bytes of `maxp` only instructions and composite depth need;
        # the twelve bytes after it that concern instructions become zero.
        maxp = _with_number(maxp, at=4, number=len(glyphs))
        file.add("maxp", maxp[:14] + b"\0\1" + bytes(12) + maxp[28:])
        file.add("cmap", _code_table(codes))
        return bytes(file.makeStream())

    @cached_property
    def _full_metrics(self) -> int:
        """How many glyphs have a width of their own; those after them share the last one."""
        return int.from_bytes(self.get_table("hhea")[34:36], "big")

    def _metrics(self, glyph: int) -> bytes:
        """Return a glyph's width and the place where its outline starts."""
        table = self.get_table("hmtx")
        full = self._full_metrics
        at = 4 * glyph + 2 if glyph < full else 4 * full + 2 * (glyph - full)
        return struct.pack(">H", self.advances[glyph]) + bytes(table[at : at + 2])


def _unsigned(table: bytes) -> "array[int]":
    """Return a table of big-endian 16-bit numbers."""
    numbers = array("H", table)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _characters(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield character and glyph from a format 4 table, which holds stretches of characters."""
    numbers = _unsigned(table[: struct.unpack(">H", table[2:4])[0]])
    count = numbers[3] // 2
    ends, starts = numbers[7 : 7 + count], numbers[8 + count : 8 + 2 * count]
    shifts = numbers[8 + 2 * count : 8 + 3 * count]
    jumps_at = 8 + 3 * count
    for stretch, (start, end, shift) in enumerate(zip(starts, ends, shifts, strict=True)):
        at = jumps_at + stretch
        jump = numbers[at]
        for character in range(start, end + 1):
            glyph = numbers[at + jump // 2 + character - start] if jump else character
            if glyph and (glyph + shift) & 0xFFFF:
                yield character, (glyph + shift) & 0xFFFF


def _component_places(outline: bytes) -> list[int]:
    """Return where in a composite glyph its parts are named; nothing for a simple one."""
    if not outline or outline[0] < 0x80:
        return []
    places, flags, at = [], _MORE_COMPONENTS, 10
    while flags & _MORE_COMPONENTS:
        places.append(at)
        flags = struct.unpack_from(">H", outline, at)[0]
        at += _component_length(flags)
    return places


def _component_length(flags: int) -> int:
    """Return how many bytes one part of a composite glyph takes."""
    length = 8 if flags & _ARGUMENTS_ARE_WORDS else 6
    if flags & _HAS_MATRIX:
        return length + 8
    return length + (4 if flags & _HAS_TWO_SCALES else 2 if flags & _HAS_SCALE else 0)


def _without_instructions(outline: bytes) -> bytes:
    places = _component_places(outline)
    if places:
        last = places[-1]
        return outline[: last + _component_length(struct.unpack_from(">H", outline, last)[0])]
    contours = struct.unpack_from(">h", outline)[0]
    at = 10 + 2 * contours
    length = struct.unpack_from(">H", outline, at)[0]
    return outline[:at] + b"\0\0" + outline[at + 2 + length :]


def _with_number(table: bytes, *, at: int, number: int) -> bytes:
    return table[:at] + struct.pack(">H", number) + table[at + 2 :]


def _code_table(codes: Sequence[int]) -> bytes:
    """Return a `cmap` of one format 6 table in which code n means glyph `codes[n]`."""
    head = struct.pack(">HHHHLHHHHH", 0, 1, 1, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes))
    return head + struct.pack(f">{len(codes)}H", *codes)
