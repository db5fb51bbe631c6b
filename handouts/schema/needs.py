"""What a person needs of a paper to read it; others than these a program alone cannot meet."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from handouts.problems import listed

Need = Literal["large-print", "giant-print"]
# How large the body text must be for each, in points; the layout of the same id has it.
BODY_PT: dict[Need, float] = {"large-print": 18, "giant-print": 24}
# What people write for each, by their letters and digits.
_SPELLINGS = {
    "18pt": "large-print",
    "18point": "large-print",
    "24pt": "giant-print",
    "24point": "giant-print",
}


def read_need(written: object) -> object:
    """Return the id of a need in any of its spellings; raise PydanticCustomError for a text that is none."""
    if not isinstance(written, str):
        return written
    words = "-".join(re.findall(r"[^\W_]+", written.lower()))
    need = _SPELLINGS.get(words.replace("-", ""), words)
    if need not in get_args(Need):
        say = f"this is no need that a sheet can meet; it can meet {listed(get_args(Need), last='and')}."
        also = "`make --html` writes a web page for a screen reader; have other formats made by hand."
        raise PydanticCustomError("own", "{say}", {"say": f"{say} {also}"})
    return need


WrittenNeed = Annotated[Need, BeforeValidator(read_need)]


def largest(needs: Iterable[Need]) -> Need | None:
    """Return the need for the largest text, None where there is none."""
    return max(needs, key=BODY_PT.__getitem__, default=None)
