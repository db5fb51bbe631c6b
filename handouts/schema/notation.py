"""Turn the dose notation, such as `3x12 hold 2s 1/day left`, into named values, and back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handouts.problems import did_you_mean

NOTATION = (
    "3x12 · 3x · x10 · hold 30s · rest 60s · 2/day · 5/week · mon,wed,fri · 4 weeks"
    " · left|right|both · pain<=3 · note 'text'"
)
HINT = f"Write a dose like: {NOTATION}"

# A note of 2000 characters with every sign of it written twice, and all other words, fit in.
LONGEST = 5000

_NUMBER = r"\d{1,9})"
_UNIT = r"\s*(?P<unit>s|secs?|seconds?|mins?|minutes?)"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)"
_END = r"(?=[\s,;·]|$)"

# The names are the keys of a dose; `3x 2/day` shows why a space may stand on both sides of the x or on none.
WORDS = tuple(
    re.compile(pattern.replace("#)", _NUMBER) + _END, re.IGNORECASE)
    for pattern in (
        r"(?P<times_per_day>#)\s*[x×]?\s*/\s*day",
        r"(?P<days_per_week>#)\s*[x×]?\s*/\s*week",
        r"(?P<sets>#)(?:[x×]| [x×] )(?P<reps>#)(?!\s+weeks?\b)",
        r"(?P<sets>#) ?sets?",
        r"(?P<sets>#) ?[x×]",
        r"[x×] ?(?P<reps>#)",
        rf"hold\s+(?P<hold_seconds>#){_UNIT}",
        rf"rest\s+(?P<rest_seconds>#){_UNIT}",
        rf"(?P<days>{_DAY}(?:\s*,\s*{_DAY})*)",
        r"(?P<weeks>#)\s*weeks?",
        r"(?P<side>left|right|both)",
        r"pain\s*(?:<=|≤)\s*(?P<pain_limit>#)",
    )
)
VOCABULARY = ("hold", "rest", "left", "right", "both", "weeks", "pain", "note", *_DAY[3:-1].split("|"))

_GAP = re.compile(r"[\s,;·]*")
_TIME_WITHOUT_UNIT = re.compile(rf"(hold|rest)\s+(\d+){_END}", re.IGNORECASE)
_TIME = re.compile(r"(?:hold|rest)\s+\d\S*", re.IGNORECASE)
_ANY_WORD = re.compile(r"[^\s,;·]+")
_NOTE = re.compile(r"note\s*(['\"‘’“”„«])", re.IGNORECASE)
_UNQUOTED_NOTE = re.compile(r"note\b.*", re.IGNORECASE)

CLOSING = {"'": "'", '"': '"', "‘": "’", "’": "’", "“": "”", "”": "”", "„": "“”", "«": "»"}


FORMS = {
    "hold_seconds": "hold {}s",
    "rest_seconds": "rest {}s",
    "times_per_day": "{}/day",
    "days_per_week": "{}/week",
    "days": "{}",
    "weeks": "{} weeks",
    "side": "{}",
    "pain_limit": "pain<={}",
}


class Fault(NamedTuple):
    """A word that is not understood: where it begins, from 0, and what to say of it."""

    at: int
    message: str
    hint: str = HINT


@dataclass
class Notation:
    """What a line of the notation says: values by the keys of a dose, and where each word begins, from 0."""

    values: dict[str, Any] = field(default_factory=dict)
    begins: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, word: str, at: int, *, values: Mapping[str, Any]) -> None:
        """Take in the values of a word, unless an earlier word has given them."""
        for key, value in values.items():
            if key in self.values:
                message = f"`{key}` is given twice, as `{self.words[key]}` and as `{word}`."
                self.faults.append(Fault(at, message, "Keep one of them."))
                continue
            self.values[key] = value
            self.begins[key] = at
            self.words[key] = word


def read_chosen(text: str) -> Notation:
    """Return the values of an exercise id and the dose after it."""
    said = Notation()
    start = len(text) - len(text.lstrip())
    first = _ANY_WORD.match(text, start)
    if first is None or _understood(text, start):
        hint = f"Write it like `heel-raise {text.strip() or '3x12'}`."
        said.faults.append(Fault(start, "the exercise is missing before the dose.", hint))
        # A stand-in, so that the check of the values does not say it again.
        said.values["exercise"] = "missing"
        return _read_words(text, said, start=start)
    said.add(first[0], start, values={"exercise": first[0]})
    return _read_words(text, said, start=first.end())


def _read_words(text: str, said: Notation, *, start: int) -> Notation:
    if len(text) > LONGEST:
        said.faults.append(Fault(start, f"this dose has {len(text)} characters; the most is {LONGEST}."))
        return said
    at = _after_gap(text, start)
    while at < len(text):
        at = _after_gap(text, _read_word(text, said, at=at))
    return said


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _read_word(text: str, said: Notation, *, at: int) -> int:
    """Take in the word that begins at `at` and return where it ends."""
    for pattern in WORDS:
        found = pattern.match(text, at)
        if found:
            said.add(found[0], at, values=_values(found))
            return found.end()
    note = _NOTE.match(text, at)
    if note:
        return _read_note(text, said, opening=note)
    return _not_understood(text, said, at=at)


def _values(found: re.Match[str]) -> dict[str, Any]:
    groups = found.groupdict()
    minutes = (groups.pop("unit", None) or "").lower().startswith("m")
    return {key: _value(key, text) * (60 if minutes else 1) for key, text in groups.items()}


def _value(key: str, text: str) -> Any:
    if key == "side":
        return text.lower()
    if key == "days":
        return tuple(day.strip().lower() for day in text.split(","))
    return int(text)


def _not_understood(text: str, said: Notation, *, at: int) -> int:
    bare = _TIME_WITHOUT_UNIT.match(text, at)
    if bare:
        message = f"`{bare[0]}` has no unit."
        said.faults.append(Fault(at, message, f"Write `{bare[1].lower()} {bare[2]}s`."))
        return bare.end()
    unquoted = _UNQUOTED_NOTE.match(text, at)
    if unquoted:
        words = unquoted[0][4:].strip() or "slowly"
        said.faults.append(Fault(at, "the note has no quotes.", f"Write `note '{words}'`."))
        return unquoted.end()
    time = _TIME.match(text, at)
    word = time or _ANY_WORD.match(text, at)
    rest = word[0] if word else text[at:]
    near = "" if time else did_you_mean(rest, VOCABULARY)
    said.faults.append(Fault(at, f"`{rest}` is not understood.", f"{near} {HINT}".strip()))
    return at + len(rest)


def _understood(text: str, at: int) -> bool:
    return at >= len(text) or any(pattern.match(text, at) for pattern in (*WORDS, _NOTE))


def _read_note(text: str, said: Notation, *, opening: re.Match[str]) -> int:
    """Take in a note, whose quotes inside words or written twice are part of it."""
    closing = CLOSING[opening[1]]
    ends = list(_possible_ends(text, opening.end(), closing=closing))
    if not ends:
        message = f"the note has no closing {closing[0]}."
        said.faults.append(Fault(opening.start(), message, "Put it after the last word of the note."))
        return len(text)
    end = next((end for end in ends if _understood(text, _after_gap(text, end + 1))), ends[-1])
    words = text[opening.end() : end].replace(closing[0] * 2, closing[0]).strip()
    if words:
        said.add(text[opening.start() : end + 1], opening.start(), values={"note": words})
    else:
        said.faults.append(Fault(opening.start(), "the note is empty.", "Leave it out."))
    return end + 1


def _possible_ends(text: str, at: int, *, closing: str) -> Iterator[int]:
    """Yield where a quote stands at the end of a word."""
    while at < len(text):
        if text[at] in closing:
            if text[at + 1 : at + 2] == text[at]:
                at += 1
            elif re.match(_END, text[at + 1 :]):
                yield at
        at += 1


def write_notation(values: Mapping[str, Any]) -> str:
    """Return the notation of values by the keys of a dose, in the usual order; `None` is left out."""
    given = {key: value for key, value in values.items() if value is not None}
    if "days" in given:
        given["days"] = ",".join(given["days"])
    words = [given["exercise"]] if "exercise" in given else []
    words += _write_counts(given)
    words += [form.format(given[key]) for key, form in FORMS.items() if key in given]
    if "note" in given:
        words.append(f"note {_quoted(given['note'])}")
    return " ".join(words)


def _write_counts(given: Mapping[str, Any]) -> list[str]:
    sets, reps = given.get("sets"), given.get("reps")
    if sets and reps:
        return [f"{sets}x{reps}"]
    return [f"{sets}x"] if sets else [f"x{reps}"] if reps else []


def _quoted(note: str) -> str:
    quote = '"' if "'" in note and '"' not in note else "'"
    return f"{quote}{note.replace(quote, quote * 2)}{quote}"
