"""Compose a handout: a plan, the library, the words and the drawings become plain data in one language."""
