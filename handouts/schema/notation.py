"""Turn the dose notation, such as `3x12 hold 2s 1/day left`, into named values."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NamedTuple, Protocol

from handouts.problems import listed
from handouts.schema.amount import AMOUNT, DASHES, Amount, highest, in_digits, lowest, read_amount, written
from handouts.schema.dose_words import END, UNTIL_TIRED, VOCABULARY, two_ways, values_of, word_at

NOTATION = (
    "3x12 · 3x8-12 · x10 · 3x30s · 2min · hold 20-30s · rest 60s · tempo 2-1-3 · 5kg · red band · until tired"
    " · 2/day · 2-3/day · every 2 hours · morning and evening · daily · every other day · 5/week"
    " · mon,wed,fri · 4 weeks · left|right|both · pain<=3 · note 'text'"
)
HINT = f"Write a dose like: {NOTATION}"

# A note of 2000 characters with every sign of it written twice, and all other words, fit in.
LONGEST = 5000

# Up to so many sets may have fewer repetitions; no dose has more than the most.
FEW_SETS, MOST_SETS = 4, 10

# How alike a word and its correction are at least: `lft` is `left`, but `red` is not `wed`.
ALIKE = 0.8

# `+1 per week` is more each week, and no once a week.
_GAP = re.compile(rf"(?:[\s,;·()&]|[.+](?!\d)|[{DASHES}](?=\s)|and\b)*", re.IGNORECASE)
_BULLET = re.compile(rf"\s*(?:[•·▪◦●*{DASHES}]\s*|\d{{1,2}}[.)]\s+)?")
_TIME_WITHOUT_UNIT = re.compile(
    rf"(hold|rest)\s+(?:for\s+)?(\d+)(?!,\d){END}(?!\s*(?:breath|count|beat))", re.IGNORECASE
)
_TIME = re.compile(r"(?:hold|rest)\s+\d\S*", re.IGNORECASE)
_ANY_WORD = re.compile(r"[^\s,;·]+")
_QUOTED = re.compile(r"(?P<key>note|load)\s*:?\s*(?P<quote>['\"‘’“”„«])", re.IGNORECASE)
_UNQUOTED_NOTE = re.compile(r"note\b.*", re.IGNORECASE)

CLOSING = {"'": "'", '"': '"', "‘": "’", "’": "’", "“": "”", "”": "”", "„": "“”", "«": "»"}


class Names(Protocol):
    """The names of exercises or of conditions."""

    def find(self, text: str, at: int) -> tuple[tuple[str, ...], int]:
        """Return the ids of the longest name that a text has from `at` on, and where it ends."""

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids of what is called so, with nothing after it."""

    def last(self, text: str) -> tuple[tuple[str, ...], int]:
        """Return the ids of the name that a text ends with, and where it begins."""


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
    weak: dict[str, Any] = field(default_factory=dict)

    def add(self, word: str, at: int, *, values: Iterable[tuple[str, Any, bool]]) -> None:
        """Take in the values of a word, unless an earlier word has given them; weak ones come last."""
        twice = False
        for key, value, weak in values:
            if weak:
                self.weak[key] = value
            elif key not in self.values:
                self.values[key], self.begins[key], self.words[key] = value, at, word
            elif not twice:
                twice = True
                message = f"`{key}` is given twice, as `{self.words[key]}` and as `{word}`."
                hint = "Keep one of them, or write each dose as an item of its own."
                self.faults.append(Fault(at, message, hint))

    def finish(self) -> "Notation":
        """Return it with the weak values where nothing else was said, and the notation shown once."""
        if "times" in self.values:
            # `5x` is 5 sets of what is said beside it, and else once 5 times.
            each = self.values.keys() & {"reps", "seconds"} or self.values.get("effort") == UNTIL_TIRED
            value, at = self.values.pop("times"), self.begins.pop("times")
            self.add(self.words.pop("times"), at, values=[("sets" if each else "reps", value, False)])
            self.values = self.values if each else {"sets": 1, **self.values}
        self._tell_sets_from_reps()
        pictured = [at for at, fault in enumerate(self.faults) if fault.hint.endswith(HINT)]
        for at in pictured[1:]:
            fault = self.faults[at]
            self.faults[at] = fault._replace(hint=fault.hint.removesuffix(HINT).strip())
        if self.weak and not self.values.keys() & {"days", "every_days"}:
            self.values = {**self.weak, **self.values}
        return self

    def _tell_sets_from_reps(self) -> None:
        """Ask what `10x3` is: many write repetitions first, and nearly nobody does ten sets of three."""
        sets, reps, word = (*map(self.values.get, ("sets", "reps")), self.words.get("sets", ""))
        if sets and reps and not re.search("set|round", word, re.IGNORECASE) and is_turned(sets, reps):
            del self.values["sets"], self.values["reps"]
            or_so = f" or `{written(sets)} sets of {written(reps)}`" * (highest(sets) <= MOST_SETS)
            hint = f"Write `{written(reps)}x{written(sets)}`{or_so}."
            self.faults.append(Fault(self.begins["sets"], f"`{word}` may be two doses.", hint))


def is_turned(sets: Amount, reps: Amount) -> bool:
    """Return whether these sets and repetitions look like the other way round."""
    return highest(sets) >= lowest(sets) > max(highest(reps), FEW_SETS)


def read_chosen(text: str, names: Names | None = None) -> Notation:
    """Return the values of an exercise and the dose after it, or before it as in `3x12 heel raises`.

    The exercise is called by any of its `names`; without these by its id.
    """
    said = Notation()
    bullet = _BULLET.match(text)
    # `- ` before a name is a bullet, and before a dose a part of it.
    is_dose = bullet and bullet[0].strip() and _understood(text, 0)
    start = bullet.end() if bullet and not is_dose else len(text) - len(text.lstrip())
    ids, end = names.find(text, start) if names else ((), start)
    if not ids and (start >= len(text) or _understood(text, start)):
        ids, at = names.last(text) if names else ((), 0)
        if len(ids) == 1:
            said.add(text[at:], at, values=[("exercise", ids[0], False)])
            return _read_words(text[:at], said, start=start, names=names)
        hint = f"Write it like `heel-raise {text.strip() or '3x12'}`."
        said.faults.append(Fault(start, "the exercise is missing before the dose.", hint))
        return _stand_in(text, said, start=start, names=names)
    if len(ids) > 1:
        message = f"`{text[start:end]}` may be {listed(ids)}."
        said.faults.append(Fault(start, message, "Write the one that is meant."))
        return _stand_in(text, said, start=end, names=names)
    end = end if ids else _end_of_name(text, start)
    name = ids[0] if ids else text[start:end]
    said.add(text[start:end], start, values=[("exercise", name, False)])
    return _read_words(text, said, start=end, names=names)


def read_dose(text: str) -> Notation:
    """Return the values of a dose that stands alone."""
    return _read_words(text, Notation(), start=0, names=None)


def _stand_in(text: str, said: Notation, *, start: int, names: Names | None) -> Notation:
    # So that the check of the values does not say it again.
    said.values["exercise"] = "missing"
    return _read_words(text, said, start=start, names=names)


def _end_of_name(text: str, start: int) -> int:
    """Return where an unknown name ends: an id at its last letter, other words where the dose begins."""
    word = _ANY_WORD.match(text, start)
    end = word.end() if word else start
    while word and "-" not in text[start:end]:
        word = _ANY_WORD.match(text, _after_gap(text, end))
        if word is None or in_digits(word[0])[0].isdigit() or _understood(text, word.start()):
            break
        end = word.end()
    return end


def _read_words(text: str, said: Notation, *, start: int, names: Names | None) -> Notation:
    if len(text) > LONGEST:
        said.faults.append(Fault(start, f"this dose has {len(text)} characters; the most is {LONGEST}."))
        return said
    at = _after_gap(text, start + text.startswith(":", start))
    while at < len(text):
        at = _after_gap(text, _read_word(text, said, at=at, names=names))
    return said.finish()


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _read_word(text: str, said: Notation, *, at: int, names: Names | None) -> int:
    """Take in the word that begins at `at` and return where it ends."""
    unclear = two_ways(in_digits(text), at)
    if unclear:
        end = at + len(unclear[0])
        said.faults.append(Fault(at, f"`{text[at:end].strip()}` may be two doses.", unclear[1]))
        return end
    found = _word(text, at)
    if found:
        said.add(text[at : found.end()].strip(), at, values=values_of(found))
        return found.end()
    quoted = _QUOTED.match(text, at)
    if quoted:
        return _read_quoted(text, said, opening=quoted)
    ids, end = names.find(text, at) if names else ((), at)
    if ids:
        message = f"another exercise begins here, `{text[at:end]}`."
        said.faults.append(Fault(at, message, "Write it as an item of its own, after a `;` in a cell."))
        return end
    return _not_understood(text, said, at=at, names=names)


def _word(text: str, at: int) -> re.Match[str] | None:
    return word_at(in_digits(text), at)


def _not_understood(text: str, said: Notation, *, at: int, names: Names | None) -> int:
    bare = _TIME_WITHOUT_UNIT.match(text, at)
    if bare:
        message = f"`{bare[0]}` has no unit."
        said.faults.append(Fault(at, message, f"Write `{bare[1].lower()} {bare[2]}s`."))
        return bare.end()
    unquoted = _UNQUOTED_NOTE.match(text, at)
    if unquoted:
        words = unquoted[0][4:].strip(" :") or "slowly"
        said.faults.append(Fault(at, "the note has no quotes.", f"Write `note '{words}'`."))
        return unquoted.end()
    time = _TIME.match(text, at)
    word = time or _ANY_WORD.match(text, at)
    end = word.end() if word else len(text)
    hint = "" if time else _nearest(text, at, word=text[at:end])
    if not hint and word and not time:
        end = _end_of_words(text, end, names=names)
        hint = _in_place_of(text[at:end])
    said.faults.append(Fault(at, f"`{text[at:end]}` is not understood.", f"{hint} {HINT}".strip()))
    return end


def _end_of_words(text: str, end: int, *, names: Names | None) -> int:
    """Return where words end that are not understood either, so that they are told as one."""
    while following := _ANY_WORD.match(text, at := _after_gap(text, end)):
        is_new = (
            _understood(text, at) or _UNQUOTED_NOTE.match(text, at) or (names and names.find(text, at)[0])
        )
        if is_new or text[end:at].strip() or _TIME.match(text, at) or _nearest(text, at, word=following[0]):
            break
        end = following.end()
    return end


def _in_place_of(words: str) -> str:
    """Return how to say what is no dose, and what a number without a word may be."""
    if re.fullmatch(AMOUNT, words):
        number = written(read_amount(words))
        return f"Write `x{number}` for repetitions, `{number}s` for seconds or `{number} sets`."
    is_dose = re.search(r"\d|^(?:hold|rest|every|tempo|pain)\b", words, re.IGNORECASE)
    return "" if is_dose else "What is no dose goes into a note."


def _nearest(text: str, at: int, *, word: str) -> str:
    """Return the question that offers a word which, in the place of this one, is part of a dose."""
    known = [one for one in VOCABULARY if len(word) > 2 and one[0] == word[0].lower()]
    for near in get_close_matches(word.lower(), known, n=3, cutoff=ALIKE):
        found = _word(near + text[at + len(word) :], 0)
        if found and found.end() >= len(near):
            return f"Did you mean `{found[0].strip()}`?"
    return ""


def _understood(text: str, at: int) -> bool:
    return at >= len(text) or _word(text, at) is not None or _QUOTED.match(text, at) is not None


def _read_quoted(text: str, said: Notation, *, opening: re.Match[str]) -> int:
    """Take in quoted words, whose quotes inside words or written twice are part of them."""
    key, closing = opening["key"].lower(), CLOSING[opening["quote"]]
    ends = list(_possible_ends(text, opening.end(), closing=closing))
    if not ends:
        message = f"the {key} has no closing {closing[0]}."
        hint = (
            f"Put it after the last word of the {key}; in a list in brackets, put each item in double quotes."
        )
        said.faults.append(Fault(opening.start(), message, hint))
        return len(text)
    end = next((end for end in ends if _understood(text, _after_gap(text, end + 1))), ends[-1])
    words = text[opening.end() : end].replace(closing[0] * 2, closing[0]).strip()
    if words:
        said.add(text[opening.start() : end + 1], opening.start(), values=[(key, words, False)])
    else:
        said.faults.append(Fault(opening.start(), f"the {key} is empty.", "Leave it out."))
    return end + 1


def _possible_ends(text: str, at: int, *, closing: str) -> Iterator[int]:
    """Yield where a quote stands at the end of a word."""
    while at < len(text):
        if text[at] in closing:
            if text[at + 1 : at + 2] == text[at]:
                at += 1
            elif re.match(END, text[at + 1 :]):
                yield at
        at += 1
