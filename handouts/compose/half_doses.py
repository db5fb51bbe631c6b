"""Say half of each dose, so that nobody has to work it out on a bad day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from handouts.compose.doses import how_long, how_many
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, string_of, text_of
from handouts.library.words import Speech, fill
from handouts.schema.amount import Amount, highest, lowest, ranging
from handouts.schema.dose_words import UNTIL_TIRED

# What may be halved, in this order where several are as near to a half.
_KEYS = ("sets", "reps", "seconds", "hold_seconds")
# Half of a shorter hold is hardly one.
SHORTEST_HOLD = 10


def compose_half(given: Sequence[Prescription], speech: Speech) -> Text:
    """Return half of each dose that has one, those that are the same together; empty where none has."""
    numbers: dict[str, list[str]] = {}
    for one in given:
        said = _half(one, speech)
        if said:
            numbers.setdefault(said, []).append(str(one.number))
    words = speech.words.pain
    halves = [fill(words.half_of, numbers=", ".join(some), dose=said) for said, some in numbers.items()]
    return text_of(fill(words.half, all=" ".join(halves))) if halves else ()


def _halvable(given: Prescription) -> Iterator[tuple[float, str, Amount]]:
    """Yield what can be halved, rounded down, each with how far from a half that is."""
    for key in _KEYS:
        amount: Amount | None = getattr(given.dose, key)
        least = SHORTEST_HOLD if key == "hold_seconds" else 2
        if amount is not None and lowest(amount) >= least:
            ends = lowest(amount), highest(amount)
            yield max(end % 2 / end for end in ends), key, ranging(*(end // 2 for end in ends))


def _half(given: Prescription, speech: Speech) -> str:
    """Return half of a dose in words, without what stays as it is; empty where it has none."""
    found = [] if given.dose.effort == UNTIL_TIRED else [*_halvable(given)]
    if not found:
        return ""
    _, key, amount = min(found, key=itemgetter(0))
    if key == "sets":
        return speech.count(speech.words.dose.sets_alone, amount)
    less = replace(given, dose=given.dose.model_copy(update={key: amount, "load": None}))
    said = how_long(less, speech)[1] if key.endswith("seconds") else how_many(less, speech)
    return string_of(text_of(said))
