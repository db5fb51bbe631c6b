"""`--fit`: a handout has no more pages than are asked for, or it is told what to leave out for that.

In this order, until it fits: blocks closer together; exercises closer, too, with smaller pictures; without
blocks that the plan leaves to us. Type is never smaller.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from handouts.compose.choosing import chosen_blocks
from handouts.compose.handout import Handout
from handouts.library.chosen import find_conditions
from handouts.page.pages import LaidOut
from handouts.page.style import Style
from handouts.pipeline import compose, lay_out
from handouts.problems import file_error, listed
from handouts.request import Request
from handouts.schema.plan import is_kind
from handouts.schema.rewording import parted_name

# What may be left out, after the texts, in the order in which it goes.
OPTIONAL = ("glossary", "questions", "about-the-muscle", "what-helps", "trigger-point-map", "diary")


class Fitted(NamedTuple):
    """A handout that is laid out, what it was made from, and the blocks that were left out for it."""

    request: Request
    handout: Handout
    pages: LaidOut
    left_out: tuple[str, ...] = ()


def fit(request: Request, style: Style, most: int | None, *, day: datetime.date, path: Path | None) -> Fitted:
    """Return a handout on no more than `most` pages, if any number is asked for.

    Raises ContentError where it takes more, with what a plan would have to leave out.
    """
    styles = (style, replace(style, tight=True), replace(style, tight=True, close=True))
    for tried in styles if most else styles[:1]:
        found = _laid_out(request, tried, day=day, path=path)
        if most is None or len(found.pages.pages) <= most:
            return found
    fewer = _with_fewer_blocks(request, styles[-1], most or 1, day=day)
    # What a plan has chosen is its own to leave out.
    if fewer and request.plan.blocks is None:
        return fewer
    raise _too_long(found, fewer, most or 1, path)


def left_out_for_fit(fitted: Fitted) -> Iterator[str]:
    """Yield what to say of the blocks that were left out, if there are any."""
    if fitted.left_out:
        blocks, count = listed(fitted.left_out, last="and"), len(fitted.pages.pages)
        yield f"--fit: warning: {blocks} left out, so that it fits on {count} page{'s' * (count > 1)}."


def _laid_out(request: Request, style: Style, *, day: datetime.date, path: Path | None) -> Fitted:
    handout = compose(request, today=day)
    return Fitted(request, handout, lay_out(handout, style, path=path))


def _with_fewer_blocks(request: Request, style: Style, most: int, *, day: datetime.date) -> Fitted | None:
    """Return the handout without as few blocks as are enough, None where all that may go are not.

    One after the other is put back, those first that go last, as long as all fits.
    """
    optional = _optional(request)
    best: Fitted | None = None
    for back in (None, *reversed(optional)):
        blocks = [one for one in (best.left_out if best else optional) if one != back]
        found = _laid_out(_without(request, blocks), style, day=day, path=None)
        if len(found.pages.pages) <= most:
            best = found._replace(left_out=tuple(blocks))
        elif best is None:
            return None
    return best


def _too_long(found: Fitted, fewer: Fitted | None, most: int, path: Path | None) -> Exception:
    """Return what to say of a handout that takes more than `most` pages as tight as it may be."""
    pages = found.pages.pages
    message = (
        f"it takes {len(pages)} pages, not {most}: {_missing_mm(found.pages, most):.0f} mm have no room."
    )
    if fewer:
        said = " ".join(f"--without {block}" for block in fewer.left_out)
        hint = f"It fits without {listed(fewer.left_out, last='and')}: {said}."
    else:
        hint = "No block that may be left out is enough. Choose fewer exercises, or another layout."
    return file_error(path or Path("options"), message, hint)


def _missing_mm(pages: LaidOut, most: int) -> float:
    """Return how much taller all blocks are than the room of so many pages, else what stands after these."""
    style = pages.pages[0].style
    panels, high = style.layout.panels, style.panel_mm[1]
    placed = ([one for part in page.parts for one in part.placed] for page in pages.pages)
    # Marks to cut and fold by begin over the live area of a panel, its foot stands under it.
    heights = [
        sum(one.block.height for one in of_page if style.top_mm <= one.y % high < style.bottom_mm)
        for of_page in placed
    ]
    over = sum(heights) - most * panels.across * panels.down * (style.bottom_mm - style.top_mm)
    return over if over >= 1 else sum(heights[most:])


def _optional(request: Request) -> list[str]:
    """Return the blocks that may be left out in their order; none whose words are the plan's own."""
    conditions, always = find_conditions(request.plan.condition, request.library), request.layout.wants.always
    chosen = [one.block for one in chosen_blocks(request.plan, conditions, always=always, has_previous=False)]
    texts = [block for block in reversed(chosen) if not is_kind(block)]
    optional = [*texts, *(block for block in OPTIONAL if block in chosen and block not in always)]
    reworded = {parted_name(name)[1] for name in request.plan.texts or {}}
    return [block for block in optional if block not in reworded]


def _without(request: Request, blocks: Sequence[str]) -> Request:
    plan, always = request.plan, request.layout.wants.always
    conditions = find_conditions(plan.condition, request.library)
    chosen = chosen_blocks(plan, conditions, always=always, has_previous=request.previous is not None)
    kept = tuple(one for one in chosen if one.block not in blocks)
    return replace(request, plan=plan.model_copy(update={"blocks": kept}))
