"""Lines to write one's questions on."""

from dataclasses import dataclass, replace

from handouts.compose.guidance import Questions
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.pen import Pen
from handouts.page.style import Style


@dataclass(frozen=True, slots=True)
class QuestionLines:
    """A heading and empty ruled lines; `pitch` is the room above each line."""

    heading: Heading
    lines: int
    width: float
    pitch: float

    @property
    def height(self) -> float:
        """The height of the heading and of all lines."""
        return self.heading.height + self.lines * self.pitch

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the heading; the lines say nothing to a listener."""
        self.heading.draw(pen, x, y)
        y += self.heading.height
        for number in range(1, self.lines + 1):
            pen.rule(x, y + number * self.pitch, x + self.width, weight_pt=pen.style.lines.hair)


def lines_within(room: float, questions: Questions, style: Style) -> int:
    """Return how many lines fit under the heading in so many millimetres."""
    empty = lay_out_questions(replace(questions, lines=0), style, width=style.width_mm)
    return int((room - empty.height) / empty.pitch)


def lay_out_questions(questions: Questions, style: Style, *, width: float) -> QuestionLines:
    """Return the lines, far enough apart to write on by hand."""
    heading = lay_out_heading(questions.heading, style, width=width)
    return QuestionLines(heading, questions.lines, width, style.measures.questions.pitch)
