"""Turn messages with marks and placeholders into text of one language."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from pydantic import BaseModel, Field, create_model

from handouts.files import yaml_files
from handouts.library import CONTENT
from handouts.library.translations import stale
from handouts.problems import ContentError, Problem, file_error, listed
from handouts.schema.amount import Amount, highest
from handouts.schema.base import Language, Limb, Message, Model
from handouts.schema.check import check
from handouts.schema.country import CountryCode
from handouts.schema.dates import DAYS_OF_A_WEEK
from handouts.schema.placeholders import PLURAL_FORMS, texts_of, unread_words
from handouts.schema.placeholders import fill as fill
from handouts.schema.walk import walk
from handouts.source import Data, Source, laid_over, merged, read_source

Width = Literal["abbreviated", "narrow", "wide"]

# The words that every language has; whatever the program says stands in it under some key.
ENGLISH = CONTENT / "words" / "en.yaml"


class Words:
    """Some of a language's words by their keys: `words.card` are words, `words.card.heading` is a message.

    A test holds that every key that the program names is in the English file.
    """

    __slots__ = ("_said",)

    def __init__(self, said: Mapping[str, Data]) -> None:
        """Take words as a checked file has them."""
        self._said = {key: _as_words(value) for key, value in said.items()}

    def __getattr__(self, key: str) -> Any:
        """Return what stands under a key."""
        if key.startswith("_") or key not in self._said:
            raise AttributeError(f"there are no words `{key}`")
        return self._said[key]

    def items(self) -> tuple[tuple[str, Any], ...]:
        """Return all keys with what stands under them."""
        return tuple(self._said.items())


def _as_words(value: Data) -> Data:
    if isinstance(value, Mapping):
        return Words(value)
    return tuple(map(_as_words, value)) if isinstance(value, tuple) else value


class Plural(Model):
    """One message in the plural forms of its language (Unicode CLDR names)."""

    zero: Message | None = None
    one: Message | None = None
    two: Message | None = None
    few: Message | None = None
    many: Message | None = None
    other: Message


# Measured: it takes as long as the rest of what is said of a plan with a fault.
@cache
def words_model(*, partial: bool = False) -> type[BaseModel]:
    """Return the model of a file of words: it has every key of the English one, or some where `partial`."""
    usual = None if partial else ...
    own: dict[str, Any] = {
        "language": (Language, ...),
        "name": (Message, ...),
        "partial": (bool, False),
        "original": (Message, None),
        "abbreviations": (dict[Message, Message], usual),
    }
    return _model("words", english_words().data, usual, own=own)


def _model(name: str, english: Mapping[str, Data], usual: Any, *, own: Mapping[str, Any]) -> type[BaseModel]:
    """Return a model with a field for each key of the English words; `usual` is their value if left out."""
    fields = {key: (_kind(f"{name}_{key}", value, usual), usual) for key, value in english.items()}
    title = "".join(part.capitalize() for part in name.split("_"))
    return create_model(title, __base__=Model, **{**fields, **own})


def _kind(name: str, english: Data, usual: Any) -> Any:
    """Return the type of what stands under a key: a message, one in plural forms, a list, or more keys."""
    if isinstance(english, str):
        return Message
    if isinstance(english, Mapping):
        is_plural = "other" in english and {*english} <= {*PLURAL_FORMS}
        return Plural if is_plural else _model(name, english, usual, own={})
    if name.endswith("_codes"):
        return tuple[CountryCode, ...]
    if isinstance(english[0], Mapping):
        return tuple[_model(name, english[0], ..., own={}), ...]  # type: ignore[misc]
    return Annotated[tuple[Message, ...], Field(min_length=len(english), max_length=len(english))]


def english_words() -> Source:
    """Return the words that come with the program."""
    return read_source(ENGLISH)


def language_id(language: str, folders: Sequence[Path]) -> str | None:
    """Return the language that has words for `en` or `en-GB`: itself, else the one without a country."""
    return next((name for name in (language, language.split("-")[0]) if _file(name, folders)), None)


def _file(language: str, folders: Sequence[Path]) -> Path | None:
    paths = (folder / "words" / f"{language}.yaml" for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def find_words(language: str, folders: Sequence[Path]) -> "Speech":
    """Return the words of a language such as `en` or `en-GB`; raise ContentError where there are none."""
    path = _file(language_id(language, folders) or "", folders)
    if path is None:
        known = sorted({file.stem for folder in folders for file in yaml_files(folder / "words")})
        message = f"there are no words for the language `{language}`."
        raise file_error(Path("words"), message, f"There is {listed(known, last='and')}.")
    source, _ = read_words(path, folders)
    return Speech(Words(source.data))


def read_words(path: Path, folders: Sequence[Path]) -> tuple[Source, list[Problem]]:
    """Return the words of a file, and warnings; raise ContentError for what is wrong or left out.

    A file that says `partial: true` has some words, and the others are those of its language without the
    country, else the English ones.
    """
    if path == ENGLISH:
        return english_words(), []
    source, english = read_source(path), english_words()
    partial = source.get("partial") is True
    words = check(source, words_model(partial=partial))
    problems = [*unread_words(words, source, english=english.data), *_unknown_to_babel(words, source)]
    if problems:
        raise ContentError(problems)
    original, warnings = english, []
    parent = _file(path.stem.split("-")[0], folders)
    if partial and parent not in (None, path, ENGLISH):
        original, _ = read_words(parent, folders)
    if path.stem != ENGLISH.stem:
        warnings = stale(source, {at: text for at, text, _ in texts_of(original.data)})
    return laid_over(source, original, merged(source.data, original.data)), warnings


def _unknown_to_babel(words: Any, source: Source) -> Iterator[Problem]:
    """Yield a problem for a language without known dates, plural forms that it needs, or what is no date."""
    try:
        locale = Locale.parse(words.language, sep="-")
    except (ValueError, UnknownLocaleError):
        yield source.problem(("language",), f"nothing is known of the language `{words.language}`.")
        return
    for found in walk(words):
        if isinstance(found.value, Plural):
            for form in sorted({*locale.plural_form.tags} - {*found.value.model_fields_set}):
                yield source.problem(found.location, f"the plural form `{form}` is missing here.")
    for key, pattern in words.dates or ():
        if pattern is None:
            continue
        try:
            format_date(datetime.date(2026, 1, 2), pattern, locale=locale)
        # Babel's reader of patterns raises these on what is none.
        except (ValueError, KeyError, AttributeError, IndexError, TypeError):
            message = f"`{pattern}` is no pattern of a date."
            yield source.problem(("dates", key), message, "Write it like `d MMMM y`.")


@dataclass(frozen=True)
class Speech:
    """The words of one language, and its ways with dates, numbers and lists."""

    words: Words

    @cached_property
    def locale(self) -> Locale:
        """The language's rules."""
        return Locale.parse(self.words.language, sep="-")

    def count(self, message: Words, n: Amount, **values: object) -> str:
        """Return a message in the plural form of n, or of a range's end, filled with n and the values."""
        forms = dict(message.items())
        form = forms.get(self.locale.plural_form(highest(n))) or message.other
        return fill(form, n=self.amount(n), **values)

    def amount(self, n: Amount) -> str:
        """Return a number, or a range in words: 8 to 12."""
        return fill(self.words.dose.range, low=n[0], high=n[1]) if isinstance(n, tuple) else str(n)

    def date(self, day: datetime.date, pattern: str = "") -> str:
        """Return a date in full, or in a pattern of `words.dates`."""
        return _dated(day, pattern or self.words.dates.full, self.locale)

    def weekdays(self, width: Width = "abbreviated") -> tuple[str, ...]:
        """Return the seven days from Monday, `abbreviated` (Mon), `narrow` (M) or `wide` (Monday)."""
        names: Any = get_day_names(width, "stand-alone", self.locale)
        return tuple(str(names[day]) for day in range(DAYS_OF_A_WEEK))

    def abbreviations(self) -> tuple[tuple[str, str], ...]:
        """Return the short forms that are printed with their full words, those of the days among them."""
        days = zip(self.weekdays(), self.weekdays("wide"), strict=True)
        return (*self.words.abbreviations.items(), *((short, full) for short, full in days if short != full))

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a list in a sentence: a, b and c."""
        return format_list(list(items), locale=self.locale)

    def side(self, side: str, limb: Limb) -> Words:
        """Return the words for `left`, `right`, `both`, `each` or `sore`, of a leg, an arm or a body."""
        words: Words = getattr(getattr(self.words.sides, limb), side)
        return words


# Measured: without it a roster takes a twentieth longer, for all of it has a few days.
@lru_cache(maxsize=256)
def _dated(day: datetime.date, pattern: str, locale: Locale) -> str:
    return format_date(day, pattern, locale=locale)
