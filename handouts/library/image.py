"""Turn the file of a picture, such as a logo or a photo, into what is printed, or say why it cannot be."""

import struct
import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = {"logo": 5_000_000, "picture": 20_000_000}
MOST_PIXELS = {"logo": 20_000_000, "picture": 50_000_000}
# A large JPEG is unpacked in fewer pixels; a PNG takes memory for all of them, several times.
MOST_PNG_PIXELS = 20_000_000
# Each row of pixels takes memory of its own beside them.
LONGEST_SIDE = 10_000
# A PNG has one colour profile, and each takes the time of a whole picture.
PROFILE, MOST_PROFILES = b"iCCP", 500
# A JPEG is painted as often as it has scans, about ten times, or twenty in four inks.
SCAN, MOST_PAINTED_PIXELS = b"\xff\xda", 500_000_000

# The letterhead gives a logo 30 x 11 mm; at 600 dots an inch no printer shows more than this.
LOGO_PIXELS = (709, 260)
# A card gives a photo about 58 mm; at 400 dots an inch no more is seen of it.
PHOTO_PIXELS = (914, 914)
# The same 58 mm at 150 dots an inch: with fewer its edges are steps.
FEWEST_PIXELS = 343
# What is wider or taller than the screen of a phone is cut off at both ends.
LONGEST_SHAPE = 16 / 9
JPEG_QUALITY = 86
# Printers put down more black than a screen shows: mid greys are made this much lighter.
GREY_GAMMA = 0.8


class UnusableImage(Exception):
    """A picture that cannot be printed: what is wrong with it, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message and the hint for the place the picture is named at."""
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class PrintedPhoto:
    """A photo as it is printed, as JPEG in colour and in grey, so wide and tall, and its longer side."""

    colour: bytes
    grey: bytes
    width: int
    height: int
    pixels: int


def read_logo(path: Path) -> bytes:
    """Return the logo as an upright PNG in RGB or RGBA, no finer than print; raise UnusableImage."""
    logo, _ = _read_image(path, LOGO_PIXELS, what="logo")
    png = BytesIO()
    logo.save(png, "PNG")
    return png.getvalue()


def read_photo(path: Path) -> PrintedPhoto:
    """Return a photo upright and no finer than print; raise UnusableImage.

    Nothing that the camera noted is in it, such as the place; what one can see through is white.
    """
    _check_file(path, what="picture")
    state = path.stat()
    return _read_photo(path, state.st_mtime_ns, state.st_size)


# One file is asked for several times on the way to a handout, and in each language.
@lru_cache(maxsize=32)
def _read_photo(path: Path, changed_ns: int, size: int) -> PrintedPhoto:
    photo, pixels = _read_image(path, PHOTO_PIXELS, what="picture")
    if photo.mode == "RGBA":
        photo = Image.alpha_composite(Image.new("RGBA", photo.size, "white"), photo).convert("RGB")
    photo = _cut_to_shape(photo)
    grey = ImageOps.autocontrast(photo.convert("L"), cutoff=1)
    grey = grey.point([round(255 * (tone / 255) ** GREY_GAMMA) for tone in range(256)])
    # In RGB, too: the file has a colour profile for nothing else.
    return PrintedPhoto(_as_jpeg(photo), _as_jpeg(grey.convert("RGB")), *photo.size, pixels)


def _as_jpeg(photo: Image.Image) -> bytes:
    jpeg = BytesIO()
    photo.save(jpeg, "JPEG", quality=JPEG_QUALITY)
    return jpeg.getvalue()


def _cut_to_shape(photo: Image.Image) -> Image.Image:
    """Return the middle of a picture that is longer than any card has room for."""
    width, height = photo.size
    across = min(width, round(height * LONGEST_SHAPE))
    down = min(height, round(width * LONGEST_SHAPE))
    left, top = (width - across) // 2, (height - down) // 2
    return photo.crop((left, top, left + across, top + down))


def _read_image(path: Path, most: tuple[int, int], *, what: str) -> tuple[Image.Image, int]:
    """Return a picture in RGB or RGBA, in no more pixels than these, and the pixels of its longer side."""
    data = _read_bytes(path, what=what)
    if data.count(PROFILE) > MOST_PROFILES:
        raise _far_more(what)
    with warnings.catch_warnings():
        # Pillow warns of what is refused by its size just after, and of notes of the camera that stay behind.
        warnings.simplefilter("ignore")
        try:
            return _printed(data, most, what=what)
        except Image.DecompressionBombError:
            raise _too_many_pixels(what, MOST_PIXELS[what]) from None
        except UnidentifiedImageError:
            raise _unknown_kind(path, data, what=what) from None
        # Pillow's readers raise these, and only these, on files that are cut off or damaged.
        except (OSError, SyntaxError, ValueError, EOFError, IndexError):
            raise UnusableImage(f"the {what} is damaged or cut off.", "Save it again as PNG.") from None


def _check_file(path: Path, *, what: str) -> None:
    """Raise UnusableImage for what is no ordinary file, or a large one."""
    try:
        status = path.stat()
    except FileNotFoundError:
        hint = f"Put it into `{path.parent}`, or leave `{what}` out."
        raise UnusableImage(f"there is no {what} `{path.name}`.", hint) from None
    except (OSError, ValueError) as error:
        raise _unreadable(error, what) from None
    # A pipe or a device may wait for ever, so only ordinary files are opened.
    if not S_ISREG(status.st_mode):
        kind = "a folder" if S_ISDIR(status.st_mode) else "a pipe or a device"
        raise UnusableImage(f"the {what} `{path.name}` is {kind}.", "Name a PNG or JPEG file.")
    if status.st_size > MOST_BYTES[what]:
        message = f"the {what} is larger than {MOST_BYTES[what] // 1_000_000} MB."
        raise UnusableImage(message, "Save it smaller.")


def _read_bytes(path: Path, *, what: str) -> bytes:
    _check_file(path, what=what)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES[what])
    except OSError as error:
        raise _unreadable(error, what) from None


def _printed(data: bytes, most: tuple[int, int], *, what: str) -> tuple[Image.Image, int]:
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
        pixels, longer = image.width * image.height, max(image.size)
        most_pixels = MOST_PIXELS[what]
        if image.format == "PNG":
            most_pixels = min(most_pixels, MOST_PNG_PIXELS)
        if pixels > most_pixels or longer > LONGEST_SIDE:
            raise _too_many_pixels(what, most_pixels)
        if image.format == "JPEG" and pixels * data.count(SCAN) > MOST_PAINTED_PIXELS:
            raise _far_more(what)
        # A large JPEG is unpacked at a half, a quarter or an eighth of its size.
        image.draft(image.mode, most)
        upright = _eight_bits(_upright(image))
        see_through = "A" in upright.getbands() or "transparency" in upright.info
        printed = upright.convert("RGBA" if see_through else "RGB")
    printed.thumbnail(most, Image.Resampling.LANCZOS)
    # Colour profiles and notes of the camera stay behind.
    printed.info.clear()
    return printed, longer


def _upright(image: Image.Image) -> Image.Image:
    """Return a picture as the camera was held; as it is where the camera's notes cannot be read."""
    try:
        return ImageOps.exif_transpose(image)
    except (TypeError, KeyError, AttributeError, OverflowError, struct.error):
        return image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16-bit greys in 256 of them; converted as they are, all would turn white."""
    return image.point(lambda grey: grey / 256, "L") if image.mode.startswith("I") else image


def _unreadable(error: Exception, what: str) -> UnusableImage:
    reason = getattr(error, "strerror", None) or "not a file name"
    return UnusableImage(f"the {what} cannot be read: {reason}.")


def _too_many_pixels(what: str, most: int) -> UnusableImage:
    millions = most // 1_000_000
    message = f"the {what} has more than {millions} million pixels, or a side of more than {LONGEST_SIDE:,}."
    return UnusableImage(message, "Save it smaller.")


def _far_more(what: str) -> UnusableImage:
    return UnusableImage(f"the {what} unpacks to far more than it shows.", "Save it again as PNG.")


def _unknown_kind(path: Path, data: bytes, *, what: str) -> UnusableImage:
    if b"<svg" in data[:4096] or path.suffix.lower() in (".svg", ".svgz"):
        hint = "Open it in a browser or a drawing program, and save it as PNG, 300 pixels high or more."
        return UnusableImage(f"the {what} is an SVG drawing.", hint)
    if path.suffix.lower() in (".heic", ".heif"):
        return UnusableImage(f"the {what} is in the HEIC form of a phone.", "Save it as JPEG.")
    return UnusableImage(f"the {what} is not a PNG or JPEG picture.", "Save it as PNG.")
