"""A stack in parts: none over its limit where it can be helped, and no old part unmentioned."""

from pathlib import Path

import pytest
from commands import handouts
from rosters import made, people, person, write_csv
from stacks import ids, merged, people_with_pages

pytestmark = pytest.mark.usefixtures("folder")


def test_a_limit_of_pages_splits_the_stack_between_people() -> None:
    roster = write_csv([one | {"copies": "2"} for one in people_with_pages(1, 2, 3)])
    said = made(roster, "--merge", "stack.pdf", "--max-pages", "5")
    assert said["stacks"] == ["stack-1.pdf", "stack-2.pdf"]
    assert [ids(name) for name in said["stacks"]] == [["1", "1", "2", "2"], ["3", "3", "-"]]


def test_the_tally_of_a_full_part_is_a_part_of_its_own() -> None:
    said = made(write_csv(people_with_pages(1, 2)), "--merge", "stack.pdf", "--max-pages", "2")
    assert [ids(name) for name in said["stacks"]] == [["1", "2"], ["-"]]


def test_a_limit_of_size_splits_the_stack() -> None:
    said = made(write_csv(people(6)), "--merge", "stack.pdf", "--max-size", "0.12")
    assert len(said["stacks"]) > 1
    assert [name for name in said["stacks"] if Path(name).stat().st_size > 120_000] == []


@pytest.mark.parametrize(
    ("limit", "words"), [(0.12, ()), (0.16, ("--duplex", "--slip-sheet", "--copies", "2"))]
)
def test_no_part_is_over_its_limit_of_size_where_it_can_be_parted(
    limit: float, words: tuple[str, ...]
) -> None:
    small = people_with_pages(*range(1, 5))
    rows = [*small, person(5), person(6, exercises="toe-touch 3x hold 20s; knee-to-wall 3x10"), person(7)]
    said = made(write_csv(rows), "--merge", "stack.pdf", "--max-size", f"{limit}", *words)
    sizes = [Path(name).stat().st_size for name in said["stacks"]]
    assert len(sizes) > 1
    assert max(sizes) <= limit * 1_000_000
    found = [one for name in said["stacks"] for one in ids(name) if one != "-"]
    assert list(dict.fromkeys(found)) == [str(number) for number in range(1, 8)]


def test_who_alone_takes_more_pages_than_a_part_may_have_is_told_and_alone_in_one() -> None:
    rows = people_with_pages(1, 2, 3)
    roster = write_csv([rows[0], rows[1] | {"copies": "3"}, rows[2]])
    result = handouts("batch", roster, "--merge", "stack.pdf", "--max-pages", "2")
    assert (result.exit_code, result.stdout) == (0, "stack-1.pdf\nstack-2.pdf\nstack-3.pdf\n")
    assert [ids(name) for name in result.stdout.split()] == [["1"], ["2", "2", "2"], ["3", "-"]]
    assert result.stderr.splitlines()[:-1] == [
        "roster.csv row 3: warning: this handout alone takes 3 pages, more than a part may have; "
        "it is all of `stack-2.pdf`."
    ]


def test_who_alone_is_larger_than_a_part_may_be_is_told_and_alone_in_one() -> None:
    large = "toe-touch 3x hold 20s; knee-to-wall 3x10; seated-towel-stretch 3x hold 20s; towel-toe-curls 3x10"
    rows = [*people_with_pages(1), person(2, exercises=large), *people_with_pages(3)]
    result = handouts("batch", write_csv(rows), "--merge", "stack.pdf", "--max-size", "0.1")
    assert (result.exit_code, result.stdout) == (0, "stack-1.pdf\nstack-2.pdf\nstack-3.pdf\n")
    size = Path("stack-2.pdf").stat().st_size
    assert {*ids("stack-2.pdf")} == {"2"}
    assert result.stderr.splitlines()[:-1] == [
        f"roster.csv row 3: warning: this handout alone takes {size / 1e6:.2f} MB, "
        "more than a part may have; it is all of `stack-2.pdf`."
    ]


def test_a_tally_that_is_longer_than_a_part_may_be_is_told() -> None:
    result = handouts(
        "batch", write_csv(people_with_pages(1)), "--merge", "s.pdf", "--duplex", "--max-pages", "1"
    )
    assert result.stderr.splitlines()[-2] == (
        "s-2.pdf: warning: the tally alone takes 2 pages, more than a part may have; it is all of `s-2.pdf`."
    )


def test_parts_of_an_earlier_longer_run_are_told_where_they_are() -> None:
    Path("night").mkdir()
    words = ("--merge", "night/stack.pdf", "--max-pages", "1")
    made(write_csv(people_with_pages(1, 2, 3)), *words)
    said = made(write_csv(people_with_pages(1)), *words)
    assert said["left_over"][-2:] == ["night/stack-3.pdf", "night/stack-4.pdf"]
    result = handouts("batch", "roster.csv", "-o", "out", *words)
    assert "night/stack-4.pdf: an earlier run made this, not this one." in result.stderr.splitlines()


def test_a_reprint_of_a_few_rows_says_nothing_of_the_other_parts() -> None:
    roster = write_csv(people_with_pages(1, 2, 3))
    words = ("--merge", "stack.pdf", "--max-pages", "1")
    made(roster, *words)
    assert made(roster, *words, "--from", "4")["left_over"] == []


def test_the_stack_of_an_earlier_run_is_told_where_no_row_can_be_printed() -> None:
    merged(write_csv(people(1)))
    result = handouts("batch", write_csv([person(1, side="up")]), "--merge", "stack.pdf", "--skip-bad")
    assert result.exit_code == 1
    assert "stack.pdf: an earlier run made this, not this one." in result.stderr.splitlines()
