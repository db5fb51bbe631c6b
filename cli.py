"""Start `handouts` from a checkout: `python cli.py`, `python -m handouts` and `handouts` are one program."""

from handouts.commands import main

main(prog_name="handouts")
