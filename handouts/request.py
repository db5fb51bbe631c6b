"""What one handout is made from, read and checked: a plan and every file it names, all problems at once."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handouts.compose.choosing import lost_words, printed_blocks, unprinted_texts, without_effect
from handouts.compose.person import Copy
from handouts.compose.safety import country_of
from handouts.library.cautions import Met, cautioned, cautions_met, contraindicated, given_by
from handouts.library.chosen import chosen_exercises, find_conditions, named_pictures, written_or_found
from handouts.library.clinic_content import examine_clinic, macros_of, with_lists
from handouts.library.clinics import ClinicFile, two_countries, unlinked
from handouts.library.content import Library
from handouts.library.layouts import find_layout, layout_ids, remarks_on
from handouts.library.macros import with_macros
from handouts.library.needs import NeededLayout, needed_layout
from handouts.library.plan_options import NO_PLAN, PlanOptions, with_options
from handouts.library.plans import check_previous, examine_plan, nameless
from handouts.page.style import AS_USUAL, WHOLE_PAGES, Printing, Style
from handouts.page.type import check_characters
from handouts.problems import ContentError, Problem, file_error, gather, listed
from handouts.schema.dates import DateOrder
from handouts.schema.discretion import Discretion
from handouts.schema.layout import Layout
from handouts.schema.papers import Letterhead
from handouts.schema.plan import Plan
from handouts.source import Source, read_as_far, read_source

USUAL_LAYOUT = "clinic"
# The keys of a plan that decide what is printed of it.
CHOOSING = ("condition", "layout", "exercises", "blocks")


@dataclass(frozen=True)
class Request:
    """A plan with everything it names, and whose copy of the handout is wanted.

    `cautions` are those that are meant for this person, `looked` the places where a clinic was looked for.
    `unused` tells what the plan, or a file that it names, says that changes nothing on this paper.
    """

    plan: Plan
    library: Library
    clinic: ClinicFile | None
    layout: Layout
    previous: Plan | None = None
    copy: Copy = "patient"
    cautions: tuple[Met, ...] = ()
    unused: tuple[Problem, ...] = ()
    looked: tuple[str, ...] = ()

    def style(self, printing: Printing = AS_USUAL) -> Style:
        """Return the look on the paper that the plan, the clinic, its country or the layout names.

        Raises ContentError for a letterhead or a binding edge where there is no place for one.
        """
        unfit = printing.of_whole_pages if self.layout.arrangement not in WHOLE_PAGES else ""
        if unfit:
            message = f"the layout `{self.layout.id}` has no place for it."
            raise file_error(Path(unfit), message, "Leave the option out.")
        clinic = self.clinic.clinic if self.clinic else None
        country = self.library.countries.get(country_of(clinic, self.plan) or "")
        paper = (
            self.plan.paper or (clinic and clinic.paper) or (country and country.paper) or self.layout.paper
        )
        colour = printing.colour or (clinic and clinic.colour) or "colour"
        letterhead = printing.letterhead or (clinic and clinic.letterhead) or Letterhead()
        return Style(self.layout, paper, colour, letterhead=letterhead, binding=printing.binding)


@dataclass(frozen=True)
class InputFiles:
    """Where the files are that a plan names, or leaves open; it can be sent to another process.

    `beside` is the folder in which a plan's own clinic and previous plan are looked up; `content` and
    `layouts` begin with one's own folder. `clinic` is the file for plans that name none, or for all where it
    is `clinic_for_all`; `looked` are the places where it was looked for. `previous` wins over the plan's.
    """

    beside: Path
    content: tuple[Path, ...]
    layouts: tuple[Path, ...]
    clinic: Path | None = None
    clinic_for_all: bool = False
    previous: Path | None = None
    looked: tuple[str, ...] = ()

    def library(self) -> Library:
        """Return the library of these folders; nothing is read yet."""
        return Library(*self.content, layouts=self.layouts)

    def clinic_of(self, source: Source | None) -> Path | None:
        """Return the file of the clinic that is printed; raise ContentError where the plan's is missing."""
        named = None if self.clinic_for_all else self._named_file(source, "clinic")
        return named or self.clinic

    def previous_of(self, source: Source | None) -> Path | None:
        """Return the file of the last plan, if there was one; raise ContentError where it is missing."""
        return self.previous or self._named_file(source, "previous")

    def _named_file(self, source: Source | None, key: str) -> Path | None:
        name = _text_of(source, key)
        if source is None or name is None:
            return None
        path = self.beside / name
        if not path.is_file():
            raise ContentError([source.problem((key,), f"there is no file `{name}`.")])
        return path


class RequestReader:
    """Reads what plans ask for; content, clinics and layouts that several plans share are read once."""

    def __init__(self, files: InputFiles, *, today: datetime.date) -> None:
        """Remember where files are, and the date of plans that have none; nothing is read yet."""
        self.files = files
        self.today = today
        self.library = files.library()
        self._clinics: dict[Path, ClinicFile] = {}
        self._layouts: dict[str, Layout] = {}

    def read(
        self, source: Source | None, problems: Iterable[Problem] = (), *, copy: Copy = "patient"
    ) -> Request:
        """Return what a plan asks for; raise ContentError with `problems` and those of all its files.

        The source is None where the plan itself could not be read; the problems of the others are told then,
        too.
        """
        found = [*problems]
        clinic = gather(found, lambda: self.clinic(source))
        order = clinic.clinic.date_order if clinic else None
        if source:
            source = self._spelled_out(source, clinic, found)
        plan, left_out = self._plan(source, order, found)
        layout, told = gather(found, lambda: self._layout(source, plan)) or NeededLayout(None)
        previous = gather(found, lambda: self._previous(source, plan, clinic))
        found += check_characters(source) if source else []
        unused = [*told, *self._remarks(source, clinic)]
        if plan and source and clinic:
            found += two_countries(plan, source, clinic)
        # What is wrong with the conditions was told with the plan.
        conditions = gather([], lambda: find_conditions(plan.condition, self.library)) if plan else None
        cautions: list[Met] = []
        if plan and layout and source and conditions:
            printed = printed_blocks(plan, conditions, layout)
            found += [] if left_out & {*CHOOSING} else lost_words(plan, source, printed)
            unused += unprinted_texts(plan, source, printed)
            unused += without_effect(plan, source, printed, layout=layout, has_previous=previous is not None)
            chosen = () if found else chosen_exercises(plan, conditions)
            exercises = (written_or_found(one, self.library) for one in chosen)
            unused += unlinked(clinic, exercises, layout, source)
            cautions += cautions_met(plan, given_by(plan, self.library, sorted(printed)), self.library)
            found += contraindicated(cautions, plan, source)
            unused += cautioned(cautions, plan, source, self.library.facts)
        if found or plan is None or layout is None:
            raise ContentError(self._nameless(found, source))
        warnings = tuple(self._nameless(unused, source))
        return Request(
            plan, self.library, clinic, layout, previous, copy, tuple(cautions), warnings, self.files.looked
        )

    def _spelled_out(self, source: Source, clinic: ClinicFile | None, found: list[Problem]) -> Source:
        """Return a plan with what its sets, phase and macros stand for; what is wrong is added to `found`."""
        # The macros of a clinic's file are only known where that can be read.
        knows_macros = clinic is not None or not found
        source = gather(found, lambda: with_lists(source, clinic, self.library)) or source
        source, wrong = with_macros(source, macros_of(clinic))
        found += wrong if knows_macros else []
        return source

    def _remarks(self, source: Source | None, clinic: ClinicFile | None) -> Iterator[Problem]:
        """Yield what YAML leaves out of the files that were read."""
        for one in (source, clinic and clinic.source):
            yield from one.remarks if one else ()
        yield from self.library.remarks()
        yield from remarks_on(_text_of(source, "layout") or USUAL_LAYOUT, self.library.layouts)

    def _plan(
        self, source: Source | None, order: DateOrder | None, found: list[Problem]
    ) -> tuple[Plan | None, set[str]]:
        """Return the plan with all that is right in it, and the keys that are left out."""
        if source is None:
            return None, set()
        try:
            plan, problems, left_out = examine_plan(source, self.library, today=self.today, order=order)
        except ContentError as error:
            found += error.problems
            return None, set()
        found += problems
        return plan, left_out

    def _nameless(self, problems: Sequence[Problem], source: Source | None) -> list[Problem]:
        """Return problems in which nothing of the plan is quoted that may be a name."""
        if source is None:
            return [*problems]
        own = [one for one in problems if one.path == source.path]
        of_person = Discretion(source.data, ())
        others = [of_person.impersonal(one) for one in problems if one.path != source.path]
        return [*others, *nameless(own, source, self.library)]

    def clinic(self, source: Source | None) -> ClinicFile | None:
        """Return the clinic that a plan is printed for, or of plans that name none; raise ContentError."""
        path = self.files.clinic_of(source)
        if path is None:
            return None
        if path not in self._clinics:
            clinic, problems = examine_clinic(path, self.library)
            written = clinic.source if clinic else gather(problems, lambda: read_as_far(path))
            problems += check_characters(written) if written else []
            if problems or clinic is None:
                raise ContentError(problems)
            self._clinics[path] = clinic
        return self._clinics[path]

    def _layout(self, source: Source | None, plan: Plan | None) -> NeededLayout:
        name = _text_of(source, "layout") or USUAL_LAYOUT
        # A layout that does not exist is told with the plan, at its place.
        is_there = name in (USUAL_LAYOUT, *self._layouts) or name in layout_ids(self.library.layouts)
        return needed_layout(plan, source, self._named_layout(name) if is_there else None, self._named_layout)

    def _named_layout(self, name: str) -> Layout:
        if name not in self._layouts:
            self._layouts[name] = find_layout(name, self.library.layouts)
        return self._layouts[name]

    def _previous(self, source: Source | None, plan: Plan | None, clinic: ClinicFile | None) -> Plan | None:
        path = self.files.previous_of(source)
        if path is None:
            return None
        wrong: list[Problem] = []
        last = self._spelled_out(read_as_far(path), clinic, wrong)
        if wrong:
            raise ContentError(wrong)
        order = clinic.clinic.date_order if clinic else None
        return check_previous(last, self.library, plan=plan, order=order)


def read_request(
    plan: Path | None,
    options: PlanOptions,
    files: InputFiles,
    *,
    today: datetime.date,
    copy: Copy = "patient",
    also: Iterable[Problem] = (),
) -> Request:
    """Return what a plan's file and the options over it ask for, or the options alone.

    Raises ContentError with all that is wrong, the problems that were known before (`also`) among it.
    """
    problems = [*also]
    reader = RequestReader(files, today=today)
    source = _plan_source(plan, options, reader.library, problems)
    request = reader.read(source, problems, copy=copy)
    kept = [one for one in options.without_blocks if one in request.layout.wants.always]
    message = f"the layout `{request.layout.id}` prints {listed(kept, last='and')} all the same."
    unused = [Problem(Path("--without"), 0, 0, message, "Choose another layout.")] if kept else []
    return replace(request, unused=(*request.unused, *unused))


def _plan_source(
    plan: Path | None, options: PlanOptions, library: Library, problems: list[Problem]
) -> Source | None:
    """Return a plan's file with the options in it, or a plan of the options alone, not yet checked."""
    source = gather(problems, lambda: read_as_far(plan)) if plan else NO_PLAN
    if source is None:
        return None
    source, wrong = with_options(source, options, library)
    problems += wrong
    return source


def files_of(plan: Path | None, options: PlanOptions, files: InputFiles) -> list[Path]:
    """Return the files and folders that a handout is made from, as far as they can be read."""
    problems: list[Problem] = []
    source = _plan_source(plan, options, files.library(), problems)
    clinic = gather(problems, lambda: files.clinic_of(source))
    logo = gather(problems, lambda: _text_of(read_source(clinic), "logo")) if clinic else None
    previous = gather(problems, lambda: files.previous_of(source))
    named = [plan, clinic, clinic.parent / logo if clinic and logo else None, previous]
    named += named_pictures(source)
    return [*(path for path in named if path), *files.content, *files.layouts]


def _text_of(source: Source | None, key: str) -> str | None:
    value = source.get(key) if source else None
    return value if isinstance(value, str) else None
