"""The commands: `main` knows only their names, and imports one when it is asked for."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import click

from handouts import __version__

# What `sysexits.h` calls a fault of the program itself.
PROGRAM_FAULT = 70
HOUSE = Path(__file__).parents[1]
COMMANDS = (
    "make",
    "desk",
    "batch",
    "new",
    "find",
    "verify",
    "check",
    "list",
    "show",
    "catalogue",
    "labels",
    "test-sheet",
    "schema",
)


class Commands(click.Group):
    """A group that imports a command when it is named, so that `--help` and completion stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order a newcomer needs them."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = import_module(f"handouts.commands.{module}").command
        return command

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run as `click` does; a fault of the program is told in one line, without a word of anybody's."""
        with _open_streams(), _stopped_by_signals():
            try:
                return super().main(*arguments, **options)
            except Exception as error:
                click.echo(_program_fault(error), err=True)
                raise SystemExit(PROGRAM_FAULT) from None

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; files that must change end it with every problem and exit code 1."""
        from handouts.problems import ContentError

        try:
            return super().invoke(ctx)
        except ContentError as error:
            from handouts.commands.report import Refusal

            raise Refusal(error.problems) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                # Nobody reads any more: `click` ends without a word.
                raise
            # A name that is too long, a disk that is full: what no part could foresee, the system says.
            from handouts.files import way_out

            reason = f"{(error.strerror or str(error)).lower()}. {way_out(error)}"
            where = os.fsdecode(error.filename) if error.filename else "the output"
            raise click.ClickException(f"{where}: {reason}".rstrip()) from None
        except MemoryError:
            message = "there is not enough memory for this. Close other programs, or give fewer `--workers`."
            raise click.ClickException(message) from None


def _program_fault(error: Exception) -> str:
    """Return what to report: the kind of a fault and where it came up, since its words may hold a name."""
    place = _place(error.__traceback__)
    return (
        f"handouts {__version__} could not go on, through a fault in the program ({type(error).__name__} at "
        f"{place}). Please report this line; it has nothing of your files in it."
    )


def _place(trace: TracebackType | None) -> str:
    """Return the last line of our own that a fault went through."""
    place = "the start"
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if HOUSE in path.parents:
            place = f"{path.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


@contextmanager
def _open_streams() -> Iterator[None]:
    """Let there be three streams, closed or not, and say nothing where the last words reach nobody."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    try:
        yield
    finally:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            try:
                stream.flush()
            except (OSError, ValueError):
                # What waits to be written would be tried again at the end, and told with a traceback.
                with suppress(OSError, ValueError):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let a scheduler, or a terminal that is closed, end a run as cleanly as Ctrl-C."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in (getattr(signal, name) for name in names)}
    # Who starts a program with `nohup` wants it to go on.
    ours = {number: handler for number, handler in before.items() if handler != signal.SIG_IGN}
    for number in ours:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in ours.items():
            signal.signal(number, handler)


@click.command(
    cls=Commands,
    commands=[click.Command(name) for name in COMMANDS],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 something in the files must change, 2 wrong use, 70 our fault.",
)
@click.version_option(__version__, prog_name="handouts")
def main() -> None:
    """Make printed patient handouts from chosen content and one person's plan."""
    # A file's name may hold what the terminal cannot show.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
