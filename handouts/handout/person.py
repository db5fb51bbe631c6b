"""Whose handout it is, and whose clinic: what stands at the head and foot of the pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic at the head of page 1; `blank` keeps the height for pre-printed paper."""

    name: str
    initials: str
    lines: tuple[str, ...]
    logo: bytes | None
    logo_alt: str
    blank: bool
    height_mm: float | None


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled detail of the person's own plan."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands under every page; never the full name."""

    person: str
    handout: str
    page: str
