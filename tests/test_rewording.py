"""A plan or a clinic says a text in words of its own: the paper tells, and the warning signs stay."""

from pathlib import Path

import pytest
from commands import handouts
from judge import faults
from own_content import plan_of
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

CLINIC = "name: Sample Clinic\ncountry: gb\n"
OWN = "own words"


def made(*options: str) -> str:
    result = handouts("make", "plan.yaml", "-o", "made.pdf", "--force", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    content = Path("made.pdf").read_bytes()
    assert faults(content) == []
    return page_text(content)


def refused(texts: str) -> str:
    plan_of("heel-raise", more=texts)
    result = handouts("make", "plan.yaml", "-o", "x.pdf")
    assert result.exit_code == 1
    return result.stderr


def test_a_whole_text_is_said_anew_and_the_foot_tells() -> None:
    plan_of("heel-raise")
    usual = made()
    assert OWN not in usual and "Your soleus" in usual
    plan_of("heel-raise", more="texts: {overview: This is what we found.}\n")
    words = made()
    assert "This is what we found." in words and "Your soleus (say" not in words
    assert "What is it?" in words
    assert "version 1.0, own words ·" in words
    assert "version 1.0, own words" in made("-l", "clinic", "--colour", "black")


def test_a_heading_or_a_paragraph_alone_is_said_anew() -> None:
    plan_of(
        "heel-raise",
        more="texts: {overview: {heading: What we found, paragraphs: {'2': A tight spot in your calf.}}}\n",
    )
    words = made()
    assert "What we found" in words and "What is it?" not in words
    assert "A tight spot in your calf." in words and "Your soleus" in words


def test_a_list_of_paragraphs_and_bullets_is_a_whole_text() -> None:
    plan_of(
        "heel-raise",
        more="texts:\n  overview:\n    - First words.\n    - bullets: [One thing., Two things.]\n",
    )
    words = made()
    assert "First words." in words and "Two things." in words


def test_a_clinic_rewords_a_text_of_one_condition_and_a_plan_wins() -> None:
    own = "texts: {soleus-trigger-points.overview: As our clinic says it.}\n"
    Path("clinic.yaml").write_text(CLINIC + own, "utf-8")
    plan = plan_of("heel-raise")
    plan.write_text(plan.read_text("utf-8").replace("country: gb\n", ""), "utf-8")
    assert handouts("check", "clinic.yaml", "plan.yaml").exit_code == 0
    assert "As our clinic says it." in made()
    plan.write_text(plan.read_text("utf-8") + "texts: {overview: As this plan says it.}\n", "utf-8")
    words = made()
    assert "As this plan says it." in words and "As our clinic" not in words


def test_own_words_for_one_condition_are_not_said_of_another() -> None:
    own = "texts: {heel-pain.overview: As our clinic says it., heel-pain.causes: Ours.}\n"
    Path("clinic.yaml").write_text(CLINIC + own, "utf-8")
    Path("plan.yaml").write_text("condition: [heel-pain, soleus]\nside: left\ndate: 2026-11-20\n", "utf-8")
    words = made()
    assert words.count("As our clinic says it.") == 1 and "Your soleus" in words
    told = handouts("verify", "made.pdf", "--plan", "plan.yaml", "--clinic", "clinic.yaml")
    assert told.exit_code == 0, told.stdout
    Path("plan.yaml").write_text("condition: soleus\nside: left\ndate: 2026-11-20\n", "utf-8")
    words = made()
    assert "As our clinic" not in words and "own words" not in words


def test_words_that_could_be_for_several_conditions_are_refused_with_their_names() -> None:
    Path("clinic.yaml").write_text(f"{CLINIC}texts: {{overview: As our clinic says it.}}\n", "utf-8")
    told = handouts("check", "clinic.yaml")
    assert "clinic.yaml:3:9: `overview` is another text in each condition. Say of which:" in told.stdout
    assert "`heel-pain.overview`" in told.stdout
    Path("clinic.yaml").unlink()
    both = "condition: [heel-pain, soleus]\nside: left\ncountry: gb\n"
    Path("plan.yaml").write_text(f"{both}texts: {{overview: Words.}}\n", "utf-8")
    told = handouts("make", "plan.yaml", "-o", "x.pdf")
    assert "Say of which: `heel-pain.overview` or `soleus-trigger-points.overview`." in told.stderr


def test_a_clinic_rewords_what_conditions_share() -> None:
    Path("clinic.yaml").write_text(f"{CLINIC}texts: {{treatment: Ours for all.}}\n", "utf-8")
    for condition, is_shared in (("soleus", True), ("heel-pain", False)):
        plan = f"condition: {condition}\nside: left\nblocks: [exercises, treatment]\n"
        Path("plan.yaml").write_text(plan, "utf-8")
        assert ("Ours for all." in made()) == is_shared


def test_verify_tells_what_differs() -> None:
    plan_of("heel-raise", more="texts: {overview: One.}\n")
    made()
    assert handouts("verify", "made.pdf", "--plan", "plan.yaml").exit_code == 0
    plan_of("heel-raise", more="texts: {overview: Two.}\n")
    assert "own words of `overview`: changed" in handouts("verify", "made.pdf", "--plan", "plan.yaml").stdout
    plan_of("heel-raise")
    told = handouts("verify", "made.pdf", "--plan", "plan.yaml")
    assert (told.exit_code, "own words of `overview`: no longer there" in told.stdout) == (1, True)


def test_a_saved_plan_keeps_its_own_words() -> None:
    plan_of("heel-raise", more="texts: {overview: {heading: What we found, paragraphs: {'2': A spot.}}}\n")
    made("--save-plan", "saved.yaml")
    assert handouts("verify", "made.pdf", "--plan", "saved.yaml").exit_code == 0


FAULTS = {
    "texts: {safety: All is well.}\n": "plan.yaml:6:9: the warning signs cannot be reworded.",
    "texts: {exercises: Do them.}\n": "`exercises` is put together by the program",
    "texts: {overveiw: Words.}\n": "Did you mean `overview`?",
    "texts: {overview: {paragraphs: {'9': Words.}}}\n": "`overview` has no paragraph 9; it has 2.",
    "texts: {overview: 'See {nobody}.'}\n": "plan.yaml:6:24: nothing is filled in",
}


@pytest.mark.parametrize("texts", FAULTS)
def test_what_cannot_be_reworded_is_told_at_its_place(texts: str) -> None:
    assert FAULTS[texts] in refused(texts)


def test_a_fault_of_the_clinics_words_is_told_in_its_file() -> None:
    Path("clinic.yaml").write_text(f"{CLINIC}texts: {{safety: All is well.}}\n", "utf-8")
    plan_of("heel-raise")
    for words in (("check", "clinic.yaml"), ("make", "plan.yaml", "-o", "x.pdf")):
        result = handouts(*words)
        assert "clinic.yaml:3:9: the warning signs cannot be reworded." in result.stdout + result.stderr
        assert result.exit_code == 1


def test_own_words_that_are_not_printed_are_told() -> None:
    plan_of("heel-raise", more="texts: {overview: Words.}\nblocks: [exercises]\n")
    assert (
        "the text `overview` is reworded, but not printed."
        in handouts("make", "plan.yaml", "-o", "x.pdf").stderr
    )
