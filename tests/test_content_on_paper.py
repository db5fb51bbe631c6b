"""What the plan, the clinic and the content say is in the words of the PDF, for each reader and country."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import yaml
from commands import handouts, made_pdf, write_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from page_text import page_text

from handouts.compose.prescription import HOURS_AWAKE, prescribed
from handouts.compose.summary import compose_message
from handouts.compose.text import sayer, string_of
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.exercise import parse_chosen
from handouts.schema.plan import Plan

LIBRARY = Library(CONTENT)
ENGLISH = find_words("en", [CONTENT])
SAY = sayer("left", "leg", ENGLISH, us="us")
EXERCISES = LIBRARY.ids("exercises")
# Few handouts hold them all.
SIX = [EXERCISES[at : at + 6] for at in range(0, len(EXERCISES), 6)]
CLINIC = "name: Sample Clinic\ncountry: gb\nphone: 01632 960123\n"


def printed(plan: str, *, clinic: str = CLINIC, layout: str = "clinic") -> str:
    """Return the words of the handout of a plan, on one line."""
    Path("clinic.yaml").write_text(clinic, "utf-8")
    head = "condition: soleus-trigger-points\n" + ("" if "side:" in plan else "side: left\n")
    return " ".join(page_text(made_pdf(write_plan(head + plan), "-l", layout)).split())


@pytest.mark.parametrize("exercises", SIX, ids=lambda six: six[0])
def test_a_card_says_what_the_exercise_is_for(folder: Path, exercises: list[str]) -> None:
    words = printed(f"exercises: [{', '.join(exercises)}]\n")
    said = [LIBRARY.find_exercise(exercise).purpose.text for exercise in exercises]
    assert [text for text in said if text not in words] == []
    assert not re.search(r"\bYou need\b|\bEasier\b|\bHarder\b", words)


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize("exercises", SIX, ids=lambda six: six[0])
def test_what_a_plan_wants_shown_is_printed_in_every_layout(
    folder: Path, exercises: list[str], layout: str
) -> None:
    words = printed(f"show: [harder, needs, easier]\nexercises: [{', '.join(exercises)}]\n", layout=layout)
    all_shown = map(LIBRARY.find_exercise, exercises)
    said = [text for own in all_shown for text in (own.easier.text, own.harder.text, *own.equipment)]
    assert [text for text in said if text.replace("{us}", "us") not in words] == []


def test_what_a_plan_does_not_want_shown_is_not_printed(folder: Path) -> None:
    words = printed("show: [easier]\nexercises: [heel-raise]\n")
    assert "Easier Do it sitting down" in words
    assert "Harder" not in words


@pytest.mark.parametrize("show", ["[easiest]", "[]", "easier", "[1]"])
def test_a_word_that_cannot_be_shown_is_refused(folder: Path, show: str) -> None:
    result = handouts(
        "make", write_plan(f"condition: soleus-trigger-points\nside: left\nshow: {show}\n"), "-o", "x.pdf"
    )
    assert result.exit_code == 1
    assert "plan.yaml:3:" in result.stderr


@pytest.mark.parametrize(("said", "count"), [("true", 2), ("false", 0)])
def test_a_clinic_can_have_a_box_for_what_was_practised(folder: Path, said: str, count: int) -> None:
    words = printed("exercises: [heel-raise, toe-touch]\n", clinic=f"{CLINIC}practised: {said}\n")
    assert words.count("We did this together") == count


DOSES = st.builds(
    lambda reps, sets, hold, often: f"{sets}x{reps} hold {hold}s {often}",
    st.integers(1, 20),
    st.integers(1, 4),
    st.integers(1, 60),
    st.sampled_from(["", "2/day", "3/day", "mon,wed,fri", "tue", "3/week", "mon,tue,wed,thu,fri,sat,sun"]),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(EXERCISES), DOSES), min_size=1, max_size=6, unique_by=lambda one: one[0]
    )
)
@settings(max_examples=150, deadline=None)
def test_the_main_message_follows_from_the_doses(chosen: list[tuple[str, str]]) -> None:
    exercises = tuple(parse_chosen(f"{exercise} {dose}") for exercise, dose in chosen)
    plan = Plan(condition=("soleus-trigger-points",), side="left", exercises=exercises)
    all_given = prescribed(plan, LIBRARY)
    condition = LIBRARY.find_condition("soleus-trigger-points")
    aim, lasting = (string_of(SAY(one)) for one in (condition.aim, condition.usual_time))
    said = string_of(compose_message(all_given, [aim], lasting=lasting, review=None, speech=ENGLISH))
    # The oracle: what is done on each weekday, those without named days on none or on all of them.
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    def minutes(day: str, *, floating: bool) -> int:
        total = 0
        for one in all_given:
            dose = one.dose
            daily = dose.days_per_week in (None, 7) and not dose.every_days
            named = day in dose.days if dose.days else (daily or floating)
            times = dose.times_per_day or 1
            if isinstance(times, tuple):
                times = times[1 if floating else 0]
            if dose.every_hours:
                times = HOURS_AWAKE // dose.every_hours  # type: ignore[operator]
            assert isinstance(one.minutes, int) and isinstance(times, int)
            total += one.minutes * times if named else 0
        return total

    most = max(minutes(day, floating=True) for day in days)
    least = min(minutes(day, floating=False) for day in days)
    numbers = [int(number) for number in re.findall(r"\d+", said.split(", ")[1])]
    assert numbers == ([most] if least in (0, most) else [least, most])
    assert ("up to" in said.split(", ")[1]) == (least == 0)
    assert ("this exercise" in said) == (len(chosen) == 1)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("exercises: [heel-raise 3x10 7/week]\n", "minutes a day"),
        ("exercises: ['heel-raise 3x10 mon,wed']\n", "on exercise days"),
        ("exercises: [heel-raise 3x10 6 weeks]\n", "for 6 weeks, to ease"),
        ("exercises: [heel-raise 6 weeks, toe-touch 4 weeks]\n", "for up to 6 weeks, to ease"),
        ("date: 2026-11-20\nreview: 2026-12-04\n", "until your next review, to ease"),
        ("", "Do these 6 exercises, 12 to 22 minutes a day, for up to 6 weeks, to ease calf and heel pain."),
    ],
)
def test_the_main_message_says_what_how_long_and_what_for(folder: Path, plan: str, said: str) -> None:
    assert said in printed(plan)


def test_a_plan_without_exercises_has_no_main_message(folder: Path) -> None:
    assert "Do these" not in printed("exercises: []\nblocks: [overview]\n")


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize("lines", [1, 4, 20])
def test_there_is_a_place_for_questions(folder: Path, lines: int, layout: str) -> None:
    blocks = f"blocks: [exercises, {{questions: {{lines: {lines}}}}}]\n"
    assert "My questions" in printed(blocks, layout=layout)


def test_the_back_of_a_plan_sheet_is_filled_with_lines_for_questions(folder: Path) -> None:
    assert "My questions" in printed("", layout="plan-sheet")


@pytest.mark.parametrize("lines", [0, 21, "many"])
def test_a_number_of_lines_that_cannot_be_is_refused(folder: Path, lines: object) -> None:
    text = f"condition: soleus-trigger-points\nside: left\nblocks: [{{questions: {{lines: {lines}}}}}]\n"
    assert handouts("make", write_plan(text), "-o", "x.pdf").exit_code == 1


@pytest.mark.parametrize(
    ("side", "head"),
    [("side: left\n", "Left leg, from behind"), ("side: right\n", "Right leg, from behind")],
)
def test_a_map_of_one_side_is_headed_with_it(folder: Path, side: str, head: str) -> None:
    assert head in printed(f"{side}blocks: [trigger-point-map]\n")


def test_a_map_of_no_one_side_is_headed_with_none(folder: Path) -> None:
    words = printed("side: both\nblocks: [trigger-point-map]\n")
    assert "Lower leg, from behind" in words
    assert "Right leg, from behind" not in words


def test_pressing_on_a_sore_spot_fits_the_pain_rule(folder: Path) -> None:
    words = printed("blocks: [self-massage, pain-rule]\n")
    assert "3 to 5 out of 10. Then press no harder." in words
    assert "Do no more. Press no harder." in words


def test_strength_work_names_its_limit_in_the_same_breath(folder: Path) -> None:
    words = printed("blocks: [what-helps]\n")
    assert "Strength work is best tested, though not for these spots." in words


US = "name: Sample Clinic\ncountry: us\nclinician: {name: Alex Example}\n"
PLAN_US = (
    "date: 2026-11-20\nreview: 2026-12-04\npatient: {name: Sample Patient}\n"
    "exercises: [heel-raise, seated-towel-stretch, single-leg-balance]\n"
    "blocks: [exercises, find-the-spot, treatment, glossary, shoes]\n"
)
BRITISH = re.compile(r"colour|worktop|towards|physiotherapist|\b\d{1,2} (November|December)\b", re.IGNORECASE)


def test_a_clinic_in_the_us_prints_us_english_on_letter_paper(folder: Path) -> None:
    words = printed(PLAN_US, clinic=US)
    assert BRITISH.findall(words) == []
    for said in (
        "countertop",
        "new color",
        "November 20, 2026",
        "Physical therapist",
        "Call 911 now",
        "toward",
    ):
        assert said in words
    with pdfium.PdfDocument(Path("made.pdf").read_bytes()) as pdf:
        assert pdf[0].get_size() == (612, 792)


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_a_plan_in_the_us_can_ask_for_british_english(folder: Path, language: str) -> None:
    words = printed(f"language: {language}\n{PLAN_US}", clinic=US)
    assert "worktop" in words
    assert "20 November 2026" in words
    assert "Call 911 now" in words


@pytest.mark.parametrize("country", ["gb", "ie", "au", "ca", "br"])
def test_other_countries_keep_british_english(folder: Path, country: str) -> None:
    words = printed(PLAN_US, clinic=f"name: Sample Clinic\ncountry: {country}\n")
    assert "worktop" in words
    assert "countertop" not in words


def test_every_text_that_is_british_has_a_us_one() -> None:
    spoken = LIBRARY.in_language("en-US")
    for kind in ("conditions", "exercises", "safety", "muscles", "regions", "advice", "glossaries"):
        for name in LIBRARY.ids(kind):  # type: ignore[arg-type]
            model = spoken._find(kind, name, _models()[kind])  # type: ignore[arg-type]
            said = yaml.safe_dump(
                model.model_dump(mode="json", exclude={"cautions", "anatomy", "shows"}), allow_unicode=True
            )
            assert not re.search(r"colour|\bworktop|towards|physiotherap|grey\b", said), name


def _models() -> dict[str, type]:
    from handouts.library.translations import TRANSLATED

    return dict(TRANSLATED)
