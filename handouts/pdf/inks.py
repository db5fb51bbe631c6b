"""The colours of a file become those of printing inks, by the colour profile of a press."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple, cast

import pikepdf
from PIL import Image, ImageCms

# The operators that set a colour in RGB, and those that set one in CMYK in their place.
_IN_INKS = {"rg": "k", "RG": "K"}
# The usual ones have 0.5 to 3 MB.
MOST_BYTES = 10 * 2**20
Inks = tuple[float, float, float, float]


class NoPressProfileError(ValueError):
    """A file that is no ICC profile, or one of something else than CMYK inks."""


class PressProfile(NamedTuple):
    """The ICC profile of a press: its bytes and what it calls itself."""

    content: bytes
    name: str


def read_press_profile(content: bytes) -> PressProfile:
    """Return the profile; raise NoPressProfileError."""
    if len(content) > MOST_BYTES:
        raise NoPressProfileError(f"it is larger than {MOST_BYTES // 2**20} MB, which no such profile is.")
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(content))
        space, kind = profile.profile.xcolor_space.strip(), profile.profile.device_class.strip()
        if (space, kind) != ("CMYK", "prtr"):
            raise NoPressProfileError(f"it is a profile for {space}, not for the CMYK inks of a press.")
        _transform(content)
        name = ImageCms.getProfileDescription(profile).strip()
    except (OSError, ImageCms.PyCMSError) as error:
        raise NoPressProfileError("it is no ICC profile that colours can be made with.") from error
    return PressProfile(content, name or "CMYK")


def set_in_inks(pdf: pikepdf.Pdf, profile: PressProfile) -> None:
    """Set what is painted in RGB in CMYK, greys in black ink alone, and say for which press."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for stream in _streams(page.obj):
            if stream.objgen in seen:
                continue
            seen.add(stream.objgen)
            if stream.get("/Subtype") == "/Image":
                _ink_image(stream, profile)
            else:
                _ink_code(stream, profile)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=profile.name,
        Info=profile.name,
        DestOutputProfile=pdf.make_indirect(pikepdf.Stream(pdf, profile.content, N=4)),
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def _streams(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the code of a page and the pictures that it can paint, soft masks left out."""
    contents = page.Contents
    yield from contents if isinstance(contents, pikepdf.Array) else [contents]
    yield from (found for _, found in page.Resources.get("/XObject", pikepdf.Dictionary()).items())


def _ink_code(stream: pikepdf.Object, profile: PressProfile) -> None:
    code: list[Any] = []
    for one in pikepdf.parse_content_stream(cast(pikepdf.Stream, stream)):
        inked = _IN_INKS.get(str(one.operator))
        inks = inks_of(map(float, cast(Any, one.operands)), profile) if inked else ()
        code.append((inks, pikepdf.Operator(inked)) if inked else one)
    stream.write(pikepdf.unparse_content_stream(code))


def _ink_image(stream: pikepdf.Object, profile: PressProfile) -> None:
    if stream.ColorSpace != "/DeviceRGB":
        return
    picture = pikepdf.PdfImage(cast(pikepdf.Stream, stream)).as_pil_image().convert("RGB")
    inked = ImageCms.applyTransform(picture, _transform(profile.content))
    assert inked is not None
    stream.write(inked.tobytes())
    stream.ColorSpace = pikepdf.Name.DeviceCMYK


def inks_of(colour: Iterator[float], profile: PressProfile) -> Inks:
    """Return the inks of a colour in sRGB, each from 0 to 1; a grey is of black ink alone."""
    red, green, blue = (round(255 * part) for part in colour)
    return _inks(red, green, blue, profile.content)


# A file has few colours, and each in many places.
@cache
def _inks(red: int, green: int, blue: int, content: bytes) -> Inks:
    if red == green == blue:
        return 0, 0, 0, round(1 - red / 255, 3)
    dot = ImageCms.applyTransform(Image.new("RGB", (1, 1), (red, green, blue)), _transform(content))
    assert dot is not None
    cyan, magenta, yellow, black = (round(part / 255, 3) for part in cast(Inks, dot.getpixel((0, 0))))
    return cyan, magenta, yellow, black


@cache
def _transform(content: bytes) -> ImageCms.ImageCmsTransform:
    profile = ImageCms.ImageCmsProfile(BytesIO(content))
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), profile, "RGB", "CMYK", renderingIntent=ImageCms.Intent.PERCEPTUAL
    )
