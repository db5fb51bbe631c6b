"""Find the file of a printer, which says what a test sheet has shown of it."""

from pathlib import Path

from handouts.files import yaml_files
from handouts.problems import ContentError, Problem, did_you_mean
from handouts.schema.check import check
from handouts.schema.printer import Printer
from handouts.source import read_as_far


def read_printer(name: str, folder: Path) -> Printer:
    """Return the printer of a name from the folder of them; raise ContentError for a file that is wrong."""
    path = folder / f"{name}.yaml"
    known = {one.stem: one for one in yaml_files(folder)} if folder.is_dir() else {}
    if name not in known:
        hint = did_you_mean(name, known) or f"`handouts new printer {name}` begins its file."
        raise ContentError([Problem(path, 0, 0, "there is no file of this printer.", hint)])
    return check(read_as_far(known[name]), Printer)
