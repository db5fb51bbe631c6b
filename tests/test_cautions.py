"""What is true of a person meets the cautions of what they are given."""

import json
from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan
from pypdfium2 import PdfDocument
from rosters import person, write_csv

from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.caution import Caution

pytestmark = pytest.mark.usefixtures("folder")

LIBRARY = Library(CONTENT)
TEXTS = LIBRARY.find_condition("soleus-trigger-points").texts
# What forbids and what only warns, of each exercise and each text.
RULES = [
    pytest.param(id, kind, cautions, id=f"{id}-{'never' if never else 'gentler'}")
    for kind, ids in (("exercise", LIBRARY.ids("exercises")), ("block", [*TEXTS, *LIBRARY.ids("advice")]))
    for id in ids
    for never in (True, False)
    if (
        cautions := [
            caution
            for caution in (
                LIBRARY.find_exercise(id) if kind == "exercise" else TEXTS.get(id) or LIBRARY.find_advice(id)
            ).cautions
            if caution.when and caution.never is never
        ]
    )
]
ACCEPTED = "Talked over with the midwife"


def plan_for(facts: str, exercises: str = "[toe-touch]", more: str = "") -> Path:
    person = f'{{name: Sample Patient, id: "4711", facts: {facts}}}'
    head = PLAN.partition("exercises")[0].replace('{name: Sample Patient, id: "4711"}', person)
    return write_plan(f"{head}exercises: {exercises}\n{more}")


def words(path: str) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in PdfDocument(path))


def test_what_must_not_be_given_is_refused_with_the_reason() -> None:
    result = handouts("make", plan_for("[osteoporosis]"), "-o", "out.pdf")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "plan.yaml:5:13: `toe-touch` is not for one who has thin bones. Back pain"
    )
    assert "`accepted: …`" in result.stderr
    assert here() == {"plan.yaml"}


@pytest.mark.parametrize(("id", "kind", "cautions"), RULES)
def test_every_rule_forbids_or_warns_and_the_sheet_says_what_is_gentler(
    id: str, kind: str, cautions: list[Caution]
) -> None:
    facts = [fact for caution in cautions for fact in caution.when]
    blocks = "blocks: [exercises]" if kind == "exercise" else f"blocks: [exercises, {id}]"
    plan = plan_for(f"[{', '.join(facts)}]", f"[{id}]" if kind == "exercise" else "[towel-toe-curls]", blocks)
    result = handouts("make", plan, "-o", "out.pdf")
    told = [line for line in result.stderr.splitlines() if f"`{id}`" in line]
    assert result.exit_code == (1 if cautions[0].never else 0)
    for caution in cautions:
        for fact in caution.when:
            assert any(LIBRARY.facts[fact].name in line and caution.text in line for line in told), fact
        gentler = (caution.gentler or "").replace("{us}", LIBRARY.speech.words.us.clinic)
        for sentence in filter(None, gentler.split(". ")):
            assert sentence in words("out.pdf")


def test_a_clot_stops_what_is_for_the_leg_and_a_fact_that_meets_no_caution_is_told() -> None:
    for exercise in ("figure-four-stretch", "heel-raise", "foam-roller-release"):
        result = handouts("make", plan_for("[clot]", f"[{exercise}]"), "-o", "out.pdf")
        assert result.exit_code == 1
        assert f"`{exercise}` is not for one who has or may have a blood clot." in result.stderr
    result = handouts("make", plan_for("[fracture]", "[bridge]"), "-o", "out.pdf")
    assert "Not there until whoever treats it agrees." in result.stderr
    result = handouts("make", plan_for("[clot]", "[chin-tuck]"), "-o", "out.pdf")
    assert result.exit_code == 0
    assert "`clot` changes nothing: no caution of what is given is for one who has or may" in result.stderr


def test_what_can_be_given_instead_is_told_unless_it_is_forbidden_too() -> None:
    result = handouts("make", plan_for("[blood thinners]", "[ball-on-wall]"), "-o", "out.pdf")
    assert result.exit_code == 1
    assert "Give `shoulder-squeeze` in its place, leave it out" in result.stderr
    result = handouts("make", plan_for("[blood thinners, stroke]", "[ball-on-wall]"), "-o", "out.pdf")
    assert "`ball-on-wall` is not for one who takes blood thinners" in result.stderr
    assert "shoulder-squeeze" not in result.stderr
    assert here() == {"plan.yaml"}


def test_nothing_is_said_to_those_of_whom_nothing_is_known() -> None:
    result = handouts("make", plan_for("[]", "[foam-roller-release]"), "-o", "out.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Press lightly only" not in words("out.pdf")


def test_a_decision_is_on_the_clinics_copy_and_never_on_the_patients() -> None:
    plan = plan_for("[osteoporosis, pregnant]")
    result = handouts("make", plan, "--accept", ACCEPTED, "-o", "patient.pdf")
    assert result.exit_code == 0
    assert "warning: `toe-touch`, for one who has thin bones" in result.stderr
    assert handouts("make", plan, "--accept", ACCEPTED, "--copy", "clinic", "-o", "clinic.pdf").exit_code == 0
    assert f"Given all the same: {ACCEPTED}" in words("clinic.pdf")
    assert "Toe touch: one who has thin bones and is pregnant or had a baby lately." in words("clinic.pdf")
    for said in (ACCEPTED, "one who", "had a baby"):
        assert said not in words("patient.pdf")
        assert said.encode() not in Path("patient.pdf").read_bytes()


def test_a_decision_that_no_caution_asks_for_is_told() -> None:
    result = handouts("make", plan_for("[]"), "--accept", ACCEPTED, "-o", "out.pdf")
    assert result.exit_code == 0
    assert (
        "`accepted` says why something is given in spite of a caution, and none forbids it." in result.stderr
    )
    assert ACCEPTED not in result.stderr


@pytest.mark.parametrize(
    "said", ["[anticoagulants]", "[Blood Thinners]", '"blood thinners, pregnancy"', "Warfarin"]
)
def test_a_fact_is_called_by_any_of_its_names(said: str) -> None:
    result = handouts("make", plan_for(said, "[foam-roller-release]"), "-o", "out.pdf")
    assert result.exit_code == 0
    assert "one who takes blood thinners" in result.stderr


def test_an_unknown_fact_is_told_with_the_near_one_and_hides_nothing() -> None:
    result = handouts("make", plan_for("[pregnent, osteoporosis]"), "-o", "out.pdf")
    assert result.exit_code == 1
    assert "there is no fact `pregnent`. Did you mean `pregnant`?" in result.stderr
    assert "`toe-touch` is not for one who has thin bones" in result.stderr


def test_an_unknown_fact_that_may_be_a_name_is_not_repeated() -> None:
    result = handouts("make", plan_for("[Quillfeather]"), "-o", "out.pdf")
    assert result.exit_code == 1
    assert "there is no fact `…`" in result.stderr


def test_options_say_facts_too() -> None:
    words = ("--condition", "soleus-trigger-points", "--exercise", "toe-touch", "--fact", "glaucoma")
    result = handouts("make", *words, "-o", "out.pdf")
    assert result.exit_code == 1
    assert "`toe-touch` is not for one who has glaucoma" in result.stderr


def test_a_roster_has_a_column_for_them_and_the_record_says_what_was_accepted() -> None:
    facts = {"patient_facts": "thin bones; blood thinners", "exercises": "toe-touch"}
    roster = write_csv([person(1, **facts), person(2, **facts, accepted=ACCEPTED), person(3)])
    result = handouts("batch", roster, "-o", "out", "--skip-bad")
    assert result.exit_code == 1
    assert "row 2" in result.stderr
    assert "is not for one who has thin bones" in result.stderr
    lines = [json.loads(line) for line in Path("out/record.jsonl").read_text("utf-8").splitlines()]
    made = {line["id"]: line.get("accepted") for line in lines if "sha256" in line}
    assert made == {"2": "toe-touch", "3": None}
    assert ACCEPTED not in Path("out/record.jsonl").read_text("utf-8")


def test_show_and_list_tell_the_rules() -> None:
    shown = " ".join(handouts("show", "toe-touch").stdout.split())
    assert "Never with sciatica, osteoporosis, dizziness, glaucoma, pregnant." in shown
    assert "anticoagulants" in handouts("list", "facts").stdout


def test_a_fact_of_ones_own_meets_a_caution_of_ones_own() -> None:
    Path("content/exercises").mkdir(parents=True)
    Path("content/facts.yaml").write_text("pacemaker: {name: has a pacemaker}\n", "utf-8")
    shipped = (CONTENT / "exercises/toe-touch.yaml").read_text("utf-8")
    own = shipped.replace(
        "cautions:\n", "cautions:\n  - {text: Ask the heart team., when: [pacemaker], never: true}\n"
    )
    Path("content/exercises/toe-touch.yaml").write_text(own, "utf-8")
    result = handouts("make", plan_for("[pacemaker]"), "-o", "out.pdf")
    assert result.exit_code == 1
    assert "`toe-touch` is not for one who has a pacemaker. Ask the heart team." in result.stderr
