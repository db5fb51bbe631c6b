"""The packed font files become bytes beside other work: unpacking both takes a core about 30 ms."""

from importlib import import_module
from threading import Thread

MODULES = ("pymupdf_fonts.FiraGO_Regular", "pymupdf_fonts.FiraGO_Bold")


def unpack_ahead() -> None:
    """Begin to unpack the faces; whoever needs one before it is ready waits for it."""
    Thread(target=_unpack, daemon=True).start()


def _unpack() -> None:
    for module in MODULES:
        import_module(module)
