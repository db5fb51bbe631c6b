"""`handouts labels`: the exercises of a plan, or the next visit, on sheets of labels to stick on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import (
    FILE,
    file_options,
    force_option,
    input_files_of,
    plan_options_of,
)

if TYPE_CHECKING:
    from handouts.compose.handout import Handout
    from handouts.compose.labels import Label
    from handouts.page.drawable import Drawable
    from handouts.page.labels import LabelSheet
    from handouts.page.style import Style
    from handouts.request import InputFiles, Request

LISTS = (".csv", ".xlsx")
LAYOUT = "clinic"


@click.command("labels")
@click.argument("plan", metavar="PLAN|ROSTER", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("labels.pdf"), metavar="FILE", help="The PDF.")
@click.option(
    "--sheet",
    metavar="ID",
    type=click.Choice(["a4-21", "a4-14", "letter-30"]),
    help="a4-21 (63.5 x 38.1 mm), a4-14 (99.1 x 38.1 mm) or letter-30 (2 5/8 x 1 in), as the paper is.",
)
@click.option("--appointment", is_flag=True, help="The next visit in place of the exercises.")
@click.option(
    "--start-at", type=click.IntRange(min=1), default=1, metavar="N", help="The first label that is not used."
)
@click.option("--outline", is_flag=True, help="Draw the edges, to try it on plain paper first.")
@click.option("--printer", metavar="ID", help="Move the sheets as the file of this printer says.")
@click.option("--plan", "plan_of_all", type=FILE, metavar="FILE", help="What all rows of a roster share.")
@file_options
@force_option
def command(plan: Path, output: Path, *, start_at: int, outline: bool, force: bool, **options: Any) -> None:
    """Write a label for each exercise of a PLAN, or of all rows of a ROSTER, or for the next visits.

    They carry no warnings: each names the handout that has them.

    \b
    handouts labels ana.yaml --start-at 5
    handouts labels today.xlsx --appointment --outline
    """
    from handouts.commands.surroundings import kinds_told
    from handouts.commands.target import PDF, check_kind, check_new, write_file
    from handouts.page.labels import LABEL_SHEETS

    check_kind(output, PDF)
    if not force:
        check_new(output, hint="Choose another name, or give --force.")
    files = input_files_of(options, beside=plan.parent)
    with kinds_told(plan, files):
        given = [*_given(plan, options, files)]
    paper = given[0].style().paper_name
    sheet = LABEL_SHEETS[options["sheet"] or next(one for one in LABEL_SHEETS if one.startswith(paper))]
    if start_at > sheet.places:
        raise click.BadParameter(f"a sheet has {sheet.places} labels.", param_hint="--start-at")
    content = _pdf(plan, given, sheet, options, start_at=start_at, outline=outline)
    write_file(content, output)
    click.echo(str(output))
    click.echo("Print at actual size (100 %), first on plain paper with --outline.", err=True)


def _given(plan: Path, options: dict[str, Any], files: "InputFiles") -> "Iterator[Request]":
    """Yield what a plan, or each row of a roster, asks for; raise ContentError with all that is wrong."""
    from handouts.commands.surroundings import today
    from handouts.problems import ContentError, Problem
    from handouts.request import read_request

    if plan.suffix.lower() not in LISTS:
        yield read_request(plan, plan_options_of(options), files, today=today())
        return
    from handouts.batch.roster import open_roster
    from handouts.commands.batch_job import usual_maker

    roster = open_roster(plan, None, column_map=None)
    maker = usual_maker(roster, options, files, plan=options["plan_of_all"], day=today())
    wrong, is_empty = [], True
    for row in roster.rows():
        is_empty = False
        try:
            yield maker.request(row)
        except ContentError as error:
            wrong += error.problems
    if is_empty:
        wrong.append(Problem(plan, 0, 0, "there are no rows below the headings."))
    if wrong:
        raise ContentError(wrong)


def _pdf(
    plan: Path,
    given: "Sequence[Request]",
    sheet: "LabelSheet",
    options: dict[str, Any],
    *,
    start_at: int,
    outline: bool,
) -> bytes:
    from handouts.commands.surroundings import today
    from handouts.library.layouts import find_layout
    from handouts.library.words import fill
    from handouts.page.labels import lay_out_labels
    from handouts.page.style import Style
    from handouts.pipeline import compose, write

    library, day = given[0].library, today()
    style = Style(find_layout(LAYOUT, library.layouts), sheet.paper, "black")
    handouts = [compose(one, today=day) for one in given]
    labels = [
        label
        for one, handout in zip(given, handouts, strict=True)
        for label in _labels(one, handout, options)
    ]
    blocks = _blocks(plan, labels, sheet, style)
    content = handouts[0].content
    title = fill(library.in_language(content.language).speech.words.labels.title, title=content.title)
    pages = lay_out_labels(
        blocks,
        sheet,
        style,
        title=title,
        language=content.language,
        day=day,
        start_at=start_at,
        outline=outline,
    )
    pdf = write(pages, library)
    return _moved(pdf, options["printer"]) if options["printer"] else pdf


def _moved(pdf: bytes, printer: str) -> bytes:
    """Return the sheets as the file of a printer says; raise ContentError."""
    from handouts.commands.sheets import read_printer, sheets_of
    from handouts.pdf.sheets import SheetPlan

    return sheets_of(pdf, SheetPlan(printer=read_printer(printer)))[0]


def _labels(request: "Request", handout: "Handout", options: dict[str, Any]) -> "tuple[Label, ...]":
    """Return the labels of one handout; raise ContentError where it has nothing to say on any."""
    from handouts.compose.labels import appointment_label, exercise_labels
    from handouts.problems import file_error

    speech = request.library.in_language(handout.content.language).speech
    review = request.plan.review
    if not options["appointment"] and (labels := exercise_labels(handout, speech)):
        return labels
    if options["appointment"] and review:
        return (appointment_label(handout, review, speech),)
    whose = request.plan.patient.id if request.plan.patient else None
    what = "no `review`, the next visit" if options["appointment"] else "no exercises to print"
    where = Path(f"ID {whose}") if whose else Path("the plan")
    raise file_error(where, f"this has {what}.", "Add it, or leave the person out.")


def _blocks(plan: Path, labels: "Sequence[Label]", sheet: "LabelSheet", style: "Style") -> "list[Drawable]":
    """Return labels laid out; raise ContentError with all of those that have no room, and by how much."""
    from handouts.page.drawable import LayoutError
    from handouts.page.labels import lay_out_label
    from handouts.problems import ContentError, Problem

    blocks, wrong = [], []
    for label in labels:
        try:
            blocks.append(lay_out_label(label, sheet, style))
        except LayoutError as error:
            message = f"the label of `{error.block}` has no room for {error.overflow:.0f} mm of it, in 10 pt."
            hint = "Choose larger labels, such as `--sheet a4-14`, or a shorter note."
            wrong.append(Problem(plan, 0, 0, message, hint))
    if wrong:
        raise ContentError(wrong)
    return blocks
