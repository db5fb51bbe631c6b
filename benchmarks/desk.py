"""How quick the desk is: to its first page, from a change to the new picture, and what it keeps in memory.

With `task`, a headless Chromium does a therapist's whole task, four exercises with their own doses, by mouse
and by keyboard, and tells the seconds of the desk and how many clicks and keys it took.
"""

import http.client
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).parents[1]
CHANGES, PATIENTS = 20, 200
FOUR = ("heel-raise", "toe-touch", "seated-soleus-stretch", "knee-to-wall")
PLAN = {
    "condition": "soleus-trigger-points",
    "side": "left",
    **{f"e{n}.exercise": one for n, one in enumerate(FOUR)},
}


class Asked:
    """One browser at the desk, as far as it asks."""

    def __init__(self, address: str) -> None:
        """Get in by the token of an address."""
        self.place = urlsplit(address).netloc
        self.cookie = ""
        answer = self.ask("GET", f"/?{urlsplit(address).query}")
        self.cookie = (answer.getheader("set-cookie") or "").partition(";")[0]

    def ask(self, how: str, path: str, form: dict[str, str] | None = None) -> http.client.HTTPResponse:
        """Return an answer that has been read."""
        connection = http.client.HTTPConnection(self.place)
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.place}"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(how, path, urlencode(form or {}) if form else None, headers)
        answer = connection.getresponse()
        answer.read()
        assert answer.status < 400, f"{path}: {answer.status}"
        return answer


@contextmanager
def desk() -> Iterator[tuple[str, int]]:
    """Serve a desk beside the clinic of the examples; yield its address and the number of its process."""
    command = [sys.executable, "-m", "handouts", "desk", "--no-open"]
    with subprocess.Popen(
        command, cwd=ROOT / "examples", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as one:
        assert one.stdout
        try:
            yield one.stdout.readline().decode().strip(), one.pid
        finally:
            one.terminate()


def megabytes(process: int) -> float:
    """Return what a process has in memory."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def seconds(work: Callable[[], object]) -> float:
    """Return how long work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure() -> None:
    """Print the times and the memory of a desk."""
    start = time.perf_counter()
    with desk() as (address, process):
        browser = Asked(address)
        browser.ask("GET", "/")
        print(f"start to first page       {time.perf_counter() - start:6.2f} s")
        first = seconds(lambda: browser.ask("POST", "/preview", PLAN))
        print(f"first picture of a handout{first:6.2f} s")
        reps = count(5)
        changes = [
            seconds(lambda: browser.ask("POST", "/preview", {**PLAN, "e0.reps": str(next(reps))}))
            for _ in range(CHANGES)
        ]
        print(f"change to new picture     {median(changes):6.2f} s, at most {max(changes):.2f} s")
        before = megabytes(process)
        for number in range(PATIENTS):
            browser.ask("POST", "/preview", {**PLAN, "name": f"Sample Patient {number}", "id": str(number)})
        after = megabytes(process)
        print(f"memory                    {before:6.0f} MB, after {PATIENTS} patients {after:.0f} MB")


def task() -> None:
    """Print what the whole task takes, by mouse and by keyboard."""
    from browser.person import Person, chromium
    from browser.tasks import by_keyboard, by_mouse

    for name, work in (("mouse", by_mouse), ("keyboard", by_keyboard)):
        with desk() as (address, _), TemporaryDirectory() as profile, chromium(Path(profile)) as driver:
            driver.get(address)
            person = Person(driver)
            took = seconds(lambda work=work, person=person: work(person))
            print(f"by {name}: {took:.1f} s of the desk and the browser, {person.done} clicks and keys")


if __name__ == "__main__":
    task() if "task" in sys.argv else measure()
