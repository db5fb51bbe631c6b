"""`handouts make`: a plan, or options alone, become one handout."""

import datetime
import gc
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import (
    FILE,
    file_options,
    force_option,
    input_files_of,
    paper_option,
    plan_options,
    plan_options_of,
    printing_of,
    printing_options,
    since_option,
)
from handouts.commands.password import (
    Discreet,
    find_password,
    password_file_option,
    password_option,
    refuse_archive,
    refuse_misfit,
)
from handouts.commands.sheets import sheet_options, sheet_plan_of, wants_sheets

if TYPE_CHECKING:
    from handouts.compose.handout import Handout
    from handouts.request import InputFiles, Request


class Sides(click.ParamType[Any]):
    """A number of pages, such as 1, or 2-sides."""

    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        found = re.fullmatch(r"([1-9]\d?)(?:[- ](?:sides?|pages?))?", str(value))
        if not found:
            self.fail("write a number of pages, such as 1 or 2-sides.", param, ctx)
        return int(found[1])


fit_option = click.option(
    "--fit",
    type=Sides(),
    metavar="PAGES",
    help="No more pages than this (1, 2-sides): closer, then with fewer blocks; type is never smaller.",
)


@click.command("make", cls=Discreet)
@click.argument("plan", type=FILE, required=False)
@click.option("-o", "--output", metavar="FILE|DIR", help="Where the PDF goes; `-` is stdout.")
@plan_options
@paper_option
@fit_option
@printing_options
@file_options
@since_option
@click.option(
    "--copy",
    type=click.Choice(["patient", "clinic"]),
    default="patient",
    help="Whose copy; the clinic's has the private note and a strip for the record.  [default: patient]",
)
@password_option
@password_file_option
@click.option(
    "--archive", is_flag=True, help="Insist on an archival file (PDF/A), as all without a password are."
)
@click.option("--save-plan", type=FILE, metavar="FILE", help="Also write the plan, with the options in it.")
@click.option("--name-in-file", is_flag=True, help="Put the person's full name into the name of the PDF.")
@click.option("--html", type=FILE, metavar="FILE", help="Also write it as a web page, in one file.")
@click.option(
    "--record-note", type=FILE, metavar="FILE", help="Also write a note for the record, as plain text."
)
@click.option(
    "--email", type=FILE, metavar="FILE", help="Also write the text of an email for a protected file."
)
@click.option("--calendar", type=FILE, metavar="FILE", help="Also write reminders for a calendar (ICS).")
@click.option(
    "--png", type=FILE, metavar="FILE", help="Also write a picture of each page; FILE-1.png is the first."
)
@sheet_options
@force_option
@click.option("--watch", is_flag=True, help="Make it again whenever a file changes, until Ctrl-C.")
@click.option("--open", "open_it", is_flag=True, help="Show the PDF when it is made.")
def command(
    plan: Path | None,
    password_file: Path | None,
    *,
    asked: bool,
    archive: bool,
    watch: bool,
    open_it: bool,
    **options: Any,
) -> None:
    """Make one handout from a PLAN file, or from options alone.

    Options win over the plan. A PDF of the same name is replaced where it is the same person's handout.

    \b
    handouts make ana.yaml
    handouts make --condition soleus-trigger-points --side left --exercise "heel-raise 3x12 hold 2s"
    handouts make --exercise "heel-raise 3x10" --exercise "toe-touch daily"
    """
    _refuse_misuse(plan, options, asked=asked, needs_file=watch or open_it or wants_sheets(options))
    password = find_password(password_file, asked=asked, twice=True)
    if archive and password:
        refuse_archive()
    refuse_misfit(options, has_password=password is not None)
    shown = not open_it
    written: list[Path] = []

    def make() -> None:
        nonlocal shown, written
        written = _make(plan, options, password=password, own=written)
        if not shown:
            click.launch(str(written[0]))
            shown = True

    if watch:
        _watch(plan, options, make)
    else:
        _make_once(make)


def _refuse_misuse(plan: Path | None, options: dict[str, Any], *, asked: bool, needs_file: bool) -> None:
    if plan is None and not (options["condition"] or options["exercises"]):
        raise click.UsageError("Name a plan, or give --condition or --exercise.")
    if options["output"] == "-" and needs_file:
        raise click.UsageError("--watch, --open and sheets for a printer need a file, not stdout.")
    if asked and plan and not plan.is_file():
        # It may be the password itself.
        raise click.UsageError("There is no such plan.")


def _make_once(make: Callable[[], None]) -> None:
    # Looking for memory that is free, again and again and at the end, takes a tenth of one handout's time.
    gc.disable()
    try:
        make()
    finally:
        gc.freeze()
        gc.enable()


def _make(
    plan: Path | None, options: dict[str, Any], *, password: str | None, own: Sequence[Path]
) -> list[Path]:
    """Write the PDF and what goes beside it, and say the paths on stdout; raise ContentError.

    A PDF for stdout is written there alone. `own` are the files that were written before by the same command;
    the PDF is the first of them.
    """
    from handouts.commands.beside import check_owners, files_beside, sheets_beside
    from handouts.commands.fit import fit, left_out_for_fit
    from handouts.commands.report import spelt_out
    from handouts.commands.surroundings import today
    from handouts.commands.target import write_file
    from handouts.pipeline import warnings_of, write

    sheet_plan = sheet_plan_of(options) if wants_sheets(options) else None
    day = today()
    request = _read(plan, options, day)
    fitted = fit(request, request.style(printing_of(options)), options["fit"], day=day, path=plan)
    request, handout = fitted.request, fitted.handout
    target = _find_target(request, handout, options)
    content = write(fitted.pages, request.library, password=password)
    beside = [*files_beside(request, handout, content, options, today=day)]
    if sheet_plan and target:
        beside.append(sheets_beside(target, handout, content, sheet_plan))
    for warning in (*warnings_of(request, handout.person.date, plan), *left_out_for_fit(fitted)):
        click.echo(spelt_out(warning), err=True)
    if not options["force"]:
        check_owners(beside, own=own)
        if target and target not in own:
            _check_owner(target, content, handout, password=password)
    _save_plan(request, options["save_plan"])
    files = {**({target: content} if target else {}), **{one.path: one.content for one in beside}}
    for path, inside in files.items():
        write_file(inside, path)
    click.echo("".join(f"{path}\n" for path in files) if target else content, nl=False)
    for said in filter(None, (one.said for one in beside)):
        click.echo(spelt_out(said), err=True)
    return [*files]


def _read(plan: Path | None, options: dict[str, Any], day: datetime.date) -> "Request":
    from handouts.commands.beside import faults_beside
    from handouts.commands.surroundings import kinds_told
    from handouts.commands.target import faults_of
    from handouts.request import read_request

    files, output = _input_files(plan, options), options["output"]
    also = [*([] if output == "-" else faults_of(output)), *faults_beside(options)]
    with kinds_told(plan, files):
        return read_request(plan, plan_options_of(options), files, today=day, copy=options["copy"], also=also)


def _find_target(request: "Request", handout: "Handout", options: dict[str, Any]) -> Path | None:
    """Return the path of the PDF, None for stdout; raise ContentError where it or the plan cannot go."""
    from handouts.commands.beside import paths_beside
    from handouts.commands.target import check_new, find_target
    from handouts.pipeline import name_of

    name = name_of(request, handout, with_name=options["name_in_file"])
    target = None if options["output"] == "-" else find_target(options["output"], name)
    if options["save_plan"]:
        for other in (target, *paths_beside(options)):
            check_new(options["save_plan"], other=other)
    return target


def _save_plan(request: "Request", path: Path | None) -> None:
    if path:
        from handouts.commands.target import write_file
        from handouts.schema.plan import write_plan

        write_file(write_plan(request.plan, path.parent).encode(), path)


def _check_owner(target: Path, content: bytes, handout: "Handout", *, password: str | None) -> None:
    from handouts.commands.target import check_owner

    def is_same() -> bool:
        # What reads a page is only loaded where there is one.
        from handouts.pdf.finished import is_same_handout

        return is_same_handout(target, handout, password=password)

    check_owner(target, content, is_same)


def _watch(plan: Path | None, options: dict[str, Any], make: Callable[[], None]) -> None:
    from handouts.commands.watch import watch
    from handouts.request import files_of

    watch(make, lambda: files_of(plan, plan_options_of(options), _input_files(plan, options)))


def _input_files(plan: Path | None, options: dict[str, Any]) -> "InputFiles":
    return input_files_of(options, beside=plan.parent if plan else Path())
