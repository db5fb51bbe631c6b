"""What a handout is about: one condition, several together, or the general one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from handouts.library.chosen import GENERAL, find_conditions, safeties_of
from handouts.library.content import Library
from handouts.library.references import has_block
from handouts.library.words import Speech, fill
from handouts.schema.base import Limb, Sign, Statement
from handouts.schema.condition import Band, Condition, PainRule, Safety, WarningSign
from handouts.schema.exercise import Exercise
from handouts.schema.plan import is_kind
from handouts.schema.reference import Glossary, Term

# The signs of a safety file by how soon help is needed, the worst first.
LEVELS = ("emergency", "hospital", "today")


@dataclass(frozen=True)
class Subject:
    """The conditions of a handout in order, and its exercises.

    Several conditions have the title and the ways of the general one.
    """

    conditions: tuple[Condition, ...]
    library: Library
    speech: Speech
    exercises: tuple[Exercise, ...] = ()

    @cached_property
    def main(self) -> Condition:
        """The one condition, or the general one where there are several."""
        (first, *others) = self.conditions
        return self.library.find_condition(GENERAL) if others else first

    @property
    def subtitle(self) -> str:
        """The subtitle of the one condition, or which several they are."""
        several = len(self.conditions) > 1
        titles = self.speech.words.separator.join(one.title for one in self.conditions)
        return titles if several else self.main.subtitle

    @property
    def version(self) -> str:
        """The version of the content, or the versions of each condition that has another."""
        return self.speech.listed(list(dict.fromkeys(one.version for one in self.conditions)))

    @property
    def usual_time(self) -> Statement:
        """How long it usually takes, or the general words where that is not the same for all."""
        (first, *others) = self.conditions
        return (
            first.usual_time
            if all(one.usual_time == first.usual_time for one in others)
            else self.main.usual_time
        )

    @property
    def pain_rule(self) -> PainRule:
        """The pain rule; where those of conditions and exercises differ, the strictest in general words.

        A patient keeps to one rule, not to one for each part of the body, and less pain than allowed does no
        harm. The words of one condition would be untrue of another, such as `safe for the tendon`.
        """
        rules = [one.pain_rule for one in self.conditions]
        general = rules[0]
        if len(rules) > 1 or self._is_of_more:
            general = self.library.find_condition(GENERAL).pain_rule
        rules += [general] if self._is_of_more else []
        if all(one == rules[0] for one in rules):
            return rules[0]
        return _strictest(rules, general, remark=self.speech.words.pain.for_all)

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The parts of the body of the exercises, by the ids of their warning signs."""
        return tuple(dict.fromkeys(safeties_of(self.exercises, self.conditions, self.library)))

    @cached_property
    def _own_parts(self) -> tuple[str, ...]:
        """The parts of the body of the conditions."""
        return tuple(dict.fromkeys(one.safety for one in self.conditions))

    @property
    def _is_of_more(self) -> bool:
        """Whether an exercise is for a part of the body that none of the conditions is of."""
        return not {*self._parts} <= {*self._own_parts}

    @cached_property
    def safeties(self) -> tuple[Safety, ...]:
        """The warning signs of each part of the body, each file once; of no condition the general ones."""
        without = self.conditions[0].id == GENERAL
        ids = self._own_parts if without else dict.fromkeys([*self._own_parts, *self._parts])
        return tuple(map(self.library.find_safety, ids))

    @property
    def stop(self) -> tuple[WarningSign, ...]:
        """What to stop for, of each part of the body, each sign once."""
        ids = dict.fromkeys([*self._own_parts, *self._parts])
        return _each_once([self.library.find_safety(one).stop for one in ids], set())

    @cached_property
    def safety(self) -> Safety:
        """The warning signs of all regions: the same sign once, where it is the worst; worst first."""
        first = self.safeties[0]
        return first if len(self.safeties) == 1 else _merged(self.safeties)

    @property
    def glossary(self) -> Glossary | None:
        """The words of the trade of all conditions, each once."""
        ids = dict.fromkeys(one.glossary for one in self.conditions if one.glossary)
        found = [*map(self.library.find_glossary, ids)]
        terms: dict[str, Term] = {}
        for term in (term for one in found for term in one.terms):
            terms.setdefault(term.term.casefold(), term)
        return found[0].model_copy(update={"terms": tuple(terms.values())}) if found else None

    def limb_of(self, condition: Condition) -> Limb:
        """Return what a condition is of: what it says itself, else the limb of its region."""
        if condition.limb or not condition.region:
            return condition.limb or "body"
        return self.library.find_region(condition.region).limb

    @cached_property
    def limb(self) -> Limb:
        """What the handout is of: the limb of its regions, else of its exercises, else the body."""
        regional = [self.limb_of(one) for one in self.conditions if one.region or one.limb]
        limbs = {*regional} or {one.limb for one in self.exercises if one.sides == "each"}
        return limbs.pop() if len(limbs) == 1 else "body"

    def having(self, block: str) -> tuple[Condition, ...]:
        """Return the conditions that say a block of their own; none for a block that is not of a condition.

        Of those that share a muscle only the first has its map and tells of it.
        """
        if not is_kind(block):
            return tuple(one for one in self.conditions if block in one.texts)
        if block not in OF_A_CONDITION:
            return ()
        found = [one for one in self.conditions if has_block(one, block)]
        if block == "what-helps":
            return tuple(found)
        once = {one.muscle: one for one in reversed(found)}
        return tuple(one for one in found if one in once.values())

    def heading(self, heading: str, block: str, condition: Condition) -> str:
        """Return the heading of a block, of several conditions with the one that it is of."""
        if len(self.conditions) < 2 or condition not in self.having(block):
            return heading
        return fill(self.speech.words.of_condition, condition=condition.title, heading=heading)


# The blocks of all conditions that each says in its own way; the other blocks are said of all together.
OF_A_CONDITION = ("trigger-point-map", "about-the-muscle", "what-helps")


def subject_of(
    named: Sequence[str] | None, library: Library, speech: Speech, exercises: Iterable[Exercise] = ()
) -> Subject:
    """Return what a plan is about; raise ContentError for a condition that is not there."""
    return Subject(find_conditions(named, library), library, speech, tuple(exercises))


def _strictest(rules: Sequence[PainRule], general: PainRule, *, remark: str) -> PainRule:
    """Return the general rule with the numbers that allow the least pain, and a remark that it is for all.

    The long words of a light name numbers of their own: where its numbers are others, the short ones stand.
    """
    bands: list[Band] = []
    for band, *others in zip(general.bands, *(one.bands for one in rules), strict=True):
        high = min(one.high for one in others)
        low = bands[-1].high + 1 if bands else band.low
        text = band.text if (low, high) == (band.low, band.high) else band.short
        bands.append(band.model_copy(update={"low": low, "high": high, "text": text}))
    sources = tuple(dict.fromkeys(source for one in (general, *rules) for source in one.sources))
    new = {"bands": tuple(bands), "scale": f"{general.scale} {remark}", "sources": sources}
    return general.model_copy(update=new)


def _merged(safeties: Sequence[Safety]) -> Safety:
    """Return the warning signs of several files as one."""
    said: set[str] = set()
    signs = {level: _each_once([getattr(one, level) for one in safeties], said) for level in LEVELS}
    questions = (
        "foot",
        "clot_risk",
        "strip_emergency",
        "strip_today",
        "strip_today_action",
        "strip_hospital",
    )
    joined = {key: _joined([getattr(one, key) for one in safeties]) for key in questions}
    return safeties[0].model_copy(update=signs | joined)


def _each_once(files: Sequence[Sequence[WarningSign]], said: set[str]) -> tuple[WarningSign, ...]:
    """Return the signs of several files that were not `said` before, and add them to these.

    Each file has its worst first: the first of every file stand before the second of any.
    """
    kept: list[WarningSign] = []
    said |= {covered for file in files for sign in file for covered in sign.covers}
    for sign in (sign for rank in zip_longest(*files) for sign in rank if sign):
        names = {sign.text.casefold(), *filter(None, [sign.sign])}
        if not said & names:
            kept.append(sign)
        said |= names
    return tuple(kept)


def _joined(statements: Iterable[Sign | None]) -> Sign | None:
    """Return statements as one, each text once, with the sources of all."""
    found = [*filter(None, statements)]
    if not found:
        return None
    texts = dict.fromkeys(one.text for one in found)
    sources = dict.fromkeys(source for one in found for source in one.sources)
    return found[0].model_copy(update={"text": " ".join(texts), "sources": tuple(sources)})
