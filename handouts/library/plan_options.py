"""Put what was said on the command line into the source of a plan."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.characters import made_plain
from handouts.library.content import Library
from handouts.library.plan_lists import (
    add_exercise,
    item_called,
    with_block,
    with_usual,
    without_block,
)
from handouts.problems import ContentError, Problem, file_error, listed
from handouts.schema.shorthand import LISTS, block_of, spell_out_plan, split_items
from handouts.source import Data, Location, Place, Source, plain_value, refuse_hidden_characters

# Where the options stand in a plan that say something of its person; all others are keys of that name.
OF_PERSON: dict[str, Location] = {
    "patient": ("patient", "name"),
    "patient_id": ("patient", "id"),
    "initials": ("patient", "initials"),
    "facts": ("patient", "facts"),
}
FLAGS = {
    "exercises": "--exercise",
    "facts": "--fact",
    "accepted": "--accept",
    "needs": "--need",
    "patient_id": "--id",
    "private_note": "--private-note",
}

# Options for one item of a list, in the order they are put in.
ITEMS: dict[str, tuple[str, Callable[[Source, str, Library], Source]]] = {
    "added": ("--add", add_exercise),
    "without_blocks": ("--without", without_block),
    "with_blocks": ("--with", with_block),
}


# What a plan of options alone begins with.
NO_PLAN = Source(Path("the plan"), {}, {})


@dataclass(frozen=True)
class PlanOptions:
    """What the command line says of a plan; `settings` are KEY=VALUE for any key, and win over all.

    `exercises` stand in place of the plan's, `added` come after them.
    """

    condition: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    patient: str | None = None
    patient_id: str | None = None
    initials: str | None = None
    facts: tuple[str, ...] = ()
    phase: str | None = None
    order: str | None = None
    side: str | None = None
    goal: str | None = None
    note: str | None = None
    private_note: str | None = None
    accepted: str | None = None
    review: str | None = None
    with_blocks: tuple[str, ...] = ()
    without_blocks: tuple[str, ...] = ()
    layout: str | None = None
    needs: tuple[str, ...] = ()
    paper: str | None = None
    language: str | None = None
    country: str | None = None
    clinic: str | None = None
    settings: tuple[str, ...] = ()


def with_options(source: Source, options: PlanOptions, library: Library) -> tuple[Source, list[Problem]]:
    """Return a plan's source with the options in it, and what is wrong with those that fit nowhere."""
    problems: list[Problem] = []
    if not isinstance(source.data, Mapping):
        return source, problems
    for name, value in vars(options).items():
        if value not in (None, ()) and name not in (*ITEMS, "settings"):
            flag = Path(FLAGS.get(name, f"--{name}"))
            location = OF_PERSON.get(name, (name,))
            source = _tried(source, problems, _put_option, location, value, flag)
    for name, (flag_name, change) in ITEMS.items():
        for text in getattr(options, name):
            source = _tried(source, problems, _change_item, text, change, library, Path(flag_name))
    both = {*map(block_of, options.with_blocks)} & {*map(block_of, options.without_blocks)}
    if both:
        message = f"{listed(sorted(both), last='and')} cannot be put in and left out at once."
        problems.append(Problem(Path("--without"), 0, 0, message, "Keep one of the two."))
    for setting in options.settings:
        source = _tried(source, problems, _spelled_out, setting, library, problems)
        source = _tried(source, problems, _apply, setting, library)
    return source, problems


def _tried(
    source: Source, problems: list[Problem], change: Callable[..., Source], *arguments: object
) -> Source:
    """Return a changed source, or the same one with what is wrong added to the problems."""
    try:
        return change(source, *arguments)
    except ContentError as error:
        problems += error.problems
        return source


def _put_option(source: Source, location: Location, value: str | tuple[str, ...], flag: Path) -> Source:
    texts = tuple(_checked_text(text, flag) for text in ((value,) if isinstance(value, str) else value))
    _refuse_nowhere(source.data, location, path=flag)
    return _put(source, location, texts[0] if isinstance(value, str) else texts, path=flag)


def _change_item(
    source: Source, text: str, change: Callable[[Source, str, Library], Source], library: Library, flag: Path
) -> Source:
    try:
        return change(source, _checked_text(text, flag), library)
    except ContentError as error:
        raise ContentError([Problem(flag, 0, 0, one.message, one.hint) for one in error.problems]) from None


def _checked_text(text: str, flag: Path) -> str:
    """Return the text of an option; raise ContentError where there is none, or something hidden in it."""
    if not text.strip():
        hint = "Leave it out, or take a key out of the plan with `--set KEY=`."
        raise file_error(flag, "there is no text after this option.", hint)
    try:
        refuse_hidden_characters(text, flag)
    except ContentError as error:
        raise ContentError([Problem(flag, 0, 0, one.message, one.hint) for one in error.problems]) from None
    return made_plain(text)


def _spelled_out(source: Source, setting: str, library: Library, problems: list[Problem]) -> Source:
    """Return a source in which the items of a list can be set in part, if this setting sets one."""
    key, _, inside = setting.partition("=")[0].strip().partition(".")
    if key not in LISTS or not inside:
        return source
    source = with_usual(source, key, library)
    source, more = spell_out_plan(source, library.exercise_names, library.condition_names)
    problems += more
    return source


def _apply(source: Source, setting: str, library: Library) -> Source:
    """Return a source with one `KEY=VALUE` in it, such as `exercises.heel-raise.reps=10`."""
    key, equals, value = (part.strip() for part in setting.partition("="))
    path = Path(f"--set {key}")
    if not equals or not key:
        raise file_error(path, "a setting needs a key and a value.", "Write `key=value`.")
    value = _checked_text(value, path) if value else ""
    parts = tuple(int(part) if re.fullmatch(r"\d{1,4}", part) else part for part in key.split("."))
    if parts[0] in LISTS and len(parts) > 1:
        parts = (parts[0], item_called(source, parts[0], parts[1], library, path=path), *parts[2:])
    _refuse_nowhere(source.data, parts, path=path)
    if parts[0] in LISTS and len(parts) == 1 and value:
        items = split_items(value, parts[0])
        if not items:
            raise file_error(path, "there is no item in this list.", "Write `a; b`.")
        return _put(source, parts, items, path=path)
    return _put(source, parts, plain_value(value), path=path, written=value)


def _refuse_nowhere(data: Data, parts: Location, *, path: Path) -> None:
    """Raise ContentError unless every part of a setting but the last leads somewhere."""
    walked = "the plan"
    for part in parts:
        if isinstance(data, tuple):
            if not isinstance(part, int) or part >= len(data):
                message = f"{walked} has no item `{part}`; its {len(data)} are counted from 0."
                raise file_error(path, message)
            data = data[part]
        elif data is None and isinstance(part, int):
            raise file_error(path, f"{walked} is not in the plan, so no item can be set.")
        elif isinstance(data, Mapping) and isinstance(part, int):
            raise file_error(path, f"{walked} is no list, so it has no item `{part}`.")
        elif data is None or isinstance(data, Mapping):
            data = (data or {}).get(part)
        else:
            raise file_error(path, f"{walked} is one value; it has no `{part}`.")
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
