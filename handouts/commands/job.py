"""One job for the printer: what was asked for on the command line becomes a file."""

import datetime
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

import click

from handouts.commands.folders import content_folders, layout_folders
from handouts.commands.report import plain
from handouts.commands.target import check_new, find_target, write_file
from handouts.compose.file_name import file_name
from handouts.compose.handout import Handout
from handouts.compose.load import MOST_MINUTES, minutes_on_fullest_day
from handouts.compose.person import Copy
from handouts.library.clinics import find_clinic_path, read_clinic
from handouts.library.content import Library
from handouts.library.layouts import find_layout, layout_ids
from handouts.library.plan_options import PlanOptions, plan_from_options, with_options
from handouts.library.plan_writing import write_plan
from handouts.library.plans import check_plan
from handouts.library.previous_plan import read_previous
from handouts.page.fonts import check_characters
from handouts.pdf.protect import protect
from handouts.pipeline import Order, compose_order, lay_out, pdf_of
from handouts.problems import ContentError, Problem
from handouts.schema.layout import Layout
from handouts.source import Source, read_source

USUAL_LAYOUT = "clinic"

T = TypeVar("T")


@dataclass(frozen=True)
class Job:
    """What was asked for; what is None is left to the plan, the clinic and the layout."""

    plan: Path | None
    options: PlanOptions
    clinic: Path | None = None
    content: Path | None = None
    layouts: Path | None = None
    mono: bool = False
    output: str | None = None
    save_plan: Path | None = None
    name_in_file: bool = False
    since: Path | None = None
    copy: Copy = "patient"
    password: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, plan: Path | None, options: Mapping[str, Any]) -> "Job":
        """Return the job that the options of `make` ask for."""
        keys = {one.name for one in fields(PlanOptions)} - {"clinic"}
        own = {one.name for one in fields(cls)} & options.keys()
        said = {key: options[key] for key in keys & options.keys()}
        return cls(plan=plan, options=PlanOptions(**said), **{key: options[key] for key in own})

    @property
    def beside(self) -> Path:
        """The folder of the plan."""
        return self.plan.parent if self.plan else Path()

    def library(self) -> Library:
        """Return a library that has read nothing yet."""
        layouts = layout_folders(self.layouts, self.beside)
        return Library(*content_folders(self.content, self.beside), layouts=layouts)

    def source(self) -> Source:
        """Return the plan's file with the options in it, not yet checked."""
        if self.plan is None:
            return plan_from_options(self.options)
        return with_options(read_source(self.plan), self.options)

    def clinic_path(self, source: Source | None) -> Path | None:
        """Return the file of the clinic that is printed; raise ContentError where the plan's is missing."""
        named = self.clinic or self._named_file(source, "clinic")
        return find_clinic_path(named, self.beside, usual_clinic())

    def previous_path(self, source: Source | None) -> Path | None:
        """Return the file of the last plan, if there was one; raise ContentError where it is missing."""
        return self.since or self._named_file(source, "previous")

    def _named_file(self, source: Source | None, key: str) -> Path | None:
        said = _said(source, key) if source else None
        if source is None or said is None:
            return None
        path = self.beside / said
        if not path.is_file():
            raise ContentError([source.problem((key,), f"there is no file `{said}`.")])
        return path

    def files(self) -> list[Path]:
        """Return the files and folders that the handout is made from."""
        problems: list[Problem] = []
        library = self.library()
        source = _gather(problems, self.source)
        clinic = _gather(problems, lambda: self.clinic_path(source))
        logo = _gather(problems, lambda: _said(read_source(clinic), "logo")) if clinic else None
        previous = _gather(problems, lambda: self.previous_path(source))
        named = [self.plan, clinic, clinic.parent / logo if clinic and logo else None, previous]
        return [*(path for path in named if path), *library.folders, *library.layouts]


def usual_clinic() -> Path | None:
    """Return the clinic of this computer: HANDOUTS_CLINIC, else `clinic.yaml` in the settings folder."""
    named = os.environ.get("HANDOUTS_CLINIC")
    if named:
        return Path(named)
    kept = Path(click.get_app_dir("handouts")) / "clinic.yaml"
    return kept if kept.is_file() else None


def read_order(job: Job) -> Order:
    """Return everything a job names; raise ContentError with the problems of all its files."""
    problems: list[Problem] = []
    library = job.library()
    source = _gather(problems, job.source)
    plan = _gather(problems, lambda: check_plan(source, library)) if source else None
    clinic_path = _gather(problems, lambda: job.clinic_path(source))
    clinic = _gather(problems, lambda: read_clinic(clinic_path)) if clinic_path else None
    layout = _gather(problems, lambda: _find_layout(source, library))
    previous_path = _gather(problems, lambda: job.previous_path(source))
    previous = (
        _gather(problems, lambda: read_previous(previous_path, library, plan=plan)) if previous_path else None
    )
    for one in (source, clinic.source if clinic else None):
        problems += check_characters(one) if one else []
    if problems or plan is None or layout is None:
        raise ContentError(problems)
    return Order(plan, library, clinic, layout, previous, job.copy)


def print_job(job: Job) -> Path | None:
    """Write the PDF of a job and say its path on stdout, or write it to stdout; raise ContentError."""
    order = read_order(job)
    if job.save_plan:
        check_new(job.save_plan)
    handout = compose_order(order, today=datetime.date.today())
    target = None if job.output == "-" else find_target(job.output, _name(job, order, handout))
    content = _pdf(job, order, handout)
    _warn_if_overdue(order, handout)
    _warn_if_too_much(order, job.plan)
    if job.save_plan:
        write_file(write_plan(order.plan).encode(), job.save_plan)
    if target is None:
        click.echo(content, nl=False)
    else:
        write_file(content, target)
        click.echo(str(target))
    return target


def _name(job: Job, order: Order, handout: Handout) -> str:
    ending = "" if job.copy == "patient" else job.copy
    person, with_name = order.plan.patient, job.name_in_file
    return file_name(
        person, handout.content.title, day=handout.person.date, with_name=with_name, ending=ending
    )


def _pdf(job: Job, order: Order, handout: Handout) -> bytes:
    pages = lay_out(handout, order.style(mono=job.mono), path=job.plan)
    content = pdf_of(pages, order.library, archive=job.password is None)
    return protect(content, job.password) if job.password else content


def _warn_if_overdue(order: Order, handout: Handout) -> None:
    condition = order.library.find_condition(order.plan.condition)
    if handout.person.date > condition.check_by:
        path = order.library.file("conditions", condition.id).path
        warning = Problem(path, 0, 0, f"warning: this content was due for review on {condition.check_by}.")
        click.echo(plain(warning), err=True)


def _warn_if_too_much(order: Order, path: Path | None) -> None:
    minutes = minutes_on_fullest_day(order.plan, order.library)
    if minutes > MOST_MINUTES:
        message = f"warning: the exercises take {minutes} minutes on the fullest day. Check the doses."
        click.echo(plain(Problem(path or Path("options"), 0, 0, message)), err=True)


def _find_layout(source: Source | None, library: Library) -> Layout | None:
    named = _said(source, "layout") if source else None
    # A layout that does not exist is told with the plan, at its place.
    if named and named not in layout_ids(library.layouts):
        return None
    return find_layout(named or USUAL_LAYOUT, library.layouts)


def _said(source: Source, key: str) -> str | None:
    value = source.data.get(key) if isinstance(source.data, Mapping) else None
    return value if isinstance(value, str) else None


def _gather(problems: list[Problem], read: Callable[[], T]) -> T | None:
    """Return what is read, or None with its problems added to the others."""
    try:
        return read()
    except ContentError as error:
        problems += error.problems
        return None
