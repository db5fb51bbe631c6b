"""The profile of a press that there is not: inks without loss, and black for what all three share."""

import struct
from itertools import product

GRID = 9
D50 = (0.9642, 1.0, 0.8249)
# From XYZ at D50 to linear sRGB (Bradford-adapted, Lindbloom).
TO_RGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)


def press_profile(space: bytes = b"CMYK") -> bytes:
    """Return an ICC profile (version 2.4) of a press, with the table from Lab to inks alone."""
    tags = {
        b"desc": _described("Sample press"),
        b"cprt": b"text" + bytes(4) + b"None\0",
        b"wtpt": b"XYZ " + bytes(4) + b"".join(map(_fixed, D50)),
        b"B2A0": _table(),
    }
    start = 128 + 4 + 12 * len(tags)
    index, body = b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        index += name + struct.pack(">II", start + len(body), len(data))
        body += data
    rest = struct.pack(">I", len(tags)) + index + body
    date = struct.pack(">6H", 2026, 11, 20, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", 128 + len(rest), bytes(4), 0x02400000, b"prtr", space, b"Lab ")
    head += date + b"acsp" + bytes(28) + b"".join(map(_fixed, D50))
    return head + bytes(128 - len(head)) + rest


def _described(name: str) -> bytes:
    text = name.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(8 + 3 + 67)


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _table() -> bytes:
    identity = b"".join(_fixed(row == column) for row in range(3) for column in range(3))
    straight = struct.pack(">2H", 0, 65535)
    steps = [65535 * step / (GRID - 1) for step in range(GRID)]
    dots = (_inks(*point) for point in product(steps, repeat=3))
    clut = b"".join(struct.pack(">4H", *(round(65535 * ink) for ink in one)) for one in dots)
    sizes = struct.pack(">4B", 3, 4, GRID, 0)
    return (
        b"mft2" + bytes(4) + sizes + identity + struct.pack(">2H", 2, 2) + 3 * straight + clut + 4 * straight
    )


def _inks(light: float, a: float, b: float) -> tuple[float, ...]:
    """Return the inks of a colour in Lab, as 16 bits of version 2 of the profile say it."""
    lightness, across, along = light / 652.8, a / 256 - 128, b / 256 - 128
    y = (lightness + 16) / 116
    xyz = [
        white * _cubed(part) for white, part in zip(D50, (y + across / 500, y, y - along / 200), strict=True)
    ]
    linear = [sum(factor * part for factor, part in zip(row, xyz, strict=True)) for row in TO_RGB]
    shown = [min(1, max(0, one)) ** (1 / 2.2) for one in linear]
    black = 1 - max(shown)
    if black >= 1:
        return 0, 0, 0, 1
    return (*((1 - one - black) / (1 - black) for one in shown), black)


def _cubed(part: float) -> float:
    return part**3 if part > 6 / 29 else 3 * (6 / 29) ** 2 * (part - 4 / 29)
