"""What stands in the form of the desk, read from a browser or from a plan; it is all that a tab knows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from handouts.schema.dose import Dose, write_notation
from handouts.schema.exercise import Chosen
from handouts.schema.plan import BlockChoice, Plan, settings_of, write_plan
from handouts.source import parse_source

# The fields of one text each, in the order of the page.
TEXTS = (
    "name", "id", "side", "goal", "note", "private_note", "review", "date", "accepted",
    "layout", "paper", "colour", "printer", "duplex", "page", "heard",
    "words", "purpose", "limb", "position", "equipment", "usual", "file", "rest",
)  # fmt: skip
# The fields of a card that are a dose of one value, and those of several in the notation.
DOSE = ("sets", "reps", "hold_seconds", "times_per_day", "load", "side")
DAYS = ("days_per_week", "days", "every_days")
CARD = ("exercise", *DOSE, "days", "more", "note", "own")
# What the desk shows of a plan; all else is kept as it is.
SHOWN = {
    *("patient", "condition", "exercises", "blocks"),
    *("date", "side", "goal", "note", "private_note", "review", "layout", "paper", "accepted"),
}
MOST_CARDS = 30

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """What a tab has chosen and written; `cards` are the exercises in order, `settings` those of blocks, and
    `own` the fields of texts in own words.

    `rest` is what a plan says that the desk does not show, and `own` of a card an exercise that is written
    out, both as JSON; `usual` are the blocks that were usual when the page was made.
    """

    texts: Texts = field(default_factory=lambda: dict.fromkeys(TEXTS, ""))
    conditions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    cards: tuple[Texts, ...] = ()
    blocks: tuple[str, ...] = ()
    settings: Texts = field(default_factory=dict)
    own: Texts = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        """Return the text of a field."""
        return self.texts[key]

    def saying(self, **texts: str) -> "Form":
        """Return the form with other texts."""
        return replace(self, texts={**self.texts, **texts})


def card_of(exercise: str, **texts: str) -> Texts:
    """Return a card with the usual dose of an exercise, and what is said beside it."""
    return {**dict.fromkeys(CARD, ""), "exercise": exercise, **texts}


def read_form(sent: Mapping[str, Sequence[str]]) -> Form:
    """Return the form of what a browser sent: the texts of each field."""

    def text(name: str) -> str:
        return next((one.replace("\r\n", "\n").strip() for one in sent.get(name, ())), "")

    numbers = range(sum(name.endswith(".exercise") for name in sent))
    cards = ({key: text(f"e{number}.{key}") for key in CARD} for number in numbers)
    settings, own = (
        {name[4:]: text(name) for name in sent if name.startswith(f"{kind}.")} for kind in ("set", "own")
    )
    return Form(
        {name: text(name) for name in TEXTS},
        tuple(sent.get("condition", ())),
        tuple(sent.get("fact", ())),
        tuple(one for one in cards if one["exercise"]),
        tuple(sent.get("block", ())),
        settings,
        own,
    )


def form_of(plan: Plan) -> Form:
    """Return the form that says the same as a plan."""
    said: Mapping[str, Any] = parse_source(write_plan(plan), Path()).data
    patient = said.get("patient", {})
    kept = {key: value for key, value in said.items() if key not in SHOWN}
    if "initials" in patient:
        kept["patient"] = {"initials": patient["initials"]}
    texts = {key: str(said[key]) for key in TEXTS if isinstance(said.get(key), str)}
    texts |= {key: str(patient[key]) for key in ("name", "id") if key in patient}
    items = said.get("exercises", ())
    blocks = plan.blocks or ()
    return Form(
        {**dict.fromkeys(TEXTS, ""), **texts, "rest": json.dumps(kept) if kept else ""},
        plan.condition or (),
        plan.patient.facts if plan.patient else (),
        tuple(_card(one, item) for one, item in zip(plan.exercises or (), items, strict=True)),
        tuple(one.block for one in blocks),
        {one.block: setting for one in blocks if (setting := _setting(one))},
    )


def _card(chosen: Chosen, item: Any) -> Texts:
    """Return the card of a chosen exercise; `item` is how the plan writes it."""
    dose = {key: getattr(chosen, key) for key in Dose.model_fields}
    shown = {key: _written(dose.pop(key)) for key in DOSE}
    days = write_notation({key: dose.pop(key) for key in DAYS})
    own = "" if chosen.own is None else json.dumps(item)
    return card_of(
        chosen.exercise, **shown, days=days, more=write_notation(dose), note=chosen.note or "", own=own
    )


def _written(value: Any) -> str:
    if value is None:
        return ""
    return f"{value[0]}-{value[1]}" if isinstance(value, tuple) else str(value)


def _setting(choice: BlockChoice) -> str:
    """Return what a block is told, as its field has it."""
    values = [getattr(choice, key) for key in settings_of(choice.block)]
    said = [value for value in values if value is not None]
    return ", ".join(map(str, said[0])) if said and isinstance(said[0], tuple) else "".join(map(str, said))
