"""A row of the roster becomes a handout; what all rows share is read once."""

import datetime
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from handouts import __version__
from handouts.batch.printer import Media
from handouts.batch.roster import Roster
from handouts.batch.row_plan import copies_of, row_source
from handouts.batch.table import RosterRow
from handouts.compose.handout import Handout
from handouts.compose.person import file_name
from handouts.compose.subject import subject_of
from handouts.files import content_files, holds, open_plain, write_whole
from handouts.library.chosen import own_photos
from handouts.library.needs import meets
from handouts.library.plan_options import PlanOptions, with_options
from handouts.page.pages import LaidOut
from handouts.page.style import Printing, Style
from handouts.pipeline import compose, lay_out, warnings_of, write
from handouts.problems import ContentError, Problem, file_error
from handouts.request import InputFiles, Request, RequestReader
from handouts.schema.base import Colouring
from handouts.schema.papers import Letterhead, Need
from handouts.schema.plan import Plan, write_plan
from handouts.source import Source

MARK_LENGTH = 16
# How a plan begins that a batch has kept, by which it is known again.
KEPT = "# kept by `handouts batch`\n"

CHANGED = "the roster, the content or the clinic was changed while this row was printed."


@dataclass(frozen=True)
class RunOptions:
    """What a run was asked for; it can be sent to another process. A cell of the roster wins over `base`."""

    roster: Roster
    base: Source
    options: PlanOptions
    files: InputFiles
    printing: Printing
    today: datetime.date
    keep_plans: bool = False


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """What is known of a row that is right: enough to find its file, and to tell if anything changed.

    `key` stands for everything the handout is made from; `sort_by` is the cell that rows are sorted by;
    `accepted` are the ids of what is given in spite of a caution; `is_as_needed` tells whether the layout
    meets what the person `needs`. `name` is the person's where there is no id, in small letters.
    """

    row: int
    id: str
    file: str
    key: str
    copies: int
    layout: str
    name: str = ""
    media: Media = Media("")
    date: str = ""
    sort_by: str = ""
    accepted: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    is_as_needed: bool = True


@dataclass(frozen=True, slots=True)
class RowTask:
    """A row that was right when it was checked, as the roster has it now; None where it is gone."""

    checked: CheckedRow
    row: RosterRow | None


@dataclass(frozen=True, slots=True)
class LaidOutRow:
    """The handout of a row, laid out."""

    checked: CheckedRow
    handout: Handout
    laid_out: LaidOut
    style: Style
    plan: Plan

    @property
    def code(self) -> str:
        """The code at its foot."""
        return self.handout.origin.code if self.handout.origin else ""


class RowMaker:
    """Makes the handout of one row after the other."""

    def __init__(self, run: RunOptions) -> None:
        """Remember what was asked for; nothing is read yet."""
        self.run = run
        self.warnings: set[Problem] = set()
        self._reader = RequestReader(run.files, today=run.today)
        self.library = self._reader.library
        self._styles: dict[tuple[str, str, Colouring, Letterhead], Style] = {}

    def __reduce__(self) -> tuple[type["RowMaker"], tuple[RunOptions]]:
        """Go to another process as the options alone, and read there for itself."""
        return RowMaker, (self.run,)

    def check(self, row: RosterRow) -> CheckedRow:
        """Return what is known of a row; raise ContentError with every problem of it."""
        checked, request = self._read(row)
        self.warnings.update(self._warnings_of(row, request))
        return checked

    def request(self, row: RosterRow) -> Request:
        """Return what a row asks for; raise ContentError with every problem of it."""
        return self._read(row)[1]

    def lay_out(self, task: RowTask) -> LaidOutRow:
        """Return the handout of a row, laid out; raise ContentError, also for a row that has changed."""
        if task.row is None:
            raise self._error(task, CHANGED, "Run it again.")
        checked, request = self._read(task.row)
        if checked.key != task.checked.key:
            raise self._error(task, CHANGED, "Run it again.")
        handout = compose(request, today=self.run.today)
        # One style for all that look alike, because it remembers what it has set.
        style = request.style(self.run.printing)
        key = (style.layout.id, style.paper_name, style.colour, style.letterhead)
        style = self._styles.setdefault(key, style)
        try:
            return LaidOutRow(task.checked, handout, lay_out(handout, style, path=None), style, request.plan)
        except ContentError as error:
            roster, number = self.run.roster, task.checked.row
            problems = [roster.problem(number, 0, one.message, one.hint) for one in error.problems]
            raise ContentError(problems) from None

    def write(self, one: LaidOutRow) -> bytes:
        """Return the file of a handout; raise ContentError for characters of one's own content."""
        return write(one.laid_out, self.library)

    def keep_plan(self, one: LaidOutRow, folder: Path) -> None:
        """Keep the plan of a handout in a folder where that is asked for, for its owner alone.

        Raises ContentError where something else has its name, and OSError.
        """
        if self.run.keep_plans:
            path = (folder / one.checked.file).with_suffix(".yaml")
            text = KEPT + write_plan(one.plan, folder)
            if os.path.lexists(path) and not holds(path, KEPT.encode(), at_start=True):
                message = (
                    f"its plan cannot be kept: `{path.name}` is there already, and is no plan of a batch."
                )
                raise ContentError([self.run.roster.problem(one.checked.row, 0, message)])
            write_whole(text.encode(), path)

    @contextmanager
    def program_faults_told(self, task: RowTask) -> Iterator[None]:
        """Raise ContentError for a fault of the program, too; its own words could hold a name."""
        try:
            yield
        except ContentError:
            raise
        except Exception as error:
            kind = type(error).__name__
            message = f"this handout could not be made, through a fault in the program ({kind})."
            hint = "The other rows are not touched by it. Please report it."
            raise self._error(task, message, hint) from error

    def _error(self, task: RowTask, message: str, hint: str) -> ContentError:
        return ContentError([self.run.roster.problem(task.checked.row, 0, message, hint)])

    def stamp(self) -> tuple[object, ...]:
        """Return what is another when a file that all rows share is written to, even with what it held."""
        files = self.run.files
        folders = (*files.content, *files.layouts)
        shared = [path for folder in folders for path in content_files(folder)]
        shared += filter(None, [files.clinic])
        return tuple((path, path.stat().st_mtime_ns) for path in shared if path.exists())

    def refuse_changed(self, stamp: tuple[object, ...]) -> None:
        """Raise ContentError where what all rows share was written to since it had a stamp."""
        if self.stamp() != stamp:
            message = "the content or the clinic was changed while this was printed, so it may be of either."
            raise file_error(self.run.roster.path, message, "Run it again: all is made anew.")

    @cached_property
    def content(self) -> str:
        """What stands for the content of all folders."""
        return _mark_of_folders(self.run.files.content)

    @cached_property
    def _shared(self) -> str:
        """What stands for all that can change a handout but its row and its clinic."""
        return f"{__version__} {self.content} {_mark_of_folders(self.run.files.layouts)} {self.run.printing}"

    def _read(self, row: RosterRow) -> tuple[CheckedRow, Request]:
        run = self.run
        over_base, problems = row_source(row, run.roster, base=run.base)
        copies, more = copies_of(row, run.roster)
        problems += more
        source, wrong = with_options(over_base, run.options, self.library)
        problems += wrong
        try:
            request = self._reader.read(source, problems)
        except ContentError as error:
            raise ContentError([self._with_cell(problem) for problem in error.problems]) from None
        return self._checked(row, request, copies=copies), request

    def _with_cell(self, problem: Problem) -> Problem:
        """Return a problem with the words for its cell, where it is one of the roster."""
        roster = self.run.roster
        return roster.in_cell(problem) if problem.path == roster.path and problem.line else problem

    def _warnings_of(self, row: RosterRow, request: Request) -> Iterator[Problem]:
        roster = self.run.roster
        for one in warnings_of(request, request.plan.date or self.run.today, roster.path):
            is_of_row = one.path == roster.path and not one.line
            yield roster.problem(row.number, 0, one.message, one.hint) if is_of_row else one

    def _checked(self, row: RosterRow, request: Request, *, copies: int) -> CheckedRow:
        run, plan = self.run, request.plan
        day = plan.date or run.today
        plans = [one and one.model_dump(mode="json") for one in (plan, request.previous)]
        clinic, logo = (request.clinic.clinic, request.clinic.logo) if request.clinic else (None, None)
        of_clinic = clinic and [clinic.model_dump(mode="json"), logo and sha256(logo).hexdigest()]
        made_from = [plans, str(day), self._shared, of_clinic]
        made_from += [sha256(path.read_bytes()).hexdigest() for path in own_photos(plan)]
        title = subject_of(plan.condition, self.library, self.library.speech).main.title
        style = request.style(self.run.printing)
        return CheckedRow(
            row=row.number,
            id=plan.patient.id or "" if plan.patient else "",
            file=file_name(plan.patient, title, day=day),
            key=sha256(json.dumps(made_from, sort_keys=True, ensure_ascii=False).encode()).hexdigest(),
            copies=copies,
            layout=request.layout.id,
            name=(plan.patient.name or "").casefold() if plan.patient and not plan.patient.id else "",
            date="" if plan.date else str(day),
            media=Media(style.paper_name, style.flip),
            needs=plan.needs or (),
            is_as_needed=all(meets(request.layout, one) for one in plan.needs or ()),
            accepted=tuple(dict.fromkeys(one.given.id for one in request.cautions if one.caution.never)),
        )


def _mark_of_folders(folders: Iterable[Path]) -> str:
    """Return what stands for the names and the bytes of all files of content in folders."""
    found = sha256()
    for folder in folders:
        for path in content_files(folder):
            with open_plain(path) as file:
                content = file.read()
            found.update(f"{path.relative_to(folder).as_posix()} {len(content)} ".encode() + content)
    return found.hexdigest()[:MARK_LENGTH]
