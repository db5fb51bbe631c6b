"""The folder that a test stands in, golden files, and no network.

`pytest --update-golden` writes what the tests would compare. No test can reach another computer: Python
tells every use of a socket beforehand, and that fails the test.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, settings

# The usual run draws the same examples each time, so that two runs on one commit say the same. It does not
# look for a smaller example of a fault: with a whole run for each that takes an hour.
settings.register_profile("usual", derandomize=True, phases=[Phase.explicit, Phase.generate])
# A search by hand, of an hour or so, draws others each time: pytest tests/fuzz --hypothesis-profile=search
settings.register_profile("search", max_examples=10_000)
settings.load_profile("usual")

USUAL_CLINIC = Path(__file__).with_name("usual-clinic.yaml")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return the check that a text is what its golden file says."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")
        assert path.is_file(), f"{path} is missing: run `pytest --update-golden` and read it"
        assert text == path.read_text("utf-8"), f"{path} differs: `pytest --update-golden` writes it anew"

    return compare


@pytest.fixture(scope="session", autouse=True)
def no_network() -> None:
    """Fail whatever looks up a name or talks to an address; sockets between processes have none."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, details: tuple[object, ...]) -> None:
    if event.startswith("socket.get"):
        pytest.fail("a name was looked up in the network")
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        address = details[1] if len(details) > 1 else None
        if isinstance(address, tuple):
            pytest.fail("a socket was used for the network")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder on a computer whose usual clinic has a name and a country."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDOUTS_CLINIC", str(USUAL_CLINIC))
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "settings"))
    return tmp_path


@pytest.fixture
def no_clinic(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder on a computer without a clinic."""
    monkeypatch.delenv("HANDOUTS_CLINIC")
    return folder
