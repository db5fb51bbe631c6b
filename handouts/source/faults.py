"""Turn what a YAML parser says of a broken line into what its author must change."""

from typing import NamedTuple


class Fault(NamedTuple):
    """What is wrong and what to do; `at_opening` when the place is where the broken part began."""

    message: str
    hint: str = ""
    at_opening: bool = False


QUOTES = "Put the whole text in quotes."
ODD_START = Fault("this text starts with a sign that YAML keeps for itself.", QUOTES)
INDENTATION = Fault(
    "this line does not fit the lines above it.",
    "Lines that belong together start in the same column, and text with quotes in it stands in quotes.",
)
TOO_DEEP = Fault(
    "more than 50 levels lie inside one another.", "Close the brackets that are open, or write it flatter."
)

# Parts of the messages of libyaml and of its Python twin, with the context first where it decides.
FAULTS: tuple[tuple[str, str, Fault], ...] = (
    # We stop at 50 levels; newer parsers read ahead and stop by themselves at 1,000.
    ("", "levels", TOO_DEEP),
    ("", "nest", TOO_DEEP),
    ("", "depth", TOO_DEEP),
    (
        "",
        "mapping values are not allowed",
        Fault(
            "there is a `:` where no key can stand.",
            "Put text that holds a colon in quotes, and check the indentation.",
        ),
    ),
    (
        "",
        "sequence entries are not allowed",
        Fault("a `-` list starts on the line of its key.", "Start it on a line of its own."),
    ),
    (
        "quoted scalar",
        "unexpected end of stream",
        Fault("a quote is opened here and never closed.", "", at_opening=True),
    ),
    (
        "quoted scalar",
        "escape",
        Fault("this text in double quotes has a `\\` that means nothing.", "Use single quotes.", True),
    ),
    ("quoted scalar", "Unicode", Fault("this text has a `\\u` that names no character.", "", True)),
    (
        "flow sequence",
        "',' or ']'",
        Fault("this `[` is not closed.", "End the list with `]`, with a comma between items.", True),
    ),
    (
        "flow mapping",
        "',' or '}'",
        Fault("this `{` is not closed.", "End it with `}`, with a comma between items.", True),
    ),
    ("flow node", "", Fault("a bracket is opened above here and never closed.", QUOTES)),
    ("", "could not find expected ':'", Fault("a `:` is missing after this key.", "", at_opening=True)),
    ("block scalar", "", Fault("text after `|` or `>` starts on the next line.", QUOTES)),
    ("alias", "", ODD_START._replace(at_opening=True)),
    ("anchor", "", ODD_START._replace(at_opening=True)),
    ("tag", "", ODD_START._replace(at_opening=True)),
    ("directive", "", ODD_START._replace(at_opening=True)),
    ("block node", "", Fault("there is a closing bracket that closes nothing.", QUOTES)),
    ("", "cannot start any token", ODD_START),
    ("block mapping", "", INDENTATION),
    ("block collection", "", INDENTATION),
    ("", "document start", INDENTATION),
)

TAB = Fault("there is a tab here.", "Indent with spaces.")
# What word processors write in place of the hyphen that begins an item.
BULLETS = "–—•▪◦●·‣−"
BULLET = Fault(
    "this item begins with a sign of word processors.",
    "Begin each item with a hyphen and a space: `- `.",
    True,
)


def explain_fault(problem: str, context: str, *, line: str, column: int, opening: str) -> Fault:
    """Return the fault behind a parser's message at a column, from 0, of a line.

    `opening` is the line where the broken part began.
    """
    if "\t" in line[: column + 1]:
        return TAB
    if opening.lstrip().startswith(tuple(BULLETS)):
        return BULLET
    for where, what, fault in FAULTS:
        if where in context and what in problem:
            return fault
    return Fault("this is not valid YAML.", QUOTES)
