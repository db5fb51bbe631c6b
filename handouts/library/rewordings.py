"""Find what is wrong with own words in the place of a text's: the text, its paragraphs, the marks in them."""

from collections.abc import Iterator, Mapping, Sequence

from handouts.library.content import Library
from handouts.problems import Problem, did_you_mean, listed
from handouts.schema.condition import Condition, TextBlock
from handouts.schema.placeholders import unread_marks
from handouts.schema.plan import is_kind
from handouts.schema.rewording import Rewording, Texts, parted_name
from handouts.source import Source

SAFETY = "safety"


def own_words_of(
    block: str, condition: Condition, *, plan: Texts | None, clinic: Texts | None
) -> tuple[str, Rewording] | None:
    """Return the own words for a text of a condition, with their name; those of the plan come first.

    In a plan, `overview` is the text that the plan prints. A clinic's file is for every condition, so
    there a block alone is only the text that conditions share.
    """
    name = f"{condition.id}.{block}"
    shared = None if block in condition.texts else clinic
    for key, texts in ((name, plan), (block, plan), (name, clinic), (block, shared)):
        if texts and key in texts:
            return key, texts[key]
    return None


def unfit_texts(
    texts: Texts,
    source: Source,
    conditions: Sequence[Condition],
    library: Library,
    *,
    shared: bool = False,
) -> Iterator[Problem]:
    """Yield what is wrong with the `texts` of a plan, or with those of a clinic, `shared` by its plans."""
    for name, own in texts.items():
        condition, block = parted_name(name)
        at = ("texts", name)
        named = [one for one in conditions if condition in ("", one.id)]
        # What it can mean, by the names in full.
        found = {f"{one.id}.{block}": one.texts[block] for one in named if block in one.texts}
        if not condition and block in library.ids("advice") and (shared or not found):
            found = {block: library.find_advice(block)}
        if not (name in found or (len(found) == 1 and not shared)):
            yield source.problem(at, *_misnamed(name, found, conditions, library), at_key=True)
            continue
        usual = next(iter(found.values()))
        for number in own.paragraphs or {}:
            if int(number) > len(usual.parts):
                message = f"`{name}` has no paragraph {number}; it has {len(usual.parts)}."
                yield source.problem((*at, "paragraphs", number), message, at_key=True)
        yield from unread_marks(own, source.part(at))


def _misnamed(
    name: str, found: Mapping[str, TextBlock], conditions: Sequence[Condition], library: Library
) -> tuple[str, str]:
    """Return what to say of a name that means no text, or one of several, and the way out."""
    condition, block = parted_name(name)
    if block == SAFETY:
        hint = "A plan can move them; a `note` says what is to be added."
        return "the warning signs cannot be reworded.", hint
    if is_kind(block):
        return f"`{block}` is put together by the program and has no text to reword.", ""
    if found:
        message = f"`{name}` is another text in each condition."
        return message, f"Say of which: {listed(found)}."
    of_conditions = [f"{one.id}.{text}" if condition else text for one in conditions for text in one.texts]
    known = [*dict.fromkeys([*of_conditions, *(() if condition else library.ids("advice"))])]
    hint = did_you_mean(name, known) or (f"There are {listed(known, last='and')}." if known else "")
    return f"there is no text `{name}` to reword.", hint
