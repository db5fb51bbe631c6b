"""What all models share: frozen, no unknown keys, and the kinds of text and id."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Model(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SourceId = Id
SeedId = Annotated[str, StringConstraints(pattern=r"^S[12]-\d\d$")]


def text(longest: int) -> StringConstraints:
    """Return the rule for one line of text of at most `longest` characters."""
    return StringConstraints(min_length=1, max_length=longest, strip_whitespace=True, pattern=r"^[^\r\n]*$")


Label = Annotated[str, text(40)]
Line = Annotated[str, text(120)]
Sentence = Annotated[str, text(400)]


class Statement(Model):
    """One thing that is said to a patient, with the sources it rests on.

    `text` may carry `**strong words**` and the placeholders `{side}` and `{leg}`.
    `seeds` names the numbered statements of the first two articles that it carries or corrects.
    """

    text: Sentence
    sources: tuple[SourceId, ...] = ()
    seeds: tuple[SeedId, ...] = ()
