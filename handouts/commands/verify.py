"""`handouts verify`: whether a paper came from this plan, and what has changed since."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import (
    FILE,
    file_options,
    input_files_of,
    json_option,
    layout_option,
    plan_options_of,
    since_option,
)
from handouts.commands.password import Discreet, find_password, password_file_option, password_option

if TYPE_CHECKING:
    from handouts.request import InputFiles, Request
    from handouts.schema.origin import Origin


@click.command("verify", cls=Discreet)
@click.argument("paper", metavar="FILE|CODE")
@click.option(
    "--plan", type=FILE, metavar="FILE", help="The plan it may have come from, or that of all rows."
)
@click.option("--roster", type=FILE, metavar="FILE", help="The list it may have come from.")
@click.option("--row", metavar="ROW", help="Which row of the list, such as 57 or id:4009.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.")
@click.option("--map", "column_map", type=FILE, metavar="FILE", help="What the headings of the list mean.")
@layout_option
@file_options
@since_option
@password_option
@password_file_option
@json_option
def command(paper: str, password_file: Path | None, *, asked: bool, as_json: bool, **options: Any) -> None:
    """Tell whether a paper came from a plan or a row of a list, by its PDF or by the code at its foot.

    The exit code is 0 where plan, content, layout and versions are those of the paper, and 1 where
    something has changed since: with a FILE each change is told, with a CODE only where it lies.
    The code is no signature: it finds mistakes, not forgery.
    """
    from handouts.commands.report import echo_json

    if not (options["roster"] or options["plan"]) or bool(options["roster"]) != bool(options["row"]):
        raise click.UsageError(
            "Give --plan with a file, or --roster with a list and --row with one of its rows."
        )
    password = find_password(password_file, asked=asked, twice=False)
    code, changes, now = _compare(paper, options, password=password)
    if as_json:
        echo_json({"paper": code, "plan": now.code, "changes": changes})
    else:
        _echo(code, changes, now)
    raise SystemExit(int(code != now.code))


def _compare(paper: str, options: dict[str, Any], *, password: str | None) -> "tuple[str, list[str], Origin]":
    """Return the code of the paper, what has changed since, and what the plan gives now."""
    from handouts.commands.differences import differences
    from handouts.commands.surroundings import kinds_told, today
    from handouts.pdf.finished import read_day, read_origin
    from handouts.request import read_request
    from handouts.schema.origin import read_code

    code = read_code(paper)
    was = None if code and not Path(paper).exists() else read_origin(Path(paper), password=password)
    # A plan without a date is that of the day when its paper was made, from which `review: +14` counts.
    day = (read_day(Path(paper), password=password) if was else None) or today()
    plan, roster = options["plan"], options["roster"]
    files = input_files_of(options, beside=(plan or roster).parent)
    with kinds_told(plan, files):
        request = (
            _of_row(options, files, day)
            if roster
            else read_request(plan, plan_options_of(options), files, today=day)
        )
    now = _origin(request, day)
    if was is None:
        return str(code), _since(str(code), request, now, day), now
    library = request.library
    known = library.ids("exercises")
    changes = differences(
        was, now, title=lambda one: library.find_exercise(one).title if one in known else one
    )
    return was.code, list(changes), now


def _of_row(options: dict[str, Any], files: "InputFiles", day: datetime.date) -> "Request":
    """Return what a row of a roster asks for; raise ContentError."""
    from handouts.batch.columns import read_column_map
    from handouts.batch.roster import open_roster
    from handouts.batch.selection import WrongSelection, read_selection
    from handouts.commands.batch_job import usual_maker
    from handouts.problems import file_error

    column_map = read_column_map(options["column_map"]) if options["column_map"] else None
    roster = open_roster(options["roster"], options["sheet"], column_map=column_map)
    maker = usual_maker(roster, options, files, plan=options["plan"], day=day)
    try:
        selection = read_selection(options["row"], None)
    except WrongSelection as error:
        raise click.BadParameter(str(error), param_hint="--row") from None
    found = [row for row in roster.rows() if selection.has(row.number, roster.value(row, "patient.id"))]
    if len(found) != 1:
        message = f"{len(found) or 'no'} rows are meant by `--row`; it is to name one."
        raise file_error(roster.path, message)
    return maker.request(found[0])


def _since(code: str, request: "Request", now: "Origin", day: datetime.date) -> list[str]:
    """Return what has changed since a code was printed; another layout is found by trying each."""
    from dataclasses import replace

    from handouts.commands.differences import halves
    from handouts.library.layouts import BASE, find_layout, layout_ids

    if code == now.code:
        return []
    folders = request.library.layouts
    for name in layout_ids(folders):
        if name != BASE and _origin(replace(request, layout=find_layout(name, folders)), day).code == code:
            return [f"layout {name} -> {now.layout}"]
    return list(halves(code, now.code))


def _origin(request: "Request", day: datetime.date) -> "Origin":
    from handouts.pipeline import compose

    origin = compose(request, today=day).origin
    assert origin is not None, "a handout that is made from a plan says so"
    return origin


def _echo(code: str, changes: list[str], now: "Origin") -> None:
    from handouts.commands.report import spelt_out

    what = f"content version {now.version}, layout {now.layout}, handouts {now.program}"
    if not changes:
        click.echo(f"{code}: from this plan, {what}.")
        return
    click.echo(f"{code}: changed since; this plan gives {now.code} with {what}.")
    for change in changes:
        click.echo(spelt_out(f"  {change}"))
