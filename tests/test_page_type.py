from pathlib import Path

import pytest

from handouts.page.type import check_characters, missing_characters, typeface, width_pt
from handouts.source import parse_source


def test_a_run_is_as_wide_as_its_characters_together() -> None:
    face = typeface(strong=False)
    widths = [face.getCharWidth(ord(character)) for character in "Hi"]
    assert width_pt("Hi", strong=False, size_pt=10) == sum(widths) / 100
    assert width_pt("", strong=False, size_pt=10) == 0


def test_strong_text_is_wider() -> None:
    assert width_pt("heel", strong=True, size_pt=12) > width_pt("heel", strong=False, size_pt=12)
    faces = [str(typeface(strong=strong).name.ustr) for strong in (False, True)]
    assert faces == ["FiraGO-Regular", "FiraGO-Bold"]


def test_narrow_spaces_are_as_wide_as_the_space_they_are_set_as() -> None:
    space = width_pt(" ", strong=False, size_pt=12)
    assert width_pt("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", strong=False, size_pt=12) == 2 * space
    assert width_pt("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}", strong=False, size_pt=12) == 0


def test_european_scripts_and_the_signs_of_a_handout_can_be_printed() -> None:
    assert missing_characters("Zoë naïve Żółć Ελλάδα Київ Nguyễn ½ × ≤ ≥ → – … “’” • €\n\t\u202f\u00ad") == ()


@pytest.mark.parametrize("character", ["☐", "✓", "日", "😀", "\ue000", "\x07"])
def test_a_character_no_face_has_is_missing(character: str) -> None:
    assert missing_characters(f"a{character}b{character}") == (character,)


@pytest.mark.parametrize("word", ["ساق", "שוק", "पैर", "ขา"])
def test_a_script_that_must_be_shaped_is_missing_although_it_has_glyphs(word: str) -> None:
    assert missing_characters(word) == tuple(dict.fromkeys(word))


def test_a_problem_names_the_character_and_where_it_stands() -> None:
    source = parse_source("title: Calf\nsteps:\n  - Stand\n  - Tick ☐ here ☐\n", Path("heel-raise.yaml"))
    (problem,) = check_characters(source)
    assert str(problem).startswith("heel-raise.yaml:4:10: `☐` U+2610 Ballot box cannot be printed.")


def test_a_file_that_can_be_printed_has_no_problem() -> None:
    assert check_characters(parse_source("title: Calf é\nreps: 12\n", Path("a.yaml"))) == []


def told(text: str) -> list[str]:
    return [str(problem) for problem in check_characters(parse_source(f"name: {text}\n", Path("a.yaml")))]


def test_all_characters_of_a_text_are_told_at_once() -> None:
    (problem,) = told("well 😀 done ✓ 😀")
    assert problem.startswith(
        "a.yaml:1:12: `😀` U+1F600 Grinning face, `✓` U+2713 Check mark cannot be printed."
    )


def test_a_person_is_told_which_letters_cannot_be_printed_yet() -> None:
    (problem,) = told("Sara שרה")
    assert problem.startswith("a.yaml:1:12: Hebrew characters cannot be printed yet: `ש` U+05E9")
    assert problem.endswith("Write it in Latin letters.")


def test_an_accent_that_is_no_part_of_a_letter_is_named() -> None:
    assert told("Zoe\u0308 Jirˇí") == []
    (problem,) = told("x\u0303")
    assert problem.startswith("a.yaml:1:8: U+0303 Combining tilde cannot be printed.")


@pytest.mark.parametrize(("name", "script"), [("שרה", "Hebrew"), ("ᏣᎳᎩ", "Some")])
def test_the_letters_of_a_name_are_not_repeated(name: str, script: str) -> None:
    source = parse_source(f"patient: {{name: {name}}}\n", Path("a.yaml"))
    (problem,) = check_characters(source)
    assert problem.message == f"{script} characters cannot be printed yet."
