"""What the first two articles and the fact bases of the body say is accounted for, and not repeated wrong."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from page_text import page_text
from printed import Printed

from handouts.schema.plan import BLOCKS

CONTENT = Path(__file__).parent.parent / "content"
TRACE = yaml.safe_load((CONTENT / "trace" / "soleus.yaml").read_text(encoding="utf-8"))
# What a fact base numbers with how many there are, what else it names, how many of its points are on maps,
# and which conditions say it.
BASES: dict[str, tuple[dict[str, int], str, int, tuple[str, ...]]] = {
    "low-back-hip": (
        {"LB-": 11, "BH-": 12, "C-": 23, "L": 17},
        "L02b kidney sciatic crest_nerves groin belly",
        21,
        ("low-back-pain", "side-hip-pain"),
    ),
    "neck": (
        {"N-": 23, "N": 14, "A": 6},
        "N06b N12b front_neck spine_strip above_collarbone",
        7,
        ("neck-shoulder-tension", "tension-headache"),
    ),
    "shoulder-arm": (
        {"C-": 20, "SH": 11, "EL": 5},
        "SH03b SH09b EL02b NP1 NP9",
        15,
        ("shoulder-pain", "tennis-elbow"),
    ),
}
FACTS = {base: yaml.safe_load((CONTENT / "trace" / f"{base}.yaml").read_text("utf-8")) for base in BASES}
# How many statements the fact base counts in each article.
COUNTS = {"S1": 86, "S2": 66}
MARKS = {"OK", "PART", "WRONG", "OVER", "DOUBT", "GAP", "none"}
REASONS = {"wrong", "over-claimed", "doubtful", "not-useful", "gap"}
FALSE = {"WRONG", "OVER"}


def seeds_said() -> dict[str, set[str]]:
    """Return the places that name each statement: `file#path`, or the file alone for a whole exercise."""
    places: dict[str, set[str]] = defaultdict(set)
    for path in CONTENT.rglob("*.yaml"):
        if path.parent.name != "trace":
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            for place, seed in named(content, str(path.relative_to(CONTENT)), "#"):
                places[seed].add(place)
    return places


def named(node: Any, place: str, joint: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        yield from ((place, seed) for seed in node.get("seeds") or ())
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in parts:
        yield from named(value, f"{place}{joint}{key}", ".")


def test_every_statement_of_both_articles_is_accounted_for() -> None:
    every = {f"{article}-{number:02}" for article, count in COUNTS.items() for number in range(1, count + 1)}
    assert set(TRACE) == every
    assert len(every) == 152


def test_a_statement_is_said_or_left_out_for_a_reason() -> None:
    for seed, entry in (pair for one in (TRACE, *FACTS.values()) for pair in one.items()):
        assert entry["mark"] in MARKS, seed
        assert ("said" in entry) != ("left_out" in entry), seed
        if "left_out" in entry:
            assert entry["left_out"] in REASONS, seed
            assert entry["because"], seed
        else:
            assert entry["said"], seed


def test_the_trace_and_the_content_name_the_same_places() -> None:
    traced = {seed: set(entry["said"]) for seed, entry in TRACE.items() if "said" in entry}
    assert traced == dict(seeds_said())


def test_a_wrong_or_over_claimed_statement_is_said_only_in_a_corrected_form() -> None:
    uncorrected = [
        seed
        for seed, entry in TRACE.items()
        if entry["mark"] in FALSE and "said" in entry and "correction" not in entry
    ]
    assert uncorrected == []


def test_a_correction_is_named_where_the_corrected_form_is_said() -> None:
    for seed, entry in TRACE.items():
        if entry["mark"] in FALSE:
            for place in entry.get("said", ()):
                text = (CONTENT / place.partition("#")[0]).read_text(encoding="utf-8")
                assert entry["correction"] in text, f"{seed} in {place}"


def test_corrections_are_written_by_their_numbers() -> None:
    for seed, entry in TRACE.items():
        assert re.fullmatch(r"C-\d\d", entry.get("correction", "C-01")), seed


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the words of a handout with every block, every exercise and every point, without spaces."""
    condition = yaml.safe_load((CONTENT / "conditions" / "soleus-trigger-points.yaml").read_text("utf-8"))
    advice = sorted(path.stem for path in (CONTENT / "advice").glob("*.yaml"))
    points = [
        one["number"] for one in yaml.safe_load((CONTENT / "muscles" / "soleus.yaml").read_text())["points"]
    ]
    named = [block for block in BLOCKS if block not in ("changes", "trigger-point-map")]
    folder = tmp_path_factory.mktemp("every-block")
    plan = {
        "condition": "soleus-trigger-points",
        "side": "left",
        "show": ["needs", "easier", "harder"],
        "exercises": sorted(
            path.stem
            for path in (CONTENT / "exercises").glob("*.yaml")
            if not re.search(
                "^(safety: (neck|low-back|shoulder-arm|hip-and-thigh)|limb: back)$",
                path.read_text("utf-8"),
                re.MULTILINE,
            )
        ),
        "blocks": [*named, {"trigger-point-map": {"points": points}}, *condition["texts"], *advice],
    }
    (folder / "plan.yaml").write_text(yaml.safe_dump(plan), "utf-8")
    (folder / "clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\n", "utf-8")
    data = Printed(folder / "plan.yaml").pdf
    return squeezed(page_text(data))


def squeezed(text: str) -> str:
    """Return a text as it can be found on a page: without marks, and without the spaces where lines break."""
    said = re.sub(r"\[[a-z]{2}:(.+?)\]", r"\1", text.replace("**", ""))
    said = said.replace("{side}", "left").replace("{limb}", "left leg").replace("{us}", "us")
    return re.sub(r"[\s\ufffe\u00ad]+", "", said)


@cache
def loaded(file: str) -> Any:
    """Return the data of a content file, read once."""
    return yaml.safe_load((CONTENT / file).read_text(encoding="utf-8"))


def said_at(place: str) -> list[str]:
    """Return what stands at a place: a statement, a point of a map, what is not pressed, a whole exercise."""
    file, _, path = place.partition("#")
    node = loaded(file)
    for part in path.split(".") if path else ():
        node = node[int(part) if part.isdigit() else part]
    if isinstance(node, str):
        return [node]
    if "meaning" in node:
        return [f"{node['term']}: {node['meaning']}."]
    if "pain" in node:
        return [f"{node['name']}: pain {node['pain']}."]
    if "purpose" in node:
        return [node["title"], node["purpose"]["text"]]
    return [node["text"] if "text" in node else node["name"]]


def test_what_the_trace_says_is_said_is_on_paper(paper: str) -> None:
    places = sorted({place for entry in TRACE.values() for place in entry.get("said", ())})
    assert len(places) > 60
    missing = [place for place in places for text in said_at(place) if squeezed(text) not in paper]
    assert missing == []


def is_on_a_map(place: str) -> bool:
    """Return whether a place is of a muscle or a region, which are not all on one paper."""
    return place.startswith(("muscles/", "regions/"))


@pytest.mark.parametrize("base", BASES)
def test_every_fact_of_a_fact_base_is_accounted_for(base: str) -> None:
    counts, others, points, _ = BASES[base]
    every = {f"{kind}{number:02}" for kind, count in counts.items() for number in range(1, count + 1)}
    assert every | {*others.split()} <= set(FACTS[base])
    # Points are not all on one paper; each is in its muscle, and what is not pressed in its region.
    placed = [place for one in FACTS[base].values() for place in one.get("said", ()) if is_on_a_map(place)]
    assert len([place for place in placed if "#points" in place]) == points
    assert all(said_at(place) for place in placed)


@pytest.mark.parametrize("base", BASES)
def test_what_is_traced_of_a_fact_base_is_on_paper(
    base: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, facts = tmp_path_factory.mktemp(base), FACTS[base]
    places = {place for one in facts.values() for place in one.get("said", ()) if not is_on_a_map(place)}
    given = sorted(Path(place).stem for place in places if place.startswith("exercises/"))
    words = ""
    for name in BASES[base][3]:
        condition = yaml.safe_load((CONTENT / "conditions" / f"{name}.yaml").read_text("utf-8"))
        named = ["trigger-point-map", "exercises", "what-helps", "glossary", "safety", *condition["texts"]]
        advice = sorted({Path(place.partition("#")[0]).stem for place in places if "advice/" in place})
        plan = {"condition": name, "country": "gb", "blocks": [*named, *advice], "exercises": given}
        plan |= {"side": "left"} if condition.get("sided") else {}
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(plan), "utf-8")
        words += squeezed(page_text(Printed(folder / f"{name}.yaml").pdf))
        # The other condition has its usual exercises.
        given = [one["exercise"] if isinstance(one, dict) else one for one in condition["exercises"]]
    assert len(places) > 35
    assert [place for place in sorted(places) for text in said_at(place) if squeezed(text) not in words] == []


def test_a_statement_that_reaches_no_page_would_be_found(paper: str) -> None:
    assert squeezed("Nothing of this kind is printed.") not in paper
