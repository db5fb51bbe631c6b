"""Golden files: `pytest --update-golden` writes what the tests would compare."""

from collections.abc import Callable
from pathlib import Path

import pytest


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
