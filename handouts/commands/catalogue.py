"""`handouts catalogue`: the exercises of the library as a PDF to choose from, or their pictures alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import (
    FILE,
    colour_option,
    content_option,
    finding_options,
    force_option,
    layouts_option,
    paper_option,
)

if TYPE_CHECKING:
    from handouts.library.content import Library
    from handouts.schema.base import Colouring
    from handouts.schema.exercise import Exercise

LAYOUT = "clinic"


@click.command("catalogue")
@click.argument("words", nargs=-1)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="The PDF.")
@click.option("--sheet", type=FILE, metavar="FILE", help="Write the pictures alone, numbered, as PNG.")
@finding_options
@paper_option
@colour_option
@content_option
@layouts_option
@force_option
def command(
    words: tuple[str, ...],
    output: Path | None,
    sheet: Path | None,
    paper: str | None,
    *,
    colour: "Colouring | None",
    content: Path | None,
    layouts: Path | None,
    force: bool,
    **wanted: Any,
) -> None:
    """Write the exercises with pictures, ids and usual doses, all of them or those that WORDS find.

    \b
    handouts catalogue -o catalogue.pdf
    handouts catalogue calf --purpose stretch -o stretches.pdf
    """
    from handouts.commands.surroundings import open_library
    from handouts.commands.target import check_new, write_file
    from handouts.library.finding import Wanted, find_exercises

    if output is None and sheet is None:
        raise click.UsageError("Name the PDF with -o, or a PNG with --sheet.")
    library = open_library(Path(), content=content, layouts=layouts)
    found = find_exercises(Wanted(words, **wanted), library)
    if not found:
        raise click.UsageError("No exercise fits. `handouts list exercises` tells all there are.")
    for target in (output, sheet):
        if target and not force:
            check_new(target, hint="Choose another name, or give --force.")
    if output:
        write_file(_pdf(found, library, paper=paper, colour=colour), output)
        click.echo(str(output))
    if sheet:
        from handouts.commands.pictures import write_contact_sheet

        write_contact_sheet(sheet, found, library=library)
        click.echo(str(sheet))


def _pdf(
    found: "list[Exercise]", library: "Library", *, paper: str | None, colour: "Colouring | None"
) -> bytes:
    from handouts.commands.surroundings import today
    from handouts.compose.catalogue import compose_catalogue
    from handouts.library.layouts import find_layout
    from handouts.page.catalogue import lay_out_catalogue
    from handouts.page.style import Style
    from handouts.pdf.pages import pdf_bytes

    layout = find_layout(LAYOUT, library.layouts)
    style, day = Style(layout, paper or layout.paper, colour or "colour"), today()
    return pdf_bytes(lay_out_catalogue(compose_catalogue(found, library, day=day), style, day=day))
