"""Plans as they are printed: the golden cases, the examples, and the usual plan in every layout."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from unittest.mock import patch

from handouts.commands.surroundings import find_files
from handouts.compose.handout import Handout
from handouts.html.document import html_bytes
from handouts.library import LAYOUTS
from handouts.library.layouts import layout_ids
from handouts.library.plan_options import PlanOptions
from handouts.page.style import Printing, Style
from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import compose, lay_out
from handouts.request import Request, read_request
from handouts.schema.base import Colouring

TESTS = Path(__file__).parent
CASES = sorted(path.parent for path in (TESTS / "cases").glob("*/plan.yaml"))
EXAMPLES = sorted(
    path for path in (TESTS.parent / "examples").glob("*.yaml") if "condition:" in path.read_text("utf-8")
)
USUAL = TESTS / "cases" / "usual-plan" / "plan.yaml"
# For the plans that have no date of their own.
TODAY = datetime.date(2026, 11, 20)


@dataclass(frozen=True)
class Printed:
    """A plan on its way to paper."""

    plan: Path
    layout: str | None = None
    colour: Colouring | None = None

    @cached_property
    def handout(self) -> Handout:
        return compose(self._request, today=TODAY)

    @cached_property
    def pdf(self) -> bytes:
        return pdf_bytes(lay_out(self.handout, self.style, path=self.plan))

    @cached_property
    def html(self) -> bytes:
        return html_bytes(self.handout, self.style)

    @cached_property
    def style(self) -> Style:
        return self._request.style(Printing(self.colour))

    @cached_property
    def _request(self) -> Request:
        # A clinic of this computer's own must not get into the golden files.
        with patch("handouts.commands.surroundings.usual_clinic", return_value=None):
            files = find_files(self.plan.parent)
        return read_request(self.plan, PlanOptions(layout=self.layout), files, today=TODAY)


@cache
def printed(plan: Path, layout: str | None = None, *, colour: Colouring | None = None) -> Printed:
    return Printed(plan, layout, colour)


def everything() -> Iterator[tuple[str, Printed]]:
    """Yield every case, every example and every layout in colour and black, each with a name."""
    for case in CASES:
        yield f"case-{case.name}", printed(case / "plan.yaml")
    for example in EXAMPLES:
        yield f"example-{example.stem}", printed(example)
    for layout in layout_ids([LAYOUTS]):
        if layout != "base":
            yield f"layout-{layout}", printed(USUAL, layout)
            yield f"layout-{layout}-black", printed(USUAL, layout, colour="black")
