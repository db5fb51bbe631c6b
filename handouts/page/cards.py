"""A handout becomes cards to cut out: fronts on one side of a sheet, and their backs on the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from handouts.compose.exercise_blocks import Exercises, OwnWords, PainRule, Summary
from handouts.compose.handout import Block, Content, Handout
from handouts.compose.information_blocks import Contact, Imprint, RedFlags
from handouts.compose.text import one_span
from handouts.page.blocks.heading import lay_out_heading, lay_out_title
from handouts.page.blocks.help_strip import lay_out_help_strip
from handouts.page.blocks.imprint import lay_out_status
from handouts.page.blocks.narrow_card import lay_out_narrow_cards
from handouts.page.blocks.summary import lay_out_own_words
from handouts.page.drawable import Drawable, Placed, Placeholder
from handouts.page.flow import Flow, Piece
from handouts.page.kit import Positioned, Rule, Spaced, Tagged, Words, column, words
from handouts.page.lists import Item, List, number
from handouts.page.pages import Arranged, LaidOut, Panel, lay_out_pages, with_signs_named
from handouts.page.parting import Parting, Whole
from handouts.page.pieces import pieces_of
from handouts.page.sheet_back import find
from handouts.page.style import Style
from handouts.page.typesetting import set_text

# A cut line is dashed, and ends so far from the edge of the sheet, where printers leave it white.
DASH_MM = 1.5
EDGE_MM = 4

# What stands on one side of a card, from its own corner.
Side = list[Placed]

# A side at its place: on which face of the sheet, and where its corner is on that.
OnSheet = tuple[int, float, float, Side]


class Card(NamedTuple):
    """A card to cut out; its back may be blank."""

    front: Side
    back: Side


def _cut_lines(style: Style) -> Positioned:
    """Return dashed lines between the panels of a sheet, across all of it."""
    paper, panels, (width, height) = style.paper, style.layout.panels, style.panel_mm
    weight = style.lines.divider
    along, across = Rule(0, weight, "muted", down=DASH_MM), Rule(DASH_MM, weight, "muted")
    down, right = _dashes(paper.height_mm), _dashes(paper.width_mm)
    lines = [(at * width, start, along) for at in range(1, panels.across) for start in down]
    lines += [(start, at * height, across) for at in range(1, panels.down) for start in right]
    return Positioned(tuple(lines))


def _dashes(length: float) -> list[float]:
    """Return where the dashes of a line begin."""
    count = int((length - 2 * EDGE_MM + DASH_MM) / (2 * DASH_MM))
    return [EDGE_MM + 2 * DASH_MM * dash for dash in range(count)]


def lay_out_cards(handout: Handout, style: Style) -> LaidOut:
    """Return the sheets of cards: for whom they are, a card for each exercise, and when to get help.

    Where any card has a back, each sheet of fronts has one of backs, in their places once it is turned over
    its long edge. Raises LayoutError for a block that fits no card.
    """
    return lay_out_pages(handout, style, _arrange, identity=handout.person.identity)


def _arrange(content: Content, style: Style, placeholder: Placeholder | None) -> Arranged:
    # The exercises are listed where this takes no other side.
    lists: tuple[list[Piece], ...] = (exercise_list(content, style), [])
    first = min(
        (flowed([*_plan_pieces(content, style, placeholder, listed)], style) for listed in lists), key=len
    )
    last = flowed([*_help_pieces(content, style)], style)
    cards = [*_cards(first), *_exercise_cards(content, style), *_cards(last)]
    sides = with_signs_named([side for card in cards for side in (card.front, card.back)])
    return _on_sheets([*map(Card, sides[::2], sides[1::2])], style)


def flowed(pieces: Sequence[Piece], style: Style) -> list[Side]:
    """Return as many sides as pieces need; raises LayoutError for one that fits none."""
    flow = Flow(style)
    flow.add(pieces)
    flow.finish()
    return flow.pages


def _cards(sides: Sequence[Side]) -> Iterator[Card]:
    """Yield cards of sides that follow each other."""
    for at in range(0, len(sides), 2):
        front, *backs = sides[at : at + 2]
        yield Card(front, backs[0] if backs else [])


def exercise_list(content: Content, style: Style) -> list[Piece]:
    """Return the exercises by number and title, under the heading of the plan."""
    summary = next((block for block in content.blocks if isinstance(block, Summary)), None)
    if summary is None or not summary.groups:
        return []
    of_plan = (one for group in summary.groups for one in group.thumbnails)
    body, indent, width = style.face("body"), style.measures.card.step_indent, style.width_mm
    items = (
        Item(
            number(str(one.number), body),
            Words(set_text(one_span(one.title), body, width_mm=width - indent), role=""),
            indent,
        )
        for one in sorted(of_plan, key=lambda one: one.number)
    )
    head = lay_out_heading(summary.heading, style, width=width)
    listed = Spaced(List(tuple(items), "Decimal"), style.measures.text.heading_gap)
    return [Whole(Tagged(column([head, listed])), summary.heading, style.measures.flow.gap)]


def _plan_pieces(
    content: Content, style: Style, placeholder: Placeholder | None, listed: Sequence[Piece]
) -> Iterator[Piece]:
    """Yield what is said of the plan, its exercises, who has checked it, and how much pain is right.

    As on a plan sheet, the sources are not named, and the rule is said in its short words.
    """
    flow = style.measures.flow
    yield from title_pieces(content, style, placeholder)
    yield from own_words(content, style)
    yield from listed
    if status := lay_out_status(find(content, Imprint), (), style):
        yield Whole(status, "sources", flow.gap)
    if rule := find(content, PainRule):
        yield from pieces_of(in_short(rule), style)


def in_short(rule: PainRule) -> PainRule:
    """Return the rule in the short words that a plan sheet has."""
    lights = tuple(replace(light, text=light.short) for light in rule.lights)
    return replace(rule, scale=rule.short_scale, lights=lights)


def title_pieces(content: Content, style: Style, placeholder: Placeholder | None) -> Iterator[Piece]:
    """Yield title, clinic and a person's details."""
    flow = style.measures.flow
    title = lay_out_title(content.title, content.subtitle, content.message, style)
    yield Whole(title, content.title, flow.title_gap)
    if content.sheet_clinic:
        clinic = replace(words(content.sheet_clinic, style, width=style.width_mm), typed=True)
        yield Whole(clinic, "clinic", flow.gap)
    if placeholder:
        yield Whole(placeholder, "details", flow.gap)


def own_words(content: Content, style: Style) -> Iterator[Piece]:
    """Yield what is said to the person."""
    for block in content.blocks:
        if isinstance(block, Summary | OwnWords):
            review = block.review if isinstance(block, OwnWords) else None
            if said := lay_out_own_words(OwnWords(block.goal, block.note, review), style):
                yield Parting(said, "note", style.measures.flow.gap, section="plan")


def _help_pieces(content: Content, style: Style) -> Iterator[Piece]:
    """Yield the first signs and whom to ask, then all warning signs."""
    strip = lay_out_help_strip(content.help_strip, style)
    yield Whole(strip, content.help_strip.heading, style.measures.flow.gap)
    yield from pieces_of_kinds(content, (Contact, RedFlags), style)


def pieces_of_kinds(content: Content, kinds: Sequence[type[Block]], style: Style) -> Iterator[Piece]:
    """Yield the blocks of some kinds, in the order of these."""
    for kind in kinds:
        for block in content.blocks:
            if isinstance(block, kind):
                yield from pieces_of(block, style)


def _exercise_cards(content: Content, style: Style) -> Iterator[Card]:
    """Yield a card for each exercise: all on its front if each has room for that, else some on its back."""
    room = style.bottom_mm - style.top_mm - style.measures.flow.least_gap
    for block in content.blocks:
        if isinstance(block, Exercises):
            laid = lay_out_narrow_cards(block, content.see_page, style, room=room)
            together = all(one.height <= room for one in laid)
            for one in laid:
                sides = one.sides(room, together=together)
                yield from _cards([[Placed(side, style.left_mm, style.top_mm)] for side in sides])


def _on_sheets(cards: Sequence[Card], style: Style) -> Arranged:
    """Return the cards in rows on sheets; a back stands behind its front once the sheet is turned over."""
    across, (width, height) = style.layout.panels.across, style.panel_mm
    together = across * style.layout.panels.down
    sheets: list[list[OnSheet]] = []
    for at in range(0, len(cards), together):
        sheets.append([])
        for place, card in enumerate(cards[at : at + together]):
            down, right = divmod(place, across)
            sheets[-1].append((0, right * width, down * height, card.front))
            sheets[-1].append((1, (across - 1 - right) * width, down * height, card.back))
    has_backs = any(card.back for card in cards)
    marks = [_cut_lines(style), None] if has_backs else [_cut_lines(style)]
    return on_sheets(sheets, marks, style)


def on_sheets(
    sheets: Iterable[Sequence[OnSheet]], marks: Sequence[Drawable | None], style: Style
) -> Arranged:
    """Return pages of sides at their places, over the mark of each face of a sheet.

    There is no blank page at the end, which would only be fed through the printer.
    """
    pages: list[list[Placed]] = []
    panels: list[list[Panel]] = []
    panel = 0
    for sheet in sheets:
        faces = [[Placed(mark, 0, 0)] if mark else [] for mark in marks]
        used: list[list[Panel]] = [[] for _ in marks]
        for face, x, y, side in sheet:
            if side:
                panel += 1
                faces[face] += [one._replace(x=one.x + x, y=one.y + y) for one in side]
                used[face].append(Panel(x, y, panel))
        pages += faces
        panels += used
    last = len(pages) - (not panels[-1])
    return Arranged(pages[:last], style, panels[:last])
