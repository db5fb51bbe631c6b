"""`handouts make`: a plan or options become a file, or every reason why not."""

from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan

from handouts.library import LAYOUTS

pytestmark = pytest.mark.usefixtures("folder")

EXAMPLES = Path(__file__).parents[1] / "examples"
NAME = "4711-2026-11-20.pdf"
OPTIONS = (
    "--condition",
    "soleus-trigger-points",
    "--side",
    "left",
    "--id",
    "4711",
    "--set",
    "date=2026-11-20",
)


def refused(*words: str | Path) -> list[str]:
    """Return the problems of a `make` that must write nothing."""
    before = here()
    result = handouts("make", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert here() == before
    *problems, count = result.stderr.splitlines()
    assert count == f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    return problems


def test_the_path_of_the_file_is_all_that_is_on_stdout() -> None:
    result = handouts("make", write_plan())
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{NAME}\n", "")
    assert Path(NAME).read_bytes().startswith(b"%PDF-")


def test_the_same_plan_gives_the_same_bytes() -> None:
    write_plan()
    files = []
    for name in ("one.pdf", "two.pdf"):
        handouts("make", "plan.yaml", "-o", name)
        files.append(Path(name).read_bytes())
    assert files[0] == files[1]


@pytest.mark.parametrize("name", ["sample-patient", "fridge-sheet", "full-leaflet"])
def test_an_example_works_as_it_is(name: str) -> None:
    result = handouts("make", EXAMPLES / f"{name}.yaml", "-o", "example.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert b"Sample Physiotherapy Clinic" in Path("example.pdf").read_bytes()


def test_options_alone_make_a_handout() -> None:
    result = handouts("make", *OPTIONS, "--exercise", "heel-raise 3x12 hold 2s")
    assert (result.exit_code, result.stdout) == (0, f"{NAME}\n")


def test_a_plan_that_is_saved_makes_the_same_handout() -> None:
    handouts("make", *OPTIONS, "--exercise", "heel-raise 3x12 note 'slow'", "--save-plan", "kept.yaml")
    first = Path(NAME).read_bytes()
    handouts("make", "kept.yaml")
    assert Path(NAME).read_bytes() == first
    assert "heel-raise 3x12 note 'slow'" in Path("kept.yaml").read_text("utf-8")


def test_a_plan_is_not_saved_over_another() -> None:
    write_plan("something: else\n", "kept.yaml")
    assert refused(*OPTIONS, "--save-plan", "kept.yaml") == [
        "kept.yaml: this is there already, so it is left alone. Choose another name."
    ]


def test_the_plan_and_the_handout_do_not_go_into_one_file() -> None:
    told = refused(*OPTIONS, "-o", "x.pdf", "--save-plan", "./x.pdf")
    assert told == ["x.pdf: two files would go here, one over the other. Choose another name."]
    assert not Path("x.pdf").exists()


def test_an_option_wins_over_the_plan() -> None:
    write_plan()
    assert handouts("make", "plan.yaml", "--id", "4712").stdout == "4712-2026-11-20.pdf\n"
    assert handouts("make", "plan.yaml", "--set", "patient.id=4713").stdout == "4713-2026-11-20.pdf\n"


def test_a_folder_as_output_gets_the_usual_name() -> None:
    Path("out").mkdir()
    assert handouts("make", write_plan(), "-o", "out").stdout == f"{Path('out') / NAME}\n"
    assert Path("out", NAME).is_file()


def test_a_dash_as_output_is_stdout() -> None:
    result = handouts("make", write_plan(), "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert here() == {"plan.yaml"}


def test_the_full_name_is_in_the_name_of_the_file_only_when_asked() -> None:
    write_plan()
    assert "Sample" not in handouts("make", "plan.yaml").stdout
    named = handouts("make", "plan.yaml", "--name-in-file").stdout
    assert named == "Sample-Patient-4711-2026-11-20.pdf\n"


CHANGES = [
    ("name: Sample Patient", ("--exercise", "heel-raise 3x10")),
    ("name: Sample Őrsi-Patient", ("-l", "plan-sheet")),
    ("initials: S.P.", ("--colour", "black", "--paper", "letter")),
    ("name: Sample Patient of a name that goes over several lines", ("--copy", "clinic", "-o", NAME)),
    ("name: Sample", ("--side", "right")),
]


@pytest.mark.parametrize(("name", "change"), CHANGES, ids=lambda one: one[0])
def test_a_plan_that_was_corrected_replaces_the_same_persons_handout(
    name: str, change: tuple[str, ...]
) -> None:
    handouts("make", write_plan(PLAN.replace("name: Sample Patient", name)))
    before = Path(NAME).read_bytes()
    assert handouts("make", "plan.yaml", *change).stdout == f"{NAME}\n"
    assert Path(NAME).read_bytes() != before


OTHERS = [
    ("--patient", "Sample Patience"),
    ("--patient", "Sample"),
    ("--id", "47111"),
    ("--id", "471"),
    ("--initials", "S.Q."),
]


@pytest.mark.parametrize("other", OTHERS, ids=lambda words: words[1])
def test_a_handout_of_somebody_else_is_not_replaced_without_force(other: tuple[str, str]) -> None:
    handouts("make", write_plan())
    before = Path(NAME).read_bytes()
    assert refused("plan.yaml", *other, "-o", NAME) == [
        f"{NAME}: this is there already, and does not say that it is the same person's handout of this plan. "
        "Give it another name with `-o 4711-2026-11-20-2.pdf`, or replace it with `--force`."
    ]
    assert Path(NAME).read_bytes() == before
    assert handouts("make", "plan.yaml", *other, "-o", NAME, "--force").exit_code == 0
    assert Path(NAME).read_bytes() != before


def test_neither_a_leaflet_nor_initials_alone_replace_a_person() -> None:
    leaflet = ("--condition", "soleus-trigger-points", "--side", "left")
    people = [(), ("--initials", "S.P."), ("--patient", "Sue Park"), ("--patient", "Sam Pole")]
    for first in people:
        handouts("make", *leaflet, *first, "-o", "one.pdf", "--force")
        for second in people:
            if first != second:
                refused(*leaflet, *second, "-o", "one.pdf")
        changed = handouts("make", *leaflet, *first, "--exercise", "heel-raise", "-o", "one.pdf")
        assert changed.exit_code == (1 if "--initials" in first else 0)


@pytest.mark.parametrize("content", [b"%PDF-1.7 of last week", b"%PDF-"])
def test_a_pdf_that_is_no_handout_is_not_replaced(content: bytes) -> None:
    Path(NAME).write_bytes(content)
    refused(write_plan())
    assert Path(NAME).read_bytes() == content


def test_a_protected_handout_is_never_replaced_by_an_open_one_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_plan()
    with monkeypatch.context() as protected:
        protected.setenv("HANDOUTS_PASSWORD", "a long password")
        for _ in range(2):
            assert handouts("make", "plan.yaml").exit_code == 0
    refused("plan.yaml")
    monkeypatch.setenv("HANDOUTS_PASSWORD", "another password")
    refused("plan.yaml")


def test_a_file_that_is_no_pdf_is_never_written_over() -> None:
    assert refused(write_plan(), "-o", "plan.yaml") == [
        "plan.yaml: this is there already and is no PDF, so it is left alone. Choose another name."
    ]


@pytest.mark.parametrize("output", ["nowhere/x.pdf", "nowhere/"])
def test_a_folder_is_never_made_silently(output: str) -> None:
    (problem,) = refused(write_plan(), "-o", output)
    assert problem.endswith("there is no folder `nowhere`. Make it first.")


def test_a_folder_that_may_not_be_written_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(content: bytes, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("handouts.commands.target.write_whole", denied)
    assert refused(write_plan()) == [
        f"{NAME}: this cannot be written: permission denied. Choose a folder that you may write to."
    ]


def test_paper_and_printer_change_the_page() -> None:
    write_plan()
    pages = {
        handouts("make", "plan.yaml", "-o", "-", *options).stdout_bytes
        for options in (
            (),
            ("--paper", "letter"),
            (
                "--colour",
                "black",
            ),
            ("-l", "plan-sheet"),
        )
    }
    assert len(pages) == 4
    assert all(page.startswith(b"%PDF-") for page in pages)


def test_the_faults_of_all_files_are_told_at_once() -> None:
    write_plan(PLAN.replace("heel-raise", "heel-rise") + "layout: clinnic\ngoaal: walk\n")
    Path("clinic.yaml").write_text("name: Sample\nlogo: nowhere.png\n", "utf-8")
    hint = f"Put it into `{Path()}`, or leave `logo` out."
    assert refused("plan.yaml") == [
        f"clinic.yaml:2:7: there is no logo `nowhere.png`. {hint}",
        "plan.yaml:6:5: there is no exercise `heel-rise`. Did you mean `heel-raise`?",
        "plan.yaml:7:9: there is no layout `clinnic`. Did you mean `clinic`?",
        "plan.yaml:8:1: there is no key `goaal` here. Did you mean `goal`?",
    ]


def test_a_plan_that_is_not_there_is_told() -> None:
    assert refused("nowhere.yaml") == ["nowhere.yaml: there is no such file."]


def test_a_plan_that_is_a_folder_is_told() -> None:
    Path("plan").mkdir()
    assert refused("plan") == ["plan: this is a folder, not a file."]


def test_an_empty_plan_is_told() -> None:
    assert refused(write_plan("")) == ["plan.yaml: the file is empty."]


def test_a_huge_plan_is_refused_unread() -> None:
    with Path("plan.yaml").open("wb") as file:
        file.truncate(2**40)
    (problem,) = refused("plan.yaml")
    assert "larger than 1 MB" in problem


def test_signs_that_steer_a_terminal_are_spelt_out() -> None:
    write_plan(PLAN + 'goal: "\\e[2J"\n')
    assert all("\x1b" not in problem for problem in refused("plan.yaml"))


def test_a_character_no_font_has_is_told_at_its_place() -> None:
    (problem,) = refused(write_plan(PLAN + "goal: Walk 漢\n"))
    assert problem.startswith("plan.yaml:7:12: ")
    assert "漢" in problem


def test_markup_in_a_text_is_only_text() -> None:
    write_plan(PLAN + "goal: '<img src=\"/etc/passwd\"> <b>unclosed & **stars** {side}'\n")
    assert handouts("make", "plan.yaml").exit_code == 0


def test_nothing_to_make_is_wrong_use() -> None:
    result = handouts("make")
    assert result.exit_code == 2
    assert "Name a plan, or give --condition or --exercise." in result.stderr


@pytest.mark.parametrize("option", ["--watch", "--open"])
def test_stdout_cannot_be_watched_or_opened(option: str) -> None:
    assert handouts("make", write_plan(), "-o", "-", option).exit_code == 2


def test_the_handout_is_shown_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("click.launch", shown.append)
    handouts("make", write_plan(), "--open")
    assert shown == [NAME]


def test_a_layout_beside_the_plan_needs_no_option() -> None:
    Path("layouts").mkdir()
    text = "extends: clinic\nid: own\ntitle: Own\ncolours: {accent: '#1B5E20'}\n"
    Path("layouts", "own.yaml").write_text(text, "utf-8")
    write_plan(PLAN + "layout: own\n")
    assert handouts("make", "plan.yaml").exit_code == 0


def test_a_folder_of_layouts_that_is_missing_is_told() -> None:
    assert refused(write_plan(), "--layouts", "nowhere") == ["nowhere: there is no such folder."]


def test_an_exercise_of_ones_own_needs_no_python() -> None:
    shipped = LAYOUTS.parent / "content" / "exercises" / "heel-raise.yaml"
    Path("content", "exercises").mkdir(parents=True)
    text = shipped.read_text("utf-8").replace("id: heel-raise", "id: step-raise", 1)
    Path("content", "exercises", "step-raise.yaml").write_text(text, "utf-8")
    write_plan(PLAN.replace("heel-raise", "step-raise"))
    assert handouts("make", "plan.yaml").exit_code == 0


def test_a_character_no_font_has_is_told_in_ones_own_content_too() -> None:
    shipped = LAYOUTS.parent / "content" / "exercises" / "heel-raise.yaml"
    Path("content", "exercises").mkdir(parents=True)
    text = shipped.read_text("utf-8").replace("title: Heel", "title: 漢", 1)
    Path("content", "exercises", "heel-raise.yaml").write_text(text, "utf-8")
    (problem,) = refused(write_plan())
    assert problem.startswith(f"{Path('content', 'exercises', 'heel-raise.yaml')}:")
    assert "`漢` U+6F22" in problem


def made_for(*words: str | Path) -> bytes:
    result = handouts("make", *words, "-o", "-")
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def clinic_file(path: str, name: str) -> Path:
    Path(path).write_text(f"name: {name}\ncountry: gb\n", "utf-8")
    return Path(path)


def test_the_named_clinic_wins_over_the_plans_and_the_one_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_plan()
    monkeypatch.setenv("HANDOUTS_CLINIC", str(clinic_file("usual.yaml", "Usual Clinic")))
    assert b"Usual Clinic" in made_for("plan.yaml")
    clinic_file("clinic.yaml", "Clinic Beside")
    assert b"Clinic Beside" in made_for("plan.yaml")
    clinic_file("planned.yaml", "Clinic Planned")
    write_plan(PLAN + "clinic: planned.yaml\n")
    assert b"Clinic Planned" in made_for("plan.yaml")
    clinic_file("named.yaml", "Clinic Named")
    assert b"Clinic Named" in made_for("plan.yaml", "--clinic", "named.yaml")


def test_the_clinic_in_the_settings_folder_is_the_last_resort(no_clinic: Path) -> None:
    (no_clinic / "settings").mkdir()
    clinic_file("settings/clinic.yaml", "Clinic at Home")
    assert b"Clinic at Home" in made_for(write_plan())


def test_a_clinic_that_is_missing_is_told_at_its_place() -> None:
    assert refused(write_plan(PLAN + "clinic: nowhere.yaml\n")) == ["plan.yaml:7:9: there is no file `…`."]


def test_a_usual_clinic_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CLINIC", "nowhere.yaml")
    assert refused(write_plan()) == ["nowhere.yaml: there is no such file."]
