"""Many things become leaves of a tree, a few to a node, so that one is found without reading them all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from handouts.pdf.paper import Paper
from handouts.pdf.syntax import references

_MOST_IN_A_NODE = 64


@dataclass(frozen=True, slots=True)
class Leaf:
    """An object with the first and the last number of what is in it."""

    number: int
    first: int
    last: int


class Nodes:
    """Leaves in their order; a node is written with `code` when it is full."""

    def __init__(self, paper: Paper, code: Callable[[Sequence[Leaf]], bytes]) -> None:
        """Begin without a leaf."""
        self._paper = paper
        self._code = code
        self._node = 0
        self._leaves: list[Leaf] = []
        self._full: list[int] = []

    @property
    def node(self) -> int:
        """The node that the next leaf will be in."""
        self._node = self._node or self._paper.reserve()
        return self._node

    def add(self, number: int, first: int, last: int) -> None:
        """Add a leaf."""
        self._leaves.append(Leaf(number, first, last))
        if len(self._leaves) == _MOST_IN_A_NODE:
            self._end()

    def close(self) -> bytes:
        """End the last node and return references to all."""
        if self._leaves:
            self._end()
        return references(self._full)

    def _end(self) -> None:
        self._paper.fill(self.node, self._code(self._leaves))
        self._full.append(self.node)
        self._node, self._leaves = 0, []


def numbers_code(lines: Iterable[bytes], first: int, last: int) -> bytes:
    """Return a leaf of a number tree (ISO 32000-1, 7.9.7)."""
    return b"<</Nums[%b]/Limits[%d %d]>>" % (b" ".join(lines), first, last)


def numbers_node(leaves: Sequence[Leaf]) -> bytes:
    """Return a node of a number tree."""
    kids = references(leaf.number for leaf in leaves)
    return b"<</Kids%b/Limits[%d %d]>>" % (kids, leaves[0].first, leaves[-1].last)
