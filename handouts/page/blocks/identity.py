"""The labelled details of a person's plan become a strip of cells, in one row or two."""

from collections.abc import Iterator, Sequence

from handouts.compose.handout import Field
from handouts.compose.text import one_span
from handouts.page.drawable import Drawable
from handouts.page.kit import Positioned, Rule, Tagged, Words, column
from handouts.page.style import Style
from handouts.page.typesetting import balanced, shared_widths, text_width_mm

# The details of a row, its label over its value, each with the width of its cell.
Row = tuple[tuple[Tagged, float], ...]


def lay_out_identity(fields: Sequence[Field], style: Style) -> Positioned:
    """Return the details between hairlines, as a list.

    Long values take room from the date and the review, then go into a second row.
    """
    measures, hair = style.measures.identity, style.lines.hair
    rule, y = Rule(style.width_mm, hair), 0.0
    parts: list[tuple[float, float, Drawable]] = []
    for row in _rows(fields, [_needed(field, style) for field in fields], style):
        height = measures.pad_above + measures.pad_below + max(detail.height for detail, _ in row)
        parts.append((0, y, rule))
        left = 0.0
        for detail, width in row:
            if left:
                parts.append((left, y, Rule(0, hair, down=height)))
            parts.append((left + (measures.pad if left else 0), y + measures.pad_above, detail))
            left += width
        y += height
    return Positioned(((0, 0, Tagged(Positioned(tuple(parts)), "L", "None")), (0, y, rule)))


def _needed(field: Field, style: Style) -> float:
    """Return the width a detail needs on one line, without the padding of its cell."""
    value = text_width_mm(field.value, style.face("body"), strong=True)
    return max(value, text_width_mm(field.label, style.face("admin")))


def _rows(fields: Sequence[Field], needed: Sequence[float], style: Style) -> tuple[Row, ...]:
    widths = _usual_widths(needed, style) or _shared_widths(needed, style)
    if widths:
        return (_row(fields, widths, style),)
    if style.width_mm < style.measures.contact.least:
        return tuple(_filled_rows(fields, needed, style))
    at = _best_break(needed)
    parts = [(fields[:at], needed[:at]), (fields[at:], needed[at:])]
    return tuple(_row(part, _squeezed_widths(need, style), style) for part, need in parts if part)


def _filled_rows(fields: Sequence[Field], needed: Sequence[float], style: Style) -> Iterator[Row]:
    """Yield rows that each have as many details as fit side by side on a narrow page."""
    begin = 0
    for end in range(1, len(fields) + 1):
        if end == len(fields) or not _shared_widths(needed[begin : end + 1], style):
            widths = _squeezed_widths(needed[begin:end], style)
            yield _row(fields[begin:end], widths, style)
            begin = end


def _row(fields: Sequence[Field], widths: Sequence[float], style: Style) -> Row:
    pads = _pads(len(fields), style)
    return tuple(
        (_detail(field, style, width=width, pad=pad), width)
        for field, width, pad in zip(fields, widths, pads, strict=True)
    )


def _detail(field: Field, style: Style, *, width: float, pad: float) -> Tagged:
    """Return a detail that is read aloud as label and value."""
    label = balanced(one_span(f"{field.label} "), style.face("admin"), width_mm=width)
    value = balanced(one_span(field.value, strong=True), style.face("body"), width_mm=width - pad)
    return Tagged(column([Words(label, role="Lbl"), Words(value, role="LBody", typed=True)]), "LI")


def _pads(count: int, style: Style) -> list[float]:
    """Return the padding of each cell: none at the outer edges of the row."""
    pad = style.measures.identity.pad
    return [(at > 0) * pad + (at < count - 1) * pad for at in range(count)]


def _usual_widths(needed: Sequence[float], style: Style) -> list[float]:
    """Return the usual widths, short cells giving way to long ones; nothing if that is not enough."""
    cells, least = (style.measures.identity.each(name) for name in ("cells", "least"))
    if len(needed) != len(cells):
        return []
    padded = [need + pad for need, pad in zip(needed, _pads(len(needed), style), strict=True)]
    return shared_widths(padded, cells, least=least)


def _shared_widths(needed: Sequence[float], style: Style) -> list[float]:
    """Return what each cell needs and a like share of the rest; nothing if a row cannot hold them."""
    padded = [need + pad for need, pad in zip(needed, _pads(len(needed), style), strict=True)]
    rest = (style.width_mm - sum(padded)) / len(padded)
    return [width + rest for width in padded] if rest >= 0 else []


def _squeezed_widths(needed: Sequence[float], style: Style) -> list[float]:
    """Return shared widths, or widths in the proportion of the needs, where values will be broken."""
    scale = style.width_mm / sum(needed)
    return _shared_widths(needed, style) or [need * scale for need in needed]


def _best_break(needed: Sequence[float]) -> int:
    """Return where a second row begins so that the wider row is as narrow as can be."""
    return min(range(1, len(needed)), key=lambda at: max(sum(needed[:at]), sum(needed[at:])), default=1)
