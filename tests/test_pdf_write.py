import os
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from judge import faults
from PIL import Image, ImageCms
from sample_pages import every_role, pages, say
from tag_tree import tag_tree

import handouts.pipeline
from handouts.files import sweep, write_aside, write_whole
from handouts.library import CONTENT, LAYOUTS
from handouts.library.content import Library
from handouts.page.surface import Surface
from handouts.pdf.pages import paint_pages, pdf_bytes
from handouts.pdf.stack import Stack

TREE = """\
Document
  Sect
    H1 "Stretch your calf"
    P
      "Keep your heel on the floor, and"
      Span [language: fr] "doucement"
      ", as your"
      Span [expansion: physiotherapist] "physio"
      "says (\\ ½ é → ≥)."
    Note
      P "Stop if it hurts."
    L [ListNumbering: Decimal]
      LI
        Lbl "1."
        LBody "Stand at arm’s length."
      LI
        Lbl "2."
        LBody "Lean in."
    Figure [alt: A person leans on a wall.] "knee straight"
    Caption "Wall stretch"
    Table
      THead
        TR
          TH [Scope: Column] "Day"
          TH [Scope: Column] "Done"
      TBody
        TR
          TH [Scope: Row] "Monday"
          TD "3 × 10"
        TR
          TD [ColSpan: 2] "Rest day"
      TBody
        TR
          TH [Scope: Row] "Tuesday"
          TD [spoken: not yet]
  H2 "Questions?"
  P
    "Call"
    Link "01632 960 123"
    "or write."
"""


def test_pages_with_every_element_keep_pdf_ua_and_pdf_a() -> None:
    assert faults(pdf_bytes(every_role())) == []


def test_a_listener_hears_what_was_painted_in_the_order_it_was_painted() -> None:
    assert tag_tree(pdf_bytes(every_role())) == TREE


def test_the_same_pages_give_the_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, 'tests')\n"
        "from sample_pages import every_role; from handouts.pdf.pages import pdf_bytes\n"
        "print(hashlib.sha256(pdf_bytes(every_role())).hexdigest())"
    )
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}"}
        environment["SOURCE_DATE_EPOCH"] = f"{seed}00000000"
        root = Path(__file__).parents[1]
        run = subprocess.run(
            [sys.executable, "-c", program], env=environment, cwd=root, capture_output=True, check=True
        )
        seen.add(run.stdout)
    assert len(seen) == 1
    assert pdf_bytes(every_role()) == pdf_bytes(every_role())


def test_different_pages_have_different_identifiers() -> None:
    assert _identifier("left") != _identifier("right")
    assert _identifier("left") == _identifier("left")


def test_the_file_says_its_title_language_author_and_date() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(pages(_greeting, title="Zoë’s & <your> plan")))) as pdf:
        assert pdf.docinfo.Title == "Zoë’s & <your> plan"
        assert pdf.docinfo.Author == "Sample Physiotherapy Clinic"
        assert pdf.docinfo.CreationDate == "D:20261120000000Z"
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Zoë’s & <your> plan"
            assert metadata["xmp:CreateDate"] == "2026-11-20T00:00:00Z"


def test_odd_titles_keep_the_standards_too() -> None:
    assert faults(pdf_bytes(pages(_greeting, title="(Zoë’s & <your>) \\ plan"))) == []


def test_a_stack_with_thousands_of_elements_is_sound() -> None:
    def draw(surface: Surface) -> None:
        for number in range(700):
            with surface.element("P"):
                say(surface, 800 - number, f"{number}")

    data = pdf_bytes(pages(draw, draw, draw, draw))
    assert faults(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.Root.StructTreeRoot.K[0].K) == 2800


def test_bookmarks_lead_to_their_pages() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(every_role()))) as pdf, pdf.open_outline() as outline:
        top = outline.root[0]
        assert (top.title, top.children[0].title) == ("Stretch your calf", "Your diary, overleaf")
        leads_to: Any = top.children[0].destination
        assert leads_to[0].objgen == pdf.pages[1].obj.objgen


def test_a_file_that_was_there_is_replaced_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "ana.pdf"
    target.write_text("old")
    write_whole(pdf_bytes(every_role()), target)
    assert target.read_bytes() == pdf_bytes(every_role())
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_while_replacing_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "ana.pdf"
    target.mkdir()
    with pytest.raises(OSError):
        write_whole(pdf_bytes(pages(_greeting)), target)
    assert list(tmp_path.iterdir()) == [target]


def test_a_sweep_takes_what_was_left_aside_and_nothing_of_anybody_else(tmp_path: Path) -> None:
    others = {".backup-20260120.csv", ".4711-2026-11-20-a1b2c3d4.pdf", "plan.yaml"}
    for name in others:
        (tmp_path / name).write_text("mine")
    aside = write_aside(b"part", tmp_path / "ana-ruiz.pdf")
    assert "ana" not in aside.name
    with Stack(tmp_path / "stack.pdf") as stack:
        stack.add(paint_pages(every_role()), title="Ana", label="ana")
        sweep(tmp_path)
        assert not aside.exists()
    assert {path.name for path in tmp_path.iterdir()} == {*others, "stack.pdf"}


def _greeting(surface: Surface) -> None:
    _sentence(surface, "Hello")


def _sentence(surface: Surface, text: str) -> None:
    with surface.element("P"):
        say(surface, 700, text)


def _identifier(text: str) -> bytes:
    def draw(surface: Surface) -> None:
        _sentence(surface, text)

    with pikepdf.open(BytesIO(pdf_bytes(pages(draw)))) as pdf:
        first: Any = pdf.trailer.ID
        return bytes(first[0])


def test_the_profile_means_the_colours_of_srgb() -> None:
    with pikepdf.open(BytesIO(pdf_bytes(every_role()))) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    painted = Image.new("RGB", (1, 1), (161, 42, 23))
    named = ImageCms.createProfile("sRGB")
    shown = ImageCms.profileToProfile(painted, BytesIO(profile), named)
    assert shown is not None
    assert shown.getpixel((0, 0)) == (161, 42, 23)
    assert "sRGB".encode("utf-16-be") in profile


def test_a_fault_of_writing_is_not_told_as_one_of_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise ValueError("nothing was written")

    monkeypatch.setattr(handouts.pipeline, "pdf_bytes", fail)
    with pytest.raises(ValueError, match="nothing was written"):
        handouts.pipeline.write(every_role(), Library(tmp_path, CONTENT, layouts=(LAYOUTS,)))
