"""A handout with a password: where the password comes from, what the file is, and what never shows it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from commands import handouts, here, write_plan

from handouts.pdf.protect import MOST_PASSWORD_BYTES

pytestmark = pytest.mark.usefixtures("folder")

SECRET = "Soleus-42 ünter"
NAME = "4711-2026-11-20.pdf"


@pytest.fixture(autouse=True)
def no_password_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDOUTS_PASSWORD", raising=False)


def keep(password: str | bytes) -> Path:
    path = Path("secret.txt")
    path.write_bytes(password.encode() if isinstance(password, str) else password)
    return path


def protected(password: str = SECRET) -> bytes:
    result = handouts("make", write_plan(), "--force", "--password-file", keep(password + "\n"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{NAME}\n", "")
    return Path(NAME).read_bytes()


def opened(content: bytes, password: str = SECRET) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content), password=password)


def refused(*words: str | Path, typed: str | None = None, code: int) -> str:
    """Return the message of a `make` that must write nothing and not repeat a password."""
    before = here()
    result = handouts("make", "plan.yaml", *words, typed=typed)
    assert (result.exit_code, result.stdout) == (code, "")
    assert here() == before
    return result.stderr


def test_the_file_opens_with_the_password_alone() -> None:
    content = protected()
    for wrong in ("", "soleus-42 ünter"):
        with pytest.raises(pikepdf.PasswordError):
            opened(content, wrong)
    assert len(opened(content).pages) > 1


def test_the_cipher_is_aes_256_revision_6() -> None:
    about = opened(protected()).encryption
    assert (about.R, about.V, about.bits) == (6, 5, 256)
    methods = (about.stream_method, about.string_method, about.file_method)
    assert [method.name for method in methods] == ["aesv3"] * 3


def test_it_may_be_printed_and_read_aloud_and_not_changed() -> None:
    may = opened(protected()).allow
    assert (may.print_highres, may.print_lowres, may.accessibility, may.extract) == (True,) * 4
    assert not any((may.modify_other, may.modify_annotation, may.modify_form, may.modify_assembly))


def test_the_reader_is_not_its_owner() -> None:
    assert not opened(protected()).owner_password_matched


def test_nothing_of_it_can_be_read_without_the_password() -> None:
    content = protected()
    assert b"Calf and heel pain" not in content
    assert b"heel-raise" not in content


def operators(page: pikepdf.Page) -> list[bytes]:
    contents: Any = page.obj.Contents
    return [part.read_bytes() for part in contents]


def test_the_pages_are_those_of_the_open_file() -> None:
    closed = opened(protected())
    handouts("make", "plan.yaml", "-o", "open.pdf")
    with pikepdf.open("open.pdf") as free:
        pages = zip(free.pages, closed.pages, strict=True)
        assert all(operators(one) == operators(other) for one, other in pages)


def test_it_keeps_the_promise_to_listeners_and_not_that_to_archives() -> None:
    unlocked = BytesIO()
    with opened(protected()) as pdf:
        metadata = pdf.Root.Metadata.read_bytes()
        pdf.save(unlocked, fix_metadata_version=False)
    assert b"<pdfuaid:part>1" in metadata
    assert b"pdfaid:part>2" not in metadata
    assert page_validation.validate_pdf_bytes(unlocked.getvalue(), profile="ua1").failures == []


def test_a_file_without_a_password_keeps_both() -> None:
    handouts("make", write_plan(), "--archive")
    assert b"<pdfuaid:part>1" in Path(NAME).read_bytes()
    assert b"<pdfaid:part>2" in Path(NAME).read_bytes()


def test_no_two_protected_files_are_the_same() -> None:
    assert protected() != protected()


def test_the_password_is_asked_for_twice_and_not_shown() -> None:
    write_plan()
    result = handouts("make", "plan.yaml", "--password", typed=f"{SECRET}\n{SECRET}\n")
    assert (result.exit_code, result.stdout) == (0, f"{NAME}\n")
    assert "Password" in result.stderr
    assert SECRET not in result.output
    opened(Path(NAME).read_bytes())


def test_a_slip_of_the_hand_is_asked_for_again() -> None:
    write_plan()
    result = handouts("make", "plan.yaml", "--password", typed=f"{SECRET}\nSoleus-43\n{SECRET}\n{SECRET}\n")
    assert result.exit_code == 0
    assert "Soleus" not in result.output
    opened(Path(NAME).read_bytes())


def test_the_environment_can_hold_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", SECRET)
    handouts("make", write_plan())
    opened(Path(NAME).read_bytes())


def test_a_file_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", "another one")
    opened(protected())


def test_letters_are_taken_as_readers_take_them() -> None:
    # A u with a combining diaeresis, and the ligature of f and i.
    opened(protected("Soleus-42 u\u0308nter"), "Soleus-42 \u00fcnter")
    opened(protected("Soleus \ufb01nds"), "Soleus finds")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "the file is empty."),
        ("\n", "the file is empty."),
        (" \t \n", "the file is empty."),
        ("Seven-7\n", "the password is too short; it needs 8 characters or more."),
        (" Leading space\n", "the password begins or ends with a space, which nobody would see."),
        ("Trailing space \n", "the password begins or ends with a space, which nobody would see."),
        ("One line\nand another\n", "the password is more than one line."),
        ("Tabs\tare not typed", "the password has a character that cannot be typed."),
        (b"Latin-1 \xfcnter", "the password has a character that cannot be typed."),
        ("Hidden \u200b space", "the password has a character that cannot be typed."),
        (
            "x" * (MOST_PASSWORD_BYTES + 1),
            f"the password is too long; it may have {MOST_PASSWORD_BYTES} bytes.",
        ),
    ],
)
def test_a_password_that_will_not_do_is_refused(content: str | bytes, why: str) -> None:
    write_plan()
    assert refused("--password-file", keep(content), code=1) == f"secret.txt: {why}\n1 problem\n"


def test_the_longest_password_is_taken_whole() -> None:
    longest = "x" * MOST_PASSWORD_BYTES
    content = protected(longest)
    opened(content, longest)
    with pytest.raises(pikepdf.PasswordError):
        opened(content, longest[:-1])


def test_a_password_file_that_is_not_there_is_told() -> None:
    write_plan()
    for words in (("--password-file", SECRET), (f"--password-file={SECRET}",)):
        said = refused(*words, code=2)
        assert "--password-file names no file." in said
        assert SECRET not in said


def test_a_short_password_is_refused_wherever_it_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan()
    assert "--password: the password is too short" in refused("--password", typed="short\nshort\n", code=2)
    monkeypatch.setenv("HANDOUTS_PASSWORD", "short")
    said = refused(code=2)
    assert "HANDOUTS_PASSWORD: the password is too short" in said
    assert "`short`" not in said


def test_nothing_typed_is_no_password() -> None:
    write_plan()
    assert "the password is empty" in refused("--password", typed="\n\n", code=2)


def test_two_sources_are_one_too_many() -> None:
    write_plan()
    assert "not both" in refused("--password", "--password-file", keep(SECRET), code=2)


@pytest.mark.parametrize("source", ["file", "environment"])
def test_an_archival_file_takes_no_password_and_the_reason_is_told(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan()
    if source == "environment":
        monkeypatch.setenv("HANDOUTS_PASSWORD", SECRET)
    words = ("--password-file", keep(SECRET)) if source == "file" else ()
    said = refused("--archive", *words, code=2)
    assert "an archival file (PDF/A) must open for everyone" in said
    assert SECRET not in said


@pytest.mark.parametrize("variable", ["", "  "])
@pytest.mark.parametrize("words", [("make", "plan.yaml"), ("batch", "roster.csv", "-o", "out")])
def test_an_empty_variable_is_an_error_and_never_an_open_file(
    variable: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan()
    monkeypatch.setenv("HANDOUTS_PASSWORD", variable)
    assert handouts(*words).exit_code == 2
    assert here() == {"plan.yaml"}


def test_a_password_where_the_plan_should_be_is_not_repeated() -> None:
    write_plan()
    for words in (["plan.yaml", SECRET], ["--password", SECRET], [SECRET, "--password"]):
        said = handouts("make", *words, typed=f"{SECRET}\n{SECRET}\n")
        assert said.exit_code == 2
        assert SECRET not in said.output


@pytest.mark.parametrize("words", [("--password", SECRET), ("--colour", "black", "--password", SECRET)])
def test_a_password_typed_as_a_word_is_refused_and_not_repeated(words: tuple[str, ...]) -> None:
    write_plan()
    said = refused(*words, code=2)
    assert "--password takes no value" in said
    assert SECRET not in said


def test_a_password_with_an_equals_sign_is_not_repeated() -> None:
    write_plan()
    assert SECRET not in refused(f"--password={SECRET}", code=2)


def test_a_plan_may_follow_the_question_for_the_password() -> None:
    write_plan()
    result = handouts("make", "--password", "plan.yaml", typed=f"{SECRET}\n{SECRET}\n")
    assert result.exit_code == 0
    opened(Path(NAME).read_bytes())


def test_the_password_is_in_no_file_that_is_written() -> None:
    write_plan()
    handouts("make", "plan.yaml", "--password-file", keep(SECRET), "--save-plan", "kept.yaml")
    Path("secret.txt").unlink()
    assert here() == {"plan.yaml", "kept.yaml", NAME}
    written = b"".join(path.read_bytes() for path in Path().iterdir())
    assert SECRET.encode() not in written
    assert SECRET.encode("utf-16-be") not in written


@pytest.mark.parametrize(
    "words",
    [
        ("--password", "hunter2horse"),
        ("--password=hunter2horse",),
        ("--passwordhunter2horse",),
        ("--password:hunter2horse",),
        ("--password-hunter2horse",),
        ("--password-file", "hunter2horse"),
        ("--password-file=hunter2horse",),
        ("--password", "hunter2horse", "-o", "x.pdf"),
        ("hunter2horse",),
        ("--colour", "black", "--password", "--", "hunter2horse"),
    ],
)
def test_a_word_that_may_be_the_password_is_never_repeated(words: tuple[str, ...]) -> None:
    write_plan()
    said = refused(*words, typed="\n", code=2)
    assert "hunter2" not in said
    assert "horse" not in said
