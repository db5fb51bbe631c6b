"""Turn a checked plan into what a handout says to everyone with it, block by block."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import assert_never

from handouts.compose.changes import compose_changes
from handouts.compose.choosing import EXERCISES, OF_EXERCISES, SAFETY
from handouts.compose.clinic import compose_letterhead, compose_links, compose_sheet_clinic, with_links
from handouts.compose.exercises import compose_diary, compose_exercises, compose_pain_rule
from handouts.compose.handout import Block, Content
from handouts.compose.information_blocks import BodyMap, WhatHelps
from handouts.compose.origin import compose_origin, digest_of
from handouts.compose.pictures import compose_body_map
from handouts.compose.plan_facts import PlanFacts
from handouts.compose.safety import compose_contact, compose_help_strip, compose_red_flags
from handouts.compose.summary import compose_message, compose_own_words, compose_summary
from handouts.compose.text import Text, string_of
from handouts.compose.text_blocks import (
    compose_glossary,
    compose_imprint,
    compose_muscle,
    compose_phase,
    compose_questions,
    compose_status,
    compose_text,
    related_muscles,
)
from handouts.library.words import fill
from handouts.schema.condition import Condition
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
        own = compose_own_words(self, blocks)
        strip = compose_help_strip(subject.safety, self.calls, self.see_page)
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
        return replace(content, digest=digest_of(content, compose_status(self, issued)))

    @cached_property
    def origin(self) -> Origin:
        """What the handout is made from, with the code of what it says."""
        return compose_origin(self, self.content)

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
            return compose_text(choice.block, condition, self)
        plan, speech, subject = self.plan, self.speech, self.subject
        match choice.block:
            case "summary":
                goal, note = plan.goal, plan.note
                return compose_summary(self.given, self.pictures, speech=speech, goal=goal, note=note)
            case "trigger-point-map":
                return self._body_map(choice, condition)
            case "what-helps":
                heading = subject.heading(speech.words.what_helps, choice.block, condition)
                return WhatHelps(heading, tuple(map(self.say_of(condition), condition.what_helps)))
            case "changes":
                return compose_changes(self.before, self.given, speech=speech)
            case "phase":
                return compose_phase(self)
            case "exercises":
                return compose_exercises(self)
            case "pain-rule":
                return compose_pain_rule(self)
            case "diary":
                return compose_diary(self)
            case "about-the-muscle":
                return compose_muscle(condition, self)
            case "glossary":
                return compose_glossary(self)
            case "questions":
                return compose_questions(choice, self)
            case "safety":
                return compose_red_flags(subject.safety, self.calls)
            case "contact":
                return compose_contact(self.clinic, subject.safeties, self.calls, plan.review)
            case "sources":
                return compose_imprint(self._said(), self)
            case never:
                assert_never(never)

    def _message(self) -> Text:
        """Return what to do and what for; the aims of several conditions in one list."""
        subject = self.subject
        aims = [string_of(self.say_of(one)(one.aim)) for one in subject.conditions]
        lasting = string_of(self.say(subject.usual_time))
        return compose_message(self.given, aims, lasting=lasting, review=self.plan.review, speech=self.speech)

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
