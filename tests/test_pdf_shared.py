"""What is made once for many people changes no byte of anybody's handout."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path

from drawn import look
from sample_handout import handout

from handouts.compose.handout import Field, Footer, Handout
from handouts.page.handout import lay_out_handout
from handouts.pdf.pages import pdf_bytes

COMMON, LOOK = handout(), look()
# One line, a character of another font, and more lines than the others.
NAMES = ("Ana Ruiz", "Łukasz Żak", "Maximiliana Theodora Featherstonehaugh-Cholmondeley of Sampletown")


def of(name: str) -> Handout:
    identity = (Field("For", name), *COMMON.person.identity[1:])
    return replace(
        COMMON, person=replace(COMMON.person, identity=identity, footer=Footer(name, "x", "{page}"))
    )


def made(name: str) -> bytes:
    return pdf_bytes(lay_out_handout(of(name), LOOK))


def test_a_handout_does_not_depend_on_who_came_before() -> None:
    runs = [{name: sha256(made(name)).hexdigest() for name in order} for order in permutations(NAMES)]
    assert all(run == runs[0] for run in runs)


def test_the_first_handout_of_a_process_is_like_every_later_one() -> None:
    root = Path(__file__).parents[1]
    program = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from test_pdf_shared import NAMES, made; from hashlib import sha256\n"
        "print(sha256(made(NAMES[int(sys.argv[1])])).hexdigest())"
    )
    for number, name in enumerate(NAMES):
        run = subprocess.run(
            [sys.executable, "-c", program, str(number)], cwd=root, capture_output=True, check=True, text=True
        )
        assert run.stdout.strip() == sha256(made(name)).hexdigest()


def test_what_two_people_share_is_painted_once() -> None:
    one, other = (lay_out_handout(of(name), LOOK) for name in NAMES[:2])
    for mine, yours in zip(one.pages, other.pages, strict=True):
        shared = [part for part in mine.parts if part.shared]
        assert shared
        assert [part for part in yours.parts if part.shared] == shared
