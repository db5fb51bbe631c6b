"""Find what is wrong with the photos and drawings that an exercise names, and what is coarse in print."""

from collections.abc import Iterator

from handouts.problems import Problem
from handouts.schema.exercise import Exercise
from handouts.source import Location, Source

# Each of these in place of the others.
KINDS = ("figure", "picture", "pictures")


def unfit_pictures(exercise: Exercise, source: Source) -> Iterator[Problem]:
    """Yield what keeps the pictures of an exercise from being printed."""
    first, *others = [key for key in KINDS if getattr(exercise, key)] or ["figure"]
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


def coarse_pictures(exercise: Exercise, name: str) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint for each picture that is coarse in print, of an exercise called by a ."""
    if not exercise.photos:
        return
    from handouts.library.image import FEWEST_PIXELS, read_photo

    for photo in exercise.photos:
        pixels = read_photo(photo.path).pixels
        if pixels < FEWEST_PIXELS:
            message = f"a picture of {name} has {pixels} pixels on its longer side, and looks coarse."
            yield message, f"Take one with {2 * FEWEST_PIXELS} or more."
