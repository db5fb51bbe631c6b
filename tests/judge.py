"""Says of a finished PDF, independently of what made it, what is wrong with it."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page as page_validation
import pikepdf

PAINTING = {*("Tj", "TJ", "'", '"', "Do", "sh", "EI"), *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*")}
PROFILES = ("ua1", "pdfa-2a")
Place = tuple[int, int]


def faults(data: bytes) -> list[str]:
    """Return what falls short of PDF/UA-1, of PDF/A-2a, or of marks and elements that fit each other."""
    found = list(_failures(data))
    with pikepdf.open(BytesIO(data)) as pdf:
        return [*found, *_misfits(pdf)]


def _failures(data: bytes) -> Iterator[str]:
    for profile in PROFILES:
        report = page_validation.validate_pdf_bytes(data, profile=profile)
        yield from (f"{profile} {failure.rule_id}: {failure.message}" for failure in report.failures)


def _misfits(pdf: Any) -> Iterator[str]:
    """Yield marks with no element or several, elements whose mark is gone, and paint outside any mark."""
    if "/StructTreeRoot" not in pdf.Root:
        yield "there is no structure tree"
        return
    owners: dict[Place, list[Any]] = {}
    for element, mark in marks(pdf.Root.StructTreeRoot.K):
        owners.setdefault(mark, []).append(element)
    yield from (f"mark {mark} has {len(all_)} elements" for mark, all_ in owners.items() if len(all_) > 1)
    painted = Counter[Place]()
    for number, page in enumerate(pdf.pages, start=1):
        yield from (f"page {number}: {fault}" for fault in _paint(page, painted))
    yield from (f"mark {mark} is painted {count} times" for mark, count in painted.items() if count > 1)
    yield from (f"mark {mark} is not in the tree" for mark in painted if mark not in owners)
    yield from (f"mark {mark} is never painted" for mark in owners if mark not in painted)
    yield from _wrong_parents(pdf, owners)


def marks(kids: Any, page: Any = None) -> Iterator[tuple[Any, Place]]:
    """Yield every mark below some elements as its element, its page's object number and its own number."""
    for element in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            continue
        home = element.get("/Pg", page)
        below: Any = element.get("/K", [])
        for kid in below if isinstance(below, pikepdf.Array) else [below]:
            if isinstance(kid, int):
                yield element, (home.objgen[0], kid)
            elif kid.get("/Type") == "/MCR":
                yield element, (kid.get("/Pg", home).objgen[0], int(kid.MCID))
        yield from marks(below, home)


def _paint(page: Any, painted: Counter[Place]) -> Iterator[str]:
    depth = 0
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        name = str(step.operator)
        if name in ("BDC", "BMC"):
            depth += 1
            if depth > 1:
                yield "a mark inside a mark"
            if name == "BDC" and "/MCID" in operands[1]:
                painted[page.obj.objgen[0], int(operands[1].MCID)] += 1
        elif name == "EMC":
            depth -= 1
        elif name in PAINTING and depth == 0:
            yield f"{name} paints outside every mark"
    if depth:
        yield "a mark without an end"


def _wrong_parents(pdf: Any, owners: dict[Place, list[Any]]) -> Iterator[str]:
    numbered = _numbers(pdf.Root.StructTreeRoot.ParentTree)
    parents = {int(key): value for key, value in zip(numbered, numbered, strict=True)}
    for side, page in enumerate(pdf.pages, start=1):
        listed = parents.get(int(page.obj.get("/StructParents", -1)), [])
        for number, element in enumerate(listed):
            owner = owners.get((page.obj.objgen[0], number), [None])[0]
            if owner is None or owner.objgen != element.objgen:
                yield f"page {side}: mark {number} has another parent in the parent tree"
        for note in page.obj.get("/Annots", []):
            if parents.get(int(note.get("/StructParent", -1)), {}).get("/S") != "/Link":
                yield f"page {side}: a link without its element"


def _numbers(node: Any) -> Iterator[Any]:
    """Yield keys and values of a number tree."""
    yield from node.get("/Nums", [])
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)
