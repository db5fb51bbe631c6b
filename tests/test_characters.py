import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.characters import FORBIDDEN, listed, made_plain, named, script_of, what_to_do


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000 Null"),
        ("\x1b", "U+001B Escape"),
        ("\x01", "U+0001 Control character"),
        ("\u202e", "U+202E Right-to-left override"),
        ("\u2029", "U+2029 Paragraph separator"),
        ("\ud800", "U+D800 Half of a character"),
        ("\uf0fc", "U+F0FC Sign of one font only"),
        ("\ufffd", "U+FFFD Replacement character"),
        ("\ufdd0", "U+FDD0 No character"),
        ("\U0001fffe", "U+1FFFE No character"),
        ("\U000e0041", "U+E0041 Tag latin capital letter a"),
    ],
)
def test_what_no_text_may_hold_has_a_name(character: str, name: str) -> None:
    assert FORBIDDEN.fullmatch(character)
    assert named(character) == name


@pytest.mark.parametrize("text", ["Zoë Nguyễn", "50 % – “so”", "1\u00a0kg", "×≤→½€", "😀", "שרה"])
def test_what_can_be_seen_is_not_forbidden(text: str) -> None:
    assert FORBIDDEN.search(text) is None


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Zoe\u0308 Nguye\u0302\u0303n", "Zoë Nguyễn"),
        ("so\u00adle\u200bus\ufeff \u200dx\ufe0f", "soleus x"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("1\u00a0kg 2\u202fkg", "1\u00a0kg 2\u202fkg"),
        ("\u212b and \u2126", "Å and Ω"),
    ],
)
def test_text_is_made_of_plain_characters(typed: str, plain: str) -> None:
    assert made_plain(typed) == plain


@given(st.text(st.characters(codec="utf-8")))
def test_plain_text_stays_as_it_is(text: str) -> None:
    plain = made_plain(text)
    assert made_plain(plain) == plain == unicodedata.normalize("NFC", plain)


@pytest.mark.parametrize(
    ("character", "hint"),
    [("\u2066", "Delete it: it turns"), ("\uf0fc", "Type the sign anew."), ("\ufffd", "A letter was lost")],
)
def test_the_author_is_told_what_to_do(character: str, hint: str) -> None:
    assert what_to_do(character).startswith(hint)
    assert what_to_do("\v") == "Delete it."


def test_characters_are_listed_as_they_look_where_they_can_be_seen() -> None:
    assert listed("☐\u0303") == "`☐` U+2610 Ballot box, U+0303 Combining tilde"


def test_scripts_that_cannot_be_set_yet_have_names() -> None:
    assert [script_of(sign) for sign in "سשप漢한ひa☐"] == [
        *("Arabic", "Hebrew", "Devanagari", "Chinese", "Korean", "Japanese"),
        *("", ""),
    ]
