"""`handouts show`: an exercise, a muscle or a condition in the terminal, or its picture in a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from handouts.commands.options import FILE, content_option, ids_in, json_option

if TYPE_CHECKING:
    from handouts.commands.facts import Shown
    from handouts.library.content import Library
    from handouts.schema.base import Kind

SHOWN: tuple["Kind", ...] = ("conditions", "exercises", "muscles")


@click.command("show")
@click.argument("thing", metavar="ID", shell_complete=ids_in(*(f"content/{kind}" for kind in SHOWN)))
@click.option("--png", type=FILE, metavar="FILE", help="Write its picture; of a condition, its muscle's map.")
@click.option(
    "--side", type=click.Choice(["left", "right"]), default="right", help="The side in the picture."
)
@json_option
@content_option
def command(thing: str, png: Path | None, side: str, as_json: bool, content: Path | None) -> None:
    """Show an exercise, a muscle or a condition by its ID."""
    from handouts.commands.facts import facts_of
    from handouts.commands.report import echo_json, spelt_out
    from handouts.commands.surroundings import open_library

    library = open_library(Path(), content=content)
    found = _find(thing, library)
    if png:
        from handouts.commands.pictures import write_picture

        write_picture(found, png, library=library, side=side)
        click.echo(str(png))
    elif as_json:
        echo_json(found.model_dump(mode="json", exclude_none=True))
    else:
        for line in facts_of(found, library):
            click.echo(spelt_out(line))


def _find(thing: str, library: "Library") -> "Shown":
    called = library.exercise_names.named(thing)
    if len(called) == 1:
        return library.find_exercise(called[0])
    if thing in library.ids("muscles"):
        return library.find_muscle(thing)
    conditions = library.condition_names.named(thing)
    if len(conditions) == 1:
        return library.find_condition(conditions[0])
    from handouts.problems import did_you_mean

    ids = [one for kind in SHOWN for one in library.ids(kind)]
    hint = did_you_mean(thing, ids) or "See `handouts list`."
    message = f"there is no exercise, muscle or condition `{thing}`. {hint}"
    raise click.BadParameter(message, param_hint="ID")
