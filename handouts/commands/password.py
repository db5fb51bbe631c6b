"""Where the password of a file comes from: a file, a hidden question or the environment, never an option."""

import os
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import click

from handouts.commands.options import FILE
from handouts.commands.sheets import wants_sheets

VARIABLE = "HANDOUTS_PASSWORD"
# The options that write what the password of a PDF does not protect.
BESIDE = ("html", "calendar", "png")
TAKES_NO_VALUE = "--password takes no value: it asks, so that nobody sees it."

password_file_option = click.option(
    "--password-file",
    type=FILE,
    metavar="FILE",
    help=f"A file with the password on its only line.  [default: the environment variable {VARIABLE}]",
)
password_option = click.option("--password", "asked", is_flag=True, help="Ask for the password, unseen.")


class Discreet(click.Command):
    """A command that never repeats a password which was typed where none belongs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse a word after `--password` that is neither an option nor a file; tell no word too many."""
        options = {name for one in self.get_params(ctx) for name in (*one.opts, *one.secondary_opts)}
        for word, after in pairwise(args):
            is_option = after.startswith("-") and after.split("=")[0] in options
            if word == "--password" and not (is_option or Path(after).is_file()):
                raise click.UsageError(f"{TAKES_NO_VALUE} What follows it is no file.", ctx)
        if any(word.startswith("--password=") for word in args):
            raise click.UsageError(TAKES_NO_VALUE, ctx)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.option_name.startswith("--password"):
                raise click.UsageError(TAKES_NO_VALUE, ctx) from None
            raise
        except click.UsageError as error:
            if not error.message.startswith("Got unexpected extra"):
                raise
            raise click.UsageError(
                "There is a word too many here. Put a text with spaces in quotes.", ctx
            ) from None


def find_password(file: Path | None, *, asked: bool, twice: bool) -> str | None:
    """Return the password, or None where none is wanted; `twice` asks again, for a new one.

    Raises UsageError for two sources and for a typed one that will not do, ContentError for a file's.
    """
    if file and asked:
        raise click.UsageError("Use --password or --password-file, not both.")
    if file:
        return _in_file(file)
    if asked:
        typed: str = click.prompt(
            "Password", default="", show_default=False, hide_input=True, confirmation_prompt=twice, err=True
        )
        return _checked(typed, "--password")
    given = os.environ.get(VARIABLE)
    return _checked(given, VARIABLE) if given is not None else None


def _in_file(path: Path) -> str:
    from handouts.pdf.protect import as_typed, password_fault
    from handouts.problems import ContentError, Problem, file_error
    from handouts.source import read_text, refuse_hidden_characters

    if not path.is_file():
        # It may be the password itself.
        raise click.UsageError(
            "--password-file names no file. The password stands in a file, on its only line."
        )
    try:
        line = read_text(path).removesuffix("\n").removesuffix("\r")
        refuse_hidden_characters(line, path)
    except ContentError as error:
        # What is wrong inside would be told with a piece of the password.
        unreadable = [problem for problem in error.problems if not problem.line]
        problems = unreadable or [Problem(path, 0, 0, "the password has a character that cannot be typed.")]
        raise ContentError(problems) from None
    fault = password_fault(line)
    if fault:
        raise file_error(path, f"{fault}.")
    return as_typed(line)


def _checked(password: str, source: str) -> str:
    from handouts.pdf.protect import as_typed, password_fault

    fault = password_fault(password)
    if fault:
        raise click.UsageError(f"{source}: {fault}.")
    return as_typed(password)


def refuse_archive() -> NoReturn:
    """Raise UsageError: a file cannot be both archival and protected."""
    raise click.UsageError(
        "--archive and a password exclude each other: an archival file (PDF/A) must open for everyone, "
        f"for ever. Leave one out; a password may also come from {VARIABLE}."
    )


def refuse_misfit(options: Mapping[str, Any], *, has_password: bool) -> None:
    """Raise UsageError for a file beside a protected one that anybody could open, or that is for none."""
    if not has_password:
        if options["email"]:
            raise click.UsageError("--email is the text for a protected file. Give --password, too.")
        return
    for name in BESIDE:
        if options[name]:
            raise click.UsageError(
                f"A password protects the PDF, and not what --{name} writes. Leave one out."
            )
    if wants_sheets(options):
        raise click.UsageError("A password protects the PDF, and not sheets for a printer. Leave one out.")
