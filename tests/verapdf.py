"""Lets veraPDF, the reference validator, judge files; Java takes a second to start, so all at once."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


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
