"""`handouts make`: a plan, or options alone, become one handout."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import (
    FILE,
    clinic_option,
    content_option,
    force_option,
    input_files_of,
    language_option,
    layouts_option,
    mono_option,
    paper_option,
    plan_options,
    plan_options_of,
    settings_option,
    since_option,
)
from handouts.commands.password import (
    Discreet,
    find_password,
    password_file_option,
    password_option,
    refuse_archive,
)

if TYPE_CHECKING:
    from handouts.compose.handout import Handout
    from handouts.request import InputFiles


@click.command("make", cls=Discreet)
@click.argument("plan", type=FILE, required=False)
@click.option("-o", "--output", metavar="FILE|DIR", help="Where the PDF goes; `-` is stdout.")
@plan_options
@paper_option
@mono_option
@language_option
@clinic_option
@content_option
@layouts_option
@settings_option
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
    _refuse_misuse(plan, options, asked=asked, needs_file=watch or open_it)
    password = find_password(password_file, asked=asked, twice=True)
    if archive and password:
        refuse_archive()
    shown = not open_it
    written: Path | None = None

    def make() -> None:
        nonlocal shown, written
        written = _make(plan, options, password=password, own=written)
        if written and not shown:
            click.launch(str(written))
            shown = True

    if watch:
        _watch(plan, options, make)
    else:
        _make_once(make)


def _refuse_misuse(plan: Path | None, options: dict[str, Any], *, asked: bool, needs_file: bool) -> None:
    if plan is None and not (options["condition"] or options["exercises"]):
        raise click.UsageError("Name a plan, or give --condition or --exercise.")
    if options["output"] == "-" and needs_file:
        raise click.UsageError("--watch and --open need a file, not stdout.")
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
    plan: Path | None, options: dict[str, Any], *, password: str | None, own: Path | None
) -> Path | None:
    """Write the PDF and say its path on stdout, or write it to stdout; raise ContentError.

    `own` is the PDF that was written before by the same command.
    """
    from handouts.commands.report import spelt_out
    from handouts.commands.surroundings import kinds_told, today
    from handouts.commands.target import check_new, faults_of, find_target, write_file
    from handouts.pipeline import compose, lay_out, name_of, warnings_of, write
    from handouts.request import read_request
    from handouts.schema.plan import write_plan

    files, day = _input_files(plan, options), today()
    save_plan, output = options["save_plan"], options["output"]
    also = [] if output == "-" else faults_of(output)
    with kinds_told(plan, files):
        request = read_request(
            plan, plan_options_of(options), files, today=day, copy=options["copy"], also=also
        )
    handout = compose(request, today=day)
    name = name_of(request, handout, with_name=options["name_in_file"])
    target = None if output == "-" else find_target(output, name)
    if save_plan:
        check_new(save_plan, other=target)
    pages = lay_out(handout, request.style(mono=options["mono"]), path=plan)
    content = write(pages, request.library, password=password)
    for warning in warnings_of(request, handout.person.date, plan):
        click.echo(spelt_out(warning), err=True)
    if target and target != own and not options["force"]:
        _check_owner(target, content, handout, password=password)
    if save_plan:
        write_file(write_plan(request.plan, save_plan.parent).encode(), save_plan)
    if target:
        write_file(content, target)
        click.echo(str(target))
    else:
        click.echo(content, nl=False)
    return target


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
