"""A layout whose measures put marks over each other is refused, with the measure that fits."""

import re
from pathlib import Path

import pytest

from handouts.library import LAYOUTS
from handouts.library.layouts import find_layout, layout_ids
from handouts.problems import ContentError
from handouts.schema.clashes import RULES, clashes

DAYS = "the boxes of neighbouring days lie over each other; the largest"
# Measures too large or too small, and what is said of them.
CLASHES = [
    (
        "sheet: {box_mm: 9}",
        f"{DAYS} that fits is 6.9",
    ),
    ("sheet: {least_box_mm: 8}", DAYS),
    ("sheet: {picture_mm: 110}", DAYS),
    ("sheet: {least_rows_mm: 6}", "a box and its number are taller than a row; the smallest"),
    ("sheet: {date_head_em: 0.3}", "the dates lie over the first row; the smallest"),
    ("sheet: {week_head_em: 0.5}", "the head of the grid lies over its days; the smallest"),
    ("sheet: {disc_em: 0.6}", "a number has no room in its disc; the smallest"),
    (
        "signs: {tick_box_mm: 6}",
        f"{DAYS} that fits is 4.9",
    ),
    (
        "diary: {most_boxes: 6}",
        f"{DAYS} that fits is 3",
    ),
    ("diary: {name_mm: 120}", DAYS),
    ("diary: {least_rows_mm: 3}", "boxes are taller than a row; the smallest that fits is 4.5"),
    ("diary: {head_em: 0.2}", "the head of the table lies over its rows; the smallest"),
    ("card: {picture_mm: 170}", "the steps have no room beside the picture; the largest"),
    ("card: {disc_em: 4}", "the disc reaches out of its head; the largest that fits is 1.89"),
    ("card: {step_indent_em: 0.4}", "the sign lies over its words; the smallest"),
    ("text: {bullet_indent_em: 0.1}", "the dot lies over its words; the smallest"),
    ("footer: {baseline_em: 1.5}", "the rule lies over the words of the footer; the largest"),
    ("identity: {cells_mm: [90, 40, 40, 42, 37]}", "the cells are wider than the page: together"),
]


def read(folder: Path, measures: str) -> None:
    text = f"extends: plan-sheet\nid: own\ntitle: Own\nmeasures:\n  {measures}\n"
    (folder / "own.yaml").write_text(text, "utf-8")
    find_layout("own", [folder, LAYOUTS])


@pytest.mark.parametrize(("measures", "said"), CLASHES)
def test_measures_that_put_marks_over_each_other_are_refused_where_they_are_written(
    measures: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, measures)
    (first, *_) = caught.value.problems
    assert said in first.message and first.path.name == "own.yaml" and first.line == 5


@pytest.mark.parametrize("measures", [measures for measures, _ in CLASHES])
def test_the_measure_that_is_said_to_fit_does(measures: str, tmp_path: Path) -> None:
    """Follow what is said until nothing is said any more."""
    for _ in range(4):
        try:
            read(tmp_path, measures)
        except ContentError as error:
            fits = re.search(r"that fits is ([\d.]*\d)", error.problems[0].message)
            if fits is None:
                pytest.skip("this message names no measure")
            measures = re.sub(r": [\d.]+}", f": {fits[1]}}}", measures)
        else:
            return
    pytest.fail(measures)


@pytest.mark.parametrize("layout_id", sorted({*layout_ids([LAYOUTS])} - {"base"}))
@pytest.mark.parametrize("scale", [1, 1.17, 1.5, 2])
def test_the_layouts_of_the_program_have_no_clash_in_type_of_any_size(layout_id: str, scale: float) -> None:
    layout = find_layout(layout_id, [LAYOUTS])
    larger = layout.model_copy(update={"type": layout.type.model_copy(update={"scale": scale})})
    assert list(clashes(larger)) == []


def test_every_measure_of_a_rule_is_one_of_the_layouts() -> None:
    measures = find_layout("clinic", [LAYOUTS]).measures
    assert [one for rule in RULES for one in rule.measures if one[1] not in measures[one[0]]] == []
