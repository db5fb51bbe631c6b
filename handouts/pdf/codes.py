"""QR codes and bar codes as drawings of ReportLab's; lengths in points."""

from typing import Any

from reportlab.graphics.barcode import createBarcodeDrawing
from reportlab.graphics.barcode.qr import QrCodeWidget

# How wide a module of a bar code is, about a third of a millimetre, and how many are white beside the bars.
MODULE_PT, WHITE_MODULES = 1.0, 10


def qr_code(value: str, size: float) -> Any:
    """Return a QR code, of which a seventh can be spoilt (level M), without the white around it."""
    return QrCodeWidget(value, barLevel="M", barWidth=size, barHeight=size, barBorder=0)


def bar_code(value: str, width: float, height: float) -> Any:
    """Return a Code 128, as wide as is easy to scan or as there is room."""

    def drawn(module: float) -> Any:
        white = WHITE_MODULES * module
        said = {"barHeight": height, "humanReadable": False, "quiet": True}
        return createBarcodeDrawing(
            "Code128", value=value, barWidth=module, lquiet=white, rquiet=white, **said
        )

    return drawn(min(MODULE_PT, width / drawn(1).width))
