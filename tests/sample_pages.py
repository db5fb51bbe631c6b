"""Two made-up pages with every kind of element, so that the paper can be judged without a handout."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from handouts.page.pages import LaidOut
from handouts.page.paths import box_steps
from handouts.page.surface import Surface

A4 = (595.28, 841.89)
INK = (0.1, 0.1, 0.1)


@dataclass(frozen=True)
class DrawnPage:
    draw: Callable[[Surface], None]
    width: float = A4[0]
    height: float = A4[1]
    shared: bool = False

    @property
    def parts(self) -> tuple["DrawnPage"]:
        return (self,)


def pages(*draws: Callable[[Surface], None], title: str = "Stretch your calf") -> LaidOut:
    drawn = tuple(DrawnPage(draw) for draw in draws)
    return LaidOut(title, "en-GB", "Sample Physiotherapy Clinic", date(2026, 11, 20), drawn)


def every_role() -> LaidOut:
    def first(surface: Surface) -> None:
        _furniture(surface, "Page 1 of 2")
        surface.bookmark("Stretch your calf", 0)
        with surface.element("Sect"):
            with surface.element("H1"):
                say(surface, 780, "Stretch your calf", strong=True, size=20)
            _sentences(surface)
            _steps(surface)
            _picture(surface)
            _diary(surface)

    def second(surface: Surface) -> None:
        _furniture(surface, "Page 2 of 2")
        surface.bookmark("Your diary, overleaf", 1)
        with surface.element("H2"):
            say(surface, 700, "Questions?", strong=True, size=15)
        _contact(surface)

    return pages(first, second)


def say(
    surface: Surface, y: float, text: str, *, x: float = 60, strong: bool = False, size: float = 12
) -> None:
    surface.text(x, y, text, strong=strong, size=size, colour=INK)


def _furniture(surface: Surface, footer: str) -> None:
    with surface.artifact("Footer"), surface.element("P"):
        say(surface, 30, footer, size=9)
    with surface.artifact("Background"):
        surface.path(box_steps((50, 770, 450, 800)), fill=(0.9, 0.95, 1))


def _sentences(surface: Surface) -> None:
    with surface.element("P"):
        say(surface, 740, "Keep")
        say(surface, 722, "your heel on the floor, and ")
        with surface.element("Span", language="fr"):
            say(surface, 722, "doucement", x=220)
        say(surface, 722, ", as your ", x=290)
        with surface.element("Span", expansion="physiotherapist"):
            say(surface, 722, "physio", x=350)
        say(surface, 722, " says (\\ ½ é → ≥).", x=400)
    with surface.element("Note"), surface.element("P"):
        say(surface, 704, "Stop if it hurts.")
    with surface.element("P"):
        pass


def _steps(surface: Surface) -> None:
    with surface.element("L", numbering="Decimal"):
        for number, step in enumerate(("Stand at arm’s length.", "Lean in."), start=1):
            with surface.element("LI"):
                with surface.element("Lbl"):
                    say(surface, 690 - 18 * number, f"{number}.")
                with surface.element("LBody"):
                    say(surface, 690 - 18 * number, step, x=80)


def _picture(surface: Surface) -> None:
    with surface.element("Figure", alt="A person leans on a wall.", box=(60, 500, 160, 600)):
        for x in (60, 120):
            surface.form("0 0 1 RG 2 w 0 0 m 40 100 l S", 40, 100, x=x, y=500)
        say(surface, 510, "knee straight", x=180, size=10)
    with surface.element("Caption"):
        say(surface, 480, "Wall stretch")


def _diary(surface: Surface) -> None:
    with surface.element("Table"):
        with surface.element("THead"), surface.element("TR"):
            for x, head in ((60, "Day"), (160, "Done")):
                with surface.element("TH", scope="Column"):
                    say(surface, 440, head, x=x, strong=True)
        with surface.element("TBody"):
            _row(surface, 420, "Monday", "3 × 10")
            with surface.element("TR"), surface.element("TD", column_span=2):
                say(surface, 400, "Rest day")
        with surface.element("TBody"):
            _row(surface, 380, "Tuesday", "")


def _row(surface: Surface, y: float, day: str, done: str) -> None:
    with surface.element("TR"):
        with surface.element("TH", scope="Row"):
            say(surface, y, day)
        with surface.element("TD", spoken="not yet" if not done else None):
            if done:
                say(surface, y, done, x=160)


def _contact(surface: Surface) -> None:
    with surface.element("P"):
        say(surface, 680, "Call ")
        with surface.element("Link"):
            say(surface, 680, "01632 960 123", x=90)
            surface.link((90, 676, 170, 692), "tel:+441632960123", description="Call the clinic")
        say(surface, 680, " or write.", x=172)
