"""Put what was said on the command line into the source of a plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.characters import made_plain
from handouts.problems import ContentError, Problem
from handouts.schema.check import is_personal
from handouts.schema.notation import Names
from handouts.schema.sentences import shown
from handouts.schema.shorthand import spell_out_plan
from handouts.source import Data, Location, Place, Source, plain_value, refuse_hidden_characters

# Each option of the same name, and the key of the plan that it stands for.
KEYS: dict[str, Location] = {
    "condition": ("condition",),
    "exercises": ("exercises",),
    "patient": ("patient", "name"),
    "patient_id": ("patient", "id"),
    "initials": ("patient", "initials"),
    "side": ("side",),
    "layout": ("layout",),
    "paper": ("paper",),
    "language": ("language",),
    "clinic": ("clinic",),
}
FLAGS = {"exercises": "--exercise", "patient_id": "--id"}


@dataclass(frozen=True)
class PlanOptions:
    """What the command line says of a plan; `settings` are KEY=VALUE for any key, and win over all."""

    condition: str | None = None
    exercises: tuple[str, ...] = ()
    patient: str | None = None
    patient_id: str | None = None
    initials: str | None = None
    side: str | None = None
    layout: str | None = None
    paper: str | None = None
    language: str | None = None
    clinic: str | None = None
    settings: tuple[str, ...] = ()


def plan_from_options(options: PlanOptions, names: Names | None = None) -> Source:
    """Return the source of a plan that has no file; raise ContentError for a setting that fits nowhere."""
    return with_options(Source(Path("the plan"), {}, {}), options, names)


def with_options(source: Source, options: PlanOptions, names: Names | None = None) -> Source:
    """Return a plan's source with the options in it; raise ContentError for a setting that fits nowhere.

    An exercise is called by any of its `names`; without these by its id.
    """
    if not isinstance(source.data, Mapping):
        return source
    for name, location in KEYS.items():
        value = getattr(options, name)
        if value:
            flag = Path(FLAGS.get(name, f"--{name}"))
            for text in value if isinstance(value, tuple) else (value,):
                refuse_hidden_characters(text, flag)
            said = tuple(map(made_plain, value)) if isinstance(value, tuple) else made_plain(value)
            _refuse_nowhere(source.data, location, path=flag)
            source = _put(source, location, said, path=flag)
    return apply_settings(source, options.settings, names) if options.settings else source


def apply_settings(source: Source, settings: tuple[str, ...], names: Names | None = None) -> Source:
    """Return a plan's source with each `KEY=VALUE` in it, such as `exercises.0.reps=10`.

    Exercises in the dose notation can be set in part, so they are spelled out first. Raises ContentError.
    """
    source, problems = spell_out_plan(source, names)
    for setting in settings:
        try:
            source = _apply(source, setting)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return source


def _apply(source: Source, setting: str) -> Source:
    key, equals, value = (part.strip() for part in setting.partition("="))
    path = Path(f"--set {key}")
    if not equals or not key:
        raise ContentError([Problem(path, 0, 0, "a setting needs a key and a value.", "Write `key=value`.")])
    refuse_hidden_characters(setting, path)
    value = made_plain(value)
    parts = tuple(int(part) if re.fullmatch(r"\d{1,4}", part) else part for part in key.split("."))
    _refuse_nowhere(source.data, parts, path=path)
    return _put(source, parts, plain_value(value), path=path, written=value)


def _refuse_nowhere(data: Data, parts: Location, *, path: Path) -> None:
    """Raise ContentError unless every part of a setting but the last leads somewhere."""
    walked = "the plan"
    for part in parts:
        if isinstance(data, tuple):
            if not isinstance(part, int) or part >= len(data):
                message = f"{walked} has no item `{part}`; its {len(data)} are counted from 0."
                raise ContentError([Problem(path, 0, 0, message)])
            data = data[part]
        elif data is None and isinstance(part, int):
            raise ContentError([Problem(path, 0, 0, f"{walked} is not in the plan, so no item can be set.")])
        elif isinstance(data, Mapping) and isinstance(part, int):
            raise ContentError([Problem(path, 0, 0, f"{walked} is no list, so it has no item `{part}`.")])
        elif data is None or isinstance(data, Mapping):
            data = (data or {}).get(part)
        else:
            what = "one value" if is_personal(parts) else shown(data)
            raise ContentError([Problem(path, 0, 0, f"{walked} is {what}; it has no `{part}`.")])
        walked = f"`{part}`"


def _put(source: Source, location: Location, value: Data, *, path: Path, written: str = "") -> Source:
    """Return a source with a value at `location`, and with mappings around it where there were none."""
    around: Data = source.data
    for depth, part in enumerate(location):
        if around is None:
            source = source.put(location[:depth], {}, places={location[:depth]: Place(0, 0, path=path)})
            around = {}
        around = around.get(part) if isinstance(around, Mapping) else around[part]
    return source.put(location, value, places={location: Place(0, 0, path=path)}, written=written)
