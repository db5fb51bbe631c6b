"""Plans as word processors, phones and old editors write them are read as they were meant, or told."""

from pathlib import Path

import pytest
from commands import handouts
from stacks import texts

pytestmark = pytest.mark.usefixtures("folder")

HEAD = "condition: soleus-trigger-points\ndate: 2026-11-20\nside: left\n"
LISTS = (
    "exercises:\n  • heel-raise 3x12\n  • toe-touch\n",
    "exercises: • heel-raise 3x12 • toe-touch\n",
    "exercises: heel-raise 3x12; toe-touch\n",
    "exercises: |\n  heel-raise 3x12\n  toe-touch\n",
    "exercises: |\n  - heel-raise 3x12\n  – toe-touch\n",
    "exercises:\n\u00a0 - heel-raise 3x12\n\u00a0 - toe-touch\n",
    "exercises:\n\u2003- heel-raise 3x12\n\u2003- toe-touch\n",
)


def printed(raw: bytes) -> str:
    Path("plan.yaml").write_bytes(raw)
    made = handouts("make", "plan.yaml", "-o", "made.pdf")
    assert made.exit_code == 0, made.stderr
    return " ".join("".join(texts("made.pdf")).split())


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_is_read_however_its_items_begin(listed: str) -> None:
    said = printed((HEAD + listed).encode())
    assert "1 to 2 of 2" in said
    assert "Heel raise" in said
    assert "Toe touch" in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_is_read_in_the_encoding_that_its_mark_names(encoding: str, ending: str) -> None:
    mark = "\ufeff" if encoding[-3:] in ("-le", "-be") else ""
    text = f"{mark}{HEAD}goal: Ménage à pied\n".replace("\n", ending)
    assert "Ménage à pied" in printed(text.encode(encoding))


@pytest.mark.parametrize("key", ["goal", "note"])
@pytest.mark.parametrize(
    "style", ["|\n  Line one.\n  Line two.\n", ">\n  Line one.\n  Line two.\n", "Line one.\n  Line two.\n"]
)
def test_words_in_several_lines_run_on(key: str, style: str) -> None:
    assert "Line one. Line two." in printed(f"{HEAD}{key}: {style}".encode())


@pytest.mark.parametrize("sign", "–—•●·‣")
def test_a_list_at_the_margin_with_another_sign_is_told(sign: str) -> None:
    Path("plan.yaml").write_text(f"{HEAD}exercises:\n{sign} heel-raise 3x12\n{sign} toe-touch\n", "utf-8")
    made = handouts("make", "plan.yaml")
    assert made.exit_code == 1
    assert "plan.yaml:5:1: this item begins with a sign of word processors." in made.stderr
    assert "plan.yaml:6:1:" in made.stderr


def test_a_file_in_half_of_utf_16_is_told() -> None:
    Path("plan.yaml").write_bytes("\ufeff".encode("utf-16-le") + HEAD.encode("utf-16-le") + b"x")
    made = handouts("make", "plan.yaml")
    assert (made.exit_code, "not UTF-8" in made.stderr) == (1, True)
