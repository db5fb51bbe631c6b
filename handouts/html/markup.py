"""Elements of HTML from names and words; words are escaped, so nobody's are ever markup."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count

from handouts.compose.text import Span, Text
from handouts.page.pen import Abbreviations
from handouts.page.style import Style

# Elements that have no end tag.
VOID = ("meta", "img")


class Markup(str):
    """Elements and words that are HTML already."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str | None) -> Markup:
    """Return an element with words and elements in it.

    `_` in the name of an attribute stands for `-`, one at the end for nothing; None leaves it out.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    start = f"<{name}{said}>"
    return Markup(start if name in VOID else f"{start}{joined(*inside)}</{name}>")


def joined(*parts: str) -> Markup:
    """Return words and elements one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def lines(*parts: str) -> Markup:
    """Return elements one under the other, without those that are empty."""
    return Markup("\n".join(joined(part) for part in parts if part))


@dataclass(frozen=True)
class Setting:
    """What all blocks of a page are written with.

    `flags` is the heading of the warning signs; on paper `see_page` leads there. `ids` tells apart the
    pictures of a page.
    """

    style: Style
    abbreviations: Abbreviations
    flags: str
    see_page: Text
    ids: Iterator[int] = field(default_factory=count)

    def said(self, text: Text, *, typed: bool = False) -> Markup:
        """Return a text; nothing in what a person has `typed` is an abbreviation."""
        return joined(*(self._span(span, typed=typed) for span in text))

    def words(self, words: str) -> Markup:
        """Return words with their abbreviations."""
        parts = self.abbreviations.parts(words)
        return joined(*(element("abbr", part, title=full) if full else part for part, full in parts))

    def paragraph(self, text: Text, *, typed: bool = False, class_: str | None = None) -> Markup:
        """Return a paragraph, or nothing of an empty text."""
        return element("p", self.said(text, typed=typed), class_=class_) if text else Markup()

    def _span(self, span: Span, *, typed: bool) -> Markup:
        inside = joined(span.text) if typed or span.link else self.words(span.text)
        if span in self.see_page:
            # A web page has no page numbers: the heading itself is the way there.
            inside = element("a", self.flags, href=f"#{FLAGS}")
        if span.link:
            inside = element("a", inside, href=span.link.target)
        if span.language:
            inside = element("span", inside, lang=span.language)
        return element("strong", inside) if span.strong else inside


# The id of the warning signs, where links lead to.
FLAGS = "warning-signs"
