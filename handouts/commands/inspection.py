"""Look through one file of any kind: what must change in it, what is worth a look, how hard it reads."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handouts.commands.kinds import ENDINGS, FOLDERS, kind_of, other_kind
from handouts.commands.surroundings import find_files, open_library, today
from handouts.compose.care import Care, care_of
from handouts.compose.care_answers import texts_in
from handouts.compose.choosing import changes_of_nothing
from handouts.compose.doubts import doubts
from handouts.compose.exercise_blocks import Exercises
from handouts.compose.handout import Handout
from handouts.compose.information_blocks import TextBlock
from handouts.compose.safety import unknown_number
from handouts.files import yaml_files
from handouts.library import CONTENT
from handouts.library.clinic_content import examine_clinic
from handouts.library.content import Library
from handouts.library.json_schema import model_of
from handouts.library.layouts import read_layout
from handouts.library.reading_level import FEWEST_WORDS, HIGHEST_GRADE, hardest_sentence, reading_grade
from handouts.library.references import check_figure, coarse_pictures
from handouts.library.words import read_words
from handouts.page.type import check_characters
from handouts.pipeline import compose, lay_out
from handouts.problems import ContentError, Problem
from handouts.request import RequestReader
from handouts.schema.base import Statement
from handouts.schema.check import in_order
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Condition
from handouts.schema.exercise import Exercise, Step
from handouts.schema.figure import Figure
from handouts.schema.plan import Plan
from handouts.schema.walk import walk
from handouts.source import Source, read_as_far

# Written for clinicians; patients never see these.
NOT_FOR_PATIENTS = ("cautions", "anatomy")
_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Reading:
    """One block of text that patients read, its US school grade, and how many words it has.

    `hardest` is its hardest sentence, empty where a plan says it: nobody's own words are repeated.
    """

    block: str
    grade: float
    words: int
    hardest: str = ""


@dataclass(frozen=True)
class Inspection:
    """What was found in one file; warnings are no reason to refuse it.

    `care` is for the plan of a handout; a plan sheet has none.
    """

    path: Path
    kind: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    reading: tuple[Reading, ...] = ()
    care: tuple[Care, ...] = ()


def inspect_file(path: Path, *, named: bool) -> Inspection | None:
    """Return what is found in a file; None for one that is not ours and was not `named`."""
    ending = ENDINGS.get(path.suffix.lower())
    if named and ending and path.is_file():
        return Inspection(path, ending.lower(), (other_kind(path, ending, "plan"),))
    try:
        source = read_as_far(path)
    except ContentError as error:
        return Inspection(path, "unknown", tuple(error.problems))
    kind = kind_of(source)
    if kind is None and source.faults:
        return Inspection(path, "unknown", source.faults)
    if kind is None:
        message = "this is no plan, clinic, layout or content."
        return Inspection(path, "unknown", (Problem(path, 0, 0, message),)) if named else None
    try:
        if kind in ("words", "translation"):
            return Inspection(path, kind, (), (*source.remarks, *_of_language(kind, source)))
        if kind == "plan":
            return _of_plan(source)
        model = _checked(kind, source)
    except ContentError as error:
        return Inspection(path, kind, tuple(in_order(error.problems)))
    reading = tuple(_reading(model))
    warnings = (*source.remarks, *_warnings(model, source), *_hard(reading, source))
    return Inspection(path, kind, (), warnings, reading)


def _of_plan(source: Source) -> Inspection:
    """Return what is found in a plan and its handout; raise ContentError with their problems."""
    request = RequestReader(find_files(source.path.parent), today=today()).read(source)
    handout, plan = compose(request, today=today()), request.plan
    lay_out(handout, request.style(), path=source.path)
    own = tuple(_reading(plan))
    warnings = (*request.unused, *_warnings(plan, source), *_hard(own, source))
    reading = (*own, *_reading_of_handout(handout, plan))
    care = care_of(handout) if request.layout.arrangement == "handout" else ()
    return Inspection(source.path, "plan", (), warnings, reading, care)


def _checked(kind: str, source: Source) -> BaseModel:
    """Return the model of a file; raise ContentError with its problems and those of what it names."""
    problems = check_characters(source)
    if kind == "clinic":
        library = find_files(source.path.parent, clinic=source.path).library()
        clinic, wrong = examine_clinic(source.path, library)
        if clinic is None or wrong:
            raise ContentError([*problems, *wrong])
        model: BaseModel = clinic.clinic
    elif kind == "layout":
        folder = source.path.parent
        model = read_layout(source.path, (folder, *open_library(folder).layouts))
    else:
        folder = source.path.parent
        library = _library(folder.parent if folder.name in FOLDERS else folder)
        model = library.check(source, model_of(kind))
        problems += check_figure(model, source) if isinstance(model, Figure) else []
    if problems:
        raise ContentError(problems)
    return model


def _of_language(kind: str, source: Source) -> list[Problem]:
    """Return what is worth a look in words or a translation; raise ContentError for what must change."""
    path = source.path
    library = _library(path.parents[1] if kind == "words" else path.parents[3])
    problems = check_characters(source)
    if kind == "words":
        _, warnings = read_words(path, library.folders)
        problems += library.in_language(path.stem).untranslated()
    else:
        warnings = library.in_language(path.parts[-3]).check_translation(path.parts[-2], path.stem)
    if problems:
        raise ContentError(problems)
    return warnings


def _library(folder: Path) -> Library:
    return _library_seen_from(Path.cwd(), folder)


# Measured: without it `check content` takes half as long again.
@cache
def _library_seen_from(here: Path, folder: Path) -> Library:
    own = folder if folder.is_dir() else None
    return open_library(folder, content=own)


def _warnings(model: BaseModel, source: Source) -> Iterator[Problem]:
    if isinstance(model, Plan):
        yield from _plan_warnings(model, source)
    if isinstance(model, Exercise):
        yield from _exercise_warnings(model, source)
    if isinstance(model, Condition) and model.check_by < today():
        message = f"this content was due for review on {model.check_by}."
        yield source.problem(("check_by",), message, "Review it, then write when it is due again.")
    if isinstance(model, Clinic):
        unknown = unknown_number(model, model.country, open_library(source.path.parent).countries)
        if unknown:
            yield source.problem(("country",), *unknown)


def _exercise_warnings(exercise: Exercise, source: Source) -> Iterator[Problem]:
    if exercise.unwritten:
        message = f"it still says `{exercise.unwritten}`, and no plan can choose it."
        yield source.problem(("steps",), message, "Write its texts, all of them.", at_key=True)
    shipped = CONTENT / "exercises" / f"{exercise.id}.yaml"
    if shipped.exists() and not shipped.samefile(source.path):
        message = f"it takes the place of the exercise `{exercise.id}` that the program brings with it."
        yield source.problem(("id",), message, "Give it another id to have both.")
    for message, hint in coarse_pictures(exercise.seen_from(source.path.parent), f"`{exercise.id}`"):
        yield source.problem((), message, hint)


def _plan_warnings(plan: Plan, source: Source) -> Iterator[Problem]:
    for message, hint in doubts(plan, open_library(source.path.parent)):
        yield source.problem(("exercises",), message, hint, at_key=True)
    if plan.previous is None:
        yield from changes_of_nothing(plan, source)


def _hard(reading: tuple[Reading, ...], source: Source) -> Iterator[Problem]:
    for one in reading:
        if one.grade > HIGHEST_GRADE and one.words >= FEWEST_WORDS:
            message = f"`{one.block}` reads at US grade {one.grade:.1f}; aim for {HIGHEST_GRADE} or less."
            yield source.problem(tuple(one.block.split(".")), message, at_key=True)


def _reading(model: BaseModel) -> Iterator[Reading]:
    for block, texts in _blocks(model):
        if texts:
            yield _read(block, texts, hardest="" if isinstance(model, Plan) else hardest_sentence(texts))


def _reading_of_handout(handout: Handout, plan: Plan) -> Iterator[Reading]:
    """Yield how hard each block of a handout reads; a plan's own words are not repeated."""
    own = _letters(" ".join(found.value for found in walk(plan) if isinstance(found.value, str)))
    for block in handout.content.blocks:
        kind = (
            block.id if isinstance(block, TextBlock) else _WORD_START.sub("-", type(block).__name__).lower()
        )
        named: list[tuple[str, object]] = [(kind, block)]
        if isinstance(block, Exercises):
            named = [(f"exercises.{card.number}", card) for card in block.cards]
        for name, value in named:
            texts = list(texts_in(value))
            hardest = hardest_sentence(texts)
            if texts:
                yield _read(f"handout.{name}", texts, hardest="" if _letters(hardest) in own else hardest)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _read(block: str, texts: list[str], *, hardest: str) -> Reading:
    words = sum(len(text.split()) for text in texts)
    return Reading(block, max(0.0, round(reading_grade(texts), 1)), words, hardest)


def _blocks(model: BaseModel) -> Iterator[tuple[str, list[str]]]:
    """Yield the text of each key of a file, or of each block where a key holds several."""
    if isinstance(model, Plan):
        notes = (one.note for one in model.exercises or ())
        yield "exercises", [note for note in notes if note]
        yield from ((key, [text]) for key in ("goal", "note") if (text := getattr(model, key)))
        return
    for key in type(model).model_fields:
        value = getattr(model, key)
        if isinstance(value, Mapping):
            yield from ((f"{key}.{block}", _said(inner)) for block, inner in value.items())
        elif key not in NOT_FOR_PATIENTS:
            yield key, _said(value)


def _said(value: Any) -> list[str]:
    return [found.value.text for found in walk(value) if isinstance(found.value, Statement | Step)]


def files_in(path: Path) -> Iterator[Path]:
    """Yield the YAML files of a folder in order, hidden ones left out, or the file itself."""
    if not path.is_dir():
        yield path
        return
    yield from yaml_files(path, inside=True)
