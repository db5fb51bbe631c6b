"""A PNG becomes an image of the file, and what can be seen through it a second one."""

from functools import lru_cache
from io import BytesIO

from handouts.pdf.painting import Picture
from handouts.pdf.stream import compressed


@lru_cache(maxsize=8)
def image_of(png: bytes) -> Picture:
    """Return a PNG in RGB or RGBA as a picture one point wide and high."""
    from PIL import Image

    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        size = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d" % image.size
        colours = compressed(size + b"/ColorSpace/DeviceRGB", image.convert("RGB").tobytes())
        if image.mode != "RGBA":
            return Picture(colours)
        opacity = image.getchannel("A").tobytes()
    return Picture(colours, compressed(size + b"/ColorSpace/DeviceGray", opacity))
