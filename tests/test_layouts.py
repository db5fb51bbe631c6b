"""Layout files, and what they extend, become one look."""

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from handouts.library import LAYOUTS
from handouts.library.layouts import base_layout, find_layout, layout_ids
from handouts.page.style import Style
from handouts.problems import ContentError

ROOT = Path(__file__).parent.parent


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.yaml").write_text(text, "utf-8")


def told(layout_id: str, folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        find_layout(layout_id, [folder, LAYOUTS])
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


@pytest.mark.parametrize("layout_id", ["clinic", "plan-sheet"])
def test_a_layout_that_comes_with_the_program_is_complete(layout_id: str) -> None:
    layout = find_layout(layout_id, [LAYOUTS])
    assert layout.id == layout_id
    assert {"a4", "letter"} <= set(layout.papers)


def test_a_layout_says_only_what_differs(tmp_path: Path) -> None:
    write(tmp_path, "green", "extends: clinic\nid: green\ntitle: Green\ncolours:\n  accent: '#1B5E20'\n")
    clinic, green = find_layout("clinic", [LAYOUTS]), find_layout("green", [tmp_path, LAYOUTS])
    assert green.colours.accent == "#1B5E20"
    assert green.colours.ink == clinic.colours.ink
    assert green.type == clinic.type


def test_a_folder_of_ones_own_adds_to_the_layouts_there_are(tmp_path: Path) -> None:
    write(tmp_path, "green", "")
    assert set(layout_ids([tmp_path, LAYOUTS])) == {"green", *layout_ids([LAYOUTS])}


def test_a_layout_of_ones_own_comes_before_ours_of_the_same_name(tmp_path: Path) -> None:
    write(tmp_path, "clinic", "extends: base\nid: clinic\ntitle: Our own\n")
    assert find_layout("clinic", [tmp_path, LAYOUTS]).title == "Our own"


def test_an_unknown_layout_gets_the_nearest_right_word(tmp_path: Path) -> None:
    assert told("clinc", tmp_path) == ["layouts: there is no layout `clinc`. Did you mean `clinic`?"]


def test_a_word_like_no_layout_gets_the_list(tmp_path: Path) -> None:
    (problem,) = told("poster", tmp_path)
    assert "`clinic`" in problem
    assert "`plan-sheet`" in problem


def test_no_id_reaches_a_file_outside_the_folders(tmp_path: Path) -> None:
    write(tmp_path, "outside", "id: outside")
    inside = tmp_path / "layouts"
    inside.mkdir()
    assert told("../outside", inside)[0].startswith("layouts: there is no layout `../outside`.")


def test_an_unknown_parent_is_named_at_its_place(tmp_path: Path) -> None:
    write(tmp_path, "green", "id: green\nextends: clinnic\n")
    assert told("green", tmp_path) == [
        "green.yaml:2:10: there is no layout `clinnic`. Did you mean `clinic`?"
    ]


def test_a_layout_that_extends_itself_is_told_so(tmp_path: Path) -> None:
    write(tmp_path, "green", "id: green\nextends: green\n")
    assert told("green", tmp_path) == [
        "green.yaml:2:10: `green` extends `green`: a layout cannot extend itself."
        " Let one of them extend another layout."
    ]


def test_layouts_that_extend_each_other_in_a_circle_are_named_in_order(tmp_path: Path) -> None:
    write(tmp_path, "one", "extends: two")
    write(tmp_path, "two", "extends: three")
    write(tmp_path, "three", "extends: two")
    assert told("one", tmp_path) == [
        "three.yaml:1:10: `two` extends `three` extends `two`: a layout cannot extend itself."
        " Let one of them extend another layout."
    ]


def test_each_fault_is_told_in_the_file_it_stands_in(tmp_path: Path) -> None:
    write(tmp_path, "parent", "extends: base\nid: parent\ntitle: Parent\ncolours: {accent: teal}\n")
    write(tmp_path, "green", "extends: parent\nid: green\ntitle: Green\ntype:\n  bodi: {size_pt: 20}\n")
    problems = told("green", tmp_path)
    assert [problem.split(": ")[0] for problem in problems] == ["green.yaml:5:3", "parent.yaml:4:19"]
    assert "`teal` is not a colour" in problems[1]


@pytest.mark.parametrize(
    ("role", "size", "least"), [("admin", 9.5, 10), ("body", 11, 12), ("step_compact", 11, 12)]
)
def test_text_under_the_floor_is_refused(tmp_path: Path, role: str, size: float, least: int) -> None:
    write(tmp_path, "tiny", f"extends: base\nid: tiny\ntype:\n  {role}:\n    size_pt: {size}\n")
    (problem,) = told("tiny", tmp_path)
    assert problem == f"tiny.yaml:5:14: `size_pt` is {size}; the least is {least}."


def test_lines_that_run_into_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "tight", "extends: base\nid: tight\ntype:\n  title: {leading_pt: 20}\n")
    (problem,) = told("tight", tmp_path)
    assert problem == "tight.yaml:4:10: `title`: `leading_pt` is 20, less than `size_pt`, 28."


def test_a_paper_that_is_not_among_the_papers_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "small", "extends: clinic\nid: small\npaper: a5\n")
    assert told("small", tmp_path) == [
        "small.yaml:1:1: the file: `papers` has no `a5`, which a plan or `paper` may ask for."
    ]


def test_a_layout_called_otherwise_than_its_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "green", "extends: base\nid: blue\n")
    assert told("green", tmp_path) == ["green.yaml:2:5: `id` must be `green`, like the name of the file."]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_a_layout_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, "green", text)
    assert told("green", tmp_path) == ["green.yaml:1:1: a layout is a list of `key: value` lines."]


def test_a_parent_that_is_no_name_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "green", "extends: [base]\nid: green\n")
    assert told("green", tmp_path) == ["green.yaml:1:10: `extends` names one layout."]


def test_a_layout_whose_words_are_too_faint_is_refused_where_it_says_so(tmp_path: Path) -> None:
    write(
        tmp_path,
        "pale",
        "extends: clinic\nid: pale\ntitle: Pale\ncolours:\n  accent: '#8FB8BE'\n  muted: '#333333'\n",
    )
    first, *others = told("pale", tmp_path)
    assert first == (
        "pale.yaml:5:11: `accent` on `paper` has a contrast of 2.1 to 1 in colour;"
        " `step` text needs 4.5 to 1. Set them farther apart."
    )
    assert all(problem.startswith("pale.yaml:5:11: ") for problem in others)


def test_a_face_in_a_faint_colour_is_told_at_the_face(tmp_path: Path) -> None:
    write(tmp_path, "pale", "extends: clinic\nid: pale\ntitle: Pale\ntype:\n  body: {colour: accent_tint}\n")
    (first, *_) = told("pale", tmp_path)
    assert first.startswith("pale.yaml:5:18: `accent_tint` on `paper` has a contrast of 1.1 to 1 in colour; ")


def test_a_hatch_without_space_between_its_lines_is_refused(tmp_path: Path) -> None:
    write(
        tmp_path, "own", "extends: clinic\nid: own\ntitle: Own\nmeasures:\n  diary:\n    hatch_pitch_mm: 0\n"
    )
    assert told("own", tmp_path) == ["own.yaml:6:21: `hatch_pitch_mm` is 0; the least is 0.5."]


OWN = "extends: clinic\nid: own\ntitle: Own\n"


@pytest.mark.parametrize(
    ("measures", "problem"),
    [
        ("  diary: {hed_em: 1}", "5:11: there is no key `hed_em` here. Did you mean `head_em`?"),
        ("  dairy: {head_em: 1}", "5:3: there is no key `dairy` here. Did you mean `diary`?"),
        ("  diary: {head_mm: 6}", "5:11: there is no key `head_mm` here. Did you mean `head_em`?"),
        ("  diary: {head_em: tall}", "5:20: `head_em` is the text `tall`; write a number."),
        ("  diary: {head_em: true}", "5:20: `head_em` is true; write a number."),
        ("  diary: {most_rows: 2.5}", "5:22: `most_rows` is 2.5; write a whole number."),
        (
            "  diary: 12",
            "5:10: `diary` is 12; write `key: value` lines. The keys are `heading_gap_em`, `remark_gap_em`,"
            " `writing_line_mm`, `head_em`, `rows_mm`, `roomy_rows_mm`, `least_rows_mm`, `name_mm`,"
            " `least_beside_em`, `name_leading_em`, `name_pad_em`, `number_indent_em`,"
            " `wide_number_indent_em`, `box_gap_mm`, `least_box_gap_mm`, `most_boxes`,"
            " `most_rows` and `hatch_pitch_mm`.",
        ),
        ("  identity: {cells_mm: 45}", "5:24: `cells_mm` is 45; write a list."),
        ("  identity: {cells_mm: [45, 27]}", "5:24: `cells_mm` has 2 items; the fewest is 5."),
        (
            "  identity: {cells_mm: [45, 27, 35, 42, 501]}",
            "5:41: item 5 of `cells_mm` is 501; the most is 500.",
        ),
        ("  card: {picture_mm: 5}", "5:22: `picture_mm` is 5; the least is 10."),
    ],
)
def test_a_measure_that_is_none_is_told_with_what_it_may_be(
    tmp_path: Path, measures: str, problem: str
) -> None:
    write(tmp_path, "own", f"{OWN}measures:\n{measures}\n")
    assert told("own", tmp_path) == [f"own.yaml:{problem}"]


def test_measures_that_are_no_mapping_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "own", f"{OWN}measures: wide\n")
    assert told("own", tmp_path) == [
        "own.yaml:4:11: `measures` is the text `wide`; write `key: value` lines."
    ]


def test_a_layout_that_extends_nothing_is_told_every_measure_it_lacks(tmp_path: Path) -> None:
    write(tmp_path, "own", "id: own\ntitle: Own\nmeasures:\n  diary: {head_em: 1}\n")
    problems = told("own", tmp_path)
    assert "own.yaml:4:10: `most_rows` is missing." in problems
    assert "own.yaml:4:3: `card` is missing." in problems


def test_measures_in_em_grow_with_the_type_and_pictures_do_not(tmp_path: Path) -> None:
    write(tmp_path, "large", OWN.replace("own", "large") + "type: {scale: 1.5}\n")
    usual, large = (Style(find_layout(one, [tmp_path, LAYOUTS]), "a4") for one in ("clinic", "large"))
    assert (large.face("body").size_pt, large.face("body").leading_pt) == (18, 24)
    assert large.measures.card.rule_gap == pytest.approx(1.5 * usual.measures.card.rule_gap)
    assert large.measures.card.picture == usual.measures.card.picture == 58
    assert large.measures.explanation.ring_pt == usual.measures.explanation.ring_pt
    assert large.bottom_mm < usual.bottom_mm


@pytest.mark.parametrize("scale", [0.9, 2.1])
def test_type_is_never_set_smaller_and_not_without_end(tmp_path: Path, scale: float) -> None:
    write(tmp_path, "own", f"{OWN}type: {{scale: {scale}}}\n")
    (problem,) = told("own", tmp_path)
    assert problem.startswith(f"own.yaml:4:15: `scale` is {scale}; the ")


def test_measures_are_read_by_name_and_cannot_be_changed() -> None:
    measures = Style(find_layout("clinic", [LAYOUTS]), "a4").measures
    with pytest.raises(AttributeError, match="no measures of `crad`"):
        _ = measures.crad
    with pytest.raises(AttributeError, match="no measure `pictur` here"):
        _ = measures.card.pictur
    with pytest.raises(FrozenInstanceError):
        measures.card.picture = 4


def test_every_measure_of_the_base_layout_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "handouts" / "page").rglob("*.py"))
    used = set(re.findall(r"\.(\w+)|\"(\w+)\"", code))
    names = {name for pair in used for name in pair}
    unused = [
        name
        for measures in base_layout().data["measures"].values()
        for name in measures
        if name.removesuffix("_em").removesuffix("_mm") not in names and name not in names
    ]
    assert unused == []


def test_a_layout_that_extends_nothing_and_lacks_a_colour_of_pictures_says_so(tmp_path: Path) -> None:
    text = (LAYOUTS / "base.yaml").read_text("utf-8").replace("id: base", "id: own", 1)
    (tmp_path / "own.yaml").write_text(text.replace('  teal_shirt: "#86B6BE"\n', "", 1), "utf-8")
    with pytest.raises(ContentError, match="the colour `teal_shirt` is missing. Write `extends: base`"):
        find_layout("own", [tmp_path, LAYOUTS])
