"""Turn a plan into the YAML text that a person would write for it."""

import datetime
from typing import Any

from handouts.schema.dose import Chosen, format_dose
from handouts.schema.plan import BlockChoice, Plan
from handouts.source import write_source


def write_plan(plan: Plan) -> str:
    """Return YAML text that reads back as the same plan, with nothing in it that was not said."""
    said = {key: getattr(plan, key) for key in Plan.model_fields if getattr(plan, key) is not None}
    return write_source({key: _plain(value) for key, value in said.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Chosen):
        return format_dose(value)
    if isinstance(value, BlockChoice):
        settings = value.model_dump(exclude={"block"}, exclude_none=True)
        return {value.block: settings} if settings else value.block
    if isinstance(value, str | datetime.date):
        return value
    return value.model_dump(exclude_none=True)
