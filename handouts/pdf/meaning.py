"""What is said of a structure element becomes the entries of its dictionary."""

from collections.abc import Mapping

from handouts.page.surface import Box
from handouts.pdf.syntax import numbers, text_string
from handouts.pdf.tags import ROLES


def check(role: str, *, alt: str | None, scope: str | None) -> None:
    """Raise ValueError for an unknown role, a figure without its alternative text, an idle heading cell."""
    if role not in ROLES:
        raise ValueError(f"`{role}` is not a structure element that pages use.")
    if role == "Figure" and not (alt and alt.strip()):
        raise ValueError("A Figure needs its alternative text.")
    if role == "TH" and scope not in ("Column", "Row", "Both"):
        raise ValueError("A TH needs to say whether it heads a Column, a Row or Both.")


def said_of(
    *,
    heard: Mapping[str, str | None],
    scope: str | None,
    numbering: str | None,
    summary: str | None,
    column_span: int,
    box: Box | None,
) -> bytes:
    """Return the entries for what a listener hears, by their keys, and for the element's attributes."""
    said = b"".join(
        b"/%b%b" % (key.encode("ascii"), text_string(value)) for key, value in heard.items() if value
    )
    if numbering:
        return said + b"/A<</O/List/ListNumbering/%b>>" % numbering.encode("ascii")
    if box:
        return said + b"/A<</O/Layout/Placement/Block/BBox[%b]>>" % numbers(*box).encode("ascii")
    return said + _table_attributes(scope=scope, summary=summary, column_span=column_span)


def _table_attributes(*, scope: str | None, summary: str | None, column_span: int) -> bytes:
    said = b"/Scope/%b" % scope.encode("ascii") if scope else b""
    said += b"/Summary%b" % text_string(summary) if summary else b""
    said += b"/ColSpan %d" % column_span if column_span > 1 else b""
    return b"/A<</O/Table%b>>" % said if said else b""
