"""A person's name is printed where it must be, and is found nowhere else."""

import csv
import re
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from commands import PLAN, handouts, write_plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.usefixtures("folder")

FIRST, LAST = "Zebedee", "Quillfeather"
SAMPLE = '{name: Sample Patient, id: "4711"}'
NAMED = PLAN.replace(SAMPLE, f'{{name: {FIRST} {LAST}, id: "4711"}}')
CLINIC = "name: Sample Clinic\ncountry: gb\nclinician: {name: Alex Example}\n"


def make(*words: str, plan: str = NAMED) -> Path:
    """Return a handout that was made in silence."""
    write_plan(plan)
    result = handouts("make", "plan.yaml", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return Path(result.stdout.strip())


def found_in(raw: bytes, word: str) -> bool:
    """Return whether a word is in bytes, in any coding and case that a PDF may give it."""
    forms = [word.encode(coding) for coding in ("utf-8", "utf-16-be", "utf-16-le")]
    forms += [form.hex().encode() for form in forms]
    return any(form.lower() in raw.lower() for form in forms)


def written_in(pdf: pikepdf.Pdf, *, seen: int = 1) -> Iterator[bytes]:
    """Yield all objects of a file as written, and all streams unpacked, but what the first pages show."""
    contents: list[Any] = [page.obj.Contents for page in pdf.pages[:seen]]
    parts = [[*one] if isinstance(one, pikepdf.Array) else [one] for one in contents]
    shown = [part.objgen for some in parts for part in some]
    for thing in [*pdf.objects, pdf.trailer]:
        if getattr(thing, "objgen", None) in shown:
            continue
        if isinstance(thing, pikepdf.Stream):
            yield thing.read_bytes()
            yield thing.stream_dict.unparse(resolved=True)
        else:
            yield thing.unparse(resolved=True)


def pages_of(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


CASES = [
    (),
    ("-l", "plan-sheet"),
    ("--copy", "clinic"),
    ("-l", "plan-sheet", "--copy", "clinic"),
    ("--clinic", "clinic.yaml"),
]


@pytest.mark.parametrize("words", CASES, ids=lambda words: " ".join(words) or "usual")
@pytest.mark.parametrize("title", ["condition", "initials", "id"])
def test_the_name_is_on_page_1_and_nowhere_else_in_the_file(words: tuple[str, ...], title: str) -> None:
    Path("clinic.yaml").write_text(CLINIC + f"privacy: {{title: {title}}}\n", "utf-8")
    path = make(*words)
    first, *others = pages_of(path)
    assert first.count(f"{FIRST} {LAST}") == 1
    # Each side of a plan sheet says at its head whose it is: the back may be copied alone.
    most = 1 if "plan-sheet" in words else 0
    for word in (FIRST, LAST):
        assert not found_in(str(path).encode(), word)
        assert not found_in(path.read_bytes(), word)
        assert all(page.count(word) <= most for page in others)
        with pikepdf.open(path) as pdf:
            assert not any(found_in(raw, word) for raw in written_in(pdf, seen=1 + most * len(others)))


def test_the_search_would_find_a_name() -> None:
    path = make()
    with pikepdf.open(path) as pdf:
        assert any(found_in(raw, "Calf and heel pain") for raw in written_in(pdf))
        for text in (f"For {LAST}", f"For {LAST}, \N{SNOWMAN}"):
            pdf.docinfo.Subject = text
            assert any(found_in(raw, LAST) for raw in written_in(pdf))


def test_the_name_is_in_no_temporary_file_name(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    really = tempfile.mkstemp

    def noted(**how: Any) -> tuple[int, str]:
        handle, name = really(**how)
        seen.append(name)
        return handle, name

    monkeypatch.setattr("handouts.files.tempfile.mkstemp", noted)
    make()
    assert len(seen) == 1
    assert not any(found_in(name.encode(), word) for name in seen for word in (FIRST, LAST))


def title_of(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        title = str(pdf.docinfo.Title)
        assert f">{title}<".encode() in pdf.Root.Metadata.read_bytes()
        return title


@pytest.mark.parametrize(
    ("title", "shown"),
    [("condition", ""), ("initials", " · Z.Q."), ("id", " · ID 4711")],
)
def test_a_clinic_decides_what_the_title_of_the_file_says(title: str, shown: str) -> None:
    Path("clinic.yaml").write_text(CLINIC + f"privacy: {{title: {title}}}\n", "utf-8")
    assert title_of(make()) == f"Calf and heel pain{shown}"
    assert title_of(make("-l", "plan-sheet")) == f"My 14-day calf plan{shown}"


def test_without_a_clinic_the_title_says_nothing_of_the_person() -> None:
    assert title_of(make()) == "Calf and heel pain"


def test_a_detail_that_is_not_there_adds_nothing_to_the_title() -> None:
    Path("clinic.yaml").write_text(CLINIC + "privacy: {title: id}\n", "utf-8")
    assert title_of(make(plan=PLAN.replace(SAMPLE, "{name: Sample Patient}"))) == "Calf and heel pain"


def test_a_clinic_can_keep_initials_off_the_footer() -> None:
    assert all("Z.Q. · ID 4711" in page for page in pages_of(make()))
    Path("clinic.yaml").write_text(CLINIC + "privacy: {footer_initials: false}\n", "utf-8")
    pages = pages_of(make("--force"))
    assert not any("Z.Q." in page for page in pages)
    assert all("ID 4711" in page for page in pages)


def test_no_other_title_is_allowed() -> None:
    Path("clinic.yaml").write_text(CLINIC + "privacy: {title: name}\n", "utf-8")
    result = handouts("make", write_plan(NAMED))
    assert result.stderr.startswith("clinic.yaml:4:18: `title` is `name`; it must be `condition`, ")


WRONG = [
    f"{FIRST} {LAST}",
    f"{{{FIRST} {LAST}}}",
    f"[{FIRST} {LAST}]",
    f"{{naem: {FIRST} {LAST}}}",
    f"{{name: [{FIRST} {LAST}]}}",
    f"{{name: {{first: {FIRST}, last: {LAST}}}}}",
    f"{{name: {FIRST} {LAST * 20}}}",
    f"{{initials: {FIRST} {LAST}}}",
    f'{{name: "{FIRST}\\n{LAST}"}}',
    f'{{name: "{FIRST} \\u202e{LAST}"}}',
    f"{{name: {FIRST} 漢 {LAST}}}",
    f'{{name: "{FIRST} {LAST}}}',
    f"{{name: {FIRST} {LAST}",
]


@pytest.mark.parametrize("patient", WRONG)
def test_a_problem_with_the_person_does_not_repeat_who_it_is(patient: str) -> None:
    write_plan(PLAN.replace(SAMPLE, patient))
    told = handouts("make", "plan.yaml")
    checked = handouts("check", "plan.yaml")
    assert told.exit_code == 1 or patient.startswith('{name: "Zebedee\\n')
    for word in (FIRST, LAST):
        assert word not in told.output + checked.output


@pytest.mark.parametrize(
    "words",
    [
        ("--set", f"patient={FIRST} {LAST}"),
        ("--patient", f"{FIRST} 漢 {LAST}"),
        ("--patient", f"{FIRST} \u202e{LAST}"),
        ("--patient", FIRST * 40),
        ("--side", FIRST),
        ("--review", f"{FIRST} {LAST}"),
        ("--add", f"heel-raise {FIRST}"),
    ],
)
def test_nor_does_a_problem_with_an_option(words: tuple[str, str]) -> None:
    write_plan(PLAN.replace(SAMPLE, f"{{name: {FIRST} {LAST}}}"))
    told = handouts("make", "plan.yaml", *words)
    assert told.exit_code == 1
    assert FIRST not in told.output


MARK = "Zyxwquill"
# Where a name may be typed in a plan, and where in the row of a roster.
PLAN_WITH = """\
{key}condition: {condition}
patient: {{name: Sample {mark}, id: "4711"}}
date: {date}
side: {side}
paper: {paper}
language: {language}
layout: {layout}
clinic: {clinic}
previous: {previous}
blocks: [{block}]
exercises:
  - {exercise}
  - heel-raise 3x12 {dose}
  - {{exercise: heel-raise, {inner}: 3}}
"""
RIGHT = {
    "key": "",
    "condition": "soleus-trigger-points",
    "date": "2026-11-20",
    "side": "left",
    "paper": "a4",
    "language": "en",
    "layout": "clinic",
    "clinic": "clinic.yaml",
    "previous": "last.yaml",
    "block": "exercises",
    "exercise": "straight-knee-wall-stretch",
    "dose": "hold 2s",
    "inner": "sets",
    "mark": MARK,
}
FORMS = [
    MARK,
    f"Sample {MARK}",
    f'"{MARK} Sample"',
    MARK.lower(),
    f"{MARK.lower()}-sample",
    f"&{MARK} x",
    f"*{MARK}",
    f"!{MARK} x",
    f"[{MARK}]",
    f"{{{MARK}: x}}",
    f"'{MARK}",
    f"{MARK}: {MARK}",
    f"3x12 {MARK}",
    f"note {MARK}",
    f"note '{MARK}' note '{MARK}'",
    f"{MARK * 20}",
    f"{MARK}\\u202e",
    f"{MARK}漢",
    f"x`{MARK}`{MARK}",
]


@given(
    st.dictionaries(
        st.sampled_from(sorted({*RIGHT} - {"mark"})), st.sampled_from(FORMS), min_size=1, max_size=3
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_fault_of_a_plan_repeats_what_may_be_a_name(wrong: dict[str, str]) -> None:
    values = RIGHT | {key: f"{text}: x\n" if key == "key" else text for key, text in wrong.items()}
    write_plan(PLAN_WITH.format(**values))
    for command in ("make", "check"):
        said = handouts(command, "plan.yaml")
        assert said.exit_code == 1
        assert MARK.lower() not in said.output.lower()


SHOWN = {
    "side: lft": "`lft`",
    "side: leg": "`leg`",
    "Side: left": "`Side`",
    "goall: walk": "`goall`",
    "therapist: Ana": "`therapist`",
    "copies: 2": "`copies`",
    "notes: walk": "`notes`",
    "show: [need, harder]": "`need`",
    "blocks: [diry]": "`diry`",
    "blocks: [diary: {week: 2}]": "`week`",
    "exercises: [heel-rise]": "`heel-rise`",
    "exercises: [heel-raise 3x12 slowly]": "`slowly`",
    "exercises: [{exercise: heel-raise, repetitions: 10}]": "`repetitions`",
    "review: next week": "`next week`",
    "review: tomorrow": "`tomorrow`",
    "paper: A3": "`A3`",
    "layout: clinick": "`clinick`",
    "condition: soleus-triger-points": "`soleus-triger-points`",
}


@pytest.mark.parametrize("line", SHOWN)
def test_a_word_that_any_plan_may_have_is_shown_where_it_is_wrong(line: str) -> None:
    key = line.partition(":")[0]
    lines = [one for one in PLAN.splitlines() if not one.startswith((f"{key}:", "  - "))]
    write_plan("\n".join([one for one in lines if one != "exercises:"] + [line, ""]))
    said = handouts("make", "plan.yaml")
    assert said.exit_code == 1
    assert SHOWN[line] in said.stderr


HIDDEN = [
    "side: Legg",
    "side: Plant",
    "side: Mapp",
    "Legg: 2",
    "Ana Ruiz: 2",
    "blocks: [Page]",
    "exercises: [heel-raise 3x12 Sandy]",
    "show: [Needham]",
    "layout: Clint",
    "review: Daya",
    "condition: Solveig",
]


@pytest.mark.parametrize("line", HIDDEN)
def test_what_may_be_a_name_is_not_shown(line: str) -> None:
    name = next(word for word in re.findall(r"\w+", line) if word[0].isupper())
    write_plan("\n".join([*PLAN.splitlines()[:3], line, ""]))
    said = handouts("make", "plan.yaml")
    assert said.exit_code == 1
    assert "`…`" in said.stderr
    assert name not in said.stderr


def test_a_person_who_is_called_as_a_word_of_every_plan_is_not_told_of() -> None:
    write_plan(PLAN.replace(SAMPLE, "{name: Sunday Muscle}") + "review: Sunday\nMuscle: 1\n")
    said = handouts("make", "plan.yaml").stderr.lower()
    assert "sunday" not in said and "muscle`" not in said


def test_the_nearest_key_is_told_where_the_one_that_is_there_is_not() -> None:
    write_plan(PLAN.replace(SAMPLE, "{nmae: Sample Patient}"))
    (problem, _) = handouts("make", "plan.yaml").stderr.splitlines()
    assert problem == "plan.yaml:2:11: there is no key `…` here. Did you mean `name`?"


CELLS = [
    "patient.name",
    "patient.id",
    "condition",
    "side",
    "date",
    "exercises",
    "blocks",
    "paper",
    "clinic",
    "copies",
]


@given(
    st.lists(
        st.tuples(st.sampled_from([*CELLS, MARK, f"{MARK} Sample"]), st.sampled_from(FORMS)),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_fault_of_a_roster_repeats_what_may_be_a_name(columns: list[tuple[str, str]]) -> None:
    text = StringIO()
    csv.writer(text).writerows([[heading for heading, _ in columns], *[[cell for _, cell in columns]] * 2])
    Path("roster.csv").write_text(text.getvalue(), "utf-8")
    said = handouts("batch", "roster.csv", "-o", "out", "--dry-run")
    assert said.exit_code == 1
    assert MARK.lower() not in said.output.lower()


def test_a_person_who_is_only_a_word_takes_no_id() -> None:
    write_plan(PLAN.replace(SAMPLE, f"{FIRST} {LAST}"))
    told = handouts("make", "plan.yaml", "--id", "4711")
    assert told.stderr.splitlines()[0] == "--id: `patient` is one value; it has no `id`."


def test_a_name_of_foreign_characters_is_not_spelt_out_in_a_problem() -> None:
    write_plan(PLAN.replace(SAMPLE, "{name: 漢字}"))
    (problem, _) = handouts("make", "plan.yaml").stderr.splitlines()
    assert problem.startswith("plan.yaml:2:17: ")
    assert not {"漢", "字"} & set(problem)


def test_files_can_be_read_by_their_owner_only() -> None:
    write_plan(NAMED)
    handouts("make", "plan.yaml", "-o", "made.pdf", "--save-plan", "kept.yaml")
    handouts("show", "heel-raise", "--png", "heel.png")
    handouts("new", "new.yaml", "--condition", "soleus-trigger-points", "--side", "left")
    for name in ("made.pdf", "kept.yaml", "heel.png", "new.yaml"):
        assert Path(name).stat().st_mode & 0o777 == 0o600, name
