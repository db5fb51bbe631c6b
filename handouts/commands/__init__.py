"""The commands: `main` knows only their names, and imports one when it is asked for."""

import sys
from importlib import import_module

import click

from handouts import __version__

COMMANDS = ("make", "batch", "new", "verify", "check", "list", "show", "schema")


class Commands(click.Group):
    """A group that imports a command when it is named, so that `--help` and completion stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order a newcomer needs them."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"handouts.commands.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; files that must change end it with every problem and exit code 1."""
        from handouts.problems import ContentError

        try:
            return super().invoke(ctx)
        except ContentError as error:
            from handouts.commands.report import Refusal

            raise Refusal(error.problems) from None
        except OSError as error:
            # A name that is too long, a disk that is full: what no part could foresee, the system says.
            raise click.FileError(str(error.filename), (error.strerror or str(error)).lower()) from None


@click.command(
    cls=Commands,
    commands=[click.Command(name) for name in COMMANDS],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 something in the files must change, 2 wrong use.",
)
@click.version_option(__version__, prog_name="handouts")
def main() -> None:
    """Make printed patient handouts from chosen content and one person's plan."""
    # A file's name may hold what the terminal cannot show.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
