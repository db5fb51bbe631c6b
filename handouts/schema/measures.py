"""The measures of the blocks: named lengths by block, the unit at the end of each name.

`_em` counts in sizes of the body text and grows with the type, `_mm` does not, `_pt` is the weight of a
line. The base layout has all measures there are; any other layout changes some of them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from handouts.problems import Problem
from handouts.schema.sentences import Found, say
from handouts.source import Data, Location, Source

# Points in a millimetre.
MM = 72 / 25.4

Tree = Mapping[str, Mapping[str, Any]]

# The least and the most by the end of a name; the first that fits counts. Marks that are repeated, and what
# is drawn by the unit, are never so fine that they would be without end. In less room than its least nobody
# would know what a picture shows.
_LIMITS: tuple[tuple[str, float, float], ...] = (
    ("picture_mm", 10, 200),
    ("thumbnail_mm", 10, 200),
    ("tray_mm", 10, 200),
    ("pitch_mm", 0.5, 100),
    ("pitch_em", 0.1, 25),
    ("per_unit", 0.05, 5),
    ("scale", 0.05, 5),
    ("_em", 0, 40),
    ("_mm", 0, 500),
    ("_pt", 0.35, 6),
)
# Any other name is that of a count.
_COUNT = (1, 30)

_UNITS = {"_em": "In sizes of the body text.", "_mm": "In millimetres.", "_pt": "In points."}


class Limits(NamedTuple):
    """What a measure may be, from `least` to `most`."""

    least: float
    most: float
    is_count: bool = False


def limits_of(name: str) -> Limits:
    """Return what the measure of this name may be."""
    found = (Limits(least, most) for end, least, most in _LIMITS if name.endswith(end))
    return next(found, Limits(*_COUNT, is_count=True))


def measure_problems(layout: Source, base: Tree) -> Iterator[Problem]:
    """Yield what is wrong with the measures of a layout, which has those of the base layout and no others."""
    check = _Check(layout)
    own = layout.data.get("measures")
    # Anything but a mapping is told by the check of the whole layout.
    if not isinstance(own, Mapping):
        return
    yield from check.keys(own, base, ())
    for block, known in base.items():
        measures = own.get(block, {})
        if not isinstance(measures, Mapping):
            yield check.problem("dict_type", (block,), measures, keys=tuple(known))
            continue
        yield from check.keys(measures, known, (block,))
        for name in known:
            if name in measures:
                yield from check.value(measures[name], known[name], (block, name))


class _Check(NamedTuple):
    """Says the problems of one layout in the words of all other checks."""

    layout: Source

    def keys(self, own: Tree, known: Tree, at: Location) -> Iterator[Problem]:
        for key in own:
            if key not in known:
                yield self.problem("extra_forbidden", (*at, key), own[key], keys=tuple(known))
        for key in known:
            if key not in own:
                yield self.problem("missing", (*at, key), None)

    def value(self, value: Data, known: Data, at: Location) -> Iterator[Problem]:
        if isinstance(known, tuple):
            yield from self._list(value, known, at)
            return
        limits = limits_of(_name(at))
        if isinstance(value, bool) or not isinstance(value, int if limits.is_count else int | float):
            yield self.problem("int_type" if limits.is_count else "float_type", at, value)
        elif value < limits.least:
            yield self.problem("greater_than_equal", at, value, context={"ge": limits.least})
        elif value > limits.most:
            yield self.problem("less_than_equal", at, value, context={"le": limits.most})

    def _list(self, value: Data, known: tuple[Data, ...], at: Location) -> Iterator[Problem]:
        count = len(known)
        if not isinstance(value, tuple):
            yield self.problem("tuple_type", at, value)
        elif len(value) < count:
            yield self.problem("too_short", at, value, context={"min_length": count})
        elif len(value) > count:
            yield self.problem("too_long", at, value, context={"max_length": count})
        else:
            for number, one in enumerate(value):
                yield from self.value(one, known[number], (*at, number))

    def problem(
        self,
        kind: str,
        at: Location,
        value: Data,
        *,
        context: Mapping[str, float] | None = None,
        keys: tuple[str, ...] = (),
    ) -> Problem:
        """Return a problem of a kind that pydantic has too, with what the check knows of it."""
        location, key = ("measures", *at), at[-1]
        name = f"item {key + 1} of `{_name(at)}`" if isinstance(key, int) else f"`{key}`"
        written = self.layout.written.get(location, "")
        message, hint = say(kind, Found(name, str(key), value, written, "", context or {}, keys))
        return self.layout.problem(location, message, hint, at_key=kind == "extra_forbidden")


def _name(at: Location) -> str:
    """Return the name of the measure at a location, which may be in a list of them."""
    return [part for part in at if isinstance(part, str)][-1]


def measures_schema(base: Tree) -> dict[str, Any]:
    """Return the JSON Schema of the measures that a layout may have."""
    return _mapping_schema(
        {
            block: _mapping_schema({name: _value_schema(name, value) for name, value in measures.items()})
            for block, measures in base.items()
        }
    )


def _mapping_schema(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _value_schema(name: str, value: Data) -> dict[str, Any]:
    limits = limits_of(name)
    number = "integer" if limits.is_count else "number"
    one: dict[str, Any] = {"type": number, "minimum": limits.least, "maximum": limits.most}
    unit = {"description": _UNITS[name[-3:]]} if name[-3:] in _UNITS else {}
    if not isinstance(value, tuple):
        return {**unit, **one, "default": value}
    return {**unit, "type": "array", "items": one, "minItems": len(value), "maxItems": len(value)}
