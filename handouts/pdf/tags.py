"""What each mark of a part of a page is, for those who hear a handout instead of seeing it.

The structure elements of a part become syntax with holes for object numbers, so that what is the same on
many papers is written many times without being worked out again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from handouts.pdf.document import Document, format_entries

ROLES = frozenset(
    ("Part", "Sect", "Div", "BlockQuote", "Caption", "H1", "H2", "H3", "H4", "H5", "H6", "P")
    + ("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD")
    + ("Span", "Quote", "Note", "Link", "Figure")
)
# A cell with nothing in it still holds its column.
_KEPT_EMPTY = ("TH", "TD")


@dataclass(frozen=True, slots=True)
class Spot:
    """A link's place among the links of its part, from 0."""

    link: int


@dataclass(eq=False, slots=True)
class Element:
    """A structure element; a number among the kids is that of a mark on the page.

    A `section` goes on in the next part if that begins with the one of the same name.
    """

    role: str
    entries: dict[str, object] = field(default_factory=dict)
    section: str = ""
    kids: "list[Element | int | Spot]" = field(default_factory=list)

    def trim(self) -> bool:
        """Take out elements without content and say whether this one is to stay."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.trim()]
        return bool(self.kids) or self.role in _KEPT_EMPTY

    def all(self) -> "Iterator[Element]":
        """Yield this element and all below it in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()


@dataclass(frozen=True, slots=True)
class Branch:
    """The elements of a part of a page, as syntax with holes.

    `holes` say what is to stand in each: an element of the part, from 0; after these the page, the links,
    and the elements that the groups are in. `owners` are the elements that the marks belong to, in the
    order of the marks, `linked` those that the links belong to. `groups` are the outermost elements that
    follow each other in one section, with its name.
    """

    code: bytes
    holes: tuple[int, ...]
    count: int
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    owners: tuple[int, ...]
    linked: tuple[int, ...]

    def filled(self, first: int, *, page: int, links: Sequence[int], above: Sequence[int]) -> list[bytes]:
        """Return the elements with numbers from `first`; `above` are those of the groups."""
        numbers = [*range(first, first + self.count), page, *links, *above]
        return (self.code % tuple([numbers[hole] for hole in self.holes])).split(b"\n")


def branch_of(root: Element, owners: Sequence[Element], links: int, doc: Document) -> Branch:
    """Return the elements below `root`."""
    root.trim()
    groups = list(_grouped(root))
    order = [element for _, tops in groups for top in tops for element in top.all()]
    places = {element: number for number, element in enumerate(order)}
    placed = sum(isinstance(kid, int) for element in order for kid in element.kids)
    assert placed == len(owners), f"{len(owners)} marks on the page, {placed} in the structure"
    writer = _Writer(doc, places, holes=[])
    codes: list[bytes] = []
    for number, (_, tops) in enumerate(groups):
        for top in tops:
            codes += writer.codes(top, above=len(order) + 1 + links + number)
    spots = {kid.link: places[one] for one in order for kid in one.kids if isinstance(kid, Spot)}
    return Branch(
        code=b"\n".join(codes),
        holes=tuple(writer.holes),
        count=len(order),
        groups=tuple((name, tuple(places[top] for top in tops)) for name, tops in groups),
        owners=tuple(places[element] for element in owners),
        linked=tuple(spots[link] for link in range(links)),
    )


def _grouped(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield the outermost elements by section; nothing else is ever in the root or in a section."""
    for section, tops in groupby(_elements(root), key=lambda top: top.section):
        if not section:
            yield "", list(tops)
            continue
        for top in tops:
            yield section, _elements(top)


def _elements(element: Element) -> list[Element]:
    return [kid for kid in element.kids if isinstance(kid, Element)]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes elements, and notes what their holes wait for."""

    doc: Document
    places: dict[Element, int]
    holes: list[int]

    def codes(self, element: Element, *, above: int) -> Iterator[bytes]:
        """Yield the dictionaries of an element and of those in it, in reading order."""
        own = self.places[element]
        yield self._code(element, own, above=above)
        for kid in _elements(element):
            yield from self.codes(kid, above=own)

    def _code(self, element: Element, own: int, *, above: int) -> bytes:
        self.holes.append(above)
        said = format_entries(element.entries, self.doc).replace(b"%", b"%%")
        if any(not isinstance(kid, Element) for kid in element.kids):
            self.holes.append(len(self.places))
            said = b"/Pg %d 0 R" + said
        kids = b" ".join([self._kid(kid) for kid in element.kids])
        if element.role == "Note":
            # PDF/UA wants an ID of every note (ISO 14289-1, 7.9).
            self.holes.append(own)
            kids += b"]/ID(note-%d"
        closed = b")" if element.role == "Note" else b"]"
        return b"<</Type/StructElem/S/%b/P %%d 0 R%b/K[%b%b>>" % (element.role.encode(), said, kids, closed)

    def _kid(self, kid: Element | int | Spot) -> bytes:
        if isinstance(kid, int):
            return b"%d" % kid
        if isinstance(kid, Element):
            self.holes.append(self.places[kid])
            return b"%d 0 R"
        self.holes.extend((len(self.places), len(self.places) + 1 + kid.link))
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>"
