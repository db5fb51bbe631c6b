"""`handouts make --email`: the text of an email for a protected file."""

from pathlib import Path

import pytest
from commands import handouts, here, write_plan

pytestmark = pytest.mark.usefixtures("folder")

SECRET = "Soleus-42 green"


def text() -> str:
    Path("secret.txt").write_text(SECRET, "utf-8")
    Path("clinic.yaml").write_text('name: Sample Clinic\nphone: "01632 960 123"\n', "utf-8")
    words = ("-o", "a.pdf", "--email", "a.txt", "--password-file", "secret.txt", "--name-in-file")
    result = handouts("make", write_plan(), *words)
    assert (result.exit_code, result.stdout) == (0, "a.pdf\na.txt\n"), result.stderr
    return Path("a.txt").read_text("utf-8")


def test_it_says_how_to_open_the_file_and_whom_to_call() -> None:
    said = text()
    assert said.startswith("Subject: Your handout from Sample Clinic\n")
    assert "\n3. Type the password." in said
    assert "The password is not in this email." in said
    assert "on paper, call 01632 960 123." in said


def test_it_names_neither_password_nor_person_nor_what_they_have() -> None:
    said = text()
    for secret in (SECRET, "Sample Patient", "4711", "alf", "heel", "exercise"):
        assert secret not in said


def test_without_a_password_there_is_nothing_to_open() -> None:
    result = handouts("make", write_plan(), "--email", "a.txt")
    assert (result.exit_code, here()) == (2, {"plan.yaml"})
    assert "--password" in result.stderr
