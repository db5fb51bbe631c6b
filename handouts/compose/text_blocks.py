"""Turn what is written of a condition, a muscle and words of the trade into text blocks and the imprint."""

import datetime
from collections.abc import Iterable, Iterator

from handouts.compose.information_blocks import (
    CaptionedPicture,
    Choice,
    Choices,
    Imprint,
    Paragraph,
    Part,
    Questions,
    Subheading,
    TextBlock,
    TextList,
)
from handouts.compose.pictures import compose_figure
from handouts.compose.plan_facts import PlanFacts
from handouts.compose.prescription import gentler_of
from handouts.compose.text import Say, Span, Text, text_of
from handouts.library.chosen import facts_of
from handouts.library.content import Library
from handouts.library.words import Speech, fill
from handouts.schema import condition as written
from handouts.schema.base import Statement
from handouts.schema.condition import Advice, Condition
from handouts.schema.muscle import Muscle
from handouts.schema.plan import BlockChoice
from handouts.schema.walk import walk

# Room for about four questions, where the plan does not say otherwise.
QUESTION_LINES = 4


def compose_text(block: str, condition: Condition, of: PlanFacts) -> TextBlock:
    """Return a text of a condition, or advice; first its picture, and what is gentler for this person."""
    own = of.written(block, condition)
    say = _say_of_text(own, condition if block in condition.texts else None, of)
    parts: list[Part] = []
    if isinstance(own, Advice) and own.figure:
        side, people = of.plan.side, of.plan.people
        picture = compose_figure(own.figure, of.library, side=side, speech=of.speech, people=people)
        parts.append(CaptionedPicture(picture, own.caption or ""))
    gentler = gentler_of(own, facts_of(of.plan, of.subject.conditions))
    if gentler:
        lead = text_of(f"**{of.speech.words.card.note}** ")
        parts.append(Paragraph((*lead, *_joined(say, *(Statement(text=one) for one in gentler)))))
    parts += [part for one in own.parts for part in _parts(one, say, of.speech)]
    return TextBlock(block, of.subject.heading(own.heading, block, condition), tuple(parts))


def _say_of_text(own: written.TextBlock, condition: Condition | None, of: PlanFacts) -> Say:
    """Return how a text is said of the sore side: of its condition, or of one of its part of the body."""
    part = own.safety if isinstance(own, Advice) else None
    of_part = (one for one in of.subject.conditions if one.region and one.safety == part)
    named = condition or next(of_part, None)
    return of.say_of(named) if named else of.say


def _joined(say: Say, *statements: Statement) -> Text:
    """Return statements as one text, a space between them."""
    return tuple(span for one in statements for span in (Span(" "), *say(one)))[1:]


def _parts(part: written.Part, say: Say, speech: Speech) -> Iterator[Part]:
    if part.heading:
        yield Subheading(part.heading)
    if part.text:
        yield Paragraph(say(part.text))
    if part.bullets:
        yield TextList(tuple(map(say, part.bullets)))
    if part.steps:
        yield TextList(tuple(map(say, part.steps)), ordered=True)
    if part.options:
        grades = speech.words.grades
        choices = (
            Choice(one.name, say(one.what), say(one.known), getattr(grades, one.grade))
            for one in part.options
        )
        yield Choices(tuple(choices))


def compose_phase(of: PlanFacts) -> TextBlock | None:
    """Return the phase of the plan, its weeks, and when to go on to the next or to be done; None without."""
    if of.phases is None or of.plan.phase is None:
        return None
    (name, phases), number, speech = of.phases, of.plan.phase, of.speech
    words, phase, is_last = speech.words.phase, phases[number - 1], number == len(phases)
    say = of.say_of(next(one for one in of.subject.conditions if one.id == name))
    heading = fill(words.heading, number=number, count=len(phases), title=phase.title)
    weeks: Text = ()
    if phase.weeks is not None:
        message = words.weeks if isinstance(phase.weeks, tuple) else words.week
        weeks = text_of(message, weeks=speech.amount(phase.weeks))
    if not phase.go_on:
        ask = () if is_last else text_of(fill(words.ask, us=of.us))
        said = (*weeks, Span(" "), *ask) if weeks and ask else weeks or ask
        return TextBlock("phase", heading, (Paragraph(said),) if said else ())
    lead = text_of(speech.count(words.done if is_last else words.go_on, len(phase.go_on), next=number + 1))
    first = Paragraph((*weeks, Span(" "), *lead) if weeks else lead)
    criteria = TextList(tuple(map(say, phase.go_on)))
    return TextBlock("phase", heading, (first, criteria, Paragraph(text_of(words.stay))))


def related_muscles(muscle: str, library: Library) -> list[Muscle]:
    """Return a muscle, its neighbours and those linked with it."""
    found = library.find_muscle(muscle)
    return [found, *map(library.find_muscle, (*found.neighbours, *found.linked))]


def compose_muscle(condition: Condition, of: PlanFacts) -> TextBlock | None:
    """Return what a muscle is and does, its nerve, its sore spots, and the muscles it has to do with."""
    if not condition.muscle:
        return None
    muscle, *others = related_muscles(condition.muscle, of.library)
    near, say = len(muscle.neighbours), of.say_of(condition)
    neighbours, linked, words = others[:near], others[near:], of.speech.words.muscle

    def named(one: Muscle, *said: Statement) -> Text:
        return (*text_of(words.one, name=one.name), *_joined(say, *said))

    def parts() -> Iterator[Part]:
        yield Paragraph(_joined(say, muscle.what, muscle.starts, muscle.ends))
        yield Subheading(words.does)
        yield TextList(tuple(map(say, muscle.does)))
        if muscle.nerve:
            yield Paragraph(say(muscle.nerve))
        yield Subheading(words.in_pain)
        yield TextList(tuple(map(say, muscle.part_in_pain)))
        if neighbours:
            yield Subheading(words.neighbours)
            yield TextList(tuple(named(one, one.what, one.starts) for one in neighbours))
        if linked:
            yield Subheading(words.linked)
            yield TextList(tuple(named(one, one.what, *one.part_in_pain) for one in linked))

    heading = fill(words.heading, muscle=muscle.name.lower())
    return TextBlock("about-the-muscle", heading, tuple(parts()))


def compose_glossary(of: PlanFacts) -> TextBlock | None:
    """Return the words of the trade with their meanings, in their order, if there are any."""
    words, glossary = of.speech.words.glossary, of.subject.glossary
    if glossary is None:
        return None
    items = tuple(text_of(words.one, term=one.term, meaning=one.meaning) for one in glossary.terms)
    return TextBlock("glossary", words.heading, (TextList(items),))


def compose_imprint(said: Iterable[object], of: PlanFacts) -> Imprint:
    """Return the sources of what is said by their short titles, and the status of the text on the day."""
    # The ids under every `sources` of what is said, in the order they are written.
    found = (source for one in said for at in walk(one) for source in getattr(at.value, "sources", ()))
    used = dict.fromkeys(of.library.sources[source].short for source in found)
    sources = text_of(of.speech.words.imprint.sources, sources=", ".join(used))
    return Imprint(sources, compose_status(of, of.day))


def compose_status(of: PlanFacts, day: datetime.date) -> Text:
    """Return who has checked the text, and when it is to be checked again, or that this is overdue.

    Of several conditions each is named.
    """
    speech, conditions, reviewed = of.speech, of.subject.conditions, of.clinic and of.clinic.reviewed
    words = speech.words.imprint
    said = [words.unchecked]
    if reviewed:
        said = [fill(words.checked, by=reviewed.by, date=speech.date(reviewed.date))]
    for condition in conditions:
        version = fill(
            words.overdue if day > condition.check_by else words.version,
            version=condition.version,
            issued=speech.date(condition.issued),
            check_by=speech.date(condition.check_by, speech.words.dates.month_year),
        )
        several = len(conditions) > 1
        said.append(fill(words.of, condition=condition.title, said=version) if several else version)
    return text_of("{said}", said=" ".join(said))


def compose_questions(choice: BlockChoice, of: PlanFacts) -> Questions:
    """Return lines to write one's questions on, the usual number where none is said."""
    words, is_chosen = of.speech.words, choice in (of.plan.blocks or ())
    return Questions(words.questions.heading, choice.lines or QUESTION_LINES, is_chosen, words.diary.notes)
