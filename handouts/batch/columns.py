"""Turn the headings of a roster into keys of a plan."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from handouts.problems import ContentError, Problem, did_you_mean
from handouts.schema.plan import Patient, Plan
from handouts.source import read_source

# Keys of a roster alone: how many copies a stack has of a handout, and why a row was rejected.
COPIES = "copies"
REASON = "reason"

PLAN_KEYS = (
    *(f"patient.{key}" for key in Patient.model_fields),
    *(key for key in Plan.model_fields if key != "patient"),
)
KEYS = (*PLAN_KEYS, COPIES, REASON)

# Cells of these hold several items, parted by semicolons.
LISTS = ("exercises", "blocks")

# From a heading to a key, or to None for a column that is left out.
Renames = Mapping[str, str | None]


def read_renames(path: Path) -> Renames:
    """Return the keys that a file of `heading: key` lines gives to headings; raise ContentError."""
    source = read_source(path)
    if not isinstance(source.data, Mapping):
        hint = "Write a line for each column, such as `Patient no.: patient.id`."
        raise ContentError([source.problem((), "this is no list of headings and keys.", hint)])
    problems = [
        source.problem((heading,), f"there is no key `{key}` in a plan.", did_you_mean(str(key), KEYS))
        for heading, key in source.data.items()
        if key is not None and key not in KEYS
    ]
    if problems:
        raise ContentError(problems)
    return {heading.strip(): key for heading, key in source.data.items()}


def name_columns(headings: Sequence[str], renames: Renames) -> tuple[tuple[str | None, ...], list[Problem]]:
    """Return the key of each column, None for one that is left out, and what is wrong with the headings.

    The problems have no path and row yet, only a column, counted from 1.
    """
    keys = tuple(_key(heading, renames) for heading in headings)
    if not any(key in KEYS for key in keys):
        # The first row may be a person's, so it is not repeated.
        hint = "Write such as `patient.id` above each column; a file for `--map` can rename other headings."
        return keys, [Problem(Path(), 0, 0, "no heading here is a key of a plan.", hint)]
    return keys, [
        Problem(Path(), 0, column, message, hint) for column, message, hint in _faults(headings, keys)
    ]


def _key(heading: str, renames: Renames) -> str | None:
    return renames.get(heading, heading or None)


def _faults(headings: Sequence[str], keys: Sequence[str | None]) -> Iterator[tuple[int, str, str]]:
    for column, (heading, key) in enumerate(zip(headings, keys, strict=True), start=1):
        if key is not None and key not in KEYS:
            hint = did_you_mean(key, KEYS) or "Give it the name of a key of the plan."
            hint += " A file for `--map` can rename it, or leave it out."
            yield column, f"there is no key `{heading}` in a plan.", hint
        elif key is not None and key in keys[: column - 1]:
            first = headings[keys.index(key)]
            also = "" if first == heading else f", as `{first}`"
            yield column, f"the column `{heading}` is there twice{also}.", "Keep one of them."
