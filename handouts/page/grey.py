"""A surface on which every colour becomes a grey, so that a printer takes no ink but black."""

import re
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Unpack

from handouts.page.surface import Box, Colour, Said, Step, Surface
from handouts.schema.contrast import luma

PNG = b"\x89PNG"
# Operators that set a colour in the code of a picture.
_COLOUR = re.compile(r"([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b")


@dataclass(frozen=True, slots=True)
class GreySurface:
    """Paints all that it is given in greys on another surface."""

    surface: Surface

    def element(self, role: str, **said: Unpack[Said]) -> AbstractContextManager[None]:
        """Open a structure element."""
        return self.surface.element(role, **said)

    def section(self, name: str) -> AbstractContextManager[None]:
        """Open a section."""
        return self.surface.section(name)

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """Open marks without meaning."""
        return self.surface.artifact(kind)

    def path(
        self,
        steps: Iterable[Step],
        *,
        fill: Colour | None = None,
        line: Colour | None = None,
        weight: float = 0,
        round_ends: bool = False,
        within: Box | None = None,
    ) -> None:
        """Fill a path, draw a line along it, or both."""
        greys = {"fill": fill and grey_of(fill), "line": line and grey_of(line)}
        self.surface.path(steps, **greys, weight=weight, round_ends=round_ends, within=within)

    def form(self, code: str, width: float, height: float, *, x: float = 0, y: float = 0) -> None:
        """Paint a picture from its operators."""
        self.surface.form(_in_grey(code), width, height, x=x, y=y)

    def qr_code(self, value: str, x: float, y: float, size: float, *, alt: str) -> None:
        """Paint a QR code, which is black already."""
        self.surface.qr_code(value, x, y, size, alt=alt)

    def bar_code(self, value: str, box: Box, *, alt: str) -> None:
        """Paint a bar code, which is black already."""
        self.surface.bar_code(value, box, alt=alt)

    def image(self, x: float, y: float, width: float, height: float, *, image: bytes) -> None:
        """Paint a PNG in grey; a photo, a JPEG, has its greys already."""
        grey = _grey_png(image) if image.startswith(PNG) else image
        self.surface.image(x, y, width, height, image=grey)

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        """Paint one run of text."""
        self.surface.text(x, y, text, strong=strong, size=size, colour=grey_of(colour))

    def link(self, box: Box, target: str, *, description: str) -> None:
        """Make a rectangle lead to an address."""
        self.surface.link(box, target, description=description)

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline."""
        self.surface.bookmark(title, level)


def grey_of(colour: Colour) -> Colour:
    """Return the grey that a black-and-white printer makes of a colour."""
    grey = round(luma(colour), 3)
    return grey, grey, grey


# As many pictures as are kept in colour.
@lru_cache(maxsize=128)
def _in_grey(code: str) -> str:
    def grey(found: re.Match[str]) -> str:
        red, green, blue = map(float, found.groups()[:3])
        tone = f"{luma((red, green, blue)):.3f}".rstrip("0").rstrip(".")
        return f"{tone} {tone} {tone} {found[4]}"

    return _COLOUR.sub(grey, code)


# A clinic has one logo.
@lru_cache(maxsize=4)
def _grey_png(image: bytes) -> bytes:
    # Pillow takes some time to import, and many clinics have no logo.
    from PIL import Image

    with Image.open(BytesIO(image)) as picture:
        clear = picture.getchannel("A") if picture.mode == "RGBA" else None
        # In RGB, too: the file has a colour profile for nothing else.
        grey = picture.convert("L").convert("RGB")
    if clear:
        grey.putalpha(clear)
    png = BytesIO()
    grey.save(png, "PNG")
    return png.getvalue()
