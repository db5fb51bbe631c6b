"""Which places of a plan say who it is for: what stands there is never repeated in a message."""

# In place of a person's details.
UNSEEN = "…"


def is_personal(location: tuple[str | int, ...]) -> bool:
    """Return whether a place in a plan is, or is in, the person's details."""
    return location[:1] == ("patient",)
