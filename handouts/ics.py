"""Reminders as a calendar file (RFC 5545) that any calendar takes in, without a network.

Its times belong to no time zone: nine o'clock is nine wherever the phone is.
"""

import datetime
from collections.abc import Iterator, Sequence
from hashlib import sha256

from handouts import __version__
from handouts.compose.reminders import Reminder

# The longest line of a calendar, in bytes without its end (RFC 5545, 3.1).
LONGEST = 75
# How long a session is in the calendar.
SESSION = "PT15M"
# A review is told at nine o'clock on the day before.
DAY_BEFORE = "-PT15H"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar_bytes(
    reminders: Sequence[Reminder], *, code: str, made: datetime.date, review: tuple[str, datetime.date] | None
) -> bytes:
    """Return a calendar of the reminders and the day of the review with its words; the same bytes each time.

    `code` is that of the handout, by which events are told apart from those of another.
    """
    stamp = f"{made:%Y%m%d}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//handouts//handouts {__version__}//EN"]
    for one in reminders:
        lines += _event(_session(one), one.summary, "PT0S", code=code, stamp=stamp)
    if review:
        words, day = review
        lines += _event([f"DTSTART;VALUE=DATE:{day:%Y%m%d}"], words, DAY_BEFORE, code=code, stamp=stamp)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _session(one: Reminder) -> list[str]:
    """Return when a session is, how it comes again, and what is done in it."""
    often = f"WEEKLY;BYDAY={','.join(WEEKDAYS[day] for day in one.on)}" if one.on else "DAILY"
    every = f";INTERVAL={one.days}" if one.days > 1 else ""
    return [
        f"DTSTART:{one.first:%Y%m%d}T{one.hour:02}0000",
        f"DURATION:{SESSION}",
        f"RRULE:FREQ={often}{every};UNTIL={one.last:%Y%m%d}T235959",
        f"DESCRIPTION:{_escaped(one.description)}",
    ]


def _event(said: Sequence[str], summary: str, trigger: str, *, code: str, stamp: str) -> Iterator[str]:
    """Yield an event with its alarm."""
    words = _escaped(summary)
    name = sha256("\n".join((code, *said, words)).encode()).hexdigest()[:32]
    yield from ("BEGIN:VEVENT", f"UID:{name}@handouts.invalid", f"DTSTAMP:{stamp}", *said)
    yield from (f"SUMMARY:{words}", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY")
    yield from (f"DESCRIPTION:{words}", f"TRIGGER:{trigger}", "END:VALARM", "END:VEVENT")


def _escaped(words: str) -> str:
    """Return words in which nothing is read as part of the calendar (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in parts that are short enough; no letter is parted."""
    part = b""
    for letter in line:
        if len(part) + len(letter.encode()) > LONGEST:
            yield part
            part = b" "
        part += letter.encode()
    yield part
