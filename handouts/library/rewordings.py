"""Find what is wrong with own words in the place of a text's: the text, its paragraphs, the marks in them."""

from collections.abc import Iterator, Mapping, Sequence

from handouts.library.content import Library
from handouts.library.own_exercises import part_of
from handouts.problems import Problem, did_you_mean, listed
from handouts.schema.condition import Condition, TextBlock
from handouts.schema.placeholders import unread_marks
from handouts.schema.plan import is_kind
from handouts.schema.rewording import Rewording
from handouts.source import Source

SAFETY = "safety"


def unfit_texts(
    texts: Mapping[str, Rewording], source: Source, conditions: Sequence[Condition], library: Library
) -> Iterator[Problem]:
    """Yield what is wrong with the `texts` of a plan or a clinic, for these conditions."""
    for block, own in texts.items():
        at = ("texts", block)
        if is_kind(block):
            hint = "A plan can move them; a `note` says what is to be added." if block == SAFETY else ""
            message = "the warning signs cannot be reworded." if block == SAFETY else _no_text(block)
            yield source.problem(at, message, hint, at_key=True)
            continue
        found = _texts_called(block, conditions, library)
        if not found:
            known = [*(text for one in conditions for text in one.texts), *library.ids("advice")]
            hint = did_you_mean(block, known) or f"There are {listed(dict.fromkeys(known), last='and')}."
            yield source.problem(at, f"there is no text `{block}` to reword.", hint, at_key=True)
            continue
        fewest = min(len(one.parts) for one in found)
        for number in own.paragraphs or {}:
            if int(number) > fewest:
                message = f"`{block}` has no paragraph {number}; it has {fewest}."
                yield source.problem((*at, "paragraphs", number), message, at_key=True)
        yield from unread_marks(own, part_of(source, at))


def _texts_called(block: str, conditions: Sequence[Condition], library: Library) -> list[TextBlock]:
    own: list[TextBlock] = [one.texts[block] for one in conditions if block in one.texts]
    return own or ([library.find_advice(block)] if block in library.ids("advice") else [])


def _no_text(block: str) -> str:
    return f"`{block}` is put together by the program and has no text to reword."
