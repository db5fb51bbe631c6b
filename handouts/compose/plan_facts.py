"""What is known of one plan on its way to a handout: its condition, exercises, pictures and blocks."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from handouts.compose.choosing import chosen_blocks
from handouts.compose.doses import told_apart
from handouts.compose.exercise_blocks import ExercisePicture
from handouts.compose.pictures import compose_picture
from handouts.compose.prescription import Prescription, prescribed
from handouts.compose.safety import Calls, calls_for, country_of
from handouts.compose.subject import Subject, subject_of
from handouts.compose.text import Say, Text, sayer, text_of
from handouts.library.content import Library
from handouts.library.phases import protocols_of
from handouts.library.rewordings import own_words_of
from handouts.library.words import Speech
from handouts.schema import condition as written
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Condition, Phase
from handouts.schema.layout import Layout
from handouts.schema.plan import BlockChoice, Plan
from handouts.schema.rewording import Rewording


@dataclass(frozen=True)
class PlanFacts:
    """One plan and what it chooses; `previous` is the plan from which changes are told."""

    plan: Plan
    library: Library
    clinic: Clinic | None
    logo: bytes | None
    layout: Layout
    day: datetime.date
    previous: Plan | None
    speech: Speech

    @cached_property
    def subject(self) -> Subject:
        """What it is about."""
        exercises = (one.exercise for one in self.given)
        return subject_of(self.plan.condition, self.library, self.speech, exercises)

    @cached_property
    def calls(self) -> Calls:
        """Whom to call where the clinic is."""
        return calls_for(self.clinic, country_of(self.clinic, self.plan), self.library.countries, self.speech)

    @cached_property
    def us(self) -> str:
        """Whom the reader can ask."""
        words: str = self.speech.words.us.clinic if self.clinic else self.speech.words.us.alone
        return words

    @cached_property
    def see_page(self) -> Text:
        """Where the warning signs are; the page is filled in when it is known."""
        return text_of(self.speech.words.card.see_page)

    @cached_property
    def say(self) -> Say:
        """How a statement is said of the sore side."""
        return sayer(self.plan.side, self.subject.limb, self.speech, us=self.us)

    def say_of(self, condition: Condition) -> Say:
        """Return how a statement is said of the sore side of a condition."""
        return sayer(self.plan.side, self.subject.limb_of(condition), self.speech, us=self.us)

    @cached_property
    def given(self) -> tuple[Prescription, ...]:
        """The exercises with the doses that are printed."""
        return told_apart(prescribed(self.plan, self.library), self.speech)

    @property
    def phases(self) -> tuple[str, Sequence[Phase]] | None:
        """The phases of the protocol that the plan is in one of, and of which condition they are."""
        found = protocols_of(self.subject.conditions, self.clinic)
        return found[0] if self.plan.phase and found else None

    @property
    def before(self) -> Sequence[Prescription]:
        """The exercises of the last plan, if there was one."""
        before = prescribed(self.previous, self.library) if self.previous else ()
        return told_apart(before, self.speech)

    @cached_property
    def pictures(self) -> tuple[ExercisePicture, ...]:
        """The picture of each exercise."""
        return tuple(
            compose_picture(
                one.exercise, self.library, side=one.side, speech=self.speech, people=self.plan.people
            )
            for one in self.given
        )

    @cached_property
    def choices(self) -> tuple[BlockChoice, ...]:
        """The blocks that are printed, in order."""
        return self._choices(self.layout.wants.always)

    @property
    def choices_in_any_layout(self) -> tuple[BlockChoice, ...]:
        """The blocks without those that only the layout is made of."""
        return self._choices(())

    def _choices(self, always: Sequence[str]) -> tuple[BlockChoice, ...]:
        has_previous = self.previous is not None
        return chosen_blocks(self.plan, self.subject.conditions, always=always, has_previous=has_previous)

    @property
    def weeks(self) -> int:
        """How many weeks the diary has: as the plan says, else as the layout wants."""
        asked = next((choice.weeks for choice in self.choices if choice.weeks), None)
        return asked or self.layout.wants.diary_weeks

    def written(self, block: str, condition: Condition) -> written.TextBlock:
        """Return a text of a condition, or advice that is the same for all, in own words where there are."""
        usual = condition.texts.get(block) or self.library.find_advice(block)
        own = self._own_words_of(block, condition)
        return own[1].over(usual) if own else usual

    def _own_words_of(self, block: str, condition: Condition) -> tuple[str, Rewording] | None:
        clinic = self.clinic.texts if self.clinic else None
        return own_words_of(block, condition, plan=self.plan.texts, clinic=clinic)

    @cached_property
    def own_texts(self) -> Mapping[str, Rewording]:
        """The own words that are printed, of the plan or of the clinic, by the names of their texts."""
        found = (
            self._own_words_of(choice.block, condition)
            for choice in self.choices_in_any_layout
            for condition in self.subject.having(choice.block) or (self.subject.main,)
        )
        return dict(sorted(filter(None, found)))
