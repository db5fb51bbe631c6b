"""Write the gallery anew: every layout, made from one plan, and a page for each part of the body.

.venv/bin/python docs/gallery.py
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from handouts.commands.pictures import write_contact_sheet
from handouts.commands.surroundings import find_files
from handouts.library import CONTENT, LAYOUTS
from handouts.library.chosen import GENERAL, safeties_of
from handouts.library.content import Library
from handouts.library.layouts import layout_ids
from handouts.library.plan_options import PlanOptions
from handouts.pdf.finished import page_images, png_bytes
from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import compose, lay_out
from handouts.request import Request, read_request
from handouts.schema.condition import Condition
from handouts.schema.exercise import Exercise

HERE = Path(__file__).parent
PLAN = HERE.parent / "examples" / "sample-patient.yaml"
FILES = find_files(PLAN.parent)
DAY = datetime.date(2026, 11, 20)
# Of a long handout the first pages tell enough.
MOST_PAGES = 4
DOTS_PER_INCH, FRONT_DOTS_PER_INCH = 48, 100
GAP = 8
GROUND = "#d8dcdf"
COLOURS = 160
# Of a condition, the pages that tell what it is; of exercises, a picture smaller than it is made.
PAGES_OF_CONDITION = 2
SHEET_SHARE = 0.45
LIBRARY = Library(CONTENT)


def main() -> None:
    """Write the page and its pictures."""
    PLAN.with_suffix(".png").write_bytes(png_bytes(front()))
    for layout in layouts():
        (HERE / "gallery" / f"{layout}.png").write_bytes(png_bytes(picture(layout)))
    (HERE / "gallery.md").write_text(page(), "utf-8")
    for part in parts():
        (HERE / "regions" / f"{part}.md").write_text(page_of_part(part), "utf-8")
        (HERE / "regions" / f"{part}.png").write_bytes(png_bytes(exercises_on_a_sheet(part)))
    for condition in conditions():
        shown = png_bytes(picture_of_condition(condition.id))
        (HERE / "regions" / f"{condition.id}.png").write_bytes(shown)


def layouts() -> list[str]:
    """Return the layouts that print something of their own, in the order of the gallery."""
    return [layout for layout in layout_ids([LAYOUTS]) if layout != "base"]


def front() -> Image.Image:
    """Return page 1 of the sample plan, which the README shows."""
    request = read_request(PLAN, PlanOptions(), FILES, today=DAY)
    laid = lay_out(compose(request, today=DAY), request.style(), path=PLAN)
    return page_images(pdf_bytes(laid), dots_per_inch=FRONT_DOTS_PER_INCH)[0]


def picture(layout: str) -> Image.Image:
    """Return the pages of the sample plan in one layout, side by side, in few colours."""
    return _side_by_side(read_request(PLAN, PlanOptions(layout=layout), FILES, today=DAY), MOST_PAGES)


def picture_of_condition(condition: str) -> Image.Image:
    """Return the first pages of the usual plan of a condition."""
    sided = LIBRARY.find_condition(condition).sided is not False
    options = PlanOptions(condition=(condition,), side="left" if sided else None)
    return _side_by_side(read_request(None, options, FILES, today=DAY), PAGES_OF_CONDITION)


def exercises_on_a_sheet(part: str) -> Image.Image:
    """Return the pictures of the exercises for a part of the body, numbered, in few colours."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "exercises.png")
        write_contact_sheet(target, exercises_of(part), library=LIBRARY)
        with Image.open(target) as sheet:
            size = tuple(round(SHEET_SHARE * length) for length in sheet.size)
            return sheet.convert("RGB").resize(size).quantize(COLOURS, Image.Quantize.MAXCOVERAGE)


def conditions() -> list[Condition]:
    """Return the conditions that are of a part of the body, in their order."""
    found = (LIBRARY.find_condition(one) for one in LIBRARY.ids("conditions"))
    return [one for one in found if one.id != GENERAL]


def parts() -> list[str]:
    """Return the parts of the body by the ids of their warning signs, those that a condition is of."""
    return sorted({one.safety for one in conditions()})


def exercises_of(part: str) -> list[Exercise]:
    """Return the exercises for a part of the body, in the order of their ids."""
    found = [LIBRARY.find_exercise(one) for one in LIBRARY.ids("exercises")]
    of_part = safeties_of(found, conditions(), LIBRARY)
    return [one for one, its in zip(found, of_part, strict=True) if part in (its, *one.also_for)]


def _side_by_side(request: Request, most: int) -> Image.Image:
    laid = lay_out(compose(request, today=DAY), request.style(), path=PLAN)
    pages = page_images(pdf_bytes(laid), dots_per_inch=DOTS_PER_INCH)[:most]
    width = sum(one.width + GAP for one in pages) + GAP
    sheet = Image.new("RGB", (width, max(one.height for one in pages) + 2 * GAP), GROUND)
    left = GAP
    for one in pages:
        sheet.paste(one.convert("RGB"), (left, GAP))
        left += one.width + GAP
    return sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)


def page_of_part(part: str) -> str:
    """Return the page of a part of the body: its conditions, and its exercises by their numbers."""
    lines = [f"# {part.replace('-', ' ').capitalize()}", ""]
    for one in (one for one in conditions() if one.safety == part):
        lines += [f"## {one.title}", "", f"`handouts make --condition {one.id}`", ""]
        lines += [f"![The first pages of the plan for {one.title.lower()}]({one.id}.png)", ""]
    lines += ["## Exercises", ""]
    lines += [f"{number}. {one.title}: `{one.id}`" for number, one in enumerate(exercises_of(part), start=1)]
    return "\n".join([*lines, "", f"![Their pictures, numbered]({part}.png)", ""])


def page() -> str:
    """Return the page that shows the pictures, with what each layout is for."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Every layout from one plan"
    yield ""
    yield "All of these are [`examples/sample-patient.yaml`](../examples/sample-patient.yaml),"
    yield f"the first {MOST_PAGES} pages of what is longer. A layout of a clinic's own is one YAML file"
    yield "that says which one it `extends` and what differs."
    yield ""
    links = (f"[{part.replace('-', ' ')}](regions/{part}.md)" for part in parts())
    yield f"By part of the body: {', '.join(links)}."
    for layout in layouts():
        # The second line of each layout says what it is for.
        what = (LAYOUTS / f"{layout}.yaml").read_text("utf-8").splitlines()[1].removeprefix("# ")
        yield ""
        yield f"## {layout}"
        yield ""
        yield what
        yield ""
        yield f"`handouts make examples/sample-patient.yaml -l {layout}`"
        yield ""
        yield f"![Pages of the layout {layout} side by side](gallery/{layout}.png)"
    yield ""


if __name__ == "__main__":
    main()
