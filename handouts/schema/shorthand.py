"""Turn the short forms of a file, such as `heel-raise 3x12` and `diary: {weeks: 2}`, into their long ones."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from handouts.problems import ContentError, Problem, listed
from handouts.schema.exercise import OWN, Chosen, own_id
from handouts.schema.notation import CLOSING, Names, Notation, read_chosen, read_dose
from handouts.schema.plan import settings_of
from handouts.schema.sentences import shown
from handouts.source import Data, Location, Place, Source, parse_source

# Keys of a plan whose items can stand in one text, parted by semicolons, bullets or line breaks.
LISTS = ("condition", "exercises", "show", "blocks", "needs")

# Where a quoted note ends: at a quote that no letter follows; a quote written twice is part of the note.
_NOTES = "|".join(
    rf"{opening}(?:[{closing}]{{2}}|[^{closing}]|[{closing}](?![{closing}\s,;·]|$))*[{closing}](?=[\s,;·]|$)"
    for opening, closing in CLOSING.items()
)
_ITEM = re.compile(rf"(?:\bnote\s*(?:{_NOTES})|[^;\n•▪◦●])+", re.IGNORECASE)

# No name of anything else has a comma; one in brackets parts the settings of a block.
_SHORT_ITEM = re.compile(r"(?:\{[^}]*\}|\[[^]]*\]|[^;,\n•▪◦●])+")

# Each item is spelled out in a new source, so a file of a megabyte would take minutes.
MOST_ITEMS = 100

Spelled = tuple[Source, list[Problem]]


def split_items(text: str, key: str = "exercises") -> tuple[str, ...]:
    """Return the items of a text, parted by semicolons, bullets or line breaks outside of quoted notes.

    Those of other keys than `exercises`, which have doses, are parted by commas, too.
    """
    items = (found[0].strip() for found in (_ITEM if key == "exercises" else _SHORT_ITEM).finditer(text))
    return tuple(item for item in items if item)


def block_of(choice: Data) -> str:
    """Return the id of a chosen block, with its settings or without; a text may have capitals and spaces."""
    if isinstance(choice, Mapping):
        return str(choice.get("block") or next(iter(choice), ""))
    return "-".join(str(choice).partition(":")[0].lower().split())


def spell_out_exercises(source: Source, names: Names | None = None) -> Spelled:
    """Return a plan or condition with its exercises as mappings by id, and what is not understood.

    An exercise is called by any of its `names`; without these by its id. Raises ContentError for a list
    beyond any use, as all of these do.
    """
    return _spell_items(source, "exercises", spell=partial(_spell_exercise, names=names))


def spell_out_plan(source: Source, exercises: Names, conditions: Names) -> Spelled:
    """Return a plan with its exercises and blocks as mappings, and what is not understood.

    Its conditions are a list of ids, also where it is one; both are called by any of their names.
    """
    source, problems = spell_out_exercises(source, exercises)
    source, blocks = _spell_items(source, "blocks", spell=_spell_block)
    source, more = _spell_items(source, "condition", spell=partial(_spell_condition, names=conditions))
    # A need is what it is; only a text of several has to be parted.
    source, _ = _spell_items(source, "needs", spell=lambda source, _: (source, []))
    return source, problems + blocks + more


def _spell_items(source: Source, key: str, *, spell: Callable[[Source, Location], Spelled]) -> Spelled:
    problems: list[Problem] = []
    items = source.data.get(key) if isinstance(source.data, Mapping) else None
    if isinstance(items, str):
        items, place = split_items(items, key), source.place((key,))
        places: dict[Location, Place] = {(key, index): place for index in range(len(items))}
        source = source.put((key,), items, places={(key,): place, **places})
    count = len(items) if isinstance(items, tuple) else 0
    if count > MOST_ITEMS:
        message = f"`{key}` has {count} items, which is more than any plan needs."
        raise ContentError([source.problem((key,), message)])
    for index in range(count):
        source, more = spell(source, (key, index))
        problems += more
    return source, problems


def _spell_exercise(source: Source, location: Location, *, names: Names | None) -> Spelled:
    line = source.value(location)
    if isinstance(line, Mapping) and "exercise" not in line and {"title", "steps"} & {*line}:
        return _spell_own(source, location, line)
    if isinstance(line, Mapping) and "exercise" not in line:
        return _without_colon(source, location, line, names=names)
    if isinstance(line, Mapping) and names is not None:
        return _by_id(source, (*location, "exercise"), names=names)
    if not isinstance(line, str):
        return source, []
    return _put_said(source, location, read_chosen(line, names))


def _spell_own(source: Source, location: Location, line: Mapping[str, Any]) -> Spelled:
    """Return a plan with an exercise that it writes out: its dose and note beside it, and its id."""
    inside = {at: place for at, place in _below(source, location) if at}
    place, dose = source.place(location), line.get("dose")
    problems: list[Problem] = []
    if isinstance(dose, str):
        source, problems = _put_said(source, (*location, "dose"), read_dose(dose))
        dose = source.value((*location, "dose"))
        inside |= {at: found for at, found in _below(source, location) if at[0] == "dose"}
    beside = {key: value for key, value in line.items() if key in Chosen.model_fields}
    own = {key: value for key, value in line.items() if key not in (*beside, "dose")}
    if isinstance(dose, Mapping):
        beside |= dose
    elif dose is not None:
        own["dose"] = dose
    title = own.get("title")
    name = own_id(title) if isinstance(title, str) and title.strip() else OWN
    places = {(*location, "own", *at): found for at, found in inside.items() if at[0] in own}
    places |= {(*location, *at): found for at, found in inside.items() if at[0] in beside}
    places |= {(*location, *at[1:]): found for at, found in inside.items() if at[0] == "dose" and at[1:]}
    value = {"exercise": name, "own": {"id": name, **own}, **beside}
    return source.put(
        location, value, places={location: place, (*location, "own"): place, **places}
    ), problems


def spell_out_dose(source: Source) -> Spelled:
    """Return an exercise with its dose as a mapping, and what is not understood of a written one."""
    dose = source.data.get("dose") if isinstance(source.data, Mapping) else None
    if not isinstance(dose, str):
        return source, []
    return _put_said(source, ("dose",), read_dose(dose))


def _put_said(source: Source, location: Location, said: Notation) -> Spelled:
    """Return a source with the values of the notation in place of their text, and its faults."""
    place = source.place(location)
    places = {(*location, key): _word_place(place, at) for key, at in said.begins.items()}
    problems = [
        Problem(where.path or source.path, where.line, where.column, fault.message, fault.hint)
        for fault in said.faults
        for where in [_word_place(place, fault.at)]
    ]
    return source.put(location, said.values, places={location: place, **places}), problems


def _without_colon(
    source: Source, location: Location, line: Mapping[str, Any], *, names: Names | None
) -> Spelled:
    """Return a plan with an exercise whose name YAML took for a key, and what to do about the colon."""
    ids, _ = names.find(str(next(iter(line), "")), 0) if names else ((), 0)
    if not ids:
        return source, []
    message = "a colon makes this a key with a value, and no exercise with its dose."
    hint = f"Write it without the colon, or all of it in double quotes, or `exercise: {ids[0]}` and its keys."
    place = source.place(location)
    problem = source.problem(location, message, hint)
    return source.put(location, {"exercise": ids[0]}, places={location: place}), [problem]


def _by_id(source: Source, location: Location, *, names: Names) -> Spelled:
    """Return a plan with what is called by any of its names at `location` by its id."""
    name = source.value(location)
    ids = names.named(name) if isinstance(name, str) else ()
    if not ids or ids == (name,):
        return source, []
    problem = source.problem(location, f"`{name}` may be {listed(ids)}.", "Write the one that is meant.")
    place = {location: source.place(location)}
    return source.put(location, ids[0], places=place), [problem] if len(ids) > 1 else []


def _word_place(place: Place, at: int) -> Place:
    """Return the place of a word inside a text, or of the text where its characters cannot be counted."""
    if not place.text_column:
        return place
    return Place(place.line, place.text_column + at, path=place.path)


def _spell_condition(source: Source, location: Location, *, names: Names) -> Spelled:
    """Return a plan whose condition has a place of its own, also where an option names it."""
    place = {location: source.place(location)}
    return _by_id(source.put(location, source.value(location), places=place), location, names=names)


def _spell_block(source: Source, location: Location) -> Spelled:
    choice = source.value(location)
    places = {location: source.place(location)}
    if isinstance(choice, str) and ":" in choice:
        return _spell_block_text(source, location, choice)
    if isinstance(choice, str):
        return source.put(location, {"block": block_of(choice)}, places=places), []
    if not isinstance(choice, Mapping) or "block" in choice:
        return source, []
    if len(choice) != 1:
        hint = "Begin each with `- ` on a line of its own, and indent its settings below it."
        problem = source.problem(location, "here are several blocks in one.", hint)
        return source.put(location, {"block": next(iter(choice), "none")}, places=places), [problem]
    return _spell_settings(source, location, choice)


def _spell_block_text(source: Source, location: Location, text: str) -> Spelled:
    """Return a plan with a block such as `diary: {weeks: 2}` that stands in a cell or an option."""
    place = source.place(location)
    try:
        written = parse_source(text, place.path or source.path).data
    except ContentError:
        written = None
    if not isinstance(written, Mapping):
        message = "this is no block with its settings."
        problem = source.problem(location, message, "Write it like `diary: {weeks: 2}`.")
        return source.put(location, {"block": block_of(text)}, places={location: place}), [problem]
    ((_, settings), *_) = written.items()
    spelled = {block_of(text): settings} if len(written) == 1 else written
    return _spell_block(source.put(location, spelled, places={location: place}), location)


def _spell_settings(source: Source, location: Location, choice: Mapping[str, Any]) -> Spelled:
    ((block, settings),) = choice.items()
    inside = (*location, block)
    key = source.place(inside)
    places = {
        location: source.place(location),
        (*location, "block"): Place(key.key_line, key.key_column, path=key.path),
    }
    if settings is None or isinstance(settings, Mapping):
        places |= {(*location, *at): place for at, place in _below(source, inside)}
        return source.put(location, {"block": block, **(settings or {})}, places=places), []
    known = settings_of(block)
    hint = f"Write `{block}: {{{known[0]}: …}}`." if known else f"Write `{block}` alone."
    message = f"`{block}` is {shown(settings)}, which is no setting."
    return source.put(location, {"block": block}, places=places), [source.problem(inside, message, hint)]


def _below(source: Source, location: Location) -> Iterator[tuple[Location, Place]]:
    depth = len(location)
    for at, place in source.places.items():
        if len(at) > depth and at[:depth] == location:
            yield at[depth:], place
