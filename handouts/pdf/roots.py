"""Where the trees of a file begin: its pages, its structure, and the way back from marks to elements."""

from handouts.pdf.paper import Paper
from handouts.pdf.syntax import reference, text_string


def add_catalog(paper: Paper, *, pages: int, structure: int, language: str, printing: bytes = b"") -> None:
    """Set what the catalog of every handout says; `printing` are hints for the printer's dialogue."""
    paper.set_catalog("Pages", pages)
    paper.set_catalog("StructTreeRoot", structure)
    paper.set_catalog("MarkInfo", b"<</Marked true>>")
    paper.set_catalog("Lang", text_string(language))
    preferences = b"<</DisplayDocTitle true/PrintScaling/None%b>>" % printing
    paper.set_catalog("ViewerPreferences", preferences)


def pages_code(kids: bytes, count: int, *, above: int = 0) -> bytes:
    """Return a node of the page tree; `above` is the node that it is in, 0 for none."""
    parent = b"/Parent %b" % reference(above) if above else b""
    return b"<</Type/Pages%b/Kids%b/Count %d>>" % (parent, kids, count)


def element_code(role: bytes, kids: bytes, *, above: int, entries: bytes = b"") -> bytes:
    """Return a structure element that holds others."""
    return b"<</Type/StructElem/S/%b/P %b%b/K%b>>" % (role, reference(above), entries, kids)


def structure_code(document: int, parents: bytes, *, next_key: int) -> bytes:
    """Return the root of the structure; `parents` is what the parent tree holds."""
    return b"<</Type/StructTreeRoot/K[%b]/ParentTree<<%b>>/ParentTreeNextKey %d>>" % (
        *(reference(document), parents),
        next_key,
    )
