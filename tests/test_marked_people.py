"""People of one roster whose every word is marked: no mark may be on a page, or in a file, of another."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commands import write_plan
from pypdfium2 import PdfDocument
from rosters import made, person, write_csv
from stacks import merged, texts

from handouts.commands.surroundings import find_files
from handouts.library import LAYOUTS
from handouts.library.layouts import layout_ids
from handouts.library.plan_options import PlanOptions
from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import compose, lay_out
from handouts.request import read_request
from handouts.schema.plan import Patient

pytestmark = pytest.mark.usefixtures("folder")

LETTERS = "BCDFGH"
# Everything a row can say of one person; each word is that of one person only, so that the first four
# have the same content, and the others a content each.
MARKED = {
    f"70{letter}1": {
        "name": f"Name{letter}quix Last{letter}quix",
        "initials": f"{letter}{letter}Q.",
        "note": f"Note{letter}quix" if letter in "FH" else "",
        "goal": f"Goal{letter}quix" if letter in "GH" else "",
    }
    for letter in LETTERS
}
# Giant print is large print in another size, with the goal on its second page.
EVERY_LAYOUT = [name for name in layout_ids([LAYOUTS]) if name not in ("base", "giant-print")]


def roster(layout: str) -> Path:
    rows = []
    for id, own in MARKED.items():
        row = person(0, patient_id=id, patient_name=own["name"], patient_initials=own["initials"])
        rows.append(row | {"note": own["note"], "goal": own["goal"], "layout": layout})
    return write_csv(rows)


def marks(*, but: str) -> Iterator[str]:
    """Yield the marks of all people but one."""
    for id, own in MARKED.items():
        if id != but:
            yield from (id, *own["name"].split(), own["initials"])
            yield from filter(None, (own["note"], own["goal"]))


def no_mark_of_another(text: str, whose: str) -> bool:
    return not any(mark in text for mark in marks(but=whose))


@pytest.mark.parametrize("layout", EVERY_LAYOUT)
def test_no_file_has_the_mark_of_another(layout: str) -> None:
    made(roster(layout))
    for id, own in MARKED.items():
        path = Path("out") / f"{id}-2026-11-20.pdf"
        said = texts(path)
        assert all(word in said[0] for word in (own["name"], own["goal"]))
        assert own["note"] in "".join(said)
        assert all(f"{own['initials']} · ID {id}" in page for page in said)
        assert all(no_mark_of_another(page, id) for page in said)
        assert no_mark_of_another(str(PdfDocument(path).get_metadata_dict()), id)


@pytest.mark.parametrize("layout", EVERY_LAYOUT)
def test_no_page_of_a_stack_has_the_mark_of_another(layout: str) -> None:
    merged(roster(layout))
    *pages, tally = texts()
    assert {page_owner(page) for page in pages} == set(MARKED)
    assert all(no_mark_of_another(page, page_owner(page)) for page in pages)
    assert not any(own["name"] in tally for own in MARKED.values())


def page_owner(page: str) -> str:
    """Return whose page it is, by its foot."""
    (found,) = (id for id, own in MARKED.items() if f"{own['initials']} · ID {id}" in page)
    return found


@pytest.mark.parametrize("layout", EVERY_LAYOUT)
def test_no_copy_of_the_clinic_has_the_private_note_of_another(layout: str) -> None:
    day = datetime.date(2026, 11, 20)
    request = read_request(write_plan(), PlanOptions(layout=layout), find_files(Path()), today=day)
    for id, own in MARKED.items():
        patient = Patient(id=id, name=own["name"], initials=own["initials"])
        plan = request.plan.model_copy(update={"patient": patient, "private_note": f"Private {own['name']}"})
        handout = compose(replace(request, plan=plan, copy="clinic"), today=day)
        pages = PdfDocument(pdf_bytes(lay_out(handout, request.style(), path=None)))
        said = [page.get_textpage().get_text_range() for page in pages]
        assert f"Private {own['name']}" in "".join(said)
        assert all(no_mark_of_another(page, id) for page in said)


def test_the_search_would_find_a_mark() -> None:
    ((first, own), (second, _), *_) = MARKED.items()
    assert all(no_mark_of_another(mark, first) for mark in (first, own["name"], own["initials"], ""))
    assert not any(no_mark_of_another(mark, second) for mark in (first, own["name"], own["initials"]))
