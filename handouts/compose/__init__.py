"""Compose a handout: a plan, the library, the words and the drawings become plain data in one language."""

from handouts.compose.making import make_handout

__all__ = ["make_handout"]
