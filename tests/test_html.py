"""A handout as a web page: the same words as on paper, for everybody, and nothing from elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from page_text import page_text
from printed import USUAL, Printed, everything, printed
from web_page import Element, read_page

from handouts.compose.exercise_blocks import Diary, DrawnFigure, PainRule
from handouts.compose.information_blocks import BodyMap, RedFlags
from handouts.compose.pictures import compose_body_map
from handouts.compose.text import string_of
from handouts.drawing.picture import Arrow, Clip, Dots, Fill, Hatch, Label, Shapes, Stroke, Taper
from handouts.html.document import DARK, html_bytes
from handouts.html.pictures import MIDDLE, PARTED
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.page.map_picture import place_map
from handouts.page.typesetting import text_width_mm
from handouts.schema.contrast import contrast_ratio

LIBRARY = Library(CONTENT)
EVERY_BLOCK = printed(USUAL.parents[1] / "everything" / "plan.yaml")
# What only paper has: the numbers of pages, and which exercises stand on one.
OF_PAPER = re.compile(
    r"Page \d+ of \d+|See\s+page\s+\d+\.|\d+ to \d+ of \d+|\b\d+ of \d+\b|continued|---.*---"
)

every_plan = pytest.mark.parametrize("one", [pytest.param(one, id=name) for name, one in everything()])
every_layout = pytest.mark.parametrize(
    "one", [pytest.param(one, id=name) for name, one in everything() if name.startswith("layout-")]
)


@cache
def page_of(one: Printed) -> Element:
    return read_page(one.html)


def squeezed(words: str) -> str:
    return "".join(re.findall(r"\w", words))


@every_plan
def test_every_word_of_the_paper_is_on_the_page(one: Printed) -> None:
    rules = [*found(one.handout.content.blocks, PainRule)]
    # Where paper is short the pain rule and the signs that come first are said in fewer words.
    short = [words for rule in rules for words in (rule.short_heading, rule.short_scale)]
    short += [light.short for rule in rules for light in rule.lights]
    first = one.handout.content.help_strip.short_questions
    short += [string_of(words) for question in first for words in (question.sign, question.action)]
    said = squeezed(" ".join((page_of(one).text, *short)))
    words = OF_PAPER.sub("", page_text(one.pdf)).replace("CODE", "").split()
    # A long word may be parted at the end of a line.
    assert [word for word in words if squeezed(word) not in said] == []


@every_plan
def test_there_is_one_title_and_no_level_of_heading_is_skipped(one: Printed) -> None:
    levels = [int(head.name[1]) for head in page_of(one).named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


@every_plan
def test_every_picture_says_what_it_shows_or_is_hidden_beside_words(one: Printed) -> None:
    silent = []

    def look(one: Element, *, spoken: bool) -> None:
        said = one.attributes.get("aria-label") or one.attributes.get("alt")
        hidden = one.attributes.get("aria-hidden") == "true" or one.attributes.get("alt") == ""
        if one.name in ("svg", "img") and not (spoken or said or hidden):
            silent.append(one)
        for part in one.inside:
            if isinstance(part, Element):
                look(part, spoken=spoken or bool(said and one.attributes.get("role") == "img"))

    look(page_of(one), spoken=False)
    assert silent == []


def test_a_picture_says_what_it_says_on_paper() -> None:
    said = [one.attributes.get("aria-label", "") for one in page_of(EVERY_BLOCK).all]
    handout = EVERY_BLOCK.handout
    figures = [one.alt for one in found(handout.content.blocks, DrawnFigure)]
    assert figures
    assert [alt for alt in figures if alt not in said] == []
    (body_map,) = found(handout.content.blocks, BodyMap)
    assert body_map.drawing.alt in said
    assert [mark.look for mark in body_map.legend if mark.look not in said] == []


def found(thing: Any, kind: type) -> Iterator[Any]:
    """Yield all of a kind in a part of a handout, but not what stands in the plan's small pictures."""
    if isinstance(thing, kind):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from found(one, kind)
    elif is_dataclass(thing) and type(thing).__name__ != "Summary":
        for one in fields(thing):
            yield from found(getattr(thing, one.name), kind)


@every_plan
def test_nothing_is_run_and_nothing_is_asked_for(one: Printed) -> None:
    page = one.html.decode()
    policy = page_of(one).named("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"].startswith("default-src 'none'")
    assert not page_of(one).named("script", "link", "iframe", "object", "form", "base")
    assert not [name for part in page_of(one).all for name in part.attributes if name.startswith("on")]
    targets = re.findall(r"""(?:href|src)="([^"]*)"|url\(([^)]*)\)|@import""", page)
    allowed = ("#", "tel:", "mailto:", "https://", "data:image/")
    assert [one for pair in targets for one in pair if one and not one.startswith(allowed)] == []


@every_plan
def test_every_link_within_the_page_leads_somewhere(one: Printed) -> None:
    said = [part.attributes for part in page_of(one).all]
    ids = [attributes["id"] for attributes in said if "id" in attributes]
    assert len({*ids}) == len(ids)
    assert {one["href"][1:] for one in said if one.get("href", "").startswith("#")} <= {*ids}


def test_the_links_are_those_of_the_clinic() -> None:
    links = {one.attributes["href"] for one in page_of(printed(USUAL)).named("a")}
    assert {one for one in links if not one.startswith("#")} == {
        "tel:01632960123",
        "mailto:hello@clinic.example",
    }


@every_plan
def test_every_warning_sign_is_on_the_page(one: Printed) -> None:
    said = squeezed(page_of(one).text)
    (flags,) = found(one.handout.content.blocks, RedFlags)
    signs = [string_of(sign) for group in flags.groups for sign in group.signs]
    assert len(signs) > 5
    assert [sign for sign in signs if squeezed(sign) not in said] == []
    assert squeezed(string_of(flags.foot)) in said


def test_the_diary_is_a_table_with_a_box_for_each_time() -> None:
    (diary,) = found(EVERY_BLOCK.handout.content.blocks, Diary)
    tables = page_of(EVERY_BLOCK).named("table")
    assert len(tables) == diary.weeks == 2
    heads = [one.attributes["scope"] for one in tables[0].named("th")]
    assert heads == ["col"] * 8 + ["row"] * (len(diary.rows) + 1)
    rows = tables[0].named("tr")[1:]
    for row, told in zip(rows, diary.rows, strict=False):
        boxes = [sum(one.attributes.get("class") == "box" for one in cell.all) for cell in row.named("td")]
        assert boxes == [*told.sessions]
        assert [cell.text for cell in row.named("td")] == [
            "" if sessions else diary.rest_day for sessions in told.sessions
        ]


def test_a_sheet_has_its_dates_its_title_and_lines_for_notes() -> None:
    one = printed(USUAL, "diary")
    (block,) = found(one.handout.content.blocks, Diary)
    page = page_of(one)
    assert [head.text for head in page.named("h1")] == [one.handout.content.sheet_title]
    heads = [head.text for head in page.named("h3")]
    at = heads.index(block.sheet[0].heading)
    assert heads[at : at + len(block.sheet) + 1] == [*(week.heading for week in block.sheet), block.notes]
    dates = [head.text for head in page.named("table")[0].named("th") if head.attributes["scope"] == "col"]
    assert dates[1:3] == ["Fri 20 November", "Sat 21"]
    assert any(one.attributes.get("class") == "ruled" for one in page.all)


def test_a_short_form_says_its_full_words() -> None:
    short = {one.text: one.attributes["title"] for one in page_of(printed(USUAL)).named("abbr")}
    assert short["Mon"] == "Monday"
    assert short["A&E"] == "accident and emergency"


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert html_bytes(EVERY_BLOCK.handout, EVERY_BLOCK.style) == EVERY_BLOCK.html


@every_layout
def test_words_stand_out_on_the_dark_page(one: Printed) -> None:
    page = one.html.decode()
    dark = page[page.index(DARK) :]
    tones = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", dark[: dark.index("}")]))
    for colour in ("ink", "muted", "accent", "warning"):
        assert contrast_ratio(tones[colour], tones["paper"]) >= 7
    for tint in ("accent-tint", "warning-tint"):
        assert contrast_ratio(tones["ink"], tones[tint]) >= 7
        assert contrast_ratio(tones[tint.removesuffix("-tint")], tones[tint]) >= 4.5


@every_layout
def test_the_colours_of_the_page_are_those_of_the_layout(one: Printed) -> None:
    colours = {
        **one.style.layout.colours.model_dump(),
        **(one.style.layout.black_colours if one.style.black else {}),
    }
    assert f"--accent:{colours['accent'].lower()};" in one.html.decode()


MUSCLES = [
    path.stem
    for path in sorted((CONTENT / "muscles").glob("*.yaml"))
    if (one := LIBRARY.find_muscle(path.stem)).region and one.points
]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("muscle", MUSCLES)
def test_no_part_of_a_map_is_cut_where_its_halves_are_parted(muscle: str, side: str) -> None:
    one = LIBRARY.find_muscle(muscle)
    points = [point.number for point in one.points]
    assert one.region
    drawing = compose_body_map(
        one.region, muscle, LIBRARY, side=side, points=points, speech=LIBRARY.speech
    ).drawing
    ranges = [*spans_of(place_map(drawing, PARTED).shapes)]
    assert any(right < MIDDLE for _, right in ranges)
    assert any(left > MIDDLE for left, _ in ranges)
    assert [edges for edges in ranges if edges[0] < MIDDLE < edges[1]] == []


def spans_of(shapes: Shapes) -> Iterator[tuple[float, float]]:
    """Yield where each shape begins and ends from left to right, with the width of its words."""
    for shape in shapes:
        match shape:
            case Label():
                face = EVERY_BLOCK.style.face(shape.role)
                width = max(text_width_mm(line, face, strong=shape.strong or None) for line in shape.lines)
                start = shape.at.real - (width / 2 if shape.anchor == "middle" else 0)
                yield start, start + width
            case Dots():
                yield from ((point.real, point.real) for point in shape.centres)
            case Clip() | Fill() | Stroke() | Taper() | Hatch() | Arrow():
                edges = [point.real for point in shape.points]
                yield min(edges), max(edges)
