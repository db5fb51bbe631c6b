"""Handouts laid out, as the placed blocks of each page."""

from dataclasses import replace

from drawn import look, placed_on
from sample_handout import handout

from handouts.page.handout import lay_out_handout


def sides(*, paper="a4", preprinted=None, **changes):
    """Return the placed blocks of each page; `preprinted` is the letterhead of the paper."""
    style = look(paper=paper)
    style = replace(style, letterhead=preprinted) if preprinted else style
    laid_out = lay_out_handout(handout(**changes), style)
    return [placed_on(page) for page in laid_out.pages]


def kinds(side):
    return [type(placed.block).__name__ for placed in side]


def of_kind(side, kind):
    return [placed for placed in side if isinstance(placed.block, kind)]


def names(side):
    return [placed.name for placed in side]
