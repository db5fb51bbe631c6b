"""What is said to one person on a plan sheet, and whom to ask first, become two columns under the grid."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from handouts.compose.blocks import ExerciseCard, Note, Summary
from handouts.compose.handout import OwnWords
from handouts.compose.text import Span, Text
from handouts.page.block import Block
from handouts.page.glyphs import GlyphName, draw_glyph, glyph_beside
from handouts.page.kit import Barred, Element, Icon, column, words
from handouts.page.lists import Item, List, Number
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, baseline_mm, settled, with_page, with_page_room

COLUMNS = 2


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """What is said under one lead: of the exercises with these numbers, or of none in particular."""

    caution: bool
    lead: Text
    items: tuple[tuple[int, Text], ...] = ()
    glyph: GlyphName | None = None

    @property
    def colour(self) -> str:
        """The colour of its bar, its sign and its lead."""
        return "warning" if self.caution else "accent"


@dataclass(frozen=True, slots=True)
class Entry:
    """A lead or, with the number of its exercise, what is said under it; (x, y) is its corner."""

    group: SheetGroup
    number: str
    text: SetText
    x: float = 0
    y: float = 0

    @property
    def is_lead(self) -> bool:
        """Whether others stand under it."""
        return not self.number

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.text.height_mm


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """Entries at their places beside the bars of their groups."""

    entries: tuple[Entry, ...]

    @property
    def height(self) -> float:
        """The height of the taller column."""
        return max(entry.end for entry in self.entries)

    def with_page(self, page: int) -> "SheetNotes":
        """Return the notes with the number of the page that they point to, if they do."""
        entries = (replace(entry, text=with_page(entry.text, page)) for entry in self.entries)
        return SheetNotes(tuple(entries))

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the bars, then each group as a note with a list."""
        for group, entries in groupby(self.entries, key=lambda entry: entry.group):
            own = list(entries)
            _draw_bars(pen, own, x, y)
            with pen.element("Note"):
                leads = [entry for entry in own if entry.is_lead]
                for lead in leads:
                    _draw_lead(pen, lead, x, y)
                if group.items:
                    with pen.element("L", numbering="Decimal"):
                        for entry in own[len(leads) :]:
                            _draw_item(pen, entry, x, y)


def _draw_bars(pen: Pen, entries: Sequence[Entry], x: float, y: float) -> None:
    for left, entries_of in groupby(entries, key=lambda entry: entry.x):
        own = list(entries_of)
        width, height = mm(pen.style.lines.bar), own[-1].end - own[0].y
        pen.box(x + left, y + own[0].y, width, height, fill=own[0].group.colour)


def _draw_lead(pen: Pen, lead: Entry, x: float, y: float) -> None:
    measures, group, face = pen.style.measures.note, lead.group, lead.text.face
    if group.glyph:
        left = x + lead.x + _bar(pen.style)
        top = glyph_beside(y + lead.y, face, measures.glyph)
        draw_glyph(pen, group.glyph, left, top, measures.glyph, group.colour)
    with pen.element("P"):
        indent = _indent(pen.style, sign=bool(group.glyph))
        pen.lines(x + lead.x + indent, y + lead.y, lead.text, strong_colour=group.colour)


def _draw_item(pen: Pen, entry: Entry, x: float, y: float) -> None:
    face, left, top = entry.text.face, x + entry.x, y + entry.y
    with pen.element("LI"):
        with pen.element("Lbl"):
            baseline = top + baseline_mm(face)
            pen.text(left + _bar(pen.style), baseline, entry.number, face, colour="accent", strong=True)
        with pen.element("LBody"):
            pen.lines(left + _indent(pen.style, sign=True), top, entry.text)


def notes_of(cards: Sequence[ExerciseCard], said: Sequence[Summary | OwnWords]) -> list[SheetGroup]:
    """Return what is said under the grid: cautions, own notes, what else is shown, goal and review."""
    cautions, changes = (_items(cards, kind) for kind in ("ask-first", "changed"))
    note = next((one.note for one in said if one.note), None)
    others = [one.goal for one in said] + [one.review for one in said if isinstance(one, OwnWords)]
    groups = []
    if cautions:
        groups.append(SheetGroup(True, _lead(cautions), _said(cautions), "triangle"))
    if note or changes:
        groups.append(SheetGroup(False, note or _lead(changes), _said(changes), "pencil"))
    shown = _items(cards, "shown")
    for lead in dict.fromkeys(note.lead for _, note in shown):
        own = [(number, note) for number, note in shown if note.lead == lead]
        groups.append(SheetGroup(False, _lead(own), _said(own)))
    groups += [SheetGroup(False, text) for text in others if text]
    return groups


def pointers(groups: Iterable[SheetGroup], see_page: Text) -> list[SheetGroup]:
    """Return a line for each group with a sign: what there is on another page, and of which exercises."""
    where = with_page_room(see_page)
    return [
        SheetGroup(group.caution, (*group.lead[:1], Span(_numbers(group)), *where), glyph=group.glyph)
        for group in groups
        if group.glyph
    ]


Items = list[tuple[int, Note]]


def _items(cards: Sequence[ExerciseCard], kind: str) -> Items:
    return [(card.number, note) for card in cards for note in card.notes if note.kind == kind]


def _lead(items: Items) -> Text:
    return (Span(items[0][1].lead, strong=True),)


def _said(items: Items) -> tuple[tuple[int, Text], ...]:
    return tuple((number, note.text) for number, note in items)


def _numbers(group: SheetGroup) -> str:
    numbers = ", ".join(str(number) for number, _ in group.items)
    return f" {numbers}: " if numbers else " "


def lay_out_parted_notes(groups: Iterable[SheetGroup], style: Style) -> list[Block]:
    """Return each group over the whole width, as blocks that may be parted between two pages."""
    return [_parted_group(group, style) for group in groups]


def _parted_group(group: SheetGroup, style: Style) -> Block:
    measures, indent = style.measures.note, _indent(style, sign=True)
    lead = words(group.lead, style, width=style.width_mm - indent)
    lead = replace(lead, strong_colour=group.colour)
    signed: Block = lead
    if group.glyph:
        signed = Item(Icon(group.glyph, measures.glyph, group.colour), lead, indent - _bar(style))
    face = style.face("body")
    items = tuple(
        Item(
            Number(str(number), face),
            replace(words(text, style, width=style.width_mm - indent), role=""),
            indent - _bar(style),
        )
        for number, text in group.items
    )
    return Element(
        Barred(column([signed, List(items, "Decimal") if items else None]), group.colour, _bar(style)), "Note"
    )


def lay_out_sheet_notes(groups: Sequence[SheetGroup], style: Style) -> SheetNotes | None:
    """Return the notes in two columns, parted where the taller one is lowest; None if there are none."""
    if not groups:
        return None
    pitch = (style.width_mm + style.measures.text.gutter) / COLUMNS
    entries = list(_entries(groups, style, width=pitch - style.measures.text.gutter))
    tries = [_placed(entries, at, style, pitch=pitch) for at in _breaks(entries)]
    return min((SheetNotes(tuple(placed)) for placed in tries), key=lambda notes: notes.height)


def _entries(groups: Sequence[SheetGroup], style: Style, *, width: float) -> Iterator[Entry]:
    face = style.face("body")
    for group in groups:
        room = width - _indent(style, sign=bool(group.glyph))
        yield Entry(group, "", settled(group.lead, face, width_mm=room))
        room = width - _indent(style, sign=True)
        for number, text in group.items:
            yield Entry(group, str(number), settled(text, face, width_mm=room))


def _breaks(entries: Sequence[Entry]) -> list[int]:
    """Return after how many entries the second column may begin: never after a lead with items."""
    return [
        at
        for at in range(1, len(entries) + 1)
        if at == len(entries) or not (entries[at - 1].is_lead and entries[at].group is entries[at - 1].group)
    ]


def _placed(entries: Sequence[Entry], at: int, style: Style, *, pitch: float) -> Iterator[Entry]:
    for x, part in ((0.0, entries[:at]), (pitch, entries[at:])):
        y, above = 0.0, None
        for entry in part:
            if above is not None and above is not entry.group:
                y += style.measures.card.note_gap
            placed = Entry(entry.group, entry.number, entry.text, x, y)
            yield placed
            y, above = placed.end, entry.group


def _bar(style: Style) -> float:
    """Return how far from the left edge of a bar its signs and numbers stand."""
    return mm(style.lines.bar) + style.measures.note.bar_gap


def _indent(style: Style, *, sign: bool) -> float:
    measures = style.measures.note
    return _bar(style) + (measures.glyph + measures.glyph_gap if sign else 0)
