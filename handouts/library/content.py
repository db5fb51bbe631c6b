"""Find the content by id: each file is read when it is first asked for, and every reference is checked."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel

from handouts.files import yaml_files
from handouts.library import CONTENT, LAYOUTS
from handouts.library.layouts import base_layout
from handouts.library.names import ContentNames, in_place_of
from handouts.library.phases import unfit_phases
from handouts.library.references import (
    ONE,
    check_figure,
    unfit_pictures,
    unknown_blocks,
    unknown_colours,
    unknown_ids,
    unknown_points,
    unknown_zones,
    unlike_shown,
)
from handouts.library.translations import FOLDER, TRANSLATED, read_translation, stale, texts_of_file
from handouts.library.words import ENGLISH, Speech, find_words, language_id
from handouts.problems import ContentError, Problem, did_you_mean, file_error, listed
from handouts.schema.base import Kind
from handouts.schema.caution import PatientFact, PatientFacts
from handouts.schema.check import check, in_order, misnamed
from handouts.schema.condition import Advice, Condition, Safety
from handouts.schema.country import Countries, CountryNumbers
from handouts.schema.exercise import Exercise
from handouts.schema.figure import Figure
from handouts.schema.muscle import Muscle
from handouts.schema.placeholders import unread_marks
from handouts.schema.reference import Glossary, Reference, References
from handouts.schema.region import Body, Region
from handouts.schema.sentences import shortened
from handouts.schema.shorthand import spell_out_dose, spell_out_exercises
from handouts.source import Source, read_as_far, read_source

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

# More ids than this are no help in a hint.
MOST_LISTED = 8


class Library:
    """The content of one or more folders; where two have a file of one id, the first folder's is taken.

    So a clinic's own folder before the one that comes with the program can add to it and change it.
    """

    def __init__(self, *folders: Path, layouts: tuple[Path, ...] = (LAYOUTS,)) -> None:
        """Remember the folders; nothing is read yet."""
        self.folders = folders
        self.layouts = layouts
        self.language = ENGLISH.stem
        self._original: Library | None = None
        self._spoken: dict[str, Library] = {}
        self._files: dict[Kind, dict[str, Path]] = {}
        self._found: dict[tuple[Kind, str], Any] = {}
        self._sources: dict[tuple[Kind, str], Source] = {}

    def in_language(self, language: str) -> "Library":
        """Return this library in a language such as `de` or `en-US`.

        The texts of a translation are laid over each file when it is read. A text that is left out is a
        problem; only where the language is partial it stays as it is in the language without the country,
        or in English.
        """
        name = language_id(language, self.folders) or language
        if name not in self._spoken:
            spoken = self if name == self.language else Library(*self.folders, layouts=self.layouts)
            if spoken is not self:
                parent = language_id(name.split("-")[0], self.folders)
                spoken._original = self.in_language(parent) if parent not in (None, name) else self
                spoken.language = name
            self._spoken[name] = spoken
        return self._spoken[name]

    @cached_property
    def speech(self) -> Speech:
        """The words of the language, and its ways with dates, numbers and lists."""
        return find_words(self.language, self.folders)

    def remarks(self) -> list[Problem]:
        """Return what is worth a look in the files that were read so far."""
        others = [one for one in self._spoken.values() if one is not self]
        own = [remark for source in self._sources.values() for remark in source.remarks]
        return [*own, *(remark for one in others for remark in one.remarks())]

    @property
    def partial(self) -> bool:
        """Whether the language only has some texts of its own."""
        return dict(self.speech.words.items()).get("partial") is True

    def untranslated(self) -> list[Problem]:
        """Return what keeps this language from being complete: files that are not there."""
        every = [(kind, name) for kind in TRANSLATED for name in self.ids(kind)]
        missing = [] if not self._original or self.partial else every
        return [self._not_there(*one) for one in missing if not self._translation(*one).is_file()]

    def check_translation(self, folder: str, name: str) -> list[Problem]:
        """Return warnings of a translated file; raise ContentError for what must change in it."""
        kind = next((kind for kind in TRANSLATED if kind == folder), None)
        if self._original is None or kind is None:
            where = self.folders[0] / FOLDER / self.language / folder / f"{name}.yaml"
            hint = f"These are: {listed(TRANSLATED, last='and')}."
            raise file_error(where, "nothing of this kind is translated.", hint)
        self._find(kind, name, TRANSLATED[kind])
        original = self._original._find(kind, name, TRANSLATED[kind])
        return stale(read_source(self._translation(kind, name)), texts_of_file(original))

    def find_exercise(self, exercise: str) -> Exercise:
        """Return an exercise; raise ContentError when it is missing or wrong, as all of these do."""
        found = self._find("exercises", exercise, Exercise)
        return found.seen_from(self.file("exercises", exercise).path.parent) if found.photos else found

    def find_condition(self, condition: str) -> Condition:
        """Return a condition."""
        return self._find("conditions", condition, Condition)

    def find_muscle(self, muscle: str) -> Muscle:
        """Return a muscle."""
        return self._find("muscles", muscle, Muscle)

    def find_region(self, region: str) -> Region:
        """Return a region of the body."""
        return self._find("regions", region, Region)

    def find_figure(self, figure: str) -> Figure:
        """Return a figure."""
        return self._find("figures", figure, Figure)

    def find_safety(self, safety: str) -> Safety:
        """Return the warning signs of a region."""
        return self._find("safety", safety, Safety)

    def find_advice(self, advice: str) -> Advice:
        """Return a text block that conditions share."""
        return self._find("advice", advice, Advice)

    def find_glossary(self, glossary: str) -> Glossary:
        """Return the words of the trade of a region."""
        return self._find("glossaries", glossary, Glossary)

    @cached_property
    def exercise_names(self) -> ContentNames:
        """Every name of every exercise."""
        return ContentNames(self.paths("exercises"))

    @cached_property
    def condition_names(self) -> ContentNames:
        """Every name of every condition."""
        return ContentNames(self.paths("conditions"))

    @cached_property
    def sources(self) -> dict[str, Reference]:
        """Every source by id."""
        return self._listed("sources", References)

    @cached_property
    def facts(self) -> dict[str, PatientFact]:
        """What may be true of a person and decides what they can do, by id."""
        return self._listed("facts", PatientFacts)

    @cached_property
    def countries(self) -> dict[str, CountryNumbers]:
        """Whom to call in each country, by its code."""
        return self._listed("countries", Countries)

    @cached_property
    def body(self) -> Body:
        """The small body on which every region is found."""
        files = (folder / "body.yaml" for folder in self.folders)
        return check(read_source(next(file for file in files if file.is_file())), Body)

    def _listed(self, name: str, model: type[RootModel[dict[str, T]]]) -> dict[str, T]:
        """Return what the files of this name list; of two alike the one of the first folder is taken."""
        files = (folder / f"{name}.yaml" for folder in reversed(self.folders))
        lists = (check(read_source(file), model).root for file in files if file.is_file())
        return {key: one for listed in lists for key, one in listed.items()}

    def usual_language(self, country: str | None) -> str:
        """Return the language of a country, this library's own where it has none of its own."""
        return getattr(self.countries.get(country or ""), "language", None) or self.language

    def ids(self, kind: Kind) -> list[str]:
        """Return the ids of a kind, sorted; for all but sources and facts no file is read."""
        return sorted(self._known(kind))

    def file(self, kind: Kind, name: str) -> Source:
        """Return the source that a model which was found came from, with the places of its values."""
        return self._sources[kind, name]

    def missing(self, kind: Kind, name: str) -> tuple[str, str] | None:
        """Return the message and hint for an id that is not there, or None for one that is."""
        if name in self._known(kind):
            return None
        ids = self.ids(kind)
        few = f"There {'is' if len(ids) == 1 else 'are'} only {listed(ids, last='and')}." if ids else ""
        known = few if len(ids) <= MOST_LISTED else f"`handouts list {kind}` tells all there are."
        is_other = kind != "conditions"
        near = did_you_mean(name, ids) if is_other else in_place_of(name, self.condition_names, self.facts)
        return f"there is no {ONE[kind]} `{shortened(name)}`.", near or known

    def _known(self, kind: Kind) -> Mapping[str, object]:
        return getattr(self, kind) if kind in ("sources", "facts") else self.paths(kind)

    def paths(self, kind: Kind) -> dict[str, Path]:
        """Return the files of a kind by id; only names that are listed here are ever opened."""
        if kind not in self._files:
            folders = self.layouts if kind == "layouts" else [folder / kind for folder in self.folders]
            files = {path.stem: path for folder in reversed(folders) for path in yaml_files(folder)}
            self._files[kind] = files
        return self._files[kind]

    def _find(self, kind: Kind, name: str, model: type[M]) -> M:
        if (kind, name) not in self._found:
            self._found[kind, name] = self._read(kind, name, model)
        found: M = self._found[kind, name]
        return found

    def _read(self, kind: Kind, name: str, model: type[M]) -> M:
        missing = self.missing(kind, name)
        if missing:
            where = self.folders[0] / kind if self.folders else Path(kind)
            raise file_error(where, *missing)
        source = read_as_far(self.paths(kind)[name])
        if self._original and kind in TRANSLATED:
            source = self._translated(kind, name, model, original=self._original)
        found = self.check(source, model)
        self._sources[kind, name] = source
        return found

    def _translated(self, kind: Kind, name: str, model: type[M], *, original: "Library") -> Source:
        """Return the file of a model with the texts of this language in it."""
        found = original._find(kind, name, model)
        source = original.file(kind, name)
        if model is Condition:
            source, _ = spell_out_exercises(source)
        path = self._translation(kind, name)
        if path.is_file():
            return read_translation(path, found, source, partial=self.partial)
        if not self.partial:
            raise ContentError([self._not_there(kind, name)])
        return source

    def _translation(self, kind: Kind, name: str) -> Path:
        """Return the first folder's file with a translation, or where it would stand beside the words."""
        inside = Path(FOLDER, self.language, kind, f"{name}.yaml")
        beside = (folder for folder in self.folders if (folder / "words" / f"{self.language}.yaml").is_file())
        folder = next((folder for folder in self.folders if (folder / inside).is_file()), None)
        return (folder or next(beside)) / inside

    def _not_there(self, kind: Kind, name: str) -> Problem:
        message = f"there is no translation of the {ONE[kind]} `{name}` into `{self.language}`."
        return Problem(self._translation(kind, name), 0, 0, message, "Write it there, text by text.")

    def check(self, source: Source, model: type[M]) -> M:
        """Return the model of a file of content; raise ContentError, also for an id that nothing has."""
        misread: list[Problem] = []
        if model is Condition:
            source, misread = spell_out_exercises(source, self.exercise_names)
        elif model is Exercise:
            source, misread = spell_out_dose(source)
        found = check(source, model, also=misread)
        problems = [*misnamed(found, source), *self.faults(found, source)]
        if problems:
            raise ContentError(in_order(problems))
        return found

    def faults(self, model: BaseModel, source: Source) -> list[Problem]:
        """Return what is wrong with a model that fits its kind: marks, and what it says of other files."""
        return [*unread_marks(model, source), *self._unfit(model, source)]

    def _unfit(self, model: BaseModel, source: Source) -> Iterator[Problem]:
        """Yield what a model says of other files that is not so."""
        yield from unknown_ids(model, source, missing=self.missing)
        if isinstance(model, Condition):
            yield from unknown_blocks(model, source, advice=self.ids("advice"))
            names, missing = self.exercise_names, self.missing
            yield from unfit_phases(model.phases or (), ("phases",), source, names=names, missing=missing)
            if model.muscle and not self.missing("muscles", model.muscle):
                muscles = (self.find_muscle(model.muscle),)
                yield from unknown_points(model.map_points, ("map_points",), muscles=muscles, source=source)
        if isinstance(model, Figure):
            yield from unknown_colours(model, source, colours=base_layout().data["illustration"])
            yield from [] if source.path.is_relative_to(CONTENT) else check_figure(model, source)
        if isinstance(model, Exercise):
            yield from unfit_pictures(model.seen_from(source.path.parent), source)
            if model.figure and not self.missing("figures", model.figure):
                yield from unlike_shown(model.shows, self.find_figure(model.figure), source)
        if isinstance(model, Muscle) and model.region and not self.missing("regions", model.region):
            yield from unknown_zones(model, source, region=self.find_region(model.region))
