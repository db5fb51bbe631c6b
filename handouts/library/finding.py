"""Choose exercises by what they are for, how they are done, what they need, and by words of their names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from handouts.library.content import Library
from handouts.library.names import key_of
from handouts.schema.exercise import Exercise

# How alike a misspelt word must be to one of a name: `calv`, `rase` and `strech` are.
NEAR = 0.75
# What stands for no equipment, and the words of what any room has.
NOTHING = "none"
AT_HAND = ("chair", "floor", "table", "wall", "worktop")


@dataclass(frozen=True)
class Wanted:
    """What exercises are looked for; what is left empty does not matter.

    `words` are looked for in titles and other names, misspelt or in part. `equipment` is something that is
    needed, or `none` for what needs nothing but such as a chair or a wall; `target` is a muscle, `limb` the
    part of the body that works.
    """

    words: Sequence[str] = ()
    purpose: str | None = None
    position: str | None = None
    limb: str | None = None
    equipment: str | None = None
    target: str | None = None


def find_exercises(wanted: Wanted, library: Library) -> list[Exercise]:
    """Return the exercises that are wanted: the best fit for the words first, else by id.

    Of those that fit alike the one with the shortest title is first: `heel raise` means that one.
    """
    found = (library.find_exercise(one) for one in library.ids("exercises"))
    fitting = [(_distance(wanted.words, one), one) for one in found if _fits(one, wanted)]
    found_all = [(distance, one) for distance, one in fitting if distance is not None]
    shortest = len if wanted.words else lambda _: 0
    return [one for _, one in sorted(found_all, key=lambda pair: (pair[0], shortest(pair[1].title.split())))]


def _fits(exercise: Exercise, wanted: Wanted) -> bool:
    return (
        wanted.purpose in (None, exercise.group)
        and wanted.position in (None, exercise.position)
        and wanted.limb in (None, exercise.limb)
        and _has(wanted.equipment, exercise.equipment)
        and _is_among(wanted.target, exercise.targets)
    )


def _has(wanted: str | None, equipment: Iterable[str]) -> bool:
    if wanted == NOTHING:
        return all(any(_is_among(word, (thing,)) for word in AT_HAND) for thing in equipment)
    return _is_among(wanted, equipment)


def _is_among(word: str | None, names: Iterable[str]) -> bool:
    """Return whether a word is a part of one of the names, in any case and number; no word is."""
    return word is None or any(key_of(word) in key_of(name) for name in names)


def _distance(words: Sequence[str], exercise: Exercise) -> float | None:
    """Return how far an exercise's names are from the words, None where one of these is in none of them."""
    asked = " ".join(map(key_of, words)).split()
    names = [key_of(name).split() for name in (exercise.title, *exercise.also_called)]
    farthest = [min(_distances(word, names), default=1.0) for word in asked]
    return None if any(far > 1 - NEAR for far in farthest) else sum(farthest)


def _distances(word: str, names: Iterable[Sequence[str]]) -> Iterator[float]:
    """Yield how far a word is from each word of names: nothing for the same, little for its beginning."""
    for one in {one for name in names for one in name}:
        if one == word:
            yield 0.0
        elif one.startswith(word):
            yield 0.1
        else:
            yield 1 - SequenceMatcher(None, word, one).ratio()
