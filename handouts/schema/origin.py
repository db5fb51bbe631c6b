"""What a handout was made from, as its file carries it: enough to compare in words, and nothing personal."""

from typing import Annotated

from pydantic import Field, StringConstraints

from handouts.schema.base import ConditionId, Date, Id, Language, LayoutId, Model, text
from handouts.schema.dose import WrittenSide
from handouts.schema.rewording import TextName

# The digits and letters of Crockford's base 32, which has no I, L, O and U.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

ShortHash = Annotated[str, StringConstraints(pattern=f"^[{LETTERS}]{{4}}$")]
Code = Annotated[str, StringConstraints(pattern=f"^[{LETTERS}]{{4}}-[{LETTERS}]{{4}}$")]


class GivenExercise(Model):
    """One exercise as it was printed: its dose in the notation, and the short hash of its note.

    `own` is the short hash of an exercise that the plan itself writes out.
    """

    dose: Annotated[str, text(300)]
    note: ShortHash | None = None
    own: ShortHash | None = None


class Origin(Model):
    """What a handout was made from.

    Free text is there only as a hash of 20 bits, which shows a change and gives nothing away; name,
    initials and ID are not there at all.
    """

    code: Code
    program: Annotated[str, text(20)]
    condition: Annotated[tuple[ConditionId, ...], Field(min_length=1, max_length=4)]
    version: Annotated[str, text(60)]
    layout: LayoutId
    language: Language
    date: Date | None = None
    review: Date | None = None
    side: WrittenSide | None = None
    exercises: Annotated[tuple[GivenExercise, ...], Field(max_length=60)] = ()
    blocks: Annotated[tuple[Id, ...], Field(max_length=60)] = ()
    texts: dict[TextName, ShortHash] = {}
    goal: ShortHash | None = None
    note: ShortHash | None = None
    clinic: ShortHash | None = None


def read_code(typed: str) -> str | None:
    """Return a code as it is printed, from one typed in any case and with O for 0, I or L for 1.

    Returns None for what is no code.
    """
    letters = typed.upper().replace("-", "").replace(" ", "").translate(str.maketrans("OIL", "011"))
    if len(letters) != 8 or set(letters) - set(LETTERS):
        return None
    return f"{letters[:4]}-{letters[4:]}"
