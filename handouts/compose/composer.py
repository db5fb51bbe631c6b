"""Turn a checked plan into what a handout says to everyone with it, block by block."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import assert_never

from handouts.compose.changes import changed_exercises, compose_changes
from handouts.compose.choosing import EXERCISES, OF_EXERCISES, SAFETY
from handouts.compose.clinic import compose_letterhead, compose_sheet_clinic
from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.exercises import compose_diary, compose_exercises, compose_pain_rule
from handouts.compose.handout import Block, Content
from handouts.compose.information_blocks import BodyMap, Contact, Imprint, Questions, TextBlock, WhatHelps
from handouts.compose.origin import compose_origin, digest_of
from handouts.compose.pictures import compose_body_map
from handouts.compose.plan_facts import PlanFacts
from handouts.compose.prescription import gentler_of
from handouts.compose.safety import compose_contact, compose_help_strip, compose_red_flags
from handouts.compose.summary import compose_message, compose_own_words, compose_summary
from handouts.compose.text import text_of
from handouts.compose.text_blocks import (
    compose_glossary,
    compose_imprint,
    compose_muscle,
    compose_status,
    compose_text,
    related_muscles,
)
from handouts.library.words import fill
from handouts.schema.base import Statement
from handouts.schema.condition import Advice
from handouts.schema.dates import DAYS_OF_A_WEEK
from handouts.schema.exercise import Exercise
from handouts.schema.origin import Origin
from handouts.schema.plan import BlockChoice, is_kind

# Room for about four questions, where the plan does not say otherwise.
QUESTION_LINES = 4

# The blocks whose sources are named first, in this order.
FIRST_SOURCES = (EXERCISES, "trigger-point-map", "pain-rule", "what-helps", "about-the-muscle")


class Composer(PlanFacts):
    """One plan on its way to the content of a handout."""

    @cached_property
    def content(self) -> Content:
        """Everything it says to everyone with this plan."""
        blocks = [block for choice in self.choices if (block := self._block(choice))]
        own = self._own_words(blocks)
        strip = compose_help_strip(self.safety, self.calls, see_page=self.see_page, speech=self.speech)
        content = Content(
            language=self.speech.words.language,
            author=self.clinic.name if self.clinic else "",
            title=self.condition.title,
            subtitle=self.condition.subtitle,
            message=compose_message(
                self.given, self.condition, review=self.plan.review, say=self.say, speech=self.speech
            ),
            sheet_title=fill(self.condition.sheet_title, days=DAYS_OF_A_WEEK * self.weeks),
            letterhead=compose_letterhead(self.clinic, self.logo, speech=self.speech),
            sheet_clinic=compose_sheet_clinic(self.clinic, speech=self.speech),
            help_strip=strip,
            blocks=(own, *blocks) if own else tuple(blocks),
            see_page=self.see_page,
            abbreviations=self.speech.abbreviations(),
        )
        # The status is dated; on the day it was issued no content is overdue.
        issued = self.condition.issued
        status = compose_status(self.condition, self.clinic, day=issued, speech=self.speech)
        return replace(content, digest=digest_of(content, status))

    @cached_property
    def origin(self) -> Origin:
        """What the handout is made from, with the code of what it says."""
        return compose_origin(
            self.plan,
            self.content,
            condition=self.condition,
            given=self.given,
            blocks=tuple(choice.block for choice in self.choices_in_any_layout),
            clinic=self.clinic,
            layout=self.layout,
        )

    # As many ways as there are blocks; the type check misses none.
    def _block(self, choice: BlockChoice) -> Block | None:  # noqa: C901
        """Return a chosen block; None for one of exercises where the plan has none."""
        if choice.block in OF_EXERCISES and not self.given:
            return None
        if not is_kind(choice.block):
            return self._text(choice.block)
        match choice.block:
            case "summary":
                return self._summary()
            case "trigger-point-map":
                return self._body_map(choice)
            case "what-helps":
                said = tuple(map(self.say, self.condition.what_helps))
                return WhatHelps(self.speech.words.what_helps, said)
            case "changes":
                return self._changes()
            case "exercises":
                return self._exercises()
            case "pain-rule":
                return self._pain_rule()
            case "diary":
                return self._diary()
            case "about-the-muscle":
                return compose_muscle(self.condition.muscle, self.library, say=self.say, speech=self.speech)
            case "glossary":
                glossary = self.library.find_glossary(self.condition.glossary)
                return compose_glossary(glossary, speech=self.speech)
            case "questions":
                lines, is_chosen = choice.lines or QUESTION_LINES, choice in (self.plan.blocks or ())
                return Questions(self.speech.words.questions.heading, lines, is_chosen)
            case "safety":
                return compose_red_flags(self.safety, self.calls, speech=self.speech)
            case "contact":
                return self._contact()
            case "sources":
                return self._imprint()
            case never:
                assert_never(never)

    def _text(self, block: str) -> TextBlock:
        own = self.written(block)
        figure = own.figure if isinstance(own, Advice) else None
        picture = self.pose(figure, self.plan.side) if figure else None
        facts = self.plan.patient.facts if self.plan.patient else ()
        gentler = tuple(Statement(text=one) for one in gentler_of(own, facts))
        return compose_text(block, own, say=self.say, speech=self.speech, gentler=gentler, picture=picture)

    def _summary(self) -> Summary:
        plan = self.plan
        return compose_summary(self.given, self.pictures, speech=self.speech, goal=plan.goal, note=plan.note)

    def _own_words(self, blocks: Sequence[Block]) -> OwnWords | None:
        """Return what the plan says that no block says: no choice of blocks loses it."""
        plan = self.plan
        in_box = any(isinstance(block, Summary) for block in blocks)
        dated = plan.patient is not None or any(isinstance(block, Contact) for block in blocks)
        return compose_own_words(
            goal=None if in_box else plan.goal,
            note=None if in_box else plan.note,
            review=None if dated else plan.review,
            speech=self.speech,
        )

    def _exercises(self) -> Exercises:
        return compose_exercises(
            self.given,
            self.pictures,
            stop=text_of(self.safety.stop.text),
            show=self.plan.show or (),
            changed=changed_exercises(self.before, self.given, speech=self.speech) if self.previous else {},
            practised=self.clinic is not None and self.clinic.practised,
            us=self.us,
            speech=self.speech,
        )

    def _changes(self) -> TextBlock:
        return compose_changes(self.before, self.given, speech=self.speech)

    def _diary(self) -> Diary:
        review = self.plan.review
        return compose_diary(self.given, weeks=self.weeks, start=self.day, review=review, speech=self.speech)

    def _pain_rule(self) -> PainRule:
        return compose_pain_rule(
            self.condition.pain_rule, self.given, say=self.say, us=self.us, speech=self.speech
        )

    def _contact(self) -> Contact:
        review = self.plan.review
        return compose_contact(self.clinic, self.safety, self.calls, review=review, speech=self.speech)

    def _body_map(self, choice: BlockChoice) -> BodyMap:
        return compose_body_map(
            self.condition.region,
            self.condition.muscle,
            self.library,
            side=self.plan.side,
            points=choice.points or self.condition.map_points,
            speech=self.speech,
        )

    def _imprint(self) -> Imprint:
        return compose_imprint(
            self._said(),
            {id: source.short for id, source in self.library.sources.items()},
            condition=self.condition,
            clinic=self.clinic,
            day=self.day,
            speech=self.speech,
        )

    def _said(self) -> Iterator[object]:
        """Yield the models whose sources the chosen blocks rest on."""
        for choice in sorted(self.choices, key=lambda choice: _rank_of_sources(choice.block)):
            yield from self._models_of(choice.block)

    # The type check misses no block here either.
    def _models_of(self, block: str) -> Iterable[object]:  # noqa: C901
        """Return the models whose sources a block rests on."""
        if not is_kind(block):
            return [self.written(block).parts]
        match block:
            case "exercises":
                return [_printed(one.exercise) for one in self.given]
            case "trigger-point-map":
                return [self.library.find_muscle(self.condition.muscle).points]
            case "pain-rule":
                return [self.condition.pain_rule]
            case "what-helps":
                return [self.condition.what_helps]
            case "about-the-muscle":
                return related_muscles(self.condition.muscle, self.library)
            case "safety":
                return [self.safety]
            case "summary" | "changes" | "diary" | "glossary" | "questions" | "contact" | "sources":
                return []
            case never:
                assert_never(never)


def _rank_of_sources(block: str) -> int:
    """Return where the sources of a block stand: of exercises first, of texts late, of warning signs last."""
    if block == SAFETY:
        return len(FIRST_SOURCES) + 1
    return FIRST_SOURCES.index(block) if block in FIRST_SOURCES else len(FIRST_SOURCES)


def _printed(exercise: Exercise) -> tuple[object, ...]:
    """Return what of an exercise reaches the patient; its cautions are for the clinician."""
    return exercise.purpose, exercise.dose, exercise.feel, exercise.avoid, exercise.ask_first
