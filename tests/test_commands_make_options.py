"""The options of `handouts make` that stand for keys of a plan, and for items of its lists."""

from pathlib import Path

import pytest
from commands import PLAN, handouts, here, made_pdf, read_plan, write_plan
from page_text import page_text
from pypdfium2 import PdfDocument, PdfPage

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.measures import MM

pytestmark = pytest.mark.usefixtures("folder")

SIDED = ("--condition", "soleus-trigger-points", "--side", "left", "--set", "date=2026-11-20")


def words_of(pdf: bytes) -> str:
    return " ".join(page_text(pdf).split())


def made(*words: str) -> bytes:
    """Return the handout of a plan with options over it."""
    return made_pdf(write_plan(), *words)


def saved(*words: str) -> Path:
    """Return the file of the plan that options alone make."""
    Path("saved.yaml").unlink(missing_ok=True)
    result = handouts("make", *words, "-o", "made.pdf", "--save-plan", "saved.yaml", "--force")
    assert result.exit_code == 0, result.stderr
    return Path("saved.yaml")


def told(*words: str) -> list[str]:
    """Return the problems of options that make nothing."""
    result = handouts("make", *words)
    assert (result.exit_code, result.stdout, here()) == (1, "", set())
    return result.stderr.splitlines()[:-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--goal", "Walk to the harbour"), "Walk to the harbour"),
        (("--note", "No stretching before the scan"), "No stretching before the scan"),
        (("--review", "+14"), "4 December 2026"),
        (("--review", "10.12.2026"), "10 December 2026"),
        (("--private-note", "Ask about the wasps", "--copy", "clinic"), "Ask about the wasps"),
        (("--add", "toe curls 2x9"), "Towel toe curls"),
        (("--with", "glossary"), "Trigger point"),
        (("--with", "questions: {lines: 4}"), "Questions"),
        (("--set", "exercises=heel-raise 3x12; toe-touch 2x9"), "Toe touch"),
        (("--set", "exercises.heel-raise.note=Hold on to the sink"), "Hold on to the sink"),
        (("--set", "exercises.Heel raises.note=Hold on to the sink"), "Hold on to the sink"),
    ],
    ids=lambda one: one[-1] if isinstance(one, tuple) else "",
)
def test_what_an_option_says_is_on_paper(words: tuple[str, ...], said: str) -> None:
    assert said in words_of(made(*words))


def test_a_block_less_is_not_printed() -> None:
    assert "Tick each" in words_of(made())
    assert "Tick each" not in words_of(made("--without", "diary"))


def test_exercises_and_blocks_are_added_to_the_usual_ones() -> None:
    plan = read_plan(saved(*SIDED, "--add", "Toe touch 2x5", "--with", "glossary"), Library(CONTENT))
    usual = Library(CONTENT).find_condition(*plan.condition)
    assert plan.exercises and plan.blocks
    assert plan.exercises[:-1] == usual.exercises
    assert (plan.exercises[-1].exercise, plan.exercises[-1].sets) == ("toe-touch", 2)
    blocks = [one.block for one in plan.blocks]
    assert [one for one in blocks if one != "glossary"] == [*usual.blocks]
    assert blocks.index("glossary") < blocks.index("safety")


def test_what_an_item_of_the_plan_says_stays_with_it_when_others_come_and_go() -> None:
    text = PLAN.replace("  - heel-raise 3x12 hold 2s\n", "  - {exercise: heel-raise, note: 4711}\n")
    write_plan(text + "blocks: [overview, questions: {lines: 30}, exercises]\n")
    result = handouts("make", "plan.yaml", "--without", "overview", "--add", "toe-touch x999")
    assert result.stderr.splitlines()[:-1] == [
        "--add: `reps` is 999; the most is 100.",
        "plan.yaml:7:39: `lines` is 30; the most is 20.",
    ]


def test_an_exercise_replaces_the_plans_and_one_more_comes_after_it() -> None:
    plan = read_plan(saved(*SIDED, "--add", "toe-touch", "--exercise", "heel-raise"), Library(CONTENT))
    assert [one.exercise for one in plan.exercises or ()] == ["heel-raise", "toe-touch"]


def test_every_wrong_option_is_told_at_once_by_its_own_name() -> None:
    problems = told(
        *SIDED,
        *("--without", "safety", "--without", "diery", "--without", "nothing"),
        *("--with", "glosary", "--with", "a: b: c", "--with", "diary: {weeks: 13}"),
        *("--add", "heel-rise", "--note", " ", "--goal", "x" * 2001, "--review", "2020-01-01"),
        *("--set", "exercises.heel-raise.reps=999", "--set", "exercises.toe-touch.reps=1"),
    )
    assert [problem.partition(": ")[0] for problem in problems] == [
        "--add",
        "--goal",
        "--note",
        "--review",
        "--set exercises.heel-raise.reps",
        "--set exercises.toe-touch.reps",
        *["--with"] * 4,
        "--without",
        "--without",
        "--without",
    ]
    assert (
        "--without: the block `safety` is always printed. A plan can move it, not leave it out." in problems
    )
    assert "--without: the plan has no block `diery`. Did you mean `diary`?" in problems


def test_a_review_before_the_handout_is_told_by_its_option() -> None:
    (problem,) = told(*SIDED, "--review", "2020-01-01")
    assert problem.startswith("--review: the review on 2020-01-01 is not after the plan's date")


def test_one_of_two_exercises_of_a_name_is_set_by_its_number() -> None:
    both = ("--exercise", "knee-to-wall 2x8 left", "--exercise", "knee-to-wall 2x8 right")
    assert told(*SIDED, *both, "--set", "exercises.knee-to-wall.reps=3") == [
        "--set exercises.knee-to-wall.reps: `knee-to-wall` is there 2 times. "
        "Write `exercises.0` or `exercises.1`."
    ]
    assert "knee-to-wall 2x3 right" in saved(*SIDED, *both, "--set", "exercises.1.reps=3").read_text("utf-8")


def test_a_block_that_the_layout_is_made_of_stays_and_that_is_told() -> None:
    result = handouts("make", *SIDED, "-l", "plan-sheet", "--without", "summary", "-o", "made.pdf")
    assert "--without: warning: the layout `plan-sheet` prints `summary` all the same." in result.stderr


def test_the_options_write_a_plan_too() -> None:
    handouts("new", "plan.yaml", *SIDED, "--goal", "Walk", "--without", "diary", "--add", "toe-touch")
    plan = read_plan(Path("plan.yaml"), Library(CONTENT))
    assert plan.goal == "Walk"
    assert "diary" not in [one.block for one in plan.blocks or ()]


@pytest.mark.parametrize("block", ["Glossary", "glossary", "GLOSSARY", " glossary "])
def test_a_block_is_named_in_any_case(block: str) -> None:
    plan = read_plan(saved(*SIDED, "--with", block, "--without", "Pain rule"), Library(CONTENT))
    blocks = [one.block for one in plan.blocks or ()]
    assert "glossary" in blocks and "pain-rule" not in blocks


def test_a_block_is_not_put_in_and_left_out_at_once() -> None:
    problems = told(*SIDED, "--with", "glossary", "--without", "Glossary")
    assert "--without: `glossary` cannot be put in and left out at once. Keep one of the two." in problems


@pytest.mark.parametrize("setting", ["exercises=;", "blocks= ; ;", "show=;"])
def test_a_list_without_an_item_is_no_list(setting: str) -> None:
    (problem,) = told(*SIDED, "--set", setting)
    assert "there is no item in this list." in problem


def test_what_is_wrong_with_a_block_of_an_option_is_told_of_the_option() -> None:
    for block in ("diary {weeks: 2}", "diary: 3", "nothing: {weeks: 2}"):
        assert all(problem.startswith("--with: ") for problem in told(*SIDED, "--with", block))


def test_the_head_of_the_clinics_own_paper_stays_free_on_the_pages_that_have_it() -> None:
    def tops(*words: str) -> list[float]:
        pdf = PdfDocument(made(*words))
        pages = [page.get_textpage() for page in pdf]
        return [842 - max(page.get_rect(at)[3] for at in range(page.count_rects())) for page in pages if page]

    first, *others = tops("--letterhead", "top=6cm,first-page")
    assert min(others) < 40 < 170 < first
    assert min(tops("-l", "plan-sheet", "--letterhead", "top=60mm")) > 170
    assert min(tops("--letterhead", "printed")) < 40


@pytest.mark.parametrize("written", ["top=5mm", "top=380mm", "380", "top=38mm,last-page"])
def test_a_letterhead_that_is_none_is_told_with_one_that_would_be(written: str) -> None:
    said = handouts("make", write_plan(), "--letterhead", written)
    assert said.exit_code == 2
    assert "top=38mm,first-page" in said.stderr


def test_cards_have_no_place_for_a_letterhead() -> None:
    said = handouts("make", write_plan(), "-l", "cards", "--letterhead", "top=38mm")
    assert (said.exit_code, here()) == (1, {"plan.yaml"})
    assert said.stderr.startswith("--letterhead: the layout `cards` has no place for it.")


@pytest.mark.parametrize(
    ("edge", "fronts", "backs"), [("left", 18, 18), ("left,both-sides", 18, 12), ("right,both-sides", 12, 18)]
)
def test_the_edge_to_bind_has_a_wider_margin(edge: str, fronts: float, backs: float) -> None:
    def left(page: PdfPage) -> float:
        text = page.get_textpage()
        return min(text.get_rect(at)[0] for at in range(text.count_rects())) / MM

    front, back, *others = PdfDocument(made("--binding", edge, "--copy", "clinic"))
    assert len(others) > 1
    for page, margin in ((front, fronts), (back, backs), (others[0], fronts), (others[1], backs)):
        assert left(page) == pytest.approx(margin, abs=0.4)
