"""Handouts made by hand for the tests of the pages: the words of the four pages they were designed on."""

import datetime
from dataclasses import fields, replace
from functools import cache
from typing import Any

from handouts.compose.exercise_blocks import (
    Diary,
    DiaryDay,
    DiaryRow,
    DiaryWeek,
    DoseCell,
    DoseWord,
    DrawnFigure,
    ExerciseCard,
    Exercises,
    Light,
    Note,
    PainRule,
    PlanGroup,
    Summary,
    Thumbnail,
)
from handouts.compose.handout import Block, Content, Field, Footer, Handout, Letterhead, Person
from handouts.compose.information_blocks import (
    BodyMap,
    CaptionedPicture,
    Choice,
    Choices,
    Contact,
    HelpQuestion,
    HelpStrip,
    Imprint,
    LegendMark,
    Paragraph,
    RedFlagGroup,
    RedFlags,
    Spot,
    Subheading,
    TextBlock,
    TextList,
    WhatHelps,
)
from handouts.compose.text import Span, Text
from handouts.drawing.body_map import draw_body_map
from handouts.drawing.map_parts import MapWords
from handouts.drawing.marks import draw_legend_swatches
from handouts.drawing.picture import Side
from handouts.drawing.scene import draw_figure
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.figure import Figure

SEE_PAGE: Text = (Span("See page {page}.", strong=True),)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAILY = (1, 1, 1, 1, 1, 1, 1)
TWICE = (2, 2, 2, 2, 2, 2, 2)
THREE_DAYS = (1, 0, 1, 0, 1, 0, 0)


def text(message: str) -> Text:
    """Return words as text; what stands between two stars is strong."""
    pieces = message.split("*")
    return tuple(Span(piece, strong=bool(index % 2)) for index, piece in enumerate(pieces) if piece)


@cache
def standing(side: Side = "right") -> DrawnFigure:
    """Return a person who stands at a wall."""
    figure = {
        "id": "standing",
        "box": {"left": -58, "right": 34, "top": 107},
        "things": {"wall": {"elbow_bend_degrees": 10}},
        "people": [
            {
                "view": "side",
                "pelvis": {"over": "near_leg", "shin_lean_degrees": 27, "knee_bend_degrees": 32},
                "near_leg": {"foot_at": [-19, 0]},
                "far_leg": {"foot_at": [8, 0]},
                "near_arm": {"hand_on": {"surface": "wall", "at": 72}},
            }
        ],
    }
    return DrawnFigure(
        draw_figure(Figure.model_validate(figure), side=side), side, "A person at a wall.", "A person."
    )


def letterhead(**changes: Any) -> Letterhead:
    """Return the sample clinic's letterhead."""
    head = Letterhead(
        name="Sample Physiotherapy Clinic",
        initials="SP",
        lines=(text("1 Example Street, Sampletown SA1 2MP"), text("01632 960 123 · hello@clinic.example")),
        logo=None,
        logo_alt="Sample Physiotherapy Clinic",
        blank=False,
    )
    return replace(head, **changes)


def _figures(*words: str) -> tuple[DoseWord, ...]:
    """Return words of a dose: numbers as figures, `!` before a strong word."""
    return tuple(
        DoseWord(word.lstrip("!"), "figure" if word.isdigit() else "strong" if word[0] == "!" else "plain")
        for word in words
    )


def dose(often: tuple[str, ...] = ("2", "times a day")) -> tuple[DoseCell, DoseCell, DoseCell, DoseCell]:
    """Return a dose of three holds."""
    return (
        DoseCell("repeat", _figures("3", " times"), _figures("3", " times")),
        DoseCell("clock", _figures("hold ", "30", " seconds"), _figures("hold ", "30", " sec")),
        DoseCell("calendar", _figures(*often), _figures(*often)),
        DoseCell("side", _figures("!Right", " leg"), _figures("!Right"), right=True),
    )


CARDS = (
    ("Bent-knee wall stretch", "Stretch", 6, ()),
    ("Seated soleus stretch", "Stretch", 5, ("changed",)),
    ("Heel raise", "Strengthen", 6, ()),
    ("Seated heel raise", "Strengthen", 5, ("changed",)),
    ("Knee-to-wall ankle bend", "Loosen", 5, ()),
    ("Foam roller release", "Loosen", 5, ("ask-first",)),
)
STEPS = (
    "Stand facing a wall. Put your hands on it.",
    "Step your right foot back, a short step.",
    "Keep both heels down.",
    "Bend both knees slowly, as if to sit a little.",
    "Move your back knee over your toes.",
    "Stop at a pull low in the calf. Hold, and breathe.",
)
NOTES = {
    "changed": Note(
        "changed",
        "Changed for you.",
        text("Do this one at your desk at midday, in place of a third wall stretch."),
    ),
    "ask-first": Note(
        "ask-first",
        "Ask us first",
        text("if you take blood thinners, are pregnant, or have varicose veins or numb feet."),
    ),
}


def card(number: int, *, wordy: bool = False) -> ExerciseCard:
    """Return one exercise; a `wordy` one has the length of German."""
    title, group, steps, notes = CARDS[(number - 1) % len(CARDS)]
    said = [text(f"{step} {step}" if wordy else step) for step in STEPS[:steps]]
    return ExerciseCard(
        number=number,
        title=title,
        kicker=f"{group} · about 2 minutes",
        dose=dose(),
        spoken="3 times, hold 30 seconds, 2 times a day, right leg.",
        purpose=(),
        steps=tuple(said),
        feel=text("*Feel* a mild pull low in the calf, near the heel."),
        avoid=text("*Avoid* letting the back knee straighten or the heel lift."),
        notes=tuple(NOTES[kind] for kind in notes),
        picture=standing(),
        caption="Both knees bent, heels down.",
    )


def exercises(count: int = 6, *, wordy: bool = False) -> Exercises:
    """Return so many exercises."""
    return Exercises(
        heading="Your exercises",
        range_words="{first} to {last} of {count}",
        place_words="{first} of {count}",
        cards=tuple(card(number, wordy=wordy) for number in range(1, count + 1)),
        stop=text("*Stop* for sharp pain, a pop, numbness, or a calf that swells or gets hot."),
        side_letters=("L", "R"),
    )


def summary(count: int = 6, **changes: Any) -> Summary:
    """Return the plan of so many exercises in three groups, or in fewer if there are fewer exercises."""
    numbers = range(1, count + 1)
    share = max(2, -(-count // 3))
    rows = (
        ("Stretch", "Morning, midday, evening", "2 minutes each time"),
        ("Strengthen", "Mon, Wed and Fri", "8 minutes"),
        ("Loosen", "Every evening", "4 minutes"),
    )
    groups = tuple(
        PlanGroup(
            title,
            (when, how_long),
            tuple(Thumbnail(number, card(number).title, standing()) for number in numbers[at : at + share]),
        )
        for at, (title, when, how_long) in zip(range(0, count, share), rows, strict=False)
    )
    plan = Summary(
        heading=f"Your plan: {count} exercises",
        minutes=text("*10* minutes a day. *18* on Mon, Wed, Fri."),
        groups=groups,
        goal=None,
        note=None,
    )
    return replace(plan, **changes)


HELP_STRIP = HelpStrip(
    heading="Get help first",
    short_heading="Get help",
    questions=(
        HelpQuestion(text("*Chest pain or short of breath?*"), text("Call *999* now.")),
        HelpQuestion(
            text("*One calf swollen, hot or a new colour?*"),
            text("Call *111* today. No massage. See page {page}."),
        ),
    ),
    short_questions=(
        HelpQuestion(text("Sudden chest pain or short of breath"), text("Call *999* now.")),
        HelpQuestion(text("One calf swollen, hot, tender or a new colour"), text("Call *111* today.")),
        HelpQuestion(text("A pop at the back of the ankle"), text("Go to *A&E*.")),
    ),
)

OVERVIEW = TextBlock(
    "overview",
    "What is it?",
    (
        Paragraph(
            text(
                "Your soleus (say SOH-lee-us) is a flat muscle deep in the calf. It starts just below the "
                "knee and ends as the Achilles tendon."
            )
        ),
        Paragraph(
            text(
                "A *trigger point* is a sore spot in a tight band of muscle. It can hurt there, or farther "
                "away. We do not fully know why these spots form."
            )
        ),
    ),
)


@cache
def body_map() -> BodyMap:
    """Return the map of the soleus with its two common points."""
    library = Library(CONTENT)
    region = library.find_region("lower-leg")
    words = MapWords(
        head="Right leg, from behind",
        pain_head="Where you may feel pain",
        views="the leg and the sole",
        alt="{head}. {points}",
        alt_no_press="Do not press {no_press}.",
        alt_spread="Spreads to {spread}.",
        alt_point="Point {number}, {name}: {place}. Pain {pain}.",
    )
    point, hidden_edge, core, spill = draw_legend_swatches()
    return BodyMap(
        heading="Trigger points",
        drawing=draw_body_map(
            region, library.find_muscle("soleus"), library.body, side="right", points=(1, 2), words=words
        ),
        spots=(
            Spot(1, text("*Heel spot:* pain in the heel and just above it.")),
            Spot(2, text("*Calf spot:* upper calf pain.")),
        ),
        legend=(
            LegendMark(point, "Cross", "Trigger point"),
            LegendMark(hidden_edge, "Dashed line", "Hidden edge of soleus"),
            LegendMark(core, "Close dots", "Main pain area"),
            LegendMark(spill, "Loose dots", "Pain may spread here"),
        ),
        trust=text("These patterns are common. Your sore spot may be elsewhere."),
    )


WHAT_HELPS = WhatHelps(
    "What helps?",
    (
        text("Strength work has the best support."),
        text("Stretching adds a little movement."),
        text("Massage may ease soreness for a while."),
        text("Most sore, tight calves settle in days to 6 weeks."),
    ),
)

SYMPTOMS = TextBlock(
    "symptoms",
    "What you may notice",
    (
        Paragraph(text("Most people feel one or more of these. You need not have all of them.")),
        TextList(
            (
                text("Pain low in the calf, or in the heel"),
                text("Stiff first steps in the morning"),
                text("Walking uphill or on stairs hurts more"),
                text("A sore spot that hurts when you press it, sometimes with pain somewhere else"),
            )
        ),
        Subheading("What makes it worse"),
        Paragraph(text("Long sitting with the toes pointed, high heels, and sudden runs or jumps.")),
    ),
)

TREATMENT = TextBlock(
    "treatment",
    "What else can help",
    (
        Choices(
            tuple(
                Choice(
                    f"Choice {number}",
                    text("Your therapist presses or moves the sore muscle with their hands."),
                    text("It may ease pain for some days. It works best with exercise."),
                    "Fair support",
                )
                for number in range(1, 5)
            )
        ),
    ),
)

SITTING = TextBlock(
    "sitting-check",
    "Sitting check",
    (
        CaptionedPicture(standing(), "Feet flat, knees bent."),
        Paragraph(text("Put both feet flat on the floor. Keep your heels down when you sit for long.")),
        TextList(
            (text("Sit back."), text("Put your feet flat."), text("Move your ankles each half hour.")),
            ordered=True,
        ),
    ),
)

PAIN_RULE = PainRule(
    heading="How much pain is OK?",
    scale="0 is no pain. 10 is the worst pain you can think of.",
    short_heading="Pain during exercise",
    short_scale="0 none, 10 worst",
    lights=(
        Light(
            "fine",
            "0\u20133",
            "Fine",
            "Carry on. Keep your stretches in this range.",
            "Carry on. Keep stretches here.",
        ),
        Light(
            "care",
            "4\u20135",
            "Take care",
            "OK if it settles by next morning. Add no more.",
            "OK if it settles.",
        ),
        Light(
            "stop",
            "6\u201310",
            "Stop",
            "Stop for sharp pain too. Rest today, then do half.",
            "Stop. Then do half.",
        ),
    ),
    less_heading="Worse the next morning?",
    less=text("Do half as much next time. When it has settled, build up again."),
    half=(),
    more_heading="Exercises 3 and 4 feel easy?",
    more=(
        text("Go from 12 to 15 in each set."),
        text("Then add a third set."),
        text("Then ask us about one-leg heel raises."),
    ),
)


def diary(count: int = 6) -> Diary:
    """Return a diary of so many exercises, dated from Monday 1 June 2026 for two weeks."""
    sessions = (TWICE, DAILY, THREE_DAYS, THREE_DAYS, DAILY, DAILY)
    rows = tuple(
        DiaryRow(number, card(number).title, sessions[(number - 1) % 6]) for number in range(1, count + 1)
    )
    return Diary(
        heading="Your diary",
        week_from="Week from",
        rest_note="Striped days: rest.",
        bring="Bring it on 29 June.",
        tick="Tick each time",
        day_names=WEEKDAYS,
        rows=rows,
        pain="Worst pain, 0 to 10",
        sheet_note="Tick each box when done. Striped: rest.",
        sheet_pain="Worst pain each day, 0 to 10",
        weeks=1,
        sheet=tuple(_week(number) for number in (0, 1)),
    )


def _week(number: int) -> DiaryWeek:
    days = tuple(
        DiaryDay(day, name[0], name, str(7 * number + day + 1), "June" if number == day == 0 else "")
        for day, name in enumerate(WEEKDAYS)
    )
    return DiaryWeek(f"Week {number + 1}", days)


RED_FLAGS = RedFlags(
    heading="When to get help",
    groups=(
        RedFlagGroup(
            "Call 999 now",
            True,
            True,
            (
                text("Sudden chest pain or short of breath"),
                text("Coughing up blood, or fainting"),
                text("Very bad pain in a hard, tight calf"),
                text("A cold, pale, blue or numb foot"),
                text("Fever with hot skin that spreads fast"),
            ),
        ),
        RedFlagGroup(
            "Go to A&E today",
            False,
            False,
            (
                text("A pop at the back of the ankle, and you cannot rise on tiptoe"),
                text("You cannot take 4 steps after an injury"),
            ),
        ),
        RedFlagGroup(
            "Call 111 or your GP today",
            False,
            True,
            (
                text("One calf swollen, hot or throbbing"),
                text("Red or darker skin (harder to see on brown or black skin)"),
                text("Hard, sore or swollen veins"),
                text("Fever, or night pain that does not ease"),
                text("New numbness or weakness, or a foot that drags"),
            ),
        ),
    ),
    foot=text(
        "*A clot can feel like a tight muscle.* Do not stretch or massage until you have been checked."
    ),
)

CONTACT = Contact(
    ask=text("*Questions?* Monday to Friday, 8 to 6"),
    number=text("01632 960 123"),
    later=text("*No better in 2 weeks?* Tell us or your GP."),
    review=text("Next review: *29 June 2026*"),
)

IMPRINT = Imprint(
    sources=text(
        "Sources: NHS Fife and Merck Manual (stretches), NHS (clot, heel pain), Silbernagel 2007 (pain rule)."
    ),
    status=text(
        "Sample text, not yet checked by a clinician. Version 1.0, issued 1 June 2026. "
        "Check again by June 2028."
    ),
)

IDENTITY = (
    Field("For", "Sample Patient"),
    Field("Side", "Right leg"),
    Field("Date", "1 June 2026"),
    Field("Physiotherapist", "Alex Example"),
    Field("Next review", "29 June 2026"),
)


def last_blocks(count: int = 6) -> tuple[Block, ...]:
    """Return what stands on the last page."""
    return (PAIN_RULE, diary(count), RED_FLAGS, CONTACT, IMPRINT)


def all_blocks(count: int = 6, *, wordy: bool = False) -> tuple[Block, ...]:
    """Return the blocks of the four pages."""
    return (
        summary(count),
        OVERVIEW,
        body_map(),
        WHAT_HELPS,
        exercises(count, wordy=wordy),
        *last_blocks(count),
    )


def handout(**changes: Any) -> Handout:
    """Return a whole handout, or one changed in some parts of its content or its person."""
    content = Content(
        language="en-GB",
        author="Sample Physiotherapy Clinic",
        title="Calf and heel pain",
        subtitle="Your plan for the soleus, a deep calf muscle",
        message=(),
        sheet_title="My calf plan: 14 days",
        letterhead=letterhead(),
        sheet_clinic=text("Sample Physiotherapy Clinic  *01632 960 123*"),
        help_strip=HELP_STRIP,
        blocks=all_blocks(),
        see_page=SEE_PAGE,
    )
    person = Person(
        date=datetime.date(2026, 6, 1),
        identity=IDENTITY,
        sheet_identity=IDENTITY,
        footer=Footer("S.P. · ID SP-0000", "Calf and heel pain · version 1.0", "Page {page} of {pages}"),
        file_title="Calf and heel pain",
    )
    own = {one.name for one in fields(Person)} & changes.keys()
    return Handout(
        replace(content, **{name: value for name, value in changes.items() if name not in own}),
        replace(person, **{name: changes[name] for name in own}),
    )
