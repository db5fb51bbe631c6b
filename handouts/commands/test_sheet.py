"""`handouts test-sheet`: a sheet that shows how a printer turns, scales and moves its paper."""

from pathlib import Path

import click

from handouts.commands.options import FILE, paper_option

LAYOUT = "clinic"


@click.command("test-sheet")
@click.option(
    "-o",
    "--output",
    type=FILE,
    default=Path("test-sheet.pdf"),
    metavar="FILE",
    help="The PDF.",
    show_default=True,
)
@paper_option
@click.option("--printer", metavar="ID", help="Try the file of this printer: all is where it belongs.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def command(output: Path, paper: str | None, printer: str | None, force: bool) -> None:
    """Write a sheet to print on both sides; what is measured on it goes into the file of the printer.

    \b
    handouts test-sheet
    handouts new printer frontdesk
    handouts test-sheet --printer frontdesk --force
    """
    from handouts.commands.sheets import read_printer, sheets_of
    from handouts.commands.surroundings import open_library, today
    from handouts.commands.target import PDF, check_kind, check_new, write_file
    from handouts.compose.test_sheet import compose_test_sheet
    from handouts.library.layouts import find_layout
    from handouts.page.style import Style
    from handouts.page.test_sheet import lay_out_test_sheet
    from handouts.pdf.pages import pdf_bytes
    from handouts.pdf.sheets import SheetPlan

    check_kind(output, PDF)
    if not force:
        check_new(output, hint="Choose another name, or give --force.")
    plan = SheetPlan(printer=read_printer(printer)) if printer else None
    library = open_library(Path())
    layout, speech = find_layout(LAYOUT, library.layouts), library.speech
    style = Style(layout, paper or layout.paper)
    sides = compose_test_sheet(speech)
    content = pdf_bytes(lay_out_test_sheet(sides, style, language=speech.words.language, day=today()))
    if plan:
        content, _ = sheets_of(content, plan)
    write_file(content, output)
    click.echo(str(output))
