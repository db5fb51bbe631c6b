"""No fault of a file hides another one, and no words are left out of it in silence."""

from pathlib import Path

import pytest
from commands import BASE, PLAN, handouts, write_plan

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

OTHERS = {
    "goaal: Walk": "there is no key `goaal` here",
    "review: 2026-11-01": "the review on 2026-11-01 is not after the plan's date",
    "blocks: [summary, diry, summary]": "there is no block `diry`",
    "layout: clinick": "there is no layout `clinick`",
}
FORMS = {
    "side: right": "this key is written twice",
    "note: [a": "this `[` is not closed",
    "note: 'Walk": "a quote is opened here and never closed",
    "note: Walk: slowly": "there is a `:` where no key can stand",
    "note: *walk": "aliases (`*name`) are not allowed",
    "note: &walk slowly": "anchors (`&name`) and aliases",
    "note: !walk slowly": "tags (`!name`) are not allowed",
    "note: @walk": "a sign that YAML keeps for itself",
    "note: Walk \u202e slowly": "there is a hidden character here",
    "note:\n\ttoday": "there is a tab here",
    "note: {walk: slowly, walk: fast}": "this key is written twice",
    "show: - needs": "a `-` list starts on the line of its key",
}


def problems(command: str, *words: str) -> list[str]:
    result = handouts(command, *words)
    assert result.exit_code == 1
    return (result.stderr if command == "make" else result.stdout).splitlines()


@pytest.mark.parametrize("command", ["make", "check"])
@pytest.mark.parametrize("where", ["first", "last"])
@pytest.mark.parametrize("fault", FORMS, ids=FORMS.get)
def test_a_fault_of_form_hides_none_of_the_plan(fault: str, where: str, command: str) -> None:
    lines = [*OTHERS, fault] if where == "last" else [fault, *OTHERS]
    write_plan(PLAN.replace("heel-raise 3x12", "heel-raise left 3x12 foo") + "\n".join(lines) + "\n")
    told = "\n".join(problems(command, "plan.yaml"))
    both_legs = "heel raise works both legs"
    for problem in (FORMS[fault], *OTHERS.values(), both_legs, "is not understood"):
        assert problem in told, told
    assert "is missing" not in told


def test_all_faults_of_all_files_are_in_one_table() -> None:
    write_plan(PLAN + "side: right\nlayout: own\n")
    Path("clinic.yaml").write_text("name: A\nname: B\nlogo: no.png\nfax: 1\ncountry: zz\n", "utf-8")
    Path("layouts").mkdir()
    own = "extends: clinic\nid: own\ntitle: A\ntitle: B\ncolours: {accent: red}\n"
    Path("layouts", "own.yaml").write_text(own, "utf-8")
    Path("content", "exercises").mkdir(parents=True)
    text = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    Path("content", "exercises", "heel-raise.yaml").write_text(text + "\nid: twice\nfoo: 1\n", "utf-8")
    told = problems("make", "plan.yaml")
    assert [line.partition(": ")[0].rpartition("/")[2].partition(":")[0] for line in told[:-1]] == [
        *["clinic.yaml"] * 4,
        *["heel-raise.yaml"] * 2,
        *["own.yaml"] * 2,
        "plan.yaml",
    ]


def test_an_id_that_is_not_there_hides_no_other_fault() -> None:
    text = PLAN.replace("soleus-trigger-points", "soleus-points").replace("heel-raise", "heel-rise")
    write_plan(text + "blocks: [summary, summary]\ngoaal: Walk\n")
    told = problems("make", "plan.yaml")[:-1]
    assert [line.split(":")[1] for line in told] == ["1", "6", "7", "8"]


@pytest.mark.parametrize("fault", ["side: right", "note: [a", "note: *walk"])
def test_a_fault_of_form_in_a_base_plan_hides_no_other_and_no_cell(fault: str) -> None:
    write_plan(PLAN + f"{fault}\ngoaal: Walk\n")
    Path("list.csv").write_text("patient.id,paper\n1,a4\n2,a9\n", "utf-8")
    result = handouts("batch", "list.csv", "--plan", "plan.yaml", "-o", "out", "--skip-bad")
    assert (result.exit_code, Path("out").exists()) == (1, False)
    for told in (FORMS[fault], "there is no key `goaal` here", "list.csv row 3, column `paper`: "):
        assert result.stderr.count(told) == 1, result.stderr


def test_a_file_of_nothing_but_faults_is_told_in_a_bounded_number() -> None:
    write_plan("".join(f"key{number}: {number} #{number}\n" for number in range(4_000)))
    told = problems("make", "plan.yaml")
    assert told[-2:] == ["… and 100 more.", "300 problems"]


def test_lines_that_could_not_be_checked_are_told() -> None:
    write_plan(PLAN.replace("patient: {name: Sample Patient,", "patient:\n  {name: [Sample Patient,"))
    (problem, _) = problems("make", "plan.yaml")
    assert problem.startswith("plan.yaml:3:10: this `[` is not closed.")
    assert problem.endswith("Lines 2 to 3 are not checked until then.")


CUT = {
    "note: Do set #2 lying down": "plan.yaml:7:14: warning: YAML takes `#2 lying down` for a comment",
    "note: #2 lying down": "plan.yaml:7:7: warning: YAML takes `#2 lying down` for a comment",
    'note: "Do set" #2': "plan.yaml:7:16: warning: YAML takes `#2` for a comment",
    "note: Do set\t#2": "plan.yaml:7:14: warning: YAML takes `#2` for a comment",
    "show:\n  - needs\n  - easier #1": "plan.yaml:9:12: warning: YAML takes `#1` for a comment",
}
MEANT = [
    "note: Do set 2 # as before",
    "note: Do#2",
    "note: 'Do set #2'",
    "#note: Do",
    "note: Do #",
    "note: |\n  Do #2",
]


@pytest.mark.parametrize("command", ["make", "check"])
@pytest.mark.parametrize("text", CUT)
def test_words_that_yaml_cuts_off_are_told(text: str, command: str) -> None:
    write_plan(PLAN + text + "\n")
    result = handouts(command, "plan.yaml")
    assert result.exit_code == 0
    assert CUT[text] in result.stdout + result.stderr


@pytest.mark.parametrize(
    "text",
    ["show: [needs #1, easier]", "note: 'Do' set #2", "goal #1: walk", "note: Do set #2\n  lying down"],
)
def test_a_broken_line_with_such_a_sign_says_what_it_does(text: str) -> None:
    write_plan(PLAN + text + "\n")
    assert (
        "YAML takes a `#` after a space, and what follows, for a comment" in problems("make", "plan.yaml")[0]
    )


@pytest.mark.parametrize("text", MEANT)
def test_a_comment_that_is_meant_is_none(text: str) -> None:
    write_plan(PLAN + text + "\n")
    assert "comment" not in handouts("make", "plan.yaml").stderr


def test_what_is_cut_off_after_a_persons_name_is_not_repeated() -> None:
    write_plan(
        PLAN.replace('patient: {name: Sample Patient, id: "4711"}', "patient:\n  name: Sample #Marker")
    )
    told = handouts("make", "plan.yaml").stderr
    assert "plan.yaml:3:16: warning: YAML takes what follows for a comment" in told
    assert "Marker" not in told


def test_words_are_told_from_every_file_that_is_read() -> None:
    Path("layouts").mkdir()
    own = "extends: clinic\nid: own\ntitle: Own #1\n"
    Path("layouts", "own.yaml").write_text(own, "utf-8")
    Path("content", "exercises").mkdir(parents=True)
    text = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    changed = text.replace("\ntitle: Heel raise", "\ntitle: Heel raise #1", 1)
    Path("content", "exercises", "heel-raise.yaml").write_text(changed, "utf-8")
    Path("clinic.yaml").write_text("name: Practice #3\ncountry: gb\n", "utf-8")
    write_plan(PLAN + "goal: Walk #1\nlayout: own\n")
    Path("list.csv").write_text("patient.id\n1\n2\n", "utf-8")
    files = ("clinic.yaml:1:16", "plan.yaml:7:12", "heel-raise.yaml:", "own.yaml:3:12")
    made = handouts("make", "plan.yaml")
    checked = handouts("check", ".")
    write_plan(f"{BASE}\ngoal: Walk #1\nlayout: own\n")
    batch = handouts("batch", "list.csv", "--plan", "plan.yaml", "-o", "out", "--dry-run")
    for result in (made, batch, checked):
        assert result.exit_code == 0, result.stderr
        said = result.stdout + result.stderr
        assert said.count("for a comment") == 4
        assert all(file in said for file in files)


def test_a_condition_that_a_plan_does_not_name_hides_no_fault_of_it() -> None:
    Path("content/conditions").mkdir(parents=True)
    Path("content/conditions/broken.yaml").write_text("id: broken\ntitle: [x\n", "utf-8")
    for blocks in ("", "blocks: [overview, wibble]\n"):
        write_plan(PLAN.replace("side: left", "side: rigth") + blocks)
        told = problems("make", "plan.yaml")
        assert any("`side` is `rigth`" in one for one in told)
        assert not any("broken.yaml" in one for one in told)


@pytest.mark.parametrize("condition", ["true", "3", "[[a], 3]", "{a: b}", "[true]"])
def test_a_condition_of_another_kind_hides_no_fault(condition: str) -> None:
    write_plan(f"condition: {condition}\nside: rigth\n")
    told = problems("make", "plan.yaml")
    assert any("`side` is `rigth`" in one for one in told)
    assert any("`condition`" in one for one in told)


def test_a_stray_space_after_a_key_hides_no_words() -> None:
    write_plan(f"{PLAN}note\N{NO-BREAK SPACE}: Walk slowly\n")
    assert handouts("make", "plan.yaml", "-o", "a.pdf", "--save-plan", "b.yaml").exit_code == 0
    assert "note: Walk slowly" in Path("b.yaml").read_text("utf-8")


def test_a_word_of_a_few_may_have_capitals_and_spaces() -> None:
    write_plan(f"{PLAN}paper: Letter\norder: By position\nshow: [Needs]\n")
    assert handouts("make", "plan.yaml", "-o", "a.pdf", "--save-plan", "b.yaml").exit_code == 0
    saved = Path("b.yaml").read_text("utf-8")
    assert all(word in saved for word in ("paper: letter", "order: by-position", "- needs"))
