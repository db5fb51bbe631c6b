"""The exercises of one group become a tray of small pictures with their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Thumbnail
from handouts.page.artwork import FigureArt
from handouts.page.glyphs import disc
from handouts.page.pen import Pen
from handouts.page.style import Group, Style
from handouts.page.typesetting import TOLERANCE_MM


@dataclass(frozen=True, slots=True)
class Tray:
    """Pictures side by side on paper, or numbers alone where there are too many for pictures."""

    thumbnails: tuple[Thumbnail, ...]
    art: tuple[FigureArt, ...]
    pitch: float
    columns: int
    height: float

    @property
    def width(self) -> float:
        """How wide the tray is."""
        return min(self.columns, len(self.thumbnails)) * self.pitch

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the tray; each picture is read as its number and the exercise's title."""
        measures = pen.style.measures.summary
        pen.box(x, y, self.width, self.height, fill="paper", radius=measures.tray_radius)
        if self.art:
            self._draw_pictures(pen, x, y)
        else:
            self._draw_numbers(pen, x, y)

    def _draw_pictures(self, pen: Pen, x: float, y: float) -> None:
        measures = pen.style.measures.summary
        size, inset = measures.disc, measures.disc_inset
        for thumbnail, art in zip(self.thumbnails, self.art, strict=True):
            with pen.figure(_said(thumbnail), x=x, y=y, width=self.pitch, height=self.height):
                left = x + (self.pitch - art.width) / 2
                art.draw(pen, left, y + self.height - measures.floor - art.height)
                # A figure of the left side looks to the left: the corner behind it is at the right.
                behind = self.pitch - size - inset if thumbnail.picture.side == "left" else inset
                _number(pen, x + behind, y + inset, thumbnail.number, size)
            x += self.pitch

    def _draw_numbers(self, pen: Pen, x: float, y: float) -> None:
        size = pen.style.measures.summary.number_disc
        inset = (self.pitch - size) / 2
        for place, thumbnail in enumerate(self.thumbnails):
            row, column = divmod(place, self.columns)
            left, top = x + column * self.pitch + inset, y + row * self.pitch + inset
            with pen.figure(_said(thumbnail), x=left, y=top, width=size, height=size):
                _number(pen, left, top, thumbnail.number, size)


def _said(thumbnail: Thumbnail) -> str:
    return f"{thumbnail.number}. {thumbnail.title}."


def _number(pen: Pen, x: float, y: float, number: int, size: float) -> None:
    disc(pen, x, y, number, size_mm=size, face=pen.style.face("disc_small"))


def lay_out_trays(groups: Sequence[Sequence[Thumbnail]], style: Style, *, width: float) -> tuple[Tray, ...]:
    """Return a tray for each group, alike in all: pictures, smaller ones without arrows, or numbers alone."""
    measures = style.measures.summary
    most = max(map(len, groups), default=0)
    usual = (measures.thumbnail, measures.mm_per_unit)
    small = (measures.small_thumbnail, measures.small_mm_per_unit)
    for place, scale in (usual, small):
        if most * place <= width + TOLERANCE_MM:
            return tuple(_pictures(group, measures, place=place, scale=scale) for group in groups)
    return tuple(_numbers(group, measures, columns=int(width / measures.number_pitch)) for group in groups)


def _pictures(group: Sequence[Thumbnail], measures: Group, *, place: float, scale: float) -> Tray:
    art = tuple(_art(thumbnail, measures, place=place, scale=scale) for thumbnail in group)
    return Tray(tuple(group), art, place, len(group), measures.tray)


def _numbers(group: Sequence[Thumbnail], measures: Group, *, columns: int) -> Tray:
    rows = -(-len(group) // columns)
    return Tray(tuple(group), (), measures.number_pitch, columns, rows * measures.number_pitch)


def _art(thumbnail: Thumbnail, measures: Group, *, place: float, scale: float) -> FigureArt:
    """Return the picture no larger than its place, with arrows only at the usual scale."""
    picture = thumbnail.picture.without_start
    drawn = picture.drawn
    fitted = min(scale, place / drawn.width, (measures.tray - measures.floor) / drawn.height)
    return FigureArt(picture, fitted, arrows=scale == measures.mm_per_unit, least_width=place)
