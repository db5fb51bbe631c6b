"""The measures of a layout as millimetres, by block, and those of tight, close and roomy pages."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from typing import Any, NoReturn

from handouts.schema.measures import Tree


class Group:
    """The measures of one block by their names without the unit, in millimetres.

    The weight of a line keeps its unit, `ring_pt`; a count and a scale have none.
    """

    def __init__(self, measures: Mapping[str, Any], em: float) -> None:
        """Take measures as a layout has them; `em` is the size of the body text in millimetres."""
        vars(self).update(_length(name, value, em) for name, value in measures.items())

    def __getattr__(self, name: str) -> float:
        """Tell of a name that the layouts do not have; those they have are found before."""
        raise AttributeError(f"the layouts have no measure `{name}` here")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse to be changed."""
        raise FrozenInstanceError(name)

    def each(self, name: str) -> tuple[float, ...]:
        """Return the measures of a list of them."""
        measures: tuple[float, ...] = vars(self)[name]
        return measures


def _length(name: str, value: Any, em: float) -> tuple[str, Any]:
    """Return the name of a measure in the program, and its value there."""
    if name.endswith("_em"):
        return name.removesuffix("_em"), value * em
    return name.removesuffix("_mm"), value


class Measures:
    """The measures of a layout by block."""

    def __init__(self, tree: Tree, em: float) -> None:
        """Take measures as a layout has them; `em` is the size of the body text in millimetres."""
        vars(self).update((block, Group(measures, em)) for block, measures in tree.items())

    def __getattr__(self, name: str) -> Group:
        """Tell of a block that the layouts do not have."""
        raise AttributeError(f"the layouts have no measures of `{name}`")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse to be changed."""
        raise FrozenInstanceError(name)


def tightened(tree: Tree) -> Tree:
    """Return the measures with exercise cards and stop strips that are less tall."""
    tight = tree["tight"]
    gaps = dict.fromkeys(("rule_gap_em", "dose_gap_em"), tight["card_gap_em"])
    gaps |= dict.fromkeys(("purpose_gap_em", "body_gap_em"), 0.75 * tight["card_gap_em"])
    strip = {**tree["dose_strip"], "height_em": tight["dose_strip_em"]}
    stop = {**tree["stop_strip"], "pad_em": tight["stop_pad_em"]}
    return {**tree, "card": {**tree["card"], **gaps}, "dose_strip": strip, "stop_strip": stop}


def closer(tree: Tree) -> Tree:
    """Return the measures with cards whose parts stand close, and pictures that are no larger than needed."""
    card, close = tree["card"], tree["close"]
    gaps = [name for name in card if name.endswith("_gap_em") and name != "disc_gap_em"]
    least = {name: min(card[name], close["card_gap_em"]) for name in gaps}
    pictures = ("mm_per_unit", "over_picture_mm", "over_mm_per_unit")
    least |= {name: min(card[name], close[name]) for name in pictures}
    summary, tray = tree["summary"], min(tree["summary"]["tray_mm"], close["tray_mm"])
    scales = {
        name: summary[name] * tray / summary["tray_mm"] for name in ("mm_per_unit", "small_mm_per_unit")
    }
    return {**tree, "card": {**card, **least}, "summary": {**summary, **scales, "tray_mm": tray}}


def with_larger_pictures(tree: Tree) -> Tree:
    """Return the measures with exercise cards whose pictures have a wider column, at a like larger scale."""
    card, width = tree["card"], tree["roomy"]["picture_mm"]
    times = width / card["picture_mm"]
    scales = {name: card[name] * times for name in ("mm_per_unit", "largest_mm_per_unit")}
    return {**tree, "card": {**card, **scales, "picture_mm": width}}
