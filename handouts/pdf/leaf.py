"""The operators of a part of a page, cut into marked content."""

from collections.abc import Sequence

from handouts.page.surface import Colour
from handouts.pdf.syntax import number, numbers
from handouts.pdf.tags import Element

ARTIFACTS = {
    "": "/Artifact BMC",
    "Layout": "/Artifact <</Type/Layout>> BDC",
    "Background": "/Artifact <</Type/Background>> BDC",
    "Header": "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "Footer": "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
}
_END_OF_TEXT = ") Tj ET"


class Leaf:
    """A part being painted; marked content ends only where what comes next belongs elsewhere."""

    def __init__(self, first_mark: int) -> None:
        """Begin with the number of the first mark on its page."""
        self._first_mark = first_mark
        self._code: list[str] = []
        # The elements that the marks belong to, in the order of the marks.
        self.owners: list[Element] = []
        self._open: Element | str | None = None
        # What the graphics state holds, so that it is not said again.
        self._font = ""
        self._colour: Colour | None = None
        self._baseline: float | None = None
        self._last_text: int | None = None

    def paint(self, code: str, inside: Element | str) -> None:
        """Add operators as part of an element, or as an artifact of this kind."""
        if self._open != inside:
            self._end_mark()
            self._code.append(self._beginning(inside))
            self._open = inside
        self._code.append(code)

    def text(
        self,
        x: float,
        y: float,
        runs: Sequence[tuple[str, str]],
        *,
        size: float,
        colour: Colour,
        inside: Element | str,
        whole: bool,
    ) -> None:
        """Add text whose baseline starts at (x, y); `whole` if its last word does not go on below."""
        if y != self._baseline:
            self._end_word()
        place = f" {number(x)} {number(y)} Td "
        shown = " ".join(f"{self._font_operator(font, size)}({code}) Tj" for font, code in runs)
        self.paint(f"BT{self._colour_operator(colour)}{place}{shown} ET", inside)
        self._baseline = y
        self._last_text = len(self._code) - 1 if whole else None

    def end(self) -> str:
        """End the last mark and return all operators."""
        self._end_word()
        self._end_mark()
        return "\n".join(self._code)

    def _beginning(self, inside: Element | str) -> str:
        if isinstance(inside, str):
            return ARTIFACTS[inside]
        mark = self._first_mark + len(self.owners)
        self.owners.append(inside)
        inside.kids.append(mark)
        return f"/{inside.role} <</MCID {mark}>> BDC"

    def _end_mark(self) -> None:
        if self._open is not None:
            self._code.append("EMC")

    def _end_word(self) -> None:
        """Set a space after the text painted last: without it a reader says `keepyour heel`."""
        if self._last_text is not None:
            text = self._code[self._last_text].removesuffix(_END_OF_TEXT)
            self._code[self._last_text] = f"{text} {_END_OF_TEXT}"

    def _font_operator(self, font: str, size: float) -> str:
        selected = f"{font} {number(size)} Tf "
        if selected == self._font:
            return ""
        self._font = selected
        return selected

    def _colour_operator(self, colour: Colour) -> str:
        if colour == self._colour:
            return ""
        self._colour = colour
        return f" {numbers(*colour)} rg"
