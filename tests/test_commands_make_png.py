"""`handouts make --png`: a picture of each page beside the PDF."""

from pathlib import Path

import pypdfium2
import pytest
from commands import handouts, here, write_plan
from PIL import Image, ImageChops

pytestmark = pytest.mark.usefixtures("folder")

MAKE = ("make", "plan.yaml", "-o", "a.pdf", "--png", "page.png")


def test_each_page_is_a_picture_with_its_number() -> None:
    write_plan()
    result = handouts(*MAKE)
    with pypdfium2.PdfDocument("a.pdf") as document:
        names = [f"page-{number}.png" for number in range(1, len(document) + 1)]
        first = document[0].render(scale=150 / 72).to_pil()
    assert (result.exit_code, result.stdout.split()) == (0, ["a.pdf", *names])
    assert here() == {"plan.yaml", "a.pdf", *names}
    with Image.open("page-1.png") as image:
        assert image.size == (1241, 1754)
        assert ImageChops.difference(image.convert("RGB"), first.convert("RGB")).getbbox() is None


def test_the_same_handout_gives_the_same_pictures_and_another_needs_force() -> None:
    write_plan()
    assert handouts(*MAKE).exit_code == 0
    before = Path("page-1.png").read_bytes()
    assert handouts(*MAKE).exit_code == 0
    result = handouts(*MAKE, "--goal", "Walk to the harbour")
    assert result.exit_code == 1
    assert "page-1.png: this is there already" in result.stderr
    assert Path("page-1.png").read_bytes() == before
    assert handouts(*MAKE, "--goal", "Walk to the harbour", "--force").exit_code == 0
    assert Path("page-1.png").read_bytes() != before


def test_no_page_of_another_handout_is_left_among_them() -> None:
    write_plan()
    assert handouts(*MAKE).exit_code == 0
    last = max(Path().glob("page-*.png"))
    beyond = Path(f"page-{int(last.stem[-1]) + 1}.png")
    last.rename(beyond)
    result = handouts(*MAKE, "--force")
    assert result.exit_code == 1
    assert f"{beyond}: this is there already, and would be taken for a page of this handout." in result.stderr


@pytest.mark.parametrize("name", ["page.png", "page-1.png"])
def test_a_file_of_another_kind_is_left_alone(name: str) -> None:
    write_plan()
    Path(name).write_text("Mine", "utf-8")
    result = handouts(*MAKE, "--force")
    assert (result.exit_code, here()) == (1, {"plan.yaml", name})
    assert f"{name}: this is there already and is no PNG, so it is left alone." in result.stderr


@pytest.mark.parametrize("option", ["--png", "--calendar"])
def test_nothing_open_is_written_beside_what_a_password_protects(
    option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", "a long password")
    result = handouts("make", write_plan(), option, "a.png")
    assert (result.exit_code, here()) == (2, {"plan.yaml"})
    assert f"A password protects the PDF, and not what {option} writes." in result.stderr
