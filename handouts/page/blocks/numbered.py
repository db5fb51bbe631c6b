"""Steps to be followed in order become a numbered list."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.text import Text
from handouts.page.pen import Pen
from handouts.page.typesetting import SetText, baseline_mm, set_text
from handouts.schema.layout import Face


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Steps one under the other, their numbers at the left."""

    steps: tuple[SetText, ...]
    face: Face
    indent: float

    @property
    def height(self) -> float:
        """The height of all steps."""
        return sum(step.height_mm for step in self.steps)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint a list whose items have a label and a body."""
        with pen.element("L", numbering="Decimal"):
            for number, step in enumerate(self.steps, start=1):
                with pen.element("LI"):
                    with pen.element("Lbl"):
                        baseline = y + baseline_mm(self.face)
                        pen.text(x, baseline, f"{number} ", self.face, colour="accent", strong=True)
                    with pen.element("LBody"):
                        pen.lines(x + self.indent, y, step)
                y += step.height_mm


def lay_out_numbered(items: Sequence[Text], face: Face, *, width: float, indent: float) -> NumberedList:
    """Return the steps broken to a width, of which `indent` is for the numbers."""
    steps = tuple(set_text(item, face, width_mm=width - indent) for item in items)
    return NumberedList(steps, face, indent)
