"""Short forms become runs of their own, so that a listener hears their full words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Abbreviations:
    """Short forms with their full words, such as Mon and Monday."""

    pairs: tuple[tuple[str, str], ...]

    def parts(self, words: str) -> Iterator[tuple[str, str]]:
        """Yield the runs of some words, each with its full words, or with none where it is no short form."""
        if self._pattern is None:
            yield words, ""
            return
        for number, part in enumerate(self._pattern.split(words)):
            if part:
                yield part, self._full[part] if number % 2 else ""

    @cached_property
    def _full(self) -> dict[str, str]:
        return dict(self.pairs)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """What finds a short form that stands alone, the longest first."""
        if not self.pairs:
            return None
        short = "|".join(re.escape(one) for one in sorted(self._full, key=len, reverse=True))
        return re.compile(rf"(?<!\w)({short})(?!\w)")


NONE = Abbreviations(())
