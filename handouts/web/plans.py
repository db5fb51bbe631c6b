"""The folder in which the desk keeps plans, if it has one: listed by id, initials and date, never by name."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from handouts.batch.row_plan import said_of_one
from handouts.compose.clinic import initials_of
from handouts.files import free_name, write_whole, yaml_files
from handouts.problems import ContentError
from handouts.source import Source, read_source, write_source
from handouts.web.desk import Desk, Refused
from handouts.web.form import Form

# What is kept of a plan for another patient, and for the next time of the same one, leaves these out.
OF_PATIENT = ("name", "id", "goal", "note", "private_note", "accepted", "review", "date", "file")
OF_DAY = ("review", "date", "file")
PERSONS = ("patient", "previous")
OF_ONE = (*PERSONS, *OF_PATIENT)
# The map of headings, which lies in the same folder.
MAP = "headings.yaml"


@dataclass(frozen=True, order=True)
class Kept:
    """A plan of the folder; its `key` stands for the name of its file, which may be a person's."""

    date: str
    id: str
    initials: str
    about: str
    key: str

    @property
    def said(self) -> str:
        """What it is found by."""
        return f"{self.date} {self.id} {self.initials}".casefold()


def kept_plans(folder: Path, words: str) -> list[Kept]:
    """Return the plans of a folder in which every one of some words is found, the newest first."""
    found = (kept for path in _plan_files(folder) if (kept := _kept(path)))
    asked = words.casefold().split()
    fitting = (one for one in found if all(word in one.said for word in asked))
    return sorted(fitting, reverse=True)


def open_kept(desk: Desk, key: str, how: str) -> Form:
    """Return the form of a plan to go on with: itself, a `copy` for another patient, or what will `follow`.

    Raises Refused for what is wrong with it, or when it is gone.
    """
    path = _path_of(desk, key)
    try:
        text = path.read_text("utf-8") if path else ""
    except (OSError, UnicodeDecodeError):
        path = None
    if path is None:
        raise Refused({"plan": [desk.library.speech.words.desk.gone]})
    form = desk.open(text, path)
    if how == "copy":
        return _for_others(form)
    if how == "follow":
        return _with_rest(form.saying(**dict.fromkeys(OF_DAY, "")), {**_rest(form), "previous": path.name})
    return form.saying(file=key)


def common_plan(desk: Desk, form: Form) -> str:
    """Return the text of the plan that the people of a list have in common, nothing where none is chosen.

    Raises Refused for what cannot be said; what else may be missing can stand in the list.
    """
    if not form.conditions and not form.cards:
        return ""
    plan = desk.plan_of(form)
    if plan.problems:
        raise Refused(plan.told(plan.problems))
    return for_all(plan.source)


def for_all(plan: Source) -> str:
    """Return the text of a plan for many; where it is for a patient, what is theirs alone stays out of it."""
    data = plan.data if isinstance(plan.data, Mapping) else {}
    is_of_one = bool(said_of_one(plan))
    return write_source({key: said for key, said in data.items() if not (is_of_one and key in OF_ONE)})


def _for_others(form: Form) -> Form:
    """Return a form without what it says of its patient."""
    rest = {name: value for name, value in _rest(form).items() if name not in PERSONS}
    return _with_rest(replace(form, facts=()).saying(**dict.fromkeys(OF_PATIENT, "")), rest)


def keep(desk: Desk, form: Form) -> Form:
    """Write the plan of a form, over the file that it was opened from or as a new one; raise Refused.

    Its day is written into it, so that it stays the plan of that day.
    """
    form = form if form["date"] else form.saying(date=desk.today().isoformat())
    name, text = desk.plan_text(form)
    folder = desk.plans
    assert folder is not None
    target = _path_of(desk, form["file"]) or free_name(folder / name)
    try:
        write_whole(text.encode(), target)
    except OSError as error:
        raise Refused({"plan": [f"{error.strerror or error}."]}) from None
    return form.saying(file=_key(target))


def _kept(path: Path) -> Kept | None:
    """Return what is told of a file, None where it is no plan that can be read."""
    try:
        data: Any = read_source(path).data
    except (ContentError, OSError):
        return None
    if not isinstance(data, Mapping) or not {"condition", "exercises"} & data.keys():
        return None
    said = data.get("patient")
    patient: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
    initials = str(patient.get("initials") or initials_of(str(patient.get("name") or "")))
    about = data.get("condition", "")
    named = ", ".join(map(str, about)) if isinstance(about, tuple) else str(about)
    return Kept(_day(data, path), str(patient.get("id") or ""), initials, named, _key(path))


def _day(data: Mapping[str, Any], path: Path) -> str:
    day = data.get("date")
    return str(day) if day else datetime.date.fromtimestamp(path.stat().st_mtime).isoformat()


def _path_of(desk: Desk, key: str) -> Path | None:
    """Return the file of a key, None where no plan of the folder has it; no path is made of what is sent."""
    files = _plan_files(desk.plans) if desk.plans else []
    return next((path for path in files if _key(path) == key), None)


def _plan_files(folder: Path) -> list[Path]:
    return [path for path in yaml_files(folder) if path.name != MAP]


def _key(path: Path) -> str:
    return sha256(path.name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _rest(form: Form) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(form["rest"]) if form["rest"] else {}
    return found


def _with_rest(form: Form, rest: Mapping[str, Any]) -> Form:
    return form.saying(rest=json.dumps(rest) if rest else "")
