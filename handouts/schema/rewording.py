"""Own words in the place of those of a text, which a plan or a clinic says without copying the condition."""

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from handouts.schema.base import ID_PATTERN, LONGEST_ID, ByName, Model, Statement, text
from handouts.schema.condition import Part, TextBlock

Written = TypeVar("Written", bound=TextBlock)
# A text by its block, `overview`, or that of one condition, `heel-pain.overview`.
_ID = ID_PATTERN.strip("^$")
NAME_PATTERN = rf"^({_ID}\.)?{_ID}$"
Number = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?$")]


class Rewording(Model):
    """Own words: of the heading, of some paragraphs, or of the whole text.

    In its file the whole text may be a paragraph alone, or a list of paragraphs and other parts.
    """

    heading: Annotated[str, text(34)] | None = None
    """The heading in place of the usual one."""
    paragraphs: Annotated[dict[Number, Statement], Field(min_length=1)] | None = None
    """Single parts of the text by their numbers, such as {"2": …}."""
    parts: Annotated[tuple[Part, ...], Field(min_length=1)] | None = None
    """The whole text: paragraphs, bullets, steps."""

    @model_validator(mode="before")
    @classmethod
    def _spell_out(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"parts": ({"text": value},)}
        if isinstance(value, tuple):
            value = {"parts": value}
        if isinstance(value, dict) and isinstance(value.get("parts"), tuple):
            parts = ({"text": one} if isinstance(one, str) else one for one in value["parts"])
            return {**value, "parts": tuple(parts)}
        return value

    def over(self, block: Written) -> Written:
        """Return a text with these words in place of its own."""
        parts = list(self.parts or block.parts)
        for number, said in (self.paragraphs or {}).items():
            at = int(number) - 1
            parts[at] = Part(heading=parts[at].heading, text=said)
        return block.model_copy(update={"heading": self.heading or block.heading, "parts": tuple(parts)})


TextName = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=2 * LONGEST_ID + 1)]
Texts = Annotated[dict[TextName, Rewording], AfterValidator(ByName)]


def parted_name(name: str) -> tuple[str, str]:
    """Return the condition that the name of a text says, or nothing, and the block: `heel-pain`, `causes`."""
    condition, _, block = name.rpartition(".")
    return condition, block
