"""Stands in for the writer of stacks until it is there: the same promises, with all pages in memory."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from handouts.page.sheet import Pages
from handouts.pdf.write import pdf_bytes, write_whole


class Stack:
    def __init__(self, target: Path, *, duplex: bool = False) -> None:
        self.target = target
        self.pages: list[Pages] = []
        self.open = True

    @property
    def size(self) -> int:
        return len(pdf_bytes(self._all)) if self.pages else 0

    def add(self, pages: Pages, *, title: str, label: str) -> None:
        self.pages.append(pages)

    def close(self) -> None:
        if self.open:
            write_whole(pdf_bytes(self._all), self.target)
        self.open = False

    def __enter__(self) -> "Stack":
        return self

    def __exit__(self, *failure: Any) -> None:
        if failure[0] is None:
            self.close()
        self.open = False

    @property
    def _all(self) -> Pages:
        sheets = tuple(sheet for pages in self.pages for sheet in pages.sheets)
        return replace(self.pages[0], sheets=sheets)


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the stand-in be found where the writer will be."""
    module = ModuleType("handouts.pdf.stack")
    module.Stack = Stack  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "handouts.pdf.stack", module)
    monkeypatch.delitem(sys.modules, "handouts.batch.merge", raising=False)
    yield
    sys.modules.pop("handouts.batch.merge", None)
