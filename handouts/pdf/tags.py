"""The structure elements of a part of a page: what each of its marks is, for a screen reader.

They become PDF syntax in which object numbers are still gaps (`%d`), so that what is the same for many
people is worked out once and written many times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, Unpack

from reportlab.pdfbase.pdfdoc import PDFArray, PDFString

from handouts.page.surface import Said
from handouts.pdf.document import dictionary

ROLES = frozenset(
    ("Part", "Sect", "Div", "BlockQuote", "Caption", "H1", "H2", "H3", "H4", "H5", "H6", "P")
    + ("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD")
    + ("Span", "Quote", "Note", "Link", "Figure")
)
# The entries of an element's dictionary that are texts (ISO 32000-1, table 323), and what they are here.
_TEXTS = {"Alt": "alt", "ActualText": "spoken", "Lang": "language", "E": "expansion"}
# A cell with nothing in it still holds its column.
_KEPT_EMPTY = ("TH", "TD")


class LinkKid(NamedTuple):
    """The content of a Link element that is an annotation: its position among the links of the part."""

    position: int


@dataclass(eq=False, slots=True)
class Element:
    """A structure element; a number among its kids is that of marked content (an MCID).

    `entries` are those of its dictionary that depend on nothing else, as syntax. A `section` goes on in the
    next part if that begins with the one of the same name.
    """

    role: str
    entries: str = ""
    section: str = ""
    kids: "list[Element | int | LinkKid]" = field(default_factory=list)

    @property
    def elements(self) -> "list[Element]":
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def trim(self) -> bool:
        """Take out elements without content and say whether this one is to stay."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.trim()]
        return bool(self.kids) or self.role in _KEPT_EMPTY

    def walk(self) -> "Iterator[Element]":
        """Yield this element and all below it in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()


# Measured: without it a handout whose plan is nobody else's takes a twentieth longer.
@lru_cache(maxsize=256)
def element_entries(role: str, **said: Unpack[Said]) -> str:
    """Return the entries of an element's dictionary that depend on nothing else, as syntax.

    Raises ValueError for an unknown role, a figure without alternative text and a heading cell that does not
    say what it heads.
    """
    alt, scope, box = said.get("alt"), said.get("scope"), said.get("box")
    columns = said.get("column_span", 1)
    if role not in ROLES:
        raise ValueError(f"`{role}` is not a structure element that pages use.")
    if role == "Figure" and not (alt and alt.strip()):
        raise ValueError("A Figure needs its alternative text.")
    if role == "TH" and scope not in ("Column", "Row", "Both"):
        raise ValueError("A TH needs to say whether it heads a Column, a Row or Both.")
    entries = {
        key: PDFString(text)
        for key, name in _TEXTS.items()
        if isinstance(text := said.get(name), str) and text
    }
    attributes: dict[str, object] = {}
    if numbering := said.get("numbering"):
        attributes = {"O": "/List", "ListNumbering": f"/{numbering}"}
    elif box:
        attributes = {"O": "/Layout", "Placement": "/Block", "BBox": PDFArray([round(at, 2) for at in box])}
    elif role in ("TH", "TD") and (scope or columns > 1):
        attributes = {"O": "/Table"}
        attributes |= {"Scope": f"/{scope}"} if scope else {}
        attributes |= {"ColSpan": columns} if columns > 1 else {}
    if attributes:
        entries["A"] = dictionary(attributes)
    return dictionary(entries)[2:-2].decode("latin-1")


class Structure(NamedTuple):
    """The elements of a part of a page, as syntax with gaps for object numbers.

    A gap holds a position among these numbers: of the `size` elements of the part, of the page, of the
    annotations, and of the elements that the groups are in. `groups` are the outermost elements that follow
    each other in one section, with its name. `owners` are the elements of the marks, in the order of the
    marks, `linked` those of the links.
    """

    code: bytes
    gaps: tuple[int, ...]
    size: int
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    owners: tuple[int, ...]
    linked: tuple[int, ...]

    def filled(self, first: int, *, page: int, links: Sequence[int], above: Sequence[int]) -> list[bytes]:
        """Return the elements with numbers from `first`; `above` are the elements that the groups are in."""
        if not self.size:
            return []
        numbers = [*range(first, first + self.size), page, *links, *above]
        return (self.code % tuple([numbers[gap] for gap in self.gaps])).split(b"\n")


def structure_of(root: Element, owners: Sequence[Element], links: int) -> Structure:
    """Return the elements below `root`, to which marks and links belong."""
    root.trim()
    # The outermost elements by section; nothing else is ever in the root or in a section.
    groups: list[tuple[str, list[Element]]] = []
    for section, found in groupby(root.elements, key=lambda top: top.section):
        tops = [*found]
        groups += [(section, top.elements) for top in tops] if section else [("", tops)]
    order = [element for _, tops in groups for top in tops for element in top.walk()]
    positions = {element: position for position, element in enumerate(order)}
    page = len(order)
    above = {top: page + 1 + links + number for number, (_, tops) in enumerate(groups) for top in tops}
    gaps: list[int] = []
    codes: list[str] = []
    for element in order:
        own = positions[element]
        above |= dict.fromkeys(element.elements, own)
        codes.append(_syntax(element, own, above[element], page, positions, gaps))
    linked = {kid.position: positions[one] for one in order for kid in one.kids if isinstance(kid, LinkKid)}
    return Structure(
        code="\n".join(codes).encode("latin-1"),
        gaps=tuple(gaps),
        size=len(order),
        groups=tuple((name, tuple(positions[top] for top in tops)) for name, tops in groups),
        owners=tuple(positions[element] for element in owners),
        linked=tuple(linked[position] for position in range(links)),
    )


def _syntax(
    element: Element, own: int, above: int, page: int, positions: dict[Element, int], gaps: list[int]
) -> str:
    """Return the dictionary of an element; `gaps` grow by those that are left in it."""

    def gap(position: int) -> str:
        gaps.append(position)
        return "%d"

    text = f"<</Type/StructElem/S/{element.role}/P {gap(above)} 0 R"
    if any(not isinstance(kid, Element) for kid in element.kids):
        text += f"/Pg {gap(page)} 0 R"
    if element.role == "Note":
        # PDF/UA wants an ID of every note (ISO 14289-1, 7.9).
        text += f"/ID(note-{gap(own)})"
    text += element.entries.replace("%", "%%") + "/K["
    for kid in element.kids:
        if isinstance(kid, int):
            text += f"{kid} "
        elif isinstance(kid, Element):
            text += f"{gap(positions[kid])} 0 R "
        else:
            text += f"<</Type/OBJR/Pg {gap(page)} 0 R/Obj {gap(page + 1 + kid.position)} 0 R>>"
    return text + "]>>"
