"""What the templates of a roster are given: its headings, what is wrong with it, and the cells to mend."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from starlette.responses import HTMLResponse

from handouts.batch.columns import IGNORE, KEYS, REASON
from handouts.batch.roster import Roster
from handouts.batch.table import Cell
from handouts.library.words import fill
from handouts.problems import ContentError, Problem
from handouts.source import parse_source
from handouts.web.desk import Desk
from handouts.web.roster_form import CODED, RosterForm
from handouts.web.roster_look import BASE, Looked, shown
from handouts.web.roster_stack import RosterStack
from handouts.web.view import SIDES, Choice, looks_of, templates_of

# Fields on one page; what is over comes when these are right.
MOST_FIELDS = 1_200
NO_ROWS: Mapping[str, Any] = {
    **dict.fromkeys(("rows", "groups", "fields", "notes", "offered"), ()),
    **dict.fromkeys(("more", "right", "wrong"), 0),
}
# What a hint says of options and commands is for the command line; the page has its own ways.
_OF_OPTIONS = re.compile(r"(?:(?<=[.?!]\s)|^)(?:(?![.?!]\s).)*`(?:--|handouts (?:list|new)).*?[.?!](?=\s|$)")

Told = Mapping[str, Sequence[str]]


class RosterPage:
    """The page of a roster, which every answer is."""

    def __init__(self, desk: Desk) -> None:
        """Read the templates."""
        self.desk = desk
        self.words = desk.library.speech.words.desk.roster
        self._templates = templates_of(desk)

    def begin(self, plan: str = "", told: Sequence[str] = ()) -> HTMLResponse:
        """Return the page on which a list is chosen; `plan` is the text of what all have in common."""
        template = self._templates.get_template("roster_open.html")
        text = template.render(plan=plan, common=self._common(plan), told=told)
        return HTMLResponse(text, 422 if told else 200)

    def html(
        self, form: RosterForm, looked: Looked, told: Told | None = None, *, said: str = ""
    ) -> HTMLResponse:
        """Return the page of a list that was looked through; `told` is what must change, by its field."""
        text = self._templates.get_template("roster.html").render(
            **looks_of(self.desk),
            **self._headings(looked),
            **self._rows(form, looked),
            form=form,
            looked=looked,
            common=self._common(form["plan"]),
            sheets=_sheets(looked),
            has_plans=self.desk.plans is not None,
            told=told or {},
            notice=said,
        )
        return HTMLResponse(text, 422 if told else 200)

    def done_html(self, stack: RosterStack, printer: str) -> str:
        """Return what is said of a stack that is made, and sent to a printer if one is named."""
        template = self._templates.get_template("roster_done.html")
        return template.render(stack=stack, left_out=sorted(stack.left_out), sent=self.sent(printer))

    def sent(self, printer: str) -> str:
        """Return what is said of pages that a printer has, nothing where none is named."""
        return fill(self.desk.library.speech.words.desk.sent, printer=printer) if printer else ""

    def _common(self, plan: str) -> dict[str, Any]:
        """Return the conditions and the number of exercises of the plan that all have in common."""
        library = self.desk.library
        try:
            data = parse_source(plan, BASE).data if plan else {}
        except ContentError:
            # It is told with the list.
            data = {}
        said = data if isinstance(data, Mapping) else {}
        named = said.get("condition", ())
        known = library.ids("conditions")
        titles = [
            library.find_condition(one).title if one in known else str(one)
            for one in (named if isinstance(named, tuple) else (named,))
        ]
        return {"conditions": titles, "exercises": len(said.get("exercises") or ())}

    def _headings(self, looked: Looked) -> dict[str, Any]:
        """Return the columns with what they mean and what is wrong there, and what is wrong with all."""
        is_known = any(key in KEYS for key in looked.keys) or not looked.headings
        # What is wrong in the plan for all, or in the clinic's file, has columns of its own.
        of_others = [one for one in looked.problems if one.path != looked.table.path]
        told = [one for one in looked.problems if one not in of_others and is_known and not looked.checked]
        titles = dict(self.words.keys.items())
        columns = [
            {
                "number": number,
                "heading": heading,
                "example": looked.examples[number - 1],
                "key": IGNORE if key is None else key,
                "faults": [_sentence(one.message) for one in told if one.column == number],
            }
            for number, (heading, key) in enumerate(zip(looked.headings, looked.keys, strict=True), start=1)
            if heading and key != REASON
        ]
        return {
            "columns": columns,
            "keys": [(key, titles[_word(key)]) for key in KEYS if key != REASON],
            "ignore": IGNORE,
            "values": [
                (key, titles[_word(key)], cell, value)
                for key in CODED
                if isinstance(said := looked.lines.get(key), Mapping)
                for cell, value in said.items()
            ],
            "shared": [
                _said(one) for one in looked.problems if one in of_others or (is_known and not one.column)
            ],
        }

    def _rows(self, form: RosterForm, looked: Looked) -> Mapping[str, Any]:
        """Return the rows that are to mend, or all, with a field for each cell that means something."""
        if looked.maker is None or looked.checked is None:
            return NO_ROWS
        roster, wrong = looked.maker.run.roster, looked.wrong
        fields = [at for at, key in enumerate(roster.keys) if key not in (None, REASON)]
        numbers = [row.number for row in roster.rows() if form["all"] or row.number in wrong]
        seen: set[str] = set()
        fits = numbers[: max(1, MOST_FIELDS // max(len(fields), 1))]
        rows = [
            {"number": row.number, "cells": [*_cells(row.cells, fields, wrong.get(row.number, ()), seen)]}
            | {"faults": [_said(one) for one in wrong.get(row.number, ()) if one.column - 1 not in fields]}
            for row in roster.rows()
            if row.number in {*fits}
        ]
        problems = [one for of in wrong.values() for one in of]
        return {
            "rows": rows,
            "offered": self._offered(roster, fields).items(),
            "fields": [(roster.headings[at], roster.keys[at]) for at in fields],
            "groups": [_group(one, {*fits}, roster) for one in sorted(roster.gathered(problems))],
            "more": len(numbers) - len(fits),
            "right": len(looked.checked.rows),
            "wrong": len(wrong),
            "notes": [*_notes(looked.checked.warnings)],
        }

    def _offered(self, roster: Roster, fields: Sequence[int]) -> dict[str, list[Choice]]:
        """Return what the cells of some keys can say, with its words."""
        library, sides = self.desk.library, self.desk.library.speech.words.desk.sides
        offered = {
            "condition": [(one, library.find_condition(one).title) for one in library.ids("conditions")],
            "side": [(one, getattr(sides, one)) for one in SIDES],
        }
        return {key: offered[key] for key in (str(roster.keys[at]) for at in fields) if key in offered}


def _cells(
    cells: Sequence[Cell], fields: Sequence[int], problems: Sequence[Problem], seen: set[str]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of a row; what was `seen` at a cell above is only heard at the next."""
    for at in fields:
        fault = " ".join(_said(one) for one in problems if one.column == at + 1)
        is_seen = f"{at} {fault}" in seen
        seen.add(f"{at} {fault}")
        text = shown(cells[at]) if at < len(cells) else ""
        yield {"column": at + 1, "text": text, "fault": fault, "is_seen": is_seen}


def _group(problem: Problem, numbers: set[int], roster: Roster) -> dict[str, str]:
    """Return a problem with the rows that have it, such as `Rows 4-6`, and the id of the first field to mend.

    Where all say the same `cell` of a `key`, it can be told once what that means.
    """
    field = f"cell-{problem.line}-{problem.column}" if problem.column else f"row-{problem.line}"
    at = problem.column - 1
    key, heading = (roster.keys[at], roster.headings[at]) if 0 <= at < len(roster.keys) else (None, "")
    cell = ""
    if key in CODED and not roster.column_map.is_part(heading, key) and "rows " in problem.cell:
        row = next(row for row in roster.rows() if row.number == problem.line)
        cell = shown(row.cells[at]) if at < len(row.cells) else ""
    where, said = _sentence(problem.cell), _said(problem)
    shown_at = field if problem.line in numbers else ""
    return {"where": where, "said": said, "field": shown_at, "key": str(key), "cell": cell}


def _notes(warnings: Sequence[Problem]) -> Iterator[str]:
    for one in warnings:
        text = _said(one)
        if text:
            yield f"{_sentence(one.cell)}: {text}" if one.cell else text


def _said(problem: Problem) -> str:
    """Return what a problem says, without what is for the command line."""
    said = f"{problem.message} {problem.hint}".strip().removeprefix("warning: ")
    return _sentence(" ".join(_OF_OPTIONS.sub("", said).split()))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sheets(looked: Looked) -> list[str]:
    """Return the sheets of a workbook that has several, that of the roster first."""
    others = [str(one.sheet) for one in looked.table.others()]
    return [str(looked.table.sheet), *others] if others else []


def _word(key: str) -> str:
    return key.replace(".", "_").replace("-", "_")
