"""`handouts find`: which paper a person got, by the records of batches, and how it is printed again."""

from pathlib import Path

import click

from handouts.commands.options import FILE, json_option

# A code is that of everyone with the same plan.
MOST_SHOWN = 50


@click.command("find")
@click.argument("what", metavar="ID|CODE|FILE")
@click.argument("folder", metavar="[DIR]", type=FILE, default=Path())
@json_option
def command(what: str, folder: Path, *, as_json: bool) -> None:
    """Tell which paper a person got, by an ID, the code at its foot, or a PDF.

    The records of batches in the folder, and in those inside it, say from which row of which list it is.
    """
    from handouts.commands.papers import data_of, find_papers, lines_of
    from handouts.commands.report import echo_json, spelt_out

    papers = [*find_papers(what, folder)]
    if as_json:
        echo_json({"papers": [data_of(paper) for paper in papers]})
    elif not papers:
        click.echo(spelt_out(f"no record in {folder} and the folders inside it has such a paper."), err=True)
    else:
        for paper in papers[:MOST_SHOWN]:
            click.echo("\n".join(map(spelt_out, lines_of(paper))))
        if len(papers) > MOST_SHOWN:
            click.echo(f"... and {len(papers) - MOST_SHOWN} more; `--json` has all.", err=True)
    raise SystemExit(int(not papers))
