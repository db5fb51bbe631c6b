"""Every case, every example and every layout keeps PDF/UA-1 and PDF/A-2a, says veraPDF."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from printed import USUAL, everything, printed


def command() -> list[str] | None:
    """Return how veraPDF is started: the command of that name, or Java with the jar of VERAPDF_JAR."""
    if jar := os.environ.get("VERAPDF_JAR"):
        return ["java", "-jar", jar]
    found = shutil.which("verapdf")
    return [found] if found else None


def required() -> bool:
    """Return whether a computer without veraPDF is at fault, as the one that judges every change is."""
    return os.environ.get("CI") == "true" or os.environ.get("HANDOUTS_REQUIRE_VERAPDF") == "1"


def broken(start: Sequence[str], files: Sequence[Path], *, flavour: str) -> dict[str, list[str]]:
    """Return the clauses that each file breaks; a file that breaks none is in it with an empty list."""
    words = [*start, "--flavour", flavour, "--format", "json", *map(str, files)]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    report = run.stdout[run.stdout.find("{") :]
    assert report.startswith("{"), f"veraPDF gave no report:\n{run.stdout}{run.stderr}"
    jobs = json.loads(report)["report"]["jobs"]
    return {Path(job["itemDetails"]["name"]).name: _clauses(job) for job in jobs}


def _clauses(job: dict) -> list[str]:
    results = job.get("validationResult")
    if not results:
        return [job.get("taskException", {}).get("exceptionMessage", "not readable as PDF")]
    result = results[0] if isinstance(results, list) else results
    rules = [rule for rule in result["details"]["ruleSummaries"] if rule["ruleStatus"] == "FAILED"]
    said = [f"{rule['clause']}-{rule['testNumber']}: {rule['description']}" for rule in rules]
    return said if said or result["compliant"] else ["not compliant"]


@pytest.fixture(scope="module")
def start() -> list[str]:
    found = command()
    if found is None and required():
        pytest.fail("veraPDF must be here: set VERAPDF_JAR to its jar, org.verapdf.apps:cli.")
    return found or pytest.skip("no veraPDF: neither a command `verapdf` nor a jar in VERAPDF_JAR")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return all files, and one that has been damaged, so that a judge who sees nothing is found out."""
    folder = tmp_path_factory.mktemp("judged")
    files = []
    for name, one in everything():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(one.pdf)
    files.append(folder / "damaged.pdf")
    files[-1].write_bytes(printed(USUAL).pdf)
    with pikepdf.open(files[-1], allow_overwriting_input=True) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.Lang
        pdf.save(files[-1])
    return files


def test_every_file_keeps_the_standard_without_exception(start: list[str], files: list[Path]) -> None:
    # One test for both, so that the files are made once.
    for flavour in ("ua1", "2a"):
        judged = broken(start, files, flavour=flavour)
        assert judged.keys() == {file.name for file in files}
        assert judged.pop("damaged.pdf") != []
        assert {name: clauses for name, clauses in judged.items() if clauses} == {}
