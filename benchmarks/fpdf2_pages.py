"""The two pages as fpdf2 builds them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fpdf import FPDF, XPos, YPos


def build_fpdf2(said: dict[str, Any], people: Sequence[tuple[str, str]], folder: Path) -> bytes:
    """Return the pages of some people."""
    pdf = FPDF()
    pdf.set_auto_page_break(True, 15)
    pdf.add_font("FiraGO", "", folder / "FiraGO-Regular.ttf")
    pdf.add_font("FiraGO", "B", folder / "FiraGO-Bold.ttf")
    for name, number in people:
        _first(pdf, said, name, folder)
        _second(pdf, said, number, folder)
    return bytes(pdf.output())


def _first(pdf: FPDF, said: dict[str, Any], name: str, folder: Path) -> None:
    pdf.add_page()
    pdf.image(folder / "logo.png", h=11)
    _say(pdf, said["clinic"], 12, strong=True)
    for line in said["lines"]:
        _say(pdf, line, 10)
    _say(pdf, said["title"], 28, strong=True)
    _say(pdf, said["subtitle"], 16)
    for at, (label, value) in enumerate(said["identity"]):
        _say(pdf, f"{label}: {value if at else name}", 12)
    _say(pdf, said["plan"]["heading"], 18, strong=True)
    _say(pdf, _plain(said["plan"]["minutes"]), 12)
    for group in said["plan"]["groups"]:
        _say(pdf, f"{group['title']}: {', '.join(group['lines'])}", 12)
        for _, picture in group["pictures"]:
            pdf.image(folder / f"{picture}.svg", x=150, y=80, h=20)
    for sign, action in said["help"]["questions"]:
        _say(pdf, f"{_plain(sign)} {_plain(action)}", 12)
    _say(pdf, said["overview"]["heading"], 18, strong=True)
    for text in [*said["overview"]["paragraphs"], *(text for _, text in said["map"]["spots"])]:
        _say(pdf, _plain(text), 12)
    pdf.image(folder / f"{said['map']['picture']}.svg", w=100)
    for picture, words in said["map"]["legend"]:
        pdf.image(folder / f"{picture}.svg", w=9)
        _say(pdf, words, 12)


def _second(pdf: FPDF, said: dict[str, Any], number: str, folder: Path) -> None:
    pdf.add_page()
    _say(pdf, said["exercises"]["heading"], 18, strong=True)
    for card in said["exercises"]["cards"]:
        _say(pdf, f"{card['number']} {card['title']} · {card['kicker']}", 16, strong=True)
        _say(pdf, " | ".join(" ".join(word for word, _ in words) for _, words in card["dose"]), 12)
        pdf.image(folder / f"{card['picture']}.svg", w=45)
        for text in (*card["steps"], card["feel"], card["avoid"], *(text for _, text in card["notes"])):
            _say(pdf, _plain(text), 12)
    _say(pdf, said["safety"]["heading"], 18, strong=True)
    for group in said["safety"]["groups"]:
        _say(pdf, group["call"], 16, strong=True)
        for sign in group["signs"]:
            _say(pdf, f"• {_plain(sign)}", 12)
    for text in (said["safety"]["foot"], said["exercises"]["stop"]):
        _say(pdf, _plain(text), 12)
    _say(pdf, f"ID {number} · {said['footer']['handout']}", 10)


def _say(pdf: FPDF, words: str, size: float, *, strong: bool = False) -> None:
    pdf.set_font("FiraGO", "B" if strong else "", size)
    pdf.multi_cell(0, size * 0.45, words, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _plain(text: Any) -> str:
    return "".join(words for words, _ in text)
