"""Compose a handout: a plan, the library, the words and the drawings become plain data in one language."""

from handouts.compose.copies import Copy, make_handout

__all__ = ["Copy", "make_handout"]
