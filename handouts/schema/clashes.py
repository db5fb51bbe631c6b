"""Turn the measures of a layout into the marks that would lie over each other, and the measure that fits."""

from collections.abc import Callable, Iterator, Mapping
from math import ceil, floor
from typing import Any, NamedTuple

from handouts.schema.dates import DAYS_OF_A_WEEK
from handouts.schema.layout import Layout
from handouts.schema.measures import MM, Tree, limits_of

# Boxes to tick keep this clear of the next line, in millimetres.
CLEAR_MM = 0.3
# A number of two figures is about so many times as wide as its type is large; a line of words is this wide.
TWO_FIGURES = 1.2
LEAST_LINE_EM = 8
# The steps in which a measure that fits is looked for.
HALVINGS = 40

Measure = tuple[str, str]


class Lengths(NamedTuple):
    """The measures of a layout on one paper, in millimetres; counts as they are."""

    layout: Layout
    tree: Tree
    paper: str

    def __call__(self, block: str, name: str) -> float:
        """Return a measure; of a list of them, their sum."""
        value = self.tree[block][name]
        size = self.size("body") if name.endswith("_em") else 1
        return float(sum(value) if isinstance(value, tuple | list) else value) * size

    def size(self, face: str) -> float:
        """Return how large a face is set."""
        points: float = getattr(self.layout.type, face).size_pt
        return points * self.layout.type.scale / MM

    @property
    def width(self) -> float:
        """How wide the live area is."""
        return self.layout.width_on(self.paper)

    @property
    def day(self) -> float:
        """How wide the day of a sheet is, with two weeks side by side or one."""
        room = self.width - self("sheet", "picture_mm")
        name, two_weeks = self("sheet", "name_em"), 2 * DAYS_OF_A_WEEK
        if room - name >= two_weeks * self("sheet", "least_day_em"):
            return (room - name) / two_weeks
        name = min(name, room - DAYS_OF_A_WEEK * self("sheet", "narrow_day_em"))
        return (room - name) / DAYS_OF_A_WEEK

    @property
    def boxes(self) -> float:
        """How wide the most boxes of a day of the diary are."""
        most, gap = self("diary", "most_boxes"), self("diary", "box_gap_mm")
        return most * (self("signs", "tick_box_mm") + gap) - gap


class Rule(NamedTuple):
    """What lies over what where `over` is more than 0 mm, and the measures that can be changed for it."""

    says: str
    measures: tuple[Measure, ...]
    over: Callable[[Lengths], float]


def _larger(inner: Measure, outer: Measure, says: str, times: float = 1, clear: float = 0) -> Rule:
    """Return the rule that one measure has room in another, and keeps so many millimetres clear of it."""
    return Rule(says, (inner, outer), lambda of: times * of(*inner) + clear - of(*outer))


def _holds(measure: Measure, face: str, says: str, times: float = 1) -> Rule:
    """Return the rule that a measure has room for type of a face."""
    return Rule(says, (measure,), lambda of: times * of.size(face) - of(*measure))


def _column(block: str, says: str) -> Rule:
    """Return the rule that a picture leaves room for words beside it."""
    measures = ((block, "picture_mm"), (block, "gutter_mm"))
    return Rule(
        says,
        measures,
        lambda of: sum(of(*measure) for measure in measures) + LEAST_LINE_EM * of.size("body") - of.width,
    )


# What an arrangement has no use for: some blocks, and pictures with words beside them.
_NARROW = {"sheet", "diary", "summary", "picture_mm"}
UNUSED: Mapping[str, set[str]] = {"cards": _NARROW, "panels": _NARROW}

RULES = (
    Rule(
        "the boxes of neighbouring days lie over each other",
        (("sheet", "box_mm"), ("sheet", "picture_mm"), ("sheet", "name_em")),
        lambda of: of("sheet", "box_mm") + CLEAR_MM - of.day,
    ),
    Rule(
        "the boxes of neighbouring days lie over each other",
        (("sheet", "least_box_mm"), ("sheet", "picture_mm"), ("sheet", "name_em")),
        lambda of: of("sheet", "least_box_mm") + CLEAR_MM - of.day,
    ),
    Rule(
        "a box and its number are taller than a row",
        (("sheet", "box_mm"), ("sheet", "least_rows_mm")),
        lambda of: of("sheet", "box_mm") + of.size("admin") + CLEAR_MM - of("sheet", "least_rows_mm"),
    ),
    Rule(
        "the boxes of neighbouring days lie over each other",
        (("signs", "tick_box_mm"), ("diary", "name_mm"), ("diary", "most_boxes"), ("diary", "box_gap_mm")),
        lambda of: of.boxes + CLEAR_MM - (of.width - of("diary", "name_mm")) / DAYS_OF_A_WEEK,
    ),
    *(
        _larger(("signs", "tick_box_mm"), ("diary", rows), "boxes are taller than a row", clear=CLEAR_MM)
        for rows in ("least_rows_mm", "rows_mm", "roomy_rows_mm")
    ),
    Rule(
        "the cells are wider than the page",
        (("identity", "cells_mm"),),
        lambda of: of("identity", "cells_mm") - of.width,
    ),
    _column("card", "the steps have no room beside the picture"),
    _column("picture", "the words have no room beside the picture"),
    _larger(("card", "disc_em"), ("card", "head_em"), "the disc reaches out of its head"),
    _larger(("card", "glyph_em"), ("card", "step_indent_em"), "the sign lies over its words"),
    _larger(("text", "bullet_radius_em"), ("text", "bullet_indent_em"), "the dot lies over its words", 2),
    _larger(("summary", "number_disc_em"), ("summary", "number_pitch_em"), "discs lie over each other"),
    _larger(("footer", "rule_em"), ("footer", "height_em"), "the rule lies over the page"),
    Rule(
        "the rule lies over the words of the footer",
        (("footer", "baseline_em"), ("footer", "rule_em")),
        lambda of: of("footer", "baseline_em") + 0.75 * of.size("admin") - of("footer", "rule_em"),
    ),
    _holds(("card", "disc_em"), "disc", "a number has no room in its disc", TWO_FIGURES),
    _holds(("summary", "disc_em"), "disc_small", "a number has no room in its disc", TWO_FIGURES),
    _holds(("summary", "number_disc_em"), "disc_small", "a number has no room in its disc", TWO_FIGURES),
    _holds(("sheet", "disc_em"), "disc_small", "a number has no room in its disc", TWO_FIGURES),
    _holds(("text", "number_indent_em"), "body", "a number lies over its words", TWO_FIGURES),
    _holds(("card", "step_indent_em"), "step", "a number lies over its words", TWO_FIGURES),
    _holds(("diary", "wide_number_indent_em"), "body", "a number lies over its words", TWO_FIGURES),
    _holds(("diary", "number_indent_em"), "body", "a number lies over its words", TWO_FIGURES / 2),
    _holds(("diary", "head_em"), "table_head", "the head of the table lies over its rows"),
    _holds(("diary", "name_leading_em"), "body", "the lines of a name lie over each other"),
    _holds(("sheet", "week_head_em"), "table_head", "the head of the grid lies over its days"),
    _holds(("sheet", "weekday_head_em"), "table_head", "the days lie over their dates"),
    _holds(("sheet", "date_head_em"), "admin", "the dates lie over the first row"),
    _holds(("sheet", "pain_row_em"), "body", "the words of the last row lie over its lines"),
)


def clashes(layout: Layout) -> Iterator[dict[Measure, str]]:
    """Yield what lies over what on any of the papers, the first paper only.

    Each is a message for each measure that can be changed, the likeliest first.
    """
    unused = UNUSED.get(layout.arrangement, set())
    for rule in RULES:
        if any(unused & {*measure} for measure in rule.measures):
            continue
        for paper in layout.papers:
            of = Lengths(layout, layout.measures, paper)
            if rule.over(of) > 0:
                yield {measure: _message(rule, of, measure) for measure in rule.measures}
                break


def _message(rule: Rule, of: Lengths, measure: Measure) -> str:
    block, name = measure
    value = of.tree[block][name]
    said = f"`{name}` is {_said(value)}, so that {rule.says}"
    if isinstance(value, tuple | list):
        return f"{said}: together they are {of(*measure):g} mm of {of.width:g} mm."
    largest, smallest = _nearest(rule, of, measure, down=True), _nearest(rule, of, measure, down=False)
    if largest is not None:
        return f"{said}; the largest that fits is {largest:g}."
    return f"{said}; the smallest that fits is {smallest:g}." if smallest is not None else f"{said}."


def _said(value: Any) -> str:
    return ", ".join(f"{one:g}" for one in value) if isinstance(value, tuple | list) else f"{value:g}"


def _nearest(rule: Rule, of: Lengths, measure: Measure, *, down: bool) -> float | None:
    """Return the nearest smaller or larger value of a measure that fits, if there is one."""
    limits, value = limits_of(measure[1]), of.tree[measure[0]][measure[1]]
    good, bad = (limits.least if down else limits.most), float(value)
    if rule.over(_with(of, measure, good)) > 0:
        return None
    for _ in range(HALVINGS):
        middle = (good + bad) / 2
        if rule.over(_with(of, measure, middle)) > 0:
            bad = middle
        else:
            good = middle
    steps = 1 if limits.is_count else 100
    # A little to the safe side of what is looked for, so that a whole step is not lost to rounding.
    return floor(good * steps + 1e-6) / steps if down else ceil(good * steps - 1e-6) / steps


def _with(of: Lengths, measure: Measure, value: float) -> Lengths:
    block, name = measure
    tree = {**of.tree, block: {**of.tree[block], name: value}}
    return Lengths(of.layout, tree, of.paper)
