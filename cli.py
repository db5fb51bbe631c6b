"""Start `handouts` from a checkout: `python cli.py`, `python -m handouts` and `handouts` are one program."""

from handouts.commands import main

# A worker of `batch` imports this file anew and must not start the program once more.
if __name__ == "__main__":
    main(prog_name="handouts")
