"""`handouts desk`: choose, see the pages and print, in one's own browser."""

import signal
from pathlib import Path

import click

from handouts.commands.options import FILE, clinic_option, content_option, layouts_option

USUAL_HOST = "127.0.0.1"
OPEN_NETWORK = (
    "At another address than 127.0.0.1 others on the network can read what goes to and fro, names too. "
    "Leave --host out; who knows what this means gives --over-network with it."
)


@click.command("desk")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port.  [default: any that is free]"
)
@click.option("--host", default=USUAL_HOST, help=f"The address of this computer.  [default: {USUAL_HOST}]")
@click.option("--open/--no-open", "open_it", default=True, help="Open it in the browser.  [default: --open]")
@click.option(
    "--hours",
    type=click.FloatRange(min=0, min_open=True),
    default=4,
    help="End when unused so long.  [default: 4]",
)
@click.option("--plans", type=FILE, metavar="DIR", help="A folder in which plans are kept and found again.")
@click.option("--over-network", is_flag=True, help="Consent to an address that others can reach.")
@clinic_option
@content_option
@layouts_option
def command(
    *,
    port: int,
    host: str,
    over_network: bool,
    open_it: bool,
    hours: float,
    plans: Path | None,
    clinic: Path | None,
    content: Path | None,
    layouts: Path | None,
) -> None:
    """Open a page on which handouts are made by choosing: see the pages as you go, then print.

    It runs on this computer alone, sends nothing anywhere, and keeps plans in the folder of --plans alone.
    Ctrl-C ends it.
    """
    if host not in (USUAL_HOST, "::1") and not over_network:
        raise click.UsageError(OPEN_NETWORK)
    from dataclasses import replace

    from handouts.commands.surroundings import find_files, today
    from handouts.web.desk import Desk
    from handouts.web.server import serve

    if plans and not plans.is_dir():
        raise click.UsageError("--plans names no folder.")
    files = find_files(Path(), clinic=clinic, content=content, layouts=layouts)
    # A plan names its last one beside it.
    desk = Desk(replace(files, beside=plans or files.beside), today, plans=plans)

    def opened(address: str) -> None:
        click.echo(address)
        click.echo("The desk is open at this address. Press Ctrl-C to end it.", err=True)
        if open_it:
            click.launch(address)

    # A signal is the usual end of it; the server ends at this one, and then raises it once more.
    signal.signal(signal.SIGTERM, lambda *_: None)
    serve(desk, host=host, port=port, idle_hours=hours, opened=opened)
