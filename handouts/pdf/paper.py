"""The only room that knows ReportLab's internals: its canvas gives pages, outline and object numbers.

Relied on in ReportLab 5.1: `Canvas._code`, `_doc`, `_preamble`, `_formsinuse` and `_annotationrefs`; of the
document `Reference`, `idToObject`, `numberToId`, `Pages`, `Outlines.prepare` and the `BasicFonts`
dictionary; and that `__NoDefault__` lists the entries a page or the catalog may have.
"""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from handouts.pdf.stream import Stream, compressed
from handouts.pdf.syntax import reference


class Body(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose syntax is known already."""

    __RefOnly__ = 1

    def __init__(self, code: bytes) -> None:
        """Keep the syntax as it is."""
        self.code = code

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the syntax, as ReportLab asks every object for it."""
        return self.code


class Paper(Canvas):  # type: ignore[misc]
    """Pages one after the other, and objects by their number."""

    def __init__(self, language: str) -> None:
        """Begin a file in a language such as `en-GB`."""
        # Invariant: ReportLab would otherwise put the present time into the file.
        super().__init__(None, pdfVersion=(1, 7), invariant=1, lang=language)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setViewerPreference("PrintScaling", "None")

    def _make_preamble(self) -> None:
        # ReportLab begins every page with Helvetica, which is not embedded.
        self._preamble = ""

    def reserve(self) -> int:
        """Return the number of an object whose syntax comes later."""
        return self.put(b"null")

    def put(self, code: bytes) -> int:
        """Add an object and return its number."""
        return self._number_of(Body(code))

    def put_stream(self, entries: bytes, content: bytes, *, repeated: bool = False) -> int:
        """Add a compressed stream with these dictionary entries and return its number."""
        return self._number_of(compressed(entries, content, repeated=repeated))

    def put_plain(self, entries: bytes, content: bytes) -> int:
        """Add a stream that can be read without a PDF reader and return its number."""
        return self._number_of(Stream(entries, content))

    def put_picture(self, name: str, entries: bytes, content: bytes) -> None:
        """Add a form or an image that pages paint by its name."""
        self._doc.addForm(name, compressed(entries, content, repeated=True))

    def use_picture(self, name: str) -> str:
        """Return the name by which the page that is being made paints this picture."""
        self._formsinuse.append(name)
        return f"/{self._doc.getXObjectName(name)}"

    def put_font(self, name: str, font: int) -> None:
        """Let every page select a font by this name."""
        self._doc.idToObject[pdfdoc.BasicFonts].dict[name] = reference(font)

    def fill(self, number: int, code: bytes) -> None:
        """Give a reserved object its syntax."""
        self._doc.idToObject[self._doc.numberToId[number]].code = code

    @property
    def code(self) -> list[str]:
        """The operators of the page that is being made."""
        code: list[str] = self._code
        return code

    def note(self, annotation: int) -> None:
        """Add an annotation to the page that is being made."""
        self._annotationrefs.append(reference(annotation))

    def end_page(self, *, parents: int) -> int:
        """Add the page that is being made and return its number; `parents` is its key in the tree."""
        self.showPage()
        page = self._doc.Pages[-1]
        page.Contents = compressed(b"", page.stream.encode("latin-1"))
        # ReportLab knows neither the place of a page in the structure nor that tabs follow it,
        # and writes an empty page transition, which PDF/A does not allow.
        page.__NoDefault__ = [entry for entry in page.__NoDefault__ if entry != "Trans"]
        page.__NoDefault__ += ["StructParents", "Tabs"]
        page.StructParents, page.Tabs = parents, "/S"
        return self._number_of(page)

    def outline(self, title: str, level: int) -> None:
        """Add an outline entry that leads to the page being made; at most one level below the last."""
        key = f"bookmark-{len(self._destinations)}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, min(level, self._doc.outline.currentlevel + 1))

    def set_catalog(self, key: str, code: bytes | int) -> None:
        """Set an entry of the catalog, also one that ReportLab does not know, to syntax or to an object."""
        catalog = self._doc.Catalog
        if key not in catalog.__NoDefault__:
            catalog.__NoDefault__ = [*catalog.__NoDefault__, key]
        setattr(catalog, key, reference(code) if isinstance(code, int) else code)

    def close(self) -> int:
        """End the file and return the number of its catalog."""
        self._doc.Outlines.prepare(self._doc, self)
        if self._doc.Outlines.ready < 0:
            self._doc.Catalog.Outlines = None
        return self._number_of(self._doc.Catalog)

    def objects(self) -> Iterator[tuple[int, Stream | bytes]]:
        """Yield every object with its number; those that others only then turn out to need come last."""
        number = 0
        while (number := number + 1) in self._doc.numberToId:
            thing = self._doc.idToObject[self._doc.numberToId[number]]
            yield number, thing if isinstance(thing, Stream) else _formatted(thing, self._doc)

    def _number_of(self, thing: Any) -> int:
        name = self._doc.Reference(thing).name
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number


def _formatted(thing: Any, document: pdfdoc.PDFDocument) -> bytes:
    code: bytes = pdfdoc.format(thing, document, toplevel=1)
    return code
