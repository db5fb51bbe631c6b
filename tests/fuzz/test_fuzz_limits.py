"""Files without end, or that wait for ever, are answered within little time and memory."""

import os
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from test_fuzz_logos import chunk, png, saved, with_notes

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


def limited_run(*words: str, folder: Path) -> tuple[int, str]:
    """Return the exit code of `handouts` and what it says, in a process with little memory and time."""
    run = subprocess.run(
        [sys.executable, "-m", "handouts", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": PACKAGE, "HANDOUTS_CLINIC": ""},
        preexec_fn=limited,
        capture_output=True,
        text=True,
        timeout=6 * MOST_SECONDS,
    )
    said = run.stdout + run.stderr
    assert run.returncode in (0, 1), said[-2000:]
    assert "Traceback" not in said
    return run.returncode, said


def checked(*files: str, folder: Path) -> str:
    """Return what `handouts check` says of files that are wrong."""
    code, said = limited_run("check", *files, folder=folder)
    assert code == 1, said[-2000:]
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
    # A plan that is a folder is no fault: all that is in it is checked. Nor is a folder among exercises.
    passed_over = [(a_folder, file) for file in NAMED if file.endswith(("plan.yaml", "heel-raise.yaml"))]
    for make, file in [pair for pair in product(MADE, NAMED) if pair not in passed_over]:
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


def plan_with_logo(logo: bytes, folder: Path) -> str:
    """Write a plan whose clinic has this logo, and return its path."""
    folder.mkdir()
    (folder / "logo.png").write_bytes(logo)
    (folder / "clinic.yaml").write_text("name: Sample Physiotherapy Clinic\nlogo: logo.png\n", "utf-8")
    (folder / "plan.yaml").write_text(f"{HEAD}clinic: clinic.yaml\n", "utf-8")
    return f"{folder.name}/plan.yaml"


def with_parts(part: bytes, count: int) -> bytes:
    """Return a picture with a part again and again after its header."""
    whole = saved()
    return whole[:33] + part * count + whole[33:]


def zeros(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


def segment(kind: int, data: bytes) -> bytes:
    return bytes([0xFF, kind]) + struct.pack(">H", len(data) + 2) + data


def jpeg_of_scans(side: int, count: int) -> bytes:
    """Return a grey progressive JPEG in which scan after scan says that nothing changes.

    Each of its codes has one bit: no difference for the mean, or 16,384 blocks without more.
    """
    blocks = (-(-side // 8)) ** 2
    one_code = b"\1" + bytes(15)
    head = segment(0xDB, b"\0" + b"\1" * 64)
    head += segment(0xC2, struct.pack(">BHHB", 8, side, side, 1) + b"\1\x11\0")
    head += segment(0xC4, b"\0" + one_code + b"\0") + segment(0xC4, b"\x10" + one_code + b"\xe0")
    means = segment(0xDA, b"\1\1\0\0\0\0") + bytes(-(-blocks // 8))
    scan = segment(0xDA, b"\1\1\0\1\x3f\0") + bytes(-(-blocks // 16_384) * 15 // 8 + 1)
    return b"\xff\xd8" + head + means + scan * count + b"\xff\xd9"


def jpeg_that_says(width: int, height: int) -> bytes:
    whole = saved(kind="JPEG", size=(8, 8))
    size = whole.index(b"\xff\xc0") + 5
    return whole[:size] + struct.pack(">HH", height, width) + whole[size + 4 :]


def one_colour(mode: str, *, kind: str = "PNG", **how: object) -> bytes:
    """Return a picture of nearly 19 million pixels."""
    buffer = BytesIO()
    Image.new(mode, (4350, 4350)).save(buffer, kind, **how)
    return buffer.getvalue()


def test_logos_that_unpack_to_far_more_are_told_in_little_time(tmp_path: Path) -> None:
    bombs = {
        "a size that lies": png(50_000, 50_000),
        "a size that is true": png(50_000, 50_000, depth=1, colour=0, pixels=bytes(50_000 * 6251)),
        "a JPEG size that lies": jpeg_that_says(65_500, 65_500),
        "notes": with_notes(300_000_000),
        "a profile": with_parts(chunk(b"iCCP", b"a\0\0" + zeros(300_000_000)), 1),
        "many notes": with_parts(chunk(b"zTXt", b"a\0\0" + zeros(1_000_000)), 4_000),
        "many profiles": with_parts(chunk(b"iCCP", b"a\0\0" + zeros(1_000_000)), 4_000),
        "many scans": jpeg_of_scans(4400, 100_000),
        "some scans of many pixels": jpeg_of_scans(4400, 490),
        "a tower": png(1, 19_000_000, pixels=bytes(19_000_000 * 2), depth=8, colour=0),
    }
    files = [plan_with_logo(logo, tmp_path / name) for name, logo in bombs.items()]
    said = checked(*files, folder=tmp_path)
    assert [name for name in bombs if f"{name}/clinic.yaml:2" not in said] == []
    assert f"{len(bombs)} problems" in said


def test_as_many_pixels_as_a_logo_may_have_are_made_in_little_time(tmp_path: Path) -> None:
    big = {
        "colours": one_colour("RGB"),
        "see-through": one_colour("RGBA"),
        "inks": one_colour("CMYK", kind="JPEG", progressive=True),
        "a JPEG cut off": jpeg_that_says(300, 9_500),
        "greys": one_colour("I;16"),
        "scans": jpeg_of_scans(4350, 14),
    }
    files = [plan_with_logo(logo, tmp_path / name) for name, logo in big.items()]
    assert limited_run("check", *files, folder=tmp_path)[0] == 0
    assert limited_run("make", files[1], "-o", "out.pdf", folder=tmp_path)[0] == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
