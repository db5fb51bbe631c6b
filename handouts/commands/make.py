"""`handouts make`: a plan, or options alone, become one handout."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from handouts.commands.options import (
    FILE,
    clinic_option,
    content_option,
    language_option,
    layouts_option,
    mono_option,
    paper_option,
    plan_options,
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

    Options win over the plan. A PDF of the same name is replaced.

    \b
    handouts make ana.yaml
    handouts make --condition soleus-trigger-points --side left --exercise "heel-raise 3x12 hold 2s"
    """
    if plan is None and options["condition"] is None:
        raise click.UsageError("Name a plan, or give --condition.")
    if options["output"] == "-" and (watch or open_it):
        raise click.UsageError("--watch and --open need a file, not stdout.")
    password = find_password(password_file, asked=asked, twice=True)
    if archive and password:
        refuse_archive()
    with _collecting_nothing():
        make, files = _job(plan, {**options, "password": password}, open_it=open_it)
        if not watch:
            make()
            return
    from handouts.commands.watch import watch as keep_watch

    keep_watch(make, files)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Keep all memory for as long as one handout takes: looking for what is free is a tenth of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # The process is about to end; going through all of it once more would take as long again.
        gc.freeze()
        if before:
            gc.enable()


def _job(
    plan: Path | None, options: dict[str, Any], *, open_it: bool
) -> tuple[Callable[[], None], Callable[[], list[Path]]]:
    """Return what makes the handout, and shows it the first time, and what names its files."""
    from handouts.page.unpacking import unpack_ahead

    unpack_ahead()
    from handouts.commands.job import Job, print_job

    job = Job.of(plan, options)
    shown = not open_it

    def make() -> None:
        nonlocal shown
        written = print_job(job)
        if written and not shown:
            click.launch(str(written))
            shown = True

    return make, job.files
