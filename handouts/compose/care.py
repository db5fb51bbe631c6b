"""The checklists of patient material, item by item, answered for one handout.

PEMAT-P by the AHRQ (13 and 14 are for films), the Clear Communication Index of the CDC, EQIP-36
(Charvet-Berard 2008), CERT, and NEEDS: what people with back pain want to know (Lim 2019, J Physiother
65:124). Numbers are those of the checklist, of NEEDS the order of that review; the questions are in our
words, and say what is looked at. A question without a look is for a person. What is looked at is the whole
handout, and a plan sheet leaves out steps and texts of it: these are no answers for a sheet.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from handouts.compose import care_answers as see
from handouts.compose.care_answers import Answer, Look, each_has, has, says
from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.handout import Handout
from handouts.compose.information_blocks import Contact, Imprint, RedFlags, WhatHelps

# A look, and what to change when its answer is no.
Decided = tuple[Look, str]


class Care(NamedTuple):
    """A question of a checklist, with its answer for one handout: True, False, or None for a person.

    `change` says what to change where the answer is no.
    """

    checklist: str
    item: str
    question: str
    answer: Answer
    change: str


class Score(NamedTuple):
    """How many items of a checklist are met, are not, and wait for a person."""

    yes: int
    no: int
    for_a_person: int


def care_of(handout: Handout) -> tuple[Care, ...]:
    """Return every item with its answer, in the order of the checklists."""
    return tuple(_answered(handout, name, *row) for name, rows in CHECKLISTS.items() for row in rows)


def _answered(
    handout: Handout, checklist: str, item: str, question: str, decided: Decided | None = None
) -> Care:
    look, change = decided or (None, "")
    answer = look(handout) if look else None
    return Care(checklist, item, question, answer, change if answer is False else "")


def scores(care: Sequence[Care]) -> dict[str, Score]:
    """Return the score of each checklist, in their order; what waits for a person counts as neither."""
    answers: dict[str, list[Answer]] = {}
    for one in care:
        answers.setdefault(one.checklist, []).append(one.answer)
    return {name: Score(*map(found.count, (True, False, None))) for name, found in answers.items()}


# What is looked at by several checklists, with what to change when the answer is no.
AIM: Decided = (see.says_what_for, "Choose exercises: the sentence at the top is made of them.")
EASY: Decided = (see.is_easy_to_read, "See `--reading` for the hardest sentences, and shorten them.")
NO_SUMS: Decided = (see.asks_no_sums, "Say the number instead of `half` or `double`.")
PARAGRAPHS: Decided = (see.has_short_paragraphs, f"Keep to {see.LONGEST_PARAGRAPH} words a paragraph.")
HEADINGS: Decided = (see.has_headings, "Give each block a heading that no other has.")
SUMMARY: Decided = (has(Summary), "Add the block `summary`.")
STRONG: Decided = (see.stresses_key_points, "Mark what matters in the warning signs with `**`.")
PICTURES: Decided = (each_has("picture"), "Choose exercises with a picture, or add a photo.")
ACTION: Decided = (see.asks_to_act, "Add the block `exercises`.")
READER: Decided = (see.speaks_to_the_reader, "Write to the reader: `you`, `your`.")
STEPS: Decided = (
    see.has_short_steps,
    f"Keep each exercise to {see.MOST_STEPS} steps of {see.LONGEST_STEP} words at most.",
)
DIARY: Decided = (has(Diary), "Add the block `diary`.")
EVIDENCE: Decided = (see.has_evidence, "Add the block `what-helps`.")
EXERCISES: Decided = (has(Exercises), "Add the block `exercises`.")
PURPOSES: Decided = (each_has("purpose"), "Write a `purpose` for each exercise.")
HOW: Decided = (each_has("steps", "dose"), "Write steps and a dose for each exercise.")
COUNTS: Decided = (see.counts_people, "If a source does, say for how many, as in `7 in 10 people`.")
ABOUT: Decided = (says("overview"), "Add the block `overview`.")
TREATMENTS: Decided = (see.names_alternatives, "Add the block `what-helps` or `treatment`.")
CONTACT: Decided = (has(Contact, key="number"), "Write `phone` or `email` in the clinic's file.")
PAIN: Decided = (has(PainRule, key="less"), "Add the block `pain-rule`.")

CHECKLISTS: Mapping[str, tuple[tuple[str, str] | tuple[str, str, Decided], ...]] = {
    "PEMAT-P": (
        ("1", "Does the top say what the sheet is for?", AIM),
        ("2", "Is there nothing that distracts?"),
        ("3", "Are the words everyday words?", EASY),
        ("4", "Are medical words few, and explained?"),
        ("5", "Is it in the active voice?"),
        ("6", "Are numbers clear?"),
        ("7", "Need nobody do a sum?", NO_SUMS),
        ("8", "Are paragraphs short?", PARAGRAPHS),
        ("9", "Has each part a heading of its own?", HEADINGS),
        ("10", "Is it in a logical order?"),
        ("11", "Is there a summary?", SUMMARY),
        ("12", "Do strong words draw the eye to what matters?", STRONG),
        ("15", "Has each exercise a picture?", PICTURES),
        ("16", "Do pictures show what the words say?"),
        (
            "17",
            "Have pictures titles or captions?",
            (see.has_captions, "Write a `caption` for each picture."),
        ),
        ("18", "Are pictures clear and uncluttered?"),
        ("19", "Are tables simple, with short headings?"),
        ("20", "Is there something to do?", ACTION),
        ("21", "Does it speak to the reader?", READER),
        ("22", "Is each action cut into short steps?", STEPS),
        ("23", "Is there a tool to use, such as a diary?", DIARY),
        ("24", "Is there an example for each sum (none: does not apply)?"),
        ("25", "Does it explain how to use its charts and tables?"),
        ("26", "Do pictures help to act: one for each exercise?", PICTURES),
    ),
    "CDC": (
        ("1", "Is there one main message?", AIM),
        ("2", "Is the main message at the top?", AIM),
        ("3", "Does the main message stand out?"),
        ("4", "Do pictures support the main message: one for each exercise?", PICTURES),
        ("5", "Is there a call to act?", ACTION),
        ("6", "Is it in the active voice?"),
        ("7", "Are the words those of the readers?", EASY),
        ("8", "Are there lists: steps in each exercise?", STEPS),
        ("9", "Has each part a heading of its own?", HEADINGS),
        (
            "10",
            "Does the most important come first: the plan?",
            (see.begins_with_the_plan, "Put the block `summary` first."),
        ),
        ("11", "Does it say what is known, and what is not?", EVIDENCE),
        ("12", "Does it say what to do?", EXERCISES),
        ("13", "Does each exercise say why?", PURPOSES),
        ("14", "Does each exercise say how, and how much?", HOW),
        ("15", "Are the numbers ones that readers use?"),
        ("16", "Are the numbers explained?"),
        ("17", "Need nobody do a sum?", NO_SUMS),
        ("18", "Is the risk explained?"),
        ("19", "Are both risks and benefits told?"),
        ("20", "Is a probability also said in words or shown?"),
    ),
    "EQIP": (
        ("1", "Does the start say which topics come?"),
        ("2", "Are all these topics covered?"),
        ("3", "Does it say what the problem is?", ABOUT),
        ("4", "Does each exercise say what it is for?", PURPOSES),
        ("5", "Does it name other treatments, and doing nothing?", TREATMENTS),
        ("6", "Does it say what to do, step by step?", HOW),
        ("7", "Does it say what helps?", (has(WhatHelps), "Add the block `what-helps`.")),
        ("8", "Does it say how many people it helps?", COUNTS),
        ("9", "Does it say what may go wrong?"),
        ("10", "Does it say how often that happens?", COUNTS),
        ("11", "Does it say what it means for daily life?"),
        ("12", "Does it say what to do if pain gets worse?", PAIN),
        (
            "13",
            "Does each exercise say what to avoid, or when to ask first?",
            (see.has_precautions, "Write `avoid` for each exercise."),
        ),
        (
            "14",
            "Does it name signs to get help for?",
            (has(RedFlags, key="groups"), "Add the block `safety`."),
        ),
        ("15", "Does it speak of costs and insurance?"),
        ("16", "Is there a number or an address of the clinic?", CONTACT),
        (
            "17",
            "Does it say where else to read or find help?",
            (
                see.leads_further,
                "Add the block `sources`, or name another place to read, with its `https://` address.",
            ),
        ),
        ("18", "Are all topics covered that matter?"),
        ("19", "Is there a date of issue?", (has(Imprint, key="status"), "Add the block `sources`.")),
        ("20", "Is there a logo?", (see.has_logo, "Write `logo` in the clinic's file.")),
        ("21", "Is its maker named?", (see.names_its_maker, "Name a clinic.")),
        ("22", "Does it say who paid for it?"),
        (
            "23",
            "Are its sources named?",
            (see.judged(has(Imprint, key="sources")), "Add the block `sources`."),
        ),
        ("24", "Does it say whether patients had a part in it?"),
        ("25", "Are the words everyday words, hard ones explained?", EASY),
        ("26", "Are drugs and products called by their generic names?"),
        (
            "27",
            "Are sentences short on average?",
            (see.has_short_sentences, f"Keep under {see.LONGEST_SENTENCE_ON_AVERAGE} words a sentence."),
        ),
        ("28", "Does it speak to the reader?", READER),
        ("29", "Is the tone respectful?"),
        ("30", "Is it clear, without contradictions?"),
        ("31", "Are risks and benefits balanced?"),
        ("32", "Is it in a logical order?"),
        ("33", "Are design and layout good?"),
        ("34", "Are pictures clear and to the point?"),
        ("35", "Are there lines to write on?", (see.has_lines, "Add the block `questions`.")),
        ("36", "Is there a consent form (none needed: does not apply)?"),
    ),
    "CERT": (
        ("1", "Does it say what equipment is needed?"),
        ("2", "Does it say what the clinician is qualified as?"),
        ("3", "Does it say whether one exercises alone or in a group?"),
        ("4", "Does it say whether anyone watches, and how?"),
        ("5", "Is what was done written down, as in a diary?", DIARY),
        ("6", "Is there a goal of one's own?", (has(Summary, OwnWords, key="goal"), "Write a `goal`.")),
        ("7a", "Does it say when to do more?", (see.says_when_to_do_more, "Add the block `pain-rule`.")),
        ("7b", "Does it say how each exercise goes on?"),
        (
            "8",
            "Has each exercise steps and a picture?",
            (each_has("steps", "picture"), "Write steps and give a picture for each exercise."),
        ),
        ("9", "Is there a programme for home?", EXERCISES),
        ("10", "Does it say what there is beside exercise?"),
        ("11", "Does it say what to do if pain gets worse?", PAIN),
        ("12", "Does it say where to exercise?"),
        ("13", "Has each exercise a dose?", (each_has("dose"), "Write a dose for each exercise.")),
        (
            "14a",
            "Does an exercise say what is changed for this person?",
            (see.is_tailored, "Write a `note` for an exercise, if anything is changed for this person."),
        ),
        ("14b", "Does it say how it was fitted to this person?"),
        ("15", "Does it say where to start?"),
        (
            "16a",
            "Does it say when it is looked at again?",
            (has(Contact, OwnWords, key="review"), "Write `review`, as in `+14`."),
        ),
        ("16b", "Was it done as planned?"),
    ),
    "NEEDS": (
        ("1", "Does it say what the problem is, and why it came?", ABOUT),
        ("2", "Does it say how one knows, and whether a scan is needed?"),
        ("3", "Does it say how it will go on?", (says("what-to-expect"), "Add the block `what-to-expect`.")),
        ("4", "Does it say what to do when pain flares up?", PAIN),
        ("5", "Does it say which treatments there are?", TREATMENTS),
        ("6", "Does it say what one can do oneself?", EXERCISES),
        (
            "7",
            "Does it say how to keep it from coming back?",
            (says("prevention"), "Add the block `prevention`."),
        ),
        ("8", "Does it say who can help?", CONTACT),
    ),
}
