"""Files as nobody should write them: bytes at random, good files with damage, values that fit nowhere."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

USUAL_EXAMPLES = 100

# What broke other programs, and what looks like markup, numbers, dates, paths or the end of something.
NASTY = (
    *("", " ", "\t", "\n", "0", "-1", "1e999", "1_000", "0x10", ".nan", "99999999999999999999", "1:30"),
    *("null", "~", "true", "no", "=", "<<", "*a", "&a", "!!python/object:os.system", "%", "@", "`", "---"),
    *("[", "]", "{", "}", "[[[[[[", "{a: {b: {c: ", "- - - -", "? ", ": ", "| ", "> ", "#", "'", '"', "\\"),
    *("<b>", "<img src=x>", "**", "{side}", "{", "&lt;", "]]>", "%PDF-1.7", "endstream endobj", "(((", ")))"),
    *(
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ufffd",
        "\x00",
        "\x1b[2J",
        "\ud7ff",
        "\U0010fffd",
        "e\u0301",
        "x\u0335",
    ),
    *("😀", "שלום", "مرحبا", "漢字", "ß", "İ", "ﬁ", "\u00a0", "W" * 90, "a " * 300, "9" * 400, "../" * 9),
    *(
        "/dev/zero",
        "/etc/hostname",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "heel-raise",
        "left",
        "x" * 70_000,
    ),
)


def examples(count: int) -> Any:
    """Return the settings of a test: half as many examples, many more with `--hypothesis-profile=search`.

    The usual run draws the same each time, so that more of them find nothing new.
    """
    times = settings().max_examples / USUAL_EXAMPLES / 2
    slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
    return settings(max_examples=round(count * times), deadline=None, suppress_health_check=slow)


def words() -> st.SearchStrategy[str]:
    """Return text that a person might never type."""
    return st.sampled_from(NASTY) | st.text(st.characters(codec="utf-8"), max_size=30)


def values() -> st.SearchStrategy[Any]:
    """Return plain data of any kind."""
    leaves = words() | st.integers() | st.floats() | st.booleans() | st.none()
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words(), inner, max_size=3),
        max_leaves=6,
    )


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return a good file with up to four pieces cut out, doubled, replaced or put elsewhere."""
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
        end = min(end, start + draw(st.sampled_from([0, 1, 2, 8, 60, len(whole)])))
        new = draw(
            st.sampled_from([b"", whole[start:end] * 2, whole[:start][-9:]])
            | words().map(lambda text: text.encode("utf-8", "surrogatepass"))
            | st.binary(max_size=8)
        )
        whole = whole[:start] + new + whole[end:]
    return whole
