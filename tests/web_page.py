"""A web page as its elements: what a browser sees, and a strict look at how it is nested."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "img")


@dataclass
class Element:
    """An element with its attributes, and the words and elements in it in order."""

    name: str
    attributes: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def all(self) -> "list[Element]":
        """Itself and every element in it, in order."""
        return [self, *(one for part in self.inside if isinstance(part, Element) for one in part.all)]

    def named(self, *names: str) -> "list[Element]":
        return [one for one in self.all if one.name in names]

    @property
    def text(self) -> str:
        """The words in it, as they are seen."""
        if self.name in ("style", "title"):
            return ""
        inside = (part if isinstance(part, str) else part.text for part in self.inside)
        return " ".join(" ".join(inside).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"<{tag}> says something twice"
        one = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> ends another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(page: bytes) -> Element:
    """Return the root of a page; an assertion fails where elements are not nested as they should be."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    (root,) = [one for one in reader.open[0].inside if isinstance(one, Element)]
    assert len(reader.open) == 1
    return root
