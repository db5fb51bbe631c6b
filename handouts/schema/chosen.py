"""One chosen exercise of a plan or a condition, with its own dose and note; a plan may write it out."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from handouts.problems import Problem
from handouts.schema.base import LONGEST_ID, ExerciseName, NotTyped, OwnText
from handouts.schema.check import check
from handouts.schema.dose import Dose
from handouts.schema.exercise import Exercise
from handouts.schema.notation import read_chosen
from handouts.source import NOWHERE, Source

# How an id begins whose title has no letter that an id can have.
OWN = "own"


class Chosen(Dose):
    """One chosen exercise with the patient's own dose and note."""

    exercise: ExerciseName
    """The exercise, by its id, its title or what else it is called."""
    own: Annotated[Exercise | None, NotTyped()] = None
    """The exercise itself where the plan writes it out; then its id is made from its title."""
    note: OwnText | None = None
    """What is printed on its card for this person alone."""


def parse_chosen(text: str, path: Path = Path("exercise")) -> Chosen:
    """Return the exercise and dose of a text such as `heel-raise 3x12`; raise ContentError."""
    said = read_chosen(text)
    faults = [Problem(path, 0, 0, fault.message, fault.hint) for fault in said.faults]
    return check(Source(path, said.values, {(): NOWHERE}), Chosen, also=faults)


def own_id(title: str) -> str:
    """Return the id of an exercise that a plan writes out, from its title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall("[a-z0-9]+", plain))[:LONGEST_ID].strip("-")
    return name or f"{OWN}-{sha256(title.encode()).hexdigest()[:8]}"
