"""What the desk makes of a form: its plan, its pages, its files; on the calls of the command line."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import get_args

from handouts.batch.printer import printers
from handouts.compose.handout import Handout
from handouts.compose.person import Copy
from handouts.library.chosen import find_conditions, usual_blocks, usual_exercises
from handouts.library.finding import Wanted, find_exercises
from handouts.library.plans import check_plan
from handouts.page.pages import LaidOut
from handouts.page.style import Printing, Style
from handouts.pipeline import compose, lay_out, name_of, warnings_of, write
from handouts.problems import ContentError, Problem
from handouts.request import InputFiles, Request, RequestReader
from handouts.schema.base import Colouring
from handouts.schema.condition import Condition
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.plan import write_plan
from handouts.source import parse_source
from handouts.web.form import Form, form_of
from handouts.web.form_plan import PLAN, FormPlan
from handouts.web.reword import Rewordable, own_fields, rewordable

COLOURS: tuple[Colouring, ...] = get_args(Colouring)


@dataclass(frozen=True)
class Made:
    """A handout that is laid out and written, and what should be known of it, by the fields of the form."""

    request: Request
    handout: Handout
    style: Style
    pages: LaidOut
    content: bytes
    told: dict[str, list[str]] = field(default_factory=dict)


class Refused(Exception):
    """A form that must change before there is a handout; `told` are its problems by field."""

    def __init__(self, told: dict[str, list[str]]) -> None:
        """Keep the problems; the error itself says nothing of them."""
        super().__init__()
        self.told = told


class Desk:
    """The library in memory and the folder of plans, if there is one; nothing of a patient stays here."""

    def __init__(
        self, files: InputFiles, today: Callable[[], datetime.date], *, plans: Path | None = None
    ) -> None:
        """Open the library; content that changes later is not seen."""
        self.files = files
        self.today = today
        self.plans = plans
        self._reader = RequestReader(files, today=today())
        self.library = self._reader.library

    @cached_property
    def printers(self) -> list[str]:
        """The printers of this computer; looked for once, since it takes as long as a page."""
        return printers()

    def conditions_of(self, form: Form) -> tuple[Condition, ...]:
        """Return the conditions of a form, or the general one; one that is not there is passed over."""
        known = self.library.ids("conditions")
        return find_conditions([one for one in form.conditions if one in known], self.library)

    def usual_blocks(self, form: Form) -> tuple[str, ...]:
        """Return the blocks that the conditions of a form have."""
        return usual_blocks(self.conditions_of(form))

    def usual_exercises(self, form: Form) -> tuple[Chosen, ...]:
        """Return the exercises that are printed where none are chosen."""
        return usual_exercises(self.conditions_of(form))

    def found(self, form: Form) -> list[Exercise]:
        """Return the exercises that search and filters leave; without words, the usual ones first."""
        keys = ("purpose", "limb", "position", "equipment")
        wanted = Wanted(form["words"].split(), **{key: form[key] or None for key in keys})
        found = find_exercises(wanted, self.library)
        usual = {one.exercise for one in self.usual_exercises(form)} if form.conditions else set()
        return found if wanted.words else sorted(found, key=lambda one: one.id not in usual)

    def texts_of(self, form: Form) -> list[Rewordable]:
        """Return the texts of a form's conditions, and the advice, that can be said in own words."""
        try:
            clinic = self._reader.clinic(None)
        except ContentError:
            # It is told with the handout.
            clinic = None
        own = clinic.clinic.texts if clinic else None
        return [*rewordable(self.conditions_of(form), self.library, own)]

    def plan_of(self, form: Form) -> FormPlan:
        """Return the plan of a form, not yet checked."""
        return FormPlan(form, self.usual_blocks(form), self.texts_of(form))

    def make(self, form: Form, *, copy: Copy = "patient") -> Made:
        """Return the handout of a form; raise Refused for what must change."""
        plan = self.plan_of(form)
        try:
            return self._make(form, plan, copy=copy)
        except ContentError as error:
            raise Refused(plan.told(error.problems)) from None

    def _make(self, form: Form, plan: FormPlan, *, copy: Copy) -> Made:
        day = self._reader.today = self.today()
        request = self._reader.read(plan.source, plan.problems, copy=copy)
        handout = compose(request, today=day)
        chosen = next((one for one in COLOURS if one == form["colour"]), None)
        style = request.style(Printing(chosen))
        pages = lay_out(handout, style, path=PLAN)
        content = write(pages, request.library)
        warnings = warnings_of(request, handout.person.date, PLAN)
        return Made(request, handout, style, pages, content, plan.told(warnings))

    def file_of(self, form: Form, *, both: bool, password: str | None) -> tuple[str, bytes]:
        """Return the name and the PDF of a form, of `both` copies the clinic's last; raise Refused."""
        made = self.make(form)
        pages = made.pages
        if both:
            pages = replace(pages, pages=(*pages.pages, *self.make(form, copy="clinic").pages.pages))
        content = write(pages, self.library, password=password) if both or password else made.content
        return name_of(made.request, made.handout, with_name=False), content

    def plan_text(self, form: Form) -> tuple[str, str]:
        """Return the name and the text of a form's plan as its file has it; raise Refused."""
        made = self.make(form)
        name = Path(name_of(made.request, made.handout, with_name=False)).with_suffix(".yaml").name
        return name, write_plan(made.request.plan, self.files.beside)

    def open(self, text: str, path: Path) -> Form:
        """Return the form of a plan's text; raise Refused with what is wrong with it."""
        try:
            plan = check_plan(parse_source(text, path), self.library)
        except ContentError as error:
            raise Refused({"plan": spoken(error.problems)}) from None
        form = form_of(plan)
        return replace(form, own=own_fields(plan, self.texts_of(form)))


def spoken(problems: Sequence[Problem]) -> list[str]:
    """Return problems of a file with their lines, as they are read out."""
    where = (f"{one.line}:{one.column}: " if one.line else "" for one in problems)
    return [f"{at}{one.message} {one.hint}".strip() for at, one in zip(where, problems, strict=True)]
