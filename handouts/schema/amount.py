"""A number of a dose, or a range of them such as 8 to 12, read from what people write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

# One number, or the lowest and the highest.
Amount = int | tuple[int, int]

# For a character class.
DASHES = r"\-\u2010-\u2014\u2212"
WORDS: Mapping[str, int] = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    **{"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
    **{"eighteen": 18, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45},
    **{"fifty": 50, "sixty": 60, "once": 1, "twice": 2, "thrice": 3},
}
_WORD = re.compile(rf"(?<![\w{DASHES}])(?:{'|'.join(WORDS)})(?![\w{DASHES}])", re.IGNORECASE)
# A number that was a word has marks after it, so that nothing moves.
NUMBER = r"\d{1,9}_*"
BETWEEN = rf"\s*(?:[{DASHES}]|\bto\b|\bor\b)\s*"
AMOUNT = rf"{NUMBER}(?:{BETWEEN}{NUMBER})?"

_SECONDS = rf"[\s{DASHES}]*(?:(?:seconds?|secs?|s)\b\.?|[\"″”]|'')"
_MINUTES = rf"[\s{DASHES}]*(?:minutes?|mins?)\b\.?"
# `1.30 min` may be 90 seconds or 78, so a minute has one decimal.
_DECIMAL = rf"{NUMBER}(?:[.,]\d)?"
IN_ALL = rf"{NUMBER}{_MINUTES}\s*(?:and\s+)?[0-5]?\d_*{_SECONDS}"
TIME = (
    rf"(?:{IN_ALL}|(?:(?:{NUMBER}{_SECONDS}|{_DECIMAL}(?:{_MINUTES})?){BETWEEN})?{_DECIMAL}{_MINUTES}"
    rf"|(?:{NUMBER}(?:{_SECONDS})?{BETWEEN})?{NUMBER}{_SECONDS})"
)
_TIMED = re.compile(rf"({_DECIMAL})({_SECONDS}|{_MINUTES})?", re.IGNORECASE)


def lowest(amount: Amount) -> int:
    """Return a number, or the lower end of a range."""
    return amount[0] if isinstance(amount, tuple) else amount


def highest(amount: Amount) -> int:
    """Return a number, or the upper end of a range."""
    return amount[1] if isinstance(amount, tuple) else amount


def ranging(low: int, high: int) -> Amount:
    """Return a range, or the one number where its ends are the same."""
    return low if low == high else (low, high)


def written(amount: Amount) -> str:
    """Return an amount as the notation has it: `12` or `8-12`."""
    return f"{amount[0]}-{amount[1]}" if isinstance(amount, tuple) else str(amount)


def in_digits(text: str) -> str:
    """Return a text of the same length with its numbers in digits: `three sets` is `3____ sets`."""
    return _WORD.sub(lambda word: str(WORDS[word[0].lower()]).ljust(len(word[0]), "_"), text)


def read_amount(text: str) -> Amount:
    """Return the number or the range of a text that has the form `AMOUNT`."""
    numbers = [int(word) for word in re.findall(r"\d+", text)]
    return (numbers[0], numbers[1]) if len(numbers) > 1 else numbers[0]


def read_seconds(text: str) -> Amount:
    """Return the seconds of a text that has the form `TIME`, such as `20-30 sec` or `1 min 30 s`."""
    found = _TIMED.findall(text)
    last = found[-1][1]
    seconds = [_seconds(number, unit or last) for number, unit in found]
    if re.fullmatch(IN_ALL, text, re.IGNORECASE):
        return sum(seconds)
    return (seconds[0], seconds[1]) if len(seconds) > 1 else seconds[0]


def _seconds(number: str, unit: str) -> int:
    return round(float(number.strip("_").replace(",", ".")) * (60 if "m" in unit.lower() else 1))


@dataclass(frozen=True)
class Between:
    """Marks an `Amount` whose numbers are from `least` to `most`."""

    least: int
    most: int

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let pydantic read a number, a list of two, or a text such as `8-12`."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell an editor the three ways to write it."""
        number = {"type": "integer", "minimum": self.least, "maximum": self.most}
        pair = {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
        return {"anyOf": [number, pair, {"type": "string", "pattern": r"^\d+ ?([-–]|to) ?\d+$"}]}

    def read(self, value: object) -> Amount:
        """Return the amount; raise an error of pydantic's kinds, or one with the sentence to show."""
        if isinstance(value, str) and re.fullmatch(AMOUNT, digits := in_digits(value.strip()), re.IGNORECASE):
            amount = read_amount(digits)
            if isinstance(amount, int):
                raise PydanticKnownError("int_type")
            value = amount
        if isinstance(value, tuple) and len(value) == 2 and all(type(one) is int for one in value):
            return self._range(*value)
        if isinstance(value, tuple):
            raise own_error("this is a list; write one number, or the lowest and the highest like `[8, 12]`.")
        if type(value) is not int:
            raise PydanticKnownError("int_type")
        if value < self.least:
            raise PydanticKnownError("greater_than_equal", {"ge": self.least})
        if value > self.most:
            raise PydanticKnownError("less_than_equal", {"le": self.most})
        return value

    def _range(self, low: int, high: int) -> Amount:
        if low >= high:
            hint = f"write `{low}`" if low == high else f"write `{high}-{low}`, or a comma for two things"
            raise own_error(f"the range `{low}-{high}` does not go up; {hint}.")
        if low < self.least or high > self.most:
            raise own_error(f"the range `{low}-{high}` must be within {self.least} and {self.most}.")
        return low, high


def own_error(sentence: str) -> PydanticCustomError:
    """Return the error of a validator that is told in this sentence."""
    return PydanticCustomError("own", "{say}", {"say": sentence})
