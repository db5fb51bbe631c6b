"""Everything that the handouts of a run share, read once; a row of the roster becomes pages."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from handouts import __version__
from handouts.batch.roster import Roster
from handouts.batch.row_plan import copies_of, row_source
from handouts.batch.table import Row
from handouts.compose.file_name import file_name
from handouts.compose.handout import Handout
from handouts.library.clinics import ClinicFile, read_clinic
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.library.plan_options import PlanOptions, with_options
from handouts.library.plans import check_plan
from handouts.library.previous_plan import read_previous
from handouts.page.fonts import check_characters
from handouts.page.sheet import Pages
from handouts.page.style import Style
from handouts.pipeline import Order, compose_order, lay_out, pdf_of
from handouts.problems import ContentError, Problem
from handouts.schema.layout import Layout
from handouts.schema.plan import Plan
from handouts.source import Source

MARK_LENGTH = 16


@dataclass(frozen=True)
class Setting:
    """What a run was asked for; it can be sent to another process.

    `beside` is the folder in which a plan's own clinic and previous plan are looked up. `clinic` is the
    file of all whose plan names none, or of all where it is `clinic_for_all`.
    """

    roster: Roster
    base: Source
    options: PlanOptions
    beside: Path
    content: tuple[Path, ...]
    layouts: tuple[Path, ...]
    clinic: Path | None
    clinic_for_all: bool
    usual_layout: str
    mono: bool
    today: datetime.date


@dataclass(frozen=True, slots=True)
class Ticket:
    """What is known of a row that has been checked: enough to find its file, and to tell if it changed.

    `key` stands for everything the handout is made from; `rank` is what rows are sorted by.
    """

    row: int
    id: str
    file: str
    key: str
    copies: int
    layout: str
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The handout of a row, laid out."""

    ticket: Ticket
    handout: Handout
    pages: Pages
    style: Style


class Press:
    """Reads what all rows share once, and makes the handout of one row after the other."""

    def __init__(self, setting: Setting) -> None:
        """Remember what was asked for; nothing is read yet."""
        self.setting = setting
        self.library = Library(*setting.content, layouts=setting.layouts)
        self.warnings: set[Problem] = set()
        self._clinics: dict[Path, ClinicFile] = {}
        self._layouts: dict[str, Layout] = {}
        self._styles: dict[tuple[str, str, bool], Style] = {}

    def __reduce__(self) -> tuple[type["Press"], tuple[Setting]]:
        """Go to another process as the setting alone, and read there for itself."""
        return Press, (self.setting,)

    def check(self, row: Row) -> Ticket:
        """Return what is known of a row; raise ContentError with every problem of it."""
        ticket, _ = self._read(row)
        return ticket

    def print(self, row: Row) -> Printed:
        """Return the handout of a row, laid out; raise ContentError with every problem of it."""
        ticket, order = self._read(row)
        handout = compose_order(order, today=self.setting.today)
        style = self._style(order)
        try:
            pages = lay_out(handout, style, path=None)
        except ContentError as error:
            problems = [
                self.setting.roster.problem(row.number, 0, one.message, one.hint) for one in error.problems
            ]
            raise ContentError(problems) from None
        return Printed(ticket, handout, pages, style)

    def pdf(self, printed: Printed) -> bytes:
        """Return the file of a handout; raise ContentError for characters of one's own content."""
        return pdf_of(printed.pages, self.library)

    def stamp(self) -> tuple[object, ...]:
        """Return what is another when a file that all rows share is written to, even with what it held."""
        setting = self.setting
        files = [path for folder in (*setting.content, *setting.layouts) for path in folder.rglob("*.yaml")]
        shared = [*sorted(files), *filter(None, [setting.clinic])]
        return tuple((path, path.stat().st_mtime_ns) for path in shared if path.exists())

    @cached_property
    def content(self) -> str:
        """What stands for the content of all folders."""
        return _mark_of_folders(self.setting.content)

    @cached_property
    def _shared(self) -> str:
        """What stands for all that can change a handout but its row and its clinic."""
        setting = self.setting
        return f"{__version__} {self.content} {_mark_of_folders(setting.layouts)} {setting.mono}"

    def _read(self, row: Row) -> tuple[Ticket, Order]:
        setting = self.setting
        source, problems = row_source(row, setting.roster, base=setting.base)
        copies, more = copies_of(row, setting.roster)
        problems += more
        try:
            source = with_options(source, setting.options)
            problems += check_characters(source)
            order = self._order(check_plan(source, self.library), source)
        except ContentError as error:
            problems += error.problems
        if problems:
            raise ContentError([self._placed(problem) for problem in problems])
        return self._ticket(row, source, order=order, copies=copies), order

    def _placed(self, problem: Problem) -> Problem:
        """Return a problem with the words for its cell, where it is one of the roster."""
        roster = self.setting.roster
        return roster.in_cell(problem) if problem.path == roster.path and problem.line else problem

    def _order(self, plan: Plan, source: Source) -> Order:
        return Order(
            plan,
            self.library,
            self._clinic(plan, source),
            self._layout(plan.layout or self.setting.usual_layout),
            previous=self._previous(plan, source),
        )

    def _ticket(self, row: Row, source: Source, *, order: Order, copies: int) -> Ticket:
        plan = order.plan
        condition = self.library.find_condition(plan.condition)
        day = plan.date or self.setting.today
        if day > condition.check_by:
            path = self.library.file("conditions", condition.id).path
            message = f"warning: this content was due for review on {condition.check_by}."
            self.warnings.add(Problem(path, 0, 0, message))
        made_from = [source.data, str(day), self._shared, order.clinic and _clinic_data(order.clinic)]
        if order.previous:
            made_from.append(order.previous.model_dump(mode="json"))
        return Ticket(
            row=row.number,
            id=plan.patient.id or "" if plan.patient else "",
            file=file_name(plan.patient, condition.title, day=day),
            key=_mark(json.dumps(made_from, sort_keys=True, ensure_ascii=False).encode()),
            copies=copies,
            layout=order.layout.id,
        )

    def _clinic(self, plan: Plan, source: Source) -> ClinicFile | None:
        path = self.setting.clinic
        if plan.clinic and not self.setting.clinic_for_all:
            path = self._beside(plan.clinic, "clinic", source=source)
        if path is None:
            return None
        if path not in self._clinics:
            clinic = read_clinic(path)
            problems = check_characters(clinic.source)
            if problems:
                raise ContentError(problems)
            self._clinics[path] = clinic
        return self._clinics[path]

    def _previous(self, plan: Plan, source: Source) -> Plan | None:
        if plan.previous is None:
            return None
        return read_previous(self._beside(plan.previous, "previous", source=source), self.library, plan=plan)

    def _beside(self, name: str, key: str, *, source: Source) -> Path:
        path = self.setting.beside / name
        if not path.is_file():
            raise ContentError([source.problem((key,), f"there is no file `{name}`.")])
        return path

    def _layout(self, name: str) -> Layout:
        if name not in self._layouts:
            self._layouts[name] = find_layout(name, self.setting.layouts)
        return self._layouts[name]

    def _style(self, order: Order) -> Style:
        """Return the look of an order; one for all that look alike, because it remembers what it has set."""
        style = order.style(mono=self.setting.mono)
        return self._styles.setdefault((style.layout.id, style.paper_name, style.mono), style)


def _clinic_data(clinic: ClinicFile) -> list[object]:
    logo = sha256(clinic.logo).hexdigest() if clinic.logo else None
    return [clinic.clinic.model_dump(mode="json"), logo]


def _mark(*parts: bytes) -> str:
    found = sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def _mark_of_folders(folders: Iterable[Path]) -> str:
    """Return what stands for the names and the bytes of all YAML files in folders."""
    found = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            content = path.read_bytes()
            found.update(f"{path.relative_to(folder).as_posix()} {len(content)} ".encode() + content)
    return found.hexdigest()[:MARK_LENGTH]
