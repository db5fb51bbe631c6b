"""Turn a checked plan into what a handout says to everyone with it, block by block."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import assert_never

from handouts.compose.changes import changed_exercises, compose_changes
from handouts.compose.choosing import EXERCISES, OF_EXERCISES, SAFETY
from handouts.compose.clinic import compose_letterhead, compose_sheet_clinic
from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.exercises import compose_diary, compose_exercises, compose_pain_rule
from handouts.compose.handout import Block, Content
from handouts.compose.information_blocks import BodyMap, Contact, Imprint, TextBlock, WhatHelps
from handouts.compose.links import compose_links, with_links
from handouts.compose.origin import compose_origin, digest_of
from handouts.compose.pictures import compose_body_map
from handouts.compose.plan_facts import PlanFacts
from handouts.compose.prescription import gentler_of
from handouts.compose.safety import compose_contact, compose_help_strip, compose_red_flags, compose_stop
from handouts.compose.summary import compose_message, compose_own_words, compose_summary
from handouts.compose.text import Text, string_of
from handouts.compose.text_blocks import (
    Say,
    compose_glossary,
    compose_imprint,
    compose_muscle,
    compose_phase,
    compose_questions,
    compose_status,
    compose_text,
    related_muscles,
)
from handouts.library.conditions import facts_of
from handouts.library.words import fill
from handouts.schema import condition as written
from handouts.schema.base import Statement
from handouts.schema.condition import Advice, Condition
from handouts.schema.dates import DAYS_OF_A_WEEK
from handouts.schema.exercise import Exercise
from handouts.schema.origin import Origin
from handouts.schema.plan import BlockChoice, is_kind

# The blocks whose sources are named first, in this order.
FIRST_SOURCES = (EXERCISES, "trigger-point-map", "pain-rule", "what-helps", "about-the-muscle")


class Composer(PlanFacts):
    """One plan on its way to the content of a handout."""

    @cached_property
    def content(self) -> Content:
        """Everything it says to everyone with this plan."""
        links = compose_links(self.clinic, self.given, self.speech)
        subject, blocks = self.subject, [*with_links(self._blocks(), links)]
        own = self._own_words(blocks)
        strip = compose_help_strip(subject.safety, self.calls, see_page=self.see_page, speech=self.speech)
        content = Content(
            language=self.speech.words.language,
            author=self.clinic.name if self.clinic else "",
            title=subject.main.title,
            subtitle=subject.subtitle,
            message=self._message(),
            sheet_title=fill(subject.main.sheet_title, days=DAYS_OF_A_WEEK * self.weeks),
            letterhead=compose_letterhead(self.clinic, self.logo, speech=self.speech),
            sheet_clinic=compose_sheet_clinic(self.clinic, speech=self.speech),
            help_strip=strip,
            blocks=(own, *blocks) if own else tuple(blocks),
            see_page=self.see_page,
            abbreviations=self.speech.abbreviations(),
        )
        # The status is dated; on the day it was issued no content is overdue.
        issued = min(one.issued for one in subject.conditions)
        status = compose_status(subject.conditions, self.clinic, day=issued, speech=self.speech)
        return replace(content, digest=digest_of(content, status))

    @cached_property
    def origin(self) -> Origin:
        """What the handout is made from, with the code of what it says."""
        return compose_origin(
            self.plan,
            self.content,
            subject=self.subject,
            given=self.given,
            blocks=tuple(choice.block for choice in self.choices_in_any_layout),
            clinic=self.clinic,
            texts=self.own_texts,
            layout=self.layout,
        )

    def _blocks(self) -> Iterator[Block]:
        """Yield the chosen blocks; a run of those that each condition says, condition by condition."""
        subject = self.subject
        for of_each, run in groupby(self.choices, key=lambda one: bool(subject.having(one.block))):
            choices = [*run]
            for condition in subject.conditions if of_each else (subject.main,):
                for choice in choices:
                    if not of_each or condition in subject.having(choice.block):
                        block = self._block(choice, condition)
                        yield from (block,) if block else ()

    # As many ways as there are blocks; the type check misses none.
    def _block(self, choice: BlockChoice, condition: Condition) -> Block | None:  # noqa: C901
        """Return a chosen block of a condition; None for one of exercises where the plan has none."""
        if choice.block in OF_EXERCISES and not self.given:
            return None
        if not is_kind(choice.block):
            return self._text(choice.block, condition)
        match choice.block:
            case "summary":
                return self._summary()
            case "trigger-point-map":
                return self._body_map(choice, condition)
            case "what-helps":
                return self._what_helps(condition)
            case "changes":
                return self._changes()
            case "phase":
                return self._phase()
            case "exercises":
                return self._exercises()
            case "pain-rule":
                return self._pain_rule()
            case "diary":
                return self._diary()
            case "about-the-muscle":
                say, muscle = self.say_of(condition), condition.muscle
                return compose_muscle(muscle, self.library, say=say, speech=self.speech) if muscle else None
            case "glossary":
                glossary = self.subject.glossary
                return compose_glossary(glossary, speech=self.speech) if glossary else None
            case "questions":
                is_chosen = choice in (self.plan.blocks or ())
                return compose_questions(choice.lines, is_chosen=is_chosen, speech=self.speech)
            case "safety":
                return compose_red_flags(self.subject.safety, self.calls, speech=self.speech)
            case "contact":
                return self._contact()
            case "sources":
                return self._imprint()
            case never:
                assert_never(never)

    def _message(self) -> Text:
        """Return what to do and what for; the aims of several conditions in one list."""
        subject = self.subject
        aims = [string_of(self.say_of(one)(one.aim)) for one in subject.conditions]
        lasting = string_of(self.say(subject.usual_time))
        return compose_message(self.given, aims, lasting=lasting, review=self.plan.review, speech=self.speech)

    def _what_helps(self, condition: Condition) -> WhatHelps:
        heading = self.subject.heading(self.speech.words.what_helps, "what-helps", condition)
        return WhatHelps(heading, tuple(map(self.say_of(condition), condition.what_helps)))

    def _text(self, block: str, condition: Condition) -> TextBlock:
        own = self.written(block, condition)
        figure = own.figure if isinstance(own, Advice) else None
        picture = self.pose(figure, self.plan.side) if figure else None
        facts = facts_of(self.plan, self.subject.conditions)
        return compose_text(
            block,
            own,
            heading=self.subject.heading(own.heading, block, condition),
            say=self._say_of_text(own, condition if block in condition.texts else None),
            speech=self.speech,
            gentler=tuple(Statement(text=one) for one in gentler_of(own, facts)),
            picture=picture,
        )

    def _say_of_text(self, own: written.TextBlock, condition: Condition | None) -> Say:
        """Return how a text is said of the sore side: of its condition, or of one of its part of the body."""
        part = own.safety if isinstance(own, Advice) else None
        of_part = (one for one in self.subject.conditions if one.region and one.safety == part)
        named = condition or next(of_part, None)
        return self.say_of(named) if named else self.say

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
            stop=compose_stop(self.subject.stop, speech=self.speech),
            show=self.plan.show or (),
            changed=changed_exercises(self.before, self.given, speech=self.speech) if self.previous else {},
            practised=self.clinic is not None and self.clinic.practised,
            us=self.us,
            speech=self.speech,
        )

    def _changes(self) -> TextBlock:
        return compose_changes(self.before, self.given, speech=self.speech)

    def _phase(self) -> TextBlock | None:
        if self.phases is None or self.plan.phase is None:
            return None
        name, phases = self.phases
        condition = next(one for one in self.subject.conditions if one.id == name)
        say = self.say_of(condition)
        return compose_phase(self.plan.phase, phases, say=say, us=self.us, speech=self.speech)

    def _diary(self) -> Diary:
        review = self.plan.review
        return compose_diary(self.given, weeks=self.weeks, start=self.day, review=review, speech=self.speech)

    def _pain_rule(self) -> PainRule:
        return compose_pain_rule(
            self.subject.pain_rule, self.given, say=self.say, us=self.us, speech=self.speech
        )

    def _contact(self) -> Contact:
        review = self.plan.review
        safeties = self.subject.safeties
        return compose_contact(self.clinic, safeties, self.calls, review=review, speech=self.speech)

    def _body_map(self, choice: BlockChoice, condition: Condition) -> BodyMap | None:
        """Return the map of a condition, with those of the chosen points that its muscle has."""
        if not condition.region or not condition.muscle:
            return None
        there = {one.number for one in self.library.find_muscle(condition.muscle).points}
        chosen = tuple(one for one in choice.points or () if one in there)
        return compose_body_map(
            condition.region,
            condition.muscle,
            self.library,
            side=self.plan.side,
            points=chosen or condition.map_points,
            heading=self.subject.heading(self.speech.words.map.heading, choice.block, condition),
            speech=self.speech,
        )

    def _imprint(self) -> Imprint:
        return compose_imprint(
            self._said(),
            {id: source.short for id, source in self.library.sources.items()},
            conditions=self.subject.conditions,
            clinic=self.clinic,
            day=self.day,
            speech=self.speech,
        )

    def _said(self) -> Iterator[object]:
        """Yield the models whose sources the chosen blocks rest on."""
        for choice in sorted(self.choices, key=lambda choice: _rank_of_sources(choice.block)):
            for condition in self.subject.having(choice.block) or (self.subject.main,):
                yield from self._models_of(choice.block, condition)

    # The type check misses no block here either.
    def _models_of(self, block: str, condition: Condition) -> Iterable[object]:  # noqa: C901
        """Return the models whose sources a block of a condition rests on."""
        if not is_kind(block):
            return [self.written(block, condition).parts]
        match block:
            case "exercises":
                return [_printed(one.exercise) for one in self.given]
            case "trigger-point-map":
                return [self.library.find_muscle(condition.muscle).points] if condition.muscle else []
            case "pain-rule":
                return [self.subject.pain_rule]
            case "what-helps":
                return [condition.what_helps]
            case "phase":
                return self.phases[1][(self.plan.phase or 1) - 1].go_on if self.phases else []
            case "about-the-muscle":
                return related_muscles(condition.muscle, self.library) if condition.muscle else []
            case "safety":
                return [*self.subject.safeties, *self.subject.stop]
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
