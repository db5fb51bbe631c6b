"""Turn the headings of a roster into keys of a plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handouts.characters import made_plain
from handouts.problems import ContentError, Problem, did_you_mean, listed, nearest
from handouts.schema.plan import Patient, Plan
from handouts.source import Data, Source, read_source

# Keys of a roster alone: how many copies a stack has of a handout, and why a row was rejected.
COPIES = "copies"
REASON = "reason"

PLAN_KEYS = (
    *(f"patient.{key}" for key in Patient.model_fields),
    *(key for key in Plan.model_fields if key != "patient"),
)
KEYS = (*PLAN_KEYS, COPIES, REASON)

# The line of a map for all columns that it does not name, and what it says of a column that is left out.
REST = "*"
IGNORE = "ignore"


@dataclass(frozen=True)
class ColumnMap:
    """What headings and cells of one's own mean; headings are compared by their letters and digits alone.

    `keys` are those of headings, None for a column that is left out, and `lines` how those are written that
    have one; `joins` are the headings whose cells make up one key, in their order; `values` is what the cells
    of a key mean; `ignores_rest` leaves out all other columns.
    """

    keys: Mapping[str, str | None] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    joins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ignores_rest: bool = False

    def key(self, heading: str) -> str | None:
        """Return the key of a heading, None for a column that is left out, and an unknown heading itself."""
        letters = letters_of(heading)
        joined = next((key for key, parts in self.joins.items() if letters in map(letters_of, parts)), None)
        if joined or letters in self.keys:
            return joined or self.keys[letters]
        known = _KEY_OF.get(letters)
        return known or (None if self.ignores_rest or not letters else heading)

    def is_part(self, heading: str, key: str) -> bool:
        """Return whether the cells below a heading are a part of those of a key."""
        return letters_of(heading) in map(letters_of, self.joins.get(key, ()))

    def meaning(self, key: str, cell: str) -> str:
        """Return what a cell of a key means: the value that the map gives it, else the cell."""
        return self.values.get(key, {}).get(cell.casefold(), cell) if self.values else cell


def collapsed(heading: str) -> str:
    """Return a heading on one line with single spaces, whichever way its spaces and letters are written."""
    return " ".join(made_plain(heading).split())


def letters_of(heading: str) -> str:
    """Return the letters and digits of a heading, or the heading where it has none, without its capitals."""
    folded = made_plain(heading).casefold()
    return "".join(filter(str.isalnum, folded)) or "".join(folded.split())


# `Name` alone is that of the patient: no other key ends so.
_KEY_OF = {letters_of(name): key for key in KEYS for name in (key, key.rpartition(".")[2])}


# What other lists call it, by the beginning; it is offered, and never taken for it.
_ALSO = {
    "patient.id": "mrn hospitalno hospitalnumber nhsno nhsnumber patientno patientnumber patientnr patienten",
    "patient.name": "first last surname forename familyname givenname vorname nachname",
    "patient.facts": "precaution warning contraindication medicalhistory",
    "exercises": "programme program hep prescription sets reps dose dosage frequency übung",
    "condition": "diagnos dx",
    "note": "comment remark bemerkung",
    "side": "lateral seite",
    "review": "followup nextvisit nextappointment appointment apptdate",
}
_ALSO_KEYS = {word: key for key, words in _ALSO.items() for word in words.split()}


def guessed(keys: Sequence[str | None]) -> tuple[str | None, ...]:
    """Return the key that each column most likely has: one that is unknown is left out if none is near."""
    found: list[str | None] = []
    for key in keys:
        guess = key if key in KEYS or not key else _nearest_key(key)
        found.append(guess if guess and guess not in found and (guess == key or guess not in keys) else None)
    return tuple(found)


def is_key(heading: str) -> bool:
    """Return whether a heading is a key as it stands, without a map."""
    return letters_of(heading) in _KEY_OF


def read_column_map(path: Path) -> ColumnMap:
    """Return what a file of `heading: key` lines says; raise ContentError.

    `key: [heading, heading]` joins columns, `key: {cell: value}` translates cells, `"*": ignore` leaves out
    the rest. Lines for headings that a roster does not have are right: one map serves all exports.
    """
    return column_map_of(read_source(path))


def column_map_of(source: Source) -> ColumnMap:
    """Return what the lines of a map say; raise ContentError."""
    if not isinstance(source.data, Mapping):
        hint = "Write a line for each column, such as `Patient no.: patient.id`."
        raise ContentError([source.problem((), "this is no list of headings and keys.", hint)])
    problems = [problem for one in source.data for problem in _map_faults(source, one)]
    if problems:
        raise ContentError(problems)
    lines = {line: said for line, said in source.data.items() if line != REST}
    values = {key: said for key, said in lines.items() if isinstance(said, Mapping)}
    return ColumnMap(
        keys={letters_of(line): said for line, said in lines.items() if said is None or isinstance(said, str)}
        | {letters_of(line): None for line, said in lines.items() if said == IGNORE},
        lines=tuple(line for line, said in lines.items() if isinstance(said, str) and said != IGNORE),
        joins={key: tuple(map(str, said)) for key, said in lines.items() if isinstance(said, tuple)},
        values={
            key: {str(cell).casefold(): str(value) for cell, value in said.items()}
            for key, said in values.items()
        },
        ignores_rest=REST in source.data,
    )


def lines_with(
    lines: Mapping[str, Data], headings: Sequence[str], chosen: Mapping[int, str]
) -> dict[str, Data]:
    """Return the lines of a map in which headings mean what is chosen for their columns, counted from 1.

    What the lines say of other headings and of cells stays. Headings of the same key are joined in their
    order, but not those that have it without a map: of two such columns only the one who wrote them knows.
    """
    here = {*map(letters_of, headings)}
    kept: dict[str, Data] = {}
    for line, said in lines.items():
        named = said if isinstance(said, tuple) else () if isinstance(said, Mapping) else (line,)
        if not here & {letters_of(str(one)) for one in named}:
            kept[line] = said
    of_keys: dict[str, list[str]] = {}
    for column, key in chosen.items():
        if 0 < column <= len(headings) and headings[column - 1]:
            of_keys.setdefault(key, []).append(headings[column - 1])
    for key, parts in of_keys.items():
        own = [one for one in parts if _KEY_OF.get(letters_of(one)) != key]
        is_joined = bool(own) and len({*map(letters_of, parts)}) > 1 and key != IGNORE
        if is_joined and not isinstance(kept.get(key), Mapping):
            kept[key] = tuple(parts)
        else:
            kept |= dict.fromkeys(own, key)
    return kept


def _map_faults(source: Source, line: str) -> Iterator[Problem]:
    said = source.data[line]
    if line == REST:
        if said not in (None, IGNORE):
            yield source.problem(
                (line,), f"`{REST}` is for the rest of the columns.", f'Write `"{REST}": {IGNORE}`.'
            )
    elif isinstance(said, tuple | Mapping):
        if line not in KEYS:
            message = "only a key of a plan has a list of headings, or values for its cells."
            yield source.problem((line,), message, did_you_mean(line, KEYS), at_key=True)
        parts = said.values() if isinstance(said, Mapping) else said
        if not all(isinstance(part, str | int | float) for part in parts):
            yield source.problem((line,), "each of these is one heading, or one value for a cell.")
    elif said is not None and said != IGNORE and said not in KEYS:
        yield source.problem((line,), f"there is no key `{said}` in a plan.", did_you_mean(str(said), KEYS))


def name_columns(
    headings: Sequence[str], column_map: ColumnMap
) -> tuple[tuple[str | None, ...], list[Problem]]:
    """Return the key of each column, None for one that is left out, and what is wrong with the headings.

    The problems have no path and row yet, only a column, counted from 1.
    """
    keys = tuple(map(column_map.key, headings))
    if not any(key in KEYS for key in keys):
        return keys, [Problem(Path(), 0, 0, "no heading here is a key of a plan.", _keys_near(headings))]
    known = {*map(letters_of, headings)}
    unused = [line for line in column_map.lines if letters_of(line) not in known]
    faults = [*_faults(headings, keys, column_map, unused=unused), *_halves(known, column_map)]
    return keys, [Problem(Path(), 0, column, message, hint) for column, message, hint in faults]


def _halves(known: set[str], column_map: ColumnMap) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong where only some of the columns are there that the map joins."""
    for key, parts in column_map.joins.items():
        missing = [part for part in parts if letters_of(part) not in known]
        if missing and len(missing) < len(parts):
            message = f"the map joins columns for `{key}`, and {listed(missing, last='and')} is not there."
            yield 0, message, "Mend the map, or the headings."


def _keys_near(headings: Sequence[str]) -> str:
    """Return what to do where all headings are wrong, which are not repeated: they may be a person's row."""
    near = filter(None, map(_nearest_key, headings))
    names = listed(dict.fromkeys(near), last="and")
    hint = "Write such as `patient.id` above each column; a file for `--map` can rename other headings."
    return f"Did you mean {names}? {hint}" if names else hint


def _nearest_key(heading: str) -> str:
    """Return the key of the nearest name of a key without regard to capitals and spaces, or nothing."""
    letters = letters_of(heading)
    also = next((key for word, key in _ALSO_KEYS.items() if letters.startswith(word)), "")
    return also or _KEY_OF.get(nearest(letters, _KEY_OF), "")


def _faults(
    headings: Sequence[str], keys: Sequence[str | None], column_map: ColumnMap, *, unused: Sequence[str]
) -> Iterator[tuple[int, str, str]]:
    for column, (heading, key) in enumerate(zip(headings, keys, strict=True), start=1):
        if key is not None and key not in KEYS:
            yield column, "this heading is no key of a plan.", _what_to_do(heading, unused)
        elif key is not None and not column_map.is_part(heading, key) and key in keys[: column - 1]:
            first = headings[keys.index(key)]
            also = "" if first == heading else f", as `{first}`"
            is_mapped = letters_of(heading) in column_map.keys and letters_of(first) in column_map.keys
            joined = f"Join them in the map: `{key}: [{first}, {heading}]`."
            hint = joined if is_mapped else "Keep one of them."
            yield column, f"the column `{heading}` is there twice{also}.", hint


def _what_to_do(heading: str, unused: Sequence[str]) -> str:
    """Return what to do about an unknown heading; `unused` are lines of the map that fit no heading."""
    lines = {letters_of(line): line for line in unused}
    near = nearest(letters_of(heading), lines)
    if near:
        return f"The map has `{lines[near]}`; write both the same."
    key = _nearest_key(heading)
    hint = f"Did you mean `{key}`?" if key else "Give it the name of a key of the plan."
    return f"{hint} A file for `--map` can rename it, or leave it out."
