"""QR codes of the clinic's pages and videos, and the bar code of an id: a camera reads them off the paper."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from commands import handouts, write_plan
from judge import faults
from tag_tree import tag_tree

pytestmark = pytest.mark.usefixtures("folder")

FIND_US, BOOK = "https://clinic.example/find-us", "https://clinic.example/book?from=sheet&who=new#top"
VIDEO = "https://clinic.example/videos/a-name-that-is-far-too-long-for-half-a-page/chin-nod"
CLINIC = f"""\
name: Example Clinic
country: gb
links:
  - {{title: How to find us, address: "{FIND_US}"}}
  - {{title: Book a visit, address: "{BOOK}"}}
"""
OWN = f"id: chin-nod\ntitle: Chin nod\nsteps: [Sit tall., Nod.]\ndose: 2x10\nvideo: {VIDEO}\n"
PLAN = """\
condition: soleus-trigger-points
patient: {name: Sample Patient, id: "4711"}
side: left
date: 2026-11-20
exercises: [heel-raise 3x12, chin-nod]
"""


def made(*words: str, clinic: str = CLINIC) -> bytes:
    Path("content/exercises").mkdir(parents=True, exist_ok=True)
    Path("content/exercises/chin-nod.yaml").write_text(OWN, "utf-8")
    Path("clinic.yaml").write_text(clinic, "utf-8")
    write_plan(PLAN)
    result = handouts("make", "plan.yaml", "-o", "a.pdf", "--clinic", "clinic.yaml", "--force", *words)
    assert result.exit_code == 0, result.stderr
    return Path("a.pdf").read_bytes()


def codes(content: bytes, *, scale: float = 150 / 72) -> list[tuple[str, str]]:
    """Return the kind and the text of each code on the pages, at 150 dots per inch."""
    with pypdfium2.PdfDocument(content) as document:
        images = [page.render(scale=scale).to_pil() for page in document]
    return [(one.format.name, one.text) for image in images for one in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize(
    "words",
    [(), ("--paper", "letter"), ("--colour", "black"), ("-l", "large-print")],
    ids=" ".join,
)
def test_every_code_is_read_off_the_paper_and_its_address_stands_beside_it(words: tuple[str, ...]) -> None:
    content = made(*words)
    assert sorted(text for _, text in codes(content)) == sorted([FIND_US, BOOK, VIDEO])
    assert {kind for kind, _ in codes(content)} == {"QRCode"}
    with pypdfium2.PdfDocument(content) as document:
        said = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    for address in (FIND_US, BOOK, VIDEO):
        assert address.removeprefix("https://") in said


def test_a_code_is_a_figure_with_its_words_and_the_address_a_link() -> None:
    content = made()
    assert faults(content) == []
    tree = tag_tree(content)
    assert "Figure [alt: QR code: How to find us]" in tree
    assert "Figure [alt: QR code: Video: Chin nod]" in tree


def test_a_code_is_25_mm_or_more_with_white_around_it() -> None:
    with pypdfium2.PdfDocument(made()) as document:
        images = [page.render(scale=10 / 72 * 25.4).to_pil().convert("L") for page in document]
    found = [(one, image) for image in images for one in zxingcpp.read_barcodes(image)]
    assert len(found) == 3
    for code, image in found:
        at = code.position
        wide = at.top_right.x - at.top_left.x
        assert wide >= 10 * 25
        # Four modules of 25 to 41: never more than 4 / 25 of the code.
        quiet = round(wide * 4 / 25)
        around = image.crop((at.top_left.x - quiet, at.top_left.y, at.top_left.x - 4, at.bottom_left.y))
        assert around.getextrema() == (255, 255)


def test_the_web_page_has_links_in_place_of_codes() -> None:
    made("--html", "a.html")
    page = Path("a.html").read_text("utf-8")
    assert f'href="{FIND_US}"' in page
    assert "How to find us" in page


@pytest.mark.parametrize(
    "address",
    [
        "http://clinic.example",
        "javascript:alert(1)",
        "https://",
        "https://me:secret@clinic.example",
    ],
)
def test_only_whole_https_addresses_are_taken(address: str) -> None:
    Path("clinic.yaml").write_text(CLINIC.replace(FIND_US, address), "utf-8")
    result = handouts("check", "clinic.yaml")
    assert result.exit_code == 1
    assert "clinic.yaml:4:" in result.stdout
    assert "secret" not in result.stdout


@pytest.mark.parametrize("layout", ["plan-sheet", "cards"])
def test_a_sheet_without_room_for_links_says_so(layout: str) -> None:
    made()
    result = handouts("make", "plan.yaml", "-o", "b.pdf", "--clinic", "clinic.yaml", "-l", layout)
    assert "clinic.yaml:3:1: warning: `links` are left out" in result.stderr
    assert f"warning: the videos of exercises are left out: the layout `{layout}`" in result.stderr


def test_the_clinics_copy_has_the_id_as_a_bar_code_with_its_number() -> None:
    content = made("--copy", "clinic")
    assert ("Code128", "4711") in codes(content)
    assert "Figure [alt: Bar code of the ID 4711]" in tag_tree(content)
    assert faults(content) == []
    assert all(kind == "QRCode" for kind, _ in codes(made()))


@pytest.mark.parametrize("number", ["ä-4711", "7" * 40])
def test_an_id_that_no_bar_code_holds_is_printed_as_text(number: str) -> None:
    content = made("--copy", "clinic", "--id", number)
    assert {kind for kind, _ in codes(content)} == {"QRCode"}
