"""The shipped content is valid, sourced, short, plain and British, and claims no more than its sources."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from handouts.schema.check import check
from handouts.schema.condition import Advice, Condition, Safety
from handouts.schema.exercise import Exercise
from handouts.schema.figure import Figure
from handouts.schema.muscle import Muscle
from handouts.schema.reference import Glossary, References
from handouts.schema.region import Region
from handouts.schema.shorthand import spell_out_exercises
from handouts.source import read_source

CONTENT = Path(__file__).parent.parent / "content"
MODELS: dict[str, type[BaseModel]] = {
    "advice": Advice,
    "conditions": Condition,
    "exercises": Exercise,
    "figures": Figure,
    "glossaries": Glossary,
    "muscles": Muscle,
    "regions": Region,
    "safety": Safety,
}
FILES = sorted(path for folder in MODELS for path in (CONTENT / folder).glob("*.yaml"))
# Names a patient must meet, and that no shorter word can replace: they count as one plain word.
NAMES = re.compile(
    r"SOH-lee-us|soleus|gas-trok-NEE-mee-us|gastrocnemius|Achilles|plantar fasciitis|tendinopathy|"
    r"physiotherapist|acupuncture|NICE|sciatica|glaucoma",
    re.IGNORECASE,
)
OVERCLAIMS = re.compile(
    r"\bbreak\w* (it |them )?up\b|\binflam|\bwhole body\b|\bknots?\b|\bmelt|\btoxin|\bcures?\b|"
    r"\bguarantee|\balways works\b|\bkey to\b|\bTrP|\brestores? blood|\bchronic\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(color|center|gray|fiber|toward\b|program\b|behavior|favor|labor|tumor|meter|centimeter|edema|"
    r"stabiliz|recogniz|practiced)",
    re.IGNORECASE,
)


# Measured: half of the time of these tests, for each file is read by many.
@cache
def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def name(path: Path) -> str:
    return str(path.relative_to(CONTENT))


def values(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every mapping and scalar under a node with its path."""
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from values(value, f"{path}.{key}".strip("."))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from values(value, f"{path}.{number}".strip("."))


def is_text(node: dict[str, Any]) -> bool:
    return isinstance(node.get("text"), str)


def statements(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a patient reads, with its place; cautions are for the clinician."""
    for place, node in values(load(path)):
        if isinstance(node, dict) and is_text(node) and "cautions" not in place:
            yield f"{name(path)}#{place}", node["text"]


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"[.!?:]+(?:\s+|$)", text.replace("**", "")) if one.strip()]


def syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, without a silent e."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    quiet = re.sub(r"(?<=[^aeiouy])(es|ed|e)$", "", letters) if len(letters) > 3 else letters
    ending = 1 if re.search(r"([^aeiouy]l(e|es|ed)|[sxz]es|ches|shes|[td]ed)$", letters) else 0
    return max(1, len(re.findall(r"[aeiouy]+", quiet)) + (ending if quiet != letters else 0))


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade, with the names that cannot be avoided as plain words."""
    every = [one for text in texts for one in sentences(NAMES.sub("calf", text))]
    words = [word for one in every for word in one.split()]
    return 0.39 * len(words) / len(every) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def said(step: dict[str, str]) -> list[str]:
    return [step[key].replace("{side}", "right") for key in ("text", "both") if key in step]


def exercise_files() -> list[Path]:
    return sorted((CONTENT / "exercises").glob("*.yaml"))


def patient_files() -> list[Path]:
    folders = ("advice", "conditions", "exercises", "safety")
    return sorted(path for folder in folders for path in (CONTENT / folder).glob("*.yaml"))


def test_the_reading_grade_tells_plain_words_from_hard_ones() -> None:
    assert grade(["Keep both heels down. Bend your knees."]) < 2
    assert grade(["Persistent immobilisation occasionally precipitates considerable deterioration."]) > 15


def test_the_twelve_exercises_of_the_first_subject_are_there() -> None:
    assert len(exercise_files()) >= 12


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_content_file_fits_its_model_and_bears_its_own_id(path: Path) -> None:
    source, misread = spell_out_exercises(read_source(path))
    content = check(source, MODELS[path.parent.name], also=misread)
    assert getattr(content, "id", path.stem) == path.stem


def test_a_shipped_exercise_leaves_nothing_out() -> None:
    """One's own may do with an id, a title and steps."""
    for path in exercise_files():
        exercise = load(path)
        needed = "group position purpose counts seconds_per_rep dose start feel avoid cautions"
        needed += " easier harder caption figure sources"
        assert {*needed.split()} - {*exercise} == set(), name(path)
        # What is in the middle of the body has no side.
        assert "sides" in exercise or exercise["limb"] in ("neck", "back"), name(path)
        texts = [
            *exercise["steps"],
            *(exercise[key] for key in ("purpose", "feel", "avoid", "easier", "harder")),
        ]
        assert all(isinstance(one, dict) for one in texts), name(path)


def test_a_file_of_content_names_its_licence() -> None:
    assert [name(path) for path in FILES if load(path).get("licence") != "MIT"] == []


def test_every_source_is_listed() -> None:
    known = set(load(CONTENT / "sources.yaml"))
    for path in FILES:
        for place, node in values(load(path)):
            if isinstance(node, dict):
                assert set(node.get("sources") or ()) <= known, f"{name(path)}: {place}"


def test_every_statement_names_a_source() -> None:
    for path in patient_files():
        for place, node in values(load(path)):
            unsourced = re.search(r"^steps|bands|easier|harder", place)
            if isinstance(node, dict) and is_text(node) and not unsourced:
                assert node.get("sources"), f"{name(path)}: {place}"


def test_the_sources_fit_their_model_and_the_glossary_has_the_words_of_the_fact_base() -> None:
    assert check(read_source(CONTENT / "sources.yaml"), References).root
    assert len(load(CONTENT / "glossaries" / "lower-leg.yaml")["terms"]) == 30


def test_no_source_is_listed_that_nothing_rests_on() -> None:
    used = {
        source
        for path in (*FILES, CONTENT / "countries.yaml")
        for _, node in values(load(path))
        if isinstance(node, dict)
        for source in node.get("sources") or ()
    }
    assert set(load(CONTENT / "sources.yaml")) - used == set()


def test_every_named_exercise_exists() -> None:
    known = {path.stem for path in exercise_files()}
    for path in exercise_files():
        exercise = load(path)
        rungs = {exercise[rung].get("exercise", path.stem) for rung in ("easier", "harder")}
        assert rungs <= known, name(path)
    for path in (CONTENT / "conditions").glob("*.yaml"):
        assert {usual.split()[0] for usual in load(path).get("exercises", ())} <= known


def test_a_sign_says_the_same_in_every_file_that_has_it() -> None:
    """On the sheet of two parts of the body a sign is said once: no other words may hide behind its name."""
    for urgency in ("emergency", "hospital", "today", "stop"):
        said: dict[str, str] = {}
        for path in sorted((CONTENT / "safety").glob("*.yaml")):
            for one in load(path).get(urgency, ()):
                if "sign" in one:
                    assert said.setdefault(one["sign"], one["text"]) == one["text"], (name(path), one["sign"])


def test_every_named_picture_muscle_region_and_warning_exists() -> None:
    folders = {"figure": "figures", "muscle": "muscles", "region": "regions", "safety": "safety"}
    for path in patient_files():
        for key, folder in folders.items():
            named = load(path).get(key)
            assert named is None or (CONTENT / folder / f"{named}.yaml").is_file(), f"{name(path)}: {named}"


def test_a_step_is_short_enough_to_read_while_moving() -> None:
    for path in exercise_files():
        steps = load(path)["steps"]
        assert 4 <= len(steps) <= 6, name(path)
        for text in (text for step in steps for text in said(step)):
            text = re.sub(r"{(go|back)}", "2", text)
            assert len(text) <= 52, (name(path), text)
            assert all(len(one.split()) <= 12 for one in sentences(text)), (name(path), text)


def test_a_step_never_says_a_number_that_the_dose_sets() -> None:
    for path in exercise_files():
        for text in (text for step in load(path)["steps"] for text in said(step)):
            assert not re.search(r"\d+ ?(seconds?|times|sets?|reps?|minutes?)\b", text), (name(path), text)


def test_a_step_that_names_a_side_can_be_said_for_both() -> None:
    for path in exercise_files():
        for step in load(path)["steps"]:
            assert "{side}" not in step["text"] or "both" in step, (name(path), step["text"])
            assert "{" not in step.get("both", ""), (name(path), step["both"])


def test_an_exercise_card_keeps_its_budget() -> None:
    for path in exercise_files():
        exercise = load(path)
        for part, longest in (("feel", 48), ("avoid", 48), ("ask_first", 90)):
            assert len(exercise.get(part, {"text": ""})["text"]) <= longest, (name(path), part)
        assert exercise["cautions"] or exercise["group"] == "loosen", name(path)


def test_feel_avoid_and_ask_first_go_on_from_the_word_before() -> None:
    for path in exercise_files():
        exercise = load(path)
        for part in ("feel", "avoid", "ask_first"):
            text = exercise.get(part, {"text": "a."})["text"]
            assert text[0].islower(), (name(path), part)
            assert text.endswith("."), (name(path), part)


def test_steps_read_at_grade_5() -> None:
    for path in exercise_files():
        assert grade([step["text"] for step in load(path)["steps"]]) <= 5, name(path)


@pytest.mark.parametrize("path", sorted((CONTENT / "safety").glob("*.yaml")), ids=name)
def test_safety_reads_at_grade_5_in_short_lines(path: Path) -> None:
    texts = [text for _, text in statements(path)]
    assert grade(texts) <= 5
    for group in ("emergency", "hospital", "today"):
        for sign in load(path)[group]:
            assert len(sign["text"].split()) <= 12, sign["text"]


@pytest.mark.parametrize("path", sorted((CONTENT / "safety").glob("*.yaml")), ids=name)
def test_no_phone_number_stands_in_safety_because_it_depends_on_the_country(path: Path) -> None:
    assert not re.search(r"\d{3}", " ".join(text for _, text in statements(path)))


def blocks(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the texts that are read in one go: a text block, or a whole exercise or advice."""
    content = load(path)
    rest = {key: said for key, said in content.items() if key not in ("texts", "steps", "cautions")}
    for block, body in (*content.get("texts", {}).items(), (path.stem, rest)):
        yield block, [node["text"] for _, node in values(body) if isinstance(node, dict) and is_text(node)]


@pytest.mark.parametrize("path", patient_files(), ids=name)
def test_a_block_reads_at_grade_6(path: Path) -> None:
    for block, texts in blocks(path):
        assert grade(texts) <= 6, block


@pytest.mark.parametrize("path", patient_files(), ids=name)
def test_no_sentence_is_longer_than_15_words_or_18_where_it_weighs_proof(path: Path) -> None:
    for place, text in statements(path):
        longest = 18 if place.endswith(".known") else 15
        for one in sentences(text):
            assert len(one.split()) <= longest, f"{place}: {one}"


def said_of(pattern: re.Pattern[str]) -> list[str]:
    """Return the statements of all files in which a pattern is found."""
    found = ((path, place, text) for path in FILES for place, text in statements(path))
    return [f"{name(path)} {place}: {text}" for path, place, text in found if pattern.search(text)]


def test_nothing_is_claimed_that_the_sources_do_not_carry() -> None:
    assert said_of(OVERCLAIMS) == []


def test_the_spelling_is_british() -> None:
    assert said_of(AMERICAN) == []


def test_strong_words_are_marked_in_pairs_and_placeholders_are_known() -> None:
    for path in patient_files():
        for place, text in statements(path):
            assert text.count("**") % 2 == 0, f"{name(path)}: {place}"
            known = {"side", "leg", "us", "go", "back"}
            assert set(re.findall(r"{(.*?)}", text)) <= known, f"{name(path)}: {place}"


@pytest.mark.parametrize("path", sorted((CONTENT / "conditions").glob("*.yaml")), ids=name)
def test_the_pain_rule_covers_0_to_10_without_a_gap(path: Path) -> None:
    bands = load(path)["pain_rule"]["bands"]
    assert [at for band in bands for at in range(band["low"], band["high"] + 1)] == list(range(11))
    assert all(len(band["text"]) <= 58 for band in bands)


def test_a_word_of_the_glossary_is_explained_in_one_plain_line() -> None:
    for path in (CONTENT / "glossaries").glob("*.yaml"):
        for one in load(path)["terms"]:
            assert len(one["meaning"]) <= 90, one["term"]
            assert len(one["meaning"].split()) <= 18, one["term"]


def test_the_block_about_the_muscle_reads_at_grade_6() -> None:
    words = NAMES.pattern + "|gastrocnemius|plantaris|tibial"
    texts = [
        text
        for path in (CONTENT / "muscles").glob("*.yaml")
        for place, text in statements(path)
        if not place.endswith(".anatomy")
    ]
    assert grade([re.sub(words, "calf", text, flags=re.IGNORECASE) for text in texts]) <= 6
