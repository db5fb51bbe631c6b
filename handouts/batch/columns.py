"""Turn the headings of a roster into keys of a plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from handouts.characters import made_plain
from handouts.problems import ContentError, Problem, did_you_mean, listed, nearest
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

# From a heading to a key, or to None for a column that is left out.
Renames = Mapping[str, str | None]


def collapsed(heading: str) -> str:
    """Return a heading on one line with single spaces, whichever way its spaces and letters are written."""
    return " ".join(made_plain(heading).split())


def read_renames(path: Path) -> Renames:
    """Return the keys that a file of `heading: key` lines gives to headings; raise ContentError.

    Lines for headings that a roster does not have are right: one map serves all exports of a system.
    """
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
    return {collapsed(heading): key for heading, key in source.data.items()}


def name_columns(headings: Sequence[str], renames: Renames) -> tuple[tuple[str | None, ...], list[Problem]]:
    """Return the key of each column, None for one that is left out, and what is wrong with the headings.

    The problems have no path and row yet, only a column, counted from 1.
    """
    keys = tuple(_key(heading, renames) for heading in headings)
    if not any(key in KEYS for key in keys):
        return keys, [Problem(Path(), 0, 0, "no heading here is a key of a plan.", _keys_near(headings))]
    unused = [heading for heading in renames if heading not in headings]
    return keys, [
        Problem(Path(), 0, column, message, hint)
        for column, message, hint in _faults(headings, keys, unused=unused)
    ]


def _key(heading: str, renames: Renames) -> str | None:
    return renames.get(heading, heading or None)


def _keys_near(headings: Sequence[str]) -> str:
    """Return what to do where all headings are wrong, which are not repeated: they may be a person's row."""
    near = filter(None, (_nearest(heading, KEYS) for heading in headings))
    names = listed(dict.fromkeys(near), last="and")
    hint = "Write such as `patient.id` above each column; a file for `--map` can rename other headings."
    return f"Did you mean {names}? {hint}" if names else hint


def _nearest(heading: str, names: Iterable[str]) -> str:
    """Return the nearest of names without regard to capitals and spaces, or nothing."""
    by_letters = {_letters(name): name for name in names}
    return by_letters.get(nearest(_letters(heading), by_letters), "")


def _letters(heading: str) -> str:
    return "".join(heading.lower().split())


def _faults(
    headings: Sequence[str], keys: Sequence[str | None], *, unused: Sequence[str]
) -> Iterator[tuple[int, str, str]]:
    for column, (heading, key) in enumerate(zip(headings, keys, strict=True), start=1):
        if key is not None and key not in KEYS:
            yield column, "this heading is no key of a plan.", _what_to_do(heading, unused)
        elif key is not None and key in keys[: column - 1]:
            first = headings[keys.index(key)]
            also = "" if first == heading else f", as `{first}`"
            yield column, f"the column `{heading}` is there twice{also}.", "Keep one of them."


def _what_to_do(heading: str, unused: Sequence[str]) -> str:
    """Return what to do about an unknown heading; `unused` are lines of the map that fit no heading."""
    line = _nearest(heading, unused)
    if line:
        return f"The map has `{line}`; write both the same."
    key = _nearest(heading, KEYS)
    hint = f"Did you mean `{key}`?" if key else "Give it the name of a key of the plan."
    return f"{hint} A file for `--map` can rename it, or leave it out."
