"""Which blocks are printed, whatever a plan chooses."""

import pytest

from handouts.compose.choosing import chosen_blocks
from handouts.library import CONTENT, LAYOUTS
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.schema.plan import BlockChoice, Plan

CONDITION = Library(CONTENT).find_condition("soleus-trigger-points")


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_warning_signs_and_clinical_status_are_never_left_out(layout: str) -> None:
    plan = Plan(condition=(CONDITION.id,), blocks=(BlockChoice(block="overview"),))
    always = find_layout(layout, [LAYOUTS]).wants.always
    blocks = [one.block for one in chosen_blocks(plan, (CONDITION,), always=always, has_previous=False)]
    assert "safety" in blocks
    assert blocks[-1] == "sources"
