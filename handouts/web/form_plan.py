"""The form of the desk as a plan, in which every value has the field that it comes from for its place."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from handouts.characters import made_plain
from handouts.problems import ContentError, Problem
from handouts.schema.notation import read_chosen
from handouts.schema.plan import settings_of
from handouts.source import (
    Data,
    Location,
    Place,
    Source,
    merged,
    plain_value,
    refuse_hidden_characters,
)
from handouts.web.form import DOSE, Form, Texts
from handouts.web.reword import HEADING, TEXT, Rewordable, own_words

# What problems of the form call it; nobody sees it, for they stand at their fields.
PLAN = Path("the plan")
# Where a field of another name is in a plan.
NAMED: Mapping[Location, str] = {
    ("patient", "name"): "name",
    ("patient", "id"): "id",
    ("patient", "facts"): "facts",
}


class FormPlan:
    """A form as the source of a plan, and the problems of what cannot be said in one.

    Each value has a line of its own, by which its field is found again.
    """

    def __init__(self, form: Form, usual_blocks: Sequence[str], texts: Sequence[Rewordable]) -> None:
        """Read the fields of a form; blocks and texts that are the usual ones are left out."""
        self.problems: list[Problem] = []
        self._locations: list[Location] = [()]
        self._written: dict[Location, str] = {}
        data = {**self._texts(form), **self._patient(form), **self._lists(form, usual_blocks)}
        rest = _kept(form["rest"])
        rest = dict(rest) if isinstance(rest, Mapping) else {}
        chosen = chosen_blocks(form, usual_blocks)
        own = self._own_words(form, rest.pop("texts", {}), [one for one in texts if one.block in chosen])
        data = merged({**data, **({"texts": own} if own else {})}, rest)
        self._locations += [at for at, _ in _values(data)]
        numbers = {at: line for line, at in enumerate(self._locations, start=1)}
        places = {at: Place(line, 1) for at, line in numbers.items()}
        self.source = Source(PLAN, data, places, self._written)

    def told(self, problems: Sequence[Problem]) -> dict[str, list[str]]:
        """Return what problems say, by their fields; what has no field is that of the whole `plan`."""
        found: dict[str, list[str]] = {}
        for one in dict.fromkeys(problems):
            here = one.path == PLAN and 0 < one.line <= len(self._locations)
            name = field_of(self._locations[one.line - 1]) if here else one.cell or "plan"
            said = f"{one.message} {one.hint}".strip().removeprefix("warning: ")
            found.setdefault(name, []).append(said[:1].upper() + said[1:])
        return found

    def _texts(self, form: Form) -> dict[str, Data]:
        keys = ("date", "side", "goal", "note", "private_note", "review", "layout", "paper", "accepted")
        said: dict[str, Data] = {key: self._plain(form[key], key) for key in keys if form[key]}
        if form.conditions:
            said["condition"] = form.conditions
        return said

    def _patient(self, form: Form) -> dict[str, Data]:
        patient: dict[str, Data] = {key: self._plain(form[key], key) for key in ("name", "id") if form[key]}
        if form.facts:
            patient["facts"] = form.facts
        return {"patient": patient} if patient else {}

    def _lists(self, form: Form, usual: Sequence[str]) -> dict[str, Data]:
        said: dict[str, Data] = {}
        if form.cards:
            said["exercises"] = tuple(self._exercise(number, one) for number, one in enumerate(form.cards))
        blocks = tuple(self._block(one, form.settings.get(one, "")) for one in chosen_blocks(form, usual))
        if blocks != tuple(usual):
            said["blocks"] = blocks
        return said

    def _own_words(self, form: Form, kept: Data, texts: Sequence[Rewordable]) -> dict[str, Data]:
        """Return the own words of the fields, and those that are kept of texts that have no field."""
        fields = {name: self._plain(text, f"own.{name}") for name, text in form.own.items()}
        sent = [one for one in texts if {f"{one.name}.{key}" for key in (HEADING, TEXT)} & fields.keys()]
        named = {name for one in sent for name in (one.name, one.block)}
        others = kept if isinstance(kept, Mapping) else {}
        return {
            **{name: said for name, said in others.items() if name not in named},
            **own_words(fields, sent),
        }

    def _exercise(self, number: int, card: Texts) -> Data:
        """Return an exercise as a plan writes it out, with a key for each field."""
        own = _kept(card["own"])
        if isinstance(own, Mapping):
            return own
        data: dict[str, Data] = {"exercise": card["exercise"]}
        for key in ("days", "more"):
            said = read_chosen(f"{card['exercise']} {self._plain(card[key], f'e{number}.{key}')}")
            data |= said.values
            for fault in said.faults:
                self.problems.append(Problem(PLAN, 0, 0, fault.message, fault.hint, f"e{number}.{key}"))
        for key in (*DOSE, "note"):
            if card[key]:
                text = self._plain(card[key], f"e{number}.{key}")
                data[key] = (
                    text if key in ("note", "load") else self._number(text, ("exercises", number, key))
                )
        return data

    def _block(self, block: str, setting: str) -> Data:
        keys = settings_of(block)
        if not keys or not setting:
            return block
        values = [
            plain_value(one.strip()) for one in self._plain(setting, "blocks").split(",") if one.strip()
        ]
        return {
            "block": block,
            keys[0]: tuple(values) if keys[0] == "points" else values[0] if values else None,
        }

    def _number(self, text: str, at: Location) -> Data:
        value = plain_value(text)
        if isinstance(value, int | float):
            self._written[at] = text
        return value

    def _plain(self, text: str, name: str) -> str:
        """Return a text without hidden characters, which are a problem of its field."""
        try:
            refuse_hidden_characters(text, PLAN)
        except ContentError as error:
            self.problems += [Problem(PLAN, 0, 0, one.message, one.hint, name) for one in error.problems]
            return ""
        return made_plain(text)


def chosen_blocks(form: Form, usual: Sequence[str]) -> Sequence[str]:
    """Return the blocks of a form; where nobody has changed them, those that are usual now."""
    return usual if not form.blocks or form.blocks == tuple(form["usual"].split()) else form.blocks


def field_of(location: Location) -> str:
    """Return the name of the field that a place of the plan comes from."""
    for at, name in NAMED.items():
        if location[: len(at)] == at:
            return name
    if location[:1] == ("exercises",) and len(location) > 1:
        key = location[2] if len(location) > 2 else "exercise"
        shown = key if key in (*DOSE, "note", "exercise") else "more"
        return f"e{location[1]}.{shown}"
    if location[:1] == ("texts",) and len(location) > 1:
        return f"own.{location[1]}.{HEADING if HEADING in location else TEXT}"
    return str(location[0]) if location else "plan"


def _kept(text: str) -> Any:
    """Return what was kept as JSON, None where somebody has changed it to what is none."""
    try:
        return _frozen(json.loads(text)) if text else None
    except (ValueError, RecursionError):
        return None


def _frozen(value: Any) -> Data:
    if isinstance(value, Mapping):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _values(data: Data, at: Location = ()) -> Iterator[tuple[Location, Data]]:
    """Yield every value inside data with its location."""
    items = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, tuple) else ()
    for part, value in items:
        yield (*at, part), value
        yield from _values(value, (*at, part))
