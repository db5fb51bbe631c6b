"""What is said to one person on a plan sheet, and whom to ask first, become two columns under the grid."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from handouts.compose.exercise_blocks import ExerciseCard, Note, OwnWords, Summary
from handouts.compose.information_blocks import Paragraph, TextBlock, TextList
from handouts.compose.text import Span, Text
from handouts.page.drawable import Drawable
from handouts.page.glyphs import GlyphName
from handouts.page.kit import Barred, Icon, Positioned, Tagged, Words, column, words
from handouts.page.lists import Item, List, number
from handouts.page.style import Style, mm
from handouts.page.typesetting import with_page_room

COLUMNS = 2


class SheetGroup(NamedTuple):
    """What is said under one lead: of the exercises with these numbers, or of none in particular."""

    caution: bool
    lead: Text
    items: tuple[tuple[int, Text], ...] = ()
    glyph: GlyphName | None = None

    @property
    def colour(self) -> str:
        """The colour of its bar, its sign and its lead."""
        return "warning" if self.caution else "accent"


def notes_of(
    cards: Sequence[ExerciseCard], blocks: Sequence[Summary | OwnWords | TextBlock]
) -> list[SheetGroup]:
    """Return what is said under the grid: cautions, own notes, what else is shown, goal, review and phase."""
    said = [one for one in blocks if not isinstance(one, TextBlock)]
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
    groups += [SheetGroup(False, _in_a_line(one)) for one in blocks if isinstance(one, TextBlock)]
    return groups


def _in_a_line(block: TextBlock) -> Text:
    """Return a text block as one text behind its heading, without a list."""
    said: list[Span] = [Span(f"{block.heading}.", strong=True)]
    for part in block.parts:
        texts = (
            part.items if isinstance(part, TextList) else (part.text,) if isinstance(part, Paragraph) else ()
        )
        said += [span for text in texts for span in (Span(" "), *text)]
    return tuple(said)


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


def lay_out_parted_notes(groups: Iterable[SheetGroup], style: Style) -> list[Drawable]:
    """Return each group over the whole width, as blocks that may be parted between two pages."""
    return [
        Tagged(_beside_bar(group, _entries(group, style, width=style.width_mm), style), "Note")
        for group in groups
    ]


def lay_out_sheet_notes(groups: Sequence[SheetGroup], style: Style) -> Positioned | None:
    """Return the notes in two columns, parted where the taller one is lowest; None if there are none."""
    pitch = (style.width_mm + style.measures.text.gutter) / COLUMNS
    width = pitch - style.measures.text.gutter
    entries = [(group, entry) for group in groups for entry in _entries(group, style, width=width)]
    tries = (_in_columns(entries, at, style, pitch=pitch) for at in _breaks(entries))
    return min(tries, key=lambda notes: notes.height, default=None)


Entry = tuple[SheetGroup, Item | Words]


def _entries(group: SheetGroup, style: Style, *, width: float) -> list[Item | Words]:
    """Return the lead of a group, behind its sign, and what is said under it, behind the numbers."""
    note, beside_bar = style.measures.note, _bar(style)
    indent = note.glyph + note.glyph_gap
    room = width - beside_bar - (indent if group.glyph else 0)
    typed = not group.caution
    lead = replace(words(group.lead, style, width=room), strong_colour=group.colour, typed=typed)
    sign = Icon(group.glyph, note.glyph, group.colour) if group.glyph else None
    items = [
        Item(
            number(str(at), style.face("body")),
            replace(words(text, style, width=width - beside_bar - indent), role="", typed=typed),
            indent,
        )
        for at, text in group.items
    ]
    return [Item(sign, lead, indent) if sign else lead, *items]


def _beside_bar(group: SheetGroup, entries: Sequence[Item | Words], style: Style) -> Barred:
    """Return entries of a group beside its bar, those with a number as a list."""
    listed = [one for one in entries if isinstance(one, Item) and isinstance(one.mark, Words)]
    leads = [one for one in entries if one not in listed]
    return Barred(
        column([*leads, List(tuple(listed), "Decimal") if listed else None]), group.colour, _bar(style)
    )


def _breaks(entries: Sequence[Entry]) -> list[int]:
    """Return after how many entries the second column may begin: never after a lead with items."""
    groups = [group for group, _ in entries]
    return [
        at
        for at in range(1, len(entries) + 1)
        if groups[at:][:1] != [groups[at - 1]] or groups[: at - 1][-1:] == [groups[at - 1]]
    ]


def _in_columns(entries: Sequence[Entry], at: int, style: Style, *, pitch: float) -> Positioned:
    """Return the entries in columns, the second of which begins with one; each group is one note."""
    placed: list[tuple[SheetGroup, tuple[float, float, Drawable]]] = []
    for x, part in ((0.0, entries[:at]), (pitch, entries[at:])):
        y = 0.0
        for group, own in groupby(part, key=lambda entry: entry[0]):
            block = _beside_bar(group, [entry for _, entry in own], style)
            placed.append((group, (x, y, block)))
            y += block.height + style.measures.card.note_gap
    notes = groupby(placed, key=lambda one: one[0])
    parts = (Positioned(tuple(block for _, block in own)) for _, own in notes)
    return Positioned(tuple((0.0, 0.0, Tagged(part, "Note")) for part in parts))


def _bar(style: Style) -> float:
    """Return how far from the left edge of a bar its signs and numbers stand."""
    return mm(style.lines.bar) + style.measures.note.bar_gap
