"""Turn a clinic's logo file into the pixels that are printed, or say why it cannot be."""

import struct
import warnings
from io import BytesIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 5_000_000
MOST_PIXELS = 20_000_000
# Each row of pixels takes memory of its own beside them.
LONGEST_SIDE = 10_000
# A PNG has one colour profile, and each takes the time of a whole picture.
PROFILE, MOST_PROFILES = b"iCCP", 500
# A JPEG is painted as often as it has scans, about ten times, or twenty in four inks.
SCAN, MOST_PAINTED_PIXELS = b"\xff\xda", 500_000_000

# The letterhead gives a logo 30 x 11 mm; at 600 dots an inch no printer shows more than this.
PRINTED_PIXELS = (709, 260)


class UnusableLogo(Exception):
    """A logo that cannot be printed: what is wrong with it, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message and the hint for the place the logo is named at."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_logo(path: Path) -> bytes:
    """Return the logo as an upright PNG in RGB or RGBA, no finer than print; raise UnusableLogo."""
    data = _read_bytes(path)
    if data.count(PROFILE) > MOST_PROFILES:
        raise _far_more()
    with warnings.catch_warnings():
        # Pillow warns of what is refused by its size just after, and of notes of the camera that stay behind.
        warnings.simplefilter("ignore")
        try:
            return _as_png(data)
        except Image.DecompressionBombError:
            raise _too_many_pixels() from None
        except UnidentifiedImageError:
            raise _unknown_kind(path, data) from None
        # Pillow's readers raise these, and only these, on files that are cut off or damaged.
        except (OSError, SyntaxError, ValueError, EOFError, IndexError):
            raise UnusableLogo("the logo is damaged or cut off.", "Save it again as PNG.") from None


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        # A pipe or a device may wait for ever, so only ordinary files are opened.
        if not S_ISREG(status.st_mode):
            what = "a folder" if S_ISDIR(status.st_mode) else "a pipe or a device"
            raise UnusableLogo(f"the logo `{path.name}` is {what}.", "Name a PNG or JPEG file.")
        if status.st_size > MOST_BYTES:
            raise UnusableLogo("the logo is larger than 5 MB.", "Save it smaller.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except FileNotFoundError:
        hint = f"Put it into `{path.parent}`, or leave `logo` out."
        raise UnusableLogo(f"there is no logo `{path.name}`.", hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise UnusableLogo(f"the logo cannot be read: {reason}.") from None


def _as_png(data: bytes) -> bytes:
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
        pixels = image.width * image.height
        if pixels > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
            raise _too_many_pixels()
        if image.format == "JPEG" and pixels * data.count(SCAN) > MOST_PAINTED_PIXELS:
            raise _far_more()
        # A large JPEG is unpacked at a half, a quarter or an eighth of its size.
        image.draft(image.mode, PRINTED_PIXELS)
        upright = _eight_bits(_upright(image))
        see_through = "A" in upright.getbands() or "transparency" in upright.info
        printed = upright.convert("RGBA" if see_through else "RGB")
    printed.thumbnail(PRINTED_PIXELS, Image.Resampling.LANCZOS)
    png = BytesIO()
    # Colour profiles and notes of the camera stay behind.
    printed.info.clear()
    printed.save(png, "PNG")
    return png.getvalue()


def _upright(image: Image.Image) -> Image.Image:
    """Return a picture as the camera was held; as it is where the camera's notes cannot be read."""
    try:
        return ImageOps.exif_transpose(image)
    except (TypeError, KeyError, AttributeError, OverflowError, struct.error):
        return image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16-bit greys in 256 of them; converted as they are, all would turn white."""
    return image.point(lambda grey: grey / 256, "L") if image.mode.startswith("I") else image


def _too_many_pixels() -> UnusableLogo:
    message = f"the logo has more than 20 million pixels, or a side of more than {LONGEST_SIDE:,}."
    return UnusableLogo(message, "Save it smaller.")


def _far_more() -> UnusableLogo:
    return UnusableLogo("the logo unpacks to far more than it shows.", "Save it again as PNG.")


def _unknown_kind(path: Path, data: bytes) -> UnusableLogo:
    if b"<svg" in data[:4096] or path.suffix.lower() in (".svg", ".svgz"):
        hint = "Open it in a browser or a drawing program, and save it as PNG, 300 pixels high or more."
        return UnusableLogo("the logo is an SVG drawing.", hint)
    return UnusableLogo("the logo is not a PNG or JPEG picture.", "Save it as PNG.")
