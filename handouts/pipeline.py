"""Turn a plan with everything it names into the pages of its handout."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handouts.compose.composer import compose_handout
from handouts.compose.handout import Handout
from handouts.compose.person import Copy
from handouts.drawing.checks import DrawingError
from handouts.library.clinics import ClinicFile
from handouts.library.content import Library
from handouts.library.folders import CONTENT
from handouts.library.references import check_condition, check_muscle, undrawable
from handouts.page.block import LayoutError
from handouts.page.fonts import check_characters
from handouts.page.sheet import Pages
from handouts.page.style import Style
from handouts.pdf.write import pdf_bytes
from handouts.problems import ContentError, Problem
from handouts.schema.layout import Layout
from handouts.schema.plan import Plan
from handouts.source import read_source


@dataclass(frozen=True)
class Order:
    """A plan with everything it names read and checked, and whose copy of the handout is wanted."""

    plan: Plan
    library: Library
    clinic: ClinicFile | None
    layout: Layout
    previous: Plan | None = None
    copy: Copy = "patient"

    def style(self, *, mono: bool) -> Style:
        """Return the look on the paper that the plan, else the clinic, else the layout names."""
        clinic = self.clinic.clinic if self.clinic else None
        paper = self.plan.paper or (clinic and clinic.paper) or self.layout.paper
        return Style(self.layout, paper, mono or (clinic is not None and clinic.colours == "mono"))


def compose_order(order: Order, *, today: datetime.date) -> Handout:
    """Return the handout of an order, dated `today` where its plan has no date."""
    clinic = order.clinic
    with faults_told(order.library):
        return compose_handout(
            order.plan,
            order.library,
            clinic=clinic.clinic if clinic else None,
            logo=clinic.logo if clinic else None,
            layout=order.layout,
            today=today,
            previous=order.previous,
            copy=order.copy,
        )


def lay_out(handout: Handout, style: Style, *, path: Path | None) -> Pages:
    """Return the pages in the arrangement of the layout; raise ContentError for what fits on none."""
    try:
        if style.layout.arrangement == "plan-sheet":
            from handouts.page.plan_sheet import lay_out_plan_sheet

            return lay_out_plan_sheet(handout, style)
        from handouts.page.frame import lay_out_handout

        return lay_out_handout(handout, style)
    except LayoutError as error:
        where = path or Path("the plan")
        raise ContentError([Problem(where, 0, 0, str(error), "Make its text shorter.")]) from None


def pdf_of(pages: Pages, library: Library, *, archive: bool = True) -> bytes:
    """Return the pages as PDF; raise ContentError for own content that cannot be drawn or printed."""
    with faults_told(library):
        return pdf_bytes(pages, archive=archive)


@contextmanager
def faults_told(library: Library) -> Iterator[None]:
    """Raise ContentError where one's own content fits the models, but not what it is used with."""
    try:
        yield
    except DrawingError as error:
        source = library.file(error.kind, error.figure)
        raise ContentError(undrawable(error, source)) from None
    except ValueError as error:
        own = [folder for folder in library.folders if folder != CONTENT]
        # What the program brings with it is right, so a fault in it is one of the program.
        if not own:
            raise
        raise ContentError([*_faults_of(own, library)] or [Problem(own[0], 0, 0, f"{error}.")]) from error


def _faults_of(own: Sequence[Path], library: Library) -> Iterator[Problem]:
    """Yield what in one's own content is no fault of a file alone, and is only seen when it is printed."""
    for path in sorted(path for folder in own for path in folder.rglob("*.yaml")):
        yield from check_characters(read_source(path))
    for name in library.ids("conditions"):
        condition = library.find_condition(name)
        yield from check_condition(condition, library.file("conditions", name), library=library)
    for name in library.ids("muscles"):
        muscle = library.find_muscle(name)
        yield from check_muscle(muscle, library.file("muscles", name), library=library)
