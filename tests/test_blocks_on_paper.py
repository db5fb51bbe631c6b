"""Each block that a plan chooses stands on the paper, or is told to be left out: one of the two."""

import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from commands import handouts, write_plan

from handouts.schema.plan import BLOCKS

# What is on the paper, whatever its layout, where the block is.
WORDS = {
    "summary": "Your plan|My 14-day|Do these",
    "trigger-point-map": "Trigger points",
    "about-the-muscle": "About the soleus",
    "what-helps": "What helps",
    "changes": "What changed",
    "phase": "Phase 1 of 2",
    "exercises": "Heel raise",
    "pain-rule": "0–3",
    "diary": "Worst pain",
    "safety": "Call 999",
    "glossary": "Words",
    "questions": "My questions",
    "contact": "Questions[?]|No better",
    "sources": "Not yet checked",
}
# The last two need a protocol and a last plan.
SOLEUS = "condition: soleus-trigger-points\n"
ACHILLES = "condition: achilles-pain\nphase: 1\nprevious: last.yaml\n"
OF_ACHILLES = {"changes", "phase"}


def test_no_block_is_missing_here() -> None:
    assert WORDS.keys() == BLOCKS.keys()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("layout", ["clinic", "plan-sheet", "cards", "leaflet"])
def test_a_block_is_on_the_paper_or_told_to_be_left_out(layout: str) -> None:
    write_plan(
        SOLEUS.replace("soleus-trigger-points", "achilles-pain") + "exercises: [heel-raise 2x10]\n",
        "last.yaml",
    )
    for condition, blocks in ((SOLEUS, WORDS.keys() - OF_ACHILLES), (ACHILLES, OF_ACHILLES | {"exercises"})):
        chosen = ", ".join(block for block in WORDS if block in blocks)
        write_plan(f"{condition}side: left\ncountry: gb\nlayout: {layout}\nblocks: [{chosen}]\n")
        result = handouts("make", "plan.yaml", "-o", "a.pdf", "--force")
        assert result.exit_code == 0, result.stderr
        pages = pypdfium2.PdfDocument(BytesIO(Path("a.pdf").read_bytes()))
        paper = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
        for block in blocks:
            is_told = f"`{block}` is left out" in result.stderr
            assert is_told != bool(re.search(WORDS[block], paper)), block
