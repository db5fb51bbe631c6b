"""What a handout says of the plan, as elements of a web page: the plan, each exercise, the diary."""

from collections.abc import Iterator, Sequence

from handouts.compose.exercise_blocks import (
    Diary,
    DiaryDay,
    DiaryRow,
    DoseCell,
    DrawnFigure,
    ExerciseCard,
    Exercises,
    Light,
    Note,
    OwnWords,
    PainRule,
    PlanGroup,
    Summary,
    Thumbnail,
)
from handouts.compose.text import Text, one_span
from handouts.html.markup import Markup, Setting, element, joined, lines
from handouts.html.pictures import figure_svg, photo_img, picture_of
from handouts.html.svg import glyph_svg
from handouts.page.artwork import end_of
from handouts.page.blocks.diary import TIMES
from handouts.page.glyphs import GlyphName

BOX = element("span", class_="box")

# Lines to write on in the print of a page, for notes that paper has as much room for as is left.
NOTE_LINES = 6

NOTE_SIGNS: dict[str, GlyphName] = {"ask-first": "triangle", "changed": "pencil"}
LIGHT_SIGNS: dict[str, GlyphName] = {"fine": "tick", "care": "pause", "stop": "octagon"}


def sign(name: GlyphName, setting: Setting) -> Markup:
    """Return one of the signs of the layout."""
    return glyph_svg(getattr(setting.style.layout.glyphs, name))


def summary(block: Summary, setting: Setting) -> Markup:
    """Return the plan at a glance; its pictures lead to the exercises."""
    minutes = joined(sign("clock", setting), " ", setting.said(block.minutes)) if block.minutes else Markup()
    return element(
        "section",
        lines(
            element("h2", block.heading),
            element("p", minutes, class_="minutes") if minutes else "",
            element("div", *(_group(group, setting) for group in block.groups), class_="groups"),
            setting.paragraph(block.goal or (), typed=True),
            _own(block.note, setting),
        ),
        class_="plan",
    )


def _own(text: Text | None, setting: Setting) -> Markup:
    return setting.paragraph(text or (), typed=True, class_="own")


def own_words(block: OwnWords, setting: Setting) -> Markup:
    """Return what is said to one person without a plan box."""
    return lines(*(_own(text, setting) for text in (block.goal, block.note, block.review)))


def _group(group: PlanGroup, setting: Setting) -> Markup:
    said = (element("p", setting.words(line)) for line in group.lines)
    shown = element("ul", *(_thumbnail(one, setting) for one in group.thumbnails), class_="tray", role="list")
    return element("div", element("h3", group.title), *said, shown, class_="group")


def _thumbnail(one: Thumbnail, setting: Setting) -> Markup:
    picture, scale = end_of(one.picture), setting.style.measures.summary.mm_per_unit
    shown = Markup()
    if isinstance(picture, DrawnFigure):
        shown = figure_svg(picture, scale, setting, hidden=True)
    elif picture:
        shown = photo_img(picture, setting, hidden=True)
    name = element("span", _disc(one.number), " ", one.title)
    return element("li", element("a", shown, name, href=f"#exercise-{one.number}"))


def _disc(number: int) -> Markup:
    return element("span", str(number), class_="disc")


def exercises(block: Exercises, setting: Setting) -> Markup:
    """Return the exercises, with what to stop for before them."""
    stop = joined(
        sign("octagon", setting), " ", setting.said((*block.stop, *one_span(" "), *setting.see_page))
    )
    cards = (_card(card, block.side_letters, setting) for card in block.cards)
    return element("section", lines(element("h2", block.heading), element("p", stop, class_="stop"), *cards))


def _card(card: ExerciseCard, letters: tuple[str, str], setting: Setting) -> Markup:
    pencil = joined(sign("pencil", setting), " ") if card.changed else Markup()
    kicker = element("p", pencil, setting.words(card.kicker), class_="kicker") if card.kicker else ""
    dose = element("ul", *(_dose(cell, letters, setting) for cell in card.dose), class_="dose", role="list")
    picture = picture_of(card.picture, card.caption, setting)
    tick = element("p", BOX, " ", card.practised) if card.practised else ""
    steps = element("ol", *(element("li", setting.said(step)) for step in card.steps))
    notes = sorted(card.notes, key=lambda note: note.kind != "ask-first")
    said = lines(
        steps,
        _marked("tick", card.feel, setting),
        _marked("cross", card.avoid, setting),
        *(_note(note, setting) for note in notes if note.kind == "shown"),
        *(_note(note, setting) for note in notes if note.kind != "shown"),
        "" if picture else tick,
    )
    beside = element("div", picture, tick, class_="shown") if picture else ""
    return element(
        "article",
        lines(
            element("h3", _disc(card.number), " ", card.title),
            kicker,
            dose if card.dose else "",
            setting.paragraph(card.purpose),
            element("div", lines(beside, element("div", said)), class_="body"),
        ),
        class_="card",
        id=f"exercise-{card.number}",
    )


def _dose(cell: DoseCell, letters: tuple[str, str], setting: Setting) -> Markup:
    words = joined(
        *(
            joined(word.text) if word.kind == "plain" else element("b", word.text, class_=word.kind)
            for word in cell.long
        )
    )
    if cell.glyph == "side":
        lit = zip(letters, (cell.left, cell.right), strict=True)
        squares = (element("span", letter, class_="lit" if on else None) for letter, on in lit)
        return element("li", element("span", *squares, class_="side", aria_hidden="true"), " ", words)
    return element("li", sign(cell.glyph, setting), " ", words)


def _marked(name: GlyphName, text: Text, setting: Setting) -> Markup:
    said = joined(sign(name, setting), element("span", setting.said(text)))
    return element("p", said, class_=f"marked {name}") if text else Markup()


def _note(note: Note, setting: Setting) -> Markup:
    typed = note.kind == "changed"
    said = joined(element("strong", note.lead), " ", setting.said(note.text, typed=typed))
    name = NOTE_SIGNS.get(note.kind)
    if name is None:
        return element("p", said)
    return element("p", sign(name, setting), element("span", said), class_=f"marked note {note.kind}")


def pain_rule(block: PainRule, setting: Setting) -> Markup:
    """Return the traffic light, when to do less and when to do more."""
    rungs = (element("li", BOX, element("span", setting.said(text))) for text in block.more)
    more = [element("h3", block.more_heading), element("ul", *rungs, class_="rungs", role="list")]
    return element(
        "section",
        lines(
            element("h2", block.heading),
            element("p", block.scale),
            element("ul", *(_light(one, setting) for one in block.lights), class_="lights", role="list"),
            element("h3", block.less_heading),
            setting.paragraph(block.less),
            *([setting.paragraph(block.half)] if block.half else ()),
            *(more if block.more else ()),
        ),
    )


def _light(light: Light, setting: Setting) -> Markup:
    shown = (sign(LIGHT_SIGNS[light.meaning], setting), " ", element("b", light.range_text, class_="figure"))
    head = element("p", *shown, " ", element("b", light.word), class_="head")
    return element("li", head, element("p", setting.words(light.text)), class_=light.meaning)


def diary(block: Diary, setting: Setting) -> Markup:
    """Return a table for each week, an exercise in each row and a day in each column.

    The roles are said, since a table that is laid out anew for a phone is none to some listeners.
    """
    is_sheet = setting.style.layout.arrangement == "plan-sheet"
    weeks = _dated_weeks(block, setting) if is_sheet else _weeks(block, setting)
    notes = is_sheet and setting.style.measures.sheet.notes
    ruled = [element("h3", block.notes), *[element("p", class_="ruled")] * NOTE_LINES] if notes else []
    return element("section", lines(element("h2", block.heading), *weeks, *ruled))


def _weeks(block: Diary, setting: Setting) -> Iterator[Markup]:
    remarks = [element("span", words) for words in (block.rest_note, block.bring) if words]
    begin = element("span", block.week_from, " ", element("span", class_="blank"))
    heads = [setting.words(name) for name in block.day_names]
    for week in range(block.weeks):
        yield element("p", begin, *([] if week else remarks), class_="remarks")
        yield _table(block, heads, range(len(heads)), block.pain, setting)


def _dated_weeks(block: Diary, setting: Setting) -> Iterator[Markup]:
    """Yield what to do with the boxes, then each week under its heading."""
    yield element("p", block.sheet_note, class_="remarks")
    for week in block.sheet:
        yield element("h3", week.heading)
        heads = [_date(day, block, setting) for day in week.days]
        yield _table(block, heads, [day.weekday for day in week.days], block.sheet_pain, setting)


def _date(day: DiaryDay, block: Diary, setting: Setting) -> Markup:
    date = f" {day.number} {day.month}" if day.month else f" {day.number}"
    return joined(setting.words(block.day_names[day.weekday]), date)


def _table(
    block: Diary, heads: Sequence[Markup], weekdays: Sequence[int], pain: str, setting: Setting
) -> Markup:
    """Return the table of one week, whose columns have these heads and are on these weekdays."""
    columns = (
        element("th", name, scope="col", role="columnheader") for name in (setting.words(block.tick), *heads)
    )
    most_boxes = int(setting.style.measures.diary.most_boxes)
    rows = [_row(row, block, weekdays, most_boxes) for row in block.rows]
    rows.append(joined(_row_head(pain), *(element("td", role="cell") for _ in weekdays)))
    return element(
        "table",
        element("thead", element("tr", *columns, role="row"), role="rowgroup"),
        element("tbody", *(element("tr", row, role="row") for row in rows), role="rowgroup"),
        role="table",
    )


def _row(row: DiaryRow, block: Diary, weekdays: Sequence[int], most_boxes: int) -> Markup:
    """Return the name of an exercise, then its boxes of each day, or one box and how many times."""
    cells = [_row_head(f"{row.number} {row.title}")]
    for sessions in (row.sessions[day] for day in weekdays):
        if sessions:
            boxes = [BOX] * sessions if sessions <= most_boxes else [BOX, f" {TIMES}{sessions}"]
            cells.append(element("td", *boxes, role="cell"))
        else:
            rest = element("span", block.rest_day, class_="heard")
            cells.append(element("td", rest, class_="rest", role="cell"))
    return joined(*cells)


def _row_head(words: str) -> Markup:
    return element("th", words, scope="row", role="rowheader")
