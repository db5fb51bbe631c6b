"""What a handout says, as plain data and SVG files that a template of any tool can show."""

import json
from pathlib import Path
from typing import Any

import pymupdf_fonts
from svg import glyph_svg, picture_svg

from handouts.compose.exercise_blocks import DrawnFigure, Exercises, Summary
from handouts.compose.handout import Handout
from handouts.compose.information_blocks import BodyMap, RedFlags, TextBlock
from handouts.compose.text import Text
from handouts.page.map_picture import place_map
from handouts.page.map_size import USUAL
from handouts.page.style import Style

CARD_MM, TRAY_MM = 0.42, 0.2


def put_said(handout: Handout, style: Style, folder: Path) -> dict[str, Any]:
    """Put fonts, pictures and `said.json` into a folder, and return what is in the last."""
    for code, name in (("figo", "FiraGO-Regular.ttf"), ("figbo", "FiraGO-Bold.ttf")):
        (folder / name).write_bytes(pymupdf_fonts.myfont(code))
    colours = style.layout.colours
    for name, colour in (
        *(("repeat", colours.accent), ("clock", colours.accent), ("calendar", colours.accent)),
        *(("tick", colours.accent), ("cross", colours.ink), ("phone", colours.warning)),
        *(("triangle", colours.warning), ("octagon", colours.warning)),
    ):
        glyph = getattr(style.layout.glyphs, name)
        (folder / f"{name}.svg").write_text(glyph_svg(glyph, colour), "utf-8")
    (folder / "phone-paper.svg").write_text(glyph_svg(style.layout.glyphs.phone, colours.paper), "utf-8")
    head = handout.content.letterhead
    if head and head.logo:
        (folder / "logo.png").write_bytes(head.logo)
    said = _said(handout, style, folder)
    (folder / "said.json").write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    return said


def _said(handout: Handout, style: Style, folder: Path) -> dict[str, Any]:
    content, person = handout.content, handout.person
    blocks = {type(block): block for block in content.blocks}
    assert content.letterhead
    return {
        "clinic": content.letterhead.name,
        "lines": [
            "".join(span.text for span in line) if isinstance(line, tuple) else line
            for line in content.letterhead.lines
        ],
        "title": content.title,
        "subtitle": content.subtitle,
        "identity": [(field.label, field.value) for field in person.identity],
        "plan": _plan(blocks[Summary], style, folder),
        "help": {
            "heading": content.help_strip.heading,
            "questions": [(_text(one.sign), _text(one.action)) for one in content.help_strip.questions],
        },
        "overview": _overview(blocks[TextBlock]),
        "map": _map(blocks[BodyMap], style, folder),
        "exercises": _exercises(blocks[Exercises], style, folder),
        "safety": _safety(blocks[RedFlags]),
        "footer": {"handout": person.footer.handout, "page": person.footer.page},
    }


def _text(text: Text) -> list[tuple[str, bool]]:
    return [(span.text.replace("{page}", "2"), span.strong) for span in text]


def _plan(plan: Summary, style: Style, folder: Path) -> dict[str, Any]:
    groups = [
        {
            "title": group.title,
            "lines": list(group.lines),
            "pictures": [
                [one.number, _figure(one.picture, TRAY_MM, style, folder)] for one in group.thumbnails
            ],
        }
        for group in plan.groups
    ]
    return {"heading": plan.heading, "minutes": _text(plan.minutes), "groups": groups}


def _overview(block: TextBlock) -> dict[str, Any]:
    return {"heading": block.heading, "paragraphs": [_text(part.text) for part in block.parts]}


def _map(block: BodyMap, style: Style, folder: Path) -> dict[str, Any]:
    picture = place_map(block.drawing, USUAL)
    (folder / "map.svg").write_text(picture_svg(picture, 1, style), "utf-8")
    names = []
    for number, mark in enumerate(block.legend):
        (folder / f"legend-{number}.svg").write_text(picture_svg(mark.picture, 1, style), "utf-8")
        names.append([f"legend-{number}", mark.words])
    return {
        "picture": "map",
        "alt": block.drawing.alt,
        "spots": [(spot.number, _text(spot.text)) for spot in block.spots],
        "legend": names,
        "trust": _text(block.trust),
    }


def _exercises(block: Exercises, style: Style, folder: Path) -> dict[str, Any]:
    cards = [
        {
            "number": card.number,
            "title": card.title,
            "kicker": card.kicker,
            "dose": [[cell.glyph, [(word.text, word.kind) for word in cell.long]] for cell in card.dose],
            "picture": _figure(card.picture, CARD_MM, style, folder),
            "alt": card.picture.alt,
            "caption": card.caption,
            "steps": [_text(step) for step in card.steps],
            "feel": _text(card.feel),
            "avoid": _text(card.avoid),
            "notes": [[note.lead, _text(note.text)] for note in card.notes],
        }
        for card in block.cards
    ]
    return {"heading": block.heading, "cards": cards, "stop": _text(block.stop)}


def _safety(block: RedFlags) -> dict[str, Any]:
    groups = [
        {"call": group.call, "now": group.now, "phone": group.phone, "signs": list(map(_text, group.signs))}
        for group in block.groups
    ]
    return {"heading": block.heading, "groups": groups, "foot": _text(block.foot)}


def _figure(posed: DrawnFigure, mm_per_unit: float, style: Style, folder: Path) -> str:
    name = figure_name(posed, mm_per_unit)
    (folder / f"{name}.svg").write_text(picture_svg(posed.drawn, mm_per_unit, style), "utf-8")
    return name


def figure_name(posed: DrawnFigure, mm_per_unit: float) -> str:
    """Return the name of a figure at a scale."""
    return f"{posed.drawn.digest[:12]}-{posed.side}-{round(1000 * mm_per_unit)}"
