"""`--fit`: a handout has no more pages than are asked for, or it is told what to leave out for that."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from handouts.page.pages import LaidOut, Page
    from handouts.page.style import Style
    from handouts.request import Request

# What may be left out, after the texts, in the order in which it is tried.
OPTIONAL = ("glossary", "questions", "about-the-muscle", "what-helps", "trigger-point-map", "diary")


class Sides(click.ParamType[Any]):
    """A number of pages, such as 1, or 2-sides."""

    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        found = re.fullmatch(r"([1-9]\d?)(?:[- ](?:sides?|pages?))?", str(value))
        if not found:
            self.fail("write a number of pages, such as 1 or 2-sides.", param, ctx)
        return int(found[1])


fit_option = click.option(
    "--fit",
    type=Sides(),
    metavar="PAGES",
    help="No more pages than this (1, 2-sides), or say what to leave out; type is never smaller.",
)


def check_fit(
    pages: "LaidOut",
    most: int | None,
    request: "Request",
    style: "Style",
    *,
    day: datetime.date,
    path: Path | None,
) -> None:
    """Raise ContentError for more than `most` pages, if any are asked for, with the blocks to leave out.

    Every layout is as tight as it may be before it takes another page: gaps, then the rows of the diary, then
    the size of the map and of pictures; so there is nothing left here but to leave something out.
    """
    from handouts.problems import ContentError, Problem, listed

    if most is None or len(pages.pages) <= most:
        return
    over = sum(_filled_mm(page) for page in pages.pages[most:])
    message = f"it takes {len(pages.pages)} pages, not {most}: {over:.0f} mm have no room."
    for blocks in _tries(request):
        if _page_count(request, blocks, style, day) <= most:
            said = " ".join(f"--without {block}" for block in blocks)
            hint = f"It fits without {listed(blocks, last='and')}: {said}."
            break
    else:
        hint = "No block that may be left out is enough. Choose fewer exercises, or another layout."
    raise ContentError([Problem(path or Path("options"), 0, 0, message, hint)])


def _filled_mm(page: "Page") -> float:
    """Return how far down a page is filled, in millimetres."""
    style = page.style
    placed = [one for part in page.parts for one in part.placed if one.y < style.bottom_mm]
    return max((one.end for one in placed), default=style.top_mm) - style.top_mm


def _tries(request: "Request") -> Iterator[list[str]]:
    """Yield what may be left out: each block alone, then more and more of them."""
    from handouts.compose.choosing import chosen_blocks
    from handouts.library.conditions import find_conditions
    from handouts.schema.plan import is_kind

    conditions = find_conditions(request.plan.condition, request.library)
    always = request.layout.wants.always
    chosen = [one.block for one in chosen_blocks(request.plan, conditions, always=always, has_previous=False)]
    texts = [block for block in reversed(chosen) if not is_kind(block)]
    optional = [*texts, *(block for block in OPTIONAL if block in chosen and block not in always)]
    yield from ([block] for block in optional)
    yield from (optional[:count] for count in range(2, len(optional) + 1))


def _page_count(request: "Request", without: list[str], style: "Style", day: datetime.date) -> int:
    """Return how many pages a plan takes without some blocks."""
    from dataclasses import replace

    from handouts.compose.choosing import chosen_blocks
    from handouts.library.conditions import find_conditions
    from handouts.pipeline import compose, lay_out

    plan, always = request.plan, request.layout.wants.always
    conditions = find_conditions(plan.condition, request.library)
    chosen = chosen_blocks(plan, conditions, always=always, has_previous=request.previous is not None)
    kept = tuple(one for one in chosen if one.block not in without)
    tried = replace(request, plan=plan.model_copy(update={"blocks": kept}))
    return len(lay_out(compose(tried, today=day), style, path=None).pages)
