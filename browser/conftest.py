"""A desk with a folder of plans, and a browser that is at it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from selenium.webdriver import Chrome

from browser.person import Person, chromium, desk_address

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    folder = tmp_path_factory.mktemp("desk")
    for file in ("clinic.yaml", "logo.png"):
        copy(EXAMPLES / file, folder)
    (folder / "plans").mkdir()
    with desk_address(folder, "--plans", "plans") as address, chromium(folder / "profile") as driver:
        driver.get(address)
        yield driver


@pytest.fixture
def person(driver: Chrome) -> Person:
    driver.get("/".join(driver.current_url.split("/")[:3]))
    return Person(driver)
