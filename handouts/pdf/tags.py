"""The structure tree: what each mark on the pages is, for those who hear a handout instead of seeing it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from handouts.pdf.paper import Paper
from handouts.pdf.syntax import reference, references

ROLES = frozenset(
    ("Part", "Sect", "Div", "BlockQuote", "Caption", "H1", "H2", "H3", "H4", "H5", "H6", "P")
    + ("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD")
    + ("Span", "Quote", "Note", "Link", "Figure")
)
# A cell with nothing in it still holds its column.
_KEPT_EMPTY = ("TH", "TD")


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: the page and the mark's number there, both from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Spot:
    """An annotation's object number, and the page it lies on."""

    page: int
    annotation: int


@dataclass(eq=False, slots=True)
class Element:
    """A structure element; `entries` is the syntax of what its dictionary says beside its place."""

    role: str
    entries: bytes = b""
    parent: "Element | None" = None
    kids: "list[Element | Mark | Spot]" = field(default_factory=list)

    def trim(self) -> bool:
        """Take out elements without content and say whether this one is to stay."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.trim()]
        return bool(self.kids) or self.role in _KEPT_EMPTY

    def elements(self) -> "Iterator[Element]":
        """Yield this element and all below it in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()


# The elements that the marks of a page belong to, in the order of the marks.
Owners: TypeAlias = list[Element]


class Tree:
    """All elements, and to which of them each mark of each page belongs."""

    def __init__(self) -> None:
        """Begin with a document and nothing in it."""
        self.document = Element("Document")
        # What the StructParents of pages and the StructParent of annotations are the positions of.
        self._parents: list[Owners | Element] = []
        self._notes = 0

    def add(self, role: str, entries: bytes, *, inside: Element) -> Element:
        """Add an element after the others in its parent."""
        element = Element(role, entries + self._identity(role), inside)
        inside.kids.append(element)
        return element

    def _identity(self, role: str) -> bytes:
        """Return the ID that PDF/UA wants of every note (ISO 14289-1, 7.9)."""
        if role != "Note":
            return b""
        self._notes += 1
        return b"/ID(note-%d)" % self._notes

    def begin_page(self) -> tuple[int, Owners]:
        """Return a new page's key in the tree, and the list to put its owners on."""
        owners: Owners = []
        self._parents.append(owners)
        return len(self._parents) - 1, owners

    def next_key(self) -> int:
        """Return the key that the next page or annotation will have."""
        return len(self._parents)

    def link(self, element: Element, spot: Spot) -> None:
        """Make an annotation with `next_key` part of an element."""
        self._parents.append(element)
        element.kids.append(spot)

    def write(self, paper: Paper, pages: Sequence[int]) -> int:
        """Add the tree to the file and return its number; `pages` are the pages' object numbers."""
        self.document.trim()
        root = paper.reserve()
        places = {element: paper.reserve() for element in self.document.elements()}
        self._check(places)
        for element, place in places.items():
            above = places[element.parent] if element.parent else root
            paper.fill(place, _element_code(element, above, places=places, pages=pages))
        paper.fill(root, self._root_code(places))
        return root

    def _check(self, places: dict[Element, int]) -> None:
        """See that every mark has its place and no other."""
        placed = sum(isinstance(kid, Mark) for element in places for kid in element.kids)
        owned = sum(len(owners) for owners in self._parents if isinstance(owners, list))
        assert placed == owned, f"{owned} marks on the pages, {placed} in the structure tree"

    def _root_code(self, places: dict[Element, int]) -> bytes:
        parents = b" ".join(
            b"%d %b"
            % (
                key,
                references([places[element] for element in owner])
                if isinstance(owner, list)
                else reference(places[owner]),
            )
            for key, owner in enumerate(self._parents)
        )
        return b"<</Type/StructTreeRoot/K[%b]/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d>>" % (
            reference(places[self.document]),
            parents,
            self.next_key(),
        )


def _element_code(element: Element, above: int, *, places: dict[Element, int], pages: Sequence[int]) -> bytes:
    """Return an element's dictionary; marks on the page of the first one are written as bare numbers."""
    home = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    kids = b" ".join(_kid_code(kid, home, places=places, pages=pages) for kid in element.kids)
    page = b"" if home is None else b"/Pg %b" % reference(pages[home])
    return b"<</Type/StructElem/S/%b/P %b%b%b/K[%b]>>" % (
        element.role.encode("ascii"),
        reference(above),
        page,
        element.entries,
        kids,
    )


def _kid_code(
    kid: Element | Mark | Spot, home: int | None, *, places: dict[Element, int], pages: Sequence[int]
) -> bytes:
    if isinstance(kid, Element):
        return reference(places[kid])
    if isinstance(kid, Spot):
        return b"<</Type/OBJR/Pg %b/Obj %b>>" % (reference(pages[kid.page]), reference(kid.annotation))
    if kid.page == home:
        return b"%d" % kid.number
    return b"<</Type/MCR/Pg %b/MCID %d>>" % (reference(pages[kid.page]), kid.number)
