"""What a person needs of the paper chooses its layout, unless an option says another."""

from collections.abc import Callable
from typing import NamedTuple

from handouts.problems import Problem
from handouts.schema.layout import Layout
from handouts.schema.papers import BODY_PT, Need, largest
from handouts.schema.plan import Plan
from handouts.source import Source


class NeededLayout(NamedTuple):
    """The layout that is printed, and what is to be said of it."""

    layout: Layout | None
    told: tuple[Problem, ...] = ()


def needed_layout(
    plan: Plan | None, source: Source | None, layout: Layout | None, find: Callable[[str], Layout]
) -> NeededLayout:
    """Return the layout that a plan names if its text is as large as is needed, else the one that is.

    What an option says wins, and is told. `find` returns a layout by its id, and raises ContentError.
    """
    need = largest(plan.needs or ()) if plan else None
    if not plan or not source or not layout or not need or meets(layout, need):
        return NeededLayout(layout)
    size = f"has a body text of {body_pt(layout):g} pt"
    named_in = source.place(("layout",)).path
    if named_in is not None and named_in.name.startswith("--"):
        message = f"the layout `{layout.id}` {size}, and `needs` asks for `{need}`."
        hint = "Leave the option out: the need chooses the layout."
        return NeededLayout(layout, (source.problem(("layout",), message, hint),))
    needed = find(need)
    if not plan.layout or source.place(("layout",)).path != source.place(("needs",)).path:
        return NeededLayout(needed)
    message = f"the layout `{layout.id}` is not used: it {size}, and `needs` asks for `{need}`."
    return NeededLayout(needed, (source.problem(("layout",), message, "Leave one of them out."),))


def body_pt(layout: Layout) -> float:
    """Return how large the body text of a layout is, in points."""
    return layout.type.body.size_pt * layout.type.scale


def meets(layout: Layout, need: Need) -> bool:
    """Return whether the body text of a layout is as large as is needed."""
    return body_pt(layout) >= BODY_PT[need]
