"""Turn the kinds of error that pydantic finds into sentences for the author of the file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handouts.problems import did_you_mean, listed
from handouts.schema.base import (
    CALL_PATTERN,
    EMAIL_PATTERN,
    HTTPS_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MESSAGE_PATTERN,
    ONE_LINE_PATTERN,
    SEED_PATTERN,
)

LONGEST_SHOWN = 40
MOST_KEYS_SHOWN = 24


@dataclass(frozen=True)
class Found:
    """One value that does not fit: its name for the reader, its own key, and what the check says of it.

    `keys` are the keys that a mapping could have at this place.
    """

    name: str
    key: str
    value: Any
    written: str
    message: str
    context: Mapping[str, Any]
    keys: tuple[str, ...]

    def limit(self, name: str) -> str:
        """Return a limit of the check as it would be written in the file."""
        return f"{self.context[name]:g}"


Said = tuple[str, str]
Sentence = Callable[[Found], Said]

# The smallest and the largest are called by what they measure.
LIMITS = {
    "hold_seconds": ("the shortest hold", "the longest hold"),
    "rest_seconds": ("the shortest rest", "the longest rest"),
    "pain_limit": ("the lowest", "the highest"),
}

FORMS = {
    ID_PATTERN: "`{value}` is not an id; write small letters, digits and hyphens, like `heel-raise`.",
    ONE_LINE_PATTERN: "{name} goes over more than one line; write it in one.",
    MESSAGE_PATTERN: "{name} is empty or goes over more than one line; write it in one.",
    SEED_PATTERN: "`{value}` is not the number of a statement; write it like `S1-07`.",
    LANGUAGE_PATTERN: "`{value}` is not a language; write it like `en` or `en-GB`.",
    HTTPS_PATTERN: "`{value}` is not the address of a page; write it like `https://clinic.example`.",
    EMAIL_PATTERN: "`{value}` is no email address; write it like `us@clinic.example`.",
    CALL_PATTERN: "{name} is `{value}`, which has no number to call; write it like `112`.",
    r"^#[0-9A-Fa-f]{6}$": "`{value}` is not a colour; write it in quotes, like '#1A2B3C'.",
}


def say(kind: str, found: Found) -> Said:
    """Return the message and the hint for one pydantic error type."""
    sentence = SENTENCES.get(kind)
    if sentence:
        return sentence(found)
    return f"{found.name} does not fit: {_as_sentence(found.message)}", ""


def shown(value: Any, written: str = "") -> str:
    """Return how a value is called in a sentence."""
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"the text `{shortened(value)}`" if value else "empty"
    if isinstance(value, tuple | list):
        return "a list"
    if isinstance(value, Mapping):
        return "a mapping"
    return str(value).lower() if isinstance(value, bool) else written or str(value)


def shortened(text: str) -> str:
    """Return the beginning of a long text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def _wanted(wanted: str) -> Sentence:
    return lambda found: (f"{found.name} is {shown(found.value, found.written)}; write {wanted}.", "")


def _missing(found: Found) -> Said:
    return f"{found.name} is missing.", ""


# What people call keys, where the nearest key would be another one.
MEANT = {
    "duration": "seconds: 30",
    "every_other_day": "every_days: 2",
    "minutes": "seconds: 120",
    "times_a_day": "times_per_day: 2",
    "weight": "load: 5 kg",
    "resistance": "load: red band",
}


def _unknown_key(found: Found) -> Said:
    message = f"there is no key `{shortened(found.key)}` here."
    meant = MEANT.get(found.key, "")
    if meant.split(":")[0] in found.keys:
        return message, f"Write it like `{meant}`."
    unit = [key for key in found.keys if key.startswith(f"{found.key}_")]
    if unit and isinstance(found.value, int | float):
        return message, f"Write `{unit[0]}: {found.written or found.value}`."
    near = did_you_mean(found.key, found.keys)
    allowed = f"The keys are {listed(found.keys, last='and')}." if _few(found.keys) else ""
    return message, near or allowed


def _few(keys: tuple[str, ...]) -> bool:
    return 0 < len(keys) <= MOST_KEYS_SHOWN


def _whole_number(found: Found) -> Said:
    if isinstance(found.value, str) and re.fullmatch(r"[1-9]\d*|0", found.value):
        return f"{found.name} is {shown(found.value)}; write the number without quotes.", ""
    return _wanted("a whole number")(found)


def _choice(found: Found) -> Said:
    choices = re.findall(r"'([^']*)'", found.context["expected"]) or [found.context["expected"]]
    what = f"`{shortened(found.value)}`" if isinstance(found.value, str) else shown(found.value)
    message = f"{found.name} is {what}; it must be {listed(choices)}."
    return message, did_you_mean(found.value, choices) if isinstance(found.value, str) else ""


def _tag(found: Found) -> Said:
    key = str(found.context["discriminator"]).strip("'")
    choices = re.findall(r"'([^']*)'", found.context.get("expected_tags", ""))
    if not choices:
        return f"`{key}` is missing in {found.name}.", ""
    tag = str(found.context["tag"])
    return f"`{key}` is `{shortened(tag)}`; it must be {listed(choices)}.", did_you_mean(tag, choices)


def _too_low(found: Found) -> Said:
    least = LIMITS.get(found.key, ("the least", ""))[0]
    return f"{found.name} is {shown(found.value, found.written)}; {least} is {found.limit('ge')}.", ""


def _too_high(found: Found) -> Said:
    most = LIMITS.get(found.key, ("", "the most"))[1]
    return f"{found.name} is {shown(found.value, found.written)}; {most} is {found.limit('le')}.", ""


def _must_be(words: str, limit: str) -> Sentence:
    def sentence(found: Found) -> Said:
        value = shown(found.value, found.written)
        return f"{found.name} is {value}; it must be {words} {found.limit(limit)}.", ""

    return sentence


def _too_long(found: Found) -> Said:
    length, most = len(found.value.strip()), found.context["max_length"]
    return f"{found.name} has {length} characters; the most is {most}.", ""


def _form(found: Found) -> Said:
    pattern = found.context["pattern"]
    form = FORMS.get(pattern, "{name} is `{value}`, which does not have the form {pattern}.")
    return form.format(name=found.name, value=shortened(found.value), pattern=pattern), ""


def _count(words: str, limit: str) -> Sentence:
    def sentence(found: Found) -> Said:
        count = len(found.value)
        kind = "character" if isinstance(found.value, str) else "item"
        items = f"1 {kind}" if count == 1 else f"{count} {kind}s"
        return f"{found.name} has {items}; the {words} is {found.context[limit]}.", ""

    return sentence


def _mapping(found: Found) -> Said:
    message = f"{found.name} is {shown(found.value, found.written)}; write `key: value` lines."
    return message, f"The keys are {listed(found.keys, last='and')}." if _few(found.keys) else ""


def _own_sentence(found: Found) -> Said:
    return str(found.context["say"]), ""


def _value_error(found: Found) -> Said:
    return f"{found.name}: {_as_sentence(str(found.context['error']))}", ""


def _as_sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


SENTENCES: dict[str, Sentence] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _wanted("text"),
    "string_too_short": _wanted("text, or leave the key out"),
    "string_too_long": _too_long,
    "string_pattern_mismatch": _form,
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "float_type": _wanted("a number"),
    "bool_type": _wanted("true or false"),
    "date_type": _wanted("a date like 2026-12-31"),
    "own": _own_sentence,
    "literal_error": _choice,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _tag,
    "greater_than_equal": _too_low,
    "less_than_equal": _too_high,
    "greater_than": _must_be("more than", "gt"),
    "less_than": _must_be("less than", "lt"),
    "too_short": _count("fewest", "min_length"),
    "too_long": _count("most", "max_length"),
    "tuple_type": _wanted("a list"),
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "value_error": _value_error,
}
