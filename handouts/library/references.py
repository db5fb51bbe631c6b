"""Turn the ids inside a model into problems where the library has nothing of that name."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from handouts.library.content import Library
from handouts.problems import ContentError, Problem, did_you_mean
from handouts.schema.base import Kind, Names
from handouts.schema.check import in_order
from handouts.schema.condition import Condition
from handouts.schema.plan import BLOCKS
from handouts.source import Location, Source

if TYPE_CHECKING:
    from handouts.drawing.checks import DrawingError
    from handouts.schema.figure import Figure
    from handouts.schema.muscle import Muscle


def check_references(model: BaseModel, source: Source, *, library: Library) -> list[Problem]:
    """Return a problem for every id in a model that the library does not have."""
    problems = []
    for location, kind, name in _references(model, ()):
        missing = library.missing(kind, name)
        if missing:
            problems.append(source.problem(location, *missing))
    return problems


def check_content(library: Library) -> list[Problem]:
    """Return every problem of every file of content, its references included."""
    finders: dict[Kind, Callable[[str], BaseModel]] = {
        "conditions": library.find_condition,
        "exercises": library.find_exercise,
        "muscles": library.find_muscle,
        "regions": library.find_region,
        "figures": library.find_figure,
        "safety": library.find_safety,
        "advice": library.find_advice,
    }
    problems: list[Problem] = []
    for kind, find in finders.items():
        for name in library.ids(kind):
            problems += _check_file(find, name, kind=kind, library=library)
    return in_order(problems)


def check_condition(condition: Condition, source: Source, *, library: Library) -> list[Problem]:
    """Return the blocks and points of a condition that do not exist."""
    problems = [
        source.problem(("blocks", index), *missing)
        for index, block in enumerate(condition.blocks)
        if (missing := missing_block(block, condition, library=library))
    ]
    if not library.missing("muscles", condition.muscle):
        muscle = library.find_muscle(condition.muscle)
        problems += missing_points(condition.map_points, ("map_points",), muscle=muscle, source=source)
    return problems


def check_figure(figure: "Figure", source: Source) -> list[Problem]:
    """Return what about a figure cannot be drawn; it is drawn for the purpose."""
    from handouts.drawing.checks import DrawingError
    from handouts.drawing.scene import draw_figure

    try:
        draw_figure(figure, side="right", line_pt=1)
    except DrawingError as error:
        return undrawable(error, source)
    return []


def undrawable(error: "DrawingError", source: Source) -> list[Problem]:
    """Return what is wrong with a figure as problems of its file."""
    return [source.problem((), f"this cannot be drawn: {fault}.") for fault in error.problems]


def check_muscle(muscle: "Muscle", source: Source, *, library: Library) -> list[Problem]:
    """Return the zones of pain that the region of a muscle does not have."""
    if not muscle.region or library.missing("regions", muscle.region):
        return []
    zones = library.find_region(muscle.region).zones
    return [
        source.problem(("points", index, key, at), f"there is no zone `{zone}`.", did_you_mean(zone, zones))
        for index, point in enumerate(muscle.points)
        for key, named in (("essential", point.essential), ("spill", point.spill))
        for at, zone in enumerate(named)
        if zone not in zones
    ]


def missing_block(block: str, condition: Condition, *, library: Library) -> tuple[str, str] | None:
    """Return the message and hint for a block that a condition does not have."""
    known = [*BLOCKS, *condition.texts, *library.ids("advice")]
    if block in known:
        return None
    return f"there is no block `{block}`.", did_you_mean(block, known)


def missing_points(
    points: tuple[int, ...], location: Location, *, muscle: "Muscle", source: Source
) -> list[Problem]:
    """Return a problem for each point at `location` that the muscle does not have."""
    known = [point.number for point in muscle.points]
    has = f"it has {', '.join(map(str, known))}" if known else "it has none"
    return [
        source.problem((*location, index), f"`{muscle.id}` has no point {point}; {has}.")
        for index, point in enumerate(points)
        if point not in known
    ]


def _check_file(
    find: Callable[[str], BaseModel], name: str, *, kind: Kind, library: Library
) -> list[Problem]:
    try:
        model = find(name)
        source = library.file(kind, name)
        problems = check_references(model, source, library=library)
        if isinstance(model, Condition):
            problems += check_condition(model, source, library=library)
    except ContentError as error:
        return error.problems
    return problems


def _references(model: BaseModel, location: Location) -> Iterator[tuple[Location, Kind, str]]:
    """Yield the place, kind and id of every reference in a model."""
    for key, kind in _kinds(type(model)).items():
        yield from _inside(getattr(model, key), (*location, key), kind)


def _inside(value: Any, location: Location, kind: Kind | None) -> Iterator[tuple[Location, Kind, str]]:
    if isinstance(value, str):
        if kind:
            yield location, kind, value
    elif isinstance(value, BaseModel):
        yield from _references(value, location)
    elif isinstance(value, tuple | Mapping):
        items = value.items() if isinstance(value, Mapping) else enumerate(value)
        for part, item in items:
            yield from _inside(item, (*location, part), kind)


@cache
def _kinds(model: type[BaseModel]) -> dict[str, Kind | None]:
    """Return the fields of a model with the kind of thing that each names, if any."""
    return {
        key: next(_names([*field.metadata, field.annotation]), None)
        for key, field in model.model_fields.items()
    }


def _names(parts: list[Any]) -> Iterator[Kind]:
    for part in parts:
        if isinstance(part, Names):
            yield part.kind
        yield from _names([*getattr(part, "__metadata__", ()), *get_args(part)])
