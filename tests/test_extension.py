"""A new exercise, figure, muscle, condition, language and layout are YAML and no Python."""

from pathlib import Path

import pikepdf
import pytest
from commands import handouts, made_pdf
from judge import faults

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

OWN = (
    ("exercises", "heel-raise", "slow-rise"),
    ("figures", "heel-raise", "slow-rise"),
    ("muscles", "soleus", "deep-calf"),
    ("conditions", "soleus-trigger-points", "night-calf"),
    ("words", "en", "nl"),
)


def own_copy(kind: str, shipped: str, own: str, *, changes: dict[str, str]) -> None:
    """Write a file of one's own that is like a shipped one under another id."""
    text = (
        (CONTENT / kind / f"{shipped}.yaml").read_text("utf-8").replace(f"id: {shipped}\n", f"id: {own}\n", 1)
    )
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    path = Path("content", kind, f"{own}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_one_of_each_makes_a_handout_without_python() -> None:
    changes = {
        "exercises": {"title: Heel raise": "title: Slow rise", "figure: heel-raise": "figure: slow-rise"},
        "figures": {},
        "muscles": {"name: Soleus": "name: Deep calf"},
        "conditions": {
            "title: Calf and heel pain": "title: Calf pain at night",
            "muscle: soleus": "muscle: deep-calf",
            "  - seated-heel-raise\n": "  - slow-rise\n",
        },
        "words": {"language: en-GB": "language: nl-NL", "name: English": "name: Nederlands\npartial: true"},
    }
    for kind, shipped, own in OWN:
        own_copy(kind, shipped, own, changes=changes[kind])
    Path("layouts").mkdir()
    Path("layouts/large-title.yaml").write_text(
        "extends: clinic\nid: large-title\ntitle: Large title\n"
        "type:\n  title: {size_pt: 30, leading_pt: 34}\n",
        "utf-8",
    )
    Path("plan.yaml").write_text(
        "condition: night-calf\nside: left\nlanguage: nl\nlayout: large-title\ndate: 2026-11-20\n", "utf-8"
    )
    content = made_pdf("plan.yaml")
    assert faults(content) == []
    with pikepdf.open("made.pdf") as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert str(pdf.docinfo.Title) == "Calf pain at night"
    shown = handouts("show", "slow-rise").stdout
    assert shown.startswith("Slow rise\n")
