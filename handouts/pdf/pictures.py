"""The pages of a PDF as pictures."""

from io import BytesIO

from PIL.Image import Image

# What lies outside of a picture at the left, bottom, right and top of its page, in points.
Crop = tuple[float, float, float, float]


def page_images(content: bytes, *, dots_per_inch: int, crop: Crop = (0, 0, 0, 0)) -> list[Image]:
    """Return a picture of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return [page.render(scale=dots_per_inch / 72, crop=crop).to_pil() for page in document]
    finally:
        document.close()


def png_bytes(image: Image) -> bytes:
    """Return a picture as PNG."""
    png = BytesIO()
    image.save(png, "PNG")
    return png.getvalue()
