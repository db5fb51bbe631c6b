"""Where a text may go on overleaf: before a heading; within what stands under one only where it must."""

from collections.abc import Sequence

from handouts.page.columns import TOGETHER, Passage


def page_ends(
    passages: Sequence[Passage], *, most: float, columns: int, steps: bool = False
) -> tuple[int, ...]:
    """Return after how many passages a page may end, the last being all of them.

    What stands under one heading is parted only where it is taller than `most` millimetres of `columns`
    columns: then between two passages, though not right after what leads to a list, nor in a list of steps
    unless `steps` may be parted.
    """
    few = TOGETHER * columns
    lines = [len(passage.text.lines) for passage in passages]
    inner = [at for at in range(1, len(lines)) if sum(lines[:at]) >= few and sum(lines[at:]) >= few]
    ends, begin = [], 0
    for end in [*(at for at in inner if passages[at].role == "H3"), len(lines)]:
        if sum(one.gap + one.height for one in passages[begin:end]) > most * columns:
            ends += [at for at in inner if begin < at < end and _may_part(passages, at, steps=steps)]
        ends.append(end)
        begin = end
    return tuple(ends)


def _may_part(passages: Sequence[Passage], at: int, *, steps: bool) -> bool:
    """Return whether a page may end before a passage: a list leaves no item alone on either page."""
    above, below = passages[at - 1], passages[at]
    if not below.list_number:
        return above.role != "H3"
    lists = [one.list_number for one in passages]
    earlier = at - lists.index(below.list_number)
    later = lists.count(below.list_number) - earlier
    return (steps or below.numbering != "Decimal") and min(earlier, later) >= TOGETHER
