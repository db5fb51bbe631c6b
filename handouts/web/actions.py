"""What a button of the desk changes in the form: `add:heel-raise`, `up:1`, `step:0:sets:+1`."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handouts.library.content import Library
from handouts.schema.amount import highest, lowest
from handouts.schema.chosen import Chosen
from handouts.schema.plan import Plan
from handouts.schema.write_dose import write_notation
from handouts.web.form import DAYS, MOST_CARDS, Form, Texts, card_of, form_of

# A dose that is stepped goes up and down by so much, and not below the first number.
STEPS = {"sets": (1, 1), "reps": (1, 1), "hold_seconds": (0, 5), "times_per_day": (1, 1)}


def act(form: Form, said: str, library: Library, usual: Sequence[Chosen]) -> Form:
    """Return the form after a button was pressed; `usual` are the exercises that its conditions would have.

    A button that is none, or of a card that is gone, changes nothing.
    """
    name, _, of = said.partition(":")
    if name == "add" and of in library.ids("exercises") and len(form.cards) < MOST_CARDS:
        return _with_cards(form, (*form.cards, card_of(of)))
    if name == "usual-exercises":
        return _with_cards(form, form_of(Plan(exercises=tuple(usual))).cards)
    if name == "review":
        return form.saying(review=of)
    if name == "page":
        return form.saying(page=of)
    if name in CARD_ACTIONS:
        number, *more = of.split(":")
        at = int(number) if number.isdecimal() else len(form.cards)
        if at < len(form.cards):
            return _with_cards(form, CARD_ACTIONS[name]([*form.cards], at, more, library))
    return form


def _with_cards(form: Form, cards: Sequence[Texts]) -> Form:
    return replace(form, cards=tuple(cards))


def _moved(cards: list[Texts], at: int, to: int) -> list[Texts]:
    card = cards.pop(at)
    cards.insert(max(to, 0), card)
    return cards


def _up(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    return _moved(cards, at, at - 1)


def _down(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    return _moved(cards, at, at + 1)


def _move(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    return _moved(cards, at, int(more[0])) if more and more[0].isdecimal() else cards


def _remove(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    return [*cards[:at], *cards[at + 1 :]]


def _usual(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    """Return the cards with the usual dose on one, and its note as it was."""
    kept = {key: cards[at][key] for key in ("note", "own")}
    return [*cards[:at], card_of(cards[at]["exercise"], **kept), *cards[at + 1 :]]


def rung_of(exercise: str, which: str, library: Library) -> dict[str, str] | None:
    """Return what a step easier or harder changes on a card, None where the library has no such step."""
    found = library.find_exercise(exercise) if exercise in library.ids("exercises") else None
    rung = (found.easier if which == "easier" else found.harder) if found else None
    if rung is None:
        return None
    if rung.exercise:
        return {"exercise": rung.exercise}
    return {key: str(value) for key in ("sets", "reps") if (value := getattr(rung, key))} or None


def _easier(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    return _on_rung(cards, at, "easier", library)


def _harder(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    return _on_rung(cards, at, "harder", library)


def _on_rung(cards: list[Texts], at: int, which: str, library: Library) -> list[Texts]:
    """Return the cards with another exercise, in its usual dose, or with the dose that one builds up to."""
    changed = rung_of(cards[at]["exercise"], which, library) or {}
    card = {**cards[at], **changed}
    if "exercise" in changed:
        card = {**card_of(changed["exercise"], note=cards[at]["note"])}
    return [*cards[:at], card, *cards[at + 1 :]]


def _step(cards: list[Texts], at: int, more: Sequence[str], library: Library) -> list[Texts]:
    """Return the cards with a number one step up or down, from the usual one where none is written."""
    key, way = more if len(more) == 2 and more[0] in STEPS else ("", "")
    if not key:
        return cards
    least, by = STEPS[key]
    low, high = _ends(cards[at][key] or usual_value(cards[at]["exercise"], key, library))
    step = by if way == "+" else -by
    low, high = max(low + step, least), max(high + step, least)
    return [*cards[:at], {**cards[at], key: f"{low}" if low == high else f"{low}-{high}"}, *cards[at + 1 :]]


def _ends(text: str) -> tuple[int, int]:
    """Return the two ends of a number or a range; nothing written is 0."""
    parts = [int(part) for part in text.replace(" ", "").split("-") if part.isdecimal() and len(part) < 5]
    return (parts[0], parts[-1]) if parts else (0, 0)


def usual_value(exercise: str, key: str, library: Library) -> str:
    """Return a value of the usual dose of an exercise as its field has it; nothing where it has none."""
    if exercise not in library.ids("exercises"):
        return ""
    dose = library.find_exercise(exercise).dose
    if key == "days":
        return write_notation({one: getattr(dose, one, None) for one in DAYS})
    value = getattr(dose, key, None)
    if value is None or isinstance(value, str):
        return value or ""
    low, high = lowest(value), highest(value)
    return f"{low}" if low == high else f"{low}-{high}"


CARD_ACTIONS: dict[str, Callable[[list[Texts], int, Sequence[str], Library], list[Texts]]] = {
    "up": _up,
    "down": _down,
    "move": _move,
    "remove": _remove,
    "usual": _usual,
    "step": _step,
    "easier": _easier,
    "harder": _harder,
}
