"""Whatever people write for one person finds room: on more lines, on more pages, whole and in order."""

import re
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import yaml
from commands import handouts

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

# As many as a plan can have.
EXERCISES = sorted(path.stem for path in (CONTENT / "exercises").glob("*.yaml"))[:30]


def numbered(name: str, characters: int) -> str:
    """Return words of which each is told from all others, of at most so many characters."""
    words = " ".join(f"{name}{number}" for number in range(characters))
    return words[:characters].rsplit(" ", 1)[0]


def pages(layout: str, paper: str, *options: str, **changes: Any) -> list[str]:
    plan = {
        "condition": "soleus-trigger-points",
        "patient": {"name": "Sample Patient", "id": "4711"},
        "date": "2026-11-20",
        "side": "left",
        "exercises": ["heel-raise 3x12"],
        "layout": layout,
        "paper": paper,
        **changes,
    }
    Path("plan.yaml").write_text(yaml.safe_dump(plan), "utf-8")
    made = handouts("make", "plan.yaml", "-o", "out.pdf", *options)
    assert made.exit_code == 0, made.output
    with pdfium.PdfDocument("out.pdf") as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def is_whole(words: str, text: str) -> bool:
    found = iter(text.split())
    return all(word in found for word in words.split())


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_note_and_a_goal_of_2000_characters_are_whole_and_no_page_loses_the_warning_signs(
    layout: str, paper: str
) -> None:
    note, goal = numbered("n", 2000), numbered("g", 2000)
    said = pages(layout, paper, note=note, goal=goal)
    assert is_whole(note, " ".join(said)) and is_whole(goal, " ".join(said))
    assert "Get help" in said[0] and any("When to get help" in page for page in said)


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_notes_of_every_exercise_and_one_of_2000_characters_are_whole(layout: str) -> None:
    notes = [numbered(f"x{at}x", 2000 if at == 3 else 150) for at in range(len(EXERCISES))]
    chosen = [{"exercise": one, "note": note} for one, note in zip(EXERCISES, notes, strict=True)]
    text = " ".join(pages(layout, "a4", exercises=chosen))
    assert [note for note in notes if not is_whole(note, text)] == []


def test_a_card_that_goes_on_says_whose_it_is_on_each_of_its_pages() -> None:
    said = pages("clinic", "a4", exercises=[{"exercise": "heel-raise", "note": numbered("n", 2000)}])
    own = [page for page in said if re.search(r"\bn\d+", page)]
    assert len(own) == 2 and all("Heel raise" in page for page in own)
    assert "continued" in own[1] and "continued" not in own[0]


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize("key", ["name", "id"])
def test_a_long_name_and_a_long_id_stand_on_every_page_that_has_them(layout: str, key: str) -> None:
    longest = {"name": numbered("Sample", 200), "id": "X" * 60}
    said = pages(layout, "a4", patient={**{"name": "Sample Patient", "id": "1"}, key: longest[key]})
    assert is_whole(longest[key], said[0])
    assert all(longest["id"] in page for page in said) or key == "name"


def test_a_private_note_of_2000_characters_is_whole_on_the_clinics_copy() -> None:
    note = numbered("p", 2000)
    said = pages("clinic", "a4", "--copy", "clinic", private_note=note)
    assert is_whole(note, " ".join(said)) and "Signed" in said[-1]


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_words_of_an_exercise_of_ones_own_may_be_long(layout: str) -> None:
    own = yaml.safe_load((CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8"))
    steps = [numbered(f"{chr(97 + number)}s", 390) for number in range(12)]
    title = numbered("title", 110)
    own |= {"id": "own-raise", "title": title, "steps": [{"text": step} for step in steps]}
    folder = Path("content/exercises")
    folder.mkdir(parents=True)
    (folder / "own-raise.yaml").write_text(yaml.safe_dump(own), "utf-8")
    said = " ".join(pages(layout, "a4", "--content", "content", exercises=["own-raise 3x12", "knee-to-wall"]))
    assert is_whole(title, said)
    if layout == "clinic":
        assert [step for step in steps if not is_whole(step, said)] == []


@pytest.mark.parametrize(("arrangement", "scale"), [("clinic", 1.5), ("clinic", 2), ("plan-sheet", 1.5)])
def test_in_large_type_too(arrangement: str, scale: float) -> None:
    Path("layouts").mkdir()
    large = f"extends: {arrangement}\nid: large\ntitle: Large\ntype: {{scale: {scale}}}\n"
    Path("layouts/large.yaml").write_text(large, "utf-8")
    note, own = numbered("n", 1500), numbered("o", 1500)
    chosen = [{"exercise": "heel-raise", "note": own}, "knee-to-wall"]
    # The map with all its labels is taller than a page at twice the size.
    blocks = ["summary", "exercises", "pain-rule", "diary"]
    text = " ".join(pages("large", "a4", "--layouts", "layouts", note=note, exercises=chosen, blocks=blocks))
    assert is_whole(note, text) and is_whole(own, text)
