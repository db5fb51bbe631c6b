"""The content by id, the words, the layouts, the clinics and the plans, each checked against the others."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]

# Where what comes with the program is kept: a wheel carries it inside the package, a checkout beside it.
HOME = PACKAGE / "shipped" if (PACKAGE / "shipped").is_dir() else PACKAGE.parent
CONTENT = HOME / "content"
LAYOUTS = HOME / "layouts"
