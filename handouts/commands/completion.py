"""Turn the names of content and layout files into what the shell offers; no file is opened."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from handouts.schema.base import Kind

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

SHOWN: tuple["Kind", ...] = ("conditions", "exercises", "muscles")
LISTED = ("conditions", "exercises", "muscles", "layouts", "languages", "blocks")


def ids_in(*folders: str) -> Complete:
    """Return a completer that offers the ids in folders of the content."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from handouts.library.folders import CONTENT

        names = (path.stem for folder in folders for path in (CONTENT / folder).glob("*.yaml"))
        return offer(names, incomplete)

    return complete


def layout_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the layouts that come with the program."""
    from handouts.library.folders import LAYOUTS

    return offer((path.stem for path in LAYOUTS.glob("*.yaml")), incomplete)


def offer(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Return the names that begin with what is typed so far."""
    return [CompletionItem(name) for name in sorted(names) if name.startswith(incomplete)]
