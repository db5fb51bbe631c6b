"""Turn messages with marks and placeholders into text of one language."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.lists import format_list

from handouts.library.folders import CONTENT
from handouts.problems import ContentError, Problem
from handouts.schema.check import check
from handouts.schema.placeholders import fill as fill
from handouts.schema.placeholders import unread_words
from handouts.schema.plural import Plural
from handouts.schema.words import CountryWords, SideWords, Words
from handouts.source import Source, read_source

Width = Literal["abbreviated", "narrow", "wide"]

ENGLISH = CONTENT / "words" / "en.yaml"


def language_ids(folders: Sequence[Path]) -> list[str]:
    """Return the languages that have words, sorted."""
    return sorted({path.stem for folder in folders for path in (folder / "words").glob("*.yaml")})


def find_words(language: str, folders: Sequence[Path]) -> "Speech":
    """Return the words of a language such as `en` or `en-GB`; raise ContentError where there are none."""
    for name in (language, language.split("-")[0]):
        for folder in folders:
            path = folder / "words" / f"{name}.yaml"
            if path.is_file():
                return Speech(read_words(path))
    known = ", ".join(f"`{name}`" for name in language_ids(folders))
    message = f"there are no words for the language `{language}`; there are {known}."
    raise ContentError([Problem(Path("words"), 0, 0, message)])


def read_words(path: Path) -> Words:
    """Return the words of a file; raise ContentError, also for a placeholder that English does not have."""
    source = read_source(path)
    words = check(source, Words)
    if path != ENGLISH:
        english = check(read_source(ENGLISH), Words)
        problems = [*unread_words(words, source, english=english), *_unknown_to_babel(words, source)]
        if problems:
            raise ContentError(problems)
    return words


def _unknown_to_babel(words: Words, source: Source) -> Iterator[Problem]:
    """Yield a problem for a language without known dates and plurals, or for patterns that are no dates."""
    try:
        locale = Locale.parse(words.language, sep="-")
    except (ValueError, UnknownLocaleError):
        yield source.problem(("language",), f"nothing is known of the language `{words.language}`.")
        return
    for key, pattern in words.dates:
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

    def count(self, message: Plural, n: int, **values: object) -> str:
        """Return a message in the plural form of n, filled with n and the values."""
        form = getattr(message, self.locale.plural_form(n)) or message.other
        return fill(form, n=n, **values)

    def date(self, day: datetime.date, pattern: str = "") -> str:
        """Return a date in full, or in a pattern of `DateWords`."""
        return _dated(day, pattern or self.words.dates.full, self.locale)

    def weekdays(self, width: Width = "abbreviated") -> tuple[str, ...]:
        """Return the seven days from Monday, `abbreviated` (Mon), `narrow` (M) or `wide` (Monday)."""
        names: Any = get_day_names(width, "stand-alone", self.locale)
        return tuple(str(names[day]) for day in range(7))

    def abbreviations(self) -> tuple[tuple[str, str], ...]:
        """Return the short forms that are printed with their full words, those of the days among them."""
        days = zip(self.weekdays(), self.weekdays("wide"), strict=True)
        return (*self.words.abbreviations.items(), *((short, full) for short, full in days if short != full))

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a list in a sentence: a, b and c."""
        return format_list(list(items), locale=self.locale)

    def side(self, side: str) -> SideWords:
        """Return the words for `left`, `right`, `both`, `each` or `sore`."""
        words: SideWords = getattr(self.words.sides, side)
        return words

    def country(self, code: str | None) -> CountryWords:
        """Return whom to call in a country; where none is named or known, words without a number."""
        known = (entry for entry in self.words.countries if code in entry.codes)
        return next(known, self.words.elsewhere)


@lru_cache(maxsize=256)
def _dated(day: datetime.date, pattern: str, locale: Locale) -> str:
    return format_date(day, pattern, locale=locale)
