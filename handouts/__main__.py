"""Start the commands with `python -m handouts`."""

from handouts.commands import main

main(prog_name="handouts")
