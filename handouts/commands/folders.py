"""Where content and layouts are looked for: a folder that is named or beside the plan, then ours."""

from pathlib import Path

from handouts.library.folders import CONTENT, LAYOUTS
from handouts.problems import ContentError, Problem


def content_folders(named: Path | None, beside: Path) -> tuple[Path, ...]:
    """Return the folders of content, one's own first; raise ContentError for a named one that is missing."""
    return _folders(named, beside / "content", CONTENT)


def layout_folders(named: Path | None, beside: Path) -> tuple[Path, ...]:
    """Return the folders of layouts, one's own first; raise ContentError for a named one that is missing."""
    return _folders(named, beside / "layouts", LAYOUTS)


def _folders(named: Path | None, beside: Path, ours: Path) -> tuple[Path, ...]:
    if named and not named.is_dir():
        raise ContentError([Problem(named, 0, 0, "there is no such folder.")])
    own = named or beside
    # In a checkout the folder beside a plan can be ours.
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)
