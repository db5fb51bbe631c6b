"""The words of the dose notation: what each looks like, and the values it stands for."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from handouts.schema.amount import (
    AMOUNT,
    BETWEEN,
    DASHES,
    IN_ALL,
    NUMBER,
    TIME,
    in_digits,
    read_amount,
    read_seconds,
)
from handouts.schema.dates import WEEK

# `each leg` is a side, and `3x10/leg` too.
_LIMB = r"(?:legs?|hips?|knees?|arms?|elbows?|hands?|shoulders?|sides?|foot|feet|cal(?:f|ves))"
# A dot ends a word, too, but not inside a number.
END = rf"(?=[\s,;·()]|[.](?!\d)|/\s?{_LIMB}\b|$)"

# What a misspelt word may have been; a number may stand after some.
VOCABULARY = (
    *("hold", "rest", "tempo", "left", "right", "both", "daily", "weekdays", "bodyweight", "every", "until"),
    *("morning", "evening", "weeks", "once", "twice", "bilateral"),
    *WEEK,
)
PARTS = {
    "morning": r"mornings?|a\.?m\.?|mane|breakfast",
    "midday": r"mid-?day|noon|lunch(?:time)?",
    "afternoon": r"afternoons?",
    "evening": r"evenings?|p\.?m\.?|dinner|supper",
    "bedtime": r"bed-?time|bed|nights?|nocte",
}
LATIN = {"od": 1, "bd": 2, "bid": 2, "tds": 3, "tid": 3, "qds": 4, "qid": 4}
NTH = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
BODY_WEIGHT, UNTIL_TIRED, AS_YOU_CAN_BEAR = "bodyweight", "until tired", "as you can bear"

_LATIN = "|".join(r"\.?".join(letters) for letters in LATIN)
_X = "[x×*]"
_A_DAY = rf"(?:\s*/\s*d(?:ay)?|\s*(?:a|per|each|every|in\s+a|in\s+the)\s+day|(?<={_X})\s*d(?:ay)?)"
_A_WEEK = (
    rf"(?:\s*/\s*(?:week|wk)|\s*(?:a|per|each|every|in\s+a)\s+(?:week|wk)|(?<={_X})\s*(?:week|wk)|\s*weekly)"
)
_TIMES = rf"(?:\s*(?:{_X}|times?))?"
_DAY = (
    r"(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?"
    r"|sun(?:days?)?)"
)
_TO = rf"(?:\s*[{DASHES}]\s*|\s+to\s+)"
_AND = r"(?:\s*(?:,\s*and\b|,|/|&|\+|\.|\band\b)\s*|\s+)(?:on\s+)?"
_SOME_DAYS = rf"(?:week-?\s?days?|week-?\s?ends?|{_DAY}{_TO}{_DAY}|{_DAY})"
_DAYS = rf"{_SOME_DAYS}(?:{_AND}{_SOME_DAYS})*"
_PART = rf"(?:(?:every|each|in\s+the|at|the|before|after|with)\s+)?\b(?:{'|'.join(PARTS.values())})"
_PARTS = rf"{_PART}(?:(?:\s*(?:,|/|&|\+)\s*(?:and\s+)?|\s+and\s+){_PART})*"
_COLOUR = (
    r"(?:yellow|red|green|blue|black|silver|gold(?:en)?|tan|beige|white|orange|purple|pink|gr[ea]y|brown"
    r"|extra|light|heavy|strong|easy|hard|medium|thin|thick|double|long|short|loop|looped|mini)"
)
_BAND = (
    rf"{_COLOUR}(?:[\s-]+{_COLOUR}){{0,2}}\s+"
    r"(?:(?:resistance|exercise|elastic|rubber)\s+)?(?:(?:thera-?)?bands?|tub(?:es?|ing))"
)
_MASS = rf"{NUMBER}(?:[.,]\d+)?(?:{BETWEEN}{NUMBER}(?:[.,]\d+)?)?\s*(?:kgs?|kilos?|kilograms?|lbs?|pounds?)"
_WITH = r"(?:with\s+|w/\s*|@\s*)?(?:an?\s+)?"
_EACH = rf"(?:\s+each(?!\s+{_LIMB}))?"
_OF_BODY = rf"(?:\s+{_LIMB})?"
_LEFT, _RIGHT = r"(?:left|lt\.?|l)", r"(?:right|rt\.?|r)"
_BOTH = r"\s*(?:and|[&+/])\s*"
_SIDE = rf"{_LEFT}{_BOTH}{_RIGHT}|{_RIGHT}{_BOTH}{_LEFT}|both|bilat(?:eral(?:ly)?)?|b/?l|{_LEFT}|{_RIGHT}"
_TEMPO = rf"{NUMBER}(?:\s*[{DASHES}/:.]\s*{NUMBER}){{1,3}}"
_REPS = r"(?:reps?|repetitions?)"
_SETS = r"(?:sets?|rounds?)"
_OF = rf"\s*{_SETS}\s*(?:of\s+|{_X}\s*)?"
_HOLD = r"hold(?:s|ing)?"
# In `2min rest 60s` the rest is the time after the word; in `30s hold 60s rest` each is the one before it.
_LAST = rf"(?!(?:\s+for|\s*:)?\s+{TIME}(?!\s*(?:hold|rest)))"
_BREAK = r"(?:\s+between(?:\s+(?:sets|reps|each))?)?"
# After `3x 2` and one of these, the 2 is no number of repetitions; nobody does a thing every 10 hours.
_OTHER = (
    r"(?!\s*(?:(?:weeks?|wks?|kgs?|kilos?|lbs?|pounds?|days?|sets?|secs?|seconds?|mins?|minutes?)\b"
    rf"|{_X}\s*(?:/|d\b|day|week|wk)|times?\s+(?:a|per|each|daily)\b|(?:a|per)\s(?!{_LIMB}\b)|/(?!\s?{_LIMB}\b)))"
    r"(?!(?<![5-9])(?<!\d\d)\s*hourly)"
)

_MORE = rf"\d*_*(?:{BETWEEN}{NUMBER})?"
_ONE_DAY = r"(?:\s*/\s*d(?:ay)?|\s+(?:a|per)\s+day)"
_DAILY = "Write `{n}/day` or `x{n}, daily`."
_DASH = "Write a comma for the dash, or no spaces around it."
# What may be two doses, and how to write the one that is meant.
_TWO_WAYS = {
    # `10x daily` is rather 10 repetitions.
    rf"(?P<n>(?:[7-9]|\d\d+)_*){_TIMES}\s*daily": _DAILY,
    rf"{_X}\s*(?P<n>[1-6])\s*daily": _DAILY,
    rf"(?P<n>{NUMBER})\s*{_X}\s*(?P<m>[1-4])\s*daily": "Write `x{n}, {m}/day` or `{n} sets of {m}, daily`.",
    # Three sets of 10 a day, or three times, on ten occasions a day; ten times, or ten occasions.
    rf"(?P<m>{NUMBER})\s*{_X}\s*(?P<n>(?:[5-9]|\d\d){_MORE}){_ONE_DAY}": _DAILY.replace("x{n}", "{m}x{n}"),
    rf"{_X}\s*(?P<n>(?:[7-9]|\d\d){_MORE}){_ONE_DAY}": _DAILY,
    rf"(?P<n>(?:[7-9]|\d\d){_MORE})(?:\s+(?:a|per)\s+day|\s*{_X}\s*d(?:ay)?)": _DAILY,
    rf"(?P<n>[5-9]_*|\d\d+_*)[\s{DASHES}]*hourly": "Write `x{n}, every hour` or `every {n} hours`.",
    rf"{_X}\s*(?P<n>[1-4]_*)\s*hourly": "Write `x{n}, every hour` or `every {n} hours`.",
    # Every two weeks, as `2 hourly` is every two hours, or twice a week.
    r"(?P<n>\d+)\s+weekly": "Write `{n}/week`, or put it into a note.",
    # Three sets of 5, held for 10 seconds, or three times for 5 to 10 seconds.
    rf"{NUMBER}(?:\s*{_X}|\s*{_SETS}\s+of)\s*{NUMBER}\s+[{DASHES}]\s+{TIME}(?:\s*{_HOLD})?": _DASH,
    rf"{_X}\s*{NUMBER}\s+[{DASHES}]\s+{NUMBER}{_TIMES}(?:{_A_DAY}|{_A_WEEK})": _DASH,
    rf"{IN_ALL}\s*(?:{_HOLD}|rests?){_LAST}": "Write a comma between two times, or one time in seconds.",
    rf"(?P<n>{NUMBER})\s+s\s*{_X}\s*(?P<m>{NUMBER})\s+r": "Write `{n}x{m}`, or `{m}x{n}s right`.",
}

# `<<key>>` is an amount, `<<key#>>` a number and `<<key@>>` a time, by the keys of a dose.
_FORMS = (
    # How often.
    rf"(?:{_X}\s*)?<<times_per_day>>{_TIMES}{_A_DAY}",
    rf"(?P<daily>{AMOUNT}){_TIMES}\s*daily",
    rf"(?P<latin>{_LATIN})",
    rf"(?:{_X}\s*)?<<days_per_week>>(?:\s*(?:{_X}|times?|days?))?{_A_WEEK}",
    rf"every\s+(?P<every_days>{NUMBER}|{'|'.join(NTH)})(?:nd|rd|th)?\s+days?",
    r"(?:on\s+)?(?P<every_other_day>alt(?:ernate|\.)?\s+days?|[qe]\.?o\.?d\.?)",
    r"(?P<every_day>daily|(?:every|each)\s?day)",
    r"every\s+<<every_hours>>\s*(?:hours?|hrs?|h)",
    rf"<<every_hours>>[\s{DASHES}]*hourly",
    r"q\.?\s?<<every_hours>>\s?h(?:rs?)?",
    r"(?P<every_hour>(?:every|each)\s+hour|hourly)",
    rf"(?:(?:on|at|every|each)\s+)?(?P<days>{_DAYS})",
    rf"(?P<times_of_day>{_PARTS})",
    # How many, and how long.
    rf"<<sets>>{_OF}<<hold_seconds@>>\s*{_HOLD}{_LAST}",
    rf"<<times>>\s*{_X}\s*<<hold_seconds@>>\s*{_HOLD}{_LAST}",
    rf"<<sets>>{_OF}<<seconds@>>{_EACH}",
    rf"<<sets>>\s*{_X}\s*<<seconds@>>{_EACH}",
    rf"<<reps>>\s*{_REPS}\s*(?:of\s+|{_X}\s*)(?:an?\s+)?<<hold_seconds@>>(?:\s*{_HOLD})?",
    rf"<<reps>>\s*{_REPS}\s*{_X}\s*<<sets>>\s*{_SETS}",
    rf"<<sets>>\s*{_SETS}\s*(?:of|{_X})\s*<<reps>>(?:\s*(?:{_REPS}|times))?{END}{_OTHER}",
    rf"<<sets>>\s*{_X}\s*<<reps>>(?:\s*(?:{_REPS}|times))?{END}{_OTHER}",
    rf"<<sets>>\s*{_SETS}",
    rf"(?:repeat(?:ed)?\s+)?<<times>>\s?(?:{_X}|\s*times?)",
    rf"{_X}\s*<<seconds@>>",
    rf"{_X}\s*<<reps>>(?:\s*{_REPS})?{END}{_OTHER}",
    rf"<<reps>>\s*(?:{_REPS}|spots?)",
    rf"{_REPS}\s*:?\s*<<reps>>",
    rf"{_SETS}\s*:?\s*<<sets>>",
    rf"(?:{_HOLD}|held)(?:\s+for|\s*:)?\s+<<hold_seconds@>>(?:\s+at\s+(?:the\s+)?top)?{_EACH}",
    rf"(?:with\s+)?(?:an?\s+)?<<hold_seconds@>>\s*{_HOLD}{_LAST}",
    r"(?P<no_hold>no\s+hold|without\s+(?:a\s+)?hold(?:ing)?)",
    rf"rest(?:s|ing)?(?:\s+for|\s*:)?\s+<<rest_seconds@>>{_BREAK}",
    rf"<<rest_seconds@>>\s*rests?{_BREAK}{_LAST}",
    r"(?P<no_rest>no\s+rest)",
    rf"<<seconds@>>\s*{_X}\s*<<sets>>{END}{_OTHER}(?!\s*daily)",
    rf"(?:for\s+)?<<seconds@>>{_EACH}",
    rf"(?:at\s+)?tempo\s*:?\s*(?P<tempo>{_TEMPO})",
    rf"{_WITH}(?P<load>{_MASS}|{_BAND})(?:\s+(?:weights?|dumb-?bells?|extra|added))?",
    r"(?P<body_weight>(?:with\s+|just\s+)?(?:own\s+)?body[\s-]?weight(?:\s+only)?|no\s+(?:added\s+)?weights?"
    r"|unweighted|unloaded)",
    r"(?P<until_tired>(?:until|till|til)\s+(?:you(?:['’]re|\s+are)?\s+)?(?:tired?|fatigued?)|to\s+fatigue)",
    r"(?P<as_you_can_bear>(?:only\s+)?as\s+(?:(?:much|many|far|long)\s+as\s+)?"
    r"(?:(?:you\s+)?can\s+(?:bear|tolerate)|tolerated|bearable)|to\s+tolerance)",
    # For how long, which side, and how much pain.
    r"(?:for\s+|[x×*]\s*)?<<weeks>>\s*(?:weeks?|wks?|/\s?52)",
    rf"(?:on\s+)?(?:the\s+|your\s+)?(?P<side>{_SIDE}){_OF_BODY}",
    rf"(?P<each_side>(?:(?:each|per)\s+|/\s?){_LIMB})",
    r"(?:keep\s+)?pain\s*(?:<=|=<|≤|up\s+to|at\s+most|max(?:imum)?\.?|no\s+more\s+than)\s*<<pain_limit#>>"
    r"(?:\s*/\s*10)?",
    rf"(?:pain\s*0\s*(?:[{DASHES}]|to\s)\s*|max(?:imum)?\.?\s+pain\s*:?\s*)<<pain_limit#>>(?:\s*/\s*10)?",
)


def two_ways(text: str, at: int) -> tuple[str, str] | None:
    """Return the words at a place of a text that may be two doses, and what to write in their place."""
    for form, hint in _TWO_WAYS.items():
        if found := _pattern(form).match(text, at):
            return found[0], hint.format(**{key: said.strip("_") for key, said in found.groupdict().items()})
    return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    inside = {"": AMOUNT, "#": NUMBER, "@": TIME}
    form = re.sub("<<([a-z_]+)([#@]?)>>", lambda found: f"(?P<{found[1]}>{inside[found[2]]})", form)
    return re.compile(f"(?:{form}){END}", re.IGNORECASE)


def word_at(text: str, at: int) -> re.Match[str] | None:
    """Return the word of the notation that begins at a place of a text whose numbers are digits.

    A pattern is compiled when it is first tried: all of them take 20 ms, and most doses need few.
    """
    return next((found for form in _FORMS if (found := _pattern(form).match(text, at))), None)


# What a word stands for that has no number in it.
FLAGS: Mapping[str, tuple[str, Any]] = {
    "every_other_day": ("every_days", 2),
    "every_day": ("days_per_week", 7),
    "every_hour": ("every_hours", 1),
    "no_hold": ("hold_seconds", 0),
    "no_rest": ("rest_seconds", 0),
    "body_weight": ("load", BODY_WEIGHT),
    "until_tired": ("effort", UNTIL_TIRED),
    "as_you_can_bear": ("effort", AS_YOU_CAN_BEAR),
    "each_side": ("side", "both"),
}


def read_side(written: object) -> object:
    """Return `left`, `right` or `both` for a side in any of its spellings; anything else as it is."""
    form = rf"(?:{_SIDE}){_OF_BODY}"
    if not (isinstance(written, str) and re.fullmatch(form, written.strip(), re.IGNORECASE)):
        return written
    letters = written.strip().lower()
    both = letters.startswith("b") or re.search(r"and|[&+/]", letters)
    return "both" if both else "left" if letters.startswith("l") else "right"


def read_days(written: object) -> object:
    """Return days by their first three letters; anything else as it is."""
    return _each(written, rf"{_DAYS}", _days)


def read_parts(written: object) -> object:
    """Return times of day such as `morning`; anything else as it is."""
    return _each(written, _PARTS, _parts)


def read_tempo(written: object) -> object:
    """Return the seconds to move, to hold and to return of a text such as `2-1-3`; anything else as it is."""
    if isinstance(written, str) and re.fullmatch(_TEMPO, written.strip()):
        return tuple(int(word) for word in re.findall(r"\d+", written))
    return written


def read_load(written: object) -> object:
    """Return a load with its unit as it is printed, such as `5 kg`; anything else as it is."""
    if not isinstance(written, str):
        return written
    text = " ".join(in_digits(written).replace("_", "").split())
    if re.fullmatch(_MASS, text, re.IGNORECASE):
        amount = "-".join(number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)?", text))
        return f"{amount} {'kg' if 'k' in text.lower() else 'lb'}"
    text = " ".join(written.replace("_", "").split())
    return BODY_WEIGHT if re.fullmatch(r"body[\s-]?weight", text, re.IGNORECASE) else text


def _each(written: object, form: str, read: Callable[[str], tuple[str, ...]]) -> object:
    texts = [written] if isinstance(written, str) else written
    if isinstance(texts, list | tuple) and all(
        isinstance(one, str) and re.fullmatch(form, one.strip(), re.IGNORECASE) for one in texts
    ):
        return tuple(name for one in texts for name in read(one.strip().lower()))
    return written


def _days(text: str) -> tuple[str, ...]:
    return tuple(day for some in re.findall(_SOME_DAYS, text) for day in _some_days(some))


def _some_days(text: str) -> tuple[str, ...]:
    if text.startswith("week"):
        return WEEK[5:] if re.match(r"week-?\s?end", text) else WEEK[:5]
    first, *others = (WEEK.index(found[:3]) for found in re.findall(_DAY, text))
    last = others[0] if others else first
    return tuple(WEEK[day % 7] for day in range(first, last + 1 if last >= first else last + 8))


def _parts(text: str) -> tuple[str, ...]:
    found = re.findall("|".join(rf"\b(?P<{part}>{form})\b" for part, form in PARTS.items()), text)
    return tuple(next(part for part, word in zip(PARTS, one, strict=True) if word) for one in found)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "hold_seconds": read_seconds,
    "rest_seconds": read_seconds,
    "seconds": read_seconds,
    "pain_limit": read_amount,
    "every_days": lambda text: NTH.get(text.lower()) or read_amount(text),
    "side": read_side,
    "days": lambda text: _days(text.lower()),
    "times_of_day": lambda text: _parts(text.lower()),
    "tempo": read_tempo,
    "load": lambda text: read_load(re.sub(r"\s+", " ", text.lower())),
}


def values_of(found: re.Match[str]) -> Iterator[tuple[str, Any, bool]]:
    """Yield the keys and values of a word, and whether each only stands where no other word says one.

    `twice daily` means each day, but for `twice daily mon,fri`.
    """
    for key, text in found.groupdict().items():
        if key in FLAGS:
            yield (*FLAGS[key], False)
        elif key in ("daily", "latin"):
            times = LATIN.get(text.lower().replace(".", "")) if key == "latin" else read_amount(text)
            yield from (("times_per_day", times, False), ("days_per_week", 7, True))
        else:
            yield key, _READERS.get(key, read_amount)(text), False
