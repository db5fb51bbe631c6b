"""The parts of a text block become passages: paragraphs, headings and items of lists, set to a width."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.compose.blocks import Bullets, Paragraph, Part, Steps, Subheading
from handouts.page.columns import Passage
from handouts.page.style import Style
from handouts.page.typesetting import balanced, plain, settled


def lay_out_passages(parts: Sequence[Part], style: Style, *, width: float) -> tuple[Passage, ...]:
    """Return all passages of the parts; pictures and choices have none.

    What follows a heading stands close under it.
    """
    laid: list[Passage] = []
    for number, part in enumerate(parts, start=1):
        first, *others = _passages(part, style, width=width, list_number=number)
        if laid and laid[-1].role == "H3":
            first = replace(first, gap=0)
        laid += [first, *others]
    return tuple(laid)


def _passages(part: Part, style: Style, *, width: float, list_number: int) -> Iterator[Passage]:
    measures, body = style.measures.text, style.face("body")
    match part:
        case Paragraph():
            yield Passage(settled(part.text, body, width_mm=width), measures.paragraph_gap)
        case Subheading():
            text = balanced(plain(part.text), style.face("subheading"), width_mm=width)
            yield Passage(text, measures.subheading_gap, role="H3")
        case Bullets() | Steps():
            yield from _items(part, style, width=width, list_number=list_number)


def _items(part: Bullets | Steps, style: Style, *, width: float, list_number: int) -> Iterator[Passage]:
    measures, body = style.measures.text, style.face("body")
    numbered = isinstance(part, Steps)
    indent = measures.number_indent if numbered else measures.bullet_indent
    for number, item in enumerate(part.items, start=1):
        yield Passage(
            settled(item, body, width_mm=width - indent),
            gap=measures.paragraph_gap if number == 1 else measures.item_gap,
            list_number=list_number,
            numbering="Decimal" if numbered else "Disc",
            label=str(number) if numbered else "",
            indent=indent,
        )
