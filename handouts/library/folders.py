"""Where the content and layouts that come with the program are kept."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]

# A wheel carries both folders inside the package; a checkout keeps them beside it.
HOME = PACKAGE / "shipped" if (PACKAGE / "shipped").is_dir() else PACKAGE.parent
CONTENT = HOME / "content"
LAYOUTS = HOME / "layouts"
