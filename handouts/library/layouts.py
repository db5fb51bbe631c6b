"""Turn a layout file, and the layouts it extends, into one checked look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from handouts.files import yaml_files
from handouts.library import LAYOUTS
from handouts.problems import ContentError, Problem, did_you_mean, listed
from handouts.schema.check import check, misnamed
from handouts.schema.clashes import Measure, clashes
from handouts.schema.contrast import Faint, faint_parts
from handouts.schema.layout import Layout
from handouts.schema.measures import measure_problems
from handouts.source import Source, laid_over, merged, read_as_far, read_source

# Every other layout extends this one, which looks like nothing in particular.
BASE = "base"
BASE_FILE = LAYOUTS / f"{BASE}.yaml"


def layout_ids(folders: Sequence[Path]) -> list[str]:
    """Return the layouts in the folders, sorted."""
    return sorted({path.stem for folder in folders for path in yaml_files(folder)})


def find_layout(layout_id: str, folders: Sequence[Path]) -> Layout:
    """Return a layout with everything it extends; raise ContentError with every problem of its files.

    The first folder that has a layout wins, so a clinic's own comes before ours.
    """
    path = _find_file(layout_id, folders)
    if path is None:
        raise ContentError([_unknown(layout_id, folders, Problem(Path("layouts"), 0, 0, ""))])
    return read_layout(path, folders)


def read_layout(path: Path, folders: Sequence[Path]) -> Layout:
    """Return the layout of one file; what it extends is looked up in the folders."""
    own, *parents = _read_chain(path, folders)
    whole = own
    for parent in parents:
        whole = _merge(whole, parent)
    wrong = [*measure_problems(whole, base_layout().data["measures"]), *_missing_colours(whole)]
    layout = check(whole, Layout, also=wrong)
    problems = [*misnamed(layout, own), *(_too_faint(one, whole) for one in faint_parts(layout))]
    problems += [_clashing(one, whole) for one in clashes(layout)]
    if problems:
        raise ContentError(problems)
    return layout


def remarks_on(layout_id: str, folders: Sequence[Path]) -> list[Problem]:
    """Return what is worth a look in the file of a layout that is there, and in those it extends."""
    path = _find_file(layout_id, folders)
    # What comes with the program has been looked at.
    is_own = path and path.parent != LAYOUTS
    return [one for source in _read_chain(path, folders) for one in source.remarks] if path and is_own else []


# Measured: a tenth of the time of `check content`, for every layout is compared with it.
@cache
def base_layout() -> Source:
    """Return the base layout that comes with the program: it has all measures and colours that there are."""
    return read_source(BASE_FILE)


def _missing_colours(layout: Source) -> Iterator[Problem]:
    """Yield the colours that pictures are drawn with and that a layout, extending nothing, does not have."""
    own = layout.data.get("illustration")
    for role in base_layout().data["illustration"]:
        if isinstance(own, Mapping) and role not in own:
            hint = f"Write `extends: {BASE}`, which has all colours."
            yield layout.problem(("illustration",), f"the colour `{role}` is missing.", hint, at_key=True)


def _too_faint(part: Faint, source: Source) -> Problem:
    """Return the problem with words or signs that are hard to see, where the layout itself says so."""
    said = [place for place in part.places if place in source.places]
    own = [place for place in said if not source.places[place].path]
    return source.problem((own or said)[0], part.message, "Set them farther apart.")


def _clashing(clash: Mapping[Measure, str], source: Source) -> Problem:
    """Return the problem with marks that lie over each other, where the layout itself says so."""
    places = [("measures", *place) for place in clash]
    own = [place for place in places if not source.places[place].path]
    place = (own or places)[0]
    return source.problem(place, clash[place[1:]])


def _find_file(layout_id: str, folders: Sequence[Path]) -> Path | None:
    # Only a name that is listed is opened, so that no id can lead to another folder.
    return next(
        (folder / f"{layout_id}.yaml" for folder in folders if layout_id in layout_ids([folder])), None
    )


def _read_chain(path: Path, folders: Sequence[Path]) -> list[Source]:
    """Return the sources from a layout up to the one that extends nothing."""
    chain = [read_as_far(path)]
    while (parent := _parent(chain[-1])) is not None:
        source, seen = chain[-1], [one.path.stem for one in chain]
        if parent in seen:
            circle = " extends ".join(f"`{name}`" for name in [*seen[seen.index(parent) :], parent])
            hint = "Let one of them extend another layout."
            raise ContentError(
                [source.problem(("extends",), f"{circle}: a layout cannot extend itself.", hint)]
            )
        found = _find_file(parent, folders)
        if found is None:
            raise ContentError([_unknown(parent, folders, source.problem(("extends",), ""))])
        chain.append(base_layout() if found == BASE_FILE else read_as_far(found))
    return chain


def _parent(source: Source) -> str | None:
    if not isinstance(source.data, Mapping):
        raise ContentError([source.problem((), "a layout is a list of `key: value` lines.")])
    parent = source.data.get("extends")
    if parent is not None and not isinstance(parent, str):
        raise ContentError([source.problem(("extends",), "`extends` names one layout.")])
    return parent


def _unknown(layout_id: str, folders: Sequence[Path], at: Problem) -> Problem:
    ids = layout_ids(folders)
    hint = did_you_mean(layout_id, ids) or f"There are {listed(ids, last='and')}."
    return replace(at, message=f"there is no layout `{layout_id}`.", hint=hint)


def _merge(own: Source, parent: Source) -> Source:
    """Return a layout over its parent, where every value knows the file it came from."""
    unnamed = {key: value for key, value in parent.data.items() if key != "id"}
    data = {key: value for key, value in merged(own.data, unnamed).items() if key != "extends"}
    return laid_over(own, parent, data)
