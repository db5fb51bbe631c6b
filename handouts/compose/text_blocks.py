"""Turn what is written of a condition, a muscle and words of the trade into text blocks and the imprint."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from handouts.compose.exercise_blocks import DrawnFigure
from handouts.compose.information_blocks import (
    Bullets,
    CaptionedPicture,
    Choice,
    Choices,
    Imprint,
    Paragraph,
    Part,
    Questions,
    Steps,
    Subheading,
    TextBlock,
)
from handouts.compose.text import Span, Text, text_of
from handouts.library.content import Library
from handouts.library.words import Speech, fill
from handouts.schema import condition as written
from handouts.schema.base import Limb, Statement
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Condition
from handouts.schema.muscle import Muscle
from handouts.schema.phase import Phase
from handouts.schema.reference import Glossary
from handouts.schema.walk import walk

# Room for about four questions, where the plan does not say otherwise.
QUESTION_LINES = 4

Say = Callable[[Statement], Text]


def sayer(side: str | None, limb: Limb, speech: Speech, *, us: str) -> Say:
    """Return the function that says a statement for one side, to a reader who can ask `us`."""
    said = speech.side(side or "sore", limb)
    return lambda statement: text_of(fill(statement.text, side=said.side, limb=said.limb, us=us))


def compose_text(
    id: str,
    block: written.TextBlock,
    *,
    heading: str,
    say: Say,
    speech: Speech,
    gentler: Sequence[Statement] = (),
    picture: DrawnFigure | None = None,
) -> TextBlock:
    """Return a written block under a heading; first its picture, its caption and what is `gentler`."""
    parts = [part for one in block.parts for part in _parts(one, say, speech)]
    if gentler:
        lead = text_of(f"**{speech.words.card.note}** ")
        said = (span for one in gentler for span in (Span(" "), *say(one)))
        parts.insert(0, Paragraph((*lead, *tuple(said)[1:])))
    if picture is not None:
        caption = block.caption if isinstance(block, written.Advice) else None
        parts.insert(0, CaptionedPicture(picture, caption or ""))
    return TextBlock(id, heading, tuple(parts))


def _parts(part: written.Part, say: Say, speech: Speech) -> Iterator[Part]:
    if part.heading:
        yield Subheading(part.heading)
    if part.text:
        yield Paragraph(say(part.text))
    if part.bullets:
        yield Bullets(tuple(map(say, part.bullets)))
    if part.steps:
        yield Steps(tuple(map(say, part.steps)))
    if part.options:
        grades = speech.words.grades
        choices = (
            Choice(one.name, say(one.what), say(one.known), getattr(grades, one.grade))
            for one in part.options
        )
        yield Choices(tuple(choices))


def compose_phase(number: int, phases: Sequence[Phase], *, say: Say, us: str, speech: Speech) -> TextBlock:
    """Return which phase of a protocol it is, its weeks, and when to go on to the next or to be done."""
    words, phase, is_last = speech.words.phase, phases[number - 1], number == len(phases)
    heading = fill(words.heading, number=number, count=len(phases), title=phase.title)
    weeks: Text = ()
    if phase.weeks is not None:
        message = words.weeks if isinstance(phase.weeks, tuple) else words.week
        weeks = text_of(message, weeks=speech.amount(phase.weeks))
    if not phase.go_on:
        ask = () if is_last else text_of(fill(words.ask, us=us))
        said = (*weeks, Span(" "), *ask) if weeks and ask else weeks or ask
        return TextBlock("phase", heading, (Paragraph(said),) if said else ())
    lead = text_of(speech.count(words.done if is_last else words.go_on, len(phase.go_on), next=number + 1))
    first = Paragraph((*weeks, Span(" "), *lead) if weeks else lead)
    criteria = Bullets(tuple(map(say, phase.go_on)))
    return TextBlock("phase", heading, (first, criteria, Paragraph(text_of(words.stay))))


def related_muscles(muscle: str, library: Library) -> list[Muscle]:
    """Return a muscle, its neighbours and those linked with it."""
    found = library.find_muscle(muscle)
    return [found, *map(library.find_muscle, (*found.neighbours, *found.linked))]


def compose_muscle(id: str, library: Library, *, say: Say, speech: Speech) -> TextBlock:
    """Return what a muscle is and does, its nerve, its sore spots, and the muscles it has to do with."""
    muscle, *others = related_muscles(id, library)
    near = len(muscle.neighbours)
    neighbours, linked, words = others[:near], others[near:], speech.words.muscle

    def joined(*said: Statement) -> Text:
        return tuple(span for one in said for span in (Span(" "), *say(one)))[1:]

    def named(one: Muscle, *said: Statement) -> Text:
        return (*text_of(words.one, name=one.name), *joined(*said))

    def parts() -> Iterator[Part]:
        yield Paragraph(joined(muscle.what, muscle.starts, muscle.ends))
        yield Subheading(words.does)
        yield Bullets(tuple(map(say, muscle.does)))
        if muscle.nerve:
            yield Paragraph(say(muscle.nerve))
        yield Subheading(words.in_pain)
        yield Bullets(tuple(map(say, muscle.part_in_pain)))
        if neighbours:
            yield Subheading(words.neighbours)
            yield Bullets(tuple(named(one, one.what, one.starts) for one in neighbours))
        if linked:
            yield Subheading(words.linked)
            yield Bullets(tuple(named(one, one.what, *one.part_in_pain) for one in linked))

    heading = fill(words.heading, muscle=muscle.name.lower())
    return TextBlock("about-the-muscle", heading, tuple(parts()))


def compose_glossary(glossary: Glossary, *, speech: Speech) -> TextBlock:
    """Return the words of the trade with their meanings, in their order."""
    words = speech.words.glossary
    items = tuple(text_of(words.one, term=one.term, meaning=one.meaning) for one in glossary.terms)
    return TextBlock("glossary", words.heading, (Bullets(items),))


def compose_imprint(
    said: Iterable[object],
    titles: Mapping[str, str],
    *,
    conditions: Sequence[Condition],
    clinic: Clinic | None,
    day: datetime.date,
    speech: Speech,
) -> Imprint:
    """Return the sources by their short titles, and the status of the text on a day."""
    # The ids under every `sources` of what is said, in the order they are written.
    found = (source for one in said for at in walk(one) for source in getattr(at.value, "sources", ()))
    used = dict.fromkeys(titles[source] for source in found)
    sources = text_of(speech.words.imprint.sources, sources=", ".join(used))
    return Imprint(sources, compose_status(conditions, clinic, day=day, speech=speech))


def compose_status(
    conditions: Sequence[Condition], clinic: Clinic | None, *, day: datetime.date, speech: Speech
) -> Text:
    """Return who has checked the text, and when it is to be checked again, or that this is overdue.

    Of several conditions each is named.
    """
    words = speech.words.imprint
    reviewed = clinic.reviewed if clinic else None
    checked = words.unchecked
    if reviewed:
        checked = fill(words.checked, by=reviewed.by, date=speech.date(reviewed.date))
    said = [checked]
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


def compose_questions(lines: int | None, *, is_chosen: bool, speech: Speech) -> Questions:
    """Return lines to write one's questions on, the usual number where none is said."""
    words = speech.words
    return Questions(words.questions.heading, lines or QUESTION_LINES, is_chosen, words.diary.notes)
