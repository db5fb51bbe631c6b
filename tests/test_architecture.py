"""Hold the order of the parts and the size of their pieces."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import handouts

PACKAGE = Path(handouts.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# A part imports only from the lines above its own, or from itself; parts on one line do not know each other.
ORDER = (
    ("problems", "characters", "files"),
    ("source",),
    ("schema",),
    ("drawing",),
    ("library",),
    ("compose",),
    ("page",),
    ("pdf", "html", "ics"),
    ("request",),
    ("pipeline",),
    ("batch",),
    ("web",),
    ("commands",),
    ("__main__",),
)
RANK = {part: rank for rank, parts in enumerate(ORDER) for part in parts}

# What only these folders and files may import.
FOREIGN = {"yaml": ("source/",), "reportlab": ("page/type.py", "pdf/"), "click": ("commands/",)}
FOREIGN |= dict.fromkeys(("starlette", "uvicorn", "jinja2", "python_multipart"), ("web/",))

LONGEST_FUNCTION = 40
LONG_FUNCTION = 25
LONGEST_FILE = 300


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_of(path: Path) -> str:
    return ".".join(("handouts", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, as written."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            module = node.module or ""
            yield from (
                (f"{module}.{alias.name}" for alias in node.names) if module == "handouts" else [module]
            )


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function of a file with its length in lines."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


def test_a_module_imports_only_what_stands_before_it() -> None:
    for path in MODULES:
        here = part_of(path)
        for name in imports(path):
            if name.startswith("handouts.") and name != "handouts.__version__" and here != "__init__":
                there = name.split(".")[1]
                assert here == there or RANK[there] < RANK[here], f"`{path}` must not import `{there}`"


def test_a_foreign_library_is_known_in_its_own_part_only() -> None:
    for path in MODULES:
        here = path.relative_to(PACKAGE).as_posix()
        for name in imports(path):
            allowed = FOREIGN.get(name.split(".")[0])
            assert allowed is None or here.startswith(allowed), f"`{here}` must not import `{name}`"


def test_no_module_imports_itself_by_way_of_others() -> None:
    """`sorter.prepare` raises CycleError, which names the modules of a circle, inside one folder too."""
    names = {module_of(path): path for path in MODULES}
    graph = {name: {there for there in imports(path) if there in names} for name, path in names.items()}
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    assert len(graph) == len(MODULES)


def test_a_circle_would_be_found() -> None:
    with pytest.raises(CycleError):
        TopologicalSorter({"page.flow": {"page.kit"}, "page.kit": {"page.flow"}}).prepare()


def test_every_part_has_its_place_in_the_order() -> None:
    assert {part_of(path) for path in MODULES} - {"__init__"} <= set(RANK)


PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_the_page_about_the_architecture_names_files_that_are_there() -> None:
    named = re.findall(r"`((?:handouts|content|layouts|tests)/[\w/.-]*)`", PAGE)
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_page_about_the_architecture_tells_the_order_of_imports() -> None:
    told = [set(line[:30].split()) for line in PAGE.split("```")[1].strip().splitlines()]
    # What only one of them uses is told with it.
    order = [set(parts) - {"__main__"} for parts in ORDER]
    assert told == [parts for parts in order if parts]


def test_content_and_layouts_hold_no_python() -> None:
    assert not [*(ROOT / "content").rglob("*.py"), *(ROOT / "layouts").rglob("*.py")]


def test_files_stay_short() -> None:
    lengths = {str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{name}": length for path in MODULES for name, length in functions(path)
    }
    assert {name: length for name, length in found.items() if length > LONGEST_FUNCTION} == {}
    assert sum(length <= LONG_FUNCTION for length in found.values()) >= 0.9 * len(found)


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "core", "common", "misc", "base_utils"}
    assert not empty & {path.stem for path in MODULES}
