"""What a button of the desk changes in the form: `add:heel-raise`, `up:1`, `step:0:sets:+1`."""

from collections.abc import Sequence
from dataclasses import replace

from handouts.library.content import Library
from handouts.schema.amount import highest, lowest
from handouts.schema.dose import write_notation
from handouts.schema.exercise import Chosen
from handouts.schema.plan import Plan
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
    number, *more = of.split(":")
    at = int(number) if number.isdecimal() else len(form.cards)
    if at < len(form.cards):
        return _with_cards(form, _changed(name, [*form.cards], at, more, library))
    return form


def _with_cards(form: Form, cards: Sequence[Texts]) -> Form:
    return replace(form, cards=tuple(cards))


def _changed(
    name: str, cards: list[Texts], at: int, more: Sequence[str], library: Library
) -> Sequence[Texts]:
    """Return the cards after a button of one of them."""
    match name:
        case "up":
            return _moved(cards, at, at - 1)
        case "down":
            return _moved(cards, at, at + 1)
        case "move" if more and more[0].isdecimal():
            return _moved(cards, at, int(more[0]))
        case "remove":
            cards.pop(at)
        case "usual":
            # The usual dose, and its note as it was.
            kept = {key: cards[at][key] for key in ("note", "own")}
            cards[at] = card_of(cards[at]["exercise"], **kept)
        case "step" if len(more) == 2 and more[0] in STEPS:
            cards[at] = _stepped(cards[at], *more, library=library)
        case "easier" | "harder":
            cards[at] = _on_rung(cards[at], name, library)
    return cards


def _moved(cards: list[Texts], at: int, to: int) -> list[Texts]:
    card = cards.pop(at)
    cards.insert(max(to, 0), card)
    return cards


def rung_of(exercise: str, which: str, library: Library) -> dict[str, str] | None:
    """Return what a step easier or harder changes on a card, None where the library has no such step."""
    found = library.find_exercise(exercise) if exercise in library.ids("exercises") else None
    rung = (found.easier if which == "easier" else found.harder) if found else None
    if rung is None:
        return None
    if rung.exercise:
        return {"exercise": rung.exercise}
    return {key: str(value) for key in ("sets", "reps") if (value := getattr(rung, key))} or None


def _on_rung(card: Texts, which: str, library: Library) -> Texts:
    """Return a card with another exercise, in its usual dose, or with the dose that one builds up to."""
    changed = rung_of(card["exercise"], which, library) or {}
    if "exercise" in changed:
        return card_of(changed["exercise"], note=card["note"])
    return {**card, **changed}


def _stepped(card: Texts, key: str, way: str, *, library: Library) -> Texts:
    """Return a card with a number one step up or down, from the usual one where none is written."""
    least, by = STEPS[key]
    low, high = _ends(card[key] or usual_value(card["exercise"], key, library))
    step = by if way == "+" else -by
    low, high = max(low + step, least), max(high + step, least)
    return {**card, key: f"{low}" if low == high else f"{low}-{high}"}


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
