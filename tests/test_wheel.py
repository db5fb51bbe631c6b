"""What is built and installed works from anywhere, with nothing else and without a network."""

import os
import subprocess
import sys
import tarfile
import venv
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parents[1]

NO_NETWORK = """
import socket

def refuse(*args, **kwargs):
    raise OSError("this test has no network")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
"""


def run(*command: str | Path, folder: Path) -> str:
    # Nothing of the checkout may be found by way of the environment.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, folder=ROOT)
    return folder


class Environment:
    """A new virtual environment with the wheel, beside the libraries of this one."""

    def __init__(self, home: Path, wheel: Path) -> None:
        venv.create(home, symlinks=os.name != "nt")
        self.scripts = home / ("Scripts" if os.name == "nt" else "bin")
        (self.packages,) = home.rglob("site-packages")
        install = ("pip", "--python", self.scripts / "python", "install", "-q", "--no-deps", "--no-index")
        run(sys.executable, "-m", *install, wheel, folder=home)
        self.installed = {path.name for path in self.packages.iterdir()}
        libraries = Path(click.__file__).parents[1]
        (self.packages / "no_network.py").write_text(NO_NETWORK, "utf-8")
        (self.packages / "rest.pth").write_text(f"{libraries}\nimport no_network\n", "utf-8")


@pytest.fixture(scope="module")
def environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    (wheel,) = built.glob("*.whl")
    yield Environment(tmp_path_factory.mktemp("environment"), wheel)


def test_only_the_package_is_installed(environment: Environment) -> None:
    assert {name.split("-")[0] for name in environment.installed} == {"handouts"}
    assert (environment.packages / "handouts" / "shipped" / "content" / "exercises").is_dir()


def test_the_installed_program_makes_a_handout_from_another_folder(
    environment: Environment, tmp_path: Path
) -> None:
    plan = "condition: soleus-trigger-points\nside: left\ndate: 2026-11-20\npatient: {id: '4711'}\n"
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    said = run(environment.scripts / "handouts", "make", "plan.yaml", folder=tmp_path)
    assert said == "4711-2026-11-20.pdf\n"
    assert (tmp_path / "4711-2026-11-20.pdf").read_bytes().startswith(b"%PDF-")


def test_the_network_of_the_test_is_cut(environment: Environment, tmp_path: Path) -> None:
    code = "import socket\ntry: socket.create_connection(('localhost', 9))\nexcept OSError as e: print(e)"
    assert run(environment.scripts / "python", "-c", code, folder=tmp_path) == "this test has no network\n"


@pytest.mark.parametrize("start", [("-m", "handouts"), (str(ROOT / "cli.py"),)])
def test_module_and_checkout_start_the_same_program(start: tuple[str, ...], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *start, "--help"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: handouts [OPTIONS] COMMAND [ARGS]...")


def test_the_source_archive_holds_what_the_wheel_is_made_from(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {"cli.py", "layouts/base.yaml", "content/sources.yaml", "examples/logo.png", "LICENSE"} <= names
