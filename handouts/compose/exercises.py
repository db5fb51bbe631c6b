"""Turn the prescribed exercises into cards, a diary to tick, and how much pain is right and what is next."""

import datetime
from collections.abc import Iterator, Sequence

from handouts.compose.changes import changed_exercises
from handouts.compose.doses import compose_half, dose_cells, dose_sentence, extra_steps, own_words, which_days
from handouts.compose.exercise_blocks import (
    Diary,
    DiaryDay,
    DiaryRow,
    DiaryWeek,
    ExerciseCard,
    ExercisePicture,
    Exercises,
    Light,
    Note,
    PainRule,
)
from handouts.compose.plan_facts import PlanFacts
from handouts.compose.prescription import Prescription
from handouts.compose.safety import compose_stop
from handouts.compose.text import Text, one_span, text_of
from handouts.library.words import Speech, fill
from handouts.schema.base import Statement
from handouts.schema.dates import DAYS_OF_A_WEEK
from handouts.schema.exercise import Step


def compose_exercises(of: PlanFacts) -> Exercises:
    """Return the cards in the order of the plan, with what else the plan shows on them."""
    words = of.speech.words.card
    changed = changed_exercises(of.before, of.given, speech=of.speech) if of.previous else {}
    cards = (
        _card(one, picture, of, changed=changed.get(one.number, ""))
        for one, picture in zip(of.given, of.pictures, strict=True)
    )
    return Exercises(
        heading=words.heading,
        range_words=words.range,
        place_words=words.place,
        cards=tuple(cards),
        stop=compose_stop(of.subject.stop, speech=of.speech),
        side_letters=of.speech.words.sides.letters,
        continued=words.continued,
    )


def _card(given: Prescription, picture: ExercisePicture, of: PlanFacts, *, changed: str) -> ExerciseCard:
    """Return the card of one exercise; `changed` are the words for what is new or different, if it is."""
    exercise, speech = given.exercise, of.speech
    words = speech.words.card
    steps = [_step(step, given, speech) for step in exercise.steps]
    steps += map(text_of, extra_steps(given, speech))

    def said(one: Statement | None, message: str) -> Text:
        return text_of(fill(message, text=_sided(one.text, given, speech, of.us))) if one else ()

    return ExerciseCard(
        number=given.number,
        title=given.title,
        kicker=speech.words.separator.join(filter(None, [changed, *_kicker(given, speech)])),
        dose=dose_cells(given, speech),
        beside=tuple(map(text_of, own_words(given, speech))),
        spoken=dose_sentence(given, speech),
        purpose=said(exercise.purpose, "{text}"),
        steps=tuple(steps),
        feel=said(exercise.feel, words.feel),
        avoid=said(exercise.avoid, words.avoid),
        notes=tuple(_notes(given, of)),
        picture=picture,
        caption=exercise.caption or "",
        practised=words.practised if of.clinic and of.clinic.practised else "",
        changed=bool(changed),
    )


def _notes(given: Prescription, of: PlanFacts) -> Iterator[Note]:
    """Yield a caution, the plan's note, and what else it shows, in one order whatever the plan's."""
    exercise, speech, us, show = given.exercise, of.speech, of.us, of.plan.show or ()
    words = speech.words.card
    if exercise.ask_first:
        text = text_of(_sided(exercise.ask_first.text, given, speech, us))
        lead = words.ask_first if us == speech.words.us.clinic else words.ask_first_alone
        yield Note("ask-first", lead, text)
    if given.gentler:
        said = " ".join(fill(one, us=us) for one in given.gentler)
        yield Note("ask-first", words.note, text_of(said))
    if given.note:
        yield Note("changed", words.note, one_span(given.note))
    if "needs" in show and exercise.equipment:
        yield Note("shown", words.needs, text_of(f"{', '.join(exercise.equipment)}."))
    if "easier" in show and exercise.easier:
        yield Note("shown", words.easier, text_of(_sided(exercise.easier.text, given, speech, us)))
    if "harder" in show and given.next_step:
        yield Note("shown", words.harder, text_of(_sided(given.next_step, given, speech, us)))


def _kicker(given: Prescription, speech: Speech) -> tuple[str, str, str]:
    """Return the kind of exercise, its minutes and its weeks, each empty where it is not known."""
    words, weeks, group = speech.words.card, given.dose.weeks, given.exercise.group
    return (
        getattr(speech.words.groups, group) if group else "",
        speech.count(words.minutes, given.minutes) if given.is_counted else "",
        speech.count(words.weeks, weeks) if weeks else "",
    )


def _step(step: Step, given: Prescription, speech: Speech) -> Text:
    said = (given.side == "both" and step.both) or step.text
    # A time in place of repetitions leaves the hold open.
    if not given.dose.hold_seconds and not given.dose.seconds and step.no_hold:
        said = step.no_hold
    return text_of(_sided(said, given, speech, ""))


def _sided(message: str, given: Prescription, speech: Speech, us: str) -> str:
    said = speech.side(given.side if given.side in ("left", "right") else "sore", given.exercise.limb)
    tempo = given.dose.tempo
    go, back = (tempo[0], tempo[2]) if tempo else given.exercise.move_seconds or (0, 0)
    return fill(message, side=said.side, limb=said.limb, us=us, go=go, back=back)


def compose_diary(of: PlanFacts) -> Diary:
    """Return the diary; its dated weeks begin on the day of the plan, whatever weekday that is."""
    given, weeks, review, speech = of.given, of.weeks, of.plan.review, of.speech
    words = speech.words.diary
    rest = any(not all(one.sessions) for one in given)
    days = [of.day + datetime.timedelta(days=day) for day in range(DAYS_OF_A_WEEK * weeks)]
    return Diary(
        heading=words.heading,
        week_from=words.week_from,
        rest_note=" ".join(_unticked_days(given, speech)),
        bring=fill(words.bring, date=speech.date(review, speech.words.dates.short)) if review else "",
        tick=words.tick,
        day_names=speech.weekdays(),
        rows=tuple(DiaryRow(one.number, one.title, one.sessions) for one in given),
        pain=words.pain,
        sheet_note=words.sheet_note_rest if rest else words.sheet_note,
        sheet_pain=words.sheet_pain,
        weeks=weeks,
        sheet=tuple(
            _week(number, days[number * DAYS_OF_A_WEEK :][:DAYS_OF_A_WEEK], speech) for number in range(weeks)
        ),
        rest_day=words.rest_day,
        notes=words.notes,
    )


def _unticked_days(given: Sequence[Prescription], speech: Speech) -> Iterator[str]:
    """Yield what says that not each day is ticked: striped days, and how many where no days are named."""
    if any(not all(one.sessions) for one in given):
        yield speech.words.diary.rest
    alike: dict[str, list[str]] = {}
    for one in given:
        if all(one.sessions) and not one.every_day:
            alike.setdefault(which_days(one, speech), []).append(str(one.number))
    for days, numbers in alike.items():
        yield fill(speech.words.diary.some_days, numbers=", ".join(numbers), days=days)


def _week(number: int, days: Sequence[datetime.date], speech: Speech) -> DiaryWeek:
    initials, names = speech.weekdays("narrow"), speech.weekdays("wide")
    dated: list[DiaryDay] = []
    for day in days:
        at, named = day.weekday(), day.day == 1 or (number == 0 and day is days[0])
        month = speech.date(day, speech.words.dates.month) if named else ""
        dated.append(DiaryDay(at, initials[at], names[at], str(day.day), month))
    return DiaryWeek(fill(speech.words.diary.week, n=number + 1), tuple(dated))


def compose_pain_rule(of: PlanFacts) -> PainRule:
    """Return the traffic light, half of each dose, and how each strength exercise becomes harder."""
    rule, given, speech = of.subject.pain_rule, of.given, of.speech
    lights: list[Light] = []
    for band in rule.bands:
        heard = fill(speech.words.pain.light, low=band.low, high=band.high, word=band.word)
        numbers = f"{band.low}\u2013{band.high}"
        lights.append(Light(band.meaning, numbers, band.word, band.text, band.short, heard))
    more = tuple(
        text_of(
            fill(speech.words.pain.harder, number=one.number, step=_sided(one.next_step, one, speech, of.us))
        )
        for one in given
        if one.exercise.group == "strengthen" and one.next_step
    )
    return PainRule(
        heading=rule.heading,
        scale=rule.scale,
        short_heading=speech.words.pain.short_heading,
        short_scale=speech.words.pain.short_scale,
        lights=tuple(lights),
        less_heading=rule.less_heading,
        less=of.say(rule.less),
        half=compose_half(given, speech),
        more_heading=rule.more_heading if more else "",
        more=more,
    )
