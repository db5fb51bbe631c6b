"""The lists of a plan, as options change them: an exercise more, a block more or less, one by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from handouts.library.chosen import find_conditions, usual_blocks, usual_exercises
from handouts.library.content import Library
from handouts.library.phases import PHASE
from handouts.problems import ContentError, did_you_mean, file_error, listed
from handouts.schema.condition import Condition
from handouts.schema.dose import format_dose
from handouts.schema.shorthand import block_of, split_items
from handouts.source import Data, Location, Place, Source, replaced

# What is printed whatever a plan says.
ALWAYS = ("safety", "sources")
# A block that is put in stands before the first of these.
ENDING = ("safety", "contact", "sources")

# An item that is there, by its number, or the text of a new one with the option that says it.
Item = int | tuple[str, str]
Part = TypeVar("Part")


def with_usual(source: Source, key: str, library: Library) -> Source:
    """Return a plan with the usual exercises or blocks of its conditions where it has none of its own.

    Of a plan in a phase these are `phase`, which stands for its exercises. Nothing changes where a condition
    is not known, which the check of the plan tells. Raises ContentError for what is wrong with a condition.
    """
    if source.data.get(key) is not None or key not in ("exercises", "blocks"):
        return source
    if key == "exercises" and source.data.get(PHASE) is not None:
        return source.put((key,), (PHASE,), places={(key,): source.place((PHASE,))})
    conditions = conditions_of(source, library)
    if conditions is None:
        return source
    exercises, blocks = usual_exercises(conditions), usual_blocks(conditions)
    usual = tuple(map(format_dose, exercises)) if key == "exercises" else blocks
    return source.put((key,), usual, places={(key,): source.place(("condition",))})


def conditions_of(source: Source, library: Library) -> tuple[Condition, ...] | None:
    """Return the conditions that a plan names, or the general one; None where one is not known."""
    named = source.data.get("condition")
    names = split_items(named, "condition") if isinstance(named, str) else named
    if not isinstance(names, tuple | None):
        return None
    called = [library.condition_names.named(str(one)) for one in names or ()]
    if any(len(ids) != 1 for ids in called):
        return None
    return find_conditions([one for (one,) in called] or None, library)


def add_exercise(source: Source, text: str, library: Library) -> Source:
    """Return a plan with an exercise after its own, or after the usual ones."""
    source = with_usual(source, "exercises", library)
    return arranged(source, "exercises", [*range(_count(source, "exercises")), (text, "--add")])


def with_block(source: Source, text: str, library: Library) -> Source:
    """Return a plan with a block, such as `diary` or `diary: {weeks: 2}`, in place of one of that name."""
    source = with_usual(source, "blocks", library)
    blocks = _blocks(source)
    name = block_of(text)
    if name in blocks and ":" not in text:
        return source
    items: list[Item] = [*range(len(blocks))]
    before = (at for at, block in enumerate(blocks) if block in ENDING)
    at = blocks.index(name) if name in blocks else next(before, len(blocks))
    items[at : at + (name in blocks)] = [(text, "--with")]
    return arranged(source, "blocks", items)


def without_block(source: Source, text: str, library: Library) -> Source:
    """Return a plan without a block; raise ContentError for one that is not there or must be."""
    source = with_usual(source, "blocks", library)
    blocks = _blocks(source)
    name = block_of(text)
    if name in ALWAYS:
        raise _error(f"the block `{name}` is always printed.", "A plan can move it, not leave it out.")
    if not blocks:
        return source
    if name not in blocks:
        hint = did_you_mean(name, blocks) or f"Its blocks are {listed(blocks, last='and')}."
        raise _error(f"the plan has no block `{name}`.", hint)
    return arranged(source, "blocks", [at for at, block in enumerate(blocks) if block != name])


def item_called(
    source: Source, key: str | int, name: str | int, library: Library, *, path: Path
) -> str | int:
    """Return the number of the exercise or block of a name; the name itself where none is called so.

    Raises ContentError where several are.
    """
    items = source.data.get(key)
    if isinstance(name, int) or not isinstance(items, tuple):
        return name
    called = (name, *library.exercise_names.named(name)) if key == "exercises" else (name,)
    found = [at for at, item in enumerate(items) if _name_of(item) in called]
    if len(found) > 1:
        numbers = listed((f"{key}.{at}" for at in found), last="or")
        raise file_error(path, f"`{name}` is there {len(found)} times.", f"Write {numbers}.")
    return found[0] if found else name


def _name_of(item: Data) -> Data:
    return (item.get("exercise") or item.get("block")) if isinstance(item, Mapping) else item


def _blocks(source: Source) -> list[str]:
    blocks = source.data.get("blocks")
    return [block_of(one) for one in blocks] if isinstance(blocks, tuple) else []


def _count(source: Source, key: str) -> int:
    items = source.data.get(key)
    return len(items) if isinstance(items, tuple) else 0


def arranged(source: Source, key: str, items: Sequence[Item]) -> Source:
    """Return a plan whose list has these items, each with its place."""
    if not isinstance(source.data.get(key) or (), tuple):
        # Its check tells that this is no list.
        return source
    old = source.data.get(key) or ()
    data = tuple(old[one] if isinstance(one, int) else one[0] for one in items)
    numbers = {one: at for at, one in enumerate(items) if isinstance(one, int)}
    new = {
        (key, at): Place(0, 0, path=Path(one[1])) for at, one in enumerate(items) if not isinstance(one, int)
    }
    places = _renumbered(source.places, key, numbers)
    places.setdefault((key,), next(iter(new.values()), Place(0, 0)))
    written = _renumbered(source.written, key, numbers)
    return replace(source, data=replaced(source.data, (key,), data), places=places | new, written=written)


def _renumbered(parts: Mapping[Location, Part], key: str, numbers: Mapping[int, int]) -> dict[Location, Part]:
    """Return parts by their location, those of a list by the new number of their item."""
    found: dict[Location, Part] = {}
    for location, part in parts.items():
        if location[:1] != (key,) or len(location) == 1:
            found[location] = part
        elif isinstance(location[1], int) and location[1] in numbers:
            found[key, numbers[location[1]], *location[2:]] = part
    return found


def _error(message: str, hint: str) -> ContentError:
    return file_error(Path(), message, hint)
