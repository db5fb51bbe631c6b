"""Every YAML file tells an editor which schema it follows."""

import re

from handouts.library import CONTENT, LAYOUTS

# A trace is for readers; a translation has the shape of the file that it translates.
UNCHECKED = ("trace", "translations")
FILES = [
    path
    for folder in (CONTENT, LAYOUTS, CONTENT.parent / "examples")
    for path in sorted(folder.rglob("*.yaml"))
    if path.relative_to(folder).parts[0] not in UNCHECKED
]


def test_the_first_line_names_a_schema_that_is_there() -> None:
    for path in FILES:
        first = path.read_text("utf-8").split("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+\.json)", first)
        assert named, f"{path}: {first}"
        assert (path.parent / named[1]).is_file(), path
