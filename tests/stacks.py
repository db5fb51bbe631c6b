"""Make stacks as a user does, and look into them."""

import re
from pathlib import Path

from commands import handouts
from pypdfium2 import PdfDocument
from rosters import person


def texts(path: str | Path = "stack.pdf") -> list[str]:
    """Return the text of each page."""
    return [page.get_textpage().get_text_range() for page in PdfDocument(path)]


def ids(path: str | Path = "stack.pdf") -> list[str]:
    """Return the ID at the foot of each page, `-` for a page without."""
    found = (re.search(r"· ID (\d+)", text) for text in texts(path))
    return [one[1] if one else "-" for one in found]


def merged(roster: Path, *words: str | Path, target: str = "stack.pdf") -> None:
    result = handouts("batch", roster, "--merge", target, *words)
    assert (result.exit_code, result.stdout) == (0, f"{target}\n"), result.stderr


def people_with_pages(*numbers: int) -> list[dict[str, str]]:
    """Return people whose handouts are one page long."""
    return [person(number, layout="plan-sheet", exercises="seated-soleus-stretch") for number in numbers]
