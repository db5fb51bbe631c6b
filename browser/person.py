"""A headless Chromium at the desk, which counts what a person does: clicks and keys."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_core_python
from selenium.webdriver import ActionChains, Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

AXE = Path(axe_core_python.__file__).with_name("axe.min.js")
CHROMIUM, DRIVER = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1440,900"
)
# Nothing but this computer is found.
CUT = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
BUSY = "return document.querySelector('#desk[aria-busy], #preview.late') !== null"
TOO_SMALL = """
    return [...document.querySelectorAll('button, select, input:not([type=hidden]), summary')]
      .filter((one) => one.offsetParent && !one.closest('label') && one.offsetHeight < 24)
      .map((one) => one.outerHTML.slice(0, 80))
"""
MOST_SECONDS = 20


@contextmanager
def desk_address(folder: Path, *options: str) -> Iterator[str]:
    """Serve a desk from a folder and yield the address that opens it."""
    command = [sys.executable, "-m", "handouts", "desk", "--no-open", *options]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as desk:
        assert desk.stdout
        try:
            yield desk.stdout.readline().decode().strip()
        finally:
            desk.terminate()
            desk.wait(MOST_SECONDS)


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """Start a browser with a profile of its own, cut from the network."""
    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS.split(), CUT, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(str(DRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


class Person:
    """Somebody at the desk; `done` counts clicks and keys, those of typed words left out."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver
        self.done = 0

    def see(self, name: str) -> WebElement:
        """Return the element with an id."""
        return self.driver.find_element(By.ID, name)

    def wait(self) -> None:
        """Wait until the page has all its answers."""
        WebDriverWait(self.driver, MOST_SECONDS, 0.02).until(lambda driver: not driver.execute_script(BUSY))

    def wait_for(self, name: str, words: str) -> None:
        """Wait until an element says some words, on this page or on the next."""
        code = "return document.getElementById(arguments[0])?.textContent.includes(arguments[1])"
        waiting = WebDriverWait(self.driver, MOST_SECONDS, 0.02)
        waiting.until(lambda driver: driver.execute_script(code, name, words), f"{name} never says {words!r}")

    def click(self, name: str) -> None:
        self.see(name).click()
        self.done += 1
        self.wait()

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self.driver.switch_to.active_element.send_keys(words)
        self.wait()

    def press(self, *keys: str) -> None:
        """Press keys together, such as Alt and an arrow."""
        chain = ActionChains(self.driver)
        for key in keys[:-1]:
            chain.key_down(key)
        chain.send_keys(keys[-1])
        for key in keys[:-1]:
            chain.key_up(key)
        chain.perform()
        self.done += 1
        self.wait()

    def tab_to(self, name: str, *, back: bool = False, most: int = 60) -> None:
        """Press Tab until an element has the focus; fails where it never gets it."""
        for _ in range(most):
            if self.focus == name:
                return
            self.press(*((Keys.SHIFT,) if back else ()), Keys.TAB)
        raise AssertionError(f"Tab does not lead to {name}")

    @property
    def focus(self) -> str:
        """The id of what has the focus."""
        return self.driver.switch_to.active_element.get_attribute("id") or ""

    @property
    def status(self) -> str:
        """What a screen reader was told last."""
        return self.see("status").get_attribute("textContent") or ""

    def prefers(self, tone: str) -> None:
        """Prefer `light` or `dark`."""
        features = [{"name": "prefers-color-scheme", "value": tone}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    @property
    def axe_faults(self) -> list[str]:
        """What axe finds on the page."""
        self.driver.execute_script(AXE.read_text("utf-8"))
        found: Any = self.driver.execute_async_script("const done = arguments[0]; axe.run().then(done)")
        return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]

    @property
    def misfits(self) -> list[str]:
        """What runs off the side, or is too small to hit: at 200 %, on a small screen and on a large one."""
        found = []
        for width, height in ((720, 450), (1024, 768), (1440, 900)):
            metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
            self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            wide = self.driver.execute_script("return document.documentElement.scrollWidth")
            found += [f"{wide} px at {width}"] if wide > width else []
            found += self.driver.execute_script(TOO_SMALL)
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        return found

    def text_of_pdf(self, form: str = "desk", address: str = "/pdf") -> str:
        """Return the words of the PDF that a form gives now."""
        from tests.page_text import page_text

        code = """
            const [form, address, done] = arguments;
            const body = new URLSearchParams(new FormData(document.getElementById(form)));
            fetch(address, {method: "POST", body}).then((answer) => answer.arrayBuffer())
              .then((content) => done([...new Uint8Array(content)]));
        """
        content: Any = self.driver.execute_async_script(code, form, address)
        return " ".join(page_text(bytes(content)).split())


def cards(person: Person) -> list[str]:
    """Return the exercises that are chosen, in their order."""
    found = person.driver.find_elements(By.CSS_SELECTOR, ".card input[name$='.exercise']")
    return [one.get_attribute("value") or "" for one in found]
