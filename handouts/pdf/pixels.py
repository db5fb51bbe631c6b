"""A PNG becomes an image of the file, and what can be seen through it a second one."""

from functools import lru_cache
from io import BytesIO

from handouts.pdf.paper import Paper
from handouts.pdf.syntax import reference


def put_image(paper: Paper, name: str, png: bytes) -> None:
    """Add a PNG in RGB or RGBA as a picture that pages paint by its name, one point wide and high."""
    (width, height), colours, opacity = _pixels(png)
    size = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d" % (width, height)
    entries = size + b"/ColorSpace/DeviceRGB"
    if opacity:
        mask = paper.put_stream(size + b"/ColorSpace/DeviceGray", opacity, repeated=True)
        entries += b"/SMask %b" % reference(mask)
    paper.put_picture(name, entries, colours)


@lru_cache(maxsize=4)
def _pixels(png: bytes) -> tuple[tuple[int, int], bytes, bytes]:
    """Return width and height, the colours of all pixels, and their opacities if there are any."""
    from PIL import Image

    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        opacity = image.getchannel("A").tobytes() if image.mode == "RGBA" else b""
        return image.size, image.convert("RGB").tobytes(), opacity
