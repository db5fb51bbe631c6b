"""Turn the prescribed exercises into a diary to tick, by weekday and by date."""

import datetime
from collections.abc import Sequence

from handouts.compose.guidance import Diary, DiaryDay, DiaryRow, DiaryWeek
from handouts.compose.prescription import Prescription
from handouts.library.words import Speech, fill


def compose_diary(
    given: Sequence[Prescription],
    *,
    weeks: int,
    start: datetime.date,
    review: datetime.date | None,
    speech: Speech,
) -> Diary:
    """Return the diary; its dated weeks begin at `start`, whatever weekday that is."""
    words = speech.words.diary
    rest = any(not all(one.sessions) for one in given)
    days = [start + datetime.timedelta(days=day) for day in range(7 * weeks)]
    return Diary(
        heading=words.heading,
        week_from=words.week_from,
        rest_note=words.rest if rest else "",
        bring=fill(words.bring, date=speech.date(review, speech.words.dates.short)) if review else "",
        tick=words.tick,
        day_names=speech.weekdays(),
        rows=tuple(DiaryRow(one.number, one.title, _seven(one.sessions)) for one in given),
        pain=words.pain,
        sheet_note=words.sheet_note_rest if rest else words.sheet_note,
        sheet_pain=words.sheet_pain,
        weeks=weeks,
        sheet=tuple(_week(number, days[7 * number : 7 * number + 7], speech) for number in range(weeks)),
        rest_day=words.rest_day,
    )


def _week(number: int, days: Sequence[datetime.date], speech: Speech) -> DiaryWeek:
    first = number == 0
    dated = (_day(day, speech, named=day.day == 1 or (first and day is days[0])) for day in days)
    return DiaryWeek(fill(speech.words.diary.week, n=number + 1), tuple(dated))


def _day(day: datetime.date, speech: Speech, *, named: bool) -> DiaryDay:
    weekday = day.weekday()
    return DiaryDay(
        weekday=weekday,
        initial=speech.weekdays("narrow")[weekday],
        name=speech.weekdays("wide")[weekday],
        number=str(day.day),
        month=speech.date(day, speech.words.dates.month) if named else "",
    )


def _seven(sessions: tuple[int, ...]) -> tuple[int, int, int, int, int, int, int]:
    first, second, third, fourth, fifth, sixth, seventh = sessions
    return first, second, third, fourth, fifth, sixth, seventh
