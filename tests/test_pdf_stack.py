import re
import stat
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from drawn import look
from judge import faults
from sample_handout import handout
from sample_pages import every_role, pages, say
from tag_tree import tag_tree

from handouts.compose.handout import Field
from handouts.files import Draft
from handouts.page.handout import lay_out_handout
from handouts.page.pages import LaidOut
from handouts.page.surface import Surface
from handouts.pdf.pages import paint_pages, pdf_bytes
from handouts.pdf.stack import Stack
from handouts.schema.papers import FlipEdge


def of(name: str) -> LaidOut:
    """Return the handout of one person; all others have the same but for the name."""
    return lay_out_handout(
        replace(COMMON, person=replace(COMMON.person, identity=(Field("For", name),))), LOOK
    )


COMMON, LOOK = handout(), look()


def page(text: str) -> Callable[[Surface], None]:
    def draw(surface: Surface) -> None:
        with surface.element("P"):
            say(surface, 700, text)

    return draw


def stacked(target: Path, *people: tuple[str, LaidOut], **hints: Any) -> bytes:
    with Stack(target, **hints) as stack:
        for name, one in people:
            stack.add(paint_pages(one), title=name, label=name.lower())
    return target.read_bytes()


def test_a_stack_keeps_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    people = [(name, of(name)) for name in ("Ana", "Zoë", "Łukasz")]
    data = stacked(tmp_path / "stack.pdf", *people, ("All", every_role()), flip="long")
    assert faults(data) == []


def test_each_person_is_heard_as_in_a_file_of_their_own(tmp_path: Path) -> None:
    data = stacked(tmp_path / "stack.pdf", ("Ana", of("Ana")), ("Ben", of("Ben")))
    alone = [tag_tree(pdf_bytes(of(name))).splitlines()[1:] for name in ("Ana", "Ben")]
    expected = ["Document"]
    for lines in alone:
        expected += ["  Part [language: en-GB]", *("  " + line for line in lines)]
    assert tag_tree(data).splitlines() == expected


def test_each_page_looks_as_in_a_file_of_its_own(tmp_path: Path) -> None:
    data = stacked(tmp_path / "stack.pdf", ("Ana", of("Ana")), ("Ben", of("Ben")))
    printed = [one.render(scale=0.5).to_pil().tobytes() for one in pypdfium2.PdfDocument(data)]
    alone = [
        one.render(scale=0.5).to_pil().tobytes()
        for name in ("Ana", "Ben")
        for one in pypdfium2.PdfDocument(pdf_bytes(of(name)))
    ]
    assert printed == alone


def test_what_people_share_is_in_a_stack_once(tmp_path: Path) -> None:
    people = [(f"Person {number}", of(f"Person {number}")) for number in range(40)]
    size = len(stacked(tmp_path / "stack.pdf", *people))
    assert size < 0.2 * sum(len(pdf_bytes(one)) for _, one in people)


def test_bookmarks_and_labels_say_whose_a_page_is(tmp_path: Path) -> None:
    ana, ben = pages(page("one"), page("two")), pages(page("three"))
    data = stacked(tmp_path / "stack.pdf", ("Ana", ana), ("Ben", ben))
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [one.label for one in pdf.pages] == ["ana-1", "ana-2", "ben-1"]
        assert [entry.title for entry in outline.root] == ["Ana", "Ben"]
        second: Any = outline.root[1].destination
        assert second[0].objgen == pdf.pages[2].obj.objgen


def test_hundreds_of_people_are_found_in_order(tmp_path: Path) -> None:
    people = [(f"P{number}", pages(page(f"{number}"))) for number in range(150)]
    data = stacked(tmp_path / "stack.pdf", *people)
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [one.label for one in pdf.pages] == [f"p{number}-1" for number in range(150)]
        assert len(outline.root) == 150
    document = pypdfium2.PdfDocument(data)
    found = [one.get_textpage().get_text_bounded().strip() for one in document]
    assert found == [str(number) for number in range(150)]
    assert faults(data) == []


@pytest.mark.parametrize(
    ("flip", "hint"), [("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge"), (None, "/Simplex")]
)
def test_the_printer_is_told_how(tmp_path: Path, flip: FlipEdge | None, hint: str) -> None:
    data = stacked(tmp_path / "stack.pdf", ("Ana", pages(page("x"))), flip=flip)
    with pikepdf.open(BytesIO(data)) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.Duplex, wishes.PrintScaling) == (hint, "/None")


def test_the_title_of_a_stack_is_its_name_and_nobodys(tmp_path: Path) -> None:
    one = pages(page("x"), title="Plan of Ana")
    data = stacked(tmp_path / "monday.pdf", ("Ana", one))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.docinfo.Title == "monday"
        assert b"Plan of Ana" not in pdf.Root.Metadata.read_bytes()


def test_a_stack_appears_whole_and_only_for_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "stack.pdf"
    with Stack(target) as stack:
        stack.add(paint_pages(pages(page("x"))), title="Ana", label="ana")
        assert not target.exists()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "stack.pdf"
    target.write_text("old")
    with pytest.raises(ValueError, match=r"U\+2610"), Stack(target) as stack:
        stack.add(paint_pages(pages(page("☐"))), title="Ana", label="ana")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_size_that_is_foretold_is_never_too_small_and_hardly_too_large(tmp_path: Path) -> None:
    people = [paint_pages(of(name)) for name in ("Ana", "Zoë", "Łukasz", "Ana", "Ben")]
    for count in range(1, len(people) + 1):
        target = tmp_path / "stack.pdf"
        with Stack(target) as stack:
            for one in people[: count - 1]:
                stack.add(one, title="A person", label="4711")
            foretold = stack.size_with([people[count - 1]] * 2)
            for _ in range(2):
                stack.add(people[count - 1], title="A person", label="4711")
        assert target.stat().st_size <= foretold < 1.05 * target.stat().st_size


def test_to_foretell_a_size_changes_nothing(tmp_path: Path) -> None:
    ana, ben = paint_pages(of("Ana")), paint_pages(of("Ben"))
    with Stack(tmp_path / "stack.pdf") as stack:
        stack.add(ana, title="Ana", label="ana")
        stack.size_with([ben, ben])
    found = (tmp_path / "stack.pdf").read_bytes()
    assert found == stacked(tmp_path / "stack.pdf", ("Ana", of("Ana")))


def test_two_cannot_write_one_stack_and_a_killed_one_is_in_nobodys_way(tmp_path: Path) -> None:
    target = tmp_path / "stack.pdf"
    first = Stack(target, of="whole.pdf")
    with pytest.raises(BlockingIOError, match="another run is writing it"):
        Stack(tmp_path / "other.pdf", of="whole.pdf")
    first.add(paint_pages(pages(page("x"))), title="Ana", label="ana")
    first.close()
    Draft(tmp_path, "stack.pdf").file.close()
    stacked(target, ("Ben", pages(page("y"))))
    assert list(tmp_path.iterdir()) == [target]


def test_the_hidden_file_of_a_stack_has_no_name_of_it(tmp_path: Path) -> None:
    with Stack(tmp_path / "ana-ruiz.pdf") as stack:
        (hidden,) = tmp_path.iterdir()
        assert re.fullmatch(r"\.handouts-stack-[0-9a-f]{16}", hidden.name)
        assert stat.S_IMODE(hidden.stat().st_mode) == 0o600
        stack.add(paint_pages(pages(page("x"))), title="Ana", label="ana")


def test_an_empty_stack_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nobody"):
        Stack(tmp_path / "stack.pdf").close()
    assert list(tmp_path.iterdir()) == []
