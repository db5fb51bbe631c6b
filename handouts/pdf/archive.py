"""What makes a file keep its look for decades: the meaning of its colours travels with it."""

import struct
from functools import cache

from handouts.pdf.paper import Paper
from handouts.pdf.syntax import reference

# The sRGB primaries and the adaptation to the D50 white of profiles (IEC 61966-2-1; ICC.1:2010, annex E).
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
_WHITE = (0.9642, 1.0, 0.8249)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# IEC 61966-2-1: a straight line up to 0.04045, above it a power.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_NAME = "sRGB IEC61966-2.1"


def add_output_intent(paper: Paper) -> None:
    """Say in the file that its red, green and blue are those of sRGB."""
    profile = paper.put_stream(b"/N 3", srgb_profile(), repeated=True)
    name = _NAME.encode("ascii")
    intent = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%b)/Info(%b)/DestOutputProfile %b>>"
    paper.set_catalog("OutputIntents", b"[" + intent % (name, name, reference(profile)) + b"]")


@cache
def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB.

    It is not left to a library, because that would put the hour into it.
    """
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(_NAME),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        b"rXYZ": b"XYZ \0\0\0\0" + _fixed(*_RED),
        b"gXYZ": b"XYZ \0\0\0\0" + _fixed(*_GREEN),
        b"bXYZ": b"XYZ \0\0\0\0" + _fixed(*_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """Return a display profile of these tags (ICC.1:2010, section 7); equal ones are stored once."""
    places: dict[bytes, int] = {}
    at = 128 + 4 + 12 * len(tags)
    for data in tags.values():
        if data not in places:
            places[data] = at
            at += len(data)
    table = b"".join(name + struct.pack(">II", places[data], len(data)) for name, data in tags.items())
    head = struct.pack(
        ">I4xI4s4s4s6H4s28x12s48x",
        *(at, 0x04200000),
        *(b"mntr", b"RGB ", b"XYZ "),
        *(2000, 1, 1, 0, 0, 0),
        *(b"acsp", _fixed(*_WHITE)),
    )
    return head + struct.pack(">I", len(tags)) + table + b"".join(places)


def _fixed(*values: float) -> bytes:
    """Return numbers with 16 bits after the point."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(text: str) -> bytes:
    """Return a text in American English, padded to whole numbers."""
    coded = text.encode("utf-16-be")
    return (
        b"mluc\0\0\0\0"
        + struct.pack(">II4sII", 1, 12, b"enUS", len(coded), 28)
        + coded
        + b"\0" * (-len(coded) % 4)
    )
