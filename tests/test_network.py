"""Nothing is sent and nothing is fetched: the tests cannot, and the program does not try."""

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"

# Ends a process at the first socket that is made, by whatever library.
WATCHED = """
import os, sys
sys.addaudithook(lambda event, details: os._exit(99) if event.startswith("socket.") else None)
from handouts.commands import main
main(sys.argv[1:])
"""


def connect() -> None:
    socket.create_connection(("192.0.2.1", 80), timeout=1)


def look_up() -> None:
    socket.getaddrinfo("handouts.example", 443)


def look_up_an_address() -> None:
    socket.gethostbyname("handouts.example")


def listen() -> None:
    with socket.socket() as waiting:
        waiting.bind(("127.0.0.1", 0))


def send() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sending:
        sending.sendto(b"name", ("192.0.2.1", 53))


@pytest.mark.parametrize("use", [connect, look_up, look_up_an_address, listen, send])
def test_the_network_is_out_of_reach_of_every_test(use: Callable[[], None]) -> None:
    with pytest.raises(pytest.fail.Exception):
        use()


def test_the_refusal_cannot_be_swallowed_as_a_usual_error() -> None:
    assert not issubclass(pytest.fail.Exception, Exception)


def run_watched(*words: str | Path) -> int:
    command = [sys.executable, "-c", WATCHED, *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_a_handout_is_made_and_verified_without_a_socket(tmp_path: Path) -> None:
    plan, made = EXAMPLES / "sample-patient.yaml", tmp_path / "made.pdf"
    assert run_watched("make", plan, "-o", made) == 0
    assert run_watched("verify", made, "--plan", plan) == 0


def test_a_socket_would_be_noticed() -> None:
    code = WATCHED.split("from handouts")[0] + "import socket; socket.socket()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 99
