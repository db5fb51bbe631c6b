"""Find what one file of content says of another that is not so: ids, blocks, points, zones and pictures."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

from handouts.problems import Problem, did_you_mean, listed
from handouts.schema.base import Kind, Names
from handouts.schema.condition import Condition
from handouts.schema.plan import BLOCKS
from handouts.schema.sentences import shortened
from handouts.schema.walk import walk
from handouts.source import Location, Source

if TYPE_CHECKING:
    from handouts.drawing.checks import DrawingError
    from handouts.schema.exercise import Exercise
    from handouts.schema.figure import Figure, ShowsAll
    from handouts.schema.muscle import Muscle
    from handouts.schema.region import Region

# What one of each kind is called.
ONE: dict[Kind, str] = {
    "exercises": "exercise",
    "conditions": "condition",
    "muscles": "muscle",
    "regions": "region",
    "figures": "figure",
    "safety": "safety block",
    "advice": "advice",
    "glossaries": "glossary",
    "words": "language",
    "layouts": "layout",
    "sources": "source",
    "facts": "fact",
}

# The message and the hint for what is not there.
Missing = tuple[str, str]

# What a condition must have for the blocks that not every one has.
NEEDED: dict[str, tuple[str, ...]] = {
    "trigger-point-map": ("muscle", "region"),
    "about-the-muscle": ("muscle",),
    "what-helps": ("what_helps",),
    "glossary": ("glossary",),
}


# How an exercise is shown: in one of these ways.
SHOWN_BY = ("figure", "picture", "pictures")


def unknown_ids(
    model: BaseModel, source: Source, *, missing: Callable[[Kind, str], Missing | None]
) -> Iterator[Problem]:
    """Yield a problem for every id in a model that is `missing` among those of its kind."""
    for location, value, marks in walk(model):
        names = next((mark for mark in marks if isinstance(mark, Names)), None)
        told = missing(names.kind, value) if names and isinstance(value, str) else None
        if told:
            yield source.problem(location, *told)


def has_block(condition: Condition, block: str) -> bool:
    """Return whether a condition has what one of the blocks of every condition says."""
    return all(getattr(condition, key) for key in NEEDED.get(block, ()))


def missing_block(
    block: str,
    conditions: Sequence[Condition],
    *,
    advice: Collection[str],
    others: Callable[[], Collection[str]] = tuple,
) -> Missing | None:
    """Return what to say of a block that none of these conditions has, and that is no `advice`.

    `others` returns the texts that other conditions have.
    """
    known = [*BLOCKS, *(text for one in conditions for text in one.texts), *advice]
    if block in known and any(has_block(one, block) for one in conditions):
        return None
    if block in known or block in others():
        named = listed(one.id for one in conditions)
        return f"{named} has no `{block}`.", "Leave it out, or name a condition that has one."
    return f"there is no block `{block}`.", did_you_mean(block, known)


def unknown_blocks(condition: Condition, source: Source, *, advice: Collection[str]) -> Iterator[Problem]:
    """Yield the usual blocks of a condition that do not exist."""
    for index, block in enumerate(condition.blocks):
        missing = missing_block(block, (condition,), advice=advice)
        if missing:
            yield source.problem(("blocks", index), *missing)


def unknown_points(
    points: tuple[int, ...], location: Location, *, muscles: Sequence["Muscle"], source: Source
) -> Iterator[Problem]:
    """Yield the points at `location` that none of the muscles has."""
    known = sorted({point.number for muscle in muscles for point in muscle.points})
    has = f"it has {', '.join(map(str, known))}" if known else "it has none"
    named = listed(muscle.id for muscle in muscles)
    for index, point in enumerate(points):
        if point not in known:
            yield source.problem((*location, index), f"{named} has no point {point}; {has}.")


def unknown_zones(muscle: "Muscle", source: Source, *, region: "Region") -> Iterator[Problem]:
    """Yield the view and the zones of pain of a muscle that its region does not have."""
    zones, views = region.zones, [one.id for one in region.views]
    if muscle.view not in (None, *views):
        hint = f"There is {listed(views, last='and')}."
        yield source.problem(("view",), f"there is no view `{muscle.view}`.", hint)
    for index, point in enumerate(muscle.points):
        for key, named in (("essential", point.essential), ("spill", point.spill)):
            for at, zone in enumerate(named):
                if zone not in zones:
                    hint = did_you_mean(zone, zones)
                    yield source.problem(("points", index, key, at), f"there is no zone `{zone}`.", hint)


def unknown_colours(figure: "Figure", source: Source, *, colours: Collection[str]) -> Iterator[Problem]:
    """Yield the colours of people that no layout has: `teal_shirt` is one of a shirt, and of nothing else."""
    for index, person in enumerate(figure.people):
        for key in ("skin", "hair", "shirt", "shorts"):
            role, known = getattr(person.look, key), [one for one in colours if one.endswith(f"_{key}")]
            if role not in known:
                hint = did_you_mean(role, known) or f"There are {listed(known, last='and')}."
                place = ("people", index, "look", key)
                yield source.problem(place, f"there is no colour `{shortened(role)}` of {key}.", hint)


def check_figure(figure: "Figure", source: Source) -> list[Problem]:
    """Return what about a figure cannot be drawn; it is drawn for the purpose."""
    from handouts.drawing.checks import DrawingError
    from handouts.drawing.scene import draw_figure

    try:
        draw_figure(figure, side="right")
    except DrawingError as error:
        return undrawable(error, source)
    return []


def unlike_shown(shows: "ShowsAll | None", figure: "Figure", source: Source) -> Iterator[Problem]:
    """Yield what an exercise says of its picture that is not to be seen in it."""
    if shows is None:
        return
    from handouts.drawing.checks import unlike

    try:
        for location, told in unlike(figure, shows):
            hint = "Change the picture, or what it has to show if the steps and the facts say so."
            yield source.problem(("shows", *location), f"the picture `{figure.id}` {told}.", hint)
    except (ValueError, ArithmeticError) as error:
        yield source.problem(("figure",), f"the picture `{figure.id}` cannot be drawn: {error}.")


def undrawable(error: "DrawingError", source: Source) -> list[Problem]:
    """Return what is wrong with a figure as problems of its file."""
    return [source.problem((), f"this cannot be drawn: {fault}.") for fault in error.problems]


def unfit_pictures(exercise: "Exercise", source: Source) -> Iterator[Problem]:
    """Yield what keeps the pictures of an exercise from being printed."""
    first, *others = [key for key in SHOWN_BY if getattr(exercise, key)] or ["figure"]
    for key in others:
        message = f"`{first}` and `{key}` cannot both be; keep one of them."
        yield source.problem((key,), message, at_key=True)
    if exercise.picture and not exercise.alt:
        message = "`picture` has no `alt`, for those who cannot see it."
        yield source.problem(("picture",), message, "Write `alt:` and what is seen in it.", at_key=True)
    if exercise.alt and not exercise.picture:
        message = "`alt` says what is seen in `picture`, which is missing."
        yield source.problem(("alt",), message, at_key=True)
    if not exercise.photos:
        return
    # The picture library is only loaded for an exercise that has one.
    from handouts.library.image import UnusableImage, read_photo

    for number, photo in enumerate(exercise.photos):
        place: Location = ("picture",) if exercise.picture else ("pictures", number, "file")
        try:
            read_photo(photo.path)
        except UnusableImage as fault:
            yield source.problem(place, fault.message, fault.hint)


def coarse_pictures(exercise: "Exercise", name: str) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint for each picture of an exercise of that name that is coarse in print."""
    if not exercise.photos:
        return
    from handouts.library.image import FEWEST_PIXELS, read_photo

    for photo in exercise.photos:
        pixels = read_photo(photo.path).pixels
        if pixels < FEWEST_PIXELS:
            message = f"a picture of {name} has {pixels} pixels on its longer side, and looks coarse."
            yield message, f"Take one with {2 * FEWEST_PIXELS} or more."
