"""Files without end, or that wait for ever, are answered within little time and memory."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import handouts

PACKAGE = str(Path(handouts.__file__).parents[1])
MOST_BYTES_OF_MEMORY = 700_000_000
MOST_SECONDS = 10
HEAD = "condition: soleus-trigger-points\nside: left\n"
MEGABYTE = 990_000


def limited() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES_OF_MEMORY, MOST_BYTES_OF_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def checked(*files: str, folder: Path) -> str:
    """Return what `handouts check` says in a process with little memory and time."""
    run = subprocess.run(
        [sys.executable, "-m", "handouts", "check", *files],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": PACKAGE, "HANDOUTS_CLINIC": ""},
        preexec_fn=limited,
        capture_output=True,
        text=True,
        timeout=6 * MOST_SECONDS,
    )
    said = run.stdout + run.stderr
    assert run.returncode == 1, said[-2000:]
    assert "Traceback" not in said
    return said


def filled(beginning: str, again: str) -> str:
    return beginning + again * ((MEGABYTE - len(beginning)) // len(again))


ENDLESS = {
    "exercises": filled(f"{HEAD}exercises:\n", "  - heel-raise 3x12\n"),
    "blocks": filled(f"{HEAD}blocks:\n", "  - summary\n"),
    "words of a dose": filled(f"{HEAD}exercises:\n  - heel-raise ", "foo "),
    "keys": HEAD + "".join(f"key{number}: 1\n" for number in range(9_000)),
    "brackets": filled(f"{HEAD}goal: ", "["),
    "letters": filled(f"{HEAD}patient:\n  name: ", "x"),
    "a date": filled(f"{HEAD}date: ", "1"),
    "aliases": f"{HEAD}goal: &a [x]\nnote: [{'*a, ' * 20_000}]",
}


def test_plans_without_end_are_answered_in_little_time(tmp_path: Path) -> None:
    for name, text in ENDLESS.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    said = checked(*(f"{name}.yaml" for name in ENDLESS), folder=tmp_path)
    assert all(f"{name}.yaml:" in said for name in ENDLESS)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_folder(path: Path) -> None:
    path.mkdir()


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000_000)


def circle(path: Path) -> None:
    path.symlink_to(path)


MADE = (pipe, device, a_folder, huge, circle)
# Each file, and what a plan or a clinic says so that it is read.
NAMED = {
    "plan.yaml": "",
    "clinic.yaml": "clinic: clinic.yaml\n",
    "logo.png": "clinic: clinic.yaml\n",
    "layouts/own.yaml": "layout: own\n",
    "content/exercises/heel-raise.yaml": "exercises: [heel-raise]\n",
}


def test_what_is_no_ordinary_file_is_answered_in_little_time(tmp_path: Path) -> None:
    folders = []
    # The plan that is a folder is no fault: all that is in it is checked.
    for make, file in [pair for pair in product(MADE, NAMED) if pair != (a_folder, "plan.yaml")]:
        folder = tmp_path / f"{make.__name__} {Path(file).name}"
        (folder / file).parent.mkdir(parents=True)
        (folder / "clinic.yaml").write_text("name: Sample Physiotherapy Clinic\nlogo: logo.png\n", "utf-8")
        (folder / "plan.yaml").write_text(HEAD + NAMED[file], "utf-8")
        if "clinic" not in NAMED[file]:
            (folder / "clinic.yaml").unlink()
        (folder / file).unlink(missing_ok=True)
        make(folder / file)
        folders.append(folder)
    said = checked(*(f"{folder.name}/plan.yaml" for folder in folders), folder=tmp_path)
    silent = [folder.name for folder in folders if folder.name not in said]
    assert silent == []
    assert f"{len(folders)} files, {len(folders)} problems" in said
