"""A finished PDF becomes its structure tree as text, the way a listener goes through it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

SHOWN = {"/Alt": "alt", "/ActualText": "spoken", "/Lang": "language", "/E": "expansion"}
Texts = dict[tuple[int, int], str]


def tag_tree(data: bytes) -> str:
    """Return a line for each element: its role, what is said of it, and its text.

    What stands between other elements has lines of its own.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        texts: Texts = {}
        for page in pdf.pages:
            texts.update(_texts(page))
        return "\n".join(_lines(pdf.Root.StructTreeRoot.K[0], 0, page=None, texts=texts)) + "\n"


def _lines(element: Any, depth: int, *, page: Any, texts: Texts) -> Iterator[str]:
    page = element.get("/Pg", page)
    inside: list[str] = []
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            inside.extend(_lines(kid, depth + 1, page=page, texts=texts))
        elif words := " ".join(_own_text(kid, page, texts).split()):
            inside.append("  " * (depth + 1) + f'"{words}"')
    # Words that are all there is in an element stand behind its role.
    words = inside.pop().strip() if len(inside) == 1 and inside[0].lstrip().startswith('"') else ""
    yield "  " * depth + " ".join(filter(None, [str(element.S)[1:], *_said(element), words]))
    yield from inside


def _own_text(kid: Any, page: Any, texts: Texts) -> str:
    if isinstance(kid, int):
        return texts.get((page.objgen[0], kid), "")
    if kid.get("/Type") == "/MCR":
        return texts.get((kid.Pg.objgen[0], int(kid.MCID)), "")
    return ""


def _said(element: Any) -> Iterator[str]:
    for key, name in SHOWN.items():
        if key in element:
            yield f"[{name}: {element[key]}]"
    attributes = element.get("/A", {})
    for key in ("/Scope", "/ColSpan", "/ListNumbering"):
        if key in attributes:
            yield f"[{key[1:]}: {str(attributes[key]).removeprefix('/')}]"


def _texts(page: Any) -> Texts:
    """Return the text of every mark of a page."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    maps: dict[str, dict[int, str]] = {}
    mark, font = -1, ""
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        match str(step.operator):
            case "BDC":
                mark = int(operands[1].get("/MCID", -1))
            case "EMC":
                mark = -1
            case "Tf":
                font = str(operands[0])
                if font not in maps:
                    maps[font] = _characters(page.resources.Font[font])
            case "Tj" if mark >= 0:
                found[page.obj.objgen[0], mark] += "".join(maps[font][code] for code in bytes(operands[0]))
    return found


def _characters(font: Any) -> dict[int, str]:
    """Return the character of each code of a font, read from its ToUnicode map."""
    pairs = re.findall(rb"<(..)> <(....)>", font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(character, 16)) for code, character in pairs}
