"""A language is its words and a file of texts for each file of content, and is never printed half."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from commands import handouts, write_plan

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.translations import TRANSLATED, digest_of_texts, texts_of_file
from handouts.schema.placeholders import texts_of
from handouts.source import read_source, write_source

pytestmark = pytest.mark.usefixtures("folder")

OWN = Path("content")
PLAN = "condition: soleus-trigger-points\nside: left\ndate: 2026-11-20\nlanguage: sv\n"
ENGLISH = Library(CONTENT)
# What is said to the program stays as it is: placeholders, tags of languages, and the letters of a pattern.
KEPT = re.compile(r"(\{.*?\}|\[[a-z]{2}:)")


def said(text: str) -> str:
    """Return a text in a made-up language, in which every e has a hat."""
    parts = KEPT.split(text)
    return "".join(part if index % 2 else part.replace("e", "ê") for index, part in enumerate(parts))


def nested(texts: dict[tuple[Any, ...], str], say: Callable[[str], str]) -> Any:
    """Return texts by their place as mappings and lists."""
    tree: Any = {}
    for location, text in texts.items():
        inside = tree
        for part in location[:-1]:
            inside = inside.setdefault(part, {})
        inside[location[-1]] = say(text)
    return as_lists(tree)


def as_lists(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if all(isinstance(key, int) for key in tree):
        return [as_lists(tree.get(index)) for index in range(max(tree) + 1)]
    return {key: as_lists(value) for key, value in tree.items()}


def write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_source(data), "utf-8")


def write_words(language: str = "sv", **changes: Any) -> None:
    english = read_source(CONTENT / "words" / "en.yaml").data
    patterns = {"dates": english["dates"]}
    words = nested({at: text for at, text, _ in texts_of(english) if at[0] not in patterns}, said)
    texts = {at: text for at, text, _ in texts_of(english)}
    help_words = words["help"]
    for place, original in zip(help_words["places"], english["help"]["places"], strict=True):
        place["codes"] = original["codes"]
    help_words["elsewhere"]["codes"] = ()
    own = {**words, **patterns, "language": language, "name": "Svenska"}
    write(
        OWN / "words" / f"{language}.yaml",
        {**own, "original": digest_of_texts(read_back(own), texts), **changes},
    )


def path_of(kind: str, name: str) -> Path:
    return OWN / "translations" / "sv" / kind / f"{name}.yaml"


def translated(kind: Any, name: str) -> dict[str, Any]:
    """Return a file of content in the made-up language."""
    texts = dict(texts_of_file(ENGLISH._find(kind, name, TRANSLATED[kind])))
    data = nested(texts, said)
    return {"original": digest_of_texts(read_back(data), texts), **data}


def read_back(data: dict[str, Any]) -> Any:
    write(Path("read-back.yaml"), data)
    return read_source(Path("read-back.yaml")).data


@cache
def language() -> dict[Path, str]:
    """Return the text of every file of the language."""
    write_words()
    for kind in TRANSLATED:
        for name in ENGLISH.ids(kind):
            write(path_of(kind, name), translated(kind, name))
    return {path: path.read_text("utf-8") for path in OWN.rglob("*.yaml")}


def write_language() -> None:
    for path, text in language().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def printed(*options: str) -> str:
    result = handouts("make", write_plan(PLAN), "-o", "made.pdf", *options)
    assert (result.stderr, result.exit_code) == ("", 0)
    pages = pypdfium2.PdfDocument("made.pdf")
    return " ".join(page.get_textpage().get_text_bounded() for page in pages)


def refused(text: str = PLAN) -> str:
    result = handouts("make", write_plan(text), "-o", "made.pdf")
    assert result.exit_code == 1
    assert not Path("made.pdf").exists()
    return result.stderr


def test_a_handout_in_a_whole_language_has_no_word_of_english() -> None:
    write_language()
    Path("clinic.yaml").write_text("name: Our Clinic\ncountry: gb\n", "utf-8")
    text = printed().replace("\r\n", " ")
    # The names of sources and of the content's version stay as they are, so only what comes before is read.
    before = text.split("Sourcês")[0]
    assert "Calf and hêêl pain" in before
    assert "Hêêl raisê" in before
    assert {word for word in re.findall(r"\w+", before) if "e" in word} <= {"fre"}, (
        "the days are those of the language"
    )


def test_a_whole_language_has_no_problem() -> None:
    write_language()
    result = handouts("check", OWN.absolute())
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_language_with_words_alone_is_refused_with_all_that_a_plan_needs() -> None:
    write_words()
    told = refused(f"{PLAN}exercises: [heel-raise, toe-touch]\n").splitlines()
    for kind, name in (
        ("conditions", "soleus-trigger-points"),
        ("exercises", "heel-raise"),
        ("exercises", "toe-touch"),
        ("safety", "lower-leg"),
        ("muscles", "soleus"),
        ("regions", "lower-leg"),
    ):
        assert any(one.startswith(f"{path_of(kind, name)}: there is no translation of the ") for one in told)
    assert not any("knee-to-wall" in one for one in told)


def test_what_a_plan_does_not_use_need_not_be_translated_to_print_it_but_is_told_by_check() -> None:
    write_language()
    path_of("exercises", "toe-touch").unlink()
    printed()
    result = handouts("check", OWN.absolute())
    assert result.exit_code == 1
    missing = path_of("exercises", "toe-touch").absolute()
    assert result.stdout.startswith(f"{missing}: there is no translation of the exercise `toe-touch`")


def test_a_text_that_is_left_out_is_told_where_it_belongs() -> None:
    write_language()
    data = translated("exercises", "heel-raise")
    del data["feel"], data["steps"][4]
    write(path_of("exercises", "heel-raise"), data)
    told = refused(f"{PLAN}exercises: [heel-raise]\n")
    assert "heel-raise.yaml:1:1: `feel` is not translated: “both calves working.”." in told
    assert "`steps` item 5 is not translated: “Lower slowly while you count to {back}.”." in told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"titel": "x"}, "the original has no text `titel` here. Did you mean `title`?"),
        ({"dose": {"reps": 9}}, "the original has no text `dose` here. A translation has the texts"),
        ({"steps": "x"}, "the original has a list here. Write it in the same form."),
        ({"feel": ["x"]}, "the original has `key: value` lines here."),
        ({"title": ["x"]}, "`title` is a list; write text."),
        ({"title": "x" * 121}, "`title` has 121 characters; the most is 120."),
        ({"start": "Use {sid}."}, "nothing is filled in for `{sid}` here."),
    ],
)
def test_what_does_not_fit_the_original_is_told_in_the_file_of_the_translation(
    change: dict[str, Any], told: str
) -> None:
    write_language()
    path = path_of("exercises", "heel-raise")
    write(path, {**translated("exercises", "heel-raise"), **change})
    result = handouts("check", path.absolute())
    assert result.exit_code == 1
    assert re.match(rf"{path.absolute()}:\d+:\d+: ", result.stdout)
    assert told in result.stdout


def test_a_changed_original_is_told_with_what_to_write_when_the_translation_is_right_again() -> None:
    write_language()
    path = path_of("exercises", "heel-raise")
    mark = translated("exercises", "heel-raise")["original"]
    write(path, {**translated("exercises", "heel-raise"), "original": "0badc0de"})
    result = handouts("check", path.absolute())
    assert result.exit_code == 0
    assert "1:11: warning: the original has changed since this was translated." in result.stdout
    assert f"write `original: {mark}`" in result.stdout


def test_a_translation_that_does_not_tell_its_original_is_told() -> None:
    write_language()
    data = translated("safety", "lower-leg")
    del data["original"]
    write(path_of("safety", "lower-leg"), data)
    assert "this does not tell which texts it was made from" in handouts("check", OWN.absolute()).stdout


def test_a_partial_language_has_some_texts_and_the_others_are_english() -> None:
    write(
        OWN / "words" / "sv.yaml",
        {"language": "sv", "name": "Svenska", "partial": True, "card": {"feel": "**Sentu** {text}"}},
    )
    write(path_of("exercises", "heel-raise"), {"title": "Hêêl raisê", "steps": [None, {"text": "Paŝu."}]})
    text = printed("--exercise", "heel-raise")
    assert "Hêêl raisê" in text
    assert "Sentu both calves working" in text.replace("\r\n", " ")
    assert "Paŝu." in text
    assert "Rise onto the balls" in text.replace("\r\n", " ")


def test_a_country_variant_lies_over_its_own_language() -> None:
    write_language()
    write(
        OWN / "words" / "sv-FI.yaml",
        {
            "language": "sv-FI",
            "name": "Finlandssvenska",
            "partial": True,
            "card": {"feel": "**Sentu** {text}"},
        },
    )
    text = printed("--exercise", "heel-raise", "--language", "sv-FI").replace("\r\n", " ")
    assert "Sentu both calvês working" in text


def test_words_that_are_left_out_or_unknown_are_told() -> None:
    write_words(footer={"page": "{page}", "pages": "x", "id": "I", "handout": "H"}, sides=["x"])
    told = refused()
    assert "sv.yaml" in told
    assert "there is no key `pages` here. Did you mean `page`?" in told
    assert "`file_title` is missing." in told
    assert "`sides` is a list; write `key: value` lines." in told


def test_a_plural_form_that_a_language_needs_is_told() -> None:
    write_words(groups={"stretch": "S", "strengthen": "S", "loosen": "L"}, language="pl")
    Path(OWN, "words", "pl.yaml").rename(OWN / "words" / "sv.yaml")
    assert "the plural form `few` is missing here." in refused()


def test_a_translation_of_what_is_not_translated_is_told() -> None:
    write_words()
    path = path_of("figures", "heel-raise")
    write(path, {"title": "x"})
    assert "nothing of this kind is translated" in handouts("check", path.absolute()).stdout
