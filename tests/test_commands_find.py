"""`handouts find`: which paper a person got, from which row of which list, and how it is printed again."""

import json
import shlex
from pathlib import Path

import pytest
from commands import handouts
from page_text import CODE
from rosters import NAME, SOLEUS, made, pdfs, person, printed, record, write_csv, write_text

pytestmark = pytest.mark.usefixtures("folder")


def found(what: str | Path, *words: str) -> list[dict[str, str]]:
    said: list[dict[str, str]] = json.loads(handouts("find", what, *words, "--json").stdout)["papers"]
    return said


def roster_in_a_folder() -> Path:
    """Print a roster without dates, with a base plan, a map and its own names of columns."""
    Path("lists").mkdir()
    write_text(f"condition: {SOLEUS}\nside: left\n", "base.yaml")
    write_text("MRN: patient.id\n", "map.yaml")
    path = write_text(f"MRN,patient.name\n4711,{NAME}\n4712,{NAME}\n", "lists/monday.csv")
    made(path, "--plan", "base.yaml", "--map", "map.yaml", "--layout", "plan-sheet", "--merge", "stack.pdf")
    return path


def test_a_paper_is_found_by_id_code_name_and_content_and_printed_again_from_what_is_told() -> None:
    roster_in_a_folder()
    name, content = sorted(pdfs().items())[0]
    (paper, in_stack) = found("4711")
    assert (paper["row"], paper["roster"], paper["layout"], paper["is_there"]) == (
        2,
        "monday.csv",
        "plan-sheet",
        True,
    )
    assert (in_stack["file"], in_stack["pages"] != "") == (str(Path("out", "stack.pdf")), True) or in_stack[
        "pages"
    ]
    Path("copy.pdf").write_bytes(content)
    for what in (name, Path("out", name), "copy.pdf"):
        assert [one["file"] for one in found(what)] == [str(Path("out", name))]
    assert {one["id"] for one in found(paper["code"].lower())} == {"4711", "4712"}
    words = shlex.split(paper["again"])
    assert words[0] == "handouts"
    assert handouts(*words[1:]).exit_code == 0
    assert pdfs("again").keys() == {name}
    one, other = (CODE.sub("", text) for text in (printed()[name], printed("again")[name]))
    assert one == other


def test_a_stack_that_was_written_elsewhere_is_found_where_it_is() -> None:
    Path("prints").mkdir()
    made(write_csv([person(1), person(2)]), "--merge", "prints/stack.pdf", "--max-pages", "4")
    papers = [one for one in found("2") if one["pages"]]
    assert [one["is_there"] for one in papers] == [True]
    assert Path(papers[0]["file"]).resolve().parent == Path("prints").resolve()


def test_a_paper_of_a_row_with_a_date_is_printed_again_to_the_byte() -> None:
    made(write_csv([person(1), person(2)]), "--layout", "plan-sheet")
    (paper,) = found("2")
    handouts(*shlex.split(paper["again"])[1:])
    assert pdfs("again") == {name: content for name, content in pdfs().items() if name.startswith("2-")}


def test_what_is_found_is_told_in_lines_without_a_name() -> None:
    roster_in_a_folder()
    told = handouts("find", "4712", "out").stdout
    assert "  from row 3 of monday.csv\n" in told
    assert (
        "  again: handouts batch out/../lists/monday.csv --plan" in told or "  again: handouts batch" in told
    )
    assert NAME.split()[0] not in told


def test_a_paper_that_is_gone_or_in_no_record_is_told() -> None:
    made(write_csv([person(1)]))
    next(Path("out").glob("*.pdf")).unlink()
    assert "(the file is gone, or is another now)" in handouts("find", "1").stdout
    result = handouts("find", "2")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "no record in . and the folders inside it has such a paper.\n"


def test_words_of_a_run_are_not_kept_and_said_to_be_missing() -> None:
    made(write_csv([person(1)]), "--set", f"goal={NAME}")
    assert NAME not in Path("out", "record.jsonl").read_text("utf-8")
    assert "with the same " in handouts("find", "1").stdout


def test_plans_are_kept_for_their_owner_alone_and_only_if_asked_for() -> None:
    roster = write_csv([person(1, date=""), person(2)])
    made(roster)
    assert not [*Path("out").glob("*.yaml")]
    made(roster, "--keep-plans", "--afresh")
    kept = sorted(Path("out").glob("*.yaml"))
    assert [path.stat().st_mode & 0o777 for path in kept] == [0o600] * 2
    for path in kept:
        assert handouts("verify", path.with_suffix(".pdf"), "--plan", path).exit_code == 0
        assert NAME in path.read_text("utf-8")
    assert all("name" not in line for line in record())


def test_a_kept_plan_replaces_nothing_else() -> None:
    Path("out").mkdir()
    write_text("mine\n", "out/1-2026-11-20.yaml")
    said = made(write_csv([person(1), person(2)]), "--keep-plans")
    assert ([problem["line"] for problem in said["problems"]], said["made"]) == ([2], 1)
    assert Path("out/1-2026-11-20.yaml").read_text("utf-8") == "mine\n"


def test_a_paper_is_verified_against_the_row_of_its_roster() -> None:
    roster = write_csv([person(1), person(2, exercises="heel-raise 2x10")])
    made(roster)
    paper = Path("out", "2-2026-11-20.pdf")
    for row in ("3", "id:2"):
        assert handouts("verify", paper, "--roster", roster, "--row", row).exit_code == 0
    result = handouts("verify", paper, "--roster", roster, "--row", "2")
    assert (result.exit_code, "Heel raise: 2 -> 3 sets" in result.stdout or "sets" in result.stdout) == (
        1,
        True,
    )
    for words in (("--row", "2-3"), ("--row", "9"), ("--row", "id:9")):
        assert "it is to name one." in handouts("verify", paper, "--roster", roster, *words).stderr
    for words in ((), ("--roster", "roster.csv"), ("--row", "2"), ("--roster", "roster.csv", "--row", "x")):
        assert handouts("verify", paper, *words).exit_code == 2
