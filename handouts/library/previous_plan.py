"""Turn the file of a person's last plan into a plan to compare with, or say why it is not that."""

from pathlib import Path

from handouts.library.content import Library
from handouts.library.plans import read_plan
from handouts.problems import ContentError, Problem
from handouts.schema.plan import Plan


def read_previous(path: Path, library: Library, *, plan: Plan | None) -> Plan:
    """Return the last plan; raise ContentError with its problems, and where it cannot come before `plan`."""
    previous = read_plan(path, library)
    fault = _fault(previous, plan) if plan else ""
    if fault:
        raise ContentError([Problem(path, 0, 0, fault, "Name the person's last plan.")])
    return previous


def _fault(previous: Plan, plan: Plan) -> str:
    """Return why two plans cannot follow each other, without a word of whom they are for."""
    old, new = previous.patient, plan.patient
    if old and new:
        both_named = old.name and new.name and not (old.id and new.id)
        if old.id and new.id and old.id != new.id:
            return "this is the plan of another person: the ID is not the same."
        if both_named and _alike(old.name) != _alike(new.name):
            return "this is the plan of another person: the name is not the same."
    if previous.date and plan.date and previous.date > plan.date:
        return f"this plan is of {previous.date}, after the one that follows it, of {plan.date}."
    return ""


def _alike(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
