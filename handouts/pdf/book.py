"""The pages of handouts go onto the paper one handout after the other; what they share is there once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from handouts.page.sheet import Sheet
from handouts.pdf.lettering import Lettering
from handouts.pdf.outline import Bookmark
from handouts.pdf.painting import PaintedSheet, Painting, Picture
from handouts.pdf.paper import Paper
from handouts.pdf.roots import element_code
from handouts.pdf.syntax import numbers, reference, references
from handouts.pdf.tags import Branch, Group


@dataclass(frozen=True, slots=True)
class Bound:
    """The pages of one handout in their file, by their object numbers.

    `tops` are its outermost structure elements, `parents` its lines of the parent tree.
    """

    pages: list[int]
    tops: list[int]
    parents: list[bytes]
    bookmarks: list[Bookmark]


class Book:
    """What the pages of one file share, and how far it has come."""

    def __init__(self, paper: Paper) -> None:
        """Begin a file without a page."""
        self.paper = paper
        self.resources = paper.reserve()
        self._pictures: dict[str, int] = {}
        self._lettering = Lettering()
        # Only of parts that are painted for many handouts; with the part, its place is forgotten.
        self._contents: WeakKeyDictionary[Painting, int] = WeakKeyDictionary()
        self.next_key = 0

    def begin_like(self, other: "Book") -> None:
        """Count as written what all pages of another file share so far."""
        self._pictures |= other._pictures
        self._contents.update(other._contents)
        self._lettering.begin_like(other._lettering)

    def add(self, sheets: Iterable[PaintedSheet], *, node: int, inside: int) -> Bound:
        """Add the pages of a handout: `node` is their page tree node, `inside` their structure element."""
        binding = _Binding(self, node, inside)
        for sheet in sheets:
            binding.add(sheet)
        return binding.bound()

    def close(self) -> None:
        """Add what all pages share."""
        pictures = b"".join(
            b"/%b %b" % (name.encode("ascii"), reference(number)) for name, number in self._pictures.items()
        )
        fonts = self._lettering.embed(self.paper)
        self.paper.fill(self.resources, b"<</Font%b/XObject<<%b>>>>" % (fonts, pictures))

    def take_key(self) -> int:
        """Return the next key of the parent tree."""
        self.next_key += 1
        return self.next_key - 1

    def content(self, painting: Painting, *, shared: bool) -> int:
        """Return the number of a part's operators, which are in the file once if they are shared."""
        known = self._contents.get(painting)
        if known is None:
            known = self.paper.put_as_it_is(painting.content)
            if shared:
                self._contents[painting] = known
        return known

    def share(self, painting: Painting) -> None:
        """Note the letters of a part, and add the pictures that are not in the file yet."""
        for strong, characters in enumerate(painting.letters):
            self._lettering.add(characters, strong=bool(strong))
        for name, picture in painting.pictures.items():
            if name not in self._pictures:
                self._pictures[name] = self._put(picture)

    def _put(self, picture: Picture) -> int:
        stream = picture.stream
        if picture.mask:
            mask = self.paper.put_as_it_is(picture.mask)
            stream = stream.with_entry(b"/SMask %b" % reference(mask))
        return self.paper.put_as_it_is(stream)


class _Binding:
    """The pages of one handout on their way into the file."""

    def __init__(self, book: Book, node: int, inside: int) -> None:
        self._book, self._paper = book, book.paper
        self._node, self._inside = node, inside
        self._pages: list[int] = []
        self._parents: list[bytes] = []
        self._bookmarks: list[Bookmark] = []
        self._tops: list[int] = []
        # The section that the last part ended in: its name, its element and what is in that.
        self._section: tuple[str, int, list[int]] = ("", inside, self._tops)

    def bound(self) -> Bound:
        self._end_section()
        return Bound(self._pages, self._tops, self._parents, self._bookmarks)

    def add(self, painted: PaintedSheet) -> None:
        """Add a page."""
        page, key, line = self._paper.reserve(), self._book.take_key(), len(self._parents)
        contents: list[int] = []
        owners: list[int] = []
        links: list[int] = []
        for part, painting in zip(painted.sheet.parts, painted.paintings, strict=True):
            contents.append(self._book.content(painting, shared=part.shared))
            self._book.share(painting)
            self._bookmarks += [Bookmark(title, level, page) for title, level in painting.bookmarks]
            if painting.branch.size:
                self._add_branch(painting.branch, page, owners=owners, links=links)
        self._pages.append(page)
        # Before those of its links, which have higher keys.
        self._parents.insert(line, b"%d %b" % (key, references(owners)))
        shared = (self._node, self._book.resources)
        self._paper.fill(page, _page_code(painted.sheet, *shared, contents=contents, links=links, key=key))

    def _add_branch(self, branch: Branch, page: int, *, owners: list[int], links: list[int]) -> None:
        """Add the structure of a part; `owners` and `links` of its page grow."""
        first = self._paper.reserve(branch.size)
        keys = [self._book.take_key() for _ in branch.linked]
        above = [self._place(group, first) for group in branch.groups]
        codes = branch.filled(first, page=page, keys=keys, above=above)
        self._paper.fill(first, codes, count=branch.size)
        owners += [first + owner for owner in branch.owners]
        links += range(first + branch.count, first + branch.size)
        linked = zip(keys, branch.linked, strict=True)
        self._parents += [b"%d %b" % (key, reference(first + element)) for key, element in linked]

    def _place(self, group: Group, first: int) -> int:
        """Return the element that a group is in, and put the group there."""
        tops = [first + top for top in group.tops]
        if group.section != self._section[0]:
            self._end_section()
            number = self._paper.reserve() if group.section else self._inside
            self._section = (group.section, number, [] if group.section else self._tops)
            self._tops += [number] if group.section else []
        _, number, kids = self._section
        kids += tops
        return number

    def _end_section(self) -> None:
        name, number, kids = self._section
        if name:
            code = element_code(b"Sect", references(kids), above=self._inside)
            self._paper.fill(number, code)


def _page_code(
    sheet: Sheet, node: int, resources: int, *, contents: Sequence[int], links: Sequence[int], key: int
) -> bytes:
    """Return a page; `key` is that of its line in the parent tree."""
    box = numbers(0, 0, sheet.width, sheet.height).encode("ascii")
    notes = b"/Annots%b" % references(links) if links else b""
    return b"<</Type/Page/Parent %b/MediaBox[%b]/Resources %b/Contents %b%b/StructParents %d/Tabs/S>>" % (
        *(reference(node), box, reference(resources)),
        *(references(contents) if len(contents) != 1 else reference(contents[0]), notes),
        key,
    )
