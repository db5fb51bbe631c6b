"""Make a handout again whenever one of its files changes."""

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from handouts.commands.report import Refusal
from handouts.files import content_files
from handouts.problems import ContentError

# Looking at all files takes a few milliseconds.
POLL_SECONDS = 0.1

Stamps = Mapping[Path, tuple[int, int]]


def pause() -> None:
    """Wait until it is worth looking at the files again."""
    time.sleep(POLL_SECONDS)


def watch(make: Callable[[], object], files: Callable[[], Iterable[Path]]) -> None:
    """Call `make` now and after every change of `files`, until Ctrl-C; problems are printed."""
    try:
        seen = stamps(files())
        _try(make)
        while True:
            pause()
            now = stamps(files())
            if now != seen:
                seen = now
                _try(make)
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)


def stamps(files: Iterable[Path]) -> Stamps:
    """Return when each file that exists was written, and how long it is; a folder stands for its files."""
    found: dict[Path, tuple[int, int]] = {}
    for path in files:
        for one in [path, *content_files(path)] if path.is_dir() else [path]:
            try:
                state = one.stat()
            except OSError:
                continue
            found[one] = (state.st_mtime_ns, state.st_size)
    return found


def _try(make: Callable[[], object]) -> None:
    try:
        make()
    except ContentError as error:
        Refusal(error.problems).show()
    click.echo("Waiting for a change. Press Ctrl-C to stop.", err=True)
