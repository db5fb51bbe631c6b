"""`handouts schema`: the JSON Schema of a kind of file."""

from pathlib import Path

import click

from handouts.commands.options import FILE, ids_in


@click.command("schema")
@click.argument("kind", required=False, shell_complete=ids_in("content/schemas", ending=".json"))
@click.option("--all", "folder", type=FILE, metavar="DIR", help="Write every schema into a folder.")
def command(kind: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a KIND of file, for editors.

    With it, an editor completes and checks what is written.

    \b
    KIND is plan, clinic, exercise, condition, muscle, region, body, figure, safety, advice, words, layout,
    printer, sources, countries, facts or glossary.
    """
    from handouts.library.json_schema import FILES, schema_text, write_schemas
    from handouts.problems import did_you_mean

    if (kind is None) == (folder is None):
        raise click.UsageError("Name a kind, or give --all with a folder.")
    if folder:
        for path in write_schemas(folder):
            click.echo(str(path))
    elif kind in FILES:
        click.echo(schema_text(kind), nl=False)
    else:
        hint = did_you_mean(kind or "", FILES) or f"There are {', '.join(FILES)}."
        raise click.BadParameter(f"there is no kind `{kind}`. {hint}", param_hint="KIND")
