"""Turn the dose of a prescribed exercise into what is said of it: cells, a sentence, what stands beside.

It also says half of each dose, so that nobody has to work it out on a bad day, and tells apart exercises that
stand in a plan twice, by the side, the time, the note or the dose.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter
from typing import Literal

from handouts.compose.exercise_blocks import DoseCell, DoseWord
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, string_of, text_of
from handouts.library.words import Speech, fill
from handouts.schema.amount import Amount, highest, lowest, ranging
from handouts.schema.dates import DAYS_OF_A_WEEK
from handouts.schema.dose_words import AS_YOU_CAN_BEAR, BODY_WEIGHT, UNTIL_TIRED

_NUMBER = re.compile(r"(\d+)")
# A longer note is no mark to tell rows apart by.
LONGEST_MARK = 30


def dose_cells(given: Prescription, speech: Speech) -> tuple[DoseCell, ...]:
    """Return how many, how long, how often and which side, in that order, without what nothing says."""
    left = given.said_side in ("left", "both", "each")
    right = given.said_side in ("right", "both", "each")
    many = dose_words(how_many(given, speech))
    held, held_short = map(dose_words, how_long(given, speech))
    often, often_short = map(dose_words, how_often(given, speech))
    side = dose_words(side_words(given, speech, "dose"))
    cells = (
        DoseCell("repeat", many, many),
        DoseCell("clock", held, held_short),
        DoseCell("calendar", often, often_short),
        DoseCell("side", side, side, left, right),
    )
    return tuple(cell for cell in cells if cell.long)


def side_words(given: Prescription, speech: Speech, form: Literal["dose", "limb"]) -> str:
    """Return which side works, for the dose or in a sentence; nothing for what has no side."""
    if given.said_side is None:
        return ""
    said: str = getattr(speech.side(given.said_side, given.exercise.limb), form)
    return said


def dose_sentence(given: Prescription, speech: Speech) -> str:
    """Return the whole dose as a listener hears it, with what the plan says beside it."""
    parts = [how_many(given, speech), how_long(given, speech)[0], _often_heard(given, speech)]
    words = [*parts, side_words(given, speech, "limb")]
    dose = ", ".join(string_of(text_of(part)) for part in words if part)
    beside = " ".join(own_words(given, speech))
    return f"{dose}. {beside}" if beside and dose else dose or beside


def dose_words(message: str) -> tuple[DoseWord, ...]:
    """Return a message with its numbers as figures and its `**marked**` words strong."""
    words: list[DoseWord] = []
    for span in text_of(message):
        for piece in _NUMBER.split(span.text):
            if piece:
                kind = "figure" if piece.isdigit() else "strong" if span.strong else "plain"
                words.append(DoseWord(piece, kind))  # type: ignore[arg-type]
    return tuple(words)


def extra_steps(given: Prescription, speech: Speech) -> Iterator[str]:
    """Yield what the dose adds to the steps: the tempo, the rest, and the person's own limits."""
    for key, sentence in _beside(given, speech):
        if key == "tempo" and given.exercise.move_seconds:
            # The steps and the hold say it.
            continue
        if key in given.own or key == "rest_seconds" and given.dose.sets and highest(given.dose.sets) > 1:
            yield sentence


def own_words(given: Prescription, speech: Speech) -> Iterator[str]:
    """Yield what the plan says beside the cells of the dose, for those who do not see the steps."""
    yield from (sentence for key, sentence in _beside(given, speech) if key in given.own)
    if given.dose.weeks:
        yield speech.count(speech.words.dose.for_weeks, given.dose.weeks)


def _beside(given: Prescription, speech: Speech) -> Iterator[tuple[str, str]]:
    """Yield keys of the dose, each with its sentence."""
    words, dose = speech.words.dose, given.dose
    if dose.tempo:
        go, hold, back = dose.tempo
        yield "tempo", fill(words.tempo if hold else words.tempo_no_hold, go=go, hold=hold, back=back)
    if dose.rest_seconds == 0:
        yield "rest_seconds", words.no_rest
    elif dose.rest_seconds:
        between = words.rest if dose.sets and dose.sets != 1 else words.rest_after
        between = words.rest_each if dose.sets is None and dose.reps not in (None, 1) else between
        yield "rest_seconds", fill(between, time=_time(dose.rest_seconds, speech))
    if dose.effort == AS_YOU_CAN_BEAR:
        yield "effort", words.as_you_can_bear
    if dose.pain_limit is not None:
        yield "pain_limit", fill(words.pain_limit, n=dose.pain_limit)


def _time(seconds: Amount, speech: Speech) -> str:
    """Return a time in minutes where it is whole ones, else in seconds."""
    words, ends = speech.words.dose, (lowest(seconds), highest(seconds))
    if any(end % 60 for end in ends):
        return speech.count(words.seconds, seconds)
    return speech.count(words.minutes, ranging(ends[0] // 60, ends[1] // 60))


def how_many(given: Prescription, speech: Speech) -> str:
    """Return the sets and repetitions, with the load and whether to go on until one is tired.

    It is empty where nothing says how much.
    """
    words, dose = speech.words.dose, given.dose
    tired = dose.effort == UNTIL_TIRED
    if not given.is_counted:
        return fill(words.load_alone, load=dose.load) if dose.load else ""
    times = words.spots if given.exercise.counts == "spots" and not dose.seconds else words.times
    if dose.sets and dose.reps:
        many = speech.count(words.sets, dose.sets, reps=speech.amount(dose.reps))
    elif dose.sets:
        many = speech.count(words.sets_alone if given.exercise.counts == "reps" else words.times, dose.sets)
    else:
        many = "" if tired and not dose.reps and not dose.seconds else speech.count(times, dose.reps or 1)
    if tired:
        many = fill(words.until_tired, many=many) if many else words.until_tired_alone
    if dose.load == BODY_WEIGHT:
        return fill(words.body_weight, many=many)
    # A number and its unit stay on one line.
    load = re.sub(r"(?<=\d) (?=kg|lb)", "\u00a0", dose.load or "")
    return fill(words.load, many=many, load=load) if load else many


def how_long(given: Prescription, speech: Speech) -> tuple[str, str]:
    """Return the hold, or the time in place of repetitions, long and short; empty where nothing says it."""
    words, dose = speech.words.dose, given.dose
    if dose.seconds:
        lasting = fill(words.lasting, time=_time(dose.seconds, speech))
        said = fill(words.lasting_each, lasting=lasting) if dose.sets not in (None, 1) else lasting
        return said, said
    if dose.hold_seconds is None:
        return "", ""
    if not dose.hold_seconds:
        return words.no_hold, words.no_hold_short
    return speech.count(words.hold, dose.hold_seconds), speech.count(words.hold_short, dose.hold_seconds)


def how_often(given: Prescription, speech: Speech) -> tuple[str, str]:
    """Return how often in a day and on which days, long and short; empty where nothing says it."""
    if not given.is_timed:
        return "", ""
    words, dose, days = speech.words.dose, given.dose, which_days(given, speech)
    if dose.every_hours:
        long = short = speech.count(words.every_hours, dose.every_hours)
    elif dose.times_of_day:
        long = short = f"**{named_parts(given, speech)}**"
    else:
        long, short = (speech.count(one, given.times) for one in (words.per_day, words.per_day_short))
        if days and given.times == 1:
            return days, days
    if not days:
        return long, short
    return fill(words.per_day_and_days, per_day=long, days=days), fill(
        words.per_day_and_days, per_day=short, days=days
    )


def which_days(given: Prescription, speech: Speech) -> str:
    """Return the days of the week that have it, named ones strong; nothing for each day."""
    words, dose = speech.words.dose, given.dose
    if given.every_day:
        return ""
    if dose.days:
        days = zip(speech.weekdays(), given.sessions, strict=True)
        return f"**{', '.join(name for name, times in days if times)}**"
    if dose.every_days:
        return (
            words.every_other_day if dose.every_days == 2 else speech.count(words.every_days, dose.every_days)
        )
    return speech.count(words.days_per_week, dose.days_per_week or DAYS_OF_A_WEEK)


def _often_heard(given: Prescription, speech: Speech) -> str:
    """Return how often in whole words: twice a day, on Monday and Friday."""
    if not given.is_timed:
        return ""
    words, dose = speech.words.dose, given.dose
    if dose.every_hours:
        often = speech.count(words.every_hours, dose.every_hours)
    elif dose.times_of_day:
        often = named_parts(given, speech)
    else:
        few = isinstance(given.times, int) and given.times <= len(words.often)
        often = words.often[lowest(given.times) - 1] if few else speech.count(words.per_day, given.times)
    if dose.days and not given.every_day:
        wide = zip(speech.weekdays("wide"), given.sessions, strict=True)
        days = speech.listed([name for name, sessions in wide if sessions])
        return fill(words.often_on_days, often=often, days=days)
    days = which_days(given, speech)
    return fill(words.per_day_and_days, per_day=often, days=days) if days else often


def named_parts(given: Prescription, speech: Speech) -> str:
    """Return the named times of day: morning and evening."""
    return speech.listed([getattr(speech.words.dose.parts, part) for part in given.dose.times_of_day or ()])


def told_apart(given: Sequence[Prescription], speech: Speech) -> tuple[Prescription, ...]:
    """Return the exercises, those that are there twice with a title that no other has."""
    return tuple(
        replace(one, title=_title(one, alike, speech)) if len(alike) > 1 else one
        for one in given
        for alike in [[other for other in given if other.exercise.id == one.exercise.id]]
    )


def _title(one: Prescription, alike: Sequence[Prescription], speech: Speech) -> str:
    """Return the title with as many marks as part it from its namesakes."""
    marks = [tuple(_marks(other, alike, speech)) for other in alike]
    # Only what is not the same for all of them tells them apart.
    telling = [at for at, mark in enumerate(zip(*marks, strict=True)) if len({*mark}) > 1]
    for some in accumulate(([at] for at in telling), lambda before, at: before + at):
        chosen = [[mark[at] for at in some] for mark in marks]
        if len({*map(tuple, chosen)}) == len(alike):
            own = ", ".join(mark for mark in chosen[alike.index(one)] if mark)
            return fill(speech.words.card.apart, title=one.exercise.title, mark=own) if own else one.title
    return one.title


def _marks(one: Prescription, alike: Sequence[Prescription], speech: Speech) -> Iterator[str]:
    """Yield what can tell an exercise from its namesakes, the most telling first."""
    short, dose = all(len(other.note or "") <= LONGEST_MARK for other in alike), speech.words.dose
    often = speech.count(dose.per_day, one.times)
    yield side_words(one, speech, "limb")
    yield named_parts(one, speech) or often
    yield string_of(text_of(which_days(one, speech))) or dose.every_days.one
    yield one.note or "" if short else ""
    yield string_of(text_of(how_many(one, speech)))
    yield string_of(text_of(how_long(one, speech)[0]))
    yield often
    yield " ".join(own_words(one, speech))
    yield one.note or ""


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
