"""Every change of a picture is seen in review: its fingerprint stands in `tests/fingerprints.txt`.

Look at a picture that changed (`handouts show ID --png picture.png`, in colour and with a grey printer), then
write its line anew with `pytest --update-golden`. The pictures of all exercises are laid in
`build/pictures.png` at each run.
"""

import dataclasses
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from posed import FIGURES, drawn

from handouts.commands.pictures import write_contact_sheet
from handouts.library import CONTENT
from handouts.library.content import Library

SEEN = Path(__file__).parent / "fingerprints.txt"
ARTEFACT = Path(__file__).parent.parent / "build" / "pictures.png"


def told(value: Any) -> Iterator[str]:
    """Yield all numbers and words of a shape; a place is told to a hundredth of a percent of body height."""
    if isinstance(value, complex):
        # Adding nothing makes a plain 0 of a negative one.
        yield f"{round(value.real, 2) + 0:.2f} {round(value.imag, 2) + 0:.2f}"
    elif isinstance(value, tuple):
        # A shape is a tuple with a name.
        yield from [type(value).__name__] if hasattr(value, "_fields") else []
        for part in value:
            yield from told(part)
    elif dataclasses.is_dataclass(value):
        yield type(value).__name__
        for field in dataclasses.fields(value):
            yield from told(getattr(value, field.name))
    else:
        yield f"{value:.2f}" if isinstance(value, float) else str(value)


def fingerprint(name: str) -> str:
    picture = drawn(name)
    digest = sha256("\n".join(told(picture.shapes)).encode()).hexdigest()[:12]
    return f"{name} {picture.width:.1f} x {picture.height:.1f} {digest}"


def test_every_picture_is_as_it_was_approved(golden: Callable[[Path, str], None]) -> None:
    golden(SEEN, "".join(f"{fingerprint(name)}\n" for name in FIGURES))


def test_a_joint_that_moves_by_little_changes_the_fingerprint() -> None:
    shape = drawn("heel-raise").shapes[-1]
    moved = shape._replace(points=tuple(point + 0.05 for point in shape.points))  # type: ignore[call-arg, union-attr]
    assert [*told(shape)] != [*told(moved)]
    assert [*told(shape)] == [*told(shape._replace())]


def test_the_pictures_of_all_exercises_are_laid_side_by_side() -> None:
    ARTEFACT.parent.mkdir(exist_ok=True)
    library = Library(CONTENT)
    exercises = [library.find_exercise(one) for one in library.ids("exercises")]
    write_contact_sheet(ARTEFACT, exercises, library=library)
    assert ARTEFACT.read_bytes().startswith(b"\x89PNG")
