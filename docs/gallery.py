"""Write the gallery anew: pictures of every layout, made from one plan.

.venv/bin/python docs/gallery.py
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from handouts.commands.surroundings import find_files
from handouts.library.folders import LAYOUTS
from handouts.library.layouts import layout_ids
from handouts.library.plan_options import PlanOptions
from handouts.pdf.pages import pdf_bytes
from handouts.pdf.pictures import page_images, png_bytes
from handouts.pipeline import compose, lay_out
from handouts.request import read_request

HERE = Path(__file__).parent
PLAN = HERE.parent / "examples" / "sample-patient.yaml"
DAY = datetime.date(2026, 11, 20)
# Of a long handout the first pages tell enough.
MOST_PAGES = 4
DOTS_PER_INCH = 48
GAP = 8
GROUND = "#d8dcdf"
COLOURS = 160


def main() -> None:
    """Write the page and its pictures."""
    for layout in layouts():
        (HERE / "gallery" / f"{layout}.png").write_bytes(png_bytes(picture(layout)))
    (HERE / "gallery.md").write_text(page(), "utf-8")


def layouts() -> list[str]:
    """Return the layouts that print something of their own, in the order of the gallery."""
    return [layout for layout in layout_ids([LAYOUTS]) if layout != "base"]


def picture(layout: str) -> Image.Image:
    """Return the pages of the sample plan in one layout, side by side, in few colours."""
    request = read_request(PLAN, PlanOptions(layout=layout), find_files(PLAN.parent), today=DAY)
    laid = lay_out(compose(request, today=DAY), request.style(), path=PLAN)
    pages = page_images(pdf_bytes(laid), dots_per_inch=DOTS_PER_INCH)[:MOST_PAGES]
    width = sum(one.width + GAP for one in pages) + GAP
    sheet = Image.new("RGB", (width, max(one.height for one in pages) + 2 * GAP), GROUND)
    left = GAP
    for one in pages:
        sheet.paste(one.convert("RGB"), (left, GAP))
        left += one.width + GAP
    return sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)


def page() -> str:
    """Return the page that shows the pictures, with what each layout is for."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Every layout from one plan"
    yield ""
    yield "All of these are [`examples/sample-patient.yaml`](../examples/sample-patient.yaml),"
    yield f"the first {MOST_PAGES} pages of what is longer. A layout of a clinic's own is one YAML file"
    yield "that says which one it `extends` and what differs."
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
